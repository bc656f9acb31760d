import { t as openRepository } from "./repository.js";
import { d as createWorkspaces, f as planRun, h as connectProviders, w as createCodeRunner, x as createExecutor, y as prepareProviders } from "./trust.js";
import { a as scoresOf$1, c as folderOfPrompt, d as lastReference, f as readHistory, g as writeHistory, h as spentInMonth, i as metricOfRow, m as renameHistory, n as driftOf, o as stateOf, p as removeHistory, r as isSameLine, s as findHistory, t as currentEpoch, u as formerFolders } from "./epoch.js";
import { r as drawLines, t as nameCase } from "./case-name.js";
import { H as noSuchPrompt, m as exitCodes, n as UserError, nt as severalPrompts, ut as throwProblems } from "./errors.js";
import { t as describeHistory } from "./drift-history.js";
import { n as openUsualHistory } from "./open-history.js";
import { r as isObject, t as canonicalHash } from "./json.js";
import { B as orderCases, M as nextSlots, Q as scoreSample, R as startPrompt, Z as guardScore, d as callSettings, et as openSampleLog, j as logSpan, p as tellPlan, x as inParallel, y as metricsOf } from "./pack-outcome.js";
import { C as sumTails, I as normalQuantile, N as createRandom, i as marginOf, p as withinCasePermutation, r as isGated } from "./compare-metric.js";
import { n as wilson } from "./judge-alone.js";
import { n as createShield } from "./shield.js";
import { m as createReply } from "./registry.js";
import { r as scopeTools } from "./changed-parts.js";
import { c as loadProject, i as loadOptions, t as allFactories } from "./find-changes.js";
import { n as emptyWarning, t as asNew } from "./run2.js";
import { n as brokenProblems, r as problemText } from "./warnings.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/pipeline/drift/check-name.ts
/** Throws a UserError where somebody typed a name that is no prompt's, or that of several. */
function checkName(typed, known) {
	if (known.some(({ path }) => path === typed)) return;
	const named = known.filter(({ name }) => name === typed);
	if (named.length > 1) throw new UserError(severalPrompts(typed, named.map(({ path }) => path)));
	if (named.length === 0) throw new UserError(noSuchPrompt(typed, known.flatMap(({ name, path }) => [name, path])));
}

// src/pipeline/drift/plan-night.ts
/** Trials of every case in a reference, where `baseline.trials` leaves it open. */
const referenceTrials = 5;
/** What every prompt needs tonight: a reference where its version or what scores it has none, else a night. */
function planNights(plans, histories, wish, settings) {
	return plans.flatMap((plan) => {
		if (plan.candidate === null) return [];
		const present = presentOf(plan);
		const scorers = hashScorers(plan);
		const history = findHistory(histories, present, settings.isThere)?.history ?? null;
		const task = chooseTask({
			plan,
			present,
			scorers,
			waits: settings.waiting.get(present.path) ?? null
		}, history, wish);
		const cases = task.kind === "night" ? sampleOf$1(plan, history, settings.drift.sample) : plan.cases;
		const { trials } = settings.baseline;
		const wanted = trials === "auto" ? referenceTrials : trials;
		return [{
			plan,
			present,
			scorers,
			task,
			cases,
			trials: task.kind === "reference" ? wanted : 1
		}];
	});
}
function chooseTask({ plan, present, scorers, waits }, history, { referencesOnly, accepts, acceptsOnly }) {
	const names = [
		present.name,
		present.path,
		folderOfPrompt(present),
		...history ? formerFolders(history) : []
	];
	if (waits !== null) return {
		kind: "skipped",
		why: waits
	};
	const accepted = accepts.find(({ prompt }) => names.includes(prompt));
	if (accepted !== void 0) return {
		kind: "reference",
		why: null,
		reason: accepted.reason
	};
	if (acceptsOnly) return {
		kind: "skipped",
		why: "It was not accepted anew."
	};
	if (plan.cases.length === 0) return {
		kind: "skipped",
		why: "It has no golden set."
	};
	const why = whyNew((history === null ? null : currentEpoch(history.records))?.reference ?? null, {
		fingerprint: present.fingerprint,
		scorers
	});
	if (why !== null) return {
		kind: "reference",
		why: referencesOnly ? null : why,
		reason: null
	};
	return referencesOnly ? {
		kind: "skipped",
		why: "The history has a reference of this version."
	} : { kind: "night" };
}
function whyNew(reference, now) {
	if (reference === null) return "The history has no reference yet: tonight is it.";
	if (isSameLine(reference, now)) return null;
	return `${reference.fingerprint === now.fingerprint ? "What scores it" : "The prompt"} changed since the reference: a new line starts tonight.`;
}
/** A part of the set that rotates: stratified by tags, and all of it once in so many nights. */
function sampleOf$1(plan, history, sample) {
	if (sample === null || sample >= plan.cases.length) return plan.cases;
	const nights = history === null ? 0 : currentEpoch(history.records)?.nights.length ?? 0;
	const order = orderCases(plan.cases, plan.candidate?.fingerprint ?? "");
	return Array.from({ length: sample }, (_, index) => {
		return plan.cases[order[(nights * sample + index) % order.length] ?? 0];
	});
}
function presentOf({ change, candidate }) {
	return {
		name: change.name,
		path: change.path,
		fingerprint: candidate?.fingerprint ?? ""
	};
}
/** Scorers with their files, judges, and those of single cases. */
function hashScorers(plan) {
	const own = plan.cases.flatMap(({ testCase }) => {
		return testCase.scorers.map(({ type, name, options }) => ({
			type,
			name,
			options
		}));
	});
	return canonicalHash({
		prompt: plan.scorersHash,
		cases: [...new Set(own.map((spec) => JSON.stringify(spec)))].sort()
	});
}
/** Whether calls are made of it tonight. */
function isRun({ task }) {
	return task.kind !== "skipped";
}

// src/stats/adjust-e-values.ts
/**
* E-values corrected for how many there are, by the closed test of their means (Vovk & Wang 2021): where one of them is
* rejected at 1/α, the chance of a false rejection among all of them is at most α, however they depend on each other.
* Stronger than dividing by their number where several rows drift at once.
*/
function adjustEValues(values) {
	const ascending = values.toSorted((one, other) => one - other);
	return values.map((value) => {
		let sum = value;
		let least = value;
		let counted = 1;
		let skipped = false;
		for (const other of ascending) {
			if (!skipped && other === value) {
				skipped = true;
				continue;
			}
			sum += other;
			counted++;
			least = Math.min(least, sum / counted);
		}
		return least;
	});
}

// src/stats/drift-evidence.ts
/**
* Evidence that a row of standard normal values has shifted from some night on: an e-process, which may be looked at after
* every night for ever. The chance that it ever reaches 1/α is at most α where nothing shifted (Ville 1939).
*
* It mixes bets: on the first night of the shift, and on its size and direction. A bet that begins on night s holds its
* stake until then, so that calm nights before s cost it nothing; the stakes of all nights to come sum to one.
*/
/** Sizes of a shift in standard deviations, both ways; mixed with equal weight. */
const SHIFTS = [
	1,
	2,
	4
];
/** Share of the stakes on a fall: it is told sooner than a rise, which can wait. */
const ON_FALL = .75;
/** Most of the stakes are on a shift within months, falling off with this mean; the rest on one at any time. */
const USUAL_NIGHTS = 100;
const ON_USUAL = .9;
/** Before the first night. */
const noEvidence = {
	nights: 0,
	fall: SHIFTS.map(() => Number.NEGATIVE_INFINITY),
	rise: SHIFTS.map(() => Number.NEGATIVE_INFINITY)
};
/** The stake on the night after `nights` nights being the first of the shift. */
function stakeOn(nights) {
	const late = 1 / ((nights + 1) * (nights + 2));
	return ON_USUAL * ((1 - 1 / USUAL_NIGHTS) ** nights / USUAL_NIGHTS) + .09999999999999998 * late;
}
/** The stakes on all nights still to come. */
function stakesLeft(nights) {
	return ON_USUAL * (1 - 1 / USUAL_NIGHTS) ** nights + .09999999999999998 / (nights + 1);
}
/** Takes one night. @param z standard normal where nothing shifted; null: nothing could be told */
function addNight$1(before, z) {
	const stake = Math.log(stakeOn(before.nights));
	const bet = (held, shift, towards) => addLogarithms(held, stake) + (z === null ? 0 : shift * towards * z - shift * shift / 2);
	return {
		nights: before.nights + 1,
		fall: before.fall.map((held, index) => bet(held, SHIFTS[index] ?? 0, -1)),
		rise: before.rise.map((held, index) => bet(held, SHIFTS[index] ?? 0, 1))
	};
}
/** What all bets hold, as a multiple of what they began with: at least 1/α with a chance of at most α. */
function eValueOf({ nights, fall, rise }) {
	const held = ON_FALL * Math.exp(sumOf(fall)) + .25 * Math.exp(sumOf(rise));
	return Math.min(1e300, held / SHIFTS.length + stakesLeft(nights));
}
/** Which way the shift goes, if there is one. */
function directionOf({ fall, rise }) {
	return sumOf(fall) >= sumOf(rise) ? "fall" : "rise";
}
function sumOf(logarithms) {
	return logarithms.reduce(addLogarithms, Number.NEGATIVE_INFINITY);
}
/** log(eᵃ + eᵇ) */
function addLogarithms(a, b) {
	const larger = Math.max(a, b);
	return larger === Number.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}
