import { exitCodes, UserError } from "../errors.ts";
import type { Command, CommandContext, CommandOptions } from "./command.ts";
import { outputOptions, projectOptions } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** `prompt-assay check` */
export const checkCommand: Command = {
  summary: "check assay.yml, prompts and golden sets; tell what would be run",
  options: [
    ...projectOptions,
    {
      flags: "--inline",
      description: "list the prompts that are strings in TypeScript, JavaScript and Python instead, and the next step",
    },
    { flags: "--json <file>", description: "write what was found as JSON" },
    ...outputOptions,
  ],
  example: "prompt-assay check",
  async run(options, context) {
    if (options.inline) return tellInline(options, context);
    const [{ check }, { renderCheck }, { toRunOptions, warn, writeFileAt }] = await Promise.all([
      import("../pipeline/check.ts"),
      import("../report/check-text.ts"),
      import("./publish-report.ts"),
    ]);
    const result = await check(toRunOptions(options, context));
    writeFitted(renderCheck(result), context);
    warn(result.warnings, options, context);
    if (options.json !== undefined) await writeFileAt(options.json, `${JSON.stringify(result, null, 2)}\n`, context);
    if (result.problems.length > 0) throw new UserError(result.problems);
    return exitCodes.pass;
  },
};

async function tellInline(options: CommandOptions, context: CommandContext): Promise<number> {
  const [{ listInline }, { renderInline }, { toRunOptions, warn, writeFileAt }] = await Promise.all([
    import("../pipeline/list-inline.ts"),
    import("../report/inline-text.ts"),
    import("./publish-report.ts"),
  ]);
  const report = await listInline(toRunOptions(options, context));
  writeFitted(renderInline(report), context);
  warn(report.warnings, options, context);
  if (options.json !== undefined) await writeFileAt(options.json, `${JSON.stringify(report, null, 2)}\n`, context);
  return exitCodes.pass;
}
