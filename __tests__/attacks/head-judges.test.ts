import { expect, it } from "vitest";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { assayFile, goldenPath, promptFile, promptPath } from "../end-to-end/support.ts";
import { openAttack, timeout } from "./support.ts";

const easy = {
  scorers: [{ length: { name: "equals", max: 9_000 } }],
  evaluators: [{ name: "equals", string: { contains: "w" } }],
  testData: [{ n: 1, expected: "answer 1" }],
};
const emptied = `${JSON.stringify({ id: "case-0", vars: { n: 0 }, expected: "answer 0" })}\n`;

/**
 * Keys of a prompt file that judge (scorers, evaluators, testData, golden), and the golden set, are changed with it.
 * Line of defence: `chooseGoalposts` (src/pipeline/plan/plan-run.ts) takes all that judges from the base's own entry.
 *
 * @defence src/pipeline/plan/plan-run.ts
 * - if (!input.fromBase) return { project: input.head, prompt: candidate, advisory: false, notes: [] };
 * + if (input.head) return { project: input.head, prompt: candidate, advisory: false, notes: [] };
 * @defence src/pipeline/project/trust.ts
 * - if (options.fork || options.restricted !== true) return false;
 * + if (options.restricted !== true) return false;
 */
it("scorers, test data and a golden set of a fork's head judge nothing", { timeout }, async () => {
  const attack = await openAttack({ [promptPath]: promptFile(2, easy), [goldenPath]: emptied });
  const step = await attack.approved();
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
});

it("nor do those of the repository's own head, unless the base trusts it", { timeout }, async () => {
  const edit = { [promptPath]: promptFile(2, easy), [goldenPath]: emptied };
  const pull = await openPullRequest(edit, { cases: 12 });
  expect(await pull.run()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  const headTrusts = { "assay.yml": assayFile(pull.url, { trust: "head" }) };
  await pull.push(headTrusts);
  expect(await pull.run()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  await pull.repository.git("switch", "--quiet", "main");
  await pull.repository.write(headTrusts);
  await pull.repository.commit();
  await pull.repository.git("switch", "--quiet", "edit");
  const trusted = await pull.run();
  expect(trusted.outputs["verdict"]).not.toBe("regression");
  // Never a fork's, though the base trusts its authors.
  expect(await pull.run({ source: "stranger/prompts" })).toMatchObject({ outputs: { verdict: "regression" } });
});