/**
* Where the shift began: the likeliest night, and the fewest nights around it that hold 95 % of the likelihood of all,
* each as likely as any other beforehand. Null for an empty row.
*/
function locateChange(row, direction) {
	const towards = direction === "fall" ? -1 : 1;
	const likelihoods = new Array(row.length).fill(Number.NEGATIVE_INFINITY);
	for (const shift of SHIFTS) {
		let since = 0;
		for (let night = row.length - 1; night >= 0; night--) {
			since += shift * towards * (row[night] ?? 0) - shift * shift / 2;
			likelihoods[night] = addLogarithms(likelihoods[night] ?? 0, since);
		}
	}
	return row.length === 0 ? null : likeliest(likelihoods);
}
/**
* Where the mean of a row of amounts stepped up or down: normal noise of unknown size around a mean before and another
* one since, both integrated out with flat priors (Smith 1975). Ranks among few nights cannot tell how far a night lies
* from the others; amounts can. Null where fewer than three values are known, or none of the steps goes that way.
*/
function locateStep(values, towards) {
	const known = values.flatMap((value, night) => value === null ? [] : [{
		value,
		night
	}]);
	const least = 1e-9 * Math.max(1e-9, squaresOf(known.map(({ value }) => value)));
	const likelihoods = new Array(values.length).fill(Number.NEGATIVE_INFINITY);
	for (let step = 1; known.length > 2 && step < known.length; step++) {
		const [before, since] = [known.slice(0, step), known.slice(step)].map((part) => part.map(({ value }) => value));
		if (before === void 0 || since === void 0) continue;
		if (Math.sign(meanOf$1(since) - meanOf$1(before)) !== (towards === "up" ? 1 : -1)) continue;
		const squares = Math.max(least, squaresOf(before) + squaresOf(since));
		const lengths = Math.log(before.length * since.length) / 2;
		likelihoods[known[step]?.night ?? 0] = -(known.length - 2) / 2 * Math.log(squares) - lengths;
	}
	return likelihoods.every((each) => each === Number.NEGATIVE_INFINITY) ? null : likeliest(likelihoods);
}
function meanOf$1(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function squaresOf(values) {
	const mean = values.length === 0 ? 0 : meanOf$1(values);
	return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
/** The likeliest night, and the fewest around it that hold 95 % of the likelihood. */
function likeliest(likelihoods) {
	const total = sumOf(likelihoods);
	const order = likelihoods.map((_, night) => night).sort((one, other) => at(likelihoods, other) - at(likelihoods, one));
	const [first = 0] = order;
	let held = 0;
	let [earliest, latest] = [first, first];
	for (const night of order) {
		if (held >= .95) break;
		held += Math.exp(at(likelihoods, night) - total);
		earliest = Math.min(earliest, night);
		latest = Math.max(latest, night);
	}
	return {
		first,
		earliest,
		latest
	};
}
function at(values, index) {
	return values[index] ?? Number.NEGATIVE_INFINITY;
}

// src/drift/pool.ts
/**
* All scores that tonight's are compared with. While a row drifts, that is what came since its change, so that a turn for
* the worse or for the better shows; once it has recovered, what came while it drifted no longer counts.
*
* @param answers what judges made of the stored answers when they were given: the first scores of a judge's check
*/
function poolOf(epoch, row, answers) {
	const pool = /* @__PURE__ */ new Map();
	const metric = metricOfRow(row);
	const counts = countedNights(epoch, row);
	if (stateOf(epoch, row)?.event === "recovered" || stateOf(epoch, row) === null) {
		if (row === metric) {
			for (const [name, scores] of Object.entries(epoch.reference.cases ?? {})) addAll(pool, name, scores[metric] ?? []);
			for (const [name, scores] of Object.entries(epoch.pool?.cases ?? {})) for (const [value, count] of scores[metric] ?? []) add(pool, name, value, count);
		} else for (const answer of answers) {
			const score = answer.scores[metric];
			if (score !== void 0) add(pool, answer.case, score, 1);
		}
	}
	for (const night of epoch.nights.filter(counts)) for (const [name, scores] of Object.entries(scoresOf$1(night, row))) addAll(pool, name, scores[metric] ?? []);
	return pool;
}
/** Which nights count for a row in its present state. */
function countedNights({ events }, row) {
	const state = events.filter((event) => event.row === row).at(-1);
	if (state === void 0) return () => true;
	if (state.event !== "recovered") return ({ at }) => at >= state.change.first;
	return isSound({ events }, row);
}
/** Whether a night stands outside of every drift that is over. */
function isSound({ events }, row) {
	const lost = lostSpans(events.filter((event) => event.row === row));
	return ({ at }) => !lost.some(({ from, until }) => at >= from && at < until);
}
/** From the first night of each drift to the first one after it. */
function lostSpans(own) {
	const spans = [];
	let from = null;
	for (const { event, change } of own) {
		if (event === "drift") from = change.first;
		if (event !== "recovered" || from === null) continue;
		spans.push({
			from,
			until: change.first
		});
		from = null;
	}
	return spans;
}
function addAll(pool, name, scores) {
	for (const score of scores) add(pool, name, score, 1);
}
function add(pool, name, score, count) {
	const scores = pool.get(name) ?? /* @__PURE__ */ new Map();
	scores.set(score, (scores.get(score) ?? 0) + count);
	pool.set(name, scores);
}

// src/drift/levels.ts
/**
* How a row stood before a change and how it stands since: means over cases of the means of their scores, so that it
* makes no difference which cases a night happened to take.
*/
function levelsAround(epoch, row, first, answers) {
	const metric = metricOfRow(row);
	const before = new Sums();
	if (row === metric) {
		for (const [name, scores] of Object.entries(epoch.reference.cases ?? {})) before.addAll(name, scores[metric] ?? []);
		for (const [name, scores] of Object.entries(epoch.pool?.cases ?? {})) for (const [value, count] of scores[metric] ?? []) before.add(name, value, count);
	} else for (const answer of answers) before.addAll(answer.case, [answer.scores[metric] ?? []].flat());
	const since = new Sums();
	for (const night of epoch.nights.filter(isSound(epoch, row))) addNight(night.at < first ? before : since, night, row, metric);
	const names = [...since.names()].filter((name) => before.meanOf(name) !== null);
	return {
		was: meanOver(names, before),
		now: meanOver(names, since)
	};
}
function addNight(sums, night, row, metric) {
	for (const [name, scores] of Object.entries(scoresOf$1(night, row))) sums.addAll(name, scores[metric] ?? []);
}
function meanOver(names, sums) {
	if (names.length === 0) return null;
	return names.reduce((sum, name) => sum + (sums.meanOf(name) ?? 0), 0) / names.length;
}
/** Sums of scores, case by case. */
var Sums = class {
	sums = /* @__PURE__ */ new Map();
	add(name, value, count) {
		const held = this.sums.get(name) ?? {
			sum: 0,
			count: 0
		};
		this.sums.set(name, {
			sum: held.sum + value * count,
			count: held.count + count
		});
	}
	addAll(name, values) {
		for (const value of values) this.add(name, value, 1);
	}
	names() {
		return this.sums.keys();
	}
	meanOf(name) {
		const held = this.sums.get(name);
		return held === void 0 || held.count === 0 ? null : held.sum / held.count;
	}
};

// src/drift/name-causes.ts
/** Signs that an answer has another form, whatever it says. */
const formatSigns = [
	"fenced",
	"unparsable",
	"empty",
	"cut"
];
/** One-sided level at which a share is called higher, and the least rise that is worth naming. */
const certainty = 2.58;
const leastRise = .05;
/** What a change comes from, as far as the nights before and since can tell. Several may hold; `answers` where none does. */
function nameCauses(prompt, row, change) {
	const { epoch } = prompt;
	if (row !== metricOfRow(row)) return {
		causes: ["judge"],
		details: ["The judge scores the same stored answers otherwise than it did."]
	};
	const before = [epoch.reference, ...epoch.nights.filter(({ at }) => at < change.began)];
	const since = epoch.nights.filter(({ at }) => at >= change.began);
	const named = [
		...nameModel(before, since),
		...nameJudge(prompt, row, change, since),
		...nameFormat(before, since, row, change),
		...nameRefusals(before, since),
		...namePrice(epoch, since)
	];
	if (row === "latency") named.push(["latency", "Only the latency moved, not what is answered."]);
	if (!(row === "cost" && named.length > 0) && named.every(([cause]) => cause === "price")) {
		const same = since.every(({ unchecked = [] }) => !unchecked.includes(row)) ? "Model, system, judge and form of the answers are as before." : "Model, system and form of the answers are as before; whether the judge is cannot be told, for no answer is kept.";
		named.push(["answers", same]);
	}
	return {
		causes: [...new Set(named.map(([cause]) => cause))],
		details: named.map(([, detail]) => detail)
	};
}
function nameModel(before, since) {
	const models = differing(before, since, (name) => name.replace(/ \([^()]*\)$/, ""));
	if (models !== null) return [["model", `The model names itself ${models.now}; before it was ${models.was}.`]];
	const systems = differing(before, since, (name) => name);
	if (systems === null) return [];
	return [["system-fingerprint", `The model is served by ${systems.now}; before it was ${systems.was}.`]];
}
/** Who mostly answers since, where nobody of that name did before. */
function differing(before, since, nameOf) {
	const [was] = rankNames(before, nameOf);
	const [now] = rankNames(since, nameOf);
	if (was === void 0 || now === void 0 || rankNames(before, nameOf).includes(now)) return null;
	return {
		was,
		now
	};
}
/** The most frequent first. */
function rankNames(runs, nameOf) {
	const counts = /* @__PURE__ */ new Map();
	for (const { models } of runs) for (const [model, count] of Object.entries(models)) counts.set(nameOf(model), (counts.get(nameOf(model)) ?? 0) + count);
	return [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
}
/** The judge moved, where it sees the same stored answers otherwise by at least half of what the metric moved. */
function nameJudge({ epoch, answers, rows }, row, { began, was, now }, since) {
	const check = `judge:${metricOfRow(row)}`;
	if (!rows.some((each) => each.row === check)) return [];
	const levels = levelsAround(epoch, check, began, answers);
	if (was === null || now === null || levels.was === null || levels.now === null) return [];
	const moved = now - was;
	const judged = levels.now - levels.was;
	const ranks = since.flatMap((night) => night.ranks[check] ?? []);
	const together = ranks.reduce((sum, rank) => sum + rank, 0) / Math.sqrt(Math.max(1, ranks.length));
	if (!(driftOf(epoch, check) !== null || ranks.length > 0 && together * Math.sign(moved) >= 1.645) || judged * moved <= 0 || Math.abs(judged) < Math.abs(moved) / 2) return [];
	return [["judge", `The judge gives the same stored answers ${points(levels.now)} on average; it gave them ${points(levels.was)}.`]];
}
function nameFormat(before, since, row, { was, now }) {
	const risen = formatSigns.flatMap((sign) => {
		const rise = findRise(before, since, sign);
		return rise === null ? [] : [{
			sign,
			...rise
		}];
	});
	if (risen.length === 0) return [];
	const told = risen.map(({ sign, was, is }) => `${signWords[sign]} in ${percent(is)} (before: ${percent(was)})`);
	const unfenced = since.flatMap((run) => run.unfenced[row] ?? []);
	const cured = unfenced.length === 0 ? null : unfenced.reduce((sum, value) => sum + value, 0) / unfenced.length;
	const heals = cured !== null && was !== null && now !== null && (cured - now) * 2 >= was - now && was > now;
	const words = `In the answers ${told.join("; ")}.`;
	if (!heals) return [["format", words]];
	return [["format", `${words} With code fences stripped the score is ${points(cured)}: the form failed, not the ability.`]];
}
function nameRefusals(before, since) {
	const rise = findRise(before, since, "refused");
	if (rise === null) return [];
	return [["refusals", `${percent(rise.is)} of the answers are refusals (before: ${percent(rise.was)}).`]];
}
function namePrice({ reference }, since) {
	const price = since.at(-1)?.price ?? null;
	if (price === null || reference.price === null || price === reference.price) return [];
	return [["price", `A million tokens cost ${price} now; at the reference ${reference.price}.`]];
}
const signWords = {
	fenced: "a code fence stands",
	unparsable: "no JSON can be read",
	empty: "nothing stands",
	cut: "the end is cut off",
	refused: "the model refuses"
};
/** A sign that is more frequent since, by more than chance. */
function findRise(before, since, sign) {
	const [was, wasOf] = countSign(before, sign);
	const [is, isOf] = countSign(since, sign);
	if (wasOf === 0 || isOf === 0) return null;
	const rise = is / isOf - was / wasOf;
	const pooled = (was + is) / (wasOf + isOf);
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / wasOf + 1 / isOf));
	return rise >= leastRise && rise > certainty * error ? {
		was: was / wasOf,
		is: is / isOf
	} : null;
}
function countSign(runs, sign) {
	return [runs.reduce((sum, { signs }) => sum + (signs[sign] ?? 0), 0), runs.reduce((sum, { samples }) => sum + samples, 0)];
}
function percent(share) {
	return `${Math.round(100 * share)} %`;
}
function points(score) {
	return score.toFixed(2);
}

// src/drift/find-events.ts
/**
* What the nights so far come to, prompt by prompt and row by row. All rows that are watched are corrected together: the
* chance that any of them is ever told to drift where none does is at most alpha.
*
* @param beside prompts that are judged by another assay.yml of the repository, or not tonight
*/
function findEvents(prompts, alpha, beside = []) {
	const rows = prompts.flatMap((prompt) => prompt.rows.map(({ row }) => weigh(prompt, row)));
	const others = beside.flatMap((prompt) => prompt.rows.map((row) => weigh(prompt, row)));
	const adjusted = adjustEValues([...rows, ...others].map(({ eValue }) => eValue));
	let next = 0;
	return prompts.map((prompt) => prompt.rows.map((row) => {
		const weighed = rows[next];
		const eValue = adjusted[next++] ?? 0;
		const found = !prompt.tonight || eValue < 1 / alpha ? null : tell(prompt, row, weighed, eValue);
		return {
			row: row.row,
			eValue,
			found
		};
	}));
}
/** The evidence since the row's state began. */
function weigh({ epoch }, row) {
	const since = stateOf(epoch, row)?.at ?? "";
	const nights = epoch.nights.filter(({ at }) => at > since);
	const ranks = nights.map((night) => night.ranks[row] ?? null);
	const evidence = ranks.reduce(addNight$1, noEvidence);
	return {
		nights,
		ranks,
		eValue: eValueOf(evidence),
		direction: directionOf(evidence)
	};
}
function tell(prompt, { row, kind, direction: better, margin }, { nights, ranks, direction }, eValue) {
	const { epoch, answers } = prompt;
	const tonight = nights.at(-1);
	const towards = direction === "fall" === (better === "lower") ? "up" : "down";
	const levels = nights.map((night) => night.levels[row] ?? null);
	const place = (kind === "ratio" ? locateStep(levels, towards) : null) ?? locateChange(ranks, direction);
	if (tonight === void 0 || place === null) return null;
	const atNight = (index) => nights[index]?.at ?? tonight.at;
	const first = atNight(place.first);
	const change = {
		before: epoch.nights.findLast(({ at }) => at < first)?.at ?? null,
		first,
		earliest: atNight(place.earliest),
		latest: atNight(place.latest)
	};
	const drift = driftOf(epoch, row);
	const began = drift === null ? change.first : beginningOf(epoch, row);
	const around = levelsAround(epoch, row, began, answers);
	const now = drift === null ? around.now : levelsAround(epoch, row, change.first, answers).now;
	const event = kindOf(drift, direction, distance(around.was, now, kind) <= margin);
	const causes = event === "recovered" ? {
		causes: [],
		details: []
	} : nameCauses(prompt, row, {
		began,
		was: around.was,
		now
	});
	const { unit } = epoch.reference.metrics[row] ?? {};
	const moved = {
		was: around.was,
		now,
		...unit === void 0 ? {} : { unit }
	};
	return {
		kind: "event",
		event,
		at: tonight.at,
		row,
		direction,
		change,
		...moved,
		eValue,
		...causes
	};
}
/** The first night of the drift that a row is in, however often it got worse since. */
function beginningOf({ events }, row) {
	const own = events.filter((event) => event.row === row);
	return own[own.findLastIndex(({ event }) => event === "recovered") + 1]?.change.first ?? "";
}
/** A turn back that does not lead home is another drift. */
function kindOf(drift, direction, isHome) {
	if (drift === null) return "drift";
	if (drift.direction === direction) return "worse";
	return isHome ? "recovered" : "drift";
}
/** In points of a score; of anything else as a share. */
function distance(was, now, kind) {
	if (was === null || now === null || was === now) return 0;
	return kind === "ratio" ? Math.abs(now / was - 1) : Math.abs(now - was);
}

// src/drift/fold-nights.ts
/** Nights that keep their scores case by case. */
const keptNights = 90;
/**
* Keeps a history small: the scores of nights long past are counted together, and lines that have ended keep their means
* alone. What is tested stays the same: a pool does not know in which night a score fell.
*/
function foldNights(records) {
	const start = records.findLastIndex(({ kind }) => kind === "reference");
	const ended = records.slice(0, Math.max(0, start)).flatMap(stripScores);
	const current = records.slice(Math.max(0, start));
	const epoch = currentEpoch(current);
	if (epoch === null) return records;
	const old = findOld(epoch);
	if (old.length === 0) return [...ended, ...current];
	const pool = addToPool(epoch, old);
	const [reference, ...rest] = current;
	const folded = rest.filter(({ kind }) => kind !== "pool").map((record) => record.kind === "night" && old.includes(record) ? {
		...record,
		cases: null
	} : record);
	return [
		...ended,
		reference,
		pool,
		...folded
	];
}
function stripScores(record) {
	if (record.kind === "pool") return [];
	if (record.kind === "reference") return [{
		...record,
		cases: null
	}];
	return [record.kind === "night" ? {
		...record,
		cases: null,
		judged: null
	} : record];
}
/** While something drifts, nothing that it may still be compared with is folded. */
function findOld(epoch) {
	if ([...new Set(epoch.events.map(({ row }) => row))].some((row) => driftOf(epoch, row) !== null)) return [];
	const whole = epoch.nights.filter(({ cases }) => cases !== null);
	return whole.slice(0, Math.max(0, whole.length - keptNights));
}
function addToPool(epoch, old) {
	const counts = /* @__PURE__ */ new Map();
	const add = (name, metric, value, count) => {
		const metrics = counts.get(name) ?? /* @__PURE__ */ new Map();
		const scores = metrics.get(metric) ?? /* @__PURE__ */ new Map();
		scores.set(value, (scores.get(value) ?? 0) + count);
		metrics.set(metric, scores);
		counts.set(name, metrics);
	};
	for (const [name, metrics] of Object.entries(epoch.pool?.cases ?? {})) for (const [metric, scores] of Object.entries(metrics)) for (const [value, count] of scores) add(name, metric, value, count);
	for (const night of old) for (const [name, metrics] of Object.entries(night.cases ?? {})) for (const [metric, values] of Object.entries(metrics)) {
		if (!countedNights(epoch, metric)(night)) continue;
		for (const value of values) add(name, metric, value, 1);
	}
	const cases = [...counts].map(([name, metrics]) => [name, Object.fromEntries([...metrics].map(([metric, scores]) => [metric, [...scores]]))]);
	return {
		kind: "pool",
		at: old.at(-1)?.at ?? "",
		cases: Object.fromEntries(cases)
	};
}

// src/stats/pool-rank.ts
/** Steps of a score between 0 and 1, finest first: the next coarser one is taken where the sum takes too much work. */
const RESOLUTIONS = [
	200,
	40,
	8,
	1
];
/** Multiply-adds for one night of one metric: some tens of milliseconds. */
const MOST_WORK = 3e7;
/**
* Where tonight stands among all nights that might as well have been tonight: the scores of each case, tonight's among
* them, are dealt anew, and the weighted sum that falls to tonight is compared with the one that did. Exact, because only
* the order of a case's scores is used, and ties are broken by `uniform`: where nothing changed, the results of successive
* nights are independent and each is standard normal (conformal prediction: Vovk, Gammerman & Shafer 2005, ch. 8).
* Below 0 is worse.
*
* Scores are rounded first, finer where that is cheap; how fine depends on the scores alone and not on their order.
*
* @param uniform in (0, 1), drawn anew for each night and metric
* @returns null where no case has ever had two different scores: there is nothing to tell
*/
function rankAgainstPool(cases, uniform) {
	const varied = cases.filter(({ pool, score }) => pool.size > (pool.has(score) ? 1 : 0));
	const heaviest = varied.reduce((most, { weight }) => Math.max(most, weight), 0);
	for (const resolution of RESOLUTIONS) {
		const deals = varied.map((each) => dealCase(each, resolution * each.weight / heaviest));
		const step = deals.flatMap(({ law }) => law.values).reduce(commonDivisor, 0) || 1;
		if (resolution > 1 && workOf(deals, step) > MOST_WORK) continue;
		if (deals.every(({ law }) => law.values.length === 1)) continue;
		const observed = deals.reduce((sum, deal) => sum + deal.observed, 0);
		const tails = sumTails(deals.map(({ law }) => law), observed, {
			step,
			mostWork: Number.POSITIVE_INFINITY
		});
		if (tails === null) return null;
		const below = tails.less + uniform * tails.equal;
		const above = tails.greater + (1 - uniform) * tails.equal;
		return below < above ? normalQuantile(Math.max(below, 1e-300)) : -normalQuantile(Math.max(above, 1e-300));
	}
	return null;
}
function dealCase({ pool, score }, steps) {
	const counts = /* @__PURE__ */ new Map();
	const add = (value, count) => {
		const place = Math.round(value * steps);
		counts.set(place, (counts.get(place) ?? 0) + count);
	};
	for (const [value, count] of pool) add(value, count);
	add(score, 1);
	const places = [...counts.keys()].sort((one, other) => one - other);
	const [least = 0] = places;
	const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return {
		law: {
			values: places.map((place) => place - least),
			probabilities: places.map((place) => (counts.get(place) ?? 0) / all)
		},
		observed: Math.round(score * steps) - least
	};
}
function commonDivisor(one, other) {
	return other === 0 ? one : commonDivisor(other, one % other);
}
function workOf(deals, step) {
	let range = 0;
	let work = 0;
	for (const { law } of deals) {
		range += (law.values.at(-1) ?? 0) / step;
		work += law.values.length * range;
	}
	return work;
}

// src/drift/rank-night.ts
/**
* The night with where it stands among all before it, row by row. Ties are broken by draws that are seeded with the prompt
* version, the row and the night: the same history gives the same numbers everywhere.
*/
function rankNight(epoch, night, rows, answers) {
	const levels = rows.flatMap(({ row, kind }) => {
		const level = kind === "ratio" ? levelOf(epoch, night, row) : null;
		return level === null ? [] : [[row, level]];
	});
	const whole = {
		kind: "night",
		...night,
		levels: Object.fromEntries(levels),
		ranks: {}
	};
	const ranks = rows.map((row) => {
		const { uniform } = createRandom(`${night.fingerprint} ${row.row} ${epoch.nights.length} ${night.at}`);
		const draw = Math.max(uniform(), 2 ** -53);
		const rank = row.kind === "ratio" ? rankAmongNights(epoch, whole, row, draw) : rankScores(epoch, whole, row, answers, draw);
		return [row.row, rank];
	});
	return {
		...whole,
		ranks: Object.fromEntries(ranks)
	};
}
function rankScores(epoch, night, { row, direction }, answers, draw) {
	const metric = metricOfRow(row);
	const pools = poolOf(epoch, row, answers);
	const cases = Object.entries(scoresOf$1(night, row)).flatMap(([name, scores]) => {
		const pool = pools.get(name);
		const score = scores[metric]?.[0];
		return pool === void 0 || score === void 0 ? [] : [{
			pool,
			score,
			weight: 1
		}];
	});
	const rank = rankAgainstPool(cases, draw);
	return rank === null || direction === "higher" ? rank : -rank;
}
/**
* Latency and its like: one slow minute slows all cases of a night, so that cases are no evidence beside each other. The
* night as a whole is ranked among the nights before it, which is exact as long as nights can be exchanged.
*/
function rankAmongNights(epoch, night, { row, direction }, draw) {
	const tonight = night.levels[row];
	const before = epoch.nights.filter(countedNights(epoch, row)).flatMap((each) => each.levels[row] ?? []);
	if (tonight === void 0 || before.length === 0) return null;
	const lower = before.filter((level) => level < tonight).length;
	const equal = before.filter((level) => level === tonight).length;
	const rank = normalQuantile((lower + draw * (equal + 1)) / (before.length + 1));
	return direction === "lower" ? -rank : rank;
}
/** Mean logarithm of a night's values beside those of the same cases in the reference. */
function levelOf({ reference }, { cases }, row) {
	const logarithms = Object.entries(cases ?? {}).flatMap(([name, scores]) => {
		const value = scores[row]?.[0];
		const usual = reference.cases?.[name]?.[row] ?? [];
		if (value === void 0 || value <= 0 || usual.length === 0) return [];
		const mean = usual.reduce((sum, each) => sum + Math.log(Math.max(each, 1e-9)), 0) / usual.length;
		return [Math.log(value) - mean];
	});
	if (logarithms.length === 0) return null;
	return logarithms.reduce((sum, each) => sum + each, 0) / logarithms.length;
}

// src/drift/summarise.ts
/** The mean of a metric over the cases of a run; null where no case has a value. */
function summarise(scores, { name, kind, unit = null }) {
	const means = Object.values(scores).flatMap((metrics) => {
		const values = metrics[name] ?? [];
		return values.length === 0 ? [] : [meanOf(kind === "ratio" ? values.map(logarithm) : values)];
	});
	if (means.length === 0) return null;
	const mean = meanOf(means);
	if (kind !== "ratio") return {
		mean,
		...wilson(mean * means.length, means.length, .95),
		cases: means.length
	};
	const error = Math.sqrt(meanOf(means.map((each) => (each - mean) ** 2)) / Math.max(1, means.length - 1));
	const [low, high] = [Math.exp(mean - 1.96 * error), Math.exp(mean + 1.96 * error)];
	return {
		mean: Math.exp(mean),
		low,
		high,
		cases: means.length,
		unit: unit ?? ""
	};
}
function logarithm(value) {
	return Math.log(Math.max(value, 1e-9));
}
function meanOf(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/pipeline/drift/describe-rows.ts
/** Every metric of a prompt as it stands after a night, and the checks of its judges. */
function describeRows(taken, epoch, evidence, gate) {
	const isNight = taken.night.task.kind === "night" && taken.gap === null;
	const known = new Map(evidence.map((each) => [each.row, each]));
	const open = epoch.events.map(({ row }) => row).filter((row) => driftOf(epoch, row) !== null);
	const checks = evidence.map(({ row }) => row).filter((row) => row !== metricOfRow(row));
	const names = taken.metrics.map(({ name }) => name);
	return [.../* @__PURE__ */ new Set([
		...names,
		...checks,
		...open
	])].flatMap((row) => {
		const metric = taken.metrics.find(({ name }) => name === metricOfRow(row)) ?? null;
		const reference = epoch.reference.metrics[row] ?? null;
		const tonight = isNight ? epoch.nights.at(-1)?.metrics[row] ?? null : null;
		const drift = driftOf(epoch, row);
		if (reference === null && tonight === null && drift === null) return [];
		const found = known.get(row);
		return [{
			row,
			watched: metric !== null && isGated(metric, gate.metrics),
			reference,
			tonight,
			pValue: isNight && metric !== null ? compareTonight(epoch, metric, row) : null,
			eValue: found?.eValue ?? null,
			drift,
			found: found?.found ?? null
		}];
	});
}
/** Tonight beside the reference alone: what a single look would say. Null where nothing can be compared. */
function compareTonight({ reference, nights }, { kind, direction }, row) {
	const tonight = nights.at(-1)?.cases ?? {};
	if (kind === "ratio") return null;
	const orient = (score) => direction === "higher" ? score : 1 - score;
	const cases = Object.entries(tonight).flatMap(([name, scores]) => {
		const baseline = (reference.cases?.[name]?.[row] ?? []).map(orient);
		const candidate = (scores[row] ?? []).map(orient);
		return baseline.length === 0 || candidate.length === 0 ? [] : [{
			baseline,
			candidate,
			weight: 1
		}];
	});
	if (cases.length === 0) return null;
	return withinCasePermutation(cases, { seed: nights.at(-1)?.at ?? "" }).pWorse;
}

// src/pipeline/drift/worst-cases.ts
/** How many cases are shown. */
const shown = 5;
/** The cases that lost most of the metric that drifts, with what was answered then and now as far as it may be kept. */
function worstCases({ answers: tonight, run }, epoch, drifts, kept) {
	const drift = drifts.find(({ row, direction }) => direction === "fall" && row === metricOfRow(row));
	if (drift === void 0) return [];
	const before = new Sums();
	const add = (name, values = []) => before.addAll(name, values);
	for (const [name, scores] of Object.entries(epoch.reference.cases ?? {})) add(name, scores[drift.row]);
	const lost = Object.entries(run.cases ?? {}).flatMap(([name, scores]) => {
		const was = before.meanOf(name);
		const now = scores[drift.row]?.[0];
		return was === null || now === void 0 || now >= was ? [] : [{
			name,
			was,
			now
		}];
	});
	const unkept = ({ name }) => Number(!kept.some((each) => each.case === name));
	lost.sort((one, other) => one.now - one.was - (other.now - other.was) || unkept(one) - unkept(other) || (one.name < other.name ? -1 : 1));
	return lost.slice(0, shown).flatMap(({ name, was, now }) => {
		const answer = tonight.find((each) => each.case === name);
		const then = kept.find((each) => each.case === name);
		const outputNow = kept.length === 0 ? null : answer?.output ?? null;
		return answer === void 0 ? [] : [{
			id: answer.id,
			was,
			now,
			outputThen: then?.output ?? null,
			outputNow
		}];
	});
}

// src/pipeline/drift/record-night.ts
/** Adds a night to a history. Pure, because it is done again where another run has written meanwhile. */
function recordNight(files, nights, settings) {
	const known = readHistory(files).prompts;
	const recorded = nights.map((taken) => recordPrompt(taken, known, settings));
	const watching = recorded.flatMap(({ watched, history }) => watched === null ? [] : [{
		...watched,
		answers: history.answers
	}]);
	const evidence = findEvents(watching, settings.gate.alpha, findBeside(recorded, known, settings));
	let next = 0;
	const changes = /* @__PURE__ */ new Map();
	const kept = [];
	const prompts = recorded.map((each) => {
		const rows = each.watched === null ? [] : evidence[next++] ?? [];
		const records = foldNights([...each.history.records, ...rows.flatMap(({ found }) => found ?? [])]);
		const history = {
			...each.history,
			records
		};
		kept.push(history);
		if (each.moved !== null) for (const [path, text] of removeHistory(each.moved)) changes.set(path, text);
		if (each.moved !== null || each.added) for (const [path, text] of writeHistory(history)) changes.set(path, text);
		return describePrompt(each, history, rows, settings);
	});
	const folders = new Set([...kept, ...recorded.flatMap(({ moved }) => moved ?? [])].map(({ folder }) => folder));
	return {
		histories: [...kept, ...known.filter(({ folder }) => !folders.has(folder))],
		changes,
		prompts
	};
}
/** What else the history watches: prompts of other folders, those that are not run, and those that begin tonight. */
function findBeside(recorded, known, { gate, isThere }) {
	const own = new Set(recorded.flatMap(({ history, moved }) => [history.folder, ...moved ? [moved.folder] : []]));
	const foreign = known.filter((history) => !own.has(history.folder) && isThere(lastReference(history)?.path ?? ""));
	const resting = recorded.filter(({ watched }) => watched === null);
	return [...[...foreign, ...resting.filter(({ added }) => !added).map(({ history }) => history)].flatMap(({ records }) => {
		const epoch = currentEpoch(records);
		return epoch === null ? [] : [{
			epoch,
			rows: Object.keys(epoch.nights.at(-1)?.ranks ?? {})
		}];
	}), ...resting.flatMap(({ added, taken, history }) => {
		const epoch = added ? currentEpoch(history.records) : null;
		return epoch === null ? [] : [{
			epoch,
			rows: rowsOf(taken, gate, []).map(({ row }) => row)
		}];
	})];
}
function recordPrompt(taken, known, { drift, gate, now, isThere }) {
	const { night, run } = taken;
	const found = findHistory(known, night.present, isThere);
	const folder = folderOfPrompt(night.present);
	const moved = found?.renamed ? found.history : null;
	const before = {
		records: [],
		answers: [],
		...found?.renamed ? renameHistory(found.history, night.present) : found?.history,
		folder
	};
	const withRecord = (record, answers = before.answers) => ({
		folder,
		records: [...before.records, record],
		answers
	});
	const at = laterThan(before.records, now);
	if (night.task.kind === "skipped") return {
		taken,
		history: before,
		moved,
		added: false,
		watched: null,
		gap: null
	};
	if (taken.gap !== null) {
		const history = withRecord({
			kind: "gap",
			at,
			reason: taken.gap,
			cost: run.cost
		});
		const epoch = currentEpoch(history.records);
		return {
			taken,
			history,
			moved,
			added: true,
			watched: epoch && {
				epoch,
				rows: rowsOf(taken, gate, before.answers),
				tonight: false
			},
			gap: taken.gap
		};
	}
	if (night.task.kind === "reference") {
		const { name, path } = night.present;
		const answers = chooseAnswers(taken.answers, before.records, drift.keepAnswers);
		const metrics = {
			...run.metrics,
			...checksOf(taken.metrics, scoresThen(answers))
		};
		const unchecked = uncheckedOf(taken.metrics, answers);
		return {
			taken,
			history: withRecord({
				kind: "reference",
				name,
				path,
				reason: night.task.reason,
				...run,
				metrics,
				...unchecked,
				at
			}, answers),
			moved,
			added: true,
			watched: null,
			gap: null
		};
	}
	const epoch = currentEpoch(before.records);
	if (epoch === null || !isSameLine(epoch.reference, run)) return {
		taken,
		history: before,
		moved,
		added: false,
		watched: null,
		gap: "The reference was replaced while the night ran."
	};
	const rows = rowsOf(taken, gate, before.answers);
	const metrics = {
		...run.metrics,
		...checksOf(taken.metrics, taken.judged ?? {})
	};
	const tonight = {
		...run,
		metrics,
		...uncheckedOf(taken.metrics, before.answers),
		at,
		judged: taken.judged
	};
	const history = withRecord(rankNight(epoch, tonight, rows, before.answers));
	return {
		taken,
		history,
		moved,
		added: true,
		watched: {
			epoch: currentEpoch(history.records),
			rows,
			tonight: true
		},
		gap: null
	};
}
/** What judges made of the stored answers, as rows of their own: `judge:helpful`. */
function checksOf(metrics, scores) {
	const means = metrics.filter(({ judged: isJudged, paired }) => isJudged && paired !== true).flatMap((metric) => {
		const mean = summarise(scores, metric);
		return mean === null ? [] : [[`judge:${metric.name}`, mean]];
	});
	return Object.fromEntries(means);
}
/** The judges that nothing is kept for. */
function uncheckedOf(metrics, answers) {
	const judged = metrics.filter(({ judged: isJudged, paired }) => isJudged && paired !== true);
	return answers.length > 0 || judged.length === 0 ? {} : { unchecked: judged.map(({ name }) => name) };
}
/** What scorers made of the answers when they were given. */
function scoresThen(answers) {
	const scoresOf = ({ scores }) => Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, [score]]));
	return Object.fromEntries(answers.map((answer) => [answer.case, scoresOf(answer)]));
}
/** Times of a history only ever rise, whatever the clocks of its runners say. */
function laterThan(records, now) {
	const last = records.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0);
	return new Date(Math.max(now.getTime(), last + 1)).toISOString();
}
/** The metrics that decide, and the checks of the judges among them. */
function rowsOf({ metrics, judged }, gate, answers) {
	const gated = metrics.filter((metric) => isGated(metric, gate.metrics) && metric.paired !== true);
	const checks = gated.filter(({ judged: isJudged }) => isJudged && judged !== null && answers.length > 0);
	const rowOf = (metric, row) => {
		return {
			row,
			kind: metric.kind,
			direction: metric.direction,
			margin: marginOf(metric, gate)
		};
	};
	return [...gated.map((metric) => rowOf(metric, metric.name)), ...checks.map((metric) => rowOf(metric, `judge:${metric.name}`))];
}
/** Other cases than the reference before it kept, so that all get their turn. */
function chooseAnswers(answers, before, wanted) {
	if (answers.length <= wanted) return answers;
	const start = before.filter(({ kind }) => kind === "reference").length * wanted % answers.length;
	return Array.from({ length: wanted }, (_, index) => answers[(start + index) % answers.length]);
}
function describePrompt({ taken, gap, watched }, history, evidence, { gate }) {
	const { night, run } = taken;
	const epoch = currentEpoch(history.records);
	const rows = epoch === null ? [] : describeRows(taken, epoch, evidence, gate);
	const drifts = rows.flatMap(({ drift }) => drift ?? []);
	const status = gap !== null ? "gap" : night.task.kind === "night" ? drifts.length > 0 ? "drifting" : "steady" : night.task.kind;
	return {
		name: night.present.name,
		path: night.present.path,
		status,
		reason: gap ?? (night.task.kind === "night" ? null : night.task.why ?? null),
		gaps: epoch?.gaps ?? 0,
		nights: epoch?.nights.length ?? 0,
		models: modelsOf(run, epoch),
		rows,
		worst: watched === null || !watched.tonight ? [] : worstCases(taken, watched.epoch, drifts, history.answers)
	};
}
function modelsOf(run, epoch) {
	const names = Object.keys(run.models);
	return names.length > 0 ? names : Object.keys(epoch?.nights.at(-1)?.models ?? {});
}

