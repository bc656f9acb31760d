import { a as fence, c as quoteName, d as pad, f as shorten, n as codeSpan, o as inline, p as wrap, r as defuse, s as prose, t as block, u as columns } from "./escape.js";

// src/report/numbers.ts
/** How numbers are written, in every report alike. The minus is U+2212; an unknown value is a dash, never 0. */
const unknown = "–";
/** `1,240`. */
function formatCount(count) {
	return String(Math.round(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
/** What follows "about": rounded up to two digits, which is as much as the word can promise. */
function formatAbout(count) {
	const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
	return formatCount(Math.ceil(count / step) * step);
}
/** `1 case`, `1,240 cases`. */
function formatCounted(count, noun) {
	return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
/** A mean: `82 %` for a pass rate, `0.82` for a score, `820 ms` for what has a unit. */
function formatValue(measured, value) {
	if (value === null || !Number.isFinite(value)) return "–";
	const sign = value < 0 ? "−" : "";
	const size = Math.abs(value);
	if (measured.kind === "binary") return `${sign}${formatSize(size * 100)} %`;
	if (measured.kind === "bounded") return sign + size.toFixed(2);
	return `${sign}${formatMeasure(size)}${measured.unit === null ? "" : ` ${inline(measured.unit, 12)}`}`;
}
/** A difference without its sign: `10 points`, `12 %`. */
function formatAmount(measured, difference) {
	if (difference === null || !Number.isFinite(difference)) return "an unknown amount";
	const size = formatSize(Math.abs(difference) * 100);
	return `${size} ${unitOf(measured, size)}`;
}
/** A difference as the reader sees the metric move: `−10 points`, and `+12 %` for a latency that got worse. */
function formatChange(measured, difference) {
	if (difference === null || !Number.isFinite(difference)) return "–";
	const number = formatSigned(measured, difference);
	return `${number} ${unitOf(measured, number)}`;
}
/** The same for a table, where points need no unit: `−10`, `+12 %`. */
function formatNarrowChange(measured, difference) {
	return formatChange(measured, difference).replace(/ points?$/, "");
}
/** The interval of a difference, smaller number first: `−16.4 to −3.6 points`. */
function formatInterval(measured, interval) {
	if (interval === null) return "–";
	const [from, to] = formatEnds$1(measured, interval);
	return `${from} to ${to} ${unitOf(measured, to)}`;
}
/** The same, short enough for a table: `−16.4 … −3.6`. */
function formatNarrowInterval(measured, interval) {
	if (interval === null) return "–";
	return formatEnds$1(measured, interval).join(" … ") + (measured.kind === "ratio" ? " %" : "");
}
/** `p = 0.010`; a p-value at its floor is `p < 1e-300`. */
function formatP(value) {
	if (value === null || !Number.isFinite(value)) return "p unknown";
	if (value <= 1e-300) return "p < 1e-300";
	if (value < 9995e-7) return `p = ${Number(value.toPrecision(1))}`;
	if (value < .0995) return `p = ${value.toFixed(3)}`;
	return `p = ${value.toFixed(2)}`;
}
/** `90 %`. */
function formatShare(share) {
	return `${formatSize(share * 100)} %`;
}
/** US dollars: `$0.12`. */
function formatCost(cost) {
	return `$${cost > 0 && cost < .01 ? String(Number(cost.toPrecision(2))) : cost.toFixed(2)}`;
}
/** `420 ms`, `34 s`, `2 min 5 s`. */
function formatDuration(milliseconds) {
	if (milliseconds < 1e3) return `${Math.round(milliseconds)} ms`;
	const seconds = Math.round(milliseconds / 1e3);
	if (seconds < 60) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** A positive number in its natural unit, to about three digits. */
function formatMeasure(value) {
	if (value >= 100) return formatCount(value);
	if (Number.isInteger(value)) return String(value);
	if (value >= 10) return value.toFixed(1);
	if (value >= 1) return value.toFixed(2);
	return String(Number(value.toPrecision(2)));
}
function unitOf(measured, number) {
	if (measured.kind === "ratio") return "%";
	return /^[+−]?1$/.test(number) ? "point" : "points";
}
/** Differences are oriented (positive is better); a reader sees latency go up, so the sign is turned back. */
function formatSigned(measured, difference) {
	const shown = measured.direction === "lower" ? -difference : difference;
	const size = formatSize(Math.abs(shown) * 100);
	if (size === "0") return size;
	return (shown < 0 ? "−" : "+") + size;
}
function formatEnds$1(measured, [low, high]) {
	const ends = [formatSigned(measured, low), formatSigned(measured, high)];
	return measured.direction === "lower" ? [ends[1], ends[0]] : ends;
}
/** Hundredths to one digit after the point; two where less than a tenth would vanish. */
function formatSize(size) {
	if (size >= 1e3) return formatCount(size);
	return String(Number(size.toFixed(size < .095 ? 2 : 1)));
}

// src/report/metric-words.ts
/** How a comparison is spoken of, whatever its verdict. */
/** `pass rate of contains`, `score of levenshtein`, `typical latency`; with the tag where it is a slice. */
function nameMetric({ metric, kind, direction, slice }) {
	const name = quoteName(metric);
	const within = slice === null ? "" : ` among cases tagged ${quoteName(slice)}`;
	if (kind === "ratio") return `Typical ${name}${within}`;
	if (direction === "lower") return `The metric ${name}${within}`;
	return `${kind === "binary" ? "Pass rate" : "Score"} of ${name}${within}`;
}
/** The same inside a sentence, after "the". */
function nameMetricInside(comparison) {
	return nameMetric(comparison).replace(/^The /, "").replace(/^[PST](?=ass|core|ypical)/, (letter) => letter.toLowerCase());
}
/** What getting worse looks like on this metric. */
function loss({ direction }) {
	return direction === "lower" ? "rise" : "drop";
}
/** Whether the candidate was judged against a threshold, without a baseline. */
function isAlone({ baseline, difference, margin }) {
	return baseline === null && difference === null && margin === null;
}
/** The interval of the value of a candidate judged alone: `62 % to 87 %`. */
function describeRange(comparison) {
	const [low, high] = comparison.interval ?? [null, null];
	return `${formatValue(comparison, low)} to ${formatValue(comparison, high)}`;
}

// src/report/failure-words.ts
/** Why something could not be judged: worded so that nobody takes it for a regression. */
/** The failure that was met most often: `503 Service Unavailable`, shortened. */
function nameFailure(failures) {
	const [most] = [...failures].sort((one, other) => other.calls - one.calls);
	return most === void 0 ? null : inline(most.message, 80);
}
/** `: the provider refused the key`, to go on with; nothing where there is no reason. */
function describeReason(reason) {
	return reason === null ? "" : `: ${reasonWords[reason]}`;
}
const reasonWords = {
	"no-pairs": "no case has a result in both versions",
	missing: "too many cases are missing",
	failed: "calls failed; run again",
	unscored: "answers could not be scored",
	"too-few-clusters": "there are fewer than 5 groups of cases",
	"too-few-cases": "there are too few cases",
	"gave-up": "a verdict had become unlikely",
	"not-confirmed": "fresh answers did not confirm it",
	"refused-key": "the provider refused the key; check the key, then run again",
	"missing-model": "the provider does not offer the model",
	"missing-recording": "calls have no recording; record them again with --record",
	"nothing-gates": "no metric gates it",
	fork: "a pull request from a fork cannot bring what it is judged by",
	"no-key": "a pull request from a fork has no key to call the model with"
};
/** The sentence for a comparison that is an error. */
function describeError(comparison, failures) {
	const name = nameMetricInside(comparison);
	const failure = nameFailure(failures);
	const because = failure === null ? "" : ` (${failure})`;
	switch (comparison.reason) {
		case "refused-key": return `Could not judge the ${name}: the provider refused the key${because}. Check the key, then run again.`;
		case "missing-model": return `Could not judge the ${name}: the provider does not offer the model${because}. Check its name and what the key may use.`;
		case "missing-recording": return `Could not judge the ${name}: calls have no recording. Record them again with --record.`;
		case "no-pairs": return `Could not judge the ${name}${describeReason("no-pairs")}.`;
		case "too-few-cases": return `Could not judge the ${name}: only ${formatCounted(comparison.pairs, "case")} with a result in both versions.`;
		case "unscored": return `Could not judge the ${name}: ${formatCounted(comparison.unscored, "case")} could not be scored.`;
		default: return `Could not judge the ${name}: ${describeFailed(comparison)}${because}. Run again.`;
	}
}
function describeFailed(comparison) {
	const { baseline, candidate } = comparison.failed;
	if (isAlone(comparison)) return `${formatCounted(candidate, "case")} failed`;
	return `${formatCounted(baseline, "case")} failed in the baseline and ${formatCount(candidate)} in the candidate`;
}

// src/report/selection.ts
/** From the worst to the best, as in the model. */
const order$1 = [
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
];
/** Verdicts after which a reader has to look. */
const troubled = [
	"regression",
	"below-threshold",
	"error",
	"skipped",
	"inconclusive"
];
/** The worst first; equals keep their order. */
function worstFirst(list) {
	return order$1.flatMap((verdict) => list.filter((entry) => entry.verdict === verdict));
}
/** What counts, the worst first. */
function gatedComparisons(prompt) {
	return worstFirst(prompt.comparisons.filter((comparison) => comparison.gated));
}
/** What is only watched: whole set first, then slices. */
function watchedComparisons(prompt) {
	const watched = prompt.comparisons.filter((comparison) => !comparison.gated);
	return [...watched.filter(({ slice }) => slice === null), ...watched.filter(({ slice }) => slice !== null)];
}
/** The first few cases that changed in this way, and how many there are in all. */
function casesThat(prompt, change, limit) {
	const first = [];
	let count = 0;
	for (const entry of prompt.cases) {
		if (entry.change !== change) continue;
		count += 1;
		if (first.length < limit) first.push(entry);
	}
	return {
		first,
		count
	};
}
/** The prompts of a report by what a reader is told of them. */
function groupPrompts(report) {
	const deleted = report.prompts.filter(({ verdict }) => verdict === "deleted");
	const unchanged = report.prompts.filter(({ verdict, added }) => verdict === "unchanged" && added === null);
	return {
		judged: worstFirst(report.prompts.filter(({ verdict, added }) => verdict !== "deleted" && (verdict !== "unchanged" || added !== null))),
		unchanged,
		deleted
	};
}

// src/report/headline.ts
/**
* The verdict of the whole run in one line of plain text, fit for a log, a step's error or a check's title: names are
* visible and short. Escape it for Markdown.
*/
function headline(report) {
	const { judged } = groupPrompts(report);
	const concerned = judged.filter((prompt) => prompt.verdict === report.verdict);
	switch (report.verdict) {
		case "regression": return `Regression: ${describeConcerned(concerned, judged, "got worse")}${describeRest(report, concerned)}`;
		case "below-threshold": return `Below threshold: ${describeConcerned(concerned, judged, "missed a threshold")}${describeRest(report, concerned)}`;
		case "error": return `Could not judge: ${describeCause(report, concerned)}${describeGateFailure(report, judged)}`;
		case "skipped": return `Skipped, not judged: ${describeSkipped(concerned)}${describeGateFailure(report, judged)}`;
		case "inconclusive": return `Inconclusive: ${describeConcerned(concerned, judged, "could go either way")}${describePolicy(report)}`;
		case "no-regression": return `No regression in ${describeAll(judged)}.`;
		case "above-threshold": return `Above threshold: ${describeAll(judged)} ${judged.length === 1 ? "meets" : "meet"} every threshold.`;
		case "improvement": return `Improvement: ${describeConcerned(concerned, judged, "got better")}`;
		case "new": return `Nothing to compare with yet: ${describeAll(judged)} ${judged.length === 1 ? "has" : "have"} no baseline and no threshold. Passed, with a warning.`;
		case "unchanged": return judged.length > 0 ? "Unchanged: only what judges the prompts changed, not the prompts." : "Nothing to compare: no prompt changed.";
		case "deleted": return "Nothing to judge: prompts were only deleted.";
	}
}
function describeConcerned(concerned, judged, what) {
	const [only] = concerned;
	if (only === void 0) return `a prompt ${what}.`;
	if (concerned.length === 1) {
		const others = judged.length > 1 ? ` (1 of ${formatCount(judged.length)} prompts)` : "";
		return `${quoteName(only.name)} ${what}${others}${describeMainNumbers(only)}.`;
	}
	return `${formatCount(concerned.length)} of ${formatCount(judged.length)} prompts ${what} (${listNames(concerned)}).`;
}
/** The numbers of the metric that decided, where one prompt is spoken of. */
function describeMainNumbers(prompt) {
	const [main] = gatedComparisons(prompt);
	if (main === void 0 || main.candidate === null || main.verdict !== prompt.verdict) return "";
	const name = quoteName(main.metric);
	if (main.baseline === null) return `: ${name} ${formatValue(main, main.candidate)}`;
	const p = main.verdict === "improvement" ? main.pBetter : main.pValue;
	const certainty = main.verdict === "inconclusive" ? "" : `, ${formatP(p)}`;
	return `: ${name} ${formatValue(main, main.baseline)} → ${formatValue(main, main.candidate)}${certainty}`;
}
function describeRest(report, concerned) {
	const count = report.prompts.filter(({ verdict }) => verdict === "error").length;
	const advisory = concerned.every((prompt) => prompt.advisory);
	return [
		advisory ? " A first run does not fail; it starts to hold once merged." : "",
		advisory ? describeGateFailure(report, report.prompts) : "",
		count === 0 ? "" : ` ${formatCounted(count, "prompt")} could not be judged.`
	].join("");
}
/** Which prompts fail the gate, where the verdict of the run speaks of others. */
function describeGateFailure({ exitCode, gate }, judged) {
	if (exitCode !== 1) return "";
	const failing = judged.filter(({ advisory, verdict }) => !advisory && (verdict === "regression" || verdict === "below-threshold" || verdict === "inconclusive" && gate.inconclusive === "fail"));
	return failing.length === 0 ? "" : ` The gate fails on ${listNames(failing)}.`;
}
function describeSkipped(concerned) {
	const [only] = concerned;
	if (only === void 0 || concerned.length > 1) return `${formatCounted(concerned.length, "prompt")} skipped.`;
	return `${quoteName(only.name)}${describeReason(only.reason)}.`;
}
function describeCause({ command, calls, failures }, concerned) {
	const failure = nameFailure(failures);
	const because = failure === null ? "" : ` (${failure})`;
	const reasons = concerned.flatMap((prompt) => [prompt.reason, ...prompt.comparisons.map(({ reason }) => reason)]);
	if (reasons.includes("refused-key")) return `the provider refused the key${because}. Check the key, then run again.`;
	if (reasons.includes("missing-model")) return `the provider does not offer the model${because}. Check its name and what the key may use.`;
	if (reasons.includes("missing-recording")) return `${formatCounted(calls.failed, "call")} ${calls.failed === 1 ? "has" : "have"} no recording. Record again with --record.`;
	if (calls.failed > 0) return `${formatCount(calls.failed)} of ${formatCounted(calls.planned, "call")} failed${because}. Run again.`;
	if (command === "gate" && (reasons.includes("no-pairs") || reasons.includes("too-few-cases"))) return "fewer than two cases have a result in both files.";
	if (command === "gate" && reasons.includes("failed")) return "too many cases failed in one of the files.";
	if (reasons.includes("unscored")) return "too many answers could not be scored. The reasons stand with the cases.";
	return `${listNames(concerned)}. See the notes.`;
}
function describePolicy({ gate }) {
	if (gate.inconclusive === "fail") return " The gate fails on that (gate.inconclusive: fail).";
	return gate.inconclusive === "warn" ? " Passed, with a warning." : " Passed.";
}
function describeAll(judged) {
	const [only] = judged;
	return only !== void 0 && judged.length === 1 ? quoteName(only.name) : formatCounted(judged.length, "prompt");
}
/** `triage, reply, summary and 4 more`; a deleted prompt with its path, because it can no longer be looked up. */
function listNames(prompts, limit = 3) {
	const shown = prompts.slice(0, limit).map(({ name, path, verdict }) => quoteName(name) + (verdict === "deleted" ? ` (${quoteName(path, 72)})` : ""));
	const more = prompts.length - shown.length;
	return shown.join(", ") + (more > 0 ? ` and ${formatCount(more)} more` : "");
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

// src/report/evidence.ts
/** What a verdict rests on: how many cases, the interval, what these cases could have shown, what was left out. */
function describeEvidence(comparison) {
	const { pairs, confidence, interval, minimumDetectable } = comparison;
	const alone = isAlone(comparison);
	const cases = alone ? `${formatCounted(pairs, "case")} judged alone` : `${formatCounted(pairs, "case")} compared, ${formatCount(comparison.worse)} worse and ${formatCount(comparison.better)} better`;
	const range = interval === null ? "no interval" : `${formatShare(confidence)} interval ${alone ? describeRange(comparison) : formatInterval(comparison, interval)}`;
	if (pairs === 0) return `${["No case compared", ...describeLeftOut(comparison)].join("; ")}.`;
	const parts = [cases, range];
	if (minimumDetectable !== null) parts.push(`a ${loss(comparison)} of ${formatAmount(comparison, minimumDetectable)} would be found 4 times in 5`);
	parts.push(...describeLeftOut(comparison));
	return `${parts.join("; ")}.`;
}
/** A comparison in a few words: `contains 82 % → 81.5 %, at worst −2.2 points`. */
function describeBriefly(comparison) {
	const { baseline, candidate, interval } = comparison;
	const values = [baseline, candidate].flatMap((value) => value === null ? [] : formatValue(comparison, value));
	const worst = interval === null || isAlone(comparison) ? "" : `, at worst ${formatChange(comparison, interval[0])}`;
	return `${quoteName(comparison.metric, 24)} ${values.join(" → ")}${worst}`;
}
function describeLeftOut({ failed, unscored }) {
	const parts = [
		failed.baseline > 0 ? `${formatCount(failed.baseline)} failed in the baseline` : null,
		failed.candidate > 0 ? `${formatCount(failed.candidate)} failed in the candidate` : null,
		unscored > 0 ? `${formatCount(unscored)} could not be scored` : null
	].filter((part) => part !== null);
	return parts.length === 0 ? [] : [`left out: ${parts.join(", ")}`];
}

// src/report/inconclusive-words.ts
/** What assay.yml takes for run.trials: more is not worth naming. */
const mostTrials = 5;
/** The sentences for a comparison that is inconclusive: what is known, and what would settle it. */
function describeInconclusive(comparison, { gate }) {
	const { reason, pairs, difference, interval } = comparison;
	const name = nameMetricInside(comparison);
	switch (reason) {
		case "no-pairs": return `No verdict on the ${name}: no case has a result in both versions.`;
		case "missing": return `No verdict on the ${name}: too many cases are missing, or more in one version than in the other, so that the rest could mislead.`;
		case "too-few-clusters": return `No verdict on the ${name}: it takes at least 5 groups of cases to speak about cases like these.`;
		case "too-few-cases": return `No verdict on the ${name}: ${formatCounted(pairs, "case")} ${pairs === 1 ? "is" : "are"} too few. Add cases, or run each 5 times.`;
		case "not-confirmed": return `No verdict on the ${name}: a drop against stored answers was not confirmed on fresh ones of both versions.`;
	}
	if (difference === null || interval === null) return `No verdict on the ${name}.`;
	const reach = formatAmount(comparison, Math.min(0, interval[0]));
	return [difference >= 0 ? `No sign of a regression; ${formatCounted(pairs, "case")} cannot rule out a ${loss(comparison)} of less than ${reach} in the ${name}.` : `Best guess ${formatChange(comparison, difference)} in the ${name}, but a ${loss(comparison)} of up to ${reach} is not excluded.`, ...[describeTooFewChanges(comparison, gate), describeNeed(comparison, gate)].filter((sentence) => sentence !== null)].join(" ");
}
/** With one trial per case nothing changes by a fraction of a case. (So it looks, too, where no case changed at all.) */
function hasOneTrial({ kind, difference, pairs, worse, better }) {
	return kind === "binary" && difference !== null && Math.abs(difference * pairs - (better - worse)) < 1e-6;
}
/**
* With one trial per case only the cases that changed speak. If all m of them got worse, p is (1/2)^(m+1): where that
* is above alpha, no regression can be shown, whatever else holds.
*/
function describeTooFewChanges(comparison, gate) {
	const changed = comparison.worse + comparison.better;
	if (!hasOneTrial(comparison) || .5 ** (changed + 1) <= gate.alpha) return null;
	const enough = Math.ceil(Math.log2(1 / gate.alpha) - 1);
	return `${changed === 0 ? "No case changed" : `Only ${formatCounted(changed, "case")} changed`}: with one trial per case, fewer than ${enough} changes cannot show a regression.`;
}
/** What would settle it. For the golden set itself a further trial is worth as much as a further case. */
function describeNeed(comparison, gate) {
	const { casesNeeded, pairs } = comparison;
	if (casesNeeded === null || pairs === 0 || casesNeeded <= pairs) return null;
	const times = Math.ceil(casesNeeded / pairs);
	const more = formatAbout(casesNeeded - pairs);
	const trials = comparison.worse + comparison.better > 0 && hasOneTrial(comparison) ? `${times} trials per case` : `${times} times the trials per case`;
	return `About ${more} more cases${gate.scope === "suite" && times <= mostTrials ? `, or ${trials},` : ""} would settle it.`;
}

// src/report/words.ts
/**
* The verdict of one comparison in words, with its numbers. One line of plain text; names in it are made visible and
* short, but not yet escaped for Markdown.
*/
function describeComparison(comparison, setting) {
	switch (comparison.verdict) {
		case "regression": return `${describeMove(comparison)} ${describeCertainty(comparison, setting)}, ${describeExcess(comparison)}.`;
		case "improvement": return `${describeMove(comparison)} This is not noise (${formatP(comparison.pBetter)}).`;
		case "no-regression": return describeNoRegression(comparison, setting);
		case "inconclusive": return describeInconclusive(comparison, setting);
		case "below-threshold": return `${describeAlone(comparison)}: it misses your threshold of ${formatValue(comparison, comparison.atLeast)}.`;
		case "above-threshold": return `${describeAlone(comparison)}: it meets your threshold of ${formatValue(comparison, comparison.atLeast)}.`;
		case "new": return `${describeAlone(comparison)}. There is nothing to compare it with and no threshold is set, so it passes with a warning.`;
		case "error": return describeError(comparison, setting.failures);
		case "skipped": return `${nameMetric(comparison)} was not judged${describeReason(comparison.reason)}.`;
		case "unchanged": return `${nameMetric(comparison)} was not compared: both versions ask for the same.`;
		case "deleted": return `${nameMetric(comparison)} was not judged: the prompt was deleted.`;
	}
}
function describeMove(comparison) {
	const { difference, direction, kind, interval, baseline, candidate } = comparison;
	const rose = (difference ?? 0) > 0 === (direction === "higher");
	const means = baseline === null || candidate === null ? "" : `${formatValue(comparison, baseline)} → ${formatValue(comparison, candidate)}`;
	const details = [...kind === "ratio" && interval !== null ? [describeWorst(comparison, interval[0])] : [], ...means === "" ? [] : [means]].join("; ");
	const verb = rose ? "rose" : "fell";
	return `${nameMetric(comparison)} ${verb} by ${formatAmount(comparison, difference)}${details === "" ? "" : ` (${details})`}.`;
}
/** The bad end of the interval; its sign is told where it is on the other side of the estimate. */
function describeWorst(comparison, low) {
	return `at worst ${low < 0 && (comparison.difference ?? 0) < 0 ? formatAmount(comparison, low) : formatChange(comparison, low)}`;
}
function describeCertainty({ pValue, adjustedPValue, gated, slice }, { gate }) {
	const corrected = adjustedPValue !== null && pValue !== null && adjustedPValue > pValue;
	const family = gated || slice === null ? `for ${formatCounted(gate.gatingComparisons, "gating comparison")}` : "among the slices";
	const adjusted = corrected ? `; corrected ${family}, ${formatP(adjustedPValue)}` : "";
	return `This is not noise (${formatP(pValue)}${adjusted})`;
}
function describeExcess(comparison) {
	const { margin, difference } = comparison;
	if (margin === null) return "and it counts";
	return `and it is ${Math.abs(difference ?? 0) > margin + 1e-9 ? "more than" : "as much as"} your tolerance of ${formatAmount(comparison, margin)}`;
}
function describeNoRegression(comparison, { gate }) {
	const { margin, interval, pValue, difference } = comparison;
	const tolerance = margin === null ? "" : ` beyond your tolerance of ${formatAmount(comparison, margin)}`;
	const worst = interval === null ? "" : `: at worst ${formatChange(comparison, interval[0])}`;
	const small = pValue !== null && pValue <= gate.alpha && (difference ?? 0) < 0 ? ` There is a small real ${loss(comparison)} of ${formatAmount(comparison, difference)} (${formatP(pValue)}).` : "";
	return `No ${loss(comparison)}${tolerance} in the ${nameMetricInside(comparison)}${worst}.${small}`;
}
function describeAlone(comparison) {
	const { pairs, candidate } = comparison;
	return `${nameMetric(comparison)} is ${formatValue(comparison, candidate)} over ${formatCounted(pairs, "case")}`;
}

// src/report/facts.ts
/** Sentences about the run and its prompts that every report for people carries, as plain text. */
const longList$1 = 10;
/** What a reader must know before the first number: what was compared, by whose rules, and what was not compared. */
function describeSetting(report) {
	const { deleted, unchanged } = groupPrompts(report);
	const head = nameRevision(report.head);
	const lines = [
		report.base === null ? `Judged alone, without a baseline: ${head}.` : `Compared: baseline ${nameRevision(report.base)}, candidate ${head}.`,
		...report.command === "gate" ? [] : [`Judged by the ${report.goalposts}'s configuration, scorers and golden sets.`],
		...report.gate.gatingComparisons > 0 ? [describeGate(report)] : []
	];
	const broken = `The baseline does not parse at ${report.base === null ? "the base" : nameRevision(report.base)}`;
	const groups = [
		["Deleted, not run", deleted],
		["New, nothing to compare with", report.prompts.filter(({ change }) => change.kind === "new" && report.base !== null)],
		[`${broken}, so the candidate was judged alone, against absolute thresholds`, report.prompts.filter(({ change }) => change.kind === "repaired")],
		["Not judged", report.prompts.filter(({ verdict }) => verdict === "error" || verdict === "skipped")],
		["Unchanged, not run", unchanged]
	];
	for (const [title, prompts] of groups) if (prompts.length > 0) lines.push(`${title}: ${listNames(prompts, longList$1)}.`);
	return lines;
}
/** `changed: text, model; openai/gpt-5-mini → openai/gpt-5-nano`. */
function describeChange({ change, previousPath, models }) {
	const [before, after] = [models.baseline ?? models.candidate, models.candidate ?? models.baseline];
	const model = [.../* @__PURE__ */ new Set([before, after])].flatMap((name) => name === null ? [] : quoteName(name)).join(" → ");
	const parts = change.parts.length === 0 ? "" : `: ${change.parts.join(", ")}`;
	const kind = change.kind === "judging" ? `what judges it changed${parts}` : `${change.kind}${parts}`;
	const from = previousPath === null ? null : `was ${quoteName(previousPath, 72)}`;
	return [
		kind,
		model === "" ? null : model,
		from
	].filter((part) => part !== null).join("; ");
}
/** The verdicts of a prompt in words: one entry a gating metric, the worst first; or why there is none. */
function describePrompt(prompt, report) {
	const gated = gatedComparisons(prompt);
	if (gated.length > 0) return gated.map((comparison) => ({
		verdict: describeComparison(comparison, report),
		evidence: describeEvidence(comparison)
	}));
	return [{
		verdict: describeUncompared(prompt),
		evidence: null
	}];
}
/** The golden set's added or edited cases, which are no part of the comparison. */
function describeAdded({ added }) {
	if (added === null) return null;
	const results = added.comparisons.map((comparison) => `${quoteName(comparison.metric)} ${formatValue(comparison, comparison.candidate)}`);
	const told = results.length === 0 ? "" : `: ${results.slice(0, longList$1).join(", ")}`;
	return `${formatCounted(added.cases, "case")} added or edited, run once with the candidate and not part of the verdict${told}.`;
}
/** Calls, cost and time in one line. */
function describeCalls({ command, calls, cost, durationMs }) {
	if (command === "gate") return `No call made, ${formatDuration(durationMs)}.`;
	return `${[
		calls.made <= calls.planned ? `${formatCount(calls.made)} of ${formatCounted(calls.planned, "planned call")} made` : `${formatCounted(calls.planned, "call")} planned, ${formatCount(calls.made)} made with repeats`,
		...calls.cached > 0 ? [`${formatCount(calls.cached)} from the cache`] : [],
		...calls.saved > 0 ? [`${formatCount(calls.saved)} not needed`] : [],
		`${formatCount(calls.failed)} failed`,
		cost === null ? "cost unknown" : `cost ${formatCost(cost)}`,
		formatDuration(durationMs)
	].join(", ")}.`;
}
/** What came back from calls that failed: `41 calls: 503 Service Unavailable`. */
function describeFailures({ failures }) {
	return failures.map(({ calls, message }) => `${formatCounted(calls, "call")}: ${inline(message, 200)}`);
}
const changeWords = {
	changed: "It was not judged: no metric gates it.",
	judging: "Both versions ask for the same; only what judges it changed.",
	new: "There is nothing to compare it with, and no metric judges it.",
	deleted: "It was deleted, so it was not run.",
	renamed: "It was renamed; both versions ask for the same.",
	unchanged: "Both versions ask for the same.",
	repaired: "The baseline cannot be read, and no metric judges the candidate."
};
function describeUncompared({ verdict, reason, change }) {
	if (verdict === "error") return `It could not be judged${describeReason(reason)}.`;
	if (verdict === "skipped") return `It was not judged${describeReason(reason)}.`;
	return changeWords[change.kind];
}
function describeGate({ gate }) {
	const margin = formatAmount({
		kind: "bounded",
		direction: "higher",
		unit: null
	}, gate.margin);
	const count = formatCounted(gate.gatingComparisons, "gating comparison");
	return `Gate: tolerance ${margin} by default, ${formatShare(gate.alpha)} false alarms, ${count}.`;
}
/** A revision as a person would name it, with the commit where the name hides it. */
function nameRevision({ revision, commit }) {
	const name = inline(revision, 60);
	if (commit === null || commit.startsWith(revision)) return name;
	return `${name} (${inline(commit, 40).slice(0, 7)})`;
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
	if (reasons.includes("unscored")) return [`${told} See why the scorers could not score the answers.`];
	return [`${told} Run again; if it stays, lower run.concurrency or raise run.timeout in assay.yml.`];
}
function nextWhenOpen({ casesNeeded, pairs }, { command, gate }) {
	const cases = casesNeeded === null || casesNeeded <= pairs ? "" : ` to about ${formatAbout(casesNeeded)} cases`;
	if (command === "gate") return [`To settle it, enlarge the golden set${cases}${gate.scope === "suite" ? ", or run more trials of each case" : ""}.`];
	const policy = gate.inconclusive === "fail" ? [] : ["To stop such changes until it is settled, set gate.inconclusive: fail."];
	return [`To settle it, enlarge the golden set${cases}${gate.scope === "suite" ? ", or raise run.trials in assay.yml" : ""}.`, ...policy];
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

export { headline as n, reporters as t };