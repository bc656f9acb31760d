import { main } from "../../src/commands/main.ts";
import { gitEnvironment } from "../support/repository.ts";

/** How the command line ended, and all that it wrote. */
export interface Ended {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** `prompt-assay ARGS` in this folder, within this process. */
export function runMain(directory: string, ...args: readonly string[]): Promise<Ended> {
  return runMainWith({ directory }, ...args);
}

/** The same with more in the environment. */
export async function runMainWith(
  {
    directory,
    environment = {},
  }: { readonly directory: string; readonly environment?: Readonly<Record<string, string>> },
  ...args: readonly string[]
): Promise<Ended> {
  const written = { output: "", errors: "" };
  const exitCode = await main(args, {
    directory,
    environment: { ...gitEnvironment, ...environment },
    writeOutput: (text) => {
      written.output += text;
    },
    writeError: (text) => {
      written.errors += text;
    },
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
  });
  return { exitCode, ...written };
}
