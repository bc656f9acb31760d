import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model.ts";
import { changedParts } from "../../src/prompts/changed-parts.ts";
import { buildRequest, resolveVersion } from "../../src/prompts/prompt-version.ts";
import { mistakesOf, parse } from "./helpers.ts";

const sample = readFileSync("fixtures/prompts/menu.prompt", "utf8");
const rules = readFileSync("fixtures/prompts/_house-rules.prompt", "utf8");
const path = "prompts/menus/menu.prompt";

const rendered = (text: string, values: JsonObject, files?: Readonly<Record<string, string>>) =>
  buildRequest(resolveVersion(parse(path, text, files), { model: null, parameters: {} }), "m", values).request.messages;

test("a whole file: its model, parameters, schemas, defaults and partial", () => {
  const files = { "prompts/_house-rules.prompt": rules };
  const file = parse(path, sample, files);
  expect(file.configuration).toMatchObject({
    model: "google/gemini-2.5-flash",
    parameters: { temperature: 0.4, max_tokens: 400 },
    defaults: { diet: "none" },
    format: {
      type: "json_schema",
      json_schema: {
        name: "menu",
        schema: {
          type: "object",
          properties: {
            title: { type: "string", description: "name of the dish" },
            steps: { type: "array", items: { type: "string" } },
            notes: { type: ["string", "null"] },
          },
          required: ["title", "steps"],
          additionalProperties: false,
        },
      },
    },
  });
  expect(file.inclusions).toEqual({ "prompts/_house-rules.prompt": [path, "prompts/_house-rules.prompt"] });
  expect(
    file.variables.map(({ name, optional, place }) => `${place.path}:${place.line} ${name}${optional ? "?" : ""}`),
  ).toEqual(["prompts/_house-rules.prompt:4 banned", `${path}:27 diet?`, `${path}:30 text`, `${path}:30 guests?`]);
  expect(
    rendered(sample, { text: "Something", guests: ["Ada", "Bob"], banned: ["pork"], diet: "vegan" }, files),
  ).toEqual([
    { role: "system", content: "You plan menus. Be brief. Never serve pork raw.\nNothing from animals." },
    { role: "user", content: "Something for Ada, Bob" },
  ]);
});

describe("partials", () => {
  const main = (body: string) => `---\nname: x\n---\n${body}\n`;

  test("the nearest folder's counts, and they include others", () => {
    const files = {
      "prompts/menus/_a.prompt": "near {{> b}}",
      "prompts/_a.prompt": "far",
      "_b.prompt": "root {{x}}",
    };
    expect(rendered(main("{{> a}}"), { x: 1 }, files)).toEqual([{ role: "user", content: "near root 1" }]);
    expect(parse(path, main("{{> a}}"), files).inclusions).toEqual({
      "prompts/menus/_a.prompt": [path, "prompts/menus/_a.prompt"],
      "_b.prompt": [path, "prompts/menus/_a.prompt", "_b.prompt"],
    });
  });

  test("get what they are called with", () => {
    const files = { "_a.prompt": "{{name}}-{{age}}" };
    expect(rendered(main("{{> a user age=3}}"), { user: { name: "Ada" } }, files)).toEqual([
      { role: "user", content: "Ada-3" },
    ]);
  });

  test("a changed partial is told as such, not as a change of the text", () => {
    const configuration = (partial: string) => parse(path, main("{{> a}}"), { "_a.prompt": partial }).configuration;
    expect(changedParts(configuration("one"), configuration("two"))).toEqual(["included"]);
  });

  test.each([
    [
      "{{> missing}}",
      {},
      "the partial missing is not in the repository (Looked for at prompts/menus/_missing.prompt, prompts/_missing.prompt, _missing.prompt.)",
    ],
    ["{{> a}}", { "_a.prompt": "{{> a}}" }, "the partial a includes itself: a → a"],
    ["{{> a}}", { "_a.prompt": "{{> b}}", "_b.prompt": "{{> a}}" }, "the partial a includes itself: a → b → a"],
    ["{{> [../../etc/passwd]}}", {}, "there is no partial"],
  ])("%s", (body, files, expected) => {
    expect(mistakesOf(path, main(body), files).join("\n")).toContain(expected);
  });

  test("that double each other end soon", () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`_p${index}.prompt`, `{{> p${index + 1}}}{{> p${index + 1}}}`]),
    );
    const all = { ...files, "_p30.prompt": "x" };
    const start = performance.now();
    expect(() => rendered(main("{{> p0}}"), {}, all)).toThrow(/steps|includes itself/);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

test("front matter that is no YAML is a mistake, not a part of the prompt", () => {
  expect(mistakesOf(path, "---\na: [\n---\nhi\n").join()).toContain("not valid YAML");
});

test("schemas and tools of an application are told", () => {
  const text =
    "---\ninput: { schema: RecipeRequest }\ntools: [findRecipe]\ntoolDefs:\n  - { name: find, description: Finds., inputSchema: { q: string } }\n---\nhi\n";
  const file = parse(path, text);
  expect(file.warnings.map(({ message }) => message)).toEqual([
    "the schema RecipeRequest is not here: it stands for anything",
    "tools are named, but not defined here: they are not sent",
  ]);
  expect(file.configuration.tools).toEqual([
    {
      type: "function",
      function: {
        name: "find",
        description: "Finds.",
        parameters: {
          type: "object",
          properties: { q: { type: "string" } },
          required: ["q"],
          additionalProperties: false,
        },
      },
    },
  ]);
});
