import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { type ServedRequest, startModelServer } from "../support/model-server.ts";
import {
  anthropicProtocol,
  chatProtocol,
  endpointProtocol,
  type Protocol,
  responsesProtocol,
} from "../support/protocols.ts";
import { startProxyServer } from "../support/proxy-server.ts";
import { createRepository } from "../support/repository.ts";
import {
  answerAsTold,
  assayFile,
  closeLater,
  createProject,
  goldenFile,
  goldenPath,
  type Handler,
  promptFile,
  promptPath,
  readJson,
  runCli,
  unwrap,
} from "./support.ts";

const key = "sk-planted-0123456789";
const bearer = { header: "authorization", value: `Bearer ${key}` };

interface Subject {
  readonly protocol: Protocol;
  readonly provider: (url: string) => Readonly<Record<string, unknown>>;
  readonly variable: string;
  readonly model?: string;
}

const root = (url: string) => url.replace(/\/v1$/, "");

const subjects: Readonly<Record<string, Subject>> = {
  "openai chat": {
    protocol: chatProtocol("/v1/chat/completions", bearer),
    provider: (url) => ({ baseUrl: url }),
    variable: "OPENAI_API_KEY",
  },
  "openai chat, streamed": {
    protocol: chatProtocol("/v1/chat/completions", bearer),
    provider: (url) => ({ baseUrl: url, stream: true }),
    variable: "OPENAI_API_KEY",
  },
  "openai responses": {
    protocol: responsesProtocol("/v1/responses", bearer),
    provider: (url) => ({ baseUrl: url, api: "responses" }),
    variable: "OPENAI_API_KEY",
  },
  azure: {
    protocol: chatProtocol("/openai/deployments/gpt-test/chat/completions?api-version=2024-10-21", {
      header: "api-key",
      value: key,
    }),
    provider: (url) => ({ type: "azure", baseUrl: root(url), apiVersion: "2024-10-21" }),
    variable: "AZURE_OPENAI_API_KEY",
  },
  anthropic: {
    protocol: anthropicProtocol(key),
    provider: (url) => ({ type: "anthropic", baseUrl: root(url) }),
    variable: "ANTHROPIC_API_KEY",
  },
  http: {
    protocol: endpointProtocol(key),
    provider: (url) => ({
      type: "http",
      keyEnv: "APP_KEY",
      url: `${url}/answer/{{model}}?trial={{trial}}`,
      headers: { "x-api-key": "{{key}}" },
      body: { question: "{{vars.n}} {{prompt}}", messages: "{{messages}}" },
      output: "/answer/text",
      usage: { input: "/usage/in", output: "/usage/out" },
      cost: "/usage/usd",
    }),
    variable: "APP_KEY",
  },
};

/** Right on the cases below the number that its instructions name, whatever the protocol in which they come. */
function speakAsTold(protocol: Protocol) {
  return (request: ServedRequest) => {
    const complaint = protocol.complain(request);
    if (complaint !== null) return { status: 418, body: complaint };
    const asked = JSON.stringify(request.body);
    const [limit, number] = [/below (\d+)/, /Case (\d+)/].map((pattern) => Number(pattern.exec(asked)?.[1]));
    return protocol.speak({ text: `${(number ?? 0) < (limit ?? 0) ? "answer" : "wrong"} ${number}` }, request);
  };
}

async function createSubject({ protocol, provider }: Subject) {
  const server = closeLater(await startModelServer(speakAsTold(protocol)));
  const repository = await createRepository({
    "assay.yml": assayFile(server.url, { providers: { mine: provider(server.url) } }),
    [promptPath]: promptFile(40, { model: "mine/gpt-test" }),
    [goldenPath]: goldenFile(40),
  });
  await repository.write({ [promptPath]: promptFile(20, { model: "mine/gpt-test" }) });
  return { server, repository, directory: repository.directory };
}

