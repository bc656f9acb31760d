import type { Reply } from "../../model.ts";
import { canonicalHash } from "../../source/json.ts";
import type { Journal } from "./journal.ts";

/** One stored answer of a baseline: a text, so that a changed scorer scores it again without a call. */
export interface BaselineTrial {
  /** Of the prompt version, its model and parameters among it. */
  readonly fingerprint: string;
  /** Over all of the case that reaches the model, and its id. */
  readonly caseHash: string;
  readonly case: string;
  readonly trial: number;
  /** `baseline:<date>`, or the draw of the confirmation that took its place. */
  readonly draw: string;
  /** The comparison that drew it: one that was ended before its verdict goes on with its own answers. */
  readonly comparison?: string;
  /** When the answer came (ISO 8601). */
  readonly at: string;
  readonly latencyMs: number;
  /** `reply.model` is the model as the provider returned it. */
  readonly reply: Reply;
}

/** Trials older than this no longer stand for their prompt version. */
interface Supersession {
  readonly fingerprint: string;
  readonly before: string;
}

export type BaselineLine = BaselineTrial | Supersession;

export interface BaselineQuery {
  readonly fingerprint: string;
  readonly caseHash: string;
  /** Older answers are left out; null: none is too old, because the model is gone and there will be no others. */
  readonly since: Date | null;
}

export interface BaselineStore {
  /** Whether there is nothing to be found: then nobody need make keys. */
  isEmpty(): boolean;
  /** The trials that stand, in the order of their numbers: of each the newest, and none that was superseded. */
  find(query: BaselineQuery): readonly BaselineTrial[];
  append(trial: BaselineTrial): void;
  /** Puts fresh answers in the place of all older ones of their prompt version, also of cases that have none here. */
  replace(fingerprint: string, trials: readonly BaselineTrial[]): void;
}

/** Lines read for one case at most: enough for the newest of every trial, also where each night has added some. */
const mostRead = 100;

/**
 * Baselines have the journal of samples, but a folder and keys of their own. One journal with two views would be one
 * thing less, but a sample is found by the request that it answers, may go as soon as room is short, and never stands in
 * for another; a baseline is found by its prompt version and case before there is any request, is superseded, and is
 * wanted at any age once its model is gone. So they share what is hard (segments, seals, the index) and nothing else.
 */
export function createBaselineStore(journal: Journal<BaselineLine>): BaselineStore {
  const supersededBefore = (fingerprint: string): number => {
    let time = Number.NEGATIVE_INFINITY;
    for (const line of journal.find(versionKey(fingerprint))) {
      if ("before" in line) time = Math.max(time, Date.parse(line.before));
    }
    return time;
  };

  const append = (trial: BaselineTrial): void => journal.append([caseKey(trial)], trial);

  return {
    isEmpty: journal.isEmpty,
    find(query) {
      const { fingerprint, since } = query;
      const from = Math.max(supersededBefore(fingerprint), since?.getTime() ?? Number.NEGATIVE_INFINITY);
      const newest = new Map<number, BaselineTrial>();
      let read = 0;
      for (const trial of journal.find(caseKey(query))) {
        if ("before" in trial || ++read > mostRead) break;
        const time = Date.parse(trial.at);
        const known = newest.get(trial.trial);
        if (time >= from && (known === undefined || time > Date.parse(known.at))) newest.set(trial.trial, trial);
      }
      return [...newest.values()].sort((left, right) => left.trial - right.trial);
    },
    append,
    replace(fingerprint, trials) {
      const times = trials.map(({ at }) => Date.parse(at));
      if (times.length === 0) return;
      for (const trial of trials) append(trial);
      // Last: a run that ends before this has only added answers.
      const before = new Date(times.reduce((least, time) => Math.min(least, time))).toISOString();
      journal.append([versionKey(fingerprint)], { fingerprint, before });
    },
  };
}

/** When the oldest and the newest of these answers came; null where there are none. */
export function findAges(trials: Iterable<BaselineTrial>): { readonly oldest: Date; readonly newest: Date } | null {
  let oldest = Number.POSITIVE_INFINITY;
  let newest = Number.NEGATIVE_INFINITY;
  for (const { at } of trials) {
    const time = Date.parse(at);
    oldest = Math.min(oldest, time);
    newest = Math.max(newest, time);
  }
  return oldest > newest ? null : { oldest: new Date(oldest), newest: new Date(newest) };
}

function caseKey({ fingerprint, caseHash }: Pick<BaselineTrial, "fingerprint" | "caseHash">): string {
  return canonicalHash({ fingerprint, caseHash });
}

function versionKey(fingerprint: string): string {
  return canonicalHash({ fingerprint });
}
