import { m as createReply } from "./registry.js";
import { Z as guardScore, x as inParallel } from "./pack-outcome.js";
import { r as scopeTools, s as unscored } from "./changed-parts.js";
import { I as normalQuantile } from "./compare-metric.js";
import { n as wilson } from "./judge-alone.js";

// src/stats/kappa.ts
/**
* Cohen's κ (Cohen 1960): (observed − expected) / (1 − expected).
*
* @param table square; `table[i][j]` counts the items that the first rater put in category i and the second in j
*/
function cohenKappa(table) {
	const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
	const columns = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
	const total = rows.reduce((sum, count) => sum + count, 0);
	if (total <= 0) return {
		observed: null,
		expected: null,
		kappa: null
	};
	const observed = table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0) / total;
	const expected = rows.reduce((sum, count, index) => sum + count / total * ((columns[index] ?? 0) / total), 0);
	return {
		observed,
		expected,
		kappa: rows.some((count, index) => count === total && columns[index] === total) ? null : (observed - expected) / (1 - expected)
	};
}
/**
* Interval of Cohen's κ by its large-sample variance (Fleiss, Cohen & Everitt 1969), for which half an item is added to every
* cell: perfect agreement on few items is not taken for certain. Null where κ is.
*
* @param confidence two-sided, for example 0.95
*/
function kappaInterval(table, confidence) {
	const { kappa } = cohenKappa(table);
	if (kappa === null) return null;
	const smoothed = table.map((row) => row.map((count) => count + .5));
	const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(kappaVariance(smoothed));
	return {
		low: Math.max(-1, kappa - reach),
		high: Math.min(1, kappa + reach)
	};
}
function kappaVariance(table) {
	const total = table.reduce((sum, row) => sum + row.reduce((part, count) => part + count, 0), 0);
	const share = (row, column) => (table[row]?.[column] ?? 0) / total;
	const indexes = [...table.keys()];
	const sumOver = (value) => indexes.reduce((sum, index) => sum + value(index), 0);
	const rows = indexes.map((row) => sumOver((column) => share(row, column)));
	const columns = indexes.map((column) => sumOver((row) => share(row, column)));
	const observed = sumOver((index) => share(index, index));
	const expected = sumOver((index) => (rows[index] ?? 0) * (columns[index] ?? 0));
	const kappa = (observed - expected) / (1 - expected);
	const agreeing = sumOver((index) => share(index, index) * (1 - ((rows[index] ?? 0) + (columns[index] ?? 0)) * (1 - kappa)) ** 2);
	const differing = sumOver((row) => sumOver((column) => row === column ? 0 : share(row, column) * ((columns[row] ?? 0) + (rows[column] ?? 0)) ** 2));
	const chance = (kappa - expected * (1 - kappa)) ** 2;
	return Math.max(0, (agreeing + (1 - kappa) ** 2 * differing - chance) / ((1 - expected) ** 2 * total));
}

// src/stats/judge-agreement.ts
/**
* Measures a judge against people's labels.
*
* @param table square; `table[i][j]` counts what people put in category i and the judge in j
* @param passing index of the category that passes, of two; null where the categories are no pass and fail
*/
function measureAgreement(table, passing, confidence = .95) {
	const total = table.flat().reduce((sum, count) => sum + count, 0);
	const agreeing = table.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
	const { kappa } = cohenKappa(table);
	const interval = kappaInterval(table, confidence);
	const passedBy = (row) => row === void 0 || passing === null ? null : measureRate(row[passing] ?? 0, row.reduce((sum, count) => sum + count, 0), confidence);
	return {
		accuracy: measureRate(agreeing, total, confidence),
		kappa: kappa === null || interval === null ? null : {
			value: kappa,
			...interval
		},
		truePositiveRate: passedBy(passing === null ? void 0 : table[passing]),
		falsePositiveRate: passedBy(passing === null ? void 0 : table[1 - passing])
	};
}
/** Null of nothing. */
function measureRate(count, of, confidence = .95) {
	return of === 0 ? null : {
		value: count / of,
		...wilson(count, of, confidence),
		of
	};
}

