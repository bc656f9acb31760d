import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { isEvalRegistry, readEvalRegistry, splitEvalPath } from "../../src/golden/evals/eval-registry.ts";
import { readGraded } from "../../src/golden/evals/graded.ts";
import { parseGolden } from "../../src/golden/parse-golden.ts";
import type { Case, JsonObject, Question } from "../../src/model.ts";
import { messageText } from "../../src/models/message-text.ts";
import { renderTemplate } from "../../src/prompts/template.ts";
import { checkScorer, createScorer } from "../../src/score/registry.ts";
import { sampleOf, toolsOf } from "../score/support.ts";

const folder = "fixtures/golden/evals/registry";
const samples = readFileSync(`${folder}/data/capitals/samples.jsonl`);

/** A registry of one eval of this class. */
const registry = (name: string, args: JsonObject = {}): string =>
  `a.v0:\n  class: evals.elsuite.${name}\n  args: ${JSON.stringify({ samples_jsonl: "a.jsonl", ...args })}\n`;
const readRow = (name: string, args: JsonObject, row: JsonObject, files: Readonly<Record<string, string>> = {}) => {
  const registered = readEvalRegistry("r/evals/a.yaml", registry(name, args));
  const specifications = Object.entries(files).map(([path, text]) => ({ path, text }));
  const evalClass = "evalClass" in registered ? registered.evalClass : readGraded(registered.graded, specifications);
  return parseGolden("a.jsonl", new TextEncoder().encode(JSON.stringify(row)), undefined, evalClass);
};
const casesBy = (...given: Parameters<typeof readRow>): readonly Case[] => readRow(...given).cases;
const graded = "modelgraded.classify:ModelBasedClassify";

test("samples are cases: a text is a variable, a chat the turns, the ideal answers what is expected", () => {
  const { cases, problems } = parseGolden("samples.jsonl", samples);
  expect(problems).toEqual([]);
  expect(cases.map(({ vars, expected, named }) => ({ vars, expected, named }))).toEqual([
    { vars: { input: "The capital of France?" }, expected: "Paris", named: false },
    { vars: { level: 2 }, expected: ["Amsterdam", "The Hague"], named: false },
  ]);
  expect(cases[1]?.conversation?.messages).toEqual([
    { role: "system", content: "Be short." },
    { role: "user", content: "Spain?" },
    { role: "assistant", content: "Madrid" },
    { role: "user", content: "The Netherlands?" },
  ]);
  expect(cases.map(({ scorers }) => scorers.map(({ type, name }) => `${name}: ${type}`))).toEqual([
    ["match: starts-with"],
    ["match: any-of"],
  ]);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(2);
});

test("a registry says where the samples lie and how they are judged", () => {
  const path = `${folder}/evals/capitals.yaml`;
  const text = readFileSync(path, "utf8");
  expect(isEvalRegistry(path, readFileSync(path))).toBe(true);
  expect(readEvalRegistry(path, text)).toEqual({
    evalClass: { kind: "includes", ignoreCase: true },
    samples: [`${folder}/data/capitals/samples.jsonl`, `${folder}/evals/capitals/samples.jsonl`],
  });
  expect(isEvalRegistry("golden.yaml", new TextEncoder().encode("- id: a\n  class: evals of others\n"))).toBe(false);
});

test("of several evals in a registry one is meant by its name, or by the name that stands for it", () => {
  const text = `a: { id: a.v1 }\n${registry("basic.match:Match").replace("a.v0", "a.v1")}${registry("basic.includes:Includes")}`;
  for (const name of ["a", "a.v1"]) {
    expect(readEvalRegistry("r/evals/a.yaml", text, name)).toMatchObject({ evalClass: { kind: "match" } });
  }
  expect(readEvalRegistry("r/evals/a.yaml", text, "a.v0")).toMatchObject({ evalClass: { kind: "includes" } });
  expect(() => readEvalRegistry("r/evals/a.yaml", text, "b")).toThrow('describes no eval "b"');
  expect(splitEvalPath("r/a.yaml#a.v0")).toEqual({ file: "r/a.yaml", name: "a.v0" });
  expect(splitEvalPath("golden/c#.jsonl")).toEqual({ file: "golden/c#.jsonl", name: null });
});

