import type { Json, JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";
import { fillJson, fillText, namesIn } from "./fill-template.ts";

/** What an endpoint is sent, as assay.yml describes it. */
export interface RequestTemplate {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: none is sent. */
  readonly body: Json | null;
}

/** The same for one case. */
export interface FilledRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What a template may be filled in with, by the first part of each name; `key` in headers alone. */
export const templateNames = ["model", "prompt", "messages", "vars", "parameters", "format", "tools", "case", "trial"];

/** Scheme and host, as written: everything before the path, the query or the fragment. */
export function originPart(url: string): string {
  return /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? "";
}

/** Names of a template that stand for nothing. */
export function unknownNames(template: RequestTemplate): readonly string[] {
  const known = (name: string): boolean => templateNames.includes(name.split(".")[0] ?? "");
  const inHeaders = namesIn(Object.values(template.headers)).filter((name) => name !== "key" && !known(name));
  return [...namesIn([template.url, template.body]).filter((name) => !known(name)), ...inHeaders];
}

/** A half of a surrogate pair has no place in an address: it goes as the sign for what is unreadable. */
function escapePart(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Fills a request in; else says why a value cannot be sent. A value never changes where the request goes. */
export function fillRequest(
  template: RequestTemplate,
  values: JsonObject,
  key: string,
): FilledRequest | { readonly problem: string } {
  const origin = originPart(template.url);
  const [path = "", ...query] = template.url.slice(origin.length).split("?");
  // A value that is a step upwards would change the path around it, escaped or not.
  const filledPath = path.split("/").map((segment) => fillText(segment, values, escapePart));
  const isStep = (segment: string): boolean => /^(?:\.|%2e){1,2}$/i.test(segment);
  if (path.split("/").some((segment, index) => namesIn(segment).length > 0 && isStep(filledPath[index] ?? ""))) {
    return { problem: "a value in the path of the address is a step to another folder" };
  }
  const filledQuery = query.map((part) => fillText(part, values, escapePart));
  const url = new URL([origin + filledPath.join("/"), ...filledQuery].join("?"));
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(template.headers)) {
    const filled = fillText(value, { ...values, key }, (text) => text);
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(filled)) {
      return { problem: `a value in the header ${name} holds a character that no header has` };
    }
    headers[name] = filled;
  }
  const body = template.body === null ? null : JSON.stringify(fillJson(template.body, values));
  return { url, headers, body };
}

/** A setting that is a map of texts; empty where it is not given. */
export function textMap(value: Json | undefined): Readonly<Record<string, string>> {
  return isObject(value) ? (value as Readonly<Record<string, string>>) : {};
}
