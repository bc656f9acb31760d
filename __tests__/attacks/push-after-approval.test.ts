import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { createFolder, type TestRepository } from "../support/repository.ts";
import { expectNoCall, openAttack, readable, timeout } from "./support.ts";

const runLabel = { label: { name: "assay: run" } };
const next = { [promptPath]: promptFile(3) };

/**
 * A harmless commit is approved; before the run begins another one takes its place.
 * Lines of defence: `planPrivileged` (src/pipeline/action/plan-privileged.ts) asks for the head and compares it with the
 * event's; `readApproval` (src/github/approval.ts) holds a label against the commit and the time of what was told;
 * `planCommand` and `doubtShortCommit` (src/pipeline/action/plan-command.ts) hold the command's digits against the head.
 *
 * @defence src/pipeline/action/plan-privileged.ts
 * - if (pull.head.sha !== expected) {
 * + if (expected === "") {
 * @defence src/github/approval.ts
 * - if (post === null || post.commit !== head.sha) return refuse("it was set before the plan of this head was told");
 * + if (post === null) return refuse("it was set before the plan of this head was told");
 * @defence src/pipeline/action/plan-command.ts
 * - if (command.kind === "run" && !pull.head.sha.toLowerCase().startsWith(command.sha)) {
 * + if (command.kind === "run" && command.sha === "") {
 * @defence src/pipeline/action/plan-command.ts
 * - return told ? null : idle("Write all digits of the commit: other commits can be made to begin like it.", true);
 * + return told || post ? null : idle("Write all digits of the commit: other commits can be made to begin like it.", true);
 */
describe.concurrent("a push between approval and run", { timeout }, () => {
  it("leaves the run of the approved commit nothing to do", async () => {
    const attack = await openAttack();
    const { github, tip, push } = attack;
    await attack.target("opened");
    attack.label("lin");
    // The event tells of the commit that was labelled; GitHub has a newer one.
    const approved = await tip("edit");
    github.before("pulls/get", async () => {
      await push(next);
      github.pullStates.set(7, {
        ...github.pullStates.get(7),
        head: { sha: await tip("edit"), ref: "edit", repo: "a/b" },
      });
    });
    const step = await attack.target("labeled", runLabel);
    expectNoCall(step, attack);
    expect(readable(step)).toContain(`nothing was run for ${approved.slice(0, 7)}`);
  });

  it("takes the label's force, and the label", async () => {
    const attack = await openAttack();
    await attack.target("opened");
    attack.label("lin");
    await attack.push(next);
    attack.github.now = "2026-11-01T12:05:00Z";
    const step = await attack.target("synchronize");
    expectNoCall(step, attack);
    expect(attack.github.events.at(-1)).toMatchObject({ event: "unlabeled", label: "assay: run" });
    expect(step.summary).toContain("it was set before the plan of this head was told");
    // Also where the label could not be taken off.
    attack.github.events.pop();
    expectNoCall(await attack.target("labeled", runLabel), attack);
  });

  it("makes a command for the commit before it command nothing", async () => {
    const attack = await openAttack();
    const before = await attack.tip("edit");
    await attack.push(next);
    const step = await attack.command(`/assay run ${before}`);
    expectNoCall(step, attack);
    expect(step.summary).toContain("nothing was run");
  });

  it("by a commit with the same first digits is not taken for the approved one", async () => {
    const attack = await openAttack();
    const { repository, tip } = attack;
    const [one, other] = await findTwins(await tip("edit"), repository);
    await repository.git("reset", "--quiet", "--hard", one);
    await attack.target("opened");
    await repository.git("reset", "--quiet", "--hard", other);
    const step = await attack.command(`/assay run ${one.slice(0, 7)}`, { at: "2026-11-01T12:05:00Z" });
    expectNoCall(step, attack);
    expect(step.summary).toContain("Write all digits of the commit");
  });
});

/** Two commits whose ids begin alike: found in a moment. */
async function findTwins(parent: string, repository: TestRepository): Promise<readonly [string, string]> {
  const tree = (await repository.git("rev-parse", `${parent}^{tree}`)).trim();
  const bodyOf = (nonce: number): string =>
    `tree ${tree}\nparent ${parent}\nauthor T <t@x> 1 +0000\ncommitter T <t@x> 1 +0000\n\n${nonce}\n`;
  const seen = new Map<string, number>();
  for (let nonce = 0; ; nonce++) {
    const body = bodyOf(nonce);
    const id = createHash("sha1").update(`commit ${body.length}\0${body}`).digest("hex");
    const twin = seen.get(id.slice(0, 7));
    seen.set(id.slice(0, 7), nonce);
    if (twin === undefined) continue;
    return [await writeCommit(repository, bodyOf(twin)), await writeCommit(repository, body)];
  }
}

async function writeCommit(repository: TestRepository, body: string): Promise<string> {
  const file = join(await createFolder(), "commit");
  await writeFile(file, body);
  return (await repository.git("hash-object", "-t", "commit", "-w", file)).trim();
}
