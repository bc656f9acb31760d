import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/registry.ts";
import { version } from "../../src/version.ts";
import {
  answerAsTold,
  createProject,
  goldenPath,
  projectRoot,
  promptFile,
  promptPath,
  readJson,
  runCli,
} from "./support.ts";

/** A file of dist/ and all that it imports before its first line runs. */
async function listStaticImports(file: string, found = new Set<string>()): Promise<readonly string[]> {
  const path = join(projectRoot, file);
  if (found.has(path)) return [...found];
  found.add(path);
  const code = await readFile(path, "utf8");
  for (const [, target = ""] of code.matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)";$/gm)) {
    await listStaticImports(relative(projectRoot, join(dirname(path), target)), found);
  }
  return [...found];
}

describe.concurrent("help", () => {
  it("lists every command, an example and the exit codes", async () => {
    const finished = await runCli(projectRoot, ["--help"]);
    expect(finished).toMatchObject({ exitCode: 0, errors: "" });
    for (const [name, { summary }] of Object.entries(commands)) {
      expect(finished.output).toMatch(new RegExp(`^  ${name}\\b`, "m"));
      expect(finished.output.replaceAll(/\s+/g, " ")).toContain(summary);
    }
    expect(finished.output).toContain("$ prompt-assay demo");
    expect(finished.output).toContain(
      "Exit codes: 0 pass, 1 the gate failed, 2 mend something, 3 could not be judged.",
    );
  });

  it.each(Object.entries(commands))(
    "of %s: every option, and an example that its options allow",
    async (name, command) => {
      const finished = await runCli(projectRoot, [name, "--help"]);
      expect(finished).toMatchObject({ exitCode: 0, errors: "" });
      for (const { flags } of command.options) expect(finished.output).toContain(`  ${flags}`);
      expect(finished.output).toContain(`$ ${command.example}`);
      const [program, given, ...words] = command.example.split(" ");
      expect([program, given]).toEqual(["prompt-assay", name]);
      const options = words.filter((word) => word.startsWith("--"));
      for (const option of options) expect(command.options.map(({ flags }) => flags.split(" ")[0])).toContain(option);
    },
  );

  it("loads commander and nothing else of others", async () => {
    const loaded = await Promise.all((await listStaticImports("dist/cli.js")).map((file) => readFile(file, "utf8")));
    const packages = loaded.flatMap((code) => [...code.matchAll(/^\/\/.*?\bnode_modules\/((?:@[^/]+\/)?[^/]+)/gm)]);
    expect([...new Set(packages.map(([, name]) => name))].sort()).toEqual(["commander", "fastest-levenshtein"]);
  });

  it.each([["--version"], ["-v"]])("%s", async (flag) => {
    expect(await runCli(projectRoot, [flag])).toEqual({ exitCode: 0, output: `${version}\n`, errors: "" });
  });

  it("the version is the package's", async () => {
    expect(await readJson(projectRoot, "package.json")).toMatchObject({ version });
  });
});

/** Mistakes of usage, and what is said of them. */
const mistakes: readonly (readonly [args: readonly string[], told: string])[] = [
  [["compare", "--bsae", "main"], "(Did you mean --base?)"],
  [["compre"], "(Did you mean compare?)"],
  [["compare", "--goalposts", "mine"], "Allowed choices are head, base."],
  [["compare", "--concurrency", "many"], "Give a whole number of at least 1."],
  [["compare", "--concurrency", "0"], "Give a whole number of at least 1."],
  [["run", "--seed", "1.5"], "Give a whole number of at least 0."],
  [["compare", "--json"], "argument missing"],
  [["check", "surplus"], "too many arguments"],
];

