import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { compare, type Report, type RunOptions, run } from "../../src/index.ts";
import { runMain } from "../commands/support.ts";
import {
  type BatchAnswer,
  type BatchScript,
  type BatchServer,
  startBatchServer,
  type UploadedCall,
} from "../support/batch-server.ts";
import { chatCompletion } from "../support/model-server.ts";
import { createFolder, createRepository, gitEnvironment, type TestRepository } from "../support/repository.ts";

const servers: BatchServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

interface Project {
  readonly server: BatchServer;
  readonly repository: TestRepository;
  readonly options: RunOptions & { readonly store: string };
}

const cases = 24;

/** Right on every case before the edit, and on two in three after it. */
function reply({ messages }: UploadedCall["body"]) {
  const [, version = "", number = ""] = /^(\w+) (\d+)$/.exec(messages.at(-1)?.content ?? "") ?? [];
  const right = version === "Before" || Number(number) % 3 > 0;
  return chatCompletion(right ? `answer ${number}` : "no idea");
}

const numberOf = ({ body }: UploadedCall): number => Number(/\d+$/.exec(body.messages.at(-1)?.content ?? "")?.[0]);
const isAfter = ({ body }: UploadedCall): boolean => body.messages.at(-1)?.content.startsWith("After") === true;

function answered(call: UploadedCall): BatchAnswer {
  const response = { status_code: 200, request_id: "req_1", body: reply(call.body) };
  return { file: "output", response };
}

async function create(script: Partial<BatchScript> = {}, config: object = {}, modelBefore = "small"): Promise<Project> {
  const server = await startBatchServer({ answer: answered, call: reply, ...script });
  servers.push(server);
  const prompt = (word: string, model: string): string =>
    stringify({ model: `local/${model}`, messages: [{ role: "user", content: `${word} {{n}}` }] });
  const golden = Array.from({ length: cases }, (_, n) =>
    JSON.stringify({ id: `case-${n}`, vars: { n }, expected: `answer ${n}` }),
  );
  const repository = await createRepository({
    "assay.yml": stringify({
      providers: { local: { baseUrl: server.url, keyEnv: null } },
      scorers: [{ equals: { value: "{{expected}}" } }],
      run: { trials: 1 },
      ...config,
    }),
    "golden/one.jsonl": golden.join("\n"),
    "one.prompt.yml": prompt("Before", modelBefore),
  });
  await repository.write({ "one.prompt.yml": prompt("After", "small") });
  await repository.commit();
  const store = join(await createFolder(), "store");
  const options = { directory: repository.directory, environment: gitEnvironment, base: "HEAD~1", head: "HEAD", store };
  return { server, repository, options };
}

const batch = { interval: 2 };

function judge({ options }: Project, changes: Partial<RunOptions> = {}): Promise<Report> {
  return compare({ ...options, batch, ...changes });
}

/** What is under way, as the next run would find it. */
async function underWay({ options }: Project): Promise<readonly string[]> {
  return readdir(join(options.store, "batches")).catch(() => []);
}

/** The lines without what a batch does not say: how long an answer took. */
async function readTimeless(file: string): Promise<readonly unknown[]> {
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
  return lines.map((line) => {
    const { latencyMs: _ms, cached: _cached, ...rest } = JSON.parse(line) as Record<string, unknown>;
    const { latency: _latency, ...scores } = rest["scores"] as Record<string, unknown>;
    return { ...rest, scores };
  });
}

function figures({ prompts }: Report) {
  return prompts.map(({ verdict, comparisons }) => ({
    verdict,
    comparisons: comparisons.filter(({ metric }) => metric !== "latency"),
  }));
}

