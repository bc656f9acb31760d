import { a as formatPlace, d as quote, f as throwProblems, i as exitCodes, n as UserError, u as nearest } from "./errors.js";
import { C as createScorer, D as operationalScores, E as operationalMetrics, O as canonicalJson, S as checkScorer, T as unscored, _ as resolveModel, b as buildRequest, f as findPrompt, g as providerTypes, h as caseHash, i as problemText, m as tellFirst, o as pLimit, s as versionReference, w as filesOf, x as renderTemplate, y as recordingProvider } from "./repository.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setMaxListeners } from "node:events";
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";

// src/run/sample-log.ts
/** Lines are gathered to about this many bytes a write. */
const chunkSize = 65536;
/** Opens an empty log in this file. It holds what models answered: nobody else may read it. */
function openSampleLog(file) {
	const descriptor = openSync(file, "w+", 384);
	const offsets = [];
	const lengths = [];
	let end = 0;
	const readBytes = (index) => {
		const length = lengths[index];
		if (length === void 0) return null;
		const bytes = Buffer.allocUnsafe(length);
		readSync(descriptor, bytes, 0, length, offsets[index] ?? 0);
		return bytes;
	};
	return {
		append(index, line) {
			const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
			writeAll(descriptor, bytes, end);
			offsets[index] = end;
			lengths[index] = bytes.length;
			end += bytes.length;
		},
		read(index) {
			const bytes = readBytes(index);
			return bytes === null ? null : JSON.parse(bytes.toString("utf8"));
		},
		writeInOrder(target) {
			mkdirSync(dirname(target), { recursive: true });
			const hash = createHash("sha256");
			const output = openSync(target, "w");
			try {
				let chunk = [];
				let size = 0;
				let position = 0;
				for (let index = 0; index <= lengths.length; index += 1) {
					const bytes = readBytes(index);
					if (bytes !== null) {
						chunk.push(bytes);
						size += bytes.length;
					}
					if (size < chunkSize && index < lengths.length) continue;
					const joined = Buffer.concat(chunk);
					hash.update(joined);
					writeAll(output, joined, position);
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
/** A write may take fewer bytes than it is given. */
function writeAll(descriptor, bytes, position) {
	for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written, bytes.length - written, position + written);
}

// src/gate/combine-verdicts.ts
/** From the worst to the best. */
const order = [
	"regression",
	"below-threshold",
	"error",
	"skipped",
	"inconclusive",
	"no-regression",
	"above-threshold",
	"improvement",
	"new",
	"unchanged",
	"deleted"
];
/** The worst of several verdicts; `unchanged` where there are none. */
function worstVerdict(verdicts) {
	return order.find((verdict) => verdicts.includes(verdict)) ?? "unchanged";
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
/** The outcome of a run. A failed gate (1) wins over what could not be judged (3); skipped is neither passed nor failed. */
function combineOutcomes(prompts, gate) {
	const verdict = worstVerdict(prompts.map((prompt) => prompt.verdict));
	const binding = prompts.filter((prompt) => !prompt.advisory).map((prompt) => prompt.verdict);
	const fails = (each) => each === "regression" || each === "below-threshold" || each === "inconclusive" && gate.inconclusive === "fail";
	if (binding.some(fails)) return {
		verdict,
		passed: false,
		exitCode: exitCodes.gateFailed
	};
	if (prompts.some((prompt) => prompt.verdict === "error")) return {
		verdict,
		passed: false,
		exitCode: exitCodes.notJudged
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

// src/stats/multiplicity.ts
/** Indices of the p-values, from the smallest up. */
function ranking(p) {
	return p.map((value, index) => ({
		index,
		value
	})).sort((one, other) => one.value - other.value);
}
/**
* Holm's adjusted p-values, in the order given: a comparison is rejected at α where its adjusted value is ≤ α, and the
* chance of any false rejection is at most α whatever the dependence (Holm 1979).
*/
function holm(p) {
	const adjusted = new Array(p.length).fill(1);
	let highest = 0;
	for (const [rank, { index, value }] of ranking(p).entries()) {
		highest = Math.max(highest, Math.min(1, value * (p.length - rank)));
		adjusted[index] = highest;
	}
	return adjusted;
}

// src/gate/decide.ts
/** With one trial an arm, fewer cases than this say nothing, whatever happened. */
const fewestCases = 5;
/**
* Gives every comparison its verdict. Gating comparisons of the whole run are corrected together by Holm's method:
* blocking is a union over them. Passing is an intersection and needs no correction.
*
* `drafts` keeps its order; returns the finished comparisons in that order.
*/
function decideAll(drafts, gate) {
	const gating = drafts.filter((draft) => draft.comparison.gated && draft.comparison.pValue !== null);
	const adjusted = holm(gating.map((draft) => draft.comparison.pValue));
	const adjustedOf = new Map(gating.map((draft, index) => [draft, adjusted[index]]));
	return drafts.map((draft) => decide(draft, adjustedOf.get(draft) ?? null, gate.alpha));
}
/**
* The rule, first match wins: a drop that is real (p ≤ α after correction) and reaches the margin is a regression; a gain
* that is real is an improvement; a drop beyond the margin ruled out (low > −margin) is no regression; else inconclusive.
*/
function decide(draft, adjustedPValue, alpha) {
	const { comparison, blocked, failure } = draft;
	const finish = (verdict, reason) => ({
		...comparison,
		adjustedPValue,
		verdict,
		reason,
		casesNeeded: verdict === "inconclusive" ? comparison.casesNeeded : null
	});
	const { difference, interval, margin, pBetter } = comparison;
	if (difference === null || interval === null || margin === null || pBetter === null) return finish("error", failure ?? "no-pairs");
	const pWorse = adjustedPValue ?? comparison.pValue ?? 1;
	const enough = comparison.pairs >= fewestCases || draft.severalTrials;
	if (enough && pWorse <= alpha && difference <= -margin + 1e-12) return finish("regression", null);
	if (failure !== null) return finish("error", failure);
	if (blocked !== null) return finish("inconclusive", blocked);
	if (!enough) return finish("inconclusive", "too-few-cases");
	if (pBetter <= alpha) return finish("improvement", null);
	if (interval[0] > -margin) return finish("no-regression", null);
	return finish("inconclusive", null);
}

// src/stats/p-value.ts
/**
* The smallest p-value that is ever told. A probability that underflows is not 0: nothing that was observed is impossible.
*/
const SMALLEST_P = 1e-300;
/** A p-value within [1e-300, 1]: sums of probabilities may leave it by rounding or underflow. */
function clampP(p) {
	return Math.min(1, Math.max(SMALLEST_P, p));
}
/** P(below) + P(equal): small where the observed value is surprisingly low. */
function lowerExact(tails) {
	return clampP(tails.less + tails.equal);
}
/** P(below) + ½ P(equal), the mid-p of Lancaster 1961. */
function lowerMid(tails) {
	return clampP(tails.less + tails.equal / 2);
}
/** The tails seen from the other side: what was below is above. */
function mirrorTails(tails) {
	return {
		less: tails.greater,
		equal: tails.equal,
		greater: tails.less
	};
}
/** The two-sided p-value as twice the smaller one-sided p-value, at most 1. */
function doubleSmaller(lower, upper) {
	return clampP(2 * Math.min(lower, upper));
}

// src/stats/solve-tail.ts
/**
* The point at which a falling tail probability reaches a target, by Newton's method on its logarithm (close to a straight
* line far out) inside a bracket; a step that leaves the bracket is replaced by its middle.
*
* @param tail falls from low to high, where it must be above and below the target
* @param density minus the derivative of the tail
*/
function solveTail(tail, density, target, bracket) {
	let { low, high } = bracket;
	let x = (low + high) / 2;
	for (let step = 0; step < 200; step++) {
		const value = tail(x);
		if (value > target) low = x;
		else high = x;
		const newton = x + value / density(x) * Math.log(value / target);
		const next = newton > low && newton < high ? newton : (low + high) / 2;
		const settled = Math.abs(next - x) <= 1e-12 * Math.abs(x);
		x = next;
		if (settled) break;
	}
	return x;
}

// src/stats/special-functions.ts
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/**
* Error of Stirling's formula: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, for x > 0.
*
* The asymptotic series (DLMF 5.11.1) from 16 on; below, the recurrence leads up to 16. Products of gamma functions are
* built from this small number (Loader 2000, Fast and accurate computation of binomial probabilities), because the
* difference of two large log-gammas would lose its digits.
*/
function stirlingError(x) {
	let error = 0;
	let shifted = x;
	while (shifted < 16) {
		error += (shifted + .5) * Math.log1p(1 / shifted) - 1;
		shifted += 1;
	}
	const square = shifted * shifted;
	const series = 1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square;
	return error + series / shifted;
}
/** ln Γ(x) for x > 0. */
function logGamma(x) {
	return stirlingError(x) + (x - .5) * Math.log(x) - x + HALF_LOG_TWO_PI;
}
/** x ln(x / mean) + mean − x without cancellation where both are close (Loader 2000, the function D₀). */
function deviance(x, mean) {
	if (Math.abs(x - mean) >= .1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
	const ratio = (x - mean) / (x + mean);
	let sum = (x - mean) * ratio;
	let power = 2 * x * ratio;
	for (let odd = 3; odd < 100; odd += 2) {
		power *= ratio * ratio;
		const next = sum + power / odd;
		if (next === sum) break;
		sum = next;
	}
	return sum;
}
/**
* Γ(n+1) / (Γ(x+1) Γ(n−x+1)) pˣ qⁿ⁻ˣ for real 0 < x < n and q = 1 − p: the binomial point probability, relative error
* about 1e-14 at any n (Loader 2000).
*/
function binomialPoint(x, n, p, q) {
	const rest = n - x;
	const exponent = stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q);
	return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * rest));
}
/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by the modified method of Lentz. */
function betaFraction(x, a, b) {
	const tiny = 1e-300;
	const away = (value) => Math.abs(value) < tiny ? tiny : value;
	let c = 1;
	let d = 1 / away(1 - (a + b) * x / (a + 1));
	let fraction = d;
	for (let m = 1; m <= 1e4; m++) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		fraction *= d * c;
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		fraction *= d * c;
		if (Math.abs(d * c - 1) < 2e-16) break;
	}
	return fraction;
}
/**
* The regularised incomplete beta function I_x(a, b) for a, b > 0 (DLMF 8.17).
* Takes both x and y = 1 − x, so that neither loses its digits near an end.
*/
function incompleteBeta(x, y, a, b) {
	if (x <= 0) return 0;
	if (y <= 0) return 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(y, x, b, a);
	return a * b / (a + b) * binomialPoint(a, a + b, x, y) * betaFraction(x, a, b) / a;
}

// src/stats/distributions.ts
const SQUARE_ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
/** Density of the standard normal distribution. */
function normalDensity(z) {
	const near = Math.round(z * 16) / 16;
	return Math.exp(-near * near / 2) * Math.exp(-(z - near) * (z + near) / 2) / SQUARE_ROOT_OF_TWO_PI;
}
/** P(0 < Z < z) for z ≥ 0 by the series of Abramowitz & Stegun 26.2.11: keeps its digits near 0. */
function normalCentre(z) {
	let sum = z;
	let term = z;
	for (let odd = 3; term > sum * 1e-17; odd += 2) {
		term *= z * z / odd;
		sum += term;
	}
	return normalDensity(z) * sum;
}
/** P(Z > z) for z ≥ 0, in the tail by the continued fraction of Abramowitz & Stegun 26.2.14. */
function normalUpperTail(z) {
	if (z > 40) return 0;
	if (z < 1.6) return .5 - normalCentre(z);
	let fraction = z;
	for (let level = Math.ceil(280 / (z * z)) + 20; level >= 1; level--) fraction = z + level / fraction;
	return normalDensity(z) / fraction;
}
/** Φ(z), the standard normal distribution function; relative error about 1e-15 in both tails, at least 1e-300. */
function normalCdf(z) {
	if (z === Number.NEGATIVE_INFINITY) return 0;
	return z < 0 ? clampP(normalUpperTail(-z)) : 1 - normalUpperTail(z);
}
/**
* Φ⁻¹(p). The approximation of Abramowitz & Stegun 26.2.23 polished by Halley's method; ∓∞ where p is 0 or 1.
*/
function normalQuantile(p) {
	if (p <= 0) return Number.NEGATIVE_INFINITY;
	if (p >= 1) return Number.POSITIVE_INFINITY;
	if (p > .5) return -normalQuantile(1 - p);
	if (p === .5) return 0;
	const t = Math.sqrt(-2 * Math.log(p));
	let z = (2.515517 + t * (.802853 + t * .010328)) / (1 + t * (1.432788 + t * (.189269 + t * .001308))) - t;
	for (let step = 0; step < 4; step++) {
		const excess = (z > -1 ? .5 - p - normalCentre(-z) : normalUpperTail(-z) - p) / normalDensity(z);
		z = Math.min(0, z - excess / (1 + z * excess / 2));
	}
	return z;
}
/** P(T > t) for t ≥ 0 by the incomplete beta function (Abramowitz & Stegun 26.7.1). */
function tUpperTail(t, df) {
	if (df === Number.POSITIVE_INFINITY) return normalUpperTail(t);
	const total = df + t * t;
	return incompleteBeta(df / total, t * t / total, df / 2, .5) / 2;
}
function tDensity(t, df) {
	if (df === Number.POSITIVE_INFINITY) return normalDensity(t);
	return Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2)) / Math.sqrt(df * Math.PI) * Math.exp(-(df + 1) / 2 * Math.log1p(t * t / df));
}
/**
* Quantile of Student's t with df degrees of freedom, not necessarily whole.
* Without degrees of freedom nothing is known of the spread: ∓∞ for df ≤ 0 (and for p = 0 or 1), 0 for p = ½.
*/
function tQuantile(p, df) {
	if (p === .5) return 0;
	if (p > .5) return -tQuantile(1 - p, df);
	if (p <= 0 || df <= 0) return Number.NEGATIVE_INFINITY;
	const tail = (t) => tUpperTail(t, df);
	let low = 0;
	let high = 2 * Math.abs(normalQuantile(p));
	while (tail(high) > p && high < 1e150) {
		low = high;
		high *= 2;
	}
	return -solveTail(tail, (t) => tDensity(t, df), p, {
		low,
		high
	});
}

// src/stats/planning.ts
/** (z_{1−α} + z_power)², the factor of every plan for a one-sided test. */
function planningFactor(alpha, power) {
	return (normalQuantile(1 - alpha) + normalQuantile(power)) ** 2;
}
/** The mean λ of a Poisson count that reaches m with the given probability. */
function poissonMeanReaching(m, probability) {
	const reaches = (mean) => {
		let term = Math.exp(-mean);
		let below = 0;
		for (let count = 0; count < m; count++) {
			below += term;
			term *= mean / (count + 1);
		}
		return 1 - below;
	};
	let low = 0;
	let high = 1;
	while (reaches(high) < probability && high < 700) high *= 2;
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (reaches(middle) < probability) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
/**
* The drop that the within-case permutation test finds with the given power, in score points; also the smallest margin
* that an unchanged prompt can be certified against with that power. Above 1 no drop can be found; ∞ without cases.
*
* ½(aq + √(a²q² + 4aV₀)), a = (z_{1−α} + z_power)²/n, V₀ = σ²(1/K_B + 1/K_C), q = (1/K_B + 1/K_C)/4: Miller 2024 (arXiv
* 2411.00640) plus the variance that a drop itself adds. At least λ/(nK_C), where λ is the mean of a Poisson count of
* failures that reaches m with the given power, m the fewest failures on one side with ½(K_C/(K_B + K_C))^m ≤ α.
*/
function minimumDetectableDrop(input) {
	const { cases, meanVariance, trialsBaseline, trialsCandidate, alpha, power } = input;
	if (cases <= 0) return Number.POSITIVE_INFINITY;
	const shares = 1 / trialsBaseline + 1 / trialsCandidate;
	const a = planningFactor(alpha, power) / cases;
	const q = shares / 4;
	const drop = (a * q + Math.sqrt((a * q) ** 2 + 4 * a * meanVariance * shares)) / 2;
	const chance = trialsCandidate / (trialsBaseline + trialsCandidate);
	let failures = 1;
	while (chance ** failures / 2 > alpha) failures++;
	return Math.max(drop, poissonMeanReaching(failures, power) / (cases * trialsCandidate));
}
/** Up to a whole number, but not for what only rounding put above one. */
function roundUp(value) {
	return Math.ceil(value * (1 - 1e-12));
}
/**
* Cases in all that would settle an inconclusive comparison with 80 % chance if it goes on as it did:
* n·max(((z_{1−α} + z_{.8})√V/margin)², 1), rounded up. Never fewer than the cases there are.
*/
function casesToSettle(input) {
	const factor = planningFactor(input.alpha, .8) * input.variance / input.margin ** 2;
	return roundUp(input.cases * Math.max(factor, 1));
}

// src/stats/hodges-lehmann.ts
/**
* The k-th smallest (from 1) of the sums xᵢ + xⱼ, i ≤ j, of ascending x, without making them all.
*
* Bisection on the value: one walk along the staircase between sums below and above a guess counts those below and finds
* the sums next to the guess on either side, so that both ends of the bracket are always sums that occur and it closes
* after some fifty walks of n steps (the idea of Johnson & Mizoguchi 1978 with a guess by value).
*/
function selectPairSum(x, k) {
	const n = x.length;
	let low = 2 * (x[0] ?? 0);
	let high = 2 * (x[n - 1] ?? 0);
	while (low < high) {
		let guess = low + (high - low) / 2;
		if (guess >= high) guess = low;
		let count = 0;
		let below = low;
		let above = high;
		let j = n - 1;
		for (let i = 0; i < n; i++) {
			const xi = x[i] ?? 0;
			while (j >= i && xi + (x[j] ?? 0) > guess) j--;
			if (j >= i) {
				count += j - i + 1;
				below = Math.max(below, xi + (x[j] ?? 0));
			}
			const next = Math.max(i, j + 1);
			if (next < n) above = Math.min(above, xi + (x[next] ?? 0));
		}
		if (count >= k) high = below;
		else low = above;
	}
	return low;
}
/** The Hodges–Lehmann estimate of the shift of paired differences (Hodges & Lehmann 1963), in O(n) memory. */
function hodgesLehmann(differences) {
	const sorted = Float64Array.from(differences).sort();
	if (sorted.length === 0) return { estimate: null };
	const pairs = sorted.length * (sorted.length + 1) / 2;
	const lower = selectPairSum(sorted, Math.ceil(pairs / 2));
	return { estimate: (lower + (pairs % 2 === 1 ? lower : selectPairSum(sorted, pairs / 2 + 1))) / 4 };
}
/**
* The interval that belongs to Wilcoxon's test: the k-th Walsh average from either end (Tukey 1949; Hollander & Wolfe,
* ch. 3), k = ⌊n(n+1)/4 − z√(n(n+1)(2n+1)/24)⌋. Where even the outermost averages do not reach the confidence (fewer than
* five differences at 90 %) there is no bound: ∓∞.
*
* @param confidence two-sided, for example 0.9
*/
function hodgesLehmannInterval(differences, confidence) {
	const sorted = Float64Array.from(differences).sort();
	const n = sorted.length;
	const z = normalQuantile((1 + confidence) / 2);
	const k = Math.floor(n * (n + 1) / 4 - z * Math.sqrt(n * (n + 1) * (2 * n + 1) / 24));
	if (k < 1) return {
		low: Number.NEGATIVE_INFINITY,
		high: Number.POSITIVE_INFINITY
	};
	return {
		low: selectPairSum(sorted, k) / 2,
		high: selectPairSum(sorted, n * (n + 1) / 2 + 1 - k) / 2
	};
}

// src/stats/sum-of-laws.ts
/** Outcomes of a full enumeration: as many as the signs of 20 differences. */
const MOST_OUTCOMES = 2 ** 20;
/** Probabilities below this are cut off: they do not show in a p-value, and arithmetic on denormal numbers is slow. */
const NEGLIGIBLE = 1e-300;
function largest(law) {
	return law.values[law.values.length - 1] ?? 0;
}
/** Adds independent laws on the lattice of `step`, one by one; null where that is too much work. */
function convolve(laws, observed, step, mostWork) {
	let range = 0;
	let work = 0;
	for (const law of laws) {
		range += Math.round(largest(law) / step);
		work += law.values.length * range;
	}
	if (work > mostWork) return null;
	let current = new Float64Array(range + 1);
	let next = new Float64Array(range + 1);
	let low = 0;
	let high = 0;
	current[0] = 1;
	for (const law of laws) {
		const width = Math.round(largest(law) / step);
		next.fill(0, low, high + width + 1);
		for (const [index, value] of law.values.entries()) addShifted(current, next, {
			low,
			high,
			shift: Math.round(value / step),
			factor: law.probabilities[index] ?? 0
		});
		[current, next] = [next, current];
		high += width;
		while (low < high && (current[low] ?? 0) < NEGLIGIBLE) low++;
		while (high > low && (current[high] ?? 0) < NEGLIGIBLE) high--;
	}
	const place = Math.round(observed / step);
	let less = 0;
	for (let k = low; k <= Math.min(high, place - 1); k++) less += current[k] ?? 0;
	let greater = 0;
	for (let k = high; k >= Math.max(low, place + 1); k--) greater += current[k] ?? 0;
	return {
		less,
		equal: place >= low && place <= high ? current[place] ?? 0 : 0,
		greater
	};
}
/** The inner loop of the convolution, in a function of its own so that it is compiled early. */
function addShifted(from, to, by) {
	const { low, high, shift, factor } = by;
	for (let k = low; k <= high; k++) to[k + shift] = (to[k + shift] ?? 0) + factor * (from[k] ?? 0);
}
/** Goes through all outcomes one by one; null where they are too many. */
function enumerate(laws, observed) {
	let outcomes = 1;
	for (const law of laws) {
		outcomes *= law.values.length;
		if (outcomes > MOST_OUTCOMES) return null;
	}
	let sums = Float64Array.of(0);
	let chances = Float64Array.of(1);
	for (const { values, probabilities } of laws) {
		const longerSums = new Float64Array(sums.length * values.length);
		const longerChances = new Float64Array(longerSums.length);
		for (const [index, value] of values.entries()) {
			const probability = probabilities[index] ?? 0;
			const offset = index * sums.length;
			for (let k = 0; k < sums.length; k++) {
				longerSums[offset + k] = (sums[k] ?? 0) + value;
				longerChances[offset + k] = (chances[k] ?? 0) * probability;
			}
		}
		sums = longerSums;
		chances = longerChances;
	}
	const rounding = 1e-10 * laws.reduce((sum, law) => sum + largest(law), 0);
	let less = 0;
	let equal = 0;
	let greater = 0;
	for (let k = 0; k < sums.length; k++) {
		const distance = (sums[k] ?? 0) - observed;
		const chance = chances[k] ?? 0;
		if (distance < -rounding) less += chance;
		else if (distance > rounding) greater += chance;
		else equal += chance;
	}
	return {
		less,
		equal,
		greater
	};
}
/**
* Where an observed value lies in the distribution of a sum of independent discrete laws, exactly: by convolution where
* all values are multiples of a step, by enumeration where the outcomes are few; null where neither can be afforded.
*
* @param lattice.step of which all values are multiples; null where there is none
* @param lattice.mostWork multiply-adds of the convolution, some 1 ns each
*/
function sumTails(laws, observed, lattice) {
	const { step, mostWork } = lattice;
	return (step === null ? null : convolve(laws, observed, step, mostWork)) ?? enumerate(laws, observed);
}

// src/stats/wilcoxon.ts
/** Up to so many non-zero differences the distribution is exact. */
const MOST_EXACT = 50;
/** Ranks of the absolute values with the mean rank for ties, and Σ(t³ − t) over groups of t ties. */
function rankAbsolute(sorted) {
	const ranks = [];
	let ties = 0;
	let start = 0;
	while (start < sorted.length) {
		const size = Math.abs(sorted[start] ?? 0);
		let end = start + 1;
		while (end < sorted.length && Math.abs(sorted[end] ?? 0) === size) end++;
		for (let index = start; index < end; index++) ranks.push((start + 1 + end) / 2);
		ties += (end - start) ** 3 - (end - start);
		start = end;
	}
	return {
		ranks,
		ties
	};
}
/**
* Wilcoxon's signed-rank test of paired differences (Wilcoxon 1945; Hollander & Wolfe, ch. 3). Zeros are dropped and ties
* get their mean rank; exact for up to 50 differences, beyond that normal with tie correction and continuity correction ½.
*/
function wilcoxonSignedRank(differences) {
	const sorted = differences.filter((difference) => difference !== 0).sort((one, other) => Math.abs(one) - Math.abs(other));
	const n = sorted.length;
	if (n === 0) return {
		wPlus: 0,
		lower: 1,
		upper: 1,
		twoSided: 1
	};
	const { ranks, ties } = rankAbsolute(sorted);
	const wPlus = ranks.reduce((sum, rank, index) => sum + ((sorted[index] ?? 0) > 0 ? rank : 0), 0);
	const laws = n <= MOST_EXACT ? ranks.map((rank) => ({
		values: [0, rank],
		probabilities: [.5, .5]
	})) : null;
	const tails = laws && sumTails(laws, wPlus, {
		step: .5,
		mostWork: Number.POSITIVE_INFINITY
	});
	if (tails) {
		const lower = lowerExact(tails);
		const upper = lowerExact(mirrorTails(tails));
		return {
			wPlus,
			lower,
			upper,
			twoSided: doubleSmaller(lower, upper)
		};
	}
	const mean = n * (n + 1) / 4;
	const deviation = Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
	const lower = clampP(normalCdf((wPlus + .5 - mean) / deviation));
	const upper = clampP(normalCdf((mean - wPlus + .5) / deviation));
	return {
		wPlus,
		lower,
		upper,
		twoSided: doubleSmaller(lower, upper)
	};
}

// src/stats/score-bound.ts
/**
* How far the score bound lies from the estimate: x = ½(c²ρ + √(c⁴ρ² + 4c²V)).
*
* Solves x² = c²(V + ρx): besides the variance V that was seen stands the variance ρx of the losses that would have to
* exist if the true difference were x lower, but were not seen. Without any discordance x is c²ρ (to first order Tango's
* z²/(n + z²), like the rule of three), never 0.
*
* @param c quantile of Student's t at the one-sided confidence; ∞ gives ∞
* @param variance V, permutation variance of the difference
* @param rho variance per unit of unseen loss, see `unseenLoss`
*/
function scoreBoundOffset(c, variance, rho) {
	if (!Number.isFinite(c)) return Number.POSITIVE_INFINITY;
	const loss = c * c * rho;
	return (loss + Math.sqrt(loss * loss + 4 * c * c * variance)) / 2;
}

// src/stats/binomial.ts
/** P(X > k) / P(X = k) for X ~ Bin(n, ½) and k ≥ n/2: a falling series of ratios, cut where it no longer adds. */
function tailOverPoint(k, n) {
	let sum = 0;
	let term = 1;
	for (let j = k; j < n && term > sum * 1e-17; j++) {
		term *= (n - j) / (j + 1);
		sum += term;
	}
	return sum;
}
/**
* P(X < k), P(X = k), P(X > k) for X ~ Bin(n, ½), whole 0 ≤ k ≤ n. Relative error about 1e-14 at any n; what is below
* the smallest double is 0 here and floored where it becomes a p-value.
*/
function fairBinomialTails(k, n) {
	if (2 * k < n) return mirrorTails(fairBinomialTails(n - k, n));
	const equal = k === n ? 2 ** -n : binomialPoint(k, n, .5, .5);
	if (2 * k === n) return {
		less: (1 - equal) / 2,
		equal,
		greater: (1 - equal) / 2
	};
	const greater = equal * tailOverPoint(k, n);
	return {
		less: Math.max(0, 1 - greater - equal),
		equal,
		greater
	};
}

// src/stats/common-step.ts
/** Below this share of the largest value a remainder is taken for rounding. */
const ROUNDING = 1e-9;
/** The finest lattice worth finding: a step smaller than this share of the largest value is no lattice but noise. */
const FINEST = 1e-5;
/** Euclid's algorithm on numbers that are multiples of a step up to rounding. */
function greatestCommonDivisor(one, other, tolerance) {
	let larger = one;
	let smaller = other;
	while (smaller > tolerance) {
		const remainder = Math.abs(larger - smaller * Math.round(larger / smaller));
		larger = smaller;
		smaller = remainder;
	}
	return larger;
}
/**
* The largest step of which all values (≥ 0) are whole multiples; null where there is none, or only one so fine that
* nothing is gained by it. Scores given in quarters or in percent have one, measured similarities do not.
*/
function commonStep(values) {
	const distinct = [...new Set(values)].filter((value) => value > 0);
	const largest = distinct.reduce((most, value) => Math.max(most, value), 0);
	if (largest === 0) return null;
	let step = largest;
	for (const value of distinct) {
		step = greatestCommonDivisor(Math.max(step, value), Math.min(step, value), largest * ROUNDING);
		if (step < largest * FINEST) return null;
	}
	return distinct.every((value) => Math.abs(value / step - Math.round(value / step)) < .001) ? step : null;
}

// src/stats/case-laws.ts
/** Subsets that are told apart while a law is built; 6 + 6 different scores have 4,096. */
const MOST_SUBSETS = 5e3;
/** Above this many trials of one case the binomial coefficients overflow. */
const MOST_TRIALS = 1e3;
/** Cases without a lattice have two outcomes each at least: more than these are never enumerated. */
const MOST_ENUMERATED = 20;
function binomialCoefficient(n, k) {
	let result = 1;
	for (let j = 1; j <= k; j++) result = result * (n - k + j) / j;
	return result;
}
function sumOf(values) {
	return values.reduce((sum, value) => sum + value, 0);
}
/** Joins subsets of the same size with the same sum up to rounding. */
function mergeSubsets(subsets, rounding) {
	subsets.sort((one, other) => one.taken - other.taken || one.sum - other.sum);
	const merged = [];
	for (const subset of subsets) {
		const last = merged[merged.length - 1];
		if (last && last.taken === subset.taken && subset.sum - last.sum <= rounding) merged[merged.length - 1] = {
			...last,
			ways: last.ways + subset.ways
		};
		else merged.push(subset);
	}
	return merged;
}
/**
* The distribution of the sum of `drawn` of the scores (ascending from 0), measured from the least sum: hypergeometric for
* pass/fail. Null where there are too many different sums.
*/
function lawOfDraw(scores, drawn) {
	if (scores.length > MOST_TRIALS) return null;
	const counts = /* @__PURE__ */ new Map();
	for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
	const rounding = 1e-10 * sumOf(scores);
	let subsets = [{
		taken: 0,
		sum: 0,
		ways: 1
	}];
	let left = scores.length;
	for (const [score, count] of counts) {
		left -= count;
		const larger = [];
		for (const { taken, sum, ways } of subsets) for (let more = Math.max(0, drawn - taken - left); more <= Math.min(count, drawn - taken); more++) larger.push({
			taken: taken + more,
			sum: sum + more * score,
			ways: ways * binomialCoefficient(count, more)
		});
		if (larger.length > MOST_SUBSETS) return null;
		subsets = mergeSubsets(larger, rounding);
	}
	const all = binomialCoefficient(scores.length, drawn);
	const least = subsets[0]?.sum ?? 0;
	return {
		values: subsets.map(({ sum }) => sum - least),
		probabilities: subsets.map(({ ways }) => ways / all)
	};
}
/**
* Where the observed difference lies among all ways to deal every case's outputs anew to the arms, exactly; null where
* that would take too much. Every case is measured from the least that it can contribute.
*
* @param mostWork multiply-adds, some 1 ns each
*/
function exactTails(cases, mostWork) {
	if (cases.length ** 2 > mostWork) return null;
	const lifted = cases.map(({ baseline, candidate, leverage }) => {
		const sorted = [...baseline, ...candidate].sort((one, other) => one - other);
		const [lowest = 0] = sorted;
		const scores = sorted.map((score) => leverage * (score - lowest));
		const drawn = candidate.length;
		const least = sumOf(scores.slice(0, drawn));
		return {
			scores,
			drawn,
			above: candidate.reduce((sum, score) => sum + leverage * (score - lowest), 0) - least,
			range: sumOf(scores.slice(-drawn)) - least
		};
	});
	const step = commonStep(lifted.flatMap(({ scores }) => scores));
	if (step === null && cases.length > MOST_ENUMERATED) return null;
	if (step !== null && cases.length * sumOf(lifted.map(({ range }) => range)) / step > mostWork) return null;
	const known = /* @__PURE__ */ new Map();
	const laws = [];
	for (const { scores, drawn } of lifted) {
		const key = `${drawn} ${scores.join(" ")}`;
		const law = known.get(key) ?? lawOfDraw(scores, drawn);
		if (law === null) return null;
		known.set(key, law);
		laws.push(law);
	}
	const observed = sumOf(lifted.map(({ above }) => above));
	return sumTails(laws, observed, {
		step,
		mostWork
	});
}

// src/stats/random.ts
/** FNV-1a over the UTF-16 units of a text, 32 bits. */
function hashText(text) {
	let hash = 2166136261;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return hash >>> 0;
}
/** SplitMix32: spreads one word over as many independent-looking words as are asked for. */
function spreadSeed(seed, words) {
	return Int32Array.from({ length: words }, (_, index) => {
		const state = seed + Math.imul(index + 1, 2654435769) | 0;
		const once = Math.imul(state ^ state >>> 16, 569420461);
		const twice = Math.imul(once ^ once >>> 15, 1935289751);
		return twice ^ twice >>> 15;
	});
}
/**
* The generator xoshiro128** (Blackman & Vigna 2018): 128 bits of state, period 2¹²⁸ − 1, 32-bit arithmetic only.
* A number and its decimal text are the same seed.
*/
function createRandom(seed) {
	const state = spreadSeed(hashText(String(seed)), 4);
	state[3] = (state[3] ?? 0) | 1;
	function uint32() {
		const a = state[0] ?? 0;
		const b = state[1] ?? 0;
		const c = (state[2] ?? 0) ^ a;
		const d = (state[3] ?? 0) ^ b;
		const times5 = Math.imul(b, 5);
		state[0] = a ^ d;
		state[1] = b ^ c;
		state[2] = c ^ b << 9;
		state[3] = d << 11 | d >>> 21;
		return Math.imul(times5 << 7 | times5 >>> 25, 9) >>> 0;
	}
	return {
		uint32,
		uniform: () => ((uint32() >>> 5) * 2 ** 26 + (uint32() >>> 6)) * 2 ** -53,
		below: (limit) => uint32() * limit * 2 ** -32 >>> 0
	};
}

// src/stats/permutation-draws.ts
/** Outputs dealt over all draws together: some 400 ms. */
const MOST_DEALS = 4e7;
/** So many draws are made however many cases there are. */
const FEWEST_DRAWS = 1e3;
/** Deals the outputs of every case anew, many times, and counts where the difference falls. */
function drawPermutations(cases, seed, wanted) {
	const random = createRandom(seed);
	const outputs = new Float64Array(cases.reduce((sum, one) => sum + one.baseline.length + one.candidate.length, 0));
	const sizes = new Int32Array(cases.length);
	const deals = new Int32Array(cases.length);
	const signs = new Float64Array(cases.length);
	let observed = 0;
	let spread = 0;
	let cost = 0;
	let filled = 0;
	for (const [index, { baseline, candidate, leverage }] of cases.entries()) {
		const sign = candidate.length <= baseline.length ? 1 : -1;
		const dealt = sign > 0 ? candidate : baseline;
		const middle = dealt[0] ?? 0;
		for (const score of dealt) observed += sign * leverage * (score - middle);
		for (const score of [...baseline, ...candidate]) {
			outputs[filled++] = leverage * (score - middle);
			spread += leverage * Math.abs(score - middle);
		}
		sizes[index] = baseline.length + candidate.length;
		deals[index] = dealt.length;
		signs[index] = sign;
		cost += dealt.length;
	}
	const draws = Math.min(wanted, Math.max(FEWEST_DRAWS, Math.floor(MOST_DEALS / cost)));
	const rounding = 1e-10 * spread;
	let less = 0;
	let equal = 0;
	for (let draw = 0; draw < draws; draw++) {
		let total = 0;
		let offset = 0;
		for (let index = 0; index < sizes.length; index++) {
			const size = sizes[index] ?? 0;
			const take = deals[index] ?? 0;
			let sum = 0;
			if (take === 1) sum = outputs[offset + random.below(size)] ?? 0;
			else for (let step = 0; step < take; step++) {
				const from = offset + step + random.below(size - step);
				const score = outputs[from] ?? 0;
				outputs[from] = outputs[offset + step] ?? 0;
				outputs[offset + step] = score;
				sum += score;
			}
			total += (signs[index] ?? 0) * sum;
			offset += size;
		}
		if (total < observed - rounding) less++;
		else if (total <= observed + rounding) equal++;
	}
	return {
		less,
		equal,
		greater: draws - less - equal,
		draws
	};
}

// src/stats/permutation-test.ts
/** Work spent on exactness where the normal value is good enough: some 5 ms. */
const WORK_BEFORE_NORMAL = 5e6;
/** Work spent on exactness where Monte Carlo would take longer still: some 200 ms. */
const WORK_BEFORE_DRAWS = 2e8;
function fromTails(tails) {
	const mirrored = mirrorTails(tails);
	return {
		lowerExact: lowerExact(tails),
		lowerMid: lowerMid(tails),
		upperExact: lowerExact(mirrored),
		upperMid: lowerMid(mirrored),
		method: "exact"
	};
}
/** All that moves is the sign of one amount: the number of gains is Bin(m, ½), for any m. */
function signTails(cases) {
	const amount = Math.abs(cases[0]?.difference ?? 0);
	const alike = (one) => one.baseline.length === 1 && one.candidate.length === 1 && Math.abs(Math.abs(one.difference) - amount) <= amount * 1e-9;
	if (!cases.every(alike)) return null;
	return fairBinomialTails(cases.filter(({ difference }) => difference > 0).length, cases.length);
}
/**
* The normal value, or null where it could be further off than 100,000 draws of Monte Carlo (standard error 0.0007 at 5 %,
* 0.0016 at 50 %). The first terms that it neglects (Edgeworth) are at most 0.067 times the skewness and, where the arms
* have as many trials, 0.05 divided by the effective number of cases (Σv)²/Σv².
*/
function normalValue(cases) {
	const observed = cases.reduce((sum, one) => sum + one.difference, 0);
	const variance = cases.reduce((sum, one) => sum + one.variance, 0);
	const effective = variance ** 2 / cases.reduce((sum, one) => sum + one.variance ** 2, 0);
	const skewness = cases.reduce((sum, one) => sum + one.thirdMoment, 0) / variance ** 1.5;
	if (effective < 50 || Math.abs(skewness) > .01) return null;
	const lower = normalCdf(observed / Math.sqrt(variance));
	const upper = normalCdf(-observed / Math.sqrt(variance));
	return {
		lowerExact: lower,
		lowerMid: lower,
		upperExact: upper,
		upperMid: upper,
		method: "normal"
	};
}
/** The observed arrangement is counted as one of the draws, so that the exact variant holds its level at any number. */
function drawnValue(cases, options) {
	const { less, equal, greater, draws } = drawPermutations(cases, options.seed, options.draws);
	return {
		lowerExact: clampP((less + equal + 1) / (draws + 1)),
		lowerMid: clampP((less + equal / 2 + .5) / (draws + 1)),
		upperExact: clampP((greater + equal + 1) / (draws + 1)),
		upperMid: clampP((greater + equal / 2 + .5) / (draws + 1)),
		method: "monte-carlo"
	};
}
/** The p-values of a sum of permuted cases, by the most accurate way that can be afforded; 1 where nothing can move. */
function testPermutation(cases, options) {
	if (cases.length === 0) return {
		lowerExact: 1,
		lowerMid: 1,
		upperExact: 1,
		upperMid: 1,
		method: "degenerate"
	};
	const normal = options.strict ? null : normalValue(cases);
	const tails = signTails(cases) ?? exactTails(cases, normal ? WORK_BEFORE_NORMAL : WORK_BEFORE_DRAWS);
	return tails ? fromTails(tails) : normal ?? drawnValue(cases, options);
}

// src/stats/permuted-case.ts
/**
* Moments of one case under permutation; null where all outputs are equal, for then nothing can move.
*
* v = s²(1/K_B + 1/K_C) with s² the pooled variance of all outputs. The third moment is that of a mean of K_C drawn from
* T without replacement, μ₃(T−K_C)(T−2K_C) / (K_C²(T−1)(T−2)), times (T/K_B)³ (Cochran 1977, Sampling Techniques, ch. 2).
*/
function permuteCase(baseline, candidate, weight) {
	const [first] = baseline;
	if (first === void 0 || weight <= 0) return null;
	const moves = (score) => score !== first;
	if (!baseline.some(moves) && !candidate.some(moves)) return null;
	let baselineSum = 0;
	for (const score of baseline) baselineSum += score;
	let candidateSum = 0;
	for (const score of candidate) candidateSum += score;
	const kept = baseline.length;
	const drawn = candidate.length;
	const trials = kept + drawn;
	const mean = (baselineSum + candidateSum) / trials;
	let squares = 0;
	let cubes = 0;
	for (const score of baseline) {
		squares += (score - mean) ** 2;
		cubes += (score - mean) ** 3;
	}
	for (const score of candidate) {
		squares += (score - mean) ** 2;
		cubes += (score - mean) ** 3;
	}
	const leverage = weight * (1 / drawn + 1 / kept);
	const skew = kept === drawn ? 0 : cubes / trials * kept * (trials - 2 * drawn) / (drawn ** 2 * (trials - 1) * (trials - 2));
	return {
		baseline,
		candidate,
		leverage,
		difference: weight * (candidateSum / drawn - baselineSum / kept),
		variance: squares / (trials - 1) * leverage * weight,
		thirdMoment: skew * (trials / kept * weight) ** 3
	};
}

// src/stats/weights.ts
/** Weights scaled to sum to 1; all 0 where none is positive. */
function normaliseWeights(weights) {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => total > 0 ? weight / total : 0);
}

// src/stats/within-case-permutation.ts
/**
* The within-case permutation test: if the change has no effect, the outputs of one case could as well have come from the
* other arm, so they are dealt anew within every case (Fisher 1935; Pitman 1937).
*
* Holds for pass/fail and graded scores, any numbers of trials and any weights; with one trial of pass/fail it is
* McNemar's test. The p-values are mid-p, pWorse = P(Δ* < Δ) + ½P(Δ* = Δ), unless `exact` asks for the whole P(Δ* = Δ),
* which guarantees the level and costs power. Exact where the scores lie on a lattice or the cases are few, else the
* normal value where it is at least as accurate as Monte Carlo, else seeded Monte Carlo (fewer draws for many cases).
*/
function withinCasePermutation(cases, options) {
	const weights = normaliseWeights(cases.map(({ weight }) => weight));
	const permuted = [];
	for (const [index, { baseline, candidate }] of cases.entries()) {
		const one = permuteCase(baseline, candidate, weights[index] ?? 0);
		if (one !== null) permuted.push(one);
	}
	const { exact = false, seed, draws = 1e5 } = options;
	const p = testPermutation(permuted, {
		seed,
		draws,
		strict: exact
	});
	return {
		difference: permuted.reduce((sum, one) => sum + one.difference, 0),
		variance: permuted.reduce((sum, one) => sum + one.variance, 0),
		pWorse: exact ? p.lowerExact : p.lowerMid,
		pBetter: exact ? p.upperExact : p.upperMid,
		method: p.method
	};
}

// src/gate/compare-scores.ts
/** Below this many pairs with one trial an arm, the bound counts every unseen loss in full. */
const smallSet = 30;
/**
* Pass/fail and graded scores: the within-case permutation test and the score bound that passing rests on
* (`docs/statistics.md`). Needs at least one pair; the bound is clamped to [-1, 1].
*/
function compareScores(pairs, metric, settings) {
	const { difference, variance, pWorse, pBetter } = withinCasePermutation(pairs, {
		exact: settings.exact,
		seed: settings.seed
	});
	const total = sum(pairs.map((pair) => pair.weight));
	const shares = pairs.map((pair) => pair.weight / total);
	const degrees = 1 / sum(shares.map((share) => share ** 2)) - 1;
	const baseline = sum(pairs.map((pair, index) => shares[index] * mean(pair.baseline)));
	const single = pairs.every((pair) => pair.baseline.length === 1 && pair.candidate.length === 1);
	const unseen = scoreRange(pairs, metric) * sum(pairs.map((p, i) => shares[i] ** 2 / p.candidate.length));
	const lossShare = single && pairs.length < smallSet ? 1 : Math.max(0, 2 * baseline - 1);
	const gainShare = Math.max(0, 1 - 2 * baseline);
	if (degrees < 1e-9) return {
		difference,
		interval: [-1, 1],
		pWorse,
		pBetter,
		variance,
		unseen: lossShare * unseen
	};
	const critical = tQuantile(1 - settings.alpha, degrees);
	const low = difference - scoreBoundOffset(critical, variance, lossShare * unseen);
	const high = difference + scoreBoundOffset(critical, variance, gainShare * unseen);
	const agreed = pWorse <= settings.alpha ? Math.min(high, 0) : Math.max(high, 0);
	return {
		difference,
		interval: [Math.max(-1, low), Math.min(1, agreed)],
		pWorse,
		pBetter,
		variance,
		unseen: lossShare * unseen
	};
}
/** R of the score bound: 1 for pass/fail, else the largest range seen within a case (1 where nothing moved). */
function scoreRange(pairs, metric) {
	if (metric.kind === "binary") return 1;
	let range = 0;
	for (const pair of pairs) {
		let low = Number.POSITIVE_INFINITY;
		let high = Number.NEGATIVE_INFINITY;
		for (const value of [...pair.baseline, ...pair.candidate]) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		range = Math.max(range, high - low);
	}
	return range === 0 ? 1 : range;
}
function sum(values) {
	let total = 0;
	for (const value of values) total += value;
	return total;
}
function mean(values) {
	return sum(values) / values.length;
}

// src/gate/compare-ratios.ts
/**
* Latency, tokens, cost, length: paired differences of logarithms, one-sided Wilcoxon signed-rank test and the
* Hodges–Lehmann estimate with its interval, given as relative changes (-0.2 = 20 % worse).
*/
function compareRatios(pairs, metric, settings) {
	const differences = logDifferences(pairs, metric);
	const test = wilcoxonSignedRank(differences);
	const estimate = hodgesLehmann(differences).estimate ?? 0;
	const { low, high } = hodgesLehmannInterval(differences, 1 - 2 * settings.alpha);
	const average = mean(differences);
	const spread = sum(differences.map((value) => (value - average) ** 2)) / Math.max(1, differences.length - 1);
	return {
		difference: relativeChange(estimate),
		interval: [relativeChange(low), relativeChange(high)],
		pWorse: test.lower,
		pBetter: test.upper,
		variance: spread / differences.length,
		unseen: 0
	};
}
/** A tolerated relative loss on the logarithmic scale. */
function logMargin(margin) {
	return Math.log1p(margin);
}
/** From the oriented logarithm to the oriented relative change: log 1.2 slower is -0.2. */
function relativeChange(logarithm) {
	return -Math.expm1(-logarithm);
}
/** Geometric mean over the trials of all pairs, each pair counted once. */
function geometricMean(values) {
	const shift = positiveShift(values);
	return Math.exp(mean(values.map((trials) => mean(trials.map((value) => Math.log(shift(value)))))));
}
function logDifferences(pairs, metric) {
	const shift = positiveShift(pairs.flatMap((pair) => [pair.baseline, pair.candidate]));
	const logarithm = (trials) => mean(trials.map((value) => Math.log(shift(value))));
	const sign = metric.direction === "lower" ? 1 : -1;
	return pairs.map((pair) => sign * (logarithm(pair.baseline) - logarithm(pair.candidate)));
}
/** Values of 0 have no logarithm: they become half the smallest positive value seen. */
function positiveShift(values) {
	let smallest = Number.POSITIVE_INFINITY;
	for (const trials of values) for (const value of trials) if (value > 0) smallest = Math.min(smallest, value);
	const floor = Number.isFinite(smallest) ? smallest / 2 : 1;
	return (value) => value > 0 ? value : floor;
}

// src/gate/gather-evidence.ts
/** The statistics that fit the kind of metric. */
function gatherEvidence(pairs, metric, settings) {
	return metric.kind === "ratio" ? compareRatios(pairs, metric, settings.gate) : compareScores(pairs, metric, {
		alpha: settings.gate.alpha,
		exact: settings.exact ?? false,
		seed: settings.seed
	});
}

// src/gate/pair-cases.ts
/**
* Pairs the arms by case. A case without a value in either arm leaves both and is counted: a failure is never a 0 and
* is never dropped from one arm only.
*/
function pairCases(cases, metric) {
	const pairs = [];
	const failed = {
		baseline: 0,
		candidate: 0
	};
	let unscored = 0;
	for (const entry of cases) {
		const baseline = orientedValues(entry.baseline, metric);
		const candidate = orientedValues(entry.candidate, metric);
		if (baseline.length > 0 && candidate.length > 0) {
			pairs.push({
				id: entry.id,
				weight: entry.weight,
				cluster: entry.cluster,
				baseline,
				candidate
			});
			continue;
		}
		if (allFailed(entry.baseline)) failed.baseline++;
		if (allFailed(entry.candidate)) failed.candidate++;
		if (isUnscored(entry.baseline) || isUnscored(entry.candidate)) unscored++;
	}
	return {
		pairs,
		failed,
		unscored
	};
}
/** The values of the trials, with scores of lower-is-better metrics mirrored. Ratios keep their unit: they are compared as logarithms. */
function orientedValues(trials, metric) {
	const values = trials.filter((trial) => typeof trial === "number");
	return metric.kind !== "ratio" && metric.direction === "lower" ? values.map((value) => 1 - value) : values;
}
/** Whether an arm that was run has no value because all its trials failed. */
function allFailed(trials) {
	return trials.length > 0 && trials.every((trial) => trial === "failed");
}
function isUnscored(trials) {
	return !trials.some((trial) => typeof trial === "number") && trials.includes("unscored");
}

// src/gate/guard-missing.ts
/** More cases than this left out, and the metric cannot be judged. */
const missingLimit$1 = .1;
/**
* What missing trials forbid. More than 10 % of the cases left out: nothing can be said. Fewer, but lopsided between the
* arms, or a pass that does not survive counting the candidate's missing cases as lost: the metric cannot pass.
*/
function guardMissing(input) {
	const { cases, pairs, failed, settings } = input;
	const dropped = cases.length - pairs.length;
	if (pairs.length === 0 || dropped > missingLimit$1 * cases.length) {
		const cause = failed.baseline + failed.candidate > 0 ? "failed" : "unscored";
		return {
			blocked: "missing",
			failure: cases.length === 0 ? "no-pairs" : cause
		};
	}
	if (isLopsided(cases, settings.seed)) return {
		blocked: "missing",
		failure: null
	};
	if (dropped > 0 && !survivesLoss(input)) return {
		blocked: "missing",
		failure: null
	};
	return {
		blocked: null,
		failure: null
	};
}
/** The within-case test on the indicator "trial missing", in either direction. */
function isLopsided(cases, seed) {
	const missing = (trials) => trials.map((trial) => typeof trial === "number" ? 0 : 1);
	const indicators = cases.filter((entry) => entry.baseline.length > 0 && entry.candidate.length > 0).map((entry) => ({
		weight: 1,
		baseline: missing(entry.baseline),
		candidate: missing(entry.candidate)
	}));
	if (!indicators.some((entry) => entry.baseline.includes(1) || entry.candidate.includes(1))) return false;
	const { pWorse, pBetter } = withinCasePermutation(indicators, { seed });
	return Math.min(pWorse, pBetter) <= .05;
}
/** Whether a drop beyond the margin stays ruled out when every case that only the candidate lacks counts as lost. */
function survivesLoss({ metric, cases, pairs, margin, settings, evidence }) {
	if (metric.kind === "ratio" || evidence === null) return true;
	const lost = cases.flatMap((entry) => {
		const baseline = orientedValues(entry.baseline, metric);
		const candidate = orientedValues(entry.candidate, metric);
		if (baseline.length === 0 || candidate.length > 0) return [];
		return [{
			id: entry.id,
			weight: entry.weight,
			cluster: entry.cluster,
			baseline,
			candidate: [0]
		}];
	});
	if (lost.length === 0) return true;
	return gatherEvidence([...pairs, ...lost], metric, settings).interval[0] > -margin;
}

// src/gate/compare-metric.ts
/** Tolerated relative loss of ratios where assay.yml names none. */
const ratioMargins = { latency: .2 };
const defaultRatioMargin = .1;
/** Chance with which the drop that is called detectable is found. */
const power = .8;
/** Compares one metric of one prompt over the cases of both arms. */
function compareMetric(metric, cases, settings) {
	const { alpha } = settings.gate;
	const written = settings.gate.metrics?.[metric.name];
	const margin = marginOf(metric, settings.gate);
	const { pairs, failed, unscored } = pairCases(cases, metric);
	const evidence = pairs.length === 0 ? null : gatherEvidence(pairs, metric, settings);
	const guard = guardMissing({
		metric,
		cases,
		pairs,
		failed,
		margin,
		settings,
		evidence
	});
	return {
		comparison: {
			metric: metric.name,
			gated: isGated(metric, settings.gate.metrics),
			direction: metric.direction,
			kind: metric.kind,
			unit: metric.unit,
			pairs: pairs.length,
			...armValues(pairs, metric),
			difference: evidence?.difference ?? null,
			interval: evidence?.interval ?? null,
			confidence: 1 - 2 * alpha,
			margin,
			atLeast: written?.atLeast ?? null,
			pValue: evidence?.pWorse ?? null,
			pBetter: evidence?.pBetter ?? null,
			minimumDetectable: evidence && detectable(pairs, metric, evidence, alpha),
			...countMoves(pairs, metric),
			failed,
			unscored,
			casesNeeded: evidence && casesNeeded(pairs.length, evidence, metric.kind === "ratio" ? logMargin(margin) : margin, alpha),
			slice: null
		},
		...guard,
		severalTrials: pairs.some((pair) => pair.baseline.length > 1 || pair.candidate.length > 1)
	};
}
/** Whether a metric decides: listed with `gate` or `atLeast`, or every scorer where assay.yml lists no metrics. */
function isGated(metric, metrics) {
	if (metrics === null) return metric.gatesByDefault;
	const written = Object.hasOwn(metrics, metric.name) ? metrics[metric.name] : void 0;
	return written !== void 0 && (written.gate || written.atLeast !== null);
}
/** The tolerated loss: the metric's own, else the gate's for scores and the customary one for ratios. */
function marginOf(metric, gate) {
	const written = gate.metrics?.[metric.name]?.margin ?? null;
	if (written !== null) return written;
	return metric.kind === "ratio" ? ratioMargins[metric.name] ?? defaultRatioMargin : gate.margin;
}
/** Means of both arms in the metric's own unit: geometric for ratios, weighted by case for scores. */
function armValues(pairs, metric) {
	if (pairs.length === 0) return {
		baseline: null,
		candidate: null
	};
	if (metric.kind === "ratio") return {
		baseline: geometricMean(pairs.map((pair) => pair.baseline)),
		candidate: geometricMean(pairs.map((pair) => pair.candidate))
	};
	const total = sum(pairs.map((pair) => pair.weight));
	const own = (value) => metric.direction === "lower" ? 1 - value : value;
	const weighted = (values) => sum(pairs.map((pair) => pair.weight * mean(values(pair).map(own)))) / total;
	return {
		baseline: weighted((pair) => pair.baseline),
		candidate: weighted((pair) => pair.candidate)
	};
}
function countMoves(pairs, metric) {
	let worse = 0;
	let better = 0;
	for (const pair of pairs) {
		const move = moveOf$1(mean(pair.baseline), mean(pair.candidate), metric);
		if (move < 0) worse++;
		if (move > 0) better++;
	}
	return {
		worse,
		better
	};
}
/** Negative where the candidate is worse; means that differ by rounding alone are equal. Values are oriented, ratios are not. */
function moveOf$1(baseline, candidate, metric) {
	const difference = candidate - baseline;
	if (Math.abs(difference) <= 1e-12 * Math.max(1, Math.abs(baseline))) return 0;
	return metric.kind === "ratio" && metric.direction === "lower" ? -difference : difference;
}
/** How a single case moved on a metric: -1 worse, 0 the same, 1 better; null where it has no value in both arms. */
function caseMove(scores, metric) {
	const baseline = orientedValues(scores.baseline, metric);
	const candidate = orientedValues(scores.candidate, metric);
	if (baseline.length === 0 || candidate.length === 0) return null;
	return Math.sign(moveOf$1(mean(baseline), mean(candidate), metric));
}
/**
* Cases that would settle it if the variance stays: enough to rule the margin out with 80 % probability, and enough that
* losses not seen so far are ruled out, too (the score bound solved for n).
*/
function casesNeeded(pairs, evidence, margin, alpha) {
	const planned = casesToSettle({
		cases: pairs,
		variance: evidence.variance,
		margin,
		alpha
	});
	const unseen = pairs * normalQuantile(1 - alpha) ** 2 * (evidence.variance + evidence.unseen * margin) / margin ** 2;
	return Math.max(planned, Math.ceil(unseen), pairs + 1);
}
function detectable(pairs, metric, evidence, alpha) {
	const trials = (values) => pairs.length / sum(pairs.map((pair) => 1 / values(pair).length));
	const trialsBaseline = trials((pair) => pair.baseline);
	const trialsCandidate = trials((pair) => pair.candidate);
	if (metric.kind === "ratio") {
		if (pairs.length < 2) return null;
		const factor = normalQuantile(1 - alpha) + normalQuantile(power);
		return Math.expm1(factor * Math.sqrt(Math.PI / 3 * evidence.variance));
	}
	const average = mean(pairs.map((pair) => mean(pair.baseline)));
	const drop = minimumDetectableDrop({
		cases: pairs.length,
		meanVariance: average * (1 - average) / 2,
		trialsBaseline,
		trialsCandidate,
		alpha,
		power
	});
	return Math.min(1, drop);
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
		const values = candidate.filter((trial) => typeof trial === "number");
		return values.length > 0 ? [{
			weight,
			values
		}] : [];
	});
	const failed = cases.filter((entry) => allFailed(entry.candidate)).length;
	const value = scored.length === 0 ? null : averageOf(scored, metric);
	const { verdict, reason } = verdictAlone(value, atLeast, cases.length, scored.length, failed, metric);
	return {
		metric: metric.name,
		gated: isGated(metric, gate.metrics),
		direction: metric.direction,
		kind: metric.kind,
		unit: metric.unit,
		pairs: scored.length,
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

// src/pipeline/compare-outcomes.ts
/** The metrics of a prompt: those of its scorers, in the order of the list, then the operational ones. */
function metricsOf(plan) {
	const metrics = /* @__PURE__ */ new Map();
	for (const { testCase } of [...plan.cases, ...plan.added]) for (const scorer of plan.scorersFor(testCase)) metrics.set(scorer.metric.name, scorer.metric);
	for (const metric of operationalMetrics) if (!metrics.has(metric.name)) metrics.set(metric.name, metric);
	return [...metrics.values()];
}
/** Compares both arms on every metric; verdicts come after the correction over the whole run. */
function draftComparisons(metrics, cases, gate, seed) {
	return metrics.map((metric) => compareMetric(metric, scoresOf(cases, metric), {
		gate,
		seed
	}));
}
/** Judges the candidate alone on every metric. */
function judgeOutcomes(metrics, cases, gate) {
	return metrics.map((metric) => judgeAlone(metric, scoresOf(cases, metric), gate));
}
/** The cases to which a metric applies: a scorer of single cases says nothing about the others. */
function scoresOf(cases, metric) {
	return cases.flatMap((entry) => {
		const baseline = trialsOf(entry.baseline, metric);
		const candidate = trialsOf(entry.candidate, metric);
		if (baseline.length === 0 && candidate.length === 0) return [];
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
function trialsOf(outcome, metric) {
	const score = outcome?.scores.get(metric.name);
	return score === void 0 ? [] : [score];
}

// src/pipeline/report-cases.ts
/** Above this many cases only the worst are listed. */
const listedCases = 1e4;
const listedOfLarger = 1e3;
/** Cases of a prompt whose texts are carried in the report, and how much of each text. */
const casesWithTexts = 50;
const textLimit = 4e3;
const severity = [
	"worse",
	"failed",
	"unscored",
	"better",
	"same",
	"alone"
];
/** The cases of a prompt for the report: in the order of the golden set, with texts where a case moved or failed. */
function reportCases(metrics, cases, gate, log) {
	const scorers = metrics.filter((metric) => metric.gatesByDefault);
	const gating = metrics.filter((metric) => isGated(metric, gate.metrics));
	const deciding = gating.length > 0 ? gating : scorers;
	const moves = cases.map((entry) => moveOf(entry, deciding));
	const ranked = [...moves.keys()].sort((left, right) => rank(moves[left]) - rank(moves[right]) || left - right);
	const listed = new Set(cases.length > listedCases ? ranked.slice(0, listedOfLarger) : ranked);
	const withTexts = new Set(ranked.filter((index) => moves[index]?.change !== "same").slice(0, casesWithTexts));
	const reports = [];
	for (const [index, entry] of cases.entries()) {
		if (!listed.has(index)) continue;
		const { change, worse } = moves[index];
		const texts = withTexts.has(index);
		reports.push({
			id: entry.planCase.testCase.id,
			tags: entry.planCase.testCase.tags,
			change,
			worse,
			scores: Object.fromEntries(scorers.map((metric) => [metric.name, caseValues$1(entry, metric)])),
			expected: texts ? textOf(entry.planCase.testCase.expected) : null,
			baseline: texts ? outputOf(entry.baseline, log) : null,
			candidate: texts ? outputOf(entry.candidate, log) : null,
			reasons: texts ? Object.fromEntries(entry.candidate?.reasons ?? []) : {}
		});
	}
	return reports;
}
function moveOf(entry, deciding) {
	const still = (change) => ({
		change,
		worse: []
	});
	if (entry.baseline?.failure || entry.candidate?.failure || entry.candidate === null) return still("failed");
	if (entry.baseline === null) return still("alone");
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
function caseValues$1(entry, metric) {
	const value = (outcome) => numberOrNull(outcome?.scores.get(metric.name));
	return {
		baseline: value(entry.baseline),
		candidate: value(entry.candidate)
	};
}
function numberOrNull(score) {
	return typeof score === "number" ? score : null;
}
function outputOf(outcome, log) {
	if (outcome === null) return null;
	if (outcome.failure !== null) return {
		status: "failed",
		text: null,
		failure: outcome.failure.message
	};
	const line = log.read(outcome.index);
	const text = line.output || line.refusal;
	return {
		status: "completed",
		text: typeof text === "string" ? shorten(text) : "",
		failure: null
	};
}
/** What a person would read as the expected answer. */
function textOf(value) {
	if (value === null) return null;
	return shorten(typeof value === "string" ? value : canonicalJson(value));
}
function shorten(text) {
	return text.length <= textLimit ? text : `${text.slice(0, textLimit).toWellFormed()}…`;
}

// src/pipeline/report-prompt.ts
/** Compares both arms of a prompt, before any verdict. */
function draftPrompt(plan, outcomes, gate, seed) {
	return {
		plan,
		outcomes,
		drafts: plan.baseline === null ? [] : draftComparisons(metricsOf(plan), outcomes.cases, gate, seed)
	};
}
/** The prompt's part of the report, once its comparisons have their verdicts. */
function reportPrompt({ plan, outcomes }, decided, context) {
	const { change } = plan;
	const metrics = metricsOf(plan);
	const comparisons = plan.candidate !== null && plan.baseline === null && plan.cases.length > 0 ? judgeOutcomes(metrics, outcomes.cases, context.gate) : decided;
	const added = plan.added.length === 0 ? null : {
		cases: plan.added.length,
		comparisons: judgeOutcomes(metrics, outcomes.added, context.gate)
	};
	const { verdict, reason } = verdictOf(plan, comparisons, outcomes);
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
		comparisons,
		added,
		cases: reportCases(metrics, [...outcomes.cases, ...outcomes.added], context.gate, context.log),
		goldenSize: plan.cases.length + plan.added.length,
		notes: [...plan.notes, ...servedBy(outcomes)]
	};
}
function verdictOf(plan, comparisons, outcomes) {
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
	const outcome = promptVerdict(comparisons);
	return outcome.verdict === "error" ? {
		verdict: "error",
		reason: causeOf(outcomes) ?? outcome.reason
	} : outcome;
}
/** The failure that a person must mend first, where there is one. */
function causeOf(outcomes) {
	const causes = [
		"refused-key",
		"missing-model",
		"missing-recording"
	];
	const kinds = new Set(outcomes.cases.flatMap((entry) => [entry.baseline?.failure?.kind, entry.candidate?.failure?.kind]));
	return causes.find((cause) => kinds.has(cause)) ?? null;
}
/** A run in which the arms were served by different snapshots says so. */
function servedBy(outcomes) {
	const models = (arm) => [...new Set(outcomes.cases.flatMap((entry) => entry[arm]?.model ?? []))].sort().join(", ");
	const [baseline, candidate] = [models("baseline"), models("candidate")];
	if (baseline === "" || candidate === "" || baseline === candidate) return [];
	return [`Served by ${baseline} for the baseline and by ${candidate} for the candidate.`];
}

// src/pipeline/build-report.ts
/** Compares, decides and puts together the one value that every renderer reads. */
function buildReport(input) {
	const { plans, execution, gate } = input;
	const prompts = plans.map((plan, index) => {
		const seed = input.seed ?? `${plan.baseline?.fingerprint ?? ""}:${plan.candidate?.fingerprint ?? ""}`;
		return draftPrompt(plan, execution.outcomes[index] ?? {
			cases: [],
			added: []
		}, gate, seed);
	});
	const decided = decideAll(prompts.flatMap((prompt) => prompt.drafts), gate);
	const context = {
		baseline: input.baseline,
		head: input.head,
		gate,
		log: input.log
	};
	const reports = [];
	let next = 0;
	for (const prompt of prompts) {
		reports.push(reportPrompt(prompt, decided.slice(next, next + prompt.drafts.length), context));
		next += prompt.drafts.length;
	}
	const { verdict, passed, exitCode } = combineOutcomes(reports, gate);
	return {
		schemaVersion: 1,
		command: input.command,
		verdict,
		passed,
		exitCode,
		base: input.baseline && {
			revision: input.baseline.label,
			commit: input.baseline.commit
		},
		head: {
			revision: input.head.label,
			commit: input.head.commit
		},
		goalposts: input.goalposts,
		gate: {
			margin: gate.margin,
			alpha: gate.alpha,
			scope: gate.scope,
			inconclusive: gate.inconclusive,
			gatingComparisons: decided.filter((comparison) => comparison.gated).length
		},
		prompts: reports,
		calls: {
			planned: execution.planned,
			made: execution.made,
			cached: 0,
			saved: 0,
			failed: execution.failures.length
		},
		failures: countFailures(execution.failures),
		cost: null,
		durationMs: input.durationMs,
		warnings: input.warnings,
		samples: input.samples
	};
}
/** Failures by what came back, the most frequent first. Messages differ by request ids, so the first of each stands for all. */
function countFailures(failures) {
	const counts = /* @__PURE__ */ new Map();
	for (const { message, kind, httpStatus } of failures) {
		const key = `${kind} ${httpStatus}`;
		const entry = counts.get(key) ?? {
			message,
			kind,
			calls: 0
		};
		entry.calls++;
		counts.set(key, entry);
	}
	return [...counts.values()].sort((left, right) => right.calls - left.calls).slice(0, 20);
}

// src/pipeline/connect-providers.ts
/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree = ["replay", "simulated"];
/** Finds the provider of every version that runs; names, keys and files are checked before any call is made. */
async function connectProviders(plans, goalposts, root, options) {
	const problems = /* @__PURE__ */ new Map();
	const providers = /* @__PURE__ */ new Map();
	const models = /* @__PURE__ */ new Map();
	for (const version of plans.flatMap((plan) => [plan.baseline, plan.candidate])) {
		if (version === null) continue;
		const found = findModel(version, goalposts, options);
		if ("problem" in found) {
			problems.set(found.problem.message, found.problem);
			continue;
		}
		const { name, config, model } = found;
		if (!providers.has(name)) {
			const connected = await connect(name, config.file === null ? config : {
				...config,
				file: resolve(root, config.file)
			}, goalposts, options);
			for (const problem of connected.problems) problems.set(problem.message, problem);
			providers.set(name, connected.provider);
		}
		const provider = providers.get(name);
		if (provider) models.set(version, {
			provider,
			model
		});
	}
	return {
		models,
		problems: [...problems.values()]
	};
}
/** The provider and the name there of a version's model; recordings, where given, stand in for every provider. */
function findModel(version, goalposts, options) {
	const { model } = version.configuration;
	if (model === null) return { problem: {
		message: `the prompt ${version.name} names no model`,
		hint: "Write model: openai/gpt-5-mini into the prompt file or into assay.yml.",
		place: version.modelPlace
	} };
	const configured = {
		...goalposts.config.providers,
		...options.providers
	};
	const found = resolveModel(model, configured);
	if ("problem" in found) return { problem: {
		...found.problem,
		place: version.modelPlace
	} };
	const { provider: name, config } = found;
	const trusted = {
		...goalposts.config.path === null ? {} : goalposts.config.providers,
		...options.providers
	};
	if (options.restricted && modelFree.includes(config.type) && !Object.hasOwn(trusted, name)) return { problem: {
		message: `the prompt ${version.name} asks for the ${config.type} provider, which answers without a model`,
		hint: `Where that is meant, name it under providers in the base branch's assay.yml: ${name}: { type: ${config.type} }.`,
		place: version.modelPlace
	} };
	if (options.replay !== void 0) return {
		name: "replay",
		config: {
			type: "replay",
			baseUrl: null,
			file: options.replay,
			place: config.place
		},
		model: found.model
	};
	return {
		name,
		config,
		model: found.model
	};
}
async function connect(name, config, goalposts, options) {
	const type = providerTypes[config.type];
	const context = {
		environment: options.environment,
		timeoutMs: goalposts.config.run.timeoutMs
	};
	const problems = type.check(name, config, context);
	if (problems.length > 0) return {
		provider: null,
		problems
	};
	const provider = await type.create(name, config, context);
	return {
		provider: options.record === void 0 ? provider : recordingProvider(provider, options.record),
		problems
	};
}

// src/run/doors.ts
/**
* Doors to providers and to their models. The first attempt through a door goes alone, for what it is refused for
* would be refused a thousand times; a refusal at any time shuts the door.
*/
function createDoors() {
	const doors = /* @__PURE__ */ new Map();
	const find = (name) => {
		const door = doors.get(name) ?? {
			opened: null,
			refusal: null
		};
		doors.set(name, door);
		return door;
	};
	return (providerName, modelName) => {
		const provider = find(providerName);
		const model = find(`${providerName}/${modelName}`);
		const releases = [];
		return {
			async enter() {
				for (const door of [provider, model]) if (door.opened === null) door.opened = new Promise((resolve) => releases.push(resolve));
				else await door.opened;
			},
			release() {
				for (const release of releases) release();
			},
			note(failure) {
				if (failure.kind === "refused-key") provider.refusal ??= failure;
				if (failure.kind === "missing-model" || failure.kind === "refused-parameter") model.refusal ??= failure;
			},
			refusal: () => provider.refusal ?? model.refusal
		};
	};
}

// src/run/retry.ts
const maximumAttempts = 4;
const firstPauseMs = 500;
const longestPauseMs = 2e4;
/** A provider may ask for more patience than this; the run does not have it. */
const longestAskedMs = 6e4;
/** Calls until an answer comes, the failure is final, or the attempts are used up. The one place that retries. */
async function callWithRetry(call, options) {
	let last = null;
	for (let attempts = 1;; attempts += 1) {
		const failure = options.refusal();
		if (failure !== null) return {
			result: {
				status: "failed",
				failure
			},
			attempts: attempts - 1,
			latencyMs: last?.latencyMs ?? 0
		};
		const start = performance.now();
		const result = await call();
		last = {
			result,
			attempts,
			latencyMs: performance.now() - start
		};
		if (result.status === "completed" || !result.failure.retryable || attempts === maximumAttempts) return last;
		await options.sleep(pauseAfter(attempts, result.failure, options.random), options.signal);
	}
}
/** Full jitter under a bound that doubles, so that calls that failed together do not return together; never sooner than asked. */
function pauseAfter(attempts, failure, random) {
	const jittered = random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
	return Math.max(jittered, Math.min(failure.retryAfterMs ?? 0, longestAskedMs));
}
/** Waits, or less where the signal aborts. */
function sleep(ms, signal) {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const finish = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", finish);
			resolve();
		};
		const timer = setTimeout(finish, ms);
		signal?.addEventListener("abort", finish, { once: true });
	});
}

// src/run/timeouts.ts
/** The longest delay of a timer; a larger one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;
/** One listener on the outer signal however many tasks run: listeners by the thousand are slow, and warned of. */
function createTimeouts(timeoutMs, outer) {
	const all = new AbortController();
	setMaxListeners(0, all.signal);
	const active = /* @__PURE__ */ new Set();
	const abort = (reason) => {
		all.abort(reason);
		for (const controller of active) controller.abort(reason);
	};
	const onAbort = () => abort(outer?.reason);
	outer?.addEventListener("abort", onAbort, { once: true });
	if (outer?.aborted) onAbort();
	return {
		async run(task) {
			const controller = new AbortController();
			if (all.signal.aborted) controller.abort(all.signal.reason);
			active.add(controller);
			const expire = () => controller.abort(new DOMException("the time is up", "TimeoutError"));
			const timer = setTimeout(expire, Math.min(timeoutMs, longestDelayMs));
			try {
				return await task(controller.signal);
			} finally {
				clearTimeout(timer);
				active.delete(controller);
			}
		},
		abort,
		signal: all.signal,
		close: () => outer?.removeEventListener("abort", onAbort)
	};
}

// src/run/run-calls.ts
const automaticConcurrency = 16;
/** Calls taken from the plan before there is room for them: enough to keep a second provider busy beside a slow one. */
const lookAhead = 1e3;
const aborted = {
	kind: "aborted",
	message: "stopped before the call was made",
	httpStatus: null,
	retryable: false,
	retryAfterMs: null
};
/**
* Makes the planned calls, in their order, under one limit per provider. `onSample` is called as samples complete,
* with the position in the plan; every planned call gets a sample, also where it was not made.
* Rejects only with what `calls`, a provider or `onSample` throws.
*/
async function runCalls(calls, options, onSample) {
	const limits = /* @__PURE__ */ new Map();
	const findWay = options.findWay ?? createDoors();
	const timeouts = createTimeouts(options.timeoutMs, options.signal);
	const running = /* @__PURE__ */ new Set();
	const progress = {
		done: 0,
		planned: options.planned,
		failed: 0,
		made: 0
	};
	const errors = [];
	let waiting = 0;
	let wake = () => {};
	const take = async (call, index) => {
		waiting -= 1;
		wake();
		if (errors.length > 0) return;
		try {
			const sample = await takeSample(call, findWay(call.provider.name, call.model), timeouts, options);
			progress.done += 1;
			progress.made += sample.attempts;
			if (sample.status === "failed") progress.failed += 1;
			await onSample(sample, index);
			options.onProgress?.({ ...progress });
		} catch (error) {
			stop(error);
		}
	};
	const stop = (error) => {
		errors.push(error);
		timeouts.abort(error);
		wake();
	};
	try {
		let index = 0;
		for await (const call of calls) {
			const { name } = call.provider;
			const limit = limits.get(name) ?? pLimit(options.concurrency === "auto" ? automaticConcurrency : options.concurrency);
			limits.set(name, limit);
			waiting += 1;
			const task = limit(take, call, index).then(() => void running.delete(task));
			running.add(task);
			index += 1;
			while (waiting >= lookAhead && errors.length === 0) await new Promise((resolve) => {
				wake = resolve;
			});
			if (errors.length > 0) break;
		}
	} catch (error) {
		stop(error);
	}
	await Promise.all(running);
	timeouts.close();
	if (errors.length > 0) throw errors[0];
	return progress;
}
/** Waits for its turn, then calls until there is an answer or no point in calling on. */
async function takeSample(call, way, timeouts, options) {
	await way.enter();
	let request = null;
	const attempt = async () => {
		const built = request ?? call.request();
		request = built;
		const result = await timeouts.run((signal) => call.provider.call(built, call.identity, signal));
		if (result.status === "failed") way.note(result.failure);
		way.release();
		return result;
	};
	try {
		const { result, attempts, latencyMs } = await callWithRetry(attempt, {
			random: options.random ?? Math.random,
			sleep: options.sleep ?? sleep,
			signal: timeouts.signal,
			refusal: () => way.refusal() ?? (timeouts.signal.aborted ? aborted : null)
		});
		const { prompt, arm, caseId, trial, fingerprint } = call;
		const base = {
			prompt,
			arm,
			caseId,
			trial,
			fingerprint,
			attempts
		};
		return result.status === "completed" ? {
			...base,
			status: "completed",
			reply: result.reply,
			latencyMs
		} : {
			...base,
			status: "failed",
			failure: result.failure
		};
	} finally {
		way.release();
	}
}

// src/score/score-sample.ts
/**
* Scores one sample by every scorer, in their order; of two with the same name the later counts.
* A scorer that throws, or gives a value that its kind of metric cannot have, leaves the sample unscored with the reason.
*/
async function scoreSample(sample, testCase, scorers) {
	const scores = await Promise.all(scorers.map(async (scorer) => [scorer.metric.name, await scoreOne(sample, testCase, scorer)]));
	return new Map(scores);
}
async function scoreOne(sample, testCase, scorer) {
	try {
		const score = await scorer.score(sample, testCase);
		if (score.status === "scored" && !isPossible(score.value, scorer.metric.kind)) return unscored(`the scorer gave ${String(score.value)}, which is no ${scorer.metric.kind} value`);
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

// src/pipeline/execute-run.ts
/** Takes every planned sample, scores it as it arrives and sends its text to the log. */
async function executeRun(plans, models, settings, log, options) {
	const slots = plans.flatMap(slotsOf);
	const results = new Array(slots.length);
	const failures = [];
	const counts = await runCalls(plannedCalls(slots, models), {
		concurrency: options.concurrency ?? settings.concurrency,
		timeoutMs: settings.timeoutMs,
		planned: slots.length,
		...options.signal ? { signal: options.signal } : {},
		...options.onProgress ? { onProgress: options.onProgress } : {}
	}, async (sample, index) => {
		const slot = slots[index];
		const outcome = keep(sample, index, slot, sample.status === "completed" ? await scoreSample(sample, slot.planCase.testCase, slot.scorers) : null);
		results[index] = outcome;
		if (outcome.failure !== null) failures.push(outcome.failure);
		log.append(index, sampleLine(sample, slot.planCase.testCase, outcome));
	});
	return {
		outcomes: regroup(plans, results),
		planned: slots.length,
		made: counts.made,
		failures
	};
}
function slotsOf(plan) {
	const slots = [];
	for (const [section, planCases] of [["main", plan.cases], ["added", plan.added]]) for (const planCase of planCases) {
		const scorers = plan.scorersFor(planCase.testCase);
		const { baseline, candidate } = plan;
		if (baseline !== null && section === "main") slots.push({
			plan,
			version: baseline,
			planCase,
			arm: "baseline",
			scorers
		});
		if (candidate !== null) slots.push({
			plan,
			version: candidate,
			planCase,
			arm: "candidate",
			scorers
		});
	}
	return slots;
}
function* plannedCalls(slots, models) {
	for (const { plan, version, planCase, arm } of slots) {
		const resolved = models.get(version);
		const caseId = planCase.testCase.id;
		yield {
			prompt: plan.change.path,
			arm,
			caseId,
			trial: 0,
			fingerprint: version.fingerprint,
			provider: resolved.provider,
			identity: {
				caseId,
				trial: 0,
				draw: "compare"
			},
			model: resolved.model,
			request: () => buildRequest(version, resolved.model, planCase[arm]).request
		};
	}
}
function keep(sample, index, slot, scores) {
	const values = /* @__PURE__ */ new Map();
	const reasons = /* @__PURE__ */ new Map();
	for (const scorer of slot.scorers) {
		const name = scorer.metric.name;
		const score = scores?.get(name);
		values.set(name, score === void 0 ? "failed" : score.status === "scored" ? score.value : "unscored");
		if (score?.reason) reasons.set(name, score.reason);
	}
	for (const [name, value] of operationalScores(sample)) values.set(name, value ?? (sample.status === "failed" ? "failed" : "unscored"));
	return {
		failure: sample.status === "failed" ? sample.failure : null,
		scores: values,
		reasons,
		model: sample.status === "completed" ? sample.reply.model : null,
		index
	};
}
/** One line of the samples file (`design.md` §4). */
function sampleLine(sample, testCase, outcome) {
	const completed = sample.status === "completed" ? sample : null;
	const scores = [...outcome.scores].map(([name, value]) => [name, typeof value === "number" ? value : null]);
	return {
		prompt: sample.prompt,
		arm: sample.arm,
		id: sample.caseId,
		trial: sample.trial,
		fingerprint: sample.fingerprint,
		status: sample.status,
		output: completed === null ? null : completed.reply.text,
		...completed?.reply.refusal ? { refusal: completed.reply.refusal } : {},
		...sample.status === "failed" ? { failure: {
			kind: sample.failure.kind,
			message: sample.failure.message
		} } : {},
		scores: Object.fromEntries(scores),
		reasons: Object.fromEntries(outcome.reasons),
		tokens: completed === null ? null : {
			input: completed.reply.tokens.input,
			output: completed.reply.tokens.output
		},
		latencyMs: completed?.latencyMs ?? null,
		cost: null,
		tags: testCase.tags,
		cluster: testCase.cluster
	};
}
/** From the flat results back to prompts and cases, in the order of the slots. */
function regroup(plans, results) {
	let next = 0;
	const take = (runs) => runs ? results[next++] ?? null : null;
	return plans.map((plan) => ({
		cases: plan.cases.map((planCase) => ({
			planCase,
			baseline: take(plan.baseline !== null),
			candidate: take(plan.candidate !== null)
		})),
		added: plan.added.map((planCase) => ({
			planCase,
			baseline: null,
			candidate: take(plan.candidate !== null)
		}))
	}));
}

// src/golden/case-values.ts
/** What a prompt may use: the variables, and `id` and `context` where no variable has that name; never the answer. */
function caseValues({ id, context, vars }) {
	return {
		id,
		...context === null ? {} : { context },
		...vars
	};
}

// src/golden/pair-by-variables.ts
/** Look-ups in all: where every case has variables of its own, pairing would take the square of their number. */
const lookUpLimit = 1e6;
/**
* Pairs cases of which at least one has no written id and that agree in all variables both have, at least one. Only
* where neither agrees with a second one: an ambiguous pair is no pair.
*/
function* pairByVariables(before, after) {
	const agreements = /* @__PURE__ */ new Map();
	const note = (testCase, others) => {
		const partner = others[0];
		if (partner === void 0) return;
		agreements.set(testCase, {
			count: others.length + (agreements.get(testCase)?.count ?? 0),
			partner
		});
	};
	for (const [thens, nows] of agreeing(before, after)) {
		const unnamedThens = thens.filter(({ named }) => !named);
		const unnamedNows = nows.filter(({ named }) => !named);
		for (const now of nows) note(now, now.named ? unnamedThens : thens);
		for (const then of thens) note(then, then.named ? unnamedNows : nows);
	}
	for (const now of after) {
		const agreement = agreements.get(now);
		if (agreement?.count === 1 && agreements.get(agreement.partner)?.count === 1) yield [now, agreement.partner];
	}
}
/** Groups of cases, then and now, that have equal values for all variables that they share. */
function* agreeing(before, after) {
	const thenShapes = [...groupBy(before, shapeOf).values()];
	const nowShapes = [...groupBy(after, shapeOf).values()];
	if (thenShapes.length * after.length + nowShapes.length * before.length > lookUpLimit) return;
	for (const thens of thenShapes) for (const nows of nowShapes) {
		const names = new Set(variableNames(nows[0]));
		const shared = variableNames(thens[0]).filter((name) => names.has(name));
		if (shared.length === 0) continue;
		const valuesOf = ({ vars }) => canonicalJson(shared.map((name) => vars[name] ?? null));
		const thensByValues = groupBy(thens, valuesOf);
		for (const [values, sameNows] of groupBy(nows, valuesOf)) yield [thensByValues.get(values) ?? [], sameNows];
	}
}
function variableNames(testCase) {
	return Object.keys(testCase?.vars ?? {}).sort();
}
function shapeOf(testCase) {
	return JSON.stringify(variableNames(testCase));
}
function groupBy(cases, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const testCase of cases) {
		const key = keyOf(testCase);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [testCase]);
		else group.push(testCase);
	}
	return groups;
}

// src/golden/compare-golden.ts
/**
* Pairs the cases of two revisions: by id; where one has no written id, with the one case that agrees in all variables
* that both have. What stays ambiguous counts as removed and added.
*/
function compareGolden(before, after) {
	const byId = new Map(before.map((testCase) => [testCase.id, testCase]));
	const matched = /* @__PURE__ */ new Map();
	for (const { id } of after) {
		const same = byId.get(id);
		if (same !== void 0) matched.set(id, same);
	}
	const taken = new Set([...matched.values()].map(({ id }) => id));
	const left = before.filter(({ id }) => !taken.has(id));
	const open = after.filter(({ id }) => !matched.has(id));
	for (const [now, then] of pairByVariables(left, open)) {
		matched.set(now.id, then);
		taken.add(then.id);
	}
	return {
		added: after.filter(({ id }) => !matched.has(id)),
		edited: after.filter((testCase) => {
			const then = matched.get(testCase.id);
			return then !== void 0 && caseHash(then) !== caseHash(testCase);
		}),
		removed: before.filter(({ id }) => !taken.has(id)),
		matched
	};
}

// src/golden/missing-variables.ts
/** Every variable of a prompt that a case has no value for, with the place of its use and the place of the case. */
function missingVariables(cases, variables) {
	return tellFirst(findGaps(cases, variables), tellGap);
}
function* findGaps(cases, variables) {
	for (const testCase of cases) {
		const values = caseValues(testCase);
		for (const use of variables) if (!has(values, use.name)) yield {
			testCase,
			use
		};
	}
}
function tellGap({ testCase, use }) {
	const { id, place } = testCase;
	const message = `the case ${quote(id)} has no ${quote(use.name)}, which the prompt uses at ${formatPlace(use.place)}`;
	const near = nearest(use.name, Object.keys(caseValues(testCase)));
	return {
		message,
		place,
		hint: near === null ? "Add it to the case." : `The case has ${quote(near)}.`
	};
}
/** Own properties only: the names come from the prompt, the values from anywhere. */
function has(values, path) {
	let current = values;
	for (const key of path.split(".")) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return false;
		current = current[key];
	}
	return true;
}

// src/pipeline/plan-run.ts
/** Plans every changed prompt. Mistakes are collected, so that all are told at once. */
function planRun(input) {
	const problems = input.goalposts.problems.filter((entry) => entry.prompt === null);
	return {
		plans: input.changes.filter((change) => change.kind !== "unchanged" && change.kind !== "renamed").map((change) => planPrompt(change, input, problems)),
		problems: problems.map((entry) => entry.problem)
	};
}
function planPrompt(change, input, problems) {
	const idle = {
		change,
		baseline: null,
		candidate: null,
		cases: [],
		added: [],
		scorersFor: () => [],
		skipped: null
	};
	const candidate = change.candidate;
	if (candidate === null) return {
		...idle,
		advisory: false,
		notes: []
	};
	const judged = chooseGoalposts(change, candidate, input);
	if (judged === null) return {
		...idle,
		advisory: false,
		skipped: "fork",
		notes: ["A fork cannot bring the golden set it is judged by."]
	};
	const { project, prompt } = judged;
	problems.push(...project.problems.filter((entry) => entry.prompt === prompt.version.path));
	const notes = [
		...judged.notes,
		...repairNotes(change, input),
		...notesOf(prompt)
	];
	const versions = {
		baseline: change.kind === "changed" ? change.baseline?.version ?? null : null,
		candidate: candidate.version
	};
	const added = addedCases(change, candidate, prompt, input.fromBase && project !== input.head);
	const main = change.kind === "judging" ? [] : prompt.golden.cases;
	if (prompt.scorers.length === 0 && main.every((testCase) => testCase.scorers.length === 0)) problems.push({
		prompt: prompt.version.path,
		problem: noScorer(prompt.version)
	});
	const fill = new ValueFiller(change, prompt);
	const cases = main.map((testCase) => fill.values(testCase));
	const extra = added.map((testCase) => fill.values(testCase));
	const missing = [...fill.missing(versions.baseline, cases, "baseline"), ...fill.missing(versions.candidate, [...cases, ...extra], "candidate")];
	problems.push(...missing.map((problem) => ({
		prompt: prompt.version.path,
		problem
	})));
	return {
		change,
		...versions,
		cases,
		added: extra,
		scorersFor: scorersByCase(prompt, project, input.factories, (problem) => problems.push({
			prompt: prompt.version.path,
			problem
		})),
		advisory: judged.advisory,
		skipped: null,
		notes: [...notes, ...fill.notes(input)]
	};
}
/** The same prompt, not judged: a fork's run cannot call the model. */
function skipPlan(plan, problems) {
	if (plan.candidate === null) return plan;
	const note = `Not judged: the pull request comes from a fork, and ${problems.map(({ message }) => message).join("; ")}.`;
	return {
		...plan,
		baseline: null,
		candidate: null,
		cases: [],
		added: [],
		skipped: "no-key",
		notes: [...plan.notes, note]
	};
}
/** Who judges: the goalposts' own entry for this prompt; where they have none, the head's, which then never fails. */
function chooseGoalposts(change, candidate, input) {
	if (!input.fromBase) return {
		project: input.head,
		prompt: candidate,
		advisory: false,
		notes: []
	};
	const paths = [
		change.previousPath,
		change.baseline?.version.path ?? null,
		change.path
	];
	const prompt = findPrompt(input.goalposts, paths, candidate.version);
	const usable = prompt !== null && prompt.golden.cases.length > 0 && hasScorer(prompt);
	if (input.goalposts.config.path !== null && usable) return {
		project: input.goalposts,
		prompt,
		advisory: false,
		notes: []
	};
	if (usable && input.fork) return {
		project: input.goalposts,
		prompt,
		advisory: false,
		notes: []
	};
	if (input.fork) return null;
	const what = input.goalposts.config.path === null ? "no valid assay.yml" : "no golden set for this prompt";
	return {
		project: input.head,
		prompt: candidate,
		advisory: true,
		notes: [`First run: the base has ${what}, so this one is judged by its own and cannot fail; it starts to hold once merged.`]
	};
}
function hasScorer(prompt) {
	return prompt.scorers.length > 0 || prompt.golden.cases.some((testCase) => testCase.scorers.length > 0);
}
/** Cases run in a row of their own: those new or edited at the head, where they are not part of the comparison. */
function addedCases(change, candidate, judged, otherGoalposts) {
	const before = otherGoalposts ? judged.golden : change.kind === "judging" ? change.baseline?.golden : void 0;
	if (before === void 0) return [];
	const { added, edited } = compareGolden(before.cases, candidate.golden.cases);
	return [...added, ...edited];
}
/** Gives each arm the values of a case; what the judging case lacks comes from the arm's own matching case. */
var ValueFiller = class {
	own;
	filled = {
		baseline: /* @__PURE__ */ new Set(),
		candidate: /* @__PURE__ */ new Set()
	};
	constructor(change, judged) {
		const matched = (own) => own === null || own === judged ? /* @__PURE__ */ new Map() : compareGolden(own.golden.cases, judged.golden.cases).matched;
		this.own = {
			baseline: matched(change.baseline),
			candidate: matched(change.candidate)
		};
	}
	values(testCase) {
		return {
			testCase,
			baseline: this.valuesOf(testCase, "baseline"),
			candidate: this.valuesOf(testCase, "candidate")
		};
	}
	valuesOf(testCase, arm) {
		const values = caseValues(testCase);
		const own = this.own[arm].get(testCase.id);
		if (own === void 0) return values;
		const lacking = Object.entries(own.vars).filter(([name]) => !Object.hasOwn(values, name));
		for (const [name] of lacking) this.filled[arm].add(name);
		return {
			...Object.fromEntries(lacking),
			...values
		};
	}
	missing(version, cases, arm) {
		if (version === null) return [];
		return missingVariables(cases.map((entry) => ({
			...entry.testCase,
			vars: entry[arm]
		})), version.variables);
	}
	notes(input) {
		const tell = (arm, revision) => {
			const names = [...this.filled[arm]].sort();
			return names.length === 0 ? [] : [`The ${arm}'s values of ${names.join(", ")} come from the golden set at ${revision}: the judging set lacks them.`];
		};
		return [...tell("baseline", input.baseline?.tree.label ?? "the base"), ...tell("candidate", input.head.tree.label)];
	}
};
/** Makes every scorer once: those of the prompt, and those of single cases. Mistakes in their files are told like all others. */
function scorersByCase(prompt, project, factories, tell) {
	const context = {
		files: project.scorerFiles,
		render: renderTemplate
	};
	const make = (spec) => {
		if (checkScorer(spec, factories).length > 0) return [];
		if (filesOf(spec, factories).some((name) => !project.scorerFiles.has(name))) return [];
		try {
			return [createScorer(spec, context, factories)];
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			for (const problem of error.problems) tell(problem);
			return [];
		}
	};
	const common = prompt.scorers.flatMap(make);
	const own = new Map(prompt.golden.cases.filter((testCase) => testCase.scorers.length > 0).map((testCase) => [testCase, [...common, ...testCase.scorers.flatMap(make)]]));
	return (testCase) => own.get(testCase) ?? common;
}
/** Why a repaired prompt is judged alone. */
function repairNotes(change, input) {
	const [first] = change.broken?.problems ?? [];
	if (first === void 0) return [];
	return [`The file does not parse at ${input.baseline?.tree.label ?? "the base"} (${problemText(first)}), so the candidate is judged alone.`];
}
function notesOf(prompt) {
	return prompt.version.notRun.map((entry) => `The evaluator ${entry.name} was not run: it ${entry.reason}.`);
}
function noScorer(version) {
	return {
		message: version.notRun.length > 0 ? `nothing judges the prompt ${version.name} yet: its evaluators need a model as judge` : `nothing judges the prompt ${version.name}: there is no scorer`,
		hint: "Add one to assay.yml, for example: scorers: [{ contains: { value: \"{{expected}}\" } }].",
		place: {
			path: version.path,
			line: 1
		}
	};
}

// src/pipeline/judge-plans.ts
/** From plans to the report: every mistake first, then the calls, then the verdicts. */
async function judgePlans(input) {
	const started = performance.now();
	const { goalposts, options } = input;
	let { plans } = input;
	const connection = await connectProviders(plans, goalposts, input.root, options);
	if (options.fork === true && input.problems.length === 0 && connection.problems.length > 0) plans = plans.map((plan) => skipPlan(plan, connection.problems));
	else throwProblems([...input.problems, ...connection.problems]);
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
	const log = openSampleLog(join(folder, "samples.jsonl"));
	try {
		const execution = await executeRun(plans, connection.models, goalposts.config.run, log, options);
		const samples = options.samplesFile === void 0 ? null : {
			path: basename(options.samplesFile),
			sha256: log.writeInOrder(options.samplesFile)
		};
		return buildReport({
			command: input.command,
			baseline: input.baseline,
			head: input.head,
			goalposts: input.goalpostsSource,
			gate: goalposts.config.gate,
			plans,
			execution,
			log,
			samples,
			warnings: input.warnings,
			durationMs: Math.round(performance.now() - started),
			seed: options.seed
		});
	} finally {
		log.close();
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}

export { isGated as i, planRun as n, findModel as r, judgePlans as t };