import { i as totalCost } from "./estimate-run.js";
import { a as fence, c as quoteName, d as pad, f as shorten, i as escapeTerminal, n as codeSpan, o as inline, p as wrap, r as defuse, s as prose, t as block, u as columns } from "./escape.js";
import { a as formatCount, c as formatInterval, d as formatNarrowInterval, i as formatCost, l as formatMeasure, m as formatValue, o as formatCounted, p as formatShare, r as formatChange, s as formatDuration, t as formatAbout, u as formatNarrowChange } from "./numbers.js";
import { t as describeEstimate } from "./spending-words.js";
import { a as describePrompt, c as describeBriefly, d as gatedComparisons, f as groupPrompts, g as isAlone, i as describeFailures, l as headline, m as watchedComparisons, n as describeCalls, o as describeSetting, p as troubled, r as describeChange, s as describeComparison, t as describeAdded, u as casesThat } from "./facts.js";

// src/report/progress-words.ts
/** `312 of 1,200 samples, 24 a second, $0.12, 3 turned away (429), 2 failed, 37 s left` */
function describeProgress(progress, elapsedMs) {
	const { done, planned, failed, rejected, cost, made } = progress;
	const seconds = Math.max(.001, elapsedMs / 1e3);
	const rate = done / seconds;
	const left = done > 0 && done < planned ? formatDuration((planned - done) / rate * 1e3) : null;
	return [
		`${done} of ${formatCounted(planned, "sample")}`,
		`${(made / seconds).toFixed(made / seconds < 10 ? 1 : 0)} calls a second`,
		...cost === null || cost === 0 ? [] : [formatCost(cost)],
		...rejected === 0 ? [] : [`${rejected} turned away (429)`],
		...failed === 0 ? [] : [`${failed} failed`],
		...left === null ? [] : [`${left} left`]
	].join(", ");
}
/** As many prompts are told of one by one. */
const listedPrompts = 50;
/** What a run will take, told before its first call: a line a prompt, and their sum where there are several. */
function describePlan(plan) {
	const { prompts, total } = plan;
	const lines = prompts.slice(0, listedPrompts).map((each) => `${quoteName(each.name)}: ${describeEstimate(each.estimate)}`);
	if (prompts.length === 1) return lines;
	const untold = prompts.length - lines.length;
	return [
		...lines,
		...untold === 0 ? [] : [`and ${formatCounted(untold, "prompt")} more`],
		`in all: ${describeEstimate(total)}`
	];
}

// src/commands/progress.ts
/** Between two lines where there is no terminal to redraw, in milliseconds. */
const lineInterval = 1e4;
const redrawInterval = 100;
/** Tells what a run will take, then how far it is: a live line in a terminal, a line every ten seconds elsewhere. */
function progressWriter(sink) {
	const interval = sink.live ? redrawInterval : lineInterval;
	let started = sink.now();
	let last = sink.live ? Number.NEGATIVE_INFINITY : started;
	let open = false;
	const writeLine = (text) => {
		if (sink.folded && !open) sink.write("::group::Calls\n");
		open = true;
		sink.write(`${escapeTerminal(text)}\n`);
	};
	return {
		onEstimate(plan) {
			if (totalCost(plan.total) === 0 && !sink.live && !sink.folded) return;
			for (const line of describePlan(plan)) writeLine(`planned: ${line}`);
			started = sink.now();
			last = sink.live ? last : started;
		},
		onProgress(progress) {
			const now = sink.now();
			if (!progress.finished && now - last < interval) return;
			last = now;
			const text = describeProgress(progress, now - started);
			if (sink.live) sink.write(`\r\u001b[K${progress.finished ? "" : text}`);
			else if (!progress.finished || open) writeLine(text);
			if (progress.finished && sink.folded && open) sink.write("::endgroup::\n");
			if (progress.finished) open = false;
		}
	};
}

