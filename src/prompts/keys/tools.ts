import { quote } from "../../errors.ts";
import type { Json, JsonObject } from "../../model.ts";
import { isObject, isPlainData } from "../../source/json.ts";
import type { Entry } from "./entry.ts";

const functionKeys = ["name", "description", "parameters", "strict"];
const example =
  "tools:\n  - type: function\n    function: { name: get_weather, parameters: { type: object, properties: { city: { type: string } } } }";

/**
 * The tools that the model may call, as the API takes them: functions with a name and a JSON Schema of their arguments.
 * A function may be written flat, without the map `function`; what the provider itself offers (another `type`) goes as
 * it is. Null where there are none.
 */
export function readTools(entry: Entry): Json | null {
  if (!entry.exists) return null;
  const tools: readonly Json[] = entry.items().flatMap((item): readonly Json[] => {
    const tool = readTool(item);
    return tool === null ? [] : [tool];
  });
  const names = tools.flatMap((tool) => nameOf(tool) ?? []);
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index))) {
    entry.complain(`two tools are named ${quote(name)}`, "Give each a name of its own.");
  }
  return tools.length === 0 ? null : tools;
}

function readTool(item: Entry): JsonObject | null {
  if (!isObject(item.value)) {
    item.complain(`${item.name} is no map`, `For example:\n${example}`);
    return null;
  }
  if (!isPlainData(item.value)) {
    item.complain(`${item.name} is nested too deeply`);
    return null;
  }
  const type = item.at("type").exists ? item.at("type").text() : "function";
  if (type !== "function") return type === null ? null : item.value;
  const flat = !item.at("function").exists;
  if (item.mapOf(flat ? ["type", ...functionKeys] : ["type", "function"]) === null) return null;
  const written = flat ? item : item.at("function");
  if (!flat && written.mapOf(functionKeys) === null) return null;
  const name = written.at("name").text();
  if (written.at("description").exists) written.at("description").text();
  const parameters = written.at("parameters");
  if (parameters.exists) parameters.entries();
  const strict = written.at("strict");
  if (strict.exists && typeof strict.value !== "boolean") strict.complain(`${strict.name} is not true or false`);
  if (name === null) return null;
  const { type: _type, ...rest } = written.value as JsonObject;
  return { type: "function", function: rest };
}

function nameOf(tool: Json): string | null {
  const described = isObject(tool) ? tool["function"] : undefined;
  return isObject(described) && typeof described["name"] === "string" ? described["name"] : null;
}
