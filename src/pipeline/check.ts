import { openRepository } from "../changes/repository.ts";
import type { CheckedPrompt, CheckResult, Config, ModelUse, PromptAtRevision } from "../model.ts";
import { findModel, findScorerModel, scorerModelsOf } from "./connect-providers.ts";
import { allFactories, loadOptions } from "./find-changes.ts";
import { loadProject } from "./load-project.ts";
import type { RunOptions } from "./options.ts";
import { type PromptPlan, planRun } from "./plan-run.ts";
import { planTrials, trialsAlone } from "./plan-trials.ts";
import { metricsOfPrompt, type PromptMetrics, smallestMargin } from "./prompt-metrics.ts";
import { confirmationTrials } from "./prompt-run.ts";
import { asNew, emptyWarning } from "./run.ts";
import { brokenProblems, problemText } from "./warnings.ts";
import { warnOfWeakGolden } from "./weak-golden.ts";

/** Checks assay.yml, prompts, golden sets, scorers and the names of models. Makes no call and needs no key. */
export async function check(options: RunOptions): Promise<CheckResult> {
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const tree = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const project = await loadProject(tree, loadOptions(repository.prefix, options));
    const factories = allFactories(options);
    const { plans, problems } = planRun({
      changes: project.prompts.map(asNew),
      baseline: null,
      head: project,
      goalposts: project,
      fromBase: false,
      fork: false,
      factories,
    });
    const models = project.prompts.flatMap((prompt) => {
      const found = findModel(prompt.version, project, options);
      return "problem" in found ? [found.problem] : [];
    });
    const judges = scorerModelsOf(plans).flatMap((use) => {
      const found = findScorerModel(use, project, options);
      return "problem" in found ? [found.problem] : [];
    });
    const { config } = project;
    const measured = project.prompts.map((prompt) => ({ prompt, metrics: metricsOfPrompt(prompt, project, options) }));
    const weak = measured.flatMap(({ prompt, metrics }) =>
      warnOfWeakGolden(prompt, config, smallestMargin(metrics, config.gate)),
    );
    return {
      configPath: config.path,
      gate: config.gate,
      prompts: measured.map(({ prompt, metrics }) => checkedPrompt(prompt, metrics, config, plans)),
      problems: [...brokenProblems(project), ...problems, ...models, ...judges],
      warnings: [...project.warnings.map(problemText), ...emptyWarning(project), ...weak],
    };
  } finally {
    await repository.close();
  }
}

function checkedPrompt(
  prompt: PromptAtRevision,
  metrics: PromptMetrics,
  settings: Config,
  plans: readonly PromptPlan[],
): CheckedPrompt {
  const { version, golden } = prompt;
  const cases = golden.cases.length;
  const compared = planTrials(cases, settings, null);
  return {
    name: version.name,
    path: version.path,
    model: version.configuration.model,
    cases,
    gating: metrics.gating.map((metric) => metric.name),
    watched: metrics.watched.map((metric) => metric.name),
    notRun: version.notRun.map((entry) => `${entry.name} (${entry.reason})`),
    calls: countCalls(prompt, plans, {
      run: trialsAlone(settings.run).candidate,
      comparison: compared.baseline + compared.candidate,
      confirmation: 2 * confirmationTrials,
    }),
  };
}

/** Calls over all cases for so many samples of each: the samples themselves, and what scorers ask about them. */
function countCalls(
  { version, golden }: PromptAtRevision,
  plans: readonly PromptPlan[],
  samples: Readonly<Record<"run" | "comparison" | "confirmation", number>>,
): CheckedPrompt["calls"] {
  const plan = plans.find(({ candidate }) => candidate === version);
  const asks = golden.cases.map((each) => plan?.scorersFor(each).flatMap(({ asks = [] }) => asks) ?? []);
  const sumOf = (of: (use: ModelUse) => number): number =>
    asks.reduce((sum, uses) => sum + uses.reduce((part, use) => part + of(use), 0), 0);
  const alone = sumOf(({ calls, perPair }) => (perPair ? 0 : calls));
  const paired = sumOf(({ calls, perPair }) => (perPair ? calls / 2 : 0));
  const cases = golden.cases.length;
  return {
    run: samples.run * (cases + alone),
    comparison: Math.ceil(samples.comparison * (cases + alone + paired)),
    confirmation: Math.ceil(samples.confirmation * (cases + alone + paired)),
    opinions: samples.comparison * sumOf(({ furtherCalls = 0 }) => furtherCalls),
  };
}
