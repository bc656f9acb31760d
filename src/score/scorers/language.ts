import { quote } from "../../errors.ts";
import { caseValues } from "../case-values.ts";
import type { ScorerFactory } from "../factory.ts";
import { passOrFail, unscored } from "../scores.ts";
import { missingValues } from "../text-pair.ts";

/** Characters that are looked at: more do not tell more. */
const sampled = 5_000;

/** The languages that the library tells apart, by their codes (ISO 639-1). */
export const languages: readonly string[] = (
  "am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or " +
  "pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh"
).split(" ");

/** The output is written in a language. */
export const language: ScorerFactory = {
  description: "Passes where the output is written in the language; code, links and what has no words do not count.",
  example: "- language: { value: en }",
  options: {
    type: "object",
    additionalProperties: false,
    required: ["value"],
    properties: {
      value: {
        type: "string",
        minLength: 1,
        description: "The language by its code of two letters (ISO 639-1), or a template over the case that gives it.",
      },
    },
  },
  check: ({ value }) =>
    languages.includes(value as string) || (value as string).includes("{{")
      ? []
      : [
          {
            message: `no language that can be told: ${quote(value as string)}`,
            hint: `Languages: ${languages.join(", ")}.`,
          },
        ],
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create:
    ({ value }, context) =>
    async ({ reply: { text } }, testCase) => {
      const { text: wanted, missing } = context.render(value as string, caseValues(testCase));
      if (missing.length > 0) return unscored(missingValues(missing));
      const prose = proseOf(text);
      if (!languages.includes(wanted)) return unscored(`no language that can be told: ${quote(wanted)}`);
      if (!/\p{L}/u.test(prose)) return unscored("the output has no words whose language could be told");
      // A megabyte of tables: loaded where somebody asks for it.
      const { eld } = await import("eld/extrasmall");
      const found = eld.detect(prose);
      if (!found.isReliable()) return unscored("the output is too short to tell its language");
      return passOrFail(
        found.language === wanted,
        () => `the output is written in ${quote(found.language)}, expected ${quote(wanted)}`,
      );
    },
};

/** The beginning of a text without blocks of code, code in a line, and links. */
function proseOf(text: string): string {
  return text
    .slice(0, 4 * sampled)
    .replace(/```[\s\S]*?(?:```|$)/g, " ")
    .replace(/`[^`\n]*`/g, " ")
    .replace(/https?:\/\/\S+/g, " ")
    .slice(0, sampled);
}
