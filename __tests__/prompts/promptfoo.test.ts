import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatPlace, UserError } from "../../src/errors.ts";
import { casesFromRows } from "../../src/golden/read-case.ts";
import type { Json, PromptFile, ScorerSpec } from "../../src/model.ts";
import { parsePrompts } from "../../src/prompts/parse-prompt.ts";
import { readExpectedCell } from "../../src/prompts/promptfoo/expected-cell.ts";
import { modelOf } from "../../src/prompts/promptfoo/providers.ts";
import { checkScorer } from "../../src/score/registry.ts";
import { mistakesOf, parseAll, timeOf } from "./helpers.ts";

const folder = "fixtures/prompts/promptfoo";
const fixture = (name: string): string => readFileSync(`${folder}/${name}`, "utf8");
const files = Object.fromEntries(
  ["prompts/triage.txt", "prompts/chat.json", "tests/logo.txt", "tests/more.csv"].map((name) => [name, fixture(name)]),
);
const path = "promptfooconfig.yaml";
const told = (prompts: readonly PromptFile[]): readonly string[] =>
  prompts
    .flatMap(({ warnings }) => warnings)
    .map(({ message, place }) => `${place === undefined ? "" : formatPlace(place)} ${message}`);
const metricsOf = ({ testData }: PromptFile): readonly string[] =>
  casesFromRows(testData).cases.map(({ id, scorers }) => `${id}: ${scorers.map(({ name }) => name).join(", ")}`);

/** A configuration of one prompt and one test that is judged by these assertions. */
const judgedBy = (assertions: readonly Json[], more: Readonly<Record<string, Json>> = {}): string =>
  JSON.stringify({
    prompts: [{ label: "answer", raw: "{{text}}" }],
    providers: ["openai:gpt-5-mini"],
    tests: [{ vars: { text: "x" }, assert: assertions }],
    ...more,
  });
const scorersOf = (assertions: readonly Json[]): readonly ScorerSpec[] =>
  parseAll(path, judgedBy(assertions))[0]?.evaluators ?? [];

describe("a configuration as teams have it", () => {
  const prompts = parseAll(path, fixture(path), files);

  test("several prompts, each with a name and a path of its own", () => {
    expect(prompts.map(({ name, named, path: own, configuration }) => [name, named, own, configuration.model])).toEqual(
      [
        ["triage", false, "promptfooconfig.yaml#triage", "openai/gpt-5-mini"],
        ["chat with tone", true, "promptfooconfig.yaml#chat with tone", "openai/gpt-5-mini"],
        ["prompt-3", false, "promptfooconfig.yaml#prompt-3", "openai/gpt-5-mini"],
      ],
    );
    expect(prompts[1]?.configuration).toMatchObject({
      messages: [
        { role: "system", content: "Answer in {{ language }}." },
        { role: "user", content: "{{ text }}" },
      ],
      parameters: { temperature: 0.2, max_tokens: 300 },
      template: "nunjucks",
    });
    expect(prompts[0]?.inclusions).toEqual({ "prompts/triage.txt": [path, "prompts/triage.txt"] });
  });

  test("tests as cases: files, lists of values and defaults in them", () => {
    const { cases, problems } = casesFromRows(prompts[0]?.testData ?? []);
    expect(problems).toEqual([]);
    expect(
      cases.map(({ id, named, vars, expected, place }) => [named ? id : null, vars["text"], expected, place.line]),
    ).toEqual([
      ["outage", "The site is down for everybody.", "high", 29],
      ["logo", "Our logo should be blue.", null, 40],
      [null, "Change my password", null, 47],
      [null, "Cancel my account", null, 47],
      ["payment", "The payment fails", "high", 2],
      ["greeting", "Hello, there", null, 3],
      ["invoice", "Please send the invoice", null, 4],
    ]);
    expect(cases.every(({ vars }) => vars["language"] === "English")).toBe(true);
  });

  test("what passes or fails is one metric; what all tests share is the prompt's own scorer", () => {
    expect(prompts[0]?.evaluators.map(({ type, name, options }) => ({ type, name, options }))).toEqual([
      { type: "latency", name: "latency-limit", options: { max: 5000 } },
    ]);
    expect(metricsOf(prompts[0] as PromptFile).map((line) => line.replace(/^case-\w+/, "case"))).toEqual([
      "outage: pass, llm-rubric",
      "logo: pass, similar",
      "case: pass",
      "case: pass",
      "payment: pass",
      "greeting: pass",
      "invoice: pass, llm-rubric",
    ]);
  });

  test("what has no equal is told by name and place, once", () => {
    expect(told(prompts)).toEqual([
      "promptfooconfig.yaml:11:3 of several providers the first that is for a prompt answers",
      "promptfooconfig.yaml:13:7 of the provider's config apiKey is not read",
      "promptfooconfig.yaml:17:5 the provider exec:python3 provider.py is code, which is not run",
      "promptfooconfig.yaml:38:9 the assertion javascript is not run: it is code (2 times; the first is here)",
      "promptfooconfig.yaml:46:9 weights decide nothing without a threshold: every assertion has to pass",
      "promptfooconfig.yaml:50:9 the assertion python is not run: it is code",
      "tests/more.csv:1 the column __prefix is not read",
    ]);
    expect(prompts[2]?.notRun.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      "javascript is code",
      "python is code",
    ]);
    // Nothing of a key, not even its name, is in what is sent.
    expect(JSON.stringify(prompts)).not.toContain("SUPPORT_KEY");
  });
});

