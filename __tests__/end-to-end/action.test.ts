import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { startGitHubServer } from "../support/github-server.ts";
import { errorsOf, openPullRequest, pushOf } from "./pull-request.ts";
import {
  answerAsTold,
  assayFile,
  createProject,
  goldenFile,
  goldenPath,
  promptFile,
  promptPath,
  runAction,
  type Step,
  unwrap,
} from "./support.ts";

const marker = /^<!-- prompt-assay:default \d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f]{40} -->$/;

/** A comment without its marker, and the marker. */
function splitMarker(body = ""): readonly [text: string, marker: string] {
  const end = body.lastIndexOf("\n");
  return [body.slice(0, end).trim(), body.slice(end + 1)];
}

describe.concurrent("a pull request that makes a prompt worse", () => {
  it("fails the step with one line, sets the outputs, writes the summary and one comment", async () => {
    const pull = await openPullRequest();
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, errors: "" });
    expect(errorsOf(step)).toEqual([
      expect.stringMatching(/^::error::Regression: answers got worse: equals 100 %25 → 50 %25, p = \S+\.$/),
    ]);
    const [comment] = pull.github.comments(7);
    expect(step.outputs).toEqual({
      verdict: "regression",
      passed: "false",
      report: expect.stringMatching(/report\.json$/),
      "comment-url": `https://github.example/octo-org/prompts/pull/7#issuecomment-${comment?.id}`,
      regressed: '["answers"]',
      cost: "0",
      calls: "80",
    });
    const report = JSON.parse(await readFile(step.outputs["report"] ?? "", "utf8")) as Report;
    expect(report).toMatchObject({ verdict: "regression", goalposts: "base" });
    expect(step.summary).toMatch(/^## ❌ Regression: /);
    const [text, last] = splitMarker(comment?.body);
    expect(text.split("\n")[0]).toBe(step.summary.split("\n")[0]);
    expect(last).toMatch(marker);
    expect(pull.github.violations).toEqual([]);
  });

  it("the next run brings the same comment up to date, and stays silent where there is nothing to say", async () => {
    const pull = await openPullRequest();
    pull.github.addComment(7, "Looks good to me.");
    const first = await pull.run();
    await pull.push({ [promptPath]: promptFile(40, { modelParameters: { temperature: 0 } }) });
    const second = await pull.run();
    expect([first.exitCode, second.exitCode]).toEqual([1, 0]);
    // After a regression the next version passes at half the level, which 40 cases cannot reach.
    expect(second.outputs).toMatchObject({ verdict: "inconclusive", passed: "true", regressed: "[]" });
    expect(second.summary).toContain("Versions tried before here: 1");
    expect(second.outputs["comment-url"]).toBe(first.outputs["comment-url"]);
    await pull.push({ [promptPath]: promptFile(40) });
    const third = await pull.run();
    expect(third).toMatchObject({ exitCode: 0, outputs: { verdict: "unchanged", calls: "0" } });
    const bodies = pull.github.comments(7).map(({ body }) => body);
    expect(bodies).toEqual([
      "Looks good to me.",
      expect.stringMatching(
        /^## ➖ Nothing to compare: no prompt changed\.\n\nWhat this comment said before no longer holds\.\n/,
      ),
    ]);
    expect(pull.github.violations).toEqual([]);
  });

  it("makes no comment where no prompt changed", async () => {
    const pull = await openPullRequest({ "README.md": "Hello\n" });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "unchanged", passed: "true", "comment-url": "" } });
    expect(pull.github.comments(7)).toEqual([]);
    expect(step.summary).toContain("matched 1 file");
  });

  it("comment: false and another key", async () => {
    const pull = await openPullRequest();
    await pull.run({ inputs: { comment: "false" } });
    expect(pull.github.comments(7)).toEqual([]);
    await Promise.all([pull.run(), pull.run({ inputs: { "comment-key": "nightly" } })]);
    const markers = pull.github.comments(7).map(({ body }) => body.split("\n").at(-1));
    expect(markers.sort()).toEqual([
      expect.stringMatching(marker),
      expect.stringMatching(/^<!-- prompt-assay:nightly /),
    ]);
    const footers = pull.github.comments(7).map(({ body }) => body.match(/^<sub>.*<\/sub>$/m)?.[0]);
    expect(footers.sort()).toEqual(["<sub>Prompt Assay · `nightly`</sub>", "<sub>Prompt Assay</sub>"]);
    expect(pull.github.checks.map(({ name }) => name).sort()).toEqual([
      "Prompt Assay",
      "Prompt Assay",
      "Prompt Assay (nightly)",
    ]);
  });

  it("what the base branch gained meanwhile is no edit of the pull request", async () => {
    const pull = await openPullRequest();
    await pull.repository.git("switch", "--quiet", "main");
    await pull.repository.write({ "prompts/other.prompt.yml": promptFile(3), "golden/other.jsonl": goldenFile(3) });
    await pull.repository.commit();
    await pull.repository.git("switch", "--quiet", "edit");
    const step = await pull.run();
    const report = JSON.parse(await readFile(step.outputs["report"] ?? "", "utf8")) as Report;
    expect(report.prompts.map(({ path, change }) => [path, change.kind])).toEqual([[promptPath, "changed"]]);
  });

  it("a result that is no regression passes and writes the files that were asked for", async () => {
    const pull = await openPullRequest({ [promptPath]: promptFile(40).replace("Be right", "Be always right") });
    const inputs = {
      ...{ json: "out/report.json", markdown: "out/report.md" },
      ...{ junit: "out/report.xml", sarif: "out/report.sarif", csv: "out/cases.csv", html: "out/report.html" },
    };
    const step = await pull.run({ inputs });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "no-regression", passed: "true" } });
    expect(errorsOf(step)).toEqual([]);
    expect(step.outputs["report"]).toBe(`${pull.repository.directory}/out/report.json`);
    const markdown = await readFile(`${pull.repository.directory}/out/report.md`, "utf8");
    expect(markdown.split("\n")[0]).toBe(step.summary.split("\n")[0]);
    const read = (name: string) => readFile(`${pull.repository.directory}/out/${name}`, "utf8");
    expect(await read("report.xml")).toContain('tests="1" failures="0" errors="0" skipped="0"');
    expect(JSON.parse(await read("report.sarif")).runs[0].results).toEqual([]);
    expect((await read("cases.csv")).split("\n")[0]).toMatch(/^prompt,path,case,.*,equals baseline,equals candidate,/);
    const page = await readFile(`${pull.repository.directory}/out/report.html`, "utf8");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page.match(/"messages":\{"baseline":/g)?.length).toBe(40);
  });
});

