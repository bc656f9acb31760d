import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { UserError } from "../../src/errors.ts";
import type { JsonObject, Provider } from "../../src/model.ts";
import { readProgramAnswer } from "../../src/models/program-answer.ts";
import { providerTypes } from "../../src/models/registry.ts";
import { isAlive } from "../support/processes.ts";
import { identityOf, noSignal, providerConfigOf, requestOf } from "../support/requests.ts";
import { newFile, program, removeFiles } from "./contract-subjects.ts";

afterAll(removeFiles);

/** A line of JavaScript as a program. */
function script(code: string): string {
  const file = newFile().replace(".jsonl", ".mjs");
  writeFileSync(file, code);
  return `"${process.execPath}" "${file}"`;
}

const ask = (provider: Provider, signal = noSignal(), changes = {}) =>
  provider.call(requestOf(changes), identityOf(), signal);

describe("a program", () => {
  it("gets the case as JSON", async () => {
    const file = newFile();
    const code = `import { readFileSync, writeFileSync } from "node:fs";
writeFileSync(${JSON.stringify(file)}, readFileSync(0)); console.log("Blue");`;
    const provider = await program(script(code));
    expect(await ask(provider, noSignal(), { values: { colour: "blue" } })).toMatchObject({ reply: { text: "Blue" } });
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      case: "sky",
      trial: 0,
      model: "gpt-test",
      vars: { colour: "blue" },
      messages: requestOf().messages,
      parameters: { temperature: 0 },
      format: null,
      tools: null,
    });
  });

  it("need not read it", async () => {
    const values = { long: "x".repeat(2 ** 20) };
    expect(await ask(await program("echo Blue"), noSignal(), { values })).toMatchObject({ reply: { text: "Blue" } });
  });

  it("has no secret in its environment but the named ones", async () => {
    const environment = {
      HOME: "/home/me",
      LANG: "C",
      OPENAI_API_KEY: "sk-0123456789",
      MINE: "named",
      GITHUB_TOKEN: "t",
    };
    const code = "console.log(JSON.stringify({ output: Object.keys(process.env).sort() }));";
    const provider = await program(script(code), { env: ["MINE"] }, environment);
    const result = await ask(provider);
    const seen = result.status === "completed" ? (JSON.parse(result.reply.text) as string[]) : [];
    // A shell adds some of its own.
    expect(seen.filter((name) => !["PWD", "SHLVL", "_", "OLDPWD"].includes(name))).toEqual([
      "HOME",
      "LANG",
      "MINE",
      "PATH",
    ]);
  });

  it("does not give the values of named variables away", async () => {
    const environment = { MINE: "sk-planted-0123456789" };
    const answers = await program("echo $MINE; echo $MINE >&2", { env: ["MINE"] }, environment);
    expect(await ask(answers)).toMatchObject({ reply: { text: "[key]" } });
    const fails = await program("echo $MINE >&2; exit 3", { env: ["MINE"] }, environment);
    expect(await ask(fails)).toMatchObject({ failure: { message: "the program ended with status 3: [key]" } });
  });

  it("nor the lines of one that has several", async () => {
    const environment = { MINE: "-----BEGIN-----\nMIIEowIBAAKCAQEA\n-----END-----" };
    const answers = await program('printf "%s" "$MINE"; echo; echo MIIEowIBAAKCAQEA', { env: ["MINE"] }, environment);
    expect(await ask(answers)).toMatchObject({ reply: { text: "[key]\n[key]" } });
  });

  it.each([
    ["exit 7", "the program ended with status 7"],
    ["printf 'a\\033[31m\\n::error::b' >&2; exit 1", "the program ended with status 1: a\\u{1b}[31m\\n::error::b"],
    ["kill -9 $$", "the program was ended by SIGKILL"],
    ["no-such-program-anywhere", /^the program ended with status 127: .*not found$/],
  ])("that does not end well is a failure: %s", async (command, message) => {
    expect(await ask(await program(command))).toMatchObject({
      failure: {
        kind: "server",
        message: typeof message === "string" ? message : expect.stringMatching(message),
        httpStatus: null,
        retryable: false,
      },
    });
  });

  it("that does not stop writing is ended", async () => {
    expect(await ask(await program("yes"))).toMatchObject({
      failure: { kind: "server", message: "the program wrote more than 8 MiB" },
    });
  });

  it.each([
    ["by its time limit", new DOMException("late", "TimeoutError"), { kind: "timeout", retryable: true }],
    ["by the caller", new Error("enough"), { kind: "aborted", retryable: false }],
  ])("is ended with its children %s", async (_name, reason, failure) => {
    const file = newFile();
    const controller = new AbortController();
    const provider = await program(`sleep 600 & echo $! > ${file}; wait`);
    const pending = ask(provider, controller.signal);
    await expect.poll(() => existsSync(file) && readFileSync(file, "utf8").trim(), { timeout: 10_000 }).toBeTruthy();
    controller.abort(reason);
    expect(await pending).toMatchObject({ failure });
    await expect.poll(() => isAlive(Number(readFileSync(file, "utf8"))), { timeout: 10_000 }).toBe(false);
  });

  it("leaves nothing running when it is done", async () => {
    const file = newFile();
    const provider = await program(`sleep 600 & echo $! > ${file}; echo Blue`);
    expect(await ask(provider)).toMatchObject({ reply: { text: "Blue" } });
    await expect.poll(() => isAlive(Number(readFileSync(file, "utf8"))), { timeout: 10_000 }).toBe(false);
  });
});

