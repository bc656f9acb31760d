import { a as escapeXml, c as preformatted, d as visible, l as prose, n as codeSpan, o as fence, r as defuse, s as inline, t as block, u as quoteName } from "./escape2.js";
import { C as troubled, E as isAlone, S as groupPrompts, _ as formatSum, a as describeFailures, b as casesThat, c as describeUncomparedCounts, d as describeEvidence, f as headline, g as describeWithChange, h as describeVersions, i as describeChange, l as describeComparison, m as describeMeasure, n as describeAdded, o as describePrompt, p as captionOf, r as describeCalls, s as describeSetting, t as describeAccepted, u as describeBriefly, v as metricsOf, w as watchedComparisons, x as gatedComparisons, y as qualityOn } from "./facts.js";
import { a as formatCount, c as formatInterval, d as formatNarrowInterval, l as formatMeasure, m as formatValue, o as formatCounted, p as formatShare, r as formatChange, t as formatAbout, u as formatNarrowChange } from "./numbers.js";
import { n as escapeJson, t as fillPage } from "./page.js";
import { t as reportSchema } from "./report-schema.js";
import { a as pad, c as wrap, n as clip$1, r as columns, s as shorten$1 } from "./layout2.js";
import { n as describeHealth, r as describeSight, t as describeGolden } from "./health-words.js";
import { n as isOpenLoss } from "./losses.js";
import { t as markdownTable } from "./markdown-table.js";

// src/report/footer.ts
/** The last line of what stands on a pull request: who speaks, of which job, and where the whole of it is. */
function writeFooter({ runUrl, commentKey }) {
	const link = runUrl === void 0 || !/^https?:\/\/[\w.:/-]+$/.test(runUrl) ? [] : [`[The whole report of this run](${runUrl})`];
	return `<sub>${[
		"Prompt Assay",
		...commentKey === void 0 ? [] : [codeSpan(commentKey, 48)],
		...link
	].join(" · ")}</sub>`;
}

