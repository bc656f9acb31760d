import { describe, expect, it } from "vitest";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, openAttack, timeout } from "./support.ts";

/**
 * The head's assay.yml sends the repository's model, and with it its key, to the attacker.
 * Line of defence: `findWritten` (src/pipeline/plan/connect-providers.ts) finds providers in the goalposts' assay.yml,
 * which `loadBaseGoalposts` (src/pipeline/project/find-changes.ts) reads at the base, never from a fork.
 *
 * @defence src/pipeline/project/find-changes.ts
 * - if (fork) return loadProject(tree, options);
 * + if (fork) return head;
 */
describe.concurrent("a base URL of the head", { timeout }, () => {
  it("is never asked: the key goes where the base says", async () => {
    const attack = await openAttack(({ evil }) => ({ [promptPath]: promptFile(2), "assay.yml": baseFile(evil) }));
    expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", calls: "24" } });
    expect(attack.calls()).toBe(24);
  });

  it("of a provider that the base does not know is not asked either", async () => {
    const attack = await openAttack(({ url, evil }) => ({
      [promptPath]: promptFile(2, { model: "mine/answers" }),
      "assay.yml": baseFile(url, { providers: { mine: { baseUrl: evil, keyEnv: "MODEL_KEY" } } }),
    }));
    expect(await attack.approved()).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped", calls: "0" } });
  });
});
