import { expect, it } from "vitest";
import type { GateConfig, Json, MetricDefinition } from "../../src/model.ts";
import { noOpinions, type Outcome } from "../../src/pipeline/calls/outcome.ts";
import type { CaseRun } from "../../src/pipeline/calls/prompt-run.ts";
import { reportCases } from "../../src/pipeline/reports/report-cases.ts";
import type { SampleLog } from "../../src/run/sample-log.ts";

const metric: MetricDefinition = {
  name: "warm",
  kind: "bounded",
  direction: "higher",
  unit: null,
  gatesByDefault: true,
};
const pairs: MetricDefinition = { ...metric, name: "better", paired: true };
const gate = { metrics: null } as unknown as GateConfig;

/** Cases whose trials scored and answered so, each `[score, answer]`. */
function casesOf(
  arms: readonly { readonly [arm in "baseline" | "candidate"]: readonly (readonly [number, string])[] }[],
) {
  const lines: Json[] = [];
  const outcomeOf = (name: string, [value, output]: readonly [number, string], trial: number): Outcome => ({
    failure: null,
    // The score of pairs stands at the first trial alone.
    scores: new Map(name === "better" && trial > 0 ? [] : [[name, value]]),
    reasons: new Map(),
    opinions: noOpinions,
    addressesJudge: false,
    conferred: true,
    model: null,
    cached: false,
    digest: output,
    index: lines.push({ output }) - 1,
  });
  const log = { read: (index: number) => lines[index] ?? null } as SampleLog;
  const runsOf = (name: string): CaseRun[] =>
    arms.map(({ baseline, candidate }, index) => ({
      planCase: { testCase: { id: `c${index}`, tags: [], expected: null } } as unknown as CaseRun["planCase"],
      baseline: baseline.map((each, trial) => outcomeOf(name, each, trial)),
      candidate: candidate.map((each, trial) => outcomeOf(name, each, trial)),
    }));
  return { log, runsOf };
}

it("tells of a case that got worse the trials that show it: the best of the baseline, the worst of the candidate", () => {
  const { log, runsOf } = casesOf([
    {
      baseline: [
        [0.2, "cool"],
        [1, "warm"],
      ],
      candidate: [
        [0.3, "mild"],
        [0, "cold"],
      ],
    },
  ]);
  const [entry] = reportCases([metric], runsOf("warm"), gate, { log });
  expect([entry?.change, entry?.baseline?.text, entry?.candidate?.text]).toEqual(["worse", "warm", "cold"]);
});

it("tells of a pair that lost answers that differ, whichever trial has the score", () => {
  const { log, runsOf } = casesOf([
    {
      baseline: [
        [0.8, "the same"],
        [0, "warm"],
      ],
      candidate: [
        [0.2, "the same"],
        [0, "cold"],
      ],
    },
  ]);
  const [entry] = reportCases([pairs], runsOf("better"), gate, { log });
  expect([entry?.baseline?.text, entry?.candidate?.text]).toEqual(["the same", "cold"]);
});

it("keeps texts of those that lost most where not all are kept", () => {
  const { log, runsOf } = casesOf(
    Array.from({ length: 60 }, (_, index) => ({
      baseline: [[1, "yes"]],
      candidate: [[index < 55 ? 0.5 : 0, "no"]],
    })),
  );
  const told = reportCases([metric], runsOf("warm"), gate, { log }).filter(({ candidate }) => candidate !== null);
  expect(told).toHaveLength(50);
  expect(told.slice(-5).map(({ id }) => id)).toEqual(["c55", "c56", "c57", "c58", "c59"]);
});
