import { readFileSync, writeFileSync } from "node:fs";
import { markdownTable } from "markdown-table";
import type { Reporter, TestModule } from "vitest/node";
import type { ProofCell } from "./proof.ts";

/** Writes what the cells of a whole simulation say into the tables of a page, between the markers that name them. */
export class ProofReporter implements Reporter {
  private readonly page: string;

  constructor(page: string) {
    this.page = page;
  }

  onTestModuleEnd(module: TestModule): void {
    const tables = new Map<string, ProofCell[]>();
    for (const test of module.children.allTests()) {
      const { proof } = test.meta();
      if (proof) tables.set(proof.table, [...(tables.get(proof.table) ?? []), proof]);
    }
    let text = readFileSync(this.page, "utf8");
    for (const [name, cells] of tables) {
      const between = new RegExp(`(<!-- table: ${name} -->\n)[^]*?(<!-- end -->)`);
      text = text.replace(between, (_, start: string, end: string) => `${start}\n${renderTable(cells)}\n\n${end}`);
    }
    writeFileSync(this.page, text);
  }
}

function renderTable(cells: readonly ProofCell[]): string {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const columns = [...new Set(cells.map(({ column }) => column))];
  const textOf = (row: string, column: string): string =>
    cells.find((cell) => cell.row === row && cell.column === column)?.text ?? "";
  const body = rows.map((row) => [row, ...columns.map((column) => textOf(row, column))]);
  return markdownTable([["", ...columns], ...body], { align: ["l", ...columns.map(() => "r")] });
}