describe.concurrent("whose goalposts", () => {
  it("a head that lowers its own bar is judged by the tip of the base branch", async () => {
    const easy = goldenFile(40).replaceAll(/answer \d+/g, "wrong");
    const { url, ...pull } = await openPullRequest();
    await pull.push({ [goldenPath]: easy, "assay.yml": assayFile(url, { gate: { margin: 1, inconclusive: "pass" } }) });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(step.summary).toContain("Judged by the base's configuration");
    expect(step.summary).toContain("changes `gate.margin` from 0.1 to 1 (not applied here).");
  });

  it("the tip, not the merge base: a bar that was raised meanwhile holds", async () => {
    const { url, ...pull } = await openPullRequest({ [promptPath]: promptFile(37) });
    expect((await pull.run()).exitCode).toBe(0);
    await pull.repository.git("switch", "--quiet", "main");
    await pull.repository.write({ "assay.yml": assayFile(url, { gate: { margin: 0.1, inconclusive: "fail" } }) });
    await pull.repository.commit();
    await pull.repository.git("switch", "--quiet", "edit");
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "inconclusive", passed: "false" } });
  });

  it("a first run is judged by its own and does not fail", async () => {
    const { url, ...pull } = await openPullRequest({}, { files: { "assay.yml": null } });
    await pull.push({ [promptPath]: promptFile(20), "assay.yml": assayFile(url) });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "regression", passed: "true" } });
    expect(step.summary).toContain("A first run does not fail; it starts to hold once merged.");
    expect(errorsOf(step)).toEqual([]);
  });

  it("a new prompt without a golden set on the base is a first run, too", async () => {
    const pull = await openPullRequest(
      {
        "prompts/new.prompt.yml": promptFile(1, { description: "new" }).replace("Be right", "Try to be right"),
        "golden/new.jsonl": goldenFile(12),
      },
      { config: { gate: { metrics: { equals: { atLeast: 0.8 } } } } },
    );
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "below-threshold", passed: "true" } });
  });

  it.each([
    ["a simulated model", "simulated/triage", ""],
    ["a simulated model under a name of its own", "mine/triage", "mine: { type: simulated }"],
    ["recordings", "mine/triage", "mine: { type: replay, file: calls.jsonl }"],
  ])("%s that only the head names is refused", async (_what, model, provider) => {
    const { url, ...pull } = await openPullRequest();
    const local = `local: { baseUrl: "${url}", keyEnv: null }`;
    await pull.push({
      [promptPath]: promptFile(20, { model }),
      "assay.yml": `providers:\n  ${local}\n  ${provider}\nscorers: [{ equals: { value: "{{expected}}" } }]\n`,
      "calls.jsonl": "",
    });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 2, outputs: {} });
    expect(errorsOf(step)[0]).toMatch(
      /^::error file=prompts\/answers\.prompt\.yml,line=1::.*(?:answers without a model|no provider for the publisher)/,
    );
    expect(pull.calls()).toBe(0);
  });

  it("nor by a first run", async () => {
    const { url, ...pull } = await openPullRequest({}, { files: { "assay.yml": null } });
    const providers = { local: { baseUrl: url, keyEnv: null }, mine: { type: "simulated" } };
    await pull.push({
      [promptPath]: promptFile(20, { model: "mine/triage" }),
      "assay.yml": assayFile(url, { providers }),
    });
    const step = await pull.run();
    expect(step.exitCode).toBe(2);
    expect(errorsOf(step)[0]).toContain("answers without a model");
  });
});

