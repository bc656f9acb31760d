import { caseMove, isGated } from "../gate/compare-metric.ts";
import type { ArmOutput, CaseChange, CaseReport, GateConfig, Json, MetricDefinition, TrialScore } from "../model.ts";
import type { SampleLog } from "../run/sample-log.ts";
import { canonicalJson } from "../source/json.ts";
import { scoresOf } from "./compare-outcomes.ts";
import type { CaseOutcomes, Outcome } from "./execute-run.ts";

/** Above this many cases only the worst are listed. */
const listedCases = 10_000;
const listedOfLarger = 1_000;
/** Cases of a prompt whose texts are carried in the report, and how much of each text. */
const casesWithTexts = 50;
const textLimit = 4_000;

const severity: readonly CaseChange[] = ["worse", "failed", "unscored", "better", "same", "alone"];

/** The cases of a prompt for the report: in the order of the golden set, with texts where a case moved or failed. */
export function reportCases(
  metrics: readonly MetricDefinition[],
  cases: readonly CaseOutcomes[],
  gate: GateConfig,
  log: SampleLog,
): readonly CaseReport[] {
  const scorers = metrics.filter((metric) => metric.gatesByDefault);
  const gating = metrics.filter((metric) => isGated(metric, gate.metrics));
  const deciding = gating.length > 0 ? gating : scorers;
  const moves = cases.map((entry) => moveOf(entry, deciding));
  const ranked = [...moves.keys()].sort((left, right) => rank(moves[left]) - rank(moves[right]) || left - right);
  const listed = new Set(cases.length > listedCases ? ranked.slice(0, listedOfLarger) : ranked);
  const withTexts = new Set(ranked.filter((index) => moves[index]?.change !== "same").slice(0, casesWithTexts));
  const reports: CaseReport[] = [];
  for (const [index, entry] of cases.entries()) {
    if (!listed.has(index)) continue;
    const { change, worse } = moves[index] as Move;
    const texts = withTexts.has(index);
    reports.push({
      id: entry.planCase.testCase.id,
      tags: entry.planCase.testCase.tags,
      change,
      worse,
      scores: Object.fromEntries(scorers.map((metric) => [metric.name, caseValues(entry, metric)])),
      expected: texts ? textOf(entry.planCase.testCase.expected) : null,
      baseline: texts ? outputOf(entry.baseline, log) : null,
      candidate: texts ? outputOf(entry.candidate, log) : null,
      reasons: texts ? Object.fromEntries(entry.candidate?.reasons ?? []) : {},
    });
  }
  return reports;
}

interface Move {
  readonly change: CaseChange;
  readonly worse: readonly string[];
}

function moveOf(entry: CaseOutcomes, deciding: readonly MetricDefinition[]): Move {
  const still = (change: CaseChange): Move => ({ change, worse: [] });
  if (entry.baseline?.failure || entry.candidate?.failure || entry.candidate === null) return still("failed");
  if (entry.baseline === null) return still("alone");
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

function caseValues(
  entry: CaseOutcomes,
  metric: MetricDefinition,
): { baseline: number | null; candidate: number | null } {
  const value = (outcome: Outcome | null): number | null => numberOrNull(outcome?.scores.get(metric.name));
  return { baseline: value(entry.baseline), candidate: value(entry.candidate) };
}

function numberOrNull(score: TrialScore | undefined): number | null {
  return typeof score === "number" ? score : null;
}

function outputOf(outcome: Outcome | null, log: SampleLog): ArmOutput | null {
  if (outcome === null) return null;
  if (outcome.failure !== null) return { status: "failed", text: null, failure: outcome.failure.message };
  const line = log.read(outcome.index) as { readonly output?: Json; readonly refusal?: Json };
  const text = line.output || line.refusal;
  return { status: "completed", text: typeof text === "string" ? shorten(text) : "", failure: null };
}

/** What a person would read as the expected answer. */
function textOf(value: Json | null): string | null {
  if (value === null) return null;
  return shorten(typeof value === "string" ? value : canonicalJson(value));
}

function shorten(text: string): string {
  return text.length <= textLimit ? text : `${text.slice(0, textLimit).toWellFormed()}…`;
}
