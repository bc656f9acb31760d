import { r as __toESM } from "./rolldown-runtime.js";
import { a as formatPlace, f as quote, n as UserError, p as throwProblems, u as nearest } from "./errors.js";
import { i as promptVerdict, n as judgeAlone, r as combineOutcomes, t as draftSlices } from "./slices.js";
import { a as compareMetric, d as isValue, h as createRandom, i as caseMove, m as planLooks, n as decideLook, o as isGated, p as createLook } from "./decide.js";
import { A as operationalScores, C as require_semver, D as filesOf, E as createScorer, O as unscored, S as buildRequest, T as checkScorer, _ as providerTypes, b as recordingProvider, d as findPrompt, h as caseHash, i as problemText, j as changedParts, k as operationalMetrics, m as tellFirst, o as pLimit, v as resolveModel, w as renderTemplate } from "./repository.js";
import { n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { n as versionReference, t as inclusionNotes } from "./inclusion-notes.js";
import { a as isPromptSettled, o as isSettled, r as trialsAlone, t as planTrials } from "./plan-trials.js";
import { a as findAges, i as verdictKey, n as openRunStore, r as storeWarnings, t as caseHash$1 } from "./run-store.js";
import { t as version } from "./version.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setMaxListeners } from "node:events";
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";

// src/run/sample-log.ts
/** Lines are gathered to about this many bytes a write. */
const chunkSize = 65536;
/** Opens an empty log in this file. It holds what models answered: nobody else may read it. */
function openSampleLog(file) {
	const descriptor = openSync(file, "w+", 384);
	const offsets = [];
	const lengths = [];
	let end = 0;
	const readBytes = (index) => {
		const length = lengths[index];
		if (length === void 0) return null;
		const bytes = Buffer.allocUnsafe(length);
		readSync(descriptor, bytes, 0, length, offsets[index] ?? 0);
		return bytes;
	};
	return {
		append(index, line) {
			const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
			writeAll(descriptor, bytes, end);
			offsets[index] = end;
			lengths[index] = bytes.length;
			end += bytes.length;
		},
		read(index) {
			const bytes = readBytes(index);
			return bytes === null ? null : JSON.parse(bytes.toString("utf8"));
		},
		writeInOrder(target) {
			mkdirSync(dirname(target), { recursive: true });
			const hash = createHash("sha256");
			const output = openSync(target, "w");
			try {
				let chunk = [];
				let size = 0;
				let position = 0;
				for (let index = 0; index <= lengths.length; index += 1) {
					const bytes = readBytes(index);
					if (bytes !== null) {
						chunk.push(bytes);
						size += bytes.length;
					}
					if (size < chunkSize && index < lengths.length) continue;
					const joined = Buffer.concat(chunk);
					hash.update(joined);
					writeAll(output, joined, position);
					position += joined.length;
					chunk = [];
					size = 0;
				}
			} finally {
				closeSync(output);
			}
			return hash.digest("hex");
		},
		close: () => closeSync(descriptor)
	};
}
/** A write may take fewer bytes than it is given. */
function writeAll(descriptor, bytes, position) {
	for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
}

// src/gate/copies.ts
/** How many cases tell whether trials are copies, and how many of them must have answered twice. */
const cases = 10;
const fewestRepeated = 5;
/**
* Whether repeats are copies of each other (temperature 0, a cache in between): in the first ten cases the first two
* answers are the same in every arm that has two. Copies are no evidence, and more of them are not worth buying.
*/
function areCopies(seen) {
	let repeated = 0;
	for (const { baseline, candidate } of seen.slice(0, cases)) {
		const pairs = [baseline, candidate].map((trials) => trials.filter((answer) => answer !== null).slice(0, 2));
		if (pairs.some(([first, second]) => second !== void 0 && first !== second)) return false;
		if (pairs.some((pair) => pair.length === 2)) repeated++;
	}
	return repeated > 0 && repeated >= Math.min(fewestRepeated, seen.length);
}
/** Counts trials that are copies as one: the first that has a value. */
function takeOneTrial(scores) {
	const one = (trials) => {
		const valued = trials.find(isValue) ?? trials[0];
		return valued === void 0 ? [] : [valued];
	};
	return {
		...scores,
		baseline: one(scores.baseline),
		candidate: one(scores.candidate)
	};
}

// src/pipeline/draft-run.ts
/** The metrics of a prompt: those of its scorers, in the order of the list, then the operational ones. */
function metricsOf(plan) {
	const metrics = /* @__PURE__ */ new Map();
	for (const { testCase } of [...plan.cases, ...plan.added]) for (const scorer of plan.scorersFor(testCase)) metrics.set(scorer.metric.name, scorer.metric);
	for (const metric of operationalMetrics) if (!metrics.has(metric.name)) metrics.set(metric.name, metric);
	return [...metrics.values()];
}
/** Compares both arms of the cases seen on every metric, whole and by slices; verdicts come after the correction. */
function draftComparisons(metrics, cases, settings) {
	return metrics.flatMap((metric) => {
		const all = scoresOf(cases, metric);
		if (all.length === 0) return [];
		const scores = settings.copies ? all.map(takeOneTrial) : all;
		return [compareMetric(metric, scores, settings), ...draftSlices(metric, scores, settings)];
	});
}
/** The cases to which a metric applies: a scorer of single cases says nothing about the others. */
function scoresOf(cases, metric) {
	return cases.flatMap((entry) => {
		const baseline = trialsOf$1(entry.baseline, metric);
		const candidate = trialsOf$1(entry.candidate, metric);
		const silent = (outcomes, trials) => outcomes.length > 0 && trials.length === 0;
		if (silent(entry.baseline, baseline) || silent(entry.candidate, candidate)) return [];
		const { id, tags, weight, cluster } = entry.planCase.testCase;
		return [{
			id,
			tags,
			weight,
			cluster,
			baseline,
			candidate
		}];
	});
}
function trialsOf$1(outcomes, metric) {
	const trials = [];
	for (const { scores } of outcomes) {
		const score = scores.get(metric.name);
		if (score !== void 0) trials.push(score);
	}
	return trials;
}
/** Whether the repeats seen so far are copies of each other. */
function repeatsAreCopies(cases) {
	const digests = (outcomes) => outcomes.map(({ digest }) => digest);
	return areCopies(cases.map(({ baseline, candidate }) => ({
		baseline: digests(baseline),
		candidate: digests(candidate)
	})));
}

// src/pipeline/case-order.ts
/**
* The order in which cases are taken: shuffled by the seed and stratified by tag, so that every tenth of the set
* resembles the whole. Returns positions in `cases`.
*/
function orderCases(cases, seed) {
	const random = createRandom(seed);
	const strata = /* @__PURE__ */ new Map();
	for (const [index, { testCase }] of cases.entries()) {
		const stratum = testCase.tags.toSorted().join("\n");
		const members = strata.get(stratum) ?? [];
		members.push(index);
		strata.set(stratum, members);
	}
	const keyed = [];
	for (const members of strata.values()) {
		shuffle(members, random.below);
		const start = random.uniform();
		for (const [rank, index] of members.entries()) keyed.push({
			index,
			key: (rank + start) / members.length
		});
	}
	return keyed.sort((left, right) => left.key - right.key || left.index - right.index).map(({ index }) => index);
}
function shuffle(values, below) {
	for (let last = values.length - 1; last > 0; last--) {
		const other = below(last + 1);
		[values[last], values[other]] = [values[other], values[last]];
	}
}

// src/pipeline/prompt-run.ts
/** Sets a prompt up; where stopping early is off or there is nothing to compare, there is one look. */
function startPrompt(plan, gate, start) {
	const open = (planCase) => ({
		planCase,
		baseline: [],
		candidate: []
	});
	const staged = gate.stopEarly && plan.baseline !== null;
	return {
		plan,
		cases: plan.cases.map(open),
		added: plan.added.map(open),
		order: orderCases(plan.cases, start.seed),
		looks: staged ? planLooks(plan.cases.length) : [plan.cases.length],
		...start,
		stored: null,
		gone: null,
		look: 0,
		copies: false,
		settled: plan.candidate === null,
		comparisons: [],
		confirmation: null,
		fresh: null
	};
}
/** How many samples a prompt takes at most, stored ones among them, without a confirmation. */
function plannedSamples(run) {
	const { baseline, candidate } = run.plan;
	const perCase = (baseline === null ? 0 : run.trials.baseline) + (candidate === null ? 0 : run.trials.candidate);
	return run.cases.length * perCase + (candidate === null ? 0 : run.added.length);
}
/** Positions in the log that a prompt may use: every trial of both arms, and as many again for a confirmation. */
function logSpan(run) {
	return (run.cases.length + run.added.length) * 2 * slotsOfCase(run.trials);
}
/** Trials that a confirmation buys in each arm at most. */
const confirmationTrials = 2;
function slotsOfCase(trials) {
	return Math.max(trials.baseline, trials.candidate) + 2;
}
/** Whether the candidate is judged alone: it has no baseline, or none that can still be run. */
function isAlone({ plan, gone }) {
	return plan.baseline === null || gone === "alone";
}
/** The cases that have been seen, in the order of the golden set. */
function seenCases(run) {
	const seen = run.look === 0 ? 0 : run.looks[run.look - 1] ?? 0;
	if (seen === run.cases.length) return run.cases;
	return run.order.slice(0, seen).toSorted((left, right) => left - right).map((position) => run.cases[position]);
}
/** The samples of the next look: every new case with all its trials, baseline and candidate side by side. */
function nextSlots(run) {
	const from = run.look === 0 ? 0 : run.looks[run.look - 1] ?? 0;
	const slots = run.order.slice(from, run.looks[run.look]).flatMap((position) => caseSlots(run, position));
	return run.look === 0 ? [...slots, ...addedSlots(run)] : slots;
}
function caseSlots(run, position) {
	const caseRun = run.cases[position];
	const { baseline, candidate } = run.plan;
	const slots = [];
	const trials = run.copies ? 1 : Math.max(run.trials.baseline, run.trials.candidate);
	for (let trial = 0; trial < trials; trial++) {
		if (baseline !== null && run.gone === null && trial >= caseRun.baseline.length && trial < run.trials.baseline) slots.push(slotOf(run, position, baseline, "baseline", trial, "compare"));
		if (candidate !== null && trial < run.trials.candidate) slots.push(slotOf(run, position, candidate, "candidate", trial, "compare"));
	}
	return slots;
}
function addedSlots(run) {
	const { candidate } = run.plan;
	if (candidate === null) return [];
	return run.added.map((_, index) => slotOf(run, run.cases.length + index, candidate, "candidate", 0, "compare"));
}
/** A sample of one case; confirmations stand behind the trials of the comparison. */
function slotOf(run, position, version, arm, trial, draw) {
	const caseRun = run.cases[position] ?? run.added[position - run.cases.length];
	const perCase = slotsOfCase(run.trials);
	const index = run.offset + (position * 2 + (arm === "baseline" ? 0 : 1)) * perCase + trial;
	return {
		plan: run.plan,
		version,
		caseRun,
		arm,
		trial,
		draw,
		index
	};
}

// src/pipeline/report-cases.ts
/** Above this many cases only the worst are listed. */
const listedCases = 1e4;
const listedOfLarger = 1e3;
/** Cases of a prompt whose texts are carried in the report, and how much of each text. */
const casesWithTexts = 50;
const textLimit = 4e3;
const severity = [
	"worse",
	"failed",
	"unscored",
	"better",
	"same",
	"alone"
];
/** The cases of a prompt for the report: in the order of the golden set, with texts where a case moved or failed. */
function reportCases(metrics, cases, gate, log) {
	const scorers = metrics.filter((metric) => metric.gatesByDefault);
	const gating = metrics.filter((metric) => isGated(metric, gate.metrics));
	const deciding = gating.length > 0 ? gating : scorers;
	const moves = cases.map((entry) => moveOf(entry, deciding));
	const ranked = [...moves.keys()].sort((left, right) => rank(moves[left]) - rank(moves[right]) || left - right);
	const listed = new Set(cases.length > listedCases ? ranked.slice(0, listedOfLarger) : ranked);
	const withTexts = new Set(ranked.filter((index) => moves[index]?.change !== "same").slice(0, casesWithTexts));
	const reports = [];
	for (const [index, entry] of cases.entries()) {
		if (!listed.has(index)) continue;
		const { change, worse } = moves[index];
		const texts = withTexts.has(index);
		const { testCase } = entry.planCase;
		const told = toldOutcome(entry.candidate, worse);
		reports.push({
			id: testCase.id,
			tags: testCase.tags,
			change,
			worse,
			scores: Object.fromEntries(scorers.map((metric) => [metric.name, meanScores(entry, metric)])),
			expected: texts ? textOf(testCase.expected) : null,
			baseline: texts ? outputOf(toldOutcome(entry.baseline, []), log) : null,
			candidate: texts ? outputOf(told, log) : null,
			reasons: texts ? Object.fromEntries(told?.reasons ?? []) : {}
		});
	}
	return reports;
}
function moveOf(entry, deciding) {
	const still = (change) => ({
		change,
		worse: []
	});
	const failed = (outcomes) => outcomes.every((outcome) => outcome.failure !== null);
	if (failed(entry.candidate)) return still("failed");
	if (entry.baseline.length === 0) return still("alone");
	if (failed(entry.baseline)) return still("failed");
	const moves = deciding.flatMap((metric) => {
		const [scores] = scoresOf([entry], metric);
		return scores === void 0 ? [] : [{
			name: metric.name,
			move: caseMove(scores, metric)
		}];
	});
	const worse = moves.filter((each) => each.move === -1).map((each) => each.name);
	if (worse.length > 0) return {
		change: "worse",
		worse
	};
	if (moves.some((each) => each.move === 1)) return still("better");
	return still(moves.some((each) => each.move === null) ? "unscored" : "same");
}
function rank(move) {
	return move === void 0 ? severity.length : severity.indexOf(move.change);
}
/** Means over the trials; null where there is no value. */
function meanScores(entry, metric) {
	const mean = (outcomes) => {
		const values = outcomes.map((outcome) => outcome.scores.get(metric.name)).filter((each) => typeof each === "number");
		return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
	};
	return {
		baseline: mean(entry.baseline),
		candidate: mean(entry.candidate)
	};
}
/** The trial that shows what happened: the one that scored lowest on what got worse, else the first that completed. */
function toldOutcome(outcomes, worse) {
	const completed = outcomes.filter((outcome) => outcome.failure === null);
	const score = (outcome) => {
		const value = outcome.scores.get(worse[0] ?? "");
		return typeof value === "number" ? value : Number.POSITIVE_INFINITY;
	};
	return completed.toSorted((left, right) => score(left) < score(right) ? -1 : 0)[0] ?? outcomes[0] ?? null;
}
function outputOf(outcome, log) {
	if (outcome === null) return null;
	if (outcome.failure !== null) return {
		status: "failed",
		text: null,
		failure: outcome.failure.message
	};
	const line = log.read(outcome.index);
	const text = line.output || line.refusal;
	return {
		status: "completed",
		text: typeof text === "string" ? shorten(text) : "",
		failure: null
	};
}
/** What a person would read as the expected answer. */
function textOf(value) {
	if (value === null) return null;
	return shorten(typeof value === "string" ? value : canonicalJson(value));
}
function shorten(text) {
	return text.length <= textLimit ? text : `${text.slice(0, textLimit).toWellFormed()}…`;
}

// src/pipeline/sampling-notes.ts
/** How the answers came about, as far as it bears on the numbers: repeats, an early stop, stored answers, a confirmation. */
function samplingNotes(run, report) {
	return [
		...trialNotes(run, report.trials),
		...stopNotes(run, report.stopped),
		...goneNotes(run),
		...storedNotes(run),
		...run.copies ? ["Repeats gave the same answers word for word, so they count as one."] : [],
		...confirmationNotes(run)
	];
}
/** The versions tried before in this pull request: trying until it passes is made harder, and seen. */
function attemptNotes({ earlier, sinceRegression, passAlpha }) {
	if (earlier === null) return ["Versions tried before are not known: there is no store."];
	if (earlier.length === 0) return [];
	const verdicts = earlier.map(({ verdict }) => verdict).join(", ");
	const tried = `Versions tried before here: ${earlier.length} (${verdicts}).`;
	if (sinceRegression === 0) return [tried];
	return [`${tried} After a regression passing is harder with every try: a loss must be ruled out at ${Number((passAlpha * 100).toPrecision(2))} %.`];
}
function trialNotes(run, trials) {
	if (trials === null || run.fresh !== null || Math.max(trials.baseline, trials.candidate) < 2) return [];
	const { baseline, candidate } = trials;
	if (baseline === candidate) return [`Each case was run ${candidate} times in each version.`];
	return [`Each case has ${baseline} answers of the baseline and ${candidate} of the candidate.`];
}
function stopNotes(run, stopped) {
	if (stopped === null || run.confirmation !== null) return [];
	const all = plannedSamples(run) - run.added.length;
	const made = Math.round(all * stopped.cases / stopped.of);
	return [`Stopped after ${stopped.cases} of ${stopped.of} cases: ${made} of ${all} answers. The interval is adjusted for stopping early; the estimate leans away from 0.`];
}
function goneNotes({ gone, plan }) {
	if (gone === null) return [];
	const model = plan.baseline?.configuration.model ?? "its model";
	return gone === "stored" ? [`The provider no longer has the baseline's model (${model}): its stored answers stand in, whatever their age.`] : [`The provider no longer has the baseline's model (${model}) and nothing of it is stored, so the candidate is judged alone.`];
}
function storedNotes(run) {
	if (run.stored === null) return [];
	return [`The baseline's answers come from the store; the oldest is ${ageInWords(run.stored.ageMs)} old.`];
}
function confirmationNotes(run) {
	if (run.confirmation === null) return [];
	const cases = run.fresh?.length ?? 0;
	return run.confirmation === "confirmed" ? [`A regression against the stored answers was asked again on ${cases} cases with fresh answers of both versions, which alone decide.`] : [`A regression against the stored answers was not confirmed on ${cases} cases with fresh answers of both versions.`];
}
/** `5 minutes`, `3 hours`, `2 days`. */
function ageInWords(ageMs) {
	const [unit, ms] = [
		["day", 864e5],
		["hour", 36e5],
		["minute", 6e4]
	].find(([, size]) => ageMs >= size) ?? ["minute", 6e4];
	const count = Math.max(1, Math.floor(ageMs / ms));
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

// src/prompts/semantic-version.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/**
* Which version a change asks for. Major: what goes in or comes out changed, or a regression was accepted. Minor: the
* model or what it is told changed. Patch: the same, but a drop beyond the margin was ruled out.
* Null where the baseline states no version, or nothing changed.
*/
function proposeVersion(before, after, outcome) {
	if (before.semanticVersion === null || before.fingerprint === after.fingerprint) return null;
	const [bump, reason] = chooseBump(before, after, outcome);
	const version = import_semver.default.inc(before.semanticVersion, bump);
	return version === null ? null : {
		bump,
		version,
		reason
	};
}
function chooseBump(before, after, { verdict, accepted }) {
	const added = addedInputs(before, after);
	if (added.length > 0) return ["major", `callers must give ${added.join(", ")}`];
	if (!sameFormat(before.configuration, after.configuration)) return ["major", "the format of the output changed"];
	if (verdict === "regression" && accepted) return ["major", "a regression was accepted"];
	if (verdict === "no-regression") return ["patch", "a drop beyond the tolerance is ruled out"];
	return ["minor", `${changedParts(before.configuration, after.configuration).join(" and ")} changed`];
}
/** Inputs that the candidate needs and the baseline did not: whoever calls it must change. */
function addedInputs(before, after) {
	const known = new Set(before.variables.map(({ name }) => name));
	return after.variables.filter(({ name, optional }) => !optional && !known.has(name)).map(({ name }) => name);
}
function sameFormat(before, after) {
	return canonicalJson(before.format) === canonicalJson(after.format);
}
/** What is wrong with a stated version beside an earlier one; null where it is in order. */
function judgeVersion(before, after) {
	const [earlier, later] = [before.semanticVersion, after.semanticVersion];
	if (earlier === null) return null;
	if (later === null) return `no longer states a version; it was ${earlier}`;
	if (import_semver.default.lt(later, earlier)) return `went back from version ${earlier} to ${later}`;
	if (later === earlier && before.fingerprint !== after.fingerprint) return `asks its model otherwise than before, but is still version ${later}`;
	return null;
}

// src/pipeline/version-notes.ts
/** Which version a change asks for, where the prompt states versions; a note for the report. */
function versionNotes({ baseline, candidate }, outcome) {
	if (baseline === null || candidate === null) return [];
	const proposed = proposeVersion(baseline.version, candidate.version, outcome);
	if (proposed === null) return [];
	const [before, after] = [baseline.version.semanticVersion, candidate.version.semanticVersion];
	const asked = `${proposed.version} (${proposed.bump}), because ${proposed.reason}`;
	if (after === null) return [`The version ${before} was taken out; this change would be ${asked}.`];
	if (after === before) return [`The version is still ${before}; this change would be ${asked}.`];
	if (import_semver.default.gte(after, proposed.version)) return [`The version goes from ${before} to ${after}, which fits: ${proposed.reason}.`];
	return [`The version goes from ${before} to ${after}, but this change would be ${asked}.`];
}

// src/pipeline/report-prompt.ts
/** The prompt's part of the report, once it is settled. */
function reportPrompt({ run, attempts }, context) {
	const { plan } = run;
	const { change } = plan;
	const { gate } = context;
	const metrics = metricsOf(plan);
	const cases = run.fresh ?? seenCases(run);
	const comparisons = plan.candidate !== null && isAlone(run) && plan.cases.length > 0 ? judgeCases(metrics, cases, gate) : run.comparisons;
	const { verdict, reason } = verdictOf(run, comparisons, cases);
	const sampling = {
		trials: cases.length === 0 ? null : trialsOf(cases, run.copies),
		stopped: stoppedAt(run),
		stored: run.stored,
		confirmation: run.confirmation
	};
	return {
		name: change.name,
		path: change.path,
		previousPath: change.previousPath,
		change: {
			kind: change.kind,
			parts: change.parts
		},
		baseline: versionReference(change.baseline?.version ?? null, context.baseline),
		candidate: versionReference(change.candidate?.version ?? null, context.head),
		models: {
			baseline: change.baseline?.version.configuration.model ?? null,
			candidate: change.candidate?.version.configuration.model ?? null
		},
		verdict,
		reason,
		advisory: plan.advisory,
		...sampling,
		comparisons,
		added: run.added.length === 0 ? null : {
			cases: run.added.length,
			comparisons: judgeCases(metrics, run.added, gate)
		},
		cases: reportCases(metrics, [...cases, ...run.added], gate, context.log),
		goldenSize: plan.cases.length + plan.added.length,
		notes: [
			...plan.notes,
			...samplingNotes(run, sampling),
			...attemptNotes(attempts),
			...servedBy(cases),
			...versionNotes(change, {
				verdict,
				accepted: false
			})
		]
	};
}
function judgeCases(metrics, cases, gate) {
	return metrics.map((metric) => judgeAlone(metric, scoresOf(cases, metric), gate));
}
function verdictOf({ plan }, comparisons, cases) {
	if (plan.skipped !== null) return {
		verdict: "skipped",
		reason: plan.skipped
	};
	if (plan.change.kind === "deleted") return {
		verdict: "deleted",
		reason: null
	};
	if (plan.change.kind === "judging") return {
		verdict: "unchanged",
		reason: null
	};
	const outcome = promptVerdict(comparisons);
	return outcome.verdict === "error" ? {
		verdict: "error",
		reason: causeOf(cases) ?? outcome.reason
	} : outcome;
}
/** The failure that a person must mend first, where there is one. */
function causeOf(cases) {
	const causes = [
		"refused-key",
		"missing-model",
		"missing-recording"
	];
	const kinds = new Set(outcomesOf(cases).map((outcome) => outcome.failure?.kind));
	return causes.find((cause) => kinds.has(cause)) ?? null;
}
function outcomesOf(cases) {
	return cases.flatMap((entry) => [...entry.baseline, ...entry.candidate]);
}
/** How many answers a case has in each arm; copies count as one. */
function trialsOf(cases, copies) {
	const most = (arm) => cases.reduce((max, entry) => Math.max(max, copies ? Math.min(1, entry[arm].length) : entry[arm].length), 0);
	return {
		baseline: most("baseline"),
		candidate: most("candidate")
	};
}
function stoppedAt(run) {
	const seen = run.looks[run.look - 1] ?? run.cases.length;
	return seen < run.cases.length ? {
		cases: seen,
		of: run.cases.length
	} : null;
}
/** A run in which the arms were served by different snapshots says so. */
function servedBy(cases) {
	const models = (arm) => [...new Set(cases.flatMap((entry) => entry[arm].flatMap((outcome) => outcome.model ?? [])))].sort().join(", ");
	const [baseline, candidate] = [models("baseline"), models("candidate")];
	if (baseline === "" || candidate === "" || baseline === candidate) return [];
	return [`Served by ${baseline} for the baseline and by ${candidate} for the candidate.`];
}

// src/pipeline/build-report.ts
/** Puts together the one value that every renderer reads. */
function buildReport(input) {
	const { started, executor, gate, baseline, head } = input;
	const prompts = started.map((each) => reportPrompt(each, {
		baseline,
		head,
		gate,
		log: input.log
	}));
	const { counts, failures } = executor;
	return {
		schemaVersion: 1,
		command: input.command,
		...combineOutcomes(prompts, gate),
		...namesOf(baseline, head),
		goalposts: input.goalposts,
		gate: {
			margin: gate.margin,
			alpha: gate.alpha,
			scope: gate.scope,
			inconclusive: gate.inconclusive,
			gatingComparisons: started.flatMap(({ run }) => run.comparisons).filter((comparison) => comparison.gated).length
		},
		prompts,
		calls: {
			planned: counts.planned,
			made: counts.made,
			cached: counts.cached,
			saved: counts.planned - counts.done,
			failed: failures.length
		},
		failures: countFailures(failures),
		cost: null,
		durationMs: input.durationMs,
		warnings: input.warnings,
		samples: input.samples
	};
}
/** The revisions as reports name them. */
function namesOf(baseline, head) {
	return {
		base: baseline && {
			revision: baseline.label,
			commit: baseline.commit
		},
		head: {
			revision: head.label,
			commit: head.commit
		}
	};
}
/** Failures by what came back, the most frequent first. Messages differ by request ids, so the first of each stands for all. */
function countFailures(failures) {
	const counts = /* @__PURE__ */ new Map();
	for (const { message, kind, httpStatus } of failures) {
		const key = `${kind} ${httpStatus}`;
		const entry = counts.get(key) ?? {
			message,
			kind,
			calls: 0
		};
		entry.calls++;
		counts.set(key, entry);
	}
	return [...counts.values()].sort((left, right) => right.calls - left.calls).slice(0, 20);
}

// src/pipeline/connect-providers.ts
/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree = ["replay", "simulated"];
/** Finds the provider of every version that runs; names, keys and files are checked before any call is made. */
async function connectProviders(plans, goalposts, root, options) {
	const problems = /* @__PURE__ */ new Map();
	const providers = /* @__PURE__ */ new Map();
	const models = /* @__PURE__ */ new Map();
	for (const version of plans.flatMap((plan) => [plan.baseline, plan.candidate])) {
		if (version === null) continue;
		const found = findModel(version, goalposts, options);
		if ("problem" in found) {
			problems.set(found.problem.message, found.problem);
			continue;
		}
		const { name, config, model } = found;
		if (!providers.has(name)) {
			const connected = await connect(name, config.file === null ? config : {
				...config,
				file: resolve(root, config.file)
			}, goalposts, options);
			for (const problem of connected.problems) problems.set(problem.message, problem);
			providers.set(name, connected.provider);
		}
		const provider = providers.get(name);
		if (provider) models.set(version, {
			provider,
			model
		});
	}
	return {
		models,
		problems: [...problems.values()]
	};
}
/** The provider and the name there of a version's model; recordings, where given, stand in for every provider. */
function findModel(version, goalposts, options) {
	const { model } = version.configuration;
	if (model === null) return { problem: {
		message: `the prompt ${version.name} names no model`,
		hint: "Write model: openai/gpt-5-mini into the prompt file or into assay.yml.",
		place: version.modelPlace
	} };
	const configured = {
		...goalposts.config.providers,
		...options.providers
	};
	const found = resolveModel(model, configured);
	if ("problem" in found) return { problem: {
		...found.problem,
		place: version.modelPlace
	} };
	const { provider: name, config } = found;
	const trusted = {
		...goalposts.config.path === null ? {} : goalposts.config.providers,
		...options.providers
	};
	if (options.restricted && modelFree.includes(config.type) && !Object.hasOwn(trusted, name)) return { problem: {
		message: `the prompt ${version.name} asks for the ${config.type} provider, which answers without a model`,
		hint: `Where that is meant, name it under providers in the base branch's assay.yml: ${name}: { type: ${config.type} }.`,
		place: version.modelPlace
	} };
	if (options.replay !== void 0) return {
		name: "replay",
		config: {
			type: "replay",
			baseUrl: null,
			file: options.replay,
			place: config.place
		},
		model: found.model
	};
	return {
		name,
		config,
		model: found.model
	};
}
async function connect(name, config, goalposts, options) {
	const type = providerTypes[config.type];
	const context = {
		environment: options.environment,
		timeoutMs: goalposts.config.run.timeoutMs
	};
	const problems = type.check(name, config, context);
	if (problems.length > 0) return {
		provider: null,
		problems
	};
	const provider = await type.create(name, config, context);
	return {
		provider: options.record === void 0 ? provider : recordingProvider(provider, options.record),
		problems
	};
}

// src/run/doors.ts
/**
* Doors to providers and to their models. The first attempt through a door goes alone, for what it is refused for
* would be refused a thousand times; a refusal at any time shuts the door.
*/
function createDoors() {
	const doors = /* @__PURE__ */ new Map();
	const find = (name) => {
		const door = doors.get(name) ?? {
			opened: null,
			refusal: null
		};
		doors.set(name, door);
		return door;
	};
	return (providerName, modelName) => {
		const provider = find(providerName);
		const model = find(`${providerName}/${modelName}`);
		const releases = [];
		return {
			async enter() {
				for (const door of [provider, model]) if (door.opened === null) door.opened = new Promise((resolve) => releases.push(resolve));
				else await door.opened;
			},
			release() {
				for (const release of releases) release();
			},
			note(failure) {
				if (failure.kind === "refused-key") provider.refusal ??= failure;
				if (failure.kind === "missing-model" || failure.kind === "refused-parameter") model.refusal ??= failure;
			},
			refusal: () => provider.refusal ?? model.refusal
		};
	};
}

// src/run/retry.ts
const maximumAttempts = 4;
const firstPauseMs = 500;
const longestPauseMs = 2e4;
/** A provider may ask for more patience than this; the run does not have it. */
const longestAskedMs = 6e4;
/** Calls until an answer comes, the failure is final, or the attempts are used up. The one place that retries. */
async function callWithRetry(call, options) {
	let last = null;
	for (let attempts = 1;; attempts += 1) {
		const failure = options.refusal();
		if (failure !== null) return {
			result: {
				status: "failed",
				failure
			},
			attempts: attempts - 1,
			latencyMs: last?.latencyMs ?? 0
		};
		const start = performance.now();
		const result = await call();
		last = {
			result,
			attempts,
			latencyMs: performance.now() - start
		};
		if (result.status === "completed" || !result.failure.retryable || attempts === maximumAttempts) return last;
		await options.sleep(pauseAfter(attempts, result.failure, options.random), options.signal);
	}
}
/** Full jitter under a bound that doubles, so that calls that failed together do not return together; never sooner than asked. */
function pauseAfter(attempts, failure, random) {
	const jittered = random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
	return Math.max(jittered, Math.min(failure.retryAfterMs ?? 0, longestAskedMs));
}
/** Waits, or less where the signal aborts. */
function sleep(ms, signal) {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const finish = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", finish);
			resolve();
		};
		const timer = setTimeout(finish, ms);
		signal?.addEventListener("abort", finish, { once: true });
	});
}

