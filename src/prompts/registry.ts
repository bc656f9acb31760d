import { dotpromptFormat } from "./formats/dotprompt.ts";
import { langchainFormat } from "./formats/langchain.ts";
import { promptYmlFormat } from "./formats/prompt-yml.ts";
import { promptyFormat } from "./formats/prompty.ts";
import { textFormat } from "./formats/text.ts";
import type { PromptFormat } from "./prompt-format.ts";

/** Every prompt format, by its name. */
export const promptFormats = {
  "prompt-yml": promptYmlFormat,
  text: textFormat,
  prompty: promptyFormat,
  dotprompt: dotpromptFormat,
  langchain: langchainFormat,
} as const satisfies Record<string, PromptFormat>;

/** The format of a file by its name; null where no format reads it. A name that begins with _ is that of a partial. */
export function formatOf(path: string): PromptFormat | null {
  const formats: readonly PromptFormat[] = Object.values(promptFormats);
  const found = formats.find(({ endings }) => endings.some((ending) => path.endsWith(ending))) ?? null;
  return found === dotpromptFormat && /(?:^|\/)_[^/]*$/.test(path) ? null : found;
}

/**
 * What counts as a prompt where assay.yml does not say: every file whose name itself says so. A plain `.md` or `.json`
 * is a prompt only where a glob of the user's names it.
 */
export const defaultPromptGlobs: readonly string[] = Object.values(promptFormats)
  .flatMap(({ endings }): readonly string[] => endings)
  .filter((ending) => ending.startsWith(".prompt"))
  .map((ending) => (ending === ".prompt" ? `**/[^_]*${ending}` : `**/*${ending}`));
