import type { Arm, ModelRequest } from "../../model.ts";
import type { BaselineTrial } from "../../run/store/baselines.ts";
import { sampleKey } from "../../run/store/samples.ts";
import type { Journal } from "../calls/executor.ts";
import type { Slot } from "../calls/prompt-run.ts";
import { caseHash, modelOf, type RunStore, toSample } from "./run-store.ts";

/** How many answers came from the store, and when the oldest of them was given. */
export interface KeptAnswersUsed {
  readonly answers: number;
  readonly oldest: Date | null;
}

/** The answers of earlier runs, for a backtest. */
export interface KeptAnswers {
  readonly journal: Journal;
  has(request: ModelRequest, slot: Slot): boolean;
  readonly used: KeptAnswersUsed;
}

type Kept = Pick<BaselineTrial, "at" | "latencyMs" | "reply">;

/** The draw of one arm of a version's comparison with itself: both arms ask for the same, and must not share an answer. */
export function nameControlDraw(number: number, arm: Arm): string {
  return `aa:${number}:${arm}`;
}

/**
 * Finds what a version has answered before, as a candidate or as a baseline, and keeps what is drawn for a change, so that
 * the next backtest need not draw it again.
 *
 * A version compared with itself needs two draws of every answer. Those of a stored baseline are such: the first comparison
 * of a version gives its trials to the arms by turns, none of them to both; a case without a pair of them, and every
 * further comparison, is drawn anew. What it answered as a candidate is no control: a version that did badly by chance was
 * less likely to be merged.
 */
export function keptAnswers({ store, journal: own }: RunStore): KeptAnswers {
  const used: { answers: number; oldest: Date | null } = { answers: 0, oldest: null };

  const baselineOf = (slot: Slot): readonly BaselineTrial[] =>
    store.baselines.find({
      fingerprint: slot.version.fingerprint,
      caseHash: caseHash(slot.caseRun, slot.arm),
      since: null,
    });

  const find = (request: ModelRequest, slot: Slot): Kept | null => {
    const { version, caseRun, arm, trial, draw } = slot;
    if (draw === "compare") {
      const identity = { caseId: caseRun.planCase.testCase.id, trial, draw };
      const sample = store.samples.find(sampleKey(modelOf(version), request, identity));
      // Two versions that ask for the same must not share an answer: the arms would agree by construction.
      if (sample?.fingerprint === version.fingerprint) return sample;
      return baselineOf(slot).find((each) => each.trial === trial) ?? null;
    }
    if (draw !== nameControlDraw(1, arm)) return null;
    const pair = baselineOf(slot).slice(2 * trial, 2 * trial + 2);
    return pair.length < 2 ? null : (pair[arm === "baseline" ? 0 : 1] ?? null);
  };

  return {
    used,
    has: (request, slot) => find(request, slot) !== null,
    journal: {
      find(_provider, request, slot) {
        const found = find(request(), slot);
        if (found === null) return null;
        const at = new Date(found.at);
        used.answers++;
        if (used.oldest === null || at < used.oldest) used.oldest = at;
        return toSample(slot, found);
      },
      append(provider, request, slot, sample) {
        if (slot.draw === "compare") own.append(provider, request, slot, sample);
      },
    },
  };
}
