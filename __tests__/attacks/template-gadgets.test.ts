/** biome-ignore-all lint/suspicious/noTemplateCurlyInString: some template languages write variables like that. */
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
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
 * Templates of a fork are rendered with keys in reach.
 * Line of defence: every engine under src/prompts/templates is written for values alone: it calls nothing, knows no
 * environment and no file, and reads own properties only; what it does not know is a mistake, told before any call.
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
