import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { History } from "../changes/history.ts";
import { shallowHistory } from "../changes/problems.ts";
import { openRepository, type Repository } from "../changes/repository.ts";
import { createCodeRunner } from "../code/code-runner.ts";
import { throwProblems } from "../errors.ts";
import type { BacktestReport } from "../model.ts";
import { openSampleLog } from "../run/sample-log.ts";
import { createExecutor, type Executor, type Journal, requestOf } from "./calls/executor.ts";
import type { Slot } from "./calls/prompt-run.ts";
import { runLooks } from "./calls/run-looks.ts";
import { shareAnswers } from "./calls/shared-answers.ts";
import { committedStore, holdsStore } from "./compare.ts";
import { builtInProvider, withTrials } from "./judge-plans.ts";
import { type KeptAnswers, keptAnswers, nameControlDraw } from "./kept/kept-answers.ts";
import { cacheOf, openRunStore, type RunStore, storePlace, storeWarnings } from "./kept/run-store.ts";
import type { RunOptions } from "./options.ts";
import { callGates } from "./plan/call-gates.ts";
import { connectProviders } from "./plan/connect-providers.ts";
import { type BacktestPlan, fitBudget, planBacktest } from "./plan/plan-backtest.ts";
import { callSettings, leftOutWarnings } from "./plan/spending.ts";
import { loadOptions } from "./project/find-changes.ts";
import { loadProject, type Project } from "./project/load-project.ts";
import { findPastChanges, type PastChanges } from "./project/past-changes.ts";
import { type BacktestRun, reportBacktest } from "./reports/backtest-report.ts";
import { createShield } from "./reports/shield.ts";
import { brokenProblems, problemText, projectWarnings } from "./warnings.ts";

/** What a backtest will do, told before its first call. */
export interface BacktestIntent {
  /** Changes that are run of those found, and comparisons of a version with itself. */
  readonly changes: number;
  readonly found: number;
  readonly controls: number;
  /** Calls at most. */
  readonly calls: number;
  /** Answers that the store has already. */
  readonly stored: number;
  readonly budget: number | null;
}

/** `head` names the branch whose history is read and whose goalposts judge; unset: the default branch, and the working tree. */
export interface BacktestOptions extends RunOptions {
  /** How many changes, the newest ones. */
  readonly last: number;
  /** Comparisons of a version with itself; unset: one for every prompt among the changes, but at most five. */
  readonly controls?: number;
  readonly onPlan?: (intent: BacktestIntent) => void;
}

/**
 * Runs the last prompt changes of a branch again, by today's golden sets and gate: which of them would it have stopped?
 * And does it stop a version that is compared with itself? Throws a UserError before a call is made.
 */
