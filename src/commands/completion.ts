import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";

/** Shells that can be taught. */
export const shellNames = ["bash", "zsh", "fish", "powershell"] as const;

/** A name of theirs. */
export type ShellName = (typeof shellNames)[number];

/** `prompt-assay completion`, which knows all commands, itself among them. */
export function createCompletionCommand(listCommands: () => Readonly<Record<string, Command>>): Command {
  return {
    summary: "print a script by which a shell completes commands, options and their choices",
    arguments: [{ name: "<shell>", description: "the shell that reads it", choices: shellNames }],
    options: [],
    example: "prompt-assay completion bash",
    async run(options, context) {
      const [{ shells }, { describeCommands }] = await Promise.all([
        import("./completion/shells.ts"),
        import("./completion/completed-command.ts"),
      ]);
      const shell = (options.arguments?.[0] ?? "bash") as ShellName;
      context.writeOutput(shells[shell](describeCommands(listCommands())));
      return exitCodes.pass;
    },
  };
}
