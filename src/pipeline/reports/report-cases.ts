import { caseMove, isGated } from "../../gate/compare-metric.ts";
import type {
  ArmOutput,
  CaseChange,
  CaseReport,
  GateConfig,
  Json,
  MetricDefinition,
  RequestMessage,
  ToolCall,
} from "../../model.ts";
import { lossOf } from "../../report/case-loss.ts";
import type { SampleLog } from "../../run/sample-log.ts";
import { canonicalJson } from "../../source/json.ts";
import { scoresOf } from "../calls/draft-run.ts";
import type { Outcome } from "../calls/outcome.ts";
import type { CaseRun } from "../calls/prompt-run.ts";

/** Above this many cases only the worst are listed. */
const listedCases = 10_000;
const listedOfLarger = 1_000;
/** Cases of a prompt whose texts are carried in the report, and how much of each text. */
const casesWithTexts = 50;
const textLimit = 4_000;
/** Tool calls of an answer that are told, and how much of each. */
const listedToolCalls = 10;
const toolCallLimit = 200;

const severity: readonly CaseChange[] = ["worse", "failed", "unscored", "better", "same", "alone"];

/** Where the samples are, and what may be told of a text. */
interface Telling {
  readonly log: SampleLog;
  readonly tell: (text: string) => string;
}

/** The cases of a prompt for the report: in the order of the golden set, with texts where a case moved or failed. */
export function reportCases(
  metrics: readonly MetricDefinition[],
  cases: readonly CaseRun[],
  gate: GateConfig,
  { log, tell = asItIs }: { readonly log: SampleLog; readonly tell?: Telling["tell"] | undefined },
): readonly CaseReport[] {
  const scorers = metrics.filter((metric) => metric.gatesByDefault);
  const gating = metrics.filter((metric) => isGated(metric, gate.metrics));
  const deciding = gating.length > 0 ? gating : scorers;
  const moves = cases.map((entry) => moveOf(entry, deciding));
  const scoresOfCase = (entry: CaseRun): CaseReport["scores"] =>
    Object.fromEntries(scorers.map((metric) => [metric.name, meanScores(entry, metric)]));
  const losses = cases.map((entry, index) => {
    const { worse } = moves[index] as Move;
    return worse.length === 0 ? 0 : lossOf({ scores: scoresOfCase(entry), worse });
  });
  const ranked = [...moves.keys()].sort(
    (left, right) =>
      rank(moves[left]) - rank(moves[right]) || (losses[right] ?? 0) - (losses[left] ?? 0) || left - right,
  );
  const listed = new Set(cases.length > listedCases ? ranked.slice(0, listedOfLarger) : ranked);
  const withTexts = new Set(ranked.filter((index) => moves[index]?.change !== "same").slice(0, casesWithTexts));
  const reports: CaseReport[] = [];
  for (const [index, entry] of cases.entries()) {
    if (!listed.has(index)) continue;
    const { change, worse } = moves[index] as Move;
    const texts = withTexts.has(index);
    const { testCase } = entry.planCase;
    const moved = deciding.filter(({ name }) => worse.includes(name));
    const before = texts ? toldOutcome(entry.baseline, moved, 1, null) : null;
    const told = texts ? toldOutcome(entry.candidate, moved, -1, before) : null;
    reports.push({
      id: testCase.id,
      tags: testCase.tags,
      change,
      worse,
      scores: scoresOfCase(entry),
      expected: texts ? textOf(testCase.expected, tell) : null,
      baseline: outputOf(before, { log, tell }),
      candidate: outputOf(told, { log, tell }),
      reasons: told?.failure === null ? reasonsOf(told, log) : {},
    });
  }
  return reports;
}

function asItIs(text: string): string {
  return text;
}

interface Move {
  readonly change: CaseChange;
  readonly worse: readonly string[];
}

