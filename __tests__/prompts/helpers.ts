import { formatPlace, UserError } from "../../src/errors.ts";
import type { PromptFile } from "../../src/model.ts";
import { formatOf } from "../../src/prompts/registry.ts";

/** `files`: what the prompt may include, by path. */
export function parse(
  path: string,
  text: string | Uint8Array,
  files: Readonly<Record<string, string>> = {},
): PromptFile {
  const [prompt] = parseAll(path, text, files);
  if (prompt === undefined) throw new Error(`no prompt stands in ${path}`);
  return prompt;
}

/** Every prompt of a file. */
export function parseAll(
  path: string,
  text: string | Uint8Array,
  files: Readonly<Record<string, string>> = {},
): readonly PromptFile[] {
  const format = formatOf(path, typeof text === "string" ? text : null) ?? formatOf(path);
  if (format === null) throw new Error(`no format reads ${path}`);
  return format.parse(path, typeof text === "string" ? new TextEncoder().encode(text) : text, {
    read: (wanted) => (files[wanted] === undefined ? null : new TextEncoder().encode(files[wanted])),
    paths: () => Object.keys(files),
  });
}

/** What is told of a file that has mistakes: `line:column message (hint)`. */
export function mistakesOf(
  path: string,
  text: string | Uint8Array,
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  try {
    parse(path, text, files);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ message, hint, place }) => {
      const where = place === undefined ? "nowhere" : formatPlace({ ...place, path: "" }).replace(/^:/, "");
      return `${where} ${message}${hint === undefined ? "" : ` (${hint})`}`.trim();
    });
  }
  return [];
}

/** The best of three runs, in milliseconds: a busy machine is not the code's fault. */
export function timeOf(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
