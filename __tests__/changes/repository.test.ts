import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRepository } from "../../src/changes/repository.ts";
import { createFolder, createRepository, gitEnvironment } from "../support/repository.ts";
import { listEntries, problemOf, readText, withRepository } from "./support.ts";

describe("openRepository", () => {
  it("knows its root, and the folder that was opened within it", async () => {
    const repository = await createRepository({ "deep/er/a.prompt.yml": "a" });
    await withRepository(repository, async ({ root, prefix }) => {
      expect({ root, prefix }).toEqual({ root: repository.directory, prefix: "" });
    });
    await withRepository({ directory: join(repository.directory, "deep/er") }, async (opened) => {
      expect({ root: opened.root, prefix: opened.prefix }).toEqual({ root: repository.directory, prefix: "deep/er" });
      expect(await listEntries(await opened.tree("HEAD"))).toEqual(["file deep/er/a.prompt.yml"]);
      expect(await listEntries(await opened.workingTree())).toEqual(["file deep/er/a.prompt.yml"]);
    });
  });

  it("opens a linked worktree with its own head and files", async () => {
    const repository = await createRepository({ "a.prompt.yml": "one" });
    const linked = join(await createFolder(), "linked");
    await repository.git("worktree", "add", "--quiet", "-b", "other", linked);
    await writeFile(join(linked, "a.prompt.yml"), "two");
    await withRepository({ directory: linked }, async (opened) => {
      expect(opened.root).toBe(linked);
      expect(await readText(await opened.workingTree(), "a.prompt.yml")).toBe("two");
      expect(await readText(await opened.tree("other"), "a.prompt.yml")).toBe("one");
    });
  });

  it("is not misled by variables that a hook of git sets", async () => {
    const repository = await createRepository({ "a.prompt.yml": "a" });
    const other = await createRepository({ "b.prompt.yml": "b" });
    const opened = await openRepository(repository.directory, {
      ...gitEnvironment,
      GIT_DIR: join(other.directory, ".git"),
      GIT_WORK_TREE: other.directory,
      GIT_INDEX_FILE: join(other.directory, ".git/index"),
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "core.worktree",
      GIT_CONFIG_VALUE_0: other.directory,
    });
    expect(opened.root).toBe(repository.directory);
    expect(await listEntries(await opened.workingTree())).toEqual(["file a.prompt.yml"]);
  });

  it("says that a folder is no repository, does not exist or has no working tree", async () => {
    const folder = await createFolder();
    expect(await problemOf(openRepository(folder, gitEnvironment))).toMatchObject({
      message: `not a git repository: ${folder}`,
    });
    expect(await problemOf(openRepository(join(folder, "absent"), gitEnvironment))).toMatchObject({
      message: `no such folder: ${join(folder, "absent")}`,
    });
    const repository = await createRepository({ a: "a" });
    const inside = join(repository.directory, ".git");
    expect(await problemOf(openRepository(inside, gitEnvironment))).toMatchObject({
      message: `${inside} has no working tree`,
    });
  });

  it("says that git is missing", async () => {
    const folder = await createFolder();
    const problem = await problemOf(openRepository(folder, { ...gitEnvironment, PATH: folder }));
    expect(problem.message).toBe("git cannot be started");
    expect(problem.hint).toContain("PATH");
  });

  it("says how to trust a folder of another user", async () => {
    const repository = await createRepository({ a: "a" });
    const programs = await createFolder();
    // Git's own switch to test the refusal without a second user; the name must survive our cleaning of variables.
    await writeFile(
      join(programs, "git"),
      `#!/bin/sh\nPATH='${process.env["PATH"]}'\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git "$@"\n`,
    );
    await chmod(join(programs, "git"), 0o755);
    const problem = await problemOf(openRepository(repository.directory, { ...gitEnvironment, PATH: programs }));
    expect(problem).toEqual({
      message: `git refuses ${repository.directory}, because it belongs to another user`,
      hint: `If you trust it, run: git config --global --add safe.directory ${repository.directory}`,
    });
  });

  it("does not take a folder that merely looks like a repository for one", async () => {
    const repository = await createRepository({ a: "a" });
    const trap = join(repository.directory, "trap");
    await mkdir(trap);
    await repository.git("init", "--quiet", "--bare", trap);
    await repository.git("config", "--file", join(trap, "config"), "core.bare", "false");
    await repository.git("config", "--file", join(trap, "config"), "core.worktree", await createFolder());
    expect((await problemOf(openRepository(trap, gitEnvironment))).message).toBe(`${trap} has no working tree`);
  });
});