// src/report/reporters/csv.ts
/** For spreadsheets: a row a case, the scores of both versions in two columns a metric. Unknown values are empty, never 0. */
const csv = {
	description: "for spreadsheets: CSV of the cases, with scores and outputs of both versions",
	render(report) {
		const metrics = listMetrics(report);
		const header = [
			...[
				"prompt",
				"path",
				"case",
				"tags",
				"change",
				"worse"
			],
			...metrics.flatMap((metric) => [`${metric} baseline`, `${metric} candidate`]),
			...[
				"expected",
				"baseline output",
				"candidate output",
				"reasons"
			]
		];
		const rows = report.prompts.flatMap((prompt) => prompt.cases.map((entry) => toRow(prompt, entry, metrics)));
		return defuse(`${[header, ...rows].map((cells) => cells.map(writeCell).join(",")).join("\n")}\n`);
	}
};
/** In the order in which cases name them. */
function listMetrics({ prompts }) {
	return [...new Set(prompts.flatMap(({ cases }) => cases.flatMap(({ scores }) => Object.keys(scores))))];
}
function toRow({ name, path }, entry, metrics) {
	const { id, tags, change, worse, scores, expected, baseline, candidate, reasons } = entry;
	return [
		...[
			name,
			path,
			id,
			tags.join(" "),
			change,
			worse.join(" ")
		],
		...metrics.flatMap((metric) => {
			const pair = Object.hasOwn(scores, metric) ? scores[metric] : void 0;
			return [pair?.baseline ?? null, pair?.candidate ?? null];
		}),
		expected,
		writeOutput$1(baseline),
		writeOutput$1(candidate),
		Object.entries(reasons).map(([metric, reason]) => `${metric}: ${reason}`).join("\n")
	];
}
function writeOutput$1(output) {
	if (output === null) return null;
	if (output.status === "failed") return `(failed: ${output.failure ?? "unknown"})`;
	const calls = output.toolCalls ?? [];
	return [...calls.length === 0 ? [] : [`(called ${calls.join(", ")})`], output.text ?? ""].join("\n");
}
/** A number as it is; a text in quotes where it needs them. */
function writeCell(cell) {
	if (cell === null) return "";
	if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
	const text = disarm(cell.split(/\r?\n/).map(visible).join("\n"), cell);
	return /[",\n;]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
/** By which a spreadsheet takes a cell for a formula, white space before it or not; wide forms are read alike. */
const formulaStart = /^\s*[=+\-@＝＋－＠\t\r]/u;
/** An apostrophe before what would be computed: a spreadsheet then shows the text. A number computes nothing. */
function disarm(text, written) {
	if (plainNumber.test(written)) return text;
	return formulaStart.test(text) || formulaStart.test(written) ? `'${text}` : text;
}

// src/report/next-steps.ts
/**
* What to do next, one imperative sentence each; none where nothing is to be done. `acceptable`: the reader finds below
* how a regression is accepted.
*/
function nextSteps(report, { acceptable = false } = {}) {
	const { judged } = groupPrompts(report);
	const comparisons = judged.flatMap(gatedComparisons);
	const reasons = [...judged, ...comparisons].map(({ reason }) => reason);
	const first = (verdict) => comparisons.find((comparison) => comparison.verdict === verdict);
	const losses = judged.filter(({ accepted }) => accepted === null).flatMap((prompt) => gatedComparisons(prompt).map((comparison) => ({
		prompt,
		comparison
	}))).filter(({ comparison }) => comparison.verdict === "regression");
	const regressed = losses[0]?.comparison;
	const canAccept = acceptable && losses.some(({ prompt }) => !prompt.advisory && prompt.pair !== null);
	const below = first("below-threshold");
	const open = first("inconclusive");
	const fresh = first("new");
	const steps = [];
	const file = settingsOf(report);
	if (regressed !== void 0) steps.push("Read the cases that got worse, and mend the prompt.", "If they show that an expectation is wrong, correct the golden set in a change of its own.", report.command === "gate" ? "If the loss is worth it, raise the tolerance: --margin." : `If the loss is worth it, ${canAccept ? "have it accepted (see below), or " : ""}raise the tolerance in ${file}: ${settingOf(regressed, "margin")}.`);
	if (below !== void 0) steps.push(`Mend the prompt, or lower the threshold in ${file}: ${settingOf(below, "atLeast")}.`);
	steps.push(...nextAfterError(report, reasons));
	if (open !== void 0) steps.push(...nextWhenOpen(open, report));
	if (fresh !== void 0) steps.push(`Set a threshold in assay.yml, so that a prompt without a baseline can fail: ${settingOf(fresh, "atLeast")}.`);
	return steps;
}
/** Where a setting has its effect: a pull request is judged by what its base branch says. */
function settingsOf({ goalposts, command }) {
	return goalposts === "base" && command !== "gate" ? "assay.yml on the base branch" : "assay.yml";
}
function nextAfterError(report, reasons) {
	if (!report.prompts.some(({ verdict }) => verdict === "error")) return [];
	const told = "This says nothing about the prompt.";
	if (report.command === "gate") return [`${told} Give files in which the same cases have results, or name what gates: --metric.`];
	if (reasons.includes("refused-key")) return [`${told} Check that the secret or environment variable with the key is set and valid, then run again.`];
	if (reasons.includes("missing-model")) return [`${told} Check the model's name, and what the key may use.`];
	if (reasons.includes("refused-parameter")) return [`${told} Take the parameter out of the prompt, or give it another value or another model.`];
	if (reasons.includes("missing-recording")) return [`${told} Record the missing calls with --record.`];
	if (reasons.includes("budget")) return [`${told} Raise ${raiseLimits(report)}.`];
	if (reasons.includes("interrupted")) return [`${told} Run again: what was answered is not asked again.`];
	if (reasons.includes("unscored")) return [`${told} See why the scorers could not score the answers.`];
	return [`${told} Run again; if it stays, lower run.concurrency or raise run.timeout in ${settingsOf(report)}.`];
}
/** What ended the run may have been said with the command. */
function raiseLimits(report) {
	return `run.maxCost, run.maxCalls or run.maxDuration in ${settingsOf(report)}, or --max-cost, whichever ended the run`;
}
function nextWhenOpen({ casesNeeded, trialsNeeded, pairs, reason }, report) {
	const { command, gate } = report;
	const file = settingsOf(report);
	if (reason === "budget") return [`To settle it, raise ${raiseLimits(report)}.`];
	const cases = casesNeeded === null || casesNeeded <= pairs ? "" : ` to about ${formatAbout(casesNeeded)} cases`;
	if (command === "gate") return [`To settle it, enlarge the golden set${cases}${trialsNeeded === null ? "" : `, or run ${trialsNeeded} trials of each case`}.`];
	const policy = gate.inconclusive === "fail" ? [] : ["To stop such changes until it is settled, set gate.inconclusive: fail."];
	return [`To settle it, enlarge the golden set${cases}${trialsNeeded === null ? "" : `, or set run.trials: ${trialsNeeded} in ${file}`}.`, ...policy];
}
function settingOf({ metric }, key) {
	return `gate.metrics.${quoteName(metric)}.${key}`;
}

// src/report/report-page/distributions.ts
const binCount = 28;
const measures = [
	{
		name: "latency",
		unit: "ms",
		read: ({ latencyMs, cached }) => cached ? null : latencyMs
	},
	{
		name: "tokens",
		unit: "tokens",
		read: tokensOf
	},
	{
		name: "cost",
		unit: "USD",
		read: ({ cost }) => cost
	}
];
/** Gathers what calls of a prompt took, and tells how it is spread. */
function createSpread() {
	const values = measures.map(() => ({
		baseline: [],
		candidate: []
	}));
	return {
		add(sample) {
			for (const [index, { read }] of measures.entries()) {
				const value = read(sample);
				if (value !== null) values[index]?.[sample.arm].push(value);
			}
		},
		finish: () => measures.flatMap(({ name, unit }, index) => {
			const { baseline = [], candidate = [] } = values[index] ?? {};
			return baseline.length + candidate.length === 0 ? [] : [distribute({
				name,
				unit
			}, baseline, candidate)];
		})
	};
}
function distribute(measure, baseline, candidate) {
	const sorted = {
		baseline: Float64Array.from(baseline).sort(),
		candidate: Float64Array.from(candidate).sort()
	};
	const ends = Object.values(sorted).flatMap((values) => values.length === 0 ? [] : [values[0], values.at(-1)]);
	const [low, high] = [Math.min(...ends), Math.max(...ends)];
	const edges = low === high ? [] : Array.from({ length: 29 }, (_, index) => low + (high - low) * index / binCount);
	const count = (arm) => {
		if (sorted[arm].length === 0 || edges.length === 0) return null;
		const bins = new Array(binCount).fill(0);
		for (const value of sorted[arm]) {
			const bin = Math.min(27, Math.floor((value - low) / (high - low) * binCount));
			bins[bin] = (bins[bin] ?? 0) + 1;
		}
		return bins;
	};
	return {
		...measure,
		edges,
		bins: {
			baseline: count("baseline"),
			candidate: count("candidate")
		},
		summary: {
			baseline: summarise(sorted.baseline),
			candidate: summarise(sorted.candidate)
		}
	};
}
function summarise(sorted) {
	if (sorted.length === 0) return null;
	const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
	const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
	return {
		count: sorted.length,
		mean,
		median: at(.5),
		high: at(.95)
	};
}
function tokensOf({ tokens }) {
	return tokens === null || tokens.input === null || tokens.output === null ? null : tokens.input + tokens.output;
}

// src/report/report-page/sample.ts
/** Longer texts are cut: the samples file has them whole. */
const textLimit$1 = 2e4;
/** The case of these samples, which are all that there are of it. */
function detailOf(samples, share) {
	const of = (arm) => samples.filter((sample) => sample.arm === arm);
	const messagesOf = (arm) => of(arm).find(({ messages }) => messages !== void 0)?.messages?.map((message) => ({
		role: message.role,
		content: share(contentOf(message))
	})) ?? null;
	const expected = samples.find((sample) => sample.expected !== void 0)?.expected;
	return {
		expected: expected === void 0 ? null : clip(textOf(expected)),
		messages: {
			baseline: messagesOf("baseline"),
			candidate: messagesOf("candidate")
		},
		baseline: of("baseline").map(trialOf),
		candidate: of("candidate").map(trialOf)
	};
}
function trialOf(sample) {
	const { trial, draw = null, output, refusal, finishReason, failure, toolCalls = [], exchange = [] } = sample;
	const calls = [...exchange.flatMap((message) => message.toolCalls ?? []), ...toolCalls];
	return {
		trial,
		draw,
		output: failure === void 0 ? clip(output || (refusal ?? "")) : null,
		failure: failure?.message ?? null,
		stopped: finishReason?.unified ?? null,
		toolCalls: calls.map((call) => clip(`${call.name}(${call.arguments})`)),
		scores: sample.scores,
		reasons: sample.reasons,
		opinions: sample.opinions ?? {},
		tokens: sample.tokens,
		latencyMs: sample.latencyMs,
		cost: sample.cost,
		model: sample.model,
		cached: sample.cached ?? false
	};
}
/** A message as one text: a file stands as its name or type, with its hash. */
function contentOf({ content, toolCalls = [] }) {
	return clip([typeof content === "string" ? content : content.map((part) => part.type === "text" ? part.text : `[${part.type === "file" ? part.name : part.mediaType}, ${part.data.slice(0, 19)}]`).join("\n"), ...toolCalls.map((call) => `${call.name}(${call.arguments})`)].filter(Boolean).join("\n"));
}
function textOf(value) {
	return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
function clip(text) {
	return text.length <= textLimit$1 ? text : `${text.slice(0, textLimit$1).toWellFormed()}\n… (${text.length - textLimit$1} more characters)`;
}

// src/report/report-page/read-samples.ts
/** Characters of details that a page carries; the worst cases come first, the others are told where to find. */
const detailLimit = 24e6;
/** Shorter texts are not worth sharing. */
const sharedLength = 120;
const severity = [
	"worse",
	"failed",
	"unscored",
	"better",
	"alone",
	"same"
];
/** Nothing is known beside the report. */
function withoutSamples(shown) {
	return {
		prompts: shown.map(({ prompt }) => ({
			distributions: [],
			trials: [],
			details: prompt.cases.map(() => null)
		})),
		details: [],
		texts: []
	};
}
/** Reads the samples twice: first to learn what there is and how much of it fits, then to keep that. */
async function readSamples(shown, metrics, lines) {
	const prompts = shown.map(({ prompt }) => prompt);
	const cases = prompts.map((prompt) => new Map(prompt.cases.map(({ id }, index) => [id, index])));
	const read = () => knownSamples(shown, cases, lines);
	const { spreads, trials, sizes, contents } = await survey(prompts, metrics, read());
	const kept = new Map(chooseCases(prompts, sizes).map((key) => [key, []]));
	for await (const { sample, prompt, index } of read()) kept.get(keyOf(prompt, index ?? -1))?.push(sample);
	const numbers = /* @__PURE__ */ new Map();
	const share = (content) => {
		if ((contents.get(content) ?? 0) < 2) return content;
		const number = numbers.get(content) ?? numbers.size;
		numbers.set(content, number);
		return number;
	};
	const lineOf = new Map([...kept.keys()].map((key, line) => [key, line]));
	return {
		prompts: prompts.map((prompt, at) => ({
			distributions: spreads[at]?.finish() ?? [],
			trials: trials[at] ?? [],
			details: prompt.cases.map((_, index) => lineOf.get(keyOf(at, index)) ?? null)
		})),
		details: [...kept.values()].map((samples) => JSON.stringify(detailOf(samples, share))),
		texts: [...numbers.keys()].map((text) => JSON.stringify(text))
	};
}
/** What the samples come to: numbers of every call, sizes of every case, and how often each longer text was sent. */
async function survey(prompts, metrics, samples) {
	const spreads = prompts.map(createSpread);
	const sizes = prompts.map((prompt) => prompt.cases.map(() => 0));
	const trials = prompts.map((prompt) => prompt.cases.map(() => ({
		baseline: [],
		candidate: []
	})));
	const contents = /* @__PURE__ */ new Map();
	for await (const { sample, prompt, index, size } of samples) {
		spreads[prompt]?.add(sample);
		if (index === void 0) continue;
		const metric = metrics[prompt] ?? null;
		if (metric !== null) trials[prompt]?.[index]?.[sample.arm].push(sample.scores[metric] ?? null);
		const long = (sample.messages ?? []).map(contentOf).filter((content) => content.length >= sharedLength);
		const again = long.filter((content) => contents.has(content)).reduce((sum, content) => sum + content.length, 0);
		for (const content of long) contents.set(content, (contents.get(content) ?? 0) + 1);
		const own = sizes[prompt];
		own[index] = (own[index] ?? 0) + size - again;
	}
	return {
		spreads,
		sizes,
		trials,
		contents
	};
}
/**
* The samples that the report's prompts rest on: where a confirmation decides, the fresh ones alone. Those of a baseline
* are every variant's, too.
*/
async function* knownSamples(shown, cases, lines) {
	const places = /* @__PURE__ */ new Map();
	for (const [at, { prompt }] of shown.entries()) places.set(prompt.path, [...places.get(prompt.path) ?? [], at]);
	for await (const line of lines()) {
		if (line === "") continue;
		const sample = JSON.parse(line);
		const fresh = sample.draw?.startsWith("confirm") ?? false;
		for (const at of places.get(sample.prompt) ?? []) {
			const { prompt, variant } = shown[at];
			if (sample.arm === "candidate" && (sample.variant ?? null) !== variant) continue;
			if (fresh !== (prompt.confirmation !== null)) continue;
			yield {
				sample,
				prompt: at,
				index: cases[at]?.get(sample.id),
				size: line.length
			};
		}
	}
}
/** The keys of those whose details fit, in the order of the report. */
function chooseCases(prompts, sizes) {
	const all = prompts.flatMap((prompt, at) => prompt.cases.flatMap(({ change }, index) => {
		const size = sizes[at]?.[index] ?? 0;
		return size === 0 ? [] : [{
			key: keyOf(at, index),
			size,
			rank: severity.indexOf(change)
		}];
	}));
	let room = detailLimit;
	const kept = /* @__PURE__ */ new Set();
	for (const { key, size } of all.toSorted((one, other) => one.rank - other.rank)) {
		if (size > room) continue;
		room -= size;
		kept.add(key);
	}
	return all.flatMap(({ key }) => kept.has(key) ? [key] : []);
}
function keyOf(prompt, index) {
	return `${prompt} ${index}`;
}

// src/report/reporters/html.ts
/** For a browser: one file that holds all it needs, and as many details of the samples as fit. */
const html = {
	description: "for a browser: everything on one page, in a file that needs no network",
	async render(report, { samples }) {
		const { template } = await import("./page-report.js");
		const shown = listPrompts(report);
		const metrics = shown.map(({ prompt }) => listedMetric(prompt));
		const found = samples === void 0 ? withoutSamples(shown) : await readSamples(shown, metrics, samples);
		const page = {
			headline: headline(report),
			setting: describeSetting(report),
			calls: describeCalls(report),
			failures: describeFailures(report),
			nextSteps: nextSteps(report),
			variants: (report.variants ?? []).map(describeVersions),
			prompts: shown.map(({ prompt, gatingComparisons }, index) => ({
				...describe(prompt, {
					...report,
					gate: {
						...report.gate,
						gatingComparisons
					}
				}),
				metric: metrics[index] ?? null,
				...found.prompts[index] ?? {
					distributions: [],
					trials: [],
					details: []
				}
			})),
			report
		};
		return fillPage(template, page, [{
			id: "texts",
			lines: found.texts
		}, {
			id: "details",
			lines: found.details
		}]);
	}
};
/** The prompts of the report, and behind them its variants, whose comparisons are corrected among themselves. */
function listPrompts({ prompts, variants = [], gate }) {
	const { gatingComparisons } = gate;
	const tried = variants.flatMap((each) => each.versions.flatMap(({ name, details }) => details === null ? [] : [{
		prompt: details,
		variant: name,
		gatingComparisons: each.gatingComparisons
	}]));
	return [...prompts.map((prompt) => ({
		prompt,
		variant: null,
		gatingComparisons
	})), ...tried];
}
function describe(prompt, report) {
	return {
		change: describeChange(prompt),
		sentences: describePrompt(prompt, report),
		added: describeAdded(prompt),
		accepted: describeAccepted(prompt)
	};
}
/** The score that decides, which the list of cases shows: of those that gate, the worst. */
function listedMetric(prompt) {
	const scored = new Set(prompt.cases.flatMap(({ scores }) => Object.keys(scores)));
	return gatedComparisons(prompt).find(({ metric }) => scored.has(metric))?.metric ?? [...scored][0] ?? null;
}

// src/report/reporters/json.ts
/** For scripts: report.json, as schemas/report.v1.json says. Keys stand in the schema's order. */
const json = {
	description: "for scripts: report.json, described by schemas/report.v1.json",
	render(report) {
		const ordered = order(report, reportSchema);
		return `${escapeJson(JSON.stringify(ordered, null, 2))}\n`;
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

// src/report/case-words.ts
/** A case in words, the same in every report for people. */
const shownMetrics$2 = 4;
/** `contains 1 → 0, levenshtein 0.82 → 0.31`: what moved for the worse. */
function describeScores({ scores, worse }) {
	return worse.slice(0, shownMetrics$2).map((metric) => {
		const pair = Object.hasOwn(scores, metric) ? scores[metric] : void 0;
		return `${quoteName(metric, 24)} ${formatScore(pair?.baseline)} → ${formatScore(pair?.candidate)}`;
	}).join(", ");
}
/** Why the candidate scored as it did on what moved for the worse: `contains: the text is not there`. */
function describeReasons({ reasons, worse }) {
	return worse.filter((metric) => Object.hasOwn(reasons, metric)).slice(0, shownMetrics$2).map((metric) => `${quoteName(metric, 24)}: ${inline(reasons[metric] ?? "", 200)}`);
}
function formatScore(value) {
	return value === null || value === void 0 || !Number.isFinite(value) ? "–" : formatMeasure(value);
}

// src/report/findings.ts
/** All that counts in a report, by prompt, and within a prompt the worst first. What is only watched is not among it. */
function listFindings(report) {
	return report.prompts.flatMap((prompt) => {
		const gated = gatedComparisons(prompt);
		if (gated.length === 0) return [describeUncompared(prompt, report)];
		return gated.map((comparison) => ({
			prompt,
			comparison,
			verdict: comparison.verdict,
			outcome: outcomeOf(comparison.verdict, prompt, report),
			message: withExcuse(describeComparison(comparison, report), comparison.verdict, prompt, report),
			evidence: describeEvidence(comparison)
		}));
	});
}
/**
* The name of a finding, the same in every run: the prompt's path, the metric, and the tag where it is a slice, as
* `prompts/triage.prompt.yml#contains@billing`. Nothing but ASCII letters, digits and signs of a URL.
*/
function findingId({ prompt, comparison }) {
	const metric = comparison === null ? "" : `#${encode(comparison.metric)}`;
	const slice = comparison === null || comparison.slice === null ? "" : `@${encode(comparison.slice)}`;
	return `${encodePath(prompt.path)}${metric}${slice}`;
}
/** A path as a relative address. */
function encodePath(path) {
	return path.split("/").map(encode).join("/");
}
function encode(text) {
	return encodeURIComponent(text.toWellFormed());
}
function describeUncompared(prompt, report) {
	const { verdict } = prompt;
	const [told] = describePrompt(prompt, report);
	return {
		prompt,
		comparison: null,
		verdict,
		outcome: outcomeOf(verdict, prompt, report),
		message: told?.verdict ?? "",
		evidence: null
	};
}
function withExcuse(message, verdict, prompt, { watch }) {
	if (verdict !== "regression" && verdict !== "below-threshold") return message;
	const told = prompt.advisory ? "A first run does not fail; it starts to hold once merged." : describeAccepted(prompt) ?? (watch || prompt.watch ? "It is only watched, and fails nothing." : null);
	return told === null ? message : `${message} ${told}`;
}
function outcomeOf(verdict, prompt, { gate, watch }) {
	const { advisory, accepted } = prompt;
	const isWatched = watch === true || prompt.watch === true;
	switch (verdict) {
		case "regression":
		case "below-threshold": return advisory || isWatched || accepted !== null ? "known" : "failed";
		case "error": return "not-judged";
		case "skipped":
		case "unchanged":
		case "deleted": return "skipped";
		case "inconclusive":
			if (gate.inconclusive === "pass") return "passed";
			return gate.inconclusive === "fail" && !advisory && !isWatched ? "failed" : "open";
		default: return "passed";
	}
}

// src/report/reporters/junit.ts
/** Cases below one failure, and in the whole file, which GitLab takes up to 30 MB of. */
const shownCases$2 = 20;
const shownInAll = 1e3;
const shownLines$1 = 12;
const shownWidth = 200;
/** The element by which each outcome is told; what passes has none. */
const elements = {
	failed: "failure",
	"not-judged": "error",
	known: "skipped",
	open: "skipped",
	skipped: "skipped",
	passed: null
};
/**
* For GitLab, Jenkins and what else reads JUnit's XML: a suite a prompt, a test a comparison that counts. A case of the
* golden set is no test: single cases get worse by chance under a verdict that passes. They stand within what failed.
*
* GitLab shows the text of an element and not its message, takes a test for the same by suite, class and name, and leaves
* out a second one of the same name. Jenkins wants at least one test in a file.
*/
const junit = {
	description: "for GitLab, Jenkins and others: JUnit XML, a test for each comparison that counts",
	render(report) {
		const told = listSuites(report);
		const suites = represents(told, report) ? told : [...told, suiteOfRun(report)];
		return `${[
			"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
			`<testsuites name="Prompt Assay"${writeCounts(suites.flatMap(({ cases }) => cases))} time="${(report.durationMs / 1e3).toFixed(3)}">`,
			...suites.flatMap(writeSuite),
			"</testsuites>"
		].join("\n")}\n`;
	}
};
function listSuites(report) {
	const findings = listFindings(report);
	const failures = findings.filter(({ outcome }) => outcome === "failed").length;
	const limit = Math.min(shownCases$2, Math.floor(shownInAll / Math.max(1, failures)));
	return report.prompts.map((prompt) => ({
		name: `${prompt.name} (${prompt.path})`,
		className: prompt.name,
		file: prompt.path,
		cases: findings.filter((finding) => finding.prompt === prompt).map((finding) => toTestCase(finding, limit))
	}));
}
function toTestCase(finding, limit) {
	const { prompt, comparison, verdict, outcome, message, evidence } = finding;
	const element = elements[outcome];
	const slice = comparison === null || comparison.slice === null ? "" : ` among cases tagged ${comparison.slice}`;
	return {
		name: comparison === null ? "verdict" : `${comparison.metric}${slice}`,
		element,
		type: verdict,
		message,
		details: [...evidence === null ? [] : [evidence], ...element === "failure" && comparison !== null ? describeWorst(prompt, comparison.metric, limit) : []]
	};
}
/** Whether the tests say what the exit code says; they do not where nothing was judged, or only variants were. */
function represents(suites, { exitCode }) {
	const found = suites.flatMap(({ cases }) => cases.map(({ element }) => element));
	if (exitCode === 0) return found.length > 0;
	return found.includes(exitCode === 1 ? "failure" : "error");
}
function suiteOfRun(report) {
	const element = {
		0: null,
		1: "failure",
		2: "error",
		3: "error"
	}[report.exitCode];
	const { verdict } = report;
	return {
		name: "Prompt Assay",
		className: "Prompt Assay",
		file: null,
		cases: [{
			name: "run",
			element: verdict === "skipped" ? "skipped" : element,
			type: verdict,
			message: headline(report),
			details: []
		}]
	};
}
function describeWorst({ cases }, metric, limit) {
	const worse = cases.filter((entry) => entry.change === "worse" && entry.worse.includes(metric));
	if (worse.length === 0 || limit === 0) return [];
	const more = worse.length - limit;
	return [
		"",
		"Cases that got worse:",
		...worse.slice(0, limit).flatMap(describeCase),
		...more > 0 ? ["", `… and ${formatCounted(more, "more case")}; report.json has them.`] : []
	];
}
function describeCase(entry) {
	const text = (label, value) => {
		if (value === null) return [];
		const { lines, cut } = block(value === "" ? "(empty)" : value, shownWidth, shownLines$1);
		return [
			`  ${label}:`,
			...lines.map((line) => `    ${line}`.trimEnd()),
			...cut > 0 ? ["    …"] : []
		];
	};
	return [
		"",
		`case ${inline(entry.id, 80)}  ${describeScores(entry)}`,
		...text("expected", entry.expected),
		...text("baseline", entry.baseline?.text ?? entry.baseline?.failure ?? null),
		...text("candidate", entry.candidate?.text ?? entry.candidate?.failure ?? null),
		...describeReasons(entry).map((reason) => `  why: ${reason}`)
	];
}
function writeSuite({ name, className, file, cases }) {
	return [
		`  <testsuite${attribute("name", name)}${writeCounts(cases)}>`,
		...cases.flatMap((each) => writeCase$1(each, className, file)),
		"  </testsuite>"
	];
}
function writeCase$1(test, className, file) {
	const { name, element, type, message, details } = test;
	const place = file === null ? "" : attribute("file", file);
	const text = [message, ...details].map(escapeXml).join("\n");
	const body = element === null ? `<system-out>${text}</system-out>` : `<${element}${attribute("message", message)}${element === "skipped" ? "" : attribute("type", type)}>${text}</${element}>`;
	return [
		`    <testcase${attribute("classname", className)}${attribute("name", name)}${place}>`,
		`      ${body}`,
		"    </testcase>"
	];
}
function writeCounts(cases) {
	const count = (element) => cases.filter((each) => each.element === element).length;
	return ` tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}
/** Names are kept whole, for they tell tests apart; a name beyond all measure is cut. */
function attribute(name, value) {
	return ` ${name}="${escapeXml(clip$1(value, 2e3))}"`;
}

// src/report/attribution-words.ts
/** Columns: a note may hold what a provider said. */
const noteLimit = 600;
/** Which part of a prompt did it: a sentence a metric, then what limits them; nothing where it was not asked for. */
function describeAttribution({ attribution }) {
	if (attribution === void 0) return [];
	return [...attribution.metrics.map((each) => describeShares(each, attribution)), ...attribution.notes.map((note) => inline(note, noteLimit))];
}
/** `Of −7.1 points in contains the model accounts for −7.5 points (−10.1 to −4.9), the text for +0.4 (…).` */
function describeShares(measured, { cases, of, confidence, mixes }) {
	const { shares, difference, metric, slice } = measured;
	const within = slice === null ? "" : ` among cases tagged ${quoteName(slice)}`;
	const told = shares.map((share, index) => describeShare(measured, share, index === 0));
	const list = `${told.slice(0, -1).join(", ")} and ${told.at(-1)}`;
	const over = cases === of ? `all ${formatCount(of)} cases` : `${formatCount(cases)} of ${formatCount(of)} cases, drawn at random`;
	return `Of ${formatChange(measured, difference)} in ${quoteName(metric)}${within} ${list} (Shapley values with intervals at ${formatShare(confidence)}, over ${over}, from ${formatCount(mixes)} mixed versions).`;
}
function describeShare(measured, { parts, difference, interval }, first) {
	const range = interval === null ? "" : ` (${formatInterval(measured, interval)})`;
	const plural = parts.length > 1 || parts[0] === "parameters" || parts[0] === "tools";
	const verb = first ? ` ${plural ? "account" : "accounts"} for` : " for";
	return `the ${namePart(parts)}${verb} ${formatChange(measured, difference)}${range}`;
}
const names = { included: "included texts" };
function namePart(parts) {
	return parts.map((part) => names[part] ?? part).join(" and ");
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

// node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : 1e400;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -1e400, maxDiagonalToConsider = 1e400;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};

// node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
const characterDiff = new CharacterDiff();

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}

// node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
const wordDiff = new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const deletionWsSuffix = trailingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
		const deletionWsPrefix = leadingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
const wordsWithSpaceDiff = new WordsWithSpaceDiff();
function diffWordsWithSpace(oldStr, newStr, options) {
	return wordsWithSpaceDiff.diff(oldStr, newStr, options);
}

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}

// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
const sentenceDiff = new SentenceDiff();

// node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
const cssDiff = new CssDiff();

// node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
const jsonDiff = new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
const arrayDiff = new ArrayDiff();

// src/report/mark-words.ts
/** Beyond so many edits two texts have nothing in common that a reader would look for. */
const mostEdits = 400;
/** Both texts in pieces, the differing words marked. Texts that have too little in common are not marked at all. */
function markWords(before, after) {
	const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
	const shared = changes?.filter(({ added, removed, value }) => !added && !removed && /\p{L}|\p{N}/u.test(value));
	if (changes === void 0 || shared === void 0 || shared.length === 0) return {
		before: [{
			text: before,
			differs: false
		}],
		after: [{
			text: after,
			differs: false
		}]
	};
	return {
		before: changes.filter(({ added }) => !added).map(({ value, removed }) => ({
			text: value,
			differs: removed
		})),
		after: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({
			text: value,
			differs: added
		}))
	};
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
		...writeBoth(entry),
		...describeReasons(entry).map((reason) => `Why: ${prose(reason)}`)
	].join("\n\n");
}
/** What both versions said; where both said something, the words in which they differ are marked. */
function writeBoth({ baseline, candidate }) {
	const [before, after] = [baseline?.text?.trim() ?? "", candidate?.text?.trim() ?? ""];
	if (before === "" || after === "" || before === after) return [...writeOutput("Baseline", baseline), ...writeOutput("Candidate", candidate)];
	const marked = markWords(clip$1(before, textLimit), clip$1(after, textLimit));
	const write = (label, pieces, tag, cut) => {
		const more = cut > 0 ? [{
			text: `\n… (${cut} more characters)`,
			tag: null
		}] : [];
		return `${label}\n${preformatted([...pieces.map(({ text, differs }) => ({
			text,
			tag: differs ? tag : null
		})), ...more])}`;
	};
	return [write("Baseline", marked.before, "del", Math.max(0, before.length - textLimit)), write("Candidate", marked.after, "ins", Math.max(0, after.length - textLimit))];
}
function writeOutput(label, output) {
	if (output === null) return [];
	if (output.status === "failed") return [`${label}: failed, ${codeSpan(output.failure ?? "unknown", 200)}`];
	return [...writeText(label, output.text), ...writeToolCalls(output.toolCalls ?? [])];
}
function writeToolCalls(calls) {
	return calls.length === 0 ? [] : [`Called ${calls.map((call) => codeSpan(call, 200)).join(", ")}`];
}
function writeText(label, value) {
	if (value === null) return [];
	return value.trim() === "" ? [`${label}: (empty)`] : [`${label}\n${fence(value, textLimit)}`];
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
/** The picture alone, without a space in it: for a cell of a table, where worse stands on the left. */
function drawIntervalCell(comparison, cells) {
	return drawInterval(comparison, cells + 6 + 7).slice(6, -7).replaceAll(" ", "·");
}
/** What the marks mean, and the numbers of the table. */
const intervalLegend = "● best guess, ├─┤ interval, ┊ your tolerance, 0 no change; % or points";

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
	"c",
	"r",
	"l"
];
/** Cells of the picture of an interval. */
const pictureWidth = 24;
/** A table of comparisons within a budget of bytes; where rows are cut, a line says how many. Empty without rows. */
function writeTable$1(rows, budget) {
	const [first] = rows;
	if (first === void 0) return "";
	const header = [
		"Prompt",
		"Metric",
		"Baseline",
		"Candidate",
		`Difference (${formatShare(first.comparison.confidence)} interval)`,
		"Worse ← → better",
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
	const range = isAlone(comparison) ? interval?.map((end) => formatValue(comparison, end)).join(" to ") ?? "–" : formatNarrowInterval(comparison, interval);
	const picture = drawIntervalCell(comparison, pictureWidth);
	return [
		codeSpan(prompt.name, 48),
		codeSpan(metric, 32) + (slice === null ? "" : ` tag ${codeSpan(slice, 24)}`),
		prose(formatValue(comparison, baseline)),
		prose(formatValue(comparison, candidate)),
		difference === null ? prose(range) : `${formatChange(comparison, difference)} (${prose(range)})`,
		picture === "" ? "" : `\`${picture}\``,
		formatCount(pairs),
		comparison.gated ? `${signOf(verdict)} ${verdict}` : verdict
	];
}

// src/report/version-chart.ts
const widestName = 32;
const widestCost = 24;
const fewestCells = 16;
const mostCells = 48;
/**
* Quality against cost as a picture of at most `width` columns: a line a version, the cheapest first, with its score and
* the interval. Empty where there is nothing to draw, or no room.
*/
function drawVersions({ versions }, width) {
	const drawn = versions.flatMap((version) => {
		const [quality] = version.quality;
		return quality === void 0 || quality.value === null ? [] : [{
			version,
			quality,
			value: quality.value
		}];
	});
	const baseline = drawn.find(({ version }) => version.role === "baseline");
	if (drawn.length < 2 || baseline === void 0) return [];
	const byCost = drawn.toSorted((one, other) => costOf(one.version) - costOf(other.version));
	const names = byCost.map(({ version }) => inline(version.name, widestName));
	const costs = byCost.map(({ version }) => inline(describeWithChange(version.cost, version), widestCost));
	const nameWidth = Math.max(...names.map(columns));
	const costWidth = Math.max(...costs.map(columns));
	const cells = Math.min(mostCells, width - nameWidth - costWidth - 4);
	if (cells < fewestCells) return [];
	const ends = byCost.flatMap(({ value, quality }) => [value, ...quality.interval ?? []]);
	const [from, to] = [Math.min(...ends), Math.max(...ends)];
	const cellOf = (value) => to === from ? Math.floor(cells / 2) : Math.round((value - from) / (to - from) * (cells - 1));
	const lines = byCost.map(({ value, quality }, index) => {
		const axis = Array.from({ length: cells }, () => " ");
		axis[cellOf(baseline.value)] = "┊";
		if (quality.interval !== null) {
			const [low, high] = quality.interval.map(cellOf);
			axis.fill("─", low, high);
			axis[high] = "┤";
			axis[low] = "├";
		}
		axis[cellOf(value)] = "●";
		return `${`${pad(names[index] ?? "", nameWidth, "left")}  ${pad(costs[index] ?? "", costWidth, "right")}`}  ${axis.join("")}`.trimEnd();
	});
	const [left, right] = [formatValue(baseline.quality, from), formatValue(baseline.quality, to)];
	const scale = from === to ? left : left + pad(right, cells - columns(left), "right");
	return [...lines, `${" ".repeat(nameWidth + costWidth + 4)}${scale}`];
}
/** What is not known comes last. */
function costOf({ cost }) {
	return cost === null || cost.difference === null ? Number.POSITIVE_INFINITY : -cost.difference;
}

// src/report/reporters/markdown-versions.ts
const shownVersions$1 = 12;
const shownMetrics$1 = 4;
const chartWidth = 100;
/**
* What prompts gave in several versions, within a budget of bytes: sentences, a table, quality against cost. Where a
* prompt's share does not hold all of it, the picture goes first, then the table.
*/
function writeVersions(reports, budget) {
	if (reports.length === 0) return "";
	const share = budget / reports.length;
	const { written, cut } = takeWithin(reports, budget, (report) => writeReport(report, share));
	const more = cut > 0 ? [`…and ${formatCounted(cut, "more prompt")} in several versions, cut for length.`] : [];
	return [...written, ...more].join("\n\n");
}
const cutNote = "The table of its versions is cut for length. report.json has it.";
function writeReport(report, share) {
	const versions = report.versions.slice(0, shownVersions$1);
	const cut = report.versions.length - versions.length;
	const chart = drawVersions({
		...report,
		versions
	}, chartWidth);
	const sentences = [
		`### Versions of ${codeSpan(report.prompt, 48)}`,
		"For choosing: they fail nothing.",
		describeVersions(report).map((sentence) => `- ${prose(sentence)}`).join("\n")
	];
	const table = writeTable({
		...report,
		versions
	}) + (cut > 0 ? `\n\n…and ${formatCount(cut)} more versions.` : "");
	const picture = chart.length === 0 ? [] : [`${prose(captionOf(report))}\n\n${fence(chart.join("\n"), 8e3)}`];
	const short = [...sentences, cutNote].join("\n\n");
	return [[
		...sentences,
		table,
		...picture
	], [...sentences, table]].map((parts) => parts.join("\n\n")).find((form) => byteLength(form) <= share) ?? short;
}
function writeTable(report) {
	const metrics = metricsOf(report).slice(0, shownMetrics$1);
	const costs = report.costMetric === "cost" ? "Cost" : "Tokens";
	const header = [
		"Version",
		"Model",
		...metrics.map((metric) => codeSpan(metric, 32)),
		costs,
		"Latency",
		"n",
		"Verdict",
		"Dominated by"
	];
	const rows = report.versions.map((version) => [
		codeSpan(version.name, 64),
		version.model === null ? "–" : codeSpan(version.model, 48),
		...metrics.map((metric) => prose(describeMeasure(qualityOn(version, metric)))),
		prose(describeWithChange(version.cost, version)),
		prose(describeWithChange(version.latency, version)),
		formatCount(version.quality[0]?.pairs ?? 0),
		version.verdict === null ? "" : `${signOf(version.verdict)} ${version.verdict}`,
		version.dominatedBy === null ? "" : codeSpan(version.dominatedBy, 64)
	]);
	const align = [
		"l",
		"l",
		...metrics.map(() => "r"),
		"r",
		"r",
		"r",
		"l",
		"l"
	];
	return markdownTable([header, ...rows], {
		align,
		alignDelimiters: false
	});
}

// src/report/reporters/markdown.ts
/**
* GitHub refuses a comment above 65,536 characters; in bytes this stays below by any count. What comes first in the
* report has its share reserved; cases take what is left, so they are the first to be cut, then rows.
*/
const commentLimit = 6e4;
const listShare = 3e3;
/** Verdicts of metrics that passed, moved within the tolerance or not at all: a reader need not look. */
const still = ["no-regression", "above-threshold"];
function sharesOf(limit) {
	const part = (share) => Math.round(limit * share);
	return {
		sentences: part(.13),
		notes: part(.06),
		golden: part(.04),
		rows: part(.36),
		versions: part(.12),
		unmoved: part(.06),
		watched: part(.06),
		better: part(.03)
	};
}
const howToRead = `Baseline and candidate answer the same cases, and each case is compared with itself. A point is one hundredth of the pass rate or score. The interval says where the true difference may lie; a loss counts as a regression when it is no noise and reaches your tolerance. "No regression" means that a loss beyond the tolerance is ruled out, "inconclusive" that these cases cannot tell. What is watched never fails the gate.`;
/** For GitHub: a comment, a job summary, a check. The first line is the verdict. */
const markdown = {
	description: "for GitHub: the verdict, one table, everything else folded",
	render(report, { marker, commentKey, limit = commentLimit, runUrl, onPullRequest }) {
		const { judged } = groupPrompts(report);
		const shares = sharesOf(limit);
		const rows = judged.flatMap((prompt) => gatedComparisons(prompt).map((comparison) => ({
			prompt,
			comparison
		})));
		const watched = judged.flatMap((prompt) => watchedComparisons(prompt).map((comparison) => ({
			prompt,
			comparison
		})));
		const moved = rows.filter(({ comparison }) => !still.includes(comparison.verdict));
		const unmoved = rows.filter((row) => !moved.includes(row));
		const verdict = [headline(report), describeUncomparedCounts(report)].filter((part) => part !== null).join(" ");
		const head = [
			`## ${signOf(report.verdict)} ${prose(verdict)}`,
			writeLines(describeSetting(report), "").join("\\\n"),
			writeTable$1(moved, shares.rows),
			writeSentences(judged, report, shares.sentences),
			writeVersions(report.variants ?? [], shares.versions),
			writeList("**What to do next**", nextSteps(report, { acceptable: onPullRequest === true })),
			judged.length === 0 ? writeList("**Warnings**", report.warnings) : ""
		];
		const tail = [
			judged.length === 0 ? "" : fold("What changed, goalposts, notes and warnings", writeNotes(judged, report, shares.notes)),
			writeGolden(judged, shares.golden),
			report.calls.planned === 0 ? "" : fold("Cost, calls and failures", writeCalls(report)),
			onPullRequest ? writeHowToAccept(judged) : "",
			rows.length === 0 ? "" : fold("How to read this", howToRead),
			writeFooter({
				runUrl,
				commentKey
			}),
			marker ?? ""
		];
		const folded = [
			unmoved.length === 0 ? "" : fold(`Passed: ${formatCounted(unmoved.length, "metric")}`, writeTable$1(unmoved, shares.unmoved)),
			writeWatched("Watched, does not count", watched.filter(({ comparison }) => comparison.slice === null), shares.watched),
			writeWatched("Slices, watched", watched.filter(({ comparison }) => comparison.slice !== null), shares.watched)
		];
		const better = writeBetterCases(judged, shares.better);
		const used = byteLength([
			...head,
			...folded,
			better,
			...tail
		].join("\n\n"));
		const worse = writeWorseCases(judged, limit - used);
		return `${[
			...head,
			worse,
			better,
			...folded,
			...tail
		].filter((part) => part !== "").join("\n\n")}\n`;
	}
};
/** In words what deserves a look; where all is well, the table is enough, but for a single prompt. */
function writeSentences(judged, report, budget) {
	return takeLines(judged.filter(({ verdict }) => judged.length === 1 || troubled.includes(verdict)).flatMap((prompt) => {
		const more = [describeAccepted(prompt), describeAdded(prompt)].filter((sentence) => sentence !== null);
		const gated = gatedComparisons(prompt);
		const isStill = (index) => still.includes(gated[index]?.verdict ?? "error");
		const all = describePrompt(prompt, report);
		const moved = all.filter((_, index) => !isStill(index));
		return [
			...(moved.length === 0 ? all : moved).map(({ verdict, evidence }) => evidence === null ? verdict : `${verdict} ${evidence}`),
			...describeAttribution(prompt),
			...more
		].map((sentence) => ({
			prompt,
			sentence
		}));
	}), budget, ({ prompt, sentence }) => {
		return `- ${judged.length === 1 ? "" : `${codeSpan(prompt.name, 48)}: `}${prose(sentence)}`;
	}).join("\n");
}
function writeWatched(title, watched, budget) {
	if (watched.length === 0) return "";
	const worse = watched.filter(({ comparison }) => comparison.verdict === "regression").length;
	return fold(`${title}: ${worse} of ${watched.length} got worse`, writeTable$1(watched, budget));
}
const shownPairs = 10;
/** How a reviewer takes a loss that is worth it; for exactly these two versions, so it never covers the next change. */
function writeHowToAccept(judged) {
	const open = judged.filter((prompt) => isOpenLoss(prompt) && prompt.pair !== null);
	if (open.length === 0) return "";
	const body = [
		"Somebody with write permission who is not the author can take the loss on record. Either write a comment that begins with",
		open.slice(0, shownPairs).map(({ name, pair }) => {
			return `- ${codeSpan(name, 48)}: \`/assay accept ${pair?.slice(0, 12)} REASON\``;
		}).join("\n"),
		"or set the label `assay: accepted`, which takes all of it. It holds for these versions alone and lapses with the next change. An entry under `accepted` in `assay.yml` of the base branch does the same until a day."
	];
	return fold("How to accept this loss", body.join("\n\n"));
}
function writeNotes(judged, report, budget) {
	const notes = judged.slice(0, 100).flatMap((prompt) => {
		return [`${codeSpan(prompt.path, 72)}: ${prose(describeChange(prompt))}`, ...prompt.notes.map(prose)].map((line) => `- ${codeSpan(prompt.name, 48)}: ${line}`);
	});
	return takeLines([...report.warnings.map((warning) => `- ${prose(warning)}`), ...notes], budget, (line) => line).join("\n");
}
/** How good the golden sets are: what they can show, and what is the matter with them. */
function writeGolden(judged, budget) {
	const lines = judged.flatMap(({ name, health }) => health === void 0 ? [] : [describeSight(health), ...describeHealth(health)].map((line) => `- ${codeSpan(name, 48)}: ${prose(line)}`));
	return lines.length === 0 ? "" : fold("Golden sets", takeLines(lines, budget, (line) => line).join("\n"));
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
	return takeLines(sentences, listShare, (sentence) => start + prose(sentence));
}
function takeLines(entries, budget, write) {
	const { written, cut } = takeWithin(entries, budget, write);
	return [...written, ...cut > 0 ? [`- …and ${formatCounted(cut, "more line")}, cut for length`] : []];
}

// src/report/reporters/sarif.ts
/** GitHub shows so many alerts of a file, and refuses one with five times as many. */
const mostResults = 5e3;
/** One rule a kind of finding: GitHub takes an alert for the same only while its rule keeps its name. */
const rules = {
	regression: {
		name: "PromptRegression",
		shortDescription: "The prompt got worse",
		help: "The changed prompt does worse than its baseline on a metric that gates, by more than the tolerance, and it is not noise. Read the cases that got worse, and mend the prompt; or have the loss accepted."
	},
	"below-threshold": {
		name: "PromptBelowThreshold",
		shortDescription: "The prompt misses a threshold",
		help: "The prompt was judged alone and misses the absolute threshold of assay.yml (`atLeast`)."
	},
	inconclusive: {
		name: "PromptInconclusive",
		shortDescription: "The prompt could have got worse",
		help: "The golden set cannot tell whether the prompt got worse by more than the tolerance. More cases or more trials would settle it."
	},
	error: {
		name: "PromptNotJudged",
		shortDescription: "The prompt could not be judged",
		help: "Calls failed or answers could not be scored, so there is no verdict. This says nothing about the prompt. Run again."
	}
};
const levels = {
	failed: "error",
	"not-judged": "warning",
	open: "warning",
	known: "note"
};
/** For code scanning: what fails the gate, what is open and what could not be judged, at the prompts' files. */
const sarif = {
	description: "for code scanning: SARIF 2.1.0, a result for each comparison that fails or is open",
	render(report, { lines }) {
		const results = listFindings(report).filter(isReported).toSorted((one, other) => rank(one) - rank(other)).slice(0, mostResults).map((finding) => toResult(finding, lines?.get(finding.prompt.path) ?? null));
		const log = {
			$schema: "https://json.schemastore.org/sarif-2.1.0.json",
			version: "2.1.0",
			runs: [{
				tool: { driver: {
					name: "Prompt Assay",
					rules: ruleIds.map(toRule)
				} },
				columnKind: "utf16CodeUnits",
				invocations: [{ executionSuccessful: report.exitCode !== 3 }],
				results
			}]
		};
		return `${JSON.stringify(log, null, 2)}\n`;
	}
};
const ruleIds = Object.keys(rules);
function isReported(finding) {
	return finding.outcome !== "passed" && finding.outcome !== "skipped";
}
function rank({ outcome }) {
	return Object.keys(levels).indexOf(outcome);
}
function toRule(id) {
	const { name, shortDescription, help } = rules[id];
	return {
		id,
		name,
		shortDescription: { text: shortDescription },
		help: {
			text: help,
			markdown: help
		}
	};
}
function toResult(finding, lines) {
	const { prompt, verdict, outcome, message, evidence } = finding;
	const { accepted } = prompt;
	return {
		ruleId: verdict,
		ruleIndex: ruleIds.indexOf(verdict),
		level: levels[outcome],
		message: { text: visible(evidence === null ? message : `${message} ${evidence}`) },
		locations: [{ physicalLocation: {
			artifactLocation: {
				uri: encodePath(prompt.path),
				uriBaseId: "%SRCROOT%"
			},
			region: lines === null ? { startLine: 1 } : { ...lines }
		} }],
		partialFingerprints: { primaryLocationLineHash: findingId(finding) },
		...outcome === "known" && accepted !== null ? { suppressions: [{
			kind: "external",
			status: "accepted",
			justification: visible(accepted.reason ?? "")
		}] } : {}
	};
}

// src/report/reporters/svg.ts
const size = {
	width: 920,
	height: 440
};
const plot = {
	left: 90,
	right: 330,
	top: 84,
	bottom: 62
};
/** Names stand beside the plot, where none hides another. */
const legend = {
	left: size.width - plot.right + 30,
	top: plot.top + 8,
	step: 22
};
const shownNames = 14;
const shownPanels = 8;
/** A cost this many times another is drawn on a logarithmic scale. */
const widestLinear = 5;
const colours = {
	baseline: "#57606a",
	candidate: "#0969da",
	variant: "#1a7f37",
	dominated: "#bf8700"
};
/** For a file beside the report: every version as a point, quality against cost, with the intervals of both. */
const svg = {
	description: "a picture: the versions of a prompt, quality against cost, with their intervals",
	render(report) {
		const panels = (report.variants ?? []).slice(0, shownPanels).map(drawPanel);
		const shown = panels.length === 0 ? [drawNothing()] : panels;
		const height = shown.length * size.height;
		const moved = shown.map((panel, index) => `<g transform="translate(0 ${index * size.height})">\n${panel}\n</g>`);
		return `${[
			`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}" font-family="sans-serif" font-size="12">`,
			`<rect width="${size.width}" height="${height}" fill="#ffffff"/>`,
			...moved,
			"</svg>"
		].join("\n")}\n`;
	}
};
function drawPanel(report) {
	const points = report.versions.flatMap((version, index) => {
		const { cost } = version;
		const [quality] = version.quality;
		if (quality === void 0 || cost === null || quality.value === null || cost.value === null) return [];
		return [{
			version,
			quality,
			cost,
			x: cost.value,
			y: quality.value,
			number: index + 1
		}];
	});
	const title = text$1(plot.left, 24, `Versions of ${quoteName(report.prompt, 60)}`, "font-size=\"16\" fill=\"#1f2328\"");
	const [first] = points;
	if (first === void 0) return [title, text$1(plot.left, 60, "Quality and cost are not known.")].join("\n");
	const x = scaleOf(points.flatMap((point) => [point.x, ...point.cost.interval ?? []]), plot.left, size.width - plot.right, true);
	const y = scaleOf(points.flatMap((point) => [point.y, ...point.quality.interval ?? []]), size.height - plot.bottom, plot.top, false);
	const unit = report.costMetric === "cost" ? "cost of an answer" : "tokens of an answer";
	return [
		title,
		text$1(plot.left, 42, captionOf(report).replace(/, [^,]* first; .*$/, "; the same for the cost."), "fill=\"#57606a\""),
		...drawAxes(x, y, first, unit),
		...points.map((point) => drawPoint(point, x, y)),
		...drawLegend(report.versions)
	].join("\n");
}
/** A point with its whiskers and its number; what another version dominates is drawn hollow. */
function drawPoint({ version, quality, cost, x: costs, y: scores, number }, x, y) {
	const [left, top] = [x.at(costs), y.at(scores)];
	const colour = colourOf(version);
	const whiskers = [...quality.interval === null ? [] : [line(left, y.at(quality.interval[0]), left, y.at(quality.interval[1]), colour)], ...cost.interval === null ? [] : [line(x.at(cost.interval[0]), top, x.at(cost.interval[1]), top, colour)]];
	const side = number % 2 === 0 ? "text-anchor=\"end\"" : "";
	const label = text$1(left + (number % 2 === 0 ? -8 : 8), top - 8, String(number), `fill="${colour}" ${side}`.trim());
	const dot = `<circle cx="${round(left)}" cy="${round(top)}" r="5" fill="${version.dominatedBy === null ? colour : "#ffffff"}" stroke="${colour}" stroke-width="2"/>`;
	return [
		...whiskers,
		dot,
		label
	].join("\n");
}
function drawLegend(versions) {
	const lines = versions.slice(0, shownNames).map((version, index) => {
		const dominated = version.dominatedBy === null ? "" : " (dominated)";
		const name = `${index + 1}  ${inline(version.name, 32)}${dominated}`;
		return text$1(legend.left, legend.top + index * legend.step, name, `fill="${colourOf(version)}"`);
	});
	const more = versions.length - lines.length;
	const bottom = legend.top + lines.length * legend.step;
	return more > 0 ? [...lines, text$1(legend.left, bottom, `and ${more} more`)] : lines;
}
function colourOf({ role, dominatedBy }) {
	return dominatedBy !== null && role === "variant" ? colours.dominated : colours[role];
}
function drawAxes(x, y, { quality, cost }, unit) {
	const bottom = size.height - plot.bottom;
	const grey = "#d0d7de";
	return [
		line(plot.left, bottom, size.width - plot.right, bottom, grey),
		line(plot.left, plot.top, plot.left, bottom, grey),
		...x.ends.map((end) => text$1(x.at(end), bottom + 18, formatSum(cost, end), "text-anchor=\"middle\" fill=\"#57606a\"")),
		...y.ends.map((end) => text$1(plot.left - 8, y.at(end) + 4, formatSum(quality, end), "text-anchor=\"end\" fill=\"#57606a\"")),
		text$1((plot.left + size.width - plot.right) / 2, bottom + 42, `${unit} →`, "text-anchor=\"middle\" fill=\"#57606a\""),
		text$1(plot.left - 8, plot.top - 12, `↑ ${inline(quality.metric, 32)}`, "fill=\"#57606a\"")
	];
}
function scaleOf(values, from, to, mayBeLogarithmic) {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const logarithmic = mayBeLogarithmic && low > 0 && high / low > widestLinear;
	const position = (value) => logarithmic ? Math.log(value) : value;
	const span = position(high) - position(low);
	const at = (value) => span === 0 ? (from + to) / 2 : from + (to - from) * (.1 + .8 * (position(value) - position(low)) / span);
	return {
		ends: low === high ? [low] : [low, high],
		at
	};
}
function drawNothing() {
	return text$1(plot.left, 60, "No prompt was tried in several versions.");
}
function text$1(x, y, words, attributes = "fill=\"#1f2328\"") {
	return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${escapeXml(words)}</text>`;
}
function line(x1, y1, x2, y2, colour) {
	return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}" stroke-width="1.5"/>`;
}
/** Tenths of a pixel. */
function round(value) {
	return Number.isFinite(value) ? Math.round(value * 10) / 10 : 0;
}

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
		removed: red,
		added: green,
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
		...first.flatMap((entry) => ["", ...layCase(entry, width, painter)]),
		...more > 0 ? ["", ...wrap(`… and ${formatCounted(more, "more case")}; --json FILE writes them all.`, width)] : []
	];
}
function layCase(entry, width, painter) {
	const scores = describeScores(entry);
	const tags = entry.tags.length === 0 ? "" : `  tags ${inline(entry.tags.join(", "), 30)}`;
	return [
		inline(`case ${inline(entry.id, 30)}  ${scores}${tags}`, width),
		...layText("expected", entry.expected, width),
		...layBoth(entry, width, painter),
		...describeReasons(entry).flatMap((reason) => layText("why", reason, width))
	];
}
/** What both versions said; the words in which what is shown of them differs are painted. */
function layBoth({ baseline, candidate }, width, painter) {
	const before = shorten(outputText(baseline), width);
	const after = shorten(outputText(candidate), width);
	if (before === null || after === null || baseline?.status === "failed" || candidate?.status === "failed") return [...layLines("baseline", before, width), ...layLines("candidate", after, width)];
	const marked = markWords(before.lines.join("\n"), after.lines.join("\n"));
	return [...layLines("baseline", {
		...before,
		lines: paintLines(marked.before, painter.removed)
	}, width), ...layLines("candidate", {
		...after,
		lines: paintLines(marked.after, painter.added)
	}, width)];
}
function paintLines(pieces, paint) {
	return pieces.map(({ text, differs }) => differs ? text.replace(/\S(?:.*\S)?/g, (words) => paint(words)) : text).join("").split("\n");
}
function layText(label, value, width) {
	return layLines(label, shorten(value, width), width);
}
function shorten(value, width) {
	if (value === null) return null;
	const { lines, cut } = block(value === "" ? "(empty)" : value, width - 14, shownLines);
	return {
		lines: lines.map((line) => line.trimEnd()),
		cut
	};
}
function layLines(label, shortened, width) {
	if (shortened === null) return [];
	const { lines, cut } = shortened;
	const more = cut > 0 ? wrap(`… (about ${formatCount(cut)} more characters)`, width - 14) : [];
	return [...lines, ...more].map((line, index) => `  ${(index === 0 ? label : "").padEnd(9)} │ ${line}`.trimEnd());
}
function outputText(output) {
	if (output === null) return null;
	if (output.status === "failed") return `(failed: ${output.failure ?? "unknown"})`;
	const { text, toolCalls = [] } = output;
	if (toolCalls.length === 0) return text;
	return [`(called ${toolCalls.map((call) => inline(call, 80)).join(", ")})`, text ?? ""].join("\n").trimEnd();
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
const gap$1 = "  ";
/** One row a comparison, in columns. Where the width does not suffice, the metric's name is shortened. */
function layTable(groups, width, painter) {
	const alone = groups.every(({ comparisons }) => comparisons.every(isAlone));
	const layCells = alone ? cellsAlone : cellsCompared;
	const rows = groups.flatMap(({ comparisons }) => comparisons.map(layCells));
	const widths = (alone ? titlesAlone : titles).map((title, index) => Math.max(columns(title), ...rows.map((cells) => columns(cells[index] ?? ""))));
	const excess = widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1)) - width;
	const [metric = 0] = widths;
	if (metric - excess < narrowestMetric && excess > 0) return layStacked$1(groups, width, painter);
	if (excess > 0) widths[0] = metric - excess;
	const layRow = (cells) => cells.map((cell, index) => {
		const limit = widths[index] ?? 0;
		const isText = index === 0 || index === cells.length - 1;
		return pad(shorten$1(cell, limit), limit, isText ? "left" : "right");
	});
	const layComparison = (comparison) => [...layRow(layCells(comparison)).slice(0, -1), paintVerdict(comparison, painter)].join(gap$1);
	return [painter.dim(layRow(alone ? titlesAlone : titles).join(gap$1).trimEnd()), ...groups.flatMap(({ title, comparisons }) => [...title === null || comparisons.length === 0 ? [] : [painter.dim(shorten$1(title, width))], ...comparisons.map(layComparison)])];
}
/** Where columns do not fit side by side: what is compared and its verdict on one line, the numbers below it. */
function layStacked$1(groups, width, painter) {
	const layComparison = (comparison) => {
		const { baseline, candidate, atLeast, difference, interval, pairs, verdict } = comparison;
		const alone = isAlone(comparison);
		const name = inline(comparison.metric, Math.max(narrowestMetric, width - verdict.length - 2));
		const values = alone ? [narrowValue(comparison, candidate), ...atLeast === null ? [] : [`of ${narrowValue(comparison, atLeast)}`]] : [`${narrowValue(comparison, baseline)} → ${narrowValue(comparison, candidate)},`, formatNarrowChange(comparison, difference)];
		const range = alone ? formatEnds(comparison) : formatNarrowInterval(comparison, interval);
		const numbers = `${values.join(" ")} (${range}), n=${formatCount(pairs)}`;
		return [`${name}${gap$1}${paintVerdict(comparison, painter)}`, ...wrap(numbers, width - 2).map((line) => `${gap$1}${line}`)];
	};
	return groups.flatMap(({ title, comparisons }) => [...title === null || comparisons.length === 0 ? [] : [painter.dim(shorten$1(title, width))], ...comparisons.flatMap(layComparison)]);
}
function paintVerdict({ gated, verdict }, painter) {
	return gated ? painter.verdict(verdict, verdict) : painter.dim(verdict);
}
function cellsCompared(comparison) {
	const { metric, verdict, pairs, baseline, candidate, difference, interval } = comparison;
	return [
		inline(metric, 40),
		shorten$1(narrowValue(comparison, baseline), widestValue),
		shorten$1(narrowValue(comparison, candidate), widestValue),
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
		shorten$1(narrowValue(comparison, candidate), widestValue),
		shorten$1(narrowValue(comparison, atLeast), widestValue),
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
	return comparison.interval?.map((end) => shorten$1(narrowValue(comparison, end), widestValue)).join(" … ") ?? "–";
}

// src/report/reporters/text-versions.ts
const gap = "  ";
/** Scores beyond these stand in the report's JSON, and so do versions. */
const shownMetrics = 2;
const shownVersions = 40;
const narrowestName = 8;
/** Below so many columns a table that does not fit is laid line by line. */
const narrow = 70;
/** The versions of a prompt: what to choose, the table, and the picture of quality against cost. */
function layVersions(whole, width, painter) {
	const report = {
		...whole,
		versions: whole.versions.slice(0, shownVersions)
	};
	const cut = whole.versions.length - report.versions.length;
	const inner = width - 2;
	const chart = drawVersions(report, inner);
	const body = [
		describeVersions(report).flatMap((sentence) => wrap(sentence, inner)),
		[...layVersionTable(report, inner, painter), ...cut > 0 ? [`… and ${formatCount(cut)} more; --json FILE writes them all.`] : []],
		chart.length === 0 ? [] : [...wrap(captionOf(report), inner).map(painter.dim), ...chart]
	];
	return [...wrap(`Versions of ${quoteName(report.prompt, Math.min(40, width - 14))}, for choosing: they fail nothing`, width).map(painter.bold), ...body.filter((part) => part.length > 0).flatMap((part) => ["", ...part.map((line) => `  ${line}`.trimEnd())])];
}
function layVersionTable(report, width, painter) {
	const metrics = metricsOf(report).slice(0, shownMetrics);
	const header = [
		"version",
		...metrics.map((metric) => inline(metric, 24)),
		report.costMetric,
		"n",
		"verdict"
	];
	const rows = report.versions.map((version) => [
		inline(version.name, 40),
		...metrics.map((metric) => inline(describeWithChange(qualityOn(version, metric), version), 28)),
		inline(describeWithChange(version.cost, version), 28),
		formatCount(version.quality[0]?.pairs ?? 0),
		version.verdict ?? ""
	]);
	const widths = header.map((title, index) => Math.max(...[title, ...rows.map((row) => row[index] ?? "")].map(columns)));
	const excess = widths.reduce((sum, one) => sum + one, 2 * (widths.length - 1)) - width;
	const name = (widths[0] ?? 0) - Math.max(0, excess);
	if (width < narrow && name < narrowestName) return layStacked(header, rows, report, width, painter);
	widths[0] = Math.max(narrowestName, name);
	const lay = (cells) => cells.map((cell, index) => {
		const limit = widths[index] ?? 0;
		return pad(shorten$1(cell, limit), limit, index === 0 || index === cells.length - 1 ? "left" : "right");
	});
	return [painter.dim(shorten$1(lay(header).join(gap).trimEnd(), width)), ...rows.map((row, index) => {
		const verdict = report.versions[index]?.verdict ?? null;
		const numbers = lay(row).slice(0, -1).join(gap);
		return [shorten$1(numbers, width - columns(verdict ?? "") - 2), verdict === null ? "" : painter.verdict(verdict, verdict)].join(gap).trimEnd();
	})];
}
/** A version and its verdict on one line, its numbers below it. */
function layStacked(header, rows, { versions }, width, painter) {
	return rows.flatMap(([name = "", ...cells], index) => {
		const verdict = versions[index]?.verdict ?? null;
		const numbers = cells.slice(0, -1).map((cell, column) => `${header[column + 1] ?? ""} ${cell}`);
		const room = Math.max(narrowestName, width - columns(verdict ?? "") - 2);
		return [[shorten$1(name, room), ...verdict === null ? [] : [painter.verdict(verdict, verdict)]].join(gap), ...wrap(numbers.join("; ").replace(/; n (\S+)$/, "; n=$1"), width - 2).map((line) => `${gap}${line}`)];
	});
}

// src/report/reporters/text.ts
/** With more prompts than this, those that need no look get one line each. */
const fullPrompts = 6;
const mostFullPrompts = 50;
const mostBriefPrompts = 500;
const longList = 20;
const shownWatched = 3;
/** Comparisons that are told in sentences, where fewer ask for a look, and at most. */
const fewestTold = 3;
const mostTold = 6;
/** Columns below which a line says no more than a name and a verdict. */
const shortestRest = 12;
/** For the terminal: the verdict first, then what it rests on. */
const text = {
	description: "for the terminal: the verdict, a table for each prompt, the cases that got worse",
	render(report, options) {
		const width = Math.max(40, Math.min(options.width, 120));
		const painter = createPainter(options.color);
		const { judged } = groupPrompts(report);
		const full = judged.filter(({ verdict }) => judged.length <= fullPrompts || troubled.includes(verdict)).slice(0, mostFullPrompts);
		const brief = judged.slice(full.length);
		const lines = [
			wrap(headline(report), width).map((line) => painter.bold(painter.verdict(report.verdict, line))),
			describeSetting(report).flatMap((line) => hang(line, width, 0)),
			...full.map((prompt) => layPrompt(prompt, report, width, painter)),
			full.some(({ comparisons }) => comparisons.some(({ difference }) => difference !== null)) ? wrap(intervalLegend, width).map(painter.dim) : [],
			...(report.variants ?? []).slice(0, mostFullPrompts).map((versions) => layVersions(versions, width, painter)),
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
	const accepted = describeAccepted(prompt);
	const sentences = describePrompt(prompt, report);
	const trouble = gated.filter(({ verdict }) => troubled.includes(verdict)).length;
	const told = Math.max(fewestTold, Math.min(mostTold, trouble));
	const drawn = gated.map((comparison) => drawInterval(comparison, inner));
	const body = [
		prompt.comparisons.length === 0 ? [] : layTable(groupRows(gated, watched), inner, painter),
		...sentences.slice(0, told).map(({ verdict, evidence }, index) => [
			...wrap(verdict, inner),
			...drawn[index] ? [drawn[index]] : [],
			...evidence === null ? [] : wrap(evidence, inner).map(painter.dim)
		]),
		sentences.length > told ? wrap(`… and ${formatCounted(sentences.length - told, "more comparison")}, in the table above.`, inner) : [],
		describeAttribution(prompt).flatMap((sentence) => wrap(sentence, inner)),
		layMovedWatched(prompt, report, inner),
		added === null ? [] : wrap(added, inner),
		accepted === null ? [] : wrap(accepted, inner),
		layWorseCases(prompt, inner, painter),
		layList("Golden set", describeGolden(prompt), inner, painter),
		layList("Notes", prompt.notes, inner, painter)
	].filter((part) => part.length > 0).flatMap((part) => ["", ...part]);
	return [...layTitle(prompt, width, painter), ...body.map((line) => line === "" ? "" : `  ${line}`)];
}
/** What gates, then what is only watched: of each the whole set, and each tag for itself. */
function groupRows(gated, watched) {
	const ofWhole = (comparisons) => comparisons.filter(({ slice }) => slice === null);
	const byTag = (comparisons, before) => [...new Set(comparisons.flatMap(({ slice }) => slice ?? []))].map((tag) => ({
		title: `${before}cases tagged ${quoteName(tag, 40)}:`,
		comparisons: comparisons.filter(({ slice }) => slice === tag)
	}));
	return [
		{
			title: null,
			comparisons: ofWhole(gated)
		},
		...byTag(gated, ""),
		{
			title: "watched, does not count:",
			comparisons: ofWhole(watched)
		},
		...byTag(watched, "watched, ")
	];
}
function layTitle(prompt, width, painter) {
	const name = quoteName(prompt.name, Math.min(40, width - prompt.verdict.length - 4));
	const path = inline(prompt.path, width - 2);
	return [`${painter.bold(name)}  ${painter.verdict(prompt.verdict, prompt.verdict)}`, ...wrap(`${path}; ${describeChange(prompt)}`, width - 2).map((line) => painter.dim(`  ${line}`))];
}
/** What is only watched, but moved: worth a line, though it does not count. */
function layMovedWatched(prompt, report, width) {
	return watchedComparisons(prompt).filter(({ verdict }) => verdict === "regression").slice(0, shownWatched).flatMap((comparison) => wrap(`Watched, does not count: ${describeComparison(comparison, report)}`, width));
}
/** Prompts told of in one line each. */
function layBrief(prompts, width, painter) {
	const nameWidth = Math.min(Math.min(30, width - 20), prompts.reduce((widest, { name }) => Math.max(widest, columns(inline(name, 30))), 0));
	const more = prompts.length - mostBriefPrompts;
	const lines = prompts.slice(0, mostBriefPrompts).map((prompt) => {
		const [first] = gatedComparisons(prompt);
		const start = `  ${pad(inline(prompt.name, nameWidth), nameWidth, "left")}  ${pad(prompt.verdict, 15, "left")}`;
		const room = width - columns(start) - 2;
		const rest = first === void 0 || room < shortestRest ? "" : describeBriefly(first);
		return `${start}  ${painter.dim(shorten$1(rest, room))}`.trimEnd();
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
	json,
	html,
	junit,
	sarif,
	csv,
	svg
};

export { writeFooter as i, takeWithin as n, listFindings as r, reporters as t };