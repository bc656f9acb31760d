import { d as visible, g as wrap } from "./escape.js";

// src/report/watch-text.ts
/** Where two gates agreed, for a terminal of 80 columns. */
function renderWatch(report) {
	const row = (label, value) => `  ${label.padEnd(28)}${String(value).padStart(12)}`;
	const list = (title, found) => found.length === 0 ? [] : [
		"",
		title,
		...found.flatMap(({ number, reason }) => wrap(`#${number} ${visible(reason)}`, 80))
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
		`  ${"".padEnd(28)}${"Prompt Assay".padStart(12)}${"other gate".padStart(14)}`,
		`${row("runs", report.runs)}${String(report.theirRuns).padStart(14)}`,
		`${row("calls", report.runs === 0 ? "unknown" : report.calls)}${"unknown".padStart(14)}`,
		`${row("cost", writeCost(report.cost))}${"unknown".padStart(14)}`,
		...list("Only Prompt Assay failed:", report.onlyOurs),
		...list("Only the other gate failed; Prompt Assay said:", report.onlyTheirs)
	].join("\n")}\n`;
}
function writeCost(cost) {
	if (cost === null) return "unknown";
	return cost > 0 && cost < .01 ? "below $0.01" : `$${cost.toFixed(2)}`;
}

export { renderWatch };