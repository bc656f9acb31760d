import { stringify } from "yaml";
import type { JsonObject, PromptFile, ScorerSpec } from "../model.ts";
import { canonicalJson, isObject } from "../source/json.ts";

/** A file of the repository that is to be written. */
export interface ConvertedFile {
  /** Relative to the folder in which assay.yml is to lie. */
  readonly path: string;
  readonly text: string;
}

/** Whether a prompt can be written to a file of its own: it includes no partials, and its language has a format that takes it. */
export function isConvertible({ configuration: { template, partials, defaults } }: PromptFile): boolean {
  return (template === undefined || template === "nunjucks") && partials === undefined && defaults === undefined;
}

/**
 * Prompts that another tool's configuration holds, as files of our own: assay.yml, a prompt file each, and their golden
 * sets; all are convertible. Nothing is read and nothing is written here. A text that is more of a template than `{{name}}` becomes a Prompty
 * file. What was not read stands in `warnings` of the prompts, and as comments in assay.yml.
 */
export function convertPrompts(prompts: readonly PromptFile[]): readonly ConvertedFile[] {
  const names = fileNames(prompts);
  const shared = new Set(prompts.map(({ evaluators }) => canonicalJson(evaluators.map(entryOf)))).size === 1;
  const rows = prompts.map(({ testData }) => testData.map(({ value }) => `${JSON.stringify(value)}\n`).join(""));
  const oneSet = new Set(rows).size === 1;
  const files = prompts.map((prompt, index) => {
    const own = shared ? [] : prompt.evaluators;
    const name = names[index] ?? "";
    return isPlain(prompt) ? promptYml(name, prompt, own) : prompty(name, prompt, own);
  });
  const golden = oneSet ? "golden/cases.jsonl" : "golden/{name}.jsonl";
  const settings = {
    prompts: [...new Set(files.map(({ path }) => path.replace(/^.*?(\.prompt(?:y|\.yml))$/, "prompts/*$1")))],
    golden,
    ...(shared && (prompts[0]?.evaluators.length ?? 0) > 0
      ? { scorers: (prompts[0]?.evaluators ?? []).map(entryOf) }
      : {}),
  };
  const sets = (oneSet ? rows.slice(0, 1) : rows).map((text, index) => ({
    path: golden.replace("{name}", names[index] ?? ""),
    text,
  }));
  return [{ path: "assay.yml", text: `${comments(prompts)}${stringify(settings, layout)}` }, ...files, ...sets];
}

const layout = { lineWidth: 0, aliasDuplicateObjects: false } as const;

/** What has no equal here, where the next reader will look. */
function comments(prompts: readonly PromptFile[]): string {
  const told = prompts.flatMap(({ warnings }) => warnings);
  if (told.length === 0) return "";
  const lines = told.map(({ message, place }) => {
    const where = place === undefined ? "" : ` (${place.path}:${place.line ?? 1})`;
    return `#   ${`${message}${where}`.replace(/\p{Cc}+/gu, " ")}`;
  });
  return ["# Not taken over:", ...lines, ""].join("\n");
}

/** Names become parts of paths. */
function fileNames(prompts: readonly PromptFile[]): readonly string[] {
  const taken = new Set<string>();
  return prompts.map(({ name }, index) => {
    const slug = name.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "") || `prompt-${index + 1}`;
    let unique = slug;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${slug}-${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** Whether each text is `{{name}}` and nothing else of a template. */
function isPlain({ configuration }: PromptFile): boolean {
  return configuration.messages.every(({ content }) => {
    const rest = content.replace(/\{\{\s*[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*\s*\}\}/gu, "");
    return !/\{\{|\{%|\{#/.test(rest);
  });
}

function promptYml(name: string, { configuration }: PromptFile, scorers: readonly ScorerSpec[]): ConvertedFile {
  const { model, parameters, format, tools, messages } = configuration;
  const schema = isObject(format) && isObject(format["json_schema"]) ? format["json_schema"] : null;
  const written = {
    ...(model === null ? {} : { model }),
    ...(Object.keys(parameters).length === 0 ? {} : { modelParameters: parameters }),
    ...(format === null ? {} : { responseFormat: format["type"] ?? "text" }),
    ...(schema === null ? {} : { jsonSchema: JSON.stringify(schema, null, 2) }),
    ...(tools === null ? {} : { tools }),
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...(scorers.length === 0 ? {} : { scorers: scorers.map(entryOf) }),
  };
  return { path: `prompts/${name}.prompt.yml`, text: stringify(written, layout) };
}

function prompty(name: string, { configuration }: PromptFile, scorers: readonly ScorerSpec[]): ConvertedFile {
  const { model, parameters, format, tools, messages } = configuration;
  const all = {
    ...parameters,
    ...(format === null ? {} : { response_format: format }),
    ...(tools === null ? {} : { tools }),
  };
  const keys = {
    ...(model === null && Object.keys(all).length === 0
      ? {}
      : {
          model: {
            ...(model === null ? {} : { id: model }),
            ...(Object.keys(all).length === 0 ? {} : { parameters: all }),
          },
        }),
    ...(scorers.length === 0 ? {} : { scorers: scorers.map(entryOf) }),
  };
  const front = Object.keys(keys).length === 0 ? "" : stringify(keys, layout);
  const body = messages.map(({ role, content }) => `${role}:\n${content}\n`).join("\n");
  return { path: `prompts/${name}.prompty`, text: `---\n${front}---\n${body}` };
}

function entryOf({ type, name, options }: ScorerSpec): JsonObject {
  return { [type]: { ...(name === type ? {} : { name }), ...options } };
}