describe.concurrent.each(Object.entries(subjects))("over the built command: %s", (_name, subject) => {
  it("finds a regression, and finds it again in the recordings without a key", async () => {
    const { directory, server } = await createSubject(subject);
    const args = ["compare", "--json", "report.json", "--quiet"];
    const recorded = await runCli(directory, [...args, "--record", "calls.jsonl"], { [subject.variable]: key });
    expect(recorded).toMatchObject({ exitCode: 1, errors: "" });
    const report = await readJson<Report>(directory, "report.json");
    expect(report).toMatchObject({ verdict: "regression", calls: { made: 80, failed: 0 } });
    expect(server.calls).toBe(80);
    const samples = await readFile(join(directory, "report.samples.jsonl"), "utf8");
    expect(JSON.parse(samples.split("\n")[0] ?? "")).toMatchObject({ tokens: { input: 11, output: 7 } });
    const files = await Promise.all(
      ["report.json", "report.samples.jsonl", "calls.jsonl"].map((file) => readFile(join(directory, file), "utf8")),
    );
    expect([recorded.output, ...files].join("\n")).not.toContain(key);
    const replayed = await runCli(directory, [...args, "--replay", "calls.jsonl"]);
    expect(replayed).toMatchObject({ exitCode: 1, errors: "" });
    expect(server.calls).toBe(80);
  });

  it("names the variable of a missing key, before any call", async () => {
    const { directory, server } = await createSubject(subject);
    const finished = await runCli(directory, ["compare"]);
    expect(finished).toMatchObject({ exitCode: 2, output: "" });
    expect(finished.errors).toContain(`needs a key in ${subject.variable}, which is not set`);
    expect(finished.errors).toContain(`secrets.${subject.variable}`);
    expect(server.calls).toBe(0);
  });
});

describe.concurrent("the time to the first token", () => {
  const gated = (provider: object) => ({
    providers: { mine: provider },
    gate: { metrics: { equals: { gate: true }, "time-to-first-token": { margin: "50%" } } },
  });

  it.each(["openai chat", "anthropic"])(
    "is measured where it gates, of answers that are streamed then: %s",
    async (name) => {
      const { protocol, provider, variable } = subjects[name] as Subject;
      const streamed: unknown[] = [];
      const answer = speakAsTold(protocol);
      const server = closeLater(
        await startModelServer((request) => {
          streamed.push((request.body as { stream?: unknown }).stream);
          return answer(request);
        }),
      );
      const { directory, repository } = await createSubject(subjects[name] as Subject);
      await repository.write({ "assay.yml": assayFile("", gated(provider(server.url))) });
      await runCli(directory, ["compare", "--json", "report.json"], { [variable]: key });
      const report = await readJson<Report>(directory, "report.json");
      const comparison = report.prompts[0]?.comparisons.find(({ metric }) => metric === "time-to-first-token");
      expect(comparison).toMatchObject({
        gated: true,
        kind: "ratio",
        unit: "ms",
        pairs: 40,
        baseline: expect.any(Number),
      });
      expect(new Set(streamed)).toEqual(new Set([true]));
      const [line] = (await readFile(join(directory, "report.samples.jsonl"), "utf8")).split("\n");
      expect(JSON.parse(line ?? "")).toMatchObject({ timeToFirstTokenMs: expect.any(Number) });
    },
  );

  it("is measured anew of both versions, though the baseline's answers are stored", async () => {
    const { provider, variable } = subjects["openai chat"] as Subject;
    const { directory, repository, server } = await createSubject(subjects["openai chat"] as Subject);
    await repository.write({ "assay.yml": assayFile("", gated(provider(server.url))) });
    for (const rightBelow of [20, 30]) {
      await repository.write({ [promptPath]: promptFile(rightBelow, { model: "mine/gpt-test" }) });
      await runCli(directory, ["compare", "--json", "report.json"], { [variable]: key });
      const report = await readJson<Report>(directory, "report.json");
      const found = report.prompts[0]?.comparisons.find(({ metric }) => metric === "time-to-first-token");
      expect(found).toMatchObject({ gated: true, pairs: 40 });
    }
  });

  it("is measured where a scorer reads it, and told where it cannot be", async () => {
    const scorers = [{ "all-of": { name: "usable", scorers: ["equals", { "time-to-first-token": { max: 60_000 } }] } }];
    const { provider, variable } = subjects["openai chat"] as Subject;
    const { directory, repository, server } = await createSubject(subjects["openai chat"] as Subject);
    const write = (changes: object) =>
      repository.write({
        "assay.yml": assayFile("", { scorers, providers: { mine: provider(server.url), ...changes } }),
      });
    await write({});
    const finished = await runCli(directory, ["compare", "--json", "report.json"], { [variable]: key });
    expect(finished.exitCode).toBe(1);
    const report = await readJson<Report>(directory, "report.json");
    expect(report.prompts[0]?.comparisons[0]).toMatchObject({
      metric: "usable",
      baseline: 1,
      candidate: 0.5,
      unscored: 0,
    });
    await write({ mine: { ...provider(server.url), stream: false } });
    const told = await runCli(directory, ["compare", "--no-cache"], { [variable]: key });
    expect(told).toMatchObject({ exitCode: 2 });
    expect(unwrap(told.errors)).toContain(
      'the scorer usable needs time-to-first-token, but the provider "mine" does not stream its answers',
    );
  });

  it("cannot gate where nothing is streamed", async () => {
    const { provider, variable } = subjects["http"] as Subject;
    const { directory, repository, server } = await createSubject(subjects["http"] as Subject);
    await repository.write({ "assay.yml": assayFile("", gated(provider(server.url))) });
    const finished = await runCli(directory, ["compare"], { [variable]: key });
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain(
      'gate.metrics names time-to-first-token, but the provider "mine" does not stream its answers',
    );
    expect(server.calls).toBe(0);
  });
});

