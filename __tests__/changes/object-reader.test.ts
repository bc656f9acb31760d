import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { createByteReader } from "../../src/changes/byte-reader.ts";
import { createGit, type Git } from "../../src/changes/git.ts";
import { createObjectReader, maximumFileSize, type ObjectContent } from "../../src/changes/object-reader.ts";
import { createRepository, gitEnvironment } from "../support/repository.ts";

const text = (content: ObjectContent) => (content.status === "found" ? Buffer.from(content.bytes).toString() : content);

/** A git whose long-lived process is a shell script instead. */
const scripted = (...scripts: string[]): Git => ({
  ...createGit(".", gitEnvironment),
  start: () => spawn("sh", ["-c", scripts.shift() ?? "exit 1"]),
});

describe("createObjectReader", () => {
  it("answers many requests in order with one process, and says which object is missing", async () => {
    const files = Array.from({ length: 300 }, (_, index) => [`${index}`, `${index}\n`.repeat(index * 7)] as const);
    const repository = await createRepository(Object.fromEntries(files));
    const git = createGit(repository.directory, gitEnvironment);
    let started = 0;
    const objects = createObjectReader({
      ...git,
      start: (...words) => {
        started += 1;
        return git.start(...words);
      },
    });
    const ids = (await git.read("rev-parse", ...files.map(([path]) => `HEAD:${path}`))).trim().split("\n");
    ids.splice(150, 0, "0".repeat(40));
    const contents = await Promise.all(ids.map((id) => objects.read(id)));
    expect(contents.splice(150, 1)).toEqual([{ status: "unreadable", complaint: "the object is missing" }]);
    expect(contents.map(text)).toEqual(files.map(([, content]) => content));
    expect(started).toBe(1);
    await objects.close();
    await objects.close();
  });

  it("answers what was asked before it is closed, and starts again when asked later", async () => {
    const repository = await createRepository({ a: "content" });
    const git = createGit(repository.directory, gitEnvironment);
    const id = (await git.read("rev-parse", "HEAD:a")).trim();
    const objects = createObjectReader(git);
    const asked = objects.read(id);
    await objects.close();
    expect(text(await asked)).toBe("content");
    expect(text(await objects.read(id))).toBe("content");
    await objects.close();
  });

  it("keeps our process from ending only while it is asked something", async () => {
    const repository = await createRepository({ a: "content" });
    const objects = createObjectReader(createGit(repository.directory, gitEnvironment));
    const handles = (...types: string[]) => process.getActiveResourcesInfo().filter((name) => types.includes(name));
    // What made the repository must be gone first.
    await expect.poll(() => handles("ProcessWrap")).toEqual([]);
    const before = handles("ProcessWrap", "PipeWrap");
    const asked = objects.read("0".repeat(40));
    expect(handles("ProcessWrap", "PipeWrap").length).toBe(before.length + 4);
    await asked;
    expect(handles("ProcessWrap", "PipeWrap")).toEqual(before);
    await objects.close();
  });

  it("passes over an object that is too large, and reads the next", async () => {
    const size = maximumFileSize + 1;
    const objects = createObjectReader(
      scripted(`echo "aa blob ${size}"; head -c ${size} /dev/zero; printf '\\nbb blob 3\\nabc\\n'; cat > /dev/null`),
    );
    const [large, small] = await Promise.all([objects.read("aa"), objects.read("bb")]);
    expect(large).toEqual({ status: "too-large" });
    expect(text(small)).toBe("abc");
    await objects.close();
  });

  it.each([
    ["at once", "echo 'fatal: out of luck' >&2; exit 128"],
    ["within the content", "printf 'aa blob 10\\nabc'; echo 'fatal: out of luck' >&2; exit 128"],
  ])("says why when git ends %s, and starts again", async (_, script) => {
    const objects = createObjectReader(scripted(script, "printf 'aa blob 3\\nabc\\n'; cat > /dev/null"));
    const failed = { status: "unreadable", complaint: "out of luck" };
    expect(await Promise.all([objects.read("aa"), objects.read("bb")])).toEqual([failed, failed]);
    expect(text(await objects.read("aa"))).toBe("abc");
    await objects.close();
  });
});

describe("createByteReader", () => {
  const bytes = Buffer.from("first\n\nsecond line\n0123456789rest");
  async function* chunksOf(size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  it.each(Array.from({ length: 12 }, (_, index) => index + 1))("reads across chunks of %i bytes", async (size) => {
    const reader = createByteReader(chunksOf(size));
    expect([await reader.line(), await reader.line(), await reader.line()]).toEqual(["first", "", "second line"]);
    expect(Buffer.from((await reader.take(4)) ?? []).toString()).toBe("0123");
    expect(await reader.take(0)).toHaveLength(0);
    expect(await reader.skip(6)).toBe(true);
    expect(await reader.take(5)).toBeNull();
    expect(await reader.line()).toBeNull();
    expect(await reader.skip(1)).toBe(false);
  });
});
