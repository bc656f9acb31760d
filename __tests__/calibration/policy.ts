import type { GateConfig } from "../../src/model.ts";
import type { Executor } from "../../src/pipeline/calls/executor.ts";
import type { Outcome } from "../../src/pipeline/calls/outcome.ts";
import { addOutcome, type PromptRun, type Slot, startPrompt } from "../../src/pipeline/calls/prompt-run.ts";
import { runLooks } from "../../src/pipeline/calls/run-looks.ts";
import type { PlanCase, PromptPlan } from "../../src/pipeline/plan/plan-run.ts";
import { noModels } from "../../src/score/tools.ts";
import { createRandom, type Random } from "../../src/stats/random.ts";
import { defaultGate } from "./judge.ts";
import { passFail } from "./scores.ts";
import { drawQualities, type Qualities, type SuitePlan } from "./simulated-suite.ts";

/** Trials of every case in the store. */
const storedTrials = 5;

/** What happens between the night in which the baseline was stored and the verdict. */
export interface Scenario {
  readonly name: string;
  /** Points that the candidate loses. */
  readonly drop: number;
  /** Points that the provider lost since, in both arms. */
  readonly drift: number;
}

/** What the whole policy did: how it ended and what it cost. */
export interface PolicyResult {
  readonly runs: number;
  readonly regressions: number;
  readonly passes: number;
  /** Calls made, as a share of both arms at fixed n with one trial; the store's own calls are not counted. */
  readonly calls: number;
}

/**
 * Runs the product's own loop (looks, stored baseline, confirmation) against simulated answers. Half of the runs lose
 * quality by breakage, half by a uniform drop.
 */
export async function simulatePolicy(
  scenario: Scenario,
  suite: Pick<SuitePlan, "cases" | "rate">,
  runs: number,
  gate: GateConfig = defaultGate,
): Promise<PolicyResult> {
  const random = createRandom(JSON.stringify({ scenario, suite }));
  const plan = planOf(suite.cases);
  let regressions = 0;
  let passes = 0;
  let calls = 0;
  for (let run = 0; run < runs; run++) {
    const form = run % 2 === 0 ? "breakage" : "uniform";
    const lost = scenario.drop + scenario.drift;
    const truth = drawQualities({ ...suite, stability: "mixed", drop: lost, form }, random);
    // What the store holds was drawn before the provider drifted; a clean change has the drifted quality in both arms.
    const today: Qualities = scenario.drift > 0 ? { ...truth, baseline: truth.candidate } : truth;
    const prompt = startPrompt(plan, gate, {
      trials: { baseline: storedTrials, candidate: 1 },
      seed: run,
      passAlpha: gate.alpha,
      offset: 0,
    });
    prompt.stored = { ageMs: 0 };
    store(prompt, truth.baseline, random);
    const executor = createSimulatedExecutor(today, random);
    await runLooks([prompt], executor, gate, async () => false);
    calls += executor.counts.made;
    const verdict = prompt.comparisons.find((each) => each.gated)?.verdict;
    if (verdict === "regression") regressions++;
    if (verdict === "no-regression" || verdict === "improvement") passes++;
  }
  return { runs, regressions, passes, calls: calls / runs / (2 * suite.cases) };
}

/** Answers without text: they are never copies. */
function outcomeOf(score: number): Outcome {
  return {
    failure: null,
    scores: new Map([[passFail.metric.name, score]]),
    reasons: new Map(),
    opinions: new Map(),
    addressesJudge: false,
    conferred: true,
    model: null,
    cached: false,
    digest: null,
    index: 0,
  };
}

const outcomes = [outcomeOf(0), outcomeOf(1)] as const;

function drawOutcome(quality: number, random: Random): Outcome {
  return outcomes[passFail.draw(quality, random) === 1 ? 1 : 0];
}

function store(prompt: PromptRun, qualities: Float64Array, random: Random): void {
  for (const [index, caseRun] of prompt.cases.entries()) {
    for (let trial = 0; trial < storedTrials; trial++) {
      addOutcome(caseRun, "baseline", drawOutcome(qualities[index] ?? 0, random));
    }
  }
}

function createSimulatedExecutor(qualities: Qualities, random: Random): Executor {
  const counts = { planned: 0, made: 0, cached: 0, done: 0, leftOut: 0 };
  const take = async (slots: Iterable<Slot>): Promise<void> => {
    for (const { caseRun, arm } of slots) {
      counts.made++;
      addOutcome(caseRun, arm, drawOutcome(qualities[arm][Number(caseRun.planCase.testCase.id)] ?? 0, random));
    }
  };
  const keepStored = (): never => {
    throw new Error("the stored answers are there before the first call");
  };
  const rescore = (outcome: Outcome): Outcome => outcome;
  const toolsFor = () => noModels;
  const nothing = {
    failures: [],
    stopped: () => null,
    costOf: () => ({ answers: null, scorers: null }),
    cost: () => null,
  };
  const unused = {
    toolsFor,
    recall: () => null,
    rescore,
    leaveOut: rescore,
    charge: () => {},
    finish: () => {},
    close: () => {},
  };
  return { take, keepStored, counts, ...nothing, ...unused };
}

/** A changed prompt over so many cases, with one scorer; what belongs to files and requests is never looked at. */
function planOf(cases: number): PromptPlan {
  const version = { fingerprint: "simulated" };
  const scorer = { metric: passFail.metric, score: () => ({ status: "unscored", reason: "simulated" }) };
  const plan = {
    change: { kind: "changed", name: "simulated", path: "simulated" },
    baseline: version,
    candidate: version,
    cases: Array.from({ length: cases }, (_, index) => ({
      testCase: { id: String(index), tags: [], weight: 1, cluster: null },
      baseline: {},
      candidate: {},
    })) as unknown as readonly PlanCase[],
    goldenHash: "simulated",
    added: [],
    scorersFor: () => [scorer],
    advisory: false,
    skipped: null,
    notes: [],
  };
  return plan as unknown as PromptPlan;
}
