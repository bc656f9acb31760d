import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { openAttack, timeout } from "./support.ts";

/**
 * What an unprivileged run leaves behind (reports, samples, recordings, stores) is the fork's to write.
 * Lines of defence: `refuseInputs` (src/pipeline/action/plan-privileged.ts) takes no file in a run with keys in reach;
 * `readShard` (src/pipeline/shards/read-shards.ts) reads samples beside their report only, and held against its SHA-256.
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

  it("names samples outside of its folder in vain", async () => {
    const pull = await openPullRequest({ [promptPath]: promptFile(2) }, { cases: 12 });
    const folder = join(pull.repository.directory, "shards");
    await mkdir(folder, { recursive: true });
    for (const index of [1, 2]) await pull.run({ inputs: { shard: `${index}/2`, json: `shards/${index}.json` } });
    const merging = { command: "merge", files: "shards" };
    expect(await pull.run({ inputs: merging })).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    const first = join(folder, "1.json");
    const report = JSON.parse(await readFile(first, "utf8")) as Report;
    const secret = "outside.samples.jsonl";
    await writeFile(join(pull.repository.directory, secret), "canary\n");
    await writeFile(first, JSON.stringify({ ...report, samples: { ...report.samples, path: `../${secret}` } }));
    const step = await pull.run({ inputs: merging });
    expect(step).toMatchObject({ exitCode: 2, outputs: { verdict: "error" } });
    expect(step.output).toContain(`shards/${secret}`);
    expect(step.output).not.toContain("canary");
  });
});

const labelled = { label: { name: "assay: run" } };
