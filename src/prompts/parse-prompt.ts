import { UserError } from "../errors.ts";
import type { PromptFile } from "../model.ts";
import type { Includes } from "./prompt-format.ts";
import { formatOf } from "./registry.ts";

/** The repository at the revision at hand. */
export interface PromptSources {
  /** The bytes of a regular file; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** The paths of all regular files. */
  list(): Promise<readonly string[]>;
}

/**
 * Reads the prompts of a file with the files that they include. Null where no format reads the file. Throws one UserError
 * with all mistakes.
 */
export async function parsePrompts(
  path: string,
  source: Uint8Array,
  sources: PromptSources,
): Promise<readonly PromptFile[] | null> {
  const format = formatOf(path, new TextDecoder().decode(source));
  if (format === null) return null;
  const files = new Map<string, Uint8Array | null>();
  let paths: readonly string[] | null = null;
  for (;;) {
    // Parsing is pure: what it asks for is read, and it is parsed again, until it asks for nothing new.
    const asked = new Set<string>();
    let listing = false;
    const includes: Includes = {
      read(wanted: string): Uint8Array | null {
        if (!files.has(wanted)) asked.add(wanted);
        return files.get(wanted) ?? null;
      },
      paths() {
        listing ||= paths === null;
        return paths ?? [];
      },
    };
    let problem: unknown = null;
    let prompts: readonly PromptFile[] = [];
    try {
      prompts = format.parse(path, source, includes);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem = error;
    }
    if (asked.size === 0 && !listing) {
      if (problem !== null) throw problem;
      return prompts;
    }
    if (listing) paths = await sources.list();
    for (const wanted of asked) files.set(wanted, await sources.read(wanted));
  }
}
