import type { Command } from "../command.ts";

/** What may stand at a place: one of these words, a path, or what nobody can know. */
export type Completion = readonly string[] | "file" | "folder" | "other";

/** An option as a shell completes it. */
export interface CompletedOption {
  /** `--json` */
  readonly flag: string;
  readonly description: string;
  /** Null where it takes no value. */
  readonly value: Completion | null;
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** What stands without a flag; null where nothing may. */
  readonly operands: Completion | null;
}

/** All commands, by what help tells of them. */
export function describeCommands(commands: Readonly<Record<string, Command>>): readonly CompletedCommand[] {
  return Object.entries(commands).map(([name, command]) => {
    const [operand] = command.arguments ?? [];
    return {
      name,
      summary: command.summary,
      options: [
        ...command.options.map(({ flags, description, choices }) => {
          const [flag = "", value] = flags.split(" ");
          return { flag, description, value: value === undefined ? null : (choices ?? pathOf(value)) };
        }),
        { flag: "--help", description: "print help", value: null },
      ],
      operands: operand === undefined ? null : (operand.choices ?? (namesPrompt(operand.name) ? "other" : "file")),
    };
  });
}

/** A prompt's name, with its version or not: which there are, only the repository knows. */
function namesPrompt(operand: string): boolean {
  return operand.startsWith("<name");
}

function pathOf(placeholder: string): Completion {
  if (placeholder === "<file>") return "file";
  return placeholder === "<folder>" ? "folder" : "other";
}
