import { currentEpoch, type Epoch, isSameLine } from "../../drift/epoch.ts";
import { findEvents, type PromptBeside, type RowEvidence } from "../../drift/find-events.ts";
import { foldNights } from "../../drift/fold-nights.ts";
import {
  findHistory,
  folderOfPrompt,
  type HistoryChanges,
  type HistoryFiles,
  lastReference,
  type PromptHistory,
  readHistory,
  removeHistory,
  renameHistory,
  writeHistory,
} from "../../drift/history.ts";
import { rankNight, type WatchedRow } from "../../drift/rank-night.ts";
import { summarise } from "../../drift/summarise.ts";
import { isGated, marginOf } from "../../gate/compare-metric.ts";
import type {
  DriftAnswer,
  DriftConfig,
  DriftGap,
  DriftMean,
  DriftNight,
  DriftPrompt,
  DriftRecord,
  DriftReference,
  DriftRun,
  DriftScores,
  GateConfig,
  MetricDefinition,
} from "../../model.ts";
import { describeRows } from "./describe-rows.ts";
import type { TakenNight } from "./take-night.ts";
import { worstCases } from "./worst-cases.ts";

/** A prompt's part of tonight, once its calls are made. */
export interface NightTaken extends TakenNight {
  readonly judged: DriftScores | null;
}

export interface RecordSettings {
  readonly drift: DriftConfig;
  readonly gate: GateConfig;
  readonly now: Date;
  /** Whether the repository still has a file. */
  readonly isThere: (path: string) => boolean;
}

/** What a night makes of a history, and what it tells of each prompt, in the order of the prompts. */
export interface RecordedNight {
  readonly histories: readonly PromptHistory[];
  readonly changes: HistoryChanges;
  readonly prompts: readonly DriftPrompt[];
}

interface Recorded {
  readonly taken: NightTaken;
  readonly history: PromptHistory;
  readonly moved: PromptHistory | null;
  /** Whether tonight is a line of it. */
  readonly added: boolean;
  /** Set where it has a reference; `tonight`: whether the night counts. */
  readonly watched: { readonly epoch: Epoch; readonly rows: readonly WatchedRow[]; readonly tonight: boolean } | null;
  readonly gap: string | null;
}

/** Adds a night to a history. Pure, because it is done again where another run has written meanwhile. */
export function recordNight(
  files: HistoryFiles,
  nights: readonly NightTaken[],
  settings: RecordSettings,
): RecordedNight {
  const known = readHistory(files).prompts;
  const recorded = nights.map((taken) => recordPrompt(taken, known, settings));
  const watching = recorded.flatMap(({ watched, history }) =>
    watched === null ? [] : [{ ...watched, answers: history.answers }],
  );
  const evidence = findEvents(watching, settings.gate.alpha, findBeside(recorded, known, settings));
  let next = 0;
  const changes = new Map<string, string | null>();
  const kept: PromptHistory[] = [];
  const prompts = recorded.map((each) => {
    const rows = each.watched === null ? [] : (evidence[next++] ?? []);
    const records = foldNights([...each.history.records, ...rows.flatMap(({ found }) => found ?? [])]);
    const history = { ...each.history, records };
    kept.push(history);
    if (each.moved !== null) for (const [path, text] of removeHistory(each.moved)) changes.set(path, text);
    if (each.moved !== null || each.added) for (const [path, text] of writeHistory(history)) changes.set(path, text);
    return describePrompt(each, history, rows, settings);
  });
  const folders = new Set([...kept, ...recorded.flatMap(({ moved }) => moved ?? [])].map(({ folder }) => folder));
  return { histories: [...kept, ...known.filter(({ folder }) => !folders.has(folder))], changes, prompts };
}

