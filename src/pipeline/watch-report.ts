import { setTimeout as sleep } from "node:timers/promises";
import { openRepository } from "../changes/repository.ts";
import { UserError } from "../errors.ts";
import { isFailure } from "../github/attempt.ts";
import { readWatchedPulls, type WatchedPull } from "../github/watched-pulls.ts";
import type { WatchReport } from "../model.ts";
import { findGitHub } from "./github-here.ts";
import { findOtherGate } from "./setup/find-other-gate.ts";
import { planOtherGate } from "./setup/plan-other-gate.ts";

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
  const { jobs, callsPerRun } = await otherGate(directory, environment);
  return pairGates(pulls, days, { jobs: check === null ? jobs : [check], callsPerRun });
}

/** The other gate, as the workflows and configurations of this folder have it. */
async function otherGate(directory: string, environment: WatchOptions["environment"]): Promise<WatchedGate> {
  const repository = await openRepository(directory, { ...environment });
  try {
    const tree = await repository.workingTree();
    const gate = await findOtherGate(tree);
    return { jobs: gate.jobs, callsPerRun: await planOtherGate(tree, gate) };
  } finally {
    await repository.close();
  }
}

/** What is known of the gate beside ours. */
export interface WatchedGate {
  /** Its check runs; none: every one that names promptfoo. */
  readonly jobs: readonly string[];
  /** As its configuration plans them; null where they cannot be told. */
  readonly callsPerRun: number | null;
}

/** Pairs both gates on every pull request. What ended neither in success nor in failure or a time-out is no opinion of theirs. */
export function pairGates(
  pulls: readonly WatchedPull[],
  days: number,
  { jobs, callsPerRun }: WatchedGate,
): WatchReport {
  const judged = pulls.map((pull) => ({ number: pull.number, ours: oursOn(pull), theirs: theirsOn(pull, jobs) }));
  const where = (ours: boolean | null, theirs: boolean | null) =>
    judged.filter((each) => (each.ours?.failed ?? null) === ours && each.theirs === theirs);
  const told = (found: typeof judged) => found.map(({ number, ours }) => ({ number, reason: ours?.title ?? "" }));
  const mine = judged.flatMap(({ ours }) => ours ?? []);
  const calls = mine.reduce((sum, each) => sum + each.calls, 0);
  const cost = mine.length === 0 ? null : addCosts(mine);
  const theirRuns = judged.filter(({ theirs }) => theirs !== null).length;
  return {
    schemaVersion: 1,
    days,
    bothPassed: where(false, false).length,
    bothFailed: where(true, true).length,
    onlyOurs: told(where(true, false)),
    onlyTheirs: told(where(false, true)),
    oneGate: judged.filter(({ ours, theirs }) => (ours === null) !== (theirs === null)).length,
    runs: mine.length,
    calls,
    cost,
    theirRuns,
    theirEstimate:
      callsPerRun === null || theirRuns === 0
        ? null
        : {
            callsPerRun,
            calls: theirRuns * callsPerRun,
            cost: cost === null || calls === 0 ? null : (theirRuns * callsPerRun * cost) / calls,
          },
  };
}

/** What ours said of a pull request, in one check run or in several with keys of their own; null where it did not judge. */
function oursOn({ checks }: WatchedPull) {
  const mine = checks.flatMap(({ name, title, note }) =>
    note !== null && /^Prompt Assay(?: \(|$)/.test(name) ? [{ ...note, title }] : [],
  );
  if (mine.length === 0) return null;
  return {
    failed: mine.some(({ failed }) => failed),
    title: (mine.find(({ failed }) => failed) ?? mine[0])?.title ?? "",
    calls: mine.reduce((sum, { calls }) => sum + calls, 0),
    cost: addCosts(mine),
  };
}

/** Whether the other gate failed; null where it has no opinion. */
function theirsOn({ checks }: WatchedPull, jobs: readonly string[]): boolean | null {
  const isTheirs = (name: string): boolean =>
    jobs.length === 0 ? /promptfoo/i.test(name) : jobs.some((job) => isCheckOf(job, name));
  const ends = checks.filter(({ name, note }) => note === null && isTheirs(name)).map(({ conclusion }) => conclusion);
  const opinions = ends.filter((end) => end === "success" || end === "failure" || end === "timed_out");
  return opinions.length === 0 ? null : opinions.some((end) => end !== "success");
}

/**
 * Whether a check run is a job's: an expression in the job's name stands for anything, a job of a matrix has its values
 * behind the name, one that calls another workflow that one's job.
 */
function isCheckOf(job: string, name: string): boolean {
  const parts = job.split(/\$\{\{.*?\}\}/s).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}(?: \\(.*| / .*)?$`, "s").test(name);
}

/** Null where one of them is unknown. */
function addCosts(notes: readonly { readonly cost: number | null }[]): number | null {
  return notes.reduce<number | null>((sum, { cost }) => (sum === null || cost === null ? null : sum + cost), 0);
}
