import { describe, expect, it } from "vitest";
import { expectNoCall, openAttack, timeout } from "./support.ts";

/**
 * The run that ended, and what it leaves, name another pull request, so that it gets the comment, the verdict, the cost.
 * Line of defence: `findNumber` (src/pipeline/action/plan-privileged.ts) finds the pull request by the head's repository
 * and commit, at GitHub.
 *
 * @defence src/pipeline/action/plan-privileged.ts
 * - if (others.length > 0) {
 * + if (others.length > 99) {
 * @defence src/github/pull-request.ts
 * - return sha === head.sha && source?.toLowerCase() === head.repository.toLowerCase() ? [number] : [];
 * + return sha || source ? [number] : [];
 */
describe.concurrent("another pull request's number", { timeout }, () => {
  it("in the event decides nothing", async () => {
    const attack = await openAttack();
    attack.github.pullStates.set(8, { head: { sha: "2b".repeat(20), ref: "other" } });
    const step = await attack.ended({ pull_requests: [{ number: 8 }], head_branch: "edit" });
    expectNoCall(step, attack);
    expect(attack.github.comments(7)).toHaveLength(1);
    expect(attack.github.comments(8)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["another commit", { head_sha: "2b".repeat(20) }],
    ["another repository", { head_repository: { full_name: "stranger/other" } }],
    ["a repository that is gone", { head_repository: null }],
    ["another event", { event: "push" }],
  ])("%s has none", async (_what, run) => {
    const attack = await openAttack();
    expectNoCall(await attack.ended(run), attack);
    expect(attack.github.comments(7)).toEqual([]);
  });

  it("one head of two pull requests is neither's", async () => {
    const attack = await openAttack();
    const sha = await attack.tip("edit");
    attack.github.pullStates.set(8, {
      head: { sha, ref: "edit", repo: "stranger/prompts" },
      base: { sha: await attack.tip("main"), ref: "next" },
    });
    const step = await attack.ended();
    expectNoCall(step, attack);
    expect(step.summary).toContain("2 pull requests have this head");
    expect(attack.github.comments(7)).toEqual([]);
  });
});
