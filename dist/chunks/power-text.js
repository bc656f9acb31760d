import { d as visible } from "./escape2.js";
import { a as pad, c as wrap, s as shorten } from "./layout2.js";
import { a as formatCount, n as formatAmount, o as formatCounted, p as formatShare, t as formatAbout } from "./numbers.js";

// src/report/power-text.ts
/** What golden sets can tell, for a terminal: a table over the trials for each, then what follows from it. */
function renderPower({ sets }, width) {
	if (sets.length === 0) return "No golden set to tell of.\n";
	const lines = sets.flatMap((set) => [...describeSet(set, width), ""]);
	const meaning = "Detectable: a drop of this size is found 4 times in 5, and an unchanged prompt is certified as often against a tolerance of this size. For pass rates; graded scores vary less and mostly tell more. Calls are counted as if no answer of the baseline were stored.";
	return `${[...lines, ...wrap(meaning, width)].join("\n")}\n`;
}
function describeSet(set, width) {
	const { name, path, passRate, margin, alpha } = set;
	const title = name === null ? `A golden set of ${formatCounted(set.cases, "case")}` : shorten(visible(`${name} (${path})`), width);
	const facts = [
		...name === null ? [] : [formatCounted(set.cases, "case") + worth(set)],
		`pass rate ${formatShare(passRate)}`,
		`tolerance ${points(margin)}`,
		`false alarms ${formatShare(alpha)}`
	];
	const sentences = [
		describeCalls(set),
		describeReach(set),
		...describeWeakness(set),
		...set.notes.map(visible)
	].flatMap((sentence) => indent(sentence, width));
	return [
		title,
		...indent(facts.join(", "), width),
		"",
		...layTable(set, width),
		"",
		...sentences
	];
}
function indent(text, width) {
	return wrap(text, width - 2).map((line) => `  ${line}`);
}
function worth({ cases, effectiveCases }) {
	const rounded = Math.round(effectiveCases);
	return rounded === cases ? "" : ` (by their weights worth ${formatCount(rounded)})`;
}
/** A row for each number of trials; where the columns do not fit side by side, a sentence. */
function layTable({ byTrials, margin }, width) {
	const rows = [[
		"trials",
		"calls",
		"detectable drop",
		`cases for ${points(margin)}`
	], ...byTrials.map((row) => [
		nameTrials(row),
		formatCount(row.calls),
		row.detectableDrop === null ? "none" : points(row.detectableDrop),
		formatCount(row.casesNeeded)
	])];
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
	if (widths.reduce((sum, one) => sum + 2 + one, 0) > width) {
		const [, ...told] = rows;
		return told.flatMap(([trials = "", calls, drop, cases]) => {
			return indent(`${trials} ${trials === "1" ? "trial" : "trials"}: ${calls} calls, detectable drop ${drop}; ${cases} cases for ${points(margin)}`, width);
		});
	}
	return rows.map((cells) => `  ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, "right")).join("  ")}`);
}
/** `3`, or `5+1` where the baseline takes other trials than the candidate. */
function nameTrials({ trials }) {
	const { baseline, candidate } = trials;
	return baseline === candidate ? String(candidate) : `${baseline}+${candidate}`;
}
function describeCalls({ planned, expectedCalls, stopEarly }) {
	const { unchanged, dropped } = expectedCalls;
	const { baseline, candidate } = planned.trials;
	const trials = baseline === candidate ? `${formatCounted(candidate, "trial")} of each case` : `${formatCounted(baseline, "trial")} of each case for the baseline and ${candidate} for the candidate`;
	const expected = [...unchanged === null ? [] : [`about ${formatRoughly(unchanged)} where nothing changed`], ...dropped === null ? [] : [`about ${formatRoughly(dropped)} after a drop of 20 points`]].join(" and ");
	const [limit, verb] = stopEarly ? [" at most", "takes"] : [", for gate.stopEarly is off", "would take"];
	const calls = `A comparison takes ${trials}: ${formatCounted(planned.calls, "call")}${limit}.`;
	return expected === "" ? calls : `${calls} With early stopping it ${verb} ${expected}.`;
}
function describeReach({ cases, byTrials, trialsNeeded, margin }) {
	const [first] = byTrials;
	const last = byTrials.at(-1);
	const enough = byTrials.find(({ trials }) => trials.candidate === trialsNeeded);
	if (enough !== void 0) return `To tell ${points(margin)}, these ${formatCounted(cases, "case")} take ${describeTrials(enough)}.`;
	if (first === void 0 || last === void 0) return "";
	return `To tell ${points(margin)} takes about ${formatAbout(first.casesNeeded)} cases with ${describeTrials(first)}, or about ${formatAbout(last.casesNeeded)} with ${describeTrials(last)}.`;
}
function describeTrials({ trials }) {
	return `${formatCounted(trials.candidate, "trial")} each`;
}
function describeWeakness({ planned, margin }) {
	const { detectableDrop } = planned;
	if (detectableDrop === null) return ["The detectable drop is above 100 points: no drop can be seen."];
	if (detectableDrop <= 2 * margin) return [];
	return [`A drop of ${points(detectableDrop)} is more than twice the tolerance: most comparisons would end inconclusive.`];
}
function points(share) {
	return formatAmount({
		kind: "binary",
		direction: "higher",
		unit: null
	}, share);
}
/** To two digits: a mean that was simulated is not known better. */
function formatRoughly(count) {
	return formatCount(Number(count.toPrecision(2)));
}

export { renderPower };