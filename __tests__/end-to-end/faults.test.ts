import { spawn } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { chatCompletion, type ServedAnswer, type ServedRequest } from "../support/model-server.ts";
import { gitEnvironment } from "../support/repository.ts";
import {
  answerAsTold,
  assayFile,
  createProject,
  type Finished,
  messagesOf,
  type ProjectOptions,
  projectRoot,
  promptFile,
  promptPath,
  readJson,
  runCli,
  unwrap,
} from "./support.ts";

/** The text of a request: which version asks, and about which case. */
function nameOf(request: ServedRequest): string {
  return messagesOf(request)
    .map(({ content }) => content)
    .join(" | ");
}

interface Misbehaviour {
  /** What the server does instead of answering: asked with how often this very request has come. */
  readonly fault: (attempt: number, request: ServedRequest) => ServedAnswer | null;
  readonly cases?: number;
  readonly run?: Readonly<Record<string, unknown>>;
  readonly right?: number;
  readonly args?: readonly string[];
}

/** Compares a version that is right on all cases with one that is right on fewer, against a server with a fault. */
async function compareUnder({ fault, cases = 20, run = {}, right = cases, args = [] }: Misbehaviour) {
  const attempts = new Map<string, number>();
  const answered = new Map<string, number>();
  const options: ProjectOptions = {
    cases,
    config: { run: { trials: 1, timeout: "5s", ...run }, gate: { margin: 0.2 } },
    handler: (request) => {
      const name = nameOf(request);
      const attempt = (attempts.get(name) ?? 0) + 1;
      attempts.set(name, attempt);
      const answer = fault(attempt, request);
      if (answer === null) answered.set(name, (answered.get(name) ?? 0) + 1);
      return answer ?? answerAsTold(request);
    },
  };
  const project = await createProject(options);
  await project.repository.write({ [promptPath]: promptFile(right).replace("Be right", "Please be right") });
  const finished = await runCli(project.directory, ["compare", "--json", "report.json", ...args]);
  const report = await readJson<Report>(project.directory, "report.json");
  return { ...project, finished, report, attempts, answered };
}

/** Every request was answered once, and every call that reached the server is counted. */
function expectNothingLost(
  { report, server, answered }: Awaited<ReturnType<typeof compareUnder>>,
  samples: number,
): void {
  expect(report.calls).toMatchObject({ planned: samples, made: server.calls, failed: 0 });
  expect([...answered.values()]).toEqual(new Array(samples).fill(1));
}

const status = (code: number, headers: Readonly<Record<string, string>> = {}): ServedAnswer => ({
  status: code,
  headers,
  body: { error: { message: `status ${code}` } },
});

const soon = (): string => new Date(Date.now() + 1_000).toUTCString();

describe.concurrent("a fault that passes costs calls and no verdict", () => {
  it.each<[string, (attempt: number, request: ServedRequest) => ServedAnswer | null]>([
    ["429 without advice", (_attempt, { count }) => (count > 2 && count <= 10 ? status(429) : null)],
    [
      "429 with Retry-After in seconds",
      (attempt, { count }) => (attempt === 1 && count <= 4 ? status(429, { "retry-after": "1" }) : null),
    ],
    [
      "429 with Retry-After as a date",
      (attempt, { count }) => (attempt === 1 && count <= 4 ? status(429, { "retry-after": soon() }) : null),
    ],
    [
      "a burst of 500, 502 and 503",
      (_attempt, { count }) => (count % 7 < 2 && count < 30 ? status([500, 502, 503][count % 3] ?? 500) : null),
    ],
    ["408 and 409", (attempt, { count }) => (attempt === 1 && count < 10 ? status(count % 2 === 0 ? 408 : 409) : null)],
    ["a connection that is reset", (attempt, { count }) => (attempt === 1 && count < 10 ? { reset: true } : null)],
    [
      "a body that is cut short",
      (attempt, { count }) => (attempt === 1 && count < 10 ? { text: "answer", cutAfterBytes: 20 } : null),
    ],
    ["a body that is no JSON", (attempt, { count }) => (attempt === 1 && count < 10 ? { body: "<html>" } : null)],
    ["no choice", (attempt, { count }) => (attempt === 1 && count < 10 ? { body: { choices: [] } } : null)],
  ])("%s", async (_name, fault) => {
    const run = await compareUnder({ fault });
    expectNothingLost(run, 40);
    expect(run.finished.exitCode).toBe(0);
    expect(run.report.verdict).toBe("no-regression");
    expect(run.server.calls).toBeGreaterThan(40);
    const samples = await readFile(join(run.directory, "report.samples.jsonl"), "utf8");
    const repeated = samples.split("\n").filter((line) => line.includes('"repeatedAfter":[{"kind"'));
    expect(repeated.length).toBeGreaterThan(0);
  });
});

