import { Argument, CommanderError, Option, Command as Program } from "commander";
import { exitCodes, formatPlace, UserError } from "../errors.ts";
import type { Shield } from "../pipeline/reports/shield.ts";
import { version } from "../version.ts";
import type { Command, CommandContext, CommandOptions } from "./command.ts";
import { writePlainSigns } from "./plain-signs.ts";
import { commands } from "./registry.ts";

/** The whole command line: reads the arguments, runs the command and returns the exit code. */
export async function main(argv: readonly string[], given: CommandContext): Promise<number> {
  const context = given.plainSigns ? withPlainSigns(given) : given;
  let exitCode: number = exitCodes.pass;
  const program = buildProgram(context, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0) program.help();
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    return await tellError(error, context);
  }
}

function withPlainSigns(context: CommandContext): CommandContext {
  return {
    ...context,
    writeOutput: (text) => context.writeOutput(writePlainSigns(text)),
    writeError: (text) => context.writeError(writePlainSigns(text)),
  };
}

function buildProgram(context: CommandContext, finish: (exitCode: number) => void): Program {
  const program = new Program("prompt-assay")
    .description("Compares both versions of every changed prompt over a golden set, and says whether it got worse.")
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand(false)
    .showHelpAfterError("Run with --help for the options.")
    .addHelpText(
      "after",
      "\nExample:\n  $ prompt-assay demo\n\nExit codes: 0 pass, 1 the gate failed, 2 mend something, 3 could not be judged.",
    )
    .configureOutput({
      writeOut: context.writeOutput,
      writeErr: context.writeError,
      getOutHelpWidth: () => context.columns,
    })
    .configureHelp({
      minWidthToWrap: 16,
      // That each has options goes without saying, and the column is wanted for what it does.
      subcommandTerm: (entry) => [entry.name(), ...entry.registeredArguments.map(nameArgument)].join(" "),
    })
    .exitOverride();
  for (const [name, command] of Object.entries(commands)) {
    const entry = program
      .command(name)
      .summary(command.summary)
      .description(`${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`)
      .helpOption("-h, --help", "print help")
      .addHelpText("after", `\nExample:\n  $ ${command.example}`)
      .action(async () =>
        finish(await runCommand(command, { ...entry.opts<CommandOptions>(), arguments: entry.args }, context)),
      );
    for (const { name, description, choices } of command.arguments ?? []) {
      const argument = new Argument(name, description);
      entry.addArgument(choices === undefined ? argument : argument.choices(choices));
    }
    for (const { flags, description, choices, parse, repeatable } of command.options) {
      const option = new Option(flags, description);
      if (choices !== undefined) option.choices(choices);
      if (parse !== undefined) option.argParser(parse);
      if (repeatable) option.argParser((value: string, before: readonly string[] = []) => [...before, value]);
      entry.addOption(option);
    }
  }
  return program;
}

/** Runs a command and tells its mistakes, without what they may quote of what assay.yml says nobody may see. */
async function runCommand(command: Command, options: CommandOptions, context: CommandContext): Promise<number> {
  try {
    return await command.run(options, context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [{ readShield }, { toProjectOptions }] = await Promise.all([
      import("../pipeline/action/read-settings.ts"),
      import("./publish-report.ts"),
    ]);
    const shield = await readShield(toProjectOptions(options, context), []);
    // A line of the working tree must not be shown for one of another revision.
    const ofRevision = options.head !== undefined || options.goalposts !== undefined;
    await tellMistakes(shield.mistakes(error), context, ofRevision ? null : shield.source);
    return exitCodes.userError;
  }
}

function nameArgument(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}

async function tellMistakes(
  { problems }: UserError,
  context: CommandContext,
  tellSource: Shield["source"] | null,
): Promise<void> {
  const [{ escapeTerminal }, { fitLines }, { showSourceLine }] = await Promise.all([
    import("../report/escape.ts"),
    import("../report/layout.ts"),
    import("./source-line.ts"),
  ]);
  const width = context.errorColumns ?? context.columns;
  const narrowed = (text: string): string => (context.errorIsTerminal ? fitLines(text, width) : text);
  for (const { message, hint, place } of problems) {
    const where = place === undefined ? "" : `${formatPlace(place)}: `;
    context.writeError(`${narrowed(escapeTerminal(`error: ${where}${message}`))}\n`);
    if (place !== undefined && tellSource !== null) {
      const lines = showSourceLine(place, context.directory, width, tellSource);
      for (const line of lines) context.writeError(`${line}\n`);
    }
    if (hint !== undefined) context.writeError(`${narrowed(escapeTerminal(hint).replaceAll(/^/gm, "       "))}\n`);
  }
  if (problems.length > 1) context.writeError(`${problems.length} mistakes to mend.\n`);
}

/** The other ways to end without a result: usage is 2, bugs of ours are 3. */
async function tellError(error: unknown, context: CommandContext): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.userError;
  const { escapeTerminal } = await import("../report/escape.ts");
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.writeError(
    `${escapeTerminal(stack)}\nThis is a bug in Prompt Assay ${version}: please report it with the lines above.\n`,
  );
  return exitCodes.notJudged;
}
