import { describe, expect, it } from "vitest";
import type { ChangesReport, Report } from "../../src/model.ts";
import { createProject, type Project, readJson, runCli } from "./support.ts";

/** What a team has that comes over: promptfoo's configuration, and nothing of ours. */
const configuration = `description: Numbers
prompts:
  - file://prompts/numbers.txt
  - id: file://prompts/chat.json
    label: chat
providers:
  - id: openai:chat:answers
    config: { temperature: 0 }
defaultTest:
  assert:
    - { type: not-icontains, value: sorry }
tests: file://tests/numbers.csv
`;
const rows = Array.from({ length: 60 }, (_, n) => `${n},answer ${n},case ${n}`);
const files = {
  "assay.yml": null,
  "prompts/answers.prompt.yml": null,
  "golden/answers.jsonl": null,
  "promptfooconfig.yaml": configuration,
  "prompts/numbers.txt": "Be right below 60.\n{% if n %}Case {{ n }}{% endif %}\n",
  "prompts/chat.json": JSON.stringify([
    { role: "system", content: "Be right below 60." },
    { role: "user", content: "Case {{n}}" },
  ]),
  "tests/numbers.csv": `n,__expected,__description\n${rows.join("\n")}\n`,
};

async function project(): Promise<Project & { readonly environment: Readonly<Record<string, string>> }> {
  const made = await createProject({ files });
  return { ...made, environment: { OPENAI_BASE_URL: made.server.url, OPENAI_API_KEY: "sk-test" } };
}

describe.concurrent("a repository with promptfoo's configuration and no assay.yml", () => {
  it("holds, as it is", async () => {
    const { directory, environment } = await project();
    const { exitCode, output, errors } = await runCli(directory, ["check"], environment);
    expect(errors).not.toContain("error");
    expect(exitCode).toBe(0);
    expect(output).toContain("Prompts: 2\n");
    expect(output).toContain("chat (promptfooconfig.yaml#chat)\n  model    openai/answers\n  cases    60\n");
    expect(output).toContain("  decides  pass");
  });

  it("tells which of its prompts changed, through which file, and compares both versions", async () => {
    const { directory, environment, repository } = await project();
    await repository.write({ "prompts/numbers.txt": files["prompts/numbers.txt"].replace("60", "30") });
    const changes = await runCli(directory, ["changes", "--json", "changes.json"], environment);
    expect(changes.exitCode).toBe(0);
    const { prompts } = await readJson<ChangesReport>(directory, "changes.json");
    expect(prompts.map(({ path, change, notes }) => [path, change.parts, notes])).toEqual([
      [
        "promptfooconfig.yaml#numbers",
        ["text", "included"],
        [
          "The included file prompts/numbers.txt changed; it is reached through promptfooconfig.yaml → prompts/numbers.txt.",
        ],
      ],
    ]);
    const compared = await runCli(directory, ["compare", "--json", "report.json"], environment);
    expect(compared.exitCode).toBe(1);
    const report = await readJson<Report>(directory, "report.json");
    expect(report.verdict).toBe("regression");
    const [comparison] = report.prompts[0]?.comparisons ?? [];
    expect(comparison).toMatchObject({ metric: "pass", gated: true, verdict: "regression" });
  });

  it("an edit of the configuration itself marks the prompt that it is about", async () => {
    const { directory, environment, repository } = await project();
    await repository.write({
      "promptfooconfig.yaml": configuration.replace("{ temperature: 0 }", "{ temperature: 1 }"),
      "tests/numbers.csv": files["tests/numbers.csv"].replace("answer 7,", "answer 8,"),
    });
    const { exitCode } = await runCli(directory, ["changes", "--json", "changes.json"], environment);
    expect(exitCode).toBe(0);
    const { prompts } = await readJson<ChangesReport>(directory, "changes.json");
    expect(prompts.map(({ name, change }) => [name, ...change.parts])).toEqual([
      ["chat", "parameters", "golden"],
      ["numbers", "parameters", "golden"],
    ]);
  });

  it("shows an old version, and restores none over its neighbours", async () => {
    const { directory, environment, repository } = await project();
    await repository.write({ "prompts/numbers.txt": "Be right below 50.\nCase {{ n }}\n" });
    await repository.commit("Ask for less");
    const log = await runCli(directory, ["log", "numbers"], environment);
    expect(log.exitCode).toBe(0);
    expect(log.output).toContain("Ask for less");
    const [, first] = (await repository.git("rev-list", "HEAD")).trim().split("\n");
    const shown = await runCli(directory, ["show", `numbers@${first?.slice(0, 8)}`], environment);
    expect(shown.output).toContain("Be right below 60.");
    const restored = await runCli(directory, ["restore", `numbers@${first?.slice(0, 8)}`], environment);
    expect(restored.exitCode).toBe(2);
    expect(restored.errors).toContain("holds other prompts, too");
  });
});
