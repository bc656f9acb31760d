import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { main } from "../../src/commands/main.ts";
import type { Problem } from "../../src/model.ts";
import { createCaseIds } from "../../src/results/case-ids.ts";
import { collectMistakes } from "../../src/results/mistakes.ts";
import { readResults } from "../../src/results/read-results.ts";
import type { Results } from "../../src/results/results-table.ts";
import { createFolder } from "../support/repository.ts";

/** What a reader made of a file: metric → case → what each trial has. */
export type Told = Readonly<Record<string, Readonly<Record<string, readonly (number | string)[]>>>>;

export interface Reading {
  readonly results: Results;
  readonly told: Told;
  readonly problems: readonly Problem[];
}

export function read(path: string, directory = "fixtures/results"): Reading {
  const ids = createCaseIds();
  const mistakes = collectMistakes();
  const results = readResults(path, directory, ids, mistakes);
  const told = Object.fromEntries(
    [...results.columns].map(([metric, column]) => [
      metric,
      Object.fromEntries(
        ids.names.map((name, index) => [
          name,
          [...results.order.subarray(results.starts[index], results.starts[index + 1])].map((row) =>
            word(column[row] ?? Number.NaN, results.failed[row] === 1),
          ),
        ]),
      ),
    ]),
  );
  return { results, told, problems: mistakes.problems() };
}

function word(value: number, failed: boolean): number | string {
  if (Number.isFinite(value)) return value;
  if (failed) return "failed";
  return value === Number.POSITIVE_INFINITY ? "unscored" : "nothing";
}

/** A folder with these files. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await createFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** Rows in our own form. */
export function lines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** So many cases of which the first few fail. */
export function passFail(cases: number, failing: number, metric = "correct"): string {
  return lines(
    Array.from({ length: cases }, (_, index) => ({
      id: `case-${index}`,
      scores: { [metric]: index < failing ? 0 : 1 },
    })),
  );
}

export interface Ended {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** `prompt-assay ARGS` in this folder, in this process. */
export async function run(directory: string, ...args: readonly string[]): Promise<Ended> {
  const written = { output: "", errors: "" };
  const exitCode = await main(args, {
    directory,
    environment: {},
    writeOutput: (text) => {
      written.output += text;
    },
    writeError: (text) => {
      written.errors += text;
    },
    outputIsTerminal: false,
    errorIsTerminal: false,
    columns: 100,
  });
  return { exitCode, ...written };
}
