import { quote } from "../../errors.ts";
import type { Json } from "../../model.ts";
import { caseValues } from "../case-values.ts";
import type { ScorerFactory } from "../factory.ts";
import { findNumbers } from "../find-numbers.ts";
import { passOrFail, unscored } from "../scores.ts";
import { missingValues } from "../text-pair.ts";

interface NumericOptions {
  readonly value: string | number;
  readonly tolerance: number;
  readonly relative: number;
  readonly which: "last" | "first" | "only";
  readonly decimal: "." | ",";
}

const maximumOutput = 1_048_576;

/** A number of the output is the value, within a tolerance. */
export const numeric: ScorerFactory = {
  description: "Passes where a number in the output, by default the last, is the value or near it.",
  example: "- numeric: { tolerance: 0.01 }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      value: {
        type: ["string", "number"],
        minLength: 1,
        default: "{{expected}}",
        description: "The number, or a template over the case that gives a text whose last number it is.",
      },
      tolerance: { type: "number", minimum: 0, default: 0, description: "How far off the number may be." },
      relative: {
        type: "number",
        minimum: 0,
        default: 0,
        description: "How far off it may be as a part of the value: 0.01 is 1 %. The larger of both tolerances counts.",
      },
      which: {
        enum: ["last", "first", "only"],
        default: "last",
        description: "Which number of the output counts; with `only`, an output with several different ones fails.",
      },
      decimal: {
        enum: [".", ","],
        default: ".",
        description:
          "The decimal mark of output and value. The other mark, apostrophes and narrow spaces may group thousands.",
      },
    },
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (written, context) => {
    const { value, tolerance, relative, which, decimal } = written as unknown as NumericOptions;
    return ({ reply: { text } }, testCase) => {
      if (text.length > maximumOutput) return unscored("an output of more than 1 MiB is not searched");
      let wanted: number | null;
      if (typeof value === "number") wanted = value;
      else {
        const { text: filled, missing } = context.render(value, caseValues(testCase));
        if (missing.length > 0) return unscored(missingValues(missing));
        wanted = numberOfCase(value, testCase.expected) ?? findNumbers(filled, decimal).at(-1) ?? null;
        if (wanted === null) return unscored(`the value is no number: ${quote(filled)}`);
      }
      const numbers = findNumbers(text, decimal);
      const found = which === "first" ? numbers[0] : numbers.at(-1);
      if (found === undefined) return passOrFail(false, () => `no number in the output, expected ${wanted}`);
      if (which === "only" && numbers.some((each) => each !== found))
        return passOrFail(false, () => `several numbers in the output, expected ${wanted} alone`);
      return passOrFail(
        isNear(found, wanted, Math.max(tolerance, relative * Math.abs(wanted))),
        () => `found ${found}, expected ${wanted}`,
      );
    };
  },
};

/** A number in the golden set is a number, whatever mark the texts have. */
function numberOfCase(template: string, expected: Json | null): number | null {
  return template === "{{expected}}" && typeof expected === "number" ? expected : null;
}

/** What rounding in binary adds to a difference does not count: 1.1 is within 0.1 of 1. */
function isNear(found: number, wanted: number, tolerance: number): boolean {
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(found), Math.abs(wanted));
  return Math.abs(found - wanted) <= tolerance + (tolerance > 0 ? rounding : 0);
}
