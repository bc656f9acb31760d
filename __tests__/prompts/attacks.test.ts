import { describe, expect, test } from "vitest";
import { openRepository } from "../../src/changes/repository.ts";
import { UserError } from "../../src/errors.ts";
import { readEvalRegistry } from "../../src/golden/evals/eval-registry.ts";
import { missingVariables } from "../../src/golden/missing-variables.ts";
import { parseGolden } from "../../src/golden/parse-golden.ts";
import { casesFromRows } from "../../src/golden/read-case.ts";
import { goldenFormats } from "../../src/golden/registry.ts";
import type { JsonObject, PromptFile } from "../../src/model.ts";
import { findUnbalanced } from "../../src/prompts/hints/find-unbalanced.ts";
import { parsePrompts } from "../../src/prompts/parse-prompt.ts";
import { buildRequest, resolveVersion } from "../../src/prompts/prompt-version.ts";
import type { promptFormats } from "../../src/prompts/registry.ts";
import { checkScorer, createScorer } from "../../src/score/registry.ts";
import { sampleOf, toolsOf } from "../score/support.ts";
import { createRepository } from "../support/repository.ts";
import { mistakesOf, parse, timeOf } from "./helpers.ts";

/** How a file of a format holds a text of the attacker's, and further keys of the attacker's. */
interface Host {
  readonly path: string;
  /** `text` is a template of the format's own language; `keys` is YAML, with a line end. */
  readonly file: (text: string, keys?: string) => string;
  /** A use of a path of names, in the format's language. */
  readonly use: (path: string) => string;
  /** A call of a function in an expression. */
  readonly call: string;
}

const block = (text: string, indent: string): string => text.replaceAll("\n", `\n${indent}`);
const braces = { use: (path: string) => `{{${path}}}`, call: "{{range.constructor('return process')()}}" };

const hosts: Record<keyof typeof promptFormats, Host> = {
  "prompt-yml": {
    ...braces,
    path: "a.prompt.yml",
    file: (text, keys = "") => `${keys}messages:\n  - role: user\n    content: |-\n      ${block(text, "      ")}\n`,
  },
  text: {
    ...braces,
    path: "a.prompt.md",
    file: (text, keys = "") => (keys === "" ? text : `---\n${keys}---\n${text}\n`),
  },
  prompty: { ...braces, path: "a.prompty", file: (text, keys = "") => `---\n${keys}---\nuser:\n${text}\n` },
  dotprompt: {
    ...braces,
    path: "a.prompt",
    file: (text, keys = "") => `---\n${keys}---\n${text}\n`,
    call: "{{range.constructor 'return process'}}",
  },
  promptfoo: {
    ...braces,
    path: "promptfooconfig.yaml",
    file: (text, keys = "") =>
      `${keys}providers: [openai:gpt-5]\nprompts:\n  - |-\n    ${block(text, "    ")}\ntests: [{ vars: { x: 1 } }]\n`,
  },
  langchain: {
    path: "a.yaml",
    file: (text, keys = "") => `${keys}_type: prompt\ntemplate: |-\n  ${block(text, "  ")}\n`,
    use: (path) => `{${path}}`,
    call: "{range.constructor('return process')()}",
  },
};

const levels = [..."abcdefghi"];
const bomb = (first: string, prefix = ""): string =>
  levels
    .map((name, index) => {
      const parts = Array(9).fill(index === 0 ? first : `*${levels[index - 1]}`);
      return `${prefix}x${name}: &${name} [${parts.join(", ")}]\n`;
    })
    .join("");

function messagesFor(prompt: PromptFile, values: JsonObject): string {
  const version = resolveVersion(prompt, { model: "m/m", parameters: {} });
  return JSON.stringify(buildRequest(version, "m", values).request.messages);
}

