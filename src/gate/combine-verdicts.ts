import { exitCodes } from "../errors.ts";
import type { Comparison, GateConfig, Reason, Verdict } from "../model.ts";
import { verdictOrder } from "../source/verdict-order.ts";

/** The worst of several verdicts; `unchanged` where there are none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return verdictOrder.find((verdict) => verdicts.includes(verdict)) ?? "unchanged";
}

/** The verdict of a prompt: the worst of what gates. Where nothing gates it is skipped, which is never green unsaid. */
export function promptVerdict(comparisons: readonly Comparison[]): {
  readonly verdict: Verdict;
  readonly reason: Reason | null;
} {
  const gating = comparisons.filter((comparison) => comparison.gated);
  if (gating.length === 0) return { verdict: "skipped", reason: "nothing-gates" };
  const verdict = worstVerdict(gating.map((comparison) => comparison.verdict));
  return { verdict, reason: gating.find((comparison) => comparison.verdict === verdict)?.reason ?? null };
}

export interface PromptOutcome {
  readonly verdict: Verdict;
  /** Why it is an error; unset: nobody knows. */
  readonly reason?: Reason | null;
  /** Judged, but never fails. */
  readonly advisory: boolean;
}

export interface RunOutcome {
  readonly verdict: Verdict;
  readonly passed: boolean | null;
  readonly exitCode: 0 | 1 | 2 | 3;
}

/**
 * The outcome of a run. A failed gate (1) wins over what could not be judged (3), and that over what only the user can
 * mend (2); skipped is neither passed nor failed.
 */
export function combineOutcomes(prompts: readonly PromptOutcome[], gate: Pick<GateConfig, "inconclusive">): RunOutcome {
  const verdict = worstVerdict(prompts.map((prompt) => prompt.verdict));
  const binding = prompts.filter((prompt) => !prompt.advisory).map((prompt) => prompt.verdict);
  const fails = (each: Verdict): boolean =>
    each === "regression" || each === "below-threshold" || (each === "inconclusive" && gate.inconclusive === "fail");
  if (binding.some(fails)) return { verdict, passed: false, exitCode: exitCodes.gateFailed };
  const errors = prompts.filter((prompt) => prompt.verdict === "error");
  if (errors.length > 0) {
    const mendable = errors.every(({ reason }) => reason === "refused-parameter");
    return { verdict, passed: false, exitCode: mendable ? exitCodes.userError : exitCodes.notJudged };
  }
  if (binding.includes("skipped")) return { verdict, passed: null, exitCode: exitCodes.pass };
  return { verdict, passed: true, exitCode: exitCodes.pass };
}
