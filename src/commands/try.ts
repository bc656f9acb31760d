import type { Command } from "./command.ts";
import {
  callOptions,
  maxCostOption,
  outputOptions,
  projectOptions,
  reportOptions,
  storeOptions,
} from "./common-options.ts";

/** What a first look may cost, in US dollars, where nobody says. */
const firstLook = 0.5;

const firstCost = { ...maxCostOption, description: "what the calls may cost (default: 0.50)" };

/** `prompt-assay try` */
export const tryCommand: Command = {
  summary: "print the comment that a pull request would have got, with or without an assay.yml",
  arguments: [
    { name: "[target]", description: "a pull request's number or a branch (default: the working tree as it is)" },
  ],
  options: [
    ...projectOptions.slice(0, 1),
    ...reportOptions,
    ...callOptions.map((option) => (option === maxCostOption ? firstCost : option)),
    ...storeOptions,
    ...outputOptions,
  ],
  example: "prompt-assay try 128 --max-cost 0.50",
  async run(options, context) {
    const [{ tryPullRequest }, { reporters }, publishing] = await Promise.all([
      import("../pipeline/try.ts"),
      import("../report/registry.ts"),
      import("./publish-report.ts"),
    ]);
    const { renderingFor, toCallOptions, writeReports, warn } = publishing;
    const called = toCallOptions({ maxCost: firstLook, ...options }, context);
    const { report, proposed } = await tryPullRequest(options.arguments?.[0] ?? null, called);
    if (proposed !== null) {
      const made = `There is no assay.yml; judged by the one that prompt-assay init would write:\n${proposed}`;
      warn([made.trimEnd()], options, context);
    }
    context.writeOutput(reporters.markdown.render(report, renderingFor(options, context)));
    await writeReports(report, options, context);
    return report.exitCode;
  },
};
