import { youdenOf } from "../../gate/correct-for-judge.ts";
import type { Arm, Calibration, Scorer } from "../../model.ts";
import { countAddressing } from "../calls/draft-run.ts";
import type { CaseRun } from "../calls/prompt-run.ts";
import { combinationsOf, errorsOf, judgesOf } from "../kept/calibrations.ts";
import type { PromptPlan } from "../plan/plan-run.ts";

/** Below this a judge is no ground to block anybody on (`docs/judge.md`). */
const goodKappa = 0.6;
/** So many labels make an agreement known. */
const enoughLabels = 50;

/** What a reader must know of the models that judged: how they agree with people and among themselves, and what went wrong. */
export function judgeNotes(plan: PromptPlan, cases: readonly CaseRun[]): readonly string[] {
  const judges = judgesOf(plan);
  if (judges.length === 0) return [];
  return [
    ...judges.flatMap((scorer) => [
      tellStanding(plan, scorer),
      ...tellCorrection(plan, scorer),
      ...tellOpinions(scorer, cases),
      ...tellUnscored(scorer, cases),
    ]),
    ...combinationsOf(plan).flatMap((scorer) => [...tellOpinionsWithin(scorer, cases), ...tellUnscored(scorer, cases)]),
    ...tellAddressing(cases),
  ];
}

function tellStanding(plan: PromptPlan, { metric }: Scorer): string {
  const standing = plan.standings?.get(metric.name) ?? { status: "none" };
  const how = "prompt-assay calibrate labels.jsonl tells how far it agrees with people";
  if (standing.status === "none") return `The judge ${metric.name} is not calibrated: ${how}.`;
  if (standing.status === "other-judge") {
    return `The judge ${metric.name} is not calibrated: its model, rubric or scale changed since it was.`;
  }
  const { accuracy, kappa, labels } = standing.calibration;
  const agreement = accuracy === null ? "an unknown share" : percent(accuracy.value);
  const told = `The judge ${metric.name} agrees with people on ${agreement} (κ ${kappa === null ? "unknown" : kappa.value.toFixed(2)}, n = ${labels}).`;
  return `${told}${doubts(standing.calibration)}`;
}

function doubts({ kappa, labels }: Calibration): string {
  if (labels < enoughLabels) return ` That is few labels: ${enoughLabels} and more tell.`;
  return kappa === null || kappa.value < goodKappa ? " That is too little to rely on it alone." : "";
}

function tellCorrection(plan: PromptPlan, { metric }: Scorer): readonly string[] {
  const errors = errorsOf(plan)(metric.name);
  if (errors === null || plan.baseline === null || youdenOf(errors) === null) return [];
  const { truePositiveRate, falsePositiveRate } = errors;
  return [
    `Shares and difference of ${metric.name} are corrected for the judge's errors (it passes ${percent(truePositiveRate)} of what people pass and ${percent(falsePositiveRate)} of what they fail); the interval is wider for it.`,
  ];
}

/** Of a combination only what its judges said in all is known. */
function tellOpinionsWithin({ metric }: Scorer, cases: readonly CaseRun[]): readonly string[] {
  const outcomes = cases.flatMap(({ baseline, candidate }) => [...baseline, ...candidate]);
  const opinions = outcomes.flatMap((outcome) => outcome.opinions.get(metric.name) ?? []);
  const asked = opinions.reduce((sum, each) => sum + each.asked, 0);
  if (asked === 0) return [];
  const share = percent(opinions.reduce((sum, each) => sum + each.agreeing, 0) / asked);
  return [
    `On ${opinions.length} outputs the judges within ${metric.name} were asked for more than one opinion: ${asked} in all, of which ${share} agree with what stands.`,
  ];
}

/** Votes, panels and orders: how many opinions there were and how they agree. */
function tellOpinions(scorer: Scorer, cases: readonly CaseRun[]): readonly string[] {
  const { metric, judge, compare, review } = scorer;
  const of = (entry: CaseRun) =>
    [...(compare === undefined ? entry.baseline : []), ...entry.candidate].flatMap(
      ({ opinions }) => opinions.get(metric.name) ?? [],
    );
  const opinions = cases.flatMap(of);
  const asked = opinions.reduce((sum, each) => sum + each.asked, 0);
  if (asked === 0) return [];
  const share = percent(opinions.reduce((sum, each) => sum + each.agreeing, 0) / asked);
  if (compare !== undefined) {
    return [`Both orders agree in ${share} of the pairs that ${metric.name} compared; the others are ties.`];
  }
  const models = judge?.models.length ?? 1;
  if (models > 1 && review === undefined) {
    return [`Of the opinions of ${metric.name}'s panel of ${models}, ${share} agree with what stands.`];
  }
  const reviewed = cases.filter((entry) => of(entry).length > 0).length;
  const further = asked - opinions.length * models;
  return [
    `Where the versions differed, ${metric.name} gave further opinions: on ${reviewed} ${reviewed === 1 ? "case" : "cases"}, by ${further} further calls; ${share} of all opinions there agree with what stands.`,
  ];
}

function tellUnscored({ metric }: Scorer, cases: readonly CaseRun[]): readonly string[] {
  const reasons = new Map<string, number>();
  const count = (arm: Arm): number => {
    const missing = cases.flatMap((entry) => entry[arm]).filter(({ scores }) => scores.get(metric.name) === "unscored");
    for (const outcome of missing) {
      const reason = outcome.reasons.get(metric.name) ?? "for no known reason";
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    return missing.length;
  };
  const [baseline, candidate] = [count("baseline"), count("candidate")];
  if (baseline + candidate === 0) return [];
  const [most] = [...reasons].sort((left, right) => right[1] - left[1]);
  return [
    `${metric.name} has no score for ${candidate} outputs of the candidate and ${baseline} of the baseline; most often: ${most?.[0] ?? ""}.`,
  ];
}

function tellAddressing(cases: readonly CaseRun[]): readonly string[] {
  const { baseline, candidate } = countAddressing(cases);
  if (baseline.count + candidate.count === 0) return [];
  const more = candidate.count * Math.max(1, baseline.of) > baseline.count * Math.max(1, candidate.of);
  const compared = baseline.of > 0 && more ? " No metric of a judge passes for it." : "";
  return [
    `Outputs that seem to speak to whoever grades them: ${candidate.count} of ${candidate.of} of the candidate, ${baseline.count} of ${baseline.of} of the baseline.${compared}`,
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
