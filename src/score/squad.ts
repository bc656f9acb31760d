/** An answer as SQuAD's own evaluation compares it: lower case, no punctuation of ASCII, no English articles, single spaces. */
export function normaliseAnswer(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, "")
    .replace(/(?<![\p{L}\p{M}\p{N}_])(?:a|an|the)(?![\p{L}\p{M}\p{N}_])/gu, " ")
    .trim()
    .replace(/\s+/gu, " ");
}
