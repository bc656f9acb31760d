/** biome-ignore-all lint/suspicious/noTemplateCurlyInString: some template languages write variables like that. */
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { renderTemplate } from "../../src/prompts/template.ts";
import { MessageWriter } from "../../src/prompts/templates/message-writer.ts";
import { templateEngines } from "../../src/prompts/templates/registry.ts";
import { goldenFile } from "../end-to-end/support.ts";
import { openAttack, secretCanary, timeout } from "./support.ts";

const promptyFile = (text: string): string =>
  `---\nname: t\nmodel:\n  api: chat\n  configuration: { type: openai, name: local/answers }\n---\nuser:\nBe right below 2. Case {{n}} ${text}\n`;
const dotpromptFile = (text: string): string =>
  `---\nmodel: local/answers\n---\nBe right below 2. Case {{n}} ${text}\n`;
const ymlFile = (text: string): string =>
  stringify({ model: "local/answers", messages: [{ role: "user", content: `Be right below 2. Case {{n}} ${text}` }] });
const textFile = (text: string): string => `---\nmodel: local/answers\n---\nBe right below 2. Case {{n}} ${text}\n`;
const langchainFile =
  (format: string) =>
  (text: string): string =>
    stringify({
      _type: "prompt",
      template_format: format,
      input_variables: ["n"],
      template: `Be right below 2. ${text} Case ${format === "f-string" ? "{n}" : "{{n}}"}`,
    });

/** What reads the environment, reaches a constructor or opens a file in the engines of others. */
const environment = "${env:OTHER_SECRET} ${file:assay.yml}";
const python = "{{ ''.__class__.__mro__[1].__subclasses__() }} {{ cycler.__init__.__globals__.os.environ }}";
const javascript = "{{ n.constructor.constructor('return process.env')() }}";
const lookups = '{{#with "s" as |string|}}{{lookup string.sub "constructor"}}{{/with}} {{> ../../../etc/hostname}}';
const attributes = "{n.__class__.__init__.__globals__} {env.OTHER_SECRET}";
const variables = "{{ env.OTHER_SECRET }} {{ process.env.OTHER_SECRET }}";

type Format = readonly [
  format: string,
  path: string,
  write: (text: string) => string,
  /** Sent as the text that it is. */
  harmless: string,
  /** A mistake, told before any call. */
  refused: string,
];

const formats: readonly Format[] = [
  ["prompt.yml", "prompts/t.prompt.yml", ymlFile, environment, javascript],
  ["text", "prompts/t.prompt.md", textFile, environment, variables],
  ["prompty (jinja)", "prompts/t.prompty", promptyFile, environment, python],
  ["dotprompt (handlebars)", "prompts/t.prompt", dotpromptFile, environment, lookups],
  ["LangChain, f-string", "prompts/t.langchain.json", langchainFile("f-string"), javascript, attributes],
  ["LangChain, mustache", "prompts/t.langchain.json", langchainFile("mustache"), environment, variables],
];

/**
 * Templates of a fork are rendered with keys in reach: they ask for the environment, for what stands behind an object, for
 * a function, for a file.
 * Defences: engines read own properties of plain data alone; what is no value of the case, no known helper, method, function,
 * tag or plain name is a mistake, told before any call; partials are included where a file of the repository is named.
 *
 * @defence src/prompts/templates/values.ts
 * - return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
 * + return isObject(value) ? value[key] : undefined;
 * @defence src/prompts/template.ts
 * - if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
 * + if (typeof current !== "object" || current === null) return undefined;
 * @defence src/prompts/templates/jinja/inspect.ts
 * - if (known.includes(name)) return;
 * + if (known.length > 0) return;
 * @defence src/prompts/templates/jinja/inspect.ts
 * - if (!knownTypes.has(node.type)) {
 * + if (node.type === "none") {
 * @defence src/prompts/templates/handlebars/inspect.ts
 * - else if (isCalled) this.#tellUnknown(node, path.original, inlineHelpers);
 * + else if (isCalled) return;
 * @defence src/prompts/templates/mustache.ts
 * - if (kind === ">") mistakes.push({ message: `the partial ${value} cannot be included`, offset });
 * + if (kind === ">") continue;
 * @defence src/prompts/templates/f-string.ts
 * - } else if (!name.test(inner)) {
 * + } else if (inner === "") {
 * @defence src/golden/missing-variables.ts
 * - for (const use of variables) if (!use.optional && !has(values, use.name)) yield { testCase, use };
 * + for (const use of variables) if (false) yield { testCase, use };
 */
