import { openRepository } from "../changes/repository.ts";
import { createCodeRunner } from "../code/code-runner.ts";
import { findHistory, type HistoryStore, type PromptHistory, readHistory, spentInMonth } from "../drift/history.ts";
import { drawLines } from "../drift/prompt-line.ts";
import { exitCodes, throwProblems } from "../errors.ts";
import type { Config, DriftLine, DriftReport } from "../model.ts";
import { describeHistory } from "../report/drift-history.ts";
import type { Acceptance } from "./drift/acceptance.ts";
import { checkName } from "./drift/check-name.ts";
import { openUsualHistory } from "./drift/open-history.ts";
import { isRun, planNights } from "./drift/plan-night.ts";
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
    const { plans, problems, later, waiting } = planRun({
      changes: project.prompts.map(asNew),
      baseline: null,
      head: project,
      goalposts: project,
      fromBase: false,
      fork: false,
      factories: allFactories(options),
      code,
    });
    // A prompt whose cases are all drafts waits; the others have their night.
    throwProblems([...brokenProblems(project), ...problems.filter((problem) => !later.includes(problem))]);
    const store = options.history ?? openUsualHistory(repository.root);
    const { prompts: histories, dropped } = readHistory(await store.read());
    const { referencesOnly = false, accepts = [], acceptsOnly = false } = options;
    // What an issue names may be gone; what somebody types is a mistake.
    const changes = plans.map(({ change }) => change);
    for (const { prompt, typed } of accepts) if (typed) checkName(prompt, changes);
    const paths = new Set((await tree.entries()).map(({ path }) => path));
    const isThere = (path: string): boolean => paths.has(path);
    const nights = planNights(
      plans,
      histories,
      { referencesOnly, accepts, acceptsOnly },
      { ...project.config, isThere, waiting: new Map([...waiting].map(([path, why]) => [path, problemText(why)])) },
    );
    const at = now.toISOString();
    const spent = spentInMonth(histories, at);
    const budgeted: RunOptions = { ...options, ...budgetOf(project.config, options, spent.known) };
    const workspaces = createWorkspaces({ ...repository, directory: project.config.directory });
    const connection = await connectProviders(
      nights.filter(isRun).map(({ plan }) => plan),
      project,
      repository.root,
      budgeted,
      {
        baseline: null,
        candidate: workspaces.of(tree),
      },
    );
    try {
      throwProblems(connection.problems);
      await options.beforeCalls?.();
      const taken = await takeNights(nights, histories, {
        project,
        connection,
        options: budgeted,
        isBudgeted: (options.maxCost ?? project.config.drift.maxCost.night) !== null,
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
          ...priceWarnings(taken.nights, histories, isThere),
          ...project.warnings.map(problemText),
          ...emptyWarning(project),
          ...judgeWarnings(taken.nights, project.config),
          ...(project.config.drift.maxCost.month === null || spent.isAll ? [] : [unknownSpent]),
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

/** A price that is another one than on the last night: told once, whatever the scores do. */
function priceWarnings(
  nights: readonly NightTaken[],
  histories: readonly PromptHistory[],
  isThere: (path: string) => boolean,
): readonly string[] {
  return nights.flatMap(({ night, run, gap }) => {
    const records = findHistory(histories, night.present, isThere)?.history.records ?? [];
    const before = records.findLast((record) => record.kind === "night" || record.kind === "reference")?.price ?? null;
    if (!isRun(night) || gap !== null || before === null || run.price === null || run.price === before) return [];
    return [`${night.present.name}: a million tokens cost ${run.price} now; on the last night ${before}.`];
  });
}

const unknownSpent = "What some nights of this month cost is unknown: drift.maxCost.month counts the others alone.";

/** What may still be spent: a night's limit, and what is left of the month's. */
function budgetOf(
  { drift: { maxCost }, run }: Config,
  options: RunOptions,
  spent: number,
): { readonly maxCost?: number } {
  const month = maxCost.month === null ? null : Math.max(0, maxCost.month - spent);
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
  const spent = spentInMonth(histories, at);
  const report: DriftReport = {
    schemaVersion: 1,
    command: "drift",
    at,
    exitCode: drifting && settings.fail ? exitCodes.gateFailed : lost ? exitCodes.notJudged : exitCodes.pass,
    alarmAt: 1 / gate.alpha,
    prompts,
    calls: counts,
    cost,
    costOfMonth: spent.isAll ? spent.known : null,
    history: store.label,
    warnings: [...warnings, ...silent.map(({ name, gaps }) => `${name}: ${gaps} nights in a row could not be judged.`)],
  };
  return { report: shield.report(report), lines: drawLines(histories) };
}
