import { escapeTerminal } from "../report/escape.ts";
import { describePlan, describeProgress } from "../report/progress-words.ts";
import type { Progress, RunPlan } from "./options.ts";
import { totalCost } from "./plan/estimate-run.ts";

/** Where progress goes. */
export interface ProgressSink {
  /** Writes a text as it is. */
  readonly write: (text: string) => void;
  /** Of a terminal, on which a line can be drawn anew as long as it is no wider; null where it is none. */
  readonly columns: number | null;
  /** Whether it is the log of a workflow, in which lines can be folded. */
  readonly folded: boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Between two lines where there is no terminal to redraw, in milliseconds. */
const lineInterval = 10_000;
const redrawInterval = 100;

/** Tells what a run will take, then how far it is: a live line in a terminal, a line every ten seconds elsewhere. */
export function progressWriter(sink: ProgressSink): {
  readonly onEstimate: (plan: RunPlan) => void;
  readonly onProgress: (progress: Progress) => void;
} {
  const live = sink.columns !== null;
  const interval = live ? redrawInterval : lineInterval;
  let started = sink.now();
  let last = live ? Number.NEGATIVE_INFINITY : started;
  let open = false;
  const writeLine = (text: string): void => {
    if (sink.folded && !open) sink.write("::group::Calls\n");
    open = true;
    sink.write(`${escapeTerminal(text)}\n`);
  };
  return {
    onEstimate(plan) {
      // Where nothing is spent, a script's log has nothing to learn from it.
      const free = totalCost(plan.total) === 0;
      if (free && !live && !sink.folded) return;
      for (const line of describePlan(plan)) writeLine(`planned: ${line}`);
      started = sink.now();
      last = live ? last : started;
    },
    onProgress(progress) {
      const now = sink.now();
      if (!progress.finished && now - last < interval) return;
      last = now;
      const text = describeProgress(progress, now - started, sink.columns === null ? undefined : sink.columns - 1);
      if (live) sink.write(`\r\u001b[K${progress.finished ? "" : text}`);
      else if (!progress.finished || open) writeLine(text);
      if (progress.finished && sink.folded && open) sink.write("::endgroup::\n");
      if (progress.finished) open = false;
    },
  };
}