describe("compare --batch", () => {
  it("takes the samples that the ordinary engine takes, all at once", async () => {
    const project = await create({}, { run: { trials: 2 }, gate: { stopEarly: false } });
    const [one, other] = [join(await createFolder(), "one.jsonl"), join(await createFolder(), "other.jsonl")];
    const looks: object[] = [];
    const onLook = (progress: object): number => looks.push(progress);
    const batched = await judge(project, { samplesFile: one, batch: { interval: 2, onLook } });
    expect(project.server.requests.filter((each) => each.includes("chat"))).toEqual([]);
    expect(project.server.uploads.map((calls) => calls.length)).toEqual([4 * cases]);
    const ordinary = await compare({ ...project.options, samplesFile: other, store: false });
    expect(figures(batched)).toEqual(figures(ordinary));
    expect(batched.prompts[0]?.verdict).toBe("regression");
    expect(batched.calls).toEqual({ planned: 4 * cases, made: 4 * cases, cached: 0, saved: 0, failed: 0 });
    expect(await readTimeless(one)).toEqual(await readTimeless(other));
    expect(looks.at(-1)).toEqual({ answered: 4 * cases, total: 4 * cases });
    expect(await underWay(project)).toEqual([]);
  });

  it("does not stop early, and says nothing of how long an answer took", async () => {
    const project = await create({}, { gate: { stopEarly: true } });
    const { prompts } = await judge(project);
    expect(prompts[0]).toMatchObject({ stopped: null, verdict: "regression" });
    expect(prompts[0]?.comparisons.map(({ metric }) => metric)).not.toContain("latency");
  });

  it("keeps the log-probabilities of an answer's tokens", async () => {
    const answer = (): BatchAnswer => {
      const content = [{ token: "Yes", logprob: -0.5, bytes: null, top_logprobs: [] }];
      const body = chatCompletion("Yes", { choice: { logprobs: { content } } });
      return { file: "output", response: { status_code: 200, request_id: "req_1", body } };
    };
    const samplesFile = join(await createFolder(), "report.samples.jsonl");
    await judge(await create({ answer }), { samplesFile });
    const [line] = (await readFile(samplesFile, "utf8")).split("\n", 1);
    expect(JSON.parse(line ?? "")).toMatchObject({ logprobs: [{ token: "Yes", logprob: -0.5 }] });
  });

  it("asks each model in a file of its own, under the ids of 64 characters that the interface allows", async () => {
    const project = await create({}, {}, "large");
    await judge(project);
    const models = project.server.uploads.map((calls) => [...new Set(calls.map(({ body }) => body.model))]);
    expect(models.sort()).toEqual([["large"], ["small"]]);
    const ids = project.server.uploads.flat().map(({ custom_id }) => custom_id);
    expect(new Set(ids).size).toBe(2 * cases);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{64}$/);
  });

  it("keeps what came: the same comparison again asks for nothing", async () => {
    const project = await create();
    const first = await judge(project);
    const again = await judge(project);
    expect(again.verdict).toBe(first.verdict);
    expect(project.server.uploads).toHaveLength(1);
  });

  it("runs the present version, which nothing stored may answer for", async () => {
    const project = await create();
    const alone = async (): Promise<Report> => run({ ...project.options, batch });
    const [first, again] = [await alone(), await alone()];
    expect(first.calls).toMatchObject({ planned: cases, made: cases, cached: 0, failed: 0 });
    expect(again.calls).toEqual(first.calls);
    expect(project.server.uploads.map((calls) => calls.length)).toEqual([cases, cases]);
  });

  it("a regression against a stored baseline is asked again at once, call by call", async () => {
    const project = await create();
    await judge(project);
    const text = stringify({ model: "local/small", messages: [{ role: "user", content: "Afterwards {{n}}" }] });
    await project.repository.write({ "one.prompt.yml": text });
    await project.repository.commit();
    const report = await judge(project, { base: "HEAD~2", head: "HEAD" });
    expect(report.prompts[0]).toMatchObject({ verdict: "regression", confirmation: "confirmed" });
    expect(project.server.uploads.map((calls) => calls.length)).toEqual([2 * cases, cases]);
    expect(project.server.requests.filter((each) => each.includes("chat")).length).toBeGreaterThan(0);
  });

  it("takes a shard, too", async () => {
    const project = await create();
    const shards = [];
    for (const index of [1, 2]) shards.push(await judge(project, { shard: { index, of: 2 } }));
    expect(shards.map(({ verdict }) => verdict)).toEqual(["skipped", "skipped"]);
    expect(project.server.uploads.flat()).toHaveLength(2 * cases);
    await judge(project, { shard: { index: 1, of: 2 } });
    expect(project.server.uploads).toHaveLength(2);
  });
});

