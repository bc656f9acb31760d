import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/pipeline/compare.ts";
import type { RunOptions } from "../../src/pipeline/options.ts";
import { answerAsTold, assayFile, createProject, type Project, promptFile, promptPath } from "../end-to-end/support.ts";
import { chatCompletion } from "../support/model-server.ts";
import { createFolder, gitEnvironment } from "../support/repository.ts";

const strict = "export default ({ output, case: { expected } }) => output === expected;\n";
const scorer = { javascript: { name: "right", file: "scorers/right.mjs", kind: "binary" } };
const program = {
  command: { name: "right", run: "node scorers/right.mjs", files: ["scorers/right.mjs"], kind: "binary" },
};
const strictProgram = `let text = "";
for await (const chunk of process.stdin) text += chunk;
const { output, case: { expected } } = JSON.parse(text);
console.log(output === expected);
`;

const sure = (rightBelow: number) => promptFile(rightBelow, { modelParameters: { logprobs: true } });

/** A module that leaves a mark where it runs, and lets everything pass. */
const marking = (file: string) =>
  `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(file)}, "");\nexport default () => true;\n`;

async function openProject(scorers: readonly unknown[], module = strict): Promise<Project> {
  return createProject({
    cases: 12,
    config: { scorers, gate: { margin: 0.1 } },
    files: { "scorers/right.mjs": module },
  });
}

async function judge({ directory }: Project, options: Partial<RunOptions> = {}) {
  const report = await compare({ directory, environment: gitEnvironment, store: false, ...options });
  return { verdict: report.verdict, prompt: report.prompts[0], comparison: report.prompts[0]?.comparisons[0] };
}

describe("a repository's own scorer", () => {
  it.each([
    ["a module", scorer, strict],
    ["a program", program, strictProgram],
  ])("judges both versions: %s", async (_name, written, module) => {
    const project = await openProject([written], module);
    await project.repository.write({ [promptPath]: promptFile(2) });
    const { verdict, comparison, prompt } = await judge(project);
    expect(verdict).toBe("regression");
    expect(comparison).toMatchObject({ metric: "right", kind: "binary", baseline: 1, candidate: 2 / 12, worse: 10 });
    expect(prompt?.cases.find(({ change }) => change === "worse")?.reasons["right"]).toBe(
      "the scorer's own code says no",
    );
  });

  it.each([
    ["a module", scorer, "export default ({ reply }) => Math.exp(reply.logprobs[0].logprob);\n"],
    [
      "a program",
      program,
      strictProgram
        .replace("const { output, case: { expected } }", "const { reply: { logprobs: [{ logprob }] } }")
        .replace("output === expected", "Math.exp(logprob)"),
    ],
  ])("sees how sure the model was: %s", async (_name, { ...written }, module) => {
    const graded = JSON.parse(JSON.stringify(written).replace('"binary"', '"bounded"')) as object;
    const project = await createProject({
      cases: 12,
      config: { scorers: [graded], gate: { margin: 0.1 } },
      files: { "scorers/right.mjs": module, [promptPath]: sure(12) },
      handler: (request) => {
        const { text } = answerAsTold(request);
        const logprob = text?.startsWith("wrong") ? -1 : 0;
        const content = [{ token: text ?? "", logprob, top_logprobs: [] }];
        return { body: chatCompletion(text ?? "", { choice: { logprobs: { content } } }) };
      },
    });
    await project.repository.write({ [promptPath]: sure(0) });
    expect((await judge(project)).comparison).toMatchObject({ baseline: 1, candidate: expect.closeTo(Math.exp(-1)) });
  });

  it("is the base's, whatever stands in the working tree or at the head", async () => {
    const project = await openProject([scorer]);
    const mark = join(await createFolder(), "mark");
    await project.repository.branch("edit");
    await project.repository.write({ [promptPath]: promptFile(2), "scorers/right.mjs": marking(mark) });
    await project.repository.commit();
    const { verdict } = await judge(project, { base: "main", head: "edit", goalposts: "base", restricted: true });
    expect(verdict).toBe("regression");
    expect(existsSync(mark)).toBe(false);
  });

  it("changes what a prompt is judged by, where its code changes", async () => {
    const project = await openProject([scorer]);
    await project.repository.write({ "scorers/right.mjs": "export default () => true;\n" });
    const { prompt } = await judge(project);
    expect(prompt?.change).toEqual({ kind: "judging", parts: ["scorers"] });
  });

  it("is told as missing before any call", async () => {
    const project = await openProject([{ javascript: { file: "scorers/none.mjs" } }]);
    await project.repository.write({ [promptPath]: promptFile(2) });
    await expect(judge(project)).rejects.toMatchObject({
      problems: [{ message: "javascript names the file scorers/none.mjs, which is not in the repository" }],
    });
    expect(project.server.calls).toBe(0);
  });

  it("of a fork is never run: not where the base has a golden set, and not where it has none", async () => {
    const mark = join(await createFolder(), "mark");
    const fork = { base: "main", head: "edit", goalposts: "base", restricted: true, fork: true } as const;
    const project = await openProject([{ equals: { name: "right" } }]);
    await project.repository.branch("edit");
    await project.repository.write({
      "assay.yml": assayFile(project.server.url, { scorers: [scorer] }),
      "scorers/right.mjs": marking(mark),
      [promptPath]: promptFile(2),
    });
    await project.repository.commit();
    expect(await judge(project, fork)).toMatchObject({ verdict: "regression", comparison: { metric: "right" } });

    const bare = await createProject({ cases: 12, files: { "assay.yml": null, "golden/answers.jsonl": null } });
    await bare.repository.branch("edit");
    await bare.repository.write({
      "assay.yml": assayFile(bare.server.url, { scorers: [scorer] }),
      "golden/answers.jsonl": '{"id": "1", "vars": {"n": 1}, "expected": "answer 1"}\n',
      "scorers/right.mjs": marking(mark),
      [promptPath]: promptFile(2),
    });
    await bare.repository.commit();
    expect(await judge(bare, fork)).toMatchObject({ verdict: "skipped" });
    expect(existsSync(mark)).toBe(false);
  });
});
