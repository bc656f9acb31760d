import { throwProblems } from "../errors.ts";
import type { ChangesReport } from "../model.ts";
import type { RunOptions } from "./options.ts";
import { findChanges } from "./project/find-changes.ts";
import { inclusionNotes } from "./project/inclusion-notes.ts";
import { openRevisions } from "./project/revisions.ts";
import { versionReference } from "./reports/version-reference.ts";
import { baseWarnings, brokenProblems, problemText, projectWarnings } from "./warnings.ts";

/** Lists the prompts that changed and their parts. Makes no call and judges nothing. */
export async function listChanges(options: RunOptions): Promise<ChangesReport> {
  const revisions = await openRevisions(options);
  try {
    const { baseline, head, changes, warnings } = await findChanges(revisions, options);
    throwProblems(brokenProblems(head));
    const told = changes.filter((change) => change.kind !== "unchanged");
    return {
      schemaVersion: 1,
      base: { revision: revisions.baseline.label, commit: revisions.baseline.commit },
      head: { revision: revisions.head.label, commit: revisions.head.commit },
      prompts: told.map((change) => ({
        name: change.name,
        path: change.path,
        previousPath: change.previousPath,
        change: { kind: change.kind, parts: change.parts },
        baseline: versionReference(change.baseline?.version ?? null, revisions.baseline),
        candidate: versionReference(change.candidate?.version ?? null, revisions.head),
        notes: [...(change.broken?.problems.map(problemText) ?? []), ...inclusionNotes(change)],
      })),
      warnings: [...baseWarnings([baseline], head), ...warnings, ...projectWarnings(head, changes)],
    };
  } finally {
    await revisions.repository.close();
  }
}