export async function backtest(options: BacktestOptions): Promise<BacktestReport> {
  const begun = performance.now();
  const repository = await openRepository(options.directory, { ...options.environment });
  const code = createCodeRunner(options);
  try {
    const tree = options.head === undefined ? await repository.workingTree() : await repository.tree(options.head);
    const load = loadOptions(repository.prefix, options);
    const project = await loadProject(tree, load);
    const today = { ...project, config: withTrials(project.config, options.trials) };
    const history = await repository.history(options.head ?? null);
    const environment = { ...options.environment };
    const past = await findPastChanges(repository, history, today, { last: options.last, load, environment });
    const budget = options.maxCalls ?? null;
    const shares = !callGates(
      today.prompts.flatMap((prompt) => prompt.scorers),
      today.config.gate,
      load.factories,
    );
    const { runs, plans, problems } = await planBacktest(past.found, {
      today,
      options,
      controls: options.controls ?? null,
      code,
    });
    const connection = await connectProviders(plans, today, repository.root, options);
    throwProblems([...brokenProblems(today), ...problems, ...connection.problems]);
    const { models } = connection;
    const opened = await openKept(today, repository, shares && runs.changes.length > 0, options);
    const { kept } = opened;
    const isStored = (slot: Slot): boolean => kept?.has(requestOf(models, slot), slot) ?? false;
    const plan = fitBudget(runs, { calls: budget, shares, isStored });
    tellPlan(plan, past, options);
    const settings = { ...today.config.run, ...callSettings(connection, today.config) };
    const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
    const log = openSampleLog(join(folder, "samples.jsonl"));
    const shared = shareAnswers(plan.uses);
    const journal = kept === null ? shared : inTurn(shared, kept.journal);
    const executor: Executor = createExecutor(connection, settings, log, journal, {
      ...options,
      // Shared and stored answers are no calls.
      onProgress: (progress) =>
        options.onProgress?.({ ...progress, done: progress.done - executor.counts.cached, planned: plan.calls }),
    });
    try {
      const run: BacktestRun = { history, past, today, plan, executor, log, budget, kept };
      await runPlan(run);
      executor.finish();
      const warnings = await tellHistory(repository, history, past, options.last);
      const changes = past.found.flatMap(({ prompts }) => prompts.map(({ change }) => change));
      const report = reportBacktest(run, {
        warnings: [
          ...leftOutWarnings(executor, plan.calls),
          ...warnings,
          ...past.warnings,
          ...projectWarnings(today, changes),
          ...opened.warnings(),
        ],
        now: opened.store?.clock() ?? new Date(),
        durationMs: Math.round(performance.now() - begun),
      });
      return createShield(today.config).told(report);
    } finally {
      executor.close();
      opened.store?.store.close();
      log.close();
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    await code.close();
    await repository.close();
  }
}

/** One change after the other, each as its pull request was; the prompts of one are corrected together. */
async function runPlan({ plan, executor, today }: BacktestRun): Promise<void> {
  const { gate } = today.config;
  for (const { runs } of plan.changes) {
    await runLooks(
      runs.map(({ started }) => started.run),
      executor,
      gate,
      nothingStandsIn,
    );
  }
  for (const { started, number } of plan.controls) {
    // Both arms ask for the same: what tells their draws apart is the arm.
    const take: Executor["take"] = (slots) =>
      executor.take([...slots].map((slot) => ({ ...slot, draw: nameControlDraw(number, slot.arm) })));
    await runLooks([started.run], { ...executor, take }, gate, nothingStandsIn);
  }
}

/** The store of the repository, or why there is none; where no answer may stand in for another, none is asked for. */
async function openKept(
  { tree, config }: Project,
  { root }: Repository,
  wanted: boolean,
  options: BacktestOptions,
): Promise<{
  readonly store: RunStore | null;
  readonly kept: KeptAnswers | null;
  readonly warnings: () => readonly string[];
}> {
  const warnings: string[] = [];
  const folder = cacheOf(config) ?? ".assay";
  // What is committed came with somebody's checkout: nobody knows who wrote it.
  const committed = options.store === undefined && tree.commit !== null && (await holdsStore(tree, folder));
  if (committed) warnings.push(committedStore(folder));
  const providers = [...Object.values(config.providers), builtInProvider];
  const store =
    wanted && !committed
      ? openRunStore(storePlace(root, config), providers, options, "backtest", (warning) => warnings.push(warning))
      : null;
  return {
    store,
    kept: store && keptAnswers(store),
    warnings: () => (store === null ? warnings : [...warnings, ...storeWarnings(store)]),
  };
}

/** What the first has is not looked for in the second; both keep what is drawn. */
function inTurn(first: Journal, second: Journal): Journal {
  return {
    find: (...call) => first.find(...call) ?? second.find(...call),
    append(...call) {
      first.append(...call);
      second.append(...call);
    },
  };
}

async function nothingStandsIn(): Promise<boolean> {
  return false;
}

function tellPlan(plan: BacktestPlan, { found }: PastChanges, { onPlan, maxCalls }: BacktestOptions): void {
  if (found.length === 0) return;
  onPlan?.({
    changes: plan.changes.length,
    found: found.length,
    controls: plan.controls.length,
    calls: plan.calls,
    stored: plan.stored,
    budget: maxCalls ?? null,
  });
}

/** Where fewer changes were found than wanted: whether there may be more than could be seen. */
async function tellHistory(
  repository: Repository,
  { label }: History,
  { found, seen, ended }: PastChanges,
  last: number,
): Promise<readonly string[]> {
  if (found.length === last) return [];
  if (!ended) return [`Only the last ${seen} commits of ${label} were looked at.`];
  if (!(await repository.isShallow())) return [];
  const told = problemText(shallowHistory(label, seen));
  return [`${told.charAt(0).toUpperCase()}${told.slice(1)}`];
}