describe.concurrent.each(formats)("in %s", { timeout }, (_format, path, write, harmless, refused) => {
  it("no gadget finds an environment, a constructor or a file", async () => {
    const seen: string[] = [];
    const attack = await openAttack(
      { [path]: write(harmless) },
      {
        config: { prompts: ["prompts/t.*"], model: "local/answers", golden: "golden/answers.jsonl" },
        files: { [path]: write("please"), "golden/answers.jsonl": goldenFile(3) },
        handler: ({ body }) => {
          seen.push(JSON.stringify(body));
          return { text: "answer 1" };
        },
      },
    );
    expect(await attack.approved()).toMatchObject({ exitCode: 0, outputs: { calls: "6" } });
    const sent = seen.join("\n");
    expect(sent).not.toContain(secretCanary);
    expect(sent).not.toMatch(/\[native code\]|\[object |<class |providers:/);
    await attack.push({ [path]: write(refused) });
    expect(await attack.approved()).toMatchObject({ exitCode: 2, outputs: { verdict: "error" } });
    expect(attack.calls()).toBe(6);
  });
});

type Engine = keyof typeof templateEngines;
const called = "{{ range.constructor('return process')() }}";

/** Each alone, for a mistake in one must not hide that another is none. */
const gadgets: readonly (readonly [Engine, string])[] = [
  ["jinja", called],
  ["jinja", "{{ ''.__class__.__mro__[1].__subclasses__() }}"],
  ["jinja", "{{ o.constructor('return process') }}"],
  ["jinja", "{{ lipsum() }}"],
  ["jinja", "{% include '/etc/passwd' %}"],
  ["jinja", "{% macro a() %}x{% endmacro %}{{ a.constructor }}"],
  ["jinja", "{{ 'a'.upper(x=o.constructor) }}"],
  ["nunjucks", called],
  ["nunjucks", "{{ cycler('a').constructor }}"],
  ["nunjucks", "{% import '/etc/passwd' as x %}"],
  ["handlebars", "{{range.constructor 'return process'}}"],
  ["handlebars", "{{lookup o 'constructor'}}"],
  ["handlebars", "{{#with (lookup o 'constructor')}}{{this}}{{/with}}"],
  ["mustache", "{{> ../../../etc/hostname}}"],
  ["f-string", "{o.__class__.__init__.__globals__}"],
  ["f-string", "{o!r}"],
];

it.each(gadgets)("%s: %s is a mistake before anything is rendered", (engine, template) => {
  expect(templateEngines[engine].inspect(template).mistakes).not.toEqual([]);
});

const walks: readonly (readonly [Engine, string])[] = [
  ["jinja", "{{ o.constructor.name }}{{ o['constructor'] }}{{ o.get('constructor') }}{{ o.__proto__.toString }}"],
  ["nunjucks", "{{ o.constructor.name }}{{ o.__proto__ }}"],
  ["handlebars", "{{o.constructor.name}}{{o.__proto__}}{{#with o}}{{constructor}}{{/with}}"],
  ["mustache", "{{{o.constructor.name}}}{{#o}}{{{toString}}}{{/o}}"],
  ["f-string", "{constructor}{toString}"],
];

it.each(walks)("%s: %s walks to nothing behind a value", (engine, template) => {
  const writer = new MessageWriter("user");
  templateEngines[engine].render(template, { o: { a: 1 } }, writer, new Map());
  expect(JSON.stringify(writer.finish())).not.toMatch(/Object|native code|function/);
});

it("plain {{names}} walk to nothing behind a value", () => {
  const { text, missing } = renderTemplate("{{o.constructor.name}} {{constructor}}", { o: { a: 1 } });
  expect(text).toBe("{{o.constructor.name}} {{constructor}}");
  expect(missing).toEqual(["o.constructor.name", "constructor"]);
});
