import type { Repository } from "../../changes/repository.ts";
import type { PromptVersion } from "../../model.ts";
import { judgeVersion } from "../../prompts/semantic-version.ts";
import { fileOfPrompt } from "../../source/repository-path.ts";
import type { RunOptions } from "../options.ts";
import { loadOptions } from "./find-changes.ts";
import type { Project } from "./load-project.ts";
import { bringsVersion, findPastChanges } from "./past-changes.ts";

/** Changes further back are not looked at: who checks waits for it. */
const mostChanges = 500;

/**
 * Where prompts state versions: behaviour that changed without a bump, a version that went backwards, and one that stands
 * for different prompts in the history. The history is read only where some prompt states a version, or did.
 */
export async function warnOfVersions(
  repository: Repository,
  project: Project,
  options: RunOptions,
): Promise<readonly string[]> {
  const stating = await findStating(repository, project);
  if (stating.length === 0) return [];
  const { found } = await findPastChanges(repository, await repository.history("HEAD"), project, {
    last: mostChanges,
    load: loadOptions(repository.prefix, options),
    environment: { ...options.environment },
    fromNothing: true,
    wants: bringsVersion,
  });
  return stating.flatMap((today) => {
    const past = found.flatMap(({ commit, prompts }) =>
      prompts.flatMap(({ change, pathToday }) =>
        change.candidate === null || pathToday !== today.path
          ? []
          : [{ commit: commit.commit.slice(0, 7), version: change.candidate.version }],
      ),
    );
    const versions = past.map(({ version }) => version);
    const before = findBefore(today, versions);
    const wrong = before === null ? null : judgeVersion(before, today);
    // The number that was not raised is told as that.
    const told = before?.semanticVersion === today.semanticVersion ? today.semanticVersion : null;
    return [
      ...(wrong === null ? [] : [`${today.path} ${wrong}`]),
      ...usedTwice(today, past)
        .filter(({ number }) => number !== told)
        .map(({ warning }) => warning),
    ];
  });
}

/** Prompts that state a version, or whose file did at the last commit. */
async function findStating(repository: Repository, { prompts }: Project): Promise<readonly PromptVersion[]> {
  const head = await repository.tree("HEAD").catch(() => null);
  const stated = async ({ path }: PromptVersion): Promise<boolean> =>
    /^\W{0,4}version\W/m.test(new TextDecoder().decode((await head?.read(fileOfPrompt(path))) ?? new Uint8Array()));
  const found = await Promise.all(
    prompts.map(async ({ version }) => (version.semanticVersion !== null || (await stated(version)) ? [version] : [])),
  );
  return found.flat();
}

/**
 * What today's version is judged beside: the last commit; and where that is today's version itself, as it is wherever a pull
 * request is checked, the one before. Null where there is none, and where what was there before is back: a roll-back.
 */
function findBefore(today: PromptVersion, past: readonly PromptVersion[]): PromptVersion | null {
  const { fingerprint, semanticVersion } = today;
  const isSame = (each: PromptVersion): boolean =>
    each.fingerprint === fingerprint && each.semanticVersion === semanticVersion;
  const [last, ...earlier] = past;
  if (last === undefined) return null;
  if (!isSame(last)) return past.some(isSame) ? null : last;
  if (earlier.some(isSame)) return null;
  return earlier[0] ?? null;
}

/** Numbers that stand for different prompts, among the commits and in the working tree. */
function usedTwice(
  today: PromptVersion,
  past: readonly { readonly commit: string; readonly version: PromptVersion }[],
): readonly { readonly number: string; readonly warning: string }[] {
  const uses = new Map<string, Map<string, string>>();
  for (const { commit, version } of [{ commit: "the working tree", version: today }, ...past]) {
    if (version.semanticVersion === null) continue;
    const commits = uses.get(version.semanticVersion) ?? new Map<string, string>();
    uses.set(version.semanticVersion, commits.set(version.fingerprint, commit));
  }
  return [...uses].flatMap(([number, commits]) =>
    commits.size < 2
      ? []
      : [
          {
            number,
            warning: `${today.path}: version ${number} stands for ${commits.size} different prompts: ${[...commits.values()].join(", ")}`,
          },
        ],
  );
}