describe.each(Object.entries(hosts))("the format %s", (_name, { path, file, use, call }) => {
  const told = (text: string): string => {
    let mistakes: readonly string[] = [];
    expect(timeOf(() => (mistakes = mistakesOf(path, text)))).toBeLessThan(200);
    return mistakes.join("\n");
  };

  test("runs no function of the runtime: it is refused", () => {
    expect(told(file(call))).toMatch(/is not there|is no name|does not parse|no helper|not known|reaches behind/);
  });

  test("knows no environment: what names it is a variable that no case has", () => {
    process.env["SECRET"] = "s3cret-value";
    try {
      const text = file(`Hello ${use("env.SECRET")}`);
      const mistakes = told(text);
      if (mistakes !== "") return expect(mistakes).toContain("env.SECRET");
      const prompt = parse(path, text);
      const { cases } = casesFromRows([{ value: { vars: { x: 1 } }, place: { path } }]);
      expect(missingVariables(cases, prompt.variables)[0]?.message).toContain('has no "env.SECRET"');
      return expect(messagesFor(prompt, { x: 1 })).not.toContain("s3cret-value");
    } finally {
      delete process.env["SECRET"];
    }
  });

  test("what is opened and never closed, and blanks without end, take time in the measure of their length", () => {
    for (const atom of ["{{", "{%", "{#", "{{ a", "{{{", " ", "\n", "`", "```x\n", "system:\n", "{{history}}", "<a "]) {
      const start = performance.now();
      const text = file(`x${atom.repeat(Math.ceil(100_000 / atom.length))}`);
      if (mistakesOf(path, text).length === 0) {
        const prompt = parse(path, text);
        messagesFor(prompt, { a: "1" });
        findUnbalanced(prompt.configuration);
      }
      // By the square of it, some would take a minute.
      expect([atom, performance.now() - start < 5_000]).toEqual([atom, true]);
    }
  });

  test.each(["constructor.constructor", "__proto__.polluted", "x.constructor.prototype", "toString"])(
    "walks no prototype by %s",
    (walk) => {
      const text = file(`Hello ${use(walk)}`);
      if (told(text) !== "") return;
      const sent = messagesFor(parse(path, text), { x: "1" });
      expect(sent).not.toMatch(/native code|\[object|function/);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    },
  );

  test.each([
    ["an alias bomb", bomb("x")],
    ["a billion laughs", bomb('"lol lol lol"')],
  ])("%s ends in an error", (_, keys) => {
    expect(told(file("Hello", keys))).toMatch(/Excessive alias count|unknown key/);
  });

  test("a line of 10 MB, and nesting without end", () => {
    expect(told(file("x".repeat(10_000_000)))).toContain("larger than 1 MiB");
    expect(told(file("Hello", `deep: ${"[".repeat(50_000)}\n`))).toContain("nested too deeply");
    expect(told(file("{{#if x}}".repeat(20_000)))).not.toContain("Maximum call stack");
    expect(told(file(`{{ ${"(".repeat(50_000)} }}`))).not.toContain("Maximum call stack");
  });
});

/** Every way in which a file names another one. */
test.each<[string, (written: string) => string, readonly string[]]>([
  [
    "a.prompt.yml",
    (written) => `partials: { p: ${JSON.stringify(written)} }\nmessages: [{ role: user, content: "{{> p}}" }]\n`,
    [],
  ],
  ["a.prompt.md", (written) => `---\ngolden: ${JSON.stringify(written)}\n---\nHi\n`, ["link"]],
  ["a.prompty", (written) => `---\nsample: ${JSON.stringify(`$\{file:${written}}`)}\n---\nuser:\nHi\n`, []],
  ["a.prompt", (written) => `Hi {{> ${written.replace(/\.md$/, "")}}}\n`, []],
  ["a.yaml", (written) => `_type: prompt\ntemplate_path: ${JSON.stringify(written.replace(/\.md$/, ".txt"))}\n`, []],
  [
    "promptfooconfig.yaml",
    (written) => `prompts: [${JSON.stringify(`file://${written}`)}]\nproviders: [openai:x]\n`,
    [],
  ],
  ["promptfooconfig.yaml", (written) => `prompts: [x]\nproviders: [openai:x]\ntests: ${JSON.stringify(written)}\n`, []],
])("%s reads no file above the root, by an absolute path or through a link (%#)", async (path, file, inert) => {
  for (const written of ["../../secret.md", "/etc/secret.md", "..\\secret.md"]) {
    expect([written, mistakesOf(path, file(written))]).not.toEqual([written, []]);
  }
  if (inert.includes("link")) return;
  const source = file(path === "promptfooconfig.yaml" ? "link.csv" : "link.md");
  const repository = await createRepository({ [path]: source, "kept.txt": "kept" });
  for (const name of ["link.md", "link.txt", "link.csv", "_link.prompt"]) await repository.link(name, "/etc/hosts");
  const opened = await openRepository(repository.directory, {});
  try {
    const tree = await opened.workingTree();
    const read = parsePrompts(path, new TextEncoder().encode(source), {
      read: (wanted) => tree.read(wanted),
      list: async () => (await tree.entries()).map((entry) => entry.path),
    });
    await expect(read).rejects.toThrow(UserError);
    await expect(read).rejects.toThrow(/not in the repository/);
  } finally {
    await opened.close();
  }
});

test.each([
  ["a.prompt.yml", 'partials: { p: p.md }\nmessages: [{ role: user, content: "{{> p}}" }]\n', { "p.md": "{{> p}}" }],
  ["a.prompt", "{{> p}}\n", { "_p.prompt": "{{> q}}", "_q.prompt": "{{> p}}" }],
])("%s: a partial that includes itself is an error", (path, text, files) => {
  let mistakes: readonly string[] = [];
  expect(timeOf(() => (mistakes = mistakesOf(path, text, files as Readonly<Record<string, string>>)))).toBeLessThan(
    200,
  );
  expect(mistakes.join("\n")).toContain("includes itself");
});

test("a regular expression that takes for ever elsewhere takes no time as an assertion's scorer", async () => {
  const assert = [{ type: "regex", value: "(a+)+$" }];
  const config = { prompts: ["{{x}}"], providers: ["openai:x"], tests: [{ vars: { x: 1 }, assert }] };
  const [spec] = parse("promptfooconfig.json", JSON.stringify(config)).evaluators;
  if (spec === undefined) throw new Error("no scorer");
  const scorer = createScorer(spec, { files: new Map(), code: null, render: (text) => ({ text, missing: [] }) });
  const [testCase] = casesFromRows([{ value: { vars: {} }, place: { path: "a" } }]).cases;
  if (testCase === undefined) throw new Error("no case");
  const start = performance.now();
  const score = await scorer.score(sampleOf(`${"a".repeat(30_000)}!`), testCase, toolsOf());
  expect(score).toMatchObject({ value: 0 });
  expect(performance.now() - start).toBeLessThan(1000);
});

test("what YAML spells otherwise is found, too; a name alone is a name", () => {
  const file = (content: string) => `messages: [{ role: user, content: ${content} }]\n`;
  expect(mistakesOf("a.prompt.yml", file('"{{ x.\\u0063onstructor(1) }}"'))).toEqual([
    expect.stringContaining("reaches behind the values of a case"),
  ]);
  expect(
    mistakesOf("a.prompt.yml", file('"{{ t(1) }} {{ constructors.x | y }} {{ constructor }} constructor() {{"')),
  ).toEqual([]);
});

test.each([
  [
    "an assertion's",
    "promptfooconfig.json",
    JSON.stringify({
      prompts: ["{{x}}"],
      providers: ["openai:x"],
      tests: [{ vars: { x: 1 }, assert: [{ type: "regex", value: "((a{1,1000}){1,1000}){1,1000}" }] }],
    }),
  ],
  [
    "a scorer's of the file",
    "a.prompt.yml",
    'messages: [{ role: user, content: x }]\nscorers: [{ regex: { pattern: "((a{1,1000}){1,1000}){1,1000}" } }]\n',
  ],
])("%s regular expression that is a bomb by itself is a mistake", (_, path, text) => {
  let messages: readonly string[] = [];
  const check = () => {
    messages = parse(path, text)
      .evaluators.flatMap((spec) => checkScorer(spec))
      .map(({ message }) => message);
  };
  expect(timeOf(check)).toBeLessThan(200);
  expect(messages).toEqual([expect.stringContaining("pattern")]);
});

describe.each(Object.keys(goldenFormats))("the golden format %s", (format) => {
  const path = `golden/a.${format}`;
  const told = (text: string): string => {
    const bytes = new TextEncoder().encode(text);
    let messages: readonly string[] = [];
    expect(
      timeOf(() => {
        messages = parseGolden(path, bytes).problems.map(({ message }) => message);
      }),
    ).toBeLessThan(200);
    return messages.join("\n");
  };

  test("bombs and deep nesting are mistakes of the user, or inert", () => {
    const messages = [bomb("x", "  ").replace(/^ /, "-"), `- a: ${"[".repeat(50_000)}`, `[${"[".repeat(50_000)}`].map(
      told,
    );
    for (const message of messages) expect(message).not.toContain("Maximum call stack");
    if (format === "yaml") expect(messages[0]).toContain("Excessive alias count");
  });

  test("a line of more than 10 MB", () => {
    const line = `{"id": "a", "text": "${"x".repeat(10_000_100)}"}`;
    const text = format === "csv" ? `text\n${"x".repeat(50_000_001)}` : format === "json" ? `[${line}]` : line;
    expect(told(text)).toMatch(/longer than 10 MB|larger than \d+ MB/);
  });

  test("a key of the prototype is a variable and nothing else", () => {
    const text = { jsonl: '{"__proto__": {"polluted": 1}}', json: '[{"__proto__": {"polluted": 1}}]' }[format];
    told(text ?? (format === "yaml" ? "- __proto__: { polluted: 1 }\n" : "__proto__\npolluted\n"));
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

test("a registry of evals is no bomb either", () => {
  const text = `${bomb("x")}a:\n  class: evals.elsuite.basic.match:Match\n`;
  expect(timeOf(() => expect(() => readEvalRegistry("r/a.yaml", text)).toThrow(UserError))).toBeLessThan(200);
});
