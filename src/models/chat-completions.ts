import type { ContentPart, FinishReason, Json, JsonObject, ModelRequest, Reply, RequestMessage } from "../model.ts";
import { isObject } from "../source/json.ts";
import { readLogprobs } from "./logprobs.ts";
import { callIdOf, dataUrl } from "./message-parts.ts";
import { count, readToolCall, text } from "./read-json.ts";
import { createReply } from "./reply.ts";

const finishReasons: Readonly<Record<string, FinishReason>> = {
  stop: "stop",
  // Together's end of sequence.
  eos: "stop",
  length: "length",
  // Mistral's context that is full.
  model_length: "length",
  content_filter: "content-filter",
  tool_calls: "tool-calls",
  function_call: "tool-calls",
};

/** The body of a chat completion. Parameters go as they are; whether the answer is streamed is not for them to say. */
export function toChatBody(request: ModelRequest, developerRole = true): JsonObject {
  const { stream: _stream, stream_options: _streamOptions, ...parameters } = request.parameters;
  return {
    ...parameters,
    model: request.model,
    messages: toChatMessages(request.messages, developerRole),
    ...(request.format === null ? {} : { response_format: request.format }),
    ...(request.tools === null ? {} : { tools: request.tools }),
  };
}

/** Messages as the API writes them; where it knows no developer, a system speaks in its place. */
export function toChatMessages(messages: readonly RequestMessage[], developerRole = true): readonly JsonObject[] {
  return messages.map(({ role, content, toolCalls, toolCallId }) => ({
    role: role === "developer" && !developerRole ? "system" : role,
    content: typeof content === "string" ? content : content.map(toChatPart),
    ...(toolCalls !== undefined && {
      tool_calls: toolCalls.map((call, index) => ({
        id: callIdOf(call, index),
        type: "function",
        function: { name: call.name, arguments: call.arguments },
      })),
    }),
    ...(toolCallId !== undefined && { tool_call_id: toolCallId }),
  }));
}

function toChatPart(part: ContentPart): JsonObject {
  if (part.type === "text") return { type: "text", text: part.text };
  if (part.type === "image") return { type: "image_url", image_url: { url: dataUrl(part) } };
  return { type: "file", file: { filename: part.name, file_data: dataUrl(part) } };
}

/** The first choice of a chat completion as a reply; null where the body is no chat completion. */
export function readChatCompletion(body: Json | undefined): Reply | null {
  const choice =
    isObject(body) && Array.isArray(body["choices"]) ? (body["choices"][0] as Json | undefined) : undefined;
  const message = isObject(choice) ? choice["message"] : undefined;
  if (!isObject(body) || !isObject(choice) || !isObject(message)) return null;
  const content = readContent(message["content"]);
  if (content === null) return null;
  const usage = isObject(body["usage"]) ? body["usage"] : {};
  const logprobs = isObject(choice["logprobs"]) ? choice["logprobs"] : {};
  const calls = Array.isArray(message["tool_calls"]) ? (message["tool_calls"] as readonly Json[]) : [];
  return createReply(content, {
    refusal: text(message["refusal"]),
    finishReason: toFinishReason(text(choice["finish_reason"])),
    tokens: readUsage(usage),
    model: text(body["model"]),
    systemFingerprint: text(body["system_fingerprint"]),
    toolCalls: calls.flatMap((call) => readToolCall(call) ?? []),
    cost: count(usage["cost"]),
    ...readLogprobs(logprobs["content"]),
  });
}

/** The text of an answer: a string, or the texts among parts of which others are thoughts; null where it is neither. */
function readContent(content: Json | undefined): string | null {
  if (content === undefined || content === null) return "";
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return null;
  const parts = content as readonly Json[];
  return parts
    .flatMap((part) => (isObject(part) && part["type"] === "text" ? (text(part["text"]) ?? []) : []))
    .join("");
}

/**
 * Tokens of a usage. Some services leave the reasoning out of the output and count it in the total alone: output is what
 * the total has beyond the input.
 */
function readUsage(usage: JsonObject): Partial<Reply["tokens"]> {
  const [input, completion, total] = ["prompt_tokens", "completion_tokens", "total_tokens"].map((key) =>
    count(usage[key]),
  );
  const details = (key: string): JsonObject => (isObject(usage[key]) ? usage[key] : {});
  const ofInput = details("prompt_tokens_details");
  return {
    input: input ?? null,
    output:
      completion == null ? null : total == null || input == null ? completion : Math.max(completion, total - input),
    cachedInput: count(ofInput["cached_tokens"]) ?? count(usage["prompt_cache_hit_tokens"]),
    cacheWrite: count(ofInput["cache_write_tokens"]),
    reasoning: count(details("completion_tokens_details")["reasoning_tokens"]),
  };
}

/** An empty reply, for what the prompt caused but the server tells as an error. */
export function emptyReply(finish: FinishReason, raw: string): Reply {
  return createReply("", { finishReason: { unified: finish, raw } });
}

function toFinishReason(raw: string | null): Reply["finishReason"] {
  const known = raw !== null && Object.hasOwn(finishReasons, raw) ? finishReasons[raw] : undefined;
  return { unified: known ?? "other", raw };
}
