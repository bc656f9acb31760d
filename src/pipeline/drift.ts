import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openRepository } from "../changes/repository.ts";
import { createCodeRunner } from "../code/code-runner.ts";
import { openFolderHistory } from "../drift/folder-history.ts";
import {
  forgetCase,
  type HistoryStore,
  lastReference,
  type PromptHistory,
  readHistory,
  removeHistory,
  spentInMonth,
  writeHistory,
} from "../drift/history.ts";
import { drawLines } from "../drift/prompt-line.ts";
import { exitCodes, nearest, quote, throwProblems, UserError } from "../errors.ts";
import type { Config, DriftLine, DriftReport, Problem } from "../model.ts";
import { describeHistory } from "../report/drift-history.ts";
import { openSampleLog } from "../run/sample-log.ts";
import { createExecutor, type Executor } from "./calls/executor.ts";
import { nameId } from "./drift/case-name.ts";
import { answersOf, checkJudges } from "./drift/check-judges.ts";
import { type Acceptance, type PlannedNight, planNights } from "./drift/plan-night.ts";
import { type NightTaken, recordNight } from "./drift/record-night.ts";
import { countNight, type NightRuns, startNights } from "./drift/take-night.ts";
import type { RunOptions } from "./options.ts";
import { type Connection, connectProviders, prepareProviders } from "./plan/connect-providers.ts";
import { planRun } from "./plan/plan-run.ts";
import { callSettings } from "./plan/spending.ts";
import { allFactories, loadOptions } from "./project/find-changes.ts";
import { loadProject, type Project } from "./project/load-project.ts";
import { createWorkspaces } from "./project/workspaces.ts";
import { asNew, emptyWarning } from "./run.ts";
import { brokenProblems, problemText } from "./warnings.ts";

export interface DriftOptions extends RunOptions {
  /** Where the history is kept; unset: a folder within `.assay`. */
  readonly history?: HistoryStore;
  /** Takes references of the versions that have none, and nothing else. */
  readonly referencesOnly?: boolean;
  /** Makes tonight the reference of these prompts, by name, path or folder of the history. */
  readonly accepts?: readonly Acceptance[];
  /** Runs nothing but those. */
  readonly acceptsOnly?: boolean;
}

/** What a night came to, and all nights for a page of them. */
export interface DriftResult {
  readonly report: DriftReport;
  readonly lines: readonly DriftLine[];
}

/** Where the history is kept where nobody says: absolute. */
export async function usualFolder({
  directory,
  environment,
}: Pick<RunOptions, "directory" | "environment">): Promise<string> {
  const repository = await openRepository(directory, { ...environment });
  await repository.close();
  return folderIn(repository.root);
}

function folderIn(root: string): string {
  return join(root, ".assay", "drift");
}

/**
 * Runs the present version of every prompt, never from the store, and holds what comes against all that its history has
 * since the reference. Throws a UserError with every mistake that must be mended before a call is made.
 */
