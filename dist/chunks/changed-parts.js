import { n as canonicalJson } from "./json.js";

// src/score/judge/votes.ts
/** A judge is told to write three sentences. */
const longestWhy = 600;
/** An opinion as it is told: by which model, and of a pair in which order it was asked. */
function voteOf(opinion, model, first) {
	const { reason } = opinion;
	const choice = opinion.status === "none" ? null : opinion.choice.name;
	return {
		model,
		choice: choice === null || first === void 0 ? choice : chosenArm(choice, first),
		why: reason.length <= longestWhy ? reason.toWellFormed() : `${reason.slice(0, longestWhy).toWellFormed()}…`,
		...first !== void 0 && { first }
	};
}
/** What a pairwise judge calls A is the version that it was shown first. */
function chosenArm(choice, first) {
	return {
		A: first,
		B: first === "baseline" ? "candidate" : "baseline"
	}[choice] ?? choice;
}
/** Opinions of several scores as one; undefined where there are none. `mark` says of a vote where it comes from. */
function joinOpinions(all, mark) {
	const asked = all.reduce((sum, each) => sum + (each?.asked ?? 0), 0);
	if (asked === 0) return void 0;
	const agreeing = all.reduce((sum, each) => sum + (each?.agreeing ?? 0), 0);
	const votes = all.flatMap((each, index) => (each?.votes ?? []).map((vote) => mark(vote, index)));
	return {
		asked,
		agreeing,
		...votes.length > 0 && { votes }
	};
}
/** Without the votes: what is held in memory of each outcome. */
function countsOf({ asked, agreeing }) {
	return {
		asked,
		agreeing
	};
}

// src/score/characters.ts
/** The number of Unicode code points; a lone surrogate counts as one. */
function countCharacters(text) {
	let count = 0;
	for (let index = 0; index < text.length; count++) index += (text.codePointAt(index) ?? 0) > 65535 ? 2 : 1;
	return count;
}

// src/score/operational.ts
/** Known of streamed answers alone: providers stream where assay.yml names it, or as their own settings say. */
const firstTokenMetric = "time-to-first-token";
/** What is measured of every sample, whoever scores it. Watched, unless assay.yml lets it gate. */
const operationalMetrics = [
	{
		name: "latency",
		kind: "ratio",
		direction: "lower",
		unit: "ms",
		gatesByDefault: false
	},
	{
		name: firstTokenMetric,
		kind: "ratio",
		direction: "lower",
		unit: "ms",
		gatesByDefault: false
	},
	{
		name: "tokens",
		kind: "ratio",
		direction: "lower",
		unit: "tokens",
		gatesByDefault: false
	},
	{
		name: "cost",
		kind: "ratio",
		direction: "lower",
		unit: "USD",
		gatesByDefault: false
	},
	{
		name: "length",
		kind: "ratio",
		direction: "lower",
		unit: "characters",
		gatesByDefault: false
	},
	{
		name: "failure-rate",
		kind: "binary",
		direction: "lower",
		unit: null,
		gatesByDefault: false
	}
];
/** Failures that are the request's own, or come of another's: how often a provider fails is not told by them. */
const saysNothing = ["refused-parameter", "no-counterpart"];
/**
* The values of the operational metrics, in their order; null where a value is unknown. Of an answer that was not streamed
* there is no first token to speak of.
*/
function operationalScores(sample) {
	if (sample.status === "failed") return /* @__PURE__ */ new Map([
		["latency", null],
		["tokens", null],
		["cost", null],
		["length", null],
		["failure-rate", saysNothing.includes(sample.failure.kind) ? null : 1]
	]);
	const { tokens, text, cost, timeToFirstTokenMs } = sample.reply;
	return new Map([
		["latency", sample.latencyMs],
		...timeToFirstTokenMs === null ? [] : [[firstTokenMetric, timeToFirstTokenMs]],
		["tokens", tokens.input === null || tokens.output === null ? null : tokens.input + tokens.output],
		["cost", cost],
		["length", countCharacters(text)],
		["failure-rate", 0]
	]);
}

// src/score/scores.ts
/** Reasons are one glance long; the report shows the whole output beside them. */
const reasonLength = 200;
/** So much of a reason is looked through before it is cut: the other way round, half of what must not be told would stay. */
const searchedLength = 1e4;
/** A binary score: 1, or 0 with the reason. */
function passOrFail(passed, reasonOfFailure) {
	return passed ? {
		status: "scored",
		value: 1,
		reason: null
	} : {
		status: "scored",
		value: 0,
		reason: shorten(reasonOfFailure())
	};
}
/** A score of any other kind. */
function scored(value, reason = null) {
	return {
		status: "scored",
		value,
		reason: reason === null ? null : shorten(reason)
	};
}
/** What could not be scored is never 0. */
function unscored(reason) {
	return {
		status: "unscored",
		reason: shorten(reason)
	};
}
/** The score with its reason as it is told: without what must not be, and one glance long. */
function tellReason(score, tell = asItIs) {
	return score.reason === null ? score : {
		...score,
		reason: shorten(tell(score.reason), reasonLength)
	};
}
function asItIs(reason) {
	return reason;
}
/** Never through a surrogate pair. */
function shorten(text, limit = searchedLength) {
	if (text.length <= limit) return text.toWellFormed();
	return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "").toWellFormed()}…`;
}

// src/score/tools.ts
const failure = {
	kind: "aborted",
	message: "there is no model to ask here",
	httpStatus: null,
	retryable: false,
	retryAfterMs: null
};
/** For scoring where no model can be asked. */
const noModels = {
	ask: async () => ({
		status: "failed",
		failure
	}),
	embed: async () => ({
		status: "failed",
		failure
	})
};
/** The same tools, with this name before every purpose: two scorers that ask the same get an answer each. */
function scopeTools(tools, name) {
	const scope = (question) => ({
		...question,
		purpose: question.purpose === "" ? name : `${name}:${question.purpose}`
	});
	return {
		ask: (question) => tools.ask(scope(question)),
		embed: (question) => tools.embed(scope(question))
	};
}

// src/prompts/changed-parts.ts
/** The keys of a call configuration and what a change of each is called, in the order in which they are told. */
const parts = [
	["messages", "text"],
	["template", "text"],
	["defaults", "text"],
	["model", "model"],
	["parameters", "parameters"],
	["format", "format"],
	["tools", "tools"],
	["included", "included"],
	["partials", "included"]
];
/** What differs between two call configurations; the layout of the files, key order and comments never do. */
function changedParts(before, after) {
	const canonical = (value) => canonicalJson(value ?? null);
	const changed = parts.filter(([key]) => canonical(before[key]) !== canonical(after[key])).map(([, part]) => part);
	return [...new Set(changed)];
}

export { scored as a, firstTokenMetric as c, countCharacters as d, countsOf as f, passOrFail as i, operationalMetrics as l, voteOf as m, noModels as n, tellReason as o, joinOpinions as p, scopeTools as r, unscored as s, changedParts as t, operationalScores as u };