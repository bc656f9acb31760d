import { quote } from "../../errors.ts";
import { caseValues } from "../case-values.ts";
import type { ScorerFactory } from "../factory.ts";
import { findChoice } from "../find-choice.ts";
import { passOrFail, unscored } from "../scores.ts";
import { missingValues } from "../text-pair.ts";

interface ChoiceOptions {
  readonly value: string;
  readonly letters: string;
}

/** The output chooses the right letter. */
export const choice: ScorerFactory = {
  description:
    "Passes where the letter that the output chooses is the right one, however the sentence around it is built.",
  example: "- choice: { letters: ABCD }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      value: {
        type: "string",
        minLength: 1,
        default: "{{expected}}",
        description: "The right letter, `B` or `(B)`: a template over the case's variables and its `expected`.",
      },
      letters: {
        type: "string",
        pattern: "^[A-Z]{2,26}$",
        default: "ABCDE",
        description: "The letters to choose from.",
      },
    },
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options, context) => {
    const { value, letters } = options as unknown as ChoiceOptions;
    return ({ reply: { text } }, testCase) => {
      const { text: written, missing } = context.render(value, caseValues(testCase));
      if (missing.length > 0) return unscored(missingValues(missing));
      const right = findChoice(written, letters);
      if (typeof right === "string") return unscored(`the value is none of the letters ${letters}: ${quote(written)}`);
      const chosen = findChoice(text, letters);
      if (chosen === "none") return passOrFail(false, () => `no choice found, expected ${right.letter}`);
      if (chosen === "several") return passOrFail(false, () => `several choices found, expected ${right.letter}`);
      return passOrFail(chosen.letter === right.letter, () => `chose ${chosen.letter}, expected ${right.letter}`);
    };
  },
};
