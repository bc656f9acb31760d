import { openRepository, type Repository } from "../changes/repository.ts";
import { nearest, quote, UserError } from "../errors.ts";
import type { Part, PromptAtRevision, PromptVersion, Tree } from "../model.ts";
import type { RunOptions } from "./options.ts";
import { loadOptions } from "./project/find-changes.ts";
import { loadProject, type Project } from "./project/load-project.ts";
import { bringsVersion, findPastChanges } from "./project/past-changes.ts";

/** A version of a prompt as a commit brought it. */
export interface PastVersion {
  readonly commit: string;
  /** ISO 8601. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  /** As the file was called then. */
  readonly path: string;
  readonly version: PromptVersion;
  /** Against the version before; empty for the first, and where only its number is another. */
  readonly parts: readonly Part[];
  /** The files at that commit. */
  readonly tree: Tree;
}

/** A prompt with all versions that its branch has of it, the newest first. */
export interface PromptHistory {
  readonly prompt: PromptAtRevision;
  readonly project: Project;
  readonly repository: Repository;
  readonly versions: readonly PastVersion[];
  readonly warnings: readonly string[];
}

/** Reads the history of one prompt, by its name or path today, and hands it on; the repository is closed after that. */
export async function withHistory<Result>(
  name: string,
  options: RunOptions,
  use: (history: PromptHistory) => Promise<Result>,
): Promise<Result> {
  const repository = await openRepository(options.directory, { ...options.environment });
  try {
    const load = loadOptions(repository.prefix, options);
    const project = await loadProject(await repository.workingTree(), { ...load, callsOnly: true });
    const prompt = findByName(project, name);
    const history = await repository.history(options.head ?? "HEAD");
    const { found, warnings } = await findPastChanges(repository, history, project, {
      last: Number.POSITIVE_INFINITY,
      load,
      environment: { ...options.environment },
      fromNothing: true,
      wants: (found) => found.pathToday === prompt.version.path && bringsVersion(found),
    });
    const versions = found.flatMap(({ commit, after, prompts }): readonly PastVersion[] => {
      const [first] = prompts;
      const version = first?.change.candidate?.version;
      if (first === undefined || version === undefined) return [];
      const { date, author, subject } = commit;
      const { path, parts } = first.change;
      return [{ commit: commit.commit, date, author, subject, path, version, parts, tree: after }];
    });
    return await use({ prompt, project, repository, versions, warnings });
  } finally {
    await repository.close();
  }
}

/** A prompt by its name, or its path where two have that name. */
function findByName(project: Project, name: string): PromptAtRevision {
  const byPath = project.prompts.find(({ version }) => version.path === name);
  const found = byPath === undefined ? project.prompts.filter(({ version }) => version.name === name) : [byPath];
  if (found.length === 1 && found[0] !== undefined) return found[0];
  if (found.length > 1) {
    const paths = found.map(({ version }) => version.path);
    throw new UserError({
      message: `${found.length} prompts are called ${quote(name)}`,
      hint: `Name one by its path: ${paths.join(", ")}.`,
    });
  }
  const names = project.prompts.map(({ version }) => version.name);
  const near = nearest(name, names);
  const hint = near === null ? `Prompts: ${names.join(", ") || "none"}.` : `Did you mean ${quote(near)}?`;
  throw new UserError({ message: `there is no prompt called ${quote(name)}`, hint });
}
