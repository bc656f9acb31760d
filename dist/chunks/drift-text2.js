import { c as rowName, i as formatEvidence, n as describeDrift, o as meanOf } from "./drift-words.js";
import { r as defuse, s as inline } from "./escape2.js";
import { c as wrap } from "./layout2.js";
import { a as formatCount, f as formatP, i as formatCost } from "./numbers.js";

// src/report/drift-text.ts
/** A night reads no better in longer lines. */
const widest = 80;
const states = {
	reference: "reference taken",
	steady: "steady",
	drifting: "DRIFTING",
	gap: "no night",
	skipped: "not run"
};
/** A night for the terminal. */
function renderDrift(report, columns) {
	const width = Math.min(widest, columns);
	const sections = [
		[`Night of ${report.at.slice(0, 16).replace("T", " ")} UTC; the history is in ${inline(report.history, 60)}.`],
		...report.prompts.map(layPrompt),
		[concludeDrift(report)],
		[spending(report), `A drift is told where the evidence reaches ${formatCount(report.alarmAt)}.`]
	];
	return defuse(`${sections.map((lines) => lines.flatMap((line) => wrapIndented(line, width)).join("\n")).join("\n\n")}\n`);
}
/** A long line goes on a little further in than it began. */
function wrapIndented(line, width) {
	const [indent = ""] = /^ */.exec(line) ?? [];
	const further = `${indent}  `;
	const [first = "", ...rest] = wrap(line.slice(indent.length), width - further.length);
	return [`${indent}${first}`, ...rest.map((part) => `${further}${part}`)];
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
	const single = pValue === null ? "" : `, tonight alone ${formatP(pValue)}`;
	const evidence = eValue === null ? "" : `, evidence ${formatEvidence(eValue)}`;
	const event = found ?? drift;
	return [`  ${inline(rowName(row), 40)}: reference ${meanOf(reference)}, tonight ${meanOf(tonight)}${single}${evidence}`, ...event === null ? [] : [`    ${inline(describeDrift(event), 400)}`, ...event.details.map((detail) => `    ${inline(detail, 400)}`)]];
}
/** What the night comes to, in one sentence. */
function concludeDrift({ prompts }) {
	const count = (status) => prompts.filter((each) => each.status === status).length;
	const parts = [
		[count("drifting"), "drifting"],
		[count("steady"), "steady"],
		[count("reference"), "with a new reference"],
		[count("gap"), "that could not be judged"],
		[count("skipped"), "not run"]
	];
	if (count("skipped") === prompts.length) return "No prompt was run.";
	const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
	return `${prompts.length === 1 ? "1 prompt" : `${prompts.length} prompts`}: ${told.join(", ")}.`;
}
function spending({ calls, cost, costOfMonth }) {
	const paid = cost === null ? "cost unknown" : formatCost(cost);
	const month = costOfMonth === null ? "" : `, ${formatCost(costOfMonth)} this month`;
	return `${formatCount(calls.made)} calls, ${formatCount(calls.failed)} failed; ${paid}${month}.`;
}

export { renderDrift as n, concludeDrift as t };