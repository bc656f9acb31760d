import type { Command } from "./command.ts";
import { callOptions, outputOptions, reportOptions, revisionOptions, storeOptions } from "./common-options.ts";

/** `prompt-assay compare` */
export const compareCommand: Command = {
  summary: "run both versions of every changed prompt over its golden set, and decide",
  options: [
    ...revisionOptions,
    {
      flags: "--goalposts <revision>",
      description: "whose golden set, scorers and gate judge (default: head)",
      choices: ["head", "base"],
    },
    ...reportOptions,
    ...callOptions,
    ...storeOptions,
    ...outputOptions,
  ],
  example: "prompt-assay compare --base origin/main --markdown comment.md",
  async run(options, context) {
    const [{ compare }, { publishReport, toCallOptions }] = await Promise.all([
      import("../pipeline/compare.ts"),
      import("./publish-report.ts"),
    ]);
    const report = await compare(toCallOptions(options, context));
    await publishReport(report, options, context);
    return report.exitCode;
  },
};
