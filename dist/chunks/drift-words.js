import { n as codeSpan, s as inline } from "./escape2.js";
import { a as formatCount, l as formatMeasure } from "./numbers.js";

// src/report/drift-words.ts
const causes = {
	model: "another model answers",
	"system-fingerprint": "the model is served by another system",
	judge: "the judge drifted, not the model",
	format: "the form of the answers changed",
	refusals: "the model refuses more often",
	latency: "only the latency changed",
	price: "the price changed",
	answers: "the same model answers otherwise"
};
/** What was found, in one sentence of plain text. */
function describeDrift(event) {
	const verb = {
		drift: towards(event),
		worse: "moved further",
		recovered: "recovered"
	};
	const { was, now, unit } = event;
	const levels = was === null || now === null ? "" : ` from ${level(was, unit)} to ${level(now, unit)}`;
	const several = event.causes.length > 1;
	const named = event.causes.map((cause) => several && cause === "judge" ? "the judge drifted" : causes[cause]).join("; ");
	return `${rowName(event.row)} ${verb[event.event]}${levels}, ${describeChange(event)}${named === "" ? "" : `: ${named}`}.`;
}
/** Which way the numbers went: what falls in quality may rise, as a latency does. */
function towards({ was, now, direction }) {
	if (was === null || now === null || was === now) return direction === "fall" ? "fell" : "rose";
	return now < was ? "fell" : "rose";
}
/** `0.62`, and an amount as `1,230 ms` */
function level(value, unit) {
	return unit === void 0 ? value.toFixed(2) : formatAmountOf(value, unit);
}
/** The mean of a run: `0.623`, `1,230 ms`, a dash where there is none. */
function meanOf(mean) {
	if (mean === null) return "–";
	return mean.unit === void 0 ? mean.mean.toFixed(3) : formatAmountOf(mean.mean, mean.unit);
}
/** With its interval at 95 %. */
function meanWithInterval(mean) {
	if (mean === null) return "–";
	const { low, high, unit } = mean;
	const ends = [low, high].map((end) => unit === void 0 ? end.toFixed(3) : formatMeasure(end));
	return `${meanOf(mean)} [${ends.join(", ")}]`;
}
function formatAmountOf(value, unit) {
	return `${formatMeasure(value)} ${inline(unit, 12)}`.trim();
}
/** Between which two nights, and how sure that is. */
function describeChange({ change }) {
	const day = (at) => at.slice(0, 10);
	const between = `between ${change.before === null ? "the reference" : `the night of ${day(change.before)}`} and that of ${day(change.first)}`;
	if (change.earliest === change.latest) return between;
	return `${between} (its first night lies from ${day(change.earliest)} to ${day(change.latest)} with 95 %)`;
}
/** `judge:helpful` as people read it. */
function rowName(row) {
	return row.startsWith("judge:") ? `the check of the judge ${row.slice(6)}` : row;
}
/** What cannot be told where no answer is kept; null where that hides nothing. */
function describeUnchecked({ unchecked }) {
	if (unchecked.length === 0) return null;
	return `No answer is kept, so that a drift of ${unchecked.length === 1 ? "the judge" : "the judges"} ${unchecked.join(", ")} cannot be told from one of the model.`;
}
/** An e-value: 0.92, 20.4, 312, 4e+12. */
function formatEvidence(eValue) {
	if (eValue >= 1e6) return eValue.toExponential(0);
	return eValue < 10 ? eValue.toFixed(2) : eValue < 100 ? eValue.toFixed(1) : formatCount(Math.round(eValue));
}
/**
* What to do about a drift, one sentence of Markdown each, the first thing first.
*
* @param onBranch whether the history is kept on GitHub
*/
function adviseOn(event, prompt, onBranch) {
	const place = onBranch ? "--branch" : "--history …";
	const named = /^[\w./-]+$/.test(prompt) ? prompt : `"${prompt}"`;
	const accept = `If the new level is all right, accept it: the label \`assay: accepted\` on this issue, or ${codeSpan(`prompt-assay drift ${place} --accept ${named} --reason "…"`, 160)}.`;
	const advice = {
		model: "Pin the model's snapshot in the prompt file, as long as the provider serves it.",
		"system-fingerprint": "Pin the model's snapshot if it has one; else repair the prompt for the system that serves it now.",
		judge: "Calibrate the judge again (`prompt-assay calibrate`), or pin its model; the prompt's answers need no repair.",
		format: "Tell the prompt which form the answer has, ask for a response format, or strip the fence before the answer is used.",
		refusals: "Read the refusals and say in the prompt what the task is for.",
		latency: "Nothing to repair in the prompt; look at the provider's status.",
		answers: "Repair the prompt for the model as it is now, or move to a snapshot that is pinned."
	};
	return [...event.causes.flatMap((cause) => advice[cause] ?? []), accept];
}

export { level as a, rowName as c, formatEvidence as i, towards as l, describeDrift as n, meanOf as o, describeUnchecked as r, meanWithInterval as s, adviseOn as t };