import { posix } from "node:path";
import picomatch from "picomatch";
import { nearest, throwProblems, UserError } from "../errors.ts";
import type { Config, Problem, ScorerSpec, Tree } from "../model.ts";
import { fileOfPrompt } from "../source/repository-path.ts";
import { decodeText } from "../source/text.ts";
import { readYaml } from "../source/yaml.ts";
import { messages, problemLimit, sizeLimit } from "./messages.ts";
import { normalise } from "./normalise.ts";
import { rules } from "./rules.ts";
import { validate } from "./validate.ts";

/** What the file may be called. */
const configFileNames: readonly string[] = ["assay.yml", "assay.yaml"];

/** A configuration file that was found. */
export interface ConfigFile {
  readonly path: string;
  readonly source: Uint8Array;
}

/**
 * Finds the file that holds: the one named (`path`, relative to the root), which must exist; else the one in
 * `directory` (relative to the root, "" for the root), else the one in the root. Null where there is none.
 */
export async function findConfig(
  tree: Tree,
  { path, directory }: { readonly path: string | null; readonly directory: string },
): Promise<ConfigFile | null> {
  const kinds = new Map((await tree.entries()).map((entry) => [entry.path, entry.kind]));
  const read = async (name: string): Promise<ConfigFile> => {
    // A link is not followed, and to go on without it would silently judge by other rules.
    if (kinds.get(name) === "link") throw new UserError({ ...messages.isLink(), place: { path: name } });
    const source = kinds.has(name) ? await tree.read(name) : null;
    if (source !== null) return { path: name, source };
    const present = [...kinds.keys()].filter((entry) => configFileNames.includes(posix.basename(entry)));
    const meant = nearest(name, present) ?? present[0] ?? null;
    throw new UserError(messages.noFile(name, tree.label, meant));
  };
  if (path !== null) return read(posix.normalize(path));
  for (const folder of new Set([directory, ""])) {
    const [name, other] = configFileNames.map((file) => posix.join(folder, file)).filter((file) => kinds.has(file));
    if (name !== undefined && other !== undefined) {
      throw new UserError({ ...messages.twoFiles(posix.basename(name)), place: { path: other } });
    }
    if (name !== undefined) return read(name);
  }
  return null;
}

/**
 * Reads assay.yml. Which types of provider there are is for the caller to say; whether the files that it names exist
 * and whether its scorers do is for the caller to find out. Throws a UserError with every mistake in the file.
 */
export async function readConfig(path: string, bytes: Uint8Array, providerTypes: readonly string[]): Promise<Config> {
  if (bytes.length > sizeLimit) throw new UserError({ ...messages.tooLarge(), place: { path } });
  const source = readYaml(path, decodeText(path, bytes));
  const { written, problems, untold } = await validate(source);
  const breaches = rules.flatMap((rule) => rule({ written, source, providerTypes }));
  throwProblems(limit([...problems, ...breaches].sort(byPlace), untold, path));
  return normalise(written, path, source);
}

/** What holds where there is no assay.yml. */
export function defaultConfig(): Config {
  return normalise({}, null, readYaml("", ""));
}

function byPlace(one: Problem, other: Problem): number {
  const lines = (one.place?.line ?? 0) - (other.place?.line ?? 0);
  return lines === 0 ? (one.place?.column ?? 0) - (other.place?.column ?? 0) : lines;
}

function limit(problems: readonly Problem[], untold: number, path: string): readonly Problem[] {
  const hidden = untold + Math.max(0, problems.length - problemLimit);
  if (hidden === 0) return problems;
  return [...problems.slice(0, problemLimit), { ...messages.more(hidden), place: { path } }];
}

/** What assay.yml says about one prompt. */
export interface PromptSettings {
  readonly scorers: readonly ScorerSpec[];
  readonly golden: string | null;
  readonly model: string | null;
  /** Globs of the files that it depends on beside those it includes. */
  readonly dependsOn: readonly string[];
}

/**
 * The settings of a prompt: the file's own, then every override that matches, in order; scorers are replaced,
 * dependencies added.
 */
export function effectiveSettings(config: Config, prompt: { readonly path: string }): PromptSettings {
  // From an absolute path, so that the process's own directory plays no part.
  const paths = [prompt.path, fileOfPrompt(prompt.path)].map((each) =>
    posix.relative(`/${config.directory}`, `/${each}`),
  );
  const { scorers, golden, model, dependsOn = [] } = config;
  return config.overrides
    .filter((override) => paths.some((path) => picomatch.isMatch(path, [...override.prompts], { dot: true })))
    .reduce<PromptSettings>(
      (settings, override) => ({
        scorers: override.scorers ?? settings.scorers,
        golden: override.golden ?? settings.golden,
        model: override.model ?? settings.model,
        dependsOn: [...settings.dependsOn, ...(override.dependsOn ?? [])],
      }),
      { scorers, golden, model, dependsOn },
    );
}
