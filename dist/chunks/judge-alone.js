import { m as exitCodes } from "./errors.js";
import { I as normalQuantile, R as tQuantile, b as mean, c as shareUnscored, f as pairCases, l as allFailed, n as compareMetric, r as isGated, u as isValue, x as sum, y as geometricMean } from "./compare-metric.js";
import { t as verdictOrder } from "./verdict-order.js";

// src/gate/slices.ts
/** Smaller slices are not compared unless they gate. */
const fewestPairs = 5;
/** More are not compared: of the others, those with the most pairs. */
const mostSlices = 50;
/** Draws for a watched slice: they tell 0.1 %, which the correction over 50 asks for, and all take half a second. */
const drawsWatched = 1e4;
/**
* Compares a gated metric on the cases of every tag, so that a drop on the edge cases does not hide in the average. Tags
* of `gate.slices` gate, whatever their size; the others are watched. In the order of the tags' names.
*/
function draftSlices(metric, cases, settings) {
	const { gate } = settings;
	if (!isGated(metric, gate.metrics)) return [];
	const slices = sliceByTag(cases, metric);
	const gates = ({ tag }) => gate.slices.includes(tag);
	const watched = slices.filter((slice) => !gates(slice) && slice.pairs >= fewestPairs && slice.cases.length < cases.length).sort((left, right) => right.pairs - left.pairs || byName(left, right)).slice(0, mostSlices);
	return [...slices.filter(gates), ...watched].sort(byName).map((slice) => {
		const draft = compareMetric(metric, slice.cases, gates(slice) ? settings : {
			...settings,
			draws: drawsWatched
		});
		return {
			...draft,
			comparison: {
				...draft.comparison,
				gated: gates(slice),
				slice: slice.tag
			}
		};
	});
}
function sliceByTag(cases, metric) {
	const members = /* @__PURE__ */ new Map();
	for (const entry of cases) {
		if (entry.tags.length === 0) continue;
		for (const tag of new Set(entry.tags)) {
			const known = members.get(tag);
			if (known === void 0) members.set(tag, [entry]);
			else known.push(entry);
		}
	}
	return [...members].map(([tag, own]) => ({
		tag,
		cases: own,
		pairs: pairCases(own, metric).pairs.length
	}));
}
/** By code units, so that the order is the same on every machine. */
function byName(left, right) {
	return left.tag < right.tag ? -1 : 1;
}

// src/gate/combine-verdicts.ts
/** The worst of several verdicts; `unchanged` where there are none. */
function worstVerdict(verdicts) {
	return verdictOrder.find((verdict) => verdicts.includes(verdict)) ?? "unchanged";
}
/** The verdict of a prompt: the worst of what gates. Where nothing gates it is skipped, which is never green unsaid. */
function promptVerdict(comparisons) {
	const gating = comparisons.filter((comparison) => comparison.gated);
	if (gating.length === 0) return {
		verdict: "skipped",
		reason: "nothing-gates"
	};
	const verdict = worstVerdict(gating.map((comparison) => comparison.verdict));
	return {
		verdict,
		reason: gating.find((comparison) => comparison.verdict === verdict)?.reason ?? null
	};
}
/**
* The outcome of a run. A failed gate (1) wins over what could not be judged (3), and that over what only the user can
* mend (2); skipped is neither passed nor failed.
*/
function combineOutcomes(prompts, gate) {
	const verdict = worstVerdict(prompts.map((prompt) => prompt.verdict));
	const binding = prompts.filter((prompt) => !prompt.advisory).map((prompt) => prompt.verdict);
	const fails = (each) => each === "regression" || each === "below-threshold" || each === "inconclusive" && gate.inconclusive === "fail";
	if (binding.some(fails)) return {
		verdict,
		passed: false,
		exitCode: exitCodes.gateFailed
	};
	const errors = prompts.filter((prompt) => prompt.verdict === "error");
	if (errors.length > 0) return {
		verdict,
		passed: false,
		exitCode: errors.every(({ reason }) => reason === "refused-parameter") ? exitCodes.userError : exitCodes.notJudged
	};
	if (binding.includes("skipped")) return {
		verdict,
		passed: null,
		exitCode: exitCodes.pass
	};
	return {
		verdict,
		passed: true,
		exitCode: exitCodes.pass
	};
}

