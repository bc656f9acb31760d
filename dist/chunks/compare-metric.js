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
	if (x * (b + 1) > y * (a + 1)) return 1 - incompleteBeta(y, x, b, a);
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
/** Distribution function of Student's t with df > 0 degrees of freedom, not necessarily whole; at least 1e-300. */
function tCdf(t, df) {
	if (t === Number.NEGATIVE_INFINITY) return 0;
	if (t === Number.POSITIVE_INFINITY) return 1;
	return t < 0 ? clampP(tUpperTail(-t, df)) : 1 - tUpperTail(t, df);
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

// src/stats/gauss-legendre.ts
/** Gauss–Legendre quadrature of the given order, its nodes found by Newton's method (Abramowitz & Stegun 25.4.29). */
function gaussLegendre(order) {
	const nodes = [];
	const weights = [];
	for (let index = 1; index <= order; index++) {
		let node = Math.cos(Math.PI * (index - .25) / (order + .5));
		let slope = 1;
		for (let step = 0; step < 10; step++) {
			let previous = 1;
			let value = node;
			for (let degree = 2; degree <= order; degree++) [previous, value] = [value, ((2 * degree - 1) * node * value - (degree - 1) * previous) / degree];
			slope = order * (node * value - previous) / (node * node - 1);
			node -= value / slope;
		}
		nodes.push(node);
		weights.push(2 / ((1 - node * node) * slope * slope));
	}
	return {
		nodes,
		weights
	};
}

// src/stats/group-sequential.ts
/** Standard deviations beyond which a step of the path is nil. */
const REACH = 9;
/** A look that follows closer than this on another is no look; it also bounds the number of points. */
const SMALLEST_GAP = 1e-6;
const RULE = gaussLegendre(16);
/** The bound over which a step of the given standard deviation takes the path with the given probability. */
function findBound(path, probability, deviation, scale) {
	const over = (value) => (bound) => {
		let sum = 0;
		for (const [index, point] of path.points.entries()) sum += (path.mass[index] ?? 0) * value((point - bound) / deviation);
		return sum;
	};
	const density = over(normalDensity);
	return solveTail(over(normalCdf), (bound) => density(bound) / deviation, probability, {
		low: -9 * scale,
		high: 40 * scale
	});
}
/** Moves the path one look on and cuts off what crossed the bound. */
function advance(path, bound, deviation, scale, nextDeviation) {
	const low = -9 * scale;
	const high = Math.min(bound, REACH * scale);
	const panels = Math.max(1, Math.ceil((high - low) / (3 * Math.min(deviation, nextDeviation))));
	const half = (high - low) / panels / 2;
	const points = [];
	const mass = [];
	let start = 0;
	for (let panel = 0; panel < panels; panel++) {
		const centre = low + (2 * panel + 1) * half;
		const from = centre - half - REACH * deviation;
		const to = centre + half + REACH * deviation;
		while (start < path.points.length && (path.points[start] ?? 0) < from) start++;
		for (let node = RULE.nodes.length - 1; node >= 0; node--) {
			const point = centre + half * (RULE.nodes[node] ?? 0);
			let density = 0;
			for (let index = start; index < path.points.length && (path.points[index] ?? 0) <= to; index++) density += (path.mass[index] ?? 0) * normalDensity((point - (path.points[index] ?? 0)) / deviation);
			points.push(point);
			mass.push(density / deviation * half * (RULE.weights[node] ?? 0));
		}
	}
	return {
		points,
		mass
	};
}
/** A plan before its first look. */
const noLooks = {
	last: null,
	fraction: 0,
	spent: 0,
	path: {
		points: [0],
		mass: [1]
	},
	cut: null,
	gap: null
};
/**
* The next look of a plan: at `fraction` of the information, with `total` spent in all. One step of the recursion that
* `groupSequentialBounds` describes, so that a plan that goes on costs no more than its new look.
*/
function takeLook(before, fraction, total) {
	const spent = Math.max(before.spent, total);
	const gap = fraction - before.fraction;
	const state = {
		...before,
		gap: before.gap ?? gap
	};
	if (gap < SMALLEST_GAP || spent - before.spent < 1e-200) return {
		...state,
		last: {
			z: Number.POSITIVE_INFINITY,
			level: 0
		}
	};
	const deviation = Math.sqrt(gap);
	const scale = Math.sqrt(fraction);
	const path = moveOn(state);
	const bound = before.cut === null ? -normalQuantile(spent - before.spent) * scale : findBound(path, spent - before.spent, deviation, scale);
	return {
		last: {
			z: bound / scale,
			level: normalCdf(-bound / scale)
		},
		fraction,
		spent,
		path,
		cut: {
			bound,
			deviation,
			scale
		},
		gap: null
	};
}
function moveOn({ path, cut, gap }) {
	if (cut === null) return path;
	const { bound, deviation, scale } = cut;
	return advance(path, bound, deviation, scale, gap !== null && gap >= SMALLEST_GAP ? Math.sqrt(gap) : deviation);
}
/**
* The chance that the last look crosses its bound if the trend so far goes on (Lan & Wittes 1988): Φ((z/√t − bound)/√(1−t)).
* Giving up where it is low never costs validity.
*
* @param z statistic now
* @param fraction share t of the information now, in (0, 1)
* @param bound z needed at the last look
*/
function conditionalPower(z, fraction, bound) {
	const lead = z / Math.sqrt(fraction) - bound;
	if (fraction >= 1) return lead >= 0 ? 1 : 0;
	return normalCdf(lead / Math.sqrt(1 - fraction));
}

// src/stats/spending.ts
/** Kim & DeMets 1987: αt^ρ. ρ = 2 is the default of planned looks. */
function kimDeMets(rho) {
	return (t, alpha) => alpha * t ** rho;
}

// src/gate/looks.ts
/** Fewer cases than this say too little for a look of their own. */
const fewestAtLook = 10;
/** Early looks spend little and the last one keeps nearly all: αt² (Kim & DeMets 1987). */
const spending = kimDeMets(2);
/** A look costs a millisecond, and every metric of every prompt with as many cases asks for the same looks. */
const known = /* @__PURE__ */ new Map();
const mostKnown = 2e3;
/** A plan after so many looks, each spending what is its share; it goes on from what the looks before came to. */
function lookAt(information, alpha) {
	const now = information.at(-1);
	if (now === void 0) return noLooks;
	return remember(`${alpha} ${information.join(" ")}`, () => takeLook(lookAt(information.slice(0, -1), alpha), now, Math.min(alpha, spending(now, alpha))));
}
/** The last look spends all that is left. */
function lastLookAt(information, alpha) {
	return remember(`last ${alpha} ${information.join(" ")}`, () => takeLook(lookAt(information.slice(0, -1), alpha), information.at(-1) ?? 1, alpha));
}
function remember(key, find) {
	const found = known.get(key) ?? find();
	if (known.size >= mostKnown) known.clear();
	known.set(key, found);
	return found;
}
/**
* How many cases each look has seen: the first after a tenth of them, but at least 10, and one more after every further
* tenth; the last has seen all. A look that the end follows closely is left out.
*/
function planLooks(cases, plan = {}) {
	const { parts = 10, fewest = fewestAtLook } = plan;
	const step = cases / parts;
	const first = Math.max(fewest, Math.ceil(step));
	const looks = [];
	for (let seen = first; cases - seen >= Math.max(1, step / 2); seen = first + looks.length * step) looks.push(Math.round(seen));
	return [...looks, cases];
}
/**
* A look of a group-sequential plan. What is spent goes by the calls made; the last look spends all that is left, also
* where fewer calls were needed than planned.
*
* @param information calls made ÷ calls planned at each look so far, rising; the last is this look's
* @param fraction share of the cases seen
*/
function createLook(information, fraction, last) {
	const now = information.at(-1) ?? 1;
	const level = (alpha) => {
		if (last && information.length <= 1) return alpha;
		const { last: planned } = last ? lastLookAt(information, alpha) : lookAt(information, alpha);
		return planned?.level ?? alpha;
	};
	return {
		index: Math.max(1, information.length),
		last,
		fraction,
		information: now,
		level
	};
}
/** One look at everything: nothing is spent before it. */
const fixedLook = createLook([1], 1, true);

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
/**
* Benjamini & Hochberg's adjusted p-values, in the order given: controls the expected share of false discoveries
* (Benjamini & Hochberg 1995). The running minimum starts at the largest p-value.
*/
function benjaminiHochberg(p) {
	const adjusted = new Array(p.length).fill(1);
	let lowest = 1;
	for (const [fromTop, { index, value }] of ranking(p).reverse().entries()) {
		lowest = Math.min(lowest, value * p.length / (p.length - fromTop));
		adjusted[index] = lowest;
	}
	return adjusted;
}

// src/gate/decide.ts
/** Gives every comparison its verdict after one look at everything. `drafts` keeps its order. */
function decideAll(drafts, gate) {
	return decideLook(drafts, { gate });
}
/**
* Gives every comparison its verdict at the look where its data stand. Gating comparisons of the whole run are corrected
* together by Holm's method, which is applied in sequence: each is held against its look's level for alpha/(how many are
* not rejected yet), and where one rejects, the others are held against the next higher level (Maurer & Bretz 2013); what
* is still to be confirmed passes nothing on, or a drift that hits every prompt would undo the correction.
* Blocking is a union over them; passing is an intersection and needs no correction. Slices that are watched are
* corrected among themselves; other watched metrics are not.
*
* `drafts` keeps its order: the latest of every prompt of the run, or those of undecided prompts and how many `others`.
*/
function decideLook(drafts, { gate, others = 0 }) {
	const tested = drafts.filter((draft) => draft.comparison.pValue !== null);
	const gating = tested.filter(({ comparison }) => comparison.gated);
	const slices = tested.filter(({ comparison }) => !comparison.gated && comparison.slice !== null);
	const corrected = new Map([...correct(gating, gate.alpha, gating.length + others), ...correct(slices, gate.alpha, slices.length)]);
	return drafts.map((draft) => {
		const { pValue } = draft.comparison;
		const alone = {
			adjusted: null,
			real: pValue !== null && pValue <= draft.look.level(gate.alpha)
		};
		return decide(draft, corrected.get(draft) ?? alone);
	});
}
/** Holm's step-down over looks: a family of `size` comparisons that are not rejected yet, `drafts` among them. */
function correct(drafts, alpha, size) {
	const pValues = drafts.map((draft) => draft.comparison.pValue ?? 1);
	const adjusted = holm([...pValues, ...new Array(size - drafts.length).fill(1)]);
	const real = /* @__PURE__ */ new Set();
	let firm = 0;
	for (let before = -1; before < real.size;) {
		before = real.size;
		const share = alpha / (size - firm);
		for (const [index, { look, provisional }] of drafts.entries()) {
			if (real.has(index) || (pValues[index] ?? 1) > look.level(share)) continue;
			real.add(index);
			if (!provisional) firm++;
		}
	}
	return new Map(drafts.map((draft, index) => [draft, {
		adjusted: adjusted[index] ?? 1,
		real: real.has(index)
	}]));
}
/**
* The rule, first match wins: a drop that is real (p ≤ α after correction) and reaches the margin is a regression; a gain
* that is real is an improvement; a drop beyond the margin ruled out (low > −margin) is no regression; else inconclusive.
*/
function decide(draft, { adjusted, real }) {
	const { comparison, blocked, failure, tooFew } = draft;
	const finish = (verdict, reason) => ({
		...comparison,
		adjustedPValue: adjusted,
		verdict,
		reason,
		casesNeeded: verdict === "inconclusive" ? comparison.casesNeeded : null,
		trialsNeeded: verdict === "inconclusive" ? comparison.trialsNeeded : null
	});
	const { difference, margin, pBetter } = comparison;
	if (difference === null || margin === null || pBetter === null) return finish("error", failure ?? "no-pairs");
	if (tooFew === null && real && difference <= -margin + 1e-12) return finish("regression", null);
	if (failure !== null) return finish("error", failure);
	if (blocked !== null) return finish("inconclusive", blocked);
	if (tooFew !== null) return finish("inconclusive", tooFew);
	if (pBetter <= draft.passLevel) return finish("improvement", null);
	if (isHarmless(comparison)) return finish("no-regression", null);
	return finish("inconclusive", draft.hopeless ? "gave-up" : null);
}
/** Whether a drop beyond the margin is ruled out; one of just the margin, rounded up or down, is not. */
function isHarmless({ interval, margin }) {
	return interval !== null && margin !== null && interval[0] > -margin + 1e-12;
}

// src/stats/weights.ts
/** Weights scaled to sum to 1; all 0 where none is positive. */
function normaliseWeights(weights) {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => total > 0 ? weight / total : 0);
}
/** Kish's effective number of cases, (Σw)²/Σw²: n where all weights are equal, 0 where all are 0. */
function effectiveCases(weights) {
	let total = 0;
	let squares = 0;
	for (const weight of weights) {
		total += weight;
		squares += weight * weight;
	}
	return squares > 0 ? total ** 2 / squares : 0;
}

