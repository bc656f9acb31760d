import { expect, it } from "vitest";
import { goldenFile, promptFile, promptPath } from "../end-to-end/support.ts";
import { openAttack, readable, timeout } from "./support.ts";

/**
 * A prompt is deleted and written anew under another name, with a golden set of its own that asks for nothing.
 * Defence: a fork is judged by nothing of its own, and what is not judged is never green.
 *
 * @defence src/pipeline/plan/plan-run.ts
 * - if (input.fork) return null;
 * + if (false) return null;
 */
const golden = { "golden/fresh.jsonl": goldenFile(1) };

it("a prompt deleted and written anew in other words, with a golden set of its own, is not green", {
  timeout,
}, async () => {
  const attack = await openAttack({});
  await attack.repository.remove(promptPath);
  const file = "---\nmodel: local/answers\n---\nYou answer.\n\nBe right below 2. Here is Case {{n}}\n";
  await attack.push({ "prompts/fresh.prompt.md": file, ...golden });
  const step = await attack.approved();
  expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped", passed: "", calls: "0" } });
  expect(readable(step)).toContain("A fork cannot bring the golden set it is judged by");
  expect(attack.github.checks.every(({ conclusion }) => conclusion !== "success")).toBe(true);
});

it("one that is still alike is known for what it was", { timeout }, async () => {
  const attack = await openAttack({});
  await attack.repository.remove(promptPath);
  await attack.push({ "prompts/fresh.prompt.yml": promptFile(2).replace("Be right", "You are right"), ...golden });
  expect(await attack.approved()).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
});
