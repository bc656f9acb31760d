import type { Command } from "./command.ts";
import { outputOptions, reportOptions, seedOption } from "./common-options.ts";

/** `prompt-assay gate` */
export const gateCommand: Command = {
  summary: "decide over two results files of any runner; no model call",
  arguments: [
    {
      name: "<baseline>",
      description: "results before: JSON Lines, promptfoo or inspect JSON, an OpenAI Evals log, JUnit XML",
    },
    { name: "<candidate>", description: "results after, with the same ids" },
  ],
  options: [
    {
      flags: "--metric <name>",
      description: "metric that gates, may be repeated (default: all in both files, but for latency, tokens and cost)",
      repeatable: true,
    },
    { flags: "--margin <loss>", description: "tolerated loss: 0.05 or 5% (default: 5%)" },
    { flags: "--alpha <share>", description: "false alarms among unchanged prompts (default: 5%)" },
    {
      flags: "--range <range>",
      description: "LOW..HIGH of the scores, or NAME=LOW..HIGH, may be repeated (default: 0..1)",
      repeatable: true,
    },
    {
      flags: "--lower-is-better <name>",
      description: "metric of which less is better, may be repeated",
      repeatable: true,
    },
    { flags: "--population", description: "judge cases like these, not just these cases" },
    { flags: "--exact", description: "guarantee the share of false alarms, at the cost of power" },
    // The samples stand in the results files themselves.
    ...reportOptions.map(({ flags, description }) => ({
      flags,
      description: description.replace(", and the samples beside it", ""),
    })),
    seedOption,
    ...outputOptions,
  ],
  example: "prompt-assay gate main.jsonl branch.jsonl --metric correct --margin 3%",
  async run(options, context) {
    const [{ gateResults }, { publishReport }] = await Promise.all([
      import("../pipeline/gate-results.ts"),
      import("./publish-report.ts"),
    ]);
    const { metric, margin, alpha, range, lowerIsBetter, population, exact, seed } = options;
    const [baseline = "", candidate = ""] = options.arguments ?? [];
    const report = gateResults({
      directory: context.directory,
      baseline,
      candidate,
      ...(metric === undefined ? {} : { metrics: metric }),
      ...(margin === undefined ? {} : { margin: String(margin) }),
      ...(alpha === undefined ? {} : { alpha }),
      ...(range === undefined ? {} : { ranges: range }),
      ...(lowerIsBetter === undefined ? {} : { lowerIsBetter }),
      ...(population === undefined ? {} : { population }),
      ...(exact === undefined ? {} : { exact }),
      ...(seed === undefined ? {} : { seed }),
    });
    await publishReport(report, options, context);
    return report.exitCode;
  },
};
