import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openRepository } from "../changes/repository.ts";
import { createCodeRunner } from "../code/code-runner.ts";
import { openFolderHistory } from "../drift/folder-history.ts";
import { type HistoryStore, readHistory, spentInMonth } from "../drift/history.ts";
import { drawLines } from "../drift/prompt-line.ts";
import { exitCodes, noSuchPrompt, throwProblems, UserError } from "../errors.ts";
import type { Config, DriftLine, DriftReport } from "../model.ts";
import { describeHistory } from "../report/drift-history.ts";
import { type Acceptance, isRun, planNights } from "./drift/plan-night.ts";
import { type NightTaken, recordNight } from "./drift/record-night.ts";
import { createNightShield } from "./drift/shield-night.ts";
import { takeNights } from "./drift/take-nights.ts";
import type { RunOptions } from "./options.ts";
import { connectProviders } from "./plan/connect-providers.ts";
import { planRun } from "./plan/plan-run.ts";
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
  const shield = createNightShield(project.config);
  const recorded = await store.update(`Record the night of ${at.slice(0, 10)}`, (files) => {
    const night = recordNight(files, nights.map(shield.night), { drift: settings, gate, now, isThere });
    const page = describeHistory(drawLines(night.histories));
    return { changes: night.changes.size === 0 ? night.changes : new Map([...night.changes, ...page]), result: night };
  });
  const { histories } = recorded;
  const prompts = recorded.prompts.map(shield.prompt);
  const silent = prompts.filter(({ status, gaps }) => status === "gap" && gaps >= 3);
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
    warnings: [...warnings, ...silent.map(({ name, gaps }) => `${name}: ${gaps} nights in a row could not be judged.`)],
  };
  return { report: shield.report(report), lines: drawLines(histories) };
}
