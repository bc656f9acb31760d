import { expect, it } from "vitest";
import { baseFile, expectNoCall, openAttack, timeout } from "./support.ts";

/**
 * An old branch of the repository once had `trust: head`, or no gate at all; the stranger opens the pull request for it.
 * Line of defence: `readServedTip` in src/pipeline/action/plan-privileged.ts.
 *
 * @defence src/pipeline/action/plan-privileged.ts
 * - if (!(await listBranches(main)).includes(base.ref)) {
 * + if ((await listBranches(main)).includes("")) {
 * @defence src/pipeline/project/trust.ts
 * - if (options.fork || options.restricted !== true) return false;
 * + if (options.restricted !== true) return false;
 */
it.each(["trust", "no assay.yml"])(
  "a pull request for a stale branch (%s) ends without a call",
  { timeout },
  async (what) => {
    const attack = await openAttack();
    const { repository, github, tip } = attack;
    await repository.git("switch", "--quiet", "-c", "old", "main");
    if (what === "trust") await repository.write({ "assay.yml": baseFile(attack.url, { trust: "head" }) });
    else await repository.remove("assay.yml");
    await repository.commit();
    github.pullStates.set(7, { base: { sha: await tip("old"), ref: "old" } });
    for (const step of [await attack.approved(), await attack.target("opened"), await attack.ended()]) {
      expectNoCall(step, attack);
      expect(step.summary).toContain("does not list it under");
    }
    expect(github.checks).toEqual([]);
    expect(github.comments(7)).toEqual([]);
  },
);

it("a branch that the default branch lists is served, by its own goalposts, and its trust is not for forks", {
  timeout,
}, async () => {
  const attack = await openAttack(undefined, { config: { forks: { maxCost: 1, branches: ["old"] } } });
  const { repository, github, tip } = attack;
  await repository.git("switch", "--quiet", "-c", "old", "main");
  await repository.write({ "assay.yml": baseFile(attack.url, { trust: "head" }) });
  await repository.commit();
  await repository.git("switch", "--quiet", "edit");
  await attack.push({
    "assay.yml": baseFile(attack.url, { gate: { margin: 1 }, scorers: [{ length: { max: 900 } }] }),
  });
  github.pullStates.set(7, { base: { sha: await tip("old"), ref: "old" } });
  expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
});
