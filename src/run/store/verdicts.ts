import type { Json, Verdict } from "../../model.ts";
import { canonicalHash, isObject } from "../../source/json.ts";
import type { Journal } from "./journal.ts";

/** What a verdict rests on: where all of it is the same, judging again would only be another draw. */
export interface VerdictIdentity {
  /** Hash over what judges: assay.yml's gate, scorers and their files. */
  readonly goalposts: string;
  /** Fingerprints; null where there is no such arm. */
  readonly baseline: string | null;
  readonly candidate: string | null;
  readonly goldenHash: string;
  readonly trials: Json;
  /** Major version of this package. */
  readonly major: number;
}

/** A verdict as it was given. */
export interface StoredVerdict {
  /** `verdictKey` of what it rests on. */
  readonly key: string;
  /** Where it was tried: the prompt and its pull request or branch. */
  readonly scope: string;
  readonly verdict: Verdict;
  readonly comparisons: Json;
  /** What a report says of it. */
  readonly summary: Json;
  /** When it was given (ISO 8601). */
  readonly at: string;
}

export interface VerdictStore {
  /** The first verdict under this key: whoever draws again does not get another one. */
  find(key: string): StoredVerdict | null;
  append(verdict: StoredVerdict): void;
  /** All verdicts of a scope in the order of time. */
  history(scope: string): readonly StoredVerdict[];
  /** All verdicts on a version as the candidate, by its fingerprint, in the order of time. */
  ofVersion(fingerprint: string): readonly StoredVerdict[];
}

export function verdictKey(identity: VerdictIdentity): string {
  const { goalposts, baseline, candidate, goldenHash, trials, major } = identity;
  return canonicalHash({ goalposts, baseline, candidate, goldenHash, trials, major });
}

export function createVerdictStore(journal: Journal<StoredVerdict>): VerdictStore {
  return {
    find: (key) => inOrder(journal.find(key))[0] ?? null,
    append: (verdict) => journal.append([verdict.key, scopeKey(verdict.scope), ...versionKeys(verdict)], verdict),
    history: (scope) => inOrder(journal.find(scopeKey(scope))),
    ofVersion: (fingerprint) => inOrder(journal.find(versionKey(fingerprint))),
  };
}

/** By time; verdicts of the same moment in the order in which they were written. */
function inOrder(verdicts: Iterable<StoredVerdict>): readonly StoredVerdict[] {
  return [...verdicts].reverse().sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

function scopeKey(scope: string): string {
  return canonicalHash({ scope });
}

function versionKey(fingerprint: string): string {
  return canonicalHash({ fingerprint });
}

/** The verdict on one prompt names its candidate; that on a whole run does not. */
function versionKeys({ summary }: StoredVerdict): readonly string[] {
  const candidate = isObject(summary) ? summary["candidate"] : undefined;
  return typeof candidate === "string" ? [versionKey(candidate)] : [];
}