// src/pipeline/reports/measure-judge.ts
/** Words of people for what passes and what does not, whatever the judge calls it. */
const passWords = [
	"pass",
	"true",
	"1",
	"yes"
];
const failWords = [
	"fail",
	"false",
	"0",
	"no"
];
/** The judge's categories from the worst to the best. */
function categoriesOf({ kind, scale }) {
	if (kind === "pairwise") return [
		{
			name: "baseline",
			value: 0
		},
		{
			name: "tie",
			value: .5
		},
		{
			name: "candidate",
			value: 1
		}
	];
	const values = [...new Set(scale.map(({ value }) => value))].sort((left, right) => left - right);
	const isPassFail = values.length === 2 && values[0] === 0 && values[1] === 1;
	return values.map((value) => {
		const names = scale.filter((each) => each.value === value).map(({ name }) => name);
		return {
			name: isPassFail ? value === 1 ? "pass" : "fail" : names.join("/"),
			value
		};
	});
}
/** The category that a label names; null where it is none of this judge's. */
function categoryOf({ label }, judge) {
	const categories = categoriesOf(judge);
	const entry = judge.kind === "pairwise" ? void 0 : judge.scale.find(({ name }) => name === label);
	const at = (index) => index < 0 ? null : index;
	if (entry !== void 0) return at(categories.findIndex(({ value }) => value === entry.value));
	const named = at(categories.findIndex(({ name }) => name === label));
	if (named !== null || categories.length !== 2) return named;
	if (passWords.includes(label.toLowerCase())) return 1;
	return failWords.includes(label.toLowerCase()) ? 0 : null;
}
/** Asks a judge about every labelled output, once each, and holds its answers against the labels. */
async function measureJudge(scorer, judge, labelled, { toolsFor }, now) {
	const categories = categoriesOf(judge);
	const scores = new Array(labelled.length);
	await inParallel(labelled, async ({ label, testCase }, trial) => {
		const tools = scopeTools(toolsFor({
			caseId: testCase.id,
			trial,
			draw: "calibrate"
		}), scorer.metric.name);
		scores[trial] = await guardScore(scorer, () => askJudge(scorer, label, testCase, tools));
	});
	const table = categories.map(() => categories.map(() => 0));
	const disagreements = [];
	const reasons = /* @__PURE__ */ new Map();
	let unscoredLabels = 0;
	let asked = 0;
	let agreeing = 0;
	for (const [index, { label }] of labelled.entries()) {
		const score = scores[index];
		const people = categoryOf(label, judge) ?? 0;
		if (score.status === "unscored") {
			unscoredLabels++;
			reasons.set(score.reason, (reasons.get(score.reason) ?? 0) + 1);
			continue;
		}
		asked += score.opinions?.asked ?? 0;
		agreeing += score.opinions?.agreeing ?? 0;
		const own = nearest(categories, score.value);
		const row = table[people];
		row[own] = (row[own] ?? 0) + 1;
		if (own === people) continue;
		disagreements.push({
			prompt: label.prompt,
			id: label.id,
			people: categories[people]?.name ?? "",
			judge: categories[own]?.name ?? "",
			reason: score.reason,
			place: label.place
		});
	}
	const passFail = categories.length === 2;
	return {
		calibration: {
			schemaVersion: 1,
			judge: scorer.metric.name,
			fingerprint: judge.fingerprint,
			models: judge.models,
			kind: judge.kind,
			at: now.toISOString(),
			labels: labelled.length - unscoredLabels,
			unscored: unscoredLabels,
			...measureAgreement(table, passFail ? 1 : null),
			orderAgreement: judge.kind === "pairwise" ? measureRate(agreeing, asked) : null,
			confusion: {
				categories: categories.map(({ name }) => name),
				table
			}
		},
		disagreements,
		reasons: [...reasons].map(([reason, count]) => ({
			reason,
			count
		})).sort((left, right) => right.count - left.count)
	};
}
function askJudge(scorer, { shown }, testCase, tools) {
	if ("output" in shown) return scorer.score(sampleOf(shown.output, testCase), testCase, tools);
	const [baseline, candidate] = [sampleOf(shown.baseline, testCase), sampleOf(shown.candidate, testCase)];
	return scorer.compare?.(baseline, candidate, testCase, tools) ?? unscored("this judge compares nothing");
}
function sampleOf(output, { id }) {
	return {
		prompt: "",
		arm: "candidate",
		caseId: id,
		trial: 0,
		fingerprint: "",
		attempts: 0,
		status: "completed",
		reply: createReply(output),
		latencyMs: 0
	};
}
/** A panel's mean lies between two grades: the nearer one, of two as near the lower. */
function nearest(categories, value) {
	let best = 0;
	for (const [index, category] of categories.entries()) {
		const gap = (each) => Math.abs((categories[each]?.value ?? 0) - value);
		if (Math.abs(category.value - value) < gap(best) - 1e-9) best = index;
	}
	return best;
}

export { kappaInterval as a, cohenKappa as i, categoryOf as n, measureJudge as r, categoriesOf as t };