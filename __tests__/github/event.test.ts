import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { readEvent } from "../../src/github/event.ts";
import type { Json } from "../../src/model.ts";

const fixtures = new URL("../../fixtures/github/", import.meta.url);
const readFixture = (name: string): Promise<string> => readFile(new URL(name, fixtures), "utf8");

function environment(name: string, path = "event.json"): Record<string, string> {
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: "octo-org/prompts" };
}

/** The fixture with one value replaced; undefined removes it. */
async function altered(keys: string, value: Json | undefined): Promise<string> {
  const payload = JSON.parse(await readFixture("pull-request.json"));
  const path = keys.split(".");
  const last = path.pop() ?? "";
  let parent = payload;
  for (const key of path) parent = parent[key];
  parent[last] = value;
  return JSON.stringify(payload);
}

async function problemsOf(promise: Promise<unknown>): Promise<readonly string[]> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).problems.map((problem) => problem.message);
}

describe("readEvent", () => {
  test("reads a pull request of the same repository", async () => {
    expect(await readEvent(environment("pull_request", "pull-request.json"), readFixture)).toEqual({
      kind: "pull-request",
      number: 7,
      author: "mona",
      base: { sha: "0c".repeat(20), ref: "main" },
      head: { sha: "2a".repeat(20), ref: "shorter-summary", repository: "octo-org/prompts" },
      fork: false,
      draft: false,
      state: "open",
      repository: { owner: "octo-org", name: "prompts" },
    });
  });

  test.each([
    ["pull-request-fork.json", { fork: true, draft: true, state: "open", head: { repository: "mona/prompts" } }],
    ["pull-request-deleted-fork.json", { fork: true, draft: true, state: "closed", head: { repository: null } }],
  ])("counts %s as a fork", async (path, expected) => {
    expect(await readEvent(environment("pull_request", path), readFixture)).toMatchObject(expected);
  });

  test.each([
    ["OCTO-ORG/Prompts", false],
    ["octo-org/prompts2", true],
    ["octo-orgs/prompts", true],
  ])("a head in %s: fork is %s", async (repository, fork) => {
    const text = await altered("pull_request.head.repo.full_name", repository);
    expect(await readEvent(environment("pull_request"), async () => text)).toMatchObject({ fork });
  });

  test("a head whose repository is left out is a fork", async () => {
    const text = await altered("pull_request.head.repo", undefined);
    expect(await readEvent(environment("pull_request"), async () => text)).toMatchObject({ fork: true });
  });

  test.each(["schedule", "pull_request_review", "workflow_dispatch"])(
    "%s is another event; its payload is not read",
    async (name) => {
      const { GITHUB_EVENT_PATH, ...rest } = environment(name);
      const event = await readEvent(rest, () => Promise.reject(new Error(`no ${GITHUB_EVENT_PATH}`)));
      expect(event).toEqual({ kind: "other", name, repository: { owner: "octo-org", name: "prompts" } });
    },
  );

  const repository = { owner: "octo-org", name: "prompts" };

  test("reads a pull request in a run with keys in reach", async () => {
    const payload = JSON.parse(await readFixture("pull-request-fork.json"));
    const text = JSON.stringify({
      ...payload,
      action: "labeled",
      label: { name: "assay: run" },
      repository: { ...payload.repository, default_branch: "main" },
    });
    expect(await readEvent(environment("pull_request_target"), async () => text)).toMatchObject({
      kind: "target",
      action: "labeled",
      label: "assay: run",
      defaultBranch: "main",
      pull: { kind: "pull-request", fork: true },
    });
  });

  test.each<[string, Json, object]>([
    [
      "merge_group",
      {
        merge_group: {
          base_sha: "0c".repeat(20),
          base_ref: "refs/heads/main",
          head_sha: "2a".repeat(20),
          head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${"0c".repeat(20)}`,
        },
      },
      {
        kind: "merge-group",
        base: { sha: "0c".repeat(20), ref: "refs/heads/main" },
        head: { sha: "2a".repeat(20), ref: `refs/heads/gh-readonly-queue/main/pr-7-${"0c".repeat(20)}` },
        repository,
      },
    ],
    [
      "push",
      { after: "2a".repeat(20), ref: "refs/heads/main", repository: { default_branch: "main" } },
      { kind: "push", head: { sha: "2a".repeat(20), ref: "refs/heads/main" }, toDefaultBranch: true, repository },
    ],
    [
      "push",
      { after: "2a".repeat(20), ref: "refs/tags/main", repository: { default_branch: "main" } },
      { kind: "push", head: { sha: "2a".repeat(20), ref: "refs/tags/main" }, toDefaultBranch: false, repository },
    ],
    [
      "issue_comment",
      {
        action: "created",
        issue: { number: 7, pull_request: { url: "https://api.github.example/pulls/7" } },
        comment: {
          body: "/assay run 2a2a2a2",
          user: { login: "mona", type: "User" },
          created_at: "2026-11-01T12:00:00Z",
        },
        repository: { default_branch: "main" },
      },
      {
        kind: "comment",
        number: 7,
        created: true,
        onPullRequest: true,
        body: "/assay run 2a2a2a2",
        author: "mona",
        byBot: false,
        createdAt: "2026-11-01T12:00:00Z",
        defaultBranch: "main",
        repository,
      },
    ],
    [
      "issue_comment",
      {
        action: "edited",
        issue: { number: 7 },
        comment: {
          body: "",
          user: { login: "github-actions[bot]", type: "Bot" },
          created_at: "2026-11-01T12:00:00Z",
        },
        repository: { default_branch: "main" },
      },
      { kind: "comment", created: false, onPullRequest: false, byBot: true, author: "github-actions[bot]" },
    ],
    [
      "workflow_run",
      {
        action: "completed",
        workflow_run: {
          event: "pull_request",
          head_sha: "2a".repeat(20),
          head_branch: "edit",
          head_repository: { full_name: "mona/prompts" },
          pull_requests: [{ number: 1 }],
        },
        repository: { default_branch: "main" },
      },
      {
        kind: "workflow-run",
        cause: "pull_request",
        head: { sha: "2a".repeat(20), ref: "edit", repository: "mona/prompts" },
        defaultBranch: "main",
        repository,
      },
    ],
  ])("reads %s", async (name, payload, expected) => {
    expect(await readEvent(environment(name), async () => JSON.stringify(payload))).toMatchObject(expected);
  });

  test.each([
    ["merge_group", ["merge_group.base_sha", "merge_group.base_ref", "merge_group.head_sha", "merge_group.head_ref"]],
    ["push", ["after", "ref", "repository.default_branch"]],
    [
      "issue_comment",
      ["issue.number", "comment.body", "comment.user.login", "comment.created_at", "repository.default_branch"],
    ],
    [
      "workflow_run",
      ["workflow_run.event", "workflow_run.head_sha", "workflow_run.head_branch", "repository.default_branch"],
    ],
  ])("tells all that an empty %s lacks at once", async (name, keys) => {
    expect(await problemsOf(readEvent(environment(name), async () => "{}"))).toEqual(
      keys.map((key) => `${key} is missing in the event`),
    );
  });

  test.each<[string, Json | undefined, string]>([
    ["pull_request", undefined, "pull_request.number is missing in the event"],
    ["pull_request.number", "7", "pull_request.number in the event is not a number"],
    ["pull_request.number", 7.5, "pull_request.number in the event is not a number"],
    ["pull_request.base.sha", undefined, "pull_request.base.sha is missing in the event"],
    ["pull_request.base.sha", "main", "pull_request.base.sha in the event is not a commit id"],
    [
      "pull_request.head.sha",
      `${"2a".repeat(20)}\n--upload-pack=x`,
      "pull_request.head.sha in the event is not a commit id",
    ],
    ["pull_request.head.sha", "a".repeat(65), "pull_request.head.sha in the event is not a commit id"],
    ["pull_request.head.sha", ["2a".repeat(20)], "pull_request.head.sha in the event is not a commit id"],
    ["pull_request.head.ref", "--output=x", "pull_request.head.ref in the event is not the name of a branch"],
    ["pull_request.head.ref", "a\n::error::b", "pull_request.head.ref in the event is not the name of a branch"],
    ["pull_request.state", "merged", "pull_request.state in the event is not open or closed"],
    ["pull_request.head.repo.full_name", 3, "pull_request.head.repo.full_name in the event is not owner/name"],
    ["pull_request.head.repo", "mona/prompts", "pull_request.head.repo.full_name is missing in the event"],
  ])("names %s where it is %j", async (keys, value, message) => {
    const text = await altered(keys, value);
    expect(await problemsOf(readEvent(environment("pull_request"), async () => text))).toContain(message);
  });

  test.each(["{}", "[]", "null", '"pull_request"', '{"__proto__": {"pull_request": {"number": 1}}}'])(
    "tells all that %s lacks at once",
    async (text) => {
      expect(await problemsOf(readEvent(environment("pull_request"), async () => text))).toEqual([
        "pull_request.number is missing in the event",
        "pull_request.base.sha is missing in the event",
        "pull_request.base.ref is missing in the event",
        "pull_request.head.sha is missing in the event",
        "pull_request.head.ref is missing in the event",
        "pull_request.state is missing in the event",
      ]);
    },
  );

  test.each<[string, () => Promise<string>]>([
    ["is no JSON", async () => "{"],
    ["cannot be read", () => Promise.reject(new Error("ENOENT"))],
  ])("a payload that %s is the user's to mend", async (_, read) => {
    expect(await problemsOf(readEvent(environment("pull_request"), read))).toEqual([
      "the event cannot be read as JSON",
    ]);
  });

  test.each([
    ["GITHUB_EVENT_NAME", "", "GITHUB_EVENT_NAME is not set"],
    ["GITHUB_EVENT_PATH", "", "GITHUB_EVENT_PATH is not set"],
    ["GITHUB_REPOSITORY", "", "GITHUB_REPOSITORY is not set"],
    ["GITHUB_REPOSITORY", "prompts", "GITHUB_REPOSITORY is not owner/name"],
    ["GITHUB_REPOSITORY", "octo-org/prompts/../x", "GITHUB_REPOSITORY is not owner/name"],
  ])("%s = %j", async (name, value, message) => {
    const variables = { ...environment("pull_request", "pull-request.json"), [name]: value };
    expect(await problemsOf(readEvent(variables, readFixture))).toEqual([message]);
  });
});
