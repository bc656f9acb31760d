import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import {
  changedSamples,
  missingSamples,
  noReportsIn,
  noShard,
  shardWithoutSamples,
  unreadableFile,
  wrongReport,
} from "../../errors.ts";
import type { Problem, Report, ShardFacts } from "../../model.ts";
import { readReportFile } from "../read-report-file.ts";

/** A shard as it was read: its report, and where its samples are. */
export interface ShardFile {
  /** As it was named. */
  readonly path: string;
  readonly report: Report;
  readonly shard: ShardFacts;
  /** Absolute path, and the path beside `path`, for messages. */
  readonly samples: { readonly file: string; readonly path: string };
}

export interface ShardsRead {
  readonly shards: readonly ShardFile[];
  readonly problems: readonly Problem[];
}

/** Reads shards from files, and from folders with all .json files in them; and holds samples against their SHA-256. */
export async function readShards(names: readonly string[], directory: string): Promise<ShardsRead> {
  const problems: Problem[] = [];
  const shards: ShardFile[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    const found = await expand(name, directory);
    if ("problem" in found) problems.push(found.problem);
    for (const path of "paths" in found ? found.paths : []) {
      // A pattern of the shell and a folder may name the same file.
      if (seen.has(resolve(directory, path))) continue;
      seen.add(resolve(directory, path));
      const read = await readShard(path, directory);
      if ("shard" in read) shards.push(read);
      const problem = "problem" in read ? read.problem : await checkSamples(read);
      if (problem !== null) problems.push(problem);
    }
  }
  return { shards, problems };
}

async function expand(
  name: string,
  directory: string,
): Promise<{ readonly paths: readonly string[] } | { readonly problem: Problem }> {
  try {
    const absolute = resolve(directory, name);
    if (!(await stat(absolute)).isDirectory()) return { paths: [name] };
    const entries = await readdir(absolute, { recursive: true });
    const paths = entries.filter((entry) => entry.endsWith(".json")).sort();
    return paths.length === 0 ? { problem: noReportsIn(name) } : { paths: paths.map((path) => join(name, path)) };
  } catch (error) {
    return { problem: unreadableFile(name, (error as NodeJS.ErrnoException).code) };
  }
}

async function readShard(path: string, directory: string): Promise<ShardFile | { readonly problem: Problem }> {
  const read = await readReportFile(path, directory);
  if ("problem" in read) return read;
  const { report } = read;
  const { shard, samples } = report;
  if (shard === undefined) return { problem: noShard(path) };
  if (shard.prompts.length !== report.prompts.length || shard.index > shard.of) {
    return { problem: wrongReport(path, ["its shard is not of its prompts"], 1) };
  }
  if (samples === null) return { problem: shardWithoutSamples(path) };
  // Always beside the report, whatever the report says.
  const beside = join(dirname(path), basename(samples.path));
  return { path, report, shard, samples: { file: resolve(directory, beside), path: beside } };
}

/** Holds the samples file against what the shard says of it. */
async function checkSamples({ path, report, samples }: ShardFile): Promise<Problem | null> {
  const hash = createHash("sha256");
  let last = 10;
  try {
    for await (const chunk of createReadStream(samples.file) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      last = chunk.at(-1) ?? last;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? missingSamples(path, samples.path) : unreadableFile(samples.path, code);
  }
  return hash.digest("hex") === report.samples?.sha256 ? null : changedSamples(path, samples.path, last !== 10);
}
