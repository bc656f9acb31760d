import type { CallConfiguration, Json, PromptFile } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { fileName, folderOf, joinPath } from "../../source/repository-path.ts";
import { readYaml } from "../../source/yaml.ts";
import { decodePrompt } from "../decode-prompt.ts";
import { splitFrontMatter } from "../front-matter.ts";
import { Entry, type Reading } from "../keys/entry.ts";
import { finishPrompt } from "../keys/finish-prompt.ts";
import { toSnakeCase } from "../keys/parameters.ts";
import { readPicoschema } from "../keys/picoschema.ts";
import { readSamples } from "../keys/prompty-samples.ts";
import type { PromptFormat } from "../prompt-format.ts";

const endings = [".prompt"];
/** Blank lines and comments, such as those of a licence, may stand before the front matter. */
const preamble = /^(?:(?:#[^\n]*|[ \t]*)\n)*/;

const knownKeys = [
  ...["name", "description", "version", "variant", "model", "config", "input", "output", "tools", "toolDefs", "ext"],
  ...["golden", "scorers", "evaluators", "testData", "metadata"],
];
/** Other names of parameters, by what the API calls them. */
const renamed: Readonly<Record<string, string>> = { max_output_tokens: "max_tokens", stop_sequences: "stop" };

/** dotprompt: front matter, and a body in Handlebars. `_name.prompt` beside it or in a folder above is the partial `name`. */
export const dotpromptFormat: PromptFormat = {
  endings,
  description: "dotprompt: front matter with Picoschema, and a body in Handlebars; partials in files `_name.prompt`",
  parse(path, source, includes) {
    const { frontMatter, lineOffset, body } = splitFrontMatter(path, decodePrompt(path, source), preamble);
    const reading: Reading = {
      text: frontMatter,
      yaml: readYaml(path, frontMatter, lineOffset),
      problems: [],
      warnings: [],
    };
    const file = new Entry(reading, reading.yaml.value ?? {});
    for (const [key, entry] of file.entries()) {
      // Keys with a dot belong to extensions.
      if (!knownKeys.includes(key) && !key.includes("."))
        entry.warn(`${key} is not read`, "It is no key of dotprompt.");
    }
    const model = file.at("model");
    const input = file.at("input");
    const defaults = isObject(input.at("default").value) ? input.at("default").value : undefined;
    const schema = readPicoschema(input.at("schema"));
    const variantOf = variantOfFile(path);
    const prompt = finishPrompt({
      path,
      endings,
      file,
      reading,
      configuration: {
        // Google's own plug-in calls its publisher otherwise.
        model: model.exists ? (model.text()?.replace(/^googleai\//, "google/") ?? null) : null,
        parameters: readConfig(file.at("config")),
        format: readOutput(file.at("output"), file.at("name").value ?? "output"),
        tools: readTools(file),
        template: "handlebars",
        ...(isObject(defaults) ? { defaults } : {}),
      },
      messages: [{ role: "user", content: body.text, region: body }],
      optional: optionalProperties(schema),
      testData: readSamples(file.at("testData"), path, includes),
      modelPlace: model.exists ? model.place : { path, line: 1 },
      findPartial: (name) => partialPaths(path, name),
      stripPartial: (text) => {
        const { body: own, bodyStart } = splitFrontMatter(path, text, preamble);
        return { text: own.text, offset: bodyStart };
      },
      includes,
    });
    return [variantOf === null ? prompt : { ...prompt, variantOf }];
  },
};

/** `menu.formal.prompt` is the variant `formal` of `menu.prompt`, where that is there. */
function variantOfFile(path: string): NonNullable<PromptFile["variantOf"]> | null {
  const [, base, name] = /^((?:.*\/)?[^/.][^/]*)\.([^/.]+)\.prompt$/.exec(path) ?? [];
  return base === undefined || name === undefined ? null : { path: `${base}.prompt`, name };
}

/** Beside the prompt, then in each folder above it. */
function partialPaths(path: string, name: string): readonly string[] {
  if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(name) || name.split("/").includes("..")) return [];
  const file = joinPath(folderOf(name), `_${fileName(name)}.prompt`);
  const paths: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    paths.push(joinPath(folder, file));
    if (folder === folderOf(folder)) return paths;
  }
}

function readConfig(entry: Entry): CallConfiguration["parameters"] {
  if (!entry.exists) return {};
  const parameters = entry.entries().flatMap(([key, { value }]) => {
    const name = toSnakeCase(key);
    return value === undefined || name === "stream" ? [] : [[renamed[name] ?? name, value] as const];
  });
  return Object.fromEntries(parameters);
}

function readOutput(entry: Entry, name: Json): CallConfiguration["format"] {
  if (!entry.exists) return null;
  const schema = readPicoschema(entry.at("schema"));
  const format = entry.at("format").exists ? entry.at("format").word(["json", "text"]) : null;
  if (schema !== null && format !== "text") {
    return {
      type: "json_schema",
      json_schema: {
        name: String(name)
          .replace(/[^\w-]/g, "-")
          .slice(0, 64),
        schema,
      },
    };
  }
  return format === "json" ? { type: "json_object" } : null;
}

/** Tools that are defined here; those that are only named live in the application. */
function readTools(file: Entry): Json | null {
  const named = file.at("tools");
  if (named.exists)
    named.warn("tools are named, but not defined here: they are not sent", "Define them under toolDefs.");
  const defined = file.at("toolDefs");
  if (!defined.exists) return null;
  return defined.items().flatMap((item) => {
    const name = item.at("name").text();
    if (name === null) return [];
    const description = item.at("description").value;
    const parameters = readPicoschema(item.at("inputSchema"));
    const described = {
      name,
      ...(description === undefined ? {} : { description }),
      ...(parameters && { parameters }),
    };
    return [{ type: "function", function: described }];
  });
}

/** Properties of the input that need no value. */
function optionalProperties(schema: CallConfiguration["format"]): ReadonlySet<string> {
  const properties = isObject(schema?.["properties"]) ? Object.keys(schema["properties"]) : [];
  const required = schema?.["required"];
  return new Set(properties.filter((name) => !(Array.isArray(required) && required.includes(name))));
}
