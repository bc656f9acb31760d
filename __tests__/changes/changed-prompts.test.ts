import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { detectChanges } from "../../src/changes/pair-prompts.ts";
import { createSimilarityPairing } from "../../src/changes/similarity.ts";
import type { BrokenPrompt, JsonObject, Part, PromptAtRevision, Tree } from "../../src/model.ts";
import { createRepository, gitEnvironment, type TestRepository } from "../support/repository.ts";
import { readText, withRepository } from "./support.ts";

/** A prompt file; what is not told stays the same. */
const promptFile = ({ name = "", model = "openai/gpt-5-mini", text = "Summarise {{text}}.", cases = "1" } = {}) =>
  `${name === "" ? "" : `name: ${name}\n`}model: ${model}\nmessages:\n  - role: user\n    content: ${text}\ntestData: [${cases}]\n`;

const long = (changed = 0) =>
  Array.from({ length: 40 }, (_, index) => `sentence ${index < 40 - changed ? "" : "not "}${index}`).join(" \n      ");

const hash = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** As much of reading prompts as it takes to tell their changes: keys in any order, comments and white space gone. */
function readPrompt(path: string, text: string): PromptAtRevision {
  const { name, model, messages, testData } = parse(text) as JsonObject;
  const configuration = {
    messages: (messages as { role: "user"; content: string }[]).map(({ role, content }) => ({ role, content })),
    model: String(model),
    parameters: {},
    format: null,
    tools: null,
    included: {},
  };
  return {
    version: {
      path,
      name: typeof name === "string" ? name : path,
      named: typeof name === "string",
      description: null,
      configuration,
      variables: [],
      modelPlace: { path },
      testData: [],
      evaluators: [],
      inclusions: {},
      semanticVersion: null,
      golden: null,
      notRun: [],
      warnings: [],
      fingerprint: hash(configuration),
    },
    golden: { cases: [], paths: [] },
    scorers: [],
    goldenHash: hash(testData),
    scorersHash: "",
  };
}

async function readPrompts(tree: Tree): Promise<{ prompts: PromptAtRevision[]; broken: BrokenPrompt[] }> {
  const prompts: PromptAtRevision[] = [];
  const broken: BrokenPrompt[] = [];
  for (const { path, kind } of await tree.entries()) {
    if (kind !== "file" || !path.endsWith(".prompt.yml")) continue;
    try {
      prompts.push(readPrompt(path, (await readText(tree, path)) ?? ""));
    } catch (error) {
      broken.push({ path, problems: [{ message: String(error) }] });
    }
  }
  return { prompts, broken };
}

/** The changes from the default base to the working tree, or between two revisions. */
async function changesOf(repository: TestRepository, base?: string, head?: string): Promise<readonly string[]> {
  return withRepository(repository, async (opened) => {
    const before = await opened.tree(base ?? (await opened.defaultBase(null)).commit);
    const after = head === undefined ? await opened.workingTree() : await opened.tree(head);
    const [old, present] = [await readPrompts(before), await readPrompts(after)];
    const changes = await detectChanges({
      base: old.prompts,
      head: present.prompts,
      brokenAtBase: old.broken,
      changedParts: (one, other): readonly Part[] => [
        ...(hash(one.messages) === hash(other.messages) ? [] : (["text"] as const)),
        ...(one.model === other.model ? [] : (["model"] as const)),
      ],
      pairBySimilarity: createSimilarityPairing(before, after, gitEnvironment),
    });
    return changes.map(({ kind, path, previousPath, parts }) =>
      [`${kind} ${path}`, ...(previousPath === null ? [] : [`from ${previousPath}`]), ...parts].join(" "),
    );
  });
}

describe("from HEAD to the working tree", () => {
  it.each<readonly [what: string, after: string, change: string]>([
    ["nothing", promptFile(), "unchanged a.prompt.yml"],
    ["comments and white space", `# why\n${promptFile().replaceAll("\n", "\n\n")}`, "unchanged a.prompt.yml"],
    ["line ends", promptFile().replaceAll("\n", "\r\n"), "unchanged a.prompt.yml"],
    [
      "the order of keys",
      "testData: [1]\nmessages: [{content: 'Summarise {{text}}.', role: user}]\nmodel: openai/gpt-5-mini\n",
      "unchanged a.prompt.yml",
    ],
    ["the model only", promptFile({ model: "openai/gpt-5" }), "changed a.prompt.yml model"],
    ["the text only", promptFile({ text: "Shorten {{text}}." }), "changed a.prompt.yml text"],
    ["test data only", promptFile({ cases: "1, 2" }), "judging a.prompt.yml golden"],
  ])("%s changed", async (_, after, change) => {
    const repository = await createRepository({ "a.prompt.yml": promptFile() });
    await repository.write({ "a.prompt.yml": after });
    expect(await changesOf(repository)).toEqual([change]);
  });

  it("sees new, untracked and deleted files, and no ignored ones", async () => {
    const repository = await createRepository({ ".gitignore": "scratch/\n", "a.prompt.yml": promptFile() });
    await repository.remove("a.prompt.yml");
    await repository.write({
      "b.prompt.yml": promptFile({ text: `Something else altogether, ${long()}` }),
      "scratch/c.prompt.yml": promptFile(),
    });
    expect(await changesOf(repository)).toEqual(["new b.prompt.yml", "deleted a.prompt.yml"]);
  });

  it("compares the whole branch with where it left the default branch, edits included", async () => {
    const repository = await createRepository({ "a.prompt.yml": promptFile(), "b.prompt.yml": promptFile() });
    await repository.branch("feature");
    await repository.write({ "a.prompt.yml": promptFile({ text: "On the branch." }) });
    await repository.commit();
    await repository.git("switch", "--quiet", "main");
    await repository.write({ "a.prompt.yml": promptFile({ text: "Later on main." }), "c.prompt.yml": promptFile() });
    await repository.commit();
    await repository.git("switch", "--quiet", "feature");
    await repository.write({ "b.prompt.yml": promptFile({ model: "openai/gpt-5" }) });
    expect(await changesOf(repository)).toEqual(["changed a.prompt.yml text", "changed b.prompt.yml model"]);
  });
});

