import { l as minimumDetectableDrop, r as isHarmless } from "./decide.js";

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

// src/pipeline/plan-trials.ts
/** Where nothing is stored of a prompt, its pass rate is taken to be this. */
const usualPassRate = .8;
/** Chance with which a drop that is called detectable is found. */
const power = .8;
/**
* How often each case is run in each arm, fixed before the first call. `auto` buys trials until the drop that can be
* detected is at most twice the margin: with one trial, fewer than 56 cases could never be certified at 5 points.
* `stored` is the number of trials that a stored baseline brings; null where the baseline is run, too.
*/
function planTrials(cases, settings, stored) {
	const { run, gate, baseline } = settings;
	const beside = (candidate) => stored?.trials ?? (baseline.trials === "auto" ? candidate : baseline.trials);
	if (run.trials !== "auto") return {
		baseline: beside(run.trials),
		candidate: run.trials
	};
	const rate = stored?.passRate ?? .8;
	for (let candidate = 1; candidate < run.maxTrials; candidate++) if (minimumDetectableDrop({
		cases,
		meanVariance: rate * (1 - rate) / 2,
		trialsBaseline: beside(candidate),
		trialsCandidate: candidate,
		alpha: gate.alpha,
		power: .8
	}) <= 2 * gate.margin) return {
		baseline: beside(candidate),
		candidate
	};
	return {
		baseline: beside(run.maxTrials),
		candidate: run.maxTrials
	};
}
/** Judged alone, an absolute threshold is held against what was seen: `auto` asks once. */
function trialsAlone({ trials }) {
	return {
		baseline: 0,
		candidate: trials === "auto" ? 1 : trials
	};
}

export { isPromptSettled as a, usualPassRate as i, power as n, isSettled as o, trialsAlone as r, planTrials as t };