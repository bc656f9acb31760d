import { execFile } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createFolder } from "./support/repository.ts";

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string };
}

const root = resolve(import.meta.dirname, "..");
const imports = "lint/style/noRestrictedImports";
const globals = "lint/style/noRestrictedGlobals";

/** Code planted where it must not stand: what it is, the file, its one line, the rule that has to catch it. */
const planted: readonly (readonly [what: string, path: string, code: string, rule: string])[] = [
  ["the nouns import something", "src/model.ts", importOf("./errors.ts"), imports],
  ["the gate knows the pipeline", "src/gate/planted-order.ts", importOf("../pipeline/compare.ts"), imports],
  ["a stage knows another's insides", "src/report/planted-stage.ts", importOf("../gate/decide.ts"), imports],
  ["a stage knows the commands", "src/run/planted-command.ts", importOf("../commands/main.ts"), imports],
  ["results know the gate", "src/results/planted-stage.ts", importOf("../gate/decide.ts"), imports],
  ["the gate knows results files", "src/gate/planted-results.ts", importOf("../results/read-results.ts"), imports],
  ["drift knows the gate", "src/drift/planted-stage.ts", importOf("../gate/decide.ts"), imports],
  ["the report knows drift", "src/report/planted-drift.ts", importOf("../drift/history.ts"), imports],
  ["statistics know a noun", "src/stats/planted-noun.ts", importOf("../model.ts"), imports],
  ["octokit outside github/", "src/pipeline/planted-octokit.ts", importOf("@octokit/rest"), imports],
  ["@actions/github outside github/", "src/commands/planted-github.ts", importOf("@actions/github"), imports],
  ["@actions/core outside the entry", "src/github/planted-core.ts", importOf("@actions/core"), imports],
  ["openai outside models/", "src/pipeline/planted-openai.ts", importOf("openai"), imports],
  ["part of openai outside models/", "src/run/planted-openai.ts", importOf("openai/client"), imports],
  ["anthropic outside models/", "src/run/planted-anthropic.ts", importOf("@anthropic-ai/sdk"), imports],
  ["a program outside its file", "src/models/planted-program.ts", importOf("node:child_process"), imports],
  ["a scorer that runs code by itself", "src/score/planted-code.ts", importOf("../code/code-runner.ts"), imports],
  ["what runs code knows a stage", "src/code/planted-stage.ts", importOf("../score/registry.ts"), imports],
  ["git outside changes/", "src/pipeline/planted-git.ts", importOf("node:child_process"), imports],
  ["a prompt format named beside the registry", "src/pipeline/planted-format.ts", fromRoom("prompts/formats"), imports],
  ["a results format named beside the registry", "src/results/planted.ts", importOf("./formats/jsonl.ts"), imports],
  ["a scorer named beside the registry", "src/score/planted-scorer.ts", importOf("./scorers/equals.ts"), imports],
  ["a provider named beside the registry", "src/models/planted-type.ts", importOf("./providers/openai.ts"), imports],
  ["a reporter named beside the registry", "src/commands/planted-reporter.ts", fromRoom("report/reporters"), imports],
  ["a page knows a stage", "src/page/drift/planted-stage.ts", importOf("../../gate/decide.ts"), imports],
  ["a page knows the words of reports", "src/page/drift/planted.ts", importOf("../../report/facts.ts"), imports],
  ["the network in a page", "src/page/drift/planted-fetch.ts", 'export const planted = fetch("x");', globals],
  ["the file system in the gate", "src/gate/planted-file.ts", importOf("node:fs"), imports],
  ["the network in a prompt's parsing", "src/prompts/planted-network.ts", importOf("node:http"), imports],
  ["the clock in the gate", "src/gate/planted-clock.ts", "export const planted = Date.now();", globals],
  ["the clock in statistics", "src/stats/planted-clock.ts", "export const planted = performance.now();", globals],
  ["the network in a report", "src/report/planted-fetch.ts", 'export const planted = fetch("x");', globals],
  ["the environment in a scorer", "src/score/planted-env.ts", "export const planted = process.env;", globals],
];

/** The same things where they belong. */
const allowed: readonly (readonly [path: string, code: string])[] = [
  ["src/gate/allowed.ts", importOf("../stats/holm.ts")],
  ["src/github/allowed.ts", importOf("@actions/github")],
  ["src/models/providers/allowed.ts", importOf("openai")],
  ["src/changes/allowed.ts", importOf("node:child_process")],
  ["src/code/allowed.ts", importOf("node:child_process")],
  ["src/prompts/registry.ts", importOf("./formats/prompt-yml.ts")],
  ["src/results/registry.ts", importOf("./formats/jsonl.ts")],
  ["src/page/drift/allowed.ts", importOf("../../report/numbers.ts")],
  ["src/pipeline/allowed.ts", importOf("../gate/decide.ts")],
  ["src/action.ts", importOf("@actions/core")],
];

function importOf(what: string): string {
  return `export * from "${what}";`;
}

function fromRoom(folder: string): string {
  return importOf(`../${folder}/text.ts`);
}

/** What the project's own rules say of these files, in a folder of their own. */
async function lint(files: readonly (readonly [path: string, code: string])[]): Promise<readonly Diagnostic[]> {
  const folder = await createFolder();
  await cp(join(root, "biome.json"), join(folder, "biome.json"));
  for (const [path, code] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${code}\n`);
  }
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [biome, "lint", "--vcs-enabled=false", "--max-diagnostics=none", "--reporter=json", "."];
  const output = await new Promise<string>((finish) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 }, (_error, text) => finish(text));
  });
  return (JSON.parse(output) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics;
}

describe("the linter keeps the rooms apart", () => {
  let found: readonly Diagnostic[] = [];
  beforeAll(async () => {
    found = await lint(planted.map(([, path, code]) => [path, code]));
  });

  it.each(planted)("%s", (_what, path, _code, rule) => {
    const rules = found.filter(({ location }) => location.path === path).map(({ category }) => category);
    expect(rules).toContain(rule);
  });

  it("and lets them work where they belong", async () => {
    const complaints = await lint(allowed);
    const broken = complaints.filter(({ category }) => category === imports || category === globals);
    expect(broken).toEqual([]);
  });
});
