import type { EntryKind } from "../model.ts";

/** The parts of an output whose fields end with a NUL byte, which no path can contain. */
export function splitFields(output: string): readonly string[] {
  return output.split("\0").slice(0, -1);
}

/** What a mode of git stands for. */
export function kindOfMode(mode: string): EntryKind {
  if (mode === "120000") return "link";
  if (mode === "160000") return "submodule";
  return "file";
}
