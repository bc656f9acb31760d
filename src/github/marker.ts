import { UserError } from "../errors.ts";

/** What a key may be: it stands in a comment of HTML, and in the name of a check run. */
export const markerKey = /^[\w.-]{1,64}$/;

/**
 * The hidden last line by which a comment is found again, with the time at which the run began that wrote it, and the
 * commit that it is about, where there is one.
 * Throws a UserError for a key that could break out of it.
 */
export function createMarker(key: string, begun: string, commit: string | null = null): string {
  if (!markerKey.test(key)) {
    throw new UserError({
      message: `comment-key ${JSON.stringify(key.slice(0, 80))} is not a key`,
      hint: "Use 1 to 64 letters, digits, dots, hyphens and underscores.",
    });
  }
  return `<!-- prompt-assay:${key} ${begun}${commit === null ? "" : ` ${commit}`} -->`;
}

/** What the last line says, where it is a marker with this key; null where it is none. */
export function readMarker(
  body: string,
  key: string,
): { readonly begun: string | null; readonly commit: string | null } | null {
  const last = foldLines(body).split("\n").at(-1) ?? "";
  const pattern =
    /^<!-- prompt-assay:([\w.-]{1,64})(?: (\d{4}-\d\d-\d\dT[\d:.]+Z)(?: ([0-9a-f]{40}(?:[0-9a-f]{24})?))?)? -->$/;
  const [, found, begun, commit] = pattern.exec(last) ?? [];
  return found === key ? { begun: begun ?? null, commit: commit ?? null } : null;
}

/** As GitHub may give back what it was sent: with other line ends, and trimmed. */
export function foldLines(body: string): string {
  return body.replaceAll("\r\n", "\n").trim();
}
