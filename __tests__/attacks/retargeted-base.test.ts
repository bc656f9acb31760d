import { expect, it } from "vitest";
import { baseFile, expectNoCall, openAttack, timeout } from "./support.ts";

/**
 * Once the plan is told, whoever opened the pull request gives it another base, which is laxer or has no gate.
 * Lines of defence: `readApproval` (src/github/approval.ts) gives up on a base that changed since;
 * `readServedTip` (src/pipeline/action/plan-privileged.ts) serves listed branches alone, whatever the event said.
 *
 * @defence src/github/approval.ts
 * - if (rebased) return refuse("the base branch was changed since");
 * + if (rebased && login === "") return refuse("the base branch was changed since");
 * @defence src/pipeline/action/plan-privileged.ts
 * - if (!(await listBranches(main)).includes(base.ref)) {
 * + if ((await listBranches(main)).includes("")) {
 */
it("an approval does not go with a pull request to another base", { timeout }, async () => {
  const attack = await openAttack(undefined, { config: { forks: { maxCost: 1, branches: ["next"] } } });
  const { repository, github, tip } = attack;
  await repository.git("branch", "lax", "main");
  await repository.git("switch", "--quiet", "-c", "next", "main");
  await repository.write({ "assay.yml": baseFile(attack.url, { gate: { margin: 1 } }) });
  await repository.commit();
  await attack.target("opened");
  github.pullStates.set(7, { base: { sha: await tip("next"), ref: "next" } });
  github.events.push({ event: "base_ref_changed", by: "stranger", at: "2026-11-01T12:00:30Z" });
  attack.label("lin");
  const step = await attack.target("labeled", { label: { name: "assay: run" } });
  expectNoCall(step, attack);
  expect(step.summary).toContain("the base branch was changed since");
  github.pullStates.set(7, { base: { sha: await tip("lax"), ref: "lax" } });
  expectNoCall(await attack.approved(), attack);
});
