import { quote } from "../errors.ts";
import type { Json } from "../model.ts";
import type { SchemaNode } from "./schema.ts";

/** What a value must be, in words: `a number above 0 and at most 0.2`. */
export function describeSchema(node: SchemaNode): string {
  if (node.title !== undefined) return node.title;
  if (node.anyOf) return node.anyOf.map(describeSchema).join(" or ");
  if (node.const !== undefined) return String(node.const);
  if (node.enum) return node.enum.join(", ").replace(/, ([^,]*)$/, " or $1");
  if (node.type === "number") return `a number${describeRange(node)}`;
  if (node.type === "integer") return `a whole number${describeRange(node)}`;
  if (node.type === "boolean") return "true or false";
  return node.type === "object" ? "a map" : "a text";
}

function describeRange({ minimum, exclusiveMinimum, maximum }: SchemaNode): string {
  if (exclusiveMinimum !== undefined) return ` above ${exclusiveMinimum} and at most ${maximum}`;
  if (maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  return minimum === undefined ? "" : ` of at least ${minimum}`;
}

/** A value as a message names it: what stands in the file may be anything. */
export function describeValue(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a map";
  return typeof value === "string" ? quote(value) : String(value);
}

/** A value on one line of YAML: `{ margin: 20% }`. */
export function writeInline(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(writeInline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${key}: ${writeInline(entry)}`);
    return `{ ${entries.join(", ")} }`;
  }
  // A text that YAML would read otherwise stands in quotes.
  return typeof value === "string" && !/^[A-Za-z0-9][\w./%-]*$/.test(value) ? JSON.stringify(value) : String(value);
}
