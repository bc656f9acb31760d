import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type * as Library from "../../src/index.ts";
import { gitEnvironment } from "../support/repository.ts";
import { createProject, goldenPath, projectRoot, promptFile, promptPath } from "./support.ts";

const library = (await import(pathToFileURL(join(projectRoot, "dist", "index.js")).href)) as typeof Library;

/** A scorer of the caller's own: whether the answer is a number that can be divided by its option. */
const divisible: Library.ScorerFactory = {
  description: "Whether the number in the answer can be divided.",
  options: { type: "object", additionalProperties: false, properties: { by: { type: "integer" } }, required: ["by"] },
  example: "- divisible: { by: 2 }",
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options) => (sample, testCase) => {
    if (testCase.id === "case-0") return { status: "unscored", reason: "nothing to divide" };
    const number = Number(/\d+/.exec(sample.reply.text)?.[0]);
    return { status: "scored", value: number % Number(options["by"]) === 0 ? 1 : 0, reason: `${number}` };
  },
};

async function createEdited(scorers: readonly unknown[]) {
  const project = await createProject({
    config: { scorers, gate: { metrics: { even: { atLeast: 0.4 } } } },
    handler: ({ body }) => ({ text: JSON.stringify(body).replace(/^.*Case (\d+).*$/s, "$1") }),
    files: { [promptPath]: promptFile(40) },
  });
  await project.repository.write({ [promptPath]: promptFile(20) });
  const options = { directory: project.directory, environment: gitEnvironment, scorers: { divisible } };
  return { ...project, options };
}

describe("the library", () => {
  it("compares with a scorer that the caller registers, and tells how far it is", async () => {
    const { options, server } = await createEdited([{ divisible: { name: "even", by: 2 } }]);
    const seen: Library.Progress[] = [];
    const report = await library.compare({ ...options, onProgress: (progress) => seen.push(progress) });
    const [prompt] = report.prompts;
    // Case 0 has no score; of 1 to 39, nineteen are even.
    expect(prompt?.comparisons.find(({ metric }) => metric === "even")).toMatchObject({
      gated: true,
      pairs: 39,
      unscored: 1,
      baseline: 19 / 39,
      candidate: 19 / 39,
      worse: 0,
      better: 0,
    });
    expect(server.calls).toBe(80);
    expect(seen.at(-1)).toMatchObject({ done: 80, planned: 80, failed: 0 });
  });

  it("runs, checks and lists changes with it", async () => {
    const { options } = await createEdited([{ divisible: { name: "even", by: 2 } }]);
    expect(await library.run(options)).toMatchObject({ verdict: "above-threshold", exitCode: 0 });
    expect(await library.check(options)).toMatchObject({ problems: [], prompts: [{ cases: 40, gating: ["even"] }] });
    const { prompts } = await library.listChanges(options);
    expect(prompts).toMatchObject([{ path: promptPath, change: { kind: "changed", parts: ["text"] } }]);
  });

  it("holds the options against the scorer's own schema", async () => {
    const { options, server } = await createEdited([{ divisible: { name: "even", by: "two" } }]);
    const thrown = await library.compare(options).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(library.UserError);
    const { problems } = thrown as Library.UserError;
    expect(problems).toEqual([expect.objectContaining({ place: expect.objectContaining({ path: "assay.yml" }) })]);
    expect(server.calls).toBe(0);
  });

  it("throws one error with all mistakes, and ends with its caller's signal", async () => {
    const { options, repository } = await createEdited([{ divisible: { name: "even", by: 2 } }]);
    const stopped = await library.compare({ ...options, signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ verdict: "error", exitCode: 3, calls: { made: 0, failed: 0 } });
    await repository.write({ [goldenPath]: "none\nneither\n" });
    await expect(library.compare(options)).rejects.toMatchObject({ name: "UserError", problems: [{}, {}] });
  });
});
