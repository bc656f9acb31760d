import type { Json } from "../../model.ts";
import { exceeded } from "./limits.ts";

/** An output read as JSON; `invalid`: it is none; `unreadable`: it may be, but costs more than an output may. */
export type ReadOutput =
  | { readonly status: "read"; readonly value: Json }
  | { readonly status: "invalid" }
  | { readonly status: "unreadable"; readonly reason: string };

const maximumCharacters = 1_048_576;
const limits = { depth: 256, nodes: maximumCharacters };

/** Reads an output that should be JSON, with or without a code fence around it. */
export function readOutput(text: string, fence: boolean): ReadOutput {
  if (text.length > maximumCharacters) return unreadable("an output of more than 1 MiB is not read as JSON");
  let value: Json;
  try {
    value = JSON.parse(fence ? stripFence(text) : text) as Json;
  } catch {
    return { status: "invalid" };
  }
  return exceeded(value, limits) === null
    ? { status: "read", value }
    : unreadable("JSON of more than 256 levels is not read");
}

/** The text between the lines of the fence, where the whole output is one code block. */
export function stripFence(text: string): string {
  const trimmed = text.trim();
  const start = trimmed.indexOf("\n");
  const end = trimmed.lastIndexOf("\n");
  const fenced = trimmed.startsWith("```") && start >= 0 && end > start && trimmed.slice(end + 1).trim() === "```";
  return fenced ? trimmed.slice(start + 1, end) : text;
}

function unreadable(reason: string): ReadOutput {
  return { status: "unreadable", reason };
}
