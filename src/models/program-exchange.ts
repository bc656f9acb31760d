import type { Json, RequestMessage, Role, ToolCall } from "../model.ts";
import { isObject } from "../source/json.ts";
import { readToolCall, text } from "./read-json.ts";

const roles: readonly Role[] = ["system", "developer", "user", "assistant", "tool"];

/**
 * The turns that a program says its answer took, as it is given messages or with the names of this project. Each has a
 * role, and a text or tool calls; else the answer is what is wrong with it: part of an exchange is another exchange.
 */
export function readExchange(written: Json): readonly RequestMessage[] | string {
  if (!Array.isArray(written)) return "exchange is no list of messages";
  const turns: RequestMessage[] = [];
  for (const [index, entry] of (written as readonly Json[]).entries()) {
    const turn = readTurn(entry);
    if (typeof turn === "string") return `exchange[${index}] ${turn}`;
    turns.push(turn);
  }
  return turns;
}

function readTurn(entry: Json): RequestMessage | string {
  if (!isObject(entry)) return "is no message";
  const role = roles.find((each) => each === entry["role"]);
  if (role === undefined) return `has no role of ${roles.join(", ")}`;
  const toolCalls = readCalls(entry["toolCalls"] ?? entry["tool_calls"] ?? []);
  if (toolCalls === null) return "has a tool call without a name";
  const content = entry["content"] ?? (toolCalls.length > 0 ? "" : null);
  if (typeof content !== "string") return "has no text as its content";
  const toolCallId = text(entry["toolCallId"] ?? entry["tool_call_id"]);
  return {
    role,
    content,
    ...(toolCalls.length > 0 && { toolCalls }),
    ...(toolCallId !== null && { toolCallId }),
  };
}

function readCalls(written: Json): readonly ToolCall[] | null {
  if (!Array.isArray(written)) return null;
  const calls = (written as readonly Json[]).flatMap((call) => readToolCall(call) ?? []);
  return calls.length === written.length ? calls : null;
}
