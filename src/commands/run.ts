import type { Command } from "./command.ts";
import {
  batchOption,
  callOptions,
  outputOptions,
  projectOptions,
  reportOptions,
  shardOption,
  storeOptions,
} from "./common-options.ts";

/** `prompt-assay run` */
export const runCommand: Command = {
  summary: "run the present version of every prompt against absolute thresholds",
  options: [
    ...projectOptions,
    ...reportOptions,
    ...callOptions,
    ...storeOptions,
    shardOption,
    batchOption,
    ...outputOptions,
  ],
  example: "prompt-assay run --json report.json",
  async run(options, context) {
    const [{ run }, { publishReport, toCallOptions }] = await Promise.all([
      import("../pipeline/run.ts"),
      import("./publish-report.ts"),
    ]);
    const report = await run(toCallOptions(options, context));
    await publishReport(report, options, context);
    return report.exitCode;
  },
};
