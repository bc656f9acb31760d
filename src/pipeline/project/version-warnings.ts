import type { Repository } from "../../changes/repository.ts";
import type { PromptVersion } from "../../model.ts";
import { judgeVersion } from "../../prompts/semantic-version.ts";
import type { RunOptions } from "../options.ts";
import { loadOptions } from "./find-changes.ts";
import type { Project } from "./load-project.ts";
import { type FoundPrompt, findPastChanges } from "./past-changes.ts";

/** Changes further back are not looked at: who checks waits for it. */
const mostChanges = 500;

/**
 * Where prompts state versions: behaviour that changed without a bump, a version that went backwards, and one that stands
 * for different prompts in the history. The history is read only where some prompt states a version.
 */
export async function warnOfVersions(
  repository: Repository,
  project: Project,
  options: RunOptions,
): Promise<readonly string[]> {
  const versioned = project.prompts.filter(({ version }) => version.semanticVersion !== null);
  if (versioned.length === 0) return [];
  const { found } = await findPastChanges(repository, await repository.history("HEAD"), project, {
    last: mostChanges,
    load: loadOptions(repository.prefix, options),
    environment: { ...options.environment },
    fromNothing: true,
    wants: ({ change }: FoundPrompt) => change.kind === "changed" || change.kind === "new",
  });
  return versioned.flatMap(({ version: today }) => {
    const past = found.flatMap(({ commit, prompts }) =>
      prompts.flatMap(({ change, pathToday }) =>
        change.candidate === null || pathToday !== today.path
          ? []
          : [{ commit: commit.commit, version: change.candidate.version }],
      ),
    );
    const wrong = judgeToday(
      today,
      past.map(({ version }) => version),
    );
    return [...(wrong === null ? [] : [`${today.path} ${wrong}`]), ...usedTwice(today, past)];
  });
}

/**
 * Against the last commit; and where that is today's version itself, as it is wherever a pull request is checked, against
 * the one before, which alone tells that the number went back. To go back to what had the number before is a roll-back.
 */
function judgeToday(today: PromptVersion, past: readonly PromptVersion[]): string | null {
  const [last] = past;
  if (last === undefined) return null;
  const { fingerprint, semanticVersion } = today;
  const isSame = (each: PromptVersion): boolean =>
    each.fingerprint === fingerprint && each.semanticVersion === semanticVersion;
  if (!isSame(last)) return past.some(isSame) ? null : judgeVersion(last, today);
  const [, ...earlier] = past;
  const before = earlier.find((each) => each.fingerprint !== fingerprint);
  // That one number stands for both is told of the whole history.
  const bumped = before !== undefined && before.semanticVersion !== semanticVersion;
  return bumped && !earlier.some(isSame) ? judgeVersion(before, today) : null;
}

function usedTwice(
  today: PromptVersion,
  past: readonly { readonly commit: string; readonly version: PromptVersion }[],
): readonly string[] {
  const uses = new Map<string, Map<string, string>>();
  for (const { commit, version } of past) {
    if (version.semanticVersion === null) continue;
    const commits = uses.get(version.semanticVersion) ?? new Map<string, string>();
    uses.set(version.semanticVersion, commits.set(version.fingerprint, commit.slice(0, 7)));
  }
  return [...uses].flatMap(([number, commits]) =>
    commits.size < 2
      ? []
      : [
          `${today.path}: version ${number} stands for ${commits.size} different prompts: ${[...commits.values()].join(", ")}`,
        ],
  );
}