it("a provider that nobody knows: the nearest is named", async () => {
  const { directory, repository } = await createSubject(subjects["anthropic"] as Subject);
  await repository.write({ [promptPath]: promptFile(20, { model: "antropic/x" }) });
  const finished = await runCli(directory, ["compare"]);
  expect(finished).toMatchObject({ exitCode: 2 });
  expect(finished.errors).toContain('Did you mean "anthropic"?');
});

it("an error of the provider's is told, shortened and escaped, with the number of the request", async () => {
  const { protocol, provider, variable } = subjects["anthropic"] as Subject;
  const body = protocol.error(`::error::no\u001b[31m ${"x".repeat(900)}`, { type: "permission_error" });
  const server = closeLater(await startModelServer(() => ({ status: 403, headers: { "request-id": "req_77" }, body })));
  const { directory, repository } = await createSubject(subjects["anthropic"] as Subject);
  await repository.write({ "assay.yml": assayFile("", { providers: { mine: provider(server.url) } }) });
  const finished = await runCli(directory, ["compare", "--json", "report.json"], { [variable]: key });
  expect(finished.exitCode).toBe(3);
  expect(finished.output).not.toContain("\u001b[31m");
  expect(unwrap(finished.output)).toMatch(/80 calls: 403 Forbidden: ::error::no[^()]{100,}… \(request req_77\)/);
  const report = await readJson<Report>(directory, "report.json");
  expect(report.failures[0]?.message).toMatch(/^403 Forbidden: ::error::no\\u\{1b\}\[31m x+… \(request req_77\)$/);
});

it("a change of which nothing reaches the endpoint is warned of", async () => {
  const { directory, repository, server } = await createSubject(subjects["http"] as Subject);
  const mine = { type: "http", url: `${server.url}/x`, keyEnv: null, body: { question: "{{vars.n}}" }, output: "" };
  const prompt = (text: string) => promptFile(0, { model: "mine/x", messages: [{ role: "user", content: text }] });
  await repository.write({ "assay.yml": assayFile("", { providers: { mine } }), [promptPath]: prompt("{{n}}") });
  await repository.commit("Ask by the number alone");
  await repository.write({ [promptPath]: prompt("Really: {{n}}") });
  const finished = await runCli(directory, ["compare"]);
  expect(unwrap(finished.output)).toContain(
    'answers: what changed (text) is no part of what the provider "mine" is sent, so both versions ask for the same',
  );
});

describe.concurrent("a parameter that the model refuses", () => {
  const refusal = chatProtocol("", bearer).error("Unsupported value: 'temperature' does not support 0.2.", {
    code: "unsupported_value",
    param: "temperature",
  });
  const refuseTemperature: Handler = (request) =>
    Object.hasOwn(request.body as object, "temperature") ? { status: 400, body: refusal } : answerAsTold(request);
  const warm = { modelParameters: { temperature: 0.2 } };

  it("is named, and for the user to mend", async () => {
    const { directory, repository, server } = await createProject({ handler: refuseTemperature, cases: 200 });
    await repository.write({ [promptPath]: promptFile(20, warm) });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(2);
    // What would have been compared with it is not asked any more: a call under way when the refusal came ends by itself.
    expect(server.calls).toBeLessThan(100);
    const told = unwrap(finished.output);
    expect(told).toContain("Could not judge: the model refuses the parameter temperature: 400 Bad Request");
    expect(told).not.toContain("Run again");
  });

  it("is named by a shard, and by the merge of all", async () => {
    const { directory, repository, server } = await createProject({ handler: refuseTemperature, cases: 200 });
    await repository.write({ [promptPath]: promptFile(20, warm) });
    for (const index of [1, 2]) {
      const shard = await runCli(directory, ["compare", "--shard", `${index}/2`, "--json", `${index}.json`]);
      expect(shard.exitCode).toBe(2);
      expect(unwrap(shard.output)).toContain("the model refuses the parameter temperature: 400 Bad Request");
    }
    expect(server.calls).toBeLessThan(200);
    const merged = await runCli(directory, ["merge", "1.json", "2.json"]);
    expect(merged.exitCode).toBe(2);
    expect(unwrap(merged.output)).toContain("Could not judge: the model refuses the parameter temperature");
  });

  it("that the change takes out leaves the candidate alone to be judged", async () => {
    const { directory, repository } = await createProject({
      handler: refuseTemperature,
      files: { [promptPath]: promptFile(40, warm) },
    });
    await repository.write({ [promptPath]: promptFile(40) });
    const finished = await runCli(directory, ["compare", "--json", "report.json"]);
    expect(finished.exitCode).toBe(0);
    const report = await readJson<Report>(directory, "report.json");
    expect(report.prompts[0]).toMatchObject({ verdict: "new", trials: { candidate: 1 } });
    expect(report.prompts[0]?.notes.join("\n")).toContain(
      "The model (local/answers) refuses a parameter of the baseline and nothing of it is stored, so the candidate is judged alone.",
    );
  });

  it("of a variant leaves the change alone", async () => {
    const variants = { warm: { parameters: { temperature: 0.2 } } };
    const { directory, repository } = await createProject({ handler: refuseTemperature, config: { variants } });
    await repository.write({ [promptPath]: promptFile(20) });
    const finished = await runCli(directory, ["compare", "--json", "report.json"]);
    expect(finished.exitCode).toBe(1);
    const report = await readJson<Report>(directory, "report.json");
    expect(report).toMatchObject({ verdict: "regression" });
    expect(report.variants?.[0]?.versions.at(-1)).toMatchObject({ verdict: "error", reason: "refused-parameter" });
  });
});

it("a proxy is used on every version of Node", async () => {
  const subject = subjects["openai chat"] as Subject;
  const { directory, repository, server } = await createSubject(subject);
  const proxy = closeLater(await startProxyServer(server.url));
  const config = assayFile("", { providers: { mine: { baseUrl: "http://models.example.test/v1" } } });
  await repository.write({ "assay.yml": config });
  const environment = { [subject.variable]: key, HTTP_PROXY: proxy.url };
  expect(await runCli(directory, ["compare"], environment)).toMatchObject({ exitCode: 1 });
  expect(server.calls).toBe(80);
  expect(new Set(proxy.asked)).toEqual(new Set(["models.example.test:80"]));
});

it("two arms that different snapshots served are told of", async () => {
  const { protocol, provider, variable } = subjects["openai chat"] as Subject;
  const answer = speakAsTold(protocol);
  const server = closeLater(
    await startModelServer((request) => {
      const answered = answer(request);
      const half = JSON.stringify(request.body).includes("below 20") ? "fp_new" : "fp_old";
      return { ...answered, body: { ...(answered.body as object), system_fingerprint: half } };
    }),
  );
  const { directory, repository } = await createSubject(subjects["openai chat"] as Subject);
  await repository.write({ "assay.yml": assayFile("", { providers: { mine: provider(server.url) } }) });
  await runCli(directory, ["compare", "--json", "report.json"], { [variable]: key });
  const report = await readJson<Report>(directory, "report.json");
  expect(report.prompts[0]?.notes).toContain(
    "Served by served-model (fp_old) for the baseline and by served-model (fp_new) for the candidate.",
  );
});
