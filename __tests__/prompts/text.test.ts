import { describe, expect, test } from "vitest";
import { mistakesOf, parse } from "./helpers.ts";

describe("the body is one user message", () => {
  test.each([
    ["Hello {{name}}", "Hello {{name}}"],
    ["Hello\n", "Hello"],
    ["  Hello \n\n", "  Hello \n"],
    ["Hello\r\nyou\r\n", "Hello\nyou"],
    ["# Title\n\n---\n\nmore\n", "# Title\n\n---\n\nmore"],
    ["---\nmodel: a\n---\nHello\n", "Hello"],
    ["---\n---\nHello\n---\nyou", "Hello\n---\nyou"],
    ["--- \nmodel: a\n---\t\n\nHello", "\nHello"],
    ["----\nHello", "----\nHello"],
  ])("%j", (text, content) => {
    expect(parse("a.txt", text).configuration.messages).toEqual([{ role: "user", content }]);
  });

  test("places count the front matter's lines", () => {
    const path = "prompts/a.prompt.md";
    const file = parse(path, "---\nname: x\nmodel: y\n---\n\nHello {{you}},\n  {{ text }} {{you}}\n");
    expect(file).toMatchObject({ name: "x", modelPlace: { path, line: 3, column: 8 } });
    expect(file.variables).toEqual([
      { name: "you", place: { path, line: 6, column: 7 } },
      { name: "text", place: { path, line: 7, column: 3 } },
    ]);
  });

  test("messages in the front matter stand for a body", () => {
    const text = "---\nmessages:\n  - { role: system, content: 'Be {{how}}.' }\n---\n\n";
    expect(parse("a.md", text)).toMatchObject({
      configuration: { messages: [{ role: "system", content: "Be {{how}}." }] },
      variables: [{ name: "how", place: { path: "a.md", line: 3, column: 34 } }],
    });
  });
});

test.each([
  ["an empty file", "", ["1:1 the prompt is empty (The text of the file is the prompt.)"]],
  ["front matter alone", "---\nmodel: a\n---\n \n", ["4:1 the prompt is empty (The text of the file is the prompt.)"]],
  ["front matter that does not end", "---\nmodel: a\n", [expect.stringMatching(/^1 the front matter is not closed/)]],
  ["front matter that is no map", "---\n- a\n---\nHello", ["2:1 the file is a list, not a map"]],
  ["broken front matter", "---\na: [\n---\nHello", [expect.stringMatching(/^[23]:\d+ not valid YAML/)]],
  [
    "two prompts",
    "---\nmessages: [{ role: user, content: x }]\n---\nHello",
    ["2:11 the file has both messages and a text (Make the text one of the messages.)"],
  ],
])("%s is a mistake", (_, text, told) => {
  expect(mistakesOf("a.md", text)).toEqual(told);
});
