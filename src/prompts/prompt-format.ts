import type { PromptFile } from "../model.ts";

/** A kind of prompt file. */
export interface PromptFormat {
  /** How such a file's name ends, the longest ending first; what stands before it is the prompt's name. */
  readonly endings: readonly string[];
  /** For help and documentation. */
  readonly description: string;
  /** Where many kinds of files have such a name: whether this one is a prompt. */
  recognises?(text: string): boolean;
  /** Reads a file. Throws one UserError with all its mistakes. */
  parse(path: string, source: Uint8Array, includes: Includes): PromptFile;
}

/** Other files of the repository at the revision at hand. Paths are relative to its root. */
export interface Includes {
  /** The file's bytes; null where there is no such file, or where it is not read yet and the prompt is parsed again. */
  read(path: string): Uint8Array | null;
}
