import { copyFile, cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { answerExample, modelledExamples } from "../support/example-models.ts";
import { startModelServer } from "../support/model-server.ts";
import { createRepository } from "../support/repository.ts";
import { closeLater, projectRoot, readJson, runCli } from "./support.ts";

const examples = join(projectRoot, "fixtures", "examples");

/** What the edit of each example breaks, and what it leaves as good as it was. */
const broken: Readonly<Record<string, readonly string[]>> = {
  classification: ["right-queue"],
  retrieval: ["grounded"],
  extraction: ["fields"],
  assistant: ["warm"],
};

/** The example as a repository of its own, its edit in the working tree. */
async function openExample(name: string): Promise<string> {
  const repository = await createRepository({ ".gitignore": "report*\nagain*\n" });
  await cp(join(examples, name), repository.directory, { recursive: true });
  await repository.commit("the example");
  await repository.git("apply", "edit.patch");
  return repository.directory;
}

const compared = ["compare", "--quiet", "--no-cache", "--concurrency", "1"];

describe("the examples under fixtures/", () => {
  it("all have an edit that breaks them", () => {
    expect(Object.keys(broken)).toEqual(modelledExamples);
  });

  it.each(modelledExamples)("the edit of %s is a regression, by its recordings alone", async (name) => {
    const directory = await openExample(name);
    const replayed = [...compared, "--replay", "recordings.jsonl", "--json", "report.json"];
    const { exitCode, errors } = await runCli(directory, replayed);
    expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: "" });
    const report = await readJson<Report>(directory, "report.json");
    const lost = report.prompts.flatMap(({ comparisons }) =>
      comparisons.filter(({ verdict, gated, slice }) => gated && slice === null && verdict === "regression"),
    );
    expect(lost.map(({ metric }) => metric)).toEqual(broken[name]);
    expect(await runCli(directory, ["check", "--quiet"])).toMatchObject({ exitCode: 0, errors: "" });
  });

  it.each(modelledExamples)("the recordings of %s are those of its prompt and cases as they are", async (name) => {
    const directory = await openExample(name);
    const server = closeLater(await startModelServer(answerExample(name, directory)));
    const environment = { OPENAI_API_KEY: "sk-test-key-0001", OPENAI_BASE_URL: server.url };
    await runCli(directory, [...compared, "--record", "again.jsonl"], environment);
    const committed = join(examples, name, "recordings.jsonl");
    if (process.env["UPDATE_FIXTURES"]) await copyFile(join(directory, "again.jsonl"), committed);
    const [recorded, again] = await Promise.all(
      [committed, join(directory, "again.jsonl")].map(async (file) =>
        (await readFile(file, "utf8")).trimEnd().split("\n"),
      ),
    );
    expect(again?.sort()).toEqual(recorded?.sort());
  });
});
