import type { Failure, Score, Scorer } from "../../model.ts";
import { isCutShort, noticeCut } from "../../run/not-made.ts";
import { joinOpinions } from "../../score/judge/votes.ts";
import { guardScore } from "../../score/score-sample.ts";
import { unscored } from "../../score/scores.ts";
import { scopeTools } from "../../score/tools.ts";
import type { Executor, Recalled } from "./executor.ts";
import { inParallel } from "./in-parallel.ts";
import { type Outcome, withChanges } from "./outcome.ts";
import { type CaseRun, isAlone, type PromptRun } from "./prompt-run.ts";

/** Rounding in means is no difference. */
const hair = 1e-9;

/** What scorers of both arms need of the executor, for one prompt. */
interface Conferring extends Pick<Executor, "rescore"> {
  recall(outcome: Outcome): Recalled | null;
}

/**
 * Scores what takes both arms, for the cases in which something new came in: pairs are compared, and where a judge sees the
 * arms differ it gives further opinions on both. It treats both arms alike, so that under no change neither gains by it.
 */
export async function confer(run: PromptRun, cases: readonly CaseRun[], executor: Executor): Promise<void> {
  if (isAlone(run)) return;
  await inParallel(cases, async (entry) => {
    const { baseline, candidate } = entry;
    const scorers = run.plan
      .scorersFor(entry.planCase.testCase)
      .filter(({ compare, review, judge }) => [compare, review, judge].some((each) => each !== undefined));
    if (scorers.length === 0 || baseline.length === 0 || candidate.length === 0) return;
    if ([...baseline, ...candidate].every(({ conferred }) => conferred)) return;
    // Copies count as one.
    const trials = run.copies ? 1 : Math.max(baseline.length, candidate.length);
    let cut: Failure | null = null;
    const noticing: Conferring = {
      rescore: executor.rescore,
      recall(outcome) {
        const recalled = executor.recall(outcome, run.plan);
        const onCut = (failure: Failure): void => {
          cut = failure;
        };
        return recalled && { ...recalled, tools: noticeCut(recalled.tools, onCut) };
      },
    };
    for (const scorer of scorers) {
      if (scorer.compare !== undefined) await comparePairs(scorer, entry, trials, noticing);
      else await reviewCase(scorer, entry, trials, noticing);
    }
    for (const outcomes of [baseline, candidate]) {
      // A case that was not judged to the end is none.
      if (cut !== null) leaveOut(outcomes, cut, executor);
      for (const [index, outcome] of outcomes.entries()) outcomes[index] = withChanges(outcome, { conferred: true });
    }
  });
}

function leaveOut(outcomes: Outcome[], cut: Failure, executor: Executor): void {
  for (const [index, outcome] of outcomes.entries())
    if (outcome.failure === null) outcomes[index] = executor.leaveOut(outcome, cut);
}

/** Trial t beside trial t, as many as both arms have; the case has their mean as its one value. */
async function comparePairs(scorer: Scorer, entry: CaseRun, trials: number, executor: Conferring): Promise<void> {
  const { baseline, candidate } = entry;
  const { name } = scorer.metric;
  const paired = candidate.slice(0, Math.min(trials, baseline.length));
  const pairs = paired.map((own, trial) => [baseline[trial] as Outcome, own] as const);
  const scores = await Promise.all(pairs.map(([left, right]) => comparePair(scorer, left, right, entry, executor)));
  const whole = meanScore(scores.filter((score) => score !== null));
  if (whole === null) {
    for (const arm of [baseline, candidate]) fail(arm, name, executor);
    return;
  }
  const mirrored: Score = whole.status === "scored" ? { ...whole, value: 1 - whole.value } : whole;
  baseline[0] = executor.rescore(baseline[0] as Outcome, new Map([[name, mirrored]]));
  candidate[0] = executor.rescore(candidate[0] as Outcome, new Map([[name, whole]]));
}

/** Null where a sample of the pair failed. */
async function comparePair(
  scorer: Scorer,
  baseline: Outcome,
  candidate: Outcome,
  { planCase }: CaseRun,
  executor: Conferring,
): Promise<Score | null> {
  const [left, right] = [executor.recall(baseline), executor.recall(candidate)];
  if (left === null || right === null) return null;
  const tools = scopeTools(right.tools, scorer.metric.name);
  const none = unscored("this scorer compares nothing");
  return guardScore(scorer, () => scorer.compare?.(left.sample, right.sample, planCase.testCase, tools) ?? none);
}