describe("what does not go well", () => {
  it("lines that failed are failed samples; what the prompt caused is a completed one", async () => {
    const project = await create({
      answer: (call) => {
        const status = (code: number, error: object): BatchAnswer => {
          const response = { status_code: code, request_id: "req_7", body: { error: { ...error } } };
          return { file: "error", response };
        };
        if (isAfter(call) && numberOf(call) === 1) return status(400, { code: "content_filter", message: "filtered" });
        if (isAfter(call) && numberOf(call) === 2) return status(400, { message: "cannot be" });
        if (isAfter(call) && numberOf(call) === 4) return status(500, { message: "broken" });
        if (isAfter(call) && numberOf(call) === 5) return { file: "error", error: { code: "x", message: "lost\nit" } };
        if (isAfter(call) && numberOf(call) === 7) return { file: "output", response: { status_code: 200, body: {} } };
        return isAfter(call) && numberOf(call) === 8 ? null : answered(call);
      },
    });
    const report = await judge(project);
    expect(report.calls).toMatchObject({ made: 2 * cases, failed: 5 });
    expect(report.failures.map(({ kind, message }) => `${kind}: ${message}`).sort()).toEqual([
      "malformed: the answer is no chat completion",
      "rejected: 400 Bad Request: cannot be (request req_7)",
      "server: 500 Internal Server Error: broken (request req_7)",
      "server: the batch could not answer this call: lost\\nit",
    ]);
    const changes = Object.fromEntries((report.prompts[0]?.cases ?? []).map(({ id, change }) => [id, change]));
    expect(changes).toMatchObject({ "case-1": "worse", "case-2": "failed", "case-8": "failed" });
    expect(project.server.uploads).toHaveLength(1);
  });

  it.each([
    ["expired", "timeout: the batch expired before this call was answered"],
    ["cancelled", "server: the batch was cancelled before this call was answered"],
  ])("a batch that %s keeps what was answered; the rest failed, and the next run asks for it", async (status, told) => {
    const project = await create({
      ends: { status },
      answer: (call) =>
        numberOf(call) < 4
          ? answered(call)
          : { file: "error", error: { code: `batch_${status}`, message: "not in time" } },
    });
    const report = await judge(project);
    expect(report.failures.map(({ kind, message, calls }) => [`${kind}: ${message}`, calls])).toEqual([[told, 40]]);
    expect(await underWay(project)).toEqual([]);
    project.server.script = { answer: answered };
    const next = await judge(project);
    expect(next.calls.failed).toBe(0);
    expect(next.calls.made + next.calls.cached).toBe(2 * cases);
    expect(project.server.uploads[1]?.filter(isAfter).every((call) => numberOf(call) >= 4)).toBe(true);
  });

  it("a batch that is refused as a whole says why, and is forgotten", async () => {
    const project = await create({ ends: { status: "failed", message: "Enqueued token limit reached" } });
    const report = await judge(project);
    expect(report).toMatchObject({ verdict: "error", exitCode: 3 });
    expect(report.failures).toEqual([
      { kind: "rejected", message: "the batch was refused: Enqueued token limit reached", calls: 2 * cases },
    ]);
    expect(await underWay(project)).toEqual([]);
  });

  it.each([
    ["POST", "/v1/files"],
    ["POST", "/v1/batches"],
    ["GET", "/v1/batches/batch-0"],
    ["GET", "/v1/files/output-batch-0/content"],
  ])("%s %s is tried again after 503 and 429, and answers in the end", async (method, path) => {
    const fault: BatchScript["fault"] = (given, at, count) =>
      given === method && at === path && count <= 3 ? (count === 2 ? 429 : 503) : null;
    const project = await create({ fault });
    const report = await judge(project);
    expect(report.calls.failed).toBe(0);
    expect(project.server.batches).toBe(1);
  });

  it("a server that has no batch interface is no model that is gone", async () => {
    const project = await create({ fault: (_, path) => (path === "/v1/files" ? 404 : null) });
    const report = await judge(project);
    expect(report).toMatchObject({ verdict: "error", exitCode: 3 });
    expect(report.failures[0]).toMatchObject({ kind: "rejected", calls: 2 * cases });
    expect(report.failures[0]?.message).toContain("the server has no batch interface");
  });

  it("a key that is refused is told, after one request", async () => {
    const project = await create({ fault: () => 401 });
    const report = await judge(project);
    expect(report).toMatchObject({ verdict: "error", prompts: [{ reason: "refused-key" }] });
    expect(project.server.requests).toEqual(["POST /v1/files"]);
  });
});

