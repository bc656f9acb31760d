import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCodeRunner } from "../../src/code/code-runner.ts";
import type { CodeResult, Json, Program } from "../../src/model.ts";
import { createFolder } from "../support/repository.ts";

let code = createCodeRunner({ environment: {} });
const environment = { PATH: process.env["PATH"], OPENAI_API_KEY: "sk-secret", HOME: "/home/somebody" };

beforeEach(() => {
  code = createCodeRunner({ environment });
});

afterEach(() => code.close());

function programOf(start: Program["start"], files: Readonly<Record<string, string>> = {}, timeoutMs = 20_000): Program {
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return { start, files: new Map(bytes), timeoutMs };
}

function moduleOf(body: string, timeoutMs?: number): Program {
  return programOf({ module: "s.mjs" }, { "s.mjs": `export default ${body};` }, timeoutMs);
}

/** What has ended, but is not yet taken off the list, does not count. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function outputOf(result: CodeResult): Json {
  expect(result.status).toBe("completed");
  return result.status === "completed" ? result.output : null;
}

describe("what runs", () => {
  test.each<readonly [string, Program]>([
    ["a module", moduleOf("() => process.env")],
    ["a program", programOf({ command: "node e.mjs" }, { "e.mjs": "console.log(JSON.stringify(process.env))" })],
  ])("sees no key and no home: %s", async (_name, program) => {
    const seen = outputOf(await code.run(program, null)) as Record<string, string>;
    expect(seen["PATH"]).toBe(environment.PATH);
    expect(JSON.stringify(seen)).not.toContain("sk-secret");
    expect(JSON.stringify(seen)).not.toContain("/home/somebody");
  });

  test("stands in a folder with its own files, which goes at the end", async () => {
    const program = programOf(
      { command: "node -p 'JSON.stringify([process.cwd(), fs.readdirSync(\".\")])'" },
      { "a/b.txt": "x" },
    );
    const [folder, files] = outputOf(await code.run(program, null)) as [string, string[]];
    expect(files).toEqual(["a"]);
    expect(await readFile(`${folder}/a/b.txt`, "utf8")).toBe("x");
    await code.close();
    expect(existsSync(folder)).toBe(false);
  });

  test("gets its input whole, whatever it holds", async () => {
    const input = { text: `"\u2028\0${"é".repeat(300_000)}` };
    const echo = moduleOf("({ text }) => [text.length, text.slice(0, 3)]");
    expect(outputOf(await code.run(echo, input))).toEqual([300_003, '"\u2028\0']);
  });

  test("is loaded once, and answers one after the other", async () => {
    const counter = programOf({ module: "s.mjs" }, { "s.mjs": "let n = 0;\nexport default async () => ++n;" });
    const results = await Promise.all(Array.from({ length: 20 }, () => code.run(counter, null)));
    expect(results.map(outputOf)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test("may print what it likes", async () => {
    expect(outputOf(await code.run(moduleOf('() => { console.log("{}"); return 1; }'), null))).toBe(1);
  });
});

describe("what goes wrong is told, and the next output is scored all the same", () => {
  test("a module that hangs is ended and started anew", async () => {
    const hangs = moduleOf("({ hang }) => { while (hang); return 1; }", 700);
    expect(await code.run(hangs, { hang: true })).toEqual({ status: "failed", reason: "it takes longer than 0.7 s" });
    expect(outputOf(await code.run(hangs, { hang: false }))).toBe(1);
  });

  test("a module that ends its process", async () => {
    const leaves = moduleOf('({ leave }) => { if (leave) { console.error("no ink"); process.exit(4); } return 1; }');
    expect(await code.run(leaves, { leave: true })).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("it ended"),
    });
    expect(outputOf(await code.run(leaves, { leave: false }))).toBe(1);
  });

  test("a module that does not load, on every output", async () => {
    const broken = programOf({ module: "s.mjs" }, { "s.mjs": 'import "./missing.mjs";' });
    for (let round = 0; round < 2; round++) {
      expect(await code.run(broken, null)).toMatchObject({
        status: "failed",
        reason: expect.stringContaining("it threw"),
      });
    }
  });

  test("a result that is too large", async () => {
    expect(await code.run(moduleOf('() => "a".repeat(70_000)'), null)).toEqual({
      status: "failed",
      reason: "its result is too large",
    });
  });

  test("a program is ended with what it started", async () => {
    const file = join(await createFolder(), "pid");
    const starts = programOf({ command: `sleep 300 & echo $! > '${file}'; wait` }, {}, 1_500);
    expect(await code.run(starts, null)).toEqual({ status: "failed", reason: "it takes longer than 1.5 s" });
    const pid = Number(await readFile(file, "utf8"));
    expect(pid).toBeGreaterThan(1);
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  test("a program that does not read its input", async () => {
    expect(outputOf(await code.run(programOf({ command: "echo 1" }), { text: "a".repeat(2_000_000) }))).toBe(1);
  });

  test("nothing runs once it is closed", async () => {
    await code.close();
    const stopped = { status: "failed", reason: "the run was stopped" };
    expect(await code.run(moduleOf("() => 1"), null)).toEqual(stopped);
    expect(await code.matches("a", "", "a")).toEqual(stopped);
  });
});

test("closing ends what is still at work", async () => {
  const running = code.run(moduleOf("() => new Promise((done) => setTimeout(done, 60_000))", 60_000), null);
  const program = code.run(programOf({ command: "sleep 60" }, {}, 60_000), null);
  // Both have begun once a third has ended.
  await code.run(programOf({ command: "echo 1" }), null);
  await code.close();
  expect((await running).status).toBe("failed");
  expect((await program).status).toBe("failed");
});

describe("patterns of JavaScript's own syntax", () => {
  test("look around and back", async () => {
    expect(outputOf(await code.matches("(?<=a)b(?!c)", "u", "abd"))).toBe(true);
    expect(outputOf(await code.matches("(a)\\1", "iu", "xAAx"))).toBe(true);
    expect(outputOf(await code.matches("^b", "u", "ab"))).toBe(false);
  });

  test("are ended after 100 ms, and the next is searched all the same", async () => {
    const result = await code.matches("^(a+)+$", "u", `${"a".repeat(60)}!`);
    expect(result).toEqual({ status: "failed", reason: "it takes longer than 100 ms" });
    expect(outputOf(await code.matches("a", "u", "a"))).toBe(true);
  });
});
