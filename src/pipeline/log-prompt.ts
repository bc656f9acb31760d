import { existsSync } from "node:fs";
import { readOrigin } from "../changes/origin.ts";
import type { Repository } from "../changes/repository.ts";
import type { LoggedVerdict, LoggedVersion, Tree } from "../model.ts";
import { notesRef } from "../report/note-text.ts";
import { openRunStore, type RunStore, storeFolder, storePlace } from "./kept/run-store.ts";
import { readStandings } from "./kept/standings.ts";
import { readNotes } from "./kept/verdict-notes.ts";
import type { RunOptions } from "./options.ts";
import type { Project } from "./project/load-project.ts";
import { withHistory } from "./prompt-history.ts";

/** A prompt's versions, the newest first, with what is known of each. */
export interface PromptLog {
  readonly name: string;
  readonly path: string;
  readonly versions: readonly LoggedVersion[];
  /** Whether this clone came from somewhere, but never fetched notes of verdicts. */
  readonly notesUnfetched: boolean;
  readonly warnings: readonly string[];
}

/**
 * The versions of a prompt with the last verdict on each, from this machine's store or from the notes of git, and how it
 * held against drift. Both are found by the fingerprint: squashed, rebased or renamed, a version stays what it is.
 *
 * @param history a folder with drift's history; null: its branch as this clone has it, else its usual folder
 */
export function logPrompt(name: string, options: RunOptions, history: string | null): Promise<PromptLog> {
  return withHistory(name, options, async ({ prompt, project, repository, versions, warnings }) => {
    const notes = await treeOf(repository, notesRef);
    const noted = notes === null ? [] : await readNotes(notes);
    const standings = await readStandings(repository, history);
    const kept = openVerdicts(repository.root, project, options);
    const lastOn = (fingerprint: string): LoggedVerdict | null => {
      const stored = kept?.store.verdicts.ofVersion(fingerprint).at(-1);
      const all: readonly LoggedVerdict[] = [
        ...(stored === undefined
          ? []
          : [{ verdict: stored.verdict, accepted: false, at: stored.at, from: "store" as const }]),
        ...noted
          .filter((each) => each.fingerprint === fingerprint)
          .map(({ verdict, accepted, at }) => ({ verdict, accepted, at, from: "note" as const })),
      ];
      return all.toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at)).at(-1) ?? null;
    };
    const logged = versions.map(({ tree: _tree, version, ...commit }): LoggedVersion => {
      const { semanticVersion, fingerprint } = version;
      return {
        ...commit,
        version: semanticVersion,
        fingerprint,
        verdict: lastOn(fingerprint),
        drift: standings.get(fingerprint) ?? null,
      };
    });
    kept?.store.close();
    const { name: own, path } = prompt.version;
    const notesUnfetched = notes === null && (await readOrigin(repository.root, { ...options.environment })) !== null;
    return { name: own, path, versions: logged, notesUnfetched, warnings };
  });
}

/** The files behind a name of git; null where this clone has none of that name. */
function treeOf(repository: Repository, ref: string): Promise<Tree | null> {
  return repository.tree(ref).catch(() => null);
}

/** The store where there is one: looking back makes none. */
function openVerdicts(root: string, project: Project, options: RunOptions): RunStore | null {
  const place = storePlace(root, project.config);
  if (!existsSync(storeFolder(place, options))) return null;
  return openRunStore(place, Object.values(project.config.providers), options, "log", () => {});
}