// src/report/report-schema.ts
const string = { type: "string" };
const stringOrNull = { type: ["string", "null"] };
const numberOrNull = { type: ["number", "null"] };
const count = {
	type: "integer",
	minimum: 0
};
const probabilityOrNull = {
	type: ["number", "null"],
	minimum: 0,
	maximum: 1
};
const strings = {
	type: "array",
	items: string
};
const boolean = { type: "boolean" };
const refer = (name) => ({ $ref: `#/definitions/${name}` });
const orNull = (schema) => ({ anyOf: [schema, { type: "null" }] });
const list = (items) => ({
	type: "array",
	items
});
const describe = (schema, description) => ({
	...schema,
	description
});
/** An object with exactly these keys: all are required, and their order is the order in which they are written. */
function strict(properties, description) {
	return {
		type: "object",
		...description === void 0 ? {} : { description },
		additionalProperties: false,
		required: Object.keys(properties),
		properties
	};
}
const verdict = {
	enum: [
		"regression",
		"below-threshold",
		"error",
		"skipped",
		"inconclusive",
		"no-regression",
		"above-threshold",
		"improvement",
		"new",
		"unchanged",
		"deleted"
	],
	description: "From the worst to the best; the verdict of a run is the worst of its prompts."
};
const reason = {
	type: "string",
	enum: [
		"no-pairs",
		"missing",
		"failed",
		"unscored",
		"too-few-clusters",
		"too-few-cases",
		"gave-up",
		"not-confirmed",
		"refused-key",
		"missing-model",
		"missing-recording",
		"nothing-gates",
		"budget",
		"interrupted",
		"fork",
		"no-key"
	],
	description: "Why something is inconclusive, an error or skipped."
};
const comparison = strict({
	metric: string,
	gated: describe(boolean, "Whether it counts; else it is only watched."),
	direction: {
		enum: ["higher", "lower"],
		description: "Which way is better."
	},
	kind: { enum: [
		"binary",
		"bounded",
		"ratio"
	] },
	unit: stringOrNull,
	pairs: describe(count, "Cases with a value in both arms; judged alone, in the candidate."),
	effectiveCases: describe(numberOrNull, "What the pairs are worth where their weights differ; null judged alone."),
	baseline: describe(numberOrNull, "Mean over the pairs, weighted; geometric for ratios."),
	candidate: describe(numberOrNull, "As baseline."),
	difference: describe(numberOrNull, "Positive is better, whatever the direction; relative for ratios."),
	interval: describe({
		type: ["array", "null"],
		items: { type: "number" },
		minItems: 2,
		maxItems: 2
	}, "Low and high of the difference; low is the bound that passing rests on. Judged alone: of the candidate's value."),
	confidence: {
		type: "number",
		minimum: 0,
		maximum: 1
	},
	margin: describe(numberOrNull, "The loss that is tolerated."),
	atLeast: describe(numberOrNull, "The absolute threshold, where one is set."),
	pValue: describe(probabilityOrNull, "One-sided, for worse; floored at 1e-300."),
	pBetter: describe(probabilityOrNull, "One-sided, for better."),
	adjustedPValue: describe(probabilityOrNull, "pValue after Holm's correction over the gating comparisons of the run."),
	minimumDetectable: describe(numberOrNull, "The loss that these pairs would show with 80 % probability."),
	worse: describe(count, "Cases that got worse."),
	better: describe(count, "Cases that got better."),
	failed: strict({
		baseline: count,
		candidate: count
	}, "Cases left out because a call failed, by arm."),
	unscored: describe(count, "Cases left out because an answer could not be scored."),
	casesNeeded: describe({
		type: ["integer", "null"],
		minimum: 0
	}, "Cases in all that would settle it."),
	trialsNeeded: describe({
		type: ["integer", "null"],
		minimum: 1
	}, "Trials per case in each arm that would settle it; null where cases are needed."),
	verdict: refer("verdict"),
	reason: orNull(refer("reason")),
	slice: describe(stringOrNull, "The tag; null for the whole set.")
}, "One metric of one prompt.");
const armOutput = strict({
	status: { enum: ["completed", "failed"] },
	text: describe(stringOrNull, "Shortened; null where the call failed."),
	failure: describe(stringOrNull, "Null where the call completed.")
});
const caseReport = strict({
	id: string,
	tags: strings,
	change: { enum: [
		"worse",
		"better",
		"same",
		"failed",
		"unscored",
		"alone"
	] },
	scores: {
		type: "object",
		description: "Metric to means over the trials; null where failed or unscored.",
		additionalProperties: strict({
			baseline: numberOrNull,
			candidate: numberOrNull
		})
	},
	worse: describe(strings, "Metrics that moved for the worse."),
	expected: describe(stringOrNull, "Texts are given for cases that moved or failed, up to a limit."),
	baseline: orNull(refer("armOutput")),
	candidate: orNull(refer("armOutput")),
	reasons: {
		type: "object",
		description: "Metric to why the candidate scored as it did.",
		additionalProperties: string
	}
});
const versionReference = strict({
	revision: string,
	fingerprint: string,
	version: stringOrNull
});
const promptReport = strict({
	name: string,
	path: string,
	previousPath: describe(stringOrNull, "The path at the base, where it differs."),
	change: strict({
		kind: { enum: [
			"changed",
			"judging",
			"new",
			"deleted",
			"renamed",
			"unchanged",
			"repaired"
		] },
		parts: list({ enum: [
			"text",
			"model",
			"parameters",
			"format",
			"tools",
			"included",
			"golden",
			"scorers"
		] })
	}),
	baseline: orNull(refer("versionReference")),
	candidate: orNull(refer("versionReference")),
	models: strict({
		baseline: stringOrNull,
		candidate: stringOrNull
	}),
	verdict: refer("verdict"),
	reason: orNull(refer("reason")),
	advisory: describe(boolean, "Judged, but never fails: a first run."),
	trials: describe(orNull(strict({
		baseline: count,
		candidate: count
	})), "Answers a case has in each arm at most; copies count as one. Null where nothing was run."),
	stopped: describe(orNull(strict({
		cases: count,
		of: count
	})), "Set where a look before the last decided: the interval is adjusted for it."),
	stored: describe(orNull(strict({ ageMs: {
		type: "number",
		minimum: 0
	} })), "Set where answers of the baseline come from the store: the age of the oldest."),
	confirmation: describe(orNull({ enum: ["confirmed", "not-confirmed"] }), "Set where a regression against stored answers was asked again on fresh ones."),
	comparisons: list(refer("comparison")),
	added: orNull(strict({
		cases: count,
		comparisons: list(refer("comparison"))
	}, "Cases that are no part of the comparison.")),
	cost: describe(numberOrNull, "US dollars paid for its answers in this run."),
	cases: list(refer("caseReport")),
	goldenSize: describe(count, "Cases in the golden set, before any was left out."),
	notes: strings
});
/** report.json as a JSON Schema: by hand from `Report` in model.ts, whose order of keys it keeps. */
const reportSchema = {
	$schema: "http://json-schema.org/draft-07/schema#",
	title: "Prompt Assay report",
	...strict({
		schemaVersion: { const: 1 },
		command: { enum: [
			"compare",
			"run",
			"gate"
		] },
		verdict: refer("verdict"),
		passed: describe({ type: ["boolean", "null"] }, "False where the gate failed or nothing could be judged; null where it was skipped."),
		exitCode: { enum: [
			0,
			1,
			2,
			3
		] },
		base: orNull(strict({
			revision: string,
			commit: stringOrNull
		})),
		head: strict({
			revision: string,
			commit: stringOrNull
		}),
		goalposts: {
			enum: ["head", "base"],
			description: "Whose configuration, scorers and golden sets judged."
		},
		gate: strict({
			margin: { type: "number" },
			alpha: { type: "number" },
			scope: { enum: ["suite", "population"] },
			inconclusive: { enum: [
				"warn",
				"fail",
				"pass"
			] },
			gatingComparisons: describe(count, "How many comparisons the correction counts.")
		}),
		prompts: list(refer("promptReport")),
		calls: strict({
			planned: count,
			made: count,
			cached: count,
			saved: count,
			failed: count
		}),
		failures: list(strict({
			message: string,
			kind: { enum: [
				"refused-key",
				"missing-model",
				"refused-parameter",
				"rejected",
				"rate-limit",
				"server",
				"timeout",
				"connection",
				"malformed",
				"missing-recording",
				"budget",
				"aborted"
			] },
			calls: count
		})),
		cost: describe(numberOrNull, "US dollars."),
		durationMs: {
			type: "number",
			minimum: 0
		},
		warnings: strings,
		samples: describe(orNull(strict({
			path: string,
			sha256: {
				type: "string",
				pattern: "^[0-9a-f]{64}$"
			}
		})), "The samples file beside the report.")
	}, "The whole result of a run. Unknown values are null, never 0."),
	definitions: {
		verdict,
		reason,
		comparison,
		armOutput,
		caseReport,
		versionReference,
		promptReport
	}
};