// src/run/timeouts.ts
/** The longest delay of a timer; a larger one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;
/** One listener on the outer signal however many tasks run: listeners by the thousand are slow, and warned of. */
function createTimeouts(timeoutMs, outer) {
	const all = new AbortController();
	setMaxListeners(0, all.signal);
	const active = /* @__PURE__ */ new Set();
	const abort = (reason) => {
		all.abort(reason);
		for (const controller of active) controller.abort(reason);
	};
	const onAbort = () => abort(outer?.reason);
	outer?.addEventListener("abort", onAbort, { once: true });
	if (outer?.aborted) onAbort();
	return {
		async run(task) {
			const controller = new AbortController();
			if (all.signal.aborted) controller.abort(all.signal.reason);
			active.add(controller);
			const expire = () => controller.abort(new DOMException("the time is up", "TimeoutError"));
			const timer = setTimeout(expire, Math.min(timeoutMs, longestDelayMs));
			try {
				return await task(controller.signal);
			} finally {
				clearTimeout(timer);
				active.delete(controller);
			}
		},
		abort,
		signal: all.signal,
		close: () => outer?.removeEventListener("abort", onAbort)
	};
}

// src/run/caller.ts
const automaticConcurrency = 16;
const aborted = {
	kind: "aborted",
	message: "stopped before the call was made",
	httpStatus: null,
	retryable: false,
	retryAfterMs: null
};
/** Opens the way to models for a whole run, over all of its rounds. */
function createCaller(options) {
	const limits = /* @__PURE__ */ new Map();
	const findWay = createDoors();
	const timeouts = createTimeouts(options.timeoutMs, options.signal);
	return {
		call(call) {
			const { name } = call.provider;
			const limit = limits.get(name) ?? pLimit(options.concurrency === "auto" ? automaticConcurrency : options.concurrency);
			limits.set(name, limit);
			return limit(() => attemptCall(call, findWay(name, call.model), timeouts, options));
		},
		abort: timeouts.abort,
		close: timeouts.close
	};
}
/** Waits for whoever goes first through the door, then calls. */
async function attemptCall(call, way, timeouts, options) {
	await way.enter();
	let request = null;
	const attempt = async () => {
		const built = request ?? call.request();
		request = built;
		const result = await timeouts.run((signal) => call.provider.call(built, call.identity, signal));
		if (result.status === "failed") way.note(result.failure);
		way.release();
		return result;
	};
	try {
		return await callWithRetry(attempt, {
			random: options.random ?? Math.random,
			sleep: options.sleep ?? sleep,
			signal: timeouts.signal,
			refusal: () => way.refusal() ?? (timeouts.signal.aborted ? aborted : null)
		});
	} finally {
		way.release();
	}
}

