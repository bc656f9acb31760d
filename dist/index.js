import { m as exitCodes, n as UserError } from "./chunks/errors.js";
import { t as backtest } from "./chunks/backtest.js";
import { t as calibrate } from "./chunks/calibrate.js";
import { t as check } from "./chunks/check.js";
import { n as compare } from "./chunks/compare.js";
import { t as openHistory } from "./chunks/open-history.js";
import { t as drift } from "./chunks/drift.js";
import { t as gateResults } from "./chunks/gate-results.js";
import { t as listChanges } from "./chunks/list-changes2.js";
import { t as merge } from "./chunks/merge.js";
import { t as power } from "./chunks/power2.js";
import { r as run } from "./chunks/run2.js";
import { n as readReport } from "./chunks/read-report-file.js";
import { t as reporters } from "./chunks/registry3.js";
import { B as clampP, H as lowerExact, I as normalQuantile, L as tCdf, M as holm, R as tQuantile, S as wilcoxonSignedRank, T as hodgesLehmannInterval, U as lowerMid, V as doubleSmaller, W as mirrorTails, _ as clusterRobust, a as casesForDrop, g as fairBinomialTails, h as permuteCases, j as benjaminiHochberg, m as testPermutation, o as minimumDetectableDrop, p as withinCasePermutation, s as requiredCases, w as hodgesLehmann } from "./chunks/compare-metric.js";
import { a as kappaInterval, i as cohenKappa } from "./chunks/measure-judge.js";
import { n as wilson } from "./chunks/judge-alone.js";

// src/stats/mcnemar.ts
/**
* McNemar's test for paired pass/fail: given m = wins + losses discordant pairs, wins ~ Bin(m, ½) if nothing changed.
*
* Exact and mid-p variants (Fagerland, Lydersen & Laake 2013, BMC Med Res Methodol 13:91); two-sided is twice the smaller
* tail. Without a discordant pair there is no evidence: every p-value is 1.
*
* @param wins cases that only the candidate passes
* @param losses cases that only the baseline passes
*/
function mcnemar(wins, losses) {
	if (wins + losses === 0) return {
		lowerExact: 1,
		lowerMid: 1,
		upperExact: 1,
		upperMid: 1,
		twoSidedExact: 1,
		twoSidedMid: 1
	};
	const worse = fairBinomialTails(wins, wins + losses);
	const better = mirrorTails(worse);
	const exact = {
		lower: lowerExact(worse),
		upper: lowerExact(better)
	};
	const mid = {
		lower: lowerMid(worse),
		upper: lowerMid(better)
	};
	return {
		lowerExact: exact.lower,
		lowerMid: mid.lower,
		upperExact: exact.upper,
		upperMid: mid.upper,
		twoSidedExact: doubleSmaller(exact.lower, exact.upper),
		twoSidedMid: doubleSmaller(mid.lower, mid.upper)
	};
}

