import { currentEpoch } from "../../src/drift/epoch.ts";
import { findEvents, type RowEvidence } from "../../src/drift/find-events.ts";
import { foldNights } from "../../src/drift/fold-nights.ts";
import { rankNight, type WatchedRow } from "../../src/drift/rank-night.ts";
import { summarise } from "../../src/drift/summarise.ts";
import type { DriftAnswer, DriftRecord, DriftRun, DriftScores, DriftSign } from "../../src/model.ts";

export const right: WatchedRow = { row: "right", kind: "binary", direction: "higher", margin: 0.05 };
export const judgeCheck: WatchedRow = { row: "judge:right", kind: "binary", direction: "higher", margin: 0.05 };

export interface Run {
  readonly cases: DriftScores;
  readonly models?: Readonly<Record<string, number>>;
  readonly signs?: Readonly<Partial<Record<DriftSign, number>>>;
  readonly unfenced?: Readonly<Record<string, number>>;
  readonly judged?: DriftScores;
  readonly price?: string;
}

/** A history that grows in memory as `drift` would have it grow. */
export class Nights {
  records: readonly DriftRecord[] = [];
  private night = 0;
  private readonly rows: readonly WatchedRow[];
  private readonly answers: readonly DriftAnswer[];
  private readonly others: number;

  /** `others`: rows of other prompts that are corrected for, all calm. */
  constructor(rows: readonly WatchedRow[] = [right], answers: readonly DriftAnswer[] = [], others = 0) {
    this.rows = rows;
    this.answers = answers;
    this.others = others;
  }

  reference(run: Run): void {
    const record = { kind: "reference" as const, name: "p", path: "p", reason: null, ...this.runOf(run) };
    this.records = [...this.records, record];
  }

  /** What tonight came to, row by row. */
  take(run: Run): readonly RowEvidence[] {
    const before = currentEpoch(this.records);
    if (before === null) throw new Error("no reference");
    const ranked = rankNight(before, { ...this.runOf(run), judged: run.judged ?? null }, this.rows, this.answers);
    const epoch = currentEpoch([...this.records, ranked]);
    if (epoch === null) throw new Error("no reference");
    const calm = Array.from({ length: this.others }, () => ({
      epoch: { ...epoch, nights: [], events: [] },
      rows: [right],
      answers: [],
      tonight: true,
    }));
    const [found = []] = findEvents([{ epoch, rows: this.rows, answers: this.answers, tonight: true }, ...calm], 0.05);
    this.records = foldNights([...this.records, ranked, ...found.flatMap((each) => each.found ?? [])]);
    return found;
  }

  private runOf(run: Run): DriftRun {
    const at = new Date(Date.UTC(2026, 0, 1, 3) + this.night++ * 86_400_000).toISOString();
    const means = this.rows.flatMap(({ row, kind }) => {
      const mean = summarise(run.cases, { name: row, kind });
      return mean === null ? [] : [[row, mean] as const];
    });
    return {
      at,
      fingerprint: "f",
      scorers: "s",
      models: run.models ?? { model: 1 },
      cost: 0.01,
      price: run.price ?? null,
      samples: Object.keys(run.cases).length,
      signs: run.signs ?? {},
      unfenced: run.unfenced ?? {},
      metrics: Object.fromEntries(means),
      cases: run.cases,
    };
  }
}

/** Case → its scores on `right`. */
export function scored(cases: Iterable<readonly [string, readonly number[]]>): DriftScores {
  return Object.fromEntries([...cases].map(([name, scores]) => [name, { right: scores }]));
}
