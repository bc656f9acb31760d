import { quote } from "../../errors.ts";
import type { ToolCall } from "../../model.ts";
import { caseValues } from "../case-values.ts";
import type { ScorerFactory } from "../factory.ts";
import { checkSchemaOptions, findSchema, type SchemaOptions } from "../schema/find-schema.ts";
import { readOutput } from "../schema/read-output.ts";
import { passOrFail, unscored } from "../scores.ts";
import { missingValues } from "../text-pair.ts";

interface ToolCallsOptions extends SchemaOptions {
  readonly tool?: string;
  readonly expect: "call" | "no-call";
}

/** The model called a tool, with arguments that hold. */
export const toolCalls: ScorerFactory = {
  description:
    "Passes where the model called the tool, and the arguments of every such call are JSON that holds against a schema.",
  example: "- tool-calls: { tool: find_order, inline: { required: [id], properties: { id: { type: integer } } } }",
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      tool: {
        type: "string",
        minLength: 1,
        description: "The tool's name, or a template over the case that gives it; unset: any tool.",
      },
      schema: {
        type: "string",
        minLength: 1,
        format: "file",
        description: "A file, JSON or YAML, with a JSON Schema for the arguments.",
      },
      inline: { type: "object", description: "The schema itself, instead of a file." },
      expect: {
        enum: ["call", "no-call"],
        default: "call",
        description:
          "Whether a call passes or fails; calls that were answered on the way to the last answer count, too.",
      },
    },
  },
  check: (options) => checkSchemaOptions("tool-calls", options),
  metric: () => ({ kind: "binary", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options, context) => {
    const { tool, expect, ...where } = options as unknown as ToolCallsOptions;
    const validate = findSchema(where, context);
    return ({ reply }, testCase) => {
      const { text: wanted, missing } = context.render(tool ?? "", caseValues(testCase));
      if (missing.length > 0) return unscored(missingValues(missing));
      const all = [...reply.exchange.flatMap((message) => message.toolCalls ?? []), ...reply.toolCalls];
      const calls = tool === undefined ? all : all.filter(({ name }) => name === wanted);
      const what = tool === undefined ? "a tool" : quote(wanted);
      if (expect === "no-call")
        return passOrFail(calls.length === 0, () => `expected no call of ${what}: ${list(calls)}`);
      if (calls.length === 0) return passOrFail(false, () => `expected a call of ${what}, ${list(all)}`);
      for (const call of calls) {
        const given = readOutput(call.arguments, false);
        if (given.status === "unreadable") return unscored(given.reason);
        if (given.status === "invalid")
          return passOrFail(false, () => `arguments of ${quote(call.name)} are not JSON: ${quote(call.arguments)}`);
        const validation = validate(given.value);
        if (validation.status === "undecided") return unscored(validation.reason);
        if (validation.status === "invalid")
          return passOrFail(false, () => `arguments of ${quote(call.name)}: ${validation.mistakes.join("; ")}`);
      }
      return passOrFail(true, () => "");
    };
  },
};

function list(calls: readonly ToolCall[]): string {
  if (calls.length === 0) return "no tool was called";
  const names = calls.slice(0, 5).map(({ name }) => quote(name));
  return `called ${names.join(", ")}${calls.length > 5 ? ` and ${calls.length - 5} more` : ""}`;
}
