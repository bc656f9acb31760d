import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PromptHistory } from "../../drift/history.ts";
import type { DriftReport } from "../../model.ts";
import { openSampleLog } from "../../run/sample-log.ts";
import { createExecutor, type Executor } from "../calls/executor.ts";
import type { RunOptions } from "../options.ts";
import { type Connection, prepareProviders } from "../plan/connect-providers.ts";
import { callSettings, tellPlan } from "../plan/spending.ts";
import type { Project } from "../project/load-project.ts";
import { answersOf, checkJudges } from "./check-judges.ts";
import { isRun, type PlannedNight } from "./plan-night.ts";
import type { NightTaken } from "./record-night.ts";
import { countNight, type NightRuns, startNights } from "./take-night.ts";

export interface NightContext {
  readonly project: Project;
  readonly connection: Connection;
  readonly options: RunOptions;
  /** Whether somebody has said what a night may cost. */
  readonly isBudgeted: boolean;
  readonly at: string;
  readonly isThere: (path: string) => boolean;
}

export interface TakenNights {
  readonly nights: readonly NightTaken[];
  readonly counts: DriftReport["calls"];
  readonly cost: number | null;
}

/** Takes all samples of tonight, and has the judges score again what is kept. */
export async function takeNights(
  planned: readonly PlannedNight[],
  histories: readonly PromptHistory[],
  { project, connection, options, isBudgeted, at, isThere }: NightContext,
): Promise<TakenNights> {
  const { config } = project;
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
  const log = openSampleLog(join(folder, "samples.jsonl"));
  const settings = { ...config.run, ...callSettings(connection, config) };
  // No store: an answer of yesterday says nothing of tonight.
  const executor = createExecutor(connection, settings, log, null, options);
  try {
    await prepareProviders(connection, options.signal);
    const started = startNights(planned, config.gate);
    const running = started.filter(({ night }) => isRun(night));
    const plans = running.map(({ run, night }) => {
      const again = night.task.kind === "night" ? answersOf(night, histories, isThere).length : 0;
      return { run, stored: null, again };
    });
    // What assay.yml allows a run is no answer to what a night may cost unasked.
    const { maxCost: _budget, ...unbudgeted } = options;
    tellPlan(plans, connection, config, isBudgeted ? options : unbudgeted);
    executor.counts.planned = running.reduce((sum, { slots }) => sum + slots.length, 0);
    await executor.take(running.flatMap(({ slots }) => slots));
    const judged = new Map<PlannedNight, NightTaken["judged"]>();
    for (const { night } of running) {
      if (night.task.kind !== "night") continue;
      judged.set(night, await checkJudges(night, answersOf(night, histories, isThere), executor));
    }
    executor.finish();
    const nights: NightTaken[] = [];
    for (const entry of started) {
      const cost = isRun(entry.night) ? costOf(entry, running, executor) : 0;
      const price = priceOf(entry.night, connection);
      const counted = await countNight(entry, { executor, log, gate: config.gate, at, cost, price });
      nights.push({ ...counted, judged: judged.get(entry.night) ?? null });
    }
    const { planned: wanted, made } = executor.counts;
    const counts = { planned: wanted, made, failed: executor.failures.length };
    return { nights, counts, cost: executor.cost() };
  } finally {
    executor.close();
    log.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of a prompt's answers and what scorers asked about them, and its share of what checking the judges cost. */
function costOf(entry: NightRuns, all: readonly NightRuns[], executor: Executor): number | null {
  const own = ownCost(entry, executor);
  const whole = executor.cost();
  if (own === null || whole === null) return null;
  const prompts = all.reduce((sum, each) => sum + (ownCost(each, executor) ?? 0), 0);
  const samples = all.reduce((sum, { slots }) => sum + slots.length, 0);
  return own + (samples === 0 ? 0 : (Math.max(0, whole - prompts) * entry.slots.length) / samples);
}

function ownCost({ run }: NightRuns, executor: Executor): number | null {
  const { answers, scorers } = executor.costOf(run.plan);
  return answers === null || scorers === null ? null : answers + scorers;
}

/** What the model's tokens cost today, in words that change when the price does. */
function priceOf({ plan }: PlannedNight, { models }: Connection): string | null {
  const price = plan.candidate === null ? null : (models.get(plan.candidate)?.price ?? null);
  const none = { cachedInput: null, cacheWrite: null, reasoning: null };
  const input = price?.costOf({ ...none, input: 1_000_000, output: 0 }) ?? null;
  const output = price?.costOf({ ...none, input: 0, output: 1_000_000 }) ?? null;
  return input === null || output === null ? null : `$${input.toFixed(2)} in, $${output.toFixed(2)} out`;
}