/** The mean, with the reason of the pair that is nearest to it. */
function meanScore(scores: readonly Score[]): Score | null {
  const scored = scores.filter((score) => score.status === "scored");
  const value = scored.reduce((sum, score) => sum + score.value, 0) / scored.length;
  const gap = (score: { readonly value: number }): number => Math.abs(score.value - value);
  const [nearest] = scored.toSorted((one, other) => gap(one) - gap(other));
  if (nearest === undefined) return scores[0] ?? null;
  const given = scores.map((score) => (score.status === "scored" ? score.opinions : undefined));
  const opinions = joinOpinions(given, (vote, trial) => (scores.length === 1 ? vote : { ...vote, trial }));
  return { ...nearest, value, ...(opinions !== undefined && { opinions }) };
}

/** No pair completed: whose samples failed is told; the other arm has nothing to be held against. */
function fail(outcomes: Outcome[], metric: string, executor: Conferring): void {
  const leave = (index: number, outcome: Outcome, reason: string): void => {
    outcomes[index] = executor.rescore(outcome, new Map([[metric, unscored(reason)]]));
  };
  for (const [index, outcome] of outcomes.entries()) {
    // What was never asked is no sample.
    if (outcome.failure !== null && !isCutShort(outcome.failure)) leave(index, outcome, outcome.failure.message);
  }
  const [first] = outcomes;
  if (first !== undefined && outcomes.every(({ failure }) => failure === null))
    leave(0, first, "the other version has no output to compare with");
}

async function reviewCase(scorer: Scorer, entry: CaseRun, trials: number, executor: Conferring): Promise<void> {
  if (scorer.review !== undefined && differs(scorer, entry, trials)) {
    const arms = [entry.baseline, entry.candidate];
    await Promise.all(arms.map((arm) => reviewArm(scorer, arm, entry, trials, executor)));
  }
  levelSmallSteps(scorer, entry, executor);
}

/** On a scale only a difference of a whole step counts. */
function differs({ metric, judge }: Scorer, { baseline, candidate }: CaseRun, trials: number): boolean {
  const mean = (arm: readonly Outcome[]): number => meanOf(arm.slice(0, trials), metric.name);
  const difference = Math.abs(mean(candidate) - mean(baseline));
  return difference >= (metric.kind === "binary" ? hair : Math.max(hair, (judge?.step ?? 0) - hair));
}

/** NaN where no trial has a value: then nothing differs. */
function meanOf(outcomes: readonly Outcome[], metric: string): number {
  const values = outcomes.map(({ scores }) => scores.get(metric)).filter((value) => typeof value === "number");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What was asked before is not asked again: opinions that are there already are found. */
async function reviewArm(
  scorer: Scorer,
  outcomes: Outcome[],
  { planCase }: CaseRun,
  trials: number,
  executor: Conferring,
): Promise<void> {
  const { name } = scorer.metric;
  const none = unscored("this scorer reviews nothing");
  await Promise.all(
    outcomes.slice(0, trials).map(async (outcome, index) => {
      // What has no first opinion is left as it is.
      if (typeof outcome.scores.get(name) !== "number") return;
      const recalled = executor.recall(outcome);
      if (recalled === null) return;
      const tools = scopeTools(recalled.tools, name);
      const score = await guardScore(scorer, () => scorer.review?.(recalled.sample, planCase.testCase, tools) ?? none);
      outcomes[index] = executor.rescore(outcome, new Map([[name, score]]));
    }),
  );
}

/** The mean of a panel can lie between two steps: trials that differ by less than one are taken for equal. */
function levelSmallSteps({ metric, judge }: Scorer, { baseline, candidate }: CaseRun, executor: Conferring): void {
  if (metric.kind === "binary" || judge === undefined) return;
  for (const [trial, own] of candidate.slice(0, baseline.length).entries()) {
    const other = baseline[trial] as Outcome;
    const [left, right] = [other.scores.get(metric.name), own.scores.get(metric.name)];
    if (typeof left !== "number" || typeof right !== "number") continue;
    const gap = Math.abs(left - right);
    if (gap < hair || gap >= judge.step - hair) continue;
    const level = (outcome: Outcome): Outcome => {
      const reason = outcome.reasons.get(metric.name) ?? null;
      const score: Score = { status: "scored", value: (left + right) / 2, reason };
      return executor.rescore(outcome, new Map([[metric.name, score]]));
    };
    baseline[trial] = level(other);
    candidate[trial] = level(own);
  }
}
