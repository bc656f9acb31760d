import type { Json, JsonObject, ModelRequest, Reply } from "../model.ts";
import { isObject } from "../source/json.ts";
import { messageText } from "./message-text.ts";
import { createReply } from "./reply.ts";

/** The body of a request for embeddings: the texts of the messages, as numbers rather than as Base64. */
export function toEmbeddingBody(request: ModelRequest): JsonObject {
  return {
    ...request.parameters,
    model: request.model,
    input: request.messages.map(messageText),
    encoding_format: "float",
  };
}

/** The vectors in the order of the texts, as the text of a reply; null where the body holds none for each of them. */
export function readEmbeddings(body: Json | undefined, texts: number): Reply | null {
  const data = isObject(body) ? body["data"] : undefined;
  if (!isObject(body) || !Array.isArray(data) || data.length !== texts) return null;
  const vectors = new Array<Json | undefined>(texts).fill(undefined);
  for (const [position, entry] of data.entries()) {
    if (!isObject(entry) || !isVector(entry["embedding"])) return null;
    const index = entry["index"] ?? position;
    if (typeof index !== "number") return null;
    vectors[index] = entry["embedding"];
  }
  if (vectors.length !== texts || vectors.includes(undefined)) return null;
  const usage = isObject(body["usage"]) ? body["usage"] : {};
  const input = usage["prompt_tokens"];
  return createReply(JSON.stringify(vectors), {
    tokens: { input: typeof input === "number" ? input : null, output: 0 },
    model: typeof body["model"] === "string" ? body["model"] : null,
  });
}

function isVector(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number");
}
