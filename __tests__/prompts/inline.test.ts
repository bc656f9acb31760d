import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { InlinePrompt } from "../../src/model.ts";
import { findInlinePrompts, isSource } from "../../src/prompts/inline/find-inline-prompts.ts";
import { type PromptInFile, rateMaturity } from "../../src/prompts/inline/rate-maturity.ts";
import { createRandom } from "../../src/stats/random.ts";
import { timeOf } from "./helpers.ts";

const find = (path: string, text: string): readonly string[] =>
  findInlinePrompts([{ path, text }]).map(
    ({ place, sdk, firstWords }) => `${place.line}:${place.column} ${sdk}: ${firstWords}`,
  );
const fixture = (name: string): string => readFileSync(`fixtures/prompts/inline/${name}`, "utf8");

test("TypeScript", () => {
  expect(find("answers.ts", fixture("answers.ts"))).toEqual([
    "7:24 OpenAI: You are the support desk of {…}. Answer in {…}.",
    "16:32 OpenAI: Question: Answer it.",
    `17:55 OpenAI: It\\'s in "quotes".`,
    "18:48 OpenAI: Dear customer",
    "18:66 OpenAI: Hi",
    "25:72 AI SDK: Shorten the text.",
    "26:63 AI SDK: Tell a story about {…}.",
    "27:79 OpenAI: Summarise.",
    "30:11 Anthropic: You are Claude's careful twin.",
    "36:67 Google: Explain rain.",
    "36:113 Google: Be kind.",
    "38:14 LangChain: Translate to {language}.",
    "39:13 LangChain: {text}, please",
    "41:43 LangChain: Name {count} colours.",
  ]);
});

test("Python", () => {
  expect(find("answers.py", fixture("answers.py"))).toEqual([
    "6:25 OpenAI: You grade essays. Give a mark from 1 to 6.",
    "19:41 OpenAI: The essay of {name}: {essay}",
    '26:65 LiteLLM: Answer "yes" or "no".',
    "27:55 Anthropic: Only \\d+ numbers.",
    "28:36 Google: Describe the picture.",
    "32:55 LangChain: You are {persona}.",
    "32:88 LangChain: {input} or else",
    "32:130 LangChain: Be brief.",
    "33:59 LangChain: Write about {x}.",
  ]);
});

test.each<[string, string, readonly string[]]>([
  ["a.js", 'openai?.chat?.completions?.create({ messages: [{ content: "Hi" }] })', ["1:59 OpenAI: Hi"]],
  ["a.js", "// don't\nconst a = <p>don't</p>;\ngenerateText({ prompt: `x` })", ["3:24 AI SDK: x"]],
  ["a.js", `generateText({ prompt: \`a $\{f({ b: \`}\` })} "c"\` })`, ['1:24 AI SDK: a {…} "c"']],
  ["a.js", 'generateText({ prompt: "123", system: "" })', []],
  ["a.js", 'const text = completion({ prompt: "of anybody" })', []],
  ["a.py", 'from litellm import completion\ncompletion(messages=[{"content": "Hi"}])', ["2:34 LiteLLM: Hi"]],
  ["a.py", "x = '''never closed\nmessages.create(content='a')", []],
  [
    "a.py",
    'messages.create(content="=x", system="y" if z else "w")',
    ["1:25 Anthropic: =x", "1:38 Anthropic: y", "1:52 Anthropic: w"],
  ],
  [
    "a.js",
    'generateText({ prompt: short ? "a" + "b" : "c", system: "d" })',
    ["1:32 AI SDK: ab", "1:44 AI SDK: c", "1:57 AI SDK: d"],
  ],
  ["a.py", 'genai.GenerativeModel("g", system_instruction="Be kind.")', ["1:47 Google: Be kind."]],
  ["a.d.ts", 'generateText({ prompt: "types only" })', []],
  ["a.rb", 'generateText({ prompt: "another language" })', []],
  ["a.ts", "", []],
])("%s %j", (path, text, expected) => expect(find(path, text)).toEqual(expected));

test("what others wrote and what programs make is no source", () => {
  expect(["src/a.ts", "a.py", "a.mjs", "a.tsx"].every(isSource)).toBe(true);
  expect(["node_modules/a/b.js", "app/dist/a.js", "a.min.js", "a.d.ts", "a.go", "venv/x.py"].some(isSource)).toBe(
    false,
  );
});

describe("in time that grows with the text", () => {
  const call = 'client.chat.completions.create({ messages: [{ role: "user", content: ';
  test.each<[string, string, string]>([
    ["many calls", "a.ts", `${call}"x" }] });\n`.repeat(9_000)],
    ["deep brackets", "a.ts", `${call}${"(".repeat(400_000)}`],
    ["an open template", "a.ts", `${call}\`${"${`".repeat(200_000)}`],
    ["an open string", "a.py", `messages.create(content="""${'"'.repeat(900_000)}`],
    ["slashes", "a.ts", `generateText(${"/[".repeat(200_000)}`],
    ["a long line", "a.js", `generateText({ prompt: "${"x".repeat(900_000)}" })`],
    ["dots", "a.js", `generateText${".a".repeat(400_000)}("x")`],
    ["names and brackets", "a.py", `${"a=(".repeat(200_000)}messages.create(content="x")`],
    ["quotes of constants", "a.py", `${"a.".repeat(300_000)}"x" messages.create`],
    ["more than a megabyte", "a.js", `generateText({ prompt: "${"x".repeat(10_000_000)}" })`],
  ])("%s", (_, path, text) => {
    expect(timeOf(() => findInlinePrompts([{ path, text }]))).toBeLessThan(1500);
  });

  test("damaged sources are read, whatever they say", () => {
    const random = createRandom("inline");
    for (const name of ["answers.ts", "answers.py"]) {
      const text = fixture(name);
      for (let round = 0; round < 200; round += 1) {
        const at = random.below(text.length);
        const damaged = `${text.slice(0, at)}${String.fromCharCode(random.below(128))}${text.slice(at + random.below(9))}`;
        for (const { place, firstWords } of findInlinePrompts([{ path: name, text: damaged }])) {
          expect(place.line).toBeGreaterThan(0);
          expect(firstWords).not.toMatch(/\n/);
        }
      }
    }
  });
});

describe("how far a repository has come", () => {
  const inline = [{ place: { path: "src/a.ts", line: 3, column: 5 } }] as unknown as readonly InlinePrompt[];
  const whole: PromptInFile = { name: "a", path: "a.prompt.yml", cases: 9, judged: true, versioned: true };
  test.each<[readonly InlinePrompt[], readonly PromptInFile[], boolean, number, readonly RegExp[]]>([
    [[], [], false, 0, [/^Write the first prompt to/]],
    [inline, [], true, 1, [/^Move the prompt out of the code, first src\/a\.ts:3:5: write it to/]],
    [
      inline,
      [{ ...whole, cases: 0, judged: false, versioned: false }],
      false,
      2,
      [/golden set/, /^State a version in a/, /workflow/, /^Move/],
    ],
    [[], [whole, { ...whole, name: "b", judged: false }], true, 2, [/^Say what judges b: scorers/]],
    [[], [whole], false, 2, [/workflow/]],
    [[], [whole], true, 3, [/^Nothing is missing/]],
    [inline, [whole], true, 3, [/^Move/]],
  ])("%#", (found, files, gated, level, steps) => {
    const maturity = rateMaturity(found, files, gated);
    expect(maturity.level).toBe(level);
    expect(maturity.nextSteps).toHaveLength(steps.length);
    for (const [index, step] of steps.entries()) expect(maturity.nextSteps[index]).toMatch(step);
  });
});
