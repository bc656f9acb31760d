import { quote, UserError } from "../../errors.ts";
import type { ScorerFactory } from "../factory.ts";
import { compileRegex } from "../linear-regex.ts";
import { passOrFail, unscored } from "../scores.ts";

interface RegexOptions {
  readonly pattern: string;
  readonly flags: string;
  readonly expect: "match" | "no-match";
}

const maximumOutput = 1_048_576;
/** Some 1.5 s on the worst pattern; common ones are a hundred times faster. */
const maximumWork = 50_000_000;

/** The output holds a match, or none. */
export const regex: ScorerFactory = {
  description: "Passes where a regular expression (RE2's syntax, linear time) matches somewhere in the output.",
  example: "- regex: { pattern: '^TICKET-[0-9]+$', flags: m }",
  options: {
    type: "object",
    additionalProperties: false,
    required: ["pattern"],
    properties: {
      pattern: {
        type: "string",
        minLength: 1,
        description: "At most 1,000 characters, as it stands: nothing is put in. Anchor it with ^ and $ where needed.",
      },
      flags: {
        type: "string",
        pattern: "^[ims]*$",
        default: "",
        description: "`i` ignores case, `m` lets ^ and $ match at line ends, `s` lets . match line ends.",
      },
      expect: {
        enum: ["match", "no-match"],
        default: "match",
        description: "Whether a match passes or fails.",
      },
    },
  },
  check: (options) => {
    const { pattern, flags } = options as unknown as RegexOptions;
    const compiled = compileRegex(pattern, flags);
    return "message" in compiled ? [compiled] : [];
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options) => {
    const { pattern, flags, expect } = options as unknown as RegexOptions;
    const compiled = compileRegex(pattern, flags);
    if ("message" in compiled) throw new UserError(compiled);
    return ({ reply: { text } }) => {
      if (text.length > maximumOutput) return unscored("an output of more than 1 MiB is not searched");
      if (compiled.work(text) > maximumWork)
        return unscored("the output is too long for a pattern that repeats so much");
      const wanted = expect === "match";
      return passOrFail(
        compiled.test(text) === wanted,
        () => `expected ${wanted ? "a match" : "no match"} of ${quote(pattern)}`,
      );
    };
  },
};
