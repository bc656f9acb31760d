import type { PromptVersion } from "../../model.ts";

/** What cases bring of which the prompt makes nothing, and what it may have meant to use. */
export interface UnusedVariables {
  readonly unused: readonly string[];
  /** They stand in single braces, which are sent as they are. */
  readonly singleBraces: readonly string[];
}

/** Names that stand nowhere in a prompt's texts. A template may read a name in ways that only running it shows. */
export function findUnused({ configuration, variables }: PromptVersion, names: readonly string[]): UnusedVariables {
  const { messages, partials = {}, template } = configuration;
  const text = [...messages.map(({ content }) => content), ...Object.values(partials)].join("\n");
  const used = new Set(variables.map(({ name }) => name.split(".")[0]));
  const open = names.filter((name) => !used.has(name));
  const inBraces = (name: string): boolean => text.includes(`{${name}}`);
  return {
    unused: open.filter((name) => !text.includes(name)),
    singleBraces: template === undefined ? open.filter(inBraces) : [],
  };
}
