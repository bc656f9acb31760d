import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { renderActionTables } from "../../scripts/action-table.ts";

const text = readFileSync(new URL("../../action.yml", import.meta.url), "utf8");

describe("renderActionTables", () => {
  test("one row for each input and output, in the order of the file", () => {
    expect(
      renderActionTables(`
inputs:
  first:
    description: Takes a | b
      or more.
    default: "true"
  second: { description: Has no default. }
outputs:
  done: { description: Whether it is. }
`),
    ).toEqual({
      inputs: [
        "| Input    | Default | Meaning               |",
        "| -------- | ------- | --------------------- |",
        "| `first`  | `true`  | Takes a \\| b or more. |",
        "| `second` |         | Has no default.       |",
      ].join("\n"),
      outputs: ["| Output | Meaning        |", "| ------ | -------------- |", "| `done` | Whether it is. |"].join("\n"),
    });
  });
});

describe("action.yml", () => {
  const action = parse(text);

  test("has the inputs and outputs that workflows rely on", () => {
    expect(Object.keys(action.inputs)).toEqual([
      "command",
      "config",
      "base",
      "head",
      "concurrency",
      "max-cost",
      "trials",
      "seed",
      "batch",
      "attribute",
      "shard",
      "files",
      "store",
      "history",
      "replay",
      "record",
      "json",
      "markdown",
      "html",
      "junit",
      "sarif",
      "csv",
      "github-token",
      "comment",
      "comment-key",
      "drafts",
      "working-directory",
    ]);
    expect(Object.keys(action.outputs)).toEqual([
      "verdict",
      "passed",
      "report",
      "comment-url",
      "regressed",
      "cost",
      "calls",
    ]);
    expect(action.runs).toEqual({ using: "node24", main: "dist/action.js" });
  });

  test("describes each in one sentence", () => {
    for (const { description } of [
      ...Object.values<{ description: string }>(action.inputs),
      ...Object.values<{ description: string }>(action.outputs),
    ]) {
      expect(description).toMatch(/^[A-Z][^\n]+\.$/);
    }
  });
});
