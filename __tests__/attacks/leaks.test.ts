import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createShield } from "../../src/pipeline/reports/shield.ts";
import { guardScore } from "../../src/score/score-sample.ts";
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

/**
 * Right as it is told, but each answer quotes a secret; and now and then the provider repeats what it was sent, so that the
 * secret stands where the message is cut.
 */
const handler: Handler = (request) => {
  const message = `you sent ${"x".repeat(255)} ${rowCanary}`;
  if (request.count % 9 === 0) return { status: 400, body: { error: { message } } };
  return { text: `${answerAsTold(request).text} ${answerCanary}` };
};

const settings: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["report.content: none", { report: { content: "none" } }],
  ["redact", { redact: ["canary-[a-z]+-[0-9]{16}"] }],
];

/**
 * Rows of the golden set and answers stand where everybody reads: comment, summary, annotation, log, report.json, Markdown,
 * the samples file, the store; and in what is written of them later.
 * Line of defence: `createShield` (src/pipeline/reports/shield.ts), which every report passes in src/pipeline/judge-plans.ts
 * before it goes anywhere; __tests__/report/shield.test.ts holds every reporter of the registry against it.
 *
 * @defence src/pipeline/judge-plans.ts
 * - const report = shield.report(built);
 * + const report = built;
 * @defence src/pipeline/reports/shield.ts
 * - line: (line) => walk(content === "full" ? line : withoutAnswer(line)),
 * + line: (line) => line,
 * @defence src/pipeline/reports/shield.ts
 * - keeps: (reply) => content !== "none" && holdsNone(reply as unknown as Json, patterns),
 * + keeps: () => true,
 * @defence src/pipeline/plan/connect-providers.ts
 * - const provider = tellFailures(await type.create(name, config, context), shield.failure);
 * + const provider = tellFailures(await type.create(name, config, context), ({ message }) => message.slice(0, 300));
 * @defence src/pipeline/reports/shield.ts
 * - source: (path, line) => (content === "full" || isConfig(path) ? text(line) : null),
 * + source: (_path, line) => line,
 * @defence src/pipeline/review.ts
 * - input: testCase === undefined ? null : known.shield.caseText(textOf(testCase.vars)),
 * + input: testCase === undefined ? null : textOf(testCase.vars),
 * @defence src/pipeline/backtest.ts
 * - return createShield(today.config).told(report);
 * + return report;
 * @defence src/pipeline/shards/take-shard.ts
 * - return shield.report({
 * + return ((own: Report) => own)({
 * @defence src/score/scores.ts
 * - return score.reason === null ? score : ({ ...score, reason: shorten(tell(score.reason), reasonLength) } as Score);
 * + return score.reason === null ? score : ({ ...score, reason: tell(shorten(score.reason, reasonLength)) } as Score);
 */
