import { posix } from "node:path";
import { noOtherGate, UserError } from "../../errors.ts";
import type { Json, Problem, PromptAtRevision, Tree } from "../../model.ts";
import { addressVariableOf, keyVariableOf, resolveModel } from "../../models/registry.ts";
import { defaultPromptGlobs, promptFormats } from "../../prompts/registry.ts";
import { scorerFactories } from "../../score/registry.ts";
import { fileOfPrompt } from "../../source/repository-path.ts";
import { loadProject, type Project } from "../project/load-project.ts";
import { findPromptGlobs } from "./find-prompt-globs.ts";
import { proposeScorers } from "./propose-scorers.ts";
import { starterCases } from "./starter-cases.ts";
import { writeAssayFile } from "./write-assay-file.ts";
import { workflowPath, writeWorkflow } from "./write-workflow.ts";

/** What a prompt is and what is proposed for it. */
export interface ProposedPrompt {
  readonly name: string;
  readonly path: string;
  /** What its answers are held to, in words. */
  readonly reasons: readonly string[];
  /** How many cases it has. */
  readonly cases: number;
  /** The starter golden set, where it has no case. */
  readonly starter: string | null;
}

/** All that `init` would write, and why. Paths are relative to the root of the repository. */
export interface Setup {
  readonly prompts: readonly ProposedPrompt[];
  /** What is not there yet: path → text. */
  readonly files: ReadonlyMap<string, string>;
  /** What is there already and stays as it is. */
  readonly kept: readonly string[];
  /** Prompts whose scorers found no room in assay.yml. */
  readonly leftOut: readonly string[];
  /** The variables that hold the keys of the models' providers, and addresses that are everybody's own. */
  readonly keyVariables: readonly string[];
  readonly project: Project;
  /** The model that prompts without one are given; null where all name one. */
  readonly model: string | null;
  /** Whether it only watches, beside another gate. */
  readonly watch: boolean;
  /** What the other gate does and this one does not. */
  readonly withoutEqual: readonly Problem[];
}

/** A gate that is in place and stays. */
export type OtherGate = "promptfoo";

/** Models for prompts that name none, by what a repository's dependencies speak to; the last is for all others. */
const guesses = [
  { dependency: /"@anthropic-ai\/sdk"|\banthropic\b/, model: "anthropic/claude-haiku-4-5" },
  { dependency: /"@google\/genai"|\bgoogle-genai\b/, model: "google/gemini-3.5-flash-lite" },
  { dependency: /"@mistralai\/mistralai"|\bmistralai\b/, model: "mistral/mistral-small-latest" },
  { dependency: /./s, model: "openai/gpt-6-luna" },
];

/**
 * Proposes assay.yml, starter golden sets, schemas and a workflow for the prompts of a repository; what is there already
 * is left as it is. `chosen` is the model of prompts that name none; null: a guess. Reads alone. Throws a UserError where an assay.yml or a golden set that is there does not hold.
 */
export async function proposeSetup(
  tree: Tree,
  directory: string,
  chosen: string | null = null,
  from: OtherGate | null = null,
): Promise<Setup> {
  // What another gate judges is read where it lies: a copy would be judged by one of the two alone.
  const globs = from === null ? await findPromptGlobs(tree, directory) : await findConfigurations(tree, directory);
  const found = await loadProject(tree, {
    directory,
    configPath: null,
    factories: scorerFactories,
    furtherGlobs: globs.map((glob) => posix.join(directory, glob)),
  });
  const prompted = found.prompts.filter(({ version }) => from === null || isInConfiguration(version.path));
  const project = { ...found, prompts: prompted };
  const present = new Set((await tree.entries()).map(({ path }) => path));
  const files = new Map<string, string>();
  const scorers = new Map<string, readonly Json[]>();
  const isNew = project.config.path === null;
  const prompts = project.prompts.map((prompt): ProposedPrompt => {
    const { version, golden } = prompt;
    const promised = proposeScorers(version, golden.cases, fileNameOf(version.name));
    const within = posix.relative(directory, version.path);
    if (isNew) {
      scorers.set(within, promised.scorers);
      if (promised.schema !== null) {
        const { path, schema } = promised.schema;
        add(files, present, posix.join(directory, path), `${JSON.stringify(schema, null, 2)}\n`);
      }
    }
    const starter = golden.cases.length > 0 ? null : posix.join(directory, `golden/${version.name}.jsonl`);
    if (starter !== null) add(files, present, starter, starterCases(version));
    const { name, path } = version;
    return { name, path, reasons: isNew ? promised.reasons : [], cases: golden.cases.length, starter };
  });
  const model = project.prompts.every(({ version }) => version.configuration.model !== null)
    ? null
    : (chosen ?? (await guessModel(tree)));
  const keyVariables = keyVariablesOf(project, model);
  let leftOut: readonly string[] = [];
  if (isNew && prompts.length > 0) {
    // Named, only files of this ending would be read.
    const goldenFiles = project.prompts.flatMap(({ version, golden }) =>
      golden.paths.filter((path) => path !== version.path),
    );
    const written = writeAssayFile({
      golden: goldenFiles.every((path) => path.endsWith(".jsonl")) ? "golden/{name}.jsonl" : null,
      globs: from !== null ? globs : globs.length === 0 ? [] : [...foundByName(project), ...globs],
      model,
      scorers,
      watch: from !== null,
    });
    leftOut = written.leftOut;
    add(files, present, posix.join(directory, "assay.yml"), written.text);
  }
  const workflow = await findWorkflow(tree);
  if (workflow === null && prompts.length > 0) add(files, present, workflowPath, writeWorkflow(keyVariables));
  const kept = [
    ...(project.config.path === null ? [] : [project.config.path]),
    ...(workflow === null ? [] : [workflow]),
  ];
  const withoutEqual = from === null ? [] : withoutEquals(project);
  return { prompts, files, kept, leftOut, keyVariables, project, model, watch: from !== null, withoutEqual };
}

