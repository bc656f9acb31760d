import { UserError } from "../errors.ts";

/** What a key may be: it stands in a comment of HTML, and in the name of a check run. */
export const markerKey = /^[\w.-]{1,64}$/;

/**
 * The hidden last line by which a comment is found again, with the time at which the run began that wrote it.
 * Throws a UserError for a key that could break out of it.
 */
export function createMarker(key: string, begun: string): string {
  if (!markerKey.test(key)) {
    throw new UserError({
      message: `comment-key ${JSON.stringify(key.slice(0, 80))} is not a key`,
      hint: "Use 1 to 64 letters, digits, dots, hyphens and underscores.",
    });
  }
  return `<!-- prompt-assay:${key} ${begun} -->`;
}

/** What the last line says, where it is a marker with this key; null where it is none. */
export function readMarker(body: string, key: string): { readonly begun: string | null } | null {
  const last = foldLines(body).split("\n").at(-1) ?? "";
  const [, found, begun] = /^<!-- prompt-assay:([\w.-]{1,64})(?: (\d{4}-\d\d-\d\dT[\d:.]+Z))? -->$/.exec(last) ?? [];
  return found === key ? { begun: begun ?? null } : null;
}

/** As GitHub may give back what it was sent: with other line ends, and trimmed. */
export function foldLines(body: string): string {
  return body.replaceAll("\r\n", "\n").trim();
}
