import type { Command } from "./command.ts";
import { outputOptions, reportOptions } from "./common-options.ts";

/** `prompt-assay merge` */
export const mergeCommand: Command = {
  summary: "the shards of one run → one report, with the verdict of the undivided run; no model call",
  arguments: [
    { name: "<files...>", description: "report.json of every shard, its samples beside it; or folders with them" },
  ],
  options: [...reportOptions, ...outputOptions],
  example: "prompt-assay merge shard-*.json --json report.json --markdown comment.md",
  async run(options, context) {
    const [{ merge }, { publishReport, toRunOptions }] = await Promise.all([
      import("../pipeline/merge.ts"),
      import("./publish-report.ts"),
    ]);
    const { directory, samplesFile } = toRunOptions(options, context);
    const files = options.arguments ?? [];
    const report = await merge({ directory, files, ...(samplesFile === undefined ? {} : { samplesFile }) });
    await publishReport(report, options, context);
    return report.exitCode;
  },
};
