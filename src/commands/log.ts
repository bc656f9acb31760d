import { resolve } from "node:path";
import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { outputOptions, projectOptions } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** `prompt-assay log` */
export const logCommand: Command = {
  summary: "list the versions of a prompt: what changed, who did it, the verdict, and drift since",
  arguments: [{ name: "<name>", description: "the prompt's name or path" }],
  options: [
    ...projectOptions,
    {
      flags: "--history <folder>",
      description: "drift's history (default: the branch assay-history as it was fetched, else .assay/drift)",
    },
    { flags: "--json <file>", description: "write the list as JSON" },
    ...outputOptions,
  ],
  example: "prompt-assay log triage",
  async run(options, context) {
    const [{ logPrompt }, { renderLog }, { toRunOptions, warn, writeFileAt }] = await Promise.all([
      import("../pipeline/log-prompt.ts"),
      import("../report/log-text.ts"),
      import("./publish-report.ts"),
    ]);
    const [asked = ""] = options.arguments ?? [];
    const history = options.history === undefined ? null : resolve(context.directory, options.history);
    const { notesUnfetched, warnings, ...log } = await logPrompt(asked, toRunOptions(options, context), history);
    writeFitted(renderLog({ ...log, notesUnfetched }, context.columns), context);
    warn(warnings, options, context);
    if (options.json !== undefined) {
      await writeFileAt(options.json, `${JSON.stringify(log, null, 2)}\n`, context);
    }
    return exitCodes.pass;
  },
};
