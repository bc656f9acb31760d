import type { DriftCause, DriftEvent, DriftLine, DriftMean } from "../model.ts";
import { codeSpan, inline } from "./escape.ts";
import { formatCount, formatMeasure, unknown } from "./numbers.ts";

const causes: Readonly<Record<DriftCause, string>> = {
  model: "another model answers",
  "system-fingerprint": "the model is served by another system",
  judge: "the judge drifted, not the model",
  format: "the form of the answers changed",
  refusals: "the model refuses more often",
  latency: "only the latency changed",
  price: "the price changed",
  answers: "the same model answers otherwise",
};

/** What was found, in one sentence of plain text. */
export function describeDrift(event: DriftEvent): string {
  const verb = { drift: towards(event), worse: "moved further", recovered: "recovered" };
  const { was, now, unit } = event;
  const levels = was === null || now === null ? "" : ` from ${level(was, unit)} to ${level(now, unit)}`;
  const several = event.causes.length > 1;
  const named = event.causes
    .map((cause) => (several && cause === "judge" ? "the judge drifted" : causes[cause]))
    .join("; ");
  return `${rowName(event.row)} ${verb[event.event]}${levels}, ${describeChange(event)}${named === "" ? "" : `: ${named}`}.`;
}

/** Which way the numbers went: what falls in quality may rise, as a latency does. */
export function towards({ was, now, direction }: DriftEvent): "fell" | "rose" {
  if (was === null || now === null || was === now) return direction === "fall" ? "fell" : "rose";
  return now < was ? "fell" : "rose";
}

/** `0.62`, and an amount as `1,230 ms` */
export function level(value: number, unit?: string): string {
  return unit === undefined ? value.toFixed(2) : formatAmountOf(value, unit);
}

/** The mean of a run: `0.623`, `1,230 ms`, a dash where there is none. */
export function meanOf(mean: DriftMean | null): string {
  if (mean === null) return unknown;
  return mean.unit === undefined ? mean.mean.toFixed(3) : formatAmountOf(mean.mean, mean.unit);
}

/** With its interval at 95 %. */
export function meanWithInterval(mean: DriftMean | null): string {
  if (mean === null) return unknown;
  const { low, high, unit } = mean;
  const ends = [low, high].map((end) => (unit === undefined ? end.toFixed(3) : formatMeasure(end)));
  return `${meanOf(mean)} [${ends.join(", ")}]`;
}

function formatAmountOf(value: number, unit: string): string {
  return `${formatMeasure(value)} ${inline(unit, 12)}`.trim();
}

/** Between which two nights, and how sure that is. */
function describeChange({ change }: DriftEvent): string {
  const day = (at: string): string => at.slice(0, 10);
  const from = change.before === null ? "the reference" : `the night of ${day(change.before)}`;
  const between = `between ${from} and that of ${day(change.first)}`;
  if (change.earliest === change.latest) return between;
  return `${between} (its first night lies from ${day(change.earliest)} to ${day(change.latest)} with 95 %)`;
}

/** `judge:helpful` as people read it. */
export function rowName(row: string): string {
  return row.startsWith("judge:") ? `the check of the judge ${row.slice("judge:".length)}` : row;
}

/** What cannot be told where no answer is kept; null where that hides nothing. */
export function describeUnchecked({ unchecked }: Pick<DriftLine, "unchecked">): string | null {
  if (unchecked.length === 0) return null;
  const judges = unchecked.length === 1 ? "the judge" : "the judges";
  return `No answer is kept, so that a drift of ${judges} ${unchecked.join(", ")} cannot be told from one of the model.`;
}

/** An e-value: 0.92, 20.4, 312, 4e+12. */
export function formatEvidence(eValue: number): string {
  if (eValue >= 1_000_000) return eValue.toExponential(0);
  return eValue < 10 ? eValue.toFixed(2) : eValue < 100 ? eValue.toFixed(1) : formatCount(Math.round(eValue));
}

/**
 * What to do about a drift, one sentence of Markdown each, the first thing first.
 *
 * @param onBranch whether the history is kept on GitHub
 */
export function adviseOn(event: DriftEvent, prompt: string, onBranch: boolean): readonly string[] {
  const place = onBranch ? "--branch" : "--history …";
  const named = /^[\w./-]+$/.test(prompt) ? prompt : `"${prompt}"`;
  const command = codeSpan(`prompt-assay drift ${place} --accept ${named} --reason "…"`, 160);
  const accept = `If the new level is all right, accept it: the label \`assay: accepted\` on this issue, or ${command}.`;
  const advice: Partial<Record<DriftCause, string>> = {
    model: "Pin the model's snapshot in the prompt file, as long as the provider serves it.",
    "system-fingerprint":
      "Pin the model's snapshot if it has one; else repair the prompt for the system that serves it now.",
    judge:
      "Calibrate the judge again (`prompt-assay calibrate`), or pin its model; the prompt's answers need no repair.",
    format:
      "Tell the prompt which form the answer has, ask for a response format, or strip the fence before the answer is used.",
    refusals: "Read the refusals and say in the prompt what the task is for.",
    latency: "Nothing to repair in the prompt; look at the provider's status.",
    answers: "Repair the prompt for the model as it is now, or move to a snapshot that is pinned.",
  };
  return [...event.causes.flatMap((cause) => advice[cause] ?? []), accept];
}
