import { posix } from "node:path";
import picomatch from "picomatch";
import { defaultConfig, effectiveSettings } from "../../config/config.ts";
import { nearest, UserError } from "../../errors.ts";
import type {
  BrokenPrompt,
  Config,
  Problem,
  PromptAtRevision,
  PromptFile,
  PromptVersion,
  ScorerSpec,
  Tree,
} from "../../model.ts";
import { parsePrompts } from "../../prompts/parse-prompt.ts";
import { resolveVersion } from "../../prompts/prompt-version.ts";
import { defaultPromptGlobs, formatOf, isPartial } from "../../prompts/registry.ts";
import { operationalMetrics } from "../../score/operational.ts";
import { checkScorer, filesOf, type ScorerFactories } from "../../score/registry.ts";
import { canonicalHash } from "../../source/json.ts";
import type { PromptProblem } from "../options.ts";
import { type CaseFile, createCaseFiles } from "./case-files.ts";
import { createDependencies } from "./dependencies.ts";
import type { GoldenMemory } from "./golden-memory.ts";
import { loadConfig } from "./load-config.ts";
import { type LoadedGolden, loadGolden } from "./load-golden.ts";

/** The prompts of the repository at one revision, with what judges them there. */
export interface Project {
  readonly tree: Tree;
  readonly config: Config;
  readonly prompts: readonly PromptAtRevision[];
  /** Files that match but do not parse at this revision. */
  readonly broken: readonly BrokenPrompt[];
  /** Mistakes in the files of golden sets, whatever the settings. */
  readonly goldenProblems: readonly Problem[];
  /** Mistakes in what judges: they matter where a prompt is judged by this revision. */
  readonly problems: readonly PromptProblem[];
  readonly warnings: readonly Problem[];
  /** Those of the warnings that are about assay.yml. */
  readonly configWarnings: readonly Problem[];
  /** Globs with the number of files each matched. */
  readonly globs: readonly { readonly glob: string; readonly files: number }[];
  /** Files that scorers name, by the name as written. */
  readonly scorerFiles: ReadonlyMap<string, Uint8Array>;
  /** Files that cases send, by the SHA-256 of their content. */
  readonly caseFiles: ReadonlyMap<string, CaseFile>;
}

export interface LoadOptions {
  /** Folder in which assay.yml is looked for, relative to the root. */
  readonly directory: string;
  /** Explicit path of assay.yml relative to the root. */
  readonly configPath: string | null;
  readonly factories: ScorerFactories;
  /** Folders whose prompts are judged by an assay.yml of their own. */
  readonly otherFolders?: readonly string[];
  /** Globs of the other revision, relative to the root: a rename out of the globs must not hide a prompt. */
  readonly furtherGlobs?: readonly string[];
  /** Files that are prompts though no glob names them. */
  readonly furtherPaths?: readonly string[];
  /** All files, where the tree lists only some of its own: prompts may include them. */
  readonly whole?: Tree;
  /** Whether the file at `configPath` may be missing: the revision may be older than it. */
  readonly optional?: boolean;
  /** Fills in where this revision's own assay.yml is missing or does not parse. */
  readonly fallbackConfig?: Config;
  /** Whether golden sets and scorers' files stay unread: only how prompts ask their models is looked at. */
  readonly callsOnly?: boolean;
  /** Holds golden sets; unset: they stay in memory. */
  readonly golden?: GoldenMemory;
}

const noGoldenRead: LoadedGolden = {
  golden: { cases: [], paths: [] },
  hash: "",
  problems: [],
  missing: null,
  drafts: null,
};

/**
 * Reads everything of one revision. A broken prompt file is data; a broken assay.yml throws unless there is a fallback,
 * together with the mistakes in the other files, so that all are mended at once.
 */
