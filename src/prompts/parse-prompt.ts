import { UserError } from "../errors.ts";
import type { PromptFile } from "../model.ts";
import { formatOf } from "./registry.ts";

/**
 * Reads a prompt file with the files that it includes. `read` gives the bytes of a regular file at the revision at hand,
 * null where there is none. Null where no format reads the file. Throws one UserError with all mistakes.
 */
export async function parsePrompt(
  path: string,
  source: Uint8Array,
  read: (path: string) => Promise<Uint8Array | null>,
): Promise<PromptFile | null> {
  const format = formatOf(path);
  if (format === null || format.recognises?.(new TextDecoder().decode(source)) === false) return null;
  const files = new Map<string, Uint8Array | null>();
  for (;;) {
    // Parsing is pure: what it asks for is read, and it is parsed again, until it asks for nothing new.
    const asked = new Set<string>();
    const includes = {
      read(wanted: string): Uint8Array | null {
        if (!files.has(wanted)) asked.add(wanted);
        return files.get(wanted) ?? null;
      },
    };
    let problem: unknown = null;
    let file: PromptFile | null = null;
    try {
      file = format.parse(path, source, includes);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem = error;
    }
    if (asked.size === 0 && problem !== null) throw problem;
    if (asked.size === 0) return file;
    for (const wanted of asked) files.set(wanted, await read(wanted));
  }
}
