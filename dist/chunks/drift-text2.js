import { a as rowName, n as describeDrift, r as formatEvidence } from "./drift-words.js";
import { g as wrap, r as defuse, s as inline } from "./escape.js";
import { a as formatCount, f as formatP, i as formatCost } from "./numbers.js";

// src/report/drift-text.ts
const width = 80;
const states = {
	reference: "reference taken",
	steady: "steady",
	drifting: "DRIFTING",
	gap: "no night",
	skipped: "not run"
};
/** A night for the terminal. */
function renderDrift(report) {
	const sections = [
		[`Night of ${report.at.slice(0, 16).replace("T", " ")} UTC; the history is in ${inline(report.history, 60)}.`],
		...report.prompts.map(layPrompt),
		[concludeDrift(report)],
		[spending(report)]
	];
	return defuse(`${sections.map((lines) => lines.flatMap(wrapIndented).join("\n")).join("\n\n")}\n`);
}
/** A long line goes on where it began. */
function wrapIndented(line) {
	const [indent = ""] = /^ */.exec(line) ?? [];
	return wrap(line.slice(indent.length), width - indent.length).map((part) => `${indent}${part}`);
}
function layPrompt(prompt) {
	const nights = prompt.nights === 0 ? "" : `, night ${formatCount(prompt.nights)} since the reference`;
	const shown = prompt.rows.filter(({ watched, drift }) => watched || drift !== null);
	return [
		`${inline(prompt.name, 48)}: ${states[prompt.status]}${nights}`,
		...prompt.reason === null ? [] : [`  ${inline(prompt.reason, 400)}`],
		...prompt.gaps >= 3 ? [`  ${prompt.gaps} nights in a row could not be judged.`] : [],
		...shown.flatMap(layRow)
	];
}
function layRow({ row, reference, tonight, pValue, eValue, drift, found }) {
	const level = (mean) => mean === null ? "–" : mean.mean.toFixed(3);
	const single = pValue === null ? "" : `, tonight alone ${formatP(pValue)}`;
	const evidence = eValue === null ? "" : `, evidence ${formatEvidence(eValue)}`;
	const event = found ?? drift;
	return [`  ${inline(rowName(row), 40)}: reference ${level(reference)}, tonight ${level(tonight)}${single}${evidence}`, ...event === null ? [] : [`    ${inline(describeDrift(event), 400)}`, ...event.details.map((detail) => `    ${inline(detail, 400)}`)]];
}
/** What the night comes to, in one sentence. */
function concludeDrift({ prompts }) {
	const count = (status) => prompts.filter((each) => each.status === status).length;
	const told = [
		[count("drifting"), "drifting"],
		[count("steady"), "steady"],
		[count("reference"), "with a new reference"],
		[count("gap"), "that could not be judged"]
	].filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
	if (told.length === 0) return "No prompt was run.";
	return `${prompts.length === 1 ? "1 prompt" : `${prompts.length} prompts`}: ${told.join(", ")}.`;
}
function spending({ calls, cost, costOfMonth }) {
	const paid = cost === null ? "cost unknown" : formatCost(cost);
	const month = costOfMonth === null ? "" : `, ${formatCost(costOfMonth)} this month`;
	return `${formatCount(calls.made)} calls, ${formatCount(calls.failed)} failed; ${paid}${month}.`;
}

export { renderDrift as n, concludeDrift as t };