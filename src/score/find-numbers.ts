/** What groups thousands where the decimal mark is a point; a plain space could as well stand between two numbers. */
const pointGroups = ",'’_\u00a0\u2009\u202f";
const commaGroups = ".'’_\u00a0\u2009\u202f";

/**
 * The numbers of a text in their order, in figures. A sign counts where it does not join two words or numbers (`10-20`,
 * `GPT-4`); figures that are part of a word (`x1`), and what has several decimal marks (`1.2.3`), are no number.
 */
export function findNumbers(text: string, decimal: "." | ","): readonly number[] {
  const groups = decimal === "." ? pointGroups : commaGroups;
  const figures = new RegExp(
    String.raw`(\d[\d${groups}]*)(?:[${decimal}](\d+))?(?:[eE]([+-]?\d{1,3})(?![\p{L}\p{N}]))?`,
    "gu",
  );
  const marks = new RegExp(`[${groups}]+`, "u");
  const numbers: number[] = [];
  for (const { 0: written, 1: whole = "", 2: fraction = "0", 3: exponent = "0", index } of text.matchAll(figures)) {
    const before = text.slice(Math.max(0, index - 2), index);
    const after = text.slice(index + written.length, index + written.length + 2);
    if (/[\p{L}\p{M}_]$/u.test(before) || isPartOfVersion(before, after, decimal)) continue;
    const sign = /(?:^|[^\p{L}\p{M}\p{N}_.,)\]])[-−–]$/u.test(before) ? "-" : "";
    // `.5` is written for a half.
    if (/(?:^|[\s(=$€£~<>-])\.$/u.test(before) && /^\d+$/.test(written)) {
      numbers.push(Number(`${before.startsWith("-") ? "-" : ""}0.${written}`));
      continue;
    }
    const parts = whole.split(marks).filter((part) => part !== "");
    const grouped = (parts[0]?.length ?? 0) <= 3 && parts.slice(1).every((part) => part.length === 3);
    // Figures that are no groups of thousands are numbers of a list: `3,4`.
    const each = grouped ? [parts.join("")] : parts;
    each[0] = `${sign}${each[0]}`;
    each.push(`${each.pop()}.${fraction}e${exponent}`);
    for (const number of each) if (Number.isFinite(Number(number))) numbers.push(Number(number));
  }
  return numbers;
}

/** Whether a number stands beside another decimal mark with figures: part of a version, not a number. */
function isPartOfVersion(before: string, after: string, decimal: string): boolean {
  return (before[1] === decimal && /\d/.test(before[0] ?? "")) || (after[0] === decimal && /\d/.test(after[1] ?? ""));
}