export async function loadProject(tree: Tree, options: LoadOptions): Promise<Project> {
  const { config, warnings: configWarnings } = await loadConfig(tree, options).catch(async (error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    const fallbackConfig = { ...defaultConfig(), directory: options.directory };
    const { broken, goldenProblems } = await loadProject(tree, { ...options, fallbackConfig });
    throw new UserError([...error.problems, ...broken.flatMap(({ problems }) => problems), ...goldenProblems]);
  });
  const warnings = [...configWarnings];
  const matched = await matchPrompts(tree, config, options);
  const broken: BrokenPrompt[] = [];
  const prompts: PromptAtRevision[] = [];
  const problems: PromptProblem[] = [];
  const goldenProblems: Problem[] = [];
  const scorerFiles = new Map<string, Uint8Array>();
  const caseFiles = createCaseFiles(tree, config);
  const findDependencies = createDependencies(options.whole ?? tree, config.directory);
  const files: PromptFile[] = [];
  for (const path of matched.paths) {
    const read = await readPrompts(tree, path, options.whole ?? tree, broken);
    if (read === "unknown") warnings.push({ message: "matches a glob but is no known prompt format", place: { path } });
    else files.push(...read);
  }
  // What a variant does not say itself it has from the prompt that it is one of.
  for (const file of files.sort(variantsLast)) {
    const { path } = file;
    const base = prompts.find(({ version }) => version.path === file.variantOf?.path) ?? null;
    warnings.push(...file.warnings);
    const settings = effectiveSettings(config, { path });
    const included = { ...file.configuration.included, ...(await findDependencies(settings.dependsOn, path)) };
    const whole = { ...file, configuration: { ...file.configuration, included } };
    const version = resolveVersion(whole, { model: settings.model, parameters: config.parameters });
    const own = options.callsOnly
      ? noGoldenRead
      : await loadGolden(tree, config, settings.golden, version, caseFiles, options.golden);
    const golden = own.missing !== null && base !== null ? goldenOf(base) : own;
    const evaluators = version.evaluators.length === 0 ? (base?.version.evaluators ?? []) : version.evaluators;
    const scorers = [...settings.scorers, ...evaluators];
    const everyScorer = [...scorers, ...golden.golden.cases.flatMap((testCase) => testCase.scorers)];
    if (!options.callsOnly) await readScorerFiles(tree, config, everyScorer, scorerFiles, options.factories);
    goldenProblems.push(...golden.problems);
    const found = [
      ...golden.problems,
      ...(golden.missing === null ? [] : [golden.missing]),
      ...duplicateNames(scorers),
      ...everyScorer.flatMap((spec) => checkScorer(spec, options.factories)),
      ...everyScorer.flatMap((spec) => missingFiles(spec, scorerFiles, options.factories)),
    ];
    problems.push(...found.map((problem) => ({ prompt: path, problem })));
    if (golden.drafts !== null) {
      if (golden.golden.cases.length > 0) warnings.push(golden.drafts);
      else problems.push({ prompt: path, problem: golden.drafts, mayWait: true });
    }
    prompts.push({
      version,
      golden: golden.golden,
      goldenHash: golden.hash,
      scorers,
      scorersHash: hashScorers(scorers, scorerFiles, options.factories),
    });
  }
  return {
    tree,
    config,
    prompts: prompts.sort((one, other) => (one.version.path < other.version.path ? -1 : 1)),
    broken,
    goldenProblems,
    problems: [...unknownMetrics(config, prompts).map((problem) => ({ prompt: null, problem })), ...problems],
    warnings: [...warnings, ...matched.warnings],
    configWarnings,
    globs: matched.globs,
    scorerFiles,
    caseFiles: caseFiles.found,
  };
}

function variantsLast(one: PromptFile, other: PromptFile): number {
  return Number(one.variantOf !== undefined) - Number(other.variantOf !== undefined);
}

function goldenOf({ golden, goldenHash }: PromptAtRevision): LoadedGolden {
  return { golden, hash: goldenHash, problems: [], missing: null, drafts: null };
}

/** The globs in force, relative to the repository's root. */
export function rootGlobs(config: Config): readonly string[] {
  return (config.prompts ?? defaultPromptGlobs).map((glob) => posix.join(config.directory, glob));
}

async function matchPrompts(
  tree: Tree,
  config: Config,
  { furtherGlobs = [], furtherPaths = [], otherFolders = [] }: LoadOptions,
): Promise<{ paths: readonly string[]; warnings: readonly Problem[]; globs: Project["globs"] }> {
  const own = rootGlobs(config);
  const globs = [...own, ...furtherGlobs.filter((glob) => !own.includes(glob))];
  const matchers = globs.map((glob) => ({ glob, matches: picomatch(glob, { dot: true }), files: 0 }));
  const paths: string[] = [];
  const warnings: Problem[] = [];
  const others = otherFolders.filter((folder) => !`${config.directory}/`.startsWith(`${folder}/`));
  for (const entry of await tree.entries()) {
    if (others.some((folder) => entry.path.startsWith(`${folder}/`))) continue;
    const hits = matchers.filter((matcher) => matcher.matches(entry.path));
    if (hits.length === 0 && !furtherPaths.includes(entry.path)) continue;
    const place = { path: entry.path };
    if (entry.kind !== "file") {
      warnings.push({ message: `${entry.kind === "link" ? "symbolic links" : "submodules"} are not followed`, place });
      continue;
    }
    if (isPartial(entry.path)) continue;
    for (const hit of hits) hit.files++;
    if (formatOf(entry.path) === null)
      warnings.push({ message: "matches a glob but is no known prompt format", place });
    else paths.push(entry.path);
  }
  return { paths, warnings, globs: matchers.map(({ glob, files }) => ({ glob, files })) };
}

