import { r as __toESM } from "./rolldown-runtime.js";
import { a as formatPlace, d as needsConfirmation, f as noPrice, h as throwProblems, m as quote, n as UserError, u as nearest } from "./errors.js";
import { i as promptVerdict, n as judgeAlone, r as combineOutcomes, t as draftSlices } from "./slices.js";
import { a as compareMetric, d as isValue, h as createRandom, i as caseMove, m as planLooks, n as decideLook, o as isGated, p as createLook } from "./decide.js";
import { C as createScorer, D as operationalScores, E as operationalMetrics, O as changedParts, S as checkScorer, T as unscored, _ as providerTypes, b as recordingProvider, d as findPrompt, h as caseHash, i as problemText, m as tellFirst, o as pLimit, v as resolveModel, w as filesOf, x as require_semver } from "./repository.js";
import { n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { n as versionReference, t as inclusionNotes } from "./inclusion-notes.js";
import { o as renderTemplate, t as buildRequest } from "./prompt-version.js";
import { a as createTokenEstimate, i as totalCost, n as estimatePrompt, t as addEstimates } from "./estimate-run.js";
import { a as isPromptSettled, o as isSettled, r as trialsAlone, t as planTrials } from "./plan-trials.js";
import { a as storeWarnings, i as openRunStore, l as findAges, n as caseHash$1, s as verdictKey, t as cacheOf } from "./run-store.js";
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

// src/run/not-made.ts
/** A call that was not made, and why: no fault of the provider's. */
function notMade(stopped) {
	const interrupted = stopped === "interrupted";
	return {
		kind: interrupted ? "aborted" : "budget",
		message: interrupted ? "stopped before the call was made" : `not called: ${stopped} is used up`,
		httpStatus: null,
		retryable: false,
		retryAfterMs: null
	};
}
const cutShort = ["budget", "aborted"];
/** Whether a run that was cut short is all that the call failed of. */
function isCutShort(failure) {
	return failure !== null && cutShort.includes(failure.kind);
}
const unclear = [
	"timeout",
	"connection",
	"malformed",
	"aborted"
];
/** Whether a call that failed may be on the bill all the same: the model may have answered, and the answer was lost. */
function mayBeBilled({ kind }) {
	return unclear.includes(kind);
}

// src/pipeline/cut-short.ts
/** Whether all samples of a case that were begun have come to an end: a pair of which a part was never asked is none. */
function isComplete({ baseline, candidate }) {
	return [...baseline, ...candidate].every(({ failure }) => !isCutShort(failure));
}
/** Whether the run was cut short before all of the samples that this prompt was to take by now. */
function isCut({ cases, added, fresh }) {
	return ![
		...cases,
		...added,
		...fresh ?? []
	].every(isComplete);
}
/** Why a prompt has no verdict, where its run was cut short. */
function reasonOf(stopped) {
	return stopped === "interrupted" ? "interrupted" : "budget";
}
/** What a run that was cut short says: a regression stands, all else stays open, or could not be judged where somebody stopped it. */
function closeCut(comparison, stopped) {
	const { gated, verdict } = comparison;
	if (!gated || verdict === "regression" || verdict === "error") return comparison;
	return {
		...comparison,
		verdict: stopped === "interrupted" ? "error" : "inconclusive",
		reason: reasonOf(stopped)
	};
}
/** The sentence about what was left out. */
function cutNote(stopped, cases, of) {
	return `Cut short, ${stopped === "interrupted" ? "the run was interrupted" : `${stopped} is used up`}: ${cases} of ${of} cases were compared, ${of - cases} are left out.`;
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
		cut: null,
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
	if (seen === run.cases.length) return run.cut === null ? run.cases : run.cases.filter(isComplete);
	const cases = run.order.slice(0, seen).toSorted((left, right) => left - right).map((position) => run.cases[position]);
	return run.cut === null ? cases : cases.filter(isComplete);
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
	const alone = plan.candidate !== null && isAlone(run) && plan.cases.length > 0;
	const judged = alone ? judgeCases(metrics, cases, gate) : run.comparisons;
	const { cut } = run;
	const comparisons = alone && cut !== null ? judged.map((each) => withoutVerdict(each, cut)) : judged;
	const added = run.added.filter(isComplete);
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
		added: added.length === 0 ? null : {
			cases: added.length,
			comparisons: judgeCases(metrics, added, gate)
		},
		cost: context.executor.costOf(plan),
		cases: reportCases(metrics, [...cases, ...added], gate, context.log),
		goldenSize: plan.cases.length + plan.added.length,
		notes: [
			...plan.notes,
			...cut === null ? [] : [cutNote(cut, cases.length, run.cases.length)],
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
function withoutVerdict(comparison, cut) {
	return {
		...comparison,
		verdict: "error",
		reason: reasonOf(cut)
	};
}
function judgeCases(metrics, cases, gate) {
	return metrics.map((metric) => judgeAlone(metric, scoresOf(cases, metric), gate));
}
function verdictOf({ plan, cut }, comparisons, cases) {
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
	if (cut !== null && comparisons.length === 0) return {
		verdict: "error",
		reason: reasonOf(cut)
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
	if (run.cut !== null) return null;
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
		executor,
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
			saved: counts.planned - counts.done - counts.leftOut,
			failed: failures.length
		},
		failures: countFailures(failures),
		cost: executor.cost(),
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

// src/run/prices.ts
/** What answers on this machine, or without a key, costs nothing. */
const free = { costOf: () => 0 };
const million = 1e6;
/** A price as assay.yml states it. */
function writtenPrice({ input, output, cachedInput, cacheWrite }) {
	return withCounts(({ plain, cached, written, answered }) => {
		return (plain * input + cached * (cachedInput ?? input) + written * (cacheWrite ?? input) + answered * output) / million;
	});
}
/** The price list's entry, as it holds at that time; null where it has none. Throws nothing for what it is asked. */
async function listedPrice(model, at, time) {
	const { calcPrice } = await import("./dist.js");
	const options = "name" in at ? { providerId: at.name } : { providerApiUrl: at.address };
	const find = (usage, entry) => {
		try {
			return calcPrice(usage, model, {
				...entry ?? options,
				timestamp: time
			});
		} catch {
			return null;
		}
	};
	const found = find({
		input_tokens: 1,
		output_tokens: 1
	});
	if (found === null) return null;
	const entry = { provider: {
		...found.provider,
		models: [found.model]
	} };
	return withCounts(({ plain, cached, written, answered }) => {
		const usage = {
			input_tokens: plain + cached + written,
			cache_read_tokens: cached,
			cache_write_tokens: written,
			output_tokens: answered
		};
		return find(usage, entry)?.total_price ?? null;
	});
}
/** Of the input, what is cached is part; providers round, so parts are kept within the whole. */
function withCounts(sum) {
	return { costOf({ input, output, cachedInput, cacheWrite }) {
		if (input === null || output === null) return null;
		const cached = Math.min(input, cachedInput ?? 0);
		const written = Math.min(input - cached, cacheWrite ?? 0);
		return sum({
			plain: input - cached - written,
			cached,
			written,
			answered: output
		});
	} };
}

// src/pipeline/price-book.ts
function openPriceBook({ config, environment, now }) {
	const { prices, priceAs } = config;
	const written = (model) => {
		const price = Object.hasOwn(prices, model) ? prices[model] : void 0;
		return price === void 0 ? null : writtenPrice(price);
	};
	return { async priceOf(model, { name, config: provider }) {
		const own = written(model);
		if (own !== null) return own;
		const other = Object.hasOwn(priceAs, model) ? priceAs[model] : void 0;
		if (other !== void 0) return written(other) ?? await priceOfListed(other, now);
		if (isFree(provider, environment)) return free;
		const address = addressOf(provider, environment);
		return listedPrice(withoutPublisher(model), address === null ? { name } : { address }, now);
	} };
}
/** A model with its publisher as its name begins, and OpenAI's where it has none. */
async function priceOfListed(model, now) {
	const slash = model.indexOf("/");
	const at = { name: slash < 0 ? "openai" : model.slice(0, slash) };
	return listedPrice(withoutPublisher(model), at, now);
}
function withoutPublisher(model) {
	return model.slice(model.indexOf("/") + 1);
}
/** What needs no key is paid for by nobody, and neither is what runs on this machine. */
function isFree(provider, environment) {
	if (["replay", "simulated"].includes(provider.type) || provider.keyEnv === null) return true;
	const address = addressOf(provider, environment);
	return address !== null && isLoopback(address);
}
function addressOf({ baseUrl, type }, environment) {
	return baseUrl ?? (type === "openai" ? environment["OPENAI_BASE_URL"]?.trim() || null : null);
}
function isLoopback(address) {
	if (!URL.canParse(address)) return false;
	return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
}
/** Prices by provider and model, for the calls of a run. */
function createFindPrice(prices) {
	return (provider, model) => prices.get(priceKey(provider, model)) ?? null;
}
function priceKey(provider, model) {
	return JSON.stringify([provider, model]);
}

// src/pipeline/connect-providers.ts
/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree = ["replay", "simulated"];
/** Finds the provider of every version that runs; names, keys and files are checked before any call is made. */
async function connectProviders(plans, goalposts, root, options) {
	const problems = /* @__PURE__ */ new Map();
	const providers = /* @__PURE__ */ new Map();
	const models = /* @__PURE__ */ new Map();
	const prices = /* @__PURE__ */ new Map();
	const now = (options.now ?? (() => /* @__PURE__ */ new Date()))();
	const book = openPriceBook({
		config: goalposts.config,
		environment: options.environment,
		now
	});
	for (const version of plans.flatMap((plan) => [plan.baseline, plan.candidate])) {
		if (version === null) continue;
		const found = findModel(version, goalposts, options);
		if ("problem" in found) {
			problems.set(found.problem.message, found.problem);
			continue;
		}
		const { name, config, model, listed } = found;
		if (!providers.has(name)) {
			const connected = await connect(name, config.file === null ? config : {
				...config,
				file: resolve(root, config.file)
			}, goalposts, options);
			for (const problem of connected.problems) problems.set(problem.message, problem);
			providers.set(name, connected.provider);
		}
		const provider = providers.get(name);
		const written = version.configuration.model ?? "";
		const price = await book.priceOf(written, listed);
		prices.set(priceKey(name, model), options.replay === void 0 ? price : free);
		if (provider) models.set(version, {
			provider,
			model,
			price
		});
		const problem = options.replay === void 0 && price === null ? unpriced(written, goalposts, options) : null;
		if (problem !== null) problems.set(problem.message, problem);
	}
	for (const written of askedModels(plans)) {
		const found = resolveModel(written, {
			...goalposts.config.providers,
			...options.providers
		});
		if ("problem" in found) continue;
		const price = await book.priceOf(written, {
			name: found.provider,
			config: found.config
		});
		prices.set(priceKey(found.provider, found.model), price);
		const problem = price === null ? unpriced(written, goalposts, options) : null;
		if (problem !== null) problems.set(problem.message, problem);
	}
	return {
		models,
		priceOf: createFindPrice(prices),
		problems: [...problems.values()]
	};
}
/** A model whose price nobody knows cannot be kept within a budget. */
function unpriced(model, { config }, options) {
	const limit = options.maxCost ?? config.run.maxCost;
	return limit === null ? null : noPrice(model, limit);
}
/** The models that scorers ask. */
function askedModels(plans) {
	const scorers = new Set(plans.flatMap((plan) => [...plan.cases, ...plan.added].flatMap(({ testCase }) => plan.scorersFor(testCase))));
	return new Set([...scorers].flatMap(({ asks = [] }) => asks.map(({ model }) => model)));
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
		model: found.model,
		listed: {
			name,
			config
		}
	};
	return {
		name,
		config,
		model: found.model,
		listed: {
			name,
			config
		}
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

// src/run/budget.ts
/** Of US dollars: sums of many small costs are not exact. */
const slack = 1e-9;
/** `onExhausted` is told once, as soon as a limit is met. */
function createBudget(limits, clock, onExhausted) {
	const { maxCost, maxCalls, maxDurationMs } = limits;
	const closing = new AbortController();
	const waiting = [];
	let calls = 0;
	let spent = 0;
	let reserved = 0;
	let underWay = 0;
	let met = null;
	const exhaust = (limit) => {
		if (met !== null) return;
		met = limit;
		for (const { admit } of waiting.splice(0)) admit(null);
		onExhausted(limit);
	};
	const begin = (cost) => {
		calls++;
		reserved += cost;
		underWay++;
		return { settle(actual) {
			underWay--;
			reserved -= cost;
			spent += actual ?? cost;
			admitWaiting();
		} };
	};
	const fits = (cost) => maxCost === null || spent + reserved + cost <= maxCost + slack;
	const admitWaiting = () => {
		for (let next = waiting[0]; next !== void 0; next = waiting[0]) {
			const noCall = maxCalls !== null && calls >= maxCalls;
			if (noCall || !fits(next.cost) && underWay === 0) exhaust(noCall ? "maxCalls" : "maxCost");
			if (met !== null || !fits(next.cost)) return;
			waiting.shift();
			next.admit(begin(next.cost));
		}
	};
	if (maxDurationMs !== null) clock.sleep(maxDurationMs, closing.signal).then(() => {
		if (!closing.signal.aborted) exhaust("maxDuration");
	});
	return {
		reserve: (cost) => new Promise((admit) => {
			if (met !== null) return admit(null);
			waiting.push({
				cost,
				admit
			});
			admitWaiting();
		}),
		exhausted: () => met,
		close: () => closing.abort()
	};
}

// src/run/clock.ts
/** The machine's own time. */
const systemClock = {
	now: () => performance.now(),
	sleep: (ms, signal) => new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const finish = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", finish);
			resolve();
		};
		const timer = setTimeout(finish, ms);
		signal?.addEventListener("abort", finish, { once: true });
	})
};

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

// src/run/admitted.ts
const slotMs = 50;
const slots = 20;
function countAdmitted() {
	const counts = new Array(slots).fill(0);
	/** Which stretch of time each slot counts. */
	const stretches = new Array(slots).fill(-1);
	let first = null;
	const add = (time, count) => {
		const stretch = Math.floor(time / slotMs);
		const slot = (stretch % slots + slots) % slots;
		if ((stretches[slot] ?? -1) > stretch) return;
		if (stretches[slot] !== stretch) {
			stretches[slot] = stretch;
			counts[slot] = 0;
		}
		counts[slot] = (counts[slot] ?? 0) + count;
	};
	return {
		start(now) {
			first ??= now;
			add(now, 1);
		},
		reject: (startedAt, now) => now - startedAt < 1e3 ? add(startedAt, -1) : void 0,
		rate(now) {
			const oldest = Math.floor(now / slotMs) - slots + 1;
			const total = counts.reduce((sum, count, slot) => sum + ((stretches[slot] ?? -1) >= oldest ? count : 0), 0);
			const span = Math.min(1e3, Math.max(slotMs, now - (first ?? now)));
			return Math.max(0, total) / span;
		}
	};
}

// src/run/throttle.ts
/** Timers are late by a millisecond or two; what that loses may be made up for within this time, and no more. */
const slackMs = 50;
/** A throttle of this rate a millisecond; infinite: none. */
function createThrottle(perMs) {
	let rate = perMs;
	/** When all that was taken has been earned. */
	let due = Number.NEGATIVE_INFINITY;
	return {
		wait: (now) => rate === Number.POSITIVE_INFINITY ? 0 : Math.max(0, due - now),
		take(amount, now) {
			due = Math.max(due, now - slackMs) + amount / rate;
		},
		correct(amount) {
			due += amount / rate;
		},
		setRate(next) {
			rate = next;
		}
	};
}

// src/run/pace.ts
const firstWindow = 8;
const widestWindow = 256;
/** A server that answers so much later than it can is no faster for more calls at once: they wait there. */
const queueing = 1.5;
/** Of what a server has just admitted: what is asked of it after it turned a call away. */
const cut = .95;
/**
* Growth of the rate a second: after a cut gently, for the limit is near; but it doubles with every while in which no call
* is turned away, for a cut can also come of a few calls that arrived at once.
*/
const gentleGrowth = .03;
const doublingMs = 1500;
const quickestGrowth = .5;
/** After a 5xx nothing grows for so long. */
const calmMs = 5e3;
/** What is tried where everything is turned away, calls a millisecond. */
const firstRate = 1 / 500;
/** Never fewer than one call in ten seconds: something has to find out whether it is over. */
const slowest = 1 / 1e4;
/**
* Additive growth while answers come and calls wait, multiplicative cuts where a call is turned away (429). The window
* doubles with every round at first, as TCP's does. Windows alone are too coarse: at 20 ms a call, two calls at once
* are 100 a second, so a rate is kept, too, once there is a limit: a little less than what was admitted within the second
* before. Calls that were under way at a cut are not news of it. `fixed` keeps the window as it is.
*/
function createPace(fixed) {
	const admitted = countAdmitted();
	const throttle = createThrottle(Number.POSITIVE_INFINITY);
	let window = fixed ?? firstWindow;
	/** Below it the window grows by one with every answer, beyond it by one with every round. */
	let threshold = Number.POSITIVE_INFINITY;
	let rate = Number.POSITIVE_INFINITY;
	let cutAt = Number.NEGATIVE_INFINITY;
	let grownAt = 0;
	let calmUntil = Number.NEGATIVE_INFINITY;
	let paused = Number.NEGATIVE_INFINITY;
	const round = {
		size: window,
		calls: 0,
		latency: 0,
		mean: 0,
		best: Number.POSITIVE_INFINITY
	};
	const setRate = (next) => {
		rate = next;
		throttle.setRate(next);
	};
	const shrink = ({ startedAt, endedAt, what }) => {
		if (startedAt < cutAt) return;
		cutAt = endedAt;
		grownAt = endedAt;
		if (fixed === null) {
			threshold = what === "timeout" ? window / 2 : window * cut;
			window = Math.max(1, Math.floor(window * (what === "timeout" ? .5 : .7)));
		}
		if (what === "timeout") return;
		const now = admitted.rate(endedAt);
		setRate(Math.max(slowest, now > 0 ? Math.min(rate, now) * cut : Math.min(rate, firstRate) / 2));
	};
	const growRate = (now) => {
		if (rate === Number.POSITIVE_INFINITY) return;
		const growth = Math.min(quickestGrowth, gentleGrowth * 2 ** ((now - cutAt) / doublingMs));
		setRate(rate * (1 + growth * Math.min(1e3, now - grownAt) / 1e3));
		grownAt = now;
	};
	const growWindow = ({ startedAt, endedAt }) => {
		round.calls++;
		round.latency += endedAt - startedAt;
		if (round.calls >= round.size) {
			round.mean = round.latency / round.calls;
			round.best = Math.min(round.best, round.mean);
			round.size = window;
			round.calls = 0;
			round.latency = 0;
		}
		const gentle = 2 ** ((endedAt - cutAt) / (2 * (endedAt - startedAt) + 1)) / window;
		const growth = window < threshold ? 1 : Math.min(1, gentle);
		if (window >= widestWindow || round.mean > queueing * round.best) return;
		window = Math.min(widestWindow, window + growth);
	};
	return {
		get window() {
			return Math.floor(window);
		},
		get rate() {
			return rate;
		},
		wait: (now) => Math.max(0, paused - now, throttle.wait(now)),
		start(now) {
			admitted.start(now);
			throttle.take(1, now);
		},
		end(outcome) {
			const { what, startedAt, endedAt, demand } = outcome;
			if (what === "rejected") admitted.reject(startedAt, endedAt);
			if (what === "rejected" || what === "timeout") shrink(outcome);
			if (what === "overloaded" || what === "timeout") calmUntil = endedAt + calmMs;
			if (what !== "answered") return;
			if (!demand || endedAt < calmUntil) {
				grownAt = endedAt;
				return;
			}
			growRate(endedAt);
			if (fixed === null) growWindow(outcome);
		},
		pauseUntil(time) {
			paused = Math.max(paused, time);
		}
	};
}

// src/run/lane.ts
/** Whatever a provider asks for, nobody waits longer at once. */
const longestPauseMs$1 = 6e4;
/** A model from which for so long, and so often in a row, nothing came but failures is given up. */
const patienceMs = 12e4;
const patienceCalls = 10;
function createLane(fixed, quota, clock) {
	const pace = createPace(fixed);
	const first = /* @__PURE__ */ new Set();
	const repeats = /* @__PURE__ */ new Set();
	const closed = new AbortController();
	let active = 0;
	let started = 0;
	let timer = null;
	/** Mean tokens of an answered call, from the latest ones. */
	let usualTokens = 0;
	const misfortune = {
		calls: 0,
		since: clock.now(),
		last: null
	};
	const waitFor = (now) => Math.max(pace.wait(now), quota.requests?.wait(now) ?? 0, quota.tokens?.wait(now) ?? 0);
	/** Admits whoever may go now, and comes back when the next one may. */
	const pump = () => {
		for (;;) {
			if (active >= pace.window) return;
			const now = clock.now();
			const wait = waitFor(now);
			const queue = repeats.size > 0 ? repeats : first;
			const [waiter] = queue;
			if (waiter === void 0) return;
			if (wait > 0) {
				wakeAt(now + wait);
				return;
			}
			queue.delete(waiter);
			waiter(occupy(now));
		}
	};
	/** One timer at a time: the earliest. */
	const wakeAt = (time) => {
		if (timer !== null && timer <= time) return;
		timer = time;
		clock.sleep(Math.max(1, time - clock.now()), closed.signal).then(() => {
			if (timer === time) timer = null;
			pump();
		});
	};
	const occupy = (startedAt) => {
		const tokens = usualTokens;
		active++;
		const number = ++started;
		pace.start(startedAt);
		quota.requests?.take(1, startedAt);
		quota.tokens?.take(tokens, startedAt);
		return { leave(result, used) {
			active--;
			const endedAt = clock.now();
			if (used !== null) {
				quota.tokens?.correct(used - tokens);
				usualTokens = usualTokens === 0 ? used : .9 * usualTokens + .1 * used;
			}
			pace.end({
				startedAt,
				endedAt,
				what: outcomeOf(result),
				demand: first.size + repeats.size > 0
			});
			const pause = pauseOf(result, {
				since: started - number,
				usualTokens
			});
			if (pause > 0) pace.pauseUntil(endedAt + pause);
			note(result, endedAt);
			pump();
		} };
	};
	const note = (result, now) => {
		if (result.status === "failed" && isCutShort(result.failure)) return;
		if (result.status === "failed" && result.failure.retryable) {
			if (misfortune.calls === 0) misfortune.since = now;
			misfortune.calls++;
			misfortune.last = result.failure;
		} else misfortune.calls = 0;
	};
	return {
		enter: (repeat) => new Promise((admit) => {
			if (closed.signal.aborted) return admit(null);
			(repeat ? repeats : first).add(admit);
			pump();
		}),
		close() {
			closed.abort();
			for (const admit of [...repeats, ...first]) admit(null);
			repeats.clear();
			first.clear();
		},
		down: () => misfortune.calls >= patienceCalls && clock.now() - misfortune.since >= patienceMs ? misfortune.last : null
	};
}
function outcomeOf(result) {
	if (result.status === "completed") return "answered";
	const { kind } = result.failure;
	if (kind === "rate-limit") return "rejected";
	if (kind === "timeout") return "timeout";
	return kind === "server" || kind === "connection" || kind === "malformed" ? "overloaded" : "other";
}
/** How long a provider asks everybody to wait: in so many words, or by telling that nothing is left. */
function pauseOf(result, sent) {
	const asked = result.status === "failed" ? result.failure.retryAfterMs ?? 0 : 0;
	return Math.min(longestPauseMs$1, Math.max(asked, pauseOfLimits(result.limits, sent)));
}
/** `since`: calls sent after the one that was answered: they have been counted by the provider, or will be. */
function pauseOfLimits(limits, { since, usualTokens }) {
	const { requests = null, tokens = null } = limits ?? {};
	const noRequests = requests !== null && requests.remaining - since < 1;
	const noTokens = tokens !== null && tokens.remaining - since * usualTokens < usualTokens;
	return Math.max(noRequests ? requests.resetMs ?? 0 : 0, noTokens ? tokens.resetMs ?? 0 : 0);
}

// src/run/lanes.ts
function createLanes(concurrency, quotaOf, clock) {
	const providers = /* @__PURE__ */ new Map();
	const lanes = /* @__PURE__ */ new Map();
	let closed = false;
	const open = (provider) => {
		const found = providers.get(provider) ?? {
			quota: openQuota(quotaOf(provider)),
			cap: concurrency === "auto" ? null : pLimit(concurrency)
		};
		providers.set(provider, found);
		const lane = createLane(concurrency === "auto" ? null : concurrency, found.quota, clock);
		if (closed) lane.close();
		return {
			lane,
			cap: found.cap
		};
	};
	return {
		find(provider, model) {
			const name = JSON.stringify([provider, model]);
			const found = lanes.get(name) ?? open(provider);
			lanes.set(name, found);
			return found;
		},
		close() {
			closed = true;
			for (const { lane } of lanes.values()) lane.close();
		}
	};
}
const minuteMs = 6e4;
function openQuota({ requestsPerMinute, tokensPerMinute }) {
	const throttle = (perMinute) => perMinute === void 0 ? null : createThrottle(perMinute / minuteMs);
	return {
		requests: throttle(requestsPerMinute),
		tokens: throttle(tokensPerMinute)
	};
}

// src/run/retry.ts
const firstPauseMs = 500;
const longestPauseMs = 2e4;
/** A provider may ask for more patience than this; the run does not have it. */
const longestAskedMs = 6e4;
/** Calls until an answer comes, the failure is final, or time or attempts are used up. The one place that retries. */
async function callWithRetry(attempt, options) {
	const { clock } = options;
	const failures = [];
	let latencyMs = 0;
	let begun = null;
	let counted = 0;
	for (;;) {
		const refusal = options.refusal();
		const next = refusal === null ? await attempt(failures.length > 0) : {
			made: false,
			failure: refusal
		};
		if (!next.made) return {
			result: {
				status: "failed",
				failure: next.failure
			},
			attempts: failures.length,
			failures,
			latencyMs
		};
		const { result } = next;
		latencyMs = next.latencyMs;
		begun ??= clock.now() - latencyMs;
		const finish = () => ({
			result,
			attempts: failures.length + 1,
			failures,
			latencyMs
		});
		if (result.status === "completed" || !result.failure.retryable) return finish();
		if (result.failure.kind !== "rate-limit") counted++;
		if (counted > options.retries) return finish();
		const pause = pauseAfter(failures.length + 1, result.failure, options.random);
		if (clock.now() + pause - begun > options.deadlineMs) return finish();
		failures.push(result.failure);
		await clock.sleep(pause, options.signal);
	}
}
/** Full jitter under a bound that doubles, so that calls that failed together do not return together; never sooner than asked. */
function pauseAfter(attempts, failure, random) {
	const jittered = random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
	return Math.max(jittered, Math.min(failure.retryAfterMs ?? 0, longestAskedMs));
}

// src/run/timeouts.ts
/** The longest delay of a timer; a larger one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;
/** A controller a task, and no listener on a signal of all: listeners by the thousand are slow, and warned of. */
function createTimeouts(timeoutMs) {
	const active = /* @__PURE__ */ new Set();
	let aborted = null;
	return {
		async run(task) {
			const controller = new AbortController();
			if (aborted !== null) controller.abort(aborted.reason);
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
		abort(reason) {
			aborted ??= { reason };
			for (const controller of active) controller.abort(reason);
		}
	};
}

// src/run/caller.ts
const usualRetries = 3;
/** A call that is turned away over and over is repeated for so long. */
const leastDeadlineMs = 3e5;
/** What is under way when a run is interrupted has so long to finish. */
const graceMs = 5e3;
const noLimits = {
	maxCost: null,
	maxCalls: null,
	maxDurationMs: null
};
/** Opens the way to models for a whole run, over all of its rounds. */
function createCaller(options) {
	const { concurrency, timeoutMs, retries = usualRetries, clock = systemClock } = options;
	const totals = {
		made: 0,
		rejected: 0,
		cost: 0,
		unpriced: 0
	};
	const findWay = createDoors();
	const timeouts = createTimeouts(timeoutMs);
	const estimate = createTokenEstimate();
	const ways = createLanes(concurrency, options.quotaOf ?? (() => ({})), clock);
	/** Ends pauses and queues; what is under way goes on. */
	const stopping = new AbortController();
	setMaxListeners(0, stopping.signal);
	const closing = new AbortController();
	let stopped = null;
	const stop = (reason) => {
		stopped ??= reason;
		stopping.abort();
		ways.close();
	};
	const abort = (reason) => {
		stop("interrupted");
		timeouts.abort(reason);
	};
	const interrupt = () => {
		stop("interrupted");
		clock.sleep(graceMs, closing.signal).then(() => abort(options.signal?.reason));
	};
	options.signal?.addEventListener("abort", interrupt, { once: true });
	if (options.signal?.aborted) interrupt();
	const { limits = noLimits } = options;
	const counted = limits.maxCost !== null;
	const budget = createBudget(limits, clock, stop);
	/** Counts what an attempt cost, and returns it; null where that cannot be known. */
	const account = (result, price) => {
		if (result.status === "failed") {
			if (result.failure.kind === "rate-limit") totals.rejected++;
			return mayBeBilled(result.failure) ? null : 0;
		}
		const cost = result.reply.cost ?? price?.costOf(result.reply.tokens) ?? null;
		if (cost === null) totals.unpriced++;
		else totals.cost += cost;
		return cost;
	};
	/** One attempt that has its place: made, where the budget has room for it. */
	const attemptAt = async (place, call, request, way) => {
		const price = options.priceOf?.(call.provider.name, call.model) ?? null;
		const reservation = await budget.reserve(price === null || !counted ? 0 : estimate.costOf(request, price));
		if (reservation === null || stopped !== null) {
			const failure = notMade(stopped ?? "interrupted");
			reservation?.settle(0);
			place.leave({
				status: "failed",
				failure
			}, 0);
			return {
				made: false,
				failure
			};
		}
		totals.made++;
		const startedAt = clock.now();
		let result = {
			status: "failed",
			failure: notMade("interrupted")
		};
		try {
			result = await timeouts.run((signal) => call.provider.call(request, call.identity, signal));
			if (result.status === "failed") way.note(result.failure);
			else estimate.note(request, result.reply.tokens);
			return {
				made: true,
				result,
				latencyMs: clock.now() - startedAt
			};
		} finally {
			reservation.settle(account(result, price));
			place.leave(result, tokensOf(result));
			way.release();
		}
	};
	return {
		async call(call) {
			const { lane, cap } = ways.find(call.provider.name, call.model);
			const way = findWay(call.provider.name, call.model);
			const refusal = () => way.refusal() ?? lane.down() ?? (stopped === null ? null : notMade(stopped));
			await way.enter();
			let request = null;
			const attempt = async (repeat) => {
				const place = await lane.enter(repeat);
				const failure = refusal();
				if (place === null || failure !== null) {
					const result = {
						status: "failed",
						failure: failure ?? notMade("interrupted")
					};
					place?.leave(result, 0);
					return {
						made: false,
						failure: result.failure
					};
				}
				request ??= call.request();
				const built = request;
				return cap === null ? attemptAt(place, call, built, way) : cap(() => attemptAt(place, call, built, way));
			};
			try {
				const deadlineMs = Math.max(leastDeadlineMs, (retries + 1) * timeoutMs);
				const { random = Math.random } = options;
				return await callWithRetry(attempt, {
					retries,
					deadlineMs,
					random,
					clock,
					signal: stopping.signal,
					refusal
				});
			} finally {
				way.release();
			}
		},
		totals,
		stopped: () => stopped,
		abort,
		close() {
			options.signal?.removeEventListener("abort", interrupt);
			closing.abort();
			budget.close();
		}
	};
}
/** All that a call took; null where the provider does not say. */
function tokensOf(result) {
	if (result.status === "failed") return 0;
	const { input, output } = result.reply.tokens;
	return input === null || output === null ? null : input + output;
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
	const { result, attempts, failures, latencyMs } = await caller.call(call);
	const { prompt, arm, caseId, trial, fingerprint } = call;
	const base = {
		prompt,
		arm,
		caseId,
		trial,
		fingerprint,
		attempts,
		...failures.length === 0 ? {} : { failures }
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
		if (name === "cost" && !value) continue;
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
		...sample.status === "failed" ? { failure: tellFailure(sample.failure) } : {},
		...sample.failures === void 0 ? {} : { repeatedAfter: sample.failures.map(tellFailure) },
		scores: Object.fromEntries(scores),
		reasons: Object.fromEntries(outcome.reasons),
		tokens: completed === null ? null : {
			input: completed.reply.tokens.input,
			output: completed.reply.tokens.output
		},
		latencyMs: completed?.latencyMs ?? null,
		...outcome.cached ? { cached: true } : {},
		cost: completed?.reply.cost ?? null,
		tags: testCase.tags,
		cluster: testCase.cluster
	};
}
function tellFailure({ kind, message }) {
	return {
		kind,
		message
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
		done: 0,
		leftOut: 0
	};
	const failures = [];
	const paid = /* @__PURE__ */ new Map();
	const caller = createCaller({
		concurrency: options.concurrency ?? settings.concurrency,
		timeoutMs: settings.timeoutMs,
		retries: settings.retries,
		limits: {
			maxCost: options.maxCost ?? settings.maxCost,
			maxCalls: options.maxCalls ?? settings.maxCalls,
			maxDurationMs: options.maxDurationMs ?? settings.maxDurationMs
		},
		priceOf: settings.priceOf,
		quotaOf: settings.quotaOf,
		...options.signal ? { signal: options.signal } : {}
	});
	const keep = async (taken, slot, cached) => {
		const { testCase } = slot.caseRun.planCase;
		const resolved = models.get(slot.version);
		const sample = priced(taken, resolved.price);
		const scorers = slot.plan.scorersFor(testCase);
		const outcome = await toOutcome(sample, testCase, scorers, {
			index: slot.index,
			cached
		});
		if (isCutShort(outcome.failure)) {
			counts.leftOut++;
			return outcome;
		}
		if (outcome.failure !== null) failures.push(outcome.failure);
		if (!cached) note(taken, slot.plan, settings.priceOf(resolved.provider.name, resolved.model));
		log.append(slot.index, sampleLine(sample, testCase, outcome, slot.draw));
		return outcome;
	};
	const note = (sample, plan, price) => {
		if (sample.status === "failed") return;
		const cost = priced(sample, price).reply.cost;
		const before = paid.get(plan) === void 0 ? 0 : paid.get(plan) ?? null;
		paid.set(plan, cost === null || before === null ? null : before + cost);
	};
	const cost = () => caller.totals.unpriced > 0 ? null : caller.totals.cost;
	const tell = (done, failed, finished) => {
		const { made, rejected } = caller.totals;
		options.onProgress?.({
			done,
			planned: counts.planned,
			failed,
			made,
			rejected,
			cost: cost(),
			finished
		});
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
		const { done, leftOut } = counts;
		const progress = await runCalls(plannedCalls(open.map((position) => slots[position]), models), caller, {
			planned: open.length,
			onProgress: ({ done: now }) => tell(done + now - counts.leftOut + leftOut, failures.length, false)
		}, async (sample, index) => {
			const position = open[index];
			const slot = slots[position];
			outcomes[position] = await keep(sample, slot, false);
			if (sample.status === "completed") journal?.append(providerOf(models, slot), requestOf(models, slot), slot, sample);
		});
		counts.made += progress.made;
		counts.done += open.length - (counts.leftOut - leftOut);
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
		stopped: caller.stopped,
		costOf: (plan) => paid.has(plan) ? paid.get(plan) ?? null : 0,
		cost,
		finish: () => tell(counts.done, failures.length, true),
		close: caller.close
	};
}
/** The sample with what its answer costs, unless the provider has said so itself. */
function priced(sample, price) {
	if (sample.status === "failed" || sample.reply.cost !== null) return sample;
	const { reply } = sample;
	return {
		...sample,
		reply: {
			...reply,
			cost: price?.costOf(reply.tokens) ?? null
		}
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
		if (!fresh.every(isComplete)) {
			const stopped = executor.stopped() ?? "interrupted";
			run.cut = stopped;
			run.comparisons = run.comparisons.map((each) => openUp(each, stopped));
			break;
		}
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
/** A regression that could not be confirmed for want of calls. */
function openUp(comparison, stopped) {
	if (!comparison.gated || comparison.verdict !== "regression") return comparison;
	return closeCut({
		...comparison,
		verdict: "inconclusive"
	}, stopped);
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

// src/pipeline/deal-slots.ts
/**
* Deals the samples of several prompts round: case by case, each prompt as far on as the others, so that what cuts a run
* short leaves as much of the last prompt as of the first. Within a prompt the order stays, and a case's samples stay
* together.
*/
function dealSlots(prompts) {
	if (prompts.length <= 1) return prompts[0] ?? [];
	const parts = prompts.flatMap((slots, prompt) => {
		const cases = groupByCase(slots);
		return cases.map((group, index) => ({
			group,
			share: (index + .5) / cases.length,
			prompt
		}));
	});
	parts.sort((left, right) => left.share - right.share || left.prompt - right.prompt);
	return parts.flatMap(({ group }) => group);
}
function groupByCase(slots) {
	const groups = [];
	for (const slot of slots) {
		const last = groups.at(-1);
		if (last?.[0]?.caseRun === slot.caseRun) last.push(slot);
		else groups.push([slot]);
	}
	return groups;
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
		await executor.take(dealSlots(open.map(nextSlots)));
		for (const run of open) {
			run.look++;
			run.cut = isCut(run) ? executor.stopped() : null;
			if (run.cut !== null && !saysMore(run)) {
				run.look--;
				continue;
			}
			if (run.gone === null && baselineIsGone(run)) run.gone = await standIn(run) ? "stored" : "alone";
			if (run.look === 1) run.copies = repeatsAreCopies(seenCases(run));
			drafts.set(run, isAlone(run) ? [] : draftRun(run, gate));
		}
		decideRuns(drafts, open, gate);
		for (const run of open) {
			if (run.cut !== null) {
				await closeRun(run, executor, gate, drafts);
				continue;
			}
			const regressed = run.comparisons.some((each) => each.gated && each.verdict === "regression");
			const doubtful = run.stored !== null && run.gone === null;
			if (regressed && doubtful) drafts.set(run, await confirmRegression(run, executor, gate, drafts));
			run.settled = regressed || run.look === run.looks.length || isPromptSettled(run.comparisons);
		}
	}
}
/** Whether a look that was cut short saw cases that no look before has seen, and enough of them for a look. */
function saysMore(run) {
	const before = run.look === 1 ? 0 : run.looks[run.look - 2] ?? 0;
	const seen = seenCases(run).length;
	return seen > before && seen >= (planLooks(run.cases.length)[0] ?? 0) && !isAlone(run);
}
/** Settles a prompt whose calls have ended. A regression against stored answers that nothing can confirm any more is none. */
async function closeRun(run, executor, gate, drafts) {
	const { cut } = run;
	run.settled = true;
	if (cut === null) return;
	if (run.comparisons.some((each) => each.gated && each.verdict === "regression") && run.stored !== null && run.gone === null) drafts.set(run, await confirmRegression(run, executor, gate, drafts));
	run.comparisons = run.comparisons.map((each) => closeCut(each, cut));
}
/** Whether the provider no longer has the baseline's model, while the candidate's answers. */
function baselineIsGone({ cases }) {
	const isMissing = (arm) => cases.some((entry) => entry[arm].some(({ failure }) => failure?.kind === "missing-model"));
	return isMissing("baseline") && !isMissing("candidate");
}
/** All comparisons of a prompt at the look it stands at. */
function draftRun(run, gate) {
	const last = run.look === run.looks.length && run.cut === null;
	const planned = run.looks.slice(0, run.look).map((seen) => seen / run.cases.length);
	const shares = run.cut === null ? planned : [...planned.slice(0, -1), seenCases(run).length / run.cases.length];
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

// src/pipeline/spending.ts
/** What a run's calls need to know of prices and of what providers admit. */
function callSettings({ priceOf }, { providers }) {
	return {
		priceOf,
		quotaOf: (name) => Object.hasOwn(providers, name) ? providers[name] ?? {} : {}
	};
}
/**
* Tells what the run will take at most before its first call. Throws a UserError where that is more than it may without
* being asked; a budget of the caller's own is the answer.
*/
function tellPlan(started, connection, config, options) {
	const prompts = started.flatMap(({ run, stored }) => {
		if (run.plan.candidate === null) return [];
		return [{
			name: run.plan.change.name,
			estimate: estimateRun(run, stored?.fewest ?? 0, connection, config, options)
		}];
	});
	if (prompts.length === 0) return;
	const plan = {
		prompts,
		total: addEstimates(prompts.map(({ estimate }) => estimate))
	};
	options.onEstimate?.(plan);
	const cost = totalCost(plan.total);
	const { confirmAbove } = config.run;
	const free = options.replay !== void 0 || options.maxCost !== void 0;
	if (confirmAbove !== null && !free && cost !== null && cost > confirmAbove) throw needsConfirmation(cost, confirmAbove);
}
/** `stored`: trials of the baseline that need no call. */
function estimateRun({ plan, cases, added, trials }, stored, connection, config, options) {
	const arms = ["baseline", "candidate"].flatMap((arm) => {
		const version = plan[arm];
		if (version === null) return [];
		const open = arm === "baseline" ? Math.max(0, trials.baseline - stored) : trials.candidate;
		const calls = cases.length * open + (arm === "candidate" ? added.length : 0);
		const resolved = connection.models.get(version);
		return [{
			version,
			arm,
			calls,
			price: resolved === void 0 ? null : connection.priceOf(resolved.provider.name, resolved.model)
		}];
	});
	const priceOfAsked = (model) => {
		const found = resolveModel(model, {
			...config.providers,
			...options.providers
		});
		return "problem" in found ? null : connection.priceOf(found.provider, found.model);
	};
	return estimatePrompt(plan, arms, priceOfAsked);
}
/** What was not called, and why. */
function leftOutWarnings({ counts, stopped }, planned) {
	if (counts.leftOut === 0) return [];
	const why = stopped();
	const cause = why === "interrupted" ? "the run was interrupted" : `${why} is used up`;
	return [`${counts.leftOut} of ${planned} samples were not taken: ${cause}.`];
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
	const store = input.command === "compare" && plans.some((plan) => plan.candidate !== null) ? openRunStore({
		root: input.root,
		cache: cacheOf(goalposts.config)
	}, providers, options, (warning) => warnings.push(warning)) : null;
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
	const settings = {
		...config.run,
		...callSettings(connection, config)
	};
	const executor = createExecutor(connection.models, settings, log, store?.journal ?? null, options);
	try {
		const started = await startRuns(plans, {
			config,
			seed: options.seed,
			store,
			scope: input.scope
		});
		const runs = started.map(({ run }) => run);
		executor.counts.planned = runs.reduce((sum, each) => sum + plannedSamples(each), 0);
		tellPlan(started, connection, config, options);
		for (const { run, stored } of started) if (stored !== null) await useStoredBaseline(run, stored, executor);
		await runLooks(runs, executor, config.gate, (run) => standIn(run, goalposts, executor, store));
		executor.finish();
		const samples = options.samplesFile === void 0 ? null : {
			path: basename(options.samplesFile),
			sha256: log.writeInOrder(options.samplesFile)
		};
		if (store !== null) warnings.push(...storeWarnings(store));
		warnings.push(...leftOutWarnings(executor, executor.counts.planned));
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
		if (store !== null && executor.counts.leftOut === 0) keep(report, key, runs, input.scope, store);
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

export { judgeVersion as _, callSettings as a, planRun as c, requestOf as d, connectProviders as f, reportPrompt as g, countFailures as h, startRuns as i, missingVariables as l, openPriceBook as m, judgePlans as n, leftOutWarnings as o, findModel as p, withTrials as r, runLooks as s, builtInProvider as t, createExecutor as u, ageInWords as v, openSampleLog as y };