// src/run/run-calls.ts
/** Calls taken from the plan before there is room for them: enough to keep a second provider busy beside a slow one. */
const lookAhead = 1e3;
/**
* Makes the planned calls, in their order. `onSample` is called as samples complete, with the position in the plan; every
* planned call gets a sample, also where it was not made. A sample that is being scored keeps no place at its provider.
* Rejects only with what `calls`, a provider or `onSample` throws.
*/
async function runCalls(calls, caller, options, onSample) {
	const running = /* @__PURE__ */ new Set();
	const progress = {
		done: 0,
		planned: options.planned,
		failed: 0,
		made: 0
	};
	const errors = [];
	let wake = () => {};
	const take = async (call, index) => {
		try {
			const sample = await takeSample(call, caller);
			if (errors.length > 0) return;
			progress.done += 1;
			progress.made += sample.attempts;
			if (sample.status === "failed") progress.failed += 1;
			await onSample(sample, index);
			options.onProgress?.({ ...progress });
		} catch (error) {
			stop(error);
		}
	};
	const stop = (error) => {
		errors.push(error);
		caller.abort(error);
		wake();
	};
	try {
		let index = 0;
		for await (const call of calls) {
			const task = take(call, index).then(() => {
				running.delete(task);
				wake();
			});
			running.add(task);
			index += 1;
			while (running.size >= lookAhead && errors.length === 0) await new Promise((resolve) => {
				wake = resolve;
			});
			if (errors.length > 0) break;
		}
	} catch (error) {
		stop(error);
	}
	await Promise.all(running);
	if (errors.length > 0) throw errors[0];
	return progress;
}
async function takeSample(call, caller) {
	const { result, attempts, latencyMs } = await caller.call(call);
	const { prompt, arm, caseId, trial, fingerprint } = call;
	const base = {
		prompt,
		arm,
		caseId,
		trial,
		fingerprint,
		attempts
	};
	return result.status === "completed" ? {
		...base,
		status: "completed",
		reply: result.reply,
		latencyMs
	} : {
		...base,
		status: "failed",
		failure: result.failure
	};
}

