import { i as __toESM } from "./rolldown-runtime.js";
import { A as needsConfirmation, Ct as unwritableSamples, m as exitCodes } from "./errors.js";
import { n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { t as createNumberList } from "./number-list.js";
import { i as resolveModel, m as createReply } from "./registry.js";
import { c as firstTokenMetric, f as countsOf, l as operationalMetrics, n as noModels, o as tellReason, p as joinOpinions, r as scopeTools, s as unscored, t as changedParts, u as operationalScores } from "./changed-parts.js";
import { D as normaliseWeights, E as effectiveCases, F as planLooks, N as createRandom, P as createLook, R as tQuantile, _ as clusterRobust, d as orientedValues, k as decideLook, n as compareMetric, r as isGated, t as caseMove, u as isValue, v as youdenOf } from "./compare-metric.js";
import { a as usualPassRate, o as isPromptSettled, r as planTrials, s as isSettled, t as powerOf } from "./golden-power.js";
import { i as promptVerdict, o as draftSlices, r as combineOutcomes, t as judgeAlone } from "./judge-alone.js";
import { i as totalCost, n as estimatePrompt, r as nothing, t as addEstimates } from "./estimate-run.js";
import { t as lossOf } from "./case-loss.js";
import { t as require_semver } from "./semver.js";
import { t as versionReference } from "./version-reference.js";
import { createHash } from "node:crypto";
import { dirname, posix } from "node:path";
import { closeSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";

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

// src/gate/only-watch.ts
/**
* The report of a run that only watches (`watch: true` in assay.yml): the verdict stands, and nothing fails by it. What a
* user must mend still ends with 2. Doing it twice changes nothing.
*/
function onlyWatch(report) {
	const exitCode = report.exitCode === exitCodes.userError ? exitCodes.userError : exitCodes.pass;
	return {
		...report,
		passed: null,
		exitCode,
		watch: true
	};
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
/** The same tools, which tell where a call that a scorer wants is not made: what would have been said is not known. */
function noticeCut(tools, onCut) {
	const notice = (result) => {
		if (result.status === "failed" && isCutShort(result.failure)) onCut(result.failure);
		return result;
	};
	return {
		ask: async (question) => notice(await tools.ask(question)),
		embed: async (question) => notice(await tools.embed(question))
	};
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

// src/run/sample-log.ts
/** Lines are gathered to about this many bytes a write. */
const chunkSize = 65536;
/** Opens an empty log in this file; a disk that is full is a UserError. It holds what models answered: nobody else may read it. */
function openSampleLog(file) {
	const descriptor = openSync(file, "w+", 384);
	const offsets = createNumberList("float64");
	const lengths = createNumberList("int32");
	let end = 0;
	/** Not written yet: a write a line would take longer than all else that is done with it. */
	let pending = [];
	let pendingBytes = 0;
	const flush = () => {
		const bytes = Buffer.concat(pending);
		writeAll(descriptor, bytes, end - pendingBytes, file);
		pending = [];
		pendingBytes = 0;
	};
	const readBytes = (index) => {
		const length = lengths.get(index);
		if (length === 0) return null;
		if (pendingBytes > 0) flush();
		const bytes = Buffer.allocUnsafe(length);
		readSync(descriptor, bytes, 0, length, offsets.get(index));
		return bytes;
	};
	return {
		append(index, line) {
			const bytes = toLine(line);
			offsets.set(index, end);
			lengths.set(index, bytes.length);
			end += bytes.length;
			pending.push(bytes);
			pendingBytes += bytes.length;
			if (pendingBytes >= chunkSize) flush();
		},
		read(index) {
			const bytes = readBytes(index);
			return bytes === null ? null : JSON.parse(bytes.toString("utf8"));
		},
		writeInOrder(target, tell) {
			mkdirSync(dirname(target), { recursive: true });
			const hash = createHash("sha256");
			const output = openSync(target, "w");
			try {
				let chunk = [];
				let size = 0;
				let position = 0;
				for (let index = 0; index <= lengths.length; index += 1) {
					const written = readBytes(index);
					const bytes = written === null || tell === void 0 ? written : toldLine(written, tell);
					if (bytes !== null) {
						chunk.push(bytes);
						size += bytes.length;
					}
					if (size < chunkSize && index < lengths.length) continue;
					const joined = Buffer.concat(chunk);
					hash.update(joined);
					writeAll(output, joined, position, target);
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
function toLine(line) {
	return Buffer.from(`${JSON.stringify(line)}\n`);
}
function toldLine(bytes, tell) {
	return toLine(tell(JSON.parse(bytes.toString("utf8"))));
}
/** A write may take fewer bytes than it is given. Throws a UserError where the disk takes no more. */
function writeAll(descriptor, bytes, position, file) {
	try {
		for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
	} catch (error) {
		throw unwritableSamples(file, error.code);
	}
}

// src/score/judge/addresses-judge.ts
/** Phrases by which an output speaks to whoever grades it, in several languages; over lower-case text without marks. */
const phrases = [
	/\b(?:dear|note (?:to|for)|attention|hello|hey|message (?:to|for)|to) (?:the |any |all |our |an? )?(?:ai |llm |human )?(?:judges?|graders?|evaluators?|assessors?|raters?|reviewing model)\b/,
	/\b(?:as|you are|you're) (?:an? |the )?(?:ai |llm )?(?:judge|grader|evaluator|rater)\b/,
	/\b(?:ignore|disregard|forget|override) (?:all |any |the |your |my )*(?:previous|prior|above|earlier|other|preceding)? ?(?:instructions?|rules?|rubrics?|criteria|prompts?)\b/,
	/\b(?:grade|rate|score|mark|judge|evaluate) (?:this|it|me|my|the (?:above|following)|this (?:answer|response|output))(?: (?:answer|response|output))? (?:as |a |an |with |at )*(?:a )?(?:pass|passed|correct|perfect|best|full marks?|\d{1,3}\b|five|ten)/,
	/\b(?:i|we) (?:hereby )?(?:grade|rate|score|mark) (?:this|it)\b/,
	/"(?:choice|verdict|score|grade|rating)"\s*:\s*(?:"|\d)/,
	/\b(?:final )?(?:verdict|grade|rating|score)\s*[:=]\s*(?:pass|correct|a\+|\d+\s*\/\s*\d+|10|5)\b/,
	/\b(?:must|should|please|always) (?:be )?(?:choose|select|output|answer|return|give|graded|rated|scored)(?: as| it| this| the (?:choice|grade|score))? ["'`]?(?:pass|yes|5|10|correct|full marks)\b["'`]?/,
	/\b(?:system|developer|administrator) (?:message|notice|override|prompt)\b/,
	/<\/?(?:system|instructions?|rubric|answer|data)>|\[\/?(?:inst|system)\]|<\|(?:im_start|im_end|system|endoftext)\|>/,
	/\b(?:ignoriere|vergiss) (?:alle|die) (?:vorherigen|bisherigen|obigen)?/,
	/\bignor(?:ez|e) (?:toutes )?(?:les )?instructions\b|\bignora (?:todas )?(?:las |le |tutte le )?istru?c?zion[ei]s?\b|\bignora (?:todas )?las instrucciones\b/,
	/忽略.{0,8}(?:指令|指示|说明)|игнорируй.{0,20}инструкци|以前の指示|無視して/
];
/** Characters looked at, from both ends: what is hidden in the middle of a book is not sought for. */
const looked = 2e4;
/**
* Whether an output seems to speak to an evaluator rather than to a user. It is a rough sign, which is why it is compared
* between the arms: a prompt about grading has such outputs in both.
*/
function addressesJudge(output) {
	const text = output.length > 2 * looked ? `${output.slice(0, looked)}\n${output.slice(-2e4)}` : output;
	if (/[\u{e0020}-\u{e007e}]/u.test(text)) return true;
	const plain = text.normalize("NFKD").replace(/[\p{Mn}\p{Cf}]/gu, "").toLowerCase();
	return phrases.some((phrase) => phrase.test(plain));
}

// src/score/score-sample.ts
/**
* Scores one sample by every scorer but those of pairs, in their order; of two with the same name the later counts.
* A scorer that throws, or gives a value that its kind of metric cannot have, leaves the sample unscored with the reason.
*/
async function scoreSample(sample, testCase, scorers, tools = noModels) {
	const alone = scorers.filter((scorer) => scorer.compare === void 0);
	const scores = await Promise.all(alone.map(async (scorer) => {
		const { name } = scorer.metric;
		const own = scopeTools(tools, name);
		return [name, await guardScore(scorer, () => scorer.score(sample, testCase, own))];
	}));
	return new Map(scores);
}
/**
* The score that a scorer gives, whether of one sample, by more opinions or of a pair. Where it throws, or gives a value
* that its kind of metric cannot have, there is none. Reasons are told without what must not be.
*/
async function guardScore({ metric, tell }, give) {
	return tellReason(await giveScore(metric.kind, give), tell);
}
async function giveScore(kind, give) {
	try {
		const score = await give();
		if (score.status === "scored" && !isPossible(score.value, kind)) return unscored(`the scorer gave ${String(score.value)}, which is no ${kind} value`);
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

// src/pipeline/calls/outcome.ts
/** One for all: there are many outcomes, and few with opinions. */
const noOpinions = /* @__PURE__ */ new Map();
/** Scores a sample by all scorers and keeps what comparisons need. */
async function toOutcome(sample, testCase, allScorers, place, tools) {
	const scorers = place.cached ? allScorers.filter((scorer) => !scorer.measuresCall) : allScorers;
	const scored = sample.status === "completed" ? await scoreSample(sample, testCase, scorers, tools) : null;
	const scores = /* @__PURE__ */ new Map();
	const reasons = /* @__PURE__ */ new Map();
	const opinions = /* @__PURE__ */ new Map();
	for (const { metric, compare } of scorers) {
		if (compare !== void 0) continue;
		const score = scored?.get(metric.name);
		if (score === void 0) scores.set(metric.name, "failed");
		else setScore({
			scores,
			reasons,
			opinions
		}, metric.name, score);
	}
	for (const [name, value] of operationalScores(sample)) {
		const isSpeed = name === "latency" || name === "time-to-first-token";
		if (scores.has(name) || isSpeed && place.cached) continue;
		if (name === "cost" && !value) continue;
		scores.set(name, value ?? (sample.status === "failed" ? "failed" : "unscored"));
	}
	const completed = sample.status === "completed" ? sample : null;
	return {
		failure: sample.status === "failed" ? sample.failure : null,
		scores,
		reasons,
		opinions: opinions.size === 0 ? noOpinions : opinions,
		addressesJudge: completed !== null && scorers.some(({ metric }) => metric.judged) && addressesJudge(completed.reply.text),
		conferred: false,
		model: completed === null ? null : snapshotOf(completed.reply),
		digest: completed === null ? null : digestOf(completed.reply),
		...place
	};
}
/** The outcome with other parts. One that is packed reads its own from elsewhere, so to spread it would lose them. */
function withChanges(outcome, changes) {
	const { failure, scores, reasons, opinions, addressesJudge, conferred, model, cached, digest, index } = outcome;
	return {
		failure,
		scores,
		reasons,
		opinions,
		addressesJudge,
		conferred,
		model,
		cached,
		digest,
		index,
		...changes
	};
}
/** What has no score because its sample failed is told apart from what a scorer had nothing to say of. */
function setScore({ failure = null, scores, reasons, opinions }, name, score) {
	scores.set(name, score.status === "scored" ? score.value : failure === null ? "unscored" : "failed");
	if (score.reason) reasons.set(name, score.reason);
	else reasons.delete(name);
	if (score.status === "scored" && score.opinions !== void 0) opinions.set(name, score.opinions);
}
/** The outcome with these scores in the place of earlier ones. */
function withScores(outcome, changed) {
	const maps = {
		failure: outcome.failure,
		scores: new Map(outcome.scores),
		reasons: new Map(outcome.reasons),
		opinions: new Map(outcome.opinions)
	};
	for (const [name, score] of changed) setScore(maps, name, score);
	return withChanges(outcome, maps);
}
/** The outcome of a sample about which not everything was asked that was to be: nothing of it counts. */
function withoutScores(outcome, failure) {
	return withChanges(outcome, {
		failure,
		scores: /* @__PURE__ */ new Map(),
		reasons: /* @__PURE__ */ new Map(),
		opinions: noOpinions,
		digest: null
	});
}
/** Its line: the answer stands, as what came of no use. */
function leftOutLine(line, failure) {
	const { opinions: _opinions, ...rest } = line;
	return {
		...rest,
		status: "failed",
		failure: failureLine(failure),
		scores: {},
		reasons: {}
	};
}
/** The line of a sample with its scores as they stand now; votes that were not given anew stand there. */
function rescoredLine(line, { scores, reasons, opinions }) {
	const earlier = line.opinions ?? {};
	const told = [...opinions].map(([name, own]) => [name, own.votes === void 0 ? {
		...earlier[name],
		...own
	} : own]);
	const values = [...scores].map(([name, value]) => [name, typeof value === "number" ? value : null]);
	return {
		...line,
		scores: Object.fromEntries(values),
		reasons: Object.fromEntries(reasons),
		...opinions.size === 0 ? {} : { opinions: Object.fromEntries(told) }
	};
}
/** The outcome once its line is written: votes stand there, and take too much room to be held. */
function withoutVotes(outcome) {
	if (outcome.opinions.size === 0) return outcome;
	return withChanges(outcome, { opinions: new Map([...outcome.opinions].map(([name, own]) => [name, countsOf(own)])) });
}
/** The sample of a line: what scorers look at, and which draw it is; null where the line is none of a completed sample. */
function readSample(line) {
	if (!isObject(line) || line["status"] !== "completed") return null;
	const { prompt, arm, id, trial, fingerprint, output, refusal, exchange, toolCalls, draw, latencyMs } = line;
	const { tokens, finishReason, timeToFirstTokenMs, cost, logprobs } = line;
	return {
		prompt: String(prompt),
		arm: arm === "baseline" ? "baseline" : "candidate",
		caseId: String(id),
		trial: Number(trial),
		draw: typeof draw === "string" ? draw : "compare",
		fingerprint: String(fingerprint),
		attempts: 0,
		status: "completed",
		latencyMs: typeof latencyMs === "number" ? latencyMs : 0,
		reply: createReply(typeof output === "string" ? output : "", {
			refusal: typeof refusal === "string" ? refusal : null,
			exchange: exchange ?? [],
			toolCalls: toolCalls ?? [],
			timeToFirstTokenMs: typeof timeToFirstTokenMs === "number" ? timeToFirstTokenMs : null,
			cost: typeof cost === "number" ? cost : null,
			...Array.isArray(logprobs) && { logprobs },
			...isObject(tokens) && { tokens },
			...isObject(finishReason) && { finishReason }
		})
	};
}
/** One line of the samples file (`design.md` §4), with what was sent and what is expected where the messages are given. */
function sampleLine(sample, testCase, outcome, { draw, arm, plan }, messages = null) {
	const variant = arm === "candidate" ? plan.variant?.name : void 0;
	const completed = sample.status === "completed" ? sample : null;
	const scores = [...outcome.scores].map(([name, value]) => [name, typeof value === "number" ? value : null]);
	return {
		prompt: sample.prompt,
		...variant === void 0 ? {} : { variant },
		arm: sample.arm,
		id: sample.caseId,
		trial: sample.trial,
		...draw === "compare" ? {} : { draw },
		fingerprint: sample.fingerprint,
		...messages === null ? {} : { messages },
		...messages === null || testCase.expected === null ? {} : { expected: testCase.expected },
		status: sample.status,
		output: completed?.reply.text ?? null,
		...completed?.reply.refusal ? { refusal: completed.reply.refusal } : {},
		...completed === null || completed.reply.finishReason.unified === "stop" ? {} : { finishReason: completed.reply.finishReason },
		...completed?.reply.exchange.length ? { exchange: completed.reply.exchange } : {},
		...completed?.reply.toolCalls.length ? { toolCalls: completed.reply.toolCalls } : {},
		...sample.status === "failed" ? { failure: failureLine(sample.failure) } : {},
		...sample.failures === void 0 ? {} : { repeatedAfter: sample.failures.map(failureLine) },
		scores: Object.fromEntries(scores),
		reasons: Object.fromEntries(outcome.reasons),
		...outcome.opinions.size === 0 ? {} : { opinions: Object.fromEntries(outcome.opinions) },
		tokens: completed === null ? null : tokensLine(completed.reply.tokens),
		latencyMs: completed?.latencyMs || null,
		...completed?.reply.timeToFirstTokenMs == null ? {} : { timeToFirstTokenMs: completed.reply.timeToFirstTokenMs },
		...completed?.reply.logprobs === void 0 ? {} : { logprobs: completed.reply.logprobs },
		model: outcome.model,
		...outcome.cached ? { cached: true } : {},
		cost: completed?.reply.cost ?? null,
		tags: testCase.tags,
		cluster: testCase.cluster
	};
}
/** Parts of the input and the output where they are known. */
function tokensLine({ input, output, ...parts }) {
	return {
		input,
		output,
		...Object.fromEntries(Object.entries(parts).filter(([, count]) => count !== null))
	};
}
function failureLine({ kind, message, httpStatus }) {
	return {
		kind,
		message,
		...httpStatus === null ? {} : { httpStatus }
	};
}
/** The outcome that `sampleLine` wrote down. `judged`: whether a model grades its output. */
function readOutcome(line, index, judged) {
	const missing = line.status === "failed" ? "failed" : "unscored";
	const failure = line.failure && {
		...line.failure,
		httpStatus: line.failure.httpStatus ?? null,
		retryable: false,
		retryAfterMs: null
	};
	const { output, exchange = [], toolCalls = [], opinions } = line;
	return {
		failure: failure ?? null,
		scores: new Map(Object.entries(line.scores).map(([name, value]) => [name, value ?? missing])),
		reasons: new Map(Object.entries(line.reasons)),
		opinions: opinions === void 0 ? noOpinions : new Map(Object.entries(opinions)),
		addressesJudge: judged && (line.shard?.addressesJudge ?? (output !== null && addressesJudge(output))),
		conferred: true,
		model: line.model,
		cached: line.cached ?? false,
		digest: output === null ? null : digestOf({
			text: output,
			exchange,
			toolCalls
		}),
		index
	};
}
/** `gpt-5 (fp_1)`: what is known of who answered. */
function snapshotOf({ model, systemFingerprint }) {
	if (systemFingerprint === null) return model;
	return model === null ? systemFingerprint : `${model} (${systemFingerprint})`;
}
/** Answers that called other tools are no copies, whatever their last words. */
function digestOf({ text, toolCalls, exchange }) {
	const hash = createHash("sha256").update(text);
	if (toolCalls.length + exchange.length > 0) hash.update(JSON.stringify([exchange, toolCalls].map(withoutIds)));
	return hash.digest().toString("base64url", 0, 12);
}
/** Providers give every call an id of its own. */
function withoutIds(value) {
	return JSON.parse(JSON.stringify(value, (key, entry) => key === "id" || key === "toolCallId" ? void 0 : entry));
}

// src/pipeline/calls/case-order.ts
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

// src/pipeline/calls/cut-short.ts
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

// src/pipeline/calls/prompt-run.ts
/** Lists of just the right length: one that is pushed or spread to keeps room for sixteen more. */
function addOutcome(caseRun, arm, outcome) {
	caseRun[arm] = caseRun[arm].length === 0 ? [outcome] : caseRun[arm].concat([outcome]);
}
/** Adds an outcome where its trial belongs: samples come in as they are answered. */
function placeOutcome(caseRun, arm, outcome) {
	const before = caseRun[arm];
	if ((before.at(-1)?.index ?? -1) < outcome.index) addOutcome(caseRun, arm, outcome);
	else caseRun[arm] = [...before, outcome].sort((left, right) => left.index - right.index);
}
/** Sets a prompt up; where stopping early is off or there is nothing to compare, there is one look. */
function startPrompt(plan, gate, start) {
	const none = Object.freeze([]);
	const open = (planCase) => ({
		planCase,
		baseline: none,
		candidate: none
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
		goneFor: null,
		look: 0,
		copies: false,
		cut: null,
		settled: plan.candidate === null,
		comparisons: [],
		confirmation: null,
		fresh: null
	};
}
/** Why the provider answers no sample of an arm as it is, whatever its case; null where it answers. */
function findGone(cases, arm) {
	const kinds = new Set(cases.flatMap((entry) => entry[arm].map(({ failure }) => failure?.kind)));
	return ["missing-model", "refused-parameter"].find((kind) => kinds.has(kind)) ?? null;
}
/** How many samples a prompt takes at most, stored ones among them, without a confirmation. */
function plannedSamples(run) {
	const { baseline, candidate } = run.plan;
	const perCase = (baseline === null ? 0 : run.trials.baseline) + (candidate === null ? 0 : run.trials.candidate);
	return run.cases.length * perCase + (candidate === null ? 0 : run.added.length);
}
/** How many calls a prompt takes at most: its samples, and what scorers ask about each of them. */
function countPlannedCalls(run) {
	const { baseline, candidate } = run.plan;
	const perCase = (baseline === null ? 0 : run.trials.baseline) + (candidate === null ? 0 : run.trials.candidate);
	const asked = (entry) => questionsOf(run.plan, entry);
	const main = run.cases.reduce((sum, entry) => sum + asked(entry), 0) * perCase;
	const added = candidate === null ? 0 : run.added.reduce((sum, entry) => sum + asked(entry), 0);
	return plannedSamples(run) + Math.ceil(main + added);
}
/** What scorers ask about one sample of a case, whatever the other version says. */
function ownQuestionsOf(plan, { planCase }) {
	return plan.scorersFor(planCase.testCase).flatMap((scorer) => scorer.asks ?? []).reduce((sum, { calls, perPair }) => sum + (perPair ? 0 : calls), 0);
}
/** What scorers ask about one sample of a case; what they ask about a pair counts half for each of both arms. */
function questionsOf(plan, { planCase }) {
	const asks = plan.scorersFor(planCase.testCase).flatMap((scorer) => scorer.asks ?? []);
	const share = plan.baseline === null ? 0 : .5;
	return asks.reduce((sum, { calls, perPair }) => sum + calls * (perPair ? share : 1), 0);
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
/**
* The samples of the next look: every new case with all its trials, baseline and candidate side by side. Made as they are
* asked for, so that there are never more than are under way.
*/
function nextSlots(run) {
	const { look, looks, order } = run;
	const from = look === 0 ? 0 : looks[look - 1] ?? 0;
	return { *[Symbol.iterator]() {
		for (let next = from; next < (looks[look] ?? 0); next++) yield* caseSlots(run, order[next]);
		if (look === 0) yield* addedSlots(run);
	} };
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
	return {
		plan: run.plan,
		version,
		caseRun,
		arm,
		trial,
		draw,
		index: logIndex(run, position, arm, trial)
	};
}
/** Where in the log a sample stands. */
function logIndex({ offset, trials }, position, arm, trial) {
	return offset + (position * 2 + (arm === "baseline" ? 0 : 1)) * slotsOfCase(trials) + trial;
}

// src/pipeline/kept/calibrations.ts
/** Where the calibration of a judge is kept, relative to the folder of assay.yml. */
function calibrationPath(judge) {
	return `calibration/${judge.replace(/[^\p{L}\p{N}_-]/gu, (character) => `%${(character.codePointAt(0) ?? 0).toString(16)}`)}.json`;
}
/** The judges of a prompt, each name once: scorers, and what is within combinations. */
function judgesOf(plan) {
	const judges = /* @__PURE__ */ new Map();
	for (const { testCase } of [...plan.cases, ...plan.added]) for (const scorer of plan.scorersFor(testCase)) for (const each of [scorer, ...scorer.within ?? []]) if (each.judge !== void 0 && !judges.has(each.metric.name)) judges.set(each.metric.name, each);
	return [...judges.values()];
}
/** The combinations of a prompt with a judge within them, each name once. */
function combinationsOf(plan) {
	const found = /* @__PURE__ */ new Map();
	for (const { testCase } of [...plan.cases, ...plan.added]) for (const scorer of plan.scorersFor(testCase)) if (scorer.within !== void 0) found.set(scorer.metric.name, scorer);
	return [...found.values()];
}
/** The same plans with what the tree of the goalposts knows of their judges. */
async function addStandings(plans, tree, directory) {
	const read = /* @__PURE__ */ new Map();
	const result = [];
	for (const plan of plans) {
		const standings = /* @__PURE__ */ new Map();
		for (const { metric, judge } of judgesOf(plan)) {
			const path = posix.join(directory, calibrationPath(metric.name));
			if (!read.has(path)) read.set(path, await readJson(tree, path));
			standings.set(metric.name, standingOf(read.get(path) ?? null, judge));
		}
		result.push(standings.size === 0 ? plan : {
			...plan,
			standings
		});
	}
	return result;
}
async function readJson(tree, path) {
	const bytes = await tree.read(path);
	if (bytes === null) return null;
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
}
function standingOf(value, judge) {
	if (!isObject(value) || value["schemaVersion"] !== 1 || typeof value["labels"] !== "number") return { status: "none" };
	if (value["fingerprint"] !== judge.fingerprint) return { status: "other-judge" };
	return {
		status: "calibrated",
		calibration: value
	};
}
/** Judges that agree less with people than the gate asks for, or of which that is not known. */
function refuseJudges(plans, minKappa) {
	if (minKappa === null) return [];
	const problems = /* @__PURE__ */ new Map();
	for (const plan of plans) for (const { metric, place } of judgesOf(plan)) {
		const standing = plan.standings?.get(metric.name) ?? { status: "none" };
		const kappa = standing.status === "calibrated" ? standing.calibration.kappa?.value ?? null : null;
		if (kappa !== null && kappa >= minKappa) continue;
		const known = kappa === null ? "is not calibrated" : `agrees with people at κ = ${kappa.toFixed(2)}`;
		const message = `the judge ${metric.name} ${known}, and gate.minKappa asks for ${minKappa}`;
		problems.set(message, {
			message,
			hint: "Run prompt-assay calibrate labels.jsonl and commit its file; or improve the rubric, or the model.",
			...place && { place }
		});
	}
	return [...problems.values()];
}
/**
* How often the judge of a metric errs, for the correction of differences; null where it is not known, or grades, or
* where the metric is a combination's, which errs otherwise than the judge within.
*/
function errorsOf(plan) {
	if (plan.standings === void 0) return () => null;
	const within = new Set(combinationsOf(plan).flatMap((scorer) => (scorer.within ?? []).map(({ metric }) => metric.name)));
	return (metric) => {
		const standing = within.has(metric) ? void 0 : plan.standings?.get(metric);
		if (standing?.status !== "calibrated") return null;
		const { truePositiveRate, falsePositiveRate } = standing.calibration;
		if (truePositiveRate === null || falsePositiveRate === null) return null;
		return {
			truePositiveRate: truePositiveRate.value,
			passed: truePositiveRate.of,
			falsePositiveRate: falsePositiveRate.value,
			failed: falsePositiveRate.of
		};
	};
}

// src/pipeline/calls/in-parallel.ts
/** More at once only fill memory: calls have limits of their own. */
const mostAtOnce = 256;
/** Runs a task for every item, several at once, started in their order. Rejects with what the first task throws. */
async function inParallel(items, task) {
	const left = items[Symbol.iterator]();
	let index = 0;
	const work = async () => {
		for (let next = left.next(); !next.done; next = left.next()) await task(next.value, index++);
	};
	await Promise.all(Array.from({ length: mostAtOnce }, work));
}

// src/pipeline/calls/confer.ts
/** Rounding in means is no difference. */
const hair$1 = 1e-9;
/**
* Scores what takes both arms, for the cases in which something new came in: pairs are compared, and where a judge sees the
* arms differ it gives further opinions on both. It treats both arms alike, so that under no change neither gains by it.
*/
async function confer(run, cases, executor) {
	if (isAlone(run)) return;
	await inParallel(cases, async (entry) => {
		const { baseline, candidate } = entry;
		const scorers = run.plan.scorersFor(entry.planCase.testCase).filter(({ compare, review, judge }) => [
			compare,
			review,
			judge
		].some((each) => each !== void 0));
		if (scorers.length === 0 || baseline.length === 0 || candidate.length === 0) return;
		if ([...baseline, ...candidate].every(({ conferred }) => conferred)) return;
		const trials = run.copies ? 1 : Math.max(baseline.length, candidate.length);
		let cut = null;
		const noticing = {
			rescore: executor.rescore,
			recall(outcome) {
				const recalled = executor.recall(outcome, run.plan);
				const onCut = (failure) => {
					cut = failure;
				};
				return recalled && {
					...recalled,
					tools: noticeCut(recalled.tools, onCut)
				};
			}
		};
		for (const scorer of scorers) if (scorer.compare !== void 0) await comparePairs(scorer, entry, trials, noticing);
		else await reviewCase(scorer, entry, trials, noticing);
		for (const outcomes of [baseline, candidate]) {
			if (cut !== null) leaveOut(outcomes, cut, executor);
			for (const [index, outcome] of outcomes.entries()) outcomes[index] = withChanges(outcome, { conferred: true });
		}
	});
}
function leaveOut(outcomes, cut, executor) {
	for (const [index, outcome] of outcomes.entries()) if (outcome.failure === null) outcomes[index] = executor.leaveOut(outcome, cut);
}
/** Trial t beside trial t, as many as both arms have; the case has their mean as its one value. */
async function comparePairs(scorer, entry, trials, executor) {
	const { baseline, candidate } = entry;
	const { name } = scorer.metric;
	const pairs = candidate.slice(0, Math.min(trials, baseline.length)).map((own, trial) => [baseline[trial], own]);
	const whole = meanScore((await Promise.all(pairs.map(([left, right]) => comparePair(scorer, left, right, entry, executor)))).filter((score) => score !== null));
	if (whole === null) {
		for (const arm of [baseline, candidate]) fail(arm, name, executor);
		return;
	}
	const mirrored = whole.status === "scored" ? {
		...whole,
		value: 1 - whole.value
	} : whole;
	baseline[0] = executor.rescore(baseline[0], /* @__PURE__ */ new Map([[name, mirrored]]));
	candidate[0] = executor.rescore(candidate[0], /* @__PURE__ */ new Map([[name, whole]]));
}
/** Null where a sample of the pair failed. */
async function comparePair(scorer, baseline, candidate, { planCase }, executor) {
	const [left, right] = [executor.recall(baseline), executor.recall(candidate)];
	if (left === null || right === null) return null;
	const tools = scopeTools(right.tools, scorer.metric.name);
	const none = unscored("this scorer compares nothing");
	return guardScore(scorer, () => scorer.compare?.(left.sample, right.sample, planCase.testCase, tools) ?? none);
}
/** The mean, with the reason of the pair that is nearest to it. */
function meanScore(scores) {
	const scored = scores.filter((score) => score.status === "scored");
	const value = scored.reduce((sum, score) => sum + score.value, 0) / scored.length;
	const gap = (score) => Math.abs(score.value - value);
	const [nearest] = scored.toSorted((one, other) => gap(one) - gap(other));
	if (nearest === void 0) return scores[0] ?? null;
	const given = scores.map((score) => score.status === "scored" ? score.opinions : void 0);
	const opinions = joinOpinions(given, (vote, trial) => scores.length === 1 ? vote : {
		...vote,
		trial
	});
	return {
		...nearest,
		value,
		...opinions !== void 0 && { opinions }
	};
}
/** No pair completed: whose samples failed is told; the other arm has nothing to be held against. */
function fail(outcomes, metric, executor) {
	const leave = (index, outcome, reason) => {
		outcomes[index] = executor.rescore(outcome, /* @__PURE__ */ new Map([[metric, unscored(reason)]]));
	};
	for (const [index, outcome] of outcomes.entries()) if (outcome.failure !== null && !isCutShort(outcome.failure)) leave(index, outcome, outcome.failure.message);
	const [first] = outcomes;
	if (first !== void 0 && outcomes.every(({ failure }) => failure === null)) leave(0, first, "the other version has no output to compare with");
}
async function reviewCase(scorer, entry, trials, executor) {
	if (scorer.review !== void 0 && differs(scorer, entry, trials)) {
		const arms = [entry.baseline, entry.candidate];
		await Promise.all(arms.map((arm) => reviewArm(scorer, arm, entry, trials, executor)));
	}
	levelSmallSteps(scorer, entry, executor);
}
/** On a scale only a difference of a whole step counts. */
function differs({ metric, judge }, { baseline, candidate }, trials) {
	const mean = (arm) => meanOf(arm.slice(0, trials), metric.name);
	return Math.abs(mean(candidate) - mean(baseline)) >= (metric.kind === "binary" ? hair$1 : Math.max(hair$1, (judge?.step ?? 0) - hair$1));
}
/** NaN where no trial has a value: then nothing differs. */
function meanOf(outcomes, metric) {
	const values = outcomes.map(({ scores }) => scores.get(metric)).filter((value) => typeof value === "number");
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** What was asked before is not asked again: opinions that are there already are found. */
async function reviewArm(scorer, outcomes, { planCase }, trials, executor) {
	const { name } = scorer.metric;
	const none = unscored("this scorer reviews nothing");
	await Promise.all(outcomes.slice(0, trials).map(async (outcome, index) => {
		if (typeof outcome.scores.get(name) !== "number") return;
		const recalled = executor.recall(outcome);
		if (recalled === null) return;
		const tools = scopeTools(recalled.tools, name);
		const score = await guardScore(scorer, () => scorer.review?.(recalled.sample, planCase.testCase, tools) ?? none);
		outcomes[index] = executor.rescore(outcome, /* @__PURE__ */ new Map([[name, score]]));
	}));
}
/** The mean of a panel can lie between two steps: trials that differ by less than one are taken for equal. */
function levelSmallSteps({ metric, judge }, { baseline, candidate }, executor) {
	if (metric.kind === "binary" || judge === void 0) return;
	for (const [trial, own] of candidate.slice(0, baseline.length).entries()) {
		const other = baseline[trial];
		const [left, right] = [other.scores.get(metric.name), own.scores.get(metric.name)];
		if (typeof left !== "number" || typeof right !== "number") continue;
		const gap = Math.abs(left - right);
		if (gap < hair$1 || gap >= judge.step - hair$1) continue;
		const level = (outcome) => {
			const reason = outcome.reasons.get(metric.name) ?? null;
			const score = {
				status: "scored",
				value: (left + right) / 2,
				reason
			};
			return executor.rescore(outcome, /* @__PURE__ */ new Map([[metric.name, score]]));
		};
		baseline[trial] = level(other);
		candidate[trial] = level(own);
	}
}

// src/gate/copies.ts
/** How many cases tell whether trials are copies. */
const copyWitnesses = 10;
/** How many of them must have answered twice. */
const fewestRepeated = 5;
/**
* Whether repeats are copies of each other (temperature 0, a cache in between): in the first ten cases the first two
* answers are the same in every arm that has two. Copies are no evidence, and more of them are not worth buying.
*/
function areCopies(seen) {
	let repeated = 0;
	for (const { baseline, candidate } of seen.slice(0, 10)) {
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

// src/pipeline/calls/draft-run.ts
/** The metrics of a prompt: those of its scorers, in the order of the list, then the operational ones. */
function metricsOf(plan) {
	const metrics = /* @__PURE__ */ new Map();
	for (const { testCase } of [...plan.cases, ...plan.added]) for (const scorer of plan.scorersFor(testCase)) metrics.set(scorer.metric.name, scorer.metric);
	for (const metric of operationalMetrics) if (!metrics.has(metric.name)) metrics.set(metric.name, metric);
	return [...metrics.values()];
}
/** How many outputs of each arm seem to speak to whoever grades them. */
function countAddressing(cases) {
	const count = (arm) => {
		const outcomes = cases.flatMap((entry) => entry[arm]).filter(({ failure }) => failure === null);
		return {
			count: outcomes.filter((outcome) => outcome.addressesJudge).length,
			of: outcomes.length
		};
	};
	return {
		baseline: count("baseline"),
		candidate: count("candidate")
	};
}
/** Whether more of the candidate's outputs than of the baseline's do so. */
function courtsJudge(cases) {
	const { baseline, candidate } = countAddressing(cases);
	return candidate.count * Math.max(1, baseline.of) > baseline.count * Math.max(1, candidate.of);
}
/** Compares both arms of the cases seen on every metric, whole and by slices; verdicts come after the correction. */
function draftComparisons(metrics, cases, settings) {
	const courted = metrics.some(({ judged }) => judged) && courtsJudge(cases);
	return metrics.flatMap((metric) => {
		const all = scoresOf(cases, metric);
		if (all.length === 0) return [];
		const scores = settings.copies ? all.map(takeOneTrial) : all;
		const own = {
			...settings,
			errors: settings.errorsOf?.(metric.name) ?? null
		};
		const drafts = [compareMetric(metric, scores, own), ...draftSlices(metric, scores, own)];
		if (!courted || !metric.judged) return drafts;
		return drafts.map((draft) => ({
			...draft,
			blocked: draft.blocked ?? "addresses-judge"
		}));
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
	if (outcomes.length === 1) {
		const score = outcomes[0]?.scores.get(metric.name);
		return score === void 0 ? [] : [score];
	}
	return outcomes.map(({ scores }) => scores.get(metric.name)).filter((score) => score !== void 0);
}
/** Whether the repeats seen so far are copies of each other. */
function repeatsAreCopies(cases) {
	const digests = (outcomes) => outcomes.map(({ digest }) => digest);
	const witnesses = cases.slice(0, 10);
	return areCopies(witnesses.map(({ baseline, candidate }) => ({
		baseline: digests(baseline),
		candidate: digests(candidate)
	})));
}

// src/pipeline/calls/confirm-regression.ts
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
	const isOfFamily = (other) => other !== run && other.plan.variant === void 0 === (run.plan.variant === void 0);
	const others = [...drafts].flatMap(([other, own]) => isOfFamily(other) ? own : []);
	const { fresh, slots } = freshSlots(run);
	executor.counts.planned += slots.reduce((sum, { plan, caseRun }) => sum + 1 + questionsOf(plan, caseRun), 0);
	const shares = [];
	let taken = 0;
	for (const end of planLooks(slots.length, { parts: looks })) {
		await executor.take(slots.slice(taken, end));
		taken = end;
		const seen = fresh.filter((entry) => entry.baseline.length > 0 && entry.candidate.length > 0);
		if (fresh.every(isComplete)) await confer(run, seen, executor);
		if (!fresh.every(isComplete)) {
			const stopped = executor.stopped() ?? "interrupted";
			run.cut = stopped;
			run.comparisons = run.comparisons.map((each) => openUp(each, stopped));
			break;
		}
		shares.push(end / slots.length);
		const look = createLook(shares, seen.length / fresh.length, end === slots.length);
		const { seed, passAlpha, copies } = run;
		const settings = {
			gate,
			seed,
			look,
			passAlpha,
			copies,
			provisional: false,
			errorsOf: errorsOf(run.plan)
		};
		const own = draftComparisons(metrics, seen, settings);
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

// src/pipeline/calls/deal-slots.ts
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
		if (last?.[0]?.caseRun.planCase.testCase === slot.caseRun.planCase.testCase) last.push(slot);
		else groups.push([slot]);
	}
	return groups;
}

// src/pipeline/calls/run-looks.ts
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
			if (run.gone === null && baselineIsGone(run)) {
				run.goneFor = findGone(run.cases, "baseline");
				run.gone = await standIn(run) ? "stored" : "alone";
			}
			if (run.look === 1) run.copies = repeatsAreCopies(seenCases(run));
		}
		await Promise.all(open.map((run) => confer(run, seenCases(run), executor)));
		for (const run of open) {
			if (run.cut === null && isCut(run)) {
				run.cut = executor.stopped();
				if (!saysMore(run)) run.look--;
			}
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
/** Whether the provider no longer answers the baseline as it is, while it does the candidate. */
function baselineIsGone({ cases }) {
	return findGone(cases, "baseline") !== null && findGone(cases, "candidate") === null;
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
		errorsOf: errorsOf(run.plan),
		provisional: run.stored !== null && run.gone === null
	});
}
/**
* Decides the open prompts; what settled ones rejected counts in the correction of the others. Prompts are corrected
* together, and variants together: to look at more of them must not make the gate see less.
*/
function decideRuns(drafts, open, gate) {
	for (const variants of [false, true]) {
		const family = [...drafts].filter(([{ plan }]) => plan.variant !== void 0 === variants);
		decideFamily(new Map(family), open, gate);
	}
}
function decideFamily(drafts, open, gate) {
	const all = [...drafts.values()].flat();
	const decided = decideLook(all, { gate });
	let next = 0;
	for (const [run, own] of drafts) {
		if (open.includes(run)) run.comparisons = decided.slice(next, next + own.length);
		next += own.length;
	}
}

// src/golden/health/input-words.ts
/** Scripts without spaces between words: each character counts as one. Marks belong to the letter before them. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;
/** More words of one text are not looked at: what is alike is alike before. */
const mostWords = 400;
/** Characters that are looked at for them. */
const mostCharacters = 8e3;
/** The words of a text in lower case, without marks between them; at most the first 400. */
function wordsOf(text) {
	const words = text.slice(0, mostCharacters).normalize("NFKC").toLowerCase().match(word) ?? [];
	return words.length > mostWords ? words.slice(0, mostWords) : words;
}
/** All words of a text, however long: the prompt's own. */
function allWordsOf(text) {
	return text.normalize("NFKC").toLowerCase().match(word) ?? [];
}
/** What a case asks with, by name: its variables, its context and its earlier turns, each as words. */
function inputWords({ vars, context, conversation }) {
	const words = /* @__PURE__ */ new Map();
	const add = (name, value) => {
		words.set(name, wordsOf(typeof value === "string" ? value : canonicalJson(value)));
	};
	for (const [name, value] of Object.entries(vars)) add(name, value);
	if (context !== null) add("\0context", context);
	if (conversation?.messages) add("\0messages", conversation.messages);
	return words;
}

// src/golden/health/min-hash.ts
/** Hashes of a signature, in bands of so many: two sets of which 80 % are common meet in a band with a chance of 99 %. */
const bands = 12;
const rows = 5;
/** Members of a bucket that a newcomer is held against: what is alike by the thousand needs no thousand comparisons. */
const heldAgainst = 4;
const factors = Uint32Array.from({ length: 60 }, (_, index) => mix(2 * index + 1) | 1);
const offsets = Uint32Array.from({ length: 60 }, (_, index) => mix(2 * index + 2));
/**
* Finds, for each set that comes in, earlier ones that are likely much like it: MinHash signatures (Broder 1997) in bands,
* so that the work grows with the number of sets and not with its square.
*/
function createLikeness() {
	const buckets = Array.from({ length: bands }, () => /* @__PURE__ */ new Map());
	return { add(id, features) {
		const signature = sign(features);
		const alike = /* @__PURE__ */ new Set();
		for (const [band, bucket] of buckets.entries()) {
			const key = keyOf(signature, band);
			const members = bucket.get(key);
			if (members === void 0) {
				bucket.set(key, [id]);
				continue;
			}
			for (const member of members) alike.add(member);
			if (members.length < heldAgainst) members.push(id);
		}
		return [...alike];
	} };
}
/** Rows of a band as one small number. Bands that share it by chance are told apart by whoever compares the sets. */
function keyOf(signature, band) {
	let key = 0;
	for (let row = band * rows; row < (band + 1) * rows; row++) key = mix(key ^ signature[row]);
	return key >>> 2;
}
function sign(features) {
	const signature = (/* @__PURE__ */ new Uint32Array(60)).fill(4294967295);
	for (const feature of features) {
		const hash = hashText(feature);
		for (let index = 0; index < signature.length; index++) {
			const value = Math.imul(hash, factors[index]) + offsets[index] >>> 0;
			if (value < signature[index]) signature[index] = value;
		}
	}
	return signature;
}
/** FNV-1a, 32 bits, with its bits spread. */
function hashText(text) {
	let hash = 2166136261;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return mix(hash);
}
function mix(value) {
	const once = Math.imul(value ^ value >>> 16, 569420461);
	const twice = Math.imul(once ^ once >>> 15, 1935289751);
	return (twice ^ twice >>> 15) >>> 0;
}

// src/golden/health/find-duplicates.ts
/** Fewer words than these are the same or they are not: numbered inputs are no copies of each other. */
const fewestWords$1 = 8;
const runLength = 3;
/** Share of the runs of words of two texts that both have. */
const likeness = .8;
/**
* Cases that ask what an earlier case asks. Near duplicates expect the same answer: two that differ in a word and in what is
* expected are a test of that word.
*/
function findDuplicates(cases) {
	const seen = /* @__PURE__ */ new Map();
	const alike = createLikeness();
	const found = [];
	for (const [index, testCase] of cases.entries()) {
		const { vars, context, conversation } = testCase;
		const input = canonicalHash({
			vars,
			context,
			conversation: conversation ?? null
		});
		const earlier = seen.get(input);
		if (earlier !== void 0) {
			const kind = expects(earlier) === expects(testCase) ? "duplicate" : "contradiction";
			found.push({
				kind,
				testCase,
				earlier
			});
			continue;
		}
		seen.set(input, testCase);
		const words = inputWords(testCase);
		const near = alike.add(index, runsOf(words)).map((position) => cases[position]).find((other) => expects(other) === expects(testCase) && areAlike(inputWords(other), words));
		if (near !== void 0) found.push({
			kind: "near-duplicate",
			testCase,
			earlier: near
		});
	}
	return found;
}
function expects({ expected }) {
	return canonicalJson(expected);
}
/** Every input for itself: a question is no copy of another because both stand beside the same long document. */
function areAlike(one, other) {
	if (one.size !== other.size) return false;
	return [...one].every(([name, words]) => {
		const others = other.get(name);
		if (others === void 0) return false;
		if (words.join(" ") === others.join(" ")) return true;
		return words.length >= fewestWords$1 && others.length >= fewestWords$1 && shareOfRuns(words, others) >= likeness;
	});
}
/** Jaccard: common runs among all. */
function shareOfRuns(one, other) {
	const [left, right] = [new Set(runs(one)), new Set(runs(other))];
	let common = 0;
	for (const run of left) if (right.has(run)) common++;
	return common / (left.size + right.size - common);
}
function* runsOf(words) {
	for (const [name, own] of words) for (const run of runs(own)) yield `${name}\0${run}`;
}
function* runs(words) {
	if (words.length < runLength) yield words.join(" ");
	for (let start = 0; start + runLength <= words.length; start++) yield words.slice(start, start + runLength).join(" ");
}

// src/golden/health/find-leaks.ts
/** Fewer words stand in a prompt by themselves: labels to choose from, for example. */
const fewestWords = 5;
/** An answer that more cases expect is one that the prompt prescribes. */
const mostSharing = 2;
/** Cases whose expected answer or whose input is one of the prompt's own examples: `texts` are all that it says. */
function findLeaks(cases, texts) {
	const prompt = ` ${texts.flatMap(allWordsOf).join(" ")} `;
	const holds = (words) => words.length >= fewestWords && prompt.includes(` ${words.join(" ")} `);
	const sharing = /* @__PURE__ */ new Map();
	const answers = cases.map(({ expected }) => typeof expected === "string" ? wordsOf(expected) : []);
	for (const answer of answers) sharing.set(answer.join(" "), (sharing.get(answer.join(" ")) ?? 0) + 1);
	return cases.flatMap((testCase, index) => {
		const answer = answers[index] ?? [];
		if (holds(answer) && (sharing.get(answer.join(" ")) ?? 0) <= mostSharing) return [{
			testCase,
			what: "answer"
		}];
		return [...inputWords(testCase).values()].some(holds) ? [{
			testCase,
			what: "question"
		}] : [];
	});
}

// src/pipeline/health/failed-expectations.ts
/** Below it a score on a scale has failed. */
const half = .5;
/**
* Cases whose expected value fails their own scorers. Only scorers of the answer alone are asked, and only those that let
* most expected values pass: one that lets none pass (a schema beside a mere label) is not about such values.
*/
async function findFailedExpectations(cases, scorersFor) {
	const failed = /* @__PURE__ */ new Map();
	const passed = /* @__PURE__ */ new Map();
	for (const testCase of cases) {
		if (testCase.expected === null) continue;
		const { expected } = testCase;
		const sample = answerWith(typeof expected === "string" ? expected : JSON.stringify(expected), testCase);
		for (const scorer of scorersFor(testCase).filter(looksAtAnswer)) {
			const { name, direction } = scorer.metric;
			const score = await guardScore(scorer, () => scorer.score(sample, testCase, noModels));
			if (score.status === "unscored") continue;
			if ((direction === "lower" ? 1 - score.value : score.value) >= half) passed.set(name, (passed.get(name) ?? 0) + 1);
			else push(failed, name, testCase);
		}
	}
	const told = [...failed].filter(([name, own]) => own.length <= (passed.get(name) ?? 0));
	const metrics = /* @__PURE__ */ new Map();
	for (const [name, own] of told) for (const each of own) push(metrics, each, name);
	return cases.flatMap((testCase) => {
		const own = metrics.get(testCase);
		return own === void 0 ? [] : [{
			testCase,
			metrics: own
		}];
	});
}
function push(lists, key, value) {
	const list = lists.get(key);
	if (list === void 0) lists.set(key, [value]);
	else list.push(value);
}
/** Whether a scorer asks nobody and measures nothing but what was answered. */
function looksAtAnswer({ metric, asks, compare, measuresCall, readsFirstToken, runsCode }) {
	return metric.kind !== "ratio" && [
		asks,
		compare,
		measuresCall,
		readsFirstToken,
		runsCode
	].every((each) => each === void 0);
}
function answerWith(text, { id }) {
	return {
		prompt: "",
		arm: "candidate",
		caseId: id,
		trial: 0,
		fingerprint: "",
		attempts: 0,
		status: "completed",
		latencyMs: 0,
		reply: createReply(text)
	};
}

// src/pipeline/health/golden-health.ts
/** Cases that are told by name. */
const mostExamples = 3;
/** A slice in which such a drop may go unseen is too small to say anything. */
const largeDrop = .3;
/** What is known of a golden set before it is run. */
async function examineGolden(input) {
	const { cases, version, scorersFor, mostRead } = input;
	const read = cases.slice(0, mostRead);
	const repeated = findDuplicates(read);
	const repetitions = [
		"contradiction",
		"duplicate",
		"near-duplicate"
	].map((kind) => findingOf(kind, repeated.filter((each) => each.kind === kind), ({ testCase, earlier }) => [testCase, `as ${earlier.id}`]));
	const leaks = findLeaks(read, textsOf(version));
	const failed = await findFailedExpectations(read, scorersFor);
	const findings = [
		...repetitions,
		findingOf("leak", leaks, ({ testCase, what }) => [testCase, `its ${what}`]),
		findingOf("failed-expectation", failed, ({ testCase, metrics }) => [testCase, metrics.join(", ")]),
		smallTags(input)
	];
	const trials = input.trials ?? planTrials(cases.length, input.config, null);
	return {
		cases: cases.length,
		trials,
		detectableDrop: dropOf(cases, trials, input.config),
		findings: findings.flatMap((each) => each ?? [])
	};
}
/** A finding with its first cases; null where there is none. */
function findingOf(kind, entries, tell) {
	if (entries.length === 0) return null;
	const examples = entries.slice(0, mostExamples).map((entry) => {
		const [{ id, place }, detail] = tell(entry);
		return {
			id,
			place,
			detail
		};
	});
	return {
		kind,
		count: entries.length,
		examples
	};
}
/** Everything that a prompt says whatever the case. */
function textsOf({ configuration: { messages, partials = {} } }) {
	return [...messages.map(({ content }) => content), ...Object.values(partials)];
}
function smallTags({ cases, config, trials }) {
	const tagged = /* @__PURE__ */ new Map();
	for (const testCase of cases) for (const tag of testCase.tags) {
		const own = tagged.get(tag);
		if (own === void 0) tagged.set(tag, [testCase]);
		else own.push(testCase);
	}
	const taken = trials ?? planTrials(cases.length, config, null);
	const small = [...tagged].filter(([, own]) => (dropOf(own, taken, config) ?? 1) > largeDrop);
	if (small.length === 0) return null;
	const examples = small.slice(0, mostExamples).map(([tag, own]) => {
		return {
			id: tag,
			place: null,
			detail: own.length === 1 ? "1 case" : `${own.length} cases`
		};
	});
	return {
		kind: "small-tag",
		count: small.length,
		examples
	};
}
function dropOf(cases, trials, settings) {
	const worth = effectiveCases(cases.map(({ weight }) => weight));
	const plan = {
		cases: cases.length,
		effectiveCases: worth,
		passRate: usualPassRate,
		margin: settings.gate.margin
	};
	return powerOf({
		...plan,
		settings
	}, {
		baseline: trials.baseline || trials.candidate,
		candidate: trials.candidate
	}).detectableDrop;
}

// src/pipeline/health/run-health.ts
/** As many as memory holds: texts of more are read from disk, which a run has no time to do twice. `check` looks at more. */
const mostRead = 2e3;
/** Trials of one version that differ by so much disagree. */
const far = .5;
const hair = 1e-9;
/** What a run tells of the cases it has seen, by the scores that decide: `metrics`. */
function examineOutcomes(cases, metrics) {
	const values = /* @__PURE__ */ new Map();
	for (const metric of metrics) for (const scores of scoresOf(cases, metric)) {
		const own = values.get(scores.id) ?? {
			all: [],
			flaky: false
		};
		values.set(scores.id, own);
		for (const arm of ["baseline", "candidate"]) {
			const given = orientedValues(scores[arm], metric);
			own.all.push(...given);
			own.flaky ||= given.length > 1 && Math.max(...given) - Math.min(...given) >= far;
		}
	}
	const pick = (wanted) => cases.flatMap(({ planCase: { testCase } }) => {
		const own = values.get(testCase.id);
		return own !== void 0 && own.all.length > 0 && wanted(own) ? [testCase] : [];
	});
	const failed = pick(({ all }) => all.every((value) => value <= hair));
	const passed = pick(({ all }) => all.every((value) => value >= .999999999));
	const flaky = pick((own) => own.flaky);
	const name = (testCase) => [testCase, null];
	return [
		findingOf("always-failed", failed, name),
		findingOf("always-passed", passed, name),
		findingOf("flaky", flaky, name)
	].flatMap((each) => each ?? []);
}
/** The golden sets of all prompts that are run, as far as they are known before; variants have the same. */
async function examineSets(runs, config) {
	const found = /* @__PURE__ */ new Map();
	for (const run of runs) {
		const { plan, trials } = run;
		if (plan.candidate === null || plan.variant !== void 0 || plan.cases.length === 0) continue;
		const cases = plan.cases.map(({ testCase }) => testCase);
		const { candidate: version, scorersFor } = plan;
		found.set(run, await examineGolden({
			cases,
			version,
			scorersFor,
			config,
			trials,
			mostRead
		}));
	}
	return found;
}
/** The same with what the run tells of the cases. */
function withOutcomes(run, health, gate) {
	const metrics = metricsOf(run.plan).filter((metric) => metric.kind !== "ratio" && !metric.paired && isGated(metric, gate.metrics));
	const seen = examineOutcomes(run.fresh ?? seenCases(run), metrics);
	return {
		...health,
		findings: [...health.findings, ...seen]
	};
}

// src/pipeline/plan/spending.ts
/** What a run's calls need to know of prices and of what providers admit. */
function callSettings({ priceOf }, { providers }) {
	return {
		priceOf,
		quotaOf: (name) => Object.hasOwn(providers, name) ? providers[name] ?? {} : {}
	};
}
/**
* Tells what the run will take at most before its first call. Throws a UserError where that is more than it may without
* being asked; a budget of the caller's own is the answer. Returns the sum.
*/
function tellPlan(started, connection, config, options) {
	const { attributions = /* @__PURE__ */ new Map() } = connection;
	const counted = /* @__PURE__ */ new Set();
	const prompts = started.flatMap(({ run, stored, again = 0 }) => {
		const { candidate, change, baselineKey } = run.plan;
		if (candidate === null) return [];
		const shared = baselineKey !== void 0 && counted.has(baselineKey);
		if (baselineKey !== void 0) counted.add(baselineKey);
		const known = stored === null || stored.resumed ? 0 : stored.fewest;
		const own = estimateRun(run, shared ? run.trials.baseline : known, connection, config, options);
		const { scorers } = estimateRun({
			...run,
			cases: run.cases.slice(0, again),
			trials: {
				baseline: 0,
				candidate: 1
			}
		}, 0, connection, config, options);
		const estimate = again === 0 ? own : addEstimates([own, {
			samples: nothing,
			scorers
		}]);
		const mixes = [...attributions.get(run.plan)?.mixes.values() ?? []];
		const attribution = addEstimates(mixes.map((mix) => estimateRun({
			...run,
			plan: mix,
			added: []
		}, run.trials.baseline, connection, config, options)));
		return [{
			name: change.name,
			estimate,
			...mixes.length > 0 && { attribution }
		}];
	});
	const all = prompts.flatMap(({ estimate, attribution }) => attribution === void 0 ? [estimate] : [estimate, attribution]);
	const plan = {
		prompts,
		total: addEstimates(all)
	};
	if (prompts.length === 0) return plan.total;
	options.onEstimate?.(plan);
	const cost = totalCost(plan.total);
	const { confirmAbove } = config.run;
	const free = options.replay !== void 0 || options.maxCost !== void 0;
	if (confirmAbove !== null && !free && cost !== null && cost > confirmAbove) throw needsConfirmation(cost, confirmAbove);
	return plan.total;
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
		return "problems" in found ? null : connection.priceOf(found.provider, found.model);
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

// src/stats/shapley.ts
/**
* The Shapley value of each player (Shapley 1953): what it adds to those who are in already, averaged over all orders in
* which the players can come in, Σ_S |S|!(k−|S|−1)!/k! · (v(S ∪ {i}) − v(S)). The values sum to v(all) − v(none).
*/
function shapleyValues(worths, players) {
	const chances = chancesBySize(players);
	return Array.from({ length: players }, (_, player) => {
		const bit = 1 << player;
		let value = 0;
		for (let subset = 0; subset < 1 << players; subset++) {
			if ((subset & bit) !== 0) continue;
			const gain = worths[subset | bit] - worths[subset];
			value += chances[countBits(subset)] * gain;
		}
		return value;
	});
}
/**
* The players' shares in the mean difference over the cases. The Shapley value is linear in the worths, so that of the mean
* is the mean of the cases' own, and each share has the interval of a mean: Student's t over clusters, paired within cases.
*
* @param bounded whether all worths are within 0…1. Then two made-up cases, +1 and −1, keep the interval of a share that is
*   the same in every case from being a point (Bonett & Price 2012, there for differences of paired proportions).
*/
function shareOut(cases, players, { confidence, bounded }) {
	const weights = normaliseWeights(cases.map(({ weight }) => weight));
	const values = cases.map(({ worths }) => shapleyValues(worths, players));
	const clusters = cases.map(({ cluster }) => cluster);
	const estimate = (differences) => estimateMean({
		differences,
		weights,
		clusters
	}, confidence, bounded);
	return {
		total: estimate(cases.map(({ worths }) => worths.at(-1) - worths[0])),
		players: Array.from({ length: players }, (_, player) => estimate(values.map((own) => own[player])))
	};
}
function estimateMean({ differences, weights, clusters }, confidence, bounded) {
	const made = bounded ? [1, -1] : [];
	const scale = differences.length / (differences.length + made.length);
	const sums = /* @__PURE__ */ new Map();
	const add = (name, weight, difference) => {
		const sum = sums.get(name) ?? {
			weight: 0,
			difference: 0
		};
		sums.set(name, {
			weight: sum.weight + weight,
			difference: sum.difference + weight * difference
		});
	};
	let mean = 0;
	for (const [index, difference] of differences.entries()) {
		const weight = weights[index];
		mean += weight * difference;
		const cluster = clusters[index] ?? null;
		add(cluster === null ? `case ${index}` : `cluster ${cluster}`, weight * scale, difference);
	}
	const groups = sums.size;
	if (groups < 2) return {
		mean,
		interval: null
	};
	for (const [index, difference] of made.entries()) add(`made ${index}`, scale / differences.length, difference);
	const { mean: centre, se, df } = clusterRobust([...sums.values()]);
	const half = tQuantile((1 + confidence) / 2, Math.min(df, groups - 1)) * (se ?? 0);
	const clip = (end) => bounded ? Math.max(-1, Math.min(1, end)) : end;
	return {
		mean,
		interval: [clip(Math.min(mean, centre - half)), clip(Math.max(mean, centre + half))]
	};
}
/** |S|!(k−|S|−1)!/k! by the size of S. */
function chancesBySize(players) {
	const factorial = (count) => count < 2 ? 1 : count * factorial(count - 1);
	return Array.from({ length: players }, (_, size) => factorial(size) * factorial(players - size - 1) / factorial(players));
}
function countBits(subset) {
	let bits = 0;
	for (let rest = subset; rest > 0; rest >>= 1) bits += rest & 1;
	return bits;
}

// src/pipeline/reports/report-attribution.ts
/** Of each interval by itself. */
const confidence = .95;
/** How the parts share in what regressed; nothing where no mix was asked for. */
function reportAttribution(run, attributed) {
	if (attributed === void 0) return {};
	const { groups, whole, mixes, notes } = attributed;
	const metrics = metricsOf(run.plan);
	const regressed = run.comparisons.filter(({ gated, verdict }) => gated && verdict === "regression");
	const told = regressed.flatMap((comparison) => {
		const metric = metrics.find(({ name }) => name === comparison.metric);
		return metric === void 0 || groups.length < 2 ? [] : shareComparison(comparison, metric, attributed);
	});
	return { attribution: {
		groups,
		mixes: mixes.size,
		cases: whole.length,
		of: run.cases.length,
		confidence,
		metrics: told,
		notes: [...notes, ...tooFew(attributed, told.length < regressed.length)]
	} };
}
/** What a prompt cost with its mixed versions. */
function costWithMixes({ cost, scorersCost }, { plans }, { costOf }) {
	const mixed = plans.map(costOf);
	const add = (own, others) => others.reduce((sum, each) => sum === null || each === null ? null : sum + each, own);
	return {
		cost: add(cost, mixed.map(({ answers }) => answers)),
		...scorersCost !== void 0 && { scorersCost: add(scorersCost, mixed.map(({ scorers }) => scorers)) }
	};
}
function tooFew({ groups, whole }, some) {
	if (groups.length < 2 || !some) return [];
	return [`Which part did it cannot be told: too few of the ${whole.length} cases that were complete have a value in every version.`];
}
/** Fewer cases have no spread to speak of. */
const fewestCases = 5;
function shareComparison({ metric: name, direction, kind, unit, slice }, metric, { groups, whole, mixes }) {
	const candidate = gainsOf(whole, metric);
	const gains = [...mixes].map(([mask, cases]) => [mask, gainsOf(cases, metric)]);
	const full = (1 << groups.length) - 1;
	const cases = whole.flatMap(({ planCase }) => {
		const { id, tags, weight, cluster } = planCase.testCase;
		if (slice !== null && !tags.includes(slice)) return [];
		const worths = [0];
		for (const [mask, own] of gains) worths[mask] = own.get(id);
		worths[full] = candidate.get(id);
		return worths.some((worth) => worth === void 0) ? [] : [{
			worths,
			weight,
			cluster
		}];
	});
	if (cases.filter(({ weight }) => weight > 0).length < fewestCases) return [];
	const { total, players } = shareOut(cases, groups.length, {
		confidence,
		bounded: kind !== "ratio"
	});
	const told = (share) => kind === "ratio" ? asRelative(share) : share;
	const shares = players.map((share, index) => {
		const { mean, interval } = told(share);
		return {
			parts: groups[index] ?? [],
			difference: mean,
			interval
		};
	});
	const { mean: difference, interval } = told(total);
	const ordered = shares.toSorted((left, right) => Math.abs(right.difference) - Math.abs(left.difference));
	return [{
		metric: name,
		direction,
		kind,
		unit,
		slice,
		cases: cases.length,
		difference,
		interval,
		shares: ordered
	}];
}
/** Case → what a version gains over the baseline, larger is better; cases without a value in both are not there. */
function gainsOf(cases, metric) {
	const gains = /* @__PURE__ */ new Map();
	for (const scores of scoresOf(cases, metric)) {
		const [before, after] = ["baseline", "candidate"].map((arm) => levelOf(orientedValues(scores[arm], metric), metric));
		if (before == null || after == null) continue;
		const gain = after - before;
		gains.set(scores.id, metric.kind === "ratio" && metric.direction === "lower" ? -gain : gain);
	}
	return gains;
}
/** The mean of the trials, of their logarithms for ratios; null where there is none. */
function levelOf(values, { kind }) {
	const used = kind === "ratio" ? values.filter((value) => value > 0).map(Math.log) : values;
	return used.length === 0 ? null : used.reduce((sum, value) => sum + value, 0) / used.length;
}
/** From oriented logarithms to oriented relative changes, as comparisons tell them. */
function asRelative({ mean, interval }) {
	const relative = (logarithm) => -Math.expm1(-logarithm);
	return {
		mean: relative(mean),
		interval: interval && [relative(interval[0]), relative(interval[1])]
	};
}

// src/pipeline/reports/judge-notes.ts
/** Below this a judge is no ground to block anybody on (`docs/judge.md`). */
const goodKappa = .6;
/** So many labels make an agreement known. */
const enoughLabels = 50;
/** What a reader must know of the models that judged: how they agree with people and among themselves, and what went wrong. */
function judgeNotes(plan, cases) {
	const judges = judgesOf(plan);
	if (judges.length === 0) return [];
	return [
		...judges.flatMap((scorer) => [
			tellStanding(plan, scorer),
			...tellCorrection(plan, scorer),
			...tellOpinions(scorer, cases),
			...tellUnscored(scorer, cases)
		]),
		...combinationsOf(plan).flatMap((scorer) => [...tellOpinionsWithin(scorer, cases), ...tellUnscored(scorer, cases)]),
		...tellAddressing(cases)
	];
}
function tellStanding(plan, { metric }) {
	const standing = plan.standings?.get(metric.name) ?? { status: "none" };
	const how = "prompt-assay calibrate labels.jsonl tells how far it agrees with people";
	if (standing.status === "none") return `The judge ${metric.name} is not calibrated: ${how}.`;
	if (standing.status === "other-judge") return `The judge ${metric.name} is not calibrated: its model, rubric or scale changed since it was.`;
	const { accuracy, kappa, labels } = standing.calibration;
	const agreement = accuracy === null ? "an unknown share" : percent(accuracy.value);
	return `${`The judge ${metric.name} agrees with people on ${agreement} (κ ${kappa === null ? "unknown" : kappa.value.toFixed(2)}, n = ${labels}).`}${doubts(standing.calibration)}`;
}
function doubts({ kappa, labels }) {
	if (labels < enoughLabels) return ` That is few labels: ${enoughLabels} and more tell.`;
	return kappa === null || kappa.value < goodKappa ? " That is too little to rely on it alone." : "";
}
function tellCorrection(plan, { metric }) {
	const errors = errorsOf(plan)(metric.name);
	if (errors === null || plan.baseline === null || youdenOf(errors) === null) return [];
	const { truePositiveRate, falsePositiveRate } = errors;
	return [`Shares and difference of ${metric.name} are corrected for the judge's errors (it passes ${percent(truePositiveRate)} of what people pass and ${percent(falsePositiveRate)} of what they fail); the interval is wider for it.`];
}
/** Of a combination only what its judges said in all is known. */
function tellOpinionsWithin({ metric }, cases) {
	const opinions = cases.flatMap(({ baseline, candidate }) => [...baseline, ...candidate]).flatMap((outcome) => outcome.opinions.get(metric.name) ?? []);
	const asked = opinions.reduce((sum, each) => sum + each.asked, 0);
	if (asked === 0) return [];
	const share = percent(opinions.reduce((sum, each) => sum + each.agreeing, 0) / asked);
	return [`On ${opinions.length} outputs the judges within ${metric.name} were asked for more than one opinion: ${asked} in all, of which ${share} agree with what stands.`];
}
/** Votes, panels and orders: how many opinions there were and how they agree. */
function tellOpinions(scorer, cases) {
	const { metric, judge, compare, review } = scorer;
	const of = (entry) => [...compare === void 0 ? entry.baseline : [], ...entry.candidate].flatMap(({ opinions }) => opinions.get(metric.name) ?? []);
	const opinions = cases.flatMap(of);
	const asked = opinions.reduce((sum, each) => sum + each.asked, 0);
	if (asked === 0) return [];
	const share = percent(opinions.reduce((sum, each) => sum + each.agreeing, 0) / asked);
	if (compare !== void 0) return [`Both orders agree in ${share} of the pairs that ${metric.name} compared; the others are ties.`];
	const models = judge?.models.length ?? 1;
	if (models > 1 && review === void 0) return [`Of the opinions of ${metric.name}'s panel of ${models}, ${share} agree with what stands.`];
	const reviewed = cases.filter((entry) => of(entry).length > 0).length;
	const further = asked - opinions.length * models;
	return [`Where the versions differed, ${metric.name} gave further opinions: on ${reviewed} ${reviewed === 1 ? "case" : "cases"}, by ${further} further calls; ${share} of all opinions there agree with what stands.`];
}
function tellUnscored({ metric }, cases) {
	const reasons = /* @__PURE__ */ new Map();
	const count = (arm) => {
		const missing = cases.flatMap((entry) => entry[arm]).filter(({ scores }) => scores.get(metric.name) === "unscored");
		for (const outcome of missing) {
			const reason = outcome.reasons.get(metric.name) ?? "for no known reason";
			reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
		}
		return missing.length;
	};
	const [baseline, candidate] = [count("baseline"), count("candidate")];
	if (baseline + candidate === 0) return [];
	const [most] = [...reasons].sort((left, right) => right[1] - left[1]);
	return [`${metric.name} has no score for ${candidate} outputs of the candidate and ${baseline} of the baseline; most often: ${most?.[0] ?? ""}.`];
}
function tellAddressing(cases) {
	const { baseline, candidate } = countAddressing(cases);
	if (baseline.count + candidate.count === 0) return [];
	const more = candidate.count * Math.max(1, baseline.of) > baseline.count * Math.max(1, candidate.of);
	const compared = baseline.of > 0 && more ? " No metric of a judge passes for it." : "";
	return [`Outputs that seem to speak to whoever grades them: ${candidate.count} of ${candidate.of} of the candidate, ${baseline.count} of ${baseline.of} of the baseline.${compared}`];
}
function percent(share) {
	return `${Math.round(share * 100)} %`;
}

// src/pipeline/reports/report-cases.ts
/** Above this many cases only the worst are listed. */
const listedCases = 1e4;
const listedOfLarger = 1e3;
/** Cases of a prompt whose texts are carried in the report, and how much of each text. */
const casesWithTexts = 50;
const textLimit = 4e3;
/** Tool calls of an answer that are told, and how much of each. */
const listedToolCalls = 10;
const toolCallLimit = 200;
const severity = [
	"worse",
	"failed",
	"unscored",
	"better",
	"same",
	"alone"
];
/** The cases of a prompt for the report: in the order of the golden set, with texts where a case moved or failed. */
function reportCases(metrics, cases, gate, { log, tell = asItIs }) {
	const scorers = metrics.filter((metric) => metric.gatesByDefault);
	const gating = metrics.filter((metric) => isGated(metric, gate.metrics));
	const deciding = gating.length > 0 ? gating : scorers;
	const moves = cases.map((entry) => moveOf(entry, deciding));
	const scoresOfCase = (entry) => Object.fromEntries(scorers.map((metric) => [metric.name, meanScores(entry, metric)]));
	const losses = cases.map((entry, index) => {
		const { worse } = moves[index];
		return worse.length === 0 ? 0 : lossOf({
			scores: scoresOfCase(entry),
			worse
		});
	});
	const ranked = [...moves.keys()].sort((left, right) => rank(moves[left]) - rank(moves[right]) || (losses[right] ?? 0) - (losses[left] ?? 0) || left - right);
	const listed = new Set(cases.length > listedCases ? ranked.slice(0, listedOfLarger) : ranked);
	const withTexts = new Set(ranked.filter((index) => moves[index]?.change !== "same").slice(0, casesWithTexts));
	const reports = [];
	for (const [index, entry] of cases.entries()) {
		if (!listed.has(index)) continue;
		const { change, worse } = moves[index];
		const texts = withTexts.has(index);
		const { testCase } = entry.planCase;
		const moved = deciding.filter(({ name }) => worse.includes(name));
		const before = texts ? toldOutcome(entry.baseline, moved, 1, null) : null;
		const told = texts ? toldOutcome(entry.candidate, moved, -1, before) : null;
		reports.push({
			id: testCase.id,
			tags: testCase.tags,
			change,
			worse,
			scores: scoresOfCase(entry),
			expected: texts ? textOf(testCase.expected, tell) : null,
			baseline: outputOf(before, {
				log,
				tell
			}),
			candidate: outputOf(told, {
				log,
				tell
			}),
			reasons: told?.failure === null ? reasonsOf(told, log) : {}
		});
	}
	return reports;
}
function asItIs(text) {
	return text;
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
/**
* The trial that shows what happened: on what got worse, the best of the baseline (`end` 1) and the worst of the candidate
* (−1); of equals, the first that answers differently from `other`. Else the first that completed.
*/
function toldOutcome(outcomes, moved, end, other) {
	const completed = outcomes.filter((outcome) => outcome.failure === null);
	const scoreOf = (outcome, { name, direction }) => {
		const value = outcome.scores.get(name);
		return typeof value === "number" ? direction === "lower" ? -value : value : null;
	};
	const told = moved.find((metric) => completed.every((outcome) => scoreOf(outcome, metric) !== null));
	const rank = (outcome) => told === void 0 ? 0 : -end * (scoreOf(outcome, told) ?? 0);
	const same = (outcome) => Number(other !== null && outcome.digest === other.digest);
	const [first] = completed.toSorted((one, two) => rank(one) - rank(two) || same(one) - same(two));
	return first ?? outcomes[0] ?? null;
}
function outputOf(outcome, { log, tell }) {
	if (outcome === null) return null;
	if (outcome.failure !== null) return {
		status: "failed",
		text: null,
		failure: outcome.failure.message
	};
	const line = log.read(outcome.index);
	const text = line.output || line.refusal;
	const toolCalls = [...(line.exchange ?? []).flatMap((message) => message.toolCalls ?? []), ...line.toolCalls ?? []].slice(0, listedToolCalls).map((call) => toolCallText(call, tell));
	return {
		status: "completed",
		text: typeof text === "string" ? shorten(tell(text)) : "",
		failure: null,
		...toolCalls.length === 0 ? {} : { toolCalls }
	};
}
/** `get_weather({"city":"Bern"})` */
function toolCallText({ name, arguments: given }, tell) {
	const text = tell(`${name}(${given})`);
	return text.length <= toolCallLimit ? text : `${text.slice(0, toolCallLimit).toWellFormed()}…`;
}
function reasonsOf({ index }, log) {
	return log.read(index)?.reasons ?? {};
}
/** What a person would read as the expected answer. */
function textOf(value, tell) {
	if (value === null) return null;
	return shorten(tell(typeof value === "string" ? value : canonicalJson(value)));
}
function shorten(text) {
	return text.length <= textLimit ? text : `${text.slice(0, textLimit).toWellFormed()}…`;
}

// src/pipeline/reports/sampling-notes.ts
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
	return [`Stopped after ${stopped.cases} of ${stopped.of} cases. The interval is adjusted for stopping early; the estimate leans away from 0.`];
}
function goneNotes({ gone, goneFor, plan }) {
	if (gone === null) return [];
	const model = plan.baseline?.configuration.model ?? "its model";
	const why = goneFor === "refused-parameter" ? `The model (${model}) refuses a parameter of the baseline` : `The provider no longer has the baseline's model (${model})`;
	return gone === "stored" ? [`${why}: its stored answers stand in, whatever their age.`] : [`${why} and nothing of it is stored, so the candidate is judged alone.`];
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
	const parts = changedParts(before.configuration, after.configuration);
	return ["minor", `${[parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter((each) => each !== "").join(" and ")} changed`];
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

// src/pipeline/reports/version-notes.ts
/**
* Which version a change asks for, where the prompt states versions; a note for the report. Whether somebody takes a
* regression on record is not known yet, and asks for another version: then both are told.
*/
function versionNotes({ baseline, candidate }, verdict) {
	if (baseline === null || candidate === null) return [];
	const propose = (accepted) => proposeVersion(baseline.version, candidate.version, {
		verdict,
		accepted
	});
	const [proposed, onRecord] = [propose(false), propose(true)];
	if (proposed === null || onRecord === null) return [];
	const [before, after] = [baseline.version.semanticVersion, candidate.version.semanticVersion];
	const other = onRecord.version === proposed.version ? "" : `, and ${onRecord.version} once its regression is accepted`;
	const asked = `${proposed.version} (${proposed.bump}), because ${proposed.reason}${other}`;
	if (after === null) return [`The version ${before} was taken out; this change would be ${asked}.`];
	if (after === before) return [`The version is still ${before}; this change would be ${asked}.`];
	if (import_semver.default.gte(after, proposed.version)) return [`The version goes from ${before} to ${after}, which fits: ${proposed.reason}${other}.`];
	return [`The version goes from ${before} to ${after}, but this change would be ${asked}.`];
}
/** The report without what it says of version numbers: a verdict does not rest on them, and is given again without them. */
function withoutVersionNotes(report, changes) {
	return mapPrompts(report, changes, (prompt, change) => {
		const told = versionNotes(change, prompt.verdict);
		return {
			...prompt,
			notes: prompt.notes.filter((note) => !told.includes(note))
		};
	});
}
/** The same verdict for changes that ask for the same calls, at other revisions and perhaps under other version numbers. */
function withVersionsOf(report, changes, { baseline, head }) {
	return mapPrompts(report, changes, (prompt, change) => ({
		...prompt,
		baseline: versionReference(change.baseline?.version ?? null, baseline),
		candidate: versionReference(change.candidate?.version ?? null, head),
		notes: [...prompt.notes, ...versionNotes(change, prompt.verdict)]
	}));
}
function mapPrompts(report, changes, edit) {
	const prompts = report.prompts.map((prompt) => {
		const change = changes.find(({ path }) => path === prompt.path);
		return change === void 0 ? prompt : edit(prompt, change);
	});
	return {
		...report,
		prompts
	};
}
/** Verdicts that a change may get, once both versions are judged. */
const possible = [
	"regression",
	"below-threshold",
	"error",
	"inconclusive",
	"no-regression",
	"above-threshold",
	"improvement"
];
/** The notes by verdict, for a report that is put together where the versions are not at hand; null where there is none. */
function versionNotesByVerdict(change) {
	const notes = possible.map((verdict) => [verdict, versionNotes(change, verdict)]);
	return notes.every(([, told]) => told.length === 0) ? null : Object.fromEntries(notes);
}

// src/pipeline/reports/report-prompt.ts
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
	const paid = context.executor.costOf(plan);
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
		pair: pairOf(change),
		accepted: null,
		...sampling,
		comparisons,
		added: added.length === 0 ? null : {
			cases: added.length,
			comparisons: judgeCases(metrics, added, gate)
		},
		cost: paid.answers,
		scorersCost: paid.scorers,
		cases: reportCases(metrics, [...cases, ...added], gate, context),
		goldenSize: plan.cases.length + plan.added.length,
		notes: [
			...plan.notes,
			...cut === null ? [] : [cutNote(cut, cases.length, run.cases.length)],
			...samplingNotes(run, sampling),
			...attemptNotes(attempts),
			...servedBy(cases),
			...judgeNotes(plan, cases),
			...versionNotes(change, verdict)
		],
		...asksOf(change)
	};
}
/** What both versions ask for, where there is something to hold against each other or to read. */
function asksOf({ kind, baseline, candidate }) {
	if (kind === "unchanged" || kind === "deleted") return {};
	const [before, after] = [baseline, candidate].map((each) => each?.version.configuration ?? null);
	return before == null && after == null ? {} : { asks: {
		baseline: before ?? null,
		candidate: after ?? null
	} };
}
function withoutVerdict(comparison, cut) {
	return {
		...comparison,
		verdict: "error",
		reason: reasonOf(cut)
	};
}
/** What an acceptance names: another candidate is another pair, and so is another baseline. */
function pairOf({ baseline, candidate }) {
	if (baseline === null || candidate === null) return null;
	return canonicalHash([baseline.version.fingerprint, candidate.version.fingerprint]);
}
function judgeCases(metrics, cases, gate) {
	return metrics.filter((metric) => !metric.paired).flatMap((metric) => {
		const scores = scoresOf(cases, metric);
		return scores.length === 0 && cases.length > 0 && !isGated(metric, gate.metrics) ? [] : [judgeAlone(metric, scores, gate)];
	});
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
		"refused-parameter",
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

// src/gate/choose-version.ts
/** Estimates that differ by rounding alone are equal. */
const slack = 1e-9;
/**
* A version that is at least as good on every score and costs no more, and is better on one of these, by the estimates;
* the cheapest where there are several. Null where there is none, or where something is unknown.
*/
function findDominator(version, others) {
	const own = differencesOf(version);
	if (own === null) return null;
	return others.flatMap((other) => {
		const theirs = differencesOf(other);
		if (theirs === null || theirs.length !== own.length) return [];
		const gains = theirs.map((value, index) => value - (own[index] ?? 0));
		if (gains.some((gain) => gain < -1e-9) || gains.every((gain) => gain <= slack)) return [];
		return [{
			name: other.name,
			cheapness: theirs.at(-1) ?? 0
		}];
	}).sort((one, other) => other.cheapness - one.cheapness)[0]?.name ?? null;
}
/** Of scores and cost, to the baseline; positive is better. Null where one is unknown. */
function differencesOf({ quality, cost }) {
	const differences = [...quality, ...cost === null ? [] : [cost]].map(({ difference }) => difference);
	return cost === null || differences.includes(null) ? null : differences;
}
/**
* The cheapest version of which nobody need fear a loss: the baseline, or one that passed. Null where the cost of one of
* them is unknown.
*/
function findCheapest(versions) {
	const safe = versions.filter(({ role, verdict }) => role === "baseline" || verdict === "no-regression" || verdict === "improvement");
	const costs = safe.map(({ cost }) => cost?.difference ?? null);
	if (costs.includes(null)) return null;
	const best = Math.max(...costs);
	return safe[costs.indexOf(best)]?.name ?? null;
}

// src/pipeline/reports/report-variants.ts
/** Every prompt that was tried in variants: what each version gives, and which of them another one dominates. */
function reportVariants(reports, gate) {
	const variants = reports.filter(({ run }) => run.plan.variant !== void 0);
	const paths = new Set(variants.map(({ report }) => report.path));
	const gatingComparisons = variants.flatMap(({ report }) => report.comparisons.filter(({ gated }) => gated)).length;
	return [...paths].map((path) => {
		const own = reports.filter(({ report }) => report.path === path);
		return reportPath(own.filter(({ run }) => run.plan.variant !== void 0), own.find(({ run }) => run.plan.variant === void 0 && run.plan.baseline !== null)?.report ?? null, {
			confidence: 1 - 2 * gate.alpha,
			gatingComparisons
		});
	});
}
function reportPath(variants, candidate, correction) {
	const details = variants.map(({ report }) => report);
	const compared = candidate === null ? details : [candidate, ...details];
	const costMetric = compared.every((prompt) => isKnown(findComparison(prompt, "cost"))) ? "cost" : "tokens";
	const [first] = variants;
	const version = (name, role, prompt) => ({
		name,
		role,
		model: prompt.models.candidate,
		verdict: prompt.verdict,
		reason: prompt.reason,
		quality: qualityOf(prompt).map(measureCandidate),
		cost: measure(findComparison(prompt, costMetric), measureCandidate),
		latency: measure(findComparison(prompt, "latency"), measureCandidate),
		dominatedBy: null,
		details: role === "variant" ? prompt : null
	});
	const widest = compared.reduce((most, each) => pairsOf(each) > pairsOf(most) ? each : most);
	const versions = [
		{
			...version("baseline", "baseline", widest),
			model: widest.models.baseline,
			verdict: null,
			reason: null,
			quality: qualityOf(widest).map(measureBaseline),
			cost: measure(findComparison(widest, costMetric), measureBaseline),
			latency: measure(findComparison(widest, "latency"), measureBaseline)
		},
		...candidate === null ? [] : [version("candidate", "candidate", candidate)],
		...variants.map(({ run, report }) => version(run.plan.variant?.name ?? report.name, "variant", report))
	];
	const comparable = costMetric === "cost" || new Set(versions.map(({ model }) => model)).size === 1;
	return {
		prompt: first.run.plan.variant?.prompt ?? first.report.name,
		path: first.report.path,
		costMetric,
		...correction,
		versions: comparable ? versions.map((each) => ({
			...each,
			dominatedBy: findDominator(each, versions)
		})) : versions,
		cheapest: comparable ? findCheapest(versions) : null
	};
}
/** The scores that decide; where none does, all that there are. */
function qualityOf({ comparisons }) {
	const scores = comparisons.filter(({ kind, slice, metric }) => kind !== "ratio" && slice === null && metric !== "failure-rate");
	const gating = scores.filter(({ gated }) => gated);
	return gating.length > 0 ? gating : scores;
}
/** An amount: a scorer of that name with a bound passes or fails, which is none. */
function findComparison({ comparisons }, name) {
	return comparisons.find(({ metric, slice, kind }) => metric === name && slice === null && kind === "ratio") ?? null;
}
function isKnown(comparison) {
	return comparison !== null && comparison.baseline !== null && comparison.difference !== null;
}
function pairsOf(prompt) {
	return Math.max(0, ...qualityOf(prompt).map(({ pairs }) => pairs));
}
function measure(comparison, read) {
	return comparison === null ? null : read(comparison);
}
function measureBaseline({ metric, kind, direction, unit, baseline, pairs }) {
	return {
		metric,
		kind,
		direction,
		unit,
		value: baseline,
		interval: null,
		difference: baseline === null ? null : 0,
		pairs
	};
}
function measureCandidate(comparison) {
	const { metric, kind, direction, unit, candidate, difference, pairs } = comparison;
	return {
		metric,
		kind,
		direction,
		unit,
		value: candidate,
		interval: layInterval(comparison),
		difference,
		pairs
	};
}
/** The interval of the difference, at the baseline's value and in its unit; low end first. */
function layInterval({ kind, direction, baseline, interval }) {
	if (interval === null || baseline === null) return null;
	const sign = direction === "lower" ? -1 : 1;
	const [low = 0, high = 0] = interval.map((end) => kind === "ratio" ? baseline * (1 + sign * end) : baseline + sign * end).sort((one, other) => one - other);
	return [low, high];
}

// src/pipeline/reports/build-report.ts
/** Puts together the one value that every renderer reads. */
function buildReport(input) {
	const { started, executor, gate, baseline, head } = input;
	const reports = started.map((each) => {
		const own = reportPrompt(each, {
			baseline,
			head,
			gate,
			executor,
			log: input.log,
			tell: input.tell
		});
		const attributed = input.attributed?.get(each.run.plan);
		return {
			run: each.run,
			report: {
				...own,
				...attributed && costWithMixes(own, attributed, executor),
				...reportAttribution(each.run, attributed),
				...healthOf(input.health?.get(each.run))
			}
		};
	});
	const judged = reports.filter(({ run }) => run.plan.variant === void 0);
	const prompts = judged.map(({ report }) => report);
	const variants = reportVariants(reports, gate);
	const { counts, failures } = executor;
	return {
		schemaVersion: 1,
		command: input.command,
		...outcomeOf(prompts, variants, gate),
		...namesOf(baseline, head),
		goalposts: input.goalposts,
		gate: {
			margin: gate.margin,
			alpha: gate.alpha,
			scope: gate.scope,
			inconclusive: gate.inconclusive,
			gatingComparisons: judged.flatMap(({ run }) => run.comparisons).filter((comparison) => comparison.gated).length
		},
		prompts,
		...variants.length === 0 ? {} : { variants },
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
/**
* Variants are for choosing and fail nothing. Where nothing else was run and none of them could be judged, the question
* was not answered.
*/
function outcomeOf(prompts, variants, gate) {
	const tried = variants.flatMap(({ versions }) => versions.flatMap(({ details }) => details ?? []));
	return prompts.length === 0 && tried.length > 0 && tried.every(({ verdict }) => verdict === "error") ? combineOutcomes(tried, gate) : combineOutcomes(prompts, gate);
}
function healthOf(health) {
	return health === void 0 ? {} : { health };
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
/**
* Failures by what came back, the most frequent first. Messages differ by request ids, so one of each stands for all: the
* least, for the order in which answers come in is chance.
*/
function countFailures(failures) {
	const counts = /* @__PURE__ */ new Map();
	for (const { message, kind, httpStatus } of failures) {
		const key = `${kind} ${httpStatus}`;
		const entry = counts.get(key) ?? {
			message,
			kind,
			calls: 0
		};
		if (message < entry.message) entry.message = message;
		entry.calls++;
		counts.set(key, entry);
	}
	return [...counts.values()].sort((left, right) => right.calls - left.calls || (left.message < right.message ? -1 : 1)).slice(0, 20);
}

// src/pipeline/calls/pack-outcome.ts
const none = /* @__PURE__ */ new Map();
/** Bytes of a digest, and of each of the two numbers that hold it. */
const digestBytes = 12;
const halfBytes = digestBytes / 2;
/**
* Makes outcomes small: they are what grows with a run. What many have in common is held once, numbers stand in a table,
* and reasons stand in the log, where nobody asks for them here. The few that failed, or have opinions, stay as they are.
*/
function createPacker() {
	const table = createNumberList("float64");
	const kinds = /* @__PURE__ */ new Map();
	return (outcome, keep) => {
		const { failure, opinions, digest, addressesJudge, conferred, model, cached, index } = outcome;
		if (failure !== null || digest === null || opinions.size > 0) {
			const counted = withoutVotes(outcome);
			return keep.reasons ? counted : withChanges(counted, { reasons: none });
		}
		const names = [...outcome.scores].map(([name]) => name);
		const key = JSON.stringify([
			addressesJudge,
			conferred,
			model,
			cached,
			names
		]);
		const kind = kinds.get(key) ?? {
			addressesJudge,
			conferred,
			model,
			cached,
			names,
			table
		};
		kinds.set(key, kind);
		const row = table.length;
		for (const [position, [, value]] of [...outcome.scores].entries()) table.set(row + position, toNumber(value));
		const bytes = Buffer.from(digest, "base64url");
		table.set(row + names.length, bytes.readUIntBE(0, halfBytes));
		table.set(row + names.length + 1, bytes.readUIntBE(halfBytes, halfBytes));
		return keep.reasons && outcome.reasons.size > 0 ? new ReasonedOutcome(kind, row, index, outcome.reasons) : new PackedOutcome(kind, row, index);
	};
}
/** Scores are finite, so these two are none. */
function toNumber(score) {
	return typeof score === "number" ? score : score === "failed" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
function toScore(value) {
	return Number.isFinite(value) ? value : value < 0 ? "failed" : "unscored";
}
/** An outcome in an eighth of the memory that its parts would take as objects: they are made when they are asked for. */
var PackedOutcome = class {
	index;
	kind;
	row;
	constructor(kind, row, index) {
		this.kind = kind;
		this.row = row;
		this.index = index;
	}
	get failure() {
		return null;
	}
	get scores() {
		return new ScoreRow(this.kind, this.row);
	}
	get reasons() {
		return none;
	}
	get opinions() {
		return noOpinions;
	}
	get addressesJudge() {
		return this.kind.addressesJudge;
	}
	get conferred() {
		return this.kind.conferred;
	}
	get model() {
		return this.kind.model;
	}
	get cached() {
		return this.kind.cached;
	}
	get digest() {
		const { names, table } = this.kind;
		const bytes = Buffer.allocUnsafe(digestBytes);
		bytes.writeUIntBE(table.get(this.row + names.length), 0, halfBytes);
		bytes.writeUIntBE(table.get(this.row + names.length + 1), halfBytes, halfBytes);
		return bytes.toString("base64url");
	}
};
/** What a model gave as its reasons is told, and scored anew. */
var ReasonedOutcome = class extends PackedOutcome {
	own;
	constructor(kind, row, index, reasons) {
		super(kind, row, index);
		this.own = reasons;
	}
	get reasons() {
		return this.own;
	}
};
/** The scores of one outcome. */
var ScoreRow = class {
	kind;
	row;
	constructor(kind, row) {
		this.kind = kind;
		this.row = row;
	}
	get(name) {
		const { names, table } = this.kind;
		const position = names.indexOf(name);
		return position < 0 ? void 0 : toScore(table.get(this.row + position));
	}
	*[Symbol.iterator]() {
		const { names, table } = this.kind;
		for (const [position, name] of names.entries()) yield [name, toScore(table.get(this.row + position))];
	}
};

export { addressesJudge as $, logIndex as A, orderCases as B, calibrationPath as C, addOutcome as D, refuseJudges as E, questionsOf as F, rescoredLine as G, noOpinions as H, seenCases as I, withScores as J, sampleLine as K, slotOf as L, nextSlots as M, ownQuestionsOf as N, countPlannedCalls as O, placeOutcome as P, scoreSample as Q, startPrompt as R, addStandings as S, judgesOf as T, readOutcome as U, leftOutLine as V, readSample as W, withoutVotes as X, withoutScores as Y, guardScore as Z, runLooks as _, reportPrompt as a, onlyWatch as at, confer as b, withoutVersionNotes as c, callSettings as d, openSampleLog as et, leftOutWarnings as f, examineGolden as g, withOutcomes as h, namesOf as i, noticeCut as it, logSpan as j, findGone as k, judgeVersion as l, examineSets as m, buildReport as n, mayBeBilled as nt, versionNotesByVerdict as o, judgeAttempts as ot, tellPlan as p, toOutcome as q, countFailures as r, notMade as rt, withVersionsOf as s, createPacker as t, isCutShort as tt, ageInWords as u, dealSlots as v, combinationsOf as w, inParallel as x, metricsOf as y, isComplete as z };