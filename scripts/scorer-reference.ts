import { markdownTable } from "markdown-table";
import type { Json, JsonObject } from "../src/model.ts";
import { scorerFactories } from "../src/score/registry.ts";
import { transformOption } from "../src/score/transform.ts";

const names: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  object: "a map",
  array: "a list",
};

/** Every scorer with its example and a table of its options, made from the registry. */
export function renderScorerReference(): string {
  const common = [
    [
      "`name`",
      "text",
      "the scorer's",
      "The name of its metric, by which reports, `gate.metrics` and other scorers know it.",
    ],
    ["`transform`", "a step or a list", "none", escapeCell(String(transformOption["description"]))],
  ];
  const sections = Object.entries(scorerFactories).map(([type, { description, example, options }]) => {
    const { properties = {}, required = [] } = options as {
      readonly properties?: Readonly<Record<string, JsonObject>>;
      readonly required?: readonly string[];
    };
    const rows = Object.entries(properties).map(([name, schema]) => [
      `\`${name}\``,
      escapeCell(valuesOf(schema)),
      schema["default"] === undefined ? (required.includes(name) ? "needed" : "") : code(schema["default"] as Json),
      escapeCell(String(schema["description"])),
    ]);
    const table = rows.length === 0 ? "No options of its own." : tableOf(rows);
    return `### ${type}\n\n${description}\n\n\`\`\`yaml\n${example}\n\`\`\`\n\n${table}`;
  });
  return ["### Every scorer", tableOf(common), ...sections].join("\n\n");
}

function tableOf(rows: readonly (readonly string[])[]): string {
  return markdownTable([["Option", "Value", "Default", "Meaning"], ...rows.map((row) => [...row])]);
}

function valuesOf(schema: JsonObject): string {
  const { enum: values, type, format, items } = schema;
  if (Array.isArray(values)) return values.map((value: Json) => code(value)).join(", ");
  if (format === "file") return "a file";
  if (format === "scorer") return "a scorer";
  const inner = items as JsonObject | undefined;
  if (inner?.["format"] === "scorer") return "a list of scorers";
  if (inner?.["format"] === "file") return "a list of files";
  const types = (Array.isArray(type) ? type : [type ?? "any JSON"]) as readonly string[];
  return types.map((each) => names[each] ?? each).join(" or ");
}

function code(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `\`${escapeCell(text)}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
