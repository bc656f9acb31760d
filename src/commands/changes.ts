import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { outputOptions, revisionOptions } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** `prompt-assay changes` */
export const changesCommand: Command = {
  summary: "list the prompts that changed and which of their parts",
  options: [...revisionOptions, { flags: "--json <file>", description: "write the list as JSON" }, ...outputOptions],
  example: "prompt-assay changes --base HEAD~1 --head HEAD",
  async run(options, context) {
    const [{ listChanges }, { renderChanges }, { toRunOptions, warn, writeFileAt }] = await Promise.all([
      import("../pipeline/list-changes.ts"),
      import("../report/changes-text.ts"),
      import("./publish-report.ts"),
    ]);
    const report = await listChanges(toRunOptions(options, context));
    writeFitted(renderChanges(report), context);
    warn(report.warnings, options, context);
    if (options.json !== undefined) await writeFileAt(options.json, `${JSON.stringify(report, null, 2)}\n`, context);
    return exitCodes.pass;
  },
};
