import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { compare as compareProject } from "../../src/index.ts";
import type { Json, PromptReport, Report } from "../../src/model.ts";
import { chatCompletion, type ServedAnswer, type ServedRequest } from "../support/model-server.ts";
import { gitEnvironment } from "../support/repository.ts";
import { assayFile, createProject, goldenPath, type Project, promptPath, readJson, runCli, unwrap } from "./support.ts";

/** What the server sees of a conversation: the messages of a chat completion. */
interface ChatMessage {
  readonly role: string;
  readonly content: Json;
  readonly tool_calls?: readonly { readonly id: string; readonly function: { readonly arguments: string } }[];
  readonly tool_call_id?: string;
}

interface Body {
  readonly messages: readonly ChatMessage[];
  readonly tools?: Json;
}

const bodyOf = (request: ServedRequest): Body => request.body as unknown as Body;

const tools = [
  {
    type: "function",
    function: { name: "look_up", description: "Finds an order.", parameters: { type: "object" } },
  },
];

function prompt(instruction: string, changes: object = {}): string {
  return stringify({
    model: "local/support",
    messages: [
      { role: "system", content: instruction },
      { role: "user", content: "{{messages}}" },
      { role: "user", content: "What now? {{photo}}" },
    ],
    tools,
    ...changes,
  });
}

const png = Buffer.from("89504e470d0a1a0a00ff", "hex");

function goldenCase(n: number): object {
  return {
    id: `case-${n}`,
    vars: { photo: { image: `photos/${n % 3}.png` } },
    messages: [
      { role: "user", content: `Where is order ${n}?` },
      { role: "assistant", content: "Let me see." },
    ],
    toolResults: [
      { name: "look_up", arguments: { order: n }, result: { status: `sent ${n}` } },
      { name: "look_up", result: "unknown order" },
    ],
    expected: `sent ${n}`,
  };
}

/** Looks the order up, and answers with what the tool said; told to guess, it looks up another order. */
function supportModel(seen: Body[] = []): (request: ServedRequest) => ServedAnswer {
  return (request) => {
    const body = bodyOf(request);
    seen.push(body);
    const { messages } = body;
    const last = messages.at(-1);
    if (last?.role === "tool") {
      const said = JSON.parse(String(last.content).startsWith("{") ? String(last.content) : '{"status":"unknown"}');
      return { text: said.status };
    }
    const order = Number(/order (\d+)/.exec(JSON.stringify(messages))?.[1]);
    const guesses = /guess/.test(String(messages[0]?.content));
    const wanted = guesses && order % 2 === 0 ? order + 100 : order;
    const call = {
      id: "x1",
      type: "function",
      function: { name: "look_up", arguments: `{"order":${wanted},"verbose":true}` },
    };
    return {
      body: chatCompletion(null, { message: { tool_calls: [call] }, choice: { finish_reason: "tool_calls" } }),
    };
  };
}

async function supportProject(seen: Body[] = [], cases = 12): Promise<Project> {
  const lines = Array.from({ length: cases }, (_, n) => JSON.stringify(goldenCase(n)));
  const project = await createProject({
    handler: supportModel(seen),
    files: {
      [promptPath]: prompt("Look it up."),
      [goldenPath]: `${lines.join("\n")}\n`,
    },
  });
  await project.repository.write({
    "photos/0.png": Buffer.concat([png, Buffer.from([0])]),
    "photos/1.png": Buffer.concat([png, Buffer.from([1])]),
    "photos/2.png": Buffer.concat([png, Buffer.from([2])]),
  });
  await project.repository.commit("Add the photos");
  return project;
}

async function compare(
  { directory, server }: Project,
  ...args: readonly string[]
): Promise<{ readonly report: Report; readonly only: PromptReport; readonly calls: number; readonly output: string }> {
  const before = server.calls;
  const { output, errors } = await runCli(directory, ["compare", "--json", "out/report.json", ...args]);
  const report = await readJson<Report>(directory, "out", "report.json").catch(() => {
    throw new Error(errors);
  });
  return { report, only: report.prompts[0] as PromptReport, calls: server.calls - before, output };
}