const one = { input: "Capital of France?", ideal: "Paris" };
const several = { input: "Capital?", ideal: ["Amsterdam", "The Hague"] };

/** What each class passes and fails, by its definition in OpenAI Evals. */
test.each<[string, JsonObject, JsonObject, readonly string[], readonly string[]]>([
  ["basic.match:Match", {}, one, ["Paris", "Paris, of course"], ["It is Paris", "paris"]],
  ["basic.match:Match", {}, several, ["Amsterdam", "The Hague!"], ["In Amsterdam"]],
  ["basic.includes:Includes", {}, one, ["It is Paris."], ["paris"]],
  ["basic.includes:Includes", { ignore_case: true }, several, ["in the hague"], ["Rotterdam"]],
  ["basic.fuzzy_match:FuzzyMatch", {}, one, ["paris", "The Paris!", "It is Paris.", "Par"], ["London", "..."]],
  ["basic.fuzzy_match:FuzzyMatch", {}, several, ["the Hague", "Hague in Holland? The Hague."], ["Rotterdam"]],
  ["basic.json_validator:JsonValidator", {}, { input: "x" }, ['{"a": 1}'], ["a: 1"]],
  ["basic.json_match:JsonMatch", {}, { input: "x", ideal: '{"a": 1, "b": 2}' }, ['{"b": 2, "a": 1}'], ["{}", "x"]],
  ["basic.json_match:JsonMatch", {}, { input: "x", ideal: ['{"a": 1}', "[]"] }, ['{"a":1}', "[ ]"], ["{}"]],
  ["basic.match:Match", {}, { input: "x", ideal: "{{input}}" }, ["{{input}}"], ["x"]],
])("%s %j %j", async (name, args, row, passing, failing) => {
  const [testCase] = casesBy(name, args, row);
  const [spec, ...others] = testCase?.scorers ?? [];
  if (testCase === undefined || spec === undefined) throw new Error("the sample became no case");
  expect(others).toEqual([]);
  const scorer = createScorer(spec, { files: new Map(), code: null, render: renderTemplate });
  for (const [texts, value] of [[passing, 1] as const, [failing, 0] as const]) {
    for (const text of texts) {
      const score = await scorer.score(sampleOf(text), testCase, toolsOf());
      expect({ text, ...score }).toMatchObject({ text, value });
    }
  }
});

