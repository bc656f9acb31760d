import { A as isHarmless } from "./compare-metric.js";

// src/gate/stop.ts
/**
* Whether a comparison needs no further look: a regression, a drop beyond the margin ruled out, or given up. A gain alone
* does not stop: it says that something got better, and only with the drop ruled out, that nothing is lost.
*/
function isSettled(comparison) {
	const { verdict, reason } = comparison;
	if (verdict === "regression" || verdict === "no-regression" || reason === "gave-up") return true;
	return verdict === "improvement" && isHarmless(comparison);
}
/** Whether a prompt needs no further look: one of its gating comparisons is a regression, or all are settled. */
function isPromptSettled(comparisons) {
	const gating = comparisons.filter((comparison) => comparison.gated);
	return gating.some(({ verdict }) => verdict === "regression") || gating.length > 0 && gating.every(isSettled);
}

export { isSettled as n, isPromptSettled as t };