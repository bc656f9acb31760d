import type { Case, PromptReport, PromptVersion, Scorer, ShardCase, ShardPrompt } from "../model.ts";
import type { SampleLine } from "./outcome.ts";
import type { PlanCase, PromptPlan } from "./plan-run.ts";

/** A case as far as comparing and reporting need it: its values and its scorers have done their work. */
export function readCase({ id, tags, cluster, prompt }: SampleLine, { weight, expected }: ShardCase): Case {
  const place = { path: prompt };
  return { id, named: true, vars: {}, expected, context: null, tags, weight, cluster, scorers: [], place };
}

/** The plan of a prompt again, from what a shard tells of it: enough to compare, to decide and to report. */
export function rebuildPlan(prompt: PromptReport, facts: ShardPrompt, cases: readonly Case[]): PromptPlan {
  const { kind, parts } = prompt.change;
  const { name, path, previousPath } = prompt;
  const version = (arm: "baseline" | "candidate"): PromptVersion | null =>
    facts.arms[arm] ? namedVersion(prompt, arm) : null;
  const planned = cases.map((testCase): PlanCase => ({ testCase, baseline: {}, candidate: {} }));
  const scorers = facts.metrics.map(scoredAlready);
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
function scoredAlready(metric: Scorer["metric"]): Scorer {
  return { metric, score: () => ({ status: "unscored", reason: "scored in its shard" }) };
}
