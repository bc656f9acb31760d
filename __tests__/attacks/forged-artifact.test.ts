import { describe, expect, it } from "vitest";
import { openAttack, timeout } from "./support.ts";

/**
 * What an unprivileged run leaves behind (reports, samples, recordings, stores) is the fork's to write.
 * Lines of defence: `refuseInputs` (src/pipeline/action/plan-privileged.ts) takes no file in a run with keys in reach;
 * `readShard` (src/pipeline/shards/read-shards.ts) reads samples beside their report only, and held against its SHA-256.
 *
 * @defence src/pipeline/action/plan-privileged.ts
 * - if (problems.length > 0) throw new UserError(problems);
 * + if (problems.length > 99) throw new UserError(problems);
 */
describe.concurrent("an artifact that somebody forged", { timeout }, () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ["reports to merge", { command: "merge", files: "artifact" }],
    ["recordings", { replay: "artifact/recordings.jsonl" }],
    ["a store", { store: "artifact" }],
    ["commits", { base: "main", head: "edit" }],
  ])("is not taken where keys are in reach: %s", async (_what, inputs) => {
    const attack = await openAttack();
    await attack.target("opened");
    attack.label("lin");
    for (const step of [await attack.ended({}, inputs), await attack.target("labeled", labelled, inputs)]) {
      expect(step).toMatchObject({ exitCode: 2, outputs: { verdict: "error" } });
      expect(step.output).toContain("is not taken where anybody's pull request is judged with a key");
    }
    expect(attack.calls()).toBe(0);
    expect(attack.github.checks).toEqual([]);
  });
});

const labelled = { label: { name: "assay: run" } };
