import type { Json } from "../../model.ts";
import { escapeJson } from "../escape-json.ts";
import { reportSchema, type SchemaNode } from "../report-schema.ts";
import type { Reporter } from "../reporter.ts";

/** For scripts: report.json, as schemas/report.v1.json says. Keys stand in the schema's order. */
export const json: Reporter = {
  description: "for scripts: report.json, described by schemas/report.v1.json",
  render(report) {
    const ordered = order(report as unknown as Json, reportSchema);
    return `${escapeJson(JSON.stringify(ordered, null, 2))}\n`;
  },
};

/** The value with the keys that the schema names, in its order; numbers that are none become null. */
function order(value: Json, written: SchemaNode): Json {
  const schema = resolve(written);
  if (Array.isArray(value)) return value.map((entry: Json) => order(entry, schema.items ?? {}));
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object" || value === null) return value;
  const entries = value as { readonly [key: string]: Json };
  const { properties, additionalProperties } = schema;
  const inner = typeof additionalProperties === "object" ? additionalProperties : {};
  const keys = properties === undefined ? Object.keys(entries) : Object.keys(properties);
  return Object.fromEntries(
    keys
      .filter((key) => Object.hasOwn(entries, key))
      .map((key) => [key, order(entries[key] ?? null, properties?.[key] ?? inner)]),
  );
}

/** Follows a reference, and of a choice takes what is not null. */
function resolve(schema: SchemaNode): SchemaNode {
  const [choice] = schema.anyOf ?? [];
  if (choice !== undefined) return resolve(choice);
  if (schema.$ref === undefined) return schema;
  return reportSchema.definitions?.[schema.$ref.replace("#/definitions/", "")] ?? {};
}
