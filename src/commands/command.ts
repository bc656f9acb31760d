import type { Shard } from "../model.ts";
import type { ReportFileName } from "../report/report-files.ts";

/** What a command touches of the world: passed in, so that the whole command line runs in a test without a process. */
export interface CommandContext {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly writeOutput: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Whether standard output, standard error are terminals. */
  readonly outputIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  readonly columns: number;
  /** Of standard error, where it is a terminal and standard output is not; unset: the same. */
  readonly errorColumns?: number;
  /** Set where the terminal shows ASCII alone. */
  readonly plainSigns?: boolean;
  /** Called where a command makes calls: from then on the process does not end at once when it is told to, but this aborts. */
  readonly interruption?: () => AbortSignal;
}

/** One option of a command as `--help` shows it; the flags are in the notation of the command-line parser. */
export interface CommandOption {
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly parse?: (value: string) => number | "auto" | readonly string[] | Shard;
  /** Whether it may be given several times: its value is a list. */
  readonly repeatable?: true;
}

/** An argument that stands without a flag; `<name>` must be given, `[name]` may, `<name...>` several times. */
export interface CommandArgument {
  readonly name: string;
  readonly description: string;
  readonly choices?: readonly string[];
}

/** A command: what help tells of it, and what it does. It returns the exit code. */
export interface Command {
  readonly summary: string;
  readonly arguments?: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /** One line that runs. */
  readonly example: string;
  run(options: CommandOptions, context: CommandContext): Promise<number>;
}

/** Values of the options, by their camelCase names. */
export interface CommandOptions extends Readonly<Partial<Record<ReportFileName, string>>> {
  readonly base?: string;
  readonly head?: string;
  readonly config?: string;
  readonly goalposts?: "head" | "base";
  readonly concurrency?: number;
  readonly trials?: number | "auto";
  readonly prompt?: readonly string[];
  readonly models?: readonly string[];
  readonly chart?: string;
  readonly seed?: number;
  readonly maxCost?: number;
  readonly store?: string;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
  readonly record?: string;
  readonly replay?: string;
  readonly shard?: Shard;
  readonly batch?: boolean;
  readonly attribute?: boolean;
  readonly format?: string;
  readonly quiet?: boolean;
  /** False with `--no-color`. */
  readonly color?: boolean;
  /** What stands without a flag, in the order of the command's arguments. */
  readonly arguments?: readonly string[];
  readonly metric?: readonly string[];
  /** As written, or a share where the command's option reads it. */
  readonly margin?: string | number;
  readonly alpha?: string;
  readonly range?: readonly string[];
  readonly lowerIsBetter?: readonly string[];
  readonly population?: boolean;
  readonly exact?: boolean;
  readonly last?: number;
  readonly maxCalls?: number;
  readonly aa?: number;
  readonly judge?: string;
  readonly html?: string;
  readonly cases?: number;
  readonly passRate?: number;
  readonly generate?: number;
  readonly model?: string;
  readonly from?: "promptfoo";
  readonly report?: boolean;
  readonly days?: number;
  readonly check?: string;
  readonly inline?: boolean;
  readonly variants?: boolean;
  readonly history?: string;
  readonly branch?: boolean;
  readonly reference?: boolean;
  readonly accept?: string;
  readonly reason?: string;
  readonly forget?: string;
}
