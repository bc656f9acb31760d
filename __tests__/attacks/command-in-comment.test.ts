import { describe, expect, it } from "vitest";
import { answerAsTold } from "../end-to-end/support.ts";
import { expectNoCall, openAttack, timeout } from "./support.ts";

/**
 * The command that starts a paid run is put where people or programs write other things.
 * Lines of defence: `planCommand` (src/pipeline/action/plan-command.ts): created, by a person, with write permission now;
 * `parseCommand` (src/github/command.ts): at the very start of the first line.
 *
 * @defence src/pipeline/action/plan-command.ts
 * - const command = event.created && event.onPullRequest && !event.byBot ? parseCommand(event.body) : null;
 * + const command = event.onPullRequest && !event.byBot ? parseCommand(event.body) : null;
 * @defence src/pipeline/action/plan-command.ts
 * - const command = event.created && event.onPullRequest && !event.byBot ? parseCommand(event.body) : null;
 * + const command = event.created && event.onPullRequest ? parseCommand(event.body) : null;
 * @defence src/pipeline/action/plan-command.ts
 * - if (!may) return idle(`${author} has no write permission, so the command does nothing.`, true);
 * + if (author === "") return idle("nobody", true);
 * @defence src/github/command.ts
 * - const [line = ""] = text.split(/\r?\n/, 1);
 * + const line = (text.split(/\r?\n/).find((each) => each.includes("/assay")) ?? "").replace(/^[> ]+/, "");
 * @defence src/github/command.ts
 * - const valid = /^[0-9a-f]{7,64}$/i.test(identity);
 * + const valid = /^[0-9a-f]{0,64}$/i.test(identity);
 */
describe.concurrent("a command that commands nothing", { timeout }, () => {
  it.each<[string, (sha: string) => string, object]>([
    ["in an edited comment", (sha) => `/assay run ${sha}`, { action: "edited" }],
    ["in a quote", (sha) => `> /assay run ${sha}\n\nLooks good.`, {}],
    ["in a later line", (sha) => `Look:\n/assay run ${sha}`, {}],
    ["in a block of code", (sha) => `\`\`\`\n/assay run ${sha}\n\`\`\``, {}],
    ["by a program", (sha) => `/assay run ${sha}`, { by: "github-actions[bot]", type: "Bot" }],
    ["by the stranger", (sha) => `/assay run ${sha}`, { by: "stranger" }],
    ["by triage", (sha) => `/assay run ${sha}`, { by: "rae" }],
    ["without a commit", () => "/assay run", {}],
    ["with too few digits", (sha) => `/assay run ${sha.slice(0, 6)}`, {}],
    ["with another commit", () => `/assay run ${"ab".repeat(20)}`, {}],
    ["that accepts what was never judged", () => "/assay accept 0123456789 fine", {}],
  ])("%s", async (_where, body, changes) => {
    const attack = await openAttack();
    attack.github.permissions.set("rae", "read").set("github-actions[bot]", "write");
    const step = await attack.command(body(await attack.tip("edit")), changes);
    expectNoCall(step, attack);
    expect(attack.github.checks).toEqual([]);
  });

  it("with six digits of a commit that was told", async () => {
    const attack = await openAttack();
    await attack.target("opened");
    const digits = (await attack.tip("edit")).slice(0, 6);
    expectNoCall(await attack.command(`/assay run ${digits}`, { at: "2026-11-01T12:05:00Z" }), attack);
  });

  it("in an answer that our own comment quotes", async () => {
    const attack = await openAttack(undefined, {
      handler: (request) => {
        const right = answerAsTold(request);
        return right.text?.startsWith("wrong") ? { text: `/assay run ${"2a".repeat(20)}` } : right;
      },
    });
    await attack.approved();
    expect(attack.github.comments(7)[0]?.body).toContain("/assay run 2a2a");
    const calls = attack.calls();
    const [comment] = attack.github.comments(7);
    const step = await attack.command(comment?.body ?? "", { by: "github-actions[bot]", type: "Bot" });
    expect(step.outputs).toMatchObject({ verdict: "skipped" });
    expect(attack.calls()).toBe(calls);
  });
});
