import type { CodeRunner, LeftOut, Problem } from "../../model.ts";
import type { Slot } from "../calls/prompt-run.ts";
import { answersOf, callsOf, nameAnswer } from "../calls/shared-answers.ts";
import { type StartedRun, startRuns } from "../calls/start-runs.ts";
import { type JudgedToday, judgeToday } from "../judge-today.ts";
import { addStandings } from "../kept/calibrations.ts";
import { nameControlDraw } from "../kept/kept-answers.ts";
import type { RunOptions } from "../options.ts";
import { allFactories } from "../project/find-changes.ts";
import type { Project } from "../project/load-project.ts";
import type { FoundChange } from "../project/past-changes.ts";
import { type PromptPlan, planRun } from "./plan-run.ts";

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
  /** Answers that the store has of those asked for. */
  readonly stored: number;
  /** How many comparisons ask for an answer; those that more than one asks for are drawn once. */
  readonly uses: ReadonlyMap<string, number>;
}

export interface PlanSettings {
  readonly today: Project;
  readonly options: RunOptions;
  /** Comparisons of a version with itself; null: one a prompt, up to a few. */
  readonly controls: number | null;
  /** Runs the code of custom scorers. */
  readonly code: CodeRunner;
}

/** What takes no call, and how many calls may be made. */
export interface Budget {
  /** Null: as many as it takes. */
  readonly calls: number | null;
  /** Whether answers are shared between comparisons. */
  readonly shares: boolean;
  /** Whether the store has an answer. */
  readonly isStored: (slot: Slot) => boolean;
}

/** All comparisons that a backtest would make, if it had the calls. */
export interface WantedRuns {
  readonly changes: readonly PlannedChange[];
  readonly controls: readonly PlannedControl[];
  /** What cannot be judged. */
  readonly leftOut: readonly LeftOut[];
}

/** Where nobody says how many versions to compare with themselves. */
const usualControls = 5;

/** One prompt's comparison before it is set up. */
interface Wanted extends JudgedToday {
  readonly found: FoundChange;
}

/** Plans both kinds of comparisons, the newest changes first. */
export async function planBacktest(
  found: readonly FoundChange[],
  settings: PlanSettings,
): Promise<{
  readonly runs: WantedRuns;
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
  return { runs: { changes, controls: numbered, leftOut }, plans, problems: distinct(problems) };
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
export function fitBudget(runs: WantedRuns, { calls: budget, shares, isStored }: Budget): BacktestPlan {
  const uses = new Map<string, number>();
  const leftOut = [...runs.leftOut];
  let calls = 0;
  let stored = 0;
  const fits = (more: number): boolean => budget === null || calls + more <= budget;
  const kept = runs.changes.filter(({ found, runs: own }) => {
    const answers = own.flatMap(({ started }) => [...answersOf(started.run)]);
    const drawn = answers.filter((slot) => !isStored(slot));
    const fresh = sumCalls(shares ? drawn.filter((slot) => !uses.has(nameAnswer(slot))) : drawn);
    if (!fits(fresh)) {
      const { commit, subject } = found.commit;
      const prompts = own.map(({ started }) => started.run.plan.change.path);
      const detail = `it takes ${fresh} calls, and ${(budget ?? 0) - calls} of ${budget} are left`;
      leftOut.push({ commit, subject, prompts, reason: "budget", detail });
      return false;
    }
    calls += fresh;
    stored += answers.length - drawn.length;
    if (shares) for (const slot of drawn) uses.set(nameAnswer(slot), (uses.get(nameAnswer(slot)) ?? 0) + 1);
    return true;
  });
  const keptControls = runs.controls.filter(({ started, number }) => {
    const answers = [...answersOf(started.run)];
    const drawn = answers.filter((slot) => !isStored({ ...slot, draw: nameControlDraw(number, slot.arm) }));
    const more = sumCalls(drawn);
    if (!fits(more)) return false;
    calls += more;
    stored += answers.length - drawn.length;
    return true;
  });
  return {
    changes: kept,
    controls: keptControls,
    controlsLeftOut: runs.controls.length - keptControls.length,
    leftOut,
    calls,
    stored,
    uses,
  };
}

function sumCalls(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + callsOf(slot), 0);
}

/** Several changes of one prompt meet the same mistake of today. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
