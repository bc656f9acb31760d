/** Scripts that set no spaces between words: each of their characters counts as a word. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const word = String.raw`[${unspaced}]\p{M}*|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}])+`;
const words = new RegExp(word, "gu");
const wordsAndMarks = new RegExp(String.raw`${word}|[^\s\p{L}\p{N}\p{M}]`, "gu");

/** Texts of more characters are not taken apart: their n-grams cost memory, and a judgement of seconds helps nobody. */
export const maximumText = 200_000;

/** The words of a text: runs of letters, digits and their marks. */
export function splitWords(text: string): readonly string[] {
  return text.match(words) ?? [];
}

/** The words and, each for itself, the marks between them. */
export function splitTokens(text: string): readonly string[] {
  return text.match(wordsAndMarks) ?? [];
}

/** How often each run of `size` words occurs. */
export function countRuns(tokens: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + size <= tokens.length; start++) {
    // No token holds a space.
    const run = size === 1 ? (tokens[start] as string) : tokens.slice(start, start + size).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** How many runs two counts have in common, each as often as both have it. */
export function commonRuns(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const [run, count] of small) common += Math.min(count, large.get(run) ?? 0);
  return common;
}
