import type { CallConfiguration, Json } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { Entry } from "./entry.ts";
import { toSnakeCase } from "./parameters.ts";
import { withoutEnvironment } from "./references.ts";

type CallParts = Pick<CallConfiguration, "model" | "parameters" | "format" | "tools">;

/** Other names of parameters, by what the API calls them. */
const renamed: Readonly<Record<string, string>> = {
  max_output_tokens: "max_tokens",
  stop_sequences: "stop",
  tools_choice: "tool_choice",
};

/** The model of a Prompty file, its parameters, response format and tools, in the shape of version 1 or 2. */
export function readPromptyModel(entry: Entry, tools: Entry): CallParts {
  const model = readModel(entry);
  const written = [entry.at("parameters"), entry.at("options")].filter(({ exists }) => exists);
  const parameters = new Map<string, Json>();
  const parts: { format: CallParts["format"]; tools: Json | null } = { format: null, tools: readTools(tools) };
  for (const [key, parameter] of written.flatMap((each) => each.entries())) {
    const name = toSnakeCase(key);
    const value = parameter.value ?? null;
    if (value === null || name === "stream" || name === "model") continue;
    if (name === "response_format") parts.format = readFormat(parameter);
    else if (name === "tools") parts.tools = readTools(parameter);
    else if (name === "additional_properties" && isObject(value)) {
      for (const [further, given] of Object.entries(value)) parameters.set(toSnakeCase(further), given);
    } else parameters.set(renamed[name] ?? name, value);
  }
  return { model, parameters: Object.fromEntries(parameters), ...parts };
}

function readModel(entry: Entry): string | null {
  if (!entry.exists) return null;
  if (typeof entry.value === "string") return withoutEnvironment(entry.value, entry);
  const configuration = entry.at("configuration");
  const type = configuration.at("type").value;
  const [named, publisher] =
    type === "azure_openai" || type === "azure"
      ? [configuration.at("azure_deployment"), "azure"]
      : type === "openai"
        ? [configuration.at("name"), "openai"]
        : [entry.at("id"), entry.at("provider").value];
  if (!named.exists) {
    if (type !== undefined) configuration.warn("no model is named here that can be called", "Name one in assay.yml.");
    return null;
  }
  const written = named.text();
  const name = written === null ? null : withoutEnvironment(written, named);
  if (name === null || name === "") return null;
  return typeof publisher === "string" && !name.includes("/") ? `${publisher}/${name}` : name;
}

/** `json_object`, or a map as the API takes it; `text` is none. */
function readFormat(entry: Entry): CallParts["format"] {
  const { value } = entry;
  const type = isObject(value) ? value["type"] : value;
  if (type === "text") return null;
  if (type === "json_object") return { type };
  if (type === "json_schema" && isObject(value) && isObject(value["json_schema"])) {
    return { type, json_schema: value["json_schema"] };
  }
  entry.complain("response_format is none of text, json_object, json_schema with its schema");
  return null;
}

/** A list of tools as the API takes them; kinds that only a runtime knows are told. */
function readTools(entry: Entry): Json | null {
  if (!entry.exists) return null;
  const tools = entry.items().flatMap((item) => {
    const value = item.value ?? null;
    const kind = isObject(value) ? (value["type"] ?? value["kind"]) : null;
    if (!isObject(value) || kind !== "function") {
      item.warn("the tool is not sent: it is no function", "Hosted tools run at the provider, out of this comparison.");
      return [];
    }
    if (isObject(value["function"])) return [value];
    const { type: _type, kind: _kind, ...described } = value;
    return [{ type: "function", function: described }];
  });
  return tools.length === 0 ? null : tools;
}
