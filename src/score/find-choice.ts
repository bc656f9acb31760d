/** Which letter a text chooses; `none` or `several` where that cannot be told. */
export type FoundChoice = { readonly letter: string } | "none" | "several";

const decoration = /[\s*_`"'“”‘’()[\]{}<>.:;,!#]/gu;
/** Longer texts are read from their end: an answer does not stand further from it. */
const maximumText = 20_000;

/**
 * Finds the chosen letter as people and models write it, the plainest form first: nothing but the letter; `answer is (B)`,
 * the last time it is said; a boxed letter; a line that holds the letter alone, or begins with it as a list does; a letter in
 * brackets; at last, a capital that stands alone. Within a form, two different letters are no choice, but for the first two.
 */
export function findChoice(text: string, letters: string): FoundChoice {
  const tail = text.slice(-maximumText);
  const bare = tail.slice(0, 200).replace(decoration, "").toUpperCase();
  if (tail.length <= 200 && bare.length === 1 && letters.includes(bare)) return { letter: bare };
  const said = Array.from(tail.matchAll(saidPattern(letters))).at(-1);
  if (said !== undefined) {
    const [, capital, small, another, boxed] = said;
    return another === undefined ? { letter: (capital ?? small ?? boxed ?? "").toUpperCase() } : "several";
  }
  for (const form of forms(letters)) {
    const found = new Set(Array.from(tail.matchAll(form), (match) => (match[1] ?? "").toUpperCase()));
    if (found.size > 1) return "several";
    const [letter] = found;
    if (letter !== undefined) return { letter };
  }
  return "none";
}

function saidPattern(letters: string): RegExp {
  const word = "(?:[Aa]nswer|ANSWER|[Cc]hoice|[Oo]ption|[Ss]olution|[Aa]ntwort|[Rr]éponse|[Rr]espuesta)";
  const between = String.raw`(?:\s{1,3}(?:is|would be|should be|ist|est|es))?\s{0,3}[:=]?`;
  const noun = String.raw`(?:[\s*_]{0,4}(?:[Oo]ption|[Cc]hoice)\s{1,3})?`;
  const marks = "[\\s*_\"'`(\\[]{0,6}";
  const small = letters.toLowerCase();
  // A small letter could be the article: it counts at the end of its line only.
  const letter = String.raw`(?:([${letters}])(?![\p{L}\p{N}'’])|([${small}])(?=[*_"'.)\]]{0,4}\s{0,3}$))`;
  const another = String.raw`(?:[*_"'.)\]]{0,3}\s{1,2}(?:or|and|oder|und|ou|et|o|y)\s{1,2}\(?[${letters}](?![\p{L}\p{N}'’]))`;
  const boxed = String.raw`\\boxed\{\s?(?:\\text\{)?\s?\(?([${letters}])\)?\s?\}`;
  return new RegExp(String.raw`(?<!\p{L})${word}${between}${noun}${marks}${letter}(${another})?|${boxed}`, "gmu");
}

function forms(letters: string): readonly RegExp[] {
  return [
    // A line of its own.
    new RegExp(String.raw`^[ \t*_"'(\[]{0,6}([${letters}])[ \t*_"').\]:]{0,6}$`, "gmu"),
    // At the beginning, as an item of a list: `B) Paris`, `(B) Paris`, `B. Paris`.
    new RegExp(String.raw`^\s{0,6}[*_"'(\[]{0,4}([${letters}])[*_"']{0,2}[).\]:]`, "gu"),
    new RegExp(String.raw`[(\[]([${letters}])[)\]]`, "gu"),
    // Not the article, nor a letter joined to a word, an abbreviation or a number.
    new RegExp(String.raw`(?<![\p{L}\p{N}.'’&-])([${letters}])(?![\p{L}\p{N}'’&-]|\.\p{L}|\s+\p{Ll})`, "gu"),
  ];
}
