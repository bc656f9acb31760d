import { quote } from "../../errors.ts";
import type { ScorerFactory } from "../factory.ts";
import { readOutput } from "../schema/read-output.ts";
import { passOrFail, unscored } from "../scores.ts";

/** The whole output is JSON. */
export const validJson: ScorerFactory = {
  description: "Passes where the output is JSON and nothing else.",
  example: "- valid-json: { fence: true }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      fence: {
        type: "boolean",
        default: false,
        description: "Read the JSON inside a code fence, where the whole output is one.",
      },
    },
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create:
    ({ fence }) =>
    ({ reply: { text } }) => {
      const output = readOutput(text, fence as boolean);
      if (output.status === "unreadable") return unscored(output.reason);
      return passOrFail(output.status === "read", () => `not JSON: ${quote(text)}`);
    },
};
