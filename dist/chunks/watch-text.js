import { d as visible, g as wrap } from "./escape.js";
import { a as formatCount, i as formatCost } from "./numbers.js";

// src/report/watch-text.ts
/** Where two gates agreed, for a terminal of 80 columns. */
function renderWatch(report) {
	const row = (label, value) => `  ${label.padEnd(28)}${String(value).padStart(14)}`;
	const rowOfTwo = (label, ours, theirs) => `${row(label, ours)}${String(theirs).padStart(18)}`;
	const list = (title, found) => found.length === 0 ? [] : [
		"",
		title,
		...found.flatMap(({ number, reason }) => wrap(`#${number} ${visible(reason)}`, 80))
	];
	const { theirEstimate: theirs } = report;
	return `${[
		`Pull requests of the last ${report.days} days, both gates side by side:`,
		"",
		row("both passed", report.bothPassed),
		row("both failed", report.bothFailed),
		row("only Prompt Assay failed", report.onlyOurs.length),
		row("only the other gate failed", report.onlyTheirs.length),
		row("judged by one of the two", report.oneGate),
		"",
		rowOfTwo("", "Prompt Assay", "other gate"),
		rowOfTwo("runs", report.runs, report.theirRuns),
		rowOfTwo("calls", report.runs === 0 ? "unknown" : formatCount(report.calls), theirs === null ? "unknown" : `about ${formatCount(theirs.calls)}`),
		rowOfTwo("cost", writeCost(report.cost), theirs === null ? "unknown" : writeCost(theirs.cost, "about ")),
		"",
		...wrap(`Counted on the last commit of each pull request. ${describeEstimate(report)}`, 80),
		...list("Only Prompt Assay failed:", report.onlyOurs),
		...list("Only the other gate failed; Prompt Assay said:", report.onlyTheirs)
	].join("\n")}\n`;
}
/** What the figures of the other gate rest on. */
function describeEstimate({ theirRuns, theirEstimate, runs, calls, cost }) {
	if (runs === 0) return "No check run of Prompt Assay with its figures was found: the job needs checks: write.";
	if (theirRuns === 0) return "No check run of the other gate was found: name it with --check.";
	if (theirEstimate === null) return "What the other gate calls cannot be told: no configuration of it is read here whole.";
	return `${`The other gate's figures are an estimate: its configuration plans ${formatCount(theirEstimate.callsPerRun)} calls a run`}${theirEstimate.cost === null || cost === null ? "" : `, at ${formatCost(cost / calls)} a call, which is what ours cost here`}. Its cache, or a run over changed prompts alone, takes less.${theirEstimate.cost === null ? " Without a priced call of ours its cost is unknown." : ""}`;
}
function writeCost(cost, before = "") {
	return cost === null ? "unknown" : `${before}${formatCost(cost)}`;
}

export { renderWatch };