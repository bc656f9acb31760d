import { stringify } from "yaml";
import type { CallConfiguration, Json, JsonObject, PromptFile } from "../../src/model.ts";
import type { promptFormats } from "../../src/prompts/registry.ts";
import { isObject } from "../../src/source/json.ts";

type FormatName = keyof typeof promptFormats;

/** A prompt written out anew in a format, without regard to how its own file spells it: what reads it has to find the same call. */
export function writePrompt(format: FormatName, { name, configuration }: PromptFile): string {
  return writers[format](configuration, name);
}

const writers: Record<FormatName, (configuration: CallConfiguration, name: string) => string> = {
  "prompt-yml": (configuration) => yaml({ ...sharedKeys(configuration), messages: configuration.messages }),
  text(configuration) {
    const [only, ...others] = configuration.messages;
    if (others.length > 0 || only?.role !== "user") {
      return `---\n${yaml({ ...sharedKeys(configuration), messages: configuration.messages })}---\n`;
    }
    return `---\n${yaml(sharedKeys(configuration))}---\n${only.content}`;
  },
  prompty({ model, parameters, format, tools, template, defaults = {}, messages }) {
    const keys = {
      template: { type: template === "mustache" ? "mustache" : "jinja2" },
      model: {
        ...(model === null ? {} : { id: model }),
        parameters: { ...parameters, response_format: format, tools },
      },
      inputs: Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, { default: value }])),
    };
    const [only, ...others] = messages;
    const body = others.length === 0 && only?.role === "system" ? only.content : messages.map(section).join("\n");
    return `---\n${yaml(keys)}---\n${body}`;
  },
  dotprompt({ model, parameters, format, tools, defaults, messages: [only] }) {
    const schema = isObject(format?.["json_schema"]) ? format["json_schema"] : null;
    const keys = {
      ...(schema === null ? {} : { name: schema["name"] ?? "output" }),
      ...(model === null ? {} : { model }),
      config: parameters,
      ...(defaults === undefined ? {} : { input: { default: defaults } }),
      ...(format === null
        ? {}
        : { output: { format: "json", ...(schema === null ? {} : { schema: schema["schema"] ?? {} }) } }),
      ...(Array.isArray(tools) ? { toolDefs: tools.map(toToolDef) } : {}),
    };
    return `---\n${yaml(keys)}---\n${only?.content ?? ""}`;
  },
  promptfoo({ model, parameters, format, tools, messages }, name) {
    const config = {
      ...parameters,
      ...(format === null ? {} : { response_format: format }),
      ...(tools === null ? {} : { tools }),
    };
    const id = model?.replace("/", ":") ?? "exec:none";
    return JSON.stringify({ prompts: [{ label: name, raw: JSON.stringify(messages) }], providers: [{ id, config }] });
  },
  langchain({ messages, template, defaults }) {
    const classes: Readonly<Record<string, string>> = { system: "System", user: "Human", assistant: "AI" };
    const construct = (id: string, kwargs: Json): JsonObject => ({
      lc: 1,
      type: "constructor",
      id: ["langchain", id],
      kwargs,
    });
    const written = messages.map(({ role, content }) => {
      const prompt = construct("PromptTemplate", { template: content, template_format: template ?? "f-string" });
      return construct(`${classes[role]}MessagePromptTemplate`, { prompt });
    });
    return JSON.stringify(
      construct("ChatPromptTemplate", { messages: written, ...(defaults && { partial_variables: defaults }) }),
    );
  },
};

function yaml(value: object): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

function section({ role, content }: { readonly role: string; readonly content: string }): string {
  return `${role}:\n${content}\n`;
}

/** The keys of GitHub's files. */
function sharedKeys({ model, parameters, format, tools }: CallConfiguration): JsonObject {
  const schema = isObject(format?.["json_schema"]) ? format["json_schema"] : null;
  return {
    ...(model === null ? {} : { model }),
    modelParameters: parameters,
    ...(format === null ? {} : { responseFormat: format["type"] ?? "text" }),
    ...(schema === null ? {} : { jsonSchema: JSON.stringify(schema, null, 2) }),
    ...(tools === null ? {} : { tools }),
  };
}

function toToolDef(tool: Json): Json {
  const described = isObject(tool) && isObject(tool["function"]) ? tool["function"] : {};
  const { parameters, ...rest } = described;
  return parameters === undefined ? rest : { ...rest, inputSchema: parameters };
}