/** Every assertion that has an equal, and what it becomes. */
test.each<[Json, string, Json]>([
  [{ type: "contains", value: "a {{text}}" }, "contains", { value: "a {{text}}" }],
  [{ type: "icontains", value: "a" }, "contains", { value: "a", ignoreCase: true }],
  [{ type: "contains-any", value: ["a", "b"] }, "contains-any", { values: ["a", "b"] }],
  [{ type: "icontains-all", value: "a, b" }, "contains-all", { values: ["a", "b"], ignoreCase: true }],
  [{ type: "starts-with", value: "A" }, "starts-with", { value: "A" }],
  [{ type: "equals", value: "Paris" }, "equals", { trim: false }],
  [{ type: "equals", value: "{{text}}" }, "equals", { trim: false, value: "{{text}}" }],
  [{ type: "equals", value: { a: 1 } }, "json-equals", { value: { a: 1 } }],
  [{ type: "regex", value: "^a+$" }, "regex", { pattern: "^a+$" }],
  [{ type: "is-json" }, "valid-json", {}],
  [{ type: "is-json", value: { type: "object" } }, "json-schema", { inline: { type: "object" } }],
  [{ type: "contains-json" }, "valid-json", { transform: "strip-fence" }],
  [{ type: "is-xml" }, "valid-xml", {}],
  [{ type: "is-refusal" }, "refusal", { expect: "refusal" }],
  [{ type: "word-count", value: { max: 9 } }, "length", { unit: "words", max: 9 }],
  [{ type: "finish-reason", value: "content_filter" }, "finish-reason", { value: "content-filter" }],
  [{ type: "not-contains", value: "a" }, "not", { scorer: { contains: { value: "a" } } }],
  [{ type: "latency", threshold: 900 }, "latency", { max: 900 }],
  [{ type: "cost", threshold: 0.01 }, "cost", { max: 0.01 }],
  [{ type: "levenshtein", value: "a", threshold: 3 }, "levenshtein", { value: "a" }],
  [{ type: "rouge-n", value: "a" }, "rouge-1", { value: "a" }],
  [{ type: "bleu", value: "a" }, "bleu", { value: "a" }],
  [{ type: "bleu", value: "a", threshold: 0.4 }, "weighted", { passAt: 0.4, scorers: [{ bleu: { value: "a" } }] }],
  [{ type: "similar", value: "a" }, "similar", { model: "openai/text-embedding-3-large", value: "a" }],
  [
    { type: "llm-rubric", value: "is kind", provider: "openai:chat:gpt-5" },
    "judge",
    { model: "openai/gpt-5", instructions: "is kind" },
  ],
  [{ type: "model-graded-closedqa", value: "Is it kind?" }, "judge", { kind: "closed-question" }],
  [{ type: "factuality", value: "Paris" }, "judge", { kind: "factuality" }],
  [{ type: "answer-relevance", threshold: 0.7 }, "judge", { kind: "answer-relevance", passAt: 4 }],
  [{ type: "answer-relevance", threshold: 0.75 }, "judge", { kind: "answer-relevance", passAt: 4 }],
  [{ type: "context-faithfulness" }, "judge", { kind: "groundedness", context: "{{context}}" }],
  [{ type: "g-eval", value: ["kind", "short"] }, "judge", { kind: "criteria", criteria: ["kind", "short"] }],
])("%j becomes %s", (assertion, type, options) => {
  const [spec, ...others] = scorersOf([assertion]);
  expect(others).toEqual([]);
  expect(spec?.type).toBe(type);
  expect(spec?.options).toMatchObject(options as object);
  expect(spec === undefined ? [] : checkScorer(spec)).toEqual([]);
});

