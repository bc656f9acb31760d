import type { ContentPart, Json, JsonObject, ModelRequest, RequestMessage, ToolCall } from "../model.ts";
import { isObject } from "../source/json.ts";
import { callIdOf, partsOf } from "./message-parts.ts";
import { messageText } from "./message-text.ts";

/** The API wants a limit of the answer's length; this one every model has room for. */
const defaultMaxTokens = 4096;

/** Parameters under the name that chat completions have for them. */
const renamed: Readonly<Record<string, string>> = {
  max_completion_tokens: "max_tokens",
  stop: "stop_sequences",
};

/** The body of a message. Parameters that the API does not know go as they are: it names the one it refuses. */
export function toMessagesBody(request: ModelRequest): JsonObject {
  const { stream: _stream, stream_options: _options, reasoning_effort: effort, ...rest } = request.parameters;
  const { tool_choice: choice, parallel_tool_calls: parallel, ...parameters } = rest;
  const body: Record<string, Json> = { max_tokens: defaultMaxTokens };
  for (const [name, value] of Object.entries(parameters)) {
    const asList = name === "stop" && typeof value === "string";
    body[Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name] = asList ? [value] : value;
  }
  const output = {
    ...(isObject(body["output_config"]) ? body["output_config"] : {}),
    ...(effort !== undefined && { effort }),
    ...(request.format !== null && { format: toFormat(request.format) }),
  };
  if (Object.keys(output).length > 0) body["output_config"] = output;
  const toolChoice = toToolChoice(choice, parallel);
  if (toolChoice !== undefined) body["tool_choice"] = toolChoice;
  if (request.tools !== null) {
    body["tools"] = Array.isArray(request.tools) ? request.tools.map(toTool) : request.tools;
  }
  const first = request.messages.findIndex(({ role }) => !isInstruction(role));
  const leading = first < 0 ? request.messages : request.messages.slice(0, first);
  const system = leading.map(messageText).join("\n\n");
  const messages = toMessages(first < 0 ? [] : request.messages.slice(first));
  return { ...body, model: request.model, ...(system !== "" && { system }), messages };
}

function isInstruction(role: RequestMessage["role"]): boolean {
  return role === "system" || role === "developer";
}

function toFormat(format: JsonObject): JsonObject {
  const inner = isObject(format["json_schema"]) ? format["json_schema"] : {};
  return { type: "json_schema", schema: inner["schema"] ?? {} };
}

/** A function of chat completions by the names that this API has; its own kinds of tools are as they are. */
function toTool(tool: Json): Json {
  if (!isObject(tool) || !isObject(tool["function"])) return tool;
  const { name, description, parameters, strict } = tool["function"];
  return {
    name: name ?? "",
    ...(description !== undefined && { description }),
    input_schema: parameters ?? { type: "object" },
    ...(strict !== undefined && strict !== null && { strict }),
  };
}

function toToolChoice(choice: Json | undefined, parallel: Json | undefined): Json | undefined {
  const single = parallel === false ? { disable_parallel_tool_use: true } : {};
  if (choice === undefined) return parallel === false ? { type: "auto", ...single } : undefined;
  if (choice === "none") return { type: "none" };
  if (typeof choice === "string") return { type: choice === "required" ? "any" : choice, ...single };
  if (isObject(choice) && isObject(choice["function"])) {
    return { type: "tool", name: choice["function"]["name"] ?? "", ...single };
  }
  return choice;
}

/** Messages by turns: the answers of all tools that one turn called stand in one message of the user. */
function toMessages(messages: readonly RequestMessage[]): readonly JsonObject[] {
  const turns: { readonly role: string; readonly content: Json[] }[] = [];
  let answers = false;
  for (const message of messages) {
    const isAnswer = message.role === "tool";
    const blocks = isAnswer ? [toToolResult(message)] : toBlocks(message);
    if (isAnswer && answers) turns.at(-1)?.content.push(...blocks);
    else turns.push({ role: roleOf(message.role), content: blocks });
    answers = isAnswer;
  }
  return turns;
}

function roleOf(role: RequestMessage["role"]): string {
  if (role === "assistant") return role;
  return isInstruction(role) ? "system" : "user";
}

function toBlocks(message: RequestMessage): Json[] {
  return [...partsOf(message).map(toBlock), ...(message.toolCalls ?? []).map(toToolUse)];
}

function toToolResult(message: RequestMessage): Json {
  const content = typeof message.content === "string" ? message.content : message.content.map(toBlock);
  return { type: "tool_result", tool_use_id: message.toolCallId ?? "call_0", content };
}

function toToolUse(call: ToolCall, index: number): Json {
  return { type: "tool_use", id: callIdOf(call, index), name: call.name, input: readArguments(call.arguments) };
}

/** Arguments that are no JSON object are wrapped under the name that the API's documentation proposes. */
function readArguments(written: string): JsonObject {
  try {
    const value = JSON.parse(written === "" ? "{}" : written) as Json;
    if (isObject(value)) return value;
  } catch {
    // Wrapped below.
  }
  return { INVALID_JSON: written };
}

function toBlock(part: ContentPart): JsonObject {
  if (part.type === "text") return { type: "text", text: part.text };
  const { mediaType, data } = part;
  if (part.type === "image") return { type: "image", source: { type: "base64", media_type: mediaType, data } };
  const source =
    mediaType === "application/pdf"
      ? { type: "base64", media_type: mediaType, data }
      : { type: "text", media_type: "text/plain", data: Buffer.from(data, "base64").toString("utf8") };
  return { type: "document", source, title: part.name };
}
