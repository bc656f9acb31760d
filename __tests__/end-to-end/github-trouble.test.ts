import { describe, expect, it } from "vitest";
import type { Fault, PullState } from "../support/github-server.ts";
import { openPullRequest, type PullRequest } from "./pull-request.ts";
import { promptFile, promptPath } from "./support.ts";

/** Each test starts the Action several times, several tests at once. */
const timeout = 240_000;

const judged = { exitCode: 1, outputs: { verdict: "regression", passed: "false", calls: "80" } };
const many = (fault: Fault): readonly Fault[] => Array<Fault>(9).fill(fault);

describe.concurrent("whatever GitHub answers, the verdict stands and nothing crashes", { timeout }, () => {
  it.each<[string, readonly (readonly [operation: string, ...faults: Fault[]])[], string]>([
    [
      "403, no permission for anything",
      [
        ["graphql", ...many({ status: 403, message: "Resource not accessible by integration" })],
        ["checks/create", ...many({ status: 403, message: "Resource not accessible by integration" })],
        ["issues/list-comments", ...many({ status: 403, message: "Resource not accessible by integration" })],
        ["pulls/get", ...many({ status: 403, message: "Resource not accessible by integration" })],
      ],
      "pull-requests: write",
    ],
    [
      "404 on everything",
      [
        ["checks/create", ...many({ status: 404, message: "Not Found" })],
        ["issues/list-comments", ...many({ status: 404, message: "Not Found" })],
      ],
      "No comment: GitHub answered 404",
    ],
    [
      "403, a secondary rate limit that lasts",
      [["issues/create-comment", ...many({ status: 403, message: "You have exceeded a secondary rate limit" })]],
      "Run the job again later",
    ],
    [
      "429 until an hour has passed",
      [["checks/update", ...many({ status: 429, headers: { "retry-after": "3600" } })]],
      "The check run stays pending",
    ],
    ["422, too long", [["issues/create-comment", ...many({ status: 422, message: "Body is too long" })]], "No comment"],
    [
      "422 on the check run",
      [["checks/update", ...many({ status: 422, message: "Invalid request" })]],
      "The check run stays pending: GitHub answered 422",
    ],
    [
      "a page of HTML in place of an answer",
      [["issues/create-comment", ...many({ status: 502, message: "<html>" })]],
      "No comment: GitHub answered 502",
    ],
  ])("%s", async (_what, faults, words) => {
    const pull = await openPullRequest();
    for (const [operation, ...list] of faults) pull.github.fail(operation, ...list);
    const step = await pull.run();
    expect(step).toMatchObject(judged);
    expect(step.output).toContain(words);
    expect(step.summary).toMatch(/^## ❌ Regression: /);
  });

  it("a burst of 5xx, lost connections and a short rate limit pass, and everything is there in the end", async () => {
    const pull = await openPullRequest();
    const { github } = pull;
    github.fail("checks/create", { status: 502, applied: true }, { status: 503 });
    github.fail("graphql", { status: 502 });
    github.fail("issues/create-comment", {
      status: 403,
      message: "secondary rate limit",
      headers: { "retry-after": "1" },
    });
    github.fail("issues/list-comments", { connection: "reset" });
    github.fail("checks/update", { status: 500 }, { connection: "cut" });
    expect(await pull.run()).toMatchObject(judged);
    expect(github.comments(7)).toHaveLength(1);
    expect(github.checks).toMatchObject([{ conclusion: "failure" }]);
    expect(github.violations).toEqual([]);
  });

  it("a locked conversation", async () => {
    const pull = await openPullRequest();
    pull.github.locked.add(7);
    const step = await pull.run();
    expect(step).toMatchObject(judged);
    expect(step.output).toContain("Unlock the conversation");
    expect(pull.github.checks).toMatchObject([{ conclusion: "failure" }]);
  });

  it("a second run at the same moment leaves one comment", async () => {
    const pull = await openPullRequest();
    const steps = await Promise.all([pull.run(), pull.run()]);
    for (const step of steps) expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(pull.github.comments(7)).toHaveLength(1);
  });
});

describe.concurrent("a pull request that changes during the run", { timeout }, () => {
  it.each<[string, PullState, number]>([
    ["closed or merged", { state: "closed" }, 1],
    ["made a draft", { draft: true }, 1],
    ["retargeted", { base: { sha: "0c".repeat(20), ref: "next" } }, 0],
    ["force-pushed", { head: { sha: "3b".repeat(20), ref: "edit" } }, 0],
  ])("%s: the verdict stands, and the comment says what still holds", async (_what, change, comments) => {
    const pull = await openPullRequest();
    pull.github.before("checks/create", () => {
      const state = pull.github.pullStates.get(7) ?? {};
      pull.github.pullStates.set(7, { ...state, ...change });
    });
    const step = await pull.run();
    expect(step).toMatchObject(judged);
    expect(pull.github.comments(7)).toHaveLength(comments);
    if (comments === 0) expect(step.output).toContain("No comment: the pull request has ");
    expect(pull.github.checks).toMatchObject([{ conclusion: "failure", head_sha: await pull.tip("edit") }]);
    expect(pull.github.violations).toEqual([]);
  });

  it("whose fork has been deleted is judged as a fork", async () => {
    const pull = await openPullRequest();
    const head = { sha: await pull.tip("edit"), ref: "edit", repo: null };
    const step = await pull.run({ pull: { head } });
    expect(step).toMatchObject(judged);
    expect(pull.github.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });
});

describe.concurrent("the size of a pull request", { timeout }, () => {
  it("3,100 changed files are no matter: git decides what changed", async () => {
    const files = Object.fromEntries(Array.from({ length: 3100 }, (_, n) => [`data/${n}.txt`, `${n}\n`]));
    const pull = await openPullRequest({ ...files, [promptPath]: promptFile(20) });
    expect(await pull.run()).toMatchObject(judged);
    expect(pull.github.requests.map(({ operation }) => operation)).not.toContain("pulls/list-files");
  });
});

describe.concurrent("when there is a comment", { timeout }, () => {
  const better = promptFile(40).replace("Be right", "Be always right");
  const count = ({ github }: PullRequest): number => github.comments(7).length;

  it.each<[string, Readonly<Record<string, string>>, number]>([
    ["always", { "README.md": "Hello\n" }, 1],
    ["on-change", { "README.md": "Hello\n" }, 0],
    ["on-change", { [promptPath]: better }, 1],
    ["true", { [promptPath]: better }, 1],
    ["on-problem", { [promptPath]: better }, 0],
    ["on-problem", { [promptPath]: promptFile(20) }, 1],
    ["never", { [promptPath]: promptFile(20) }, 0],
  ])("comment: %s with %j makes %i", async (comment, edit, comments) => {
    const pull = await openPullRequest(edit);
    await pull.run({ inputs: { comment } });
    expect(count(pull)).toBe(comments);
  });

  it("assay.yml of the base says so where the input does not", async () => {
    const pull = await openPullRequest({ [promptPath]: better }, { config: { comment: "on-problem" } });
    await pull.run();
    expect(count(pull)).toBe(0);
    await pull.push({ [promptPath]: promptFile(20) });
    await pull.run();
    expect(count(pull)).toBe(1);
    await pull.push({ [promptPath]: better });
    await pull.run();
    expect(pull.github.comments(7)[0]?.body).toMatch(/What this comment said before no longer holds\./);
    await pull.push({ [promptPath]: promptFile(20) });
    await pull.run({ inputs: { comment: "never" } });
    expect(pull.github.comments(7)[0]?.body).toMatch(/no longer holds/);
  });
});
