import { type CustomOptions, checkFiles, customOptions, runCustom } from "../custom-scorer.ts";
import type { ScorerFactory } from "../factory.ts";

interface JavaScriptOptions extends CustomOptions {
  readonly file: string;
}

/** A scorer of the repository's own, as a JavaScript module. */
export const javascript: ScorerFactory = {
  description:
    "A JavaScript module of the repository scores: its default export is called with the output and its case.",
  example: "- javascript: { name: polite, file: scorers/polite.mjs }",
  runsCode: true,
  options: {
    type: "object",
    additionalProperties: false,
    required: ["file"],
    properties: {
      file: {
        type: "string",
        minLength: 1,
        format: "file",
        description:
          "The module. Its function may be async, and returns true or false, 0…1, or `{ score, reason }`, `{ pass, reason }`, `{ unscored: why }`.",
      },
      ...customOptions,
    },
  },
  check: (options) => {
    const { file, files } = options as unknown as JavaScriptOptions;
    return checkFiles([file, ...files]);
  },
  metric: ({ kind }) => ({ kind: kind as "binary" | "bounded", direction: "higher", unit: null, gatesByDefault: true }),
  create: (options, context) => {
    const { file, files, timeout } = options as unknown as JavaScriptOptions;
    return runCustom({ module: file }, [file, ...files], timeout, context);
  },
};