test.each<[Json, string]>([
  [{ type: "javascript", value: "process.exit()" }, "javascript is not run: it is code"],
  [{ type: "python", value: "file://check.py" }, "python is not run: it is code"],
  [{ type: "webhook", value: "https://example.com" }, "webhook is not run: it calls an address"],
  [{ type: "select-best", value: "x" }, "select-best is not run: it has no equal here"],
  [{ type: "contains", value: "{{ text | upper }}" }, "has a value that is more of a template than {{name}}"],
  [{ type: "contains", value: "{{env.SECRET}}" }, "reads the environment, which is never done"],
  [{ type: "contains", value: "x", transform: "output.trim()" }, "has a transform, which is code"],
  [{ type: "contains", value: "file://check.js" }, "contains is not run: it is code"],
  [{ type: "regex", value: "(?=a)b" }, "looks around or back"],
  [{ type: "contains", value: "x", weight: 0 }, "has the weight 0"],
  ["$ref: x", "an assertion that is a reference is not read"],
  [{ type: "contains", value: "x", threshold: 1, transform: "x" }, "has a transform, which is code"],
])("%j is told and not run", (assertion, message) => {
  const prompts = parseAll(path, judgedBy([assertion]));
  expect(prompts[0]?.evaluators).toEqual([]);
  expect(told(prompts).join("\n")).toContain(message);
});

test("assertions of a test are one scorer, sets among them; named ones have a metric of their own", () => {
  const specs = scorersOf([
    { type: "contains", value: "a" },
    { type: "contains", value: "b" },
    { type: "assert-set", threshold: 0.5, assert: [{ type: "starts-with", value: "c" }] },
    { type: "contains", value: "d", metric: "tone" },
    { type: "bleu", value: "e", metric: "tone" },
    { type: "contains", value: "f", metric: "latency" },
  ]);
  expect(specs.map(({ type, name }) => `${name}: ${type}`)).toEqual([
    "pass: all-of",
    "tone: contains",
    "tone (bleu): bleu",
    "latency (contains): contains",
  ]);
  expect(specs.flatMap((spec) => checkScorer(spec))).toEqual([]);
});