/** What else the history watches: prompts of other folders, those that are not run, and those that begin tonight. */
function findBeside(
  recorded: readonly Recorded[],
  known: readonly PromptHistory[],
  { gate, isThere }: RecordSettings,
): readonly PromptBeside[] {
  const own = new Set(recorded.flatMap(({ history, moved }) => [history.folder, ...(moved ? [moved.folder] : [])]));
  const foreign = known.filter((history) => !own.has(history.folder) && isThere(lastReference(history)?.path ?? ""));
  const resting = recorded.filter(({ watched }) => watched === null);
  return [
    ...[...foreign, ...resting.filter(({ added }) => !added).map(({ history }) => history)].flatMap(({ records }) => {
      const epoch = currentEpoch(records);
      return epoch === null ? [] : [{ epoch, rows: Object.keys(epoch.nights.at(-1)?.ranks ?? {}) }];
    }),
    ...resting.flatMap(({ added, taken, history }) => {
      const epoch = added ? currentEpoch(history.records) : null;
      return epoch === null ? [] : [{ epoch, rows: rowsOf(taken, gate, []).map(({ row }) => row) }];
    }),
  ];
}

function recordPrompt(
  taken: NightTaken,
  known: readonly PromptHistory[],
  { drift, gate, now, isThere }: RecordSettings,
): Recorded {
  const { night, run } = taken;
  const found = findHistory(known, night.present, isThere);
  const folder = folderOfPrompt(night.present);
  const moved = found?.renamed ? found.history : null;
  const renamed = found?.renamed ? renameHistory(found.history, night.present) : found?.history;
  const before: PromptHistory = { records: [], answers: [], ...renamed, folder };
  const withRecord = (record: DriftRecord, answers = before.answers): PromptHistory => ({
    folder,
    records: [...before.records, record],
    answers,
  });
  const at = laterThan(before.records, now);
  if (night.task.kind === "skipped") return { taken, history: before, moved, added: false, watched: null, gap: null };
  if (taken.gap !== null) {
    const gap: DriftGap = { kind: "gap", at, reason: taken.gap, cost: run.cost };
    const history = withRecord(gap);
    const epoch = currentEpoch(history.records);
    const watched = epoch && { epoch, rows: rowsOf(taken, gate, before.answers), tonight: false };
    return { taken, history, moved, added: true, watched, gap: taken.gap };
  }
  if (night.task.kind === "reference") {
    const { name, path } = night.present;
    const answers = chooseAnswers(taken.answers, before.records, drift.keepAnswers);
    const metrics = { ...run.metrics, ...checksOf(taken.metrics, scoresThen(answers)) };
    const unchecked = uncheckedOf(taken.metrics, answers);
    const reference: DriftReference = {
      kind: "reference",
      name,
      path,
      reason: night.task.reason,
      ...run,
      metrics,
      ...unchecked,
      at,
    };
    return { taken, history: withRecord(reference, answers), moved, added: true, watched: null, gap: null };
  }
  const epoch = currentEpoch(before.records);
  // Somebody has taken another reference meanwhile: this night belongs to no line.
  if (epoch === null || !isSameLine(epoch.reference, run)) {
    const gap = "The reference was replaced while the night ran.";
    return { taken, history: before, moved, added: false, watched: null, gap };
  }
  const rows = rowsOf(taken, gate, before.answers);
  const metrics = { ...run.metrics, ...checksOf(taken.metrics, taken.judged ?? {}) };
  const tonight = { ...run, metrics, ...uncheckedOf(taken.metrics, before.answers), at, judged: taken.judged };
  const ranked: DriftNight = rankNight(epoch, tonight, rows, before.answers);
  const history = withRecord(ranked);
  return {
    taken,
    history,
    moved,
    added: true,
    watched: { epoch: currentEpoch(history.records) as Epoch, rows, tonight: true },
    gap: null,
  };
}

