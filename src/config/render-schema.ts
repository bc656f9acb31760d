import { markdownTable } from "markdown-table";
import { listKeys } from "./list-keys.ts";
import { configSchema } from "./schema.ts";
import { describeSchema, writeInline } from "./words.ts";

/** The text of schemas/assay.v1.json. */
export function renderConfigSchema(): string {
  return `${JSON.stringify(configSchema, null, 2)}\n`;
}

/** A Markdown table of every key of assay.yml. */
export function renderConfigReference(): string {
  const rows = listKeys(configSchema).map(({ path, node }) => [
    `\`${path}\``,
    describeSchema(node),
    node.default === undefined ? "" : `\`${writeInline(node.default)}\``,
    node.description,
  ]);
  return `${markdownTable([["Key", "Type", "Default", "Description"], ...rows], { alignDelimiters: false })}\n`;
}
