import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { Entry } from "./entry.ts";

const scalars = ["any", "boolean", "integer", "null", "number", "string"];

/**
 * A schema in Picoschema's short form as JSON Schema; one that is JSON Schema already stays as it is. Names of schemas
 * that live in an application stand for anything, and are told. Null where there is none.
 */
export function readPicoschema(entry: Entry): JsonObject | null {
  if (!entry.exists) return null;
  const { value } = entry;
  if (isObject(value)) {
    const type = value["type"];
    if (typeof type === "string" && [...scalars, "object", "array"].includes(type)) return value;
    if (isObject(value["properties"])) return { ...value, type: "object" };
  }
  return toSchema(entry);
}

function toSchema(entry: Entry): JsonObject {
  if (typeof entry.value === "string") return toNamedType(entry.value, entry);
  if (isObject(entry.value)) return toObject(entry);
  entry.complain(`${entry.name} is no schema`, "For example: name: string, the person's name");
  return {};
}

/** `string, what it is`: a type and, behind a comma, its description. */
function toNamedType(written: string, entry: Entry): JsonObject {
  const { type, description } = splitDescription(written);
  const described = description === null ? {} : { description };
  if (type === "any") return described;
  if (scalars.includes(type)) return { type, ...described };
  entry.warn(
    `the schema ${type} is not here: it stands for anything`,
    "Schemas of an application are not known to its prompts.",
  );
  return described;
}

function toObject(entry: Entry): JsonObject {
  const properties: [string, Json][] = [];
  const required: string[] = [];
  let additionalProperties: Json = false;
  for (const [key, property] of entry.entries()) {
    if (key === "(*)") {
      additionalProperties = toSchema(property);
      continue;
    }
    const { name, optional, kind, description } = readKey(key);
    const schema = toProperty(kind, property);
    const whole = description === null ? schema : { ...schema, description };
    properties.push([name, optional ? orNull(whole) : whole]);
    if (!optional) required.push(name);
  }
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties,
  };
}

/** `name?(array, what it is)`. */
function readKey(key: string): { name: string; optional: boolean; kind: string | null; description: string | null } {
  const [, name = key, mark, inner] = /^([^?(]*)(\??)(?:\((.*)\))?$/.exec(key) ?? [];
  const { type, description } = splitDescription(inner ?? "");
  return { name, optional: mark === "?", kind: inner === undefined ? null : type, description };
}

function toProperty(kind: string | null, property: Entry): JsonObject {
  switch (kind) {
    case null:
    case "object":
      return toSchema(property);
    case "array":
      return { type: "array", items: toSchema(property) };
    case "enum":
      return { enum: property.items().map(({ value }) => value ?? null) };
    default:
      property.complain(`${kind} cannot stand in brackets`, "It is one of array, object, enum.");
      return {};
  }
}

/** What need not be there may also be null. */
function orNull(schema: JsonObject): JsonObject {
  if (Array.isArray(schema["enum"])) return { ...schema, enum: [...schema["enum"], null] };
  return typeof schema["type"] === "string" ? { ...schema, type: [schema["type"], "null"] } : schema;
}

function splitDescription(written: string): { readonly type: string; readonly description: string | null } {
  const comma = written.indexOf(",");
  if (comma < 0) return { type: written.trim(), description: null };
  return { type: written.slice(0, comma).trim(), description: written.slice(comma + 1).trim() };
}
