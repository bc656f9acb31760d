import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { createFolder } from "../support/repository.ts";
import { baseFile, expectNoCall, openAttack, readable, timeout } from "./support.ts";

const touch = (mark: string): string => `node -e "require('fs').writeFileSync('${mark}','')"`;

/**
 * A `command` provider runs a program for each answer.
 * Lines of defence: `refuseOfFork` (src/pipeline/plan/fork-limits.ts) refuses models of providers that the base does not
 * use; `connect` (src/pipeline/plan/connect-providers.ts) starts no program for a fork, whoever named it.
 *
 * @defence src/pipeline/plan/connect-providers.ts
 * - if (type.runsCode && options.fork) return { provider: null, problems: [codeOfFork(name, config.place)] };
 * + if (type.runsCode && name === "") return { provider: null, problems: [codeOfFork(name, config.place)] };
 * @defence src/pipeline/plan/fork-limits.ts
 * - ...(model === null || models.has(model)
 * + ...(model === null || models.size > 0
 */
describe.concurrent("a program as a model", { timeout }, () => {
  it("that the head names is not run", async () => {
    const mark = join(await createFolder(), "mark");
    const attack = await openAttack(({ url }) => ({
      [promptPath]: promptFile(2, { model: "mine/answers" }),
      "assay.yml": baseFile(url, { providers: { mine: { type: "command", command: touch(mark) } } }),
    }));
    const step = await attack.approved();
    expectNoCall(step, attack);
    expect(readable(step)).toContain("A fork cannot bring the model mine/answers");
    expect(existsSync(mark)).toBe(false);
  });

  it("that the base names is not run with the head's files", async () => {
    const mark = join(await createFolder(), "mark");
    const model = "app/answers";
    const config = { providers: { app: { type: "command", command: "node app.mjs" } } };
    const files = { [promptPath]: promptFile(12, { model }), "app.mjs": 'console.log("answer 1");\n' };
    const attack = await openAttack(
      {
        [promptPath]: promptFile(2, { model }),
        "app.mjs": `import { writeFileSync } from "node:fs";\nwriteFileSync("${mark}", "");\n`,
      },
      { config, files },
    );
    const step = await attack.approved();
    expectNoCall(step, attack);
    expect(readable(step)).toContain("code of a pull request from a fork or by Dependabot is never run");
    expect(existsSync(mark)).toBe(false);
  });
});