describe("what models grade", () => {
  const judgesOf = (args: JsonObject, row: JsonObject, files: Readonly<Record<string, string>> = {}) => {
    const { cases, problems } = readRow(graded, args, row, files);
    expect(problems).toEqual([]);
    expect(cases[0]?.scorers.flatMap((spec) => checkScorer(spec))).toEqual([]);
    return (
      cases[0]?.scorers.map(({ name, options: { model: _, ...options } }) => ({ name, ...options }) as JsonObject) ?? []
    );
  };
  const funny = (name: string, more = ""): string =>
    `${name}:\n  prompt: "Would a child laugh at {completion} as an answer to {input}? {{Say it}}"\n${more}  choice_strings: [Yes, No]\n  choice_scores: { Yes: 4, No: 0 }\n  input_outputs: { input: completion }\n`;

  test("the well-known specifications need no file", () => {
    expect(judgesOf({ modelgraded_spec: "fact" }, one)).toEqual([{ name: "fact", kind: "factuality" }]);
    const asked = { kind: "closed-question", instructions: "{{criteria}}" };
    expect(judgesOf({ modelgraded_spec: "closedqa" }, { input: "x", criteria: "Is it short?" })).toEqual([
      { name: "closedqa", ...asked },
    ]);
    const args = { modelgraded_spec: "closedqa", modelgraded_spec_args: { criteria: "Does it name {a} city?" } };
    expect(judgesOf(args, { input: "x" })).toEqual([
      { name: "closedqa", kind: "closed-question", instructions: "Does it name {a} city?" },
    ]);
  });

  test("a specification of the repository is a judge with a menu", () => {
    const expected = {
      kind: "choices",
      instructions: "Would a child laugh at {{completion}} as an answer to {{input}}? {Say it}",
      choices: [
        { choice: "Yes", score: 1 },
        { choice: "No", score: 0 },
      ],
    };
    // By the file's name, by a name within a file, or as a file that is the specification.
    const files = { "r/modelgraded/a.yaml": "x: [\n", "r/modelgraded/jokes.yaml": funny("child") };
    expect(judgesOf({ modelgraded_spec: "child" }, { input: "x" }, files)).toEqual([{ name: "child", ...expected }]);
    const alone = funny("child")
      .split("\n")
      .slice(1)
      .map((line) => line.slice(2))
      .join("\n");
    expect(judgesOf({ modelgraded_spec: "child" }, { input: "x" }, { "r/child.yml": alone })[0]).toMatchObject(
      expected,
    );
  });

  test("its arguments are filled in: several values of one are as many judges", () => {
    const spec = funny("child", "  args: { age: { young: four, old: twelve } }\n").replace(
      "a child",
      "a child of {age}",
    );
    const files = { "r/modelgraded/child.yaml": spec };
    const both = judgesOf({ modelgraded_spec: "child" }, { input: "x" }, files);
    expect(both.map(({ name, instructions }) => [name, String(instructions).slice(0, 26)])).toEqual([
      ["child-young", "Would a child of four laug"],
      ["child-old", "Would a child of twelve la"],
    ]);
    for (const [age, written] of [
      ["old", "twelve"],
      ["nine", "nine"],
    ]) {
      const [judge, ...others] = judgesOf(
        { modelgraded_spec: "child", modelgraded_spec_args: { age: age ?? "" } },
        { input: "x" },
        files,
      );
      expect(others).toEqual([]);
      expect(judge).toMatchObject({ name: "child", instructions: expect.stringContaining(`of ${written} laugh`) });
    }
  });

  test("scores may be the choices themselves; the best is 1", () => {
    const spec = funny("child").replace("[Yes, No]", "'0123'").replace("{ Yes: 4, No: 0 }", "from_strings");
    const [judge] = judgesOf({ modelgraded_spec: "child" }, { input: "x" }, { "r/modelgraded/child.yaml": spec });
    expect(judge?.["choices"]).toEqual([0, 1 / 3, 2 / 3, 1].map((score, index) => ({ choice: `${index}`, score })));
  });

  test("a judge is told what the sample says, or it is told that the sample does not say it", async () => {
    const spec = funny("child").replace("a child", "{who}, who expects {ideal},");
    const files = { "r/modelgraded/child.yaml": spec };
    expect(readRow(graded, { modelgraded_spec: "child" }, { input: "x", who: "I" }, files).problems).toEqual([
      { message: "the sample has no ideal, which its judge is told", place: { path: "a.jsonl", line: 1 } },
    ]);
    const row = { input: [{ role: "user", content: "A joke?" }], who: "Ada", ideal: "a pun" };
    const [testCase] = casesBy(graded, { modelgraded_spec: "child" }, row, files);
    const [written] = testCase?.scorers ?? [];
    if (testCase === undefined || written === undefined) throw new Error("the sample became no case");
    const scorer = createScorer(written, { files: new Map(), code: null, render: renderTemplate });
    const seen: Question["request"][] = [];
    const tools = toolsOf([JSON.stringify({ reason: "it is", choice: "Yes" })]);
    const score = await scorer.score(sampleOf("ha"), testCase, {
      ...tools,
      ask: (question) => {
        seen.push(question.request);
        return tools.ask(question);
      },
    });
    expect(score).toMatchObject({ value: 1 });
    const text = seen[0]?.messages.map(messageText).join("\n") ?? "";
    expect(text).toContain(
      "Would (the text in the block who), who expects (the text in the block expected), laugh at (the",
    );
    for (const [name, value] of [
      ["who", "Ada"],
      ["expected", "a pun"],
      ["answer", "ha"],
      ["input", "who: Ada\nuser: A joke?"],
    ]) {
      expect(text.split(`<<<${name} `)[1]?.split("\n").slice(1).join("\n").startsWith(`${value}\n`)).toBe(true);
    }
  });

  test.each<[JsonObject, string, string]>([
    [{ modelgraded_spec: "humor" }, "", "is not in the repository"],
    [{ modelgraded_spec: "battle" }, "", "compares several answers"],
    [{}, "", "names no specification"],
    [{ modelgraded_spec: "child", multicomp_n: 3 }, funny("child"), '"multicomp_n" of the eval has no equal here'],
    [{ modelgraded_spec: "child" }, funny("child").replace(/ {2}choice_scores.*\n/, ""), "has no choice_scores"],
    [
      { modelgraded_spec: "child" },
      funny("child").replace("Yes: 4, ", ""),
      'no score of at least 0 for the choice "Yes"',
    ],
    [{ modelgraded_spec: "child" }, funny("child").replace("[Yes, No]", "from_n"), "has no choice_strings"],
    [{ modelgraded_spec: "child" }, funny("child").replace(/prompt: .*/, "prompt: 1"), "has no prompt"],
    [{ modelgraded_spec: "child" }, funny("child").replace("{ input: ", "{ a: b, input: "), "compares several answers"],
    [{ modelgraded_spec: "child" }, funny("child").replace("{ input: completion }", "[]"), "what the answer is called"],
  ])("%j %#: %s", (args, spec, message) => {
    const read = () => readRow(graded, args, { input: "x" }, spec === "" ? {} : { "r/modelgraded/child.yaml": spec });
    expect(read).toThrow(UserError);
    expect(read).toThrow(message);
  });
});

