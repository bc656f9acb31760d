import { type CustomOptions, checkFiles, customOptions, runCustom } from "../custom-scorer.ts";
import type { ScorerFactory } from "../factory.ts";

interface CommandOptions extends CustomOptions {
  readonly run: string;
}

/** A scorer of the repository's own, as a program in any language. */
export const command: ScorerFactory = {
  description:
    "A program of the repository scores: it reads JSON with the output and its case, and writes JSON with the score.",
  example: '- command: { name: polite, run: "python3 scorers/polite.py", files: [scorers/polite.py] }',
  runsCode: true,
  options: {
    type: "object",
    additionalProperties: false,
    required: ["run"],
    properties: {
      run: {
        type: "string",
        minLength: 1,
        maxLength: 2_000,
        description:
          "A command line for the shell; nothing is put into it. It reads one JSON value and writes one: true or false, 0…1, or a map as a JavaScript scorer returns.",
      },
      ...customOptions,
    },
  },
  check: (options) => checkFiles((options as unknown as CommandOptions).files),
  metric: ({ kind }) => ({ kind: kind as "binary" | "bounded", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options, context) => {
    const { run, files, timeout } = options as unknown as CommandOptions;
    return runCustom({ command: run }, files, timeout, context);
  },
};
