import { openRepository } from "../changes/repository.ts";
import { createCodeRunner } from "../code/code-runner.ts";
import type { CheckedPrompt, CheckResult, Config, PromptAtRevision } from "../model.ts";
import { findModel } from "./connect-providers.ts";
import { allFactories, loadOptions } from "./find-changes.ts";
import { loadProject } from "./load-project.ts";
import type { RunOptions } from "./options.ts";
import { planRun } from "./plan-run.ts";
import { planTrials, trialsAlone } from "./plan-trials.ts";
import { metricsOfPrompt, type PromptMetrics, smallestMargin } from "./prompt-metrics.ts";
import { confirmationTrials } from "./prompt-run.ts";
import { asNew, emptyWarning } from "./run.ts";
import { brokenProblems, problemText } from "./warnings.ts";
import { warnOfWeakGolden } from "./weak-golden.ts";

/** Checks assay.yml, prompts, golden sets, scorers and the names of models. Makes no call and needs no key. */
export async function check(options: RunOptions): Promise<CheckResult> {
  const repository = await openRepository(options.directory, { ...options.environment });
  const code = createCodeRunner(options);
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
      code,
    });
    const models = project.prompts.flatMap((prompt) => {
      const found = findModel(prompt.version, project, options);
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
      prompts: measured.map(({ prompt, metrics }) => checkedPrompt(prompt, metrics, config)),
      problems: [...brokenProblems(project), ...problems, ...models],
      warnings: [...project.warnings.map(problemText), ...emptyWarning(project), ...weak],
    };
  } finally {
    await code.close();
    await repository.close();
  }
}

function checkedPrompt(prompt: PromptAtRevision, metrics: PromptMetrics, settings: Config): CheckedPrompt {
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
    calls: {
      run: cases * trialsAlone(settings.run).candidate,
      comparison: cases * (compared.baseline + compared.candidate),
      confirmation: cases * 2 * confirmationTrials,
    },
  };
}
