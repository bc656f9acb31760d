import { nearest, throwProblems } from "../errors.ts";
import type { CommentPolicy, Problem, Shard } from "../model.ts";
import { readShard } from "../source/shard.ts";
import { markerKey } from "./marker.ts";

/** What the Action can be told to do. */
export type ActionCommand = (typeof commands)[number];

/** The Action's inputs, read in one place. Texts that were left out are undefined. */
export interface ActionInputs {
  /** Undefined: the event decides. */
  readonly command: ActionCommand | undefined;
  /** Paths of assay.yml, relative to the working directory; empty: found. */
  readonly configs: readonly string[];
  readonly base: string | undefined;
  readonly head: string | undefined;
  readonly concurrency: number | undefined;
  readonly maxCost: number | undefined;
  readonly trials: number | "auto" | undefined;
  readonly seed: number | undefined;
  /** Asks through the providers' batch interfaces. */
  readonly batch: boolean;
  /** Shares a regression out among the parts that changed. */
  readonly attribute: boolean;
  readonly shard: Shard | undefined;
  /** What `merge` reads: files and folders. */
  readonly files: readonly string[];
  readonly store: string | undefined;
  /** Folder for the history of `drift`; undefined: a branch of the repository. */
  readonly history: string | undefined;
  readonly replay: string | undefined;
  readonly record: string | undefined;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
  readonly html: string | undefined;
  readonly junit: string | undefined;
  readonly sarif: string | undefined;
  readonly csv: string | undefined;
  readonly token: string;
  /** Undefined: as assay.yml says. */
  readonly comment: CommentPolicy | undefined;
  readonly commentKey: string;
  /** Whether draft pull requests are judged, too. */
  readonly drafts: boolean;
  readonly workingDirectory: string;
}

const commands = ["compare", "run", "baseline", "merge", "drift"] as const;

/** What `comment` may say; `true` and `false` are what it could say first. */
const comments: Readonly<Record<string, CommentPolicy>> = {
  always: "always",
  "on-change": "on-change",
  "on-problem": "on-problem",
  never: "never",
  true: "on-change",
  false: "never",
};

/** Reads and checks all inputs; throws a UserError with every mistake. */
export function readInputs(getInput: (name: string) => string): ActionInputs {
  const problems: Problem[] = [];
  const text = (name: string): string | undefined => getInput(name) || undefined;
  const choose = (name: string, known: readonly string[]): string | undefined => {
    const value = text(name);
    if (value === undefined || known.includes(value)) return value;
    const near = nearest(value, known);
    const hint = near === null ? `It can be ${known.join(" or ")}.` : `Did you mean ${near}?`;
    problems.push({ message: `the input ${name} is ${JSON.stringify(value)}`, hint });
    return undefined;
  };
  const match = (name: string, pattern: RegExp, hint: string): string | undefined => {
    const value = text(name);
    if (value !== undefined && !pattern.test(value)) {
      problems.push({ message: `the input ${name} is ${JSON.stringify(value)}`, hint });
    }
    return value;
  };
  const command = choose("command", commands);
  const comment = choose("comment", Object.keys(comments));
  const drafts = choose("drafts", ["true", "false"]);
  const concurrency = match("concurrency", /^[1-9]\d{0,3}$/, "Give a whole number from 1 to 9999, or leave it out.");
  const trials = match("trials", /^(?:[1-5]|auto)$/, "Give a whole number from 1 to 5, or auto.");
  const seed = match("seed", /^\d{1,15}$/, "Give a whole number.");
  const batch = choose("batch", ["true", "false"]);
  const attribute = choose("attribute", ["true", "false"]);
  const maxCost = match(
    "max-cost",
    /^(?:\d{1,6}(?:\.\d+)?|\.\d+)$/,
    "Give US dollars, for example 2.50, or leave it out.",
  );
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
  const commentKey = match("comment-key", markerKey, "Use 1 to 64 letters, digits, dots, hyphens and underscores.");
  throwProblems(problems);
  return {
    command: command as ActionCommand | undefined,
    configs: (text("config") ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    base: text("base"),
    head: text("head"),
    concurrency: concurrency === undefined ? undefined : Number(concurrency),
    maxCost: maxCost === undefined ? undefined : Number(maxCost),
    trials: trials === undefined || trials === "auto" ? trials : Number(trials),
    seed: seed === undefined ? undefined : Number(seed),
    batch: batch === "true",
    attribute: attribute === "true",
    shard: typeof shard === "string" ? undefined : shard,
    files,
    store: text("store"),
    history: text("history"),
    replay: text("replay"),
    record: text("record"),
    json: text("json"),
    markdown: text("markdown"),
    html: text("html"),
    junit: text("junit"),
    sarif: text("sarif"),
    csv: text("csv"),
    token: getInput("github-token"),
    comment: comment === undefined ? undefined : comments[comment],
    commentKey: commentKey ?? "default",
    drafts: drafts === "true",
    workingDirectory: text("working-directory") ?? ".",
  };
}
