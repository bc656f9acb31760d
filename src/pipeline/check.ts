import { openRepository } from "../changes/repository.ts";
import { createCodeRunner } from "../code/code-runner.ts";
import type { CheckedPrompt, CheckResult, Config, Estimate, ModelUse, PromptAtRevision } from "../model.ts";
import { confirmationTrials } from "./calls/prompt-run.ts";
import { addStandings, refuseJudges } from "./kept/calibrations.ts";
import type { RunOptions } from "./options.ts";
import { findModel, findScorerModel, findUnsendable, scorerModelsOf } from "./plan/connect-providers.ts";
import { estimatePlan } from "./plan/estimate-plan.ts";
import { nothing } from "./plan/estimate-run.ts";
import { type PromptPlan, planRun } from "./plan/plan-run.ts";
import { planTrials, trialsAlone } from "./plan/plan-trials.ts";
import { planVariants } from "./plan/plan-variants.ts";
import { metricsOfPrompt, type PromptMetrics, smallestMargin } from "./plan/prompt-metrics.ts";
import { allFactories, loadOptions } from "./project/find-changes.ts";
import { loadProject, type Project } from "./project/load-project.ts";
import { warnOfVersions } from "./project/version-warnings.ts";
import { warnOfWeakGolden } from "./project/weak-golden.ts";
import { asNew, emptyWarning } from "./run.ts";
import { brokenProblems, problemText } from "./warnings.ts";

/** Checks assay.yml, prompts, golden sets, scorers and the names of models. Makes no call and needs no key. */
export async function check(options: RunOptions): Promise<CheckResult> {
  const repository = await openRepository(options.directory, { ...options.environment });
  const code = createCodeRunner(options);
  try {
    const tree = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const project = await loadProject(tree, loadOptions(repository.prefix, options));
    const factories = allFactories(options);
    const changes = project.prompts.map(asNew);
    const { plans, problems } = planRun({
      changes,
      baseline: null,
      head: project,
      goalposts: project,
      fromBase: false,
      fork: false,
      factories,
      code,
    });
    const judges = scorerModelsOf(plans).flatMap((use) => {
      const found = findScorerModel(use, project, options);
      return "problem" in found ? [found.problem] : [];
    });
    const { config } = project;
    const distrusted = refuseJudges(await addStandings(plans, tree, config.directory), config.gate.minKappa);
    const variants = planVariants(plans, { changes, varied: changes, variants: config.variants ?? [] }).plans;
    const versions = [
      ...project.prompts.map(({ version }) => version),
      ...variants.flatMap(({ variant, candidate }) => (variant === undefined || candidate === null ? [] : [candidate])),
    ];
    const models = versions.flatMap((version) => {
      const found = findModel(version, project, options);
      return "problem" in found ? [found.problem] : [];
    });
    const measured = project.prompts.map((prompt) => ({ prompt, metrics: metricsOfPrompt(prompt, project, options) }));
    const weak = measured.flatMap(({ prompt, metrics }) =>
      warnOfWeakGolden(prompt, config, smallestMargin(metrics, config.gate)),
    );
    return {
      configPath: config.path,
      gate: config.gate,
      prompts: await Promise.all(
        measured.map(async ({ prompt, metrics }) => ({
          ...checkedPrompt(prompt, metrics, config, plans),
          estimate: await estimateComparison(prompt, plans, project, options),
        })),
      ),
      problems: [
        ...brokenProblems(project),
        ...problems,
        ...models,
        ...judges,
        ...distrusted,
        ...findUnsendable(variants, project, options),
      ],
      warnings: [
        ...project.warnings.map(problemText),
        ...emptyWarning(project),
        ...weak,
        ...(await warnOfVersions(repository, project, options)),
      ],
    };
  } finally {
    await code.close();
    await repository.close();
  }
}

/** What a comparison of a prompt with itself takes at most, where nothing is stored. */
async function estimateComparison(
  { version }: PromptAtRevision,
  plans: readonly PromptPlan[],
  { config }: Project,
  options: RunOptions,
): Promise<Estimate> {
  const plan = plans.find(({ candidate }) => candidate === version);
  if (plan === undefined) return { samples: nothing, scorers: nothing };
  return estimatePlan({ ...plan, baseline: plan.candidate }, config, options);
}

function checkedPrompt(
  prompt: PromptAtRevision,
  metrics: PromptMetrics,
  settings: Config,
  plans: readonly PromptPlan[],
): Omit<CheckedPrompt, "estimate"> {
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
      // Variants share the baseline.
      comparison: compared.baseline + compared.candidate * (1 + (settings.variants ?? []).length),
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