// src/pipeline/drift/shield-night.ts
/** The shield of these settings. An answer is kept whole or not at all: a judge scores it again every night. */
function createNightShield(config) {
	const { text, told } = createShield(config);
	const isSilent = config.content === "none";
	const tell = (output) => output === null || isSilent ? null : text(output);
	return {
		report: told,
		night: (taken) => ({
			...taken,
			answers: taken.answers.filter(({ output }) => !isSilent && text(output) === output)
		}),
		prompt: (prompt) => ({
			...prompt,
			worst: prompt.worst.map((each) => ({
				...each,
				outputThen: tell(each.outputThen),
				outputNow: tell(each.outputNow)
			}))
		})
	};
}

// src/pipeline/drift/check-judges.ts
/**
* Has the judges of a prompt score again what the history keeps of its answers, so that a judge that drifts is told from a
* model that does. Null where there is no judge, or no answer of this version.
*/
async function checkJudges({ plan, present }, answers, executor) {
	const known = new Map(plan.cases.map((planCase) => [nameCase({
		planCase,
		baseline: [],
		candidate: []
	}), planCase]));
	const scores = /* @__PURE__ */ new Map();
	await inParallel(answers, async (answer) => {
		const planCase = known.get(answer.case);
		if (planCase === void 0) return;
		const judges = plan.scorersFor(planCase.testCase).filter(isJudge);
		for (const scorer of judges) {
			const { name } = scorer.metric;
			const tools = scopeTools(executor.toolsFor({
				caseId: answer.id,
				trial: 0,
				draw: "drift:check"
			}), name);
			const sample = sampleOf(answer, present.path);
			const score = await guardScore(scorer, () => scorer.score(sample, planCase.testCase, tools));
			if (score.status === "scored") scores.set(answer.case, {
				...scores.get(answer.case),
				[name]: [score.value]
			});
		}
	});
	return scores.size === 0 ? null : Object.fromEntries([...scores].sort(([one], [other]) => one < other ? -1 : 1));
}
/** Judges of single outputs; one of pairs has nothing to compare with at night. */
function isJudge({ judge, compare }) {
	return judge !== void 0 && compare === void 0;
}
/** What the history keeps of the answers of this very version. */
function answersOf(night, histories, isThere) {
	return ((findHistory(histories, night.present, isThere)?.history)?.answers ?? []).filter(({ fingerprint }) => fingerprint === night.present.fingerprint);
}
function sampleOf({ id, output, fingerprint }, prompt) {
	return {
		prompt,
		arm: "candidate",
		caseId: id,
		trial: 0,
		fingerprint,
		attempts: 0,
		status: "completed",
		latencyMs: 0,
		reply: createReply(output, {})
	};
}

