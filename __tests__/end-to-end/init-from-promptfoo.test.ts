import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { createProject, readJson, runCli, unwrap } from "./support.ts";

const rows = Array.from({ length: 60 }, (_, n) => `${n},answer ${n}`);
const theirs = {
  "promptfooconfig.yaml": `prompts:
  - file://prompts/numbers.txt
providers: [openai:chat:answers]
defaultTest:
  assert:
    - { type: not-icontains, value: sorry }
    - { type: perplexity, threshold: 2 }
tests: file://tests/numbers.csv
`,
  "prompts/numbers.txt": "Be right below 60.\nCase {{ n }}\n",
  "tests/numbers.csv": `n,__expected\n${rows.join("\n")}\n`,
  ".github/workflows/evals.yml": `name: Evals
on: pull_request
jobs:
  evals:
    runs-on: ubuntu-latest
    steps:
      - run: npx promptfoo eval
`,
};
const ours = { "assay.yml": null, "prompts/answers.prompt.yml": null, "golden/answers.jsonl": null };

describe("init --from promptfoo", () => {
  it("leaves the other gate as it is, and judges the same prompts without failing", async () => {
    const { directory, repository, server } = await createProject({ files: { ...ours, ...theirs } });
    const environment = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: "sk-test" };
    const first = await runCli(directory, ["init", "--from", "promptfoo"]);
    expect(first).toMatchObject({ exitCode: 0, errors: "" });
    expect(unwrap(first.output)).toContain(
      "Not taken over: promptfooconfig.yaml:7:7: the assertion perplexity is not run: it has no equal here",
    );
    expect(unwrap(first.output)).toContain("After two weeks, run prompt-assay watch --report");
    for (const [path, text] of Object.entries(theirs)) expect(await readFile(join(directory, path), "utf8")).toBe(text);
    const config = await readFile(join(directory, "assay.yml"), "utf8");
    expect(config).toContain("\nwatch: true  #");
    expect(existsSync(join(directory, ".github/workflows/prompt-assay.yml"))).toBe(true);
    expect(existsSync(join(directory, "golden"))).toBe(false);

    const again = await runCli(directory, ["init", "--from", "promptfoo"]);
    expect(again.output).toContain("Nothing to write: everything is there.");
    expect(await readFile(join(directory, "assay.yml"), "utf8")).toBe(config);

    const check = await runCli(directory, ["check"], environment);
    expect(check.exitCode).toBe(0);
    // The prompt is there once: as the other gate has it.
    expect(check.output).toContain("Prompts: 1\n");

    await repository.commit("watch");
    await repository.write({ "prompts/numbers.txt": "Be right below 30.\nCase {{ n }}\n" });
    const compared = await runCli(directory, ["compare", "--json", "report.json"], environment);
    expect(compared.exitCode).toBe(0);
    const report = await readJson<Report>(directory, "report.json");
    expect(report).toMatchObject({ verdict: "regression", passed: null, watch: true });
  });

  it("says where it looked if there is nothing to watch beside", async () => {
    const { directory } = await createProject({ files: ours });
    const finished = await runCli(directory, ["init", "--from", "promptfoo"]);
    expect(finished).toMatchObject({ exitCode: 2, output: "" });
    expect(finished.errors).toContain("no promptfoo configuration found");
  });
});
