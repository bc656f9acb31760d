import { quote } from "../errors.ts";
import type { ScorerFactory } from "./factory.ts";
import { passOrFail, unscored } from "./scores.ts";
import { type TextOptions, textOptions, textPair } from "./text-pair.ts";

interface TextTest {
  readonly description: string;
  readonly example: string;
  /** For the reason: "expected to …". */
  readonly relation: string;
  readonly trim: boolean;
  /** Whether an empty value means something: every text contains it. */
  readonly emptyValue: boolean;
  readonly holds: (output: string, value: string) => boolean;
}

/** A scorer that passes where a relation holds between the output and a text. */
export function textScorer(test: TextTest): ScorerFactory {
  return {
    description: test.description,
    example: test.example,
    options: textOptions(test),
    metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
    create: (options, context) => (sample, testCase) => {
      const pair = textPair(options as unknown as TextOptions, context, sample, testCase);
      if ("reason" in pair) return unscored(pair.reason);
      if (pair.value === "" && !test.emptyValue) return unscored("the value is empty: every output would pass");
      return passOrFail(
        test.holds(pair.output, pair.value),
        () => `expected to ${test.relation} ${quote(pair.written)}`,
      );
    },
  };
}
