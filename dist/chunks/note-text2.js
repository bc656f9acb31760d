import { d as visible } from "./escape2.js";

// src/report/note-text.ts
/** By this name git pushes and fetches them. */
const notesRef = "refs/notes/prompt-assay";
/** What was noted, and what is left for its user to do. */
function renderNoted({ commit, verdicts, added }) {
	if (commit === null) return "Nothing to note: the report has no verdict on a version.\n";
	const lines = verdicts.map(({ path, version, ...each }) => `  ${visible(path)}${version === null ? "" : ` ${version}`}: ${describeVerdict(each)}`);
	const what = added.length === 0 ? "Noted before" : "Noted";
	const push = `Nothing was pushed. For others: git push origin ${notesRef}`;
	return `${[
		`${what} on ${commit.slice(0, 7)}:`,
		...lines,
		push
	].join("\n")}\n`;
}
/** `regression (accepted)` */
function describeVerdict({ verdict, accepted }) {
	return accepted ? `${verdict} (accepted)` : verdict;
}

export { notesRef as n, renderNoted as r, describeVerdict as t };