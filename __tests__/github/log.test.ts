import { describe, expect, test } from "vitest";
import { escapeLogLine } from "../../src/github/log.ts";

const hostile = [
  "",
  ":",
  "::",
  "#",
  "##",
  "##[",
  "[error]",
  "error::x",
  "\n",
  "\r",
  "\t",
  "\u001b[2J",
  "\u0000",
  "\u0085",
  "\u202e",
  "\u2066",
  "\u200b",
  "\u2028",
  "\u2029",
  "\ufeff",
  "\ud800",
  "\udc00",
  "\u{e0041}",
  "é",
  "🙂",
  " ",
];

describe("escapeLogLine", () => {
  test.each([
    ["plain text: a#b, 10 %", "plain text: a#b, 10 %"],
    ["one\ntwo\r\nthree\tfour", "one\\ntwo\\r\\nthree\\tfour"],
    ["::error::stop", "\\u{3a}:error\\u{3a}:stop"],
    [":::", "\\u{3a}\\u{3a}:"],
    [":", "\\u{3a}"],
    ["##[add-mask]x", "#\\u{23}[add-mask]x"],
    ["see ##", "see #\\u{23}"],
    ["## heading", "## heading"],
    ["\u001b[31mred\u001b[0m", "\\u{1b}[31mred\\u{1b}[0m"],
    ["evil\u202efdp.exe", "evil\\u{202e}fdp.exe"],
    ["a\u2028b\u2029c\u0085d", "a\\u{2028}b\\u{2029}c\\u{85}d"],
    ["\ud83d alone", "\\u{d83d} alone"],
    ["naïve 🙂 日本", "naïve 🙂 日本"],
  ])("%j", (text, expected) => {
    expect(escapeLogLine(text)).toBe(expected);
  });

  test("whatever is put together: one line, no command, nothing invisible, the same when escaped again", () => {
    const texts = hostile.flatMap((first) =>
      hostile.flatMap((second) => hostile.map((third) => first + second + third)),
    );
    const unsafe = texts.filter((text) => {
      const line = escapeLogLine(text);
      // Not even together with a caller's bracket is it a command.
      const isSafe = !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|::|^:|##\[/u.test(`${line}[1]`);
      return !isSafe || escapeLogLine(line) !== line;
    });
    expect(unsafe).toEqual([]);
  });
});