describe("weights and thresholds", () => {
  const parts = [
    { type: "contains", value: "a", weight: 3 },
    { type: "contains", value: "b" },
    { type: "similar", value: "c", metric: "near" },
  ];
  const scorers = [
    { contains: { name: "contains", value: "a" } },
    { contains: { name: "contains-2", value: "b" } },
    { similar: { name: "near", model: "openai/text-embedding-3-large", value: "c" } },
  ];
  const weighted = { passAt: 0.7, weights: { contains: 3 }, scorers };
  const read = (config: Json) => parseAll(path, JSON.stringify(config));
  const base = { prompts: ["{{text}}"], providers: ["openai:gpt-5"] };

  test("a test with a threshold passes by the weighted mean of all its assertions", () => {
    const [prompt] = read({ ...base, tests: [{ vars: { text: "x" }, threshold: 0.7, assert: parts }] });
    expect(prompt?.evaluators.map(({ type, name, options }) => ({ type, name, options }))).toEqual([
      { type: "weighted", name: "pass", options: weighted },
    ]);
    expect(prompt?.evaluators.flatMap((spec) => checkScorer(spec))).toEqual([]);
    expect(told([prompt as PromptFile])).toEqual([
      expect.stringContaining("similar: it is graded from 0 to 1 here, for it has no threshold"),
    ]);
  });

  test("so does a set, and a threshold of defaultTest holds where a test has none", () => {
    const set = { type: "assert-set", threshold: 0.7, assert: parts.slice(0, 2), weight: 2 };
    const [prompt] = read({
      ...base,
      defaultTest: { threshold: 0.5 },
      tests: [{ vars: { text: "x" }, assert: [set, { type: "equals", value: "y" }] }],
    });
    const [spec] = prompt?.evaluators ?? [];
    expect(spec?.options).toEqual({
      passAt: 0.5,
      weights: { "assert-set": 2 },
      scorers: [
        { weighted: { ...weighted, name: "assert-set", scorers: scorers.slice(0, 2) } },
        { equals: { name: "equals", trim: false } },
      ],
    });
    expect(spec === undefined ? null : checkScorer(spec)).toEqual([]);
    expect(casesFromRows(prompt?.testData ?? []).cases[0]?.expected).toBe("y");
  });

  test("two answers that equals expects stand in the scorers", () => {
    const assert = [
      { type: "equals", value: "y" },
      { type: "not-equals", value: "z" },
      { type: "factuality", value: "w" },
    ];
    const prompts = read({ ...base, tests: [{ vars: { text: "x" }, threshold: 0.5, assert }] });
    expect(prompts[0]?.evaluators[0]?.options["scorers"]).toEqual([
      { equals: { name: "equals", trim: false } },
      { not: { name: "not-equals", scorer: { equals: { trim: false, value: "z" } } } },
    ]);
    expect(told(prompts).join("\n")).toContain("factuality is not run: it needs another expected answer");
  });

  test("without a threshold weights decide nothing, and a threshold of 0 is told", () => {
    const tests = [{ vars: { text: "x" }, threshold: 0, assert: [{ type: "contains", value: "a", weight: 3 }] }];
    expect(told(read({ ...base, tests })).map((line) => line.replace(/^\S+ /, ""))).toEqual([
      "a threshold of 0 lets everything pass: it is not read",
      "weights decide nothing without a threshold: every assertion has to pass",
    ]);
  });
});

test("assertions by reference are those that it names", () => {
  const assertionTemplates = { short: { type: "word-count", value: { max: 9 } } };
  const assert = [{ $ref: "#/assertionTemplates/short" }];
  const text = judgedBy(assert, { assertionTemplates, tests: [{ vars: { text: "x" }, assert }] });
  expect(parseAll(path, text)[0]?.evaluators.map(({ type }) => type)).toEqual(["length"]);
  expect(told(parseAll(path, text))).toEqual([]);
  expect(mistakesOf(path, judgedBy([{ $ref: "#/assertionTemplates/other" }])).join()).toContain(
    "nothing stands at #/a",
  );
  const self = { $ref: "#/assertionTemplates/self" };
  const circle = { self: { type: "assert-set", threshold: 0.5, assert: [self, { type: "contains", value: "a" }] } };
  const prompts = parseAll(path, judgedBy([self], { assertionTemplates: circle }));
  expect(told(prompts).join()).toContain("assert-set is not run: it has no equal here");
  expect(prompts[0]?.evaluators.map(({ type }) => type)).toEqual(["weighted"]);
});

test.each<[string, Json]>([
  ["Paris", { type: "equals", value: "Paris" }],
  ["", null],
  ["contains: a, b", { type: "contains", value: "a, b" }],
  ["not-contains-any:a,b", { type: "not-contains-any", value: ["a", "b"] }],
  ["similar(0.8): hello", { type: "similar", value: "hello", threshold: 0.8 }],
  ["is-json", { type: "is-json" }],
  ["contains", { type: "equals", value: "contains" }],
  ["latency(1000)", { type: "latency", threshold: 1000 }],
  ["grade: is kind", { type: "llm-rubric", value: "is kind" }],
  ["fn: process.exit()", { type: "javascript", value: "process.exit()" }],
  ["file://check.js", { type: "javascript", value: "file://check.js" }],
  ["note: this is text", { type: "equals", value: "note: this is text" }],
])("a cell %j is %j", (cell, assertion) => {
  const known = new Set(["contains", "contains-any", "is-json", "latency", "similar"]);
  expect(readExpectedCell(cell, (type) => known.has(type))).toEqual(assertion);
});

