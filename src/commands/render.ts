import { exitCodes, UserError } from "../errors.ts";
import { type ReporterName, reporterNames } from "../report/reporter-names.ts";
import type { Command } from "./command.ts";
import { outputOptions } from "./common-options.ts";

/** `prompt-assay render` */
export const renderCommand: Command = {
  summary: "write any report again, without running",
  arguments: [{ name: "<report>", description: "report.json, as --json writes it" }],
  options: [
    {
      flags: "--format <name>",
      description: "how it is written (default: text)",
      choices: reporterNames,
    },
    ...outputOptions,
  ],
  example: "prompt-assay render report.json --format markdown",
  async run(options, context) {
    const [{ readReportFile }, { reporters }, { renderingFor }] = await Promise.all([
      import("../pipeline/read-report-file.ts"),
      import("../report/registry.ts"),
      import("./publish-report.ts"),
    ]);
    const read = await readReportFile(options.arguments?.[0] ?? "", context.directory);
    if ("problem" in read) throw new UserError(read.problem);
    const reporter = reporters[(options.format ?? "text") as ReporterName];
    context.writeOutput(reporter.render(read.report, renderingFor(options, context)));
    return exitCodes.pass;
  },
};
