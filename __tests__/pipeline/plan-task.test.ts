import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import type { PullRequestEvent } from "../../src/github/event.ts";
import { readInputs } from "../../src/github/inputs.ts";
import { planTask } from "../../src/pipeline/action/plan-task.ts";

const repository = { owner: "octo-org", name: "prompts" };
const base = { sha: "0c".repeat(20), ref: "main" };
const head = { sha: "2a".repeat(20), ref: "edit", repository: "octo-org/prompts" };
const pull: PullRequestEvent = {
  kind: "pull-request",
  number: 7,
  author: "mona",
  base,
  head,
  fork: false,
  draft: false,
  state: "open",
  repository,
};
const inputsOf = (given: Readonly<Record<string, string>>) => readInputs((name) => given[name] ?? "");
const plan = (event: Parameters<typeof planTask>[0], given = {}, actor?: string) =>
  planTask(event, inputsOf(given), actor);

describe("a pull request", () => {
  test("is compared with its merge base, judged by the tip of its base, and told on its head", () => {
    expect(plan(pull)).toMatchObject({
      kind: "judge",
      command: "compare",
      options: {
        base: base.sha,
        head: head.sha,
        fromMergeBase: true,
        goalposts: "base",
        goalpostsRevision: base.sha,
        scope: "pull request 7",
        fork: false,
      },
      sha: head.sha,
      unprivileged: false,
    });
  });

  test.each([
    ["a fork", { ...pull, fork: true }, undefined],
    ["Dependabot", pull, "dependabot[bot]"],
  ])("of %s is trusted with nothing", (_what, event, actor) => {
    expect(plan(event, {}, actor)).toMatchObject({ options: { fork: true }, sha: null, unprivileged: true });
  });

  test("with a base of the workflow's own is judged by that", () => {
    expect(plan(pull, { base: "a1", head: "b2" })).toMatchObject({
      options: { base: "a1", head: "b2", fromMergeBase: false, goalpostsRevision: "a1" },
      sha: head.sha,
    });
  });

  test.each([
    [{ ...pull, state: "closed" as const }, {}, "idle"],
    [{ ...pull, draft: true }, {}, "idle"],
    [{ ...pull, draft: true }, { drafts: "true" }, "judge"],
    [{ ...pull, draft: true, state: "closed" as const }, { drafts: "true" }, "idle"],
  ])("%#", (event, given, kind) => {
    expect(plan(event, given).kind).toBe(kind);
  });
});

describe("other events", () => {
  test.each([
    ["pr-7-0c0c", "pull request 7", 7],
    ["something-else", "merge queue of refs/heads/main", null],
  ])("a merge queue counts the versions tried in its pull request: %s", (ref, scope, queued) => {
    const event = {
      kind: "merge-group" as const,
      base: { sha: base.sha, ref: "refs/heads/main" },
      head: { sha: head.sha, ref: `refs/heads/gh-readonly-queue/main/${ref}` },
      repository,
    };
    expect(plan(event)).toMatchObject({ options: { scope, goalpostsRevision: base.sha }, queued, sha: head.sha });
  });

  test("a merge queue whose workflow names a base leaves its check all the same", () => {
    const event = {
      kind: "merge-group" as const,
      base: { sha: base.sha, ref: "refs/heads/main" },
      head: { sha: head.sha, ref: "refs/heads/gh-readonly-queue/main/pr-7-0c0c" },
      repository,
    };
    expect(plan(event, { base: "v1" })).toMatchObject({
      options: { base: "v1", goalpostsRevision: "v1", fromMergeBase: false },
      queued: 7,
      sha: head.sha,
    });
  });

  const push = (toDefaultBranch: boolean) => ({ kind: "push" as const, head, toDefaultBranch, repository });
  const other = (name: string) => ({ kind: "other" as const, name, repository });

  test.each([
    [push(true), {}, "run", { recordBaseline: true, head: head.sha }],
    [push(true), { base: "x" }, "compare", { goalposts: "base" }],
    [push(false), { command: "run" }, "run", {}],
    [other("schedule"), { command: "baseline" }, "run", { recordBaseline: true }],
    [other("schedule"), { command: "run" }, "run", {}],
    [other("workflow_dispatch"), {}, "compare", { goalposts: "base" }],
    [other("repository_dispatch"), { base: "x", head: "y" }, "compare", { goalposts: "base" }],
  ])("%o with %o", (event, given, command, options) => {
    expect(plan(event, given)).toMatchObject({ kind: "judge", command, options, pull: null, sha: null });
  });

  test.each([
    [other("schedule"), {}, { wish: "night", head: null }],
    [other("schedule"), { command: "drift" }, { wish: "night", head: null }],
    [other("workflow_dispatch"), { command: "drift" }, { wish: "night", head: null }],
    [other("issues"), { command: "drift" }, { wish: "accepted", head: null }],
    [push(true), { command: "drift" }, { wish: "references", head: head.sha }],
  ])("%o with %o watches for drift", (event, given, task) => {
    expect(plan(event, given)).toEqual({ kind: "drift", ...task });
  });

  test("a push elsewhere and a pull request are nothing for drift", () => {
    expect(plan(push(false), { command: "drift" })).toMatchObject({ kind: "idle" });
    expect(plan(pull, { command: "drift" })).toMatchObject({ kind: "idle" });
  });

  test.each([push(false), other("pull_request_target"), other("workflow_run")])(
    "%o has nothing to compare with",
    (event) => {
      expect(() => plan(event)).toThrow(UserError);
    },
  );
});
