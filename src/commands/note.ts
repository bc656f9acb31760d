import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { configOption, outputOptions } from "./common-options.ts";

/** `prompt-assay note` */
export const noteCommand: Command = {
  summary: "keep a report's verdicts in git notes, for log in every clone; nothing is pushed",
  arguments: [{ name: "<report>", description: "report.json, as --json writes it" }],
  options: [configOption, ...outputOptions],
  example: "prompt-assay note report.json",
  async run(options, context) {
    const [{ noteVerdicts }, { renderNoted }, { toRunOptions }] = await Promise.all([
      import("../pipeline/note-verdicts.ts"),
      import("../report/note-text.ts"),
      import("./publish-report.ts"),
    ]);
    const [file = ""] = options.arguments ?? [];
    context.writeOutput(renderNoted(await noteVerdicts(file, toRunOptions(options, context))));
    return exitCodes.pass;
  },
};
