import { openRepository } from "../changes/repository.ts";
import { createCodeRunner } from "../code/code-runner.ts";
import type {
  CheckedPrompt,
  CheckResult,
  Config,
  Estimate,
  GoldenHealth,
  ModelUse,
  PromptAtRevision,
} from "../model.ts";
import type { ModelPrice } from "../run/prices.ts";
import { confirmationTrials } from "./calls/prompt-run.ts";
import { examineGolden } from "./health/golden-health.ts";
import { checklistHints, hintsOf } from "./health/prompt-hints.ts";
import { addStandings, refuseJudges } from "./kept/calibrations.ts";
import type { RunOptions } from "./options.ts";
import { findModel, findScorerModel, findUnsendable, scorerModelsOf } from "./plan/connect-providers.ts";
import { estimatePlan, openPrices } from "./plan/estimate-plan.ts";
import { addEstimates, nothing } from "./plan/estimate-run.ts";
import { type PromptPlan, planRun } from "./plan/plan-run.ts";
import { planTrials, trialsAlone } from "./plan/plan-trials.ts";
import { planVariants } from "./plan/plan-variants.ts";
import { metricsOfPrompt, type PromptMetrics, smallestMargin } from "./plan/prompt-metrics.ts";
import { warnOfUnmatched } from "./project/dependencies.ts";
import { allFactories, loadOptions } from "./project/find-changes.ts";
import { loadProject, type Project } from "./project/load-project.ts";
import { warnOfVersions } from "./project/version-warnings.ts";
import { warnOfWeakGolden } from "./project/weak-golden.ts";
import { createShield } from "./reports/shield.ts";
import { asNew, emptyWarning } from "./run.ts";
import { brokenProblems, problemText } from "./warnings.ts";

/** Cases of one golden set whose texts are looked at for their health: some seconds' worth. */
const mostRead = 10_000;

/** Checks assay.yml, prompts, golden sets, scorers and the names of models. Makes no call and needs no key. */
export async function check(options: RunOptions): Promise<CheckResult> {
  const repository = await openRepository(options.directory, { ...options.environment });
  const code = createCodeRunner(options);
  try {
    const tree = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const project = await loadProject(tree, loadOptions(repository.prefix, options));
    const factories = allFactories(options);
    const changes = project.prompts.map(asNew);
    const { plans, problems, later } = planRun({
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
      return "problems" in found ? found.problems : [];
    });
    const { config } = project;
    const distrusted = refuseJudges(await addStandings(plans, tree, config.directory), config.gate.minKappa);
    const variants = planVariants(plans, {
      changes,
      varied: changes,
      variants: config.variants ?? [],
      fileVariants: new Map(),
    }).plans;
    const versions = [
      ...project.prompts.map(({ version }) => version),
      ...variants.flatMap(({ variant, candidate }) => (variant === undefined || candidate === null ? [] : [candidate])),
    ];
    const models = versions.flatMap((version) => {
      const found = findModel(version, project, options);
      return "problems" in found ? found.problems : [];
    });
    const measured = project.prompts.map((prompt) => ({ prompt, metrics: metricsOfPrompt(prompt, project, options) }));
    const weak = measured.flatMap(({ prompt, metrics }) =>
      warnOfWeakGolden(prompt, config, smallestMargin(metrics, config.gate)),
    );
    const prompts = await Promise.all(
      measured.map(async ({ prompt, metrics }) => ({
        ...checkedPrompt(prompt, metrics, config, plans),
        estimate: await estimateComparison(prompt, [...plans, ...variants], project, options),
        health: await examine(prompt, plans, config),
        hints: hintsOf(prompt, await priceOf(prompt, project, options), project, options),
      })),
    );
    return createShield(config).told({
      configPath: config.path,
      gate: config.gate,
      prompts,
      total: addEstimates(prompts.map(({ estimate }) => estimate)),
      hints: checklistHints(project.prompts),
      problems: [
        ...brokenProblems(project),
        ...problems.filter((problem) => !later.includes(problem)),
        ...models,
        ...judges,
        ...distrusted,
        ...findUnsendable(variants, project, options),
      ],
      warnings: [
        ...project.warnings.map(problemText),
        ...emptyWarning(project),
        ...later.map(problemText),
        ...weak,
        ...(await warnOfUnmatched(project.tree, project.config)),
        ...(await warnOfVersions(repository, project, options)),
      ],
    });
  } finally {
    await code.close();
    await repository.close();
  }
}

/** How good a golden set is, as far as that shows before it is run. */
async function examine(
  { version, golden }: PromptAtRevision,
  plans: readonly PromptPlan[],
  config: Config,
): Promise<GoldenHealth | null> {
  const plan = plans.find(({ candidate }) => candidate === version);
  if (plan === undefined || golden.cases.length === 0) return null;
  return examineGolden({ cases: golden.cases, version, scorersFor: plan.scorersFor, config, mostRead });
}

/** Of the model that a prompt asks; null where nobody knows. */
function priceOf({ version }: PromptAtRevision, project: Project, options: RunOptions): Promise<ModelPrice | null> {
  return openPrices(project.config, options)(version.configuration.model ?? "");
}

/** What a comparison of a prompt with itself and its variants takes at most, where nothing is stored. */
async function estimateComparison(
  { version }: PromptAtRevision,
  plans: readonly PromptPlan[],
  { config }: Project,
  options: RunOptions,
): Promise<Estimate> {
  const plan = plans.find(({ candidate }) => candidate === version);
  if (plan === undefined) return { samples: nothing, scorers: nothing };
  // Variants share the baseline.
  const varied = plans.flatMap(({ variant, candidate }) =>
    variant?.prompt === version.name && candidate !== null ? [candidate] : [],
  );
  return estimatePlan({ ...plan, baseline: plan.candidate }, config, options, varied);
}

function checkedPrompt(
  prompt: PromptAtRevision,
  metrics: PromptMetrics,
  settings: Config,
  plans: readonly PromptPlan[],
): Omit<CheckedPrompt, "estimate" | "health" | "hints"> {
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
