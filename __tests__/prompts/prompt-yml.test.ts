import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mistakesOf, parse } from "./helpers.ts";

const path = "prompts/whole.prompt.yml";
const user = "messages: [{ role: user, content: 'Say {{text}}' }]\n";

describe("a whole file", () => {
  const file = parse(path, readFileSync("fixtures/prompts/whole.prompt.yml"));

  test("the call configuration, under the API's names", () => {
    expect(file.configuration).toEqual({
      messages: [
        { role: "system", content: "You sort support tickets of {{ product.name }}.\nAnswer in JSON.\n" },
        { role: "user", content: "Ticket from {{customer}}:\n\n{{ text }}\n" },
        { role: "assistant", content: "Noted, {{customer}}." },
        { role: "developer", content: "Be brief." },
      ],
      model: "openai/gpt-5-mini",
      parameters: { max_tokens: 200, temperature: 0.2, top_p: 0.9, stop: ["\n\n"] },
      format: {
        type: "json_schema",
        json_schema: {
          name: "triage",
          strict: true,
          schema: { type: "object", properties: { urgency: { enum: ["low", "high"] } } },
        },
      },
      tools: null,
      included: {},
    });
  });

  test("name, description, variables, places", () => {
    expect(file).toMatchObject({
      name: "Ticket triage",
      named: true,
      description: "Sorts support tickets by urgency.",
      modelPlace: { path, line: 3, column: 8 },
      warnings: [],
    });
    expect(file.variables).toEqual([
      { name: "product.name", place: { path, line: 12, column: 35 } },
      { name: "customer", place: { path, line: 17, column: 19 } },
      { name: "text", place: { path, line: 19, column: 7 } },
    ]);
  });

  test("test data as rows with their places", () => {
    expect(file.testData).toEqual([
      {
        value: { text: "The whole site is down!", customer: "Ada", product: { name: "Web" }, expected: "high" },
        place: { path, line: 32, column: 5 },
      },
      {
        value: {
          text: "Please change the colour of the logo.",
          customer: "Bob",
          product: { name: "Web" },
          expected: "low",
        },
        place: { path, line: 36, column: 5 },
      },
    ]);
  });

  test("evaluators with the semantics of GitHub's runner; what asks a model is a judge", () => {
    expect(file.evaluators.map(({ place: _, ...spec }) => spec)).toEqual([
      { name: "exact", type: "equals", options: { value: "{{expected}}", trim: true, ignoreCase: false } },
      { name: "names-it", type: "contains", options: { value: "{{expected}}", ignoreCase: true } },
      { name: "is-json", type: "starts-with", options: { value: "{", ignoreCase: true } },
      { name: "ends", type: "ends-with", options: { value: "}", ignoreCase: true } },
      {
        name: "polite",
        type: "judge",
        options: {
          kind: "choices",
          model: "openai/gpt-5",
          instructions: "Is {{completion}} polite?",
          choices: [
            { choice: "yes", score: 1 },
            { choice: "no", score: 0 },
          ],
        },
      },
      { name: "alike", type: "judge", options: { kind: "similarity", model: "openai/gpt-6-sol" } },
    ]);
    expect(file.evaluators[0]?.place).toEqual({ path, line: 41, column: 5 });
    expect(file.notRun).toEqual([]);
  });
});

describe("evaluators that ask a model", () => {
  const llm = (choices: string, more = ""): string =>
    `${user}evaluators:\n  - name: a\n    llm: { modelId: openai/b, prompt: c, choices: ${choices}${more} }\n`;

  test("scores above 1 are divided by the best, and that is told", () => {
    const file = parse("a.prompt.yml", llm("[{ choice: '1', score: 1 }, { choice: '5', score: 5 }]"));
    expect(file.evaluators[0]?.options["choices"]).toEqual([
      { choice: "1", score: 0.2 },
      { choice: "5", score: 1 },
    ]);
    expect(file.warnings[0]?.message).toBe("evaluators[0].llm.choices has scores above 1");
  });

  test("a system prompt stands before the question", () => {
    const choices = "[{ choice: n, score: 0 }, { choice: y, score: 1 }]";
    const file = parse("a.prompt.yml", llm(choices, ", systemPrompt: Be strict."));
    expect(file.evaluators[0]?.options["instructions"]).toBe("Be strict.\n\nc");
  });

  test("somebody else's are named as not run", () => {
    const file = parse("a.prompt.yml", `${user}evaluators: [{ name: a, uses: acme/tone }]\n`);
    expect(file.evaluators).toEqual([]);
    expect(file.notRun[0]?.reason).toContain("comes from elsewhere");
  });

  test.each([
    [llm("[{ choice: y, score: 1 }]"), "evaluators[0].llm.choices offers one choice, so there is nothing to choose"],
    [llm("[{ choice: y, score: -1 }, { choice: n }]"), "evaluators[0].llm.choices[0].score is no number of at least 0"],
    [llm("[]"), null],
    [
      `${user}evaluators: [{ name: a, uses: github/fluent }]\n`,
      'evaluators[0].uses is "github/fluent", which GitHub does not have (Did you mean github/fluency?)',
    ],
  ])("%s", (text, told) => {
    const mistakes = mistakesOf("a.prompt.yml", text);
    if (told === null) expect(mistakes).not.toEqual([]);
    else expect(mistakes.join("\n")).toContain(told);
  });
});

