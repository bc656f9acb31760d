import type { CallIdentity, Json, ModelRequest, Reply } from "../../model.ts";
import { canonicalHash } from "../../source/json.ts";
import type { Journal } from "./journal.ts";

/** An answer as it came in. A judge's is one, too: its request holds the output that it judges. */
export interface StoredSample {
  /** `sampleKey` of the call. */
  readonly key: string;
  readonly case: string;
  readonly trial: number;
  readonly draw: string;
  /** As written in the prompt, with its publisher. */
  readonly model: string;
  /** Of the prompt version. */
  readonly fingerprint: string;
  /** When the answer came (ISO 8601). */
  readonly at: string;
  readonly latencyMs: number;
  readonly reply: Reply;
}

export interface SampleStore {
  /** Whether there was nothing when the store was opened: what this process adds is not asked for again. */
  readonly wasEmpty: boolean;
  /** The newest answer to this very call. Fresh draws (`confirm:<n>`, drift) are appended, but never looked for. */
  find(key: string): StoredSample | null;
  append(sample: StoredSample): void;
}

/**
 * Which call it is: what is sent, to whom (`model` with its publisher: the same name elsewhere is another model), and
 * which case, trial and draw it is for, and which of a scorer's opinions. Two cases with the same text do not share an
 * answer.
 */
export function sampleKey(
  model: string,
  request: ModelRequest,
  { caseId, trial, draw, purpose }: CallIdentity,
): string {
  const own = purpose === undefined ? {} : { purpose };
  return canonicalHash({ model, request: request as unknown as Json, caseId, trial, draw, ...own });
}

export function createSampleStore(journal: Journal<StoredSample>): SampleStore {
  return {
    wasEmpty: journal.isEmpty(),
    find(key) {
      for (const sample of journal.find(key)) return sample;
      return null;
    },
    append: (sample) => journal.append([sample.key], sample),
  };
}
