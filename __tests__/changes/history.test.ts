import { describe, expect, it } from "vitest";
import type { PastCommit } from "../../src/changes/history.ts";
import { createRepository, type TestRepository } from "../support/repository.ts";
import { problemOf, withRepository } from "./support.ts";

/** The whole history of a branch; null: of the default branch. */
function readHistory(repository: TestRepository, revision: string | null = null) {
  return withRepository(repository, async ({ history, isShallow }) => {
    const { label, commit, commits } = await history(revision);
    const all: PastCommit[] = [];
    for await (const each of commits) all.push(each);
    return { label, commit, commits: all, shallow: await isShallow() };
  });
}

describe("history", () => {
  it("follows first parents: a merge has the paths of all that it brought", async () => {
    const repository = await createRepository({ a: "1" });
    await repository.branch("feature");
    await repository.write({ b: "1" });
    await repository.commit("on the branch");
    await repository.write({ c: "1" });
    await repository.commit("on the branch again");
    await repository.git("switch", "--quiet", "main");
    await repository.write({ a: "2" });
    const before = await repository.commit("beside it");
    await repository.git("merge", "--quiet", "--no-ff", "--message=merge the branch", "feature");
    // Were it obeyed, a merge would list only what differs from both its parents.
    await repository.git("config", "log.diffMerges", "combined");
    const { label, commit, commits } = await readHistory(repository);
    expect({ label, commit }).toEqual({ label: "main", commit: commits[0]?.commit });
    expect(commits).toMatchObject([
      { subject: "merge the branch", paths: ["b", "c"], parent: before },
      { subject: "beside it", paths: ["a"], commit: before },
      { subject: "change", paths: ["a"], parent: null },
    ]);
  });

  it("tells paths and subjects apart, whatever stands in them", async () => {
    const repository = await createRepository({ "old name": "the same" });
    await repository.write({ "\nb\n\nc": "1", "ü [1] -x": "1" });
    await repository.commit("/0123 subject \u001b[31mof %s\n\nbody");
    await repository.commit("nothing in it");
    await repository.git("mv", "old name", "new name");
    await repository.commit("rename");
    const { commits } = await readHistory(repository);
    expect(commits.map(({ subject, paths }) => [subject, ...paths])).toEqual([
      ["rename", "new name", "old name"],
      ["nothing in it"],
      ["/0123 subject \u001b[31mof %s", "\nb\n\nc", "ü [1] -x"],
      ["change", "old name"],
    ]);
  });

  it("reads on behind the first page", async () => {
    const repository = await createRepository({ a: "0" });
    const stream = Array.from(
      { length: 1001 },
      (_, n) => `commit refs/heads/long\ncommitter T <t@x> ${n} +0000\ndata 0\n`,
    );
    await repository.write({ stream: stream.join("\n") });
    await repository.git("-c", "alias.load=!git fast-import --quiet < stream", "load");
    const { commits } = await readHistory(repository, "long");
    expect(commits).toHaveLength(1001);
    expect(new Set(commits.map(({ commit }) => commit)).size).toBe(1001);
  });

  it("ends where a shallow clone ends", async () => {
    const repository = await createRepository({ a: "1" });
    for (const content of ["2", "3", "4"]) {
      await repository.write({ a: content });
      await repository.commit(content);
    }
    const { label, commits, shallow } = await readHistory(await repository.clone("--depth=2"));
    expect({ label, shallow }).toEqual({ label: "origin/main", shallow: true });
    expect(commits.map(({ subject, parent }) => [subject, parent !== null])).toEqual([
      ["4", true],
      ["3", false],
    ]);
  });

  it("takes HEAD where nothing is called like a default branch, and refuses an empty repository", async () => {
    const repository = await createRepository({ a: "1" });
    await repository.git("branch", "--move", "trunk");
    expect(await readHistory(repository)).toMatchObject({ label: "HEAD", commits: [{ subject: "change" }] });
    const empty = await createRepository();
    expect(await problemOf(readHistory(empty))).toMatchObject({ message: "the repository has no commit yet" });
  });
});
