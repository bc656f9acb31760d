import { execFileSync } from "node:child_process";
import { mkdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createTree } from "../../src/changes/tree.ts";
import type { Tree } from "../../src/model.ts";
import { createFolder, createRepository } from "../support/repository.ts";
import { listEntries, problemOf, readText, withRepository } from "./support.ts";

const oddNames = [
  " leading space.prompt.yml",
  "--help.prompt.yml",
  "H 100644 0123 0\tprompt.yml",
  "a\nb.prompt.yml",
  "back\\slash.prompt.yml",
  "emoji 🪙/ünïcode.prompt.yml",
  "quotes \"double\" and 'single'.prompt.yml",
  "with space/in folder.prompt.yml",
];

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12\n`;

describe("a source that hands on a byte at a time", () => {
  const scan = async (content: string): Promise<string> => {
    const tree = createTree({
      label: "here",
      commit: null,
      list: async () => [{ path: "a", kind: "file", object: null }],
      load: async () => Buffer.from(content),
      scan: async (_entry, onPiece) => {
        for (const byte of Buffer.from(content)) onPiece(Uint8Array.of(byte));
        return true;
      },
    });
    const pieces: Uint8Array[] = [];
    await tree.scan?.("a", (piece) => pieces.push(piece));
    return Buffer.concat(pieces).toString();
  };

  it.each(["", "short", "x".repeat(100)])("is handed on whole: %j", async (content) => {
    expect(await scan(content)).toBe(content);
  });

  it("is known for a pointer of Git LFS", async () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
    expect((await problemOf(scan(pointer))).message).toContain("is a Git LFS pointer");
  });
});

describe("the tree of a revision", () => {
  it("is read from git's objects, whatever is on disk", async () => {
    const repository = await createRepository({ "a.prompt.yml": "old", "b.prompt.yml": "gone later" });
    await repository.write({ "a.prompt.yml": "new" });
    await repository.remove("b.prompt.yml");
    const head = await repository.commit();
    await repository.write({ "a.prompt.yml": "not committed" });
    await withRepository(repository, async ({ tree }) => {
      const [before, after] = [await tree("HEAD~1"), await tree("HEAD")];
      expect(await listEntries(before)).toEqual(["file a.prompt.yml", "file b.prompt.yml"]);
      expect(await listEntries(after)).toEqual(["file a.prompt.yml"]);
      expect([await readText(before, "a.prompt.yml"), await readText(after, "a.prompt.yml")]).toEqual(["old", "new"]);
      expect(await readText(after, "b.prompt.yml")).toBeNull();
      expect(after).toMatchObject({ commit: head, label: head.slice(0, 7) });
    });
    expect(await repository.git("status", "--porcelain")).toBe(" M a.prompt.yml\n");
  });

  it("gives bytes as they are, also none at all", async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    const repository = await createRepository({ binary: bytes, empty: "", lines: "a\r\nb\n" });
    await withRepository(repository, async ({ tree, workingTree }) => {
      for (const source of [await tree("HEAD"), await workingTree()]) {
        expect(Buffer.from((await source.read("binary")) ?? []).equals(bytes)).toBe(true);
        expect(await readText(source, "empty")).toBe("");
        expect(await readText(source, "lines")).toBe("a\r\nb\n");
      }
    });
  });

  it("hands bytes on as they come, of files larger than those that are read whole, too", async () => {
    const repository = await createRepository({ small: "a\r\n", empty: "", pointer });
    const size = 150 * 1024 * 1024;
    await writeFile(join(repository.directory, "large"), "");
    await truncate(join(repository.directory, "large"), size);
    const scan = async (tree: Tree, path: string) => {
      let count = 0;
      const found = await tree.scan?.(path, (piece) => {
        count += piece.length;
      });
      return found ? count : null;
    };
    await withRepository(repository, async ({ tree, workingTree }) => {
      for (const source of [await tree("HEAD"), await workingTree()]) {
        expect([await scan(source, "small"), await scan(source, "empty"), await scan(source, "none")]).toEqual([
          3,
          0,
          null,
        ]);
        expect((await problemOf(scan(source, "pointer"))).message).toContain("is a Git LFS pointer");
        // What was refused does not stand in the way of the next.
        expect(await readText(source, "small")).toBe("a\r\n");
      }
      expect(await scan(await workingTree(), "large")).toBe(size);
      expect((await problemOf((await workingTree()).read("large"))).message).toContain("larger than");
    });
  });

  it("says that a partial clone lacks a file, and fetches nothing", async () => {
    const repository = await createRepository({ "a.prompt.yml": "a" });
    await repository.git("config", "uploadpack.allowFilter", "true");
    const clone = await repository.clone("--filter=blob:none", "--no-checkout");
    const marker = join(await createFolder(), "fetched");
    await clone.git("config", "remote.origin.uploadpack", `touch ${marker}; git-upload-pack`);
    await clone.git("config", "protocol.file.allow", "always");
    await withRepository(clone, async ({ tree }) => {
      const problem = await problemOf((await tree("HEAD")).read("a.prompt.yml"));
      expect(problem.message).toContain("a.prompt.yml cannot be read from git");
      expect(problem.hint).toContain("clone without --filter");
    });
    expect(() => execFileSync("test", ["-e", marker])).toThrow();
    // The trap is set: git itself would fetch.
    await clone.git("show", "HEAD:a.prompt.yml");
    execFileSync("test", ["-e", marker]);
  });
});

describe("the working tree", () => {
  it("has tracked, edited and untracked files, but no ignored and no deleted ones", async () => {
    const repository = await createRepository({
      ".gitignore": "*.log\nsecret/\n",
      "deleted.prompt.yml": "x",
      "edited.prompt.yml": "old",
      "kept.prompt.yml": "kept",
    });
    await repository.remove("deleted.prompt.yml");
    await repository.write({
      "edited.prompt.yml": "new",
      "new/untracked.prompt.yml": "untracked",
      "run.log": "ignored",
      "secret/a.prompt.yml": "ignored",
    });
    await withRepository(repository, async ({ workingTree }) => {
      const tree = await workingTree();
      expect(tree).toMatchObject({ commit: null, label: "working tree" });
      expect(await listEntries(tree)).toEqual([
        "file .gitignore",
        "file edited.prompt.yml",
        "file kept.prompt.yml",
        "file new/untracked.prompt.yml",
      ]);
      expect(await readText(tree, "edited.prompt.yml")).toBe("new");
      expect(await readText(tree, "new/untracked.prompt.yml")).toBe("untracked");
      for (const path of [
        "deleted.prompt.yml",
        "run.log",
        "secret/a.prompt.yml",
        ".git/config",
        "../x",
        "/etc/hostname",
      ])
        expect(await tree.read(path), path).toBeNull();
    });
  });

  it("lists a file in conflict once", async () => {
    const repository = await createRepository({ a: "1" });
    await repository.branch("other");
    await repository.write({ a: "2" });
    await repository.commit();
    await repository.git("switch", "--quiet", "main");
    await repository.write({ a: "3" });
    await repository.commit();
    await expect(repository.git("merge", "other")).rejects.toThrow();
    await withRepository(repository, async ({ workingTree }) => {
      const tree = await workingTree();
      expect(await listEntries(tree)).toEqual(["file a"]);
      expect(await readText(tree, "a")).toContain("<<<<<<<");
    });
  });

  it("keeps what a sparse checkout leaves out: nobody has deleted it", async () => {
    const repository = await createRepository({ "in/a.prompt.yml": "a", "out/b.prompt.yml": "b" });
    await repository.git("sparse-checkout", "set", "in");
    await withRepository(repository, async ({ workingTree }) => {
      const tree = await workingTree();
      expect(await listEntries(tree)).toEqual(["file in/a.prompt.yml", "file out/b.prompt.yml"]);
      expect(await readText(tree, "out/b.prompt.yml")).toBe("b");
    });
  });

  it("says that a file is too large", async () => {
    const repository = await createRepository({ "golden.jsonl": "" });
    await truncate(join(repository.directory, "golden.jsonl"), 100 * 1024 * 1024 + 1);
    await withRepository(repository, async ({ workingTree }) => {
      expect((await problemOf((await workingTree()).read("golden.jsonl"))).message).toBe(
        "at working tree, golden.jsonl is larger than 100 MiB",
      );
    });
  });

  it("passes over what is neither file, link nor folder", async () => {
    const repository = await createRepository({ "a.prompt.yml": "a" });
    await repository.remove("a.prompt.yml");
    execFileSync("mkfifo", [join(repository.directory, "a.prompt.yml")]);
    await withRepository(repository, async ({ workingTree }) => {
      expect(await listEntries(await workingTree())).toEqual([]);
    });
  });

  it("never reads what was put in a file's place after it was listed", async () => {
    const outside = await createFolder();
    await writeFile(join(outside, "b.prompt.yml"), "secret");
    const paths = ["a.prompt.yml", "c.prompt.yml", "d.prompt.yml", "dir/b.prompt.yml"];
    const repository = await createRepository(Object.fromEntries(paths.map((path) => [path, path])));
    await withRepository(repository, async ({ workingTree }) => {
      const tree = await workingTree();
      await tree.entries();
      for (const path of ["a.prompt.yml", "c.prompt.yml", "d.prompt.yml", "dir"]) await repository.remove(path);
      await repository.link("a.prompt.yml", join(outside, "b.prompt.yml"));
      await repository.link("d.prompt.yml", ".git/config");
      await repository.link("dir", outside);
      execFileSync("mkfifo", [join(repository.directory, "c.prompt.yml")]);
      for (const path of paths) expect(await tree.read(path), path).toBeNull();
    });
  });
});

describe("both trees", () => {
  it("read files with odd names", async () => {
    const repository = await createRepository(Object.fromEntries(oddNames.map((name) => [name, `content of ${name}`])));
    await withRepository(repository, async ({ tree, workingTree }) => {
      for (const source of [await tree("HEAD"), await workingTree()]) {
        expect((await source.entries()).map((entry) => entry.path)).toEqual(oddNames.toSorted());
        for (const name of oddNames) expect(await readText(source, name)).toBe(`content of ${name}`);
      }
    });
  });

  it("read untracked files with odd names", async () => {
    const repository = await createRepository();
    await repository.write(Object.fromEntries(oddNames.map((name) => [name, name])));
    await withRepository(repository, async ({ workingTree }) => {
      const tree = await workingTree();
      for (const name of oddNames) expect(await readText(tree, name)).toBe(name);
    });
  });

  it("list entries in the same order", async () => {
    const names = ["b/a", "b", "b-c", "B", "é", "\u{1f600}", "\uffee", "a/z", "a.b"].map((name) => `${name}.x`);
    const repository = await createRepository(Object.fromEntries(names.map((name) => [name, ""])));
    await withRepository(repository, async ({ tree, workingTree }) => {
      expect(await listEntries(await workingTree())).toEqual(await listEntries(await tree("HEAD")));
    });
  });

  it("never follow a link, neither to a file nor through a folder", async () => {
    const outside = await createFolder();
    await writeFile(join(outside, "secret.prompt.yml"), "secret");
    await mkdir(join(outside, "deep"));
    await writeFile(join(outside, "deep/b.prompt.yml"), "secret");
    const repository = await createRepository({
      "real/a.prompt.yml": "a",
      "real/secret.prompt.yml": "was a file in a real folder",
      "replaced.prompt.yml": "was a file",
      "swapped/deep/b.prompt.yml": "was a file in a real folder",
      "swapped/secret.prompt.yml": "was a file in a real folder",
    });
    await repository.link("file.prompt.yml", join(outside, "secret.prompt.yml"));
    await repository.link("folder", outside);
    await repository.link("inner.prompt.yml", "real/a.prompt.yml");
    const expected = [
      "link file.prompt.yml",
      "link folder",
      "link inner.prompt.yml",
      "file real/a.prompt.yml",
      "file real/secret.prompt.yml",
    ];
    await repository.commit();
    await repository.remove("replaced.prompt.yml");
    await repository.remove("swapped");
    await repository.link("replaced.prompt.yml", "real/a.prompt.yml");
    await repository.link("swapped", outside);
    await withRepository(repository, async ({ tree, workingTree }) => {
      const [committed, onDisk] = [await tree("HEAD"), await workingTree()];
      const [was, is] = [
        ["file replaced.prompt.yml", "file swapped/deep/b.prompt.yml", "file swapped/secret.prompt.yml"],
        ["link replaced.prompt.yml", "link swapped"],
      ];
      expect(await listEntries(committed)).toEqual([...expected, ...was]);
      expect(await listEntries(onDisk)).toEqual([...expected, ...is]);
      for (const source of [committed, onDisk])
        for (const path of ["file.prompt.yml", "inner.prompt.yml", "folder", "folder/secret.prompt.yml"])
          expect(await source.read(path), path).toBeNull();
      for (const path of ["replaced.prompt.yml", "swapped/secret.prompt.yml", "swapped/deep/b.prompt.yml"])
        expect(await onDisk.read(path), path).toBeNull();
    });
  });

  it("never enter a submodule or a repository within", async () => {
    const other = await createRepository({ "b.prompt.yml": "b" });
    const repository = await createRepository({ "a.prompt.yml": "a" });
    await repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.directory, "sub");
    await repository.commit();
    await mkdir(join(repository.directory, "nested"));
    await repository.git("clone", "--quiet", other.directory, join(repository.directory, "nested"));
    await withRepository(repository, async ({ tree, workingTree }) => {
      const committed = ["file .gitmodules", "file a.prompt.yml", "submodule sub"];
      expect(await listEntries(await tree("HEAD"))).toEqual(committed);
      expect(await listEntries(await workingTree())).toEqual(committed.toSpliced(2, 0, "submodule nested"));
      for (const source of [await tree("HEAD"), await workingTree()])
        for (const path of ["sub", "sub/b.prompt.yml", "nested/b.prompt.yml"])
          expect(await source.read(path), path).toBeNull();
    });
  });

  it("name the file and the revision of a Git LFS pointer", async () => {
    const repository = await createRepository({ "golden/a.jsonl": pointer, "note.md": `see ${pointer}` });
    await withRepository(repository, async ({ tree, workingTree }) => {
      const committed = await tree("HEAD");
      const problem = await problemOf(committed.read("golden/a.jsonl"));
      expect(problem.message).toBe(
        `at ${committed.label}, golden/a.jsonl is a Git LFS pointer; its content is not in git`,
      );
      expect(problem).toMatchObject({ place: { path: "golden/a.jsonl" } });
      expect(problem.hint).toContain("out of Git LFS");
      expect((await problemOf((await workingTree()).read("golden/a.jsonl"))).hint).toContain("git lfs pull");
      expect(await readText(committed, "note.md")).toContain("see version");
    });
  });

  it("are fast: 2,000 files listed and 200 prompts read in well under a second", async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `prompts/${index % 50}/${index}.prompt.yml`);
    const repository = await createRepository(Object.fromEntries(names.map((name) => [name, `prompt ${name}\n`])));
    await withRepository(repository, async ({ tree, workingTree }) => {
      for (const make of [() => tree("HEAD"), workingTree]) {
        const start = performance.now();
        const source = await make();
        const entries = (await source.entries()).slice(0, 200);
        const texts = await Promise.all(entries.map(({ path }) => readText(source, path)));
        expect(texts).toEqual(entries.map(({ path }) => `prompt ${path}\n`));
        expect(performance.now() - start).toBeLessThan(1000);
      }
    });
  });
});
