import type { Estimate, Report } from "../model.ts";
import { quoteName } from "./escape.ts";
import { shorten } from "./layout.ts";
import { formatCost, formatCounted, formatDuration } from "./numbers.ts";
import { describeEstimate } from "./spending-words.ts";

/** How far calls are. */
export interface ProgressFacts {
  readonly done: number;
  readonly planned: number;
  readonly failed: number;
  readonly made: number;
  /** Turned away with 429. */
  readonly rejected: number;
  readonly cost: Report["cost"];
}

/**
 * `312 of 1,200 samples, 24 a second, $0.12, 3 turned away (429), 2 failed, 37 s left`; in fewer columns how far it is and how
 * long it takes, and of the others what fits.
 */
export function describeProgress(progress: ProgressFacts, elapsedMs: number, width = Number.POSITIVE_INFINITY): string {
  const { done, planned, failed, rejected, cost, made } = progress;
  const seconds = Math.max(0.001, elapsedMs / 1000);
  const rate = done / seconds;
  const left = done > 0 && done < planned ? formatDuration(Math.max(1, (planned - done) / rate) * 1000) : null;
  const parts = [
    `${done} of ${formatCounted(planned, "sample")}`,
    `${(made / seconds).toFixed(made / seconds < 10 ? 1 : 0)} calls a second`,
    ...(cost === null || cost === 0 ? [] : [formatCost(cost)]),
    ...(rejected === 0 ? [] : [`${rejected} turned away (429)`]),
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(left === null ? [] : [`${left} left`]),
  ];
  while (parts.length > 2 && parts.join(", ").length > width) parts.splice(1, 1);
  return shorten(parts.join(", "), Math.min(width, 200));
}

/** As many prompts are told of one by one. */
const listedPrompts = 50;

/** What a run will take, told before its first call: a line a prompt, and their sum where there are several. */
export function describePlan(plan: {
  readonly prompts: readonly {
    readonly name: string;
    readonly estimate: Estimate;
    readonly attribution?: Estimate;
  }[];
  readonly total: Estimate;
}): readonly string[] {
  const { prompts, total } = plan;
  const listed = prompts.slice(0, listedPrompts);
  const lines = listed.flatMap(({ name, estimate, attribution }) => [
    `${quoteName(name)}: ${describeEstimate(estimate)}`,
    ...(attribution === undefined
      ? []
      : [`${quoteName(name)}, should it regress, to tell which part did it: ${describeEstimate(attribution)}`]),
  ]);
  if (lines.length === 1) return lines;
  const untold = prompts.length - listed.length;
  return [
    ...lines,
    ...(untold === 0 ? [] : [`and ${formatCounted(untold, "prompt")} more`]),
    `in all: ${describeEstimate(total)}`,
  ];
}
