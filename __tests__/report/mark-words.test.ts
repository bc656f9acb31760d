import { describe, expect, test } from "vitest";
import { preformatted } from "../../src/report/escape.ts";
import { markWords } from "../../src/report/mark-words.ts";
import { hostileTexts } from "./hostile.ts";

const show = (pieces: ReturnType<typeof markWords>["before"]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");

describe("markWords", () => {
  test.each([
    ["the queue is billing", "the queue is sales", "the queue is [billing]", "the queue is [sales]"],
    ["one two three", "one three", "one [two ]three", "one three"],
    ["billing", "sales", "billing", "sales"],
    ["same", "same", "same", "same"],
    ["", "x", "", "x"],
  ])("%j and %j", (before, after, left, right) => {
    const marked = markWords(before, after);
    expect([show(marked.before), show(marked.after)]).toEqual([left, right]);
  });

  test.each(hostileTexts)("nothing of %j is lost or changed", (text) => {
    const marked = markWords(`some words ${text}`, `${text} other words`);
    expect(marked.before.map((piece) => piece.text).join("")).toBe(`some words ${text}`);
    expect(marked.after.map((piece) => piece.text).join("")).toBe(`${text} other words`);
  });

  test("texts that have nothing in common take no time", () => {
    const words = (start: number) => Array.from({ length: 2000 }, (_, n) => `w${start + n}`).join(" ");
    const marked = markWords(words(0), words(9000));
    expect([marked.before.length, marked.after.length]).toEqual([1, 1]);
  });
});

describe("preformatted", () => {
  test("marks pieces, and lets nothing end the block", () => {
    expect(
      preformatted([
        { text: "a </pre><b>\n", tag: null },
        { text: "c & `d`", tag: "ins" },
        { text: " ", tag: "del" },
      ]),
    ).toBe("<pre>a &#60;/pre&#62;&#60;b&#62;\n<ins>c &#38; &#96;d&#96;</ins> </pre>");
  });
});
