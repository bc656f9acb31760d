import { describe, expect, test } from "vitest";
import { parseCommand } from "../../src/github/command.ts";

describe("parseCommand", () => {
  test.each([
    ["/assay run 4c1b9e2", { kind: "run", sha: "4c1b9e2" }],
    ["/assay run 4C1B9E2  ", { kind: "run", sha: "4c1b9e2" }],
    ["/assay run 4c1b9e2\r\nthank you", { kind: "run", sha: "4c1b9e2" }],
    ["/assay accept 4c1b9e27 worth  it: @mona", { kind: "accept", pair: "4c1b9e27", reason: "worth it: @mona" }],
    [`/assay run ${"a".repeat(64)}`, { kind: "run", sha: "a".repeat(64) }],
  ])("%j", (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  test.each([
    "/assay",
    "/assay run",
    "/assay run 4c1b9e",
    "/assay run HEAD",
    "/assay run 4c1b9e2 now",
    "/assay accept 4c1b9e2",
    "/assay accept because 4c1b9e2",
    "/assay RUN 4c1b9e2",
    "/assay deploy 4c1b9e2",
    `/assay run ${"a".repeat(65)}`,
  ])("%j is told to be none", (text) => {
    expect(parseCommand(text)).toMatchObject({ kind: "mistaken", usage: expect.stringContaining("/assay run SHA") });
  });

  test.each([
    "",
    "/assays run 4c1b9e2",
    " /assay run 4c1b9e2",
    "> /assay run 4c1b9e2",
    "\n/assay run 4c1b9e2",
    "`/assay run 4c1b9e2`",
    "please /assay run 4c1b9e2",
    "/Assay run 4c1b9e2",
    "<!-- -->/assay run 4c1b9e2",
  ])("%j is none of ours", (text) => {
    expect(parseCommand(text)).toBeNull();
  });
});