// src/pipeline/drift/look-at-outputs.ts
const fenceLine = /^[ \t]*(?:```|~~~)/m;
/**
* How many outputs show what, whatever they say.
*
* @param lines of the samples file
* @param json whether the prompt asks for JSON
*/
function countSigns(lines, json) {
	const counts = {
		fenced: 0,
		unparsable: 0,
		empty: 0,
		cut: 0,
		refused: 0
	};
	for (const line of lines) {
		const output = typeof line["output"] === "string" ? line["output"] : "";
		const reason = isObject(line["finishReason"]) ? line["finishReason"]["unified"] : "stop";
		if (fenceLine.test(output)) counts.fenced++;
		if (typeof line["refusal"] === "string" || reason === "content-filter") counts.refused++;
		else if (reason === "length") counts.cut++;
		else if (output.trim() === "" && line["toolCalls"] === void 0) counts.empty++;
		else if (json && !isJson(output)) counts.unparsable++;
	}
	return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
function isJson(output) {
	try {
		JSON.parse(output);
		return true;
	} catch {
		return false;
	}
}
/** What stands in an output's first code fence; null where there is none. */
function stripFence(output) {
	const lines = output.split("\n");
	const start = lines.findIndex((line) => fenceLine.test(line));
	if (start < 0) return null;
	const length = lines.slice(start + 1).findIndex((line) => fenceLine.test(line));
	return lines.slice(start + 1, length < 0 ? void 0 : start + 1 + length).join("\n");
}
/** The means that scores had, were no output wrapped in a code fence; empty where none is. Nobody is asked for it. */
async function scoreUnfenced({ cases, plan }, metrics, executor) {
	const values = /* @__PURE__ */ new Map();
	let fenced = 0;
	for (const { candidate, planCase } of cases) {
		const scorers = plan.scorersFor(planCase.testCase).filter(isFree);
		for (const outcome of candidate) {
			const sample = executor.recall(outcome, plan)?.sample;
			if (sample === void 0) continue;
			const bare = await scoreBare(sample, planCase.testCase, scorers);
			if (bare !== null) fenced++;
			for (const scorer of scorers) {
				const { name } = scorer.metric;
				const value = bare?.get(name) ?? outcome.scores.get(name);
				if (typeof value === "number") values.set(name, [...values.get(name) ?? [], value]);
			}
		}
	}
	if (fenced === 0) return {};
	const known = metrics.flatMap(({ name }) => {
		const own = values.get(name) ?? [];
		return own.length === 0 ? [] : [[name, own.reduce((sum, value) => sum + value, 0) / own.length]];
	});
	return Object.fromEntries(known);
}
function isFree({ asks, judge, within, measuresCall, compare, metric }) {
	return [
		asks,
		judge,
		within,
		measuresCall,
		compare
	].every((each) => each === void 0) && metric.kind !== "ratio";
}
/** The scores of what stands in the fence; null where there is none. */
async function scoreBare(sample, testCase, scorers) {
	const text = stripFence(sample.reply.text);
	if (text === null) return null;
	const scores = await scoreSample({
		...sample,
		reply: {
			...sample.reply,
			text
		}
	}, testCase, scorers);
	return new Map([...scores].flatMap(([name, score]) => score.status === "scored" ? [[name, score.value]] : []));
}

// src/pipeline/drift/take-night.ts
/** A night for which more of the samples are missing is none. */
const mostMissing = .2;
/** Sets all prompts up: fresh draws, which no store answers. */
function startNights(nights, gate) {
	let offset = 0;
	return nights.map((night) => {
		const plan = {
			...night.plan,
			cases: night.cases,
			added: []
		};
		const trials = {
			baseline: 0,
			candidate: night.trials
		};
		const run = startPrompt(plan, gate, {
			trials,
			seed: night.present.fingerprint,
			passAlpha: gate.alpha,
			offset
		});
		offset += logSpan(run);
		return {
			run,
			night,
			slots: Array.from(nextSlots(run), (slot) => ({
				...slot,
				draw: "drift"
			}))
		};
	});
}
/** Counts what a prompt's samples came to. */
async function countNight({ run, night }, context) {
	const { log, gate, at } = context;
	const metrics = metricsOf(run.plan);
	const outcomes = run.cases.flatMap(({ candidate }) => candidate);
	const completed = outcomes.filter(({ failure }) => failure === null);
	const wanted = run.cases.length * night.trials;
	const whole = scoresOf(run.cases, metrics, () => true);
	const kept = (metric) => metric.kind !== "ratio" || isGated(metric, gate.metrics);
	const lines = run.cases.map((caseRun) => ({
		caseRun,
		line: lineOf(caseRun.candidate[0], log)
	}));
	const means = metrics.flatMap((metric) => {
		const mean = summarise(whole, metric);
		return mean === null ? [] : [[metric.name, mean]];
	});
	return {
		night,
		metrics,
		run: {
			at,
			fingerprint: night.present.fingerprint,
			scorers: night.scorers,
			models: countModels(completed),
			cost: context.cost,
			price: context.price,
			samples: completed.length,
			signs: countSigns(linesOf(outcomes, log), night.plan.candidate?.configuration.format != null),
			metrics: Object.fromEntries(means),
			unfenced: await scoreUnfenced(run, metrics, context.executor),
			cases: scoresOf(run.cases, metrics, kept)
		},
		gap: whyGap(outcomes, wanted, metrics, context),
		answers: lines.flatMap(({ caseRun, line }) => answerOf(caseRun, line, {
			at,
			night,
			metrics
		}))
	};
}
function scoresOf(cases, metrics, wanted) {
	const names = metrics.filter(wanted).map(({ name }) => name);
	const scores = cases.map((caseRun) => {
		const own = names.flatMap((name) => {
			const values = caseRun.candidate.flatMap(({ scores: of }) => numberOf(of.get(name)));
			return values.length === 0 ? [] : [[name, values]];
		});
		return [nameCase(caseRun), Object.fromEntries(own)];
	});
	return Object.fromEntries(scores.filter(([, own]) => Object.keys(own).length > 0));
}
function numberOf(score) {
	return typeof score === "number" ? [score] : [];
}
function countModels(completed) {
	const counts = /* @__PURE__ */ new Map();
	for (const { model } of completed) if (model !== null) counts.set(model, (counts.get(model) ?? 0) + 1);
	return Object.fromEntries(counts);
}
function lineOf(outcome, log) {
	if (outcome === void 0 || outcome.failure !== null) return null;
	const line = log.read(outcome.index);
	return isObject(line) ? line : null;
}
function linesOf(outcomes, log) {
	return outcomes.map((outcome) => lineOf(outcome, log)).filter((line) => line !== null);
}
/** Why it is no night: too much failed, or too much of what decides could not be scored. */
function whyGap(outcomes, wanted, metrics, { executor, gate }) {
	const completed = outcomes.filter(({ failure }) => failure === null);
	if (wanted === 0 || completed.length < .8 * wanted) return whyMissing(outcomes, wanted, executor);
	for (const metric of metrics.filter((each) => isGated(each, gate.metrics) && each.paired !== true)) {
		const of = completed.filter(({ scores }) => scores.get(metric.name) !== void 0);
		const unscored = of.filter(({ scores }) => typeof scores.get(metric.name) !== "number");
		if (unscored.length <= mostMissing * of.length) continue;
		return `${unscored.length} of ${of.length} answers could not be scored on ${metric.name}.`;
	}
	return null;
}
/** Most of what is missing failed of the same. */
function whyMissing(outcomes, wanted, executor) {
	const stopped = executor.stopped();
	if (stopped === "interrupted") return "The run was interrupted.";
	if (stopped === "maxCost") return "maxCost was used up: no call begins that could go beyond it.";
	if (stopped !== null) return `${stopped} was used up.`;
	const failures = outcomes.flatMap(({ failure }) => failure ?? []);
	const [failure] = failures;
	if (failure === void 0) return `${wanted} samples were wanted and ${outcomes.length} were taken.`;
	return `${failures.length} of ${wanted} samples failed, the first of them: ${failure.message}`;
}
function answerOf(caseRun, line, { at, night, metrics }) {
	const output = line?.["output"];
	const [outcome] = caseRun.candidate;
	if (typeof output !== "string" || outcome === void 0) return [];
	const scores = metrics.flatMap(({ name, kind }) => {
		const [value] = kind === "ratio" ? [] : numberOf(outcome.scores.get(name));
		return value === void 0 ? [] : [[name, value]];
	});
	const { id } = caseRun.planCase.testCase;
	const { fingerprint } = night.present;
	return [{
		at,
		id,
		case: nameCase(caseRun),
		fingerprint,
		output,
		scores: Object.fromEntries(scores)
	}];
}

// src/pipeline/drift/take-nights.ts
/** Takes all samples of tonight, and has the judges score again what is kept. */
async function takeNights(planned, histories, { project, connection, options, isBudgeted, at, isThere }) {
	const { config } = project;
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
	const log = openSampleLog(join(folder, "samples.jsonl"));
	const settings = {
		...config.run,
		...callSettings(connection, config)
	};
	const executor = createExecutor(connection, settings, log, null, options);
	try {
		await prepareProviders(connection, options.signal);
		const started = startNights(planned, config.gate);
		const running = started.filter(({ night }) => isRun(night));
		const plans = running.map(({ run, night }) => {
			return {
				run,
				stored: null,
				again: night.task.kind === "night" ? answersOf(night, histories, isThere).length : 0
			};
		});
		const { maxCost: _budget, ...unbudgeted } = options;
		tellPlan(plans, connection, config, isBudgeted ? options : unbudgeted);
		executor.counts.planned = running.reduce((sum, { slots }) => sum + slots.length, 0);
		await executor.take(running.flatMap(({ slots }) => slots));
		const judged = /* @__PURE__ */ new Map();
		for (const { night } of running) {
			if (night.task.kind !== "night") continue;
			judged.set(night, await checkJudges(night, answersOf(night, histories, isThere), executor));
		}
		executor.finish();
		const nights = [];
		for (const entry of started) {
			const cost = isRun(entry.night) ? costOf(entry, running, executor) : 0;
			const price = priceOf(entry.night, connection);
			const counted = await countNight(entry, {
				executor,
				log,
				gate: config.gate,
				at,
				cost,
				price
			});
			nights.push({
				...counted,
				judged: judged.get(entry.night) ?? null
			});
		}
		const { planned: wanted, made } = executor.counts;
		return {
			nights,
			counts: {
				planned: wanted,
				made,
				failed: executor.failures.length
			},
			cost: executor.cost()
		};
	} finally {
		executor.close();
		log.close();
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** Of a prompt's answers and what scorers asked about them, and its share of what checking the judges cost. */
function costOf(entry, all, executor) {
	const own = ownCost(entry, executor);
	const whole = executor.cost();
	if (own === null || whole === null) return null;
	const prompts = all.reduce((sum, each) => sum + (ownCost(each, executor) ?? 0), 0);
	const samples = all.reduce((sum, { slots }) => sum + slots.length, 0);
	return own + (samples === 0 ? 0 : Math.max(0, whole - prompts) * entry.slots.length / samples);
}
function ownCost({ run }, executor) {
	const { answers, scorers } = executor.costOf(run.plan);
	return answers === null || scorers === null ? null : answers + scorers;
}
/** What the model's tokens cost today, in words that change when the price does. */
function priceOf({ plan }, { models }) {
	const price = plan.candidate === null ? null : models.get(plan.candidate)?.price ?? null;
	const none = {
		cachedInput: null,
		cacheWrite: null,
		reasoning: null
	};
	const input = price?.costOf({
		...none,
		input: 1e6,
		output: 0
	}) ?? null;
	const output = price?.costOf({
		...none,
		input: 0,
		output: 1e6
	}) ?? null;
	return input === null || output === null ? null : `$${input.toFixed(2)} in, $${output.toFixed(2)} out`;
}

// src/pipeline/drift.ts
/**
* Runs the present version of every prompt, never from the store, and holds what comes against all that its history has
* since the reference. Throws a UserError with every mistake that must be mended before a call is made.
*/
async function drift(options) {
	const now = (options.now ?? (() => /* @__PURE__ */ new Date()))();
	const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
	const code = createCodeRunner(options);
	try {
		const tree = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const project = await loadProject(tree, loadOptions(repository.prefix, options));
		const { plans, problems, later, waiting } = planRun({
			changes: project.prompts.map(asNew),
			baseline: null,
			head: project,
			goalposts: project,
			fromBase: false,
			fork: false,
			factories: allFactories(options),
			code
		});
		throwProblems([...brokenProblems(project), ...problems.filter((problem) => !later.includes(problem))]);
		const store = options.history ?? openUsualHistory(repository.root);
		const { prompts: histories, dropped } = readHistory(await store.read());
		const { referencesOnly = false, accepts = [], acceptsOnly = false } = options;
		const changes = plans.map(({ change }) => change);
		for (const { prompt, typed } of accepts) if (typed) checkName(prompt, changes);
		const paths = new Set((await tree.entries()).map(({ path }) => path));
		const isThere = (path) => paths.has(path);
		const nights = planNights(plans, histories, {
			referencesOnly,
			accepts,
			acceptsOnly
		}, {
			...project.config,
			isThere,
			waiting: new Map([...waiting].map(([path, why]) => [path, problemText(why)]))
		});
		const at = now.toISOString();
		const spent = spentInMonth(histories, at);
		const budgeted = {
			...options,
			...budgetOf(project.config, options, spent.known)
		};
		const workspaces = createWorkspaces({
			...repository,
			directory: project.config.directory
		});
		const connection = await connectProviders(nights.filter(isRun).map(({ plan }) => plan), project, repository.root, budgeted, {
			baseline: null,
			candidate: workspaces.of(tree)
		});
		try {
			throwProblems(connection.problems);
			await options.beforeCalls?.();
			const taken = await takeNights(nights, histories, {
				project,
				connection,
				options: budgeted,
				isBudgeted: (options.maxCost ?? project.config.drift.maxCost.night) !== null,
				at,
				isThere
			});
			return await keep(taken.nights, store, {
				at,
				now,
				project,
				isThere,
				counts: taken.counts,
				cost: taken.cost,
				warnings: [
					...dropped === 0 ? [] : [`${dropped} lines of the history were left out: cut off, damaged, or of a newer version`],
					...priceWarnings(taken.nights, histories, isThere),
					...project.warnings.map(problemText),
					...emptyWarning(project),
					...judgeWarnings(taken.nights, project.config),
					...project.config.drift.maxCost.month === null || spent.isAll ? [] : [unknownSpent]
				]
			});
		} finally {
			await workspaces.close();
		}
	} finally {
		await code.close();
		await repository.close();
	}
}
/** A price that is another one than on the last night: told once, whatever the scores do. */
function priceWarnings(nights, histories, isThere) {
	return nights.flatMap(({ night, run, gap }) => {
		const before = (findHistory(histories, night.present, isThere)?.history.records ?? []).findLast((record) => record.kind === "night" || record.kind === "reference")?.price ?? null;
		if (!isRun(night) || gap !== null || before === null || run.price === null || run.price === before) return [];
		return [`${night.present.name}: a million tokens cost ${run.price} now; on the last night ${before}.`];
	});
}
const unknownSpent = "What some nights of this month cost is unknown: drift.maxCost.month counts the others alone.";
/** What may still be spent: a night's limit, and what is left of the month's. */
function budgetOf({ drift: { maxCost }, run }, options, spent) {
	const month = maxCost.month === null ? null : Math.max(0, maxCost.month - spent);
	const limits = [options.maxCost ?? maxCost.night ?? run.maxCost, month].filter((limit) => limit !== null);
	return limits.length === 0 ? {} : { maxCost: Math.min(...limits) };
}
/** A judge's drift is only told where its answers are kept. */
function judgeWarnings(nights, { drift: { keepAnswers } }) {
	return nights.some(({ metrics }) => metrics.some(({ judged }) => judged)) && keepAnswers === 0 ? ["drift.keepAnswers is 0: a judge that drifts cannot be told from a model that does."] : [];
}
/** Writes the night into the history, and tells what it came to. */
async function keep(nights, store, context) {
	const { at, now, project, isThere, counts, cost, warnings } = context;
	const { drift: settings, gate } = project.config;
	const shield = createNightShield(project.config);
	const recorded = await store.update(`Record the night of ${at.slice(0, 10)}`, (files) => {
		const night = recordNight(files, nights.map(shield.night), {
			drift: settings,
			gate,
			now,
			isThere
		});
		const page = describeHistory(drawLines(night.histories));
		return {
			changes: night.changes.size === 0 ? night.changes : new Map([...night.changes, ...page]),
			result: night
		};
	});
	const { histories } = recorded;
	const prompts = recorded.prompts.map(shield.prompt);
	const silent = prompts.filter(({ status, gaps }) => status === "gap" && gaps >= 3);
	const drifting = prompts.some(({ status }) => status === "drifting");
	const run = prompts.filter(({ status }) => status !== "skipped");
	const lost = run.length > 0 && run.every(({ status }) => status === "gap");
	const spent = spentInMonth(histories, at);
	const report = {
		schemaVersion: 1,
		command: "drift",
		at,
		exitCode: drifting && settings.fail ? exitCodes.gateFailed : lost ? exitCodes.notJudged : exitCodes.pass,
		alarmAt: 1 / gate.alpha,
		prompts,
		calls: counts,
		cost,
		costOfMonth: spent.isAll ? spent.known : null,
		history: store.label,
		warnings: [...warnings, ...silent.map(({ name, gaps }) => `${name}: ${gaps} nights in a row could not be judged.`)]
	};
	return {
		report: shield.report(report),
		lines: drawLines(histories)
	};
}

export { drift as t };