import { nearest, throwProblems } from "../errors.ts";
import type { Problem, Shard } from "../model.ts";
import { readShard } from "../source/shard.ts";

/** The Action's inputs, read in one place. Texts that were left out are undefined. */
export interface ActionInputs {
  readonly command: "compare" | "run" | "merge";
  readonly config: string | undefined;
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly concurrency: number | undefined;
  readonly maxCost: number | undefined;
  readonly trials: number | "auto" | undefined;
  readonly seed: number | undefined;
  /** Asks through the providers' batch interfaces. */
  readonly batch: boolean;
  readonly shard: Shard | undefined;
  /** What `merge` reads: files and folders. */
  readonly files: readonly string[];
  readonly store: string | undefined;
  readonly replay: string | undefined;
  readonly record: string | undefined;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
  readonly token: string;
  readonly comment: boolean;
  readonly commentKey: string;
  readonly workingDirectory: string;
}

const commands = ["compare", "run", "merge"] as const;

/** Reads and checks all inputs; throws a UserError with every mistake. */
export function readInputs(getInput: (name: string) => string): ActionInputs {
  const problems: Problem[] = [];
  const text = (name: string): string | undefined => getInput(name) || undefined;
  const command = text("command") ?? "compare";
  if (!commands.includes(command as never)) {
    const near = nearest(command, commands);
    problems.push({
      message: `the input command is ${JSON.stringify(command)}`,
      hint: near === null ? `It can be ${commands.join(", ")}.` : `Did you mean ${near}?`,
    });
  }
  const comment = text("comment") ?? "true";
  if (comment !== "true" && comment !== "false") {
    problems.push({ message: `the input comment is ${JSON.stringify(comment)}`, hint: "It can be true or false." });
  }
  const batch = text("batch") ?? "false";
  if (batch !== "true" && batch !== "false") {
    problems.push({ message: `the input batch is ${JSON.stringify(batch)}`, hint: "It can be true or false." });
  }
  const concurrency = text("concurrency");
  if (concurrency !== undefined && !/^[1-9]\d{0,3}$/.test(concurrency)) {
    problems.push({
      message: `the input concurrency is ${JSON.stringify(concurrency)}`,
      hint: "Give a whole number from 1 to 9999, or leave it out.",
    });
  }
  const maxCost = text("max-cost");
  if (maxCost !== undefined && !/^(?:\d{1,6}(?:\.\d+)?|\.\d+)$/.test(maxCost)) {
    problems.push({
      message: `the input max-cost is ${JSON.stringify(maxCost)}`,
      hint: "Give US dollars, for example 2.50, or leave it out.",
    });
  }
  const trials = text("trials");
  if (trials !== undefined && !/^(?:[1-5]|auto)$/.test(trials)) {
    problems.push({
      message: `the input trials is ${JSON.stringify(trials)}`,
      hint: "Give a whole number from 1 to 5, or auto.",
    });
  }
  const seed = text("seed");
  if (seed !== undefined && !/^\d{1,15}$/.test(seed)) {
    problems.push({ message: `the input seed is ${JSON.stringify(seed)}`, hint: "Give a whole number." });
  }
  const part = text("shard");
  const shard = part === undefined ? undefined : readShard(part);
  if (typeof shard === "string") {
    problems.push({ message: `the input shard is ${JSON.stringify(part)}`, hint: shard });
  } else if (shard !== undefined && command === "merge") {
    problems.push({ message: "merge takes no shard", hint: "Leave out shard; name the shards' files under files." });
  }
  const files = (text("files") ?? "").split("\n").flatMap((line) => line.trim() || []);
  if (command === "merge" && files.length === 0) {
    problems.push({
      message: "merge needs the input files",
      hint: "Name the reports of the shards one a line, or the folder to which their artifacts were downloaded.",
    });
  } else if (files.length > 0 && command !== "merge") {
    problems.push({ message: "only merge takes the input files", hint: "Set command: merge, or leave out files." });
  }
  throwProblems(problems);
  return {
    command: command as ActionInputs["command"],
    config: text("config"),
    base: text("base"),
    head: text("head"),
    concurrency: concurrency === undefined ? undefined : Number(concurrency),
    maxCost: maxCost === undefined ? undefined : Number(maxCost),
    trials: trials === undefined || trials === "auto" ? trials : Number(trials),
    seed: seed === undefined ? undefined : Number(seed),
    batch: batch === "true",
    shard: typeof shard === "string" ? undefined : shard,
    files,
    store: text("store"),
    replay: text("replay"),
    record: text("record"),
    json: text("json"),
    markdown: text("markdown"),
    token: getInput("github-token"),
    comment: comment === "true",
    commentKey: text("comment-key") ?? "default",
    workingDirectory: text("working-directory") ?? ".",
  };
}