describe.concurrent("a fault that stays is no verdict on the prompt", () => {
  it("a server that answers after ten times the time-out", async () => {
    const run = await compareUnder({
      fault: (_attempt, request) => ({ ...answerAsTold(request), delayMs: 10_000 }),
      cases: 3,
      run: { timeout: "1s", retries: 1 },
    });
    expect(run.finished.exitCode).toBe(3);
    expect(run.report).toMatchObject({ verdict: "error", calls: { planned: 6, made: 12, failed: 6 } });
    expect(run.report.failures).toMatchObject([{ kind: "timeout", calls: 6 }]);
    // The requests themselves were ended.
    expect(run.server.abandoned).toBe(run.server.calls);
  });

  it("a server that accepts and never answers", async () => {
    const run = await compareUnder({ fault: () => ({ hang: true }), cases: 3, run: { timeout: "1s", retries: 0 } });
    expect(run.finished.exitCode).toBe(3);
    expect(run.report).toMatchObject({ verdict: "error", calls: { made: 6, failed: 6 } });
    expect(run.server.abandoned).toBe(run.server.calls);
  });

  it("a server that dies half way: the pairs before do not pass for the whole", async () => {
    const run = await compareUnder({
      fault: (_attempt, { count }) => (count > 20 ? { reset: true } : null),
      run: { retries: 1, concurrency: 2 },
      right: 18,
    });
    expect(run.finished.exitCode).toBe(3);
    expect(run.report).toMatchObject({ verdict: "error", calls: { planned: 40, made: run.server.calls, failed: 20 } });
    expect(unwrap(run.finished.output)).toMatch(/^Could not judge: 20 of 40 calls failed/);
    expect([...run.attempts.values()].every((count) => count <= 2)).toBe(true);
  });
});

describe.concurrent("what the prompt causes is scored, in both arms alike", () => {
  const empty: Readonly<Record<string, ServedAnswer>> = {
    "a refusal": { body: chatCompletion(null, { message: { refusal: "I cannot help with that." } }) },
    "a content filter": { body: chatCompletion("", { choice: { finish_reason: "content_filter" } }) },
    "a content filter as HTTP 400": { status: 400, body: { error: { code: "content_filter", message: "filtered" } } },
    "null content": { body: chatCompletion(null) },
    "an answer cut off by length": { body: chatCompletion("answe", { choice: { finish_reason: "length" } }) },
    "a context that is too long": {
      status: 400,
      body: { error: { code: "context_length_exceeded", message: "too long" } },
    },
  };

  it.each(Object.keys(empty).flatMap((name) => [[name, "baseline"] as const, [name, "candidate"] as const]))(
    "%s in the %s",
    async (name, arm) => {
      const asksPlease = (request: ServedRequest): boolean => nameOf(request).includes("Please");
      const run = await compareUnder({
        fault: (_attempt, request) => (asksPlease(request) === (arm === "candidate") ? (empty[name] ?? null) : null),
      });
      // One call each: nothing of this is tried again, and nothing is missing.
      expect(run.report.calls).toMatchObject({ made: 40, failed: 0 });
      expect(run.server.calls).toBe(40);
      expect(run.report.verdict).toBe(arm === "candidate" ? "regression" : "improvement");
      const [comparison] = run.report.prompts[0]?.comparisons ?? [];
      expect(comparison).toMatchObject({ pairs: 20, [arm]: 0, failed: { baseline: 0, candidate: 0 } });
    },
  );
});

