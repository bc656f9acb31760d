import { checkXml } from "../check-xml.ts";
import type { ScorerFactory } from "../factory.ts";
import { stripFence } from "../schema/read-output.ts";
import { passOrFail, unscored } from "../scores.ts";

const maximumOutput = 1_048_576;

/** The whole output is one element of well-formed XML. */
export const validXml: ScorerFactory = {
  description: "Passes where the output is one well-formed XML element and nothing else, without a document type.",
  example: "- valid-xml: { fence: true }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      fence: {
        type: "boolean",
        default: false,
        description: "Read the XML inside a code fence, where the whole output is one.",
      },
    },
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create:
    ({ fence }) =>
    ({ reply: { text } }) => {
      if (text.length > maximumOutput) return unscored("an output of more than 1 MiB is not read as XML");
      const mistake = checkXml(fence === true ? stripFence(text) : text);
      return passOrFail(mistake === null, () => `${mistake?.message} (line ${mistake?.line})`);
    },
};