// src/gate/clusters.ts
/** The units of a claim about cases like these: clusters, and each case without a cluster by itself. */
function groupByCluster(pairs) {
	const clusters = /* @__PURE__ */ new Map();
	const groups = [];
	for (const pair of pairs) {
		let group = pair.cluster === null ? void 0 : clusters.get(pair.cluster);
		if (group === void 0) {
			group = [];
			groups.push(group);
			if (pair.cluster !== null) clusters.set(pair.cluster, group);
		}
		group.push(pair);
	}
	return groups;
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
/**
* Most p-values are ordinary, and do not need the far ends, which are most of the work: what is cut off at `cut` adds up to
* less than 1e-36, which does not show in a tail of `least` or more.
*/
const ORDINARY = {
	cut: 1e-45,
	least: 1e-18
};
function largest(law) {
	return law.values[law.values.length - 1] ?? 0;
}
function layTaps({ values, probabilities }, step) {
	const shifts = Int32Array.from(values, (value) => Math.round(value / step));
	return {
		width: shifts[shifts.length - 1] ?? 0,
		shifts,
		factors: Float64Array.from(probabilities)
	};
}
/** Adds independent laws on the lattice of `step`, one by one; null where that is too much work. */
function convolve(laws, observed, step, mostWork) {
	const known = /* @__PURE__ */ new Map();
	const taps = laws.map((law) => {
		const laid = known.get(law) ?? layTaps(law, step);
		known.set(law, laid);
		return laid;
	});
	let range = 0;
	let work = 0;
	for (const { width, shifts } of taps) {
		range += width;
		work += shifts.length * range;
	}
	if (work > mostWork) return null;
	const place = Math.round(observed / step);
	const tails = addTaps(taps, range, place, ORDINARY.cut);
	return Math.min(tails.less, tails.greater) + tails.equal < ORDINARY.least ? addTaps(taps, range, place, NEGLIGIBLE) : tails;
}
function addTaps(taps, range, place, cut) {
	const widest = taps.reduce((most, { width }) => Math.max(most, width), 0);
	let current = new Float64Array(range + 1 + 2 * widest);
	let next = new Float64Array(current.length);
	let low = widest;
	let high = widest;
	current[low] = 1;
	for (const { width, shifts, factors } of taps) {
		current.fill(0, low - width, low);
		current.fill(0, high + 1, high + width + 1);
		high += width;
		next.fill(0, low, high + 1);
		for (let tap = 0; tap < shifts.length; tap += tap + 2 < shifts.length ? 4 : 2) if (tap + 2 < shifts.length) addFour(current, next, low, high, shifts.subarray(tap), factors.subarray(tap));
		else addTwo(current, next, low, high, shifts.subarray(tap), factors.subarray(tap));
		[current, next] = [next, current];
		while (low < high && (current[low] ?? 0) < cut) low++;
		while (high > low && (current[high] ?? 0) < cut) high--;
	}
	const at = widest + place;
	let less = 0;
	for (let k = low; k <= Math.min(high, at - 1); k++) less += current[k] ?? 0;
	let greater = 0;
	for (let k = high; k >= Math.max(low, at + 1); k--) greater += current[k] ?? 0;
	return {
		less,
		equal: at >= low && at <= high ? current[at] ?? 0 : 0,
		greater
	};
}
/** The inner loop: four values of a law in one pass, added one after the other; missing ones are of probability 0. */
function addFour(from, to, low, high, [shift0 = 0, shift1 = 0, shift2 = 0, shift3 = 0], [factor0 = 0, factor1 = 0, factor2 = 0, factor3 = 0]) {
	for (let k = low; k <= high; k++) to[k] = (to[k] ?? 0) + factor0 * (from[k - shift0] ?? 0) + factor1 * (from[k - shift1] ?? 0) + factor2 * (from[k - shift2] ?? 0) + factor3 * (from[k - shift3] ?? 0);
}
/** The same for two. */
function addTwo(from, to, low, high, [shift0 = 0, shift1 = 0], [factor0 = 0, factor1 = 0]) {
	for (let k = low; k <= high; k++) to[k] = (to[k] ?? 0) + factor0 * (from[k - shift0] ?? 0) + factor1 * (from[k - shift1] ?? 0);
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

// src/gate/evidence.ts
/** By position: over 100,000 cases an iterator each, or a list of what is added, would be most of the work. */
function sum(values) {
	let total = 0;
	for (let index = 0; index < values.length; index++) total += values[index] ?? 0;
	return total;
}
/** The sum of what `value` makes of each, without a list of it. */
function sumOver(list, value) {
	let total = 0;
	for (let index = 0; index < list.length; index++) total += value(list[index], index);
	return total;
}
function mean(values) {
	return sum(values) / values.length;
}

// src/gate/compare-ratios.ts
/**
* Latency, tokens, cost, length: paired differences of logarithms, one-sided Wilcoxon signed-rank test and the
* Hodges–Lehmann estimate with its interval, given as relative changes (-0.2 = 20 % worse). As a claim about cases like
* these the differences are the means of clusters. Ranks know no weights: every case counts once.
*/
function compareRatios(pairs, metric, terms) {
	const differences = logDifferences(pairs, metric, terms.population);
	const test = wilcoxonSignedRank(differences);
	const estimate = hodgesLehmann(differences).estimate ?? 0;
	const { low, high } = hodgesLehmannInterval(differences, 1 - 2 * terms.passLevel);
	const average = mean(differences);
	const spread = sumOver(differences, (value) => (value - average) ** 2) / Math.max(1, differences.length - 1);
	return {
		difference: relativeChange(estimate),
		interval: [relativeChange(low), relativeChange(high)],
		pWorse: test.lower,
		pBetter: test.upper,
		estimate,
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
	const floor = floorOf(values.reduce(smallestPositive, Number.POSITIVE_INFINITY));
	return Math.exp(sumOver(values, (trials) => meanLogarithm(trials, floor)) / values.length);
}
function logDifferences(pairs, metric, population) {
	let smallest = Number.POSITIVE_INFINITY;
	for (const { baseline, candidate } of pairs) smallest = smallestPositive(smallestPositive(smallest, baseline), candidate);
	const floor = floorOf(smallest);
	const difference = (pair) => {
		const [baseline, candidate] = [meanLogarithm(pair.baseline, floor), meanLogarithm(pair.candidate, floor)];
		return metric.direction === "lower" ? baseline - candidate : candidate - baseline;
	};
	if (!population) return pairs.map(difference);
	return groupByCluster(pairs).map((cluster) => sumOver(cluster, difference) / cluster.length);
}
function meanLogarithm(trials, floor) {
	let total = 0;
	for (let trial = 0; trial < trials.length; trial++) {
		const value = trials[trial] ?? 0;
		total += Math.log(value > 0 ? value : floor);
	}
	return total / trials.length;
}
function smallestPositive(smallest, trials) {
	let least = smallest;
	for (let trial = 0; trial < trials.length; trial++) {
		const value = trials[trial] ?? 0;
		if (value > 0) least = Math.min(least, value);
	}
	return least;
}
/** Values of 0 have no logarithm: they become half the smallest positive value seen. */
function floorOf(smallest) {
	return Number.isFinite(smallest) ? smallest / 2 : 1;
}

// src/gate/correct-for-judge.ts
/** A judge that tells good from bad less than this is no measure that could be corrected. */
const leastYouden = .2;
/** Fewer labels on either side say nothing of a rate. */
const fewestLabels = 10;
/** TPR − FPR: of a true difference the share that the judge shows. Null where it is too small, or known from too little. */
function youdenOf({ truePositiveRate, passed, falsePositiveRate, failed }) {
	const youden = truePositiveRate - falsePositiveRate;
	return Math.min(passed, failed) >= fewestLabels && youden >= leastYouden ? youden : null;
}
/**
* The difference as people would see it: Δ = Δ_judge / (TPR − FPR), which a judge that errs alike in both arms shrinks
* (Rogan & Gladen 1978). The interval is widened by what the labels leave unknown of both rates (delta method; each rate with
* one success and one failure added, so that perfect agreement on few labels is not taken for certain). The tests stay:
* under no difference the judge shows none either.
*/
function correctForJudge(evidence, errors, level) {
	const youden = youdenOf(errors);
	if (youden === null) return evidence;
	const { difference, interval, variance, unseen } = evidence;
	const varianceOfYouden = varianceOf(errors.truePositiveRate, errors.passed) + varianceOf(errors.falsePositiveRate, errors.failed);
	const corrected = difference / youden;
	const spread = corrected * Math.sqrt(varianceOfYouden) / youden;
	const reach = level > 0 ? normalQuantile(1 - level) * Math.abs(spread) : 0;
	const widen = (half) => Math.hypot(half / youden, reach);
	const [low, high] = interval;
	const clamp = (value) => Math.min(1, Math.max(-1, value));
	return {
		...evidence,
		difference: clamp(corrected),
		estimate: clamp(corrected),
		interval: [Number.isFinite(low) ? clamp(corrected - widen(difference - low)) : low, Number.isFinite(high) ? clamp(corrected + widen(high - difference)) : high],
		variance: variance / youden ** 2 + spread ** 2,
		unseen: unseen / youden
	};
}
/** A rate of the judge as people would see it, within [0, 1]. */
function correctRate(rate, errors) {
	const youden = youdenOf(errors);
	return youden === null ? rate : Math.min(1, Math.max(0, (rate - errors.falsePositiveRate) / youden));
}
function varianceOf(rate, count) {
	const shrunk = (rate * count + 1) / (count + 2);
	return shrunk * (1 - shrunk) / (count + 2);
}

// src/stats/cluster-robust.ts
/**
* Mean difference with the cluster-robust standard error, SE² = G/(G−1) Σ(D_c − W_cΔ)² (Liang & Zeger 1986; Miller 2024,
* arXiv 2411.00640, with the correction for few clusters). With one case per cluster it is the paired t.
*/
function clusterRobust(clusters) {
	const groups = clusters.length;
	const mean = clusters.reduce((sum, { difference }) => sum + difference, 0);
	if (groups < 2) return {
		mean,
		se: null,
		df: 0,
		pLower: null
	};
	const squares = clusters.reduce((sum, { weight, difference }) => sum + (difference - weight * mean) ** 2, 0);
	const se = Math.sqrt(groups / (groups - 1) * squares);
	if (se <= clusters.reduce((sum, { difference }) => sum + Math.abs(difference), 0) * 1e-14) return {
		mean,
		se: 0,
		df: groups - 1,
		pLower: null
	};
	return {
		mean,
		se,
		df: groups - 1,
		pLower: clampP(tCdf(mean / se, groups - 1))
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
/** The same where Σ wᵢ²/K_C,ᵢ has been added up. */
function unseenLossOver(input) {
	const { baselineMean, range, cases, squaresPerTrial, singleTrial } = input;
	return (singleTrial && cases < 30 ? 1 : Math.max(0, 2 * baselineMean - 1)) * range * squaresPerTrial;
}
/**
* V* and ρ* for a planned look that has seen only a share of the cases: the rest may vary like the cases seen, and any of
* them may be broken in all its trials. Without ρ* an early pass on all-or-nothing cases is false far too often.
*
* @param look.share cases seen ÷ all cases, 0…1
* @param look.varianceOfMean Var(dᵢ)/m over the m cases seen
* @param look.wholeCaseLoss R·Σwᵢ² over the cases seen
*/
function boundInputsAtLook(look) {
	const unseen = 1 - look.share;
	return {
		variance: look.share * look.variance + unseen * Math.max(look.variance, look.varianceOfMean),
		rho: look.share * look.rho + unseen * look.wholeCaseLoss
	};
}
/**
* How many broken cases a look may have missed: the most of which, with the given chance or more, none is among the cases
* seen, D with (1 − f)^D > level. The score bound presumes that many could have been seen; where one or two broken cases
* make up the margin, a late look that happened to miss them would pass far too often.
*
* @param share f, cases seen ÷ all cases, 0…1
* @param level one-sided level of the look; 0 rules nothing out
*/
function casesMissed(share, level) {
	if (share >= 1) return 0;
	if (share <= 0 || level <= 0) return Number.POSITIVE_INFINITY;
	return Math.max(0, Math.ceil(Math.log(level) / Math.log1p(-share)) - 1);
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
function sumOf$1(values) {
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
	const rounding = 1e-10 * sumOf$1(scores);
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
function liftOutputs(sorted, drawn, leverage) {
	const [lowest = 0] = sorted;
	const scores = Array.from(sorted, (score) => leverage * (score - lowest));
	const least = sumOf$1(scores.slice(0, drawn));
	return {
		scores,
		drawn,
		lowest,
		least,
		range: sumOf$1(scores.slice(-drawn)) - least
	};
}
/** The outputs of every case; cases with the same ones share them, which most cases of a pass/fail metric do. */
function shareOutputs({ cases, leverage }) {
	const known = /* @__PURE__ */ new Map();
	return cases.map(({ baseline, candidate }, index) => {
		const sorted = new Float64Array(baseline.length + candidate.length);
		sorted.set(baseline);
		sorted.set(candidate, baseline.length);
		sorted.sort();
		const lever = leverage[index] ?? 0;
		const key = `${candidate.length} ${lever} ${sorted.join(" ")}`;
		const same = known.get(key) ?? liftOutputs(sorted, candidate.length, lever);
		known.set(key, same);
		return same;
	});
}
/**
* Where the observed difference lies among all ways to deal every case's outputs anew to the arms, exactly; null where
* that would take too much. Every case is measured from the least that it can contribute.
*
* @param mostWork multiply-adds, some 0.5 ns each
*/
function exactTails(permuted, mostWork) {
	const { cases, leverage } = permuted;
	if (cases.length ** 2 > mostWork) return null;
	const outputs = shareOutputs(permuted);
	const distinct = [...new Set(outputs)];
	const step = commonStep(distinct.flatMap(({ scores }) => scores));
	if (step === null && cases.length > MOST_ENUMERATED) return null;
	if (step !== null && cases.length * sumOf$1(outputs.map(({ range }) => range)) / step > mostWork) return null;
	const laws = /* @__PURE__ */ new Map();
	for (const each of distinct) {
		const law = lawOfDraw(each.scores, each.drawn);
		if (law === null) return null;
		laws.set(each, law);
	}
	let observed = 0;
	for (const [index, { lowest, least }] of outputs.entries()) {
		const lever = leverage[index] ?? 0;
		let won = 0;
		for (const score of cases[index]?.candidate ?? []) won += lever * (score - lowest);
		observed += won - least;
	}
	return sumTails(outputs.map((each) => laws.get(each)), observed, {
		step,
		mostWork
	});
}

// src/stats/permutation-draws.ts
/** Outputs dealt over all draws together: some 400 ms. */
const MOST_DEALS = 3e7;
/** So many draws are made however many cases there are. */
const FEWEST_DRAWS = 1e3;
/** Deals the outputs of every case anew, many times, and counts where the difference falls. */
function drawPermutations(permuted, seed, wanted) {
	const { cases } = permuted;
	const random = createRandom(seed);
	const outputs = new Float64Array(cases.reduce((sum, one) => sum + one.baseline.length + one.candidate.length, 0));
	const sizes = new Int32Array(cases.length);
	const deals = new Int32Array(cases.length);
	const signs = new Float64Array(cases.length);
	let observed = 0;
	let spread = 0;
	let cost = 0;
	let filled = 0;
	for (const [index, { baseline, candidate }] of cases.entries()) {
		const leverage = permuted.leverage[index] ?? 0;
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

// src/stats/permuted-cases.ts
/**
* Moments of the cases under permutation; those whose outputs are all equal are left out, for there nothing can move.
*
* v = s²(1/K_B + 1/K_C) with s² the pooled variance of all outputs. The third moment is that of a mean of K_C drawn from
* T without replacement, μ₃(T−K_C)(T−2K_C) / (K_C²(T−1)(T−2)), times (T/K_B)³ (Cochran 1977, Sampling Techniques, ch. 2).
*
* @param weights of the cases, summing to 1
*/
function permuteCases(cases, weights) {
	const moving = [];
	const shares = [];
	for (let index = 0; index < cases.length; index++) {
		const one = cases[index];
		const weight = weights[index] ?? 0;
		if (one === void 0 || weight <= 0 || !canMove(one)) continue;
		moving.push(one);
		shares.push(weight);
	}
	const columns = () => new Float64Array(moving.length);
	const permuted = {
		cases: moving,
		leverage: columns(),
		difference: columns(),
		variance: columns(),
		thirdMoment: columns()
	};
	for (let index = 0; index < moving.length; index++) {
		const one = moving[index];
		if (one !== void 0) writeMoments(permuted, index, one, shares[index] ?? 0);
	}
	return permuted;
}
function canMove({ baseline, candidate }) {
	const first = baseline[0];
	if (first === void 0) return false;
	for (let trial = 1; trial < baseline.length; trial++) if (baseline[trial] !== first) return true;
	for (let trial = 0; trial < candidate.length; trial++) if (candidate[trial] !== first) return true;
	return false;
}
function writeMoments({ leverage, difference, variance, thirdMoment }, index, { baseline, candidate }, weight) {
	const kept = baseline.length;
	const drawn = candidate.length;
	const trials = kept + drawn;
	const baselineSum = sumOf(baseline);
	const candidateSum = sumOf(candidate);
	const mean = (baselineSum + candidateSum) / trials;
	const lever = weight * (1 / drawn + 1 / kept);
	const squares = addPowers(candidate, mean, 2, addPowers(baseline, mean, 2, 0));
	leverage[index] = lever;
	difference[index] = weight * (candidateSum / drawn - baselineSum / kept);
	variance[index] = squares / (trials - 1) * lever * weight;
	if (kept === drawn) return;
	thirdMoment[index] = addPowers(candidate, mean, 3, addPowers(baseline, mean, 3, 0)) / trials * kept * (trials - 2 * drawn) / (drawn ** 2 * (trials - 1) * (trials - 2)) * (trials / kept * weight) ** 3;
}
function sumOf(scores) {
	let total = 0;
	for (let trial = 0; trial < scores.length; trial++) total += scores[trial] ?? 0;
	return total;
}
function addPowers(scores, mean, power, before) {
	let total = before;
	for (let trial = 0; trial < scores.length; trial++) total += ((scores[trial] ?? 0) - mean) ** power;
	return total;
}
/** The sum of a column. */
function total(column) {
	let sum = 0;
	for (let index = 0; index < column.length; index++) sum += column[index] ?? 0;
	return sum;
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
function signTails({ cases, difference }) {
	const amount = Math.abs(difference[0] ?? 0);
	let gains = 0;
	for (let index = 0; index < cases.length; index++) {
		const one = cases[index];
		if (one?.baseline.length !== 1 || one.candidate.length !== 1) return null;
		const own = difference[index] ?? 0;
		if (Math.abs(Math.abs(own) - amount) > amount * 1e-9) return null;
		if (own > 0) gains++;
	}
	return fairBinomialTails(gains, cases.length);
}
/**
* The normal value, or null where it could be further off than 100,000 draws of Monte Carlo (standard error 0.0007 at 5 %,
* 0.0016 at 50 %). The first terms that it neglects (Edgeworth) are at most 0.067 times the skewness and, where the arms
* have as many trials, 0.05 divided by the effective number of cases (Σv)²/Σv².
*/
function normalValue(permuted) {
	const observed = total(permuted.difference);
	const variance = total(permuted.variance);
	let squares = 0;
	for (let index = 0; index < permuted.variance.length; index++) squares += (permuted.variance[index] ?? 0) ** 2;
	const effective = variance ** 2 / squares;
	const skewness = total(permuted.thirdMoment) / variance ** 1.5;
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
function drawnValue(permuted, options) {
	const { less, equal, greater, draws } = drawPermutations(permuted, options.seed, options.draws);
	return {
		lowerExact: clampP((less + equal + 1) / (draws + 1)),
		lowerMid: clampP((less + equal / 2 + .5) / (draws + 1)),
		upperExact: clampP((greater + equal + 1) / (draws + 1)),
		upperMid: clampP((greater + equal / 2 + .5) / (draws + 1)),
		method: "monte-carlo"
	};
}
/** The p-values of a sum of permuted cases, by the most accurate way that can be afforded; 1 where nothing can move. */
function testPermutation(permuted, options) {
	if (permuted.cases.length === 0) return {
		lowerExact: 1,
		lowerMid: 1,
		upperExact: 1,
		upperMid: 1,
		method: "degenerate"
	};
	const normal = options.strict ? null : normalValue(permuted);
	const tails = signTails(permuted) ?? exactTails(permuted, normal ? WORK_BEFORE_NORMAL : WORK_BEFORE_DRAWS);
	return tails ? fromTails(tails) : normal ?? drawnValue(permuted, options);
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
	const permuted = permuteCases(cases, weights);
	const { exact = false, seed, draws = 1e5 } = options;
	const p = testPermutation(permuted, {
		seed,
		draws,
		strict: exact
	});
	return {
		difference: total(permuted.difference),
		variance: total(permuted.variance),
		pWorse: exact ? p.lowerExact : p.lowerMid,
		pBetter: exact ? p.upperExact : p.upperMid,
		method: p.method
	};
}

// src/gate/compare-scores.ts
/**
* Pass/fail and graded scores: the within-case permutation test and the score bound that passing rests on
* (`docs/statistics.md`). Needs at least one pair; the interval is clamped to [-1, 1].
*
* At a look that has seen only a share of the cases, the others may differ as the cases seen differ, and any of them may
* be broken: both go into the bound, and the drop must also be real if the cases seen were a sample.
*/
function compareScores(pairs, metric, terms) {
	const { look } = terms;
	const test = withinCasePermutation(pairs, terms);
	const estimate = test.difference;
	const shares = normaliseWeights(pairs.map((pair) => pair.weight));
	const squares = sumOver(shares, (share) => share ** 2);
	const degrees = 1 / squares - 1;
	const range = scoreRange(pairs, metric);
	const squaresPerTrial = sumOver(pairs, (pair, index) => (shares[index] ?? 0) ** 2 / pair.candidate.length);
	const baselineMean = sumOver(pairs, (pair, index) => (shares[index] ?? 0) * mean(pair.baseline));
	const singleTrial = pairs.every((pair) => pair.baseline.length === 1 && pair.candidate.length === 1);
	const atLook = (rho) => boundInputsAtLook({
		share: look.fraction,
		variance: test.variance,
		varianceOfMean: look.fraction < 1 ? varianceOverCases(pairs, shares) : 0,
		rho,
		wholeCaseLoss: range * squares
	});
	const toLose = metric.paired ? 1 : baselineMean;
	const toGain = metric.paired ? 1 : 1 - baselineMean;
	const loss = {
		range,
		cases: pairs.length,
		squaresPerTrial
	};
	const losses = atLook(unseenLossOver({
		...loss,
		baselineMean: toLose,
		singleTrial
	}));
	const gains = atLook(unseenLossOver({
		...loss,
		baselineMean: toGain,
		singleTrial: false
	}));
	const { variance, rho: unseen } = losses;
	let { pWorse, pBetter } = test;
	if (look.fraction < 1) {
		const t = variance > 0 ? estimate / Math.sqrt(variance) : 0;
		pWorse = Math.max(pWorse, degrees > 0 ? tCdf(t, degrees) : 1);
		pBetter = Math.max(pBetter, degrees > 0 ? tCdf(-t, degrees) : 1);
	}
	const critical = degrees < 1e-9 ? Number.POSITIVE_INFINITY : -tQuantile(terms.passLevel, degrees);
	const missed = casesMissed(look.fraction, terms.passLevel) * range * squares;
	return {
		difference: estimate,
		interval: agreeWithTest([Math.min(estimate - scoreBoundOffset(critical, variance, unseen), look.fraction < 1 ? look.fraction * (estimate - missed) : 1), estimate + scoreBoundOffset(critical, gains.variance, gains.rho)], pWorse, terms),
		pWorse,
		pBetter,
		estimate,
		variance,
		unseen
	};
}
/** Clamped to [-1, 1]; the upper end agrees with the test about 0. */
function agreeWithTest([low, high], pWorse, { level }) {
	return [Math.max(-1, low), Math.min(1, pWorse <= level ? Math.min(high, 0) : Math.max(high, 0))];
}
/** Variance of the difference if the cases were a sample; 0 for one case, which tells nothing of it. */
function varianceOverCases(pairs, shares) {
	const units = pairs.map((pair, index) => {
		const weight = shares[index] ?? 0;
		return {
			weight,
			difference: weight * (mean(pair.candidate) - mean(pair.baseline))
		};
	});
	return (clusterRobust(units).se ?? 0) ** 2;
}
/** R of the score bound: 1 for pass/fail, else the largest range seen within a case (1 where nothing moved). */
function scoreRange(pairs, metric) {
	if (metric.kind === "binary") return 1;
	let range = 0;
	for (const { baseline, candidate } of pairs) {
		let low = Number.POSITIVE_INFINITY;
		let high = Number.NEGATIVE_INFINITY;
		for (const value of baseline) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		for (const value of candidate) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		range = Math.max(range, high - low);
	}
	return range === 0 ? 1 : range;
}

// src/gate/compare-population.ts
/**
* Pass/fail and graded scores as a claim about cases like these: the cluster is the unit, else the case. The drop must be
* real both by the sign-flip test of the clusters' sums and by Student's t with the cluster-robust standard error.
*
* With as many trials in both arms the signs are exchangeable if nothing changed; with unequal trials (a stored baseline)
* the differences are skewed even then, and t speaks alone. A look that has seen a share of the cases needs no more:
* every case is one of a sample here.
*/
function comparePopulation(pairs, metric, terms) {
	const total = sum(pairs.map((pair) => pair.weight));
	const clusters = groupByCluster(pairs).map((group) => ({
		weight: sum(group.map((pair) => pair.weight)) / total,
		difference: sum(group.map((pair) => pair.weight / total * (mean(pair.candidate) - mean(pair.baseline))))
	}));
	const { mean: estimate, se, df } = clusterRobust(clusters);
	const flips = clusters.map(({ difference }) => ({
		weight: 1,
		baseline: [0],
		candidate: [difference]
	}));
	const flip = withinCasePermutation(flips, terms);
	const equalTrials = pairs.every((pair) => pair.baseline.length === pair.candidate.length);
	const robust = se !== null && se > 0 ? {
		worse: tCdf(estimate / se, df),
		better: tCdf(-estimate / se, df)
	} : null;
	const both = (signs, t) => t === void 0 ? signs : equalTrials ? Math.max(signs, t) : t;
	const pWorse = both(flip.pWorse, robust?.worse);
	const pBetter = both(flip.pBetter, robust?.better);
	const variance = (se ?? 0) ** 2;
	const unseen = scoreRange(pairs, metric) * sum(clusters.map(({ weight }) => weight ** 2));
	const critical = df < 1 ? Number.POSITIVE_INFINITY : -tQuantile(terms.passLevel, df);
	const offset = scoreBoundOffset(critical, variance, unseen);
	return {
		difference: estimate,
		interval: agreeWithTest([estimate - offset, estimate + offset], pWorse, terms),
		pWorse,
		pBetter,
		estimate,
		variance,
		unseen
	};
}

// src/gate/gather-evidence.ts
/** At a p-value of 5 % their standard error is 0.0007. */
const usualDraws = 1e5;
/** The levels that hold at the look of the settings. */
function termsOf({ gate, seed, look = fixedLook, passAlpha = gate.alpha, draws = usualDraws, errors = null }) {
	return {
		look,
		seed,
		exact: gate.exact,
		draws,
		population: gate.scope === "population",
		level: look.level(gate.alpha),
		passLevel: look.level(passAlpha),
		errors
	};
}
/** The statistics that fit the kind of metric and the scope of the claim. */
function gatherEvidence(pairs, metric, terms) {
	if (metric.kind === "ratio") return compareRatios(pairs, metric, terms);
	const evidence = terms.population ? comparePopulation(pairs, metric, terms) : compareScores(pairs, metric, terms);
	return terms.errors === null ? evidence : correctForJudge(evidence, terms.errors, terms.passLevel);
}

// src/gate/give-up.ts
/** With less than this chance on either side, a verdict is not worth waiting for. */
const slimChance = .1;
/**
* Whether neither a regression nor its absence is likely to be shown by the last look, if the trend so far goes on. The
* last look is taken to reject at the whole alpha, a little more than it will: in doubt it goes on. Stopping for this
* costs power, never validity.
*
* @param margin on the scale of the evidence's estimate
*/
function isHopeless(evidence, margin, alpha, look) {
	if (look.last) return false;
	const { estimate, variance, unseen, pWorse } = evidence;
	const bound = normalQuantile(1 - alpha);
	const chance = (z, needed) => conditionalPower(z, look.information, needed);
	const standard = (distance, spread) => spread > 0 ? distance / Math.sqrt(spread) : Math.sign(distance) * Number.MAX_VALUE;
	const worse = Math.min(chance(-normalQuantile(pWorse), bound), chance(standard(-margin - estimate, variance), 0));
	const slack = estimate + margin;
	const harmless = chance(standard(slack, variance + unseen * Math.max(0, slack)), bound);
	return Math.max(worse, harmless) < slimChance;
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
			pairs.push(asPair(entry, baseline, candidate));
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
/** Most cases are pairs as they stand. */
function asPair(entry, baseline, candidate) {
	if (entry.baseline === baseline && entry.candidate === candidate) return entry;
	return {
		id: entry.id,
		weight: entry.weight,
		cluster: entry.cluster,
		baseline,
		candidate
	};
}
/** The values of the trials, with scores of lower-is-better metrics mirrored. Ratios keep their unit: they are compared as logarithms. */
function orientedValues(trials, metric) {
	const values = areValues(trials) ? trials : trials.filter(isValue);
	return metric.kind !== "ratio" && metric.direction === "lower" ? values.map((value) => 1 - value) : values;
}
/** Whether a trial has a value; what is not finite is a mistake of the scorer, and no value. */
function isValue(trial) {
	return typeof trial === "number" && Number.isFinite(trial);
}
/** Whether every trial has a value. */
function areValues(trials) {
	for (let trial = 0; trial < trials.length; trial++) if (!isValue(trials[trial])) return false;
	return true;
}
/** Whether an arm that was run has no value because all its trials failed. */
function allFailed(trials) {
	return trials.length > 0 && trials.every((trial) => trial === "failed");
}
function isUnscored(trials) {
	return !trials.some(isValue) && trials.some((trial) => trial !== "failed");
}

// src/gate/guard-missing.ts
/** More cases than this left out, and the metric cannot be judged. */
const missingLimit = .1;
/**
* What missing trials forbid. More than 10 % of the cases left out: nothing can be said. Fewer, but lopsided between the
* arms, or a pass that does not survive counting the candidate's missing cases as lost: the metric cannot pass. Where
* more outputs than `maxUnscored` of either arm have no score, not even a regression is told by the rest (`voided`).
*/
function guardMissing(input) {
	const { cases, maxUnscored } = input;
	if (Math.max(shareUnscored(cases, "baseline"), shareUnscored(cases, "candidate")) > maxUnscored) return {
		blocked: "missing",
		failure: "unscored",
		voided: "unscored"
	};
	return {
		...guardCases(input),
		voided: null
	};
}
/** Of an arm's outputs, failed samples aside, the share that no scorer could score. */
function shareUnscored(cases, arm) {
	let outputs = 0;
	let unscored = 0;
	for (const entry of cases) for (const trial of entry[arm]) {
		if (trial === "failed") continue;
		outputs++;
		if (!isValue(trial)) unscored++;
	}
	return outputs === 0 ? 0 : unscored / outputs;
}
function guardCases(input) {
	const { cases, pairs, failed, terms } = input;
	const dropped = cases.length - pairs.length;
	const cause = failed.baseline + failed.candidate > 0 ? "failed" : "unscored";
	const tolerated = cause === "unscored" ? Math.max(missingLimit, input.maxUnscored) : missingLimit;
	if (pairs.length === 0 || dropped > tolerated * cases.length) return {
		blocked: "missing",
		failure: cases.length === 0 ? "no-pairs" : cause
	};
	if (dropped > missingLimit * cases.length) return {
		blocked: "missing",
		failure: null
	};
	if (isLopsided(cases, terms.seed)) return {
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
	if (cases.every((entry) => areValues(entry.baseline) && areValues(entry.candidate))) return false;
	const run = cases.filter((entry) => entry.baseline.length > 0 && entry.candidate.length > 0);
	const missing = (trials) => trials.map((trial) => isValue(trial) ? 0 : 1);
	const indicators = run.map((entry) => ({
		weight: 1,
		baseline: missing(entry.baseline),
		candidate: missing(entry.candidate)
	}));
	const { pWorse, pBetter } = withinCasePermutation(indicators, { seed });
	return Math.min(pWorse, pBetter) <= .05;
}
/** Whether a drop beyond the margin stays ruled out when every case that only the candidate lacks counts as lost. */
function survivesLoss({ metric, cases, pairs, margin, terms, evidence }) {
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
	return gatherEvidence([...pairs, ...lost], metric, terms).interval[0] > -margin;
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
	return Math.max(drop, fewestFailures(input) / cases);
}
/** λ/K_C: at so many cases times the drop, the fewest failures that can be significant are reached with the given power. */
function fewestFailures({ trialsBaseline, trialsCandidate, alpha, power }) {
	const chance = trialsCandidate / (trialsBaseline + trialsCandidate);
	let failures = 1;
	while (chance ** failures / 2 > alpha) failures++;
	return poissonMeanReaching(failures, power) / trialsCandidate;
}
/** The fewest cases whose minimum detectable drop is at most `drop`, which is above 0: the same formula solved for n. */
function casesForDrop(drop, input) {
	const shares = 1 / input.trialsBaseline + 1 / input.trialsCandidate;
	const variance = input.meanVariance * shares + drop * shares / 4;
	const planned = planningFactor(input.alpha, input.power) * variance / drop ** 2;
	return roundUp(Math.max(planned, fewestFailures(input) / drop));
}
/** Cases needed, (z_{1−α} + z_power)²(ω² + σ²_B/K_B + σ²_C/K_C)/effect², rounded up (Miller 2024, arXiv 2411.00640). */
function requiredCases(input) {
	const variance = input.effectVariance + input.varianceBaseline / input.trialsBaseline + input.varianceCandidate / input.trialsCandidate;
	return roundUp(planningFactor(input.alpha, input.power) * variance / input.effect ** 2);
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

// src/gate/what-it-takes.ts
/** Chance with which the drop that is called detectable is found. */
const power = .8;
/** What assay.yml takes for run.trials. */
const mostTrials = 5;
/** What these pairs can show, and what would settle it. */
function whatItTakes(needs) {
	const trials = {
		baseline: usualTrials(needs.pairs, "baseline"),
		candidate: usualTrials(needs.pairs, "candidate")
	};
	const z = {
		alpha: normalQuantile(1 - needs.alpha),
		power: normalQuantile(power)
	};
	return {
		minimumDetectable: detectableDrop(needs, trials, z),
		casesNeeded: casesNeeded(needs, z),
		trialsNeeded: trialsNeeded(needs, trials, z)
	};
}
/** The drop that these pairs would show with 80 % probability; null where one pair tells nothing of the noise. */
function detectableDrop({ pairs, metric, evidence, alpha }, trials, z) {
	if (metric.kind === "ratio") {
		if (pairs.length < 2) return null;
		return Math.expm1((z.alpha + z.power) * Math.sqrt(Math.PI / 3 * evidence.variance));
	}
	const average = sumOver(pairs, (pair) => mean(pair.baseline)) / pairs.length;
	const drop = minimumDetectableDrop({
		cases: pairs.length,
		meanVariance: average * (1 - average) / 2,
		trialsBaseline: trials.baseline,
		trialsCandidate: trials.candidate,
		alpha,
		power
	});
	return Math.min(1, drop);
}
/**
* Cases that would settle it if the noise stays, in all: enough to rule the margin out with 80 % probability, and enough
* that losses not seen so far are ruled out, too (the score bound solved for n). More than there are.
*/
function casesNeeded({ pairs, evidence, margin, alpha }, z) {
	const { variance, unseen } = evidence;
	const planned = casesToSettle({
		cases: pairs.length,
		variance,
		margin,
		alpha
	});
	const ruledOut = Math.ceil(pairs.length * z.alpha ** 2 * (variance + unseen * margin) / margin ** 2);
	return Math.max(planned, ruledOut, pairs.length + 1);
}
/**
* Trials per case in each arm that would do the same with the cases there are; null where even the most trials would not,
* or where more cases are what helps: for a claim about cases like these, and for ratios.
*/
function trialsNeeded({ metric, evidence, margin, population }, { baseline, candidate }, z) {
	if (population || metric.kind === "ratio") return null;
	for (let trials = Math.floor(candidate) + 1; trials <= mostTrials; trials++) {
		const share = (1 / Math.max(baseline, trials) + 1 / trials) / (1 / baseline + 1 / candidate);
		const variance = evidence.variance * share;
		const unseen = evidence.unseen * candidate / trials;
		const planned = (z.alpha + z.power) ** 2 * variance;
		const ruledOut = z.alpha ** 2 * (variance + unseen * margin);
		if (Math.max(planned, ruledOut) <= margin ** 2) return trials;
	}
	return null;
}
/** Harmonic mean of the trials: variances go by 1/K. */
function usualTrials(pairs, arm) {
	return pairs.length / sumOver(pairs, (pair) => 1 / pair[arm].length);
}

// src/gate/compare-metric.ts
/** Tolerated relative loss of ratios where assay.yml names none. */
const ratioMargins = { latency: .2 };
const defaultRatioMargin = .1;
/** With one trial an arm, fewer cases than this say nothing, whatever happened. */
const fewestCases = 5;
/** Compares one metric of one prompt over the cases of both arms: all of them, or those that a look has seen. */
function compareMetric(metric, allCases, settings) {
	const { gate, passAlpha = gate.alpha } = settings;
	const cases = allCases.every(({ weight }) => weight > 0) ? allCases : allCases.filter(({ weight }) => weight > 0);
	const terms = termsOf(settings);
	const margin = marginOf(metric, gate);
	const { pairs, failed, unscored } = pairCases(cases, metric);
	const evidence = pairs.length === 0 ? null : gatherEvidence(pairs, metric, terms);
	const scaledMargin = metric.kind === "ratio" ? logMargin(margin) : margin;
	const { maxUnscored } = gate;
	const { blocked, failure, voided } = guardMissing({
		metric,
		cases,
		pairs,
		failed,
		margin,
		terms,
		evidence,
		maxUnscored
	});
	return {
		comparison: {
			metric: metric.name,
			gated: isGated(metric, gate.metrics),
			direction: metric.direction,
			kind: metric.kind,
			unit: metric.unit,
			pairs: pairs.length,
			effectiveCases: metric.kind === "ratio" ? pairs.length : effectiveCases(pairs.map((pair) => pair.weight)),
			...armValues(pairs, metric, terms.errors),
			difference: evidence?.difference ?? null,
			interval: evidence?.interval.every(Number.isFinite) ? evidence.interval : null,
			confidence: 1 - 2 * passAlpha,
			margin,
			atLeast: gate.metrics?.[metric.name]?.atLeast ?? null,
			pValue: evidence?.pWorse ?? null,
			pBetter: evidence?.pBetter ?? null,
			...evidence === null ? {
				minimumDetectable: null,
				casesNeeded: null,
				trialsNeeded: null
			} : whatItTakes({
				pairs,
				metric,
				evidence,
				margin: scaledMargin,
				alpha: passAlpha,
				population: terms.population
			}),
			...countMoves(pairs, metric),
			failed,
			unscored,
			slice: null
		},
		blocked,
		failure,
		tooFew: voided ?? findTooFew(pairs, terms),
		hopeless: gate.giveUp && evidence !== null && isHopeless(evidence, scaledMargin, gate.alpha, terms.look),
		look: terms.look,
		provisional: settings.provisional ?? false,
		passLevel: terms.passLevel
	};
}
/** Why so few units cannot tell anything; with several trials an arm even few cases can speak for themselves. */
function findTooFew(pairs, { population }) {
	if (population) return groupByCluster(pairs).length < 5 ? "too-few-clusters" : null;
	return pairs.every((pair) => pair.baseline.length === 1 && pair.candidate.length === 1) && pairs.length < fewestCases ? "too-few-cases" : null;
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
function armValues(pairs, metric, errors) {
	if (pairs.length === 0) return {
		baseline: null,
		candidate: null
	};
	if (metric.kind === "ratio") return {
		baseline: geometricMean(pairs.map((pair) => pair.baseline)),
		candidate: geometricMean(pairs.map((pair) => pair.candidate))
	};
	const total = sumOver(pairs, (pair) => pair.weight);
	const own = (value) => 1 - value;
	const ownMean = (values) => metric.direction === "lower" ? sumOver(values, own) / values.length : mean(values);
	const arms = {
		baseline: sumOver(pairs, (pair) => pair.weight * ownMean(pair.baseline)) / total,
		candidate: sumOver(pairs, (pair) => pair.weight * ownMean(pair.candidate)) / total
	};
	if (errors === null) return arms;
	return {
		baseline: correctRate(arms.baseline, errors),
		candidate: correctRate(arms.candidate, errors)
	};
}
function countMoves(pairs, metric) {
	let worse = 0;
	let better = 0;
	for (const pair of pairs) {
		const move = moveOf(mean(pair.baseline), mean(pair.candidate), metric);
		if (move < 0) worse++;
		if (move > 0) better++;
	}
	return {
		worse,
		better
	};
}
/** Negative where the candidate is worse; means that differ by rounding alone are equal. Values are oriented, ratios are not. */
function moveOf(baseline, candidate, metric) {
	const difference = candidate - baseline;
	if (Math.abs(difference) <= 1e-12 * Math.max(1, Math.abs(baseline))) return 0;
	return metric.kind === "ratio" && metric.direction === "lower" ? -difference : difference;
}
/** How a single case moved on a metric: -1 worse, 0 the same, 1 better; null where it has no value in both arms. */
function caseMove(scores, metric) {
	const baseline = orientedValues(scores.baseline, metric);
	const candidate = orientedValues(scores.candidate, metric);
	if (baseline.length === 0 || candidate.length === 0) return null;
	return Math.sign(moveOf(mean(baseline), mean(candidate), metric));
}

export { isHarmless as A, clampP as B, sumTails as C, normaliseWeights as D, effectiveCases as E, planLooks as F, lowerExact as H, normalQuantile as I, tCdf as L, holm as M, createRandom as N, decideAll as O, createLook as P, tQuantile as R, wilcoxonSignedRank as S, hodgesLehmannInterval as T, lowerMid as U, doubleSmaller as V, mirrorTails as W, clusterRobust as _, casesForDrop as a, mean as b, shareUnscored as c, orientedValues as d, pairCases as f, fairBinomialTails as g, permuteCases as h, marginOf as i, benjaminiHochberg as j, decideLook as k, allFailed as l, testPermutation as m, compareMetric as n, minimumDetectableDrop as o, withinCasePermutation as p, isGated as r, requiredCases as s, caseMove as t, isValue as u, youdenOf as v, hodgesLehmann as w, sum as x, geometricMean as y, logGamma as z };