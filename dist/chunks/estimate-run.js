import { t as buildRequest } from "./prompt-version.js";

// src/run/token-estimate.ts
/** What is not cached costs the most, or nearly. */
const unknownParts = {
	cachedInput: null,
	cacheWrite: null,
	reasoning: null
};
/** Where a call sets no limit and none before it answered at greater length. */
const leastOutput = 4096;
/** Tokens a byte: English has a quarter, code and other scripts have more. */
const usualShare = 1 / 3;
/** As many bytes of text as a picture has tokens. */
const imageBytes = 6e3;
/** What every message has around its text. */
const perMessage = 8;
function createTokenEstimate() {
	let share = usualShare;
	let largestOutput = leastOutput;
	const sizeOf = (request) => ({
		input: Math.ceil(countBytes(request) * share) + perMessage * (request.messages.length + 1),
		output: outputLimit(request.parameters) ?? largestOutput
	});
	return {
		sizeOf,
		costOf: (request, price) => price.atMost ?? price.costOf({
			...sizeOf(request),
			...unknownParts
		}) ?? 0,
		note(request, { input, output }) {
			if (output !== null) largestOutput = Math.max(largestOutput, output);
			if (input !== null) share = Math.max(share, input / (countBytes(request) + 24));
		}
	};
}
/** How much a call may answer with; null where it sets no limit. */
function outputLimit(parameters) {
	const limit = parameters["max_completion_tokens"] ?? parameters["max_tokens"] ?? parameters["max_output_tokens"];
	if (typeof limit !== "number" || !(limit >= 0)) return null;
	const answers = parameters["n"];
	return typeof answers === "number" && answers > 1 ? limit * answers : limit;
}
/** A picture takes tokens by its size in pixels, at most about 2,000 where it is usual; a file those of its text. */
function bytesOf(part) {
	if (part.type === "text") return Buffer.byteLength(part.text);
	return part.type === "image" ? imageBytes : part.data.length;
}
function countBytes({ messages, format, tools }) {
	let bytes = 0;
	for (const { content } of messages) if (typeof content === "string") bytes += Buffer.byteLength(content);
	else for (const part of content) bytes += bytesOf(part);
	for (const extra of [format, tools]) if (extra !== null) bytes += Buffer.byteLength(JSON.stringify(extra));
	return bytes;
}

// src/pipeline/plan/estimate-run.ts
/** Requests that are built to learn how long they are; more cases are taken to be like these. */
const sampledCases = 50;
/** What a scorer's model is told beside the answer and what it answers to. */
const rubricTokens = 500;
const nothing = {
	calls: 0,
	inputTokens: 0,
	outputTokens: 0,
	cost: 0
};
/** What the arms of a prompt will take at most, and what its scorers will ask of models about their answers. */
function estimatePrompt(plan, arms, priceOfAsked) {
	const cases = pick([...plan.cases, ...plan.added]);
	const scorers = cases.flatMap(({ testCase }) => plan.scorersFor(testCase));
	const compared = arms.some(({ arm }) => arm === "baseline") && arms.some(({ arm }) => arm === "candidate");
	return arms.reduce((total, planned) => {
		const size = meanSize(planned, cases);
		return addEstimates([total, {
			samples: spend(planned.calls, size, planned.price),
			scorers: estimateScorers(scorers, planned.calls / Math.max(1, cases.length), size, priceOfAsked, compared)
		}]);
	}, {
		samples: nothing,
		scorers: nothing
	});
}
/** The sums; a cost that is unknown makes its sum unknown. */
function addEstimates(estimates) {
	return {
		samples: addSpending(estimates.map(({ samples }) => samples)),
		scorers: addSpending(estimates.map(({ scorers }) => scorers))
	};
}
/** Of samples and scorers together; null where a part is unknown. */
function totalCost({ samples, scorers }) {
	return addSpending([samples, scorers]).cost;
}
function addSpending(parts) {
	return parts.reduce((sum, part) => ({
		calls: sum.calls + part.calls,
		inputTokens: sum.inputTokens + part.inputTokens,
		outputTokens: sum.outputTokens + part.outputTokens,
		cost: sum.cost === null || part.cost === null ? null : sum.cost + part.cost
	}), nothing);
}
/** `share`: calls for each of the cases that were picked. */
function estimateScorers(scorers, share, size, priceOf, compared) {
	const asked = createTokenEstimate().sizeOf({
		model: "",
		messages: [],
		parameters: {},
		format: null,
		tools: null
	});
	const each = {
		input: size.input + size.output + rubricTokens,
		output: asked.output
	};
	return addSpending(scorers.flatMap(({ asks = [] }) => asks.map((use) => spend(callsOf(use, compared) * share, each, priceOf(use.model)))));
}
/** For one sample, at most. What is asked about a pair is half each arm's, and nobody's where there is one arm. */
function callsOf({ calls, perPair, furtherCalls = 0 }, compared) {
	if (perPair) return compared ? calls / 2 : 0;
	return calls + (compared ? furtherCalls : 0);
}
function spend(calls, { input, output }, price) {
	if (calls === 0) return nothing;
	const cost = price?.atMost ?? price?.costOf({
		input,
		output,
		cachedInput: null,
		cacheWrite: null,
		reasoning: null
	}) ?? null;
	return {
		calls: Math.round(calls),
		inputTokens: Math.round(calls * input),
		outputTokens: Math.round(calls * output),
		cost: cost === null ? null : calls * cost
	};
}
function meanSize({ version, arm }, cases) {
	const estimate = createTokenEstimate();
	const sizes = cases.map((each) => estimate.sizeOf(buildRequest(version, "", each[arm], each.turns?.[arm] ?? null).request));
	const mean = (part) => sizes.reduce((sum, size) => sum + size[part], 0) / Math.max(1, sizes.length);
	return {
		input: mean("input"),
		output: mean("output")
	};
}
/** Evenly spread over the set. */
function pick(cases) {
	if (cases.length <= sampledCases) return cases;
	const step = cases.length / sampledCases;
	return Array.from({ length: sampledCases }, (_, index) => cases[Math.floor(index * step)]);
}

export { createTokenEstimate as a, totalCost as i, estimatePrompt as n, nothing as r, addEstimates as t };