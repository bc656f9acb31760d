import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Json } from "../../model.ts";
import type { CleanSchema } from "./clean-schema.ts";
import { describeError } from "./describe-error.ts";
import { costKeyword, referenceKeyword } from "./keywords.ts";

/** Whether a value holds; `undecided` where to find out takes more than a value may cost. */
export type Validation =
  | { readonly status: "valid" }
  | { readonly status: "invalid"; readonly mistakes: readonly string[] }
  | { readonly status: "undecided"; readonly reason: string };

export type Validate = (value: Json) => Validation;

/** One look of a schema at a value costs 1 and up, some 0.1 µs. */
const budget = 1_000_000;
const toldMistakes = 3;

class OutOfBudget extends Error {}

/** Compiles a clean schema into a function whose work is bounded, whatever the schema and the value. */
export function makeValidator({ definitions, patterns }: CleanSchema): Validate {
  let left = budget;
  const spend = (cost: number): true => {
    left -= cost;
    if (left < 0) throw new OutOfBudget();
    return true;
  };
  const linear = (pattern: string) => ({
    test: (text: string) => {
      const regex = patterns.get(pattern);
      if (regex === undefined) throw new TypeError("a pattern that was not checked");
      spend(regex.work(text) / 16);
      return regex.test(text);
    },
    // The validator tells patterns apart by this.
    toString: () => pattern,
  });
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    meta: false,
    logger: false,
    addUsedSchema: false,
    allErrors: true,
    ownProperties: true,
    verbose: true,
    // Not optimised: the optimiser would drop the cost, and takes longer than it saves.
    code: { regExp: Object.assign(linear, { code: "linear" }), optimize: false },
  });
  ajv.addKeyword({
    keyword: costKeyword,
    before: "$ref",
    errors: false,
    valid: true,
    validate: (cost: number, value: Json) => spend(cost + sizeOf(value) / 16),
  });
  const validators: ValidateFunction[] = [];
  // Instead of `$ref`, whose errors are copied at every return: that takes quadratic time.
  ajv.addKeyword({
    keyword: referenceKeyword,
    errors: false,
    validate: (index: number, value: Json) => validators[index]?.(value) ?? false,
  });
  // Instead of the validator's own, which compares every item with every other.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    errors: false,
    validate: (unique: boolean, items: readonly Json[]) =>
      !unique || new Set(items.map(identify)).size === items.length,
  });
  const identify = (item: Json): string => {
    const text = JSON.stringify(item, sortKeys);
    spend(text.length / 4);
    return text;
  };
  for (const { schema } of definitions) validators.push(ajv.compile(schema as object | boolean));

  const explain = (index: number, value: unknown, pointer: string, told: string[]): void => {
    const validator = validators[index];
    if (validator === undefined || validator(value)) return;
    for (const error of [...(validator.errors ?? [])]) {
      if (told.length >= toldMistakes) break;
      const place = `${pointer}${error.instancePath}`;
      if (error.keyword === referenceKeyword) explain(error.schema as number, error.data, place, told);
      else told.push(`${place || "the output"} ${describeError(error)}`);
    }
  };
  return (value) => {
    left = budget;
    try {
      if (validators[0]?.(value)) return { status: "valid" };
    } catch (error) {
      if (error instanceof OutOfBudget) return { status: "undecided", reason: "the schema takes too many steps" };
      if (error instanceof RangeError)
        return { status: "undecided", reason: "the schema refers to itself without end" };
      throw error;
    }
    const mistakes: string[] = [];
    left = budget;
    try {
      explain(0, value, "", mistakes);
    } catch (error) {
      // That it does not hold is known; where, is only told as far as it was found.
      if (!(error instanceof OutOfBudget || error instanceof RangeError)) throw error;
    }
    return { status: "invalid", mistakes: mistakes.length > 0 ? mistakes : ["the output does not hold"] };
  };
}

function sizeOf(value: Json): number {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
