import { ut as throwProblems } from "./errors.js";
import { n as findChanges } from "./find-changes.js";
import { t as inclusionNotes } from "./inclusion-notes.js";
import { t as openRevisions } from "./revisions.js";
import { t as versionReference } from "./version-reference.js";
import { i as projectWarnings, n as brokenProblems, r as problemText, t as baseWarnings } from "./warnings.js";

// src/pipeline/list-changes.ts
/** Lists the prompts that changed and their parts. Makes no call and judges nothing. */
async function listChanges(options) {
	const revisions = await openRevisions(options);
	try {
		const { baseline, head, changes, warnings } = await findChanges(revisions, options);
		throwProblems(brokenProblems(head));
		const told = changes.filter((change) => change.kind !== "unchanged");
		return {
			schemaVersion: 1,
			base: {
				revision: revisions.baseline.label,
				commit: revisions.baseline.commit
			},
			head: {
				revision: revisions.head.label,
				commit: revisions.head.commit
			},
			prompts: told.map((change) => ({
				name: change.name,
				path: change.path,
				previousPath: change.previousPath,
				change: {
					kind: change.kind,
					parts: change.parts
				},
				baseline: versionReference(change.baseline?.version ?? null, revisions.baseline),
				candidate: versionReference(change.candidate?.version ?? null, revisions.head),
				notes: [...change.broken?.problems.map(problemText) ?? [], ...inclusionNotes(change)]
			})),
			warnings: [
				...baseWarnings([baseline], head),
				...warnings,
				...projectWarnings(head, changes)
			]
		};
	} finally {
		await revisions.repository.close();
	}
}

export { listChanges as t };