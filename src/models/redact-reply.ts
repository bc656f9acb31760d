import type { Json, Reply } from "../model.ts";
import { isObject } from "../source/json.ts";
import { redact } from "./failure.ts";

/** Keys are at least this long; a shorter stand-in for one is a common word and stays in an answer. */
export const shortestKey = 8;

/** The key goes to the provider and nowhere else, even where the provider repeats it. */
export function redactReply(reply: Reply, key: string): Reply {
  const written = JSON.stringify(key).slice(1, -1);
  const { logprobs, ...rest } = reply;
  const said = logprobs?.map(({ token }) => token).join("") ?? "";
  if (key.length < shortestKey) return reply;
  const repeated = JSON.stringify(rest).includes(written);
  // Over several tokens a key is none that could be found.
  if (!repeated && !said.includes(key)) return reply;
  return redactAll(rest as unknown as Json, key) as unknown as Reply;
}

function redactAll(value: Json, key: string): Json {
  if (typeof value === "string") return redact(value, key);
  if (Array.isArray(value)) return value.map((entry) => redactAll(entry, key));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, redactAll(entry, key)]));
}
