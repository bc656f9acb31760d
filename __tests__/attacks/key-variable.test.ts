import { expect, it } from "vitest";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, keyCanary, openAttack, timeout } from "./support.ts";

/**
 * The head's assay.yml has another secret of the job sent as the key of a model that answers where the attacker reads.
 * Line of defence: `findWritten` (src/pipeline/plan/connect-providers.ts) takes the names of keys from the base.
 *
 * @defence src/pipeline/project/find-changes.ts
 * - if (fork) return loadProject(tree, options);
 * + if (fork) return head;
 */
it("the name of a key is the base's: no other variable is sent", { timeout }, async () => {
  const attack = await openAttack(({ url }) => ({
    [promptPath]: promptFile(2),
    "assay.yml": baseFile(url, { providers: { local: { baseUrl: url, keyEnv: "OTHER_SECRET" } } }),
  }));
  expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  expect(attack.keys).toEqual(new Set([`Bearer ${keyCanary}`]));
});
