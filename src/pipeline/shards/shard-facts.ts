import type { Config, Json, Judge, Report, Shard, ShardFacts, ShardJudge, ShardPrompt } from "../../model.ts";
import { canonicalHash } from "../../source/json.ts";
import { shardOf } from "../../source/shard.ts";
import { version } from "../../version.ts";
import { metricsOf } from "../calls/draft-run.ts";
import type { StartedRun } from "../calls/start-runs.ts";
import { combinationsOf, judgesOf } from "../kept/calibrations.ts";
import type { PlanCase, PromptPlan } from "../plan/plan-run.ts";
import { versionNotesByVerdict } from "../reports/version-notes.ts";

/** What all shards of a run agree on, before the first call. */
export interface ShardedRun {
  readonly command: "compare" | "run";
  readonly names: Pick<Report, "base" | "head">;
  readonly goalposts: Report["goalposts"];
  readonly config: Config;
  readonly started: readonly StartedRun[];
}

/** Describes the run and this shard's part of it, so that the shards can be merged without the repository. */
export function describeShard(shard: Shard, input: ShardedRun): Omit<ShardFacts, "warnings" | "leftOut"> {
  const { command, names, goalposts, config, started } = input;
  // The same name elsewhere is another model.
  const providers = canonicalHash(
    Object.entries(config.providers).map(([name, { type, baseUrl }]) => [name, type, baseUrl]),
  );
  const prompts = started.map((each) => describePrompt(each, shard));
  const common = { of: shard.of, version, providers, gate: config.gate };
  const run = canonicalHash({
    ...common,
    command,
    ...names,
    goalposts,
    prompts: prompts.map(({ share: _share, ...prompt }, index) => [identify(started[index] as StartedRun), prompt]),
  } as unknown as Json);
  return { index: shard.index, ...common, run, prompts };
}

function identify({ run: { plan } }: StartedRun): Json {
  const { change, baseline, candidate, advisory } = plan;
  return [change.path, baseline?.fingerprint ?? null, candidate?.fingerprint ?? null, advisory];
}

function describeJudges(plan: PromptPlan): readonly ShardJudge[] {
  const combinations = combinationsOf(plan);
  return judgesOf(plan).map((scorer) => ({
    metric: scorer.metric.name,
    judge: scorer.judge as Judge,
    within: combinations.filter(({ within }) => within?.includes(scorer)).map(({ metric }) => metric.name),
    reviews: scorer.review !== undefined,
    standing: plan.standings?.get(scorer.metric.name) ?? { status: "none" },
  }));
}

function describePrompt({ run }: StartedRun, shard: Shard): ShardPrompt {
  const { plan, trials, seed } = run;
  const versions = versionNotesByVerdict(plan.change);
  const share = (cases: readonly PlanCase[]): number =>
    cases.filter(({ testCase }) => shardOf(testCase.id, shard.of) === shard.index).length;
  return {
    arms: { baseline: plan.baseline !== null, candidate: plan.candidate !== null },
    cases: { all: plan.cases.length, added: plan.added.length },
    share: { all: share(plan.cases), added: share(plan.added) },
    trials,
    seed,
    golden: plan.goldenHash,
    scorers: plan.scorersHash,
    metrics: metricsOf(plan),
    judges: describeJudges(plan),
    skipped: plan.skipped,
    ...(versions && { versionNotes: versions }),
  };
}
