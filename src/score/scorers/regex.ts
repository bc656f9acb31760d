import { quote, UserError } from "../../errors.ts";
import type { CodeRunner, Score, Scorer } from "../../model.ts";
import { trustedCode } from "../custom-scorer.ts";
import type { Finding, ScorerFactory } from "../factory.ts";
import { compileRegex, maximumWork } from "../linear-regex.ts";
import { passOrFail, unscored } from "../scores.ts";

interface RegexOptions {
  readonly pattern: string;
  readonly flags: string;
  readonly expect: "match" | "no-match";
  readonly syntax: "re2" | "javascript";
}

const maximumOutput = 1_048_576;

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
      syntax: {
        enum: ["re2", "javascript"],
        default: "re2",
        description:
          "`javascript` adds look-around and back-references, where the repository trusts its own patterns: they may take for ever, are ended after 100 ms, and never run from a fork.",
      },
    },
  },
  check: (options) => {
    const { pattern, flags, syntax } = options as unknown as RegexOptions;
    const compiled = syntax === "re2" ? compileRegex(pattern, flags) : compileNative(pattern, flags);
    return "message" in compiled ? [compiled] : [];
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options, context) => {
    const { pattern, flags, expect, syntax } = options as unknown as RegexOptions;
    const wanted = expect === "match";
    const judge = (matches: boolean): Score =>
      passOrFail(matches === wanted, () => `expected ${wanted ? "a match" : "no match"} of ${quote(pattern)}`);
    if (syntax === "javascript") return searchNative(pattern, flags, judge, trustedCode(context));
    const compiled = compileRegex(pattern, flags);
    if ("message" in compiled) throw new UserError(compiled);
    return ({ reply: { text } }) => {
      if (text.length > maximumOutput) return tooLong;
      if (compiled.work(text) > maximumWork)
        return unscored("the output is too long for a pattern that repeats so much");
      return judge(compiled.test(text));
    };
  },
};

const tooLong = unscored("an output of more than 1 MiB is not searched");

/** The engine of JavaScript, in a process that can be ended. */
function searchNative(
  pattern: string,
  flags: string,
  judge: (matches: boolean) => Score,
  code: CodeRunner,
): Scorer["score"] {
  return async ({ reply: { text } }) => {
    if (text.length > maximumOutput) return tooLong;
    const result = await code.matches(pattern, `${flags}u`, text);
    return result.status === "failed"
      ? unscored(`the search gave no result: ${result.reason}`)
      : judge(result.output === true);
  };
}

function compileNative(pattern: string, flags: string): Finding | RegExp {
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch (error) {
    return { message: `not a regular expression: ${(error as Error).message}` };
  }
}
