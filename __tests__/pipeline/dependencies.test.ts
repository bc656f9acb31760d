import { describe, expect, it } from "vitest";
import type { Tree } from "../../src/model.ts";
import {
  createDependencies,
  createDependencyMatcher,
  warnOfUnmatched,
} from "../../src/pipeline/project/dependencies.ts";

/** A tree of texts that counts what is read. */
function treeOf(files: Readonly<Record<string, string>>): { readonly tree: Tree; readonly read: string[] } {
  const read: string[] = [];
  const tree: Tree = {
    label: "test",
    commit: null,
    entries: async () => [
      ...Object.keys(files)
        .sort()
        .map((path) => ({ path, kind: "file" as const })),
      { path: "src/link.ts", kind: "link" as const },
    ],
    read: async (path) => {
      read.push(path);
      return Buffer.from(files[path] ?? "");
    },
  };
  return { tree, read };
}

const files = { "app/src/a.ts": "a", "app/src/deep/.b.ts": "b", "src/a.ts": "a", "app/prompts/p.md": "p" };

describe("what a prompt depends on", () => {
  it("is found below the folder of assay.yml, by content, and never the prompt itself", async () => {
    const { tree, read } = treeOf(files);
    const find = createDependencies(tree, "app");
    const found = await find(["src/**", "prompts/**"], "app/prompts/p.md");
    expect(Object.keys(found)).toEqual(["app/src/a.ts", "app/src/deep/.b.ts"]);
    expect(found["app/src/a.ts"]).toBe("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
    await find(["src/**"], "app/prompts/q.md");
    expect(read).toEqual(["app/src/a.ts", "app/src/deep/.b.ts"]);
  });

  it("is nothing where nothing is named, and no link is followed", async () => {
    const { tree, read } = treeOf(files);
    expect(await createDependencies(tree, "")([], "p.md")).toEqual({});
    expect(await createDependencies(tree, "")(["src/link.ts"], "p.md")).toEqual({});
    expect(read).toEqual([]);
  });

  it("is told where a glob matches no file", async () => {
    const { tree, read } = treeOf(files);
    const override = { prompts: ["*"], scorers: null, golden: null, model: null, dependsOn: ["scr/**", "src/**"] };
    const config = { directory: "app", dependsOn: ["src/*.ts", "src/link.ts"], overrides: [override] };
    expect(await warnOfUnmatched(tree, config)).toEqual([
      'dependsOn: "src/link.ts" matches no file of the repository',
      'dependsOn: "scr/**" matches no file of the repository',
    ]);
    expect(read).toEqual([]);
  });

  it("is known by its path alone, for commits of the past", () => {
    const matches = createDependencyMatcher({ directory: "app", dependsOn: ["src/**"], overrides: [] });
    expect(["app/src/deep/.b.ts", "src/a.ts"].map((path) => matches(path))).toEqual([true, false]);
    expect(createDependencyMatcher({ directory: "", overrides: [] })("src/a.ts")).toBe(false);
  });
});