export async function drift(options: DriftOptions): Promise<DriftResult> {
  const now = (options.now ?? (() => new Date()))();
  const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
  const code = createCodeRunner(options);
  try {
    const tree = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const project = await loadProject(tree, loadOptions(repository.prefix, options));
    const { plans, problems } = planRun({
      changes: project.prompts.map(asNew),
      baseline: null,
      head: project,
      goalposts: project,
      fromBase: false,
      fork: false,
      factories: allFactories(options),
      code,
    });
    throwProblems([...brokenProblems(project), ...problems]);
    const store = options.history ?? openFolderHistory(folderIn(repository.root), sleep);
    const { prompts: histories, dropped } = readHistory(await store.read());
    const { referencesOnly = false, accepts = [], acceptsOnly = false } = options;
    // What an issue names may be gone; what somebody types is a mistake.
    const names = plans.flatMap(({ change }) => [change.name, change.path]);
    const mistaken = accepts.find(({ prompt, typed }) => typed && !names.includes(prompt));
    if (mistaken !== undefined) throw new UserError(noSuchPrompt(mistaken.prompt, names));
    const paths = new Set((await tree.entries()).map(({ path }) => path));
    const isThere = (path: string): boolean => paths.has(path);
    const nights = planNights(
      plans,
      histories,
      { referencesOnly, accepts, acceptsOnly },
      { ...project.config, isThere },
    );
    const workspaces = createWorkspaces({ ...repository, directory: project.config.directory });
    const connection = await connectProviders(
      nights.filter(isRun).map(({ plan }) => plan),
      project,
      repository.root,
      options,
      {
        baseline: null,
        candidate: workspaces.of(tree),
      },
    );
    try {
      throwProblems(connection.problems);
      await options.beforeCalls?.();
      const at = now.toISOString();
      const left = budgetOf(project.config, options, spentInMonth(histories, at));
      const taken = await takeNights(nights, histories, {
        project,
        connection,
        options: { ...options, ...left },
        at,
        isThere,
      });
      return await keep(taken.nights, store, {
        at,
        now,
        project,
        isThere,
        counts: taken.counts,
        cost: taken.cost,
        warnings: [
          ...(dropped === 0
            ? []
            : [`${dropped} lines of the history were left out: cut off, damaged, or of a newer version`]),
          ...project.warnings.map(problemText),
          ...emptyWarning(project),
          ...judgeWarnings(taken.nights, project.config),
        ],
      });
    } finally {
      await workspaces.close();
    }
  } finally {
    await code.close();
    await repository.close();
  }
}

function isRun({ task }: PlannedNight): boolean {
  return task.kind !== "skipped";
}

/** What may still be spent: a night's limit, and what is left of the month's. */
function budgetOf(
  { drift: { maxCost }, run }: Config,
  options: RunOptions,
  spent: number | null,
): { readonly maxCost?: number } {
  const month = maxCost.month === null || spent === null ? null : Math.max(0, maxCost.month - spent);
  const limits = [options.maxCost ?? maxCost.night ?? run.maxCost, month].filter((limit) => limit !== null);
  return limits.length === 0 ? {} : { maxCost: Math.min(...limits) };
}

interface NightContext {
  readonly project: Project;
  readonly connection: Connection;
  readonly options: RunOptions;
  readonly at: string;
  readonly isThere: (path: string) => boolean;
}

interface TakenNights {
  readonly nights: readonly NightTaken[];
  readonly counts: DriftReport["calls"];
  readonly cost: number | null;
}

