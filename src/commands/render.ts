import { resolve } from "node:path";
import { exitCodes, UserError } from "../errors.ts";
import { type ReporterName, reporterNames } from "../report/reporter-names.ts";
import type { Command } from "./command.ts";
import { outputOptions } from "./common-options.ts";

/** `prompt-assay render` */
export const renderCommand: Command = {
  summary: "write any report again, without running",
  arguments: [
    { name: "<report>", description: "report.json, as --json writes it; for a page, with the samples beside it" },
  ],
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
    const [{ readReportFile }, { findSamples }, { reporters }, { renderingFor, warn }] = await Promise.all([
      import("../pipeline/read-report-file.ts"),
      import("../pipeline/sample-lines.ts"),
      import("../report/registry.ts"),
      import("./publish-report.ts"),
    ]);
    const [file = ""] = options.arguments ?? [];
    const path = resolve(context.directory, file);
    const read = await readReportFile(file, context.directory);
    if ("problem" in read) throw new UserError(read.problem);
    const { report } = read;
    const format = (options.format ?? "text") as ReporterName;
    const { samples, problem } = format === "html" ? await findSamples(report, path) : {};
    if (problem !== undefined) warn([`${problem.message}. ${problem.hint}`], options, context);
    const rendering = { ...renderingFor(options, context), ...(samples === undefined ? {} : { samples }) };
    context.writeOutput(await reporters[format].render(report, rendering));
    return exitCodes.pass;
  },
};
