import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll } from "vitest";

const folders: string[] = [];

// Registered where this file is imported: everything goes when that file's tests are done.
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** An environment in which git sees no configuration but the repository's own. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env["PATH"],
  TMPDIR: process.env["TMPDIR"],
  HOME: devNull,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: "1",
};

/** A real git repository in a temporary folder, on branch `main`. */
export interface TestRepository {
  readonly directory: string;
  /** Writes files: path → content. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Makes a symbolic link. */
  link(path: string, target: string): Promise<void>;
  /** Removes a file or a folder from disk. */
  remove(path: string): Promise<void>;
  /** Commits everything there is, and returns the commit's id. */
  commit(message?: string): Promise<string>;
  /** Makes a branch of the present commit and goes there. */
  branch(name: string): Promise<void>;
  /** Any other command of git; returns its output. */
  git(...words: readonly string[]): Promise<string>;
  /** A clone, as deep as told. */
  clone(...flags: readonly string[]): Promise<TestRepository>;
}

/** A folder of its own, removed when the file's tests are done. */
export async function createFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "prompt-assay-test-")));
  folders.push(folder);
  return folder;
}

/** A repository; with files, they make its first commit. */
export async function createRepository(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TestRepository> {
  const repository = openTestRepository(await createFolder());
  await repository.git("init", "--quiet", "--initial-branch=main");
  if (Object.keys(files).length > 0) {
    await repository.write(files);
    await repository.commit();
  }
  return repository;
}

function openTestRepository(directory: string): TestRepository {
  let commits = 0;

  async function git(...words: readonly string[]): Promise<string> {
    // A fixed identity and a clock that advances with the commits: the same commits have the same ids everywhere.
    const date = new Date(Date.UTC(2026, 0, 1, 0, commits)).toISOString();
    const env = { ...gitEnvironment, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    // No tidying up in the background: it would still write while the folder is removed.
    const settings = ["user.name=Test", "user.email=test@example.com", "gc.auto=0", "maintenance.auto=false"];
    const flags = settings.flatMap((setting) => ["-c", setting]);
    const { stdout } = await promisify(execFile)("git", [...flags, "-C", directory, ...words], { env });
    return stdout;
  }

  async function place(path: string): Promise<string> {
    const absolute = join(directory, path);
    await mkdir(dirname(absolute), { recursive: true });
    return absolute;
  }

  return {
    directory,
    git,
    async write(files) {
      for (const [path, content] of Object.entries(files)) await writeFile(await place(path), content);
    },
    async link(path, target) {
      await symlink(target, await place(path));
    },
    remove: (path) => rm(join(directory, path), { recursive: true }),
    async commit(message = "change") {
      commits += 1;
      await git("add", "--all");
      await git("commit", "--quiet", "--allow-empty", "--message", message);
      return (await git("rev-parse", "HEAD")).trim();
    },
    async branch(name) {
      await git("switch", "--quiet", "--create", name);
    },
    async clone(...flags) {
      const folder = await createFolder();
      // Depth counts for a URL only: a path would be copied whole.
      await git("clone", "--quiet", ...flags, `file://${directory}`, folder);
      return openTestRepository(folder);
    },
  };
}
