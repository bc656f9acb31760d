import type { Json, JsonObject, ToolCall, ToolResult } from "../model.ts";
import { canonicalJson, isObject, isPlainData } from "../source/json.ts";

/**
 * What a recorded tool answers to a call; null where nothing was recorded for it. Of the results with the call's name
 * that counts whose arguments are the call's; else the one that states most of them, the first where several do.
 * A result without arguments answers every call of its name, one whose arguments are no JSON object among them.
 */
export function findToolAnswer(results: readonly ToolResult[], call: ToolCall): string | null {
  const given = parseArguments(call.arguments);
  let best: ToolResult | null = null;
  let bestRank = -1;
  for (const result of results) {
    if (result.name !== call.name || !fits(result.arguments, given)) continue;
    const rank = rankOf(result.arguments, given);
    if (rank > bestRank) [best, bestRank] = [result, rank];
  }
  return best?.result ?? null;
}

function fits(wanted: JsonObject | null, given: JsonObject | null): boolean {
  return wanted === null || (given !== null && isPartOf(wanted, given));
}

/** The more values a result states, the better it knows the call; all of them is best. */
function rankOf(wanted: JsonObject | null, given: JsonObject | null): number {
  if (wanted === null || given === null) return 0;
  return canonicalJson(wanted) === canonicalJson(given) ? Number.POSITIVE_INFINITY : 1 + countValues(wanted);
}

/** Maps are compared by the keys of the part, at every depth; all else must be equal. */
function isPartOf(part: Json, whole: Json | undefined): boolean {
  if (whole === undefined) return false;
  if (!isObject(part)) return canonicalJson(part) === canonicalJson(whole);
  if (!isObject(whole)) return false;
  return Object.entries(part).every(([key, value]) => Object.hasOwn(whole, key) && isPartOf(value, whole[key]));
}

function countValues(value: Json): number {
  return isObject(value) ? Object.values(value).reduce<number>((sum, entry) => sum + countValues(entry), 0) : 1;
}

/** Null where a model wrote something else. No arguments at all are none. */
function parseArguments(text: string): JsonObject | null {
  if (text.trim() === "") return {};
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) && isPlainData(value) ? value : null;
  } catch {
    return null;
  }
}
