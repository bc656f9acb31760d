import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { shardedFolders, throwProblems, UserError } from "../errors.ts";
import type { Problem, Report } from "../model.ts";
import { compare } from "./compare.ts";
import { type FolderOptions, findFolders } from "./find-folders.ts";
import { mergeReports } from "./merge-reports.ts";
import type { RunOptions } from "./options.ts";
import { run } from "./run.ts";

/**
 * Judges with every assay.yml of the repository, one after the other, and puts what came out into one report.
 * Throws a UserError with the mistakes of all of them.
 */
export async function judgeFolders(
  command: "compare" | "run",
  options: RunOptions,
  listed: readonly string[],
): Promise<Report> {
  const judge = command === "run" ? run : compare;
  const [first, ...others] = await findFolders(options, listed);
  if (others.length === 0) return judge({ ...options, ...first });
  return judgeAll([first, ...others], options, judge);
}

async function judgeAll(
  folders: readonly FolderOptions[],
  options: RunOptions,
  judge: (options: RunOptions) => Promise<Report>,
): Promise<Report> {
  if (options.shard !== undefined) throw new UserError(shardedFolders());
  const { samplesFile, ...shared } = options;
  const reports: Report[] = [];
  const parts: string[] = [];
  const problems: Problem[] = [];
  for (const [index, folder] of folders.entries()) {
    const part = samplesFile === undefined ? {} : { samplesFile: `${samplesFile}.${index}` };
    try {
      reports.push(await judge({ ...shared, ...part, ...folder }));
      if (part.samplesFile !== undefined) parts.push(part.samplesFile);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  throwProblems(problems);
  const [one, ...more] = reports;
  if (one === undefined) throw new Error("there is at least one folder");
  const merged = mergeReports([one, ...more]);
  return samplesFile === undefined ? merged : { ...merged, samples: await joinSamples(parts, samplesFile) };
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
