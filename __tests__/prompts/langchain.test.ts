import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject, Turn } from "../../src/model.ts";
import { buildRequest, resolveVersion } from "../../src/prompts/prompt-version.ts";
import { mistakesOf, parse } from "./helpers.ts";

const rendered = (path: string, text: string, values: JsonObject, files?: Readonly<Record<string, string>>) =>
  buildRequest(resolveVersion(parse(path, text, files), { model: null, parameters: {} }), "m", values).request.messages;

test("the constructor form: templates, and messages that are none", () => {
  const text = readFileSync("fixtures/prompts/qa.langchain.json", "utf8");
  expect(rendered("qa.json", text, { context: "C", text: "Why {this}?" })).toEqual([
    { role: "system", content: 'Answer from the context, as JSON like {"answer": 1}:\nC' },
    { role: "user", content: "Keep {braces} as they are." },
    { role: "user", content: "Why {this}?" },
  ]);
});

test("the older form, its text also in a file of its own", () => {
  const text = readFileSync("fixtures/prompts/qa.langchain.yaml", "utf8");
  expect(rendered("qa.yaml", text, { context: "C", text: "Why?" })).toEqual([
    {
      role: "user",
      content: "Use the context to answer. If it does not say, say so.\n\nC\n\nQuestion: Why?\nHelpful answer:\n",
    },
  ]);
  const split = "_type: prompt\ninput_variables: [x]\ntemplate_path: text/qa.txt\n";
  expect(rendered("a/qa.yaml", split, { x: 1 }, { "a/text/qa.txt": "x is {x}" })).toEqual([
    { role: "user", content: "x is 1" },
  ]);
});

/** A chat prompt of templates by their texts, and placeholders by their options. */
function chat(...messages: readonly (string | JsonObject)[]): string {
  const serialised = (name: string, kwargs: JsonObject) => ({ lc: 1, type: "constructor", id: ["x", name], kwargs });
  const write = (message: string | JsonObject) =>
    typeof message === "string"
      ? serialised("HumanMessagePromptTemplate", {
          prompt: serialised("PromptTemplate", { template: message, template_format: "f-string" }),
        })
      : serialised("MessagesPlaceholder", message);
  return JSON.stringify(serialised("ChatPromptTemplate", { messages: messages.map(write) }));
}

describe("a MessagesPlaceholder", () => {
  const turns = [
    { role: "user", content: "Where is {it}?" },
    { role: "assistant", content: "Which one?" },
  ] as const;
  const version = (text: string) => resolveVersion(parse("a.json", text), { model: null, parameters: {} });
  const contents = (text: string, values: JsonObject, given: readonly Turn[] | null) => {
    const { request, missing } = buildRequest(version(text), "m", values, given);
    return { contents: request.messages.map(({ content }) => content), missing };
  };
  const text = chat("Hello {name}", { variable_name: "history" }, "Now?");

  test("is where the turns of a case go, whatever it is called", () => {
    const values = { name: "Ada", messages: turns as never };
    expect(contents(text, values, turns)).toEqual({
      contents: ["Hello Ada", "Where is {it}?", "Which one?", "Now?"],
      missing: [],
    });
    expect(contents(text, { name: "Ada", messages: [] }, [])).toEqual({ contents: ["Hello Ada", "Now?"], missing: [] });
  });

  test("wants turns in every case, unless it is optional", () => {
    expect(version(text).variables).toMatchObject([{ name: "name" }, { name: "messages" }]);
    expect(contents(text, { name: "Ada" }, null).missing).toEqual(["messages"]);
    const optional = chat("Hello {name}", { variable_name: "history", optional: true }, "Now?");
    expect(version(optional).variables).toMatchObject([{ name: "name" }, { name: "messages", optional: true }]);
    expect(contents(optional, { name: "Ada" }, null)).toEqual({ contents: ["Hello Ada", "Now?"], missing: [] });
    expect(contents(optional, { name: "Ada", messages: turns as never }, turns).contents).toHaveLength(4);
  });

  test("for what an agent says while it works needs no place", () => {
    const agent = chat("Hello {name}", { variable_name: "agent_scratchpad" });
    expect(contents(agent, { name: "Ada" }, null)).toEqual({ contents: ["Hello Ada"], missing: [] });
  });

  test("braces around messages in a text are none", () => {
    expect(contents(chat("{{messages}}"), {}, turns).contents).toEqual(["{messages}", "Where is {it}?", "Which one?"]);
  });

  test.each([
    [chat("a", { variable_name: "x" }, { variable_name: "y" }), "a second place for messages, y, is not read"],
    [chat("a", { variable_name: "x", n_messages: 2 }), "n_messages is not read"],
  ])("%#", (broken, expected) => {
    expect(mistakesOf("a.json", broken).join("\n")).toContain(expected);
  });
});

test.each([
  [
    "_type: prompt\ntemplate: '{{ x }}'\ntemplate_format: jinja2\n",
    "jinja2 in a serialised prompt is refused, as LangChain itself does",
  ],
  ["_type: few_shot\ntemplate: x\n", "what has the type few_shot is not read"],
  ["_type: prompt\ntemplate_path: ../../etc/passwd\n", "template_path names no .txt file within the repository"],
  ["_type: prompt\ntemplate_path: code.py\n", "template_path names no .txt file within the repository"],
  ["_type: prompt\ntemplate: '{x.__class__}'\n", "{x.__class__} is no name"],
  [
    '{"lc": 1, "type": "constructor", "id": ["x", "RunnableSequence"], "kwargs": {}}',
    "RunnableSequence is no prompt that can be read",
  ],
])("%s is refused", (text, expected) => {
  expect(mistakesOf("a.yaml", text).join("\n")).toContain(expected);
});
