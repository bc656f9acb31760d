import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import type { Part } from "../../src/model.ts";
import { changedParts } from "../../src/prompts/changed-parts.ts";
import { buildRequest, resolveVersion } from "../../src/prompts/prompt-version.ts";
import { createRandom, type Random } from "../../src/stats/random.ts";
import { parse } from "./helpers.ts";

const whole = readFileSync("fixtures/prompts/whole.prompt.yml", "utf8");
const none = { model: null, parameters: {} };

describe("changedParts", () => {
  const before = parse("a.prompt.yml", whole).configuration;
  test.each<[string, (text: string) => string, readonly Part[]]>([
    ["nothing", (text) => text, []],
    ["a comment and white space", (text) => `# c\n\n${text.replace("model: ", "model:   ")}`, []],
    ["another spelling of a parameter", (text) => text.replace("top_p", "topP"), []],
    ["the layout of the schema", (text) => text.replace('"strict": true,\n', '\n\n  "strict":true,\n'), []],
    ["another style of a scalar", (text) => text.replace("content: Be brief.", 'content: "Be brief."'), []],
    ["a role's case", (text) => text.replace("role: System", "role: system"), []],
    ["the answers", (text) => text.replace("expected: high", "expected: low"), []],
    ["the evaluators", (text) => text.replace("name: exact", "name: other"), []],
    ["name and description", (text) => text.replace(/^name: .*\n.*\n/, ""), []],
    ["a word", (text) => text.replace("sort", "rank"), ["text"]],
    ["a role", (text) => text.replace("role: developer", "role: user"), ["text"]],
    ["the model, as written", (text) => text.replace("openai/gpt-5-mini", "gpt-5-mini"), ["model"]],
    ["a parameter", (text) => text.replace("0.2", "0.3"), ["parameters"]],
    ["the format", (text) => text.replace('"low"', '"mid"'), ["format"]],
    [
      "all of them, in the order in which they are told",
      (text) =>
        text
          .replace("json_schema", "json_object")
          .replace("0.2", "1")
          .replace("model: ", "model: x")
          .replace("sort", "rank"),
      ["text", "model", "parameters", "format"],
    ],
  ])("%s", (_, edit, parts) => {
    const after = parse("b.prompt.yml", edit(whole)).configuration;
    expect(changedParts(before, after)).toEqual(parts);
    expect(changedParts(after, before)).toEqual(parts);
  });

  test("tools and included files are parts, too", () => {
    expect(changedParts(before, { ...before, tools: [], included: { "a.md": "1" } })).toEqual(["tools", "included"]);
  });
});

describe("resolveVersion", () => {
  const file = parse("a.prompt.yml", whole);
  const bare = parse("a.txt", "Hello {{name}}");

  test("the file's own word wins over the defaults", () => {
    const defaults = { model: "x/y", parameters: { temperature: 1, seed: 7 } };
    expect(resolveVersion(file, defaults).configuration).toMatchObject({
      model: "openai/gpt-5-mini",
      parameters: { temperature: 0.2, seed: 7 },
    });
    expect(resolveVersion(bare, defaults).configuration).toMatchObject({
      model: "x/y",
      parameters: { temperature: 1 },
    });
    expect(resolveVersion(bare, none).configuration.model).toBeNull();
  });

  test("the fingerprint is that of the call, defaults included, and of nothing else", () => {
    const { fingerprint } = resolveVersion(bare, none);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(resolveVersion(parse("other/b.prompt.txt", "---\nname: n\n---\nHello {{name}}\n"), none).fingerprint).toBe(
      fingerprint,
    );
    expect(resolveVersion(bare, { ...none, model: "x/y" }).fingerprint).not.toBe(fingerprint);
    expect(resolveVersion(bare, { ...none, parameters: { seed: 1 } }).fingerprint).not.toBe(fingerprint);
  });

  test("the fingerprint is the SHA-256 of the canonical JSON", () => {
    const canonical =
      '{"format":null,"included":{},"messages":[{"content":"Hello {{name}}","role":"user"}],"model":null,"parameters":{},"tools":null}';
    expect(resolveVersion(bare, none).fingerprint).toBe(createHash("sha256").update(canonical).digest("hex"));
  });
});

test("buildRequest renders the messages and leaves out nothing of the call", () => {
  const version = resolveVersion(parse("a.prompt.yml", whole), none);
  const { request, missing } = buildRequest(version, "gpt-5-mini", { text: "Help", customer: "Ada" });
  expect(request).toEqual({
    model: "gpt-5-mini",
    messages: [
      { role: "system", content: "You sort support tickets of {{ product.name }}.\nAnswer in JSON.\n" },
      { role: "user", content: "Ticket from Ada:\n\nHelp\n" },
      { role: "assistant", content: "Noted, Ada." },
      { role: "developer", content: "Be brief." },
    ],
    parameters: version.configuration.parameters,
    format: version.configuration.format,
    tools: null,
  });
  expect(missing).toEqual(["product.name"]);
});

describe("whatever the layout, the same prompt is read", () => {
  const styles = ["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL", "BLOCK_FOLDED"] as const;
  const pick = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)] as T;
  const shuffle = (random: Random, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => shuffle(random, item));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(
      ([key, entry]) => [key, shuffle(random, entry), random.uint32()] as const,
    );
    return Object.fromEntries(entries.sort((one, other) => one[2] - other[2]));
  };

  test.each(Array.from({ length: 40 }, (_, seed) => seed))("seed %i", (seed) => {
    const random = createRandom(seed);
    const text = stringify(shuffle(random, parseYaml(whole)), {
      defaultStringType: pick(random, styles),
      defaultKeyType: pick(random, ["PLAIN", "QUOTE_DOUBLE"]),
      indent: pick(random, [1, 2, 4]),
      lineWidth: pick(random, [0, 40, 80]),
      collectionStyle: pick(random, ["any", "block", "flow"]),
    });
    const again = parse("a.prompt.yml", text);
    const first = parse("a.prompt.yml", whole);
    expect(changedParts(first.configuration, again.configuration)).toEqual([]);
    expect(resolveVersion(again, none).fingerprint).toBe(resolveVersion(first, none).fingerprint);
    expect(again.testData.map(({ value }) => value)).toEqual(first.testData.map(({ value }) => value));
    expect(again.variables.map(({ name }) => name)).toEqual(first.variables.map(({ name }) => name));
  });
});
