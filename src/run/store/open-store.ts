import { writeSync } from "node:fs";
import { join } from "node:path";
import { notStored } from "../../errors.ts";
import type { Problem } from "../../model.ts";
import { type BaselineLine, type BaselineStore, createBaselineStore } from "./baselines.ts";
import { makeFolders } from "./folder.ts";
import { type Dropped, type Journal, openJournal } from "./journal.ts";
import { createSampleStore, type SampleStore, type StoredSample } from "./samples.ts";
import { createSeal } from "./seal.ts";
import type { WriteBytes } from "./segment-writer.ts";
import { trimSegments } from "./segments.ts";
import { createVerdictStore, type StoredVerdict, type VerdictStore } from "./verdicts.ts";

export interface StoreOptions {
  readonly now: () => Date;
  /** From `deriveSecret` or `readKeyFile`; null: nothing is read and nothing written. */
  readonly secret: Uint8Array | null;
  /** Nothing is written, made or removed. */
  readonly readonly?: boolean;
  /** Beyond this size, the oldest answers and the oldest verdicts are removed, each within a share of it. */
  readonly maximumBytes?: number;
  readonly writeBytes?: WriteBytes;
}

/** What a project keeps between runs. It holds answers and verdicts, and no key and no header. */
export interface Store {
  readonly samples: SampleStore;
  readonly baselines: BaselineStore;
  readonly verdicts: VerdictStore;
  /** What was found damaged or foreign, and left out. */
  readonly dropped: Readonly<Dropped>;
  /** Why something could not be kept, the first time it happened: worth a warning, and no reason to stop a run. */
  problem(): Problem | null;
  close(): void;
}

const defaultMaximumBytes = 500_000_000;

/** Of the size. A verdict removed is a regression forgotten, so however many answers come, they take no room from it. */
const verdictShare = 0.1;

/**
 * Opens a folder with `samples/`, `baselines/` and `verdicts/`: JSON Lines that are only ever appended to. A store crosses
 * trust boundaries, so lines are signed: whoever can write there may take lines away, but add and change none.
 * Throws a UserError where the folder cannot be written, and for nothing that stands in it.
 */
export function openStore(directory: string, options: StoreOptions): Store {
  const { now, secret } = options;
  const readonly = options.readonly === true || secret === null;
  const folders = ["samples", "baselines", "verdicts"].map((kind) => join(directory, kind));
  const trim = (): void => {
    const maximumBytes = options.maximumBytes ?? defaultMaximumBytes;
    trimSegments(folders.slice(0, 2), maximumBytes * (1 - verdictShare), now());
    trimSegments(folders.slice(2), maximumBytes * verdictShare, now());
  };
  if (!readonly) {
    makeFolders(directory, folders);
    trim();
  }

  const dropped: Dropped = { torn: 0, garbled: 0, unverified: 0, unreadable: 0 };
  let problem: Problem | null = null;
  const closers: (() => void)[] = [];
  const open = <Entry extends object>(kind: string): Journal<Entry> => {
    const journal = openJournal<Entry>(
      {
        folder: join(directory, kind),
        seal: secret === null ? null : createSeal(secret, kind),
        readonly,
        now,
        writeBytes: options.writeBytes ?? writeSync,
        onFailure: (code) => {
          problem ??= notStored(directory, code);
        },
      },
      dropped,
    );
    closers.push(journal.close);
    return journal;
  };

  return {
    samples: createSampleStore(open<StoredSample>("samples")),
    baselines: createBaselineStore(open<BaselineLine>("baselines")),
    verdicts: createVerdictStore(open<StoredVerdict>("verdicts")),
    dropped,
    problem: () => problem,
    close() {
      for (const close of closers) close();
      if (!readonly) trim();
    },
  };
}
