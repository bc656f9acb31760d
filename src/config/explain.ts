import type { ErrorObject } from "ajv";
import { nearest } from "../errors.ts";
import type { Json, Problem } from "../model.ts";
import type { YamlSource } from "../source/yaml.ts";
import { formatKeys, type Keys, readPointer, readValue } from "./key-path.ts";
import { listKeys } from "./list-keys.ts";
import { messages } from "./messages.ts";
import { configSchema, type SchemaNode } from "./schema.ts";
import { describeSchema, writeInline } from "./words.ts";

/** Tells a validator's error in the words of assay.yml: the key, what it must be, an example, its place. */
export function explain({ keyword, instancePath, params }: ErrorObject, source: YamlSource): Problem {
  const keys = readPointer(instancePath, source.value);
  const { node, example } = findNode(keys);
  if (keyword === "additionalProperties") {
    return explainUnknown(keys, params["additionalProperty"], Object.keys(node.properties ?? {}), source);
  }
  if (keyword === "propertyNames") {
    const written = [...keys, params["propertyName"] as string];
    const expected = describeSchema(node.propertyNames ?? {});
    return { ...messages.refusedName(formatKeys(written), expected, example), place: source.keyPlace(written) };
  }
  const place = source.place(keys);
  if (keyword === "required") {
    const missing = [...keys, params["missingProperty"] as string];
    return { ...messages.missingKey(formatKeys(missing), findNode(missing).example), place };
  }
  const value = readValue(source.value, keys);
  const expected = describeSchema(node);
  if (value === null) return { ...messages.emptyKey(formatKeys(keys), expected, example), place };
  const meant = node.enum && typeof value === "string" ? nearest(value, node.enum) : null;
  const wording =
    meant === null
      ? messages.wrongValue(formatKeys(keys), expected, value, example)
      : messages.wrongName(formatKeys(keys), expected, value, meant);
  return { ...wording, place };
}

function explainUnknown(parent: Keys, name: string, known: readonly string[], source: YamlSource): Problem {
  const keys = [...parent, name];
  const wording = messages.unknownKey(formatKeys(keys), findMeant(parent, name, known), known);
  return { ...wording, place: source.keyPlace(keys) };
}

/** The key may stand in the wrong map (`trials` belongs into `run`), else it is a slip of the pen. */
function findMeant(parent: Keys, name: string, known: readonly string[]): string | null {
  const elsewhere = listKeys(configSchema).find((key) => key.name === name);
  if (elsewhere) return elsewhere.path;
  const near = nearest(name, known);
  return near === null ? null : formatKeys([...parent, near]);
}

/** The schema of the value under these keys, and the example nearest to it as a line of YAML. */
function findNode(keys: Keys): { readonly node: SchemaNode; readonly example: string } {
  let node = configSchema;
  let example = "";
  for (const key of keys) {
    node = (typeof key === "number" ? node.items : findProperty(node, key)) ?? {};
    const value: Json | undefined = node.examples?.[0];
    if (value !== undefined) example = `${key}: ${writeInline(value)}`;
  }
  return { node, example };
}

function findProperty(node: SchemaNode, key: string): SchemaNode | undefined {
  if (node.properties && Object.hasOwn(node.properties, key)) return node.properties[key];
  return typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
}
