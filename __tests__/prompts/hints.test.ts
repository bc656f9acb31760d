import { describe, expect, test } from "vitest";
import type { CallConfiguration } from "../../src/model.ts";
import { findMissingParts } from "../../src/prompts/hints/checklists.ts";
import { findUnbalanced } from "../../src/prompts/hints/find-unbalanced.ts";
import { findUnused } from "../../src/prompts/hints/find-unused.ts";
import { resolveVersion } from "../../src/prompts/prompt-version.ts";
import { parse } from "./helpers.ts";

function configuration(...contents: readonly string[]): CallConfiguration {
  const messages = contents.map((content) => ({ role: "user" as const, content }));
  return { messages, model: null, parameters: {}, format: null, tools: null, included: {} };
}

function version(text: string) {
  return resolveVersion(parse("a.prompt.md", `---\nmodel: openai/gpt-4.1\n---\n${text}\n`), {
    model: null,
    parameters: {},
  });
}

describe("what is not balanced", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["nothing", ["<a>x</a>\n```js\nif (a < b) {\n```\n{{n}}"], []],
    ["a fence", ["```js\ncode\n```\n\n```\nopen"], ["a fence of code is not closed"]],
    ["a longer fence holds a shorter one", ["````\n```\n````"], []],
    ["tags over several messages", ["<rules>one", "two</rules>"], []],
    [
      "a tag that is closed once too often",
      ["<rules>one</rules></rules>"],
      ["<rules> is opened once and closed 2 times"],
    ],
    ["a tag that was never opened", ["one</rules>"], ["<rules> is opened 0 times and closed once"]],
    ["placeholders are no tags", ["Answer with <category> and <br> or <img/>"], []],
    ["code is no tag", ["Write `</b>` or\n```\n</i>\n```"], []],
    ["braces", ["{{a}} {{ b"], ["{{ and }} are not as many"]],
    ["lists and comparisons", ["a < b and c > d, 1) one"], []],
  ])("%s", (_name, contents, found) => {
    expect(findUnbalanced(configuration(...contents))).toEqual(found);
  });
});

describe("variables that the prompt does not use", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ["all are used", "{{a}} {{b.c}}", [], []],
    ["one is not", "{{a}}", ["b"], []],
    ["one stands in single braces", "{{a}} {b}", [], ["b"]],
    ["a word of the text may be a way to read it", "{{a}} b", [], []],
  ])("%s", (_name, text, unused, singleBraces) => {
    expect(findUnused(version(text), ["a", "b"])).toEqual({ unused, singleBraces });
  });
});

describe("the parts of the checklists", () => {
  const whole =
    "You are a clerk who sorts the mail of our customers. Be polite. Answer in one word. For example: a late parcel is shipping.";
  test.each<[string, string, readonly string[] | null]>([
    ["all are there", whole, []],
    [
      "a bare task",
      "Summarise the text of the mail",
      ["role", "context", "expectation of the answer", "tone", "example"],
    ],
    ["a variable is context", "Summarise the text: {{mail}}", ["role", "expectation of the answer", "tone", "example"]],
    ["nothing is said of other languages", "Fasse die Nachricht zusammen und nenne den Absender", null],
    ["nor of nothing", "{{mail}}", null],
  ])("%s", (_name, text, missing) => {
    expect(findMissingParts(version(text))?.map(({ name }) => name) ?? null).toEqual(missing);
  });
});
