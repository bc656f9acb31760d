import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { isEvalRegistry, readEvalRegistry } from "../../src/golden/evals/eval-registry.ts";
import { parseGolden } from "../../src/golden/parse-golden.ts";
import type { Case, JsonObject } from "../../src/model.ts";
import { renderTemplate } from "../../src/prompts/template.ts";
import { checkScorer, createScorer } from "../../src/score/registry.ts";
import { sampleOf, toolsOf } from "../score/support.ts";

const folder = "fixtures/golden/evals/registry";
const samples = readFileSync(`${folder}/data/capitals/samples.jsonl`);

/** A registry of one eval of this class. */
const registry = (name: string, args: JsonObject = {}): string =>
  `a.v0:\n  class: evals.elsuite.${name}\n  args: ${JSON.stringify({ samples_jsonl: "a.jsonl", ...args })}\n`;
const casesBy = (name: string, args: JsonObject, row: JsonObject): readonly Case[] => {
  const { evalClass } = readEvalRegistry("r/evals/a.yaml", registry(name, args));
  return parseGolden("a.jsonl", new TextEncoder().encode(JSON.stringify(row)), undefined, evalClass).cases;
};

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

const one = { input: "Capital of France?", ideal: "Paris" };
const several = { input: "Capital?", ideal: ["Amsterdam", "The Hague"] };

/** What each class passes and fails, by its definition in OpenAI Evals. */
test.each<[string, JsonObject, JsonObject, readonly string[], readonly string[]]>([
  ["basic.match:Match", {}, one, ["Paris", "Paris, of course"], ["It is Paris", "paris"]],
  ["basic.match:Match", {}, several, ["Amsterdam", "The Hague!"], ["In Amsterdam"]],
  ["basic.includes:Includes", {}, one, ["It is Paris."], ["paris"]],
  ["basic.includes:Includes", { ignore_case: true }, several, ["in the hague"], ["Rotterdam"]],
  ["basic.fuzzy_match:FuzzyMatch", {}, one, ["paris", "The Paris!", "It is Paris."], ["London"]],
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

test("model-graded classes are judges", () => {
  const kinds = ["closedqa", "fact"].map((modelgraded_spec) => {
    const [testCase] = casesBy(
      "modelgraded.classify:ModelBasedClassify",
      { modelgraded_spec },
      { ...one, criteria: "kind?" },
    );
    expect(testCase?.scorers.flatMap((spec) => checkScorer(spec))).toEqual([]);
    return testCase?.scorers.map(({ name, options }) => `${name}: ${options["kind"]}`);
  });
  expect(kinds).toEqual([["closedqa: closed-question"], ["fact: factuality"]]);
});

describe("what is no eval of ours", () => {
  test.each<[string, string]>([
    [registry("modelgraded.classify:ModelBasedClassify", { modelgraded_spec: "humor" }), "has no equal here"],
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
