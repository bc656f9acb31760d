import { nearest, throwProblems } from "../errors.ts";
import type { CommentPolicy, Problem } from "../model.ts";

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
  readonly trials: number | "auto" | undefined;
  readonly seed: number | undefined;
  readonly store: string | undefined;
  readonly replay: string | undefined;
  readonly record: string | undefined;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
  readonly token: string;
  /** Undefined: as assay.yml says. */
  readonly comment: CommentPolicy | undefined;
  readonly commentKey: string;
  /** Whether draft pull requests are judged, too. */
  readonly drafts: boolean;
  readonly workingDirectory: string;
}

const commands = ["compare", "run", "baseline"] as const;

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
    trials: trials === undefined || trials === "auto" ? trials : Number(trials),
    seed: seed === undefined ? undefined : Number(seed),
    store: text("store"),
    replay: text("replay"),
    record: text("record"),
    json: text("json"),
    markdown: text("markdown"),
    token: getInput("github-token"),
    comment: comment === undefined ? undefined : comments[comment],
    commentKey: text("comment-key") ?? "default",
    drafts: drafts === "true",
    workingDirectory: text("working-directory") ?? ".",
  };
}