describe("between two commits", () => {
  it.each<readonly [what: string, before: string, after: string, change: string]>([
    ["the same content", promptFile(), promptFile(), "renamed new/b.prompt.yml from old/a.prompt.yml"],
    [
      "the same content with a comment",
      promptFile({ text: long() }),
      `# moved\n${promptFile({ text: long() })}`,
      "renamed new/b.prompt.yml from old/a.prompt.yml",
    ],
    [
      "edits",
      promptFile({ text: long() }),
      promptFile({ text: long(6) }),
      "changed new/b.prompt.yml from old/a.prompt.yml text",
    ],
    [
      "a rewrite, but the same written name",
      promptFile({ name: "Summary", text: long() }),
      promptFile({ name: "Summary", text: "Be brief." }),
      "changed new/b.prompt.yml from old/a.prompt.yml text",
    ],
    [
      "a repair",
      promptFile({ text: long() }).replace("testData: [", "testData: [[["),
      promptFile({ text: long() }),
      "repaired new/b.prompt.yml from old/a.prompt.yml",
    ],
  ])("a rename with %s is paired", async (_, before, after, change) => {
    const repository = await createRepository({ "old/a.prompt.yml": before });
    await repository.remove("old");
    await repository.write({ "new/b.prompt.yml": after });
    await repository.commit();
    expect(await changesOf(repository, "HEAD~1", "HEAD")).toEqual([change]);
  });

  it("a rename and rewrite without a written name is a new prompt and a deleted one", async () => {
    const repository = await createRepository({ "a.prompt.yml": promptFile({ text: long() }) });
    await repository.remove("a.prompt.yml");
    await repository.write({ "b.prompt.yml": promptFile({ text: "Be brief." }) });
    await repository.commit();
    expect(await changesOf(repository, "HEAD~1", "HEAD")).toEqual(["new b.prompt.yml", "deleted a.prompt.yml"]);
  });

  it("a whole folder of equal and similar prompts moves one to one", async () => {
    const texts = { one: long(), two: long(), three: long(4) };
    const files = (folder: string, edit: string) =>
      Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [
          `${folder}/${name}.prompt.yml`,
          promptFile({ text: text + edit }),
        ]),
      );
    const repository = await createRepository(files("old", ""));
    await repository.remove("old");
    await repository.write(files("moved", ""));
    await repository.commit();
    await repository.remove("moved");
    await repository.write(files("edited", " Be kind."));
    await repository.commit();
    expect(await changesOf(repository, "HEAD~2", "HEAD~1")).toEqual(
      ["one", "three", "two"].map((name) => `renamed moved/${name}.prompt.yml from old/${name}.prompt.yml`),
    );
    expect(await changesOf(repository, "HEAD~1", "HEAD")).toEqual(
      ["one", "three", "two"].map((name) => `changed edited/${name}.prompt.yml from moved/${name}.prompt.yml text`),
    );
  });

  it("a prompt that did not parse at the base is repaired", async () => {
    const repository = await createRepository({ "a.prompt.yml": "messages: [" });
    await repository.write({ "a.prompt.yml": promptFile() });
    expect(await changesOf(repository)).toEqual(["repaired a.prompt.yml"]);
  });

  it("never touches the working tree", async () => {
    const repository = await createRepository({ "a.prompt.yml": promptFile() });
    await repository.write({ "a.prompt.yml": promptFile({ text: "Committed." }) });
    await repository.commit();
    await repository.write({ "a.prompt.yml": "not committed", "untracked.prompt.yml": "untracked" });
    const status = () => repository.git("status", "--porcelain", "--untracked-files=all");
    const before = await status();
    expect(await changesOf(repository, "HEAD~1", "HEAD")).toEqual(["changed a.prompt.yml text"]);
    expect(await status()).toBe(before);
  });
});
