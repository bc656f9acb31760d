import type { Json, TemplateLanguage } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { resolveWithin } from "../../source/repository-path.ts";
import { readYaml } from "../../source/yaml.ts";
import { decodePrompt } from "../decode-prompt.ts";
import { Entry, type Reading } from "../keys/entry.ts";
import { finishPrompt } from "../keys/finish-prompt.ts";
import type { Includes, PromptFormat } from "../prompt-format.ts";
import { regionOf } from "../region.ts";
import type { WrittenMessage } from "../variable-uses.ts";

const endings = [".json", ".yaml", ".yml"];

/** The classes of messages, by their names in the constructor form, and by `type` elsewhere. */
const roles = {
  SystemMessagePromptTemplate: "system",
  HumanMessagePromptTemplate: "user",
  AIMessagePromptTemplate: "assistant",
  SystemMessage: "system",
  HumanMessage: "user",
  AIMessage: "assistant",
} as const;

/** LangChain's serialised prompts: the older form with `_type`, and the constructor form with `lc`. */
export const langchainFormat: PromptFormat = {
  endings,
  description:
    "LangChain's serialised prompts, as YAML or JSON: the form with `_type`, and the constructor form with `lc`",
  recognises: (text) => /(?:^|[{,\s])["']?_type["']?\s*:/.test(text) || /"lc"\s*:\s*1\b/.test(text),
  parse(path, source, includes) {
    const text = decodePrompt(path, source);
    const reading: Reading = { text, yaml: readYaml(path, text), problems: [], warnings: [] };
    const file = new Entry(reading, reading.yaml.value ?? {});
    const found = file.at("lc").exists ? readConstructor(file) : readLegacy(file, path, includes);
    return [
      finishPrompt({
        path,
        endings,
        // What LangChain calls a name is a class.
        file: new Entry(reading, {}),
        reading,
        configuration: {
          model: null,
          parameters: {},
          format: null,
          tools: null,
          template: found.language,
          defaults: found.defaults,
        },
        messages: found.messages,
        testData: [],
        modelPlace: { path, line: 1 },
        findPartial: null,
        includes,
      }),
    ];
  },
};

interface Found {
  readonly messages: readonly WrittenMessage[];
  readonly language: TemplateLanguage;
  readonly defaults: { readonly [key: string]: Json };
}

/** `{ _type: prompt, template, template_format }`, its text also in a file of its own. */
function readLegacy(file: Entry, path: string, includes: Includes): Found {
  const type = file.at("_type").text();
  if (type !== "prompt") {
    file.at("_type").complain(`what has the type ${type} is not read`, "Only the type prompt has a text of its own.");
    return { messages: [], language: "f-string", defaults: {} };
  }
  const language = readLanguage(file.at("template_format"));
  const defaults = file.at("partial_variables").value;
  const named = file.at("template_path");
  const message = named.exists ? readTemplateFile(named, path, includes) : readText(file.at("template"));
  return { messages: message, language, defaults: isObject(defaults) ? defaults : {} };
}

function readText(entry: Entry): readonly WrittenMessage[] {
  const content = entry.text();
  return content === null ? [] : [{ role: "user", content, region: entry.region }];
}

/** LangChain itself was made to read any file of a machine this way: here it is one of the repository, and only a text. */
function readTemplateFile(entry: Entry, from: string, includes: Includes): readonly WrittenMessage[] {
  const written = entry.text();
  const path = written === null ? null : resolveWithin(from, written);
  if (written === null) return [];
  if (path === null || !path.endsWith(".txt")) {
    entry.complain("template_path names no .txt file within the repository");
    return [];
  }
  const bytes = includes.read(path);
  if (bytes === null) {
    entry.complain(`the file ${path} is not in the repository`);
    return [];
  }
  const content = decodePrompt(path, bytes);
  return [{ role: "user", content, region: regionOf(path, content, 0, content.length) }];
}

/** `{ lc: 1, type: constructor, id: [..., ChatPromptTemplate], kwargs: { messages } }`. */
function readConstructor(file: Entry): Found {
  const name = className(file);
  if (name === "PromptTemplate") {
    const kwargs = file.at("kwargs");
    return {
      messages: readText(kwargs.at("template")),
      language: readLanguage(kwargs.at("template_format")),
      defaults: {},
    };
  }
  if (name !== "ChatPromptTemplate") {
    file.complain(
      `${name ?? "this"} is no prompt that can be read`,
      "It is one of PromptTemplate, ChatPromptTemplate.",
    );
    return { messages: [], language: "f-string", defaults: {} };
  }
  const languages = new Set<TemplateLanguage>();
  const items = file.at("kwargs").at("messages").items();
  const read = items.flatMap((item) => (isPlaceholder(item) ? [] : readMessage(item, languages)));
  const [language = "f-string", other] = [...languages];
  if (other !== undefined) file.complain(`the messages are written in ${language} and ${other}`, "Use one of them.");
  const partial = file.at("kwargs").at("partial_variables").value;
  const defaults = isObject(partial) ? partial : {};
  return placeTurns({ messages: read, language, defaults }, items);
}

/** The same with the place of a case's turns among the messages, where a placeholder marks it. */
function placeTurns(found: Found, items: readonly Entry[]): Found {
  const [turns, second] = items.filter((item) => isPlaceholder(item) && variableOf(item) !== scratchpad);
  if (turns === undefined) return found;
  second?.complain(
    `a second place for messages, ${variableOf(second)}, is not read`,
    "A case has one conversation, which stands at one MessagesPlaceholder.",
  );
  const options = turns.at("kwargs");
  if (options.at("n_messages").exists)
    options.at("n_messages").complain("n_messages is not read", "All turns of a case are sent.");
  const content = found.language === "mustache" ? "{{messages}}" : "{messages}";
  const place: WrittenMessage = { role: "user", content, region: options.at("variable_name").region };
  const before = items.slice(0, items.indexOf(turns)).filter((item) => !isPlaceholder(item)).length;
  const isOptional = options.at("optional").value === true;
  return {
    ...found,
    messages: found.messages.toSpliced(before, 0, place),
    // A conversation that has not begun.
    defaults: isOptional ? { messages: [], ...found.defaults } : found.defaults,
  };
}

/** What an agent says and hears while it works: it follows the prompt's messages anyway. */
const scratchpad = "agent_scratchpad";

const placeholder = "MessagesPlaceholder";

/** A place for a list of messages, whatever the application calls it: here it is the case's conversation. */
function isPlaceholder(item: Entry): boolean {
  return className(item) === placeholder;
}

function variableOf(item: Entry): string {
  return String(item.at("kwargs").at("variable_name").value);
}

function readMessage(item: Entry, languages: Set<TemplateLanguage>): readonly WrittenMessage[] {
  const name = className(item);
  if (name === null || !Object.hasOwn(roles, name)) {
    item.complain(
      `${name ?? "a message of this kind"} is not read`,
      `Messages: ${[...Object.keys(roles), placeholder].join(", ")}.`,
    );
    return [];
  }
  const role = roles[name as keyof typeof roles];
  const kwargs = item.at("kwargs");
  const fixed = !name.endsWith("PromptTemplate");
  const prompt = kwargs.at("prompt").at("kwargs");
  if (!fixed) languages.add(readLanguage(prompt.at("template_format")));
  const written = fixed ? kwargs.at("content") : prompt.at("template");
  const content = written.text();
  // The braces of a message that is no template are braces.
  const text = fixed && content !== null ? content.replace(/[{}]/g, "$&$&") : content;
  return text === null ? [] : [{ role, content: text, region: written.region }];
}

function className(entry: Entry): string | null {
  const id = entry.at("id").value;
  const last = Array.isArray(id) ? id.at(-1) : null;
  return typeof last === "string" ? last : null;
}

/** Jinja runs code in LangChain, which refuses it in files; so do we, rather than read it otherwise than LangChain does. */
function readLanguage(entry: Entry): TemplateLanguage {
  const written = entry.value ?? "f-string";
  if (written === "mustache") return "mustache";
  if (written === "jinja2")
    entry.complain("jinja2 in a serialised prompt is refused, as LangChain itself does", "Use f-string or mustache.");
  else if (written !== "f-string") entry.complain("the template format is none of f-string, mustache");
  return "f-string";
}
