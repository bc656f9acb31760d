import { describe, expect, test } from "vitest";
import { differingLines } from "../../src/pipeline/action/changed-lines.ts";

describe("differingLines", () => {
  test.each([
    ["a\nb\nc\n", "a\nx\nc\n", 2, 2],
    ["a\nb\nc\nd\n", "a\nx\nc\ny\n", 2, 4],
    ["a\nb\n", "a\nx\ny\nb\n", 2, 3],
    ["a\nb\nc\n", "a\nc\n", 2, 2],
    ["a\nb\n", "a\n", 1, 1],
    ["a\n", "a\nb", 2, 2],
    ["a\na\n", "a\na\na\n", 3, 3],
    ["", "a\nb\n", 1, 2],
    ["a\n", "", 1, 1],
    ["a\n", "a", 1, 1],
  ])("%j → %j: lines %i to %i", (before, after, startLine, endLine) => {
    expect(differingLines(before, after)).toEqual({ startLine, endLine });
  });

  test("nothing where nothing changed", () => {
    expect(differingLines("a\n", "a\n")).toBeNull();
  });
});
