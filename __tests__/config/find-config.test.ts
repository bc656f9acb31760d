import { describe, expect, test } from "vitest";
import { findConfig } from "../../src/config/config.ts";
import { UserError } from "../../src/errors.ts";
import type { EntryKind, Problem, Tree } from "../../src/model.ts";

function treeOf(paths: readonly string[], links: readonly string[] = []): Tree {
  const kind = (path: string): EntryKind => (links.includes(path) ? "link" : "file");
  return {
    label: "a1b2c3d",
    commit: null,
    entries: async () => [...paths, ...links].sort().map((path) => ({ path, kind: kind(path) })),
    read: async (path) => (paths.includes(path) ? Buffer.from(`# ${path}`) : null),
  };
}

interface Options {
  readonly path?: string;
  readonly directory?: string;
}

async function find(tree: Tree, { path, directory }: Options): Promise<string | null> {
  const found = await findConfig(tree, { path: path ?? null, directory: directory ?? "" });
  if (found !== null) expect(Buffer.from(found.source).toString()).toBe(`# ${found.path}`);
  return found?.path ?? null;
}

async function problemOf(tree: Tree, options: Options): Promise<Problem | undefined> {
  const error = await find(tree, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).problems[0];
}

describe("findConfig", () => {
  test.each<[string, readonly string[], Options, string | null]>([
    ["in the root", ["assay.yml", "a/b.md"], {}, "assay.yml"],
    ["by its other name", ["assay.yaml"], {}, "assay.yaml"],
    ["in the folder before the root", ["assay.yml", "a/assay.yaml"], { directory: "a" }, "a/assay.yaml"],
    ["in the root where the folder has none", ["assay.yml", "a/x"], { directory: "a" }, "assay.yml"],
    ["not in folders between", ["a/assay.yml"], { directory: "a/b" }, null],
    ["not in other folders", ["b/assay.yml", "my-assay.yml"], {}, null],
    ["nowhere", [], { directory: "a" }, null],
    ["by an explicit path of any name", ["assay.yml", "ci/judge.yml"], { path: "ci/judge.yml" }, "ci/judge.yml"],
    ["by an explicit path with a dot", ["assay.yml"], { path: "./assay.yml", directory: "a" }, "assay.yml"],
    [
      "in the folder although the root has two",
      ["assay.yml", "assay.yaml", "a/assay.yml"],
      { directory: "a" },
      "a/assay.yml",
    ],
  ])("finds it %s", async (_, paths, options, expected) => {
    expect(await find(treeOf(paths), options)).toBe(expected);
  });

  test.each<[string, readonly string[], Options, string]>([
    ["near", ["assay.yml", "tools/assay.yml"], { path: "tools/asay.yml" }, 'Did you mean "tools/assay.yml"?'],
    ["far", ["x.md", "packages/one/assay.yml"], { path: "c.yml" }, 'Did you mean "packages/one/assay.yml"?'],
    ["none", ["x.md"], { path: "assay.yml" }, "The repository has no assay.yml; without --config the defaults hold."],
  ])("an explicit path must exist: %s", async (_, paths, options, hint) => {
    expect(await problemOf(treeOf(paths), options)).toEqual({
      message: `no configuration "${options.path}" (a1b2c3d)`,
      hint,
    });
  });

  test.each(["", "tools"])("two files in the folder %j are refused", async (directory) => {
    const prefix = directory === "" ? "" : `${directory}/`;
    const tree = treeOf([`${prefix}assay.yml`, `${prefix}assay.yaml`]);
    expect(await problemOf(tree, { directory })).toMatchObject({
      message: "stands beside assay.yml, but only one of them can hold",
      place: { path: `${prefix}assay.yaml` },
    });
  });

  test.each<Options>([{}, { path: "assay.yml" }])("a link is refused, not passed over: %j", async (options) => {
    expect(await problemOf(treeOf([], ["assay.yml"]), options)).toMatchObject({
      message: "a symbolic link, which is not followed",
      place: { path: "assay.yml" },
    });
  });
});
