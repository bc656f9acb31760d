import { describe, expect, it } from "vitest";
import type { ChangesReport, Report } from "../../src/model.ts";
import { createProject, goldenFile, messagesOf, readJson, runCli } from "./support.ts";

/** The same prompt in every format: right on the cases below 40, which `{{n}}` numbers. */
const files = {
  "prompts/whole.prompt.yml": `model: local/answers
partials: { rules: _rules.md }
messages:
  - { role: system, content: "{{> rules}}" }
  - { role: user, content: "Case {{n}}" }
golden: ../golden/answers.jsonl
`,
  "prompts/_rules.md": "Be right below 40.\n",
  "prompts/shop.prompty": `---
model: { configuration: { type: openai, name: local/answers } }
golden: ../golden/answers.jsonl
---
system:
{% if n is defined %}Be right below 40.{% endif %}
user:
Case {{ n }}
`,
  "prompts/menu.prompt": `---
model: local/answers
golden: ../golden/answers.jsonl
---
{{role "system"}}{{> limits}}
{{role "user"}}Case {{n}}
`,
  "prompts/_limits.prompt": "Be right below 40.\n",
  "prompts/chain.json": JSON.stringify({ _type: "prompt", template: "Be right below 40.\nCase {n}" }),
  "golden/chain.jsonl": goldenFile(40),
} as const;

const config = {
  model: "local/answers",
  prompts: ["prompts/*.prompt.yml", "prompts/*.prompty", "prompts/[^_]*.prompt", "prompts/*.json"],
};

const edited = Object.fromEntries(
  Object.entries(files)
    .filter(([path]) => path.startsWith("prompts/"))
    .map(([path, text]) => [path, text.replace("below 40", "below 10")]),
);

describe.concurrent("one prompt in every format", () => {
  it("is found changed, through the file that it includes where that changed", async () => {
    const { directory, repository } = await createProject({ config, files });
    await repository.write(edited);
    const finished = await runCli(directory, ["changes", "--json", "changes.json"]);
    expect(finished).toMatchObject({ exitCode: 0 });
    const { prompts } = await readJson<ChangesReport>(directory, "changes.json");
    expect(prompts.map(({ path, change, notes }) => [path, ...change.parts, ...notes].join(" | "))).toEqual([
      "prompts/chain.json | text",
      "prompts/menu.prompt | included | The included file prompts/_limits.prompt changed; it is reached through prompts/menu.prompt → prompts/_limits.prompt.",
      "prompts/shop.prompty | text",
      "prompts/whole.prompt.yml | included | The included file prompts/_rules.md changed; it is reached through prompts/whole.prompt.yml → prompts/_rules.md.",
    ]);
  });

  it("is compared over its golden set: the same regression in each", async () => {
    const asked = new Set<string>();
    const { directory, repository } = await createProject({
      config,
      files,
      handler: (request) => {
        const texts = messagesOf(request).map(({ content }) => content);
        asked.add(
          messagesOf(request)
            .map(({ role }) => role)
            .join(" "),
        );
        const limit = Number(/below (\d+)/.exec(texts.join("\n"))?.[1]);
        const number = Number(/\d+$/.exec(texts.at(-1) ?? "")?.[0]);
        return { text: number < limit ? `answer ${number}` : `wrong ${number}` };
      },
    });
    await repository.write(edited);
    const finished = await runCli(directory, ["compare", "--json", "report.json", "--no-cache"]);
    expect(finished).toMatchObject({ exitCode: 1 });
    const { prompts } = await readJson<Report>(directory, "report.json");
    expect(
      prompts.map(({ name, verdict, comparisons }) => [
        name,
        verdict,
        Math.round(100 * (comparisons[0]?.difference ?? 0)),
      ]),
    ).toEqual([
      ["chain", "regression", -75],
      ["menu", "regression", -75],
      ["shop", "regression", -75],
      ["whole", "regression", -75],
    ]);
    expect([...asked].sort()).toEqual(["system user", "user"]);
  });

  it("a partial that is gone is told at the line that names it, before any call", async () => {
    const { directory, repository, server } = await createProject({ config, files });
    await repository.remove("prompts/_limits.prompt");
    const finished = await runCli(directory, ["check"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain("prompts/menu.prompt:5:18: the partial limits is not in the repository");
    expect(server.calls).toBe(0);
  });
});
