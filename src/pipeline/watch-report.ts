import { setTimeout as sleep } from "node:timers/promises";
import { openRepository } from "../changes/repository.ts";
import { UserError } from "../errors.ts";
import { isFailure } from "../github/attempt.ts";
import { readWatchedPulls, type WatchedPull } from "../github/watched-pulls.ts";
import type { WatchReport } from "../model.ts";
import { findGitHub } from "./github-here.ts";
import { findOtherJobs } from "./setup/find-other-jobs.ts";

export interface WatchOptions {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly days: number;
  /** Name of the other gate's check run; null: the jobs of workflows that name promptfoo, else every one that names it. */
  readonly check: string | null;
  readonly now: Date;
}

/** Asks GitHub where this gate and the other one agreed. Throws a UserError for what must be mended. */
export async function watchReport({ directory, environment, days, check, now }: WatchOptions): Promise<WatchReport> {
  const { connect, repository: named } = await findGitHub(directory, environment);
  const since = new Date(now.getTime() - days * 86_400_000);
  const pulls = await readWatchedPulls(await connect(), named, since, sleep);
  if (isFailure(pulls)) {
    const hint = "The token needs to read pull requests and checks of this repository.";
    throw new UserError({ message: pulls.message, hint });
  }
  return pairGates(pulls, days, check === null ? await otherJobs(directory, environment) : [check]);
}

/** Jobs of the other gate's workflow as this folder has it; none where no workflow names it. */
async function otherJobs(directory: string, environment: WatchOptions["environment"]): Promise<readonly string[]> {
  const repository = await openRepository(directory, { ...environment });
  try {
    return await findOtherJobs(await repository.workingTree());
  } finally {
    await repository.close();
  }
}

/** Pairs both gates on every pull request. What ended neither in success nor in failure is no opinion of theirs. */
export function pairGates(pulls: readonly WatchedPull[], days: number, others: readonly string[]): WatchReport {
  const isTheirs = (name: string): boolean => (others.length === 0 ? /promptfoo/i.test(name) : others.includes(name));
  const judged = pulls.map(({ number, checks }) => {
    const ours = checks.find(({ name, note }) => /^Prompt Assay(?: \(|$)/.test(name) && note !== null) ?? null;
    const ends = checks.filter(({ name }) => isTheirs(name)).map(({ conclusion }) => conclusion);
    const opinions = ends.filter((end) => end === "success" || end === "failure");
    const theirs = opinions.length === 0 ? null : opinions.includes("failure");
    return { number, failed: ours?.note?.failed ?? null, title: ours?.title ?? "", note: ours?.note ?? null, theirs };
  });
  const where = (ours: boolean | null, theirs: boolean | null) =>
    judged.filter((each) => each.failed === ours && each.theirs === theirs);
  const notes = judged.flatMap(({ note }) => (note === null ? [] : [note]));
  const told = (found: typeof judged) => found.map(({ number, title }) => ({ number, reason: title }));
  return {
    schemaVersion: 1,
    days,
    bothPassed: where(false, false).length,
    bothFailed: where(true, true).length,
    onlyOurs: told(where(true, false)),
    onlyTheirs: told(where(false, true)),
    oneGate: judged.filter((each) => (each.failed === null) !== (each.theirs === null)).length,
    runs: notes.length,
    calls: notes.reduce((sum, { calls }) => sum + calls, 0),
    cost:
      notes.length === 0 || notes.some(({ cost }) => cost === null)
        ? null
        : notes.reduce((sum, each) => sum + (each.cost ?? 0), 0),
    theirRuns: judged.filter(({ theirs }) => theirs !== null).length,
  };
}
