import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import type { RowResult } from "../golden-format.ts";
import { type EvalClass, needsIdeal, scorersOf } from "./classes.ts";

/** Keys of our own cases: a row that has one of them is no sample of OpenAI Evals. */
const ownKeys = ["vars", "expected", "messages", "scorers"];

/** The rows of a file, samples of OpenAI Evals among them turned into cases that are judged by the class. */
export function* readSamples(rows: Iterable<RowResult>, evalClass: EvalClass): Iterable<RowResult> {
  for (const result of rows) yield readSample(result, evalClass);
}

/** A row as it is, or where it is a sample of OpenAI Evals the case that it means. */
export function readSample(result: RowResult, evalClass: EvalClass): RowResult {
  if ("problem" in result || !isSample(result.row.value, needsIdeal(evalClass))) return result;
  const { value, place } = result.row;
  const missing = evalClass.kind === "graded" ? evalClass.needs.filter((key) => !Object.hasOwn(value, key)) : [];
  if (missing.length === 0) return { row: { place, value: toCase(value, evalClass) } };
  return { problem: { message: `the sample has no ${missing.join(" and no ")}, which its judge is told`, place } };
}

/**
 * Whether a row is a sample: `{"input": "…" or [{"role": …, "content": …}], "ideal": "…" or ["…"]}`, the latter where the
 * class needs one.
 */
function isSample(value: Json, withIdeal: boolean): value is JsonObject {
  if (!isObject(value) || !Object.hasOwn(value, "input")) return false;
  if (!Object.hasOwn(value, "ideal") && withIdeal) return false;
  const { input, ideal } = value;
  const isInput = typeof input === "string" || (Array.isArray(input) && input.length > 0 && input.every(isMessage));
  const isIdeal =
    ideal === undefined ||
    typeof ideal === "string" ||
    (Array.isArray(ideal) && ideal.length > 0 && ideal.every((one) => typeof one === "string"));
  return isInput && isIdeal && !ownKeys.some((key) => Object.hasOwn(value, key));
}

function isMessage(value: Json): boolean {
  return isObject(value) && typeof value["role"] === "string" && typeof value["content"] === "string";
}

/**
 * A text becomes the variable `input`, a chat the turns of the case; what else the sample has are variables. Several
 * ideal answers stay a list.
 */
function toCase(sample: JsonObject, evalClass: EvalClass): JsonObject {
  const { input = "", ideal = [], ...others } = sample;
  const ideals = (Array.isArray(ideal) ? ideal : [ideal]) as readonly string[];
  return {
    vars: typeof input === "string" ? { ...others, input } : others,
    ...(typeof input === "string" ? {} : { messages: (input as readonly JsonObject[]).map(toTurn) }),
    ...(ideals.length === 0 ? {} : { expected: ideals.length === 1 ? (ideals[0] ?? "") : ideals }),
    scorers: scorersOf(evalClass, ideals),
  };
}

/** An example among the system's messages is a turn of the one who it says it is. */
function toTurn({ role = "user", content = "", name = "" }: JsonObject): JsonObject {
  const [, speaker] = /^example_(user|assistant)$/.exec(String(name)) ?? [];
  return { role: role === "system" && speaker !== undefined ? speaker : role, content };
}