// src/stats/wilson.ts
/**
* Wilson's score interval for a proportion, without continuity correction (Wilson 1927; Newcombe 1998, method 3).
*
* `successes` need not be whole: a sum of scores in [0, 1] varies no more than pass/fail with the same mean.
* With n = 0 nothing is known: [0, 1].
*
* @param confidence two-sided, for example 0.95
*/
function wilson(successes, n, confidence) {
	if (n <= 0) return {
		low: 0,
		high: 1
	};
	const z = normalQuantile((1 + confidence) / 2);
	const share = successes / n;
	const centre = successes + z * z / 2;
	const half = z * Math.sqrt(successes * (1 - share) + z * z / 4);
	const total = n + z * z;
	return {
		low: successes <= 0 ? 0 : Math.max(0, (centre - half) / total),
		high: successes >= n ? 1 : Math.min(1, (centre + half) / total)
	};
}

// src/gate/judge-alone.ts
/** More cases than this without a value, and the metric cannot be judged. */
const missingLimit = .1;
/** Judges the candidate alone, against the absolute threshold of the metric where one is set. */
function judgeAlone(metric, cases, gate) {
	const atLeast = gate.metrics?.[metric.name]?.atLeast ?? null;
	const scored = cases.flatMap(({ weight, candidate }) => {
		const values = candidate.filter(isValue);
		return values.length > 0 ? [{
			weight,
			values
		}] : [];
	});
	const failed = cases.filter((entry) => allFailed(entry.candidate)).length;
	const value = scored.length === 0 ? null : averageOf(scored, metric);
	const { verdict, reason } = shareUnscored(cases, "candidate") > gate.maxUnscored ? {
		verdict: "error",
		reason: "unscored"
	} : verdictAlone(value, atLeast, cases.length, scored.length, failed, metric);
	return {
		metric: metric.name,
		gated: isGated(metric, gate.metrics),
		direction: metric.direction,
		kind: metric.kind,
		unit: metric.unit,
		pairs: scored.length,
		effectiveCases: null,
		baseline: null,
		candidate: value,
		difference: null,
		interval: value === null ? null : intervalOf(scored, metric, value, 1 - 2 * gate.alpha),
		confidence: 1 - 2 * gate.alpha,
		margin: null,
		atLeast,
		pValue: null,
		pBetter: null,
		adjustedPValue: null,
		minimumDetectable: null,
		worse: 0,
		better: 0,
		failed: {
			baseline: 0,
			candidate: failed
		},
		unscored: cases.length - scored.length - failed,
		casesNeeded: null,
		trialsNeeded: null,
		verdict,
		reason,
		slice: null
	};
}
function verdictAlone(value, atLeast, cases, scored, failed, metric) {
	if (value === null || cases - scored > missingLimit * cases) return {
		verdict: "error",
		reason: cases === 0 ? "no-pairs" : failed > 0 ? "failed" : "unscored"
	};
	if (atLeast === null) return {
		verdict: "new",
		reason: null
	};
	return {
		verdict: (metric.direction === "lower" ? value <= atLeast : value >= atLeast - 1e-12) ? "above-threshold" : "below-threshold",
		reason: null
	};
}
function averageOf(scored, metric) {
	if (metric.kind === "ratio") return geometricMean(scored.map((entry) => entry.values));
	const total = sum(scored.map((entry) => entry.weight));
	return sum(scored.map((entry) => entry.weight * mean(entry.values))) / total;
}
/** Wilson's interval, which is conservative for graded scores; for ratios Student's t on the logarithms. */
function intervalOf(scored, metric, value, confidence) {
	if (metric.kind !== "ratio") {
		const { low, high } = wilson(value * scored.length, scored.length, confidence);
		return [low, high];
	}
	if (scored.length < 2 || value <= 0) return null;
	const logarithms = scored.map((entry) => mean(entry.values.map((each) => Math.log(Math.max(each, value * 1e-6)))));
	const average = mean(logarithms);
	const variance = sum(logarithms.map((each) => (each - average) ** 2)) / (scored.length - 1);
	const reach = tQuantile((1 + confidence) / 2, scored.length - 1) * Math.sqrt(variance / scored.length);
	return [value * Math.exp(-reach), value * Math.exp(reach)];
}

export { worstVerdict as a, promptVerdict as i, wilson as n, draftSlices as o, combineOutcomes as r, judgeAlone as t };