describe("an answer", () => {
  it.each([
    ["Blue\n", { text: "Blue" }],
    ["  Blue \n\n", { text: "  Blue \n" }],
    ["", { text: "" }],
    ['{"label": "billing"}', { text: '{"label": "billing"}' }],
    ['{"output": {"label": "billing"}}', { text: '{"label":"billing"}' }],
    ['{"output": null}', { text: "" }],
    ['{"output": "x", "refusal": "no"}', { refusal: "no" }],
    [
      '{"output": "x", "usage": {"input": 5, "output": "many", "cachedInput": 2}, "cost": 0.1, "model": "m"}',
      { tokens: { input: 5, output: null, cachedInput: 2, cacheWrite: null, reasoning: null }, cost: 0.1, model: "m" },
    ],
    [
      '{"output": "", "toolCalls": [{"name": "look_up", "arguments": {"city": "Oslo"}}, {"no": "name"}]}',
      { toolCalls: [{ id: null, name: "look_up", arguments: '{"city":"Oslo"}' }] },
    ],
    [
      JSON.stringify({
        output: "Rain.",
        exchange: [
          {
            role: "assistant",
            content: null,
            tool_calls: [{ id: "a", function: { name: "look_up", arguments: "{}" } }],
          },
          { role: "tool", content: "wet", tool_call_id: "a" },
          { role: "assistant", content: "Hm.", toolCalls: [{ name: "ask", arguments: { n: 1 } }] },
          { role: "tool", content: "yes", toolCallId: "b" },
        ],
      }),
      {
        exchange: [
          { role: "assistant", content: "", toolCalls: [{ id: "a", name: "look_up", arguments: "{}" }] },
          { role: "tool", content: "wet", toolCallId: "a" },
          { role: "assistant", content: "Hm.", toolCalls: [{ id: null, name: "ask", arguments: '{"n":1}' }] },
          { role: "tool", content: "yes", toolCallId: "b" },
        ],
      },
    ],
  ])("%j", (written, reply) => {
    expect(readProgramAnswer(written)).toMatchObject({ status: "completed", reply });
  });

  it.each([
    [
      '{"error": {"message": "the model\\nis busy", "retryable": true}}',
      { message: "the program says: the model\\nis busy", retryable: true },
    ],
    ['{"error": {}}', { message: "the program says: {}", retryable: false }],
  ])("%j is a failure", (written, failure) => {
    expect(readProgramAnswer(written)).toMatchObject({ status: "failed", failure: { kind: "server", ...failure } });
  });
});