describe.concurrent("a budget", () => {
  const priced = { prices: { "local/answers": { input: 0, output: 1_000 } } };

  it("of calls keeps a regression that is found within it, and says what was left out", async () => {
    const project = await createProject({
      cases: 60,
      config: { run: { trials: 1, maxCalls: 60 }, gate: { margin: 0.1 } },
    });
    await project.repository.write({ [promptPath]: promptFile(10) });
    const finished = await runCli(project.directory, ["compare", "--json", "report.json"]);
    const report = await readJson<Report>(project.directory, "report.json");
    expect(project.server.calls).toBe(60);
    expect(finished.exitCode).toBe(1);
    expect(report).toMatchObject({ verdict: "regression", calls: { planned: 120, made: 60, saved: 0, failed: 0 } });
    const [comparison] = report.prompts[0]?.comparisons ?? [];
    expect(comparison?.pairs).toBeGreaterThanOrEqual(28);
    expect(comparison?.pairs).toBeLessThanOrEqual(30);
    expect(report.warnings).toContain("60 of 120 samples were not taken: maxCalls is used up.");
    expect(report.prompts[0]?.notes[0]).toMatch(
      /^Cut short, maxCalls is used up: (28|29|30) of 60 cases were compared/,
    );
  });

  it("that ends before there is a verdict is inconclusive, for want of budget", async () => {
    const { finished, report, server } = await compareUnder({ fault: () => null, cases: 60, run: { maxCalls: 60 } });
    expect(server.calls).toBe(60);
    expect(finished.exitCode).toBe(0);
    expect(report).toMatchObject({ verdict: "inconclusive", prompts: [{ reason: "budget" }] });
    expect(unwrap(finished.output)).toContain("the budget ended the run before there was one");
  });

  it("that ends before the first look could not judge: exit 3", async () => {
    const { finished, report, server } = await compareUnder({ fault: () => null, cases: 60, run: { maxCalls: 10 } });
    expect(server.calls).toBe(10);
    expect(finished.exitCode).toBe(3);
    expect(report).toMatchObject({ verdict: "error", prompts: [{ reason: "budget", comparisons: [] }] });
    expect(unwrap(finished.output)).toMatch(
      /^Could not judge: the budget ended the run before there was enough to compare/,
    );
  });

  it("of time lets what is under way finish, and begins nothing more", async () => {
    const { report, server } = await compareUnder({
      fault: (_attempt, request) => ({ ...answerAsTold(request), delayMs: 300 }),
      cases: 60,
      run: { maxDuration: "2s", concurrency: 2 },
    });
    expect(server.calls).toBeGreaterThan(0);
    expect(server.calls).toBeLessThan(40);
    expect(report.calls).toMatchObject({ made: server.calls, failed: 0 });
    expect(server.abandoned).toBe(0);
  });

  it("in dollars holds by the usage that the provider tells, and the next run goes on from there", async () => {
    const cost = (body: number) => body * 7 * 0.001;
    const project = await createProject({
      cases: 30,
      config: { ...priced, run: { trials: 1, maxCost: 0.2 }, gate: { margin: 0.2 } },
      files: { [promptPath]: promptFile(30, { modelParameters: { max_tokens: 10 } }) },
    });
    await project.repository.write({ [promptPath]: promptFile(20, { modelParameters: { max_tokens: 10 } }) });
    const args = ["compare", "--json", "report.json"];
    const first = await runCli(project.directory, args);
    const cut = await readJson<Report>(project.directory, "report.json");
    const { calls } = project.server;
    expect(cost(calls)).toBeLessThanOrEqual(0.2);
    expect(cost(calls + 1) + 0.01).toBeGreaterThan(0.2);
    expect(cut.cost).toBeCloseTo(cost(calls), 9);
    expect(cut.prompts[0]?.cost).toBeCloseTo(cost(calls), 9);
    expect(first.errors).toContain("planned: answers: 60 calls");
    const second = await runCli(project.directory, [...args, "--max-cost", "5"]);
    expect(second.exitCode).toBe(1);
    const whole = await readJson<Report>(project.directory, "report.json");
    // Nothing that was answered is asked again, in either arm.
    expect(project.server.calls).toBe(60);
    expect(whole.calls).toMatchObject({ made: 60 - calls, cached: calls });
    expect(whole.cost).toBeCloseTo(cost(60 - calls), 9);
  });

  it("is refused for a model whose price nobody knows", async () => {
    const project = await createProject({
      config: { model: "openai/unheard-of" },
      files: { [promptPath]: promptFile(40, { model: "openai/unheard-of" }) },
    });
    await project.repository.write({ [promptPath]: promptFile(20, { model: "openai/unheard-of" }) });
    const environment = { OPENAI_API_KEY: "sk-0123456789abcdef", OPENAI_BASE_URL: "https://models.example/v1" };
    const finished = await runCli(project.directory, ["compare", "--max-cost", "1"], environment);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain('the price of the model "openai/unheard-of" is unknown');
  });

  it("holds for an application, whose answers alone tell what they cost, where it says what one costs at most", async () => {
    const project = await createProject({
      handler: (request) => ({ body: { text: answerAsTold(request).text ?? "", usd: 0.002 } }),
      files: (url) => ({
        [promptPath]: promptFile(40, { model: "app/faq" }),
        "assay.yml": assayFile(url, { providers: { app: application(url) } }),
      }),
    });
    const { directory, repository, server } = project;
    await repository.write({ [promptPath]: promptFile(20, { model: "app/faq" }) });
    const args = ["compare", "--max-cost", "0.05", "--json", "report.json"];
    const refused = await runCli(directory, args);
    expect(refused.exitCode).toBe(2);
    expect(refused.errors).toContain('assay.yml:2:3: the price of the model "app/faq" is unknown');
    expect(refused.errors).toContain("providers: { app: { …, maxCallCost: 0.05 } }");
    expect(server.calls).toBe(0);
    const config = assayFile("", { providers: { app: { ...application(server.url), maxCallCost: 0.003 } } });
    await repository.write({ "assay.yml": config });
    const cut = await runCli(directory, args);
    expect(cut.errors).toContain("at most $0.24");
    const report = await readJson<Report>(directory, "report.json");
    expect(report.cost).toBeCloseTo(server.calls * 0.002, 9);
    // Nothing is begun that could go beyond: a call more might have cost as much as it says.
    expect(report.cost).toBeLessThanOrEqual(0.05);
    expect((report.cost ?? 0) + 0.003).toBeGreaterThan(0.05);
  });

  it("is asked for where a run may cost more than it may without being asked", async () => {
    const project = await createProject({ config: { ...priced, run: { trials: 1, confirmAbove: 1 } } });
    await project.repository.write({ [promptPath]: promptFile(20) });
    const stopped = await runCli(project.directory, ["compare"]);
    expect({ code: stopped.exitCode, calls: project.server.calls }).toEqual({ code: 2, calls: 0 });
    expect(stopped.errors).toMatch(
      /may cost up to 327\.68 US dollars, more than run\.confirmAbove: 1; nothing was called/,
    );
    const confirmed = await runCli(project.directory, ["compare", "--max-cost", "400"]);
    expect({ code: confirmed.exitCode, calls: project.server.calls }).toEqual({ code: 1, calls: 80 });
  });
});