// src/stats/paired-proportions.ts
const UNKNOWN = {
	difference: 0,
	low: -1,
	high: 1
};
/**
* Newcombe's square-and-add interval for the difference of paired proportions (Newcombe 1998, method 10): two Wilson
* intervals joined with the correlation φ, whose numerator ad − bc loses n/2 where it is positive (but not below 0).
*/
function newcombe(table, confidence) {
	const { bothPass, candidateOnly, baselineOnly, bothFail } = table;
	const n = bothPass + candidateOnly + baselineOnly + bothFail;
	if (n <= 0) return UNKNOWN;
	const candidatePasses = bothPass + candidateOnly;
	const baselinePasses = bothPass + baselineOnly;
	const cross = bothPass * bothFail - candidateOnly * baselineOnly;
	const margins = candidatePasses * (n - candidatePasses) * baselinePasses * (n - baselinePasses);
	const phi = margins <= 0 ? 0 : (cross > 0 ? Math.max(0, cross - n / 2) : cross) / Math.sqrt(margins);
	const candidate = wilson(candidatePasses, n, confidence);
	const baseline = wilson(baselinePasses, n, confidence);
	const join = (one, other) => Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
	const difference = (candidateOnly - baselineOnly) / n;
	return {
		difference,
		low: difference - join(candidatePasses / n - candidate.low, baseline.high - baselinePasses / n),
		high: difference + join(candidate.high - candidatePasses / n, baselinePasses / n - baseline.low)
	};
}
/** Bonett & Price 2012: Wald's interval for paired proportions after one case is added to each discordant cell. */
function bonettPrice(n, wins, losses, confidence) {
	const gained = (wins + 1) / (n + 2);
	const lost = (losses + 1) / (n + 2);
	const difference = gained - lost;
	const error = Math.sqrt(Math.max(0, gained + lost - difference * difference) / (n + 2));
	const half = normalQuantile((1 + confidence) / 2) * error;
	return {
		difference,
		low: Math.max(-1, difference - half),
		high: Math.min(1, difference + half)
	};
}
/**
* Tango's score statistic for H₀: candidate − baseline = delta0 (Tango 1998, Stat Med 17:891), standard normal under H₀;
* positive where the observed difference is above. The loss rate under H₀ is its restricted maximum-likelihood estimate.
* Where the variance under H₀ is 0 the statistic is 0 (the data agree) or ±∞ (they cannot occur).
*/
function tangoZ(n, wins, losses, delta0) {
	if (n <= 0) return 0;
	const distance = wins - losses - n * delta0;
	const linear = (2 * n - wins + losses) * delta0 - wins - losses;
	const constant = -losses * delta0 * (1 - delta0);
	const variance = n * (2 * ((Math.sqrt(Math.max(0, linear * linear - 8 * n * constant)) - linear) / (4 * n)) + delta0 * (1 - delta0));
	if (variance > n * 1e-15) return distance / Math.sqrt(variance);
	return Math.abs(distance) <= n * 1e-12 ? 0 : Math.sign(distance) * Number.POSITIVE_INFINITY;
}
/** Tango's interval: the differences that his score statistic does not reject, found by bisection to the last digit. */
function tango(n, wins, losses, confidence) {
	if (n <= 0) return UNKNOWN;
	const z = normalQuantile((1 + confidence) / 2);
	const difference = (wins - losses) / n;
	const edge = (inside, outside) => {
		let near = inside;
		let far = outside;
		for (let step = 0; step < 60; step++) {
			const middle = (near + far) / 2;
			if (Math.abs(tangoZ(n, wins, losses, middle)) <= z) near = middle;
			else far = middle;
		}
		return (near + far) / 2;
	};
	return {
		difference,
		low: wins - losses === -n ? -1 : edge(difference, -1),
		high: wins - losses === n ? 1 : edge(difference, 1)
	};
}

// src/stats/paired-t.ts
/**
* The paired t test and interval (Student 1908). Without variance there is no t and no p, and the interval is a point,
* which must not be taken for certainty; with fewer than two differences there is no interval either.
*
* @param confidence two-sided, for example 0.9
*/
function pairedT(differences, confidence) {
	const n = differences.length;
	const [first] = differences;
	if (first === void 0) return {
		mean: null,
		se: null,
		t: null,
		df: 0,
		pLower: null,
		pTwoSided: null,
		low: null,
		high: null
	};
	const df = n - 1;
	if (df === 0) return {
		mean: first,
		se: null,
		t: null,
		df,
		pLower: null,
		pTwoSided: null,
		low: null,
		high: null
	};
	if (differences.every((difference) => difference === first)) return {
		mean: first,
		se: 0,
		t: null,
		df,
		pLower: null,
		pTwoSided: null,
		low: first,
		high: first
	};
	const mean = differences.reduce((sum, difference) => sum + difference, 0) / n;
	const squares = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0);
	const se = Math.sqrt(squares / df / n);
	const t = mean / se;
	const pLower = clampP(tCdf(t, df));
	const half = tQuantile((1 + confidence) / 2, df) * se;
	return {
		mean,
		se,
		t,
		df,
		pLower,
		pTwoSided: doubleSmaller(pLower, clampP(tCdf(-t, df))),
		low: mean - half,
		high: mean + half
	};
}