// src/score/score-sample.ts
/**
* Scores one sample by every scorer, in their order; of two with the same name the later counts.
* A scorer that throws, or gives a value that its kind of metric cannot have, leaves the sample unscored with the reason.
*/
async function scoreSample(sample, testCase, scorers) {
	const scores = await Promise.all(scorers.map(async (scorer) => [scorer.metric.name, await scoreOne(sample, testCase, scorer)]));
	return new Map(scores);
}
async function scoreOne(sample, testCase, scorer) {
	try {
		const score = await scorer.score(sample, testCase);
		if (score.status === "scored" && !isPossible(score.value, scorer.metric.kind)) return unscored(`the scorer gave ${String(score.value)}, which is no ${scorer.metric.kind} value`);
		return score;
	} catch (error) {
		return unscored(`the scorer failed: ${error instanceof Error ? error.message : String(error)}`);
	}
}
function isPossible(value, kind) {
	if (!Number.isFinite(value) || value < 0) return false;
	if (kind === "binary") return value === 0 || value === 1;
	return kind === "ratio" || value <= 1;
}

// src/pipeline/outcome.ts
/** Scores a sample by all scorers and keeps what comparisons need. */
async function toOutcome(sample, testCase, scorers, place) {
	const scored = sample.status === "completed" ? await scoreSample(sample, testCase, scorers) : null;
	const scores = /* @__PURE__ */ new Map();
	const reasons = /* @__PURE__ */ new Map();
	for (const { metric } of scorers) {
		const score = scored?.get(metric.name);
		scores.set(metric.name, score === void 0 ? "failed" : score.status === "scored" ? score.value : "unscored");
		if (score?.reason) reasons.set(metric.name, score.reason);
	}
	for (const [name, value] of operationalScores(sample)) {
		if (scores.has(name) || name === "latency" && place.cached) continue;
		scores.set(name, value ?? (sample.status === "failed" ? "failed" : "unscored"));
	}
	const completed = sample.status === "completed" ? sample : null;
	return {
		failure: sample.status === "failed" ? sample.failure : null,
		scores,
		reasons,
		model: completed?.reply.model ?? null,
		digest: completed === null ? null : digestOf(completed.reply.text),
		...place
	};
}
/** One line of the samples file (`design.md` §4). */
function sampleLine(sample, testCase, outcome, draw) {
	const completed = sample.status === "completed" ? sample : null;
	const scores = [...outcome.scores].map(([name, value]) => [name, typeof value === "number" ? value : null]);
	return {
		prompt: sample.prompt,
		arm: sample.arm,
		id: sample.caseId,
		trial: sample.trial,
		...draw === "compare" ? {} : { draw },
		fingerprint: sample.fingerprint,
		status: sample.status,
		output: completed?.reply.text ?? null,
		...completed?.reply.refusal ? { refusal: completed.reply.refusal } : {},
		...sample.status === "failed" ? { failure: {
			kind: sample.failure.kind,
			message: sample.failure.message
		} } : {},
		scores: Object.fromEntries(scores),
		reasons: Object.fromEntries(outcome.reasons),
		tokens: completed === null ? null : {
			input: completed.reply.tokens.input,
			output: completed.reply.tokens.output
		},
		latencyMs: completed?.latencyMs ?? null,
		...outcome.cached ? { cached: true } : {},
		cost: null,
		tags: testCase.tags,
		cluster: testCase.cluster
	};
}
function digestOf(text) {
	return createHash("sha256").update(text).digest("base64url").slice(0, 16);
}