/** Starts `compare` and does something to it once so many calls have come. */
async function disturb(
  options: {
    readonly cases: number;
    readonly delayMs: number;
    readonly after: number;
    readonly hangAfter?: number;
    /** Blocks of a file that it may write, as on a disk that is full. */
    readonly blocks?: number;
  },
  act: (child: ReturnType<typeof spawn>) => void,
) {
  const state = { child: null as ReturnType<typeof spawn> | null, answered: new Map<string, number>() };
  const project = await createProject({
    cases: options.cases,
    config: { run: { trials: 1, concurrency: 4 }, gate: { margin: 0.1 } },
    handler: (request) => {
      if (request.count === options.after && state.child !== null) act(state.child);
      if (options.hangAfter !== undefined && request.count > options.hangAfter) return { hang: true };
      const name = nameOf(request);
      state.answered.set(name, (state.answered.get(name) ?? 0) + 1);
      return { ...answerAsTold(request), delayMs: options.delayMs };
    },
  });
  await project.repository.write({ [promptPath]: promptFile(options.cases).replace("Be right", "Please be right") });
  const started = Date.now();
  const finished = await new Promise<Finished & { readonly signal: string | null }>((finish) => {
    const words = [process.execPath, join(projectRoot, "dist", "cli.js"), "compare", "--json", "report.json"];
    const limited = ["sh", "-c", `trap "" XFSZ; ulimit -f ${options.blocks}; exec "$0" "$@"`, ...words];
    const [command = "", ...args] = options.blocks === undefined ? words : limited;
    const child = spawn(command, args, {
      cwd: project.directory,
      env: { ...gitEnvironment, TMPDIR: process.env["TMPDIR"] },
      stdio: ["ignore", "pipe", "pipe"],
    });
    state.child = child;
    const written = { output: "", errors: "" };
    child.stdout.on("data", (text) => {
      written.output += text;
    });
    child.stderr.on("data", (text) => {
      written.errors += text;
    });
    child.on("close", (exitCode, signal) => finish({ exitCode, signal, ...written }));
  });
  return { ...project, finished, answered: state.answered, tookMs: Date.now() - started };
}

