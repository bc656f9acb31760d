import { r as defuse, s as inline } from "./escape2.js";
import { T as describeReason, a as describeFailures, x as gatedComparisons } from "./facts.js";
import { a as pad, c as wrap } from "./layout2.js";
import { a as formatCount, d as formatNarrowInterval, n as formatAmount, o as formatCounted, p as formatShare, s as formatDuration, u as formatNarrowChange } from "./numbers.js";

// src/report/backtest-text.ts
/** Where the columns of a row fit side by side. */
const fullWidth = 80;
/** Columns of a row and the side to which they are set; with two spaces between them they fill the width. */
const cells = [
	[
		"commit, prompt",
		17,
		"left"
	],
	[
		"verdict",
		13,
		"left"
	],
	[
		"metric",
		11,
		"left"
	],
	[
		"change",
		7,
		"right"
	],
	[
		"interval",
		16,
		"right"
	],
	[
		"calls",
		6,
		"right"
	]
];
const stopped = "stopped";
/** A backtest for the terminal: a row a prompt under its commit, and one sentence that says what it comes to. */
function renderBacktest(report, columns) {
	const { changes, controls } = report;
	const width = Math.min(fullWidth, columns);
	const header = changes.length + controls.length === 0 || width < fullWidth ? [] : [layRow(cells.map(([title]) => title))];
	const text = [
		describeBacktest(report).flatMap((line) => wrap(line, width)),
		[...header, ...changes.flatMap((change) => layChange(change, width))],
		controls.length === 0 ? [] : ["A version against itself", ...controls.flatMap((control) => layControl(control, width))],
		layList("Left out", report.leftOut.map(describeLeftOut), width),
		layList("Warnings", report.warnings, width),
		[...wrap(concludeBacktest(report), width), ...layCalls(report, width)]
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
	return defuse(`${text.join("\n\n")}\n`);
}
/** `Of 12 changes the gate would have stopped 2; of 3 comparisons of a version with itself it stopped 0.` */
function concludeBacktest({ changes, controls, controlsLeftOut, leftOut, commits }) {
	if (commits.found === 0) return "No prompt change was found, so there is nothing to tell.";
	const judged = changes.filter((change) => change.stopped !== null);
	const alike = controls.filter((control) => control.falseAlarm !== null);
	const stops = judged.filter((change) => change.stopped).length;
	const alarms = alike.filter((control) => control.falseAlarm).length;
	const unjudged = changes.length - judged.length + (controls.length - alike.length);
	const budget = leftOut.filter(({ reason }) => reason === "budget").length;
	const unfit = [...budget > 0 ? [formatCounted(budget, "change")] : [], ...controlsLeftOut > 0 ? [`${formatCounted(controlsLeftOut, "comparison")} of a version with itself`] : []];
	const itself = `of ${formatCounted(alike.length, "comparison")} of a version with itself it stopped ${formatCount(alarms)}`;
	return [
		judged.length === 0 ? "No change was judged." : `Of ${formatCounted(judged.length, "change")} the gate would have stopped ${formatCount(stops)}${alike.length === 0 ? "" : `; ${itself}`}.`,
		...alike.length === 0 ? ["No version was compared with itself."] : [],
		...judged.length === 0 && alike.length > 0 ? [`O${itself.slice(1)}.`] : [],
		...unjudged > 0 ? [`${formatCounted(unjudged, "comparison")} could not be judged.`] : [],
		...unfit.length > 0 ? [`${unfit.join(" and ")} did not fit into the budget.`] : []
	].join(" ");
}
/** What was looked at, and by whose rules it was judged. */
function describeBacktest({ branch, commits, goalposts, gate }) {
	const name = inline(branch.revision, 60);
	const found = commits.found === 0 ? "no prompt change" : formatCounted(commits.found, "prompt change");
	const judge = goalposts.commit === null ? `the ${goalposts.revision}` : inline(goalposts.revision, 60);
	const margin = formatAmount({
		kind: "bounded",
		direction: "higher",
		unit: null
	}, gate.margin);
	return [
		`Backtest of ${name}: ${found} in ${commits.seen === 1 ? "its last commit" : `its last ${formatCount(commits.seen)} commits`}.`,
		`Yesterday's prompts over today's golden sets: judged by the configuration, scorers and golden sets of ${judge}.`,
		`Gate: tolerance ${margin} by default, ${formatShare(gate.alpha)} false alarms. Changes and intervals are in points, of ratios in %.`
	];
}
function layChange(change, width) {
	const mark = change.stopped ? stopped : "";
	const room = width - (mark === "" ? 0 : mark.length + 2);
	const title = inline(`${shortId(change.commit)} ${change.subject}`, room);
	return [mark === "" ? title : `${pad(title, room + 2, "left")}${mark}`, ...change.prompts.flatMap((prompt) => layPrompt(inline(prompt.name, 15), prompt, width))];
}
function layControl(control, width) {
	return layPrompt(inline(`${shortId(control.baseline?.revision ?? "")} ${control.name}`, 15), control, width);
}
/** The row of a prompt: of the metrics that count, the worst; and what a reader must know of it. */
function layPrompt(name, prompt, width) {
	const [main] = gatedComparisons(prompt);
	const notes = [
		...prompt.reason === null ? [] : [describeReason(prompt.reason).replace(/^: /, "")],
		...prompt.stopped === null ? [] : [`decided after ${prompt.stopped.cases} of ${prompt.stopped.of} cases`],
		...prompt.unfitCases === 0 ? [] : [`${prompt.unfitCases} of ${prompt.unfitCases + prompt.cases} cases left out: they lack a variable that these versions need`]
	];
	const numbers = [
		main === void 0 ? "–" : inline(main.metric, 11),
		main === void 0 ? "–" : formatNarrowChange(main, main.difference),
		main === void 0 ? "–" : formatNarrowInterval(main, main.interval),
		formatCount(prompt.calls)
	];
	return [...width < fullWidth ? layStacked(name, prompt, numbers, width) : [layRow([
		`  ${name}`,
		prompt.verdict,
		...numbers
	])], ...notes.flatMap((note) => wrap(note, width - 4).map((line) => `    ${line}`))];
}
/** Where columns do not fit side by side: the verdict beside the name, the numbers below it. */
function layStacked(name, { verdict }, [metric, change, interval, calls], width) {
	const told = [...metric === "–" ? [] : [`${metric} ${change} (${interval})`], `${calls} calls`].join(", ");
	return [`  ${name}  ${verdict}`, ...wrap(told, width - 4).map((line) => `    ${line}`)];
}
function layRow(texts) {
	return cells.map(([, room, align], index) => pad(texts[index] ?? "", room, align)).join("  ").trimEnd();
}
function describeLeftOut({ commit, subject, prompts, detail }) {
	const paths = prompts.map((path) => inline(path, 60)).join(", ");
	return `${shortId(commit)} ${inline(subject, 40)} (${paths}): ${inline(detail, 200)}`;
}
function layList(title, sentences, width) {
	if (sentences.length === 0) return [];
	return [title, ...sentences.flatMap((sentence) => wrap(inline(sentence, 600), width - 4).map((line, index) => `  ${index === 0 ? "-" : " "} ${line}`))];
}
function layCalls(report, width) {
	const { calls, stored, budget, durationMs } = report;
	const kept = stored?.answers ?? 0;
	const shared = calls.cached - kept;
	const parts = [
		`${formatCounted(calls.made, "call")} made of at most ${formatCount(calls.planned)}`,
		...budget === null ? [] : [`budget ${formatCount(budget)}`],
		...shared > 0 ? [`${formatCounted(shared, "answer")} shared between changes`] : [],
		...kept > 0 ? [`${formatCounted(kept, "answer")} from the store`] : [],
		`${formatCount(calls.failed)} failed`,
		formatDuration(durationMs)
	];
	return [...wrap(`${parts.join(", ")}.`, width), ...describeFailures(report).flatMap((line) => wrap(line, width - 2).map((each) => `  ${each}`))];
}
function shortId(commit) {
	return inline(commit, 40).slice(0, 7);
}

export { renderBacktest };