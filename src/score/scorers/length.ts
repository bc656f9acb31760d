import type { JsonObject, Score } from "../../model.ts";
import { countCharacters } from "../characters.ts";
import type { ScorerFactory } from "../factory.ts";
import { passOrFail, scored, unscored } from "../scores.ts";

type Unit = "characters" | "words" | "sentences" | "tokens";

interface LengthOptions {
  readonly unit: Unit;
  readonly min?: number;
  readonly max?: number;
}

/** The segmenter copies its text for every segment, so its time grows with the square of the text it is given. */
const maximumText = 100_000;
const maximumLine = 10_000;

/** Within bounds or not; without bounds the length itself, to be watched. */
export const length: ScorerFactory = {
  description: "Passes where the output's length is within bounds; without bounds the length is watched.",
  example: "- length: { unit: words, max: 120 }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      unit: {
        enum: ["characters", "words", "sentences", "tokens"],
        default: "characters",
        description:
          "Characters are Unicode code points; words and sentences are found by Unicode's rules (UAX 29), line by line; what has neither letter nor digit is none; tokens are those of the output that the provider counts.",
      },
      min: { type: "integer", minimum: 0, description: "The shortest length that passes." },
      max: { type: "integer", minimum: 0, description: "The longest length that passes." },
    },
  },
  check: (options) => {
    const { min = 0, max = Number.POSITIVE_INFINITY } = options as unknown as LengthOptions;
    return min > max ? [{ message: `min ${min} is above max ${max}`, hint: "No output can pass; swap them." }] : [];
  },
  metric: (options) =>
    hasBound(options)
      ? { kind: "binary", direction: "higher", unit: null, gatesByDefault: true }
      : {
          kind: "ratio",
          direction: "lower",
          unit: (options as unknown as LengthOptions).unit,
          gatesByDefault: false,
        },
  create: (options) => {
    const { unit, min = 0, max = Number.POSITIVE_INFINITY } = options as unknown as LengthOptions;
    const count = unit === "tokens" ? null : counter(unit);
    const score = (found: number): Score =>
      hasBound(options)
        ? passOrFail(found >= min && found <= max, () =>
            found < min ? `${found} ${unit}, expected at least ${min}` : `${found} ${unit}, expected at most ${max}`,
          )
        : scored(found);
    return ({ reply: { text, tokens } }) => {
      if (count === null) {
        return tokens.output === null ? unscored("the provider does not count tokens") : score(tokens.output);
      }
      const found = count(text);
      return found === null ? unscored(`the output is too long to count its ${unit}`) : score(found);
    };
  },
};

function hasBound(options: JsonObject): boolean {
  return Object.hasOwn(options, "min") || Object.hasOwn(options, "max");
}

/** Counts one unit; null where the text is too long for it. */
function counter(unit: Exclude<Unit, "tokens">): (text: string) => number | null {
  if (unit === "characters") return countCharacters;
  // One language for all, so that the count does not depend on the machine.
  const segmenter = new Intl.Segmenter("en", { granularity: unit === "words" ? "word" : "sentence" });
  return (text) => {
    if (text.length > maximumText) return null;
    // A line end ends every word and sentence: line by line is the same count for less time.
    const lines = text.split("\n");
    if (lines.some((line) => line.length > maximumLine)) return null;
    let count = 0;
    for (const line of lines) {
      for (const { segment } of segmenter.segment(line)) if (/[\p{L}\p{N}]/u.test(segment)) count++;
    }
    return count;
  };
}
