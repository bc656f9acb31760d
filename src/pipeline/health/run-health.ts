import { isGated } from "../../gate/compare-metric.ts";
import { orientedValues } from "../../gate/pair-cases.ts";
import type { Case, Config, GoldenHealth, HealthFinding, MetricDefinition } from "../../model.ts";
import { metricsOf, scoresOf } from "../calls/draft-run.ts";
import { type CaseRun, type PromptRun, seenCases } from "../calls/prompt-run.ts";
import { examineGolden, findingOf } from "./golden-health.ts";

/** As many as memory holds: texts of more are read from disk, which a run has no time to do twice. `check` looks at more. */
const mostRead = 2_000;
/** Trials of one version that differ by so much disagree. */
const far = 0.5;
const hair = 1e-9;

/** What a run tells of the cases it has seen, by the scores that decide: `metrics`. */
function examineOutcomes(cases: readonly CaseRun[], metrics: readonly MetricDefinition[]): readonly HealthFinding[] {
  const values = new Map<string, { readonly all: number[]; flaky: boolean }>();
  for (const metric of metrics) {
    for (const scores of scoresOf(cases, metric)) {
      const own = values.get(scores.id) ?? { all: [], flaky: false };
      values.set(scores.id, own);
      for (const arm of ["baseline", "candidate"] as const) {
        const given = orientedValues(scores[arm], metric);
        own.all.push(...given);
        own.flaky ||= given.length > 1 && Math.max(...given) - Math.min(...given) >= far;
      }
    }
  }
  const pick = (wanted: (own: { readonly all: readonly number[]; readonly flaky: boolean }) => boolean) =>
    cases.flatMap(({ planCase: { testCase } }): readonly Case[] => {
      const own = values.get(testCase.id);
      return own !== undefined && own.all.length > 0 && wanted(own) ? [testCase] : [];
    });
  const failed = pick(({ all }) => all.every((value) => value <= hair));
  const passed = pick(({ all }) => all.every((value) => value >= 1 - hair));
  const flaky = pick((own) => own.flaky);
  const name = (testCase: Case) => [testCase, null] as const;
  return [
    findingOf("always-failed", failed, name),
    findingOf("always-passed", passed, name),
    findingOf("flaky", flaky, name),
  ].flatMap((each) => each ?? []);
}

type Settings = Pick<Config, "run" | "gate" | "baseline">;

/** The golden sets of all prompts that are run, as far as they are known before; variants have the same. */
export async function examineSets(
  runs: readonly PromptRun[],
  config: Settings,
): Promise<ReadonlyMap<PromptRun, GoldenHealth>> {
  const found = new Map<PromptRun, GoldenHealth>();
  for (const run of runs) {
    const { plan, trials } = run;
    if (plan.candidate === null || plan.variant !== undefined || plan.cases.length === 0) continue;
    const cases = plan.cases.map(({ testCase }) => testCase);
    const { candidate: version, scorersFor } = plan;
    found.set(run, await examineGolden({ cases, version, scorersFor, config, trials, mostRead }));
  }
  return found;
}

/** The same with what the run tells of the cases. */
export function withOutcomes(
  run: PromptRun,
  health: GoldenHealth,
  gate: Pick<Config["gate"], "metrics">,
): GoldenHealth {
  const metrics = metricsOf(run.plan).filter(
    (metric) => metric.kind !== "ratio" && !metric.paired && isGated(metric, gate.metrics),
  );
  const seen = examineOutcomes(run.fresh ?? seenCases(run), metrics);
  return { ...health, findings: [...health.findings, ...seen] };
}