describe("resolve", () => {
  it("gives the full id for branches, tags, short ids and relative revisions", async () => {
    const repository = await createRepository();
    await repository.write({ a: "1" });
    const first = await repository.commit();
    await repository.git("tag", "--annotate", "--message=v1", "v1");
    await repository.write({ a: "2" });
    const second = await repository.commit();
    await withRepository(repository, async ({ resolve }) => {
      const revisions = ["v1", "HEAD~1", "main^", first.slice(0, 8), "main", "HEAD", second];
      expect(await Promise.all(revisions.map(resolve))).toEqual([first, first, first, first, second, second, second]);
    });
  });

  it("works on a detached head", async () => {
    const repository = await createRepository({ a: "1" });
    const head = (await repository.git("rev-parse", "HEAD")).trim();
    await repository.git("switch", "--quiet", "--detach", "HEAD");
    await withRepository(repository, async ({ resolve, tree, defaultBase }) => {
      expect(await resolve("HEAD")).toBe(head);
      expect((await tree("HEAD")).label).toBe(head.slice(0, 7));
      expect(await defaultBase(null)).toEqual({ commit: head, description: "merge base with main" });
    });
  });

  it.each(["--all", "-", "", " ", "^HEAD", "HEAD..HEAD", "HEAD\n", "HEAD\0", "--output=/tmp/x"])(
    "refuses %j",
    async (revision) => {
      const repository = await createRepository({ a: "1" });
      await withRepository(repository, async ({ resolve }) => {
        const problem = await problemOf(resolve(revision));
        expect(problem.message).toBe(`unknown revision ${JSON.stringify(revision)}`);
      });
    },
  );

  it.each([
    ["HEAD~1", "This repository has one commit"],
    ["main^", "This repository has one commit"],
    ["@{5}", "This repository has one commit"],
    ["mian", "Did you mean main?"],
    ["feature", "Give the full name: origin/feature."],
    ["0123456789abcdef0123456789abcdef01234567", "The commit is not in this clone"],
    ["something-else-entirely", "Give a branch, a tag or a commit id."],
  ])("says of %s in a repository with one commit: %s", async (revision, hint) => {
    const repository = await createRepository({ a: "1" });
    await repository.git("update-ref", "refs/remotes/origin/feature", "HEAD");
    await withRepository(repository, async ({ resolve }) => {
      expect((await problemOf(resolve(revision))).hint).toContain(hint);
    });
  });

  it("says that a history is shorter than asked for", async () => {
    const repository = await createRepository({ a: "1" });
    await repository.commit();
    await withRepository(repository, async ({ resolve }) => {
      expect((await problemOf(resolve("main~7"))).hint).toBe("The history of main does not reach back that far.");
    });
  });

  it("says that a clone is shallow", async () => {
    const repository = await createRepository({ a: "1" });
    const first = await repository.git("rev-parse", "HEAD");
    await repository.commit();
    await withRepository(await repository.clone("--depth=1"), async (clone) => {
      expect(await clone.isShallow()).toBe(true);
      for (const revision of ["HEAD~1", first.trim()]) {
        expect((await problemOf(clone.resolve(revision))).hint).toBe(
          "This clone is shallow and lacks the commit; set fetch-depth: 0 in actions/checkout, or run git fetch --unshallow.",
        );
      }
    });
    await withRepository(repository, async (whole) => expect(await whole.isShallow()).toBe(false));
  });

  it("says that there is no commit yet", async () => {
    await withRepository(await createRepository(), async ({ resolve, defaultBase, workingTree }) => {
      expect((await problemOf(resolve("HEAD"))).hint).toContain("has no commit yet");
      expect((await problemOf(defaultBase(null))).message).toBe("the repository has no commit yet");
      expect(await listEntries(await workingTree())).toEqual([]);
    });
  });
});

