import type { Case, CompletedSample, DriftRun, DriftSign, JsonObject, MetricDefinition, Scorer } from "../../model.ts";
import { scoreSample } from "../../score/score-sample.ts";
import { isObject } from "../../source/json.ts";
import type { Executor } from "../calls/executor.ts";
import type { PromptRun } from "../calls/prompt-run.ts";

const fenceLine = /^[ \t]*(?:```|~~~)/m;

/**
 * How many outputs show what, whatever they say.
 *
 * @param lines of the samples file
 * @param json whether the prompt asks for JSON
 */
export function countSigns(lines: readonly JsonObject[], json: boolean): DriftRun["signs"] {
  const counts = { fenced: 0, unparsable: 0, empty: 0, cut: 0, refused: 0 } satisfies Record<DriftSign, number>;
  for (const line of lines) {
    const output = typeof line["output"] === "string" ? line["output"] : "";
    const reason = isObject(line["finishReason"]) ? line["finishReason"]["unified"] : "stop";
    if (fenceLine.test(output)) counts.fenced++;
    if (typeof line["refusal"] === "string" || reason === "content-filter") counts.refused++;
    else if (reason === "length") counts.cut++;
    else if (output.trim() === "" && line["toolCalls"] === undefined) counts.empty++;
    else if (json && !isJson(output)) counts.unparsable++;
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function isJson(output: string): boolean {
  try {
    JSON.parse(output);
    return true;
  } catch {
    return false;
  }
}

/** What stands in an output's first code fence; null where there is none. */
function stripFence(output: string): string | null {
  const lines = output.split("\n");
  const start = lines.findIndex((line) => fenceLine.test(line));
  if (start < 0) return null;
  const length = lines.slice(start + 1).findIndex((line) => fenceLine.test(line));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join("\n");
}

/** The means that scores had, were no output wrapped in a code fence; empty where none is. Nobody is asked for it. */
export async function scoreUnfenced(
  { cases, plan }: PromptRun,
  metrics: readonly MetricDefinition[],
  executor: Executor,
): Promise<DriftRun["unfenced"]> {
  const values = new Map<string, number[]>();
  let fenced = 0;
  for (const { candidate, planCase } of cases) {
    const scorers = plan.scorersFor(planCase.testCase).filter(isFree);
    for (const outcome of candidate) {
      const sample = executor.recall(outcome, plan)?.sample;
      if (sample === undefined) continue;
      const bare = await scoreBare(sample, planCase.testCase, scorers);
      if (bare !== null) fenced++;
      for (const scorer of scorers) {
        const { name } = scorer.metric;
        const value = bare?.get(name) ?? outcome.scores.get(name);
        if (typeof value === "number") values.set(name, [...(values.get(name) ?? []), value]);
      }
    }
  }
  if (fenced === 0) return {};
  const known = metrics.flatMap(({ name }) => {
    const own = values.get(name) ?? [];
    return own.length === 0 ? [] : [[name, own.reduce((sum, value) => sum + value, 0) / own.length] as const];
  });
  return Object.fromEntries(known);
}

function isFree({ asks, judge, within, measuresCall, compare, metric }: Scorer): boolean {
  return [asks, judge, within, measuresCall, compare].every((each) => each === undefined) && metric.kind !== "ratio";
}

/** The scores of what stands in the fence; null where there is none. */
async function scoreBare(
  sample: CompletedSample,
  testCase: Case,
  scorers: readonly Scorer[],
): Promise<ReadonlyMap<string, number> | null> {
  const text = stripFence(sample.reply.text);
  if (text === null) return null;
  const scores = await scoreSample({ ...sample, reply: { ...sample.reply, text } }, testCase, scorers);
  return new Map([...scores].flatMap(([name, score]) => (score.status === "scored" ? [[name, score.value]] : [])));
}
