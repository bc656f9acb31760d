import { createHash } from "node:crypto";
import { posix } from "node:path";
import picomatch from "picomatch";
import { quote } from "../../errors.ts";
import type { Config, Tree } from "../../model.ts";

/** Finds the files that a prompt depends on beside those it includes: path → SHA-256 of the content. */
export type FindDependencies = (globs: readonly string[], own: string) => Promise<Readonly<Record<string, string>>>;

/** Looks in one revision; each file is read once. Globs are relative to the folder of assay.yml. */
export function createDependencies(tree: Tree, directory: string): FindDependencies {
  const hashes = new Map<string, Promise<string | null>>();
  const hash = (path: string): Promise<string | null> => {
    const found =
      hashes.get(path) ?? tree.read(path).then((bytes) => bytes && createHash("sha256").update(bytes).digest("hex"));
    hashes.set(path, found);
    return found;
  };
  return async (globs, own) => {
    if (globs.length === 0) return {};
    const matches = picomatch(
      globs.map((glob) => posix.join(directory, glob)),
      { dot: true },
    );
    // The prompt's own file counts by what it says, not by how it is laid out.
    const entries = (await tree.entries()).filter(({ path, kind }) => kind === "file" && path !== own && matches(path));
    const pairs: [string, string][] = [];
    for (const { path } of entries) {
      const digest = await hash(path);
      if (digest !== null) pairs.push([path, digest]);
    }
    return Object.fromEntries(pairs);
  };
}

/** Whether a file is one that some prompt depends on by dependsOn. */
export function createDependencyMatcher(config: DependingConfig): (path: string) => boolean {
  const globs = globsOf(config).map((glob) => posix.join(config.directory, glob));
  return globs.length === 0 ? () => false : picomatch(globs, { dot: true });
}

type DependingConfig = Pick<Config, "directory" | "dependsOn" | "overrides">;

function globsOf({ dependsOn = [], overrides }: DependingConfig): readonly string[] {
  return [...new Set([...dependsOn, ...overrides.flatMap((each) => each.dependsOn ?? [])])];
}

/** Globs of dependsOn that no file matches: a change of what they mean would never be seen. */
export async function warnOfUnmatched(tree: Tree, config: DependingConfig): Promise<readonly string[]> {
  const globs = globsOf(config);
  if (globs.length === 0) return [];
  const files = (await tree.entries()).filter(({ kind }) => kind === "file");
  return globs.flatMap((glob) => {
    const matches = picomatch(posix.join(config.directory, glob), { dot: true });
    return files.some(({ path }) => matches(path))
      ? []
      : [`dependsOn: ${quote(glob)} matches no file of the repository`];
  });
}
