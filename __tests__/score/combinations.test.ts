import { describe, expect, test } from "vitest";
import { readScorers } from "../../src/config/read-scorers.ts";
import { UserError } from "../../src/errors.ts";
import type { Json, JsonObject, Problem, Question, ScorerSpec } from "../../src/model.ts";
import { checkScorer, createScorer, filesOf, metricOf } from "../../src/score/registry.ts";
import { scoreSample } from "../../src/score/score-sample.ts";
import { readYaml } from "../../src/source/yaml.ts";
import { caseOf, contextOf, sampleOf, specOf, toolsOf } from "./support.ts";

/** The scorers of an assay.yml with this list. */
function read(text: string): readonly ScorerSpec[] {
  const source = readYaml("assay.yml", text);
  const { scorers } = source.value as { readonly scorers: readonly Json[] };
  const list = readScorers(scorers, ["scorers"], source);
  expect(list.problems).toEqual([]);
  return list.specs;
}

function told(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ message, place }) => `${place?.line}: ${message}`);
}

function problemsOf(make: () => unknown): readonly Problem[] {
  try {
    make();
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

const a = { contains: { value: "a" } };

describe("what is written within another scorer", () => {
  test("is checked like any other, and told at its own line", () => {
    const [spec] = read(`scorers:
  - all-of:
      name: useful
      scorers:
        - contain: {}
        - any-of:
            scorers:
              - contains: { value: 5 }
              - not:
                  scorer:
                    regex: { patern: x }
        - [equals]
`);
    expect(told(checkScorer(spec as ScorerSpec))).toEqual([
      "12: a scorer is one key with its options",
      '5: unknown scorer "contain"',
      "8: value of contains must be text, not 5",
      "11: regex needs the option pattern",
      '11: regex has no option "patern"',
    ]);
  });

  test("where nobody knows its line it is told at the outer one's", () => {
    expect(told(checkScorer(specOf("not", { scorer: "contain" })))).toEqual(['3: unknown scorer "contain"']);
  });

  test.each<readonly [string, string, JsonObject, readonly string[]]>([
    ["no scorer", "all-of", { scorers: [] }, ["scorers of all-of must be a list of at least 1, and has 0"]],
    ["one instead of a list", "any-of", { scorers: "equals" }, ['scorers of any-of must be a list, not "equals"']],
    ["a list instead of one", "not", { scorer: [a] }, ["a scorer is one key with its options"]],
    ["two of a name", "all-of", { scorers: [a, a] }, ["two scorers within are called contains"]],
    [
      "a weight for nobody",
      "weighted",
      { scorers: [a], weights: { contain: 2 } },
      ['weights names "contain", which is no scorer within'],
    ],
    [
      "no weight",
      "weighted",
      { scorers: [a], weights: { contains: 0 } },
      ["weights.contains of weighted must be > 0, not 0"],
    ],
    [
      "a transform that not would turn round",
      "not",
      { scorer: { "all-of": { scorers: [{ contains: { value: "a", transform: "trim" } }] } } },
      ["a scorer within not has a transform"],
    ],
  ])("%s", (_name, type, options, messages) => {
    expect(checkScorer(specOf(type, options)).map(({ message }) => message)).toEqual(messages);
  });

  test("goes five deep, however deep it is written", () => {
    const nest = (depth: number): Json => (depth === 0 ? a : { not: { scorer: nest(depth - 1) } });
    const depthOf = (depth: number) => checkScorer(specOf("not", { scorer: nest(depth - 1) }));
    expect(depthOf(4)).toEqual([]);
    expect(told(depthOf(5))).toEqual(["3: more than 5 scorers within each other"]);
    expect(told(depthOf(60))).toEqual(["3: more than 5 scorers within each other"]);
  });

  test("names its files", () => {
    const scorers = [
      { "json-schema": { schema: "a.json" } },
      { not: { scorer: { javascript: { file: "s.mjs", files: ["b.mjs"] } } } },
    ];
    expect(filesOf(specOf("all-of", { scorers }))).toEqual(["a.json", "s.mjs", "b.mjs"]);
    const [problem] = problemsOf(() => createScorer(specOf("all-of", { scorers: scorers.slice(0, 1) }), contextOf()));
    expect(problem?.message).toBe('no such file: "a.json"');
  });
});

describe("the metric of a combination", () => {
  test.each<readonly [string, JsonObject, string]>([
    ["all-of", { scorers: [a, "valid-json"] }, "binary"],
    ["all-of", { scorers: [a, "f1"] }, "bounded"],
    ["any-of", { scorers: [a] }, "binary"],
    ["any-of", { scorers: ["chrf"] }, "bounded"],
    ["not", { scorer: a }, "binary"],
    ["not", { scorer: "levenshtein" }, "bounded"],
    ["weighted", { scorers: [a] }, "bounded"],
    ["not", { scorer: { length: { max: 3 } } }, "binary"],
  ])("%s %j is %s", (type, options, kind) => {
    expect(metricOf(specOf(type, options))).toMatchObject({
      kind,
      direction: "higher",
      unit: null,
      gatesByDefault: true,
    });
  });

  test("a scorer with mistakes has none", () => {
    expect(metricOf(specOf("not", { scorer: "contain" }))).toBeNull();
  });

  test.each([
    ["latency", "all-of cannot take latency, which measures ms and neither passes nor fails"],
    ["length", "all-of cannot take length, which measures characters and neither passes nor fails"],
  ])("an amount has no place in it: %s", (type, message) => {
    const make = () => createScorer(specOf("all-of", { scorers: [type] }), contextOf());
    expect(told(problemsOf(make))).toEqual([`3: ${message}`]);
  });

  test("a judge of pairs has none, either", () => {
    const pairs = { judge: { kind: "pairwise", instructions: "Which is better?", model: "openai/gpt-5" } };
    const make = () => createScorer(specOf("not", { scorer: pairs }), contextOf());
    expect(told(problemsOf(make))).toEqual(["3: not cannot take judge, which compares both versions"]);
  });

  test("what measures the call makes the whole measure it", () => {
    const whole = createScorer(specOf("all-of", { scorers: [a, { latency: { max: 5 } }] }), contextOf());
    expect(whole.measuresCall).toBe(true);
    expect(createScorer(specOf("all-of", { scorers: [a] }), contextOf()).measuresCall).toBeUndefined();
  });
});

describe("a judge within", () => {
  const judge = { judge: { name: "kind", instructions: "Is it kind?", model: "openai/gpt-5", votes: 3 } };
  const make = (type: string, scorers: readonly Json[]) =>
    createScorer(specOf(type, { scorers }, "whole"), contextOf());

  test("is known before any call: its model, its further opinions, that it judges", () => {
    const whole = make("all-of", [a, judge]);
    expect(whole.asks).toEqual([{ model: "openai/gpt-5", calls: 1, furtherCalls: 2 }]);
    expect(whole.metric.judged).toBe(true);
    expect(whole.review).toBeDefined();
    expect(make("all-of", [a]).review).toBeUndefined();
  });

  test("is not asked where the others have decided", async () => {
    const asked: Question[] = [];
    const answer = JSON.stringify({ reason: "Kind.", choice: "pass" });
    const score = async (output: string) =>
      (await scoreSample(sampleOf(output), caseOf(), [make("all-of", [a, judge])], toolsOf([answer], asked))).get(
        "whole",
      );
    expect(await score("b")).toMatchObject({ value: 0 });
    expect(asked).toEqual([]);
    expect(await score("a")).toMatchObject({ value: 1 });
    expect(asked.map(({ purpose }) => purpose)).toEqual(["whole:kind"]);
  });

  test("that is down leaves open what it would have decided", async () => {
    const score = (await scoreSample(sampleOf("a"), caseOf(), [make("all-of", [a, judge])], toolsOf([null, null]))).get(
      "whole",
    );
    expect(score).toMatchObject({ status: "unscored", reason: expect.stringContaining("kind: ") });
  });
});
