import { readdir } from "node:fs/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createSimilarityPairing } from "../../src/changes/similarity.ts";
import { UserError } from "../../src/errors.ts";
import type { Tree } from "../../src/model.ts";
import { createFolder, gitEnvironment } from "../support/repository.ts";

type Files = Readonly<Record<string, string>>;

/** Forty lines on a topic, with the last few of them changed. */
const lines = (topic: string, changed = 0) =>
  Array.from({ length: 40 }, (_, index) => `${topic} ${index < 40 - changed ? "" : "changed "}${index}\n`).join("");

const treeOf = (files: Files): Tree => ({
  label: "test",
  commit: null,
  entries: async () => [],
  read: async (path) => {
    if (files[path] === "unreadable") throw new UserError({ message: "a pointer" });
    return Buffer.from(files[path] ?? "");
  },
});

async function pair(deleted: Files, added: Files): Promise<Record<string, string>> {
  const pairBySimilarity = createSimilarityPairing(treeOf(deleted), treeOf(added), gitEnvironment);
  return Object.fromEntries(await pairBySimilarity(Object.keys(deleted), Object.keys(added)));
}

describe("createSimilarityPairing", () => {
  const table: readonly (readonly [name: string, deleted: Files, added: Files, pairs: Record<string, string>])[] = [
    ["nothing with nothing", {}, {}, {}],
    ["nothing with something", {}, { new: lines("a") }, {}],
    ["equal files", { old: lines("a") }, { new: lines("a") }, { new: "old" }],
    ["files with small edits", { old: lines("a") }, { new: lines("a", 5) }, { new: "old" }],
    ["not what is less than half the same", { old: lines("a") }, { new: lines("a", 30) }, {}],
    ["not what has nothing in common", { old: lines("a") }, { new: lines("other topic") }, {}],
    [
      "each with the one it resembles most",
      { one: lines("a"), two: lines("b") },
      { three: lines("b", 3), four: lines("a", 3), five: lines("c") },
      { three: "two", four: "one" },
    ],
    [
      "an equal file before a similar one",
      { equal: lines("a"), similar: lines("a", 1) },
      { new: lines("a") },
      { new: "equal" },
    ],
    [
      "several equal files one to one, by file name first, then in order",
      { "old/a": "same", "old/b": "same", "old/c": "same" },
      { "new/c": "same", "new/x": "same", "new/y": "same", "new/z": "same" },
      { "new/c": "old/c", "new/x": "old/a", "new/y": "old/b" },
    ],
    [
      "of several that resemble it the same, the one with its file name",
      { "old/a": lines("t"), "old/b": lines("t"), "old/c": lines("t") },
      { "new/b": lines("t", 4) },
      { "new/b": "old/b" },
    ],
    [
      "not a file that cannot be read",
      { old: "unreadable", other: lines("a") },
      { new: lines("a", 2), more: "unreadable" },
      { new: "other" },
    ],
    [
      "files whose names would mean something to git",
      { "old/.gitattributes": lines("* filter=x"), "--help\n": lines("b") },
      { "new/.gitattributes": lines("* filter=x", 3), ":(top)é": lines("b", 3) },
      { "new/.gitattributes": "old/.gitattributes", ":(top)é": "--help\n" },
    ],
  ];
  it.each(table)("pairs %s", async (_, deleted, added, pairs) => {
    expect(await pair(deleted, added)).toEqual(pairs);
  });

  it("does not depend on the order in which files are given", async () => {
    const deleted = { "a/1": lines("a"), "a/2": lines("a"), "b/3": lines("b"), "b/4": lines("b", 2) };
    const added = { "c/1": lines("a"), "c/5": lines("a"), "c/6": lines("b", 4), "c/7": lines("b", 5) };
    const flip = (files: Files) => Object.fromEntries(Object.entries(files).reverse());
    expect(await pair(flip(deleted), flip(added))).toEqual(await pair(deleted, added));
  });

  it("leaves no folder behind", async () => {
    const folder = await createFolder();
    vi.stubEnv("TMPDIR", folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await pair({ old: lines("a") }, { new: lines("a", 5) })).toEqual({ new: "old" });
    expect(await readdir(folder)).toEqual([]);
  });
});
