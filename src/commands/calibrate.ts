import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { callOptions, configOption, outputOptions, storeOptions } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** Repeats and seeds mean nothing to single opinions. */
const calls = callOptions.filter(({ flags }) => !/^--(?:trials|seed) /.test(flags));

/** `prompt-assay calibrate` */
export const calibrateCommand: Command = {
  summary: "measure judges against labels of people, and keep how far they agree",
  arguments: [{ name: "<labels>", description: "file of labels, one a line: as review saves them" }],
  options: [
    { flags: "--judge <name>", description: "the judge to measure (default: all that have labels)" },
    configOption,
    { flags: "--json <file>", description: "write the numbers and all disagreements as JSON" },
    ...calls,
    ...storeOptions,
    ...outputOptions,
  ],
  example: "prompt-assay calibrate labels.jsonl --judge helpful",
  async run(options, context) {
    const [{ calibrate }, { renderCalibration }, { toRunOptions, warn, writeFileAt }] = await Promise.all([
      import("../pipeline/calibrate.ts"),
      import("../report/calibration-text.ts"),
      import("./publish-report.ts"),
    ]);
    const [labels = ""] = options.arguments ?? [];
    const report = await calibrate(toRunOptions(options, context), labels, options.judge);
    writeFitted(renderCalibration(report, context.columns), context);
    warn(report.warnings, options, context);
    if (options.json !== undefined) await writeFileAt(options.json, `${JSON.stringify(report, null, 2)}\n`, context);
    const judged = report.judges.every(({ calibration }) => calibration.labels > 0);
    return judged ? exitCodes.pass : exitCodes.notJudged;
  },
};
