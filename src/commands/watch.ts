import { exitCodes, UserError } from "../errors.ts";
import type { Command } from "./command.ts";
import { outputOptions, parseCount } from "./common-options.ts";
import { writeFitted } from "./write-fitted.ts";

/** `prompt-assay watch` */
export const watchCommand: Command = {
  summary: "tell where this gate and the one beside it agreed on GitHub's pull requests",
  options: [
    { flags: "--report", description: "ask GitHub, and print where the two agreed" },
    {
      flags: "--days <number>",
      description: "pull requests updated in so many days (default: 14)",
      parse: (value) => parseCount(value, 1, 365),
    },
    { flags: "--check <name>", description: "the other gate's check run (default: those that name promptfoo)" },
    { flags: "--json <file>", description: "write the result as JSON" },
    ...outputOptions,
  ],
  example: "prompt-assay watch --report --days 14",
  async run({ report: wanted, days = 14, check = null, json }, context) {
    if (!wanted) {
      const hint = "Watching itself is a setting: watch: true in assay.yml.";
      throw new UserError({ message: "prompt-assay watch needs --report", hint });
    }
    const [{ watchReport }, { renderWatch }, { writeFileAt }] = await Promise.all([
      import("../pipeline/watch-report.ts"),
      import("../report/watch-text.ts"),
      import("./publish-report.ts"),
    ]);
    const { directory, environment } = context;
    const report = await watchReport({ directory, environment, days, check, now: new Date() });
    writeFitted(renderWatch(report, context.columns), context);
    if (json !== undefined) await writeFileAt(json, `${JSON.stringify(report, null, 2)}\n`, context);
    return exitCodes.pass;
  },
};
