import type { ContentPart, FinishReason, Json, JsonObject, ModelRequest, Reply, RequestMessage } from "../model.ts";
import { isObject } from "../source/json.ts";
import { readLogprobs } from "./logprobs.ts";
import { callIdOf, dataUrl, partsOf } from "./message-parts.ts";
import { messageText } from "./message-text.ts";
import { count, readToolCall, text } from "./read-json.ts";
import { createReply } from "./reply.ts";

/** Parameters of chat completions that stand elsewhere in a response's request. */
const nested: Readonly<Record<string, readonly [outer: string, inner: string]>> = {
  reasoning_effort: ["reasoning", "effort"],
  verbosity: ["text", "verbosity"],
};

/** Parameters of chat completions that go by another name. */
const renamed: Readonly<Record<string, string>> = {
  max_tokens: "max_output_tokens",
  max_completion_tokens: "max_output_tokens",
};

/** The body of a response. Nothing is kept at the provider unless the prompt asks for it. */
export function toResponsesBody(request: ModelRequest): JsonObject {
  const body: Record<string, Json> = { store: false };
  const { stream: _stream, stream_options: _streamOptions, logprobs, ...parameters } = request.parameters;
  for (const [name, value] of Object.entries(parameters)) {
    const [outer, inner] = (Object.hasOwn(nested, name) ? nested[name] : undefined) ?? [];
    if (outer !== undefined && inner !== undefined) body[outer] = { ...asObject(body[outer]), [inner]: value };
    else if (name === "tool_choice") body[name] = flattenFunction(value);
    else if (isObject(value) && isObject(body[name])) body[name] = { ...value, ...body[name] };
    else body[Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name] = value;
  }
  if (logprobs === true) body["include"] = [...asList(body["include"]), "message.output_text.logprobs"];
  if (request.format !== null) body["text"] = { ...asObject(body["text"]), format: flattenFormat(request.format) };
  if (request.tools !== null) {
    body["tools"] = Array.isArray(request.tools) ? request.tools.map(flattenFunction) : request.tools;
  }
  return { ...body, model: request.model, input: request.messages.flatMap(toItems) };
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function asList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** What chat completions keep under `function` stands beside its type here; other kinds of tools are as they are. */
function flattenFunction(tool: Json): Json {
  if (!isObject(tool) || !isObject(tool["function"])) return tool;
  const { function: inner, ...rest } = tool;
  return { ...rest, ...(inner as JsonObject) };
}

function flattenFormat(format: JsonObject): JsonObject {
  const { json_schema: inner, ...rest } = format;
  return isObject(inner) ? { ...rest, ...inner } : rest;
}

/** A message as the items of an input: tool calls and their answers are items of their own. */
function toItems(message: RequestMessage): readonly JsonObject[] {
  const { role, content, toolCalls = [], toolCallId } = message;
  if (role === "tool") {
    return [{ type: "function_call_output", call_id: toolCallId ?? "call_0", output: messageText(message) }];
  }
  const kind = role === "assistant" ? "output_text" : "input_text";
  const said =
    partsOf(message).length === 0
      ? []
      : [{ role, content: typeof content === "string" ? content : content.map((part) => toPart(part, kind)) }];
  const calls = toolCalls.map((call, index) => ({
    type: "function_call",
    call_id: callIdOf(call, index),
    name: call.name,
    arguments: call.arguments,
  }));
  return [...said, ...calls];
}

function toPart(part: ContentPart, kind: "input_text" | "output_text"): JsonObject {
  if (part.type === "text") return { type: kind, text: part.text };
  if (part.type === "image") return { type: "input_image", image_url: dataUrl(part) };
  return { type: "input_file", filename: part.name, file_data: dataUrl(part) };
}

/** A response as a reply; null where the body is none. */
export function readResponse(body: Json | undefined): Reply | null {
  if (!isObject(body) || !Array.isArray(body["output"])) return null;
  const items = (body["output"] as readonly Json[]).filter(isObject);
  const parts = items
    .filter((item) => item["type"] === "message")
    .flatMap((item) => (Array.isArray(item["content"]) ? (item["content"] as readonly Json[]) : []))
    .filter(isObject);
  const refusals = parts.flatMap((part) => text(part["refusal"]) ?? []);
  const toolCalls = items
    .filter((item) => item["type"] === "function_call" || item["type"] === "custom_tool_call")
    .flatMap((item) => readToolCall({ ...item, id: item["call_id"] ?? null }) ?? []);
  const usage = asObject(body["usage"]);
  return createReply(
    parts.flatMap((part) => (part["type"] === "output_text" ? (text(part["text"]) ?? []) : [])).join(""),
    {
      refusal: refusals.length === 0 ? null : refusals.join("\n"),
      finishReason: readFinish(body, toolCalls.length > 0),
      tokens: {
        input: count(usage["input_tokens"]),
        output: count(usage["output_tokens"]),
        cachedInput: count(asObject(usage["input_tokens_details"])["cached_tokens"]),
        reasoning: count(asObject(usage["output_tokens_details"])["reasoning_tokens"]),
      },
      model: text(body["model"]),
      toolCalls,
      cost: count(usage["cost"]),
      ...readLogprobs(parts.flatMap((part) => asList(part["logprobs"]))),
    },
  );
}

const incomplete: Readonly<Record<string, FinishReason>> = {
  max_output_tokens: "length",
  content_filter: "content-filter",
};

function readFinish(body: JsonObject, calls: boolean): Reply["finishReason"] {
  const status = text(body["status"]);
  if (status === "completed") return { unified: calls ? "tool-calls" : "stop", raw: status };
  const raw = text(asObject(body["incomplete_details"])["reason"]) ?? status;
  return { unified: (raw !== null && Object.hasOwn(incomplete, raw) ? incomplete[raw] : null) ?? "other", raw };
}
