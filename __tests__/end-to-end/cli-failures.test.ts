import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import {
  answerAsTold,
  createProject,
  goldenFile,
  goldenPath,
  type Handler,
  messagesOf,
  promptFile,
  promptPath,
  readJson,
  runCli,
  unwrap,
} from "./support.ts";

const error = (status: number, message: string): ReturnType<Handler> => ({ status, body: { error: { message } } });

describe.concurrent("what the provider causes is no verdict on the prompt", () => {
  it("a server that answers 503 to everything: could not judge, exit 3", async () => {
    const { directory, repository } = await createProject({ cases: 4, handler: () => error(503, "overloaded") });
    await repository.write({ [promptPath]: promptFile(2) });
    const finished = await runCli(directory, ["compare", "--json", "report.json"]);
    expect(finished.exitCode).toBe(3);
    expect(unwrap(finished.output)).toMatch(
      /^Could not judge: 8 of 8 calls failed \(503 Service Unavailable: overloaded\)\. Run again\./,
    );
    expect(finished.output).not.toMatch(/regression:/i);
    const report = await readJson<Report>(directory, "report.json");
    expect(report).toMatchObject({
      verdict: "error",
      passed: false,
      exitCode: 3,
      calls: { planned: 8, made: 32, failed: 8 },
    });
    expect(report.failures).toEqual([{ message: "503 Service Unavailable: overloaded", kind: "server", calls: 8 }]);
  });

  it("a refused key: one call, not two hundred; could not judge, exit 3, and no trace of the key", async () => {
    const key = "sk-secret-0123456789abcdef";
    const { directory, repository, server } = await createProject({
      cases: 100,
      config: { model: "openai/answers" },
      files: { [promptPath]: promptFile(100, { model: "openai/answers" }) },
      handler: () => error(401, `Incorrect API key provided: ${key}.`),
    });
    await repository.write({ [promptPath]: promptFile(2, { model: "openai/answers" }) });
    const environment = { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.url };
    const args = ["compare", "--json", "report.json", "--markdown", "report.md"];
    const finished = await runCli(directory, args, environment);
    expect(finished.exitCode).toBe(3);
    expect(unwrap(finished.output)).toMatch(/^Could not judge: the provider refused the key \(401 Unauthorized: /);
    expect(server.calls).toBe(1);
    const files = ["report.json", "report.md", "report.samples.jsonl"].map((file) =>
      readFile(join(directory, file), "utf8"),
    );
    for (const text of [finished.output, finished.errors, ...(await Promise.all(files))])
      expect(text).not.toContain(key);
  });

  it("a model that the provider does not offer: one call for each arm's model at most", async () => {
    const { directory, repository, server } = await createProject({
      handler: (request) => {
        const { model } = request.body as { readonly model: string };
        return model === "answers" ? answerAsTold(request) : error(404, "no such model");
      },
    });
    await repository.write({ [promptPath]: promptFile(40, { model: "local/gone" }) });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(3);
    expect(unwrap(finished.output)).toMatch(/^Could not judge: the provider does not offer the model/);
    expect(server.calls).toBe(41);
  });

  it("a few failures leave their pairs, are counted, and do not stop the verdict", async () => {
    const { directory, repository } = await createProject({
      handler: (request) => {
        const said = messagesOf(request)
          .map(({ content }) => content)
          .join();
        return said.includes("below 20") && said.endsWith("Case 7") ? error(422, "no thanks") : answerAsTold(request);
      },
    });
    await repository.write({ [promptPath]: promptFile(20) });
    const finished = await runCli(directory, ["compare", "--json", "report.json"]);
    expect(finished.exitCode).toBe(1);
    const { prompts } = await readJson<Report>(directory, "report.json");
    const [comparison] = prompts[0]?.comparisons ?? [];
    expect(comparison).toMatchObject({ pairs: 39, baseline: 1, worse: 20, failed: { baseline: 0, candidate: 1 } });
    const failed = prompts[0]?.cases.find(({ id }) => id === "case-7");
    expect(failed).toMatchObject({ change: "failed", candidate: { failure: "422 Unprocessable Entity: no thanks" } });
  });

  it("what the prompt causes is scored: a refusal, a filter and an empty answer are wrong, not missing", async () => {
    const { directory, repository } = await createProject({
      handler: (request) => {
        const [system, user] = messagesOf(request).map(({ content }) => content);
        if (system?.includes("below 40")) return answerAsTold(request);
        const number = Number(/\d+/.exec(user ?? "")?.[0]);
        if (number % 3 === 0) return { status: 400, body: { error: { code: "content_filter", message: "filtered" } } };
        return { text: number % 3 === 1 ? "" : "I cannot help with that." };
      },
    });
    await repository.write({ [promptPath]: promptFile(20) });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(1);
    expect(finished.output).toContain("equals 100 % → 0 %");
  });
});

describe.concurrent("record and replay", () => {
  it("a replay gives the same verdict without a call, a new edit misses its recordings and says so", async () => {
    const { directory, repository, server } = await createProject();
    await repository.write({ [promptPath]: promptFile(20) });
    const recorded = await runCli(directory, ["compare", "--record", "calls/all.jsonl", "--json", "recorded.json"]);
    expect([recorded.exitCode, server.calls]).toEqual([1, 80]);
    expect((await readFile(join(directory, "calls", "all.jsonl"), "utf8")).trimEnd().split("\n")).toHaveLength(80);

    const replay = ["compare", "--replay", "calls/all.jsonl", "--json"];
    const replayed = await runCli(directory, [...replay, "replayed.json"]);
    expect([replayed.exitCode, server.calls]).toEqual([1, 80]);
    const [one, other] = await Promise.all(
      ["recorded.json", "replayed.json"].map((file) => readJson<Report>(directory, file)),
    );
    const scores = (report: Report | undefined) =>
      report?.prompts[0]?.comparisons.find(({ metric }) => metric === "equals");
    expect(scores(other)).toEqual(scores(one));

    await repository.write({ [promptPath]: promptFile(21) });
    const missed = await runCli(directory, [...replay, "missed.json"]);
    expect([missed.exitCode, server.calls]).toEqual([3, 80]);
    expect(unwrap(missed.output)).toMatch(
      /^Could not judge: 40 calls have no recording\. Record again with --record\./,
    );
    const { prompts } = await readJson<Report>(directory, "missed.json");
    expect(prompts[0]).toMatchObject({ verdict: "error", reason: "missing-recording" });
    expect(prompts[0]?.cases[0]?.candidate?.failure).toContain('no recording of this request of case "case-0"');
  });

  it("a replay needs no key", async () => {
    const { directory, server } = await createProject({ cases: 1, config: { model: "openai/answers" } });
    const openai = promptFile(1, { model: "openai/answers" });
    const { repository } = await createProject({ cases: 1, files: { [promptPath]: openai } });
    const environment = { OPENAI_API_KEY: "sk-test-1234567890", OPENAI_BASE_URL: server.url };
    await runCli(repository.directory, ["run", "--record", "calls.jsonl"], environment);
    const replayed = await runCli(repository.directory, ["run", "--replay", "calls.jsonl"]);
    expect(replayed).toMatchObject({ exitCode: 0, errors: "" });
    expect([directory, server.calls]).toEqual([directory, 1]);
  });

  it("a file of recordings that is not there, or is none", async () => {
    const { directory, repository } = await createProject();
    await repository.write({ [promptPath]: promptFile(20), "none.jsonl": "{}\n" });
    const absent = await runCli(directory, ["compare", "--replay", "absent.jsonl"]);
    expect(absent.exitCode).toBe(2);
    expect(absent.errors).toContain("absent.jsonl");
    const none = await runCli(directory, ["compare", "--replay", "none.jsonl"]);
    expect(none.exitCode).toBe(2);
    expect(none.errors).toContain("none.jsonl:1: not a recording");
  });
});

describe.concurrent("what the user must mend: exit 2, before any call", () => {
  it("a missing key is named, and nothing is called", async () => {
    const { directory, repository, server } = await createProject({
      files: { [promptPath]: promptFile(40, { model: "openai/answers" }) },
    });
    await repository.write({ [promptPath]: promptFile(20, { model: "openai/answers" }) });
    const finished = await runCli(directory, ["compare"], { OPENAI_BASE_URL: server.url });
    expect(finished).toMatchObject({ exitCode: 2, output: "" });
    expect(finished.errors).toContain("needs a key in OPENAI_API_KEY, which is not set");
    expect(server.calls).toBe(0);
  });

  it("a publisher without a provider: check gives the lines to add", async () => {
    const { directory } = await createProject({
      files: { [promptPath]: promptFile(40, { model: "mistral-ai/small" }) },
    });
    const finished = await runCli(directory, ["check"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain(`${promptPath}:1:8: no provider for the publisher "mistral-ai"`);
    expect(unwrap(finished.errors)).toContain(
      'providers: mistral-ai: { baseUrl: "https://…/v1", keyEnv: MISTRAL_AI_API_KEY }',
    );
  });

  it("every mistake at once, each with its file and line", async () => {
    const golden = [
      '{"id": "a", "vars": {"n": 1}, "expected": "x"}',
      '{"id": "a", "vars": {"n": 2}, "expected": "x"}',
      "not JSON",
      '{"id": "b", "vars": {"m": 1}, "expected": "x"}',
    ];
    const { directory, server } = await createProject({
      config: { gate: { metrics: { equal: { atLeast: 0.8 } } }, scorers: [{ equals: { valeu: "x" } }] },
      files: {
        [goldenPath]: golden.join("\n"),
        "prompts/broken.prompt.yml":
          "model: local/answers\nmessages:\n  - role: narrator\n    content: x\ncolour: red\n",
      },
    });
    for (const command of ["check", "run"]) {
      const finished = await runCli(directory, [command]);
      expect(finished.exitCode).toBe(2);
      const told = finished.errors.split("\n").filter((line) => line.startsWith("error: "));
      const expected = [
        /^error: prompts\/broken\.prompt\.yml:3:\d+: .*narrator/,
        /^error: prompts\/broken\.prompt\.yml:5:\d+: unknown key "colour"/,
        /^error: golden\/answers\.jsonl:2\b.*"a"/,
        /^error: golden\/answers\.jsonl:3\b/,
        /^error: golden\/answers\.jsonl:4\b.*"n"/,
        /^error: assay\.yml(:\d+)?.*equal/,
        /^error: assay\.yml:\d+:\d+: .*valeu/,
      ];
      for (const pattern of expected) expect(told).toContainEqual(expect.stringMatching(pattern));
      expect(finished.errors).toContain(`${told.length} mistakes to mend.`);
    }
    expect(server.calls).toBe(0);
  });

  it("every mistake of assay.yml at once", async () => {
    const config = "scorers: [equals]\ngat: { margin: 0.1 }\nrun:\n  concurrency: 0\n  trials: many\n";
    const { directory } = await createProject({ files: { "assay.yml": config } });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toMatch(
      /assay\.yml:2:1: unknown key "gat"\n +2 \| gat: .*\n +\| \^\n +Did you mean "gate"\?/,
    );
    expect(finished.errors).toContain("assay.yml:4:");
    expect(finished.errors).toContain("assay.yml:5:");
    expect(finished.errors).toContain("3 mistakes to mend.");
  });

  it("an empty golden set, none at all, and a prompt that nothing judges", async () => {
    const { directory } = await createProject({
      config: { scorers: [] },
      files: { [goldenPath]: "", "prompts/other.prompt.yml": promptFile(3) },
    });
    const finished = await runCli(directory, ["check"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain(`${goldenPath}`);
    expect(finished.errors).toContain("the prompt other has no golden set: golden/other.jsonl does not exist");
    expect(unwrap(finished.errors)).toContain("or have drafts written: prompt-assay init --generate 20.");
    expect(finished.errors).toContain("nothing judges the prompt answers: there is no scorer");
  });

  it("a mistake that only the baseline makes does not stop its repair", async () => {
    const { directory, repository } = await createProject({ files: { [goldenPath]: "not JSON\n" } });
    await repository.write({ [goldenPath]: goldenFile(40), [promptPath]: promptFile(20) });
    expect((await runCli(directory, ["compare"])).exitCode).toBe(1);
  });

  it("a broken assay.yml at the base does not stop its repair, and is told", async () => {
    const { directory, repository, server } = await createProject();
    const good = await readFile(join(directory, "assay.yml"), "utf8");
    await repository.write({ "assay.yml": "providers: [\n" });
    await repository.commit();
    await repository.write({ "assay.yml": good, [promptPath]: promptFile(20) });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(1);
    expect(unwrap(finished.output)).toContain("assay.yml does not hold at ");
    expect(server.calls).toBe(80);
  });

  it("a base without assay.yml is asked with the head's model and judged by the head", async () => {
    const nameless = (right: number): string => promptFile(right).replace("model: local/answers\n", "");
    const { directory, repository, server } = await createProject({
      files: { [promptPath]: nameless(40), "assay.yml": null },
    });
    await repository.write({
      "assay.yml": `model: local/answers\nproviders: { local: { baseUrl: "${server.url}", keyEnv: null } }\nscorers: [{ equals: { value: "{{expected}}" } }]\n`,
      [promptPath]: nameless(20),
    });
    const finished = await runCli(directory, ["compare", "--json", "report.json"]);
    expect(finished.exitCode).toBe(1);
    const { prompts } = await readJson<Report>(directory, "report.json");
    expect(prompts[0]?.change).toEqual({ kind: "changed", parts: ["text", "scorers"] });
  });
});
