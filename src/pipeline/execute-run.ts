import type { Arm, Case, Failure, Json, PromptVersion, Sample, Score, Scorer, TrialScore } from "../model.ts";
import { buildRequest } from "../prompts/prompt-version.ts";
import { type PlannedCall, runCalls } from "../run/run-calls.ts";
import type { SampleLog } from "../run/sample-log.ts";
import { operationalScores } from "../score/operational.ts";
import { scoreSample } from "../score/score-sample.ts";
import type { ResolvedModel, RunOptions } from "./options.ts";
import type { PlanCase, PromptPlan } from "./plan-run.ts";

/** What is kept of a sample once its text has gone to the log. */
export interface Outcome {
  readonly failure: Failure | null;
  /** Metric → value, or why there is none. */
  readonly scores: ReadonlyMap<string, TrialScore>;
  /** Metric → why it was scored so, where the scorer says. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Model id as returned. */
  readonly model: string | null;
  /** Position in the plan: the log finds the text by it. */
  readonly index: number;
}

export interface CaseOutcomes {
  readonly planCase: PlanCase;
  readonly baseline: Outcome | null;
  readonly candidate: Outcome | null;
}

/** The outcomes of one prompt, in the order of its plan. */
export interface PromptOutcomes {
  readonly cases: readonly CaseOutcomes[];
  readonly added: readonly CaseOutcomes[];
}

/** One sample to take. Baseline and candidate of a case stand side by side, so that a slow hour hits both. */
interface Slot {
  readonly plan: PromptPlan;
  readonly version: PromptVersion;
  readonly planCase: PlanCase;
  readonly arm: Arm;
  readonly scorers: readonly Scorer[];
}

export interface Execution {
  readonly outcomes: readonly PromptOutcomes[];
  readonly planned: number;
  readonly made: number;
  readonly failures: readonly Failure[];
}

/** Takes every planned sample, scores it as it arrives and sends its text to the log. */
export async function executeRun(
  plans: readonly PromptPlan[],
  models: ReadonlyMap<PromptVersion, ResolvedModel>,
  settings: { readonly concurrency: number | "auto"; readonly timeoutMs: number },
  log: SampleLog,
  options: RunOptions,
): Promise<Execution> {
  const slots = plans.flatMap(slotsOf);
  const results = new Array<Outcome | undefined>(slots.length);
  const failures: Failure[] = [];
  const counts = await runCalls(
    plannedCalls(slots, models),
    {
      concurrency: options.concurrency ?? settings.concurrency,
      timeoutMs: settings.timeoutMs,
      planned: slots.length,
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    },
    async (sample, index) => {
      const slot = slots[index] as Slot;
      const scores =
        sample.status === "completed" ? await scoreSample(sample, slot.planCase.testCase, slot.scorers) : null;
      const outcome = keep(sample, index, slot, scores);
      results[index] = outcome;
      if (outcome.failure !== null) failures.push(outcome.failure);
      log.append(index, sampleLine(sample, slot.planCase.testCase, outcome));
    },
  );
  return { outcomes: regroup(plans, results), planned: slots.length, made: counts.made, failures };
}

function slotsOf(plan: PromptPlan): readonly Slot[] {
  const slots: Slot[] = [];
  for (const [section, planCases] of [
    ["main", plan.cases],
    ["added", plan.added],
  ] as const) {
    for (const planCase of planCases) {
      const scorers = plan.scorersFor(planCase.testCase);
      const { baseline, candidate } = plan;
      if (baseline !== null && section === "main")
        slots.push({ plan, version: baseline, planCase, arm: "baseline", scorers });
      if (candidate !== null) slots.push({ plan, version: candidate, planCase, arm: "candidate", scorers });
    }
  }
  return slots;
}

function* plannedCalls(
  slots: readonly Slot[],
  models: ReadonlyMap<PromptVersion, ResolvedModel>,
): Generator<PlannedCall> {
  for (const { plan, version, planCase, arm } of slots) {
    const resolved = models.get(version) as ResolvedModel;
    const caseId = planCase.testCase.id;
    yield {
      prompt: plan.change.path,
      arm,
      caseId,
      trial: 0,
      fingerprint: version.fingerprint,
      provider: resolved.provider,
      identity: { caseId, trial: 0, draw: "compare" },
      model: resolved.model,
      request: () => buildRequest(version, resolved.model, planCase[arm]).request,
    };
  }
}

function keep(sample: Sample, index: number, slot: Slot, scores: ReadonlyMap<string, Score> | null): Outcome {
  const values = new Map<string, TrialScore>();
  const reasons = new Map<string, string>();
  for (const scorer of slot.scorers) {
    const name = scorer.metric.name;
    const score = scores?.get(name);
    values.set(name, score === undefined ? "failed" : score.status === "scored" ? score.value : "unscored");
    if (score?.reason) reasons.set(name, score.reason);
  }
  for (const [name, value] of operationalScores(sample)) {
    values.set(name, value ?? (sample.status === "failed" ? "failed" : "unscored"));
  }
  return {
    failure: sample.status === "failed" ? sample.failure : null,
    scores: values,
    reasons,
    model: sample.status === "completed" ? sample.reply.model : null,
    index,
  };
}

/** One line of the samples file (`design.md` §4). */
function sampleLine(sample: Sample, testCase: Case, outcome: Outcome): Json {
  const completed = sample.status === "completed" ? sample : null;
  const scores = [...outcome.scores].map(([name, value]) => [name, typeof value === "number" ? value : null]);
  return {
    prompt: sample.prompt,
    arm: sample.arm,
    id: sample.caseId,
    trial: sample.trial,
    fingerprint: sample.fingerprint,
    status: sample.status,
    output: completed === null ? null : completed.reply.text,
    ...(completed?.reply.refusal ? { refusal: completed.reply.refusal } : {}),
    ...(sample.status === "failed" ? { failure: { kind: sample.failure.kind, message: sample.failure.message } } : {}),
    scores: Object.fromEntries(scores),
    reasons: Object.fromEntries(outcome.reasons),
    tokens: completed === null ? null : { input: completed.reply.tokens.input, output: completed.reply.tokens.output },
    latencyMs: completed?.latencyMs ?? null,
    cost: null,
    tags: testCase.tags,
    cluster: testCase.cluster,
  };
}

/** From the flat results back to prompts and cases, in the order of the slots. */
function regroup(plans: readonly PromptPlan[], results: readonly (Outcome | undefined)[]): readonly PromptOutcomes[] {
  let next = 0;
  const take = (runs: boolean): Outcome | null => (runs ? (results[next++] ?? null) : null);
  return plans.map((plan) => ({
    cases: plan.cases.map((planCase) => ({
      planCase,
      baseline: take(plan.baseline !== null),
      candidate: take(plan.candidate !== null),
    })),
    added: plan.added.map((planCase) => ({ planCase, baseline: null, candidate: take(plan.candidate !== null) })),
  }));
}
