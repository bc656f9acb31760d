import { describe, expect, test } from "vitest";
import { chooseFolders } from "../../src/pipeline/action/find-folders.ts";

describe("chooseFolders", () => {
  test.each<[what: string, judging: string[], atHead: string[], prefix: string, chosen: string[]]>([
    ["no assay.yml anywhere", [], [], "", []],
    ["one at the root", [""], ["", "a"], "", []],
    ["one in the folder at hand", ["a"], ["a"], "a", []],
    ["one at the root, for a folder that has none", [""], [""], "a", []],
    ["two folders", ["b", "a"], ["a", "b"], "", ["a", "b"]],
    ["a folder within another", ["a", "a/c"], ["a", "a/c"], "", ["a", "a/c"]],
    ["only those below the folder at hand", ["a/x", "b"], ["a/x", "a/y", "b"], "a", ["a/x", "a/y"]],
    ["a first run", [], ["a", "b"], "", ["a", "b"]],
    ["deleted at the head", ["a", "b"], ["b"], "", ["a", "b"]],
    ["new at the head", ["a"], ["a", "b"], "", ["a", "b"]],
    ["a head that puts one above them all", ["a"], ["", "a"], "", ["", "a"]],
    ["a head that puts one within", ["a"], ["a", "a/prompts"], "", ["a"]],
    ["a head that puts one into the folder at hand", ["a/x"], ["a", "a/x"], "a", ["a", "a/x"]],
    ["names that only begin alike", ["a"], ["a", "ab"], "", ["a", "ab"]],
  ])("%s", (_what, judging, atHead, prefix, chosen) => {
    expect(chooseFolders(judging, atHead, prefix)).toEqual(chosen);
  });
});
