import type { Json, Reply, TokenLogprob } from "../model.ts";
import { isObject } from "../source/json.ts";
import { text } from "./read-json.ts";

/**
 * The log-probabilities of a list of tokens as OpenAI's API writes them, for a reply; nothing where there is no such list,
 * or where one of its tokens cannot be read: a gap would be taken for an answer that is likelier than it is.
 */
export function readLogprobs(list: Json | undefined): Pick<Reply, "logprobs"> {
  if (!Array.isArray(list) || list.length === 0) return {};
  const logprobs = (list as readonly Json[]).flatMap((entry) => readToken(entry) ?? []);
  return logprobs.length === list.length ? { logprobs } : {};
}

function readToken(entry: Json): TokenLogprob | null {
  const own = readPair(entry);
  const top = isObject(entry) ? entry["top_logprobs"] : undefined;
  if (own === null || !Array.isArray(top) || top.length === 0) return own;
  return { ...own, top: (top as readonly Json[]).flatMap((each) => readPair(each) ?? []) };
}

function readPair(entry: Json): TokenLogprob | null {
  if (!isObject(entry)) return null;
  const [token, logprob] = [text(entry["token"]), entry["logprob"]];
  return token === null || typeof logprob !== "number" ? null : { token, logprob };
}
