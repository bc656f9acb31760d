import { Argument, CommanderError, Option, Command as Program } from "commander";
import { exitCodes, formatPlace, UserError } from "../errors.ts";
import { version } from "../version.ts";
import type { CommandContext, CommandOptions } from "./command.ts";
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
    // A line of the working tree must not be shown for one of another revision.
    const ofRevision = argv.some((word) => /^--(?:head|goalposts)\b/.test(word));
    return await tellError(error, context, ofRevision);
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
        finish(await command.run({ ...entry.opts<CommandOptions>(), arguments: entry.args }, context)),
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

function nameArgument(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Every way to end without a result: usage and mistakes of the user are 2, bugs of ours 3. */
async function tellError(error: unknown, context: CommandContext, ofRevision: boolean): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.userError;
  const { escapeTerminal } = await import("../report/escape.ts");
  if (error instanceof UserError) {
    const [{ showSourceLine }, { fitLines }] = await Promise.all([
      import("./source-line.ts"),
      import("../report/layout.ts"),
    ]);
    const width = context.errorColumns ?? context.columns;
    const narrowed = (text: string): string => (context.errorIsTerminal ? fitLines(text, width) : text);
    for (const { message, hint, place } of error.problems) {
      const where = place === undefined ? "" : `${formatPlace(place)}: `;
      context.writeError(`${narrowed(escapeTerminal(`error: ${where}${message}`))}\n`);
      if (place !== undefined && !ofRevision) {
        for (const line of showSourceLine(place, context.directory, width)) context.writeError(`${line}\n`);
      }
      if (hint !== undefined) context.writeError(`${narrowed(escapeTerminal(hint).replaceAll(/^/gm, "       "))}\n`);
    }
    if (error.problems.length > 1) context.writeError(`${error.problems.length} mistakes to mend.\n`);
    return exitCodes.userError;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.writeError(
    `${escapeTerminal(stack)}\nThis is a bug in Prompt Assay ${version}: please report it with the lines above.\n`,
  );
  return exitCodes.notJudged;
}
