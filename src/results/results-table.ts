import { quote } from "../errors.ts";
import type { Problem } from "../model.ts";
import type { CaseIds } from "./case-ids.ts";
import type { Mistakes } from "./mistakes.ts";

/** In a column: the row says nothing of this metric. */
const absent = Number.NaN;
/** In a column: the row says that this metric could not be scored. Scores are finite, so it cannot be one. */
const unscored = Number.POSITIVE_INFINITY;

/** Room for rows where nobody says how many there will be, and the most that is made before they come. */
const fewestRows = 1_024;
const mostExpected = 2_000_000;

/** More are no metrics, but names that differ from row to row. */
const mostMetrics = 100;

/** What a row says of its case besides scores. */
export interface CaseFacts {
  readonly tags?: readonly string[];
  readonly cluster?: string;
  readonly weight?: number;
}

/** Where a format's reader puts what it finds: a row a trial. */
export interface ResultsTable {
  /** Makes room before the first row: columns that never grow hold nothing twice. A guess will do. */
  expectRows(rows: number): void;
  /** Starts a row and returns its number. Trial null: the next one of its case. */
  addRow(id: string, trial: number | null, line?: number): number;
  /** Null: it could not be scored. */
  setScore(row: number, metric: string, value: number | null): void;
  /** The call failed: whatever has no score in this row failed with it. */
  setFailed(row: number): void;
  /** What several rows say of a case, the first says. */
  describeCase(row: number, facts: CaseFacts): void;
  /** A mistake of the file, at a line where one is known. */
  refuse(message: string, hint?: string, line?: number): void;
  /** A sentence for the report. */
  warn(sentence: string): void;
}

/** A results file as read: numbers by row and metric, nothing else is kept of a row. */
export interface Results {
  /** As the user named the file. */
  readonly path: string;
  /** What it was read as. */
  readonly format: string;
  readonly sparse: boolean;
  readonly rows: number;
  /** Rows of case i: `order[starts[i]] … order[starts[i + 1] - 1]`; cases that only a later file has are not in it. */
  readonly starts: Int32Array;
  readonly order: Int32Array;
  /** 1 where the call failed. */
  readonly failed: Uint8Array;
  /** The line of a row, 0 where unknown. */
  readonly lines: Uint32Array;
  /** Metric → value by row: a finite score, Infinity where it could not be scored, NaN where the row says nothing. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** By case; undefined where the file does not say. */
  readonly facts: readonly (CaseFacts | undefined)[];
  readonly warnings: readonly string[];
}

