import { d as visible } from "./escape2.js";
import { c as wrap } from "./layout2.js";
import { a as formatCount, i as formatCost } from "./numbers.js";

// src/report/watch-text.ts
/** Columns of a label, and of the numbers of either gate. */
const widest = 28;
const ours = 14;
const theirs = 18;
/** Where two gates agreed, for a terminal. */
function renderWatch(report, width) {
	const [wide, wider] = width < 60 ? [12, 14] : [ours, theirs];
	const rowOf = (room) => (label, value) => `  ${label.padEnd(Math.min(widest, room))}${String(value).padStart(wide)}`;
	const row = rowOf(width - wide - 2);
	const rowOfTwo = (label, own, other) => `${rowOf(width - wide - wider - 2)(label, own)}${String(other).padStart(wider)}`;
	const list = (title, found) => found.length === 0 ? [] : [
		"",
		title,
		...found.flatMap(({ number, reason }) => wrap(`#${number} ${visible(reason)}`, width))
	];
	const { theirEstimate } = report;
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
		rowOfTwo("calls", report.runs === 0 ? "unknown" : formatCount(report.calls), theirEstimate === null ? "unknown" : `about ${formatCount(theirEstimate.calls)}`),
		rowOfTwo("cost", writeCost(report.cost), theirEstimate === null ? "unknown" : writeCost(theirEstimate.cost, "about ")),
		"",
		...wrap(`Counted on the last commit of each pull request. ${describeEstimate(report)}`, width),
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