describe("a job that ends while a batch is under way", () => {
  /** Ends the run at this look, as the end of a job would. */
  async function interrupt(project: Project, at: number): Promise<Report> {
    const controller = new AbortController();
    let looks = 0;
    const onLook = (): void => {
      if (++looks === at) controller.abort();
    };
    return judge(project, { signal: controller.signal, batch: { interval: 2, onLook } });
  }

  it("says so; started again, it waits for the same batch and calls nothing twice", async () => {
    const project = await create({ looks: 5 });
    const report = await interrupt(project, 2);
    expect(report).toMatchObject({ verdict: "error", exitCode: 3 });
    expect(report.warnings).toContainEqual(expect.stringContaining("the same run, started again, waits for it"));
    expect(await underWay(project)).toHaveLength(1);
    const next = await judge(project);
    expect(next).toMatchObject({ verdict: "regression", calls: { failed: 0 } });
    expect([project.server.uploads.length, project.server.batches]).toEqual([1, 1]);
    expect(await underWay(project)).toEqual([]);
  });

  it("maxDuration ends the wait, too: the run says that its time is up, and the next one goes on", async () => {
    const project = await create({ looks: Number.POSITIVE_INFINITY });
    const report = await judge(project, { maxDurationMs: 300 });
    expect(report).toMatchObject({ verdict: "error", exitCode: 3, prompts: [{ reason: "budget" }] });
    expect(report.warnings).toContainEqual(expect.stringContaining("maxDuration is used up"));
    expect(report.warnings).toContainEqual(expect.stringContaining("the same run, started again, waits for it"));
    project.server.script = { answer: answered };
    expect(await judge(project)).toMatchObject({ verdict: "regression", calls: { failed: 0 } });
    expect(project.server.batches).toBe(1);
  });

  it("finds the batch whose start was not heard of any more", async () => {
    const project = await create({
      fault: (method, path, count) => (`${method} ${path}` === "POST /v1/batches" && count === 1 ? 0 : null),
    });
    const report = await judge(project);
    expect(report.calls.failed).toBe(0);
    expect([project.server.uploads.length, project.server.batches]).toEqual([1, 1]);
  });

  it("begins anew where the provider has forgotten the batch", async () => {
    const project = await create({ looks: 5 });
    await interrupt(project, 1);
    const fault: BatchScript["fault"] = (_, path) => (path === "/v1/batches/batch-0" ? 404 : null);
    project.server.script = { answer: answered, fault };
    const next = await judge(project);
    expect(next.calls.failed).toBe(0);
    expect(project.server.batches).toBe(2);
  });

  it("a server that is down keeps the batch for the next run", async () => {
    const project = await create({ looks: 5 });
    await interrupt(project, 1);
    project.server.script = { answer: answered, fault: () => 503 };
    expect(await judge(project)).toMatchObject({ verdict: "error", exitCode: 3 });
    project.server.script = { answer: answered };
    expect(await judge(project)).toMatchObject({ verdict: "regression" });
    expect(project.server.batches).toBe(1);
  });
});

describe("what it costs", () => {
  // 11 tokens in and 7 out: $25 a million calls at the ordinary price.
  const config = { prices: { "local/small": { input: 1, output: 2 } } };
  const ordinary = (11 + 2 * 7) / 1e6;

  it("is half the price of the tokens, in the report, the prompt and the samples", async () => {
    const project = await create({}, config);
    const samplesFile = join(await createFolder(), "samples.jsonl");
    const { cost, prompts } = await judge(project, { samplesFile });
    expect(cost).toBeCloseTo((2 * cases * ordinary) / 2, 12);
    expect(prompts[0]?.cost).toBeCloseTo((2 * cases * ordinary) / 2, 12);
    const [line] = (await readFile(samplesFile, "utf8")).split("\n", 1);
    expect((JSON.parse(line ?? "") as { cost: number }).cost).toBeCloseTo(ordinary / 2, 12);
  });

  it.each([
    [{ maxCalls: 2 * cases - 1 }, /^the batch has 48 calls, and maxCalls is 47/],
    [{ maxCost: 0.0001 }, /^the batch may cost \$.*, and maxCost is 0.0001: a batch cannot be cut short$/],
  ])("where it may be more than %j, nothing is uploaded", async (limit, message) => {
    const project = await create({}, config);
    await expect(judge(project, limit)).rejects.toThrow(message);
    expect(project.server.requests).toEqual([]);
    expect((await judge(project, { maxCalls: 2 * cases, maxCost: 10 })).calls.failed).toBe(0);
  });
});

describe("bad usage", () => {
  it.each([
    [["--no-cache"], "--batch needs the store"],
    [["--replay", "answers.jsonl"], "--batch needs the store"],
    [["--record", "answers.jsonl"], "--batch makes no call that --record could record"],
  ])("--batch with %j", async (words, message) => {
    const { repository } = await create();
    await repository.write({ "answers.jsonl": "" });
    const { exitCode, errors } = await runMain(
      repository.directory,
      "compare",
      "--base",
      "HEAD~1",
      "--batch",
      ...words,
    );
    expect({ exitCode, errors }).toEqual({ exitCode: 2, errors: expect.stringContaining(message) });
  });

  it("a provider that has no batch interface", async () => {
    const { repository } = await create();
    const prompt = stringify({ model: "simulated/any", messages: [{ role: "user", content: "Other {{n}}" }] });
    await repository.write({ "one.prompt.yml": prompt });
    const { exitCode, errors } = await runMain(repository.directory, "compare", "--base", "HEAD~1", "--batch");
    expect({ exitCode, errors }).toEqual({
      exitCode: 2,
      errors: expect.stringContaining('the provider "simulated" has no batch interface'),
    });
  });
});
