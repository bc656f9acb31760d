import type { BatchOptions } from "../pipeline/options.ts";
import type { CommandContext, ProgressListener } from "./command.ts";

/** Between two lines where there is no terminal to redraw, in milliseconds. */
const lineInterval = 10_000;
const redrawInterval = 100;

/** Tells on standard error how far the calls are: a live line in a terminal, a line every ten seconds elsewhere. */
export function progressWriter(context: CommandContext): ProgressListener {
  const live = context.errorIsTerminal;
  const started = performance.now();
  let last = live ? Number.NEGATIVE_INFINITY : started;
  return ({ done, planned, failed }) => {
    const now = performance.now();
    const finished = done === planned;
    if (now - last < (live ? redrawInterval : lineInterval) && !(finished && live)) return;
    last = now;
    const seconds = Math.max(0.001, (now - started) / 1000);
    const rate = done / seconds;
    const left = rate > 0 && !finished ? `, ${Math.ceil((planned - done) / rate)} s left` : "";
    const failures = failed > 0 ? `, ${failed} failed` : "";
    const text = `${done} of ${planned} calls, ${rate.toFixed(0)} a second${failures}${left}`;
    context.writeError(live ? `\r\u001b[K${finished ? "" : text}` : `${text}\n`);
  };
}

/** Tells on standard error how many calls of all batches are answered, whenever that changed. */
export function batchWriter(context: CommandContext): NonNullable<BatchOptions["onLook"]> {
  let last = -1;
  return ({ answered, total }) => {
    if (answered === last) return;
    last = answered;
    context.writeError(`batch: ${answered} of ${total} calls answered\n`);
  };
}
