import { A as isHarmless, F as planLooks, N as createRandom, P as createLook, a as casesForDrop, k as decideLook, n as compareMetric, o as minimumDetectableDrop, z as logGamma } from "./compare-metric.js";

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

// src/gate/expect-calls.ts
const passes = {
	name: "passes",
	kind: "binary",
	direction: "higher",
	unit: null,
	gatesByDefault: true
};
/** Enough where neither lattice nor normal value serves: here only the mean over the runs is of interest. */
const draws = 2e3;
/**
* The share of its cases that a comparison with planned looks takes in the mean, by simulation: a case passes with a
* probability from Beta(rate, 1 − rate) (an intraclass correlation of 0.5: most cases always or never pass, some are
* flaky), and what the looks show is put to the gate itself. Of the runs with a drop half lose it in a few cases that
* break, half a little in all. Null where the pass rate leaves no room for the drop. The same input, the same answer.
*/
function expectShareTaken(expected, runs) {
	const { cases, drop } = expected;
	if (drop >= expected.passRate) return null;
	const gate = {
		...expected.gate,
		metrics: null,
		slices: [],
		stopEarly: true
	};
	const planned = planLooks(cases);
	const looks = planned.map((seen, index) => {
		const shares = planned.slice(0, index + 1).map((each) => each / cases);
		return {
			seen,
			look: createLook(shares, seen / cases, index === planned.length - 1)
		};
	});
	const random = createRandom(`expected calls ${cases} ${expected.passRate} ${drop}`);
	const forms = dropForms(expected);
	let taken = 0;
	for (let run = 0; run < runs; run++) {
		const lower = forms[run % forms.length] ?? same;
		const scores = [];
		for (const { seen, look } of looks) {
			while (scores.length < seen) scores.push(drawCase(scores.length, expected, lower, random));
			const draft = compareMetric(passes, scores, {
				gate,
				seed: run,
				look,
				draws
			});
			if (!isPromptSettled(decideLook([draft], { gate })) && !look.last) continue;
			taken += seen / cases;
			break;
		}
	}
	return taken / runs;
}
const same = (chance) => chance;
/** How the mean falls by the drop: a share of the cases loses 90 % of its chance, or every chance p becomes p^γ. */
function dropForms({ passRate, drop }) {
	if (drop === 0) return [same];
	const broken = drop / (.9 * passRate);
	const gamma = solveGamma(passRate, passRate - drop);
	const forms = [];
	if (broken <= 1) forms.push((chance, random) => random.uniform() < broken ? .1 * chance : chance);
	if (gamma !== null) forms.push((chance) => chance ** gamma);
	return forms;
}
/** Beyond it, only the cases that never fail would be left as they are. */
const largestGamma = 1e3;
/** γ with E p^γ = Γ(rate + γ) / (Γ(rate)Γ(1 + γ)) = mean, by bisection; null where the rate is too near to 1 for it. */
function solveGamma(rate, mean) {
	const meanAt = (gamma) => Math.exp(logGamma(rate + gamma) - logGamma(rate) - logGamma(1 + gamma));
	let low = 1;
	let high = largestGamma;
	if (meanAt(high) > mean) return null;
	for (let step = 0; step < 50; step++) {
		const middle = (low + high) / 2;
		if (meanAt(middle) > mean) low = middle;
		else high = middle;
	}
	return high;
}
function drawCase(index, { trials, passRate }, lower, random) {
	const chance = drawChance(passRate, random);
	const draw = (count, p) => Array.from({ length: count }, () => random.uniform() < p ? 1 : 0);
	return {
		id: `case ${index}`,
		tags: [],
		weight: 1,
		cluster: null,
		baseline: draw(trials.baseline, chance),
		candidate: draw(trials.candidate, lower(chance, random))
	};
}
/** Beta(rate, 1 − rate) by Jöhnk's method. */
function drawChance(rate, random) {
	for (;;) {
		const x = random.uniform() ** (1 / rate);
		const y = random.uniform() ** (1 / (1 - rate));
		if (x + y > 0 && x + y <= 1) return x / (x + y);
	}
}

// src/pipeline/project/golden-power.ts
/** What assay.yml takes for run.trials. */
const mostTrials = 5;
/** The drop, beside none, for which the calls are told. */
const exampleDrop = .2;
/** Larger sets are simulated as if they were this large. */
const mostSimulated = 1e3;
const simulatedNote = "The calls are simulated for 1,000 cases: larger sets stop no later.";
/** Case trials that are simulated for each number told, shared out over the sets. */
const simulatedTrials = 2e4;
const fewestRuns = 40;
const mostRuns = 200;
/** What a golden set can tell. `sets`: how many there are, each of which is simulated the less. */
function tellPower(plan, sets = 1) {
	const { name, path, cases, effectiveCases, passRate, margin, settings, notes } = plan;
	const { gate, run } = settings;
	const byTrials = Array.from({ length: 5 }, (_, index) => {
		return powerOf(plan, planTrials(cases, {
			...settings,
			run: {
				...run,
				trials: index + 1
			}
		}, null));
	});
	const planned = powerOf(plan, planTrials(cases, settings, null));
	const enough = byTrials.find(({ detectableDrop }) => detectableDrop !== null && detectableDrop <= margin);
	return {
		name,
		path,
		cases,
		effectiveCases,
		passRate,
		margin,
		alpha: gate.alpha,
		byTrials,
		planned,
		trialsNeeded: enough?.trials.candidate ?? null,
		expectedCalls: {
			unchanged: expectCalls(plan, planned, {
				drop: 0,
				sets
			}),
			dropped: expectCalls(plan, planned, {
				drop: exampleDrop,
				sets
			})
		},
		stopEarly: gate.stopEarly,
		notes: effectiveCases > mostSimulated ? [...notes, simulatedNote] : notes
	};
}
/** What these cases tell with so many trials of each. */
function powerOf(plan, trials) {
	const { cases, effectiveCases, passRate, margin, settings } = plan;
	const terms = {
		meanVariance: passRate * (1 - passRate) / 2,
		trialsBaseline: trials.baseline,
		trialsCandidate: trials.candidate,
		alpha: settings.gate.alpha,
		power
	};
	const drop = minimumDetectableDrop({
		...terms,
		cases: effectiveCases
	});
	const worth = effectiveCases > 0 ? cases / effectiveCases : 1;
	return {
		trials,
		calls: cases * (trials.baseline + trials.candidate),
		detectableDrop: drop > 1 ? null : drop,
		casesNeeded: Math.ceil(casesForDrop(margin, terms) * worth - 1e-9)
	};
}
function expectCalls({ effectiveCases, passRate, margin, settings }, { trials, calls }, { drop, sets }) {
	const cases = Math.min(Math.round(effectiveCases), mostSimulated);
	if (cases < 1) return null;
	const perRun = cases * Math.max(trials.baseline, trials.candidate) * sets;
	const runs = Math.min(mostRuns, Math.max(fewestRuns, Math.round(simulatedTrials / perRun)));
	const share = expectShareTaken({
		cases,
		trials,
		passRate,
		drop,
		gate: {
			...settings.gate,
			margin
		}
	}, runs);
	return share === null ? null : Math.round(share * calls);
}

export { usualPassRate as a, trialsAlone as i, tellPower as n, isPromptSettled as o, planTrials as r, isSettled as s, powerOf as t };