import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/model.ts";
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

test.each([
  [
    "_type: prompt\ntemplate: '{{ x }}'\ntemplate_format: jinja2\n",
    "jinja2 in a serialised prompt is refused, as LangChain itself does",
  ],
  ["_type: few_shot\ntemplate: x\n", "a prompt of the type few_shot is not read"],
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