// src/report/reporters/json.ts
/** What a viewer or a log would not show, or would obey: written as an escape, which is the same JSON. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\u{e0100}-\u{e01ef}]/gu;
/** For scripts: report.json, as schemas/report.v1.json says. Keys stand in the schema's order. */
const json = {
	description: "for scripts: report.json, described by schemas/report.v1.json",
	render(report) {
		const ordered = order(report, reportSchema);
		return `${JSON.stringify(ordered, null, 2).replace(unseen, (character) => character === "\n" ? character : escapeUnits(character)).replaceAll("##[", "##\\u005b")}\n`;
	}
};
/** The value with the keys that the schema names, in its order; numbers that are none become null. */
function order(value, written) {
	const schema = resolve(written);
	if (Array.isArray(value)) return value.map((entry) => order(entry, schema.items ?? {}));
	if (typeof value === "number") return Number.isFinite(value) ? value : null;
	if (typeof value !== "object" || value === null) return value;
	const entries = value;
	const { properties, additionalProperties } = schema;
	const inner = typeof additionalProperties === "object" ? additionalProperties : {};
	const keys = properties === void 0 ? Object.keys(entries) : Object.keys(properties);
	return Object.fromEntries(keys.filter((key) => Object.hasOwn(entries, key)).map((key) => [key, order(entries[key] ?? null, properties?.[key] ?? inner)]));
}
/** Follows a reference, and of a choice takes what is not null. */
function resolve(schema) {
	const [choice] = schema.anyOf ?? [];
	if (choice !== void 0) return resolve(choice);
	if (schema.$ref === void 0) return schema;
	return reportSchema.definitions?.[schema.$ref.replace("#/definitions/", "")] ?? {};
}
function escapeUnits(character) {
	return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}

// src/report/budget.ts
/** Room in a text that must not grow beyond a limit, counted in UTF-8 bytes: there are never fewer of them than characters. */
/** The UTF-8 bytes of a text. */
function byteLength(value) {
	return Buffer.byteLength(value, "utf8");
}
/**
* As many entries as fit into the budget, whole and from the first on, and how many do not. Entries are made one by one:
* what does not fit is never made.
*/
function takeWithin(entries, budget, write) {
	const written = [];
	let bytes = 0;
	for (const entry of entries) {
		const next = write(entry);
		const size = byteLength(next) + 1;
		if (bytes + size > budget) break;
		written.push(next);
		bytes += size;
	}
	return {
		written,
		cut: entries.length - written.length,
		bytes
	};
}

// src/report/next-steps.ts
/** What to do next, one imperative sentence each; none where nothing is to be done. */
function nextSteps(report) {
	const { judged } = groupPrompts(report);
	const comparisons = judged.flatMap(gatedComparisons);
	const reasons = [...judged, ...comparisons].map(({ reason }) => reason);
	const first = (verdict) => comparisons.find((comparison) => comparison.verdict === verdict);
	const regressed = first("regression");
	const below = first("below-threshold");
	const open = first("inconclusive");
	const fresh = first("new");
	const steps = [];
	if (regressed !== void 0) steps.push("Read the cases that got worse, and mend the prompt.", "If they show that an expectation is wrong, correct the golden set in a change of its own.", report.command === "gate" ? "If the loss is worth it, raise the tolerance: --margin." : `If the loss is worth it, raise the tolerance in assay.yml: ${settingOf(regressed, "margin")}.`);
	if (below !== void 0) steps.push(`Mend the prompt, or lower the threshold in assay.yml: ${settingOf(below, "atLeast")}.`);
	steps.push(...nextAfterError(report, reasons));
	if (open !== void 0) steps.push(...nextWhenOpen(open, report));
	if (fresh !== void 0) steps.push(`Set a threshold in assay.yml, so that a prompt without a baseline can fail: ${settingOf(fresh, "atLeast")}.`);
	return steps;
}
function nextAfterError(report, reasons) {
	if (!report.prompts.some(({ verdict }) => verdict === "error")) return [];
	const told = "This says nothing about the prompt.";
	if (report.command === "gate") return [`${told} Give files in which the same cases have results, or name what gates: --metric.`];
	if (reasons.includes("refused-key")) return [`${told} Check that the secret or environment variable with the key is set and valid, then run again.`];
	if (reasons.includes("missing-model")) return [`${told} Check the model's name, and what the key may use.`];
	if (reasons.includes("missing-recording")) return [`${told} Record the missing calls with --record.`];
	if (reasons.includes("budget")) return [`${told} Raise run.maxCost, run.maxCalls or run.maxDuration in assay.yml, whichever ended the run.`];
	if (reasons.includes("interrupted")) return [`${told} Run again: what was answered is not asked again.`];
	if (reasons.includes("unscored")) return [`${told} See why the scorers could not score the answers.`];
	return [`${told} Run again; if it stays, lower run.concurrency or raise run.timeout in assay.yml.`];
}
function nextWhenOpen({ casesNeeded, trialsNeeded, pairs, reason }, { command, gate }) {
	if (reason === "budget") return ["To settle it, raise run.maxCost, run.maxCalls or run.maxDuration in assay.yml, whichever ended the run."];
	const cases = casesNeeded === null || casesNeeded <= pairs ? "" : ` to about ${formatAbout(casesNeeded)} cases`;
	if (command === "gate") return [`To settle it, enlarge the golden set${cases}${trialsNeeded === null ? "" : `, or run ${trialsNeeded} trials of each case`}.`];
	const policy = gate.inconclusive === "fail" ? [] : ["To stop such changes until it is settled, set gate.inconclusive: fail."];
	return [`To settle it, enlarge the golden set${cases}${trialsNeeded === null ? "" : `, or set run.trials: ${trialsNeeded} in assay.yml`}.`, ...policy];
}
function settingOf({ metric }, key) {
	return `gate.metrics.${quoteName(metric)}.${key}`;
}

