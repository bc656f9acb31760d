import type { CodeRunner, LeftOut, Problem } from "../model.ts";
import { addStandings } from "./calibrations.ts";
import { allFactories } from "./find-changes.ts";
import { type JudgedToday, judgeToday } from "./judge-today.ts";
import type { Project } from "./load-project.ts";
import type { RunOptions } from "./options.ts";
import type { FoundChange } from "./past-changes.ts";
import { type PromptPlan, planRun } from "./plan-run.ts";
import { answersOf, type WantedAnswer } from "./shared-answers.ts";
import { type StartedRun, startRuns } from "./start-runs.ts";

/** A comparison of a backtest, set up. */
export interface PastRun {
  readonly started: StartedRun;
  readonly unfitCases: number;
}

/** A change with those of its prompts that can be judged. */
export interface PlannedChange {
  readonly found: FoundChange;
  readonly runs: readonly PastRun[];
}

/** A version to be compared with itself. */
export interface PlannedControl extends PastRun {
  readonly found: FoundChange;
  /** Counts from 1 among the comparisons of this version with itself: each draws anew. */
  readonly number: number;
}

/** What a backtest will run, and what not. */
export interface BacktestPlan {
  readonly changes: readonly PlannedChange[];
  readonly controls: readonly PlannedControl[];
  readonly controlsLeftOut: number;
  readonly leftOut: readonly LeftOut[];
  /** At most. */
  readonly calls: number;
  /** How many comparisons ask for an answer; those that more than one asks for are drawn once. */
  readonly uses: ReadonlyMap<string, number>;
}

export interface PlanSettings {
  readonly today: Project;
  readonly options: RunOptions;
  /** Calls that may be made; null: as many as it takes. */
  readonly budget: number | null;
  /** Comparisons of a version with itself; null: one a prompt, up to a few. */
  readonly controls: number | null;
  /** Whether answers are shared between comparisons. */
  readonly shares: boolean;
  /** Runs the code of custom scorers. */
  readonly code: CodeRunner;
}

/** Where nobody says how many versions to compare with themselves. */
const usualControls = 5;

/** One prompt's comparison before it is set up. */
interface Wanted extends JudgedToday {
  readonly found: FoundChange;
}

/** Plans both kinds of comparisons, the newest changes first, and takes what fits into the budget. */
export async function planBacktest(
  found: readonly FoundChange[],
  settings: PlanSettings,
): Promise<{
  readonly plan: BacktestPlan;
  readonly plans: readonly PromptPlan[];
  readonly problems: readonly Problem[];
}> {
  const { today, options } = settings;
  const leftOut: LeftOut[] = [];
  const wanted = found.flatMap((change) => wantedOf(change, settings, leftOut));
  const controls = chooseControls(found, settings);
  const all = [...wanted, ...controls];
  const { plans: bare, problems } = planRun({
    changes: all.map(({ change }) => change),
    baseline: null,
    head: today,
    goalposts: today,
    fromBase: false,
    fork: false,
    factories: allFactories(options),
    code: settings.code,
  });
  const plans = await addStandings(bare, today.tree, today.config.directory);
  const started = await startRuns(plans, { config: today.config, seed: options.seed, store: null, scope: "" });
  const runs = started.map((each, index) => ({ started: each, unfitCases: all[index]?.unfitCases ?? 0 }));
  const changes = found.flatMap((each) => {
    const own = runs.filter((_, index) => wanted[index]?.found === each);
    return own.length === 0 ? [] : [{ found: each, runs: own }];
  });
  const numbered = numberControls(controls, runs.slice(wanted.length));
  return { plan: fitBudget(changes, numbered, leftOut, settings), plans, problems: distinct(problems) };
}

function wantedOf(change: FoundChange, { today, options }: PlanSettings, leftOut: LeftOut[]): readonly Wanted[] {
  const { commit, subject } = change.commit;
  return change.prompts.flatMap((prompt) => {
    const judged = judgeToday(prompt, today, options);
    if ("change" in judged) return [{ ...judged, found: change }];
    leftOut.push({ commit, subject, prompts: [prompt.change.path], ...judged });
    return [];
  });
}

/** The old version of each prompt's newest change first, then those of the others, and over again. */
function chooseControls(found: readonly FoundChange[], { today, options, controls }: PlanSettings): readonly Wanted[] {
  const all = found.flatMap((change) =>
    change.prompts.flatMap((prompt) => {
      const judged = judgeToday(prompt, today, options, "old");
      return "change" in judged ? [{ ...judged, found: change }] : [];
    }),
  );
  const newest = new Map(all.toReversed().map((each) => [each.change.path, each]));
  const first = all.filter((each) => newest.get(each.change.path) === each);
  const queue = [...first, ...all.filter((each) => !first.includes(each))];
  const count = queue.length === 0 ? 0 : (controls ?? Math.min(usualControls, first.length));
  return Array.from({ length: count }, (_, index) => queue[index % queue.length] as Wanted);
}

function numberControls(controls: readonly Wanted[], runs: readonly PastRun[]): readonly PlannedControl[] {
  const drawn = new Map<string, number>();
  return runs.map((run, index) => {
    const { found, change } = controls[index] as Wanted;
    const version = `${change.path}\0${change.baseline?.version.fingerprint}`;
    const number = (drawn.get(version) ?? 0) + 1;
    drawn.set(version, number);
    return { ...run, found, number };
  });
}

/** The newest changes first, each with all its prompts or not at all, then the comparisons of a version with itself. */
function fitBudget(
  changes: readonly PlannedChange[],
  controls: readonly PlannedControl[],
  unjudged: readonly LeftOut[],
  { budget, shares }: PlanSettings,
): BacktestPlan {
  const uses = new Map<string, number>();
  const leftOut = [...unjudged];
  let calls = 0;
  const fits = (more: number): boolean => budget === null || calls + more <= budget;
  const kept = changes.filter(({ found, runs }) => {
    const answers = runs.flatMap(({ started }) => [...answersOf(started.run)]);
    const fresh = sumCalls(shares ? answers.filter(({ name }) => !uses.has(name)) : answers);
    if (!fits(fresh)) {
      const { commit, subject } = found.commit;
      const prompts = runs.map(({ started }) => started.run.plan.change.path);
      const detail = `it takes ${fresh} calls, and ${(budget ?? 0) - calls} of ${budget} are left`;
      leftOut.push({ commit, subject, prompts, reason: "budget", detail });
      return false;
    }
    calls += fresh;
    if (shares) for (const { name } of answers) uses.set(name, (uses.get(name) ?? 0) + 1);
    return true;
  });
  const keptControls = controls.filter(({ started }) => {
    const more = sumCalls([...answersOf(started.run)]);
    if (!fits(more)) return false;
    calls += more;
    return true;
  });
  return {
    changes: kept,
    controls: keptControls,
    controlsLeftOut: controls.length - keptControls.length,
    leftOut,
    calls,
    uses,
  };
}

function sumCalls(answers: readonly WantedAnswer[]): number {
  return answers.reduce((sum, { calls }) => sum + calls, 0);
}

/** Several changes of one prompt meet the same mistake of today. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
