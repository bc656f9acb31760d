import type { Json } from "../model.ts";
import { escapeJsonInHtml } from "./escape-json.ts";

/** A page as the build makes it from src/page: it holds its style, its script and a policy that allows nothing else. */
export interface PageTemplate {
  readonly start: string;
  readonly script: string;
  readonly end: string;
}

/** What a page is given beside its data: lines of JSON that it reads when it needs them, by the id of their element. */
export interface PageLines {
  readonly id: string;
  readonly lines: readonly string[];
}

/**
 * The page with its data. What others wrote stands in it as JSON alone and gets into the document as text. The data come
 * before the script, which can draw at once; the lines after it, so that nothing waits for them.
 */
export function fillPage({ start, script, end }: PageTemplate, data: Json, lines: readonly PageLines[] = []): string {
  const blocks = lines.map((each) =>
    element(each.id, "application/jsonl", each.lines.map(escapeJsonInHtml).join("\n")),
  );
  return [
    start,
    element("data", "application/json", escapeJsonInHtml(JSON.stringify(data))),
    script,
    ...blocks,
    end,
  ].join("");
}

function element(id: string, type: string, json: string): string {
  return `<script type="${type}" id="${id}">${json}</script>\n`;
}
