import { describe, expect, test } from "vitest";
import type { Json } from "../../src/model.ts";
import { checkScorer, createScorer } from "../../src/score/registry.ts";
import { scoreSample } from "../../src/score/score-sample.ts";
import { createTransform } from "../../src/score/transform.ts";
import { caseOf, contextOf, sampleOf, specOf } from "./support.ts";

describe("the steps", () => {
  test.each<readonly [string, Json, string, { text: string } | { reason: string }]>([
    ["trim", "trim", " a b \n", { text: "a b" }],
    [
      "the text of the first fence",
      "strip-fence",
      "Here:\n```python\nprint(1)\n```\nand\n```\n2\n```",
      { text: "print(1)" },
    ],
    ["a text without a fence", "strip-fence", "a ``` b", { text: "a ``` b" }],
    ["a fence that is never closed", "strip-fence", "```\na", { text: "```\na" }],
    ["an empty fence", "strip-fence", "```\n```", { text: "" }],
    ["a text in JSON", { pointer: "/a/0" }, '{"a": ["x"]}', { text: "x" }],
    ["another value stays JSON", { pointer: "/a" }, '{"a": ["x", 1]}', { text: '["x",1]' }],
    ["the whole", { pointer: "" }, " [1] ", { text: "[1]" }],
    ["JSON in a fence", { pointer: "/a" }, '```json\n{"a": null}\n```', { text: "null" }],
    ["no such part", { pointer: "/b" }, '{"a": 1}', { reason: 'the output has no "/b"' }],
    ["nothing inherited", { pointer: "/constructor" }, "{}", { reason: 'the output has no "/constructor"' }],
    ["no JSON", { pointer: "/b" }, "b", { reason: 'not JSON: "b"' }],
    ["the first group", { regex: "Answer: (\\w+)" }, "Answer: yes. Answer: no", { text: "yes" }],
    ["the match, where there is no group", { regex: "[0-9]+" }, "a 12 b", { text: "12" }],
    ["a group that took no part", { regex: "a|(b)" }, "a", { text: "a" }],
    ["no match", { regex: "[0-9]+" }, "none", { reason: 'no match of "[0-9]+"' }],
    ["several steps", ["strip-fence", { pointer: "/a" }, "trim"], 'So:\n```\n{"a": " x "}\n```', { text: "x" }],
  ])("%s", (_name, written, text, result) => {
    expect(createTransform(written)(text)).toEqual(result);
  });

  test.each<readonly [Json, string]>([
    ["upper", 'transform has no step "upper"'],
    [5, 'transform has no step "5"'],
    [{ pointer: "a" }, '"a" is no JSON pointer'],
    [{ pointer: "/a", regex: "b" }, 'transform has no step "{\\"pointer\\":\\"/a\\",\\"regex\\":\\"b\\"}"'],
    [{ regex: "(?=a)" }, "not a regular expression: invalid or unsupported Perl syntax: `(?=`"],
    [Array.from({ length: 11 }, () => "trim"), "transform has more than 10 steps"],
  ])("%j is told as a mistake", (transform, message) => {
    expect(checkScorer(specOf("contains", { transform })).map((problem) => problem.message)).toEqual([message]);
  });
});

describe("an output that has not the part to be scored", () => {
  const score = async (type: string, options: Readonly<Record<string, Json>>) =>
    (
      await scoreSample(sampleOf("prose"), caseOf({ expected: "x" }), [
        createScorer(specOf(type, { ...options, transform: { pointer: "/a" } }), contextOf()),
      ])
    ).get(type);

  test.each<readonly [string, Readonly<Record<string, Json>>]>([
    ["contains", {}],
    ["f1", {}],
    ["regex", { pattern: "x", expect: "no-match" }],
    ["refusal", {}],
    ["not", { scorer: "contains" }],
    ["length", { max: 5 }],
  ])("fails: %s %j", async (type, options) => {
    expect(await score(type, options)).toEqual({ status: "scored", value: 0, reason: 'not JSON: "prose"' });
  });

  test("and cannot be measured", async () => {
    expect(await score("length", {})).toEqual({ status: "unscored", reason: 'not JSON: "prose"' });
  });
});
