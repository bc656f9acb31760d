import { i as formatCost, o as formatCounted, t as formatAbout } from "./numbers.js";

// src/report/spending-words.ts
/** `240 calls, about 48,000 tokens in and at most 983,000 out, at most $1.97`; scorers' calls stand behind, by themselves. */
function describeEstimate({ samples, scorers }) {
	const own = describeSpending(samples);
	return scorers.calls === 0 ? own : `${own}; scorers: ${describeSpending(scorers)}`;
}
function describeSpending({ calls, inputTokens, outputTokens, cost }) {
	if (calls === 0) return formatCounted(0, "call");
	const tokens = `about ${formatAbout(inputTokens)} tokens in and at most ${formatAbout(outputTokens)} out`;
	return `${formatCounted(calls, "call")}, ${tokens}, ${cost === null ? "of unknown price" : describeCost(cost)}`;
}
function describeCost(cost) {
	return cost === 0 ? "free" : `at most ${formatCost(cost)}`;
}

export { describeEstimate as t };