test.each([
  ["openai:gpt-5", "openai/gpt-5"],
  ["openai:chat:ft:gpt-4o:acme::x", "openai/ft:gpt-4o:acme::x"],
  ["anthropic:messages:claude-haiku-4-5", "anthropic/claude-haiku-4-5"],
  ["azure:chat:deployment", "azure/deployment"],
  ["openrouter:meta/llama-4", "openrouter/meta/llama-4"],
  ["togetherai:chat:x/y", "together/x/y"],
  ["openai:embedding:text-embedding-3-small", null],
  ["exec:cat", null],
  ["openai:{{env.MODEL}}", null],
  ["constructor:x", null],
])("the provider %s is %s", (id, model) => expect(modelOf(id)).toBe(model));

describe("shapes", () => {
  test("targets, a map of prompts, providers with settings and with prompts of their own", () => {
    const text = JSON.stringify({
      prompts: { "a.txt": "short", "b.md": "long" },
      targets: [
        { "openai:gpt-5": { config: { temperature: 1 }, prompts: ["long"] } },
        { id: "anthropic:claude-haiku-4-5", prompts: ["short"] },
      ],
      tests: [{ vars: { x: 1 }, prompts: ["sho*"] }, { vars: { x: 2 } }],
    });
    const read = parseAll("promptfooconfig.json", text, { "a.txt": "A {{x}}\n", "b.md": "# B\n---\n{{x}}\n" });
    expect(read.map(({ name, configuration, testData }) => [name, configuration.model, testData.length])).toEqual([
      ["short", "anthropic/claude-haiku-4-5", 2],
      ["long", "openai/gpt-5", 1],
    ]);
    expect(read[1]?.configuration.messages[0]?.content).toBe("# B\n---\n{{x}}");
  });

  test("a text file of several prompts, lines of JSON, and a glob", async () => {
    const text = "prompts: [many.txt, file://lines.jsonl, 'more/*.txt']\nproviders: [openai:gpt-5]\n";
    const present: Readonly<Record<string, string>> = {
      "many.txt": "one\n---\ntwo\n",
      "lines.jsonl": '"three"\n[{"role": "user", "content": "four"}]\n',
      "more/b.txt": "six",
      "more/a.txt": "five",
      "more/code.js": "process.exit()",
    };
    const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
    const prompts = await parsePrompts(path, encode(text), {
      read: async (wanted) => (present[wanted] === undefined ? null : encode(present[wanted])),
      list: async () => Object.keys(present).sort(),
    });
    expect(prompts?.map(({ name, configuration }) => `${name}: ${configuration.messages[0]?.content}`)).toEqual([
      "many-1: one",
      "many-2: two",
      'lines: "three"',
      "lines-2: four",
      "a: five",
      "b: six",
    ]);
  });

  test("tests by a glob, in tables with thresholds, scenarios in a file, and values by a glob of files", () => {
    const present = {
      "tests/b.yaml": "- description: b\n  vars: { text: B, more: 'file://notes/*.md' }\n",
      "tests/a.csv":
        "__description,text,__expected1,__expected2,__config:__expected2:threshold,__threshold,__metric\n" +
        "a,A,contains:x,bleu:y,0.3,0.5,tone\n",
      "tests/c.js": "process.exit()",
      "notes/1.md": "one\n",
      "notes/2.md": "two\n",
      "scenarios.yaml": "- config: [{ vars: { text: C } }]\n  tests: [{ description: c, vars: { more: d } }]\n",
    };
    const config = {
      prompts: ["{{text}} {{more}}"],
      providers: ["openai:gpt-5"],
      tests: "file://tests/*",
      scenarios: ["file://scenarios.yaml"],
    };
    const prompts = parseAll(path, JSON.stringify(config), present);
    const { cases, problems } = casesFromRows(prompts[0]?.testData ?? []);
    expect(problems).toEqual([]);
    expect(cases.map(({ id, vars, place }) => [id, vars, place.path])).toEqual([
      ["b", { text: "B", more: "one" }, "tests/b.yaml"],
      ["b (2)", { text: "B", more: "two" }, "tests/b.yaml"],
      ["a", { text: "A" }, "tests/a.csv"],
      ["c", { text: "C", more: "d" }, "scenarios.yaml"],
    ]);
    expect(cases[2]?.scorers.map(({ name, type, options }) => ({ name, type, options }))).toEqual([
      {
        name: "pass",
        type: "weighted",
        options: {
          passAt: 0.5,
          scorers: [
            { contains: { name: "tone", value: "x" } },
            { weighted: { name: "tone-2", passAt: 0.3, scorers: [{ bleu: { value: "y" } }] } },
          ],
        },
      },
    ]);
    expect(told(prompts)).toEqual(["promptfooconfig.yaml:1:71 the tests of tests/c.js are code: it is not run"]);
    expect(mistakesOf(path, JSON.stringify({ ...config, tests: "nothing/*.csv" }), present).join()).toContain(
      "no file matches nothing/*.csv",
    );
  });

  test.each([
    ['prompt,label\n"Hello, {{x}}",short\nGood day {{x}},\n', ["short: Hello, {{x}}", "table-2: Good day {{x}}"]],
    ["prompt\nHello {{x}}\n", ["table: Hello {{x}}"]],
    ["Hello {{x}}\nGood day {{x}}\n", ["table-1: Hello {{x}}", "table-2: Good day {{x}}"]],
  ])("a table of prompts %#", (table, expected) => {
    const text = "prompts: [file://table.csv]\nproviders: [openai:gpt-5]\ntests: [{ vars: { x: 1 } }]\n";
    const prompts = parseAll(path, text, { "table.csv": table });
    expect(prompts.map(({ name, configuration }) => `${name}: ${configuration.messages[0]?.content}`)).toEqual(
      expected,
    );
    expect(mistakesOf(path, text, { "table.csv": "a,b\n1,2\n" }).join()).toContain("has no column prompt");
  });

  test("scenarios multiply; without tests the prompt is asked once", () => {
    const scenarios = [
      {
        config: [{ vars: { language: "French" } }, { vars: { language: "German" } }],
        tests: [{ vars: { text: "a" } }, { vars: { text: "b" } }],
      },
    ];
    const text = JSON.stringify({ prompts: ["{{language}} {{text}}"], providers: "openai:gpt-5", scenarios });
    const { cases } = casesFromRows(parseAll(path, text)[0]?.testData ?? []);
    expect(cases.map(({ vars }) => Object.values(vars).join(" "))).toEqual([
      "French a",
      "French b",
      "German a",
      "German b",
    ]);
    const bare = parseAll(path, "prompts: [Tell a joke]\nproviders: [openai:gpt-5]\n")[0];
    expect(casesFromRows(bare?.testData ?? []).cases).toHaveLength(1);
  });

  test("two tests of the same values have different ids", () => {
    const tests = [{ vars: { text: "x" } }, { vars: { text: "x" } }, { vars: { text: "x" }, description: "third" }];
    const { cases } = casesFromRows(parseAll(path, judgedBy([], { tests }))[0]?.testData ?? []);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(3);
  });

  test("formats and tools may stand in files", () => {
    const text = JSON.stringify({
      prompts: ["{{x}}"],
      providers: [
        { id: "openai:gpt-5", config: { response_format: "file://format.json", tools: "file://tools.yaml" } },
      ],
      tests: [{ vars: { x: 1 } }],
    });
    const [prompt] = parseAll(path, text, {
      "format.json": '{"type": "json_schema", "json_schema": {"name": "a", "schema": {"type": "object"}}}',
      "tools.yaml": "- type: function\n  function: { name: look }\n",
    });
    expect(prompt?.configuration).toMatchObject({
      format: { type: "json_schema", json_schema: { name: "a" } },
      tools: [{ type: "function", function: { name: "look" } }],
    });
    expect(Object.keys(prompt?.configuration.included ?? {})).toEqual(["format.json", "tools.yaml"]);
  });
});

