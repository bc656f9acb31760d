import type { PromptReport } from "../../model.ts";

/** A score that cases have, and how it is read. */
export interface ScoreKind {
  readonly name: string;
  readonly gated: boolean;
  /** 1 where more is better, −1 where less is. */
  readonly sign: 1 | -1;
}

/** The scores of a prompt's cases: those that count first, each half in the order of the comparisons. */
export function listScores({ cases, comparisons }: Pick<PromptReport, "cases" | "comparisons">): readonly ScoreKind[] {
  const present = new Set(cases.flatMap(({ scores }) => Object.keys(scores)));
  const whole = comparisons.filter(({ slice }) => slice === null);
  const known = whole
    .filter(({ metric }) => present.has(metric))
    .map(({ metric, gated, direction }) => ({ name: metric, gated, sign: direction === "lower" ? -1 : 1 }) as const);
  const told = new Set(known.map(({ name }) => name));
  const others = [...present]
    .filter((name) => !told.has(name))
    .map((name) => ({ name, gated: false, sign: 1 }) as const);
  return [...known, ...others].toSorted((one, other) => Number(other.gated) - Number(one.gated));
}

/** The score of that name; else the one that the page lists by itself. */
export function findScore(
  scores: readonly ScoreKind[],
  wanted: string | null,
  listed: string | null,
): ScoreKind | null {
  const find = (name: string | null): ScoreKind | undefined => scores.find((each) => each.name === name);
  return find(wanted) ?? find(listed) ?? null;
}
