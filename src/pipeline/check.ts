import { openRepository } from "../changes/repository.ts";
import { isGated } from "../gate/compare-metric.ts";
import type { CheckedPrompt, CheckResult, MetricDefinition, PromptAtRevision } from "../model.ts";
import { operationalMetrics } from "../score/operational.ts";
import { createScorer } from "../score/registry.ts";
import { findModel } from "./connect-providers.ts";
import { allFactories, loadOptions } from "./find-changes.ts";
import { loadProject, type Project } from "./load-project.ts";
import type { RunOptions } from "./options.ts";
import { planRun } from "./plan-run.ts";
import { asNew, emptyWarning } from "./run.ts";
import { brokenProblems, problemText } from "./warnings.ts";

/** Checks assay.yml, prompts, golden sets, scorers and the names of models. Makes no call and needs no key. */
export async function check(options: RunOptions): Promise<CheckResult> {
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const tree = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const project = await loadProject(tree, loadOptions(repository.prefix, options));
    const factories = allFactories(options);
    const { problems } = planRun({
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
    return {
      configPath: project.config.path,
      gate: project.config.gate,
      prompts: project.prompts.map((prompt) => checkedPrompt(prompt, project, options)),
      problems: [...brokenProblems(project), ...problems, ...models],
      warnings: [...project.warnings.map(problemText), ...emptyWarning(project)],
    };
  } finally {
    await repository.close();
  }
}

function checkedPrompt(prompt: PromptAtRevision, project: Project, options: RunOptions): CheckedPrompt {
  const { version, golden } = prompt;
  const gates = (metric: MetricDefinition): boolean => isGated(metric, project.config.gate.metrics);
  const metrics = [...scorerMetrics(prompt, project, options), ...operationalMetrics];
  return {
    name: version.name,
    path: version.path,
    model: version.configuration.model,
    cases: golden.cases.length,
    gating: metrics.filter(gates).map((metric) => metric.name),
    watched: metrics.filter((metric) => !gates(metric)).map((metric) => metric.name),
    notRun: version.notRun.map((entry) => `${entry.name} (${entry.reason})`),
  };
}

/** The metrics of the scorers that hold; mistakes in the others are told as problems. */
function scorerMetrics(prompt: PromptAtRevision, project: Project, options: RunOptions): readonly MetricDefinition[] {
  const factories = allFactories(options);
  const context = { files: project.scorerFiles, render: () => ({ text: "", missing: [] }) };
  return prompt.scorers.flatMap((spec) => {
    const factory = Object.hasOwn(factories, spec.type) ? factories[spec.type] : undefined;
    try {
      return factory === undefined ? [] : [createScorer(spec, context, factories).metric];
    } catch {
      return [];
    }
  });
}
