import { exitCodes, UserError } from "../errors.ts";
import type { Command, CommandContext, CommandOptions } from "./command.ts";
import { outputOptions, parseCount, parseShare, parseTrials, projectOptions } from "./common-options.ts";

/** `prompt-assay power` */
export const powerCommand: Command = {
  summary: "tell what drop a golden set can show, and what it takes to see a smaller one",
  arguments: [{ name: "[prompt]", description: "name or path of one prompt (default: all prompts of the project)" }],
  options: [
    {
      flags: "--cases <number>",
      description: "plan a set of so many cases, without a project",
      parse: (value) => parseCount(value, 1, 1_000_000),
    },
    { flags: "--pass-rate <share>", description: "of the baseline: 0.8 or 80% (default: 80%)", parse: parseShare },
    {
      flags: "--trials <number>",
      description: "of each case in each arm, or auto (default: run.trials)",
      parse: parseTrials,
    },
    {
      flags: "--margin <loss>",
      description: "drop to be seen: 0.05 or 5% (default: the gate's margin)",
      parse: parseShare,
    },
    ...projectOptions,
    { flags: "--json <file>", description: "write the numbers as JSON" },
    ...outputOptions,
  ],
  example: "prompt-assay power --cases 100 --pass-rate 90% --margin 3%",
  async run(options, context) {
    const [report, { renderPower }, { warn, writeFileAt }] = await Promise.all([
      tellPower(options, context),
      import("../report/power-text.ts"),
      import("./publish-report.ts"),
    ]);
    context.writeOutput(renderPower(report, context.columns));
    warn(report.warnings, options, context);
    if (options.json !== undefined) await writeFileAt(options.json, `${JSON.stringify(report, null, 2)}\n`, context);
    return exitCodes.pass;
  },
};

async function tellPower(options: CommandOptions, context: CommandContext) {
  const { cases, passRate, trials, margin } = options;
  const [prompt] = options.arguments ?? [];
  const wishes = {
    ...(passRate === undefined ? {} : { passRate }),
    ...(trials === undefined ? {} : { trials }),
    ...(margin === undefined ? {} : { margin: Number(margin) }),
  };
  if (cases === undefined) {
    const [{ power }, { toRunOptions }] = await Promise.all([
      import("../pipeline/power.ts"),
      import("./publish-report.ts"),
    ]);
    return power(toRunOptions(options, context), wishes, prompt);
  }
  if (prompt !== undefined || options.config !== undefined || options.head !== undefined) {
    throw new UserError({
      message: "--cases plans a set without a project: a prompt, --config and --head do not go with it",
      hint: "Leave them out, or leave out --cases to tell of a prompt's own golden set.",
    });
  }
  const { planGolden } = await import("../pipeline/project/plan-golden.ts");
  return planGolden(cases, wishes);
}
