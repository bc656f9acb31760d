import { quote } from "../../errors.ts";
import type { Json, JsonObject } from "../../model.ts";
import type { Entry } from "./entry.ts";

/** What the request is made of besides parameters: a parameter of that name would overwrite it. */
const ownKeys: readonly string[] = ["model", "messages", "response_format", "tools", "stream"];

/** The parameters of the call under the API's names, whichever spelling the file uses. */
export function readParameters(entry: Entry): JsonObject {
  if (!entry.exists) return {};
  const parameters = new Map<string, Json>();
  for (const [key, parameter] of entry.entries()) {
    const name = toSnakeCase(key);
    if (parameter.value === undefined) continue;
    if (ownKeys.includes(name)) {
      parameter.complain(
        `${parameter.name} is no parameter`,
        "What makes up the request otherwise (model, messages, responseFormat, tools) is a key of the file itself.",
      );
    } else if (parameters.has(name)) {
      parameter.complain(`${quote(name)} is set twice, in two spellings`, "Keep one of them.");
    } else {
      parameters.set(name, parameter.value);
    }
  }
  return Object.fromEntries(parameters);
}

/** `maxTokens` → `max_tokens`; what is written with underscores stays. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
