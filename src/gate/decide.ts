import type { Comparison, GateConfig, Reason, Verdict } from "../model.ts";
import { holm } from "../stats/multiplicity.ts";
import type { Draft } from "./compare-metric.ts";

export interface DecideSettings {
  readonly gate: GateConfig;
  /** Gating comparisons of the run that are not among the drafts and are no regressions: the correction counts them. */
  readonly others?: number;
}

/** Gives every comparison its verdict after one look at everything. `drafts` keeps its order. */
export function decideAll(drafts: readonly Draft[], gate: GateConfig): readonly Comparison[] {
  return decideLook(drafts, { gate });
}

/**
 * Gives every comparison its verdict at the look where its data stand. Gating comparisons of the whole run are corrected
 * together by Holm's method, which is applied in sequence: each is held against its look's level for alpha/(how many are
 * not rejected yet), and where one rejects, the others are held against the next higher level (Maurer & Bretz 2013); what
 * is still to be confirmed passes nothing on, or a drift that hits every prompt would undo the correction.
 * Blocking is a union over them; passing is an intersection and needs no correction. Slices that are watched are
 * corrected among themselves; other watched metrics are not.
 *
 * `drafts` keeps its order: the latest of every prompt of the run, or those of undecided prompts and how many `others`.
 */
export function decideLook(drafts: readonly Draft[], { gate, others = 0 }: DecideSettings): readonly Comparison[] {
  const tested = drafts.filter((draft) => draft.comparison.pValue !== null);
  const gating = tested.filter(({ comparison }) => comparison.gated);
  const slices = tested.filter(({ comparison }) => !comparison.gated && comparison.slice !== null);
  const corrected = new Map([
    ...correct(gating, gate.alpha, gating.length + others),
    ...correct(slices, gate.alpha, slices.length),
  ]);
  return drafts.map((draft) => {
    const { pValue } = draft.comparison;
    const alone = { adjusted: null, real: pValue !== null && pValue <= draft.look.level(gate.alpha) };
    return decide(draft, corrected.get(draft) ?? alone);
  });
}

interface Corrected {
  /** Holm's adjusted p-value, for people: at a look before the last it is not held against alpha. */
  readonly adjusted: number | null;
  /** Whether the drop is real after the correction. */
  readonly real: boolean;
}

/** Holm's step-down over looks: a family of `size` comparisons that are not rejected yet, `drafts` among them. */
function correct(drafts: readonly Draft[], alpha: number, size: number): ReadonlyMap<Draft, Corrected> {
  const pValues = drafts.map((draft) => draft.comparison.pValue ?? 1);
  const adjusted = holm([...pValues, ...new Array<number>(size - drafts.length).fill(1)]);
  const real = new Set<number>();
  let firm = 0;
  for (let before = -1; before < real.size; ) {
    before = real.size;
    const share = alpha / (size - firm);
    for (const [index, { look, provisional }] of drafts.entries()) {
      if (real.has(index) || (pValues[index] ?? 1) > look.level(share)) continue;
      real.add(index);
      if (!provisional) firm++;
    }
  }
  return new Map(drafts.map((draft, index) => [draft, { adjusted: adjusted[index] ?? 1, real: real.has(index) }]));
}

/**
 * The rule, first match wins: a drop that is real (p ≤ α after correction) and reaches the margin is a regression; a gain
 * that is real is an improvement; a drop beyond the margin ruled out (low > −margin) is no regression; else inconclusive.
 */
function decide(draft: Draft, { adjusted, real }: Corrected): Comparison {
  const { comparison, blocked, failure, tooFew } = draft;
  const finish = (verdict: Verdict, reason: Reason | null): Comparison => ({
    ...comparison,
    adjustedPValue: adjusted,
    verdict,
    reason,
    // What would settle it is only asked of what is not settled.
    casesNeeded: verdict === "inconclusive" ? comparison.casesNeeded : null,
    trialsNeeded: verdict === "inconclusive" ? comparison.trialsNeeded : null,
  });
  const { difference, margin, pBetter } = comparison;
  if (difference === null || margin === null || pBetter === null) return finish("error", failure ?? "no-pairs");
  // Differences are compared with a hair of slack: 0.05 is not exactly 5 of 100 in binary.
  if (tooFew === null && real && difference <= -margin + 1e-12) return finish("regression", null);
  if (failure !== null) return finish("error", failure);
  if (blocked !== null) return finish("inconclusive", blocked);
  if (tooFew !== null) return finish("inconclusive", tooFew);
  if (pBetter <= draft.passLevel) return finish("improvement", null);
  if (isHarmless(comparison)) return finish("no-regression", null);
  return finish("inconclusive", draft.hopeless ? "gave-up" : null);
}

/** Whether a drop beyond the margin is ruled out; one of just the margin, rounded up or down, is not. */
export function isHarmless({ interval, margin }: Pick<Comparison, "interval" | "margin">): boolean {
  return interval !== null && margin !== null && interval[0] > -margin + 1e-12;
}
