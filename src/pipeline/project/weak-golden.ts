import type { Config, PromptAtRevision, TrialsPower } from "../../model.ts";
import { effectiveCases } from "../../stats/weights.ts";
import { planTrials, usualPassRate } from "../plan/plan-trials.ts";
import { mostTrials, powerOf } from "./golden-power.ts";

/**
 * A warning where even the most trials that assay.yml allows do not let a golden set tell a drop of twice the margin:
 * most comparisons over it would end inconclusive. None where no score decides (`margin` is null) or there is no case.
 */
export function warnOfWeakGolden(
  { version, golden }: PromptAtRevision,
  settings: Pick<Config, "run" | "gate" | "baseline">,
  margin: number | null,
): readonly string[] {
  const cases = golden.cases.length;
  if (margin === null || cases === 0) return [];
  const wanted = Math.min(1, 2 * margin);
  const worth = effectiveCases(golden.cases.map(({ weight }) => weight));
  const plan = { cases, effectiveCases: worth, passRate: usualPassRate, margin: wanted, settings };
  const { run } = settings;
  const tell = (trials: number): TrialsPower =>
    powerOf(plan, planTrials(cases, { ...settings, run: { ...run, trials } }, null));
  const most = run.trials === "auto" ? run.maxTrials : run.trials;
  const { detectableDrop, casesNeeded } = tell(most);
  if (detectableDrop !== null && detectableDrop <= wanted) return [];

  const size = `${cases} ${cases === 1 ? "case" : "cases"} with ${most} ${most === 1 ? "trial" : "trials"} each`;
  const found =
    detectableDrop === null
      ? `can show no drop at all; the tolerance is ${points(margin)}`
      : `can show a drop of ${points(detectableDrop)} at best, more than twice the tolerance of ${points(margin)}`;
  let more = most + 1;
  while (more <= mostTrials && (tell(more).detectableDrop ?? 2) > wanted) more++;
  const orTrials = more > mostTrials ? "" : `, or ${more} trials each`;
  return [
    `${version.path}: ${size} ${found}, so most comparisons would end inconclusive. About ${casesNeeded} cases would do${orTrials}.`,
  ];
}

/** `1 point`, `11.6 points`. */
function points(share: number): string {
  const size = Number((share * 100).toFixed(1));
  return `${size} ${size === 1 ? "point" : "points"}`;
}
