import type { CallResult, Json, JsonObject } from "../model.ts";
import { isObject } from "../source/json.ts";
import { failed, toOneLine } from "./failure.ts";
import { readExchange } from "./program-exchange.ts";
import { count, readToolCall, text } from "./read-json.ts";
import { createReply } from "./reply.ts";

/** What a program wrote: JSON with its `output` or its `error`, or else the answer itself. */
export function readProgramAnswer(written: string): CallResult {
  const json = parse(written);
  if (isObject(json) && isObject(json["error"])) return readError(json["error"]);
  if (!isObject(json) || !Object.hasOwn(json, "output")) {
    const said = written.replace(/\r?\n$/, "");
    return { status: "completed", reply: createReply(said, { finishReason: { unified: "stop", raw: null } }) };
  }
  const output = json["output"] ?? "";
  const usage = isObject(json["usage"]) ? json["usage"] : {};
  const calls = Array.isArray(json["toolCalls"]) ? (json["toolCalls"] as readonly Json[]) : [];
  const toolCalls = calls.flatMap((call) => readToolCall(call) ?? []);
  const exchange = readExchange(json["exchange"] ?? []);
  if (typeof exchange === "string") return failed("malformed", `the program's answer: ${exchange}`);
  const said = typeof output === "string" ? output : JSON.stringify(output);
  return {
    status: "completed",
    reply: createReply(said, {
      refusal: text(json["refusal"]),
      finishReason: { unified: toolCalls.length > 0 ? "tool-calls" : "stop", raw: null },
      tokens: {
        input: count(usage["input"]),
        output: count(usage["output"]),
        cachedInput: count(usage["cachedInput"]),
        cacheWrite: count(usage["cacheWrite"]),
        reasoning: count(usage["reasoning"]),
      },
      model: text(json["model"]),
      toolCalls,
      exchange,
      cost: count(json["cost"]),
    }),
  };
}

/** What the program's own transport caused: it says itself whether trying again may help. */
function readError(error: JsonObject): CallResult {
  const message = `the program says: ${toOneLine(text(error["message"]) ?? JSON.stringify(error))}`;
  return failed("server", message, { retryable: error["retryable"] === true });
}

function parse(written: string): Json | undefined {
  try {
    return JSON.parse(written) as Json;
  } catch {
    return undefined;
  }
}