async function readPrompts(
  tree: Tree,
  path: string,
  whole: Tree,
  broken: BrokenPrompt[],
): Promise<readonly PromptFile[] | "unknown"> {
  const list = async (): Promise<readonly string[]> =>
    (await whole.entries()).flatMap((entry) => (entry.kind === "file" ? [entry.path] : []));
  try {
    const source = await tree.read(path);
    if (source === null) return [];
    return (await parsePrompts(path, source, { read: (wanted) => tree.read(wanted), list })) ?? "unknown";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    broken.push({ path, problems: error.problems });
    return [];
  }
}

async function readScorerFiles(
  tree: Tree,
  config: Config,
  scorers: readonly ScorerSpec[],
  files: Map<string, Uint8Array>,
  factories: ScorerFactories,
): Promise<void> {
  for (const name of new Set(scorers.flatMap((spec) => filesOf(spec, factories)))) {
    if (files.has(name)) continue;
    const content = await tree.read(posix.join(config.directory, name));
    if (content !== null) files.set(name, content);
  }
}

function missingFiles(
  spec: ScorerSpec,
  files: ReadonlyMap<string, Uint8Array>,
  factories: ScorerFactories,
): readonly Problem[] {
  return filesOf(spec, factories)
    .filter((name) => !files.has(name))
    .map((name) => ({
      message: `${spec.type} names the file ${name}, which is not in the repository`,
      hint: "Paths are relative to the folder of assay.yml.",
      place: spec.place,
    }));
}

function duplicateNames(scorers: readonly ScorerSpec[]): readonly Problem[] {
  const seen = new Map<string, ScorerSpec>();
  return scorers.flatMap((spec) => {
    const first = seen.get(spec.name);
    if (first === undefined) {
      seen.set(spec.name, spec);
      return [];
    }
    return [
      {
        message: `two scorers are called ${spec.name}; the other stands at ${first.place.path}:${first.place.line ?? 1}`,
        hint: `Give one a name of its own: - ${spec.type}: { name: my-${spec.type} }`,
        place: spec.place,
      },
    ];
  });
}

/** Metrics that assay.yml gates on but nothing measures: a gate that silently never fires. */
function unknownMetrics(config: Config, prompts: readonly PromptAtRevision[]): readonly Problem[] {
  if (config.gate.metrics === null || config.path === null) return [];
  const file = { path: config.path };
  const scorers = prompts.flatMap((prompt) => [
    ...prompt.scorers,
    ...prompt.golden.cases.flatMap((each) => each.scorers),
  ]);
  const known = new Set([...scorers, ...config.scorers].map((spec) => spec.name));
  for (const metric of operationalMetrics) known.add(metric.name);
  return Object.keys(config.gate.metrics)
    .filter((name) => !known.has(name))
    .map((name) => {
      const near = nearest(name, [...known]);
      return {
        message: `gate.metrics names ${name}, which no scorer measures`,
        hint: near === null ? `Metrics here: ${[...known].join(", ")}.` : `Did you mean ${near}?`,
        place: config.metricPlaces?.[name] ?? file,
      };
    });
}

function hashScorers(
  scorers: readonly ScorerSpec[],
  files: ReadonlyMap<string, Uint8Array>,
  factories: ScorerFactories,
): string {
  return canonicalHash(
    scorers.map((spec) => ({
      type: spec.type,
      name: spec.name,
      options: spec.options,
      files: filesOf(spec, factories).map((name) => Buffer.from(files.get(name) ?? []).toString("base64")),
    })),
  );
}

/** The prompt that a revision has under one of these paths, or under this written name. */
export function findPrompt(
  project: Project,
  paths: readonly (string | null)[],
  version: PromptVersion,
): PromptAtRevision | null {
  for (const path of paths) {
    const found = project.prompts.find((prompt) => prompt.version.path === path);
    if (found !== undefined) return found;
  }
  if (!version.named) return null;
  const sameName = project.prompts.filter((prompt) => prompt.version.named && prompt.version.name === version.name);
  return sameName.length === 1 ? (sameName[0] as PromptAtRevision) : null;
}
