import { summarise } from "../../drift/summarise.ts";
import { isGated } from "../../gate/compare-metric.ts";
import type {
  DriftAnswer,
  DriftMean,
  DriftRun,
  DriftScores,
  GateConfig,
  JsonObject,
  MetricDefinition,
} from "../../model.ts";
import type { SampleLog } from "../../run/sample-log.ts";
import { isObject } from "../../source/json.ts";
import { metricsOf } from "../calls/draft-run.ts";
import type { Executor } from "../calls/executor.ts";
import type { Outcome } from "../calls/outcome.ts";
import { type CaseRun, logSpan, nextSlots, type PromptRun, type Slot, startPrompt } from "../calls/prompt-run.ts";
import { nameCase } from "./case-name.ts";
import { countSigns, scoreUnfenced } from "./look-at-outputs.ts";
import type { PlannedNight } from "./plan-night.ts";

/** A night for which more of the samples are missing is none. */
const mostMissing = 0.2;

/** What tonight's calls of a prompt came to. */
export interface TakenNight {
  readonly night: PlannedNight;
  readonly run: DriftRun;
  /** Why it is no night: too much is missing. */
  readonly gap: string | null;
  /** What may be kept of the outputs, and shown: case by case, its first trial. */
  readonly answers: readonly DriftAnswer[];
  readonly metrics: readonly MetricDefinition[];
}

export interface NightRuns {
  readonly run: PromptRun;
  readonly night: PlannedNight;
  readonly slots: readonly Slot[];
}

/** Sets all prompts up: fresh draws, which no store answers. */
export function startNights(nights: readonly PlannedNight[], gate: GateConfig): readonly NightRuns[] {
  let offset = 0;
  return nights.map((night) => {
    const plan = { ...night.plan, cases: night.cases, added: [] };
    const trials = { baseline: 0, candidate: night.trials };
    const run = startPrompt(plan, gate, { trials, seed: night.present.fingerprint, passAlpha: gate.alpha, offset });
    offset += logSpan(run);
    return { run, night, slots: Array.from(nextSlots(run), (slot) => ({ ...slot, draw: "drift" })) };
  });
}

/** Counts what a prompt's samples came to. */
export async function countNight(
  { run, night }: NightRuns,
  context: {
    readonly executor: Executor;
    readonly log: SampleLog;
    readonly gate: GateConfig;
    readonly at: string;
    readonly cost: number | null;
    readonly price: string | null;
  },
): Promise<TakenNight> {
  const { log, gate, at } = context;
  const metrics = metricsOf(run.plan);
  const outcomes = run.cases.flatMap(({ candidate }) => candidate);
  const completed = outcomes.filter(({ failure }) => failure === null);
  const wanted = run.cases.length * night.trials;
  const whole = scoresOf(run.cases, metrics, () => true);
  const kept = (metric: MetricDefinition): boolean => metric.kind !== "ratio" || isGated(metric, gate.metrics);
  const lines = run.cases.map((caseRun) => ({ caseRun, line: lineOf(caseRun.candidate[0], log) }));
  const means = metrics.flatMap((metric): readonly (readonly [string, DriftMean])[] => {
    const mean = summarise(whole, metric);
    return mean === null ? [] : [[metric.name, mean]];
  });
  return {
    night,
    metrics,
    run: {
      at,
      fingerprint: night.present.fingerprint,
      scorers: night.scorers,
      models: countModels(completed),
      cost: context.cost,
      price: context.price,
      samples: completed.length,
      signs: countSigns(linesOf(outcomes, log), night.plan.candidate?.configuration.format != null),
      metrics: Object.fromEntries(means),
      unfenced: await scoreUnfenced(run, metrics, context.executor),
      cases: scoresOf(run.cases, metrics, kept),
    },
    gap: whyGap(outcomes, wanted, metrics, context),
    answers: lines.flatMap(({ caseRun, line }) => answerOf(caseRun, line, { at, night, metrics })),
  };
}

function scoresOf(
  cases: readonly CaseRun[],
  metrics: readonly MetricDefinition[],
  wanted: (metric: MetricDefinition) => boolean,
): DriftScores {
  const names = metrics.filter(wanted).map(({ name }) => name);
  const scores = cases.map((caseRun) => {
    const own = names.flatMap((name) => {
      const values = caseRun.candidate.flatMap(({ scores: of }) => numberOf(of.get(name)));
      return values.length === 0 ? [] : [[name, values] as const];
    });
    return [nameCase(caseRun), Object.fromEntries(own)] as const;
  });
  return Object.fromEntries(scores.filter(([, own]) => Object.keys(own).length > 0));
}

function numberOf(score: unknown): readonly number[] {
  return typeof score === "number" ? [score] : [];
}

function countModels(completed: readonly Outcome[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { model } of completed) if (model !== null) counts.set(model, (counts.get(model) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function lineOf(outcome: Outcome | undefined, log: SampleLog): JsonObject | null {
  if (outcome === undefined || outcome.failure !== null) return null;
  const line = log.read(outcome.index);
  return isObject(line) ? line : null;
}

function linesOf(outcomes: readonly Outcome[], log: SampleLog): readonly JsonObject[] {
  return outcomes.map((outcome) => lineOf(outcome, log)).filter((line) => line !== null);
}

/** Why it is no night: too much failed, or too much of what decides could not be scored. */
function whyGap(
  outcomes: readonly Outcome[],
  wanted: number,
  metrics: readonly MetricDefinition[],
  { executor, gate }: { readonly executor: Executor; readonly gate: GateConfig },
): string | null {
  const completed = outcomes.filter(({ failure }) => failure === null);
  if (wanted === 0 || completed.length < (1 - mostMissing) * wanted) return whyMissing(outcomes, wanted, executor);
  for (const metric of metrics.filter((each) => isGated(each, gate.metrics) && each.paired !== true)) {
    const of = completed.filter(({ scores }) => scores.get(metric.name) !== undefined);
    const unscored = of.filter(({ scores }) => typeof scores.get(metric.name) !== "number");
    if (unscored.length <= mostMissing * of.length) continue;
    return `${unscored.length} of ${of.length} answers could not be scored on ${metric.name}.`;
  }
  return null;
}

/** Most of what is missing failed of the same. */
function whyMissing(outcomes: readonly Outcome[], wanted: number, executor: Executor): string {
  const stopped = executor.stopped();
  if (stopped === "interrupted") return "The run was interrupted.";
  if (stopped === "maxCost") return "maxCost was used up: no call begins that could go beyond it.";
  if (stopped !== null) return `${stopped} was used up.`;
  const failures = outcomes.flatMap(({ failure }) => failure ?? []);
  const [failure] = failures;
  if (failure === undefined) return `${wanted} samples were wanted and ${outcomes.length} were taken.`;
  return `${failures.length} of ${wanted} samples failed, the first of them: ${failure.message}`;
}

function answerOf(
  caseRun: CaseRun,
  line: JsonObject | null,
  {
    at,
    night,
    metrics,
  }: { readonly at: string; readonly night: PlannedNight; readonly metrics: readonly MetricDefinition[] },
): readonly DriftAnswer[] {
  const output = line?.["output"];
  const [outcome] = caseRun.candidate;
  if (typeof output !== "string" || outcome === undefined) return [];
  const scores = metrics.flatMap(({ name, kind }) => {
    const [value] = kind === "ratio" ? [] : numberOf(outcome.scores.get(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  const { id } = caseRun.planCase.testCase;
  const { fingerprint } = night.present;
  return [{ at, id, case: nameCase(caseRun), fingerprint, output, scores: Object.fromEntries(scores) }];
}
