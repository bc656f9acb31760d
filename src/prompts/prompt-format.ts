import type { PromptFile } from "../model.ts";

/** A kind of prompt file. */
export interface PromptFormat {
  /** How such a file's name ends, the longest ending first; what stands before it is the prompt's name. */
  readonly endings: readonly string[];
  /** For help and documentation. */
  readonly description: string;
  /** Reads a file. Throws one UserError with all its mistakes. */
  parse(path: string, source: Uint8Array): PromptFile;
}
