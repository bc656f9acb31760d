import { nearest, quote, unknownKey } from "../errors.ts";
import type { Conversation, Json, JsonObject, Role, ToolCall, ToolResult, Turn, TurnPart } from "../model.ts";
import { readFileReference } from "../source/file-reference.ts";
import { isObject } from "../source/json.ts";
import { complain, type Fields, readField } from "./case-fields.ts";

const roles = ["system", "developer", "user", "assistant", "tool"] as const satisfies readonly Role[];
const turnKeys = ["role", "content", "toolCalls", "toolCallId"];
const callKeys = ["id", "name", "arguments"];
const resultKeys = ["name", "arguments", "result"];
const partKeys = ["text", "image", "file"];

/** More calls of the model than this in one sample are no conversation any more. */
const mostTurns = 100;

const messagesExample = 'For example: "messages": [{"role": "user", "content": "Hello"}]';
const resultsExample =
  'For example: "toolResults": [{"name": "get_weather", "arguments": {"city": "Bern"}, "result": {"celsius": 21}}]';

/** A conversation, where the case brings one; every mistake in it is told at the line of its key. */
export function readConversation(fields: Fields): Conversation | null {
  const written = ["messages", "toolResults", "maxTurns"].filter((key) => readField(fields, key) !== null);
  if (written.length === 0) return null;
  return { messages: readTurns(fields), toolResults: readToolResults(fields), maxTurns: readMaxTurns(fields) };
}

function readTurns(fields: Fields): readonly Turn[] | null {
  const turns = readField(fields, "messages");
  if (turns === null) return null;
  if (!Array.isArray(turns)) {
    complain(
      fields,
      "messages",
      "messages is no list",
      `${messagesExample}; a variable of that name stands under vars.`,
    );
    return [];
  }
  return turns.flatMap((turn: Json, index) => readTurn(fields, turn, `messages[${index}]`) ?? []);
}

function readTurn(fields: Fields, turn: Json, name: string): Turn | null {
  const tell = (message: string, hint?: string): null => {
    complain(fields, "messages", message, hint);
    return null;
  };
  if (!isObject(turn)) return tell(`${name} is no map`, messagesExample);
  tellUnknown(fields, "messages", turn, turnKeys, name);
  const { role, toolCallId = null } = turn;
  const known = roles.find((each) => each === role);
  if (known === undefined) {
    const near = typeof role === "string" ? nearest(role, roles) : null;
    const what = role === undefined ? `${name} has no role` : `${name}.role is ${quote(textOf(role))}`;
    return tell(what, near === null ? `It is one of ${roles.join(", ")}.` : `Did you mean ${quote(near)}?`);
  }
  const toolCalls = readToolCalls(fields, turn["toolCalls"] ?? null, known, name);
  const content = readContent(fields, turn["content"] ?? null, toolCalls.length > 0, name);
  if (known === "tool" && (typeof toolCallId !== "string" || toolCallId === "")) {
    return tell(`${name} is a tool's answer, but names no call`, "Write the call's id under toolCallId.");
  }
  if (known !== "tool" && toolCallId !== null) return tell(`${name}.toolCallId is only for the role "tool"`);
  return {
    role: known,
    content,
    ...(toolCalls.length > 0 ? { toolCalls } : {}),
    ...(typeof toolCallId === "string" ? { toolCallId } : {}),
  };
}

function readContent(fields: Fields, content: Json, mayLack: boolean, name: string): Turn["content"] {
  if (typeof content === "string") return content;
  if (content === null && mayLack) return "";
  if (!Array.isArray(content) || content.length === 0) {
    const what = content === null ? `${name} has no content` : `${name}.content is neither text nor a list of parts`;
    complain(fields, "messages", what, messagesExample);
    return "";
  }
  return content.flatMap((part: Json, index) => readPart(fields, part, `${name}.content[${index}]`) ?? []);
}

function readPart(fields: Fields, part: Json, name: string): TurnPart | null {
  if (typeof part === "string") return { text: part };
  const reference = readFileReference(part);
  if (reference !== null) return reference;
  if (isObject(part) && typeof part["text"] === "string" && Object.keys(part).length === 1)
    return { text: part["text"] };
  if (isObject(part)) tellUnknown(fields, "messages", part, partKeys, name);
  complain(
    fields,
    "messages",
    `${name} is no part of a message`,
    'A part is a text, {"text": "…"}, {"image": "PATH"} or {"file": "PATH"}, the path relative to the folder of assay.yml.',
  );
  return null;
}

function readToolCalls(fields: Fields, calls: Json, role: Role, name: string): readonly ToolCall[] {
  if (calls === null) return [];
  const tell = (message: string, hint?: string): readonly ToolCall[] => {
    complain(fields, "messages", message, hint);
    return [];
  };
  if (role !== "assistant") return tell(`${name}.toolCalls is only for the role "assistant"`);
  if (!Array.isArray(calls)) return tell(`${name}.toolCalls is no list`);
  return calls.flatMap((call: Json, index) => {
    const where = `${name}.toolCalls[${index}]`;
    if (!isObject(call)) return tell(`${where} is no map`);
    tellUnknown(fields, "messages", call, callKeys, where);
    const { id = null, name: tool, arguments: given = {} } = call;
    if (typeof tool !== "string" || tool === "") return tell(`${where} names no tool`);
    if (id !== null && typeof id !== "string") return tell(`${where}.id is no text`);
    if (typeof given !== "string" && !isObject(given)) return tell(`${where}.arguments is neither a map nor a text`);
    return [{ id, name: tool, arguments: typeof given === "string" ? given : JSON.stringify(given) }];
  });
}

function readToolResults(fields: Fields): readonly ToolResult[] {
  const results = readField(fields, "toolResults");
  const tell = (message: string, hint?: string): readonly ToolResult[] => {
    complain(fields, "toolResults", message, hint);
    return [];
  };
  if (results === null) return [];
  if (!Array.isArray(results)) return tell("toolResults is no list", resultsExample);
  return results.flatMap((entry: Json, index) => {
    const where = `toolResults[${index}]`;
    if (!isObject(entry)) return tell(`${where} is no map`, resultsExample);
    tellUnknown(fields, "toolResults", entry, resultKeys, where);
    const { name, arguments: wanted = null, result } = entry;
    if (typeof name !== "string" || name === "") return tell(`${where} names no tool`, resultsExample);
    if (wanted !== null && !isObject(wanted)) return tell(`${where}.arguments is no map`, resultsExample);
    if (result === undefined) return tell(`${where} has no result`, resultsExample);
    return [{ name, arguments: wanted, result: textOf(result) }];
  });
}

function readMaxTurns(fields: Fields): number | null {
  const turns = readField(fields, "maxTurns");
  if (turns === null) return null;
  if (typeof turns === "number" && Number.isInteger(turns) && turns >= 1 && turns <= mostTurns) return turns;
  complain(fields, "maxTurns", `maxTurns is no whole number from 1 to ${mostTurns}`, "It counts calls of the model.");
  return null;
}

function tellUnknown(fields: Fields, key: string, map: JsonObject, known: readonly string[], where: string): void {
  for (const name of Object.keys(map)) {
    if (known.includes(name)) continue;
    const { message, hint } = unknownKey(name, known, fields.placeOf(key));
    complain(fields, key, `${message} in ${where}`, hint);
  }
}

/** A value as it is sent: a text as it is, all else as JSON. */
function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
