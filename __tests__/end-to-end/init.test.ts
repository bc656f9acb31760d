import { readdirSync, readFileSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { startModelServer } from "../support/model-server.ts";
import { createRepository, type TestRepository } from "../support/repository.ts";
import { closeLater, messagesOf, projectRoot, runCli, unwrap } from "./support.ts";

/** Small repositories with prompts as people keep them. */
const shapes = join(projectRoot, "fixtures", "shapes");

/** What the scorers of each shape come to: path of the prompt → what assay.yml holds its answers to. */
const expected: Readonly<Record<string, unknown>> = {
  conversation: ["refusal"],
  dotprompt: [{ "json-schema": { schema: "schemas/recipe.json" } }],
  evaluators: undefined,
  "github-models": [{ equals: { ignoreCase: true } }],
  "json-schema": [{ "json-schema": { schema: "schemas/people.json" } }],
  "langchain-json": ["refusal"],
  "langchain-yaml": ["refusal"],
  monorepo: [{ equals: { ignoreCase: true } }],
  "multiple-choice": ["choice"],
  "no-model": [
    { regex: { name: "one-of-the-labels", pattern: "^\\W*(?:positive|neutral|negative)\\W*$", flags: "i" } },
  ],
  "plain-markdown": [{ "valid-json": { fence: true } }],
  "plain-text": ["refusal"],
  "prompty-v1": ["refusal"],
  "prompty-v2": ["refusal"],
  tools: ["refusal"],
};

async function openShape(name: string): Promise<TestRepository> {
  const repository = await createRepository({ ".gitattributes": "* -text\n" });
  await cp(join(shapes, name), repository.directory, { recursive: true });
  await repository.commit("the team's prompts");
  return repository;
}

describe("init", () => {
  it("knows what to expect of every shape there is", () => {
    expect(readdirSync(shapes).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(expected))("ends in a green check: %s", async (name) => {
    const { directory, git } = await openShape(name);
    const first = await runCli(directory, ["init"]);
    expect(first).toMatchObject({ exitCode: 0, errors: "" });
    expect(first.output).toMatch(/^Found \d prompts?:/);
    const text = await readFile(join(directory, "assay.yml"), "utf8");
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(12);
    expect(await runCli(directory, ["check"])).toMatchObject({ exitCode: 0 });
    const config = parse(text) as { readonly scorers?: unknown };
    expect(config.scorers).toEqual(expected[name]);

    const before = await git("status", "--porcelain", "--untracked-files=all");
    const again = await runCli(directory, ["init"]);
    expect(again).toMatchObject({ exitCode: 0, errors: "" });
    expect(again.output).toContain("Nothing to write: everything is there.");
    expect(await readFile(join(directory, "assay.yml"), "utf8")).toBe(text);
    expect(await git("status", "--porcelain", "--untracked-files=all")).toBe(before);
  });

  it("guesses the model of prompts that name none by what the repository depends on", async () => {
    const { directory } = await openShape("no-model");
    await runCli(directory, ["init"]);
    expect(await readFile(join(directory, "assay.yml"), "utf8")).toContain("model: anthropic/claude-haiku-4-5");
    const workflow = await readFile(join(directory, ".github/workflows/prompt-assay.yml"), "utf8");
    expect(workflow).toContain("ANTHROPIC_API_KEY: ${{ secrets.ANTHROPIC_API_KEY }}");
    expect(parse(workflow)).toMatchObject({
      permissions: { contents: "read", "pull-requests": "write", checks: "write" },
    });
  });

  it("names the address that everybody has of their own beside the key", async () => {
    const { directory } = await openShape("prompty-v1");
    const { output } = await runCli(directory, ["init"]);
    expect(unwrap(output)).toContain("Set AZURE_OPENAI_API_KEY, AZURE_OPENAI_ENDPOINT here, and as secrets");
    const workflow = await readFile(join(directory, ".github/workflows/prompt-assay.yml"), "utf8");
    expect(workflow).toContain("          AZURE_OPENAI_ENDPOINT: ");
  });

  it("leaves a starter case that a person has to confirm before it is run", async () => {
    const { directory, git } = await openShape("plain-text");
    await runCli(directory, ["init"]);
    const golden = join(directory, "golden/welcome.jsonl");
    expect(JSON.parse(readFileSync(golden, "utf8"))).toEqual({
      id: "first",
      vars: { name: "an example of name", language: "an example of language" },
      draft: true,
    });
    const check = await runCli(directory, ["check"]);
    expect(unwrap(check.errors)).toContain(
      'golden/welcome.jsonl: the golden set has no case yet: 1 case is a draft. Read each one, mend it, and delete "draft": true.',
    );
    await git("add", "--all");
    const run = await runCli(directory, ["run"], { OPENAI_API_KEY: "sk-test-key-0001" });
    expect(run).toMatchObject({ exitCode: 2, output: "" });
    expect(unwrap(run.errors)).toContain("1 case is a draft");
  });

  it("has a model write drafts within a budget, and runs none before a person has read it", async () => {
    const { directory } = await openShape("plain-text");
    const questions: string[] = [];
    const server = closeLater(
      await startModelServer((request) => {
        const question = messagesOf(request).at(-1)?.content ?? "";
        questions.push(question);
        if (question.includes('{"intent"')) return { text: '{"intent": "Welcomes.", "inputRules": ["a name"]}' };
        if (question.includes('{"rules"')) return { text: '{"rules": [{"rule": "names the person", "broken": "Hi"}]}' };
        const made = Array.from({ length: 10 }, (_, n) => ({
          vars: { name: `Person ${n % 4}`, language: n % 4 === 3 ? undefined : "German" },
          adversarial: n === 1,
        }));
        return { text: `\`\`\`json\n${JSON.stringify({ cases: made })}\n\`\`\`` };
      }),
    );
    const environment = { OPENAI_API_KEY: "sk-test-key-0001", OPENAI_BASE_URL: server.url };
    const finished = await runCli(directory, ["init", "--generate", "12"], environment);
    expect(finished).toMatchObject({ exitCode: 0, errors: "Writing cases for welcome: 4 calls…\n" });
    expect(questions).toHaveLength(4);
    expect(questions[0]).toContain("Welcome {{name}} to the forum");
    expect(finished.output).toContain("3 drafts of cases for welcome; 9 answers of the model could not be used.");
    const lines = readFileSync(join(directory, "golden/welcome.jsonl"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { vars: { name: "Person 0", language: "German" }, tags: ["generated"], draft: true },
      { vars: { name: "Person 1", language: "German" }, tags: ["generated", "adversarial"], draft: true },
      { vars: { name: "Person 2", language: "German" }, tags: ["generated"], draft: true },
    ]);
    expect(await runCli(directory, ["check"])).toMatchObject({ exitCode: 0 });
  });

  it("says when the model that is to write drafts cannot be asked", async () => {
    const { directory } = await openShape("plain-text");
    const keyless = await runCli(directory, ["init", "--generate", "5"]);
    expect(keyless).toMatchObject({ exitCode: 2, output: "" });
    expect(keyless.errors).toContain("OPENAI_API_KEY");
    const server = closeLater(await startModelServer(() => ({ status: 401, body: { error: { message: "no" } } })));
    const environment = { OPENAI_API_KEY: "sk-test-key-0001", OPENAI_BASE_URL: server.url };
    const refused = await runCli(directory, ["init", "--generate", "5"], environment);
    expect(refused.exitCode).toBe(3);
    expect(server.calls).toBe(1);
    expect(unwrap(refused.output)).toContain("0 drafts of cases for welcome; 5 answers");
  });

  it("finds prompts that are strings in the code, and says where they belong", async () => {
    const source = `client.chat.completions.create({ messages: [{ role: "system", content: "Sort the mail." }] });\n`;
    const files = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [`src/mail-${n}.ts`, source]));
    const { directory, write } = await createRepository(files);
    const alone = await runCli(directory, ["init"]);
    expect(alone.output).toMatch(/^No prompt file found\.\n\nFound in the code, where no change of them is judged:\n/);
    expect(alone.output).toContain(
      "  src/mail-4.ts:1:72 (OpenAI): Sort the mail.\n  and 2 more: prompt-assay check --inline\n",
    );
    expect(unwrap(alone.output)).toContain("Move one there, let the code read it, and run prompt-assay init again.");
    await write({ "prompts/hello.prompt.yml": "messages: [{ role: user, content: 'Greet {{name}}' }]\n" });
    const beside = await runCli(directory, ["init"]);
    expect(beside.output).toContain(
      "Also in the code, where no change of them is judged:\n  src/mail-0.ts:1:72 (OpenAI)",
    );
    for (const line of beside.output.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("says what a prompt is where there is none", async () => {
    const { directory } = await createRepository({ "README.md": "# Nothing\n" });
    const finished = await runCli(directory, ["init"]);
    expect(finished).toMatchObject({ exitCode: 0 });
    expect(finished.output).toContain("No prompt file found.");
    expect(readdirSync(directory).sort()).toEqual([".git", "README.md"]);
  });
});
