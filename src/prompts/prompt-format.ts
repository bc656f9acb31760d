import type { PromptFile } from "../model.ts";

/** A kind of prompt file. */
export interface PromptFormat {
  /** How such a file's name ends, the longest ending first; what stands before it is the prompt's name. */
  readonly endings: readonly string[];
  /** The endings by which a file is a prompt without being named; unset: those that begin with `.prompt`. */
  readonly byItself?: readonly string[];
  /** For help and documentation. */
  readonly description: string;
  /** Where many kinds of files have such a name: whether this one is a prompt. */
  recognises?(text: string): boolean;
  /**
   * Reads a file: the prompts that stand in it, most often one; of several each has a path of its own, `FILE#NAME`.
   * Throws one UserError with all mistakes of the file.
   */
  parse(path: string, source: Uint8Array, includes: Includes): readonly PromptFile[];
}

/** Other files of the repository at the revision at hand. Paths are relative to its root. */
export interface Includes {
  /** The file's bytes; null where there is no such file, or where it is not read yet and the prompt is parsed again. */
  read(path: string): Uint8Array | null;
  /** The paths of all regular files; none where they are not listed yet and the prompt is parsed again. */
  paths(): readonly string[];
}
