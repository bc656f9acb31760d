import { expect, it } from "vitest";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, openAttack, timeout, worse } from "./support.ts";

/**
 * The head left the base before there was a gate: where it began, nothing judges.
 * Line of defence: goalposts are read at the tip of the base branch (`goalpostsRevision` in src/pipeline/action/plan-task.ts), not at the
 * merge base.
 *
 * @defence src/pipeline/project/revisions.ts
 * - : lay(await repository.tree(options.goalpostsRevision));
 * + : baseline;
 */
it("a branch from before the gate is judged by the gate that there is now", { timeout }, async () => {
  const attack = await openAttack(worse, { files: { "assay.yml": null } });
  const { repository } = attack;
  await repository.git("switch", "--quiet", "main");
  await repository.write({ "assay.yml": baseFile(attack.url) });
  await repository.commit();
  await repository.git("switch", "--quiet", "edit");
  const step = await attack.approved();
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", passed: "false" } });
});

/** The same by somebody who may write, in an ordinary run. */
it("so is one of the repository's own", { timeout }, async () => {
  const pull = await openPullRequest({ [promptPath]: promptFile(20) }, { files: { "assay.yml": null } });
  await pull.repository.git("switch", "--quiet", "main");
  await pull.repository.write({ "assay.yml": baseFile(pull.url) });
  await pull.repository.commit();
  await pull.repository.git("switch", "--quiet", "edit");
  const step = await pull.run({ environment: { MODEL_KEY: "k" } });
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
});