describe.concurrent("a case that is a conversation", () => {
  it("is asked turn by turn in both versions: its messages, its picture, and what its tools answer", async () => {
    const seen: Body[] = [];
    const project = await supportProject(seen);
    await project.repository.write({ [promptPath]: prompt("Guess.".replace("Guess", "Please guess")) });
    const { report, only, calls, output } = await compare(project);
    expect(only).toMatchObject({ verdict: "regression", trials: { baseline: 1, candidate: 1 } });
    // Two turns of every case in both versions; the tool's answers are no calls.
    expect(calls).toBe(12 * 2 * 2);
    expect(report.calls).toMatchObject({ planned: 24, made: 48, failed: 0 });

    const second = seen.find(({ messages }) => messages.some(({ content }) => String(content).includes("sent 4")));
    const picture = Buffer.concat([png, Buffer.from([1])]).toString("base64");
    expect(second?.messages).toEqual([
      { role: "system", content: "Look it up." },
      { role: "user", content: "Where is order 4?" },
      { role: "assistant", content: "Let me see." },
      {
        role: "user",
        content: [
          { type: "text", text: "What now? " },
          { type: "image_url", image_url: { url: `data:image/png;base64,${picture}` } },
        ],
      },
      {
        role: "assistant",
        content: "",
        tool_calls: [
          { id: "x1", type: "function", function: { name: "look_up", arguments: '{"order":4,"verbose":true}' } },
        ],
      },
      { role: "tool", content: '{"status":"sent 4"}', tool_call_id: "x1" },
    ]);
    expect(second?.tools).toEqual(tools);

    // Tokens are those of both turns, and the case tells what was called.
    const tokens = only.comparisons.find(({ metric }) => metric === "tokens");
    expect(tokens?.baseline).toBeCloseTo(2 * 18);
    const worse = only.cases.find(({ id }) => id === "case-4");
    expect(worse?.candidate).toEqual({
      status: "completed",
      text: "unknown",
      failure: null,
      toolCalls: ['look_up({"order":104,"verbose":true})'],
    });
    expect(unwrap(output)).toContain('(called look_up({"order":104,"verbose":true}))');

    const samples = (await readFile(join(project.directory, "out", "report.samples.jsonl"), "utf8")).trim().split("\n");
    expect(samples).toHaveLength(24);
    const line = JSON.parse(samples.find((each) => each.includes('"baseline"') && each.includes('"case-4"')) ?? "");
    expect(line).toMatchObject({
      output: "sent 4",
      tokens: { input: 22, output: 14 },
      exchange: [{ role: "assistant" }, { role: "tool", content: '{"status":"sent 4"}', toolCallId: "x1" }],
    });
    expect(line).not.toHaveProperty("toolCalls");
  });

  it("is answered from recordings turn by turn, and they hold no picture", async () => {
    const project = await supportProject();
    await project.repository.write({ [promptPath]: prompt("Please guess.") });
    const recorded = await compare(project, "--record", "recordings.jsonl", "--no-store");
    const replayed = await compare(project, "--replay", "recordings.jsonl", "--no-store");
    expect(replayed.calls).toBe(0);
    expect(replayed.report.verdict).toBe("regression");
    const withoutTimes = ({ only }: { readonly only: PromptReport }) =>
      only.comparisons.filter(({ metric }) => metric !== "latency");
    expect(withoutTimes(replayed)).toEqual(withoutTimes(recorded));
    const lines = (await readFile(join(project.directory, "recordings.jsonl"), "utf8")).trim().split("\n");
    expect(lines).toHaveLength(48);
    expect(lines.join("\n")).toMatch(/"data":"sha256:[0-9a-f]{64}"/);
    expect(lines.join("\n")).not.toContain(png.toString("base64").slice(0, 8));
  });

  it("is answered from the store as a whole, until something it rests on changes", async () => {
    const project = await supportProject();
    await project.repository.write({ [promptPath]: prompt("Please look it up.") });
    const first = await compare(project);
    expect(first.calls).toBe(48);
    // What judges changes, so that the verdict is asked for again; the answers are those of before.
    const scorers = (value: string) => assayFile(project.server.url, { scorers: [{ equals: { value, name: "e" } }] });
    await project.repository.write({ "assay.yml": scorers("{{expected}}") });
    const again = await compare(project);
    expect(again.calls).toBe(0);
    expect(again.only.comparisons.find(({ metric }) => metric === "tokens")?.candidate).toBeCloseTo(2 * 18);

    const edited = (change: (testCase: Record<string, unknown>) => object) =>
      `${Array.from({ length: 12 }, (_, n) => goldenCase(n) as Record<string, unknown>)
        .map((each, n) => JSON.stringify(n === 5 ? change(each) : each))
        .join("\n")}\n`;
    // One recorded result of one case: the conversation of that case is another one.
    const other = [{ name: "look_up", result: '{"status":"sent 5"}' }];
    await project.repository.write({ [goldenPath]: edited((each) => ({ ...each, toolResults: other })) });
    expect((await compare(project)).calls).toBe(4);
    // Another picture under the same name, which four cases send.
    await project.repository.write({ "photos/0.png": Buffer.concat([png, Buffer.from([9])]) });
    expect((await compare(project)).calls).toBe(4 * 4);
  });

  it("ends where nothing answers: what the model wanted is a completed sample with the calls to see", async () => {
    const project = await createProject({
      handler: supportModel(),
      files: {
        [promptPath]: prompt("Look it up.", { messages: [{ role: "user", content: "Where is order {{n}}?" }] }),
        [goldenPath]: [0, 1, 2, 3, 4, 5].map((n) => `{"id":"c${n}","vars":{"n":${n}},"expected":""}`).join("\n"),
      },
    });
    await project.repository.write({
      [promptPath]: prompt("x", { messages: [{ role: "user", content: "Now, where is order {{n}}?" }] }),
    });
    const { report, calls } = await compare(project);
    expect(report.verdict).toBe("inconclusive");
    expect(calls).toBe(12);
    const samples = await readFile(join(project.directory, "out", "report.samples.jsonl"), "utf8");
    expect(JSON.parse(samples.split("\n")[0] ?? "")).toMatchObject({
      status: "completed",
      output: "",
      toolCalls: [{ id: "x1", name: "look_up", arguments: '{"order":0,"verbose":true}' }],
    });
  });
});