// src/pipeline/executor.ts
/** Takes samples in rounds: each is scored as it arrives, and its text goes to the log. */
function createExecutor(models, settings, log, journal, options) {
	const counts = {
		planned: 0,
		made: 0,
		cached: 0,
		done: 0
	};
	const failures = [];
	const caller = createCaller({
		concurrency: options.concurrency ?? settings.concurrency,
		timeoutMs: settings.timeoutMs,
		...options.signal ? { signal: options.signal } : {}
	});
	const keep = async (sample, slot, cached) => {
		const { testCase } = slot.caseRun.planCase;
		const scorers = slot.plan.scorersFor(testCase);
		const outcome = await toOutcome(sample, testCase, scorers, {
			index: slot.index,
			cached
		});
		if (outcome.failure !== null) failures.push(outcome.failure);
		log.append(slot.index, sampleLine(sample, testCase, outcome, slot.draw));
		return outcome;
	};
	const take = async (slots) => {
		const outcomes = new Array(slots.length);
		const open = [];
		for (const [position, slot] of slots.entries()) {
			const stored = journal?.find(providerOf(models, slot), requestOf(models, slot), slot) ?? null;
			if (stored === null) open.push(position);
			else outcomes[position] = await keep(stored, slot, true);
		}
		counts.cached += slots.length - open.length;
		counts.done += slots.length - open.length;
		const done = counts.done;
		const progress = await runCalls(plannedCalls(open.map((position) => slots[position]), models), caller, {
			planned: open.length,
			onProgress: ({ done: now, failed }) => options.onProgress?.({
				done: done + now,
				planned: counts.planned,
				failed: failures.length + failed
			})
		}, async (sample, index) => {
			const position = open[index];
			const slot = slots[position];
			outcomes[position] = await keep(sample, slot, false);
			if (sample.status === "completed") journal?.append(providerOf(models, slot), requestOf(models, slot), slot, sample);
		});
		counts.made += progress.made;
		counts.done += open.length;
		for (const [position, slot] of slots.entries()) slot.caseRun[slot.arm].push(outcomes[position]);
	};
	const keepStored = (sample, slot) => {
		counts.cached++;
		counts.done++;
		return keep(sample, slot, true);
	};
	return {
		take,
		keepStored,
		counts,
		failures,
		close: caller.close
	};
}
function* plannedCalls(slots, models) {
	for (const slot of slots) {
		const { provider, model } = models.get(slot.version);
		const caseId = slot.caseRun.planCase.testCase.id;
		yield {
			prompt: slot.plan.change.path,
			arm: slot.arm,
			caseId,
			trial: slot.trial,
			fingerprint: slot.version.fingerprint,
			provider,
			identity: {
				caseId,
				trial: slot.trial,
				draw: slot.draw
			},
			model,
			request: () => requestOf(models, slot)
		};
	}
}
function providerOf(models, slot) {
	return models.get(slot.version).provider;
}
/** The request of a slot. Where the prompt pins a seed, each trial gets its own, the same in both arms. */
function requestOf(models, slot) {
	const { model } = models.get(slot.version);
	const { request } = buildRequest(slot.version, model, slot.caseRun.planCase[slot.arm]);
	const seed = request.parameters["seed"];
	if (typeof seed !== "number" || slot.trial === 0) return request;
	return {
		...request,
		parameters: {
			...request.parameters,
			seed: seed + slot.trial
		}
	};
}

// src/golden/case-values.ts
/** What a prompt may use: the variables, and `id` and `context` where no variable has that name; never the answer. */
function caseValues({ id, context, vars }) {
	return {
		id,
		...context === null ? {} : { context },
		...vars
	};
}

// src/golden/pair-by-variables.ts
/** Look-ups in all: where every case has variables of its own, pairing would take the square of their number. */
const lookUpLimit = 1e6;
/**
* Pairs cases of which at least one has no written id and that agree in all variables both have, at least one. Only
* where neither agrees with a second one: an ambiguous pair is no pair.
*/
function* pairByVariables(before, after) {
	const agreements = /* @__PURE__ */ new Map();
	const note = (testCase, others) => {
		const partner = others[0];
		if (partner === void 0) return;
		agreements.set(testCase, {
			count: others.length + (agreements.get(testCase)?.count ?? 0),
			partner
		});
	};
	for (const [thens, nows] of agreeing(before, after)) {
		const unnamedThens = thens.filter(({ named }) => !named);
		const unnamedNows = nows.filter(({ named }) => !named);
		for (const now of nows) note(now, now.named ? unnamedThens : thens);
		for (const then of thens) note(then, then.named ? unnamedNows : nows);
	}
	for (const now of after) {
		const agreement = agreements.get(now);
		if (agreement?.count === 1 && agreements.get(agreement.partner)?.count === 1) yield [now, agreement.partner];
	}
}
/** Groups of cases, then and now, that have equal values for all variables that they share. */
function* agreeing(before, after) {
	const thenShapes = [...groupBy(before, shapeOf).values()];
	const nowShapes = [...groupBy(after, shapeOf).values()];
	if (thenShapes.length * after.length + nowShapes.length * before.length > lookUpLimit) return;
	for (const thens of thenShapes) for (const nows of nowShapes) {
		const names = new Set(variableNames(nows[0]));
		const shared = variableNames(thens[0]).filter((name) => names.has(name));
		if (shared.length === 0) continue;
		const valuesOf = ({ vars }) => canonicalJson(shared.map((name) => vars[name] ?? null));
		const thensByValues = groupBy(thens, valuesOf);
		for (const [values, sameNows] of groupBy(nows, valuesOf)) yield [thensByValues.get(values) ?? [], sameNows];
	}
}
function variableNames(testCase) {
	return Object.keys(testCase?.vars ?? {}).sort();
}
function shapeOf(testCase) {
	return JSON.stringify(variableNames(testCase));
}
function groupBy(cases, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const testCase of cases) {
		const key = keyOf(testCase);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [testCase]);
		else group.push(testCase);
	}
	return groups;
}

// src/golden/compare-golden.ts
/**
* Pairs the cases of two revisions: by id; where one has no written id, with the one case that agrees in all variables
* that both have. What stays ambiguous counts as removed and added.
*/
function compareGolden(before, after) {
	const byId = new Map(before.map((testCase) => [testCase.id, testCase]));
	const matched = /* @__PURE__ */ new Map();
	for (const { id } of after) {
		const same = byId.get(id);
		if (same !== void 0) matched.set(id, same);
	}
	const taken = new Set([...matched.values()].map(({ id }) => id));
	const left = before.filter(({ id }) => !taken.has(id));
	const open = after.filter(({ id }) => !matched.has(id));
	for (const [now, then] of pairByVariables(left, open)) {
		matched.set(now.id, then);
		taken.add(then.id);
	}
	return {
		added: after.filter(({ id }) => !matched.has(id)),
		edited: after.filter((testCase) => {
			const then = matched.get(testCase.id);
			return then !== void 0 && caseHash(then) !== caseHash(testCase);
		}),
		removed: before.filter(({ id }) => !taken.has(id)),
		matched
	};
}