/** What judges made of the stored answers, as rows of their own: `judge:helpful`. */
function checksOf(metrics: readonly MetricDefinition[], scores: DriftScores): Readonly<Record<string, DriftMean>> {
  const judged = metrics.filter(({ judged: isJudged, paired }) => isJudged && paired !== true);
  const means = judged.flatMap((metric) => {
    const mean = summarise(scores, metric);
    return mean === null ? [] : [[`judge:${metric.name}`, mean] as const];
  });
  return Object.fromEntries(means);
}

/** The judges that nothing is kept for. */
function uncheckedOf(
  metrics: readonly MetricDefinition[],
  answers: readonly DriftAnswer[],
): Pick<DriftRun, "unchecked"> {
  const judged = metrics.filter(({ judged: isJudged, paired }) => isJudged && paired !== true);
  return answers.length > 0 || judged.length === 0 ? {} : { unchecked: judged.map(({ name }) => name) };
}

/** What scorers made of the answers when they were given. */
function scoresThen(answers: readonly DriftAnswer[]): DriftScores {
  const scoresOf = ({ scores }: DriftAnswer): DriftScores[string] =>
    Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, [score]]));
  return Object.fromEntries(answers.map((answer) => [answer.case, scoresOf(answer)]));
}

/** Times of a history only ever rise, whatever the clocks of its runners say. */
function laterThan(records: readonly DriftRecord[], now: Date): string {
  const last = records.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0);
  return new Date(Math.max(now.getTime(), last + 1)).toISOString();
}

/** The metrics that decide, and the checks of the judges among them. */
function rowsOf(
  { metrics, judged }: NightTaken,
  gate: GateConfig,
  answers: readonly DriftAnswer[],
): readonly WatchedRow[] {
  const gated = metrics.filter((metric) => isGated(metric, gate.metrics) && metric.paired !== true);
  const checks = gated.filter(({ judged: isJudged }) => isJudged && judged !== null && answers.length > 0);
  const rowOf = (metric: MetricDefinition, row: string): WatchedRow => {
    return { row, kind: metric.kind, direction: metric.direction, margin: marginOf(metric, gate) };
  };
  return [
    ...gated.map((metric) => rowOf(metric, metric.name)),
    ...checks.map((metric) => rowOf(metric, `judge:${metric.name}`)),
  ];
}

/** Other cases than the reference before it kept, so that all get their turn. */
function chooseAnswers(
  answers: readonly DriftAnswer[],
  before: readonly DriftRecord[],
  wanted: number,
): readonly DriftAnswer[] {
  if (answers.length <= wanted) return answers;
  const turns = before.filter(({ kind }) => kind === "reference").length;
  const start = (turns * wanted) % answers.length;
  return Array.from({ length: wanted }, (_, index) => answers[(start + index) % answers.length] as DriftAnswer);
}

function describePrompt(
  { taken, gap, watched }: Recorded,
  history: PromptHistory,
  evidence: readonly RowEvidence[],
  { gate }: RecordSettings,
): DriftPrompt {
  const { night, run } = taken;
  const epoch = currentEpoch(history.records);
  const rows = epoch === null ? [] : describeRows(taken, epoch, evidence, gate);
  const drifts = rows.flatMap(({ drift }) => drift ?? []);
  const status =
    gap !== null ? "gap" : night.task.kind === "night" ? (drifts.length > 0 ? "drifting" : "steady") : night.task.kind;
  return {
    name: night.present.name,
    path: night.present.path,
    status,
    reason: gap ?? (night.task.kind === "night" ? null : (night.task.why ?? null)),
    gaps: epoch?.gaps ?? 0,
    nights: epoch?.nights.length ?? 0,
    models: modelsOf(run, epoch),
    rows,
    worst: watched === null || !watched.tonight ? [] : worstCases(taken, watched.epoch, drifts, history.answers),
  };
}

function modelsOf(run: DriftRun, epoch: Epoch | null): readonly string[] {
  const names = Object.keys(run.models);
  return names.length > 0 ? names : Object.keys(epoch?.nights.at(-1)?.models ?? {});
}
