import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { InlineReport, Report } from "../../src/model.ts";
import { createProject, goldenFile, readJson, runCli, unwrap } from "./support.ts";

const without = { "prompts/answers.prompt.yml": null, "golden/answers.jsonl": null };
const menu = (limit: number, more = ""): string =>
  `---\nmodel: local/answers\n---\n{{role "system"}}Be right below ${limit}.${more}\n{{role "user"}}Case {{n}}\n`;

describe.concurrent("variants of dotprompt in files of their own", () => {
  const files = {
    ...without,
    "prompts/menu.prompt": menu(40),
    "prompts/menu.short.prompt": menu(40, " Be short."),
    "prompts/menu.bad.prompt": menu(5),
    "prompts/menu.other.prompt": menu(40, " {{season}}"),
    "golden/menu.jsonl": goldenFile(40),
  };
  const config = { prompts: ["prompts/[^_]*.prompt"] };

  it("are prompts with the golden set of the one that they are of", async () => {
    const { directory } = await createProject({ config, files: { ...files, "prompts/menu.other.prompt": null } });
    const { exitCode, output } = await runCli(directory, ["check"]);
    expect(exitCode).toBe(0);
    expect(output).toContain("menu.short (prompts/menu.short.prompt)\n  model    local/answers\n  cases    40\n");
  });

  it("--variants runs them against it, to choose: nothing fails, and one that cannot be filled is told", async () => {
    const { directory, server } = await createProject({ config, files });
    const { exitCode, errors, output } = await runCli(directory, ["compare", "--variants", "--json", "report.json"]);
    expect(errors).not.toContain("error");
    expect(exitCode).toBe(0);
    const { variants, verdict, warnings } = await readJson<Report>(directory, "report.json");
    expect(verdict).toBe("unchanged");
    expect(variants?.[0]?.versions.map(({ name, role, verdict: own }) => [name, role, own])).toEqual([
      ["baseline", "baseline", null],
      ["bad", "variant", "regression"],
      ["short", "variant", "no-regression"],
    ]);
    expect(server.calls).toBe(3 * 40);
    expect(warnings.join("\n")).toContain('"other" of menu is not run: the case "case-0" has no "season"');
    expect(unwrap(output)).toContain("Compared: 2 variants of menu with the baseline.");
  });

  it("where there are none, that is a mistake", async () => {
    const { directory } = await createProject();
    const { exitCode, errors } = await runCli(directory, ["compare", "--variants"]);
    expect(exitCode).toBe(2);
    expect(errors).toContain("--variants: no prompt has a variant");
  });
});

describe.concurrent("check --inline", () => {
  const source = readFileSync("fixtures/prompts/inline/answers.py", "utf8");

  it("lists strings at call sites, the level and the next step, escaped, without running anything", async () => {
    const hostile = 'client.messages.create({ system: "::error::\u001b[31mred \u202e hidden" });\n';
    const { directory } = await createProject({
      files: { ...without, "assay.yml": null, "src/app.py": source, "src/a.ts": hostile },
    });
    const { exitCode, output } = await runCli(directory, ["check", "--inline", "--json", "inline.json"]);
    expect(exitCode).toBe(0);
    expect(output).toContain("Prompts in the code: 10 in 2 sources. Prompts in files: 0.\n");
    expect(output).toContain("src/app.py:6:25  OpenAI chat.completions.create: You grade essays.");
    expect(output).toContain("Level 1 of 3: prompts are strings in the code.\n");
    expect(output).toContain("Next: Move 10 prompts out of the code, first src/a.ts:1:");
    for (const control of ["\u202e", "\u001b", "\n::"]) expect(output).not.toContain(control);
    const report = await readJson<InlineReport>(directory, "inline.json");
    expect(report).toMatchObject({ schemaVersion: 1, files: 0, sources: 2, maturity: { level: 1 } });
    expect(report.inline).toHaveLength(10);
  });

  it("rates files with golden sets, a version and a gate highest", async () => {
    const prompt = 'version: 1.0.0\nmodel: local/answers\nmessages: [{ role: user, content: "{{n}}" }]\n';
    const levelOf = async (files: Readonly<Record<string, string | null>>): Promise<string> => {
      const { directory } = await createProject({ files });
      const { output } = await runCli(directory, ["check", "--inline"]);
      return /^Level (\d)/m.exec(output)?.[1] ?? "";
    };
    const workflow = "jobs: { a: { steps: [{ uses: prompt-assay/prompt-assay@v1 }] } }\n";
    expect(await levelOf({ "prompts/answers.prompt.yml": prompt })).toBe("2");
    expect(await levelOf({ "prompts/answers.prompt.yml": prompt, ".github/workflows/a.yml": workflow })).toBe("3");
  });
});

describe.concurrent("samples of OpenAI Evals as the golden set", () => {
  it("are judged by the class of the registry that is named in their place", async () => {
    const rows = Array.from({ length: 40 }, (_, n) => JSON.stringify({ input: `Case ${n}`, ideal: [`answer ${n}`] }));
    const { directory } = await createProject({
      config: { golden: "evals/registry/evals/numbers.yaml", scorers: [] },
      files: {
        ...without,
        "prompts/answers.prompt.yml":
          'model: local/answers\nmessages:\n  - { role: system, content: Be right below 40. }\n  - { role: user, content: "{{input}}" }\n',
        "evals/registry/evals/numbers.yaml":
          "numbers.v0:\n  class: evals.elsuite.basic.includes:Includes\n  args: { samples_jsonl: numbers.jsonl }\n",
        "evals/registry/data/numbers.jsonl": `${rows.join("\n")}\n`,
      },
    });
    const checked = await runCli(directory, ["check"]);
    expect(checked.errors).not.toContain("error");
    expect(checked.output).toContain("  cases    40\n");
    expect(checked.output).toContain("  decides  includes\n");
    const { exitCode } = await runCli(directory, ["run", "--json", "report.json"]);
    expect(exitCode).toBe(0);
    const report = await readJson<Report>(directory, "report.json");
    expect(report.prompts[0]?.comparisons[0]).toMatchObject({ metric: "includes", candidate: 1 });
  });
});
