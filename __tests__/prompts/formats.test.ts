import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import { resolveVersion } from "../../src/prompts/prompt-version.ts";
import { defaultPromptGlobs, formatOf, promptFormats } from "../../src/prompts/registry.ts";
import { createRandom } from "../../src/stats/random.ts";
import { mistakesOf, parse, timeOf } from "./helpers.ts";

/** One believable file of every format; a format that is registered without one does not compile. */
const samples: Record<keyof typeof promptFormats, string> = {
  "prompt-yml": readFileSync("fixtures/prompts/whole.prompt.yml", "utf8"),
  text: readFileSync("fixtures/prompts/summarise.prompt.md", "utf8"),
};

const fingerprintOf = (path: string, text: string | Uint8Array) =>
  resolveVersion(parse(path, text), { model: null, parameters: {} }).fingerprint;

describe.each(Object.entries(promptFormats))("the format %s", (key, format) => {
  const sample = samples[key as keyof typeof promptFormats];
  const path = `some/folder/sample${format.endings[0]}`;

  test("is found by each of its endings, and names a prompt by what stands before", () => {
    for (const ending of format.endings) {
      expect(formatOf(`some/folder/sample${ending}`)).toBe(format);
      const { name, named } = parse(`some/folder/sample${ending}`, sample.replace(/^name: .*\n/m, ""));
      expect({ name, named }).toEqual({ name: "sample", named: false });
    }
  });

  test("reads every key that formats share", () => {
    const file = parse(path, sample);
    expect(file).toMatchObject({
      path,
      named: true,
      configuration: { model: "openai/gpt-5-mini", tools: null, included: {} },
    });
    expect(file.configuration.parameters).toHaveProperty("temperature");
    expect(file.variables.length).toBeGreaterThan(0);
    expect(file.testData.length).toBeGreaterThan(0);
    expect(file.evaluators.length).toBeGreaterThan(0);
    const modelLine = sample.split("\n").findIndex((line) => line.startsWith("model:")) + 1;
    expect(file.modelPlace).toEqual({ path, line: modelLine, column: 8 });
  });

  test("tells where each variable is used first", () => {
    const lines = sample.split("\n");
    for (const { name, place } of parse(path, sample).variables) {
      const written = lines[(place.line ?? 0) - 1]?.slice((place.column ?? 0) - 1);
      expect(written).toMatch(new RegExp(`^\\{\\{ ?${name.replace(".", "\\.")} ?\\}\\}`));
    }
  });

  test("the layout is no part of the fingerprint", () => {
    const fingerprint = fingerprintOf(path, sample);
    const bom = "\uFEFF";
    expect(fingerprintOf(path, sample.replaceAll("\n", "\r\n"))).toBe(fingerprint);
    expect(fingerprintOf(path, bom + sample)).toBe(fingerprint);
    expect(fingerprintOf(path, sample.replace("model: ", "# a comment\nmodel:    "))).toBe(fingerprint);
    expect(fingerprintOf(path, sample.replace("testData:", "testData: # none but these"))).toBe(fingerprint);
    expect(fingerprintOf(path, sample.replace("gpt-5-mini", "gpt-5"))).not.toBe(fingerprint);
  });

  test("refuses a prompt that is told the answer, and a misspelt key, both at once", () => {
    const text = sample.replace("{{ text }}", "{{ expected.a }}").replace(/^model:/m, "modle:");
    expect(mistakesOf(path, text)).toEqual([
      expect.stringMatching(/^\d+:1 unknown key "modle" \(Did you mean "model"\?\)$/),
      expect.stringMatching(
        /^\d+:\d+ \{\{expected\.a\}\} is what the answer is judged by and cannot stand in the prompt/,
      ),
    ]);
  });

  test("refuses what is no prompt file", () => {
    expect(mistakesOf(path, new Uint8Array([0xff, 0xfe, 0x00]))).toEqual([expect.stringContaining("not UTF-8")]);
    expect(mistakesOf(path, "x".repeat(2 ** 20 + 1))).toEqual([expect.stringContaining("larger than 1 MiB")]);
    expect(mistakesOf(path, "")).not.toEqual([]);
  });

  test("damaged bytes are read the same way twice, or are the user's mistake; never ours", () => {
    const random = createRandom(`damage ${key}`);
    const bytes = new TextEncoder().encode(sample);
    for (let round = 0; round < 150; round += 1) {
      const damaged = bytes.slice();
      for (let flips = 0; flips < 4; flips += 1) {
        damaged[random.below(bytes.length)] = random.below(128);
      }
      const outcome = () => {
        try {
          return fingerprintOf(path, damaged);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          expect(error.problems.every(({ place }) => place?.path === path)).toBe(true);
          return error.message;
        }
      };
      expect(outcome()).toBe(outcome());
    }
  });

  test("a variable named like a part of the prototype is only a name", () => {
    const file = parse(path, sample.replace("{{ text }}", "{{constructor.name}} {{__proto__}}"));
    expect(file.variables.map(({ name }) => name)).toEqual(expect.arrayContaining(["constructor.name", "__proto__"]));
  });

  test("many variables are one mistake", () => {
    const many = Array.from({ length: 1001 }, (_, index) => `{{v${index}}}`).join(" ");
    expect(mistakesOf(path, sample.replace("{{ text }}", many))).toEqual([
      expect.stringContaining("more than 1000 variables"),
    ]);
    const all = Array.from({ length: 80_000 }, (_, index) => `{{v${index}}}`).join(" ");
    expect(timeOf(() => expect(mistakesOf(path, sample.replace("{{ text }}", all))).toHaveLength(1))).toBeLessThan(
      1000,
    );
  });
});

