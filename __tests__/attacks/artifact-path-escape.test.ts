import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { timeout } from "./support.ts";

/**
 * A shard's report names samples outside of the folder that its artifact was put into, to have them read and told.
 * Defence: samples are read beside their report, whatever it says.
 *
 * @defence src/pipeline/shards/read-shards.ts
 * - const beside = join(dirname(path), basename(samples.path));
 * + const beside = join(dirname(path), samples.path);
 */
it("a report that names samples outside of its folder has none there", { timeout }, async () => {
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
