import { expect, test } from "vitest";
import { lowerLimit, percent, type Share, upperLimit } from "./limits.ts";

/** What one cell of a table of the documentation says. */
export interface ProofCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

declare module "vitest" {
  interface TaskMeta {
    /** Collected by the reporter of the whole simulation. */
    proof?: ProofCell;
  }
}

/** One cell: shares of runs with what they may be at most or must be at least. */
export interface ProvedCell extends Omit<ProofCell, "text"> {
  readonly run: () => Proved | Promise<Proved>;
}

export interface Proved {
  readonly shares: readonly Share[];
  readonly atMost?: number;
  readonly atLeast?: number;
  /** In place of the shares in percent. */
  readonly text?: string;
}

/** Turns cells into tests; a cell fails where the one-sided 99.9 % limit of a share lies beyond its claim. */
export function proveCells(cells: readonly ProvedCell[]): void {
  for (const { table, row, column, run } of cells) {
    test(`${table}: ${row}, ${column}`, async ({ task }) => {
      const { shares, atMost = 1, atLeast = 0, text } = await run();
      const said = text ?? shares.map(({ hits, runs }) => percent(hits / runs)).join(" / ");
      task.meta.proof = { table, row, column, text: said };
      for (const share of shares) {
        expect(lowerLimit(share), `${said}: ${share.hits} of ${share.runs}`).toBeLessThanOrEqual(atMost);
        expect(upperLimit(share), `${said}: ${share.hits} of ${share.runs}`).toBeGreaterThanOrEqual(atLeast);
      }
    });
  }
}
