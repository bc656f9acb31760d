import { describe, expect, test } from "vitest";
import { caseHash } from "../../src/golden/golden-hash.ts";
import { missingVariables } from "../../src/golden/missing-variables.ts";
import type { Conversation } from "../../src/model.ts";
import { casesOf, parse, told } from "./helpers.ts";

const messages = [
  { role: "user", content: "What is on it?" },
  { role: "assistant", toolCalls: [{ id: "c1", name: "look", arguments: { page: 1 } }] },
  { role: "tool", toolCallId: "c1", content: "a table" },
  { role: "user", content: ["And here?", { image: "scans/2.png" }, { text: "Or here?" }, { file: "scans/3.pdf" }] },
];
const toolResults = [
  { name: "look", arguments: { page: 2 }, result: { found: true } },
  { name: "look", result: "nothing" },
];
const read: Conversation = {
  messages: [
    { role: "user", content: "What is on it?" },
    { role: "assistant", content: "", toolCalls: [{ id: "c1", name: "look", arguments: '{"page":1}' }] },
    { role: "tool", content: "a table", toolCallId: "c1" },
    {
      role: "user",
      content: [{ text: "And here?" }, { image: "scans/2.png" }, { text: "Or here?" }, { file: "scans/3.pdf" }],
    },
  ],
  toolResults: [
    { name: "look", arguments: { page: 2 }, result: '{"found":true}' },
    { name: "look", arguments: null, result: "nothing" },
  ],
  maxTurns: 3,
};

const quoted = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;

describe("a case that is a conversation", () => {
  const row = { id: "a", vars: { n: 1 }, messages, toolResults, maxTurns: 3 };

  test.each<[string, string]>([
    ["a.jsonl", JSON.stringify(row)],
    ["a.json", JSON.stringify([row], null, 2)],
    ["a.yaml", JSON.stringify([row])],
    ["flat.jsonl", JSON.stringify({ id: "a", n: 1, messages, toolResults, maxTurns: 3 })],
    ["a.csv", `id,n,messages,toolResults,maxTurns\na,1,${quoted(messages)},${quoted(toolResults)},3`],
  ])("is read from %s", (path, text) => {
    const { cases, problems } = parse(path, text);
    expect(told(problems)).toEqual([]);
    expect(cases[0]?.conversation).toEqual(read);
    expect(cases[0]?.vars).toEqual(path.endsWith(".csv") ? { n: "1" } : { n: 1 });
  });

  test("a case without any has none, and the hash it always had", () => {
    const [plain] = casesOf([{ id: "a", n: 1 }]);
    expect(plain).not.toHaveProperty("conversation");
    const [other] = casesOf([{ id: "a", n: 1, messages: [] }]);
    expect(other?.conversation?.messages).toEqual([]);
    expect(caseHash(plain as never)).not.toBe(caseHash(other as never));
    expect(caseHash({ ...(other as never as object), conversation: undefined } as never)).toBe(
      caseHash(plain as never),
    );
  });

  test("without an id, what opens differently is another case", () => {
    const [one, other] = casesOf([
      { vars: {}, messages: [{ role: "user", content: "a" }] },
      { vars: {}, messages: [{ role: "user", content: "b" }] },
    ]);
    expect(one?.id).not.toBe(other?.id);
  });

  test("a prompt that uses its messages finds them", () => {
    const use = [{ name: "messages", place: { path: "p", line: 3 } }];
    expect(missingVariables(casesOf([{ id: "a", messages }]), use)).toEqual([]);
    expect(told(missingVariables(casesOf([{ id: "a" }]), use))).toEqual([
      'a.jsonl:1 the case "a" has no "messages", which the prompt uses at p:3 (Add it to the case.)',
    ]);
  });
});

describe("what is wrong with a conversation", () => {
  const turn = (changes: object) => ({ messages: [{ role: "user", content: "x", ...changes }] });

  test.each<[string, object, string]>([
    ["messages", { messages: "Hello" }, "messages is no list (For example"],
    ["a turn", { messages: ["Hello"] }, "messages[0] is no map"],
    ["no role", { messages: [{ content: "x" }] }, "messages[0] has no role (It is one of system, developer, user"],
    ["a role", turn({ role: "asistant" }), 'messages[0].role is "asistant" (Did you mean "assistant"?)'],
    ["a key", turn({ contents: "x" }), 'unknown key "contents" in messages[0] (Did you mean "content"?)'],
    ["no content", { messages: [{ role: "user" }] }, "messages[0] has no content"],
    ["content", turn({ content: 5 }), "messages[0].content is neither text nor a list of parts"],
    [
      "a part",
      turn({ content: [{ img: "a.png" }] }),
      'unknown key "img" in messages[0].content[0] (Did you mean "image"?)',
    ],
    ["a part of nothing", turn({ content: [5] }), "messages[0].content[0] is no part of a message"],
    [
      "tool calls of a user",
      turn({ toolCalls: [{ name: "a" }] }),
      'messages[0].toolCalls is only for the role "assistant"',
    ],
    ["a tool's answer", turn({ role: "tool" }), "messages[0] is a tool's answer, but names no call"],
    ["an answer of a user", turn({ toolCallId: "c" }), 'messages[0].toolCallId is only for the role "tool"'],
    ["a call", turn({ role: "assistant", toolCalls: [{ nam: "a" }] }), 'unknown key "nam" in messages[0].toolCalls[0]'],
    ["results", { toolResults: { look: 1 } }, "toolResults is no list"],
    ["a result without a name", { toolResults: [{ result: 1 }] }, "toolResults[0] names no tool"],
    ["a result without one", { toolResults: [{ name: "look" }] }, "toolResults[0] has no result"],
    ["arguments", { toolResults: [{ name: "look", arguments: "x", result: 1 }] }, "toolResults[0].arguments is no map"],
    ["a slip", { toolResults: [{ name: "a", args: {}, result: 1 }] }, 'unknown key "args" in toolResults[0]'],
    ["turns", { maxTurns: 0 }, "maxTurns is no whole number from 1 to 100"],
    ["a key beside vars", { toolResult: [] }, 'unknown key "toolResult" (Did you mean "toolResults"?)'],
  ])("%s", (_, changes, expected) => {
    const { cases, problems } = parse("a.jsonl", `\n${JSON.stringify({ id: "a", vars: {}, ...changes })}`);
    expect(cases).toEqual([]);
    expect(told(problems)[0]).toContain(`a.jsonl:2 ${expected}`);
  });

  test("in YAML the line is that of the key, and all mistakes are told", () => {
    const text = "- id: a\n  vars: {}\n  messages:\n    - role: boss\n      content: x\n  maxTurns: many\n";
    expect(told(parse("a.yaml", text).problems)).toEqual([
      expect.stringContaining('a.yaml:3:3 messages[0].role is "boss"'),
      expect.stringContaining("a.yaml:6:3 maxTurns is no whole number"),
    ]);
  });
});
