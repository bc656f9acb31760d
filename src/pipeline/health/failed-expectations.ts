import type { Case, CompletedSample, Scorer } from "../../model.ts";
import { createReply } from "../../models/reply.ts";
import { guardScore } from "../../score/score-sample.ts";
import { noModels } from "../../score/tools.ts";

/** An expected value that a scorer would not let pass, were it the answer. */
export interface FailedExpectation {
  readonly testCase: Case;
  /** Metrics of the scorers. */
  readonly metrics: readonly string[];
}

/** Below it a score on a scale has failed. */
const half = 0.5;

/**
 * Cases whose expected value fails their own scorers. Only scorers of the answer alone are asked, and only those that let
 * most expected values pass: one that lets none pass (a schema beside a mere label) is not about such values.
 */
export async function findFailedExpectations(
  cases: readonly Case[],
  scorersFor: (testCase: Case) => readonly Scorer[],
): Promise<readonly FailedExpectation[]> {
  const failed = new Map<string, Case[]>();
  const passed = new Map<string, number>();
  for (const testCase of cases) {
    if (testCase.expected === null) continue;
    const { expected } = testCase;
    const sample = answerWith(typeof expected === "string" ? expected : JSON.stringify(expected), testCase);
    for (const scorer of scorersFor(testCase).filter(looksAtAnswer)) {
      const { name, direction } = scorer.metric;
      const score = await guardScore(scorer, () => scorer.score(sample, testCase, noModels));
      if (score.status === "unscored") continue;
      const value = direction === "lower" ? 1 - score.value : score.value;
      if (value >= half) passed.set(name, (passed.get(name) ?? 0) + 1);
      else push(failed, name, testCase);
    }
  }
  const told = [...failed].filter(([name, own]) => own.length <= (passed.get(name) ?? 0));
  const metrics = new Map<Case, string[]>();
  for (const [name, own] of told) for (const each of own) push(metrics, each, name);
  return cases.flatMap((testCase) => {
    const own = metrics.get(testCase);
    return own === undefined ? [] : [{ testCase, metrics: own }];
  });
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Whether a scorer asks nobody and measures nothing but what was answered. */
function looksAtAnswer({ metric, asks, compare, measuresCall, readsFirstToken, runsCode }: Scorer): boolean {
  return (
    metric.kind !== "ratio" &&
    [asks, compare, measuresCall, readsFirstToken, runsCode].every((each) => each === undefined)
  );
}

function answerWith(text: string, { id }: Case): CompletedSample {
  return {
    prompt: "",
    arm: "candidate",
    caseId: id,
    trial: 0,
    fingerprint: "",
    attempts: 0,
    status: "completed",
    latencyMs: 0,
    reply: createReply(text),
  };
}
