import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/github/client.ts";
import { historyBranch, openHistoryBranch } from "../../src/github/history-branch.ts";
import { type GitHubServer, startGitHubServer } from "../support/github-server.ts";

const servers: GitHubServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    expect(server.violations).toEqual([]);
    await server.close();
  }
});

async function openBranch() {
  const github = await startGitHubServer();
  servers.push(github);
  const connect = () => createClient({ token: "t", apiUrl: github.url, userAgent: "prompt-assay/test" });
  const open = () => openHistoryBranch(connect, { owner: "octo-org", name: "prompts" }, async () => {});
  /** Appends a line to a file of the history. */
  const append = (line: string, branch = open()) =>
    branch.update(`Add ${line}`, (files) => {
      const changes = new Map([["a.jsonl", `${files.get("a.jsonl") ?? ""}${line}\n`]]);
      return { changes, result: changes.get("a.jsonl") };
    });
  return { github, open, append };
}

describe("a history on a branch", () => {
  it("begins a branch that shares nothing with the others, and asks for no deployment", async () => {
    const { github, append, open } = await openBranch();
    expect((await open().read()).size).toBe(0);
    await append("one");
    await append("two");
    expect(github.branches.files(historyBranch)?.get("a.jsonl")).toBe("one\ntwo\n");
    expect(github.branches.log(historyBranch)).toEqual(["Add two [skip ci]", "Add one [skip ci]"]);
    expect(await open().read()).toEqual(new Map([["a.jsonl", "one\ntwo\n"]]));
  });

  it("two nights that write at the same moment are both kept", async () => {
    const { github, append } = await openBranch();
    await append("one");
    // While the first night writes its commit, another one is faster.
    github.before("git/create-commit", () => append("meanwhile").then(() => {}));
    expect(await append("two")).toBe("one\nmeanwhile\ntwo\n");
    expect(github.branches.files(historyBranch)?.get("a.jsonl")).toBe("one\nmeanwhile\ntwo\n");
    expect(github.branches.log(historyBranch)).toHaveLength(3);
  });

  it("two nights that both begin the branch are both kept", async () => {
    const { github, append } = await openBranch();
    github.before("git/create-ref", () => append("meanwhile").then(() => {}));
    await append("one");
    expect(github.branches.files(historyBranch)?.get("a.jsonl")).toBe("meanwhile\none\n");
  });

  it("begins again where the branch was deleted, also while a night runs", async () => {
    const { github, append } = await openBranch();
    await append("one");
    github.before("git/create-tree", () => void github.branches.refs.delete(historyBranch));
    await append("two");
    expect(github.branches.files(historyBranch)?.get("a.jsonl")).toBe("two\n");
  });

  it("does not write twice where the answer to a write was lost", async () => {
    const { github, append } = await openBranch();
    await append("one");
    github.fail("git/update-ref", { status: 502, applied: true });
    await append("two");
    expect(github.branches.files(historyBranch)?.get("a.jsonl")).toBe("one\ntwo\n");
  });

  it("leaves nothing behind where something is to be forgotten", async () => {
    const { github, open, append } = await openBranch();
    await append("secret");
    await open().update(
      "Forget",
      () => ({
        changes: new Map([
          ["a.jsonl", null],
          ["b.jsonl", "x\n"],
        ]),
        result: null,
      }),
      true,
    );
    expect(github.branches.files(historyBranch)).toEqual(new Map([["b.jsonl", "x\n"]]));
    expect(github.branches.log(historyBranch)).toEqual(["Forget [skip ci]"]);
  });

  it("says which permission is missing", async () => {
    const { github, append } = await openBranch();
    github.writable = false;
    await expect(append("one")).rejects.toMatchObject({
      problems: [{ hint: expect.stringContaining("contents: write") }],
    });
  });
});
