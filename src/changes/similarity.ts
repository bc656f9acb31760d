import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { UserError } from "../errors.ts";
import type { Tree } from "../model.ts";
import { createGit, firstComplaint } from "./git.ts";
import { splitFields } from "./listing.ts";
import { gitFailed } from "./problems.ts";

/** Finds for added files the deleted files that they were made of: path at the head → path at the base. */
export type PairBySimilarity = (
  deleted: readonly string[],
  added: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

interface File {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Side {
  readonly name: "base" | "head";
  readonly files: readonly File[];
}

/** Pairs files of two trees: equal ones first, one to one, the others by git's own measure of similarity. */
export function createSimilarityPairing(
  base: Tree,
  head: Tree,
  environment: NodeJS.ProcessEnv = process.env,
): PairBySimilarity {
  return async (deleted, added) => {
    const [before, after] = await Promise.all([readAll(base, deleted), readAll(head, added)]);
    const pairs = pairEqual(before, after);
    const taken = new Set(pairs.values());
    const others = {
      before: before.filter((file) => !taken.has(file.path)),
      after: after.filter((file) => !pairs.has(file.path)),
    };
    if (others.before.length === 0 || others.after.length === 0) return pairs;
    return new Map([...pairs, ...(await pairSimilar(others.before, others.after, environment))]);
  };
}

/** A file that cannot be read (a pointer of Git LFS) resembles nothing. */
async function readAll(tree: Tree, paths: readonly string[]): Promise<readonly File[]> {
  const files = await Promise.all(
    paths.toSorted().map(async (path) => {
      const bytes = await tree.read(path).catch((error: unknown) => {
        if (error instanceof UserError) return null;
        throw error;
      });
      return bytes === null ? null : { path, bytes };
    }),
  );
  return files.filter((file) => file !== null);
}

/** Equal files, those first that kept their file name; of several that are equal, in the order of their paths. */
function pairEqual(before: readonly File[], after: readonly File[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const digests = new Map([...before, ...after].map((file) => [file, hash(file.bytes)]));
  for (const sameName of [true, false]) {
    for (const file of after) {
      if (pairs.has(file.path)) continue;
      const match = before.find(
        (candidate) =>
          !taken.has(candidate.path) &&
          digests.get(candidate) === digests.get(file) &&
          (!sameName || posix.basename(candidate.path) === posix.basename(file.path)),
      );
      if (match === undefined) continue;
      pairs.set(file.path, match.path);
      taken.add(match.path);
    }
  }
  return pairs;
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Lets git pair copies of the files in a folder of their own, under names that say nothing but which files share theirs
 * (git prefers such pairs): no attribute, filter or setting of the repository or its user reaches them.
 */
async function pairSimilar(
  before: readonly File[],
  after: readonly File[],
  environment: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-pairing-"));
  try {
    const sides = [
      { name: "base", files: before },
      { name: "head", files: after },
    ] as const;
    const names = new Map([...before, ...after].map((file, index) => [posix.basename(file.path), String(index)]));
    for (const side of sides) await writeCopies(folder, side, names);
    const git = createGit(folder, {
      ...environment,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CEILING_DIRECTORIES: dirname(folder),
    });
    const flags = ["--no-ext-diff", "--no-textconv", "-M50%", "-l1000", "--diff-filter=R", "--name-status", "-z"];
    const { exitCode, output, complaint } = await git.run("diff", "--no-index", ...flags, "--", "base", "head");
    // 1 means that there are differences, which there always are.
    if (exitCode > 1) throw new UserError(gitFailed("diff", firstComplaint(complaint)));
    return readPairs(splitFields(output), before, after);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One folder a file: git takes files that have the same path on both sides for the same file. */
async function writeCopies(folder: string, side: Side, names: ReadonlyMap<string, string>): Promise<void> {
  for (const [index, { path, bytes }] of side.files.entries()) {
    const place = join(folder, side.name, `${side.name}-${index}`);
    await mkdir(place, { recursive: true });
    await writeFile(join(place, names.get(posix.basename(path)) ?? ""), bytes);
  }
}

/** Three fields a pair: `R087`, `base/base-3/0`, `head/head-1/0`. */
function readPairs(
  fields: readonly string[],
  before: readonly File[],
  after: readonly File[],
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const old = before[indexOf(fields[at + 1])];
    const renamed = after[indexOf(fields[at + 2])];
    if (old !== undefined && renamed !== undefined) pairs.set(renamed.path, old.path);
  }
  return pairs;
}

function indexOf(copy: string | undefined): number {
  return Number(/-(?<index>\d+)\//.exec(copy ?? "")?.groups?.["index"]);
}