function moveOf(entry: CaseRun, deciding: readonly MetricDefinition[]): Move {
  const still = (change: CaseChange): Move => ({ change, worse: [] });
  const failed = (outcomes: readonly Outcome[]): boolean => outcomes.every((outcome) => outcome.failure !== null);
  if (failed(entry.candidate)) return still("failed");
  if (entry.baseline.length === 0) return still("alone");
  if (failed(entry.baseline)) return still("failed");
  const moves = deciding.flatMap((metric) => {
    const [scores] = scoresOf([entry], metric);
    return scores === undefined ? [] : [{ name: metric.name, move: caseMove(scores, metric) }];
  });
  const worse = moves.filter((each) => each.move === -1).map((each) => each.name);
  if (worse.length > 0) return { change: "worse", worse };
  if (moves.some((each) => each.move === 1)) return still("better");
  return still(moves.some((each) => each.move === null) ? "unscored" : "same");
}

function rank(move: Move | undefined): number {
  return move === undefined ? severity.length : severity.indexOf(move.change);
}

/** Means over the trials; null where there is no value. */
function meanScores(
  entry: CaseRun,
  metric: MetricDefinition,
): { readonly baseline: number | null; readonly candidate: number | null } {
  const mean = (outcomes: readonly Outcome[]): number | null => {
    const values = outcomes
      .map((outcome) => outcome.scores.get(metric.name))
      .filter((each) => typeof each === "number");
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  return { baseline: mean(entry.baseline), candidate: mean(entry.candidate) };
}

/**
 * The trial that shows what happened: on what got worse, the best of the baseline (`end` 1) and the worst of the candidate
 * (−1); of equals, the first that answers differently from `other`. Else the first that completed.
 */
function toldOutcome(
  outcomes: readonly Outcome[],
  moved: readonly MetricDefinition[],
  end: 1 | -1,
  other: Outcome | null,
): Outcome | null {
  const completed = outcomes.filter((outcome) => outcome.failure === null);
  const scoreOf = (outcome: Outcome, { name, direction }: MetricDefinition): number | null => {
    const value = outcome.scores.get(name);
    return typeof value === "number" ? (direction === "lower" ? -value : value) : null;
  };
  // A score of pairs stands at one trial for all of them: it tells none apart.
  const told = moved.find((metric) => completed.every((outcome) => scoreOf(outcome, metric) !== null));
  const rank = (outcome: Outcome): number => (told === undefined ? 0 : -end * (scoreOf(outcome, told) ?? 0));
  const same = (outcome: Outcome): number => Number(other !== null && outcome.digest === other.digest);
  const [first] = completed.toSorted((one, two) => rank(one) - rank(two) || same(one) - same(two));
  return first ?? outcomes[0] ?? null;
}

function outputOf(outcome: Outcome | null, { log, tell }: Telling): ArmOutput | null {
  if (outcome === null) return null;
  if (outcome.failure !== null) return { status: "failed", text: null, failure: outcome.failure.message };
  const line = log.read(outcome.index) as {
    readonly output?: Json;
    readonly refusal?: Json;
    readonly exchange?: readonly RequestMessage[];
    readonly toolCalls?: readonly ToolCall[];
  };
  const text = line.output || line.refusal;
  const answered = (line.exchange ?? []).flatMap((message) => message.toolCalls ?? []);
  const toolCalls = [...answered, ...(line.toolCalls ?? [])]
    .slice(0, listedToolCalls)
    .map((call) => toolCallText(call, tell));
  return {
    status: "completed",
    text: typeof text === "string" ? shorten(tell(text)) : "",
    failure: null,
    ...(toolCalls.length === 0 ? {} : { toolCalls }),
  };
}

/** `get_weather({"city":"Bern"})` */
function toolCallText({ name, arguments: given }: ToolCall, tell: Telling["tell"]): string {
  const text = tell(`${name}(${given})`);
  return text.length <= toolCallLimit ? text : `${text.slice(0, toolCallLimit).toWellFormed()}…`;
}

function reasonsOf({ index }: Outcome, log: SampleLog): CaseReport["reasons"] {
  const line = log.read(index) as { readonly reasons?: CaseReport["reasons"] } | null;
  return line?.reasons ?? {};
}

/** What a person would read as the expected answer. */
function textOf(value: Json | null, tell: Telling["tell"]): string | null {
  if (value === null) return null;
  return shorten(tell(typeof value === "string" ? value : canonicalJson(value)));
}

function shorten(text: string): string {
  return text.length <= textLimit ? text : `${text.slice(0, textLimit).toWellFormed()}…`;
}
