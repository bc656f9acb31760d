const unseen =
  /(?![\n\t])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\p{Cs}|[\u{e0000}-\u{e0fff}]/gu;

/** A text in which nothing hides and nothing turns the direction: control and direction characters as `\u{202e}`. */
export function showText(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`);
}

/** The same for a name: one line, never empty. */
export function showName(name: string): string {
  const shown = showText(name).replaceAll("\n", "⏎").replaceAll("\t", " ").trim();
  return shown === "" ? "(no name)" : shown;
}

/** The same for a sentence with numbers: a number and its unit, and an arrow and what it leads to, stay on one line. */
export function showSentence(sentence: string): string {
  return showName(sentence).replaceAll(/ (?=[%=<→])|(?<=[→=<]) |(?<=\d) (?=points?\b)/g, "\u00a0");
}
