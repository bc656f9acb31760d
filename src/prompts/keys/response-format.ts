import { unknownKey } from "../../errors.ts";
import type { Json, JsonObject } from "../../model.ts";
import { isObject, isPlainData } from "../../source/json.ts";
import type { Entry } from "./entry.ts";

const schemaKeys = ["name", "description", "schema", "strict"];
const example = `jsonSchema: |-\n  { "name": "result", "strict": true, "schema": { "type": "object" } }`;

/** The response format as the API takes it; null for plain text, whether the file says `text` or nothing. */
export function readResponseFormat(file: Entry): JsonObject | null {
  const schemaEntry = file.at("jsonSchema");
  const formatEntry = file.at("responseFormat");
  const type = formatEntry.exists ? formatEntry.word(["text", "json_object", "json_schema"]) : null;
  const schema = schemaEntry.exists ? readJsonSchema(schemaEntry) : null;
  if (type === "json_schema" && !schemaEntry.exists) {
    formatEntry.complain("responseFormat is json_schema, but there is no jsonSchema", `For example:\n${example}`);
  }
  if (schemaEntry.exists && type !== "json_schema") {
    schemaEntry.warn("jsonSchema is not used", "It takes effect with responseFormat: json_schema.");
  }
  if (type === "json_object") return { type };
  return type === "json_schema" && schema !== null ? { type, json_schema: schema } : null;
}

/** Parsed, so that its layout does not matter. */
function readJsonSchema(entry: Entry): JsonObject | null {
  if (typeof entry.value !== "string") {
    entry.complain("jsonSchema is not a text", `It is JSON written as a text, for example:\n${example}`);
    return null;
  }
  let value: Json;
  try {
    value = JSON.parse(entry.value);
  } catch (error) {
    entry.complain(`jsonSchema is not valid JSON: ${(error as Error).message}`);
    return null;
  }
  if (!isPlainData(value)) {
    entry.complain("jsonSchema is nested too deeply");
    return null;
  }
  if (!isObject(value) || typeof value["name"] !== "string" || value["name"] === "" || !isObject(value["schema"])) {
    entry.complain("jsonSchema is not an object with a name and a schema", `For example:\n${example}`);
    return null;
  }
  for (const key of Object.keys(value)) {
    if (schemaKeys.includes(key)) continue;
    const { message, hint } = unknownKey(key, schemaKeys, entry.place);
    entry.complain(`${message} in jsonSchema`, hint);
  }
  if (Object.hasOwn(value, "strict") && typeof value["strict"] !== "boolean") {
    entry.complain("strict in jsonSchema is not true or false");
  }
  return value;
}