// src/golden/missing-variables.ts
/** Every variable of a prompt that a case has no value for, with the place of its use and the place of the case. */
function missingVariables(cases, variables) {
	return tellFirst(findGaps(cases, variables), tellGap);
}
function* findGaps(cases, variables) {
	for (const testCase of cases) {
		const values = caseValues(testCase);
		for (const use of variables) if (!use.optional && !has(values, use.name)) yield {
			testCase,
			use
		};
	}
}
function tellGap({ testCase, use }) {
	const { id, place } = testCase;
	const message = `the case ${quote(id)} has no ${quote(use.name)}, which the prompt uses at ${formatPlace(use.place)}`;
	const near = nearest(use.name, Object.keys(caseValues(testCase)));
	return {
		message,
		place,
		hint: near === null ? "Add it to the case." : `The case has ${quote(near)}.`
	};
}
/** Own properties only: the names come from the prompt, the values from anywhere. */
function has(values, path) {
	let current = values;
	for (const key of path.split(".")) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return false;
		current = current[key];
	}
	return true;
}

// src/pipeline/plan-run.ts
/** Plans every changed prompt. Mistakes are collected, so that all are told at once. */
function planRun(input) {
	const problems = input.goalposts.problems.filter((entry) => entry.prompt === null);
	return {
		plans: input.changes.filter((change) => change.kind !== "unchanged" && change.kind !== "renamed").map((change) => planPrompt(change, input, problems)),
		problems: problems.map((entry) => entry.problem)
	};
}
function planPrompt(change, input, problems) {
	const idle = {
		change,
		baseline: null,
		candidate: null,
		cases: [],
		added: [],
		goldenHash: "",
		scorersHash: "",
		scorersFor: () => [],
		skipped: null
	};
	const candidate = change.candidate;
	if (candidate === null) return {
		...idle,
		advisory: false,
		notes: []
	};
	const judged = chooseGoalposts(change, candidate, input);
	if (judged === null) return {
		...idle,
		advisory: false,
		skipped: "fork",
		notes: ["A fork cannot bring the golden set it is judged by."]
	};
	const { project, prompt } = judged;
	problems.push(...project.problems.filter((entry) => entry.prompt === prompt.version.path));
	const notes = [
		...judged.notes,
		...repairNotes(change, input),
		...inclusionNotes(change),
		...notesOf(prompt)
	];
	const versions = {
		baseline: change.kind === "changed" ? change.baseline?.version ?? null : null,
		candidate: candidate.version
	};
	const added = addedCases(change, candidate, prompt, input.fromBase && project !== input.head);
	const main = change.kind === "judging" ? [] : prompt.golden.cases;
	if (prompt.scorers.length === 0 && main.every((testCase) => testCase.scorers.length === 0)) problems.push({
		prompt: prompt.version.path,
		problem: noScorer(prompt.version)
	});
	const fill = new ValueFiller(change, prompt);
	const cases = main.map((testCase) => fill.values(testCase));
	const extra = added.map((testCase) => fill.values(testCase));
	const missing = [...fill.missing(versions.baseline, cases, "baseline"), ...fill.missing(versions.candidate, [...cases, ...extra], "candidate")];
	problems.push(...missing.map((problem) => ({
		prompt: prompt.version.path,
		problem
	})));
	return {
		change,
		...versions,
		cases,
		goldenHash: prompt.goldenHash,
		scorersHash: prompt.scorersHash,
		added: extra,
		scorersFor: scorersByCase(prompt, project, input.factories, (problem) => problems.push({
			prompt: prompt.version.path,
			problem
		})),
		advisory: judged.advisory,
		skipped: null,
		notes: [...notes, ...fill.notes(input)]
	};
}
/** The same prompt, not judged: a fork's run cannot call the model. */
function skipPlan(plan, problems) {
	if (plan.candidate === null) return plan;
	const note = `Not judged: the pull request comes from a fork, and ${problems.map(({ message }) => message).join("; ")}.`;
	return {
		...plan,
		baseline: null,
		candidate: null,
		cases: [],
		added: [],
		skipped: "no-key",
		notes: [...plan.notes, note]
	};
}
/** Who judges: the goalposts' own entry for this prompt; where they have none, the head's, which then never fails. */
function chooseGoalposts(change, candidate, input) {
	if (!input.fromBase) return {
		project: input.head,
		prompt: candidate,
		advisory: false,
		notes: []
	};
	const paths = [
		change.previousPath,
		change.baseline?.version.path ?? null,
		change.path
	];
	const prompt = findPrompt(input.goalposts, paths, candidate.version);
	const usable = prompt !== null && prompt.golden.cases.length > 0 && hasScorer(prompt);
	if (input.goalposts.config.path !== null && usable) return {
		project: input.goalposts,
		prompt,
		advisory: false,
		notes: []
	};
	if (usable && input.fork) return {
		project: input.goalposts,
		prompt,
		advisory: false,
		notes: []
	};
	if (input.fork) return null;
	const what = input.goalposts.config.path === null ? "no valid assay.yml" : "no golden set for this prompt";
	return {
		project: input.head,
		prompt: candidate,
		advisory: true,
		notes: [`First run: the base has ${what}, so this one is judged by its own and cannot fail; it starts to hold once merged.`]
	};
}
function hasScorer(prompt) {
	return prompt.scorers.length > 0 || prompt.golden.cases.some((testCase) => testCase.scorers.length > 0);
}
/** Cases run in a row of their own: those new or edited at the head, where they are not part of the comparison. */
function addedCases(change, candidate, judged, otherGoalposts) {
	const before = otherGoalposts ? judged.golden : change.kind === "judging" ? change.baseline?.golden : void 0;
	if (before === void 0) return [];
	const { added, edited } = compareGolden(before.cases, candidate.golden.cases);
	return [...added, ...edited];
}
/** Gives each arm the values of a case; what the judging case lacks comes from the arm's own matching case. */
var ValueFiller = class {
	own;
	filled = {
		baseline: /* @__PURE__ */ new Set(),
		candidate: /* @__PURE__ */ new Set()
	};
	constructor(change, judged) {
		const matched = (own) => own === null || own === judged ? /* @__PURE__ */ new Map() : compareGolden(own.golden.cases, judged.golden.cases).matched;
		this.own = {
			baseline: matched(change.baseline),
			candidate: matched(change.candidate)
		};
	}
	values(testCase) {
		return {
			testCase,
			baseline: this.valuesOf(testCase, "baseline"),
			candidate: this.valuesOf(testCase, "candidate")
		};
	}
	valuesOf(testCase, arm) {
		const values = caseValues(testCase);
		const own = this.own[arm].get(testCase.id);
		if (own === void 0) return values;
		const lacking = Object.entries(own.vars).filter(([name]) => !Object.hasOwn(values, name));
		for (const [name] of lacking) this.filled[arm].add(name);
		return {
			...Object.fromEntries(lacking),
			...values
		};
	}
	missing(version, cases, arm) {
		if (version === null) return [];
		return missingVariables(cases.map((entry) => ({
			...entry.testCase,
			vars: entry[arm]
		})), version.variables);
	}
	notes(input) {
		const tell = (arm, revision) => {
			const names = [...this.filled[arm]].sort();
			return names.length === 0 ? [] : [`The ${arm}'s values of ${names.join(", ")} come from the golden set at ${revision}: the judging set lacks them.`];
		};
		return [...tell("baseline", input.baseline?.tree.label ?? "the base"), ...tell("candidate", input.head.tree.label)];
	}
};
/** Makes every scorer once: those of the prompt, and those of single cases. Mistakes in their files are told like all others. */
function scorersByCase(prompt, project, factories, tell) {
	const context = {
		files: project.scorerFiles,
		render: renderTemplate
	};
	const make = (spec) => {
		if (checkScorer(spec, factories).length > 0) return [];
		if (filesOf(spec, factories).some((name) => !project.scorerFiles.has(name))) return [];
		try {
			return [createScorer(spec, context, factories)];
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			for (const problem of error.problems) tell(problem);
			return [];
		}
	};
	const common = prompt.scorers.flatMap(make);
	const own = new Map(prompt.golden.cases.filter((testCase) => testCase.scorers.length > 0).map((testCase) => [testCase, [...common, ...testCase.scorers.flatMap(make)]]));
	return (testCase) => own.get(testCase) ?? common;
}
/** Why a repaired prompt is judged alone. */
function repairNotes(change, input) {
	const [first] = change.broken?.problems ?? [];
	if (first === void 0) return [];
	return [`The file does not parse at ${input.baseline?.tree.label ?? "the base"} (${problemText(first)}), so the candidate is judged alone.`];
}
function notesOf(prompt) {
	return prompt.version.notRun.map((entry) => `The evaluator ${entry.name} was not run: it ${entry.reason}.`);
}
function noScorer(version) {
	return {
		message: version.notRun.length > 0 ? `nothing judges the prompt ${version.name} yet: its evaluators need a model as judge` : `nothing judges the prompt ${version.name}: there is no scorer`,
		hint: "Add one to assay.yml, for example: scorers: [{ contains: { value: \"{{expected}}\" } }].",
		place: {
			path: version.path,
			line: 1
		}
	};
}