describe("mergeBase", () => {
  it("is the commit where two branches went apart", async () => {
    const repository = await createRepository({ a: "1" });
    const fork = (await repository.git("rev-parse", "HEAD")).trim();
    await repository.branch("feature");
    await repository.write({ a: "2" });
    await repository.commit();
    await repository.git("switch", "--quiet", "main");
    await repository.write({ b: "1" });
    await repository.commit();
    await withRepository(repository, async ({ mergeBase }) => {
      expect(await mergeBase("main", "feature")).toBe(fork);
    });
  });

  it("tells a shallow clone from unrelated histories", async () => {
    const repository = await createRepository({ a: "1" });
    await repository.branch("feature");
    await repository.commit();
    await repository.git("switch", "--quiet", "main");
    await repository.commit("other");
    const clone = await repository.clone("--depth=1", "--no-single-branch");
    await withRepository(clone, async ({ mergeBase }) => {
      const problem = await problemOf(mergeBase("origin/main", "origin/feature"));
      expect(problem.message).toBe("this clone does not contain the merge base of origin/main and origin/feature");
      expect(problem.hint).toContain("fetch-depth: 0");
    });
    await repository.git("switch", "--quiet", "--orphan", "island");
    await repository.commit();
    await withRepository(repository, async ({ mergeBase }) => {
      expect((await problemOf(mergeBase("main", "island"))).message).toBe("main and island have no common history");
      const id = (await repository.git("rev-parse", "main")).trim();
      expect((await problemOf(mergeBase(id, "island"))).message).toContain(`${id.slice(0, 7)} and island`);
    });
  });
});

describe("defaultBase", () => {
  it("is the head on the default branch itself", async () => {
    const repository = await createRepository({ a: "1" });
    const head = await repository.commit();
    await withRepository(repository, async ({ defaultBase }) => {
      expect(await defaultBase(null)).toEqual({ commit: head, description: "merge base with main" });
    });
  });

  it("prefers the remote's default branch, whatever its name, then origin/main, then local branches", async () => {
    const repository = await createRepository({ a: "1" });
    const first = await repository.commit();
    await repository.git("branch", "--move", "trunk");
    const clone = await repository.clone();
    await clone.branch("feature");
    await clone.commit();
    await withRepository(clone, async ({ defaultBase }) => {
      expect(await defaultBase("feature")).toEqual({ commit: first, description: "merge base with origin/trunk" });
    });
    await clone.git("symbolic-ref", "--delete", "refs/remotes/origin/HEAD");
    await clone.git("branch", "master", "HEAD");
    await withRepository(clone, async ({ defaultBase }) => {
      expect((await defaultBase(null)).description).toBe("merge base with master");
    });
    await clone.git("update-ref", "refs/remotes/origin/main", first);
    await withRepository(clone, async ({ defaultBase }) => {
      expect(await defaultBase(null)).toEqual({ commit: first, description: "merge base with origin/main" });
    });
  });

  it("asks for a base where no default branch is known", async () => {
    const repository = await createRepository({ a: "1" });
    await repository.git("switch", "--quiet", "--detach", "HEAD");
    await repository.git("branch", "--delete", "--force", "main");
    await withRepository(repository, async ({ defaultBase }) => {
      const problem = await problemOf(defaultBase(null));
      expect(problem.message).toContain("no default branch found");
      expect(problem.hint).toBe("Give the base with --base REV.");
    });
  });

  it("says of a shallow clone how to deepen it", async () => {
    const repository = await createRepository({ a: "1" });
    await repository.commit();
    const clone = await repository.clone("--depth=1");
    await clone.git("switch", "--quiet", "--detach", "HEAD");
    await clone.git("branch", "--delete", "--force", "main");
    await clone.git("remote", "remove", "origin");
    await withRepository(clone, async ({ defaultBase }) => {
      expect((await problemOf(defaultBase(null))).hint).toContain("fetch-depth: 0");
    });
  });
});
