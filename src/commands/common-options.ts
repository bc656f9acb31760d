import { InvalidArgumentError } from "commander";
import type { Shard } from "../model.ts";
import { readShard } from "../source/shard.ts";
import type { CommandOption } from "./command.ts";

/** Where the settings are. */
export const configOption: CommandOption = {
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
  configOption,
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
  { flags: "--html <file>", description: "write everything as one page for a browser, and the samples beside it" },
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
    flags: "--trials <number>",
    description: "how often each case is run in each version, or auto (default: run.trials)",
    parse: parseTrials,
  },
  {
    flags: "--concurrency <number>",
    description: "calls under way at once, for each provider (default: run.concurrency)",
    parse: (value) => parseCount(value, 1),
  },
  {
    flags: "--max-cost <dollars>",
    description: "what the calls may cost: none begins that could go beyond (default: run.maxCost)",
    parse: parseDollars,
  },
  seedOption,
  { flags: "--record <file>", description: "record every reply, for --replay" },
  { flags: "--replay <file>", description: "answer from recordings; never call a provider" },
];

/** Of the commands that use what earlier runs kept. */
export const storeOptions: readonly CommandOption[] = [
  {
    flags: "--store <folder>",
    description: "where answers and verdicts are kept (default: cache in assay.yml, else .assay at the root)",
  },
  { flags: "--no-cache", description: "keep nothing, and use nothing that was kept" },
];

/** Of the commands whose run can be dealt to several jobs. */
export const shardOption: CommandOption = {
  flags: "--shard <i/n>",
  description: "take the i-th of n parts of the cases, for merge; needs --json",
  parse: parseShard,
};

/** Of the commands that have all their samples taken at once. */
export const batchOption: CommandOption = {
  flags: "--batch",
  description: "ask through the providers' batch interfaces: half the price, answered within a day",
};

/** `3/8` */
function parseShard(value: string): Shard {
  const shard = readShard(value);
  if (typeof shard === "string") throw new InvalidArgumentError(shard);
  return shard;
}

/** A whole number in a range. */
export function parseCount(value: string, lowest: number, highest = Number.MAX_SAFE_INTEGER): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < lowest || number > highest) {
    const range = highest === Number.MAX_SAFE_INTEGER ? `of at least ${lowest}` : `from ${lowest} to ${highest}`;
    throw new InvalidArgumentError(`Give a whole number ${range}.`);
  }
  return number;
}

/** `0.05`, or `5%`. */
export function parseShare(value: string): number {
  const [, digits, percent] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(value) ?? [];
  const share = Number(digits) / (percent === "%" ? 100 : 1);
  if (share > 0 && share <= 1) return share;
  throw new InvalidArgumentError("Give a number above 0 and at most 1, or a percentage: 0.05 or 5%.");
}

/** US dollars. */
function parseDollars(value: string): number {
  if (/^(?:\d{1,6}(?:\.\d+)?|\.\d+)$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Give US dollars, for example 2.50.");
}

/** `a,b`: what is between the commas, each once. */
export function parseNames(value: string): readonly string[] {
  const names = value.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("Give names with commas between them: one,other.");
  return [...new Set(names)];
}

/** Trials of a case as assay.yml takes them. */
export function parseTrials(value: string): number | "auto" {
  if (value === "auto") return value;
  if (!/^[1-5]$/.test(value)) throw new InvalidArgumentError("Give a whole number from 1 to 5, or auto.");
  return Number(value);
}