// src/report/case-words.ts
/** A case in words, the same in every report for people. */
const shownMetrics = 4;
/** `contains 1 → 0, levenshtein 0.82 → 0.31`: what moved for the worse. */
function describeScores({ scores, worse }) {
	return worse.slice(0, shownMetrics).map((metric) => {
		const pair = Object.hasOwn(scores, metric) ? scores[metric] : void 0;
		return `${quoteName(metric, 24)} ${formatScore(pair?.baseline)} → ${formatScore(pair?.candidate)}`;
	}).join(", ");
}
/** Why the candidate scored as it did on what moved for the worse: `contains: the text is not there`. */
function describeReasons({ reasons, worse }) {
	return worse.filter((metric) => Object.hasOwn(reasons, metric)).slice(0, shownMetrics).map((metric) => `${quoteName(metric, 24)}: ${inline(reasons[metric] ?? "", 200)}`);
}
function formatScore(value) {
	return value === null || value === void 0 || !Number.isFinite(value) ? "–" : formatMeasure(value);
}

// src/report/reporters/markdown-cases.ts
/** Prompts and cases of each that may be shown at all, however much room there is. */
const shownPrompts = 200;
const shownCases$1 = 40;
const textLimit = 1200;
/** Cases that got worse, folded, whole and within a budget of bytes; says how many were cut. Empty without any. */
function writeWorseCases(prompts, budget) {
	const selection = selectCases(prompts, "worse");
	if (selection.count === 0) return "";
	const taken = takeWithin(selection.entries, budget - 200, (each) => [...each.rank === 0 ? [writeHeading(each)] : [], `${writeCase(each.entry)}\n`].join("\n\n"));
	const shown = selection.entries.slice(0, taken.written.length);
	const body = prompts.flatMap((prompt) => {
		const own = shown.filter((each) => each.prompt === prompt).sort((one, other) => one.rank - other.rank);
		const [first] = own;
		return first === void 0 ? [] : [writeHeading(first), ...own.map(({ entry }) => writeCase(entry))];
	});
	const cut = selection.count - shown.length;
	if (cut > 0) body.push(`…and ${formatCounted(cut, "more case")} that got worse, cut for length. report.json has them.`);
	return fold(`${formatCounted(selection.count, "case")} got worse`, body.join("\n\n"));
}
/** Cases that got better, by name only. */
function writeBetterCases(prompts, budget) {
	const selection = selectCases(prompts, "better");
	if (selection.count === 0) return "";
	const { written } = takeWithin(selection.entries, budget - 200, ({ prompt, entry }) => {
		return `- ${codeSpan(prompt.name, 48)}: ${codeSpan(entry.id, 48)}`;
	});
	const cut = selection.count - written.length;
	const more = cut > 0 ? [`- …and ${formatCounted(cut, "more case")}, cut for length`] : [];
	return fold(`${formatCounted(selection.count, "case")} got better`, [...written, ...more].join("\n"));
}
/** A part that a reader opens: the title is our own text, never hostile. */
function fold(title, body) {
	return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** The first case of every prompt, then the second of every prompt: no prompt takes all the room. */
function selectCases(prompts, change) {
	const entries = [];
	let count = 0;
	for (const [index, prompt] of prompts.entries()) {
		const found = casesThat(prompt, change, index < shownPrompts ? shownCases$1 : 0);
		count += found.count;
		entries.push(...found.first.map((entry, rank) => ({
			prompt,
			entry,
			rank
		})));
	}
	return {
		entries: entries.sort((one, other) => one.rank - other.rank),
		count
	};
}
function writeHeading({ prompt }) {
	return `#### ${codeSpan(prompt.name, 48)}`;
}
function writeCase(entry) {
	const tags = entry.tags.slice(0, 5).map((tag) => codeSpan(tag, 24));
	const more = entry.tags.length > 5 ? [`${formatCount(entry.tags.length - 5)} more`] : [];
	return [
		[
			`**Case** ${codeSpan(entry.id, 48)}`,
			prose(describeScores(entry)),
			tags.length === 0 ? "" : `tags ${[...tags, ...more].join(" ")}`
		].filter((part) => part !== "").join(" · "),
		...writeText("Expected", entry.expected),
		...writeOutput("Baseline", entry.baseline),
		...writeOutput("Candidate", entry.candidate),
		...describeReasons(entry).map((reason) => `Why: ${prose(reason)}`)
	].join("\n\n");
}
function writeOutput(label, output) {
	if (output === null) return [];
	if (output.status === "failed") return [`${label}: failed, ${codeSpan(output.failure ?? "unknown", 200)}`];
	return writeText(label, output.text);
}
function writeText(label, value) {
	if (value === null) return [];
	return value.trim() === "" ? [`${label}: (empty)`] : [`${label}\n${fence(value, textLimit)}`];
}

// node_modules/markdown-table/index.js
/**
* @typedef {Options} MarkdownTableOptions
*   Configuration.
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [alignDelimiters=true]
*   Whether to align the delimiters (default: `true`);
*   they are aligned by default:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   Pass `false` to make them staggered:
*
*   ```markdown
*   | Alpha | B |
*   | - | - |
*   | C | Delta |
*   ```
* @property {ReadonlyArray<string | null | undefined> | string | null | undefined} [align]
*   How to align columns (default: `''`);
*   one style for all columns or styles for their respective columns;
*   each style is either `'l'` (left), `'r'` (right), or `'c'` (center);
*   other values are treated as `''`, which doesn’t place the colon in the
*   alignment row but does align left;
*   *only the lowercased first character is used, so `Right` is fine.*
* @property {boolean | null | undefined} [delimiterEnd=true]
*   Whether to end each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are ending delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no ending delimiters:
*
*   ```markdown
*   | Alpha | B
*   | ----- | -----
*   | C     | Delta
*   ```
* @property {boolean | null | undefined} [fillRows=true]
*   Whether to fill rows with empty cells up to the most cells in a row
*   (default: `true`).
*
*   When `true`, all rows have as many cells as the longest row:
*
*   ```markdown
*   | Alpha | B    |   |
*   | ----- | ---- | - |
*   | C     |      |   |
*   | D     | Echo | F |
*   ```
*
*   When `false`, rows keep their cells,
*   and the delimiter row has as many cells as the header row:
*
*   ```markdown
*   | Alpha | B    |
*   | ----- | ---- |
*   | C     |
*   | D     | Echo | F |
*   ```
* @property {boolean | null | undefined} [delimiterStart=true]
*   Whether to begin each row with the delimiter (default: `true`).
*
*   > 👉 **Note**: please don’t use this: it could create fragile structures
*   > that aren’t understandable to some markdown parsers.
*
*   When `true`, there are starting delimiters:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there are no starting delimiters:
*
*   ```markdown
*   Alpha | B     |
*   ----- | ----- |
*   C     | Delta |
*   ```
* @property {boolean | null | undefined} [padding=true]
*   Whether to add a space of padding between delimiters and cells
*   (default: `true`).
*
*   When `true`, there is padding:
*
*   ```markdown
*   | Alpha | B     |
*   | ----- | ----- |
*   | C     | Delta |
*   ```
*
*   When `false`, there is no padding:
*
*   ```markdown
*   |Alpha|B    |
*   |-----|-----|
*   |C    |Delta|
*   ```
* @property {((value: string) => number) | null | undefined} [stringLength]
*   Function to detect the length of table cell content (optional);
*   this is used when aligning the delimiters (`|`) between table cells;
*   full-width characters and emoji mess up delimiter alignment when viewing
*   the markdown source;
*   to fix this, you can pass this function,
*   which receives the cell content and returns its “visible” size;
*   note that what is and isn’t visible depends on where the text is displayed.
*
*   Without such a function, the following:
*
*   ```js
*   markdownTable([
*     ['Alpha', 'Bravo'],
*     ['中文', 'Charlie'],
*     ['👩‍❤️‍👩', 'Delta']
*   ])
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo |
*   | - | - |
*   | 中文 | Charlie |
*   | 👩‍❤️‍👩 | Delta |
*   ```
*
*   With [`string-width`](https://github.com/sindresorhus/string-width):
*
*   ```js
*   import stringWidth from 'string-width'
*
*   markdownTable(
*     [
*       ['Alpha', 'Bravo'],
*       ['中文', 'Charlie'],
*       ['👩‍❤️‍👩', 'Delta']
*     ],
*     {stringLength: stringWidth}
*   )
*   ```
*
*   Yields:
*
*   ```markdown
*   | Alpha | Bravo   |
*   | ----- | ------- |
*   | 中文  | Charlie |
*   | 👩‍❤️‍👩    | Delta   |
*   ```
*/
/**
* Get the length of a cell.
*
* @param {string} value
*   Cell value.
* @returns {number}
*   Cell size.
*/
function defaultStringLength(value) {
	return value.length;
}
/**
* Generate a markdown
* ([GFM](https://docs.github.com/en/github/writing-on-github/working-with-advanced-formatting/organizing-information-with-tables))
* table.
*
* @param {ReadonlyArray<ReadonlyArray<string | null | undefined>>} table
*   Table data (matrix of strings).
* @param {Readonly<Options> | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Result.
*/
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	/** @type {Array<number>} Character codes as symbols for alignment per column. */
	const alignments = [];
	/** @type {Array<Array<string>>} Cells per row. */
	const cellMatrix = [];
	/** @type {Array<Array<number>>} Sizes of each cell per row. */
	const sizeMatrix = [];
	/** @type {Array<number>} */
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		/** @type {Array<string>} */
		const row = [];
		/** @type {Array<number>} */
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	/** @type {Array<string>} */
	const row = [];
	/** @type {Array<number>} */
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	/** @type {Array<string>} */
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		/** @type {Array<string>} */
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
/**
* Serialize a cell value.
*
* @param {string | null | undefined} [value]
*   Value to serialize.
* @returns {string}
*   Result.
*/
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
/**
* Get the alignment character code from a value.
*
* @param {string | null | undefined} value
*   Value.
* @returns {number}
*   Alignment.
*/
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/report/reporters/markdown-tables.ts
const signs = {
	regression: "❌",
	"below-threshold": "❌",
	error: "🚧",
	skipped: "⏭️",
	inconclusive: "❔",
	"no-regression": "✅",
	"above-threshold": "✅",
	improvement: "✅",
	new: "🆕",
	unchanged: "➖",
	deleted: "➖"
};
/** The sign by which a verdict is known at a glance. */
function signOf(verdict) {
	return signs[verdict];
}
const align = [
	"l",
	"l",
	"r",
	"r",
	"r",
	"r",
	"r",
	"l"
];
/** A table of comparisons within a budget of bytes; where rows are cut, a line says how many. Empty without rows. */
function writeTable(rows, budget) {
	const [first] = rows;
	if (first === void 0) return "";
	const header = [
		"Prompt",
		"Metric",
		"Baseline",
		"Candidate",
		"Difference",
		`${formatShare(first.comparison.confidence)} interval`,
		"n",
		"Verdict"
	];
	const lines = [];
	const { cut } = takeWithin(rows, budget - 300, (row) => {
		const cells = writeCells(row);
		lines.push(cells);
		return `${cells.join("   ")}    `;
	});
	const shown = lines.slice(0, rows.length - cut);
	const more = cut > 0 ? `\n\n…and ${formatCounted(cut, "more row")}, cut for length.` : "";
	if (shown.length === 0) return more.trim();
	return markdownTable([header, ...shown], {
		align,
		alignDelimiters: false
	}) + more;
}
function writeCells({ prompt, comparison }) {
	const { metric, slice, baseline, candidate, difference, interval, pairs, verdict } = comparison;
	const range = isAlone(comparison) ? interval?.map((end) => formatValue(comparison, end)).join(" to ") ?? "–" : formatInterval(comparison, interval);
	return [
		codeSpan(prompt.name, 48),
		codeSpan(metric, 32) + (slice === null ? "" : ` tag ${codeSpan(slice, 24)}`),
		prose(formatValue(comparison, baseline)),
		prose(formatValue(comparison, candidate)),
		formatChange(comparison, difference),
		prose(range),
		formatCount(pairs),
		comparison.gated ? `${signOf(verdict)} ${verdict}` : verdict
	];
}

// src/report/reporters/markdown.ts
/**
* GitHub refuses a comment above 65,536 characters; in bytes this stays below by any count. What comes first in the
* report has its share reserved; cases take what is left, so they are the first to be cut, then rows.
*/
const limit = 6e4;
const shares = {
	sentences: 8e3,
	notes: 4e3,
	list: 3e3,
	rows: 24e3,
	watched: 5e3,
	better: 2e3
};
const howToRead = `Baseline and candidate answer the same cases, and each case is compared with itself. A point is one hundredth of the pass rate or score. The interval says where the true difference may lie; a loss counts as a regression when it is no noise and reaches your tolerance. "No regression" means that a loss beyond the tolerance is ruled out, "inconclusive" that these cases cannot tell. What is watched never fails the gate.`;
/** For GitHub: a comment, a job summary, a check. The first line is the verdict. */
const markdown = {
	description: "for GitHub: the verdict, one table, everything else folded",
	render(report, { marker, commentKey }) {
		const { judged } = groupPrompts(report);
		const rows = judged.flatMap((prompt) => gatedComparisons(prompt).map((comparison) => ({
			prompt,
			comparison
		})));
		const watched = judged.flatMap((prompt) => watchedComparisons(prompt).map((comparison) => ({
			prompt,
			comparison
		})));
		const head = [
			`## ${signOf(report.verdict)} ${prose(headline(report))}`,
			writeLines(describeSetting(report), "").join("\\\n"),
			writeSentences(judged, report),
			writeTable(rows, shares.rows),
			writeList("**What to do next**", nextSteps(report)),
			judged.length === 0 ? writeList("**Warnings**", report.warnings) : ""
		];
		const tail = [
			judged.length === 0 ? "" : fold("What changed, notes and warnings", writeNotes(judged, report)),
			report.calls.planned === 0 ? "" : fold("Calls and failures", writeCalls(report)),
			rows.length === 0 ? "" : fold("How to read this", howToRead),
			`<sub>Prompt Assay${commentKey === void 0 ? "" : ` · ${codeSpan(commentKey, 48)}`}</sub>`,
			marker ?? ""
		];
		const folded = [writeWatched(watched), writeBetterCases(judged, shares.better)];
		const used = byteLength([
			...head,
			...folded,
			...tail
		].join("\n\n"));
		const worse = writeWorseCases(judged, limit - used);
		return `${[
			...head,
			worse,
			...folded,
			...tail
		].filter((part) => part !== "").join("\n\n")}\n`;
	}
};
/** In words what deserves a look; where all is well, the table is enough, but for a single prompt. */
function writeSentences(judged, report) {
	return takeLines(judged.filter(({ verdict }) => judged.length === 1 || troubled.includes(verdict)).flatMap((prompt) => {
		const added = describeAdded(prompt);
		return [...describePrompt(prompt, report).map(({ verdict, evidence }) => evidence === null ? verdict : `${verdict} ${evidence}`), ...added === null ? [] : [added]].map((sentence) => ({
			prompt,
			sentence
		}));
	}), shares.sentences, ({ prompt, sentence }) => {
		return `- ${judged.length === 1 ? "" : `${codeSpan(prompt.name, 48)}: `}${prose(sentence)}`;
	}).join("\n");
}
function writeWatched(watched) {
	if (watched.length === 0) return "";
	const worse = watched.filter(({ comparison }) => comparison.verdict === "regression").length;
	return fold(`Watched, does not count: ${worse} of ${watched.length} got worse`, writeTable(watched, shares.watched));
}
function writeNotes(judged, report) {
	const notes = judged.slice(0, 100).flatMap((prompt) => {
		return [`${codeSpan(prompt.path, 72)}: ${prose(describeChange(prompt))}`, ...prompt.notes.map(prose)].map((line) => `- ${codeSpan(prompt.name, 48)}: ${line}`);
	});
	return takeLines([...report.warnings.map((warning) => `- ${prose(warning)}`), ...notes], shares.notes, (line) => line).join("\n");
}
function writeCalls(report) {
	const samples = report.samples === null ? "" : `Samples file: ${codeSpan(report.samples.path, 72)}`;
	const failures = writeLines(describeFailures(report), "- ").join("\n");
	return [
		prose(describeCalls(report)),
		failures,
		samples
	].filter((part) => part !== "").join("\n\n");
}
function writeList(title, sentences) {
	return sentences.length === 0 ? "" : [
		title,
		"",
		...writeLines(sentences, "- ")
	].join("\n");
}
/** Our own sentences, in which names may be hostile, one a line. */
function writeLines(sentences, start) {
	return takeLines(sentences, shares.list, (sentence) => start + prose(sentence));
}
function takeLines(entries, budget, write) {
	const { written, cut } = takeWithin(entries, budget, write);
	return [...written, ...cut > 0 ? [`- …and ${formatCounted(cut, "more line")}, cut for length`] : []];
}

// src/report/interval-line.ts
const left = "worse ";
const right = " better";
/**
* The interval as a picture of at most `width` columns, worse always on the left whatever the metric's direction:
* `worse ├─────●──┊──┤  0   better`. `●` is the estimate, `0` no change, `┊` the tolerated loss. Empty where there is
* no interval, or no room.
*/
function drawInterval({ difference, interval, margin }, width) {
	const cells = Math.min(width, 72) - 6 - 7;
	const points = [
		difference,
		...interval ?? [null],
		margin ?? 0
	];
	if (cells < 12 || difference === null || interval === null || !points.every(Number.isFinite)) return "";
	const [low, high] = interval;
	const tolerated = margin === null ? null : -margin;
	const from = Math.min(low, difference, tolerated ?? 0, 0);
	const to = Math.max(high, difference, 0);
	if (from === to) return "";
	const cellOf = (value) => 1 + Math.round((value - from) / (to - from) * (cells - 3));
	const lowCell = cellOf(low);
	const axis = Array.from({ length: cells }, () => " ");
	axis.fill("─", lowCell, cellOf(high));
	axis[cellOf(high)] = "┤";
	axis[lowCell] = "├";
	if (tolerated !== null) {
		const cell = cellOf(tolerated);
		axis[low > tolerated ? Math.min(cell, lowCell - 1) : cell] = "┊";
		if (low <= tolerated && cell === lowCell) axis[lowCell - 1] = "├";
	}
	axis[cellOf(0)] = "0";
	axis[cellOf(difference)] = "●";
	return left + axis.join("") + right;
}
/** What the marks mean, and the numbers of the table. */
const intervalLegend = "● best guess, ├─┤ interval, ┊ your tolerance, 0 no change; % or points";

// src/report/reporters/paint.ts
const introducer = "\x1B[";
/** Styles by ANSI codes, each closed by its own reset. */
function createPainter(color) {
	const style = (code) => color ? (text) => `${introducer}${code}m${text}${introducer}0m` : (text) => text;
	const red = style(31);
	const green = style(32);
	const yellow = style(33);
	const dim = style(2);
	const byVerdict = {
		regression: red,
		"below-threshold": red,
		error: yellow,
		skipped: yellow,
		inconclusive: yellow,
		"no-regression": green,
		"above-threshold": green,
		improvement: green,
		new: yellow,
		unchanged: dim,
		deleted: dim
	};
	return {
		bold: style(1),
		dim,
		verdict: (verdict, text) => byVerdict[verdict](text)
	};
}

// src/report/reporters/text-cases.ts
const shownCases = 5;
const shownLines = 4;
/** The first cases that got worse: what was expected, and what both versions said. */
function layWorseCases(prompt, width, painter) {
	const { first, count } = casesThat(prompt, "worse", shownCases);
	if (count === 0) return [];
	const more = count - first.length;
	return [
		painter.bold(more > 0 ? `Cases that got worse (${first.length} of ${formatCount(count)})` : "Cases that got worse"),
		...first.flatMap((entry) => ["", ...layCase(entry, width)]),
		...more > 0 ? ["", `… and ${formatCounted(more, "more case")}; --json FILE writes them all.`] : []
	];
}
function layCase(entry, width) {
	const scores = describeScores(entry);
	const tags = entry.tags.length === 0 ? "" : `  tags ${inline(entry.tags.join(", "), 30)}`;
	return [
		inline(`case ${inline(entry.id, 30)}  ${scores}${tags}`, width),
		...layText("expected", entry.expected, width),
		...layText("baseline", outputText(entry.baseline), width),
		...layText("candidate", outputText(entry.candidate), width),
		...describeReasons(entry).flatMap((reason) => layText("why", reason, width))
	];
}
function layText(label, value, width) {
	if (value === null) return [];
	const { lines, cut } = block(value === "" ? "(empty)" : value, width - 14, shownLines);
	const more = cut > 0 ? [`… (about ${formatCount(cut)} more characters)`] : [];
	return [...lines, ...more].map((line, index) => `  ${(index === 0 ? label : "").padEnd(9)} │ ${line}`.trimEnd());
}
function outputText(output) {
	if (output === null) return null;
	return output.status === "completed" ? output.text : `(failed: ${output.failure ?? "unknown"})`;
}

// src/report/reporters/text-table.ts
const titles = [
	"metric",
	"baseline",
	"candidate",
	"change",
	"interval",
	"n",
	"verdict"
];
const titlesAlone = [
	"metric",
	"candidate",
	"threshold",
	"interval",
	"n",
	"verdict"
];
const narrowestMetric = 8;
const widestValue = 10;
/** Longer units (tokens, characters) would push the metric's name out; sentences name them. */
const longestUnit = 2;
const gap = "  ";
/** One row a comparison, in columns. Where the width does not suffice, the metric's name is shortened. */
function layTable(groups, width, painter) {
	const alone = groups.every(({ comparisons }) => comparisons.every(isAlone));
	const layCells = alone ? cellsAlone : cellsCompared;
	const rows = groups.flatMap(({ comparisons }) => comparisons.map(layCells));
	const widths = (alone ? titlesAlone : titles).map((title, index) => Math.max(columns(title), ...rows.map((cells) => columns(cells[index] ?? ""))));
	const excess = widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1)) - width;
	const [metric = 0] = widths;
	if (excess > 0) widths[0] = Math.max(narrowestMetric, metric - excess);
	const layRow = (cells) => cells.map((cell, index) => {
		const limit = widths[index] ?? 0;
		const isText = index === 0 || index === cells.length - 1;
		return pad(shorten(cell, limit), limit, isText ? "left" : "right");
	});
	const layComparison = (comparison) => {
		const cells = layRow(layCells(comparison));
		const verdict = comparison.gated ? painter.verdict(comparison.verdict, comparison.verdict) : painter.dim(comparison.verdict);
		return [...cells.slice(0, -1), verdict].join(gap);
	};
	return [painter.dim(layRow(alone ? titlesAlone : titles).join(gap).trimEnd()), ...groups.flatMap(({ title, comparisons }) => [...title === null || comparisons.length === 0 ? [] : [painter.dim(shorten(title, width))], ...comparisons.map(layComparison)])];
}
function cellsCompared(comparison) {
	const { metric, verdict, pairs, baseline, candidate, difference, interval } = comparison;
	return [
		inline(metric, 40),
		shorten(narrowValue(comparison, baseline), widestValue),
		shorten(narrowValue(comparison, candidate), widestValue),
		formatNarrowChange(comparison, difference),
		isAlone(comparison) ? formatEnds(comparison) : formatNarrowInterval(comparison, interval),
		formatCount(pairs),
		verdict
	];
}
function cellsAlone(comparison) {
	const { metric, verdict, pairs, candidate, atLeast } = comparison;
	return [
		inline(metric, 40),
		shorten(narrowValue(comparison, candidate), widestValue),
		shorten(narrowValue(comparison, atLeast), widestValue),
		formatEnds(comparison),
		formatCount(pairs),
		verdict
	];
}
function narrowValue(comparison, value) {
	const { unit } = comparison;
	return formatValue(unit !== null && unit.length > longestUnit ? {
		...comparison,
		unit: null
	} : comparison, value);
}
/** The interval of the candidate's own value. */
function formatEnds(comparison) {
	return comparison.interval?.map((end) => shorten(narrowValue(comparison, end), widestValue)).join(" … ") ?? "–";
}