describe.concurrent("forks", () => {
  it("without a key it is skipped, neither passed nor failed, and says so", async () => {
    const openai = (right: number): string => promptFile(right, { model: "openai/answers" });
    const pull = await openPullRequest({ [promptPath]: openai(20) }, { files: { [promptPath]: openai(40) } });
    const step = await pull.run({ source: "stranger/prompts" });
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { verdict: "skipped", passed: "", calls: "0", regressed: "[]" },
    });
    expect(step.summary).toMatch(
      /^## ⏭️ Skipped, not judged: answers: a pull request from a fork or by Dependabot has no key/,
    );
    expect(unwrap(step.output)).toContain("Skipped, not judged");
    expect(step.summary).toContain("needs a key in `OPENAI_API_KEY`, which is not set.");
  });

  it("with a model that needs no key it is judged by the base", async () => {
    const pull = await openPullRequest();
    const step = await pull.run({ source: "stranger/prompts" });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  });

  it("cannot bring what it is judged by: skipped where the base has nothing", async () => {
    const { url, ...pull } = await openPullRequest({}, { files: { "assay.yml": null } });
    await pull.push({ "assay.yml": assayFile(url), [promptPath]: promptFile(20) });
    const step = await pull.run({ source: "stranger/prompts" });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped", passed: "" } });
    expect(pull.calls()).toBe(0);
  });

  it("never sends a key to an address of its own", async () => {
    const openai = (right: number): string => promptFile(right, { model: "openai/answers" });
    const thief = await createProject();
    const pull = await openPullRequest({}, { files: { [promptPath]: openai(40), "assay.yml": "providers: [\n" } });
    await pull.push({
      [promptPath]: openai(20),
      "assay.yml": assayFile(thief.server.url, { providers: { openai: { baseUrl: thief.server.url } } }),
    });
    const step = await pull.run({ source: "stranger/prompts", environment: { OPENAI_API_KEY: "sk-test-1234567890" } });
    expect(step.exitCode).toBe(2);
    expect(thief.server.calls).toBe(0);
  });
});

