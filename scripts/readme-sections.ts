import { markdownTable } from "markdown-table";
import { main } from "../src/commands/main.ts";
import { commands } from "../src/commands/registry.ts";

/** What the demo prints first. */
export async function renderDemo(): Promise<string> {
  let output = "";
  await main(["demo", "--quiet"], {
    directory: ".",
    environment: { PATH: process.env["PATH"] },
    writeOutput: (text) => {
      output += text;
    },
    writeError: () => {},
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 80,
  });
  // The part that a reader needs, without what differs from run to run.
  const lines = output.split("\n");
  const from = lines.findIndex((line) => line.startsWith("Regression"));
  const to = lines.findIndex((line) => line.includes("4 times in 5"));
  const shown = lines.slice(from, to + 1).filter((line) => !line.startsWith("  latency"));
  return `\`\`\`text\n${alignTable(shown)
    .join("\n")
    .replace(/baseline [0-9a-f]{7}/, "baseline 2f9c1e0")}\n\`\`\``;
}

/** Lays the table's columns anew: how wide they were depends on the row of latency, which is left out. */
function alignTable(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => line.startsWith("  metric "));
  const table = lines.slice(from, lines.indexOf("", from));
  const rows = table.map((line) => line.trim().split(/ {2,}/));
  const full = rows.filter((cells) => cells.length === rows[0]?.length);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...full.map((cells) => cells[column]?.length ?? 0)));
  const last = widths.length - 1;
  const layCell = (cell: string, column: number): string => {
    if (column === last) return cell;
    return column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  };
  const laid = table.map((line, index) => {
    const cells = rows[index] ?? [];
    return cells.length === widths.length ? `  ${cells.map(layCell).join("  ")}` : line;
  });
  return [...lines.slice(0, from), ...laid, ...lines.slice(from + table.length)];
}

/** One row a command, with its example. */
export function renderCommands(): string {
  const rows = Object.entries(commands).map(([name, { summary, example }]) => [
    `\`${name}\``,
    summary,
    `\`${example}\``,
  ]);
  return `${markdownTable([["Command", "Does", "Example"], ...rows])}\n\n\`prompt-assay COMMAND --help\` lists the options.`;
}

/** The workflow that a page of the documentation shows, so that both are the same. */
export function renderWorkflow(page: string): string {
  return /^```yaml\nname:[\s\S]*?^```$/m.exec(page)?.[0] ?? "";
}
