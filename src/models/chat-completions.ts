import type { FinishReason, Json, JsonObject, ModelRequest, Reply } from "../model.ts";
import { isObject } from "../source/json.ts";
import { createReply } from "./reply.ts";

const finishReasons: Readonly<Record<string, FinishReason>> = {
  stop: "stop",
  length: "length",
  content_filter: "content-filter",
  tool_calls: "tool-calls",
  function_call: "tool-calls",
};

/** The body of a chat completion. Parameters go as they are, but for streaming: an answer is always read whole. */
export function toChatBody(request: ModelRequest): JsonObject {
  const { stream: _stream, stream_options: _streamOptions, ...parameters } = request.parameters;
  return {
    ...parameters,
    model: request.model,
    messages: request.messages.map(({ role, content }) => ({ role, content })),
    ...(request.format === null ? {} : { response_format: request.format }),
    ...(request.tools === null ? {} : { tools: request.tools }),
  };
}

/** The first choice of a chat completion as a reply; null where the body is no chat completion. */
export function readChatCompletion(body: Json | undefined): Reply | null {
  const choice =
    isObject(body) && Array.isArray(body["choices"]) ? (body["choices"][0] as Json | undefined) : undefined;
  const message = isObject(choice) ? choice["message"] : undefined;
  if (!isObject(body) || !isObject(choice) || !isObject(message)) return null;
  const content = message["content"] ?? "";
  if (typeof content !== "string") return null;
  const usage = isObject(body["usage"]) ? body["usage"] : {};
  return createReply(content, {
    refusal: text(message["refusal"]),
    finishReason: toFinishReason(text(choice["finish_reason"])),
    tokens: { input: count(usage["prompt_tokens"]), output: count(usage["completion_tokens"]) },
    model: text(body["model"]),
  });
}

/** An empty reply, for what the prompt caused but the server tells as an error. */
export function emptyReply(finish: FinishReason, raw: string): Reply {
  return createReply("", { finishReason: { unified: finish, raw } });
}

function toFinishReason(raw: string | null): Reply["finishReason"] {
  const known = raw !== null && Object.hasOwn(finishReasons, raw) ? finishReasons[raw] : undefined;
  return { unified: known ?? "other", raw };
}

function text(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function count(value: Json | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
