import { posix } from "node:path";
import { UserError } from "../../errors.ts";
import type { EvalClass } from "../../golden/evals/classes.ts";
import {
  isEvalRegistry,
  mayHoldSpecification,
  type RegisteredEval,
  readEvalRegistry,
  splitEvalPath,
} from "../../golden/evals/eval-registry.ts";
import { readGraded } from "../../golden/evals/graded.ts";
import type { SpecificationFile } from "../../golden/evals/specification.ts";
import { goldenHash } from "../../golden/golden-hash.ts";
import { joinGolden } from "../../golden/join-golden.ts";
import { scanGolden } from "../../golden/parse-golden.ts";
import { casesFromRows, type ReadCases } from "../../golden/read-case.ts";
import { tellFirst } from "../../golden/tell-first.ts";
import type { Case, Config, GoldenSet, Problem, PromptVersion, Tree } from "../../model.ts";
import { fileOfPrompt } from "../../source/repository-path.ts";
import type { CaseFiles } from "./case-files.ts";
import type { GoldenMemory, ScanFile } from "./golden-memory.ts";

/** Endings under which the golden set of a prompt is looked for where assay.yml names none. */
const endings = ["jsonl", "yaml", "yml", "json", "csv"];

export interface LoadedGolden {
  readonly golden: GoldenSet;
  readonly hash: string;
  /** Mistakes in the files that there are. */
  readonly problems: readonly Problem[];
  /** Set where there is no file at all. */
  readonly missing: Problem | null;
  /** Told where there are drafts; they are not among the cases. */
  readonly drafts: Problem | null;
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
  let drafts: { readonly path: string; readonly count: number } | null = null;
  for (const path of candidatePaths(config, pattern, version)) {
    const part = (await readEval(tree, path, memory, problems)) ?? (await readOrProblem(tree, path, memory, problems));
    if (part === null) continue;
    problems.push(...part.problems);
    parts.push({ path: part.path, cases: part.cases });
    if (part.drafts > 0) drafts = { path: part.path, count: part.drafts };
    if (pattern === null) break;
  }
  if (version.testData.length > 0) {
    const parsed = casesFromRows(version.testData);
    problems.push(...parsed.problems);
    const path = fileOfPrompt(version.path);
    if (parsed.drafts > 0) drafts = { path, count: parsed.drafts };
    parts.push({ path, cases: parsed.cases });
  }
  const joined = joinGolden(parts);
  // Where files or rows do not hold, that says more than that there is no case.
  if (joined.golden.cases.length > 0 || (parts.length > 0 && problems.length === 0 && drafts === null))
    problems.push(...joined.problems);
  const cases = await attachFiles(joined.golden.cases, files, problems);
  // Where all cases are drafts that is what is told, and not that there is none.
  const isEmpty = joined.golden.cases.length === 0 && problems.length === 0;
  return {
    golden: { ...joined.golden, cases },
    hash: memory === undefined ? goldenHash(cases) : memory.hash(cases),
    problems,
    missing: isEmpty && drafts === null ? noGolden(config, pattern, version) : null,
    drafts: drafts === null ? null : unconfirmed(drafts, isEmpty),
  };
}

/** The cases of a file, and which it was. */
interface ReadFile extends ReadCases {
  readonly path: string;
}

/** The samples of an eval whose registry file is named in their place; null where the file is none. */
async function readEval(
  tree: Tree,
  written: string,
  memory: GoldenMemory | undefined,
  problems: Problem[],
): Promise<ReadFile | null> {
  const { file: path, name } = splitEvalPath(written);
  if (!/\.ya?ml$/.test(path)) return null;
  try {
    const source = await tree.read(path);
    if (source === null || !isEvalRegistry(path, source)) return null;
    const registered = readEvalRegistry(path, new TextDecoder().decode(source), name);
    const { samples } = registered;
    const evalClass = await classOf(tree, path, registered);
    for (const candidate of samples) {
      const part = await readOrProblem(tree, candidate, memory, problems, evalClass);
      if (part !== null) return part;
    }
    const message = `the samples of the eval are not in the repository: looked for ${samples.join(" and ")}`;
    problems.push({ message, place: { path } });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
  }
  return { path, cases: [], problems: [], drafts: 0 };
}

/** Files of specifications that are looked through. */
const specificationLimit = 200;

/** How samples are judged: where models grade, by the specifications beside the registry. */
async function classOf(tree: Tree, path: string, registered: RegisteredEval): Promise<EvalClass> {
  if ("evalClass" in registered) return registered.evalClass;
  const entries = (await tree.entries()).filter(
    (entry) => entry.kind === "file" && mayHoldSpecification(path, entry.path),
  );
  const files: SpecificationFile[] = [];
  for (const entry of entries.slice(0, specificationLimit)) {
    const source = await tree.read(entry.path);
    if (source !== null) files.push({ path: entry.path, text: new TextDecoder().decode(source) });
  }
  return readGraded(registered.graded, files);
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

/** The cases of a file; null where there is none, or none that can be read. */
async function readOrProblem(
  tree: Tree,
  path: string,
  memory: GoldenMemory | undefined,
  problems: Problem[],
  evalClass?: EvalClass,
): Promise<ReadFile | null> {
  const scan: ScanFile = (onPiece) => scanFile(tree, path, onPiece);
  try {
    const cases = await (memory === undefined ? readOnce(path, scan, evalClass) : memory.read(path, scan, evalClass));
    return cases === null ? null : { path, ...cases };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

async function readOnce(path: string, scan: ScanFile, evalClass: EvalClass | undefined): Promise<ReadCases | null> {
  const golden = scanGolden(path, undefined, evalClass);
  return (await scan(golden.push)) ? golden.finish() : null;
}

async function scanFile(tree: Tree, path: string, onPiece: (piece: Uint8Array) => void): Promise<boolean> {
  if (tree.scan !== undefined) return tree.scan(path, onPiece);
  const bytes = await tree.read(path);
  if (bytes !== null) onPiece(bytes);
  return bytes !== null;
}

function unconfirmed({ path, count }: { readonly path: string; readonly count: number }, isAll: boolean): Problem {
  const cases = count === 1 ? "1 case is a draft" : `${count} cases are drafts`;
  return {
    message: isAll ? `the golden set has no case yet: ${cases}` : `${cases} and not run`,
    hint: 'Read each one, mend it, and delete "draft": true.',
    place: { path },
  };
}

function noGolden(config: Config, pattern: string | null, version: PromptVersion): Problem {
  const [path] = candidatePaths(config, pattern, version);
  const names = [...new Set(version.variables.map(({ name }) => name.split(".")[0] ?? name))].slice(0, 3);
  const vars = names.map((name) => `${JSON.stringify(name)}: "…"`).join(", ");
  return {
    message: `the prompt ${version.name} has no golden set: ${path} does not exist and the file has no testData`,
    hint: `Write ${path} with one case a line, for example {"id": "first", "vars": {${vars}}, "expected": "…"}; or have drafts written: prompt-assay init --generate 20.`,
    place: { path: fileOfPrompt(version.path), line: 1 },
  };
}
