import { describe, expect, test } from "vitest";
import { block, codeSpan, escapeTerminal, fence, inline, prose, quoteName, visible } from "../../src/report/escape.ts";
import { columns, plainLine } from "../../src/report/layout.ts";
import { hostileTexts } from "./hostile.ts";

const unseen =
  /\p{Cc}|\p{Cs}|[\u200e\u200f\u202a-\u202e\u2028\u2029]|[\u200b\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u;

describe("visible", () => {
  test.each([
    ["abc\u202egnp.exe", "abc\\u{202e}gnp.exe"],
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["a\u0000b\u007fc\u009bd", "a\\u{0}b\\u{7f}c\\u{9b}d"],
    ["tag\u{e0041}", "tag\\u{e0041}"],
    ["lone \ud800", "lone \\u{d800}"],
    ["one\r\ntwo\tthree", "one⏎two three"],
    ["bare\rreturn", "bare\\u{d}return"],
    ["a\u200db", "a\\u{200d}b"],
    ["🧑‍💻 نمی‌خواهم", "🧑‍💻 نمی‌خواهم"],
    ["::error::x", "\\u{3a}:error::x"],
    ["std::string", "std::string"],
    ["a ##[group]b", "a ##\\u{5b}group]b"],
  ])("%j is shown as %j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

test("what is taken for plain is seen, takes one column and steers nothing", () => {
  const plain = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) =>
    plainLine.test(character),
  );
  expect(plain.length).toBeGreaterThan(500);
  expect(plain.filter((character) => /[\p{C}\p{Zl}\p{Zp}\p{M}\p{Emoji_Presentation}]/u.test(character))).toEqual([]);
  const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  expect(plain.filter((character) => wide.test(character) || columns(character) !== 1)).toEqual([]);
});

describe("terminal", () => {
  test.each(hostileTexts)("%j neither steers nor commands", (text) => {
    for (const line of escapeTerminal(text).split("\n")) {
      expect(line).not.toMatch(unseen);
      expect(line).not.toMatch(/^\s*::|##\[/);
    }
  });

  test.each(hostileTexts)("%j keeps to its columns", (text) => {
    expect(columns(inline(text, 30))).toBeLessThanOrEqual(30);
    expect(inline(text, 30)).not.toMatch(unseen);
    const { lines } = block(text, 40, 4);
    expect(lines.length).toBeLessThanOrEqual(4);
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(40);
  });

  test("a block says how much it leaves out", () => {
    expect(block("one\ntwo", 40, 4)).toEqual({ lines: ["one", "two"], cut: 0 });
    expect(block("x".repeat(100), 40, 2)).toEqual({ lines: ["x".repeat(40), "x".repeat(40)], cut: 20 });
  });

  test("a block breaks at a space, and inside a word only where there is none", () => {
    expect(block("aaaa bbbb cccc", 10, 4).lines).toEqual(["aaaa bbbb", "cccc"]);
    expect(block("aaaaaaaaaaaa", 10, 4).lines).toEqual(["aaaaaaaaaa", "aa"]);
  });
});

describe("names", () => {
  test("stand in quotes where they could pass for a sentence of ours", () => {
    expect(quoteName("json-schema")).toBe("json-schema");
    expect(quoteName("All passed. Nothing to see")).toBe("“All passed. Nothing to see”");
    expect(quoteName("a” regression “b")).toBe('“a" regression "b”');
  });
});

describe("Markdown", () => {
  test.each([
    ["plain", "`plain`"],
    ["", "`(empty)`"],
    ["a|b", "<code>a&#124;b</code>"],
    ["a\\|b", "<code>a&#92;&#124;b</code>"],
    ["`<b>@x`", "<code>&#96;&#60;b&#62;&#64;x&#96;</code>"],
  ])("codeSpan(%j)", (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });

  test.each([
    [
      "Pass rate of contains fell by 10 points (82 % → 72 %).",
      "Pass rate of contains fell by 10 points (82 % → 72 %).",
    ],
    ["p = 0.010; p < 1e-300, −3.6 to +1.2: “quoted”", "p = 0.010; p < 1e-300, −3.6 to +1.2: “quoted”"],
    ["thanks @octocat, see #1", "thanks `@octocat`, see `#1`"],
    ["GH-1 owner/repo#2 TICKET-7", "`GH-1` `owner/repo#2` `TICKET-7`"],
    ["deadbee cafe 4c1b9e27d0", "`deadbee` cafe `4c1b9e27d0`"],
    [":tada: www.evil.example", "`:tada`: `www.evil.example`"],
    ["1. item", "`1`. item"],
    ["- item", "`-` item"],
    ["[a](b) *c* _d_ ~e~ <f> $g$", "`[a](b`) `*c*` `_d_` `~e~` `<f>` `$g$`"],
    ["two\n\n# lines", "`two⏎⏎#` lines"],
  ])("prose(%j)", (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  test.each(hostileTexts)("%j means nothing outside of code", (text) => {
    for (const markdown of [prose(text), codeSpan(text)]) {
      const outside = markdown.replace(/<code>[^<]*<\/code>|`[^`]+`/g, "CODE");
      expect(outside).not.toMatch(/[@#`|\\*_~<>[\]$&^]|:\w|\w\/\w|GH-|\b[0-9a-f]{7,}\b|\n/i);
      expect(markdown).not.toMatch(unseen);
    }
  });

  test.each(hostileTexts)("%j cannot close its fence", (text) => {
    const lines = fence(text, 4000).split("\n");
    const [bar = ""] = lines;
    expect(bar).toMatch(/^`{3,}$/);
    expect(lines.at(-1)).toBe(bar);
    for (const line of lines.slice(1, -1)) {
      expect(line).not.toContain(bar);
      expect(line.replaceAll("\t", "")).not.toMatch(unseen);
      expect(line).not.toMatch(/^\s*::|##\[/);
    }
  });

  test("a fence says how much it leaves out", () => {
    expect(fence("x".repeat(30), 10)).toBe(`\`\`\`\n${"x".repeat(10)}\n… (20 more characters)\n\`\`\``);
  });
});
