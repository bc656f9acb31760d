import { s as shorten } from "./layout2.js";
import { d as visible, i as escapeTerminal, u as quoteName } from "./escape2.js";
import { i as totalCost } from "./estimate-run.js";
import { i as formatCost, o as formatCounted, s as formatDuration } from "./numbers.js";
import { t as describeEstimate } from "./spending-words.js";

// src/report/setup-lines.ts
/**
* Writes what a program's setup says, line by line as lines become whole, each behind the name of its owner: no byte of it
* starts a line.
*/
function setupLines(write) {
	const open = /* @__PURE__ */ new Map();
	return (whose, text) => {
		const lines = ((open.get(whose) ?? "") + text).split("\n");
		open.set(whose, lines.pop() ?? "");
		for (const line of lines) write(`${visible(whose)}: ${visible(line.replace(/\r$/, ""))}\n`);
	};
}

// src/report/progress-words.ts
/**
* `312 of 1,200 samples, 24 a second, $0.12, 3 turned away (429), 2 failed, 37 s left`; in fewer columns how far it is and how
* long it takes, and of the others what fits.
*/
function describeProgress(progress, elapsedMs, width = Number.POSITIVE_INFINITY) {
	const { done, planned, failed, rejected, cost, made } = progress;
	const seconds = Math.max(.001, elapsedMs / 1e3);
	const rate = done / seconds;
	const left = done > 0 && done < planned ? formatDuration(Math.max(1, (planned - done) / rate) * 1e3) : null;
	const parts = [
		`${done} of ${formatCounted(planned, "sample")}`,
		`${(made / seconds).toFixed(made / seconds < 10 ? 1 : 0)} calls a second`,
		...cost === null || cost === 0 ? [] : [formatCost(cost)],
		...rejected === 0 ? [] : [`${rejected} turned away (429)`],
		...failed === 0 ? [] : [`${failed} failed`],
		...left === null ? [] : [`${left} left`]
	];
	while (parts.length > 2 && parts.join(", ").length > width) parts.splice(1, 1);
	return shorten(parts.join(", "), Math.min(width, 200));
}
/** As many prompts are told of one by one. */
const listedPrompts = 50;
/** What a run will take, told before its first call: a line a prompt, and their sum where there are several. */
function describePlan(plan) {
	const { prompts, total } = plan;
	const listed = prompts.slice(0, listedPrompts);
	const lines = listed.flatMap(({ name, estimate, attribution }) => [`${quoteName(name)}: ${describeEstimate(estimate)}`, ...attribution === void 0 ? [] : [`${quoteName(name)}, should it regress, to tell which part did it: ${describeEstimate(attribution)}`]]);
	if (lines.length === 1) return lines;
	const untold = prompts.length - listed.length;
	return [
		...lines,
		...untold === 0 ? [] : [`and ${formatCounted(untold, "prompt")} more`],
		`in all: ${describeEstimate(total)}`
	];
}

// src/pipeline/progress-writer.ts
/** Between two lines where there is no terminal to redraw, in milliseconds. */
const lineInterval = 1e4;
const redrawInterval = 100;
/** Tells what a run will take, then how far it is: a live line in a terminal, a line every ten seconds elsewhere. */
function progressWriter(sink) {
	const live = sink.columns !== null;
	const interval = live ? redrawInterval : lineInterval;
	let started = sink.now();
	let last = live ? Number.NEGATIVE_INFINITY : started;
	let open = false;
	const writeLine = (text) => {
		if (sink.folded && !open) sink.write("::group::Calls\n");
		open = true;
		sink.write(`${escapeTerminal(text)}\n`);
	};
	return {
		onEstimate(plan) {
			if (totalCost(plan.total) === 0 && !live && !sink.folded) return;
			for (const line of describePlan(plan)) writeLine(`planned: ${line}`);
			started = sink.now();
			last = live ? last : started;
		},
		onProgress(progress) {
			const now = sink.now();
			if (!progress.finished && now - last < interval) return;
			last = now;
			const text = describeProgress(progress, now - started, sink.columns === null ? void 0 : sink.columns - 1);
			if (live) sink.write(`\r\u001b[K${progress.finished ? "" : text}`);
			else if (!progress.finished || open) writeLine(text);
			if (progress.finished && sink.folded && open) sink.write("::endgroup::\n");
			if (progress.finished) open = false;
		}
	};
}

export { setupLines as n, progressWriter as t };