import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pageWithOtherSamples, pageWithoutSamples } from "../errors.ts";
import type { Problem, Report } from "../model.ts";

/** Reads the lines of a samples file, from the first each time. */
export type ReadLines = () => AsyncIterable<string>;

/** The lines of the samples file that a report just written names; nothing where it names none. `file`: the report's path. */
export function samplesBeside({ samples }: Report, file: string): { readonly samples?: ReadLines } {
  return samples === null ? {} : { samples: readLines(join(dirname(file), samples.path)) };
}

/** The same for a report that was read: the file may be gone, or be another run's by now. */
export async function findSamples(
  report: Report,
  file: string,
): Promise<{ readonly samples?: ReadLines; readonly problem?: Problem }> {
  const { samples } = report;
  if (samples === null) return {};
  const path = join(dirname(file), samples.path);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return { problem: pageWithoutSamples(samples.path) };
  if ((await hashOf(path)) !== samples.sha256) return { problem: pageWithOtherSamples(samples.path) };
  return samplesBeside(report, file);
}

function readLines(path: string): ReadLines {
  return async function* () {
    // An unreadable file throws here, where it is waited for.
    const input = createReadStream(path, "utf8");
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
