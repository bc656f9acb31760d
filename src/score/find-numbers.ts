/** What separates groups of three digits where the decimal mark is a point; a plain space could as well stand between two numbers. */
const pointGroups = ",'’_\u00a0\u2009\u202f";
const commaGroups = ".'’_\u00a0\u2009\u202f";

/**
 * The numbers of a text in their order, in figures. A sign counts where it does not join two words or numbers (`10-20`,
 * `GPT-4`); figures that are part of a word (`x1`), and what has several decimal marks (`1.2.3`), are no number.
 */
export function findNumbers(text: string, decimal: "." | ","): readonly number[] {
  const groups = decimal === "." ? pointGroups : commaGroups;
  const run = new RegExp(String.raw`\d[\d${groups}${decimal}]*(?:[eE][+-]?\d{1,3}(?![\p{L}\p{N}]))?`, "gu");
  const numbers: number[] = [];
  for (const match of text.matchAll(run)) {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (/[\p{L}\p{M}_]$/u.test(before)) continue;
    const sign = /(?:^|[^\p{L}\p{M}\p{N}_.,)\]])[-−–]$/u.test(before) ? -1 : 1;
    const parsed = parseRun(match[0], decimal, groups);
    if (parsed.length > 0) parsed[0] = sign * (parsed[0] as number);
    for (const value of parsed) if (Number.isFinite(value)) numbers.push(value);
  }
  return numbers;
}

/** The numbers of a run of figures and marks: one, where the marks are those of one number; else those between the marks. */
function parseRun(written: string, decimal: string, groups: string): number[] {
  const [, digits = "", exponent = ""] = /^(.*?)(e[+-]?\d+)?$/isu.exec(written) ?? [];
  const run = digits.replace(/[^\d]+$/, "");
  const [whole = "", fraction, ...more] = run.split(decimal);
  if (more.length > 0) return [];
  const parts = whole.split(new RegExp(`[${groups}]`, "u"));
  const grouped = (parts[0]?.length ?? 0) <= 3 && parts.slice(1).every((part) => part.length === 3);
  const last = fraction === undefined ? "" : `.${fraction}`;
  // Marks of grouping after the decimal mark separate numbers: `1.5,2`.
  if (fraction !== undefined && /\D/.test(fraction)) {
    const [first = "", ...others] = fraction.split(new RegExp(`[${groups}]`, "u"));
    const heads = grouped
      ? [Number(`${parts.join("")}.${first}`)]
      : [...parts.slice(0, -1).map(Number), Number(`${parts.at(-1)}.${first}`)];
    return [...heads, ...others.filter((part) => part !== "").map(Number)];
  }
  if (grouped) return [Number(`${parts.join("")}${last}${exponent}`)];
  const full = parts.filter((part) => part !== "");
  return full.map((part, index) => Number(index === full.length - 1 ? `${part}${last}${exponent}` : part));
}
