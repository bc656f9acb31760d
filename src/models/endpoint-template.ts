import type { JsonObject, ModelRequest, ProviderConfig } from "../model.ts";
import { toChatMessages } from "./chat-completions.ts";
import { type RequestTemplate, textMap } from "./fill-request.ts";
import { namesIn } from "./fill-template.ts";
import { messageText } from "./message-text.ts";
import { text } from "./read-json.ts";

/** What assay.yml has an endpoint sent. */
export function readTemplate({ settings = {}, keyEnv }: ProviderConfig): RequestTemplate {
  const headers = textMap(settings["headers"]);
  const body = settings["body"] ?? null;
  const sendsKey = namesIn(Object.values(headers)).includes("key");
  return {
    url: text(settings["url"]) ?? "",
    method: text(settings["method"]) ?? "POST",
    headers: {
      ...(body === null ? {} : { "content-type": "application/json" }),
      accept: "application/json",
      // A key that no header asks for goes where most servers look for it.
      ...(keyEnv != null && !sendsKey && { authorization: "Bearer {{key}}" }),
      ...headers,
    },
    body,
  };
}

/** What a request fills a template in with. */
export function valuesOf(request: ModelRequest, caseId: string, trial: number): JsonObject {
  const last = request.messages.findLast(({ role }) => role === "user");
  return {
    model: request.model,
    messages: toChatMessages(request.messages),
    prompt: last === undefined ? "" : messageText(last),
    vars: request.values ?? {},
    parameters: request.parameters,
    format: request.format,
    tools: request.tools,
    case: caseId,
    trial,
  };
}
