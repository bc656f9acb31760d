import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { createProject, promptFile, promptPath, readJson, runCli, unwrap } from "./support.ts";

const config = { watch: true, gate: { margin: 0.1 } };

describe.concurrent("watch: true", () => {
  it("judges an edit as ever, and fails nothing", async () => {
    const { directory, repository } = await createProject({ config });
    await repository.write({ [promptPath]: promptFile(20) });
    const finished = await runCli(directory, ["compare", "--json", "report.json"]);
    expect(finished.exitCode).toBe(0);
    expect(unwrap(finished.output)).toMatch(/^Regression: answers got worse: .* Only watching: nothing fails\./);
    const report = await readJson<Report>(directory, "report.json");
    expect(report).toMatchObject({ verdict: "regression", passed: null, exitCode: 0, watch: true });
    // The verdict is kept without it: the same edit fails as soon as nobody only watches.
    const again = await runCli(directory, ["compare"]);
    expect(again.exitCode).toBe(0);
    expect(again.output).toContain("This verdict was given on");
  });

  it("holds for a run that cannot be judged, and for a merge of shards", async () => {
    const down = await createProject({ config, cases: 3, handler: () => ({ status: 401, body: {} }) });
    await down.repository.write({ [promptPath]: promptFile(2) });
    expect(await runCli(down.directory, ["compare"])).toMatchObject({ exitCode: 0 });
    const { directory, repository } = await createProject({ config });
    await repository.write({ [promptPath]: promptFile(20) });
    for (const shard of ["1/2", "2/2"]) {
      const args = ["compare", "--shard", shard, "--json", `${shard[0]}.json`];
      expect(await runCli(directory, args)).toMatchObject({ exitCode: 0 });
    }
    const merged = await runCli(directory, ["merge", "1.json", "2.json"]);
    expect(merged).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^Regression: /) });
  });

  it("leaves a mistake to mend what it is", async () => {
    const { directory, repository } = await createProject({ config });
    await repository.write({ [promptPath]: "messages: 3\n" });
    expect(await runCli(directory, ["compare"])).toMatchObject({ exitCode: 2 });
  });

  it("holds for a run against thresholds", async () => {
    const gate = { metrics: { equals: { atLeast: 0.9 } } };
    const { directory } = await createProject({
      config: { watch: true, gate },
      files: { [promptPath]: promptFile(20) },
    });
    const finished = await runCli(directory, ["run"]);
    expect(finished).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^Below threshold: /) });
  });
});