// src/pipeline/confirm-regression.ts
/** Looks of a confirmation. */
const looks = 20;
/**
* Confirms a regression against stored answers on fresh ones of both arms, for exactly the cases seen, so that a provider
* that drifted blocks nobody (`docs/statistics.md`). The fresh answers alone decide: the regression stands, or the prompt
* is inconclusive. Passing is not awarded here, since that error has been spent already.
* Returns the drafts that take the place of the prompt's.
*/
async function confirmRegression(run, executor, gate, drafts) {
	const metrics = metricsOf(run.plan);
	const suspects = run.comparisons.filter((each) => each.gated && each.verdict === "regression");
	const others = [...drafts].flatMap(([other, own]) => other === run ? [] : own);
	const { fresh, slots } = freshSlots(run);
	executor.counts.planned += slots.length;
	const shares = [];
	let taken = 0;
	for (const end of planLooks(slots.length, { parts: looks })) {
		await executor.take(slots.slice(taken, end));
		taken = end;
		shares.push(end / slots.length);
		const seen = fresh.filter((entry) => entry.baseline.length > 0 && entry.candidate.length > 0);
		const look = createLook(shares, seen.length / fresh.length, end === slots.length);
		const { seed, passAlpha, copies } = run;
		const own = draftComparisons(metrics, seen, {
			gate,
			seed,
			look,
			passAlpha,
			copies,
			provisional: false
		});
		const decided = decideLook([...own, ...others], { gate }).slice(0, own.length);
		const now = decided.filter((each) => suspects.some((suspect) => isSame(each, suspect)));
		const confirmed = now.some((each) => each.verdict === "regression");
		if (!confirmed && !now.every(isSettled) && end < slots.length) continue;
		run.confirmation = confirmed ? "confirmed" : "not-confirmed";
		run.comparisons = decided.map((each) => confirmed ? each : withoutPass(each));
		run.fresh = fresh;
		return own;
	}
	return drafts.get(run) ?? [];
}
/** Fresh draws of both arms: every case once, then every case again, baseline and candidate side by side. */
function freshSlots(run) {
	const seen = run.order.slice(0, run.looks[run.look - 1]);
	const fresh = /* @__PURE__ */ new Map();
	for (const position of seen) {
		const { planCase } = run.cases[position];
		fresh.set(position, {
			planCase,
			baseline: [],
			candidate: []
		});
	}
	const slots = [];
	const behind = Math.max(run.trials.baseline, run.trials.candidate);
	for (let trial = 0; trial < (run.copies ? 1 : 2); trial++) for (const position of seen) for (const arm of ["baseline", "candidate"]) {
		const version = run.plan[arm];
		if (version === null) continue;
		const slot = slotOf(run, position, version, arm, behind + trial, "confirm:1");
		slots.push({
			...slot,
			caseRun: fresh.get(position)
		});
	}
	return {
		fresh: [...fresh.values()],
		slots
	};
}
function isSame(left, right) {
	return left.metric === right.metric && left.slice === right.slice;
}
/** What a confirmation cannot say. */
function withoutPass(comparison) {
	const { gated, verdict } = comparison;
	if (!gated || verdict === "error" || verdict === "inconclusive") return comparison;
	return {
		...comparison,
		verdict: "inconclusive",
		reason: "not-confirmed"
	};
}

// src/pipeline/run-looks.ts
/**
* The loop of looks: the next part of every undecided prompt is run, scored, compared and decided, until all prompts are
* settled. `standIn` puts stored answers of any age in the place of a baseline whose model is gone, and says whether
* there were any. A regression against stored answers is confirmed on fresh ones. Nothing else knows that there is a loop.
*/
async function runLooks(runs, executor, gate, standIn) {
	const drafts = /* @__PURE__ */ new Map();
	for (;;) {
		const open = runs.filter((run) => !run.settled);
		if (open.length === 0) return;
		await executor.take(open.flatMap(nextSlots));
		for (const run of open) {
			run.look++;
			if (run.gone === null && baselineIsGone(run)) run.gone = await standIn(run) ? "stored" : "alone";
			if (run.look === 1) run.copies = repeatsAreCopies(seenCases(run));
			drafts.set(run, isAlone(run) ? [] : draftRun(run, gate));
		}
		decideRuns(drafts, open, gate);
		for (const run of open) {
			const regressed = run.comparisons.some((each) => each.gated && each.verdict === "regression");
			const doubtful = run.stored !== null && run.gone === null;
			if (regressed && doubtful) drafts.set(run, await confirmRegression(run, executor, gate, drafts));
			run.settled = regressed || run.look === run.looks.length || isPromptSettled(run.comparisons);
		}
	}
}
/** Whether the provider no longer has the baseline's model, while the candidate's answers. */
function baselineIsGone({ cases }) {
	const isMissing = (arm) => cases.some((entry) => entry[arm].some(({ failure }) => failure?.kind === "missing-model"));
	return isMissing("baseline") && !isMissing("candidate");
}
/** All comparisons of a prompt at the look it stands at. */
function draftRun(run, gate) {
	const last = run.look === run.looks.length;
	const shares = run.looks.slice(0, run.look).map((seen) => seen / run.cases.length);
	const look = createLook(shares, shares.at(-1) ?? 1, last);
	const { seed, passAlpha, copies } = run;
	return draftComparisons(metricsOf(run.plan), seenCases(run), {
		gate,
		seed,
		look,
		passAlpha,
		copies,
		provisional: run.stored !== null && run.gone === null
	});
}
/** Decides the open prompts; what settled ones rejected counts in the correction of the others. */
function decideRuns(drafts, open, gate) {
	const all = [...drafts.values()].flat();
	const decided = decideLook(all, { gate });
	let next = 0;
	for (const [run, own] of drafts) {
		if (open.includes(run)) run.comparisons = decided.slice(next, next + own.length);
		next += own.length;
	}
}

// src/gate/attempts.ts
/** What says something about the version; a run that failed or was skipped is no try. */
const judged = /* @__PURE__ */ new Set([
	"regression",
	"below-threshold",
	"inconclusive",
	"no-regression",
	"above-threshold",
	"improvement"
]);
/**
* Against retrying until it passes: the k-th version judged after a regression passes at alpha/2^k, so that all tries
* together pass a drop of the margin with at most alpha. What blocks is not made harder to show.
*
* @param fingerprint the candidate's
* @param history of this pull request, oldest first; null: unknown
*/
function judgeAttempts(alpha, fingerprint, history) {
	if (history === null) return {
		passAlpha: alpha,
		earlier: null,
		sinceRegression: 0
	};
	const before = history.findIndex((attempt) => attempt.fingerprint === fingerprint);
	const seen = /* @__PURE__ */ new Set();
	const earlier = [];
	for (const attempt of before === -1 ? history : history.slice(0, before)) {
		if (!judged.has(attempt.verdict) || seen.has(attempt.fingerprint)) continue;
		seen.add(attempt.fingerprint);
		earlier.push(attempt);
	}
	const regressed = earlier.findIndex((attempt) => attempt.verdict === "regression");
	const sinceRegression = regressed === -1 ? 0 : earlier.length - regressed;
	return {
		passAlpha: alpha / 2 ** sinceRegression,
		earlier,
		sinceRegression
	};
}

// src/pipeline/stored-baseline.ts
/** More stored answers of a case than this are not used. */
const mostTrials = 10;
/**
* Finds the baseline's stored answers. Null where less than half of the cases have any: then both arms are run.
* `maxAgeMs` null: at any age, because the model is gone and there will be no others.
*/
function findStoredBaseline(run, { store, clock }, settings) {
	const version = run.plan.baseline;
	if (version === null) return null;
	const now = clock();
	const since = settings.maxAgeMs === null ? null : new Date(now.getTime() - settings.maxAgeMs);
	const most = settings.baseline.trials === "auto" ? mostTrials : settings.baseline.trials;
	const trials = /* @__PURE__ */ new Map();
	for (const [position, entry] of run.cases.entries()) {
		const found = store.baselines.find({
			fingerprint: version.fingerprint,
			caseHash: caseHash$1(entry),
			since
		});
		if (found.length > 0) trials.set(position, found.slice(0, most));
	}
	if (trials.size === 0 || 2 * trials.size < run.cases.length) return null;
	const ages = findAges([...trials.values()].flat());
	return {
		trials,
		fewest: [...trials.values()].reduce((least, each) => Math.min(least, each.length), mostTrials),
		ageMs: ages === null ? 0 : Math.max(0, now.getTime() - ages.oldest.getTime())
	};
}
/** Puts the stored answers in the place of the baseline's samples, scored by the scorers of today. */
async function useStoredBaseline(run, stored, executor) {
	const version = run.plan.baseline;
	if (version === null) return;
	for (const [position, trials] of stored.trials) {
		const entry = run.cases[position];
		if (entry === void 0) continue;
		entry.baseline.length = 0;
		for (const [number, trial] of trials.slice(0, run.trials.baseline).entries()) {
			const slot = slotOf(run, position, version, "baseline", number, "compare");
			const sample = {
				...baselineSample(run.plan, trial),
				caseId: trial.case,
				trial: number
			};
			entry.baseline.push(await executor.keepStored(sample, slot));
		}
	}
	run.stored = { ageMs: stored.ageMs };
}
/** The pass rate of the stored answers by the scorers of today, for planning; null where nothing scores them. */
async function storedPassRate({ plan, cases }, { trials }) {
	let total = 0;
	let count = 0;
	for (const [position, [first]] of trials) {
		const planCase = cases[position]?.planCase;
		if (planCase === void 0 || first === void 0) continue;
		const scorers = plan.scorersFor(planCase.testCase).filter(({ metric }) => metric.gatesByDefault);
		const sample = {
			...baselineSample(plan, first),
			caseId: planCase.testCase.id,
			trial: 0
		};
		const { scores } = await toOutcome(sample, planCase.testCase, scorers.slice(0, 1), {
			index: 0,
			cached: true
		});
		const score = scores.get(scorers[0]?.metric.name ?? "");
		if (typeof score !== "number") continue;
		total += score;
		count++;
	}
	return count === 0 ? null : Math.min(1, total / count);
}
function baselineSample({ change, baseline }, { latencyMs, reply }) {
	return {
		prompt: change.path,
		arm: "baseline",
		fingerprint: baseline?.fingerprint ?? "",
		attempts: 0,
		status: "completed",
		reply,
		latencyMs
	};
}

