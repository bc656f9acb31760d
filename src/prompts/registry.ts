import { dotpromptFormat } from "./formats/dotprompt.ts";
import { langchainFormat } from "./formats/langchain.ts";
import { promptYmlFormat } from "./formats/prompt-yml.ts";
import { promptfooFormat } from "./formats/promptfoo.ts";
import { promptyFormat } from "./formats/prompty.ts";
import { textFormat } from "./formats/text.ts";
import type { PromptFormat } from "./prompt-format.ts";

/** Every prompt format, by its name. */
export const promptFormats = {
  "prompt-yml": promptYmlFormat,
  text: textFormat,
  prompty: promptyFormat,
  dotprompt: dotpromptFormat,
  promptfoo: promptfooFormat,
  langchain: langchainFormat,
} as const satisfies Record<string, PromptFormat>;

const formats: readonly PromptFormat[] = Object.values(promptFormats);

/**
 * The format of a file by its name and, where it is given, its text; null where no format reads it. A name that begins
 * with _ is that of a partial.
 */
export function formatOf(path: string, text: string | null = null): PromptFormat | null {
  const found = formats.find(
    (format) =>
      format.endings.some((ending) => path.endsWith(ending)) &&
      (text === null || format.recognises === undefined || format.recognises(text)),
  );
  return found === undefined || isPartial(path) ? null : found;
}

/** Whether a file is a partial of dotprompt: no prompt by itself, and nobody's mistake where a glob matches it. */
export function isPartial(path: string): boolean {
  return /(?:^|\/)_[^/]*$/.test(path) && dotpromptFormat.endings.some((ending) => path.endsWith(ending));
}

/**
 * What counts as a prompt where assay.yml does not say: every file whose name itself says so. A plain `.md` or `.json`
 * is a prompt only where a glob of the user's names it.
 */
export const defaultPromptGlobs: readonly string[] = formats.flatMap(({ endings, byItself }) =>
  (byItself ?? endings.filter((ending) => ending.startsWith(".prompt"))).map((ending) => {
    if (!ending.startsWith(".")) return `**/${ending}`;
    return ending === ".prompt" ? `**/[^_]*${ending}` : `**/*${ending}`;
  }),
);
