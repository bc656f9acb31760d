import { describe, expect, test } from "vitest";
import { writeSummary } from "../../src/github/summary.ts";

const environment = { GITHUB_STEP_SUMMARY: "/runner/summary.md" };
const limit = 1024 * 1024;

/** A file system that remembers what was appended where. */
function memory() {
  const files: Record<string, string> = {};
  return {
    files,
    appendFile: async (path: string, text: string) => {
      files[path] = (files[path] ?? "") + text;
    },
  };
}

describe("writeSummary", () => {
  test("appends to the summary of the step", async () => {
    const disk = memory();
    await writeSummary(environment, "# first", disk);
    expect(await writeSummary(environment, "second", disk)).toEqual({ status: "written", cut: false });
    expect(disk.files).toEqual({ "/runner/summary.md": "# first\nsecond\n" });
  });

  test.each([
    ["short lines", "| é | ok |\n"],
    ["long lines", `${"日本".repeat(3000)}\n`],
  ])("cuts %s at a line end below 1 MiB and says so", async (_, line) => {
    const disk = memory();
    const text = line.repeat(Math.ceil((limit * 1.5) / Buffer.byteLength(line)));
    expect(await writeSummary(environment, text, disk)).toEqual({ status: "written", cut: true });
    const written = disk.files["/runner/summary.md"] ?? "";
    const size = Buffer.byteLength(written);
    expect(size).toBeLessThan(limit);
    expect(size).toBeGreaterThan(limit - 200 - Buffer.byteLength(line));
    const [kept = "", note] = written.split("\n\n*");
    expect(note).toContain("cut at GitHub's limit of 1 MiB");
    expect(text.startsWith(`${kept}\n`)).toBe(true);
  });

  test.each([
    [limit - 2, false],
    [limit - 1, true],
  ])("%i bytes: cut is %s", async (length, cut) => {
    const disk = memory();
    const text = "ab\n".repeat(limit).slice(0, length);
    expect(await writeSummary(environment, text, disk)).toEqual({ status: "written", cut });
    expect(Buffer.byteLength(disk.files["/runner/summary.md"] ?? "")).toBeLessThan(limit);
  });

  test("one endless line leaves the note alone", async () => {
    const disk = memory();
    expect(await writeSummary(environment, "x".repeat(2 * limit), disk)).toEqual({ status: "written", cut: true });
    expect(disk.files["/runner/summary.md"]).toBe("\n\n*This summary was cut at GitHub's limit of 1 MiB.*\n\n");
  });

  test.each([{}, { GITHUB_STEP_SUMMARY: "" }])(
    "without a place to write it is a failure, not an exception",
    async (variables) => {
      expect(await writeSummary(variables, "text", memory())).toMatchObject({ status: "failed" });
    },
  );

  test("a full disk is a failure, not an exception", async () => {
    const appendFile = () => Promise.reject(new Error("ENOSPC: no space left on device"));
    expect(await writeSummary(environment, "text", { appendFile })).toEqual({
      status: "failed",
      message: "the job summary could not be written: ENOSPC: no space left on device",
    });
  });
});
