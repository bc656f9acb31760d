import { openRepository, type Repository } from "../changes/repository.ts";
import { writeNote } from "../changes/write-note.ts";
import { notedEditsElsewhere, noteOfShard, throwProblems, UserError } from "../errors.ts";
import type { Report, VersionReference } from "../model.ts";
import { notesRef } from "../report/note-text.ts";
import { addToNote, type NotedVerdict, readNoteOf, verdictsOf } from "./kept/verdict-notes.ts";
import type { RunOptions } from "./options.ts";
import { loadOptions } from "./project/find-changes.ts";
import { loadProject } from "./project/load-project.ts";
import { readReportFile } from "./read-report-file.ts";

/** What was noted, and on which commit. */
export interface NotedVerdicts {
  /** Null where nothing was judged: a pull request without a changed prompt is no mistake. */
  readonly commit: string | null;
  readonly verdicts: readonly NotedVerdict[];
  /** Of them those that were not there yet. */
  readonly added: readonly NotedVerdict[];
}

/**
 * Writes the verdicts of a report into git's note of the commit that was judged. A report on edits that have been committed
 * since is noted on HEAD, if its versions are those that were judged. Nothing is pushed.
 */
export async function noteVerdicts(file: string, options: RunOptions): Promise<NotedVerdicts> {
  const read = await readReportFile(file, options.directory);
  if ("problem" in read) throw new UserError(read.problem);
  const { report } = read;
  if (report.shard !== undefined) throw new UserError(noteOfShard(file));
  const verdicts = verdictsOf(report, (options.now ?? (() => new Date()))().toISOString());
  if (verdicts.length === 0) return { commit: null, verdicts, added: [] };
  const environment = { ...options.environment };
  const repository = await openRepository(options.directory, environment);
  try {
    const commit = await repository.resolve(report.head.commit ?? "HEAD");
    if (report.head.commit === null) await checkCommitted(report, repository, options);
    const notes = await repository.tree(notesRef).catch(() => null);
    const before = notes === null ? "" : await readNoteOf(notes, commit);
    const { text, added } = addToNote(before, verdicts);
    if (added.length > 0) await writeNote(repository.root, environment, notesRef, commit, text);
    return { commit, verdicts, added };
  } finally {
    await repository.close();
  }
}

/** Edits that were judged before they were committed: HEAD must have the very versions. */
async function checkCommitted({ prompts }: Report, repository: Repository, options: RunOptions): Promise<void> {
  const { prompts: committed } = await loadProject(await repository.tree("HEAD"), {
    ...loadOptions(repository.prefix, options),
    callsOnly: true,
    optional: true,
  });
  const isThere = (path: string, { fingerprint }: VersionReference): boolean =>
    committed.some(({ version }) => version.path === path && version.fingerprint === fingerprint);
  throwProblems(
    prompts.flatMap(({ path, candidate }) =>
      candidate === null || isThere(path, candidate) ? [] : [notedEditsElsewhere(path)],
    ),
  );
}
