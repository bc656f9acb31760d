import { posix } from "node:path";
import { UserError } from "../../errors.ts";
import type { EvalClass } from "../../golden/evals/classes.ts";
import { isEvalRegistry, readEvalRegistry } from "../../golden/evals/eval-registry.ts";
import { goldenHash } from "../../golden/golden-hash.ts";
import { joinGolden } from "../../golden/join-golden.ts";
import { parseGolden } from "../../golden/parse-golden.ts";
import { casesFromRows, type ReadCases } from "../../golden/read-case.ts";
import { tellFirst } from "../../golden/tell-first.ts";
import type { Case, Config, GoldenSet, Problem, PromptVersion, Tree } from "../../model.ts";
import { fileOfPrompt } from "../../source/repository-path.ts";
import type { CaseFiles } from "./case-files.ts";
import type { GoldenMemory } from "./golden-memory.ts";

/** Endings under which the golden set of a prompt is looked for where assay.yml names none. */
const endings = ["jsonl", "yaml", "yml", "json", "csv"];

export interface LoadedGolden {
  readonly golden: GoldenSet;
  readonly hash: string;
  /** Mistakes in the files that there are. */
  readonly problems: readonly Problem[];
  /** Set where there is no file at all. */
  readonly missing: Problem | null;
}

/**
 * The cases of a prompt: the file that assay.yml names (`{name}` stands for the prompt's name), else `golden/NAME.*`
 * beside assay.yml, and the test data of the prompt file.
 */
export async function loadGolden(
  tree: Tree,
  config: Config,
  pattern: string | null,
  version: PromptVersion,
  files: CaseFiles,
  memory?: GoldenMemory,
): Promise<LoadedGolden> {
  const problems: Problem[] = [];
  const parts: { path: string; cases: readonly Case[] }[] = [];
  for (const path of candidatePaths(config, pattern, version)) {
    const source = await readOrProblem(tree, path, problems);
    if (source === null) continue;
    const parse = (from: string, bytes: Uint8Array, evalClass?: EvalClass): ReadCases =>
      memory === undefined ? parseGolden(from, bytes, undefined, evalClass) : memory.parse(from, bytes, evalClass);
    const part = (await readEval(tree, path, source, parse, problems)) ?? { path, ...parse(path, source) };
    problems.push(...part.problems);
    parts.push({ path: part.path, cases: part.cases });
    if (pattern === null) break;
  }
  if (version.testData.length > 0) {
    const parsed = casesFromRows(version.testData);
    problems.push(...parsed.problems);
    parts.push({ path: fileOfPrompt(version.path), cases: parsed.cases });
  }
  const joined = joinGolden(parts);
  // Where files or rows do not hold, that says more than that there is no case.
  if (joined.golden.cases.length > 0 || (parts.length > 0 && problems.length === 0)) problems.push(...joined.problems);
  const cases = await attachFiles(joined.golden.cases, files, problems);
  const missing = joined.golden.cases.length === 0 && problems.length === 0 ? noGolden(config, pattern, version) : null;
  return { golden: { ...joined.golden, cases }, hash: goldenHash(cases), problems, missing };
}

/** The samples of an eval whose registry file is named in their place; null where the file is none. */
async function readEval(
  tree: Tree,
  path: string,
  source: Uint8Array,
  parse: (path: string, source: Uint8Array, evalClass: EvalClass) => ReadCases,
  problems: Problem[],
): Promise<(ReadCases & { readonly path: string }) | null> {
  if (!isEvalRegistry(path, source)) return null;
  const text = new TextDecoder().decode(source);
  const none = { path, cases: [], problems: [] };
  try {
    const { evalClass, samples } = readEvalRegistry(path, text);
    for (const candidate of samples) {
      const bytes = await tree.read(candidate);
      if (bytes !== null) return { path: candidate, ...parse(candidate, bytes, evalClass) };
    }
    const message = `the samples of the eval are not in the repository: looked for ${samples.join(" and ")}`;
    problems.push({ message, place: { path } });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
  }
  return none;
}

/** What the cases send besides texts; told are the mistakes of the first cases that have some. */
async function attachFiles(cases: readonly Case[], files: CaseFiles, problems: Problem[]): Promise<readonly Case[]> {
  const attached: Case[] = [];
  const told: Problem[] = [];
  for (const each of cases) {
    const { testCase, problems: own } = await files.attach(each);
    attached.push(testCase);
    told.push(...own);
  }
  problems.push(...tellFirst(told, (problem) => problem, told.at(-1)?.place));
  return attached;
}

function candidatePaths(config: Config, pattern: string | null, version: PromptVersion): readonly string[] {
  if (version.golden !== null) return [version.golden];
  const patterns = pattern === null ? endings.map((ending) => `golden/{name}.${ending}`) : [pattern];
  return patterns.map((each) => posix.join(config.directory, each.replaceAll("{name}", version.name)));
}

async function readOrProblem(tree: Tree, path: string, problems: Problem[]): Promise<Uint8Array | null> {
  try {
    return await tree.read(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

function noGolden(config: Config, pattern: string | null, version: PromptVersion): Problem {
  const [path] = candidatePaths(config, pattern, version);
  return {
    message: `the prompt ${version.name} has no golden set: ${path} does not exist and the file has no testData`,
    hint: `Write ${path} with one case a line, for example {"id": "first", "vars": {"input": "…"}, "expected": "…"}.`,
    place: { path: fileOfPrompt(version.path), line: 1 },
  };
}
