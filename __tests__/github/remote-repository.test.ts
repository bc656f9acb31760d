import { afterEach, expect, test } from "vitest";
import { createClient } from "../../src/github/client.ts";
import type { GitHubFailure } from "../../src/github/failure.ts";
import { openRemoteRepository } from "../../src/github/remote-repository.ts";
import { type GitHubServer, startGitHubServer } from "../support/github-server.ts";
import { createRepository } from "../support/repository.ts";

let server: GitHubServer;
afterEach(() => server?.close());

async function open() {
  const repository = await createRepository({ "a.txt": "one\n", "b/c.bin": new Uint8Array([0, 255]) });
  await repository.link("d", "a.txt");
  const commit = await repository.commit();
  server = await startGitHubServer({ directory: repository.directory });
  const failures: GitHubFailure[] = [];
  const remote = openRemoteRepository({
    connect: () => createClient({ token: "secret", apiUrl: server.url, userAgent: "test" }),
    repository: { owner: "octo-org", name: "prompts" },
    sleep: async () => {},
    onFailure: (failure) => failures.push(failure),
  });
  return { repository, commit, remote, failures };
}

test("lists a commit as git does, and reads bytes as they are", async () => {
  const { commit, remote, failures } = await open();
  const entries = await remote.entries(commit);
  expect(entries?.map(({ path, kind }) => [path, kind])).toEqual([
    ["a.txt", "file"],
    ["b/c.bin", "file"],
    ["d", "link"],
  ]);
  expect(await remote.blob(entries?.[1]?.object ?? "")).toEqual(new Uint8Array([0, 255]));
  expect(failures).toEqual([]);
  expect(server.violations).toEqual([]);
});

test("asks for each object once", async () => {
  const { commit, remote } = await open();
  await Promise.all([remote.entries(commit), remote.entries(commit)]);
  expect(server.requests).toHaveLength(1);
});

test("finds the merge base", async () => {
  const { repository, commit, remote } = await open();
  await repository.branch("edit");
  const edit = await repository.commit();
  expect(await remote.mergeBase(commit, edit)).toBe(commit);
});

test("what GitHub does not give is null, and told", async () => {
  const { remote, failures } = await open();
  expect(await remote.entries("0".repeat(40))).toBeNull();
  server.fail("git/get-blob", { status: 403, message: "Resource not accessible" });
  expect(await remote.blob("1".repeat(40))).toBeNull();
  expect(failures.map(({ reason }) => reason)).toEqual(["not-found", "forbidden"]);
});
