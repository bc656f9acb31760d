import { d as visible } from "./escape2.js";
import { c as wrap } from "./layout2.js";

// src/report/watch-text.ts
/** Columns of a label, and of the numbers of either gate. */
const widest = 28;
const ours = 12;
const theirs = 14;
/** Where two gates agreed, for a terminal. */
function renderWatch(report, width) {
	const rowOf = (room) => (label, value) => `  ${label.padEnd(Math.min(widest, room))}${String(value).padStart(ours)}`;
	const row = rowOf(width - ours - 2);
	const both = rowOf(width - ours - theirs - 2);
	const list = (title, found) => found.length === 0 ? [] : [
		"",
		title,
		...found.flatMap(({ number, reason }) => wrap(`#${number} ${visible(reason)}`, width))
	];
	return `${[
		`Pull requests of the last ${report.days} days, both gates side by side:`,
		"",
		row("both passed", report.bothPassed),
		row("both failed", report.bothFailed),
		row("only Prompt Assay failed", report.onlyOurs.length),
		row("only the other gate failed", report.onlyTheirs.length),
		row("judged by one of the two", report.oneGate),
		"",
		`${both("", "Prompt Assay")}${"other gate".padStart(theirs)}`,
		`${both("runs", report.runs)}${String(report.theirRuns).padStart(theirs)}`,
		`${both("calls", report.runs === 0 ? "unknown" : report.calls)}${"unknown".padStart(theirs)}`,
		`${both("cost", writeCost(report.cost))}${"unknown".padStart(theirs)}`,
		...list("Only Prompt Assay failed:", report.onlyOurs),
		...list("Only the other gate failed; Prompt Assay said:", report.onlyTheirs)
	].join("\n")}\n`;
}
function writeCost(cost) {
	if (cost === null) return "unknown";
	return cost > 0 && cost < .01 ? "below $0.01" : `$${cost.toFixed(2)}`;
}

export { renderWatch };