describe.runIf(process.platform === "linux")("a disk that is full", () => {
  it("ends the run with what to do; what had been kept is not asked again, and the rest is", async () => {
    const run = await disturb({ cases: 40, delayMs: 1, after: 0, blocks: 8 }, () => {});
    expect(run.finished.exitCode).toBe(2);
    expect(unwrap(run.finished.errors)).toMatch(/cannot write samples to .+ Make room, then run again/);
    expect(run.server.calls).toBe(80);
    const again = await runCli(run.directory, ["compare", "--json", "report.json"]);
    expect(again.exitCode).toBe(0);
    const report = await readJson<Report>(run.directory, "report.json");
    expect(report).toMatchObject({ verdict: "no-regression", calls: { planned: 80, failed: 0 } });
    expect(report.calls.cached).toBeGreaterThan(0);
    expect(report.calls.made).toBe(run.server.calls - 80);
    expect(report.calls.made + report.calls.cached).toBe(80);
  });
});

describe.concurrent("a run that is interrupted", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "by %s finishes what is under way, reports what there is, exit 3",
    async (signal) => {
      const run = await disturb({ cases: 100, delayMs: 100, after: 40 }, (child) => child.kill(signal));
      expect(run.finished.exitCode).toBe(3);
      const report = await readJson<Report>(run.directory, "report.json");
      expect(report).toMatchObject({ verdict: "error", passed: false, prompts: [{ reason: "interrupted" }] });
      expect(report.calls).toMatchObject({ made: run.server.calls, failed: 0 });
      expect(run.server.calls).toBeLessThan(60);
      expect(run.server.abandoned).toBe(0);
      expect(report.warnings.join()).toContain("were not taken: the run was interrupted.");
      // What was answered is not asked again.
      const again = await runCli(run.directory, ["compare"]);
      expect(again.exitCode).toBe(0);
      expect([...run.answered.values()]).toEqual(new Array(200).fill(1));
    },
  );

  it("waits no longer than 5 s for a server that does not answer", async () => {
    const run = await disturb({ cases: 100, delayMs: 1, after: 41, hangAfter: 40 }, (child) => child.kill("SIGTERM"));
    expect(run.finished.exitCode).toBe(3);
    expect(run.tookMs).toBeLessThan(15_000);
    const report = await readJson<Report>(run.directory, "report.json");
    expect(report).toMatchObject({ verdict: "error", calls: { failed: 0 } });
  }, 30_000);

  it("by kill -9 repeats no call whose answer was written: at most those under way", async () => {
    const run = await disturb({ cases: 100, delayMs: 20, after: 120 }, (child) => child.kill("SIGKILL"));
    expect(run.finished.signal).toBe("SIGKILL");
    // Those that were sent beside the one at which it was killed have come, too.
    const before = run.server.calls;
    expect(before).toBeLessThan(120 + 4);
    const again = await runCli(run.directory, ["compare", "--json", "report.json"]);
    expect(again.exitCode).toBe(0);
    const report = await readJson<Report>(run.directory, "report.json");
    expect(report).toMatchObject({ verdict: "no-regression", calls: { planned: 200, failed: 0 } });
    expect(report.prompts[0]?.stored).toBeNull();
    const repeated = [...run.answered.values()].filter((count) => count > 1).length;
    expect(run.answered.size).toBe(200);
    expect(repeated).toBeLessThanOrEqual(4);
    expect(report.calls.made).toBe(run.server.calls - before);
    expect(report.calls.cached).toBeGreaterThanOrEqual(116);
  });

  it("with its cache cut in the middle and full of garbage asks again for what is lost, and for nothing else", async () => {
    const run = await disturb({ cases: 50, delayMs: 20, after: 60 }, (child) => child.kill("SIGKILL"));
    const store = join(run.directory, ".assay", "samples");
    const [segment] = await readdir(store);
    const lines = (await readFile(join(store, segment ?? ""), "utf8")).split("\n");
    const kept = Math.floor(lines.length / 2);
    const cut = `${lines.slice(0, kept).join("\n")}\ngarbage\n{"mac":"x"}\n${lines[kept]?.slice(0, 200)}`;
    await writeFile(join(store, segment ?? ""), cut);
    const before = run.server.calls;
    const again = await runCli(run.directory, ["compare", "--json", "report.json"]);
    expect(again.exitCode).toBe(0);
    const report = await readJson<Report>(run.directory, "report.json");
    expect(report.warnings.join()).toContain("2 stored lines were left out");
    expect(report.calls).toMatchObject({ planned: 100, failed: 0, made: run.server.calls - before });
    expect(report.calls.made + report.calls.cached).toBe(100);
  });
});

/** An endpoint of somebody's own that reports its cost. */
function application(url: string): object {
  const body = { messages: "{{messages}}" };
  return { type: "http", url: `${url}/answer`, body, output: "/text", cost: "/usd" };
}
