/** What a viewer or a log would not show, or would obey. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\u{e0100}-\u{e01ef}]/gu;

/** Text of JSON in which that stands as an escape, which is the same JSON; line ends that lay it out stay. */
export function escapeJson(json: string): string {
  return json
    .replace(unseen, (character) => (character === "\n" ? character : escapeUnits(character)))
    .replaceAll("##[", "##\\u005b");
}

/** The same for a block of data in HTML, which no text can end. */
export function escapeJsonInHtml(json: string): string {
  return escapeJson(json).replaceAll("<", "\\u003c");
}

function escapeUnits(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");
}
