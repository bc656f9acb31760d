import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goldenFile, goldenPath, promptFile, promptPath } from "../end-to-end/support.ts";
import { createFolder } from "../support/repository.ts";
import { baseFile, openAttack, timeout, worse } from "./support.ts";

const strict = "export default ({ output, case: { expected } }) => output === expected;\n";
const marking = (mark: string): string =>
  `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(mark)}, "");\nexport default () => true;\n`;
const scorer = { javascript: { name: "right", file: "scorers/right.mjs", kind: "binary" } };

/**
 * A scorer of one's own is code.
 * Line of defence: `loadBaseGoalposts` (src/pipeline/project/find-changes.ts) reads the scorers of a fork's run, with
 * their files, at the tip of the base; `scorersByCase` (src/pipeline/plan/plan-run.ts) gives no runner to a fork's.
 *
 * @defence src/pipeline/project/find-changes.ts
 * - if (fork) return loadProject(tree, options);
 * + if (fork) return head;
 */
describe.concurrent("code that scores", { timeout }, () => {
  it("is the base's, though the head has another under the same name", async () => {
    const mark = join(await createFolder(), "mark");
    const attack = await openAttack(
      { ...worse, "scorers/right.mjs": marking(mark) },
      { config: { scorers: [scorer] }, files: { "scorers/right.mjs": strict } },
    );
    expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(existsSync(mark)).toBe(false);
  });

  it("is not taken from the head's assay.yml, prompt file or cases", async () => {
    const mark = join(await createFolder(), "mark");
    const rows = goldenFile(13).trim().split("\n");
    const cases = rows.map((row) => JSON.stringify({ ...JSON.parse(row), scorers: [scorer] }));
    const attack = await openAttack(({ url }) => ({
      [promptPath]: promptFile(2, { scorers: [scorer] }),
      [goldenPath]: `${cases.join("\n")}\n`,
      "assay.yml": baseFile(url, { scorers: [scorer] }),
      "scorers/right.mjs": marking(mark),
    }));
    expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(existsSync(mark)).toBe(false);
  });
});
