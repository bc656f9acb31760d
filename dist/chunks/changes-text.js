import { d as visible } from "./escape2.js";

// src/report/changes-text.ts
/** What each kind of change is called. */
const kinds = {
	changed: "changed",
	judging: "judged differently",
	new: "new",
	deleted: "deleted",
	renamed: "renamed",
	repaired: "repaired",
	unchanged: "unchanged"
};
/** The changed prompts for a terminal: deleted ones first, since nothing else will tell of them. */
function renderChanges(report) {
	const { base, head, prompts } = report;
	const lines = [`${visible(base?.revision ?? "nothing")} → ${visible(head.revision)}`];
	if (prompts.length === 0) lines.push("No prompt changed.");
	const deletedFirst = prompts.toSorted((left, right) => rank(left.change.kind) - rank(right.change.kind));
	const widest = Math.max(0, ...deletedFirst.map(({ change }) => kinds[change.kind].length));
	for (const { path, previousPath, change, notes } of deletedFirst) {
		const from = previousPath === null ? "" : ` (was ${previousPath})`;
		const parts = change.parts.length === 0 ? "" : `: ${change.parts.join(", ")}`;
		lines.push(`  ${kinds[change.kind].padEnd(widest)}  ${visible(`${path}${from}`)}${parts}`);
		for (const note of notes) lines.push(`    ${visible(note)}`);
	}
	return `${lines.join("\n")}\n`;
}
function rank(kind) {
	return kind === "deleted" ? 0 : 1;
}

export { renderChanges };