import { quote } from "../../errors.ts";
import type { Mistakes } from "../../results/mistakes.ts";
import type { CaseFacts, Results } from "../../results/results-table.ts";

/** As many ids are named where more are spoken of. */
const namedIds = 5;

/** Both files over the cases that both have. */
export interface PairedResults {
  readonly baseline: Results;
  readonly candidate: Results;
  /** Ids by the number of the case. */
  readonly names: readonly string[];
  /** Numbers of the common cases, in the order of the baseline's file. */
  readonly common: readonly number[];
}

/** The cases that both files have. */
export function pairFiles(
  baseline: Results,
  candidate: Results,
  names: readonly string[],
  mistakes: Mistakes,
): PairedResults {
  const common: number[] = [];
  for (const index of names.keys()) if (hasCase(baseline, index) && hasCase(candidate, index)) common.push(index);
  const paired = { baseline, candidate, names, common };
  if (common.length === 0 && mistakes.count === 0) {
    const example = (file: Results, other: Results): string =>
      `${file.path} has ${listIds(onlyIn(file, other, paired))}`;
    mistakes.add({
      message: `the files have no id in common: ${example(baseline, candidate)}; ${example(candidate, baseline)}`,
      hint: "Give the same case the same id in both files.",
    });
  }
  return paired;
}

/** Whether a file has rows of a case. */
export function hasCase({ starts }: Results, index: number): boolean {
  return (starts[index + 1] ?? 0) > (starts[index] ?? 0);
}

/** Ids that the other file does not have. */
export function onlyIn(file: Results, other: Results, { names }: PairedResults): readonly string[] {
  return names.filter((_, index) => hasCase(file, index) && !hasCase(other, index));
}

/** The first few ids, and how many more there are. */
export function listIds(ids: readonly string[]): string {
  const more = ids.length > namedIds ? ` and ${ids.length - namedIds} more` : "";
  return ids.slice(0, namedIds).map(quote).join(", ") + more;
}

const nothing: CaseFacts = {};

/** What the baseline's file says of a case holds: a candidate does not weigh its own cases. */
export function factsOf({ baseline, candidate }: PairedResults, index: number): CaseFacts {
  const first = baseline.facts[index];
  const second = candidate.facts[index];
  return first === undefined || second === undefined ? (first ?? second ?? nothing) : { ...second, ...first };
}

/** How many cases are told differently by the two files. */
export function countContradictions({ baseline, candidate, common }: PairedResults): number {
  if (baseline.facts.length === 0 || candidate.facts.length === 0) return 0;
  return common.filter((index) => {
    const [first, second] = [baseline.facts[index], candidate.facts[index]];
    return (["tags", "cluster", "weight"] as const).some((key) => {
      const [one, other] = [first?.[key], second?.[key]];
      return one !== undefined && other !== undefined && String(one) !== String(other);
    });
  }).length;
}