describe("what may be written otherwise", () => {
  test.each([
    ["no format", "", null],
    ["text is no format", "responseFormat: text\n", null],
    ["a JSON object", "responseFormat: json_object\n", { type: "json_object" }],
    ["whatever the case", "responseFormat: JSON_Object\n", { type: "json_object" }],
    [
      "a description of the schema",
      `responseFormat: json_schema\njsonSchema: '{"name": "a", "description": "b", "schema": {}}'\n`,
      { type: "json_schema", json_schema: { name: "a", description: "b", schema: {} } },
    ],
  ])("%s", (_, keys, format) => {
    expect(parse("a.prompt.yml", keys + user).configuration.format).toEqual(format);
  });

  test.each([
    [
      "{ maxCompletionTokens: 5, topP: 1, logit_bias: { aB: 1 } }",
      { max_completion_tokens: 5, top_p: 1, logit_bias: { aB: 1 } },
    ],
    ["{ temperature: }", {}],
    ["", {}],
  ])("parameters %s", (written, parameters) => {
    expect(parse("a.prompt.yml", `${user}modelParameters: ${written}\n`).configuration.parameters).toEqual(parameters);
  });

  test("a key without a value is as if it were not there", () => {
    const file = parse("folder/a b.prompt.yaml", `${user}name:\nmodel:\ntestData:\nevaluators:\njsonSchema:\n`);
    expect(file).toMatchObject({ name: "a b", named: false, description: null, testData: [], evaluators: [] });
    expect(file.modelPlace).toEqual({ path: "folder/a b.prompt.yaml", line: 1 });
  });

  test("a variable that the file spells with escapes stands where its text begins", () => {
    const { variables } = parse("a.prompt.yml", 'messages:\n  - role: user\n    content: "\\x7b{a}} {{b}}"\n');
    expect(variables).toEqual([
      { name: "a", place: { path: "a.prompt.yml", line: 3, column: 14 } },
      { name: "b", place: { path: "a.prompt.yml", line: 3, column: 24 } },
    ]);
  });
});

describe("warnings", () => {
  test.each([
    [
      "string evaluators of which only the first counts",
      "evaluators: [{ name: x, string: { endsWith: b, contains: a } }]\n",
      "evaluators[0].string.endsWith is not used, because contains is set",
    ],
    ["a schema without its format", `jsonSchema: '{"name": "a", "schema": {}}'\n`, "jsonSchema is not used"],
  ])("%s", (_, keys, message) => {
    const { warnings } = parse("a.prompt.yml", user + keys);
    expect(warnings).toMatchObject([{ message, place: { path: "a.prompt.yml", line: 2 } }]);
  });
});

