import { quote } from "../../errors.ts";
import type { Json } from "../../model.ts";
import { compareJson } from "../compare-json.ts";
import type { ScorerFactory } from "../factory.ts";
import { exceeded } from "../schema/limits.ts";
import { pointerKeys } from "../schema/pointer.ts";
import { readOutput } from "../schema/read-output.ts";
import { passOrFail, unscored } from "../scores.ts";

interface JsonEqualsOptions {
  readonly value?: Json;
  readonly tolerances: Readonly<Record<string, number>>;
  readonly ignore: readonly string[];
  readonly fence: boolean;
}

const limits = { depth: 256, nodes: 100_000 };

/** The output is JSON and equals a value. */
export const jsonEquals: ScorerFactory = {
  description:
    "Passes where the output is JSON that equals the case's `expected`, whatever the order of keys; tells what differs.",
  example: '- json-equals: { tolerances: { "/items/*/price": 0.01 }, ignore: [/id] }',
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      value: {
        description:
          "The JSON to compare with, instead of the case's `expected`. A text in `expected` is read as JSON.",
      },
      tolerances: {
        type: "object",
        additionalProperties: { type: "number", minimum: 0 },
        maxProperties: 50,
        default: {},
        description:
          "JSON pointer → how far off the number there may be; `*` stands for any one key or place in a list.",
      },
      ignore: {
        type: "array",
        items: { type: "string" },
        maxItems: 50,
        default: [],
        description: "JSON pointers, with `*` as above, to what does not matter.",
      },
      fence: {
        type: "boolean",
        default: false,
        description: "Read the JSON inside a code fence, where the whole output is one.",
      },
    },
  },
  check: (options) => {
    const { tolerances, ignore } = options as unknown as JsonEqualsOptions;
    return [...Object.keys(tolerances), ...ignore]
      .filter((pointer) => pointerKeys(pointer) === null)
      .map((pointer) => ({ message: `${quote(pointer)} is no JSON pointer`, hint: 'It begins with a slash: "/a/b".' }));
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options) => {
    const { value, tolerances, ignore, fence } = options as unknown as JsonEqualsOptions;
    const rules = { tolerances: new Map(Object.entries(tolerances)), ignored: ignore };
    return ({ reply: { text } }, testCase) => {
      const wanted = value ?? readExpected(testCase.expected);
      if (wanted === undefined) return unscored("the case has no expected value that is JSON");
      if (exceeded(wanted, limits) !== null) return unscored("the expected value is too large to be compared");
      const output = readOutput(text, fence);
      if (output.status === "unreadable") return unscored(output.reason);
      if (output.status === "invalid") return passOrFail(false, () => `not JSON: ${quote(text)}`);
      const differences = compareJson(output.value, wanted, rules);
      return passOrFail(differences.length === 0, () => differences.join("; "));
    };
  },
};

/** A golden set in CSV can hold JSON as a text only. */
function readExpected(expected: Json | null): Json | undefined {
  if (expected === null) return undefined;
  if (typeof expected !== "string") return expected;
  try {
    return JSON.parse(expected) as Json;
  } catch {
    return undefined;
  }
}
