import type { Estimate, ModelUse, PromptVersion, Scorer, Spending } from "../../model.ts";
import { buildRequest } from "../../prompts/prompt-version.ts";
import type { ModelPrice } from "../../run/prices.ts";
import { type CallSize, createTokenEstimate } from "../../run/token-estimate.ts";
import type { PlanCase, PromptPlan } from "./plan-run.ts";

/** Requests that are built to learn how long they are; more cases are taken to be like these. */
const sampledCases = 50;
/** What a scorer's model is told beside the answer and what it answers to. */
const rubricTokens = 500;

export const nothing: Spending = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };

/** One arm of a prompt: its version, which values of a case it gets, and how many calls it makes. */
export interface PlannedArm {
  readonly version: PromptVersion;
  readonly arm: "baseline" | "candidate";
  readonly calls: number;
  readonly price: ModelPrice | null;
}

/** What the arms of a prompt will take at most, and what its scorers will ask of models about their answers. */
export function estimatePrompt(
  plan: Pick<PromptPlan, "cases" | "added" | "scorersFor">,
  arms: readonly PlannedArm[],
  priceOfAsked: (model: string) => ModelPrice | null,
): Estimate {
  const cases = pick([...plan.cases, ...plan.added]);
  const scorers = cases.flatMap(({ testCase }) => plan.scorersFor(testCase));
  const compared = arms.some(({ arm }) => arm === "baseline") && arms.some(({ arm }) => arm === "candidate");
  return arms.reduce<Estimate>(
    (total, planned) => {
      const size = meanSize(planned, cases);
      const samples = spend(planned.calls, size, planned.price);
      const asked = estimateScorers(scorers, planned.calls / Math.max(1, cases.length), size, priceOfAsked, compared);
      return addEstimates([total, { samples, scorers: asked }]);
    },
    { samples: nothing, scorers: nothing },
  );
}

/** The sums; a cost that is unknown makes its sum unknown. */
export function addEstimates(estimates: readonly Estimate[]): Estimate {
  return {
    samples: addSpending(estimates.map(({ samples }) => samples)),
    scorers: addSpending(estimates.map(({ scorers }) => scorers)),
  };
}

/** Of samples and scorers together; null where a part is unknown. */
export function totalCost({ samples, scorers }: Estimate): number | null {
  return addSpending([samples, scorers]).cost;
}

function addSpending(parts: readonly Spending[]): Spending {
  return parts.reduce(
    (sum, part) => ({
      calls: sum.calls + part.calls,
      inputTokens: sum.inputTokens + part.inputTokens,
      outputTokens: sum.outputTokens + part.outputTokens,
      cost: sum.cost === null || part.cost === null ? null : sum.cost + part.cost,
    }),
    nothing,
  );
}

/** `share`: calls for each of the cases that were picked. */
function estimateScorers(
  scorers: readonly Scorer[],
  share: number,
  size: CallSize,
  priceOf: (model: string) => ModelPrice | null,
  compared: boolean,
): Spending {
  const asked = createTokenEstimate().sizeOf({ model: "", messages: [], parameters: {}, format: null, tools: null });
  const each = { input: size.input + size.output + rubricTokens, output: asked.output };
  return addSpending(
    scorers.flatMap(({ asks = [] }) =>
      asks.map((use) => spend(callsOf(use, compared) * share, each, priceOf(use.model))),
    ),
  );
}

/** For one sample, at most. What is asked about a pair is half each arm's, and nobody's where there is one arm. */
function callsOf({ calls, perPair, furtherCalls = 0 }: ModelUse, compared: boolean): number {
  if (perPair) return compared ? calls / 2 : 0;
  return calls + (compared ? furtherCalls : 0);
}

function spend(calls: number, { input, output }: CallSize, price: ModelPrice | null): Spending {
  if (calls === 0) return nothing;
  const cost =
    price?.atMost ?? price?.costOf({ input, output, cachedInput: null, cacheWrite: null, reasoning: null }) ?? null;
  return {
    calls: Math.round(calls),
    inputTokens: Math.round(calls * input),
    outputTokens: Math.round(calls * output),
    cost: cost === null ? null : calls * cost,
  };
}

function meanSize({ version, arm }: PlannedArm, cases: readonly PlanCase[]): CallSize {
  const estimate = createTokenEstimate();
  const sizes = cases.map((each) =>
    estimate.sizeOf(buildRequest(version, "", each[arm], each.turns?.[arm] ?? null).request),
  );
  const mean = (part: keyof CallSize): number =>
    sizes.reduce((sum, size) => sum + size[part], 0) / Math.max(1, sizes.length);
  return { input: mean("input"), output: mean("output") };
}

/** Evenly spread over the set. */
function pick(cases: readonly PlanCase[]): readonly PlanCase[] {
  if (cases.length <= sampledCases) return cases;
  const step = cases.length / sampledCases;
  return Array.from({ length: sampledCases }, (_, index) => cases[Math.floor(index * step)] as PlanCase);
}