describe.concurrent("mistakes of usage: exit 2, on standard error, with the way to help", () => {
  it.each(mistakes)("%j", async (args, told) => {
    const finished = await runCli(projectRoot, args);
    expect(finished).toMatchObject({ exitCode: 2, output: "" });
    expect(finished.errors).toContain(told);
    expect(finished.errors).toContain("Run with --help for the options.");
  });

  it.each([
    [["compare", "--base", "mian"], "Did you mean main?"],
    [["compare", "--base", "--head"], 'unknown revision "--head"'],
    [["compare", "--config", "asay.yml"], 'Did you mean "assay.yml"?'],
    [["changes", "--json", "assay.yml/x.json"], "cannot write assay.yml/x.json"],
  ])("%j in a project", async (args, told) => {
    const { directory } = await createProject({ cases: 1 });
    const finished = await runCli(directory, args);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain(told);
  });
});

describe.concurrent("where the words go", () => {
  it("results on standard output, warnings on standard error, which --quiet silences; no colour in a pipe", async () => {
    const { directory, repository } = await createProject({ cases: 2 });
    await repository.link("prompts/linked.prompt.yml", "answers.prompt.yml");
    const loud = await runCli(directory, ["changes"], { FORCE_COLOR: "1" });
    expect(loud.errors).toMatch(/^warning: prompts\/linked\.prompt\.yml: symbolic links are not followed$/m);
    expect(loud.output).toContain("No prompt changed.");
    const quiet = await runCli(directory, ["changes", "--quiet"]);
    expect(quiet).toEqual({ exitCode: 0, output: loud.output, errors: "" });
    await repository.write({ [promptPath]: promptFile(1) });
    const compared = await runCli(directory, ["compare", "--quiet"], { FORCE_COLOR: "1" });
    expect(compared.errors).toBe("");
    expect(loud.output + loud.errors + compared.output).not.toContain("\u001b");
  });

  it("--quiet does not silence mistakes", async () => {
    const { directory } = await createProject({ files: { [goldenPath]: "" } });
    const finished = await runCli(directory, ["check", "--quiet"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain(goldenPath);
  });

  it("check tells what decides and what a run would call, without a key and without a call", async () => {
    const { directory, server } = await createProject({
      files: { [promptPath]: promptFile(40, { model: "openai/x" }) },
    });
    const finished = await runCli(directory, ["check", "--json", "check.json"]);
    expect(finished.exitCode).toBe(0);
    expect(finished.errors).toContain("40 cases with 1 trial each can show a drop of 20.1 points at best");
    expect(finished.output).toMatch(
      /cases +40\n +calls +40 in a run, at most 80 in a comparison\n +takes +80 calls, about [\d,]+ tokens in and at most [\d,]+ out, of unknown price\n +decides +equals\n +watched +latency, tokens/,
    );
    expect(finished.output).toContain("A run of all prompts makes 40 calls, a comparison of all at most 80.");
    expect(finished.output).toMatch(
      /^A comparison of all takes 80 calls, about [\d,]+ tokens in .+ of unknown price\.$/m,
    );
    const { total } = JSON.parse(await readFile(join(directory, "check.json"), "utf8"));
    expect(total).toMatchObject({ samples: { calls: 80, cost: null }, scorers: { calls: 0, cost: 0 } });
    expect(server.calls).toBe(0);
  });

  it("hostile texts reach a terminal as visible escapes on their own line", async () => {
    const sly = "\u001b[2Jgone\r\u202eevil\n::error::x";
    const golden = Array.from({ length: 8 }, (_, n) =>
      JSON.stringify({ id: `::error::${n}`, vars: { n }, expected: `answer ${n}`, context: sly, tags: ["##[x"] }),
    ).join("\n");
    const { directory, repository } = await createProject({
      handler: (request) => {
        const { text = "" } = answerAsTold(request);
        return text.startsWith("wrong") ? { text: `${sly}\n${text}` } : { text };
      },
      files: { [goldenPath]: golden, [promptPath]: promptFile(8) },
    });
    await repository.write({ [promptPath]: promptFile(2) });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.errors).toBe("");
    expect(finished.exitCode).toBe(1);
    expect(finished.output).toContain("Cases that got worse");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(finished.output + finished.errors).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(finished.output).not.toMatch(/^\s*::/m);
  });
});