describe("mistakes", () => {
  const example = expect.stringContaining("jsonSchema: |-");
  test.each<[string, string, readonly unknown[]]>([
    ["an empty file", "", ["1:1 messages is missing"]],
    ["a list", "- a", ["1:1 the file is a list, not a map"]],
    ["a text", "hello", ["1:1 the file is a text, not a map"]],
    ["broken YAML", "a: [", [expect.stringMatching(/^1:\d+ not valid YAML/)]],
    ["a key twice", `${user}model: a\nmodel: b\n`, [expect.stringMatching(/^3:1 not valid YAML: /)]],
    [
      "an unknown key",
      `${user}Model: a\nzzzzzzzz: 1\n`,
      [
        '2:1 unknown key "Model" (Did you mean "model"?)',
        expect.stringMatching(/^3:1 unknown key "zzzzzzzz" \(Known keys: name, description, model, /),
      ],
    ],
    ["no message", "messages: []", ["1:11 messages is empty (A prompt has a message.)"]],
    [
      "messages of other kinds",
      "messages:\n  - hello\n  - { role: user }\n  - { content: x }\n  - { role: tool, content: x }\n  - { role: user, content: 5 }\n  - { role: user, content: ' ', name: x }\n",
      [
        "2:5 messages[0] is a text, not a map",
        "3:5 messages[1].content is missing",
        "4:5 messages[2].role is missing",
        '5:13 messages[3].role is "tool" (It is one of system, developer, user, assistant.)',
        "6:28 messages[4].content is a number, not a text (Put it in quotes.)",
        '7:33 unknown key "name" (Known keys: role, content.)',
        "7:28 messages[5].content is empty",
      ],
    ],
    [
      "texts that are none",
      `${user}name: [a]\nmodel: 5\ndescription: ""\n`,
      [
        "2:7 name is a list, not a text",
        "3:8 model is a number, not a text (Put it in quotes.)",
        "4:14 description is empty",
      ],
    ],
    [
      "names that are no part of a path",
      `${user}name: ../up\n`,
      [expect.stringContaining('2:7 the name "../up" contains a path separator')],
    ],
    [
      "a name with a control character",
      `${user}name: "a\\nb"\n`,
      [expect.stringContaining('the name "a\\nb" contains a control character')],
    ],
    ["a name of dots", `${user}name: ..\n`, [expect.stringContaining('the name ".." is no name')]],
    ["a long name", `${user}name: ${"n".repeat(201)}\n`, [expect.stringContaining("is longer than 200 characters")]],
    ["parameters that are none", `${user}modelParameters: [a]\n`, ["2:18 modelParameters is a list, not a map"]],
    [
      "a parameter in both spellings",
      `${user}modelParameters:\n  maxTokens: 1\n  max_tokens: 2\n`,
      ['4:15 "max_tokens" is set twice, in two spellings (Keep one of them.)'],
    ],
    [
      "parameters that make up the request",
      `${user}modelParameters: { model: a, responseFormat: text }\n`,
      [
        expect.stringContaining("2:27 modelParameters.model is no parameter"),
        expect.stringContaining("2:46 modelParameters.responseFormat is no parameter"),
      ],
    ],
    [
      "an unknown format",
      `${user}responseFormat: xml\n`,
      ['2:17 responseFormat is "xml" (It is one of text, json_object, json_schema.)'],
    ],
    ["a format without its schema", `${user}responseFormat: json_schema\n`, [example]],
    [
      "a schema as YAML",
      `${user}responseFormat: json_schema\njsonSchema: { name: a }\n`,
      [expect.stringMatching(/^3:13 jsonSchema is not a text \(It is JSON written as a text/)],
    ],
    [
      "a schema that is no JSON",
      `${user}responseFormat: json_schema\njsonSchema: "{"\n`,
      [expect.stringMatching(/^3:13 jsonSchema is not valid JSON: /)],
    ],
    [
      "a schema without a name",
      `${user}responseFormat: json_schema\njsonSchema: '{"schema": {}}'\n`,
      [expect.stringContaining("jsonSchema is not an object with a name and a schema")],
    ],
    [
      "slips in a schema",
      `${user}responseFormat: json_schema\njsonSchema: '{"name": "a", "schema": {}, "stict": true, "strict": 1}'\n`,
      [
        '3:13 unknown key "stict" in jsonSchema (Did you mean "strict"?)',
        "3:13 strict in jsonSchema is not true or false",
      ],
    ],
    ["test data that is none", `${user}testData: { a: b }\n`, ["2:11 testData is a map, not a list"]],
    ["evaluators that are none", `${user}evaluators: contains\n`, ["2:13 evaluators is a text, not a list"]],
    [
      "evaluators with slips",
      `${user}evaluators:
  - string: { contains: a }
  - name: x
  - { name: x, string: { contains: a }, uses: github/similarity }
  - { name: y, string: { contain: a } }
  - { name: z, string: {} }
  - { name: b, string: { equals: true } }
  - { name: j, llm: yes }
  - { name: k, use: github/similarity }
`,
      [
        "3:5 evaluators[0].name is missing",
        "4:5 evaluators[1] needs exactly one of string, llm, uses",
        '5:5 two evaluators are named "x" (The other one is at a.prompt.yml:4:5.)',
        "5:5 evaluators[2] needs exactly one of string, llm, uses",
        '6:26 unknown key "contain" (Did you mean "contains"?)',
        "6:24 evaluators[3].string needs one of equals, contains, startsWith, endsWith",
        "7:24 evaluators[4].string needs one of equals, contains, startsWith, endsWith",
        "8:34 evaluators[5].string.equals is a boolean, not a text (Put it in quotes.)",
        "9:21 evaluators[6].llm is a text, not a map",
        '10:16 unknown key "use" (Did you mean "uses"?)',
        "10:5 evaluators[7] needs exactly one of string, llm, uses",
      ],
    ],
    [
      "the answer in the prompt",
      "messages: [{ role: user, content: '{{text}} {{expected}} {{expected}}' }]\n",
      [
        "1:45 {{expected}} is what the answer is judged by and cannot stand in the prompt (Give the input another name than expected.)",
      ],
    ],
  ])("%s", (_, text, told) => {
    expect(mistakesOf("a.prompt.yml", text)).toEqual(told);
  });
});