// src/stats/prediction-powered.ts
function meanOf(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** Sample covariance, n − 1 below. */
function covariance(one, other) {
	const [oneMean, otherMean] = [meanOf(one), meanOf(other)];
	return one.reduce((sum, value, index) => sum + (value - oneMean) * ((other[index] ?? 0) - otherMean), 0) / (one.length - 1);
}
/** The λ that makes the variance least: Cov(human, judge) / ((1 + m/N)·Var(judge)), within [0, 1]. */
function bestLambda(judge, labelled) {
	if (labelled.length < 2 || judge.length === 0) return 0;
	const judged = labelled.map((pair) => pair.judge);
	const spread = covariance(judged, judged);
	if (spread <= 0) return 0;
	const shared = covariance(labelled.map((pair) => pair.human), judged);
	return Math.min(1, Math.max(0, shared / ((1 + labelled.length / judge.length) * spread)));
}
/**
* Difference on the human scale from many judged and few labelled cases (PPI++, Angelopoulos, Duchi & Zrnic 2023, arXiv
* 2311.01453): λ·mean(judge, unlabelled) + mean(human − λ·judge, labelled), SE² = λ²s²_judge/N + s²_rest/m.
*
* @param judge differences by the judge on the N cases without label
* @param labelled the m cases with both
* @param lambda chosen to make the variance least where not given
*/
function predictionPowered(judge, labelled, lambda = bestLambda(judge, labelled)) {
	const used = judge.length === 0 ? 0 : lambda;
	if (labelled.length === 0) return {
		estimate: null,
		se: null,
		lambda: used
	};
	const rest = labelled.map((pair) => pair.human - used * pair.judge);
	const estimate = (used === 0 ? 0 : used * meanOf(judge)) + meanOf(rest);
	if (rest.length < 2 || used !== 0 && judge.length < 2) return {
		estimate,
		se: null,
		lambda: used
	};
	const judgeVariance = used === 0 ? 0 : used ** 2 * covariance(judge, judge) / judge.length;
	return {
		estimate,
		se: Math.sqrt(judgeVariance + covariance(rest, rest) / rest.length),
		lambda: used
	};
}

// src/stats/sign-flip.ts
/**
* Fisher's sign-flip test of paired differences (Fisher 1935): under the null each has the same chance of either sign.
* Takes differences of cases or (weighted) sums of clusters; zeros say nothing and drop out, with only zeros every p is 1.
* Not for unequal numbers of trials: differences are then skewed even if nothing changed.
*/
function signFlip(differences, options) {
	const flips = differences.map((difference) => ({
		weight: 1,
		baseline: [0],
		candidate: [difference]
	}));
	const moving = permuteCases(flips, flips.map(() => 1));
	const p = testPermutation(moving, {
		seed: options.seed,
		draws: options.draws ?? 1e5,
		strict: false
	});
	return {
		lower: p.lowerExact,
		lowerMid: p.lowerMid,
		upper: p.upperExact,
		upperMid: p.upperMid,
		twoSided: doubleSmaller(p.lowerExact, p.upperExact),
		method: p.method
	};
}

export { UserError, backtest, benjaminiHochberg, bonettPrice, calibrate, casesForDrop, check, clusterRobust, cohenKappa, compare, drift, exitCodes, gateResults, hodgesLehmann, hodgesLehmannInterval, holm, kappaInterval, listChanges, mcnemar, merge, minimumDetectableDrop, newcombe, openHistory, pairedT, power, predictionPowered, readReport, reporters, requiredCases, run, signFlip, tango, wilcoxonSignedRank, wilson, withinCasePermutation };