describe.concurrent("who judges says what is shown", () => {
  it("files come from the goalposts' revision: a pull request cannot change what its prompt is shown", async () => {
    const seen: Body[] = [];
    const project = await supportProject(seen);
    await project.repository.branch("change");
    const other = Buffer.from("another picture");
    await project.repository.write({
      [promptPath]: prompt("Please look it up."),
      ...Object.fromEntries([0, 1, 2].map((n) => [`photos/${n}.png`, other])),
    });
    await project.repository.commit("Change the prompt and the photos");
    const { only } = await compare(project, "--base", "main", "--goalposts", "base");
    expect(only.comparisons[0]).toMatchObject({ metric: "equals", baseline: 1, candidate: 1 });
    // Cases whose picture was changed are edited ones: they are run once, in a row of their own.
    expect(only.added?.cases).toBe(12);
    const showsOther = (body: Body) => JSON.stringify(body).includes(other.toString("base64"));
    expect(seen).toHaveLength(48 + 24);
    expect(seen.filter(showsOther)).toHaveLength(24);
    const withHead = await compare(project, "--base", "main", "--no-store");
    expect(withHead.calls).toBe(48);
    expect(seen.slice(72).every(showsOther)).toBe(true);
  });

  it("turns that only the head's case has reach the version that uses them, and it is said", async () => {
    const plain = (changes: object) => (n: number) =>
      JSON.stringify({ id: `c${n}`, n, expected: `sent ${n}`, ...changes });
    const lines = (write: (n: number) => string) => Array.from({ length: 6 }, (_, n) => write(n)).join("\n");
    const results = { toolResults: [{ name: "look_up", result: { status: "sent" } }] };
    const project = await createProject({
      handler: supportModel(),
      files: {
        [promptPath]: prompt("x", { messages: [{ role: "user", content: "Where is order {{n}}?" }] }),
        [goldenPath]: lines(plain(results)),
      },
    });
    await project.repository.branch("change");
    await project.repository.write({
      [promptPath]: prompt("x", { messages: [{ role: "user", content: "{{messages}}" }] }),
      [goldenPath]: lines((n) =>
        plain({ ...results, messages: [{ role: "user", content: `Where is order ${n}?` }] })(n),
      ),
    });
    await project.repository.commit("Ask by a conversation");
    const { only } = await compare(project, "--base", "main", "--goalposts", "base");
    expect(only.comparisons.find(({ metric }) => metric === "failure-rate")).toMatchObject({
      baseline: 0,
      candidate: 0,
    });
    expect(only.notes.join("\n")).toContain("The candidate's values of messages come from the golden set at");
  });
});

