import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { answerAsTold, type Handler, promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, keyCanary, openAttack, timeout } from "./support.ts";

const real = { environment: { MODEL_KEY: keyCanary } };

async function editStore(directory: string, folder: string, edit: (text: string) => string): Promise<void> {
  const at = join(directory, ".assay", folder);
  for (const name of await readdir(at)) {
    const text = await readFile(join(at, name), "utf8");
    expect(edit(text)).not.toBe(text);
    await writeFile(join(at, name), edit(text));
  }
}

const open = (handler: Handler = answerAsTold) =>
  openPullRequest(
    { [promptPath]: promptFile(2) },
    { cases: 12, handler, files: (url) => ({ "assay.yml": baseFile(url) }) },
  );

/**
 * The store travels through caches and artifacts that others can write to.
 * Lines of defence: `createSeal` (src/run/store/seal.ts) signs every line with the provider's key; what a run of a fork
 * has no approval for opens no store at all (`limitFork`, src/pipeline/plan/hold-fork.ts); a committed store is left alone
 * (`holdsStore`, src/pipeline/compare.ts).
 */
describe.concurrent("a forged store", { timeout }, () => {
  it("of answers that another key signed is not believed", async () => {
    let forging = true;
    const pull = await open((request) => {
      const answer = answerAsTold(request);
      return forging ? { text: String(answer.text).replace("wrong", "answer") } : answer;
    });
    const forged = await pull.run({ environment: { MODEL_KEY: "the-attackers-own-key" } });
    expect(forged.outputs["verdict"]).not.toBe("regression");
    forging = false;
    const step = await pull.run(real);
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", calls: "24" } });
    expect(step.summary).toContain("stored lines were left out");
  });

  it("with a verdict that was edited is not believed", async () => {
    const pull = await open();
    expect(await pull.run(real)).toMatchObject({ exitCode: 1 });
    await editStore(pull.repository.directory, "verdicts", (text) =>
      text.replaceAll('"regression"', '"improvement"').replaceAll('"passed":false', '"passed":true'),
    );
    expect(await pull.run(real)).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", passed: "false" } });
  });

  it("with answers that were edited is not believed", async () => {
    const pull = await open();
    await pull.run(real);
    await editStore(pull.repository.directory, "samples", (text) => text.replaceAll('"wrong ', '"answer '));
    await editStore(pull.repository.directory, "verdicts", () => "");
    expect(await pull.run(real)).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });

  it("that the head commits is left alone, and nothing is left behind for a fork without approval", async () => {
    const attack = await openAttack();
    const { directory } = attack.repository;
    await attack.unprivileged();
    await expect(readdir(join(directory, ".assay"))).rejects.toThrow("ENOENT");
    await attack.push({ ".assay/samples/0.jsonl": '{"mac":"x"}\n' });
    const step = await attack.approved();
    expect(step).toMatchObject({ exitCode: 1, outputs: { calls: "24" } });
    expect(step.summary).toContain("is committed, so it is not used as the store");
  });
});
