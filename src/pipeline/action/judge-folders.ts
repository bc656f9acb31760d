import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { shardedFolders, throwProblems, UserError } from "../../errors.ts";
import type { Report } from "../../model.ts";
import { compare } from "../compare.ts";
import type { RunOptions } from "../options.ts";
import { run } from "../run.ts";
import { type FolderOptions, findFolders } from "./find-folders.ts";
import { mergeReports } from "./merge-reports.ts";

/** What is done with the reports of all folders, before they are one: each has a gate of its own. */
export type Settle = (reports: readonly [Report, ...Report[]]) => Promise<readonly [Report, ...Report[]]>;

/**
 * Judges with every assay.yml of the repository, one after the other, and puts what came out into one report.
 * Throws a UserError with the mistakes of all of them.
 */
export async function judgeFolders(
  command: "compare" | "run",
  options: RunOptions,
  listed: readonly string[],
  settle: Settle,
): Promise<Report> {
  const judge = command === "run" ? run : compare;
  const [first, ...others] = await findFolders(options, listed);
  if (others.length === 0) return mergeReports(await settle([await judge({ ...options, ...first })]));
  return judgeAll([first, ...others], options, judge, settle);
}

async function judgeAll(
  folders: readonly FolderOptions[],
  options: RunOptions,
  judge: (options: RunOptions) => Promise<Report>,
  settle: Settle,
): Promise<Report> {
  if (options.shard !== undefined) throw new UserError(shardedFolders());
  const { samplesFile, ...shared } = options;
  const part = (index: number): Pick<RunOptions, "samplesFile"> =>
    samplesFile === undefined ? {} : { samplesFile: `${samplesFile}.${index}` };
  const reports = await inTurn(folders.length, (index, beforeCalls) =>
    judge({ ...shared, ...part(index), ...folders[index], beforeCalls }),
  );
  const [first, ...others] = reports;
  if (first === undefined) throw new Error("there is at least one folder");
  const merged = mergeReports(await settle([first, ...others]));
  if (samplesFile === undefined) return merged;
  const parts = reports.map((_, index) => `${samplesFile}.${index}`);
  return { ...merged, samples: await joinSamples(parts, samplesFile) };
}

/**
 * Runs everything up to its first call at once, and the calls one run after the other. Where one of them has a mistake to
 * mend, none makes a call, and the mistakes of all are thrown together.
 */
async function inTurn(
  count: number,
  start: (index: number, beforeCalls: () => Promise<void>) => Promise<Report>,
): Promise<readonly Report[]> {
  const gates = Array.from({ length: count }, createGate);
  const runs: Promise<Report>[] = gates.map((gate, index) => {
    const beforeCalls = async (): Promise<void> => {
      gate.pass(true);
      const all = await Promise.all(gates.map(({ passed }) => passed));
      if (all.includes(false)) throw new UserError([]);
      await runs[index - 1];
    };
    const run = start(index, beforeCalls);
    // Also a run without a call, or with a mistake, is waited for no longer.
    run.then(
      () => gate.pass(true),
      () => gate.pass(false),
    );
    return run;
  });
  const outcomes = await Promise.allSettled(runs);
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
  const bug = failures.find((failure) => !(failure instanceof UserError));
  if (bug !== undefined) throw bug;
  throwProblems(failures.flatMap((failure) => (failure as UserError).problems));
  return Promise.all(runs);
}

function createGate(): { readonly passed: Promise<boolean>; pass(well: boolean): void } {
  let pass: (well: boolean) => void = () => {};
  const passed = new Promise<boolean>((resolve) => {
    pass = resolve;
  });
  return { passed, pass: (well) => pass(well) };
}

/** One samples file beside the one report; its lines name the paths of their prompts. */
async function joinSamples(parts: readonly string[], file: string): Promise<Report["samples"]> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, "");
  for (const part of parts) {
    await appendFile(file, await readFile(part).catch(() => ""));
    await rm(part, { force: true });
  }
  return {
    path: basename(file),
    sha256: createHash("sha256")
      .update(await readFile(file))
      .digest("hex"),
  };
}
