import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Json } from "../../src/model.ts";
import { openSampleLog } from "../../src/run/sample-log.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-log-"));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true }));

/** Lines written to the log in the order given, and the file made of them. */
function write(lines: readonly (readonly [number, Json])[]) {
  const logFile = join(folder, `${++files}.jsonl`);
  const target = join(folder, "reports", `${files}.samples.jsonl`);
  const log = openSampleLog(logFile);
  for (const [index, line] of lines) log.append(index, line);
  const sha256 = log.writeInOrder(target);
  return { log, logFile, sha256, bytes: readFileSync(target) };
}

describe("the log of samples", () => {
  it("gives each line back, and writes them in the order of the plan", () => {
    const { log, bytes, sha256 } = write([
      [2, { output: "third" }],
      [0, { output: "first\nü\u2028🎉" }],
      [1, null],
    ]);
    expect([0, 1, 2, 3].map((index) => log.read(index))).toEqual([
      { output: "first\nü\u2028🎉" },
      null,
      { output: "third" },
      null,
    ]);
    expect(bytes.toString()).toBe('{"output":"first\\nü\u2028🎉"}\nnull\n{"output":"third"}\n');
    expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    log.close();
  });

  it("keeps what models answered for the user's eyes", () => {
    const { log, logFile } = write([[0, "secret"]]);
    expect(statSync(logFile).mode & 0o777).toBe(0o600);
    log.close();
  });

  it("writes an empty file for an empty run", () => {
    const { log, bytes, sha256 } = write([]);
    expect(bytes.length).toBe(0);
    expect(sha256).toBe(createHash("sha256").digest("hex"));
    log.close();
  });

  it("writes the same bytes whatever the order of arrival, beyond one chunk and with gaps", () => {
    const lines = Array.from(
      { length: 500 },
      (_, index) => [index * 2, { id: index, text: "x".repeat(index) }] as const,
    );
    const inOrder = write(lines);
    const reversed = write(lines.toReversed());
    expect(reversed.sha256).toBe(inOrder.sha256);
    expect(reversed.bytes.toString().split("\n")).toHaveLength(501);
    inOrder.log.close();
    reversed.log.close();
  });

  it("lets a later line take the place of an earlier one", () => {
    const { log, bytes } = write([
      [0, "before"],
      [0, "after"],
    ]);
    expect(bytes.toString()).toBe('"after"\n');
    log.close();
  });
});

it.runIf(process.platform === "linux")("a disk that is full is told as such, with what to do", () => {
  // The device takes no byte and says that it is full.
  const log = openSampleLog("/dev/full");
  log.append(0, { output: "x" });
  expect(() => log.read(0)).toThrow(/cannot write samples to "\/dev\/full": ENOSPC/);
  log.close();
});