/** The other gate's configurations, relative to `directory`. Throws a UserError where there is none. */
async function findConfigurations(tree: Tree, directory: string): Promise<readonly string[]> {
  const prefix = directory === "" ? "" : `${directory}/`;
  const paths = (await tree.entries())
    .filter(({ path, kind }) => kind === "file" && path.startsWith(prefix) && isInConfiguration(path))
    .map(({ path }) => path.slice(prefix.length))
    .filter((path) => !/(?:^|\/)node_modules\//.test(path));
  if (paths.length === 0) throw new UserError(noOtherGate());
  return paths.sort();
}

function isInConfiguration(path: string): boolean {
  return promptFormats.promptfoo.byItself?.includes(posix.basename(fileOfPrompt(path))) ?? false;
}

/** What the reading of the configurations, and of the files that they name, could not take over. */
function withoutEquals({ warnings, prompts }: Project): readonly Problem[] {
  const named = new Set(
    prompts.flatMap(({ version, golden }) => [
      fileOfPrompt(version.path),
      ...Object.keys(version.configuration.included),
      ...golden.paths,
    ]),
  );
  return warnings.filter(({ place }) => place !== undefined && named.has(place.path));
}

function add(files: Map<string, string>, present: ReadonlySet<string>, path: string, text: string): void {
  if (!present.has(path)) files.set(path, text);
}

/** Globs of the prompts whose names say what they are: named once `prompts` is, for it takes the default's place. */
function foundByName({ globs }: Project): readonly string[] {
  return globs.filter(({ glob, files }) => files > 0 && isDefault(glob)).map(({ glob }) => defaultOf(glob));
}

function isDefault(glob: string): boolean {
  return defaultPromptGlobs.some((each) => glob.endsWith(each));
}

function defaultOf(glob: string): string {
  return defaultPromptGlobs.find((each) => glob.endsWith(each)) ?? glob;
}

/** A name as part of a file's name. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
}

async function guessModel(tree: Tree): Promise<string> {
  const lists = ["package.json", "requirements.txt", "pyproject.toml"];
  const texts = await Promise.all(lists.map(async (path) => Buffer.from((await tree.read(path)) ?? []).toString()));
  const dependencies = texts.join("\n");
  return guesses.find(({ dependency }) => dependency.test(`${dependencies}\n`))?.model ?? "openai/gpt-6-luna";
}

function keyVariablesOf(project: Project, guessed: string | null): readonly string[] {
  const models = project.prompts.map(({ version }: PromptAtRevision) => version.configuration.model ?? guessed);
  const variables = models.flatMap((model) => {
    const found = model === null ? null : resolveModel(model, project.config.providers);
    if (found === null || "problems" in found) return [];
    return [keyVariableOf(found.config), addressVariableOf(found.config)].filter((variable) => variable !== null);
  });
  return [...new Set(variables)].sort();
}

/** A workflow that runs the Action already. */
async function findWorkflow(tree: Tree): Promise<string | null> {
  for (const { path, kind } of await tree.entries()) {
    if (kind !== "file" || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
    const text = Buffer.from((await tree.read(path)) ?? []).toString();
    if (/uses:\s*["']?[\w.-]+\/prompt-assay@/.test(text)) return path;
  }
  return null;
}
