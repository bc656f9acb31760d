import { chmod, mkdir, readdir, readFile, readlink, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRepository } from "../../src/changes/repository.ts";
import { createFolder, createRepository, gitEnvironment } from "../support/repository.ts";

async function checkOut(directory: string, revision: string): Promise<string> {
  const repository = await openRepository(directory, gitEnvironment);
  const folder = join(await createFolder(), "files");
  await mkdir(folder);
  try {
    await repository.checkOut(await repository.resolve(revision), folder);
  } finally {
    await repository.close();
  }
  return folder;
}

describe("the files of a commit on disk", () => {
  it("are all there as committed, whatever the working tree is like", async () => {
    const { directory, write, link, commit } = await createRepository();
    await write({
      "a.txt": "one\n",
      "deep/er/b.bin": new Uint8Array([0, 255, 13, 10]),
      "run.sh": "#!/bin/sh\n",
      ".hidden": "x",
    });
    await link("to-a", "a.txt");
    await chmod(join(directory, "run.sh"), 0o755);
    const first = await commit();
    await write({ "a.txt": "two\n", "new.txt": "new" });
    const folder = await checkOut(directory, first);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      [".hidden", "a.txt", "deep", "deep/er", "deep/er/b.bin", "run.sh", "to-a"].sort(),
    );
    expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("one\n");
    expect([...(await readFile(join(folder, "deep/er/b.bin")))]).toEqual([0, 255, 13, 10]);
    expect(await readlink(join(folder, "to-a"))).toBe("a.txt");
    expect((await stat(join(folder, "run.sh"))).mode & 0o111).toBeGreaterThan(0);
  });

  it("leave the repository as it was, though it is locked, sparse and full of hooks", async () => {
    const { directory, write, git } = await createRepository({ "a.txt": "one\n", "b/c.txt": "two\n" });
    const planted = '#!/bin/sh\ntouch "$(git rev-parse --show-toplevel)/ran"\n';
    await write({ ".git/hooks/post-checkout": planted, ".git/hooks/post-index-change": planted, "a.txt": "edited\n" });
    await git("config", "core.hooksPath", ".git/hooks");
    await git("config", "core.sparseCheckout", "true");
    await write({ ".git/info/sparse-checkout": "/a.txt\n", ".git/index.lock": "" });
    const before = await git("status", "--porcelain");
    const folder = await checkOut(directory, "HEAD");
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(["a.txt", "b", "b/c.txt"]);
    expect(await git("status", "--porcelain")).toBe(before);
    expect((await git("worktree", "list")).trim().split("\n")).toHaveLength(1);
    expect(await readdir(join(folder, ".."))).toEqual(["files"]);
  });

  it("that are not there are told of", async () => {
    const { directory } = await createRepository({ "a.txt": "one\n" });
    const repository = await openRepository(directory, gitEnvironment);
    await expect(repository.checkOut("0".repeat(40), await createFolder())).rejects.toThrow(
      /the files of 0000000 cannot be checked out/,
    );
    await repository.close();
  });
});
