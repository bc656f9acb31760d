import { markdownTable } from "markdown-table";
import { main } from "../src/commands/main.ts";
import { commands } from "../src/commands/registry.ts";
import { scorerFactories } from "../src/score/registry.ts";

/** What the demo prints, without what differs from run to run. */
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
  const steady = output
    .replaceAll(/\b[0-9a-f]{7}\b(?= → working tree)/g, "a1b2c3d")
    .replaceAll(/in \d+(?:\.\d+)? m?s\b/g, "in 0.4 s");
  return `\`\`\`text\n${steady.trim()}\n\`\`\``;
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

/** One row a scorer. */
export function renderScorers(): string {
  const rows = Object.entries(scorerFactories).map(([name, { description, example }]) => [
    `\`${name}\``,
    description,
    `\`${example.replaceAll("|", "\\|")}\``,
  ]);
  return markdownTable([["Scorer", "Passes when", "Example"], ...rows]);
}
