import type { ContentPart, JsonObject, ModelRequest } from "../model.ts";
import type { ModelPrice } from "./prices.ts";

/** What a call takes at most, as far as it can be told before it is made. */
export interface CallSize {
  readonly input: number;
  readonly output: number;
}

/** Tells how much calls will take, and learns from what they took. */
export interface TokenEstimate {
  sizeOf(request: ModelRequest): CallSize;
  /** US dollars at most; 0 where the price gives none. */
  costOf(request: ModelRequest, price: ModelPrice): number;
  /** What a call took in truth; null where the provider does not say. */
  note(request: ModelRequest, tokens: { readonly input: number | null; readonly output: number | null }): void;
}

/** What is not cached costs the most, or nearly. */
const unknownParts = { cachedInput: null, cacheWrite: null, reasoning: null };

/** Where a call sets no limit and none before it answered at greater length. */
const leastOutput = 4_096;
/** Tokens a byte: English has a quarter, code and other scripts have more. */
const usualShare = 1 / 3;
/** As many bytes of text as a picture has tokens. */
const imageBytes = 6_000;
/** What every message has around its text. */
const perMessage = 8;

export function createTokenEstimate(): TokenEstimate {
  let share = usualShare;
  let largestOutput = leastOutput;
  const sizeOf = (request: ModelRequest): CallSize => ({
    input: Math.ceil(countBytes(request) * share) + perMessage * (request.messages.length + 1),
    output: outputLimit(request.parameters) ?? largestOutput,
  });
  return {
    sizeOf,
    costOf: (request, price) => price.atMost ?? price.costOf({ ...sizeOf(request), ...unknownParts }) ?? 0,
    note(request, { input, output }) {
      if (output !== null) largestOutput = Math.max(largestOutput, output);
      if (input !== null) share = Math.max(share, input / (countBytes(request) + 24));
    },
  };
}

/** How much a call may answer with; null where it sets no limit. */
function outputLimit(parameters: JsonObject): number | null {
  const limit = parameters["max_completion_tokens"] ?? parameters["max_tokens"] ?? parameters["max_output_tokens"];
  if (typeof limit !== "number" || !(limit >= 0)) return null;
  const answers = parameters["n"];
  return typeof answers === "number" && answers > 1 ? limit * answers : limit;
}

/** A picture takes tokens by its size in pixels, at most about 2,000 where it is usual; a file those of its text. */
function bytesOf(part: ContentPart): number {
  if (part.type === "text") return Buffer.byteLength(part.text);
  return part.type === "image" ? imageBytes : part.data.length;
}

function countBytes({ messages, format, tools }: ModelRequest): number {
  let bytes = 0;
  for (const { content } of messages) {
    if (typeof content === "string") bytes += Buffer.byteLength(content);
    else for (const part of content) bytes += bytesOf(part);
  }
  for (const extra of [format, tools]) if (extra !== null) bytes += Buffer.byteLength(JSON.stringify(extra));
  return bytes;
}
