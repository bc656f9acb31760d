import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import {
  assayFile,
  createProject,
  goldenFile,
  goldenPath,
  messagesOf,
  type ProjectOptions,
  promptFile,
  promptPath,
  readJson,
  runCli,
} from "./support.ts";

/** Compares an edit of the working tree by the goalposts of one side. */
async function judge(
  goalposts: "base" | "head",
  edit: (url: string) => Readonly<Record<string, string>>,
  options: ProjectOptions = {},
) {
  const project = await createProject(options);
  await project.repository.write(edit(project.server.url));
  const args = ["compare", "--goalposts", goalposts, "--json", "report.json"];
  const finished = await runCli(project.directory, args);
  const report = await readJson<Report>(project.directory, "report.json");
  return { ...finished, report, server: project.server };
}

/** Edits that lower the bar together with the quality of the prompt. */
const lowered: readonly (readonly [what: string, edit: (url: string) => Readonly<Record<string, string>>])[] = [
  ["the margin", (url) => ({ "assay.yml": assayFile(url, { gate: { margin: 0.9 } }) })],
  ["what gates", (url) => ({ "assay.yml": assayFile(url, { gate: { metrics: { latency: { margin: "100%" } } } }) })],
  [
    "the scorer",
    (url) => ({ "assay.yml": assayFile(url, { scorers: [{ contains: { value: " ", name: "equals" } }] }) }),
  ],
  [
    "the golden set's answers",
    () => ({
      [goldenPath]: goldenFile(40).replaceAll(/"answer (\d+)"/g, (_, n) =>
        Number(n) < 20 ? `"answer ${n}"` : `"wrong ${n}"`,
      ),
    }),
  ],
  ["the golden set's hard cases", () => ({ [goldenPath]: goldenFile(20) })],
];

describe.concurrent("goalposts: who judges", () => {
  it.each(lowered)("a head that lowers %s with its quality is judged by the base's", async (_what, lower) => {
    const edit = (url: string) => ({ [promptPath]: promptFile(20), ...lower(url) });
    const byBase = await judge("base", edit);
    expect(byBase).toMatchObject({ exitCode: 1, report: { verdict: "regression", goalposts: "base" } });
    expect(byBase.report.prompts[0]?.comparisons[0]).toMatchObject({
      metric: "equals",
      pairs: 40,
      worse: 20,
      margin: 0.1,
    });
    expect(byBase.output.split("\n").slice(0, 5)).toContain(
      "Judged by the base's configuration, scorers and golden sets.",
    );
  });

  it("the same heads by their own: nothing got worse", async () => {
    const runs = lowered.map(([, lower]) => judge("head", (url) => ({ [promptPath]: promptFile(20), ...lower(url) })));
    const finished = await Promise.all(runs);
    expect(finished.map(({ exitCode }) => exitCode)).toEqual(lowered.map(() => 0));
    for (const { output } of finished) expect(output).toContain("Judged by the head's configuration");
  });

  it("what the head changes in assay.yml is shown beside the verdict", async () => {
    const { report } = await judge("base", (url) => ({
      [promptPath]: promptFile(20),
      "assay.yml": assayFile(url, { gate: { margin: 0.9 } }),
    }));
    expect(report.warnings).toContain("assay.yml at the head changes gate.margin from 0.1 to 0.9 (not applied here).");
  });

  it("cases that the head adds or edits run once, in a row of their own", async () => {
    const { report, server } = await judge("base", () => ({
      [promptPath]: promptFile(42),
      [goldenPath]: goldenFile(43).replace('"answer 0"', '"another"'),
    }));
    const [prompt] = report.prompts;
    expect(prompt?.comparisons[0]).toMatchObject({ pairs: 40, baseline: 1, candidate: 1 });
    // Added: 40 and 41 right, 42 wrong; edited: 0 no longer as expected.
    expect(prompt?.added).toMatchObject({ cases: 4 });
    expect(prompt?.added?.comparisons[0]).toMatchObject({ metric: "equals", pairs: 4, candidate: 0.5 });
    expect(server.calls).toBe(84);
  });

  it("a variable that the base's case lacks comes from the head's case, and that is said", async () => {
    const said = new Set<string>();
    const tone = {
      messages: [
        { role: "system", content: "Be right below 20." },
        { role: "user", content: "Tone {{tone}}, case {{n}}" },
      ],
    };
    const { report, exitCode } = await judge(
      "base",
      () => ({
        [promptPath]: promptFile(20, tone),
        [goldenPath]: goldenFile(40).replaceAll('"vars":{', '"vars":{"tone":"calm",'),
      }),
      {
        handler: (request) => {
          const user = messagesOf(request).at(-1)?.content ?? "";
          said.add(user.replace(/\d+$/, "N"));
          return { text: user.startsWith("Tone") ? "?" : `answer ${/\d+/.exec(user)?.[0]}` };
        },
      },
    );
    expect([...said].sort()).toEqual(["Case N", "Tone calm, case N"]);
    expect(exitCode).toBe(1);
    expect(report.prompts[0]?.notes).toContain(
      "The candidate's values of tone come from the golden set at working tree: the judging set lacks them.",
    );
  });

  it("a variable that no case has is a mistake, with case, variable and both places", async () => {
    const { directory, repository } = await createProject();
    const messages = [{ role: "user", content: "Case {{n}} of {{total}}" }];
    await repository.write({ [promptPath]: promptFile(20, { messages }) });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toMatch(
      /golden\/answers\.jsonl:1\b.*the case "case-0" has no "total", which the prompt uses at prompts\/answers\.prompt\.yml:\d+:\d+/,
    );
  });

  it("where the base has no assay.yml the head's own judges, and cannot fail", async () => {
    const { report, exitCode, output } = await judge(
      "base",
      (url) => ({ "assay.yml": assayFile(url), [promptPath]: promptFile(20) }),
      {
        files: { "assay.yml": null },
      },
    );
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ verdict: "regression", passed: true, prompts: [{ advisory: true }] });
    expect(output).toContain("it starts to hold once merged");
  });

  it("assay.yml under another name holds at the base, too", async () => {
    const files = (url: string) => ({
      "assay.yml": null,
      "quality/gate.yml": assayFile(url, { prompts: "../prompts/*", golden: "cases.jsonl" }),
    });
    const { directory, repository } = await createProject({
      files: (url) => ({
        ...files(url),
        [promptPath]: null,
        [goldenPath]: null,
        "quality/gate.yml": assayFile(url, { golden: "cases.jsonl" }),
        "quality/prompts/answers.prompt.yml": promptFile(40),
        "quality/cases.jsonl": goldenFile(40),
      }),
    });
    await repository.write({ "quality/prompts/answers.prompt.yml": promptFile(20) });
    const finished = await runCli(directory, ["compare", "--config", "quality/gate.yml", "--goalposts", "base"]);
    expect(finished.exitCode).toBe(1);
    expect(finished.output).not.toContain("First run");
  });
});
