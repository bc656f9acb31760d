import type { FinishReason, Json, JsonObject, Reply } from "../model.ts";
import { isObject } from "../source/json.ts";
import type { Gathered } from "./chat-stream.ts";
import { count, readToolCall, text } from "./read-json.ts";
import { createReply } from "./reply.ts";

const stopReasons: Readonly<Record<string, FinishReason>> = {
  end_turn: "stop",
  stop_sequence: "stop",
  max_tokens: "length",
  model_context_window_exceeded: "length",
  tool_use: "tool-calls",
  refusal: "content-filter",
};

/** A message as a reply; null where the body is none. Thoughts are no part of the answer. */
export function readMessage(body: Json | undefined): Reply | null {
  if (!isObject(body) || !Array.isArray(body["content"])) return null;
  const blocks = (body["content"] as readonly Json[]).filter(isObject);
  const said = blocks.flatMap((block) => (block["type"] === "text" ? (text(block["text"]) ?? []) : [])).join("");
  const raw = text(body["stop_reason"]);
  return createReply(said, {
    refusal: raw === "refusal" ? readRefusal(body, said) : null,
    finishReason: {
      unified: (raw !== null && Object.hasOwn(stopReasons, raw) ? stopReasons[raw] : null) ?? "other",
      raw,
    },
    tokens: readUsage(isObject(body["usage"]) ? body["usage"] : {}),
    model: text(body["model"]),
    toolCalls: blocks.flatMap((block) => (block["type"] === "tool_use" ? (readToolCall(block) ?? []) : [])),
  });
}

/** Why the model refused: the API's explanation, else what the model said. */
function readRefusal(body: JsonObject, said: string): string {
  const details = isObject(body["stop_details"]) ? body["stop_details"] : {};
  return text(details["explanation"]) ?? text(details["category"]) ?? said;
}

/** The API counts what was read from and written to its cache apart from the rest of the input. */
function readUsage(usage: JsonObject): Partial<Reply["tokens"]> {
  const [fresh, output] = [count(usage["input_tokens"]), count(usage["output_tokens"])];
  const [cacheWrite, cachedInput] = [
    count(usage["cache_creation_input_tokens"]),
    count(usage["cache_read_input_tokens"]),
  ];
  const writes = isObject(usage["cache_creation"]) ? usage["cache_creation"] : {};
  const cacheWriteHour = count(writes["ephemeral_1h_input_tokens"]) ?? 0;
  const details = isObject(usage["output_tokens_details"]) ? usage["output_tokens_details"] : {};
  return {
    input: fresh === null ? null : fresh + (cacheWrite ?? 0) + (cachedInput ?? 0),
    output,
    cachedInput,
    cacheWrite,
    ...(cacheWriteHour > 0 && { cacheWriteHour }),
    reasoning: count(details["thinking_tokens"]),
  };
}

/** Puts the events of a streamed message together. `elapsed` tells how long the call has taken. */
export async function gatherMessage(events: AsyncIterable<Json>, elapsed: () => number): Promise<Gathered> {
  let message: JsonObject = {};
  const blocks: { head: JsonObject; text: string; input: string }[] = [];
  let [first, whole]: [number | null, boolean] = [null, false];
  for await (const event of events) {
    if (!isObject(event)) continue;
    const delta = isObject(event["delta"]) ? event["delta"] : {};
    if (event["type"] === "message_start" && isObject(event["message"])) message = event["message"];
    if (event["type"] === "content_block_start" && isObject(event["content_block"])) {
      blocks.push({ head: event["content_block"], text: text(event["content_block"]["text"]) ?? "", input: "" });
    }
    const block = blocks.at(-1);
    if (event["type"] === "content_block_delta" && block !== undefined) {
      const isAnswer = delta["type"] === "text_delta" || delta["type"] === "input_json_delta";
      if (isAnswer) first ??= elapsed();
      block.text += text(delta["text"]) ?? "";
      block.input += text(delta["partial_json"]) ?? "";
    }
    if (event["type"] === "message_delta") {
      message = { ...message, ...delta, usage: { ...asObject(message["usage"]), ...asObject(event["usage"]) } };
    }
    whole ||= event["type"] === "message_stop";
  }
  const content = blocks.map(({ head, text, input }) => ({ ...head, text, ...(input !== "" && { input }) }));
  return { body: { ...message, content }, timeToFirstTokenMs: first, whole };
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