it.each([
  [{}, "exchange is no list of messages"],
  [["x"], "exchange[0] is no message"],
  [
    [
      { role: "user", content: "a" },
      { role: "human", content: "b" },
    ],
    "exchange[1] has no role of system, developer",
  ],
  [[{ role: "user" }], "exchange[0] has no text as its content"],
  [[{ role: "assistant", tool_calls: [{}] }], "exchange[0] has a tool call without a name"],
])("an exchange that cannot be read is told: %j", (exchange, message) => {
  expect(readProgramAnswer(JSON.stringify({ output: "x", exchange }))).toMatchObject({
    status: "failed",
    failure: { kind: "malformed", message: expect.stringContaining(message) },
  });
});

describe("setup", () => {
  const prepare = async (settings: JsonObject, onText?: (whose: string, text: string) => void) => {
    const provider = await program("cat built.txt", settings, { MINE: "sk-planted-0123456789" }, onText);
    return { provider, ready: provider.prepare?.(noSignal()) };
  };
  const problemOf = async (settings: JsonObject): Promise<string> => {
    const { ready } = await prepare(settings);
    const error = await ready?.then(
      () => null,
      (thrown: UserError) => thrown,
    );
    return error?.problems[0]?.message ?? "none";
  };

  it("runs once before the first call, in the folder of the program", async () => {
    const { provider } = await prepare({ setup: "echo built >> built.txt && echo done" });
    await Promise.all([provider.prepare?.(noSignal()), provider.prepare?.(noSignal())]);
    expect(await ask(provider)).toMatchObject({ reply: { text: "built" } });
  });

  it("tells what it writes as it comes, but for secrets", async () => {
    const told: [string, string][] = [];
    const halves = "printf 'two sk-planted-' >&2; sleep 0.1; echo 0123456789 >&2";
    const { ready } = await prepare({ setup: `echo one; ${halves}`, env: ["MINE"] }, (...each) => told.push(each));
    await ready;
    expect(new Set(told.map(([whose]) => whose))).toEqual(new Set(["subject at a1b2c3d"]));
    expect(told.map(([, text]) => text).join("")).toBe("one\ntwo [key]\n");
  });

  it("that fails is the user's to mend, with the end of what it wrote", async () => {
    expect(await problemOf({ setup: "echo ::error::no such package; exit 4" })).toBe(
      'setup of the provider "subject" at a1b2c3d ended with status 4: ::error::no such package',
    );
  });

  it("has a time limit of its own", async () => {
    expect(await problemOf({ setup: "sleep 600", setupTimeout: "50ms" })).toBe(
      'setup of the provider "subject" at a1b2c3d took longer than 0.05 s',
    );
  });
});

describe("check", () => {
  const check = (settings: JsonObject, environment = {}, workspace = true) =>
    providerTypes.command
      .check("app", providerConfigOf({ type: "command", settings }), {
        environment,
        timeoutMs: 1,
        ...(workspace && { workspace: { label: "x", folder: async () => "/" } }),
      })
      .map(({ message }) => message);

  it.each([
    [{ command: "x" }, {}, true, []],
    [{ command: "x", env: ["MINE"] }, {}, true, ['the provider "app" hands its program MINE, which is not set']],
    [
      { command: "x" },
      {},
      false,
      ['the provider "app" runs a program of the repository, which only compare and run do'],
    ],
  ])("%j %j %j", (settings, environment, workspace, messages) => {
    expect(check(settings, environment, workspace)).toEqual(messages);
  });

  it("what it would pass over", () => {
    const config = { type: "command", keyEnv: "MY_KEY", baseUrl: "http://app.example", settings: { command: "x" } };
    expect(providerTypes.command.inspect?.("app", providerConfigOf(config))).toMatchObject([
      { message: 'the provider "app" does not read "baseUrl"' },
      { message: 'the provider "app" does not read "keyEnv"', hint: "Name the variable under env: env: [MY_KEY]." },
    ]);
  });
});