describe("what is no eval of ours", () => {
  test.each<[string, string]>([
    [registry("basic.match:Match", { num_few_shot: 2 }), "num_few_shot of the eval is not read"],
    [registry("multistep_web_tasks.session:Run"), "has no equal here"],
    ["a:\n  class: evals.elsuite.constructor\n", "has no equal here"],
    [registry("basic.match:Match", { samples_jsonl: "../../etc/passwd" }), "names no file within the repository"],
    [registry("basic.match:Match", { samples_jsonl: "/etc/passwd" }), "names no file within the repository"],
    [`${registry("basic.match:Match")}${registry("basic.match:Match").replace("a.v0", "b.v0")}`, "describes 2 evals"],
    ["a: [\n", "not valid YAML"],
  ])("%j", (text, message) => {
    expect(() => readEvalRegistry("r/evals/a.yaml", text)).toThrow(UserError);
    expect(() => readEvalRegistry("r/evals/a.yaml", text)).toThrow(message);
  });

  test.each<[JsonObject, JsonObject]>([
    [
      { input: "x", ideal: "y", expected: "z" },
      { input: "x", ideal: "y" },
    ],
    [
      { input: { a: 1 }, ideal: "y" },
      { input: { a: 1 }, ideal: "y" },
    ],
    [
      { input: "x", ideal: 1 },
      { input: "x", ideal: 1 },
    ],
    [
      { input: "x", ideal: [] },
      { input: "x", ideal: [] },
    ],
    [
      { input: [], ideal: "y" },
      { input: [], ideal: "y" },
    ],
  ])("%j stays a case with variables", (row, vars) => {
    const { cases } = parseGolden("a.jsonl", new TextEncoder().encode(JSON.stringify(row)));
    expect(cases.map((each) => [each.vars, each.scorers])).toEqual([[vars, []]]);
  });
});