describe.concurrent("when GitHub or the provider does not play along", () => {
  it("403 on the comment: the verdict stands, and the log names the permission", async () => {
    const pull = await openPullRequest();
    pull.github.writable = false;
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", "comment-url": "" } });
    expect(step.output).toMatch(
      /^::warning::No comment: GitHub answered 403: .*pull-requests: write.*The verdict stands\.$/m,
    );
    expect(step.summary).toMatch(/^## ❌ Regression: /);
  });

  it("GitHub is down: summary, outputs and verdict are there all the same", async () => {
    const pull = await openPullRequest();
    const gone = await startGitHubServer();
    await gone.close();
    const step = await pull.run({ apiUrl: gone.url });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", passed: "false", "comment-url": "" } });
    expect(step.summary).toMatch(/^## ❌ Regression: /);
    expect(step.output).toContain("::warning::No comment: GitHub could not be reached");
  });

  it("the provider is down: could not judge, exit 3, worded so that nobody takes it for a regression", async () => {
    const handler = () => ({ status: 503, body: { error: { message: "overloaded" } } });
    const pull = await openPullRequest({ [promptPath]: promptFile(2) }, { cases: 3, handler });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 3, outputs: { verdict: "error", passed: "false", regressed: "[]" } });
    expect(errorsOf(step)).toEqual([
      "::error::Could not judge: 6 of 6 calls failed (503 Service Unavailable: overloaded). Run again.",
    ]);
    expect(pull.github.comments(7)[0]?.body).toMatch(/^## 🚧 Could not judge: /);
  });

  it("a clone of depth 1 reads what it lacks through the API", async () => {
    const pull = await openPullRequest();
    await pull.repository.git("switch", "--quiet", "main");
    await pull.repository.write({ "docs/unrelated.md": "news\n" });
    await pull.repository.commit();
    const clone = await pull.repository.clone("--depth=1", "--branch=edit");
    const step = await pull.run({ workspace: clone.directory });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", calls: "80" } });
    const report = JSON.parse(await readFile(step.outputs["report"] ?? "", "utf8")) as Report;
    const base = (await pull.repository.git("merge-base", "main", "edit")).trim();
    expect(report.base?.commit).toBe(base);
    expect(pull.github.violations).toEqual([]);
    const asked = pull.github.requests.map(({ operation }) => operation);
    expect(asked).toContain("git/get-tree");
    // Only what differs from what is checked out.
    expect(asked.filter((operation) => operation === "git/get-blob").length).toBeLessThanOrEqual(2);
  });

  it("where the API does not help either: exit 2, and what to set in the workflow", async () => {
    const pull = await openPullRequest();
    const clone = await pull.repository.clone("--depth=1", "--branch=edit");
    pull.github.fail("git/get-tree", ...Array(9).fill({ status: 403, message: "Resource not accessible" }));
    pull.github.fail("repos/compare-commits-with-basehead", ...Array(9).fill({ status: 403 }));
    const step = await pull.run({ workspace: clone.directory });
    expect(step.exitCode).toBe(2);
    expect(errorsOf(step)[0]).toContain("set fetch-depth: 0 in actions/checkout");
    expect(step.summary).toContain("fetch-depth: 0");
    expect(step.summary).toContain("Nothing was judged");
  });

  it("mistakes stand at their lines, all at once, and in the summary", async () => {
    const pull = await openPullRequest({
      [promptPath]: "model: local/answers\nmessages:\n  - role: narrator\n    content: x\n",
      "prompts/other.prompt.yml": "model: 3\nmessages: []\n",
    });
    const step = await pull.run();
    expect(step.exitCode).toBe(2);
    const errors = errorsOf(step);
    expect(errors).toContainEqual(
      expect.stringMatching(/^::error file=prompts\/answers\.prompt\.yml,line=3::.*narrator/),
    );
    expect(errors).toContainEqual(expect.stringMatching(/^::error file=prompts\/other\.prompt\.yml,line=1::/));
    expect(errors.at(-1)).toMatch(/^::error::Nothing was judged: \d+ mistakes to mend\.$/);
    expect(step.summary.match(/^- /gm)).toHaveLength(errors.length - 1);
  });

  it("inputs and an event that do not hold", async () => {
    const pull = await openPullRequest();
    const step = await pull.run({
      inputs: { command: "comprae", comment: "perhaps", concurrency: "many", "comment-key": "a b" },
    });
    expect(step.exitCode).toBe(2);
    expect(errorsOf(step)).toHaveLength(5);
    const event = { name: "pull_request", payload: { pull_request: { number: "7" } } };
    const forged = await runAction({ workspace: pull.repository.directory, apiUrl: pull.github.url, event });
    expect(forged.exitCode).toBe(2);
    const push = { name: "push", payload: pushOf("edit", "2a".repeat(20)) };
    const without = await runAction({ workspace: pull.repository.directory, apiUrl: pull.github.url, event: push });
    expect(without.exitCode).toBe(2);
    expect(errorsOf(without)[0]).toContain("the event push has no base to compare with");
  });

  it("on a push, base and head come from the inputs", async () => {
    const pull = await openPullRequest();
    const event = { name: "push", payload: pushOf("edit", "2a".repeat(20)) };
    const inputs = { base: "main", head: "edit" };
    const step = await runAction({ workspace: pull.repository.directory, apiUrl: pull.github.url, event, inputs });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(pull.github.requests).toEqual([]);
  });
});

describe.concurrent("hostile texts form no command in the log", () => {
  const commands = /::hostile|##\[hostile/;
  const started = (step: Step): readonly string[] =>
    `${step.output}\n${step.errors}`.split(/\r?\n/).filter((line) => /^\s*(?:::|##\[)/.test(line));

  it("in outputs, cases, names, file names and provider's errors", async () => {
    const sly = "\n::hostile::x\r::hostile::y\u2028##[hostile]z";
    const golden = Array.from({ length: 40 }, (_, n) =>
      JSON.stringify({ id: `::hostile::${n}`, vars: { n }, expected: `answer ${n}`, tags: ["##[hostile]"] }),
    ).join("\n");
    const path = "prompts/::hostile::file.prompt.yml";
    const sources = (right: number) => ({ [path]: promptFile(right, { name: "::hostile::name" }) });
    const pull = await openPullRequest(sources(20), {
      config: {
        golden: "golden/answers.jsonl",
        prompts: "prompts/*",
        scorers: [{ equals: { name: "::hostile::metric", value: "{{expected}}" } }],
      },
      files: { [promptPath]: null, [goldenPath]: golden, ...sources(40) },
      handler: (request) => {
        const answer = answerAsTold(request);
        if (request.count % 39 === 0) return { status: 422, body: { error: { message: sly } } };
        return answer.text?.startsWith("wrong") ? { text: `${sly}${answer.text}` } : answer;
      },
    });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    expect(step.output).toContain("hostile");
    expect(step.output).not.toMatch(commands);
    expect(started(step)).toEqual([
      "::group::Calls",
      "::endgroup::",
      "::group::The whole report",
      "::endgroup::",
      ...errorsOf(step),
    ]);
    expect(errorsOf(step)).toHaveLength(1);
    expect(pull.github.comments(7)[0]?.body.split("\n").at(-1)).toMatch(marker);
    expect(pull.github.violations).toEqual([]);
  });

  it("in mistakes, the places of mistakes and GitHub's answers", async () => {
    const path = "prompts/::hostile::a,line=3\r.prompt.yml";
    const broken = await openPullRequest({ [path]: "model: '\\n::hostile::'\nmessages: []\n'##[hostile]': 1\n" });
    const step = await broken.run();
    expect(step.exitCode).toBe(2);
    expect(step.output).not.toMatch(commands);
    expect(started(step)).toEqual(errorsOf(step));

    const pull = await openPullRequest();
    pull.github.fail("issues/create-comment", { status: 403, message: "no\n::hostile::x" });
    const refused = await pull.run();
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain("::warning::No comment");
    expect(refused.output).not.toMatch(commands);
  });
});