describe("nothing is run, fetched or read that is not of the repository", () => {
  const config = (parts: Readonly<Record<string, Json>>): string =>
    JSON.stringify({ prompts: ["{{x}}"], providers: ["openai:gpt-5"], tests: [{ vars: { x: "1" } }], ...parts });

  test.each<[string, Readonly<Record<string, Json>>, string]>([
    ["an environment variable", { prompts: ["{{env.SECRET}}"] }, "{{env.SECRET}} is not read"],
    ["an expression over it", { prompts: ["{% if env.SECRET %}x{% endif %}"] }, "{{env.SECRET}} is not read"],
    ["a function of the runtime", { prompts: ["{{range.constructor('x')()}}"] }, "is not there"],
    ["a path above", { prompts: ["file://../../etc/passwd.txt"] }, "is not within the repository"],
    ["an absolute path", { prompts: ["file:///etc/passwd"] }, "is not within the repository"],
    ["tests above", { tests: "file://../secrets.yaml" }, "is not within the repository"],
    ["a value above", { tests: [{ vars: { x: "file:///etc/passwd" } }] }, "is not within the repository"],
    ["defaults above", { defaultTest: "file://../x.yaml" }, "is not within the repository"],
    ["a path that is a template", { prompts: ["file://{{env.HOME}}/x.txt"] }, "is not within the repository"],
    ["a file that is not there", { prompts: ["file://gone.txt"] }, "the file gone.txt is not in the repository"],
    ["only programs", { prompts: ["exec:cat x", "file://a.js", "file://b.py:fn"] }, "has no prompt that is read here"],
    ["no prompts", { prompts: [] }, "has no prompt that is read here"],
    ["a loop of all numbers", { prompts: ["{% include 'x' %}{{x}}"] }, "{% include %} is no part"],
    ["lists without end", { tests: [{ vars: { x: many(200), y: many(200) } }] }, "stand for more than 10000 tests"],
    ["a chat around which a template stands", { prompts: ['[{"role": {{x}}}]'] }, "the chat is no JSON by itself"],
    [
      "pictures",
      { prompts: ['[{"role": "user", "content": [{"type": "image_url"}]}]'] },
      "no message that is read here",
    ],
  ])("%s", (_, parts, message) => {
    const time = timeOf(() => expect(mistakesOf(path, config(parts)).join("\n")).toContain(message));
    expect(time).toBeLessThan(200);
  });

  test.each<[string, Readonly<Record<string, Json>>, string]>([
    ["tests of a program", { tests: "file://tests.py:generate" }, "the tests of file://tests.py:generate are code"],
    ["tests elsewhere", { tests: "https://docs.google.com/spreadsheets/x" }, "not text of the repository"],
    ["extensions", { extensions: ["file://hook.js:run"] }, "extensions are code, which is not run"],
    ["filters of one's own", { nunjucksFilters: { x: "./x.js" } }, "filters of one's own are code"],
    ["a default by a program", { defaultTest: "file://default.js" }, "defaultTest is code"],
    ["a key nobody knows", { surprise: 1 }, '"surprise" is not read'],
    ["a value from the environment", { tests: [{ vars: { x: "{{env.SECRET}}" } }] }, "never read: it stays as it is"],
    ["a value that is a template", { tests: [{ vars: { x: "{{ 1 + 1 }}" } }] }, "is put in as it is written"],
    ["a value of a program", { tests: [{ vars: { x: "file://a.js" } }] }, "is a program or a picture"],
    ["a transform", { tests: [{ vars: { x: "1" }, options: { transform: "x" } }] }, "options.transform is not read"],
  ])("%s is told", (_, parts, message) => {
    expect(told(parseAll(path, config(parts))).join("\n")).toContain(message);
  });

  test("a configuration that names itself is read once", () => {
    const text = "prompts: [a]\nproviders: file://promptfooconfig.yaml\ntests: file://promptfooconfig.yaml\n";
    expect(() => parseAll(path, text, { [path]: text })).not.toThrow(RangeError);
  });

  test("thousands of tests are read in little time", () => {
    const tests = Array.from({ length: 5000 }, (_, x) => ({
      vars: { x },
      assert: [{ type: "equals", value: `${x}` }],
    }));
    expect(timeOf(() => parseAll("promptfooconfig.json", config({ tests })))).toBeLessThan(3000);
    expect(mistakesOf(path, config({ tests: many(10_001).map((x) => ({ vars: { x } })) })).join("\n")).toContain(
      "more than 10000 tests",
    );
  });

  test("mistakes are told all at once, and are the user's", () => {
    const text =
      "prompts: [file://a.txt, file://b.txt]\nproviders: [openai:x]\ntests: [1, { vars: { x: file://c.txt } }]\n";
    expect(mistakesOf(path, text)).toHaveLength(4);
    expect(() => parseAll(path, text)).toThrow(UserError);
  });
});

function many(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
