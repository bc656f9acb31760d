import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../errors.ts";
import { fileOfPrompt } from "../source/repository-path.ts";
import type { RunOptions } from "./options.ts";
import { findVersion, splitReference } from "./project/find-version.ts";
import { type PastVersion, withHistory } from "./prompt-history.ts";

/** An old version whole: its file and those that it includes, by their paths then. */
export interface ShownVersion {
  readonly version: PastVersion;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly warnings: readonly string[];
}

/** Finds `NAME@VERSION` and reads its files. */
export function showVersion(reference: string, options: RunOptions): Promise<ShownVersion> {
  const { name, version: wanted } = splitReference(reference);
  return withHistory(name, options, async (history) => {
    const version = findVersion(history, wanted);
    return { version, files: await readFiles(version), warnings: history.warnings };
  });
}

/** What `restore` wrote. */
export interface RestoredVersion extends ShownVersion {
  /** Paths in the working tree, relative to the root of the repository. */
  readonly written: readonly string[];
}

/**
 * Writes an old version back to where the prompt lies today; what it includes goes where it lay. Files with edits that
 * are not committed are left alone: nobody else has them.
 */
export function restoreVersion(reference: string, options: RunOptions): Promise<RestoredVersion> {
  const { name, version: wanted } = splitReference(reference);
  return withHistory(name, options, async (history) => {
    const version = findVersion(history, wanted);
    const path = history.prompt.version.path;
    if (fileOfPrompt(path) !== path) {
      throw new UserError({
        message: `not restored: ${fileOfPrompt(path)} holds other prompts, too, and tests that judge them`,
        hint: `prompt-assay show ${reference} prints the version: take from it what you want back.`,
      });
    }
    const then = await readFiles(version);
    const files = new Map([...then].map(([each, bytes]) => [each === version.path ? path : each, bytes]));
    const { repository } = history;
    const [head, workingTree] = [await repository.tree("HEAD"), await repository.workingTree()];
    const written: string[] = [];
    const edited: string[] = [];
    for (const [each, bytes] of files) {
      const [committed, present] = [await head.read(each), await workingTree.read(each)];
      if (isSame(present, bytes)) continue;
      if (present !== null && !isSame(committed, present)) edited.push(each);
      else written.push(each);
    }
    if (edited.length > 0) {
      throw new UserError({
        message: `not restored: ${edited.join(", ")} ${edited.length === 1 ? "has" : "have"} edits that are not committed`,
        hint: "Commit or discard them first.",
      });
    }
    for (const each of written) {
      const target = join(repository.root, each);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, files.get(each) ?? "");
    }
    return { version, files, written, warnings: history.warnings };
  });
}

/** The code that a prompt depends on by dependsOn is no part of it: it is neither shown nor rolled back with it. */
async function readFiles({ path, version, tree }: PastVersion): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const each of [fileOfPrompt(path), ...Object.keys(version.inclusions)]) {
    const bytes = await tree.read(each);
    if (bytes !== null) files.set(each, bytes);
  }
  return files;
}

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one !== null && other !== null && Buffer.compare(one, other) === 0;
}
