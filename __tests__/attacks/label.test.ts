import { describe, expect, it } from "vitest";
import { expectNoCall, openAttack, timeout } from "./support.ts";

const runLabel = { label: { name: "assay: run" } };

/**
 * The label is set by who may label but not write, by a program, before anything was told, or another one is set.
 * Line of defence: `readApproval` (src/github/approval.ts) reads from the timeline who set it and when, and asks the API
 * for the permission that they have now.
 *
 * @defence src/github/approval.ts
 * - return may ? { status: "approved", by: login } : refuse(`${login} has no write permission`);
 * + return may || login ? { status: "approved", by: login } : refuse(`${login} has no write permission`);
 * @defence src/github/approval.ts
 * - if (type !== "User") return refuse("a program cannot approve");
 * + if (type === "") return refuse("a program cannot approve");
 * @defence src/github/approval.ts
 * - if (Date.parse(last.created_at) <= Date.parse(post.writtenAt)) return refuse("it was set before this was told");
 * + if (Date.parse(last.created_at) <= 0) return refuse("it was set before this was told");
 * @defence src/github/approval.ts
 * - if (last?.event !== "labeled" || !last.actor) return { status: "open", labelled: false, why: null };
 * + if (!last?.actor) return { status: "open", labelled: false, why: null };
 */
describe.concurrent("a label that approves nothing", { timeout }, () => {
  it.each<[string, string, Readonly<Record<string, unknown>>, string]>([
    ["triage", "rae", {}, "rae has no write permission"],
    ["the stranger", "stranger", {}, "stranger has no write permission"],
    ["a program", "lin[bot]", { type: "Bot" }, "a program cannot approve"],
    ["somebody before the plan", "lin", { at: "2026-11-01T11:00:00Z" }, "it was set before this was told"],
    ["somebody in the same second", "lin", { at: "2026-11-01T12:00:00Z" }, "it was set before this was told"],
  ])("set by %s", async (_who, by, changes, words) => {
    const attack = await openAttack();
    attack.github.permissions.set("rae", "read").set("lin[bot]", "write");
    await attack.target("opened");
    attack.label(by, changes);
    const step = await attack.target("labeled", runLabel);
    expectNoCall(step, attack);
    expect(step.summary.replaceAll("`", "")).toContain(words);
    expect(attack.github.events.at(-1)?.event).toBe("unlabeled");
  });

  it("is one that was set before anything was told, another one, or one that is not there any more", async () => {
    const attack = await openAttack();
    attack.label("lin");
    expectNoCall(await attack.target("labeled", runLabel), attack);
    attack.label("lin", { label: "assay: running" });
    const other = await attack.target("labeled", { label: { name: "assay: running" } });
    expect(other.summary).toContain("is not one that starts a run");
    attack.label("lin");
    attack.label("lin", { event: "unlabeled" });
    expectNoCall(await attack.target("unlabeled", runLabel), attack);
  });

  it("has no force after the run that it started", async () => {
    const attack = await openAttack();
    await attack.target("opened");
    attack.label("lin");
    attack.github.now = "2026-11-01T12:30:00Z";
    expect((await attack.target("labeled", runLabel)).exitCode).toBe(1);
    const calls = attack.calls();
    await attack.target("labeled", runLabel);
    expect(attack.calls()).toBe(calls);
  });
});