describe.concurrent("a fork", () => {
  async function compareFork(changes: object) {
    const project = await supportProject();
    await project.repository.branch("change");
    await project.repository.write({ [promptPath]: prompt("Please look it up.", changes) });
    await project.repository.commit("Change the prompt");
    const report = await compareProject({
      directory: project.directory,
      environment: gitEnvironment,
      base: "main",
      head: "change",
      goalposts: "base",
      fork: true,
      store: false,
    });
    return { prompt: report.prompts[0] as PromptReport, calls: project.server.calls };
  }

  it("brings functions, which nobody runs", async () => {
    const look = { type: "function", function: { ...tools[0]?.function, description: "Finds it." } };
    const { prompt: only, calls } = await compareFork({ tools: [look] });
    expect(only.verdict).not.toBe("skipped");
    expect(calls).toBe(48);
  });

  it("brings no tools that run at the provider", async () => {
    const { prompt: only, calls } = await compareFork({
      tools: [...tools, { type: "mcp", server_url: "https://x.example" }],
    });
    expect(only).toMatchObject({ verdict: "skipped", reason: "fork" });
    expect(only.notes).toContain("A fork cannot bring tools that run at the provider: mcp.");
    expect(calls).toBe(0);
  });
});

describe.concurrent("what cannot be sent", () => {
  async function failWith(files: Readonly<Record<string, string>>): Promise<string> {
    const project = await supportProject();
    await project.repository.write(files);
    const { exitCode, errors } = await runCli(project.directory, ["compare"]);
    expect(exitCode).toBe(2);
    expect(project.server.calls).toBe(0);
    return unwrap(errors);
  }

  it("is told before the first call, with the case and its line", async () => {
    const cases = [goldenCase(0), { ...goldenCase(1), vars: { photo: { file: "notes.md" } } }];
    const errors = await failWith({
      "notes.md": "Notes.",
      [promptPath]: prompt("Please look it up."),
      [goldenPath]: cases.map((each) => JSON.stringify(each)).join("\n"),
    });
    expect(errors).toContain("golden/answers.jsonl:2");
    expect(errors).toContain('the provider "local" cannot send a file of type text/markdown, which the case "case-1"');
  });

  it("nor what is not there", async () => {
    const cases = [{ ...goldenCase(0), vars: { photo: { image: "photos/9.png" } } }];
    const errors = await failWith({
      [promptPath]: prompt("Please look it up."),
      [goldenPath]: cases.map((each) => JSON.stringify(each)).join("\n"),
    });
    expect(errors).toContain("golden/answers.jsonl:1");
    expect(errors).toContain('the file "photos/9.png", which is not in the repository at working tree');
  });
});
