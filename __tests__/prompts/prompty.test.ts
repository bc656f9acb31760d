/** biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to files and the environment look like that in Prompty. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model.ts";
import { buildRequest, resolveVersion } from "../../src/prompts/prompt-version.ts";
import { mistakesOf, parse } from "./helpers.ts";

const sample = readFileSync("fixtures/prompts/support.prompty", "utf8");

const rendered = (text: string, values: JsonObject, files?: Readonly<Record<string, string>>) =>
  buildRequest(resolveVersion(parse("a/b.prompty", text, files), { model: null, parameters: {} }), "m", values).request
    .messages;

test("version 1 as repositories hold it", () => {
  const file = parse("prompts/support.prompty", sample);
  expect(file).toMatchObject({ name: "Support answer", semanticVersion: "1.2.0" });
  expect(file.configuration).toMatchObject({
    model: "azure/gpt-5-mini",
    parameters: { max_tokens: 300, temperature: 0.2 },
    format: { type: "json_object" },
    template: "jinja",
    defaults: { tone: "friendly" },
  });
  expect(file.variables.map(({ name, optional }) => `${name}${optional ? "?" : ""}`)).toEqual([
    "tone?",
    "documents?",
    "customer.orders",
    "customer.firstName?",
    "text",
  ]);
  const [row] = file.testData;
  expect(rendered(sample, row?.value as JsonObject)).toEqual([
    {
      role: "system",
      content: [
        "You answer customers of an outdoor shop. Be friendly.",
        "",
        "Use only these manuals:",
        "1. [7] The tent keeps out rain.",
        "",
        "",
        "TENT (120)",
      ].join("\n"),
    },
    { role: "user", content: "Ada asks: Is the tent waterproof?" },
  ]);
});

test("values that prompts share stand in files of the repository, whose layout does not matter", () => {
  const text =
    "---\nmodel:\n  configuration: ${file:conf.json}\n  parameters: ${file:../shared/params.json}\n---\nuser:\nHello\n";
  const conf = '{"type": "openai", "name": "gpt-6-luna"}';
  const parseWith = (parameters: string) =>
    parse("a/b.prompty", text, { "a/conf.json": conf, "shared/params.json": parameters });
  const [one, laidOut, other] = ['{"temperature":0.5}', '{\n "temperature": 0.5 }', '{"temperature":0.7}'].map(
    parseWith,
  );
  expect(one?.configuration).toMatchObject({
    model: "openai/gpt-6-luna",
    parameters: { temperature: 0.5 },
    included: {},
  });
  expect(one?.inclusions).toEqual({
    "a/conf.json": ["a/b.prompty", "a/conf.json"],
    "shared/params.json": ["a/b.prompty", "shared/params.json"],
  });
  expect(laidOut).toEqual(one);
  expect(other?.shared?.["a/conf.json"]).toBe(one?.shared?.["a/conf.json"]);
  expect(other?.shared?.["shared/params.json"]).not.toBe(one?.shared?.["shared/params.json"]);
  expect(mistakesOf("a/b.prompty", text, { "a/conf.json": "[1" }).join("\n")).toMatch(
    /conf\.json is no JSON[\s\S]*the file shared\/params\.json is not in the repository/,
  );
  const outside = text.replace("../shared", "../../etc");
  expect(mistakesOf("a/b.prompty", outside, { "a/conf.json": conf }).join()).toContain("leaves the repository");
});

test("version 2, with its names for the same things", () => {
  const text = `---
name: v2
model: { id: gpt-5-mini, provider: openai, options: { maxOutputTokens: 10, stopSequences: [END], additionalProperties: { seed: 7 } } }
inputs:
  - { name: question, kind: string }
  - { name: tone, kind: string, default: dry }
template: { format: { kind: mustache } }
tools:
  - { kind: function, name: find, parameters: { type: object } }
  - { kind: mcp, name: remote }
---
system:
Be {{tone}}.
user:
{{question}}
`;
  const file = parse("v2.prompty", text);
  expect(file.configuration).toMatchObject({
    model: "openai/gpt-5-mini",
    parameters: { max_tokens: 10, stop: ["END"], seed: 7 },
    template: "mustache",
    tools: [{ type: "function", function: { name: "find", parameters: { type: "object" } } }],
  });
  expect(file.warnings).toMatchObject([{ message: expect.stringContaining("no function") }]);
  expect(rendered(text, { question: "Why?" })).toEqual([
    { role: "system", content: "Be dry." },
    { role: "user", content: "Why?" },
  ]);
});

describe("what a file may name", () => {
  const withSample = (written: string) => `---\nsample: ${written}\n---\nuser:\n{{ text }}\n`;

  test("a file of the repository beside it holds the sample", () => {
    const files = { "a/sample.json": '{"text": "from the file"}', "other.txt": "a text" };
    expect(parse("a/b.prompty", withSample("${file:sample.json}"), files).testData).toMatchObject([
      { value: { text: "from the file" } },
    ]);
    expect(parse("a/b.prompty", withSample("{ text: '${file:../other.txt}' }"), files).testData).toMatchObject([
      { value: { text: "a text" } },
    ]);
  });

  test.each([
    ["${file:../../etc/passwd}", "leaves the repository"],
    ["${file:/etc/passwd}", "leaves the repository"],
    ["${file:C:\\\\secret}", "leaves the repository"],
    ["${file:missing.json}", "is not in the repository"],
    ["${file:broken.json}", "is no JSON"],
  ])("%s is refused", (written, expected) => {
    expect(mistakesOf("a/b.prompty", withSample(`"${written}"`), { "a/broken.json": "{" }).join()).toContain(expected);
  });

  test("a variable of the environment is never read", () => {
    const text = `---\nmodel: { configuration: { type: azure_openai, azure_deployment: "\${env:PATH}" } }\nsample: { text: "\${env:PATH}", tone: "\${env:PATH:calm}" }\n---\n{{ text }}{{ env.PATH }}{{ tone }}\n`;
    const file = parse("b.prompty", text);
    expect(file.configuration.model).toBeNull();
    expect(file.testData).toMatchObject([{ value: { text: null, tone: "calm" } }]);
    expect(file.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining("does not see the environment"),
      expect.stringContaining("does not see the environment"),
    ]);
    expect(rendered(text, { text: "x", tone: "y" })).toEqual([{ role: "system", content: "xy" }]);
  });
});

test("mistakes are told all at once, each with its line", () => {
  const text = `---
name: x
template: nunjucks
version: "2"
inputs: { a: { default: 1 } }
---
user:
{{ b | uper }}
{% if c %}
`;
  expect(mistakesOf("b.prompty", text)).toEqual([
    "3:11 the template language nunjucks is not known (It is one of jinja2, mustache.)",
    '4:10 the version "2" is no semantic version (Write X.Y.Z, for example 1.4.0.)',
    "9:1 {% if %} is not closed (Close it with {% endif %}.)",
  ]);
});

test("front matter between plus signs, or none", () => {
  expect(rendered("+++\nname: x\n+++\nuser:\nhi\n", {})).toEqual([{ role: "user", content: "hi" }]);
  expect(rendered("just a text {{ x }}\n", { x: 1 })).toEqual([{ role: "system", content: "just a text 1" }]);
});
