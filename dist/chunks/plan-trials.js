import { o as minimumDetectableDrop } from "./compare-metric.js";

// src/pipeline/plan/plan-trials.ts
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

export { usualPassRate as i, power as n, trialsAlone as r, planTrials as t };