// src/report/reporters/text.ts
/** With more prompts than this, those that need no look get one line each. */
const fullPrompts = 6;
const mostFullPrompts = 50;
const mostBriefPrompts = 500;
const longList = 20;
const shownWatched = 3;
/** For the terminal: the verdict first, then what it rests on. */
const text = {
	description: "for the terminal: the verdict, a table for each prompt, the cases that got worse",
	render(report, options) {
		const width = Math.max(60, Math.min(options.width, 120));
		const painter = createPainter(options.color);
		const { judged } = groupPrompts(report);
		const full = judged.filter(({ verdict }) => judged.length <= fullPrompts || troubled.includes(verdict)).slice(0, mostFullPrompts);
		const brief = judged.slice(full.length);
		const lines = [
			wrap(headline(report), width).map((line) => painter.bold(painter.verdict(report.verdict, line))),
			describeSetting(report).flatMap((line) => hang(line, width, 0)),
			...full.map((prompt) => layPrompt(prompt, report, width, painter)),
			full.some(({ comparisons }) => comparisons.some(({ difference }) => difference !== null)) ? [painter.dim(intervalLegend)] : [],
			brief.length === 0 ? [] : [painter.bold("Others"), ...layBrief(brief, width, painter)],
			layList("Warnings", report.warnings, width, painter),
			layCalls(report, width),
			layList("What to do next", nextSteps(report), width, painter)
		].filter((section) => section.length > 0).map((section) => section.join("\n"));
		return defuse(`${lines.join("\n\n")}\n`);
	}
};
function layPrompt(prompt, report, width, painter) {
	const inner = width - 2;
	const gated = gatedComparisons(prompt);
	const watched = watchedComparisons(prompt);
	const added = describeAdded(prompt);
	const drawn = gated.map((comparison) => drawInterval(comparison, inner));
	const body = [
		prompt.comparisons.length === 0 ? [] : layTable(groupRows(gated, watched), inner, painter),
		...describePrompt(prompt, report).map(({ verdict, evidence }, index) => [
			...wrap(verdict, inner),
			...drawn[index] ? [drawn[index]] : [],
			...evidence === null ? [] : wrap(evidence, inner).map(painter.dim)
		]),
		layMovedWatched(prompt, report, inner),
		added === null ? [] : wrap(added, inner),
		layWorseCases(prompt, inner, painter),
		layList("Notes", prompt.notes, inner, painter)
	].filter((part) => part.length > 0).flatMap((part) => ["", ...part]);
	return [...layTitle(prompt, width, painter), ...body.map((line) => line === "" ? "" : `  ${line}`)];
}
/** What gates, then what is only watched: the whole set, and each tag for itself. */
function groupRows(gated, watched) {
	const tags = [...new Set(watched.flatMap(({ slice }) => slice ?? []))];
	return [
		{
			title: null,
			comparisons: gated
		},
		{
			title: "watched, does not count:",
			comparisons: watched.filter(({ slice }) => slice === null)
		},
		...tags.map((tag) => ({
			title: `watched, cases tagged ${quoteName(tag, 40)}:`,
			comparisons: watched.filter(({ slice }) => slice === tag)
		}))
	];
}
function layTitle(prompt, width, painter) {
	const name = quoteName(prompt.name, 40);
	const path = inline(prompt.path, width - 2);
	return [`${painter.bold(name)}  ${painter.verdict(prompt.verdict, prompt.verdict)}`, ...wrap(`${path}; ${describeChange(prompt)}`, width - 2).map((line) => painter.dim(`  ${line}`))];
}
/** What is only watched, but moved: worth a line, though it does not count. */
function layMovedWatched(prompt, report, width) {
	return watchedComparisons(prompt).filter(({ verdict }) => verdict === "regression").slice(0, shownWatched).flatMap((comparison) => wrap(`Watched, does not count: ${describeComparison(comparison, report)}`, width));
}
/** Prompts told of in one line each. */
function layBrief(prompts, width, painter) {
	const nameWidth = Math.min(30, prompts.reduce((widest, { name }) => Math.max(widest, columns(inline(name, 30))), 0));
	const more = prompts.length - mostBriefPrompts;
	const lines = prompts.slice(0, mostBriefPrompts).map((prompt) => {
		const [first] = gatedComparisons(prompt);
		const start = `  ${pad(inline(prompt.name, nameWidth), nameWidth, "left")}  ${pad(prompt.verdict, 15, "left")}`;
		const rest = first === void 0 ? "" : describeBriefly(first);
		return `${start}  ${painter.dim(shorten(rest, width - columns(start) - 2))}`.trimEnd();
	});
	return more > 0 ? [...lines, `  … and ${formatCounted(more, "more prompt")}`] : lines;
}
function layCalls(report, width) {
	const failures = describeFailures(report);
	const more = failures.length > longList ? [`and ${formatCount(failures.length - longList)} other failures`] : [];
	const samples = report.samples === null ? [] : [`Samples: ${inline(report.samples.path, width - 9)}`];
	return [
		...wrap(describeCalls(report), width),
		...[...failures.slice(0, longList), ...more].flatMap((line) => hang(line, width, 2)),
		...samples
	];
}
function layList(title, sentences, width, painter) {
	if (sentences.length === 0) return [];
	const more = sentences.length > longList ? [`and ${formatCount(sentences.length - longList)} more`] : [];
	const shown = [...sentences.slice(0, longList).map((sentence) => inline(sentence, 600)), ...more];
	return [painter.bold(title), ...shown.flatMap((sentence) => layItem(sentence, width))];
}
function layItem(sentence, width) {
	return wrap(sentence, width - 4).map((line, index) => `  ${index === 0 ? "-" : " "} ${line}`);
}
/** Lines after the first stand two columns further in. */
function hang(sentence, width, indent) {
	const margin = " ".repeat(indent);
	return wrap(sentence, width - indent - 2).map((line, index) => `${margin}${index === 0 ? "" : "  "}${line}`);
}

// src/report/registry.ts
/** Every way to write a report. Help, options and error messages are derived from these names. */
const reporters = {
	text,
	markdown,
	json
};

export { progressWriter as n, reporters as t };