describe.concurrent("private rows and answers", { timeout }, () => {
  it("stand in no reason of a scorer that is cut where they stand", async () => {
    const { remark } = createShield({ redact: [{ pattern: "canary-[a-z]+-[0-9]{16}", place: { path: "assay.yml" } }] });
    const metric = { name: "m", kind: "binary", direction: "higher", unit: null, gatesByDefault: true } as const;
    const said = { status: "scored", value: 0, reason: `${"x".repeat(190)} ${rowCanary}` } as const;
    const { reason } = await guardScore({ metric, score: () => said, tell: remark }, () => said);
    expect(reason).not.toContain("canary");
    expect((await guardScore({ metric, score: () => said }, () => said)).reason).toHaveLength(200);
  });

  it.each(settings)("stand nowhere with %s", async (_what, config) => {
    const { told, step, kept } = await judge(config);
    expect(step.outputs["verdict"]).toBe("regression");
    // Nor the half of one, where a text was cut.
    expect(told).not.toMatch(/canary-[ra]|canary-$/m);
    expect(kept).not.toMatch(/canary-[ra]/);
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

  it.each(settings)("stand in no file of a shard, and not in what they are merged to: %s", async (what, config) => {
    const pull = await open(config);
    const { directory } = pull.repository;
    if (what === "redact") {
      // The report tells of it, and cuts it.
      const accepted = [{ fingerprint: "0123456789ab", reason: `for ${rowCanary}`, until: "2999-12-31" }];
      await pull.push({ "assay.yml": baseFile(pull.url, { scorers, ...config, accepted }) });
    }
    for (const index of [1, 2]) {
      await pull.run({ ...real, inputs: { shard: `${index}/2`, json: `shards/${index}.json` } });
    }
    const step = await pull.run({ inputs: { command: "merge", files: "shards", json: "out/merged.json" } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    const files = [...(await readFolder(join(directory, "shards"))), ...(await readFolder(join(directory, "out")))];
    expect(files).toHaveLength(6);
    expect(unwrap([everything(step, pull.github), ...files].join("\n"))).not.toMatch(/canary-[ra]/);
  });

  it.each(settings)("stand in nothing that the command line prints or makes of it: %s", async (what, config) => {
    const pull = await open(config);
    const { directory } = pull.repository;
    // A backtest tells the subjects of commits.
    const subject = what === "redact" ? `mend ${rowCanary}` : "mend";
    await pull.repository.git("commit", "--quiet", "--amend", "--message", subject);
    const run = (...args: readonly string[]) => runCli(directory, args, real.environment);
    const compared = await run("compare", "--json", "out/report.json");
    expect(compared.exitCode).toBe(1);
    const review = await run("review", "out/report.json", "--html", "out/review.html");
    const backtest = await run("backtest", "--head", "edit", "--json", "out/backtest.json", "--no-cache");
    expect(backtest.output).toContain("answers");
    const checked = await run("check", "--json", "out/check.json");
    // A mistake is told with its line, and the line is a row.
    await pull.push({ [goldenPath]: `${golden}\n{"id": "torn", "vars": {"about": "${rowCanary}"\n` });
    const mistaken = await run("compare");
    expect(mistaken).toMatchObject({ exitCode: 2 });
    expect(mistaken.errors).toContain(`${goldenPath}:13`);
    // Also where assay.yml itself has mistakes: what it holds back is held back.
    await pull.push({ "assay.yml": baseFile(pull.url, { scorers, ...config, gates: {} }) });
    const unreadable = await run("compare");
    expect(unreadable.errors).toContain("unknown key");
    expect(unreadable.errors).toContain(`${goldenPath}:13`);
    const told = [compared, review, backtest, checked, mistaken, unreadable].flatMap(({ output, errors }) => [
      output,
      errors,
    ]);
    const files = await readFolder(join(directory, "out"));
    expect(unwrap([...told, ...files].join("\n"))).not.toMatch(/canary-[ra]/);
  });
});

/** A judge that quotes what it is shown, beyond the length at which its reason is cut. */
const scorers = [
  { contains: { value: "answer {{n}} ", name: "equals" } },
  { contains: { value: `${"y".repeat(60)} ${answerCanary}`, name: "quoted" } },
];

const open = (config: Readonly<Record<string, unknown>>) =>
  openPullRequest(
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

async function judge(config: Readonly<Record<string, unknown>>) {
  const pull = await open(config);
  const { directory } = pull.repository;
  const formats = { markdown: "md", json: "json", html: "html", junit: "xml", sarif: "sarif", csv: "csv" };
  const inputs = Object.fromEntries(Object.entries(formats).map(([name, ending]) => [name, `out/report.${ending}`]));
  const step = await pull.run({ ...real, inputs });
  // Told again from what was written, and from what was kept.
  const again = await pull.run(real);
  const shown = await runCli(directory, ["render", "out/report.json"]);
  const out = await readFolder(join(directory, "out"));
  expect(out).toHaveLength(Object.keys(formats).length + 1);
  const files = [...out, ...(await readFolder(dirname(again.outputs["report"] ?? "")))];
  const stored = await readdir(join(directory, ".assay"), { recursive: true, withFileTypes: true });
  const kept = await Promise.all(
    stored.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")),
  );
  const told = [everything(step, pull.github), everything(again, pull.github), shown.output, ...files].join("\n");
  return { step, told: unwrap(told), kept: kept.join("\n") };
}

async function readFolder(folder: string): Promise<readonly string[]> {
  return Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")));
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
