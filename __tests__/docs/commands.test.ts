import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/commands/main.ts";

const pages = [
  "README.md",
  ...["docs", "docs/workflows"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  ),
];

/** Whole commands that a page shows, in a block or in a line: no bare name, no placeholder, no ellipsis. */
function commandsOf(page: string): readonly (readonly string[])[] {
  const written = [
    ...readFileSync(page, "utf8").matchAll(
      /(?:^(?:\$ |[A-Z_]+=\S* )?(?:npx )?|`(?:npx )?)prompt-assay ([^`\n]+?)(?:`| +#.*$| [|>].*$|$)/gm,
    ),
  ].map(([, words = ""]) => words);
  return written
    .filter((words) => words.includes(" ") && !/…|\b[A-Z]+\b/.test(words.replace("HEAD", "")))
    .map((words) => (words.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, "$1")));
}

/** Each once, with the first page that shows it. */
const shown = new Map(
  pages.toReversed().flatMap((page) => commandsOf(page).map((words) => [words.join(" "), { page, words }])),
);

describe("a command that a page shows", () => {
  it("is found", () => {
    expect(shown.size).toBeGreaterThan(30);
  });

  // In an empty folder nothing can be run, and what is wrong with the words is told before what is wrong with the folder.
  it.each([...shown])("prompt-assay %s", async (_text, { words }) => {
    let errors = "";
    await main([...words], {
      directory: mkdtempSync(join(tmpdir(), "assay-empty-")),
      environment: { PATH: process.env["PATH"] },
      writeOutput: () => {},
      writeError: (text) => {
        errors += text;
      },
      outputIsTerminal: false,
      errorIsTerminal: false,
      columns: 80,
    });
    expect(errors).not.toMatch(/unknown (?:option|command)|is invalid|missing required|too many arguments|--help/);
  });
});
