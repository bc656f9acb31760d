import { InvalidArgumentError } from "commander";
import type { CommandOption } from "./command.ts";

const config: CommandOption = {
  flags: "--config <file>",
  description: "assay.yml to use (default: found beside you, else at the root)",
};

/** Options of every command that prints. */
export const outputOptions: readonly CommandOption[] = [
  { flags: "--quiet", description: "no progress and no warnings on standard error" },
  { flags: "--no-color", description: "no colour, whatever the terminal can do" },
];

/** Options of every command that reads the project. */
export const projectOptions: readonly CommandOption[] = [
  config,
  {
    flags: "--head <revision>",
    description: "revision to look at (default: the working tree, uncommitted edits included)",
  },
];

/** Options of the commands that compare two revisions. */
export const revisionOptions: readonly CommandOption[] = [
  { flags: "--base <revision>", description: "baseline (default: the merge base with the default branch)" },
  ...projectOptions,
];

/** Options of the commands that write a report. */
export const reportOptions: readonly CommandOption[] = [
  { flags: "--json <file>", description: "write report.json, and the samples beside it" },
  { flags: "--markdown <file>", description: "write the comment that the Action would post" },
];

/** Of the commands that judge. */
export const seedOption: CommandOption = {
  flags: "--seed <number>",
  description: "seed of the random draws in the statistics",
  parse: (value) => parseCount(value, 0),
};

/** Options of the commands that call models. */
export const callOptions: readonly CommandOption[] = [
  {
    flags: "--concurrency <number>",
    description: "calls under way at once, for each provider (default: run.concurrency)",
    parse: (value) => parseCount(value, 1),
  },
  seedOption,
  { flags: "--store <folder>", description: "where answers and verdicts are kept (default: .assay at the root)" },
  { flags: "--no-store", description: "keep nothing, and use nothing that was kept" },
  { flags: "--record <file>", description: "record every reply, for --replay" },
  { flags: "--replay <file>", description: "answer from recordings; never call a provider" },
];

function parseCount(value: string, lowest: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < lowest) {
    throw new InvalidArgumentError(`Give a whole number of at least ${lowest}.`);
  }
  return number;
}