test("what counts as a prompt without being asked for", () => {
  expect(defaultPromptGlobs).toEqual(["**/*.prompt.yml", "**/*.prompt.yaml", "**/*.prompt.md", "**/*.prompt.txt"]);
  expect(formatOf("README.md")).toBe(promptFormats.text);
  expect(formatOf("a.yml")).toBeNull();
  expect(formatOf("a.prompt")).toBeNull();
});

describe("hostile YAML is an error or inert, and soon", () => {
  const message = "messages: [{role: user, content: x}]\n";
  const levels = [..."abcdefghi"];
  test.each([
    [
      "an alias bomb",
      `${levels
        .map(
          (name, index) =>
            `${name}: &${name} [${Array(9)
              .fill(index === 0 ? "x" : `*${levels[index - 1]}`)
              .join(", ")}]`,
        )
        .join("\n")}\n`,
      "Excessive alias count",
    ],
    ["deep nesting", `${message}modelParameters: { stop: ${"[".repeat(150)}${"]".repeat(150)} }`, "nested too deeply"],
    [
      "a deep schema",
      `${message}responseFormat: json_schema\njsonSchema: '{"name": "x", "schema": {"a": ${"[".repeat(100_000)}${"]".repeat(100_000)}}}'`,
      "jsonSchema is nested too deeply",
    ],
    ["a key of the prototype", `${message}__proto__: { model: x }`, 'unknown key "__proto__"'],
    ["another one", `${message}constructor: x`, 'unknown key "constructor"'],
    ["a custom tag", `${message}model: !!js/function "x"`, "not valid YAML"],
    ["a number that is none", `${message}modelParameters: { temperature: .nan }`, "not a finite number"],
    [
      "nothing but mistakes",
      `${message}${Array.from({ length: 2000 }, (_, index) => `k${index}: v`).join("\n")}`,
      "k0",
    ],
  ])("%s", (_, text, told) => {
    const time = timeOf(() => expect(mistakesOf("a.prompt.yml", text).join("\n")).toMatch(told));
    expect(time).toBeLessThan(200);
    expect(Object.hasOwn(Object.prototype, "model")).toBe(false);
  });
});
