import { describe, expect, it } from "vitest";
import { expectNoCall, keyCanary, openAttack, timeout } from "../attacks/support.ts";
import { promptFile, promptPath } from "./support.ts";

describe.concurrent("a fork's pull request", { timeout }, () => {
  it("is checked and estimated without a key, says how a maintainer has it judged, and leaves the check pending", async () => {
    const attack = await openAttack();
    const step = await attack.unprivileged();
    expectNoCall(step, attack);
    const seen = seenAtOnce(step.summary);
    expect(seen).toContain("a maintainer reads the changes and comments");
    expect(seen).toContain(`\n/assay run ${await attack.tip("edit")}\n`);
    expect(seen).toContain("Its run takes at most 24 calls");
    expect(attack.github.requests).toEqual([]);
    expect((await attack.repository.git("status", "--short")).trim()).toBe("");
  });

  it("has its plan, cost and commit told without a call, and is judged once that is labelled", async () => {
    const attack = await openAttack();
    const { github, tip } = attack;
    const plan = await attack.target("opened");
    expectNoCall(plan, attack);
    const head = await tip("edit");
    const [comment] = github.comments(7);
    expect(seenAtOnce(comment?.body)).toContain(`\n/assay run ${head}\n`);
    expect(seenAtOnce(comment?.body)).toContain("Its run takes at most 24 calls");
    expect(comment?.body.trimEnd().endsWith(` ${head} -->`)).toBe(true);
    expect(github.checks).toEqual([]);
    attack.label("lin");
    const judged = await attack.target("labeled", { label: { name: "assay: run" } });
    expect(judged).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", calls: "24" } });
    expect(attack.keys).toEqual(new Set([`Bearer ${keyCanary}`]));
    expect(github.checks).toMatchObject([{ head_sha: head, conclusion: "failure" }]);
    expect(github.comments(7)).toHaveLength(1);
  });

  it("is judged at the command that names its commit, by digits that were told before, too", async () => {
    const attack = await openAttack();
    const head = await attack.tip("edit");
    const early = await attack.command(`/assay run ${head.slice(0, 10)}`);
    expectNoCall(early, attack);
    expect(early.summary).toContain("Write all digits of the commit");
    await attack.target("opened");
    const short = { at: "2026-11-01T12:05:00Z" };
    expect(await attack.command(`/assay run ${head.slice(0, 10)}`, short)).toMatchObject({ exitCode: 1 });
    expect(attack.github.checks).toMatchObject([{ head_sha: head, conclusion: "failure" }]);
  });

  it("is found by its head where another workflow's run has ended, and judged after the same label", async () => {
    const attack = await openAttack({ [promptPath]: promptFile(12).replace("Be right", "Be always right") });
    expectNoCall(await attack.ended(), attack);
    expect(attack.github.comments(7)).toHaveLength(1);
    attack.label("lin");
    expect(await attack.ended()).toMatchObject({ exitCode: 0, outputs: { verdict: "inconclusive", calls: "24" } });
    expect(attack.github.checks).toMatchObject([{ conclusion: "neutral" }]);
  });

  it("that changes no prompt passes without anybody's approval", async () => {
    const attack = await openAttack({ "README.md": "Hello\n" });
    expect(await attack.target()).toMatchObject({ exitCode: 0, outputs: { verdict: "unchanged", passed: "true" } });
    expect(attack.github.checks).toMatchObject([{ conclusion: "success", status: "completed" }]);
    expect(attack.calls()).toBe(0);
  });

  it("is never judged with a key where the base's assay.yml does not say how far", async () => {
    const attack = await openAttack(undefined, { config: { forks: undefined } });
    for (const step of [await attack.target("opened"), await attack.approved()]) {
      expectNoCall(step, attack);
      const seen = seenAtOnce(step.summary).replaceAll("`", "");
      expect(seen).toContain("assay.yml of the base branch has no key forks");
      expect(seen).not.toContain("/assay run");
    }
  });

  it("costs no more than its own budget, whatever the others have", async () => {
    const prices = { "local/answers": { input: 1000, output: 1000 } };
    const attack = await openAttack(undefined, { config: { forks: { maxCost: 0.2 }, run: { maxCost: 100 }, prices } });
    const step = await attack.approved();
    expect(step.exitCode).toBe(3);
    expect(Number(step.outputs["cost"])).toBeLessThanOrEqual(0.2);
    expect(attack.calls()).toBeLessThan(10);
  });

  it("that changes its own workflow is told so in the comment, though no prompt changed", async () => {
    const attack = await openAttack({ ".github/workflows/prompts.yml": "on: push\n", CODEOWNERS: "* @stranger\n" });
    await attack.target();
    const [comment] = attack.github.comments(7);
    expect(comment?.body).toContain("changes what decides how it is judged");
    expect(comment?.body).toContain("CODEOWNERS");
  });
});

/** What a reader sees who opens nothing. */
function seenAtOnce(markdown = ""): string {
  return markdown.split("<details>")[0] ?? "";
}