/** An empty table of one file, and how to finish it. Typed arrays hold all rows: a million of them take some 30 MB. */
export function createTable(
  path: string,
  ids: CaseIds,
  mistakes: Mistakes,
): ResultsTable & { finish(format: { readonly description: string; readonly sparse?: true }): Results } {
  let rows = 0;
  let caseOf = new Int32Array(fewestRows);
  let trials = new Int32Array(fewestRows);
  let failed = new Uint8Array(fewestRows);
  let lines = new Uint32Array(fewestRows);
  const columns = new Map<string, Float64Array>();
  const facts: (CaseFacts | undefined)[] = [];
  const seenFacts = new Map<string, CaseFacts>();
  const warnings: string[] = [];
  let refusedMetrics = false;

  function refuse(message: string, hint?: string, line?: number): void {
    const place = line === undefined || line === 0 ? { path } : { path, line };
    mistakes.add({ message, ...(hint === undefined ? {} : { hint }), place } satisfies Problem);
  }

  function makeRoom(room: number): void {
    caseOf = enlarge(caseOf, new Int32Array(room));
    trials = enlarge(trials, new Int32Array(room));
    failed = enlarge(failed, new Uint8Array(room));
    lines = enlarge(lines, new Uint32Array(room));
  }

  function columnFor(metric: string, row: number): Float64Array | null {
    const column = columns.get(metric);
    if (column !== undefined && column.length > row) return column;
    if (column === undefined && columns.size === mostMetrics) {
      if (!refusedMetrics) {
        refuse(`more than ${mostMetrics} metrics`, "Metrics have the same name in every row.", lines[row]);
      }
      refusedMetrics = true;
      return null;
    }
    const larger = new Float64Array(caseOf.length).fill(absent, column?.length ?? 0);
    if (column !== undefined) larger.set(column);
    columns.set(metric, larger);
    return larger;
  }

  return {
    expectRows(expected) {
      if (expected > caseOf.length) makeRoom(Math.min(mostExpected, Math.ceil(expected)));
    },
    refuse,
    warn: (sentence) => warnings.push(sentence),
    addRow(id, trial, line = 0) {
      if (rows === caseOf.length) makeRoom(2 * rows);
      caseOf[rows] = ids.numberOf(id);
      trials[rows] = trial ?? -1;
      lines[rows] = line;
      return rows++;
    },
    setScore(row, metric, value) {
      const column = columnFor(metric, row);
      if (column === null) return;
      if (value === null) column[row] = unscored;
      else if (Number.isFinite(value)) column[row] = value;
      else refuse(`the score of ${quote(metric)} is not finite`, "Write null where there is no score.", lines[row]);
    },
    setFailed(row) {
      failed[row] = 1;
    },
    describeCase(row, told) {
      const index = caseOf[row] ?? 0;
      if (facts[index] !== undefined) return;
      // Most cases share a few tags and clusters: each combination is kept once.
      const key = JSON.stringify([told.tags, told.cluster, told.weight]);
      const same = seenFacts.get(key);
      if (same === undefined) seenFacts.set(key, told);
      facts[index] = same ?? told;
    },
    finish(format) {
      const cases = ids.names.length;
      const starts = new Int32Array(cases + 1);
      for (let row = 0; row < rows; row++) add(starts, (caseOf[row] ?? 0) + 1, 1);
      for (let index = 0; index < cases; index++) add(starts, index + 1, starts[index] ?? 0);
      const next = starts.slice();
      const order = new Int32Array(rows);
      for (let row = 0; row < rows; row++) {
        const index = caseOf[row] ?? 0;
        order[next[index] ?? 0] = row;
        add(next, index, 1);
      }
      refuseDoubled(starts, order, trials, (row, first) => {
        const again = lines[first] === 0 ? "" : `, which line ${lines[first]} has already`;
        refuse(
          `the case ${quote(ids.names[caseOf[row] ?? 0] ?? "")} has a second row for trial ${trials[row]}${again}`,
          'Number the repeats of a case: "trial": 0, "trial": 1, …',
          lines[row],
        );
      });
      for (const [metric, column] of columns) {
        const whole = column.length >= rows ? column : enlarge(column, new Float64Array(rows).fill(absent));
        columns.set(metric, whole.subarray(0, rows));
      }
      return {
        path,
        format: format.description,
        sparse: format.sparse ?? false,
        rows,
        starts,
        order,
        failed: failed.subarray(0, rows),
        lines: lines.subarray(0, rows),
        columns,
        facts,
        warnings,
      };
    },
  };
}

function enlarge<T extends Int32Array | Uint32Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function add(counts: Int32Array, index: number, amount: number): void {
  counts[index] = (counts[index] ?? 0) + amount;
}

/** Tells every row whose case has an earlier row for the same trial. Trials that number themselves are never doubled. */
function refuseDoubled(
  starts: Int32Array,
  order: Int32Array,
  trials: Int32Array,
  tell: (row: number, first: number) => void,
): void {
  const seen = new Map<number, number>();
  for (let index = 0; index + 1 < starts.length; index++) {
    const from = starts[index] ?? 0;
    const to = starts[index + 1] ?? 0;
    if (to - from < 2) continue;
    seen.clear();
    for (let position = from; position < to; position++) {
      const row = order[position] ?? 0;
      const trial = trials[row] ?? -1;
      if (trial < 0) continue;
      const first = seen.get(trial);
      if (first === undefined) seen.set(trial, row);
      else tell(row, first);
    }
  }
}