/** Takes all samples of tonight, and has the judges score again what is kept. */
async function takeNights(
  planned: readonly PlannedNight[],
  histories: readonly PromptHistory[],
  { project, connection, options, at, isThere }: NightContext,
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

/** Of a prompt's answers, and its share of what judging cost. */
function costOf(entry: NightRuns, all: readonly NightRuns[], executor: Executor): number | null {
  const own = executor.costOf(entry.run.plan);
  const whole = executor.cost();
  if (own === null || whole === null) return null;
  const answers = all.reduce((sum, { run }) => sum + (executor.costOf(run.plan) ?? 0), 0);
  const samples = all.reduce((sum, { slots }) => sum + slots.length, 0);
  return own + (samples === 0 ? 0 : (Math.max(0, whole - answers) * entry.slots.length) / samples);
}

/** What the model's tokens cost today, in words that change when the price does. */
function priceOf({ plan }: PlannedNight, { models }: Connection): string | null {
  const price = plan.candidate === null ? null : (models.get(plan.candidate)?.price ?? null);
  const none = { cachedInput: null, cacheWrite: null, reasoning: null };
  const input = price?.costOf({ ...none, input: 1_000_000, output: 0 }) ?? null;
  const output = price?.costOf({ ...none, input: 0, output: 1_000_000 }) ?? null;
  return input === null || output === null ? null : `$${input.toFixed(2)} in, $${output.toFixed(2)} out`;
}

/** A judge's drift is only told where its answers are kept. */
function judgeWarnings(nights: readonly NightTaken[], { drift: { keepAnswers } }: Config): readonly string[] {
  const judging = nights.some(({ metrics }) => metrics.some(({ judged }) => judged));
  return judging && keepAnswers === 0
    ? ["drift.keepAnswers is 0: a judge that drifts cannot be told from a model that does."]
    : [];
}

interface KeepContext {
  readonly at: string;
  readonly now: Date;
  readonly project: Project;
  readonly isThere: (path: string) => boolean;
  readonly counts: DriftReport["calls"];
  readonly cost: number | null;
  readonly warnings: readonly string[];
}

/** Writes the night into the history, and tells what it came to. */
async function keep(nights: readonly NightTaken[], store: HistoryStore, context: KeepContext): Promise<DriftResult> {
  const { at, now, project, isThere, counts, cost, warnings } = context;
  const { drift: settings, gate } = project.config;
  const recorded = await store.update(`Record the night of ${at.slice(0, 10)}`, (files) => {
    const night = recordNight(files, nights, { drift: settings, gate, now, isThere });
    const page = describeHistory(drawLines(night.histories));
    return { changes: night.changes.size === 0 ? night.changes : new Map([...night.changes, ...page]), result: night };
  });
  const { prompts, histories } = recorded;
  const drifting = prompts.some(({ status }) => status === "drifting");
  const run = prompts.filter(({ status }) => status !== "skipped");
  const lost = run.length > 0 && run.every(({ status }) => status === "gap");
  const report: DriftReport = {
    schemaVersion: 1,
    command: "drift",
    at,
    exitCode: drifting && settings.fail ? exitCodes.gateFailed : lost ? exitCodes.notJudged : exitCodes.pass,
    prompts,
    calls: counts,
    cost,
    costOfMonth: spentInMonth(histories, at),
    history: store.label,
    warnings,
  };
  return { report, lines: drawLines(histories) };
}

/** Removes a prompt, or one case of it, from the history, and from what stands behind it. */
export async function forget(store: HistoryStore, name: string): Promise<string> {
  return store.update(
    "Forget what was asked to be forgotten",
    (files) => {
      const { prompts } = readHistory(files);
      const { history, id } = findForgotten(prompts, name);
      const rest = prompts.filter((each) => each !== history);
      const kept = id === null ? rest : [...rest, forgetCase(history, (each) => each.startsWith(`${nameId(id)}-`))];
      const changes = new Map<string, string | null>(removeHistory(history));
      for (const each of kept) for (const [path, text] of writeHistory(each)) changes.set(path, text);
      for (const [path, text] of describeHistory(drawLines(kept))) changes.set(path, text);
      return { changes, result: id === null ? name : `${id} of ${name.slice(0, -id.length - 1)}` };
    },
    true,
  );
}

/** `NAME` or `NAME:case`; a name may itself hold a colon. */
function findForgotten(
  histories: readonly PromptHistory[],
  name: string,
): { readonly history: PromptHistory; readonly id: string | null } {
  const namesOf = (history: PromptHistory): readonly string[] => {
    const reference = lastReference(history);
    return [history.folder, ...(reference === null ? [] : [reference.name, reference.path])];
  };
  for (const history of histories) {
    for (const known of namesOf(history)) {
      if (name === known) return { history, id: null };
      if (name.startsWith(`${known}:`)) return { history, id: name.slice(known.length + 1) };
    }
  }
  throw new UserError(noSuchPrompt(name, histories.flatMap(namesOf)));
}

function noSuchPrompt(name: string, known: readonly string[]): Problem {
  const near = nearest(name, known);
  const hint =
    near === null ? `Prompts here: ${[...new Set(known)].join(", ") || "none"}.` : `Did you mean ${quote(near)}?`;
  return { message: `no prompt is called ${quote(name)}`, hint };
}
