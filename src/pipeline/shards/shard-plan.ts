import type { Case, PromptReport, PromptVersion, Scorer, ShardCase, ShardJudge, ShardPrompt } from "../../model.ts";
import type { SampleLine } from "../calls/outcome.ts";
import type { PlanCase, PromptPlan } from "../plan/plan-run.ts";

/** A case as far as comparing and reporting need it: its values and its scorers have done their work. */
export function readCase({ id, tags, cluster }: SampleLine, { weight, expected, place }: ShardCase): Case {
  return { id, named: true, vars: {}, expected, context: null, tags, weight, cluster, scorers: [], place };
}

/** A case of which no sample was taken. */
export const unknownCase: Case = {
  id: "",
  named: true,
  vars: {},
  expected: null,
  context: null,
  tags: [],
  weight: 1,
  cluster: null,
  scorers: [],
  place: { path: "" },
};

/** The plan of a prompt again, from what a shard tells of it: enough to compare, to decide and to report. */
export function rebuildPlan(prompt: PromptReport, facts: ShardPrompt, cases: readonly Case[]): PromptPlan {
  const { kind, parts } = prompt.change;
  const { name, path, previousPath } = prompt;
  const version = (arm: "baseline" | "candidate"): PromptVersion | null =>
    facts.arms[arm] ? namedVersion(prompt, arm) : null;
  const planned = cases.map((testCase): PlanCase => ({ testCase, baseline: {}, candidate: {} }));
  const scorers = facts.metrics.map((metric) => scoredAlready(metric, facts.judges));
  const standings = new Map(facts.judges.map(({ metric, standing }) => [metric, standing]));
  return {
    change: { kind, name, path, previousPath, parts, baseline: null, candidate: null, broken: null },
    baseline: version("baseline"),
    candidate: version("candidate"),
    cases: planned.slice(0, facts.cases.all),
    added: planned.slice(facts.cases.all),
    files: new Map(),
    goldenHash: facts.golden,
    scorersHash: facts.scorers,
    scorersFor: () => scorers,
    advisory: prompt.advisory,
    skipped: facts.skipped,
    notes: prompt.notes,
    ...(standings.size > 0 && { standings }),
  };
}

/** Of a version, its name and its model are all that is needed once its answers are there. */
function namedVersion(prompt: PromptReport, arm: "baseline" | "candidate"): PromptVersion {
  const { name, path } = prompt;
  const model = prompt.models[arm];
  return {
    path,
    name,
    named: true,
    description: null,
    configuration: { messages: [], model, parameters: {}, format: null, tools: null, included: {} },
    fingerprint: prompt[arm]?.fingerprint ?? "",
    variables: [],
    modelPlace: { path },
    testData: [],
    evaluators: [],
    notRun: [],
    inclusions: {},
    semanticVersion: null,
    golden: null,
    warnings: [],
  };
}

/** What a scorer measures is known; the scores themselves came with the samples. */
function scoredAlready(metric: Scorer["metric"], judges: readonly ShardJudge[]): Scorer {
  const nothing = { status: "unscored", reason: "scored in its shard" } as const;
  const known = judges.find((each) => each.metric === metric.name && each.within.length === 0);
  const within = judges
    .filter((each) => each.within.includes(metric.name))
    .map((each) => ({ metric: { ...metric, name: each.metric }, score: () => nothing, judge: each.judge }));
  return {
    metric,
    score: () => nothing,
    ...(known && { judge: known.judge }),
    ...(within.length > 0 && { within }),
    ...(known?.reviews && { review: async () => nothing }),
    ...(metric.paired && { compare: async () => nothing }),
  };
}
