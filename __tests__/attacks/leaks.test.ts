import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import {
  answerAsTold,
  goldenPath,
  type Handler,
  promptFile,
  promptPath,
  runCli,
  type Step,
  unwrap,
} from "../end-to-end/support.ts";
import { baseFile, keyCanary, timeout } from "./support.ts";

const rowCanary = "canary-row-4111111111111111";
const answerCanary = "canary-answer-4222222222222222";
const real = { environment: { MODEL_KEY: keyCanary } };

const golden = Array.from({ length: 12 }, (_, n) =>
  JSON.stringify({ id: `case-${n}`, vars: { n, about: rowCanary }, expected: `answer ${n} ${rowCanary}` }),
).join("\n");

/** Right as it is told, but each answer quotes a secret; and now and then the provider repeats what it was sent. */
const handler: Handler = (request) => {
  if (request.count % 9 === 0) return { status: 400, body: { error: { message: `you sent ${rowCanary}` } } };
  return { text: `${answerAsTold(request).text} ${answerCanary}` };
};

/**
 * Rows of the golden set and answers stand where everybody reads: comment, summary, annotation, log, report.json, Markdown,
 * the samples file, the store; and in what is written of them later.
 * Line of defence: `createShield` (src/pipeline/reports/shield.ts), which every report passes in src/pipeline/judge-plans.ts
 * before it goes anywhere; __tests__/report/shield.test.ts holds every reporter of the registry against it.
 */
describe.concurrent("private rows and answers", { timeout }, () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["report.content: none", { report: { content: "none" } }],
    ["redact", { redact: ["canary-[a-z]+-[0-9]{16}"] }],
  ])("stand nowhere with %s", async (_what, config) => {
    const { told, step, kept } = await judge(config);
    expect(step.outputs["verdict"]).toBe("regression");
    expect(told).not.toMatch(/canary-(?:row|answer)/);
    expect(kept).not.toMatch(/canary-(?:row|answer)/);
    expect(told).toContain("case-3");
  });

  it("of cases that did not get worse stand nowhere with report.content: worst", async () => {
    const { told } = await judge({ report: { content: "worst" } });
    expect(told).toContain("canary-answer");
    expect(told).not.toContain("wrong 1 ");
    expect(told).not.toContain("you sent");
  });

  it("stand there without", async () => {
    const { told, kept } = await judge({});
    expect(told).toContain("canary-row");
    expect(told).toContain("canary-answer");
    expect(kept).toContain("canary-answer");
  });

  it("stand in no mistake that is told of the golden set either", async () => {
    const pull = await openPullRequest(
      { [promptPath]: promptFile(2) },
      {
        cases: 12,
        files: (url) => ({
          "assay.yml": baseFile(url, { redact: ["canary-[a-z]+-[0-9]{16}"] }),
          [goldenPath]: `{"id": "a", "vars": ${rowCanary} }\n`,
        }),
      },
    );
    const step = await pull.run(real);
    expect(step.exitCode).toBe(2);
    expect(step.summary).toContain("not valid JSON");
    expect(everything(step, pull.github)).not.toContain("canary");
  });

  it("are dealt to no shards, whose files would carry them", async () => {
    const pull = await openPullRequest(
      { [promptPath]: promptFile(2) },
      { cases: 12, files: (url) => ({ "assay.yml": baseFile(url, { report: { content: "none" } }) }) },
    );
    const step = await pull.run({ ...real, inputs: { shard: "1/2" } });
    expect(step.exitCode).toBe(2);
    expect(step.output).toContain("would travel in the files of shards");
    expect(pull.calls()).toBe(0);
  });
});

async function judge(config: Readonly<Record<string, unknown>>) {
  const scorers = [{ contains: { value: "answer {{n}} ", name: "equals" } }];
  const pull = await openPullRequest(
    { [promptPath]: promptFile(2) },
    {
      handler,
      files: (url) => ({
        "assay.yml": baseFile(url, { scorers, ...config }),
        [promptPath]: promptFile(12),
        [goldenPath]: golden,
      }),
    },
  );
  const { directory } = pull.repository;
  const step = await pull.run({ ...real, inputs: { markdown: "out/report.md", json: "out/report.json" } });
  // Told again from what was written, and from what was kept.
  const again = await pull.run(real);
  const shown = await runCli(directory, ["render", "out/report.json"]);
  const names = (await readdir(join(directory, "out"))).map((name) => join(directory, "out", name));
  const [ofAgain] = [again.outputs["report"] ?? ""];
  const beside = (await readdir(dirname(ofAgain))).map((name) => join(dirname(ofAgain), name));
  const files = await Promise.all([...names, ...beside].map((name) => readFile(name, "utf8")));
  const stored = await readdir(join(directory, ".assay"), { recursive: true, withFileTypes: true });
  const kept = await Promise.all(
    stored.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")),
  );
  const told = [everything(step, pull.github), everything(again, pull.github), shown.output, ...files].join("\n");
  return { step, told: unwrap(told), kept: kept.join("\n") };
}

function everything(step: Step, github: Awaited<ReturnType<typeof openPullRequest>>["github"]): string {
  const comments = github.comments(7).map(({ body }) => body);
  return [
    step.output,
    step.errors,
    step.summary,
    JSON.stringify(step.outputs),
    ...comments,
    JSON.stringify(github.checks),
  ].join("\n");
}
