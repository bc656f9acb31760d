import type { ScorerFactory } from "../factory.ts";
import { passOrFail } from "../scores.ts";

const reasons = ["stop", "length", "content-filter", "tool-calls", "other"];

/** The model stopped for the expected reason. */
export const finishReason: ScorerFactory = {
  description: "Passes where the model stopped for the reason that is expected, and was not cut off or filtered.",
  example: "- finish-reason: { value: stop }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      value: {
        enum: reasons,
        default: "stop",
        description: "The reason; what providers call differently is brought to these words.",
      },
    },
  },
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create:
    ({ value }) =>
    ({ reply }) => {
      const { unified, raw } = reply.finishReason;
      return passOrFail(unified === value, () => {
        const said = raw === null || raw === unified ? "" : ` (${JSON.stringify(raw)})`;
        return `stopped by ${unified}${said}, expected ${value}`;
      });
    },
};