// src/pipeline/stored-verdicts.ts
/** A report above this size is not kept: judging again from stored answers costs no call. */
const largestReport = 9e5;
/** Where the versions of one prompt are tried: its pull request or branch. */
function attemptScope(scope, plan) {
	return `${scope}#${plan.change.path}`;
}
/** The versions of a prompt judged before in this scope, oldest first; null where there is no store. */
function findAttempts(scope, plan, store) {
	if (store === null) return null;
	return store.store.verdicts.history(attemptScope(scope, plan)).flatMap(({ verdict, summary }) => {
		const fingerprint = isObject(summary) ? summary["candidate"] : void 0;
		return typeof fingerprint === "string" ? [{
			fingerprint,
			verdict
		}] : [];
	});
}
/**
* What the verdict of a run rests on: goalposts, both fingerprints and the golden set of every prompt, and our major
* version. A merge group or a rebase leaves all of it as it was, and gets the verdict again without another draw.
*/
function runKey(plans, config) {
	const { gate, run, baseline, providers } = config;
	const over = (value) => canonicalHash(plans.map(value));
	return verdictKey({
		goalposts: canonicalHash({
			gate,
			scorers: plans.map((plan) => plan.scorersHash),
			providers: Object.entries(providers).map(([name, { type, baseUrl }]) => [
				name,
				type,
				baseUrl
			]),
			advisory: plans.map((plan) => plan.advisory)
		}),
		baseline: over((plan) => plan.baseline?.fingerprint ?? null),
		candidate: over((plan) => [plan.change.path, plan.candidate?.fingerprint ?? null]),
		goldenHash: over((plan) => [plan.goldenHash, plan.added.map(({ testCase }) => testCase.id)]),
		trials: {
			trials: run.trials,
			maxTrials: run.maxTrials,
			baseline: baseline.trials
		},
		major: Number(version.split(".")[0])
	});
}
/** The verdict given before on the very same things. What could not be judged is no verdict. */
function findVerdict(key, store) {
	const found = store.store.verdicts.find(key);
	if (found === null || !isObject(found.summary)) return null;
	return {
		report: found.summary,
		at: found.at
	};
}
/** Keeps the verdict of the run, and of each prompt the version that was tried. */
function keepVerdict(key, report, runs, scope, { store, clock }) {
	const at = clock().toISOString();
	for (const [index, { plan }] of runs.entries()) {
		const prompt = report.prompts[index];
		if (plan.candidate === null || prompt === void 0) continue;
		const candidate = plan.candidate.fingerprint;
		const identity = canonicalHash({
			key,
			path: plan.change.path
		});
		const own = {
			scope: attemptScope(scope, plan),
			verdict: prompt.verdict,
			comparisons: [],
			at
		};
		store.verdicts.append({
			key: identity,
			...own,
			summary: { candidate }
		});
	}
	if (report.verdict === "error" || report.verdict === "skipped") return;
	const summary = report;
	if (JSON.stringify(summary).length > largestReport) return;
	store.verdicts.append({
		key,
		scope,
		verdict: report.verdict,
		comparisons: [],
		summary,
		at
	});
}

// src/pipeline/start-runs.ts
/** Sets every prompt up: how often each case is run, in which order, at which level it passes, and where its texts go. */
async function startRuns(plans, settings) {
	const started = [];
	let offset = 0;
	for (const plan of plans) {
		const next = await startRun(plan, settings, offset);
		started.push(next);
		offset += logSpan(next.run);
	}
	return started;
}
async function startRun(plan, settings, offset) {
	const { config, store, scope } = settings;
	const { gate, baseline } = config;
	const seed = settings.seed ?? `${plan.baseline?.fingerprint}:${plan.candidate?.fingerprint}:${plan.goldenHash}`;
	const fingerprint = plan.candidate?.fingerprint ?? "";
	const attempts = judgeAttempts(gate.alpha, fingerprint, findAttempts(scope, plan, store));
	const cases = plan.cases.map((planCase) => ({
		planCase,
		baseline: [],
		candidate: []
	}));
	const stored = store && findStoredBaseline({
		plan,
		cases
	}, store, {
		baseline,
		maxAgeMs: baseline.maxAgeMs
	});
	const planned = stored && {
		trials: stored.fewest,
		passRate: await storedPassRate({
			plan,
			cases
		}, stored)
	};
	const trials = plan.baseline === null ? trialsAlone(config.run) : planTrials(plan.cases.length, config, planned);
	return {
		run: startPrompt(plan, gate, {
			trials,
			seed,
			passAlpha: attempts.passAlpha,
			offset
		}),
		stored,
		attempts
	};
}

// src/pipeline/judge-plans.ts
/** The provider that needs no entry in assay.yml: its key signs the store, too. */
const builtInProvider = {
	type: "openai",
	baseUrl: null,
	file: null,
	place: { path: "assay.yml" }
};
/** From plans to the report: every mistake first, then the calls, then the verdicts. */
async function judgePlans(input) {
	const begun = performance.now();
	const { goalposts, options } = input;
	let { plans } = input;
	const connection = await connectProviders(plans, goalposts, input.root, options);
	if (options.fork === true && input.problems.length === 0 && connection.problems.length > 0) plans = plans.map((plan) => skipPlan(plan, connection.problems));
	else throwProblems([...input.problems, ...connection.problems]);
	const warnings = [...input.warnings];
	const providers = [...Object.values(goalposts.config.providers), builtInProvider];
	const store = input.command === "compare" && plans.some((plan) => plan.candidate !== null) ? openRunStore(input.root, providers, options, (warning) => warnings.push(warning)) : null;
	const config = withTrials(goalposts.config, options.trials);
	const key = runKey(plans, config);
	const given = store && findVerdict(key, store);
	if (given) {
		store.store.close();
		return again(given.report, given.at, {
			...input,
			warnings
		});
	}
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
	const log = openSampleLog(join(folder, "samples.jsonl"));
	const executor = createExecutor(connection.models, config.run, log, store?.journal ?? null, options);
	try {
		const started = await startRuns(plans, {
			config,
			seed: options.seed,
			store,
			scope: input.scope
		});
		const runs = started.map(({ run }) => run);
		executor.counts.planned = runs.reduce((sum, each) => sum + plannedSamples(each), 0);
		for (const { run, stored } of started) if (stored !== null) await useStoredBaseline(run, stored, executor);
		await runLooks(runs, executor, config.gate, (run) => standIn(run, goalposts, executor, store));
		const samples = options.samplesFile === void 0 ? null : {
			path: basename(options.samplesFile),
			sha256: log.writeInOrder(options.samplesFile)
		};
		if (store !== null) warnings.push(...storeWarnings(store));
		const report = buildReport({
			command: input.command,
			baseline: input.baseline,
			head: input.head,
			goalposts: input.goalpostsSource,
			gate: config.gate,
			started,
			executor,
			log,
			samples,
			warnings,
			durationMs: Math.round(performance.now() - begun)
		});
		if (store !== null) keep(report, key, runs, input.scope, store);
		return report;
	} finally {
		executor.close();
		store?.store.close();
		log.close();
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** The settings with as many trials as the caller wants; unset: their own. */
function withTrials(config, trials) {
	return trials === void 0 ? config : {
		...config,
		run: {
			...config.run,
			trials
		}
	};
}
/** A baseline whose model is gone: its stored answers stand in at any age. */
async function standIn(run, { config }, executor, store) {
	const stored = store && findStoredBaseline(run, store, {
		baseline: config.baseline,
		maxAgeMs: null
	});
	if (stored === null) return false;
	await useStoredBaseline(run, stored, executor);
	return true;
}
/** Keeps the verdict; a baseline that fresh answers did not bear out is replaced by them. */
function keep(report, key, runs, scope, store) {
	for (const { plan, confirmation } of runs) {
		const fingerprint = plan.baseline?.fingerprint ?? "";
		if (confirmation === "not-confirmed") store.store.baselines.replace(fingerprint, store.confirmed.get(fingerprint) ?? []);
	}
	keepVerdict(key, report, runs, scope, store);
}
/** The verdict given before, for the revisions at hand: nothing is drawn again, and nothing was called. */
function again(report, at, { baseline, head, warnings }) {
	const told = `This verdict was given on ${at.slice(0, 16).replace("T", " at ")} UTC for the same prompts, golden sets and gate; nothing was called again.`;
	const { planned } = report.calls;
	return {
		...report,
		...namesOf(baseline, head),
		calls: {
			planned,
			made: 0,
			cached: planned,
			saved: 0,
			failed: 0
		},
		failures: [],
		durationMs: 0,
		warnings: [told, ...warnings],
		samples: null
	};
}

export { planRun as a, connectProviders as c, reportPrompt as d, judgeVersion as f, runLooks as i, findModel as l, withTrials as n, missingVariables as o, openSampleLog as p, startRuns as r, createExecutor as s, judgePlans as t, countFailures as u };