import type { Json, JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";
import { text } from "./read-json.ts";

/** A streamed answer put together again, and when its first token came; `whole` is false where the stream was cut. */
export interface Gathered {
  readonly body: JsonObject;
  readonly timeToFirstTokenMs: number | null;
  readonly whole: boolean;
}

interface CallDraft {
  id: string | null;
  name: string;
  arguments: string;
}

/** Puts the chunks of a streamed chat completion together. `elapsed` tells how long the call has taken. */
export async function gatherChat(chunks: AsyncIterable<Json>, elapsed: () => number): Promise<Gathered> {
  const head: Record<string, Json> = {};
  const draft = { content: "", refusal: null as string | null, finish: null as string | null };
  const calls = new Map<number, CallDraft>();
  const logprobs: Json[] = [];
  let first: number | null = null;
  for await (const chunk of chunks) {
    if (!isObject(chunk)) continue;
    for (const key of ["model", "system_fingerprint", "usage"]) {
      if (chunk[key] !== undefined && chunk[key] !== null) head[key] = chunk[key];
    }
    const choice = Array.isArray(chunk["choices"]) ? (chunk["choices"][0] as Json | undefined) : undefined;
    if (!isObject(choice)) continue;
    const delta = isObject(choice["delta"]) ? choice["delta"] : {};
    const [content, refusal] = [text(delta["content"]) ?? "", text(delta["refusal"]) ?? ""];
    const added = Array.isArray(delta["tool_calls"]) ? (delta["tool_calls"] as readonly Json[]) : [];
    if (first === null && (content !== "" || refusal !== "" || added.length > 0)) first = elapsed();
    if (isObject(choice["logprobs"]) && Array.isArray(choice["logprobs"]["content"]))
      logprobs.push(...(choice["logprobs"]["content"] as readonly Json[]));
    draft.content += content;
    if (refusal !== "") draft.refusal = (draft.refusal ?? "") + refusal;
    draft.finish = text(choice["finish_reason"]) ?? draft.finish;
    for (const [position, part] of added.entries()) addToCall(calls, part, position);
  }
  const message = {
    content: draft.content,
    refusal: draft.refusal,
    tool_calls: [...calls.values()].map((call) => ({ id: call.id, function: { ...call } })),
  };
  return {
    body: { ...head, choices: [{ message, logprobs: { content: logprobs }, finish_reason: draft.finish }] },
    timeToFirstTokenMs: first,
    whole: draft.finish !== null,
  };
}

function addToCall(calls: Map<number, CallDraft>, part: Json, position: number): void {
  if (!isObject(part)) return;
  const index = typeof part["index"] === "number" ? part["index"] : position;
  const call = calls.get(index) ?? { id: null, name: "", arguments: "" };
  const inner = isObject(part["function"]) ? part["function"] : {};
  call.id = text(part["id"]) ?? call.id;
  call.name += text(inner["name"]) ?? "";
  call.arguments += text(inner["arguments"]) ?? "";
  calls.set(index, call);
}

/** Waits for the event that holds the whole response, which is the last one. */
export async function gatherResponse(events: AsyncIterable<Json>, elapsed: () => number): Promise<Gathered> {
  let first: number | null = null;
  let body: JsonObject | null = null;
  for await (const event of events) {
    if (!isObject(event)) continue;
    const type = text(event["type"]) ?? "";
    if (/^response\.(?:output_text|refusal|function_call_arguments)\.delta$/.test(type)) first ??= elapsed();
    if (/^response\.(?:completed|incomplete|failed)$/.test(type) && isObject(event["response"]))
      body = event["response"];
  }
  return { body: body ?? {}, timeToFirstTokenMs: first, whole: body !== null };
}
