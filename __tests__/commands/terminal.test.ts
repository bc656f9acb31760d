import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/commands/main.ts";
import { drawsUnicode } from "../../src/commands/plain-signs.ts";
import { commands } from "../../src/commands/registry.ts";
import { reporters } from "../../src/report/registry.ts";
import { defaultRenderOptions } from "../../src/report/reporter.ts";
import { sampleReports } from "../report/sample-reports.ts";
import { createFolder, gitEnvironment } from "../support/repository.ts";
import { runMain } from "./support.ts";

async function createRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await createFolder();
  execFileSync("git", ["init", "--quiet"], { cwd: folder, env: { ...process.env, ...gitEnvironment } });
  await mkdir(join(folder, "deep/er"), { recursive: true });
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  return folder;
}

/** `render` of a sample on a terminal. */
async function renderOnTerminal(name: string, terminal: object, environment = {}): Promise<string> {
  const folder = await createFolder();
  const sample = sampleReports[name] ?? expect.fail(name);
  await writeFile(join(folder, "report.json"), reporters.json.render(sample, defaultRenderOptions));
  let output = "";
  await main(["render", "report.json"], {
    directory: folder,
    environment,
    writeOutput: (text) => {
      output += text;
    },
    writeError: () => {},
    outputIsTerminal: true,
    errorIsTerminal: true,
    columns: 80,
    ...terminal,
  });
  return output;
}

describe("a mistake in a file", () => {
  it("is told with its line, a caret below it, and the nearest key", async () => {
    const folder = await createRepository({ "assay.yml": "model: openai/gpt-5\ngaet:\n  margin: 0.05\n" });
    const { exitCode, errors } = await runMain(folder, "check");
    expect(exitCode).toBe(2);
    expect(errors).toContain(
      'error: assay.yml:2:1: unknown key "gaet"\n    2 | gaet:\n      | ^\n       Did you mean "gate"?\n',
    );
  });

  it("shows the line where the user stands below the root, without its indentation", async () => {
    const folder = await createRepository({ "assay.yml": "gate:\n    margn: 0.05\n" });
    const { errors } = await runMain(join(folder, "deep/er"), "check");
    expect(errors).toContain("    2 | margn: 0.05\n      | ^\n");
  });

  it("is told with its line for a metric that nothing measures", async () => {
    const folder = await createRepository({
      "assay.yml": "scorers:\n  - contains: { value: x }\ngate:\n  metrics:\n    contians: { gate: true }\n",
      "a.prompt.yml":
        'model: openai/gpt-5\nmessages: [{ role: user, content: "Hello" }]\ntestData: [{ expected: x }]\n',
    });
    const { errors } = await runMain(folder, "check");
    expect(errors).toContain(
      "error: assay.yml:5:5: gate.metrics names contians, which no scorer measures\n    5 | contians: { gate: true }\n      | ^\n       Did you mean contains?\n",
    );
  });

  it("cuts what is long, and shows control characters as escapes", async () => {
    const folder = await createRepository({ "assay.yml": `gaet: "\u001b[2J${"x".repeat(500)}"\n` });
    const { errors } = await runMain(folder, "check");
    for (const line of errors.split("\n")) expect(line.length).toBeLessThanOrEqual(200);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(errors).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it("is told without a line where another revision is spoken of", async () => {
    const folder = await createRepository({ "assay.yml": "gaet: {}\n" });
    const git = (...words: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...words], {
        cwd: folder,
        env: { ...process.env, ...gitEnvironment },
      });
    git("add", "--all");
    git("commit", "--quiet", "--message", "one");
    const { errors } = await runMain(folder, "check", "--head", "HEAD");
    expect(errors).toContain('unknown key "gaet"');
    expect(errors).not.toContain("    1 | ");
  });
});

describe("a terminal that knows ASCII alone", () => {
  it("gets our signs in ASCII, in the same columns", async () => {
    const plain = await renderOnTerminal("regression", { plainSigns: true }, { NO_COLOR: "1" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
    expect(plain).toMatch(/^[\u0000-\u007f]*$/);
    const drawn = await renderOnTerminal("regression", {}, { NO_COLOR: "1" });
    expect(plain.split("\n").map((line) => line.length)).toEqual(drawn.split("\n").map((line) => line.length));
    expect(plain).toContain("worse  |---------------------*----------------:----|           0  better");
  });

  it.each<[string, NodeJS.Platform, Readonly<Record<string, string>>, boolean]>([
    ["nothing is set", "linux", {}, true],
    ["a UTF-8 locale", "linux", { LANG: "de_DE.UTF-8" }, true],
    ["C.UTF-8", "linux", { LANG: "C.UTF-8" }, true],
    ["LANG=C", "linux", { LANG: "C" }, false],
    ["LC_ALL goes before LANG", "darwin", { LANG: "en_US.UTF-8", LC_ALL: "POSIX" }, false],
    ["Latin 1", "linux", { LANG: "de_DE.ISO-8859-1" }, false],
    ["the console of Linux", "linux", { TERM: "linux", LANG: "en_US.UTF-8" }, false],
    ["the old console of Windows", "win32", {}, false],
    ["Windows Terminal", "win32", { WT_SESSION: "1" }, true],
    ["an editor's terminal on Windows", "win32", { TERM_PROGRAM: "vscode" }, true],
  ])("%s", (_what, platform, environment, draws) => {
    expect(drawsUnicode(environment, platform)).toBe(draws);
  });
});

describe("colour", () => {
  it.each<[string, object, Readonly<Record<string, string>>, boolean]>([
    ["a terminal", {}, {}, true],
    ["NO_COLOR", {}, { NO_COLOR: "1" }, false],
    ["an empty NO_COLOR says nothing", {}, { NO_COLOR: "" }, true],
    ["a dumb terminal", {}, { TERM: "dumb" }, false],
    ["a pipe", { outputIsTerminal: false }, {}, false],
    ["a pipe, whatever is asked", { outputIsTerminal: false }, { FORCE_COLOR: "1" }, false],
  ])("%s", async (_what, terminal, environment, painted) => {
    const output = await renderOnTerminal("regression", terminal, environment);
    expect(output.includes("\u001b[")).toBe(painted);
  });
});

describe("help", () => {
  it.each(["", ...Object.keys(commands)])("of %j fits 80 columns, and has a line for each option", async (name) => {
    const { output } = await runMain(".", ...(name === "" ? [] : [name]), "--help");
    // The example is one line, to be copied.
    const tooWide = output.split("\n").filter((line) => line.length > 80 && !line.startsWith("  $ "));
    expect(tooWide).toEqual([]);
    for (const { flags, description } of commands[name]?.options ?? []) {
      expect(output).toContain(`  ${flags}`);
      expect(description).toMatch(/^[^\n]{10,}$/);
    }
  });
});

describe("the example in help", () => {
  // The demo runs for seconds, and has a test of its own.
  it.each(Object.keys(commands).filter((name) => name !== "demo"))("of %s is understood", async (name) => {
    const [, ...words] = commands[name]?.example.split(" ") ?? [];
    const { exitCode, errors } = await runMain(await createFolder(), ...words);
    // Where there is no project and no file it runs, or says what is missing; it never mistakes the usage.
    expect([0, 2]).toContain(exitCode);
    expect(errors).not.toContain("Run with --help for the options.");
  });
});
