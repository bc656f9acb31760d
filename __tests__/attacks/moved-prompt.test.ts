import { describe, expect, it } from "vitest";
import { goldenFile, promptFile, promptPath } from "../end-to-end/support.ts";
import { baseFile, openAttack, timeout } from "./support.ts";

const named = (rightBelow: number): string => promptFile(rightBelow, { name: "answers" });

/**
 * A prompt that is judged no more fails no more: it is moved to where nobody looks, or deleted and written anew.
 * Lines of defence: `findChanges` (src/pipeline/project/find-changes.ts) looks by the globs of both revisions;
 * `detectChanges` (src/changes/pair-prompts.ts) pairs what was moved with what it was.
 */
describe.concurrent("a prompt that would get away", { timeout }, () => {
  it("out of the head's globs is judged: the base's still name it", async () => {
    const attack = await openAttack({}, { config: { prompts: ["prompts/**/*.prompt.yml"] } });
    await attack.repository.git("mv", promptPath, "prompts/elsewhere.prompt.yml");
    await attack.push({
      "prompts/elsewhere.prompt.yml": named(2),
      "assay.yml": baseFile(attack.url, { prompts: ["nothing/*.prompt.yml"] }),
    });
    expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });

  it("within the globs is judged by the golden set of what it was", async () => {
    const attack = await openAttack({});
    await attack.repository.git("mv", promptPath, "prompts/new-place.prompt.yml");
    await attack.push({ "prompts/new-place.prompt.yml": named(2), "golden/new-place.jsonl": goldenFile(1) });
    expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });

  it("deleted and written anew under another name, with a golden set of its own, is not green", async () => {
    const attack = await openAttack({});
    await attack.repository.remove(promptPath);
    const file = promptFile(2).replace("Be right", "You are right");
    await attack.push({ "prompts/fresh.prompt.yml": file, "golden/fresh.jsonl": goldenFile(1) });
    const step = await attack.approved();
    expect(step.outputs["passed"]).not.toBe("true");
    expect(attack.github.checks.every(({ conclusion }) => conclusion !== "success")).toBe(true);
  });
});
