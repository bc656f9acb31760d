import { s as inline, u as quoteName } from "./escape2.js";
import { a as formatCount, c as formatInterval, f as formatP, i as formatCost, m as formatValue, n as formatAmount, o as formatCounted, p as formatShare, r as formatChange, s as formatDuration, t as formatAbout, u as formatNarrowChange } from "./numbers.js";
import { t as verdictOrder } from "./verdict-order.js";
import { t as lossOf } from "./case-loss.js";
import { t as isLoss } from "./losses.js";

// src/report/metric-words.ts
/** How a comparison is spoken of, whatever its verdict. */
/** `pass rate of contains`, `score of levenshtein`, `typical latency`; with the tag where it is a slice. */
function nameMetric({ metric, kind, direction, slice }) {
	const name = quoteName(metric);
	const within = slice === null ? "" : ` among cases tagged ${quoteName(slice)}`;
	if (kind === "ratio") return `Typical ${name}${within}`;
	if (direction === "lower") return `The metric ${name}${within}`;
	return `${kind === "binary" ? "Pass rate" : "Score"} of ${name}${within}`;
}
/** The same inside a sentence, after "the". */
function nameMetricInside(comparison) {
	return nameMetric(comparison).replace(/^The /, "").replace(/^[PST](?=ass|core|ypical)/, (letter) => letter.toLowerCase());
}
/** What getting worse looks like on this metric. */
function loss({ direction }) {
	return direction === "lower" ? "rise" : "drop";
}
/** Whether the candidate was judged against a threshold, without a baseline. */
function isAlone({ baseline, difference, margin }) {
	return baseline === null && difference === null && margin === null;
}
/** The interval of the value of a candidate judged alone: `62 % to 87 %`. */
function describeRange(comparison) {
	const [low, high] = comparison.interval ?? [null, null];
	return `${formatValue(comparison, low)} to ${formatValue(comparison, high)}`;
}

// src/report/failure-words.ts
/** Why something could not be judged: worded so that nobody takes it for a regression. */
/** The failure that was met most often: `503 Service Unavailable`, shortened. */
function nameFailure(failures) {
	const [most] = [...failures].sort((one, other) => other.calls - one.calls);
	return most === void 0 ? null : inline(most.message, 80);
}
/** How a provider's answer names the request, at the end of a message: what its support asks for. */
const requestNumber = / \(request [^()]{1,100}\)$/;
/** What a call failed of, shortened; the number of the request stays. */
function shortenFailure(message) {
	const [number = ""] = requestNumber.exec(message) ?? [];
	const told = inline(message.slice(0, message.length - number.length), 200);
	return number === "" ? told : `${told} ${inline(number, 120)}`;
}
/** `: the provider refused the key`, to go on with; nothing where there is no reason. */
function describeReason(reason) {
	return reason === null ? "" : `: ${reasonWords[reason]}`;
}
const reasonWords = {
	"no-pairs": "no case has a result in both versions",
	missing: "too many cases are missing",
	failed: "calls failed; run again",
	unscored: "answers could not be scored",
	"addresses-judge": "more outputs of the candidate than of the baseline speak to whoever grades them",
	"too-few-clusters": "there are fewer than 5 groups of cases",
	"too-few-cases": "there are too few cases",
	"gave-up": "a verdict had become unlikely",
	"not-confirmed": "fresh answers did not confirm it",
	"refused-key": "the provider refused the key; check the key, then run again",
	"missing-model": "the provider does not offer the model",
	"refused-parameter": "the model refuses a parameter of the prompt",
	"missing-recording": "calls have no recording; record them again with --record",
	"nothing-gates": "no metric gates it",
	budget: "the budget ended the run; raise it, or let fewer cases be run",
	interrupted: "the run was interrupted; run again",
	fork: "a pull request from a fork or by Dependabot cannot bring what it is judged by",
	"no-key": "a pull request from a fork or by Dependabot has no key to call the model with",
	approval: "nobody with write permission has started its paid run yet",
	"fork-code": "code of a pull request from a fork or by Dependabot is never run",
	shard: "this is one shard of the run; the verdict comes when all are merged"
};
/** The sentence for a comparison that is an error. */
function describeError(comparison, failures) {
	const name = nameMetricInside(comparison);
	const failure = nameFailure(failures);
	const because = failure === null ? "" : ` (${failure})`;
	switch (comparison.reason === "failed" ? finalCause(failures) : comparison.reason) {
		case "refused-key": return `Could not judge the ${name}: the provider refused the key${because}. Check the key, then run again.`;
		case "missing-model": return `Could not judge the ${name}: the provider does not offer the model${because}. Check its name and what the key may use.`;
		case "refused-parameter": return `Could not judge the ${name}${because === "" ? ": the model refuses a parameter" : because}. Take the parameter out of the prompt.`;
		case "missing-recording": return `Could not judge the ${name}: calls have no recording. Record them again with --record.`;
		case "budget":
		case "interrupted":
		case "no-pairs": return `Could not judge the ${name}${describeReason(comparison.reason)}.`;
		case "too-few-cases": return `Could not judge the ${name}: only ${formatCounted(comparison.pairs, "case")} with a result in both versions.`;
		case "unscored": return `Could not judge the ${name}: ${formatCounted(comparison.unscored, "case")} could not be scored.`;
		default: return `Could not judge the ${name}: ${describeFailed(comparison)}${because}. Run again.`;
	}
}
/** Why most calls failed, where calling again would not help. */
function finalCause(failures) {
	const [most] = [...failures].sort((one, other) => other.calls - one.calls);
	return [
		"refused-key",
		"missing-model",
		"refused-parameter"
	].find((cause) => cause === most?.kind) ?? "failed";
}
function describeFailed(comparison) {
	const { baseline, candidate } = comparison.failed;
	if (isAlone(comparison)) return `${formatCounted(candidate, "case")} failed`;
	return `${formatCounted(baseline, "case")} failed in the baseline and ${formatCount(candidate)} in the candidate`;
}

// src/report/inconclusive-words.ts
/** The sentences for a comparison that is inconclusive: what is known, and what would settle it. */
function describeInconclusive(comparison, { gate }) {
	const { reason, pairs, difference, interval } = comparison;
	const name = nameMetricInside(comparison);
	switch (reason) {
		case "no-pairs": return `No verdict on the ${name}: no case has a result in both versions.`;
		case "missing": return `No verdict on the ${name}: too many cases are missing, or more in one version than in the other, so that the rest could mislead.`;
		case "addresses-judge": return `No verdict on the ${name}: more outputs of the candidate than of the baseline speak to whoever grades them, so that a model's judgement of them cannot pass.`;
		case "too-few-clusters": return `No verdict on the ${name}: it takes at least 5 groups of cases to speak about cases like these.`;
		case "too-few-cases": return `No verdict on the ${name}: ${formatCounted(pairs, "case")} ${pairs === 1 ? "is" : "are"} too few. Add cases, or run each 5 times.`;
		case "budget": return `No verdict on the ${name}: the budget ended the run before there was one.`;
		case "not-confirmed": return `No verdict on the ${name}: a drop against stored answers was not confirmed on fresh ones of both versions.`;
	}
	if (difference === null || interval === null) return `No verdict on the ${name}.`;
	const reach = formatAmount(comparison, Math.min(0, interval[0]));
	return [difference >= 0 ? `No sign of a regression; ${formatCounted(pairs, "case")} cannot rule out less than ${reach} in the ${name}.` : `Best guess ${formatChange(comparison, difference)} in the ${name}, but a ${loss(comparison)} of up to ${reach} is not excluded.`, ...[describeTooFewChanges(comparison, gate), describeNeed(comparison)].filter((sentence) => sentence !== null)].join(" ");
}
/** Whether a comparison is open by its numbers alone, and its estimate no worse. */
function showsNoSign({ verdict, reason, difference, interval }) {
	return verdict === "inconclusive" && reason === null && interval !== null && difference !== null && difference >= 0;
}
/** With one trial per case nothing changes by a fraction of a case. (So it looks, too, where no case changed at all.) */
function hasOneTrial({ kind, difference, pairs, worse, better }) {
	return kind === "binary" && difference !== null && Math.abs(difference * pairs - (better - worse)) < 1e-6;
}
/**
* With one trial per case only the cases that changed speak. If all m of them got worse, p is (1/2)^(m+1): where that
* is above alpha, no regression can be shown, whatever else holds.
*/
function describeTooFewChanges(comparison, gate) {
	const changed = comparison.worse + comparison.better;
	if (!hasOneTrial(comparison) || .5 ** (changed + 1) <= gate.alpha) return null;
	const enough = Math.ceil(Math.log2(1 / gate.alpha) - 1);
	return `${changed === 0 ? "No case changed" : `Only ${formatCounted(changed, "case")} changed`}: with one trial per case, fewer than ${enough} changes cannot show a regression.`;
}
/** What would settle it. For the golden set itself a further trial is worth as much as a further case. */
function describeNeed({ casesNeeded, trialsNeeded, pairs }) {
	if (casesNeeded === null || pairs === 0 || casesNeeded <= pairs) return null;
	const trials = trialsNeeded === null ? "" : `, or ${trialsNeeded} trials per case,`;
	return `About ${formatAbout(casesNeeded - pairs)} more cases${trials} would settle it.`;
}

// src/report/selection.ts
/** Verdicts after which a reader has to look. */
const troubled = [
	"regression",
	"below-threshold",
	"error",
	"skipped",
	"inconclusive"
];
/** The worst first; equals keep their order. */
function worstFirst(list) {
	return verdictOrder.flatMap((verdict) => list.filter((entry) => entry.verdict === verdict));
}
/** What counts, the worst first. */
function gatedComparisons(prompt) {
	return worstFirst(prompt.comparisons.filter((comparison) => comparison.gated));
}
/** What is only watched: whole set first, then slices. */
function watchedComparisons(prompt) {
	const watched = prompt.comparisons.filter((comparison) => !comparison.gated);
	return [...watched.filter(({ slice }) => slice === null), ...watched.filter(({ slice }) => slice !== null)];
}
/** The cases that changed in this way, those that lost most first; and how many there are in all. */
function casesThat(prompt, change, limit) {
	const worst = [];
	let count = 0;
	for (const entry of prompt.cases) {
		if (entry.change !== change) continue;
		count += 1;
		if (limit === 0) continue;
		const loss = lossOf(entry);
		const place = worst.findIndex((other) => other.loss < loss);
		if (place < 0 && worst.length >= limit) continue;
		worst.splice(place < 0 ? worst.length : place, 0, {
			entry,
			loss
		});
		if (worst.length > limit) worst.pop();
	}
	return {
		first: worst.map(({ entry }) => entry),
		count
	};
}
/** The prompts of a report by what a reader is told of them. */
function groupPrompts(report) {
	const deleted = report.prompts.filter(({ verdict }) => verdict === "deleted");
	const unchanged = report.prompts.filter(({ verdict, added }) => verdict === "unchanged" && added === null);
	return {
		judged: worstFirst(report.prompts.filter(({ verdict, added }) => verdict !== "deleted" && (verdict !== "unchanged" || added !== null))),
		unchanged,
		deleted
	};
}

// src/report/version-words.ts
/** What is said of the versions of a prompt, the same in every report for people. */
const longList$1 = 8;
/** What it comes to, in sentences of plain text: what to choose, what not to, and what the numbers cannot say. */
function describeVersions(report) {
	const { versions, costMetric, cheapest, gatingComparisons } = report;
	const dominated = versions.filter(({ dominatedBy }) => dominatedBy !== null);
	const failed = versions.filter(({ verdict }) => verdict === "error");
	const told = dominated.slice(0, longList$1).map(({ name, dominatedBy }) => `${quoteName(name)} by ${quoteName(dominatedBy ?? "")}`);
	const more = dominated.length > longList$1 ? ` and ${dominated.length - longList$1} more` : "";
	return [
		describeChoice(report),
		...dominated.length === 0 ? [] : [`Dominated, for the other is at least as good on every score and ${costMetric === "cost" ? "costs no more" : "takes no more tokens"} by these estimates: ${told.join(", ")}${more}.`],
		...failed.map(({ name, reason }) => `${quoteName(name)} could not be judged${describeReason(reason)}.`),
		...costMetric === "tokens" && cheapest !== null ? ["Not every version has a cost to compare, so tokens stand in for them."] : [],
		...gatingComparisons > 1 ? [`Verdicts of variants are corrected over all of their ${formatCounted(gatingComparisons, "comparison")}.`] : []
	];
}
/** The versions in one line, for the head of a report in which nothing else was judged. */
function describeVersionsBriefly(reports) {
	const [only] = reports;
	if (only === void 0) return "";
	const count = reports.reduce((sum, { versions }) => sum + versions.filter(isVariant).length, 0);
	const variants = formatCounted(count, "variant");
	if (reports.length > 1) return `Compared: ${variants} of ${formatCounted(reports.length, "prompt")}. Nothing here fails.`;
	return `Compared: ${variants} of ${quoteName(only.prompt)} with the baseline. ${describeChoice(only)}`;
}
function describeChoice({ versions, cheapest, costMetric }) {
	const choice = versions.find(({ name }) => name === cheapest);
	const least = costMetric === "cost" ? "The cheapest" : "The fewest tokens";
	if (choice === void 0) return costMetric === "cost" ? "What each version costs is not known, so none is named the cheapest." : "Not every version has a cost to compare, and a token costs another price with another model, so none is named the cheapest or dominated.";
	if (choice.role === "baseline") return `None ${costMetric === "cost" ? "costs less" : "takes fewer tokens"} than the baseline and rules out a loss beyond the tolerance.`;
	const quality = choice.quality.slice(0, 2).map((each) => `${quoteName(each.metric, 24)} ${formatValue(each, each.value)}`);
	const cost = choice.cost === null ? [] : [`${costMetric} ${formatChange(choice.cost, choice.cost.difference)}`];
	return `${least} without a loss beyond the tolerance: ${quoteName(choice.name)} (${[...quality, ...cost].join(", ")}).`;
}
/** `94 % (90 % to 97 %)` */
function describeMeasure(measure) {
	if (measure === null || measure.value === null) return "–";
	const [low, high] = measure.interval ?? [null, null];
	const range = low === null ? "" : ` (${formatSum(measure, low)} to ${formatSum(measure, high)})`;
	return `${formatSum(measure, measure.value)}${range}`;
}
/** `820 tokens, −12 %`; the baseline's own has no change. */
function describeWithChange(measure, { role }) {
	if (measure === null || measure.value === null) return "–";
	const change = role === "baseline" ? "" : `, ${formatNarrowChange(measure, measure.difference)}`;
	return `${formatSum(measure, measure.value)}${change}`;
}
/** Dollars as a person writes them. */
function formatSum(measure, value) {
	return measure.unit === "USD" && value !== null && Number.isFinite(value) ? formatCost(value) : formatValue(measure, value);
}
/** What the picture of the versions shows. */
function captionOf({ versions, confidence, costMetric }) {
	const metric = versions[0]?.quality[0]?.metric ?? "quality";
	const order = costMetric === "cost" ? "the cheapest" : "the one with the fewest tokens";
	return `${quoteName(metric, 32)} with its ${formatShare(confidence)} interval, ${order} first; ┊ is the baseline.`;
}
/** The scores of a version by the metrics that all versions have, in one order. */
function metricsOf({ versions }) {
	return versions[0]?.quality.map(({ metric }) => metric) ?? [];
}
function qualityOn({ quality }, metric) {
	return quality.find((each) => each.metric === metric) ?? null;
}
function isVariant({ role }) {
	return role === "variant";
}

// src/report/headline.ts
/**
* The verdict of the whole run in one line of plain text, fit for a log, a step's error or a check's title: names are
* visible and short. Escape it for Markdown.
*/
function headline(report) {
	const verdict = describeVerdict(report);
	return report.watch ? `${verdict} Only watching: nothing fails.` : verdict;
}
function describeVerdict(report) {
	const { judged } = groupPrompts(report);
	const tried = (report.variants ?? []).flatMap(({ versions }) => versions.flatMap(({ details }) => details ?? []));
	const concerned = (judged.length > 0 ? judged : tried).filter((prompt) => prompt.verdict === report.verdict);
	switch (report.verdict) {
		case "regression": return `Regression${describeAcceptance(concerned)}: ${describeConcerned(concerned, judged, "got worse")}${describeRest(report, concerned)}`;
		case "below-threshold": return `Below threshold${describeAcceptance(concerned)}: ${describeConcerned(concerned, judged, "missed a threshold")}${describeRest(report, concerned)}`;
		case "error": return `Could not judge: ${describeCause(report, concerned)}${describeGateFailure(report, judged)}`;
		case "skipped": return `Skipped, not judged: ${describeSkipped(concerned)}${describeGateFailure(report, judged)}`;
		case "inconclusive": return `Inconclusive: ${describeConcerned(concerned, judged, describeOpen(concerned))}${describePolicy(report)}`;
		case "no-regression": return `No regression in ${describeAll(judged)}${describeWorst$1(judged)}.`;
		case "above-threshold": return `Above threshold: ${describeAll(judged)} ${judged.length === 1 ? "meets" : "meet"} every threshold${describeOnly(judged)}.`;
		case "improvement": return `Improvement: ${describeConcerned(concerned, judged, "got better")}`;
		case "new": return `Nothing to compare with yet: ${describeAll(judged)} ${judged.length === 1 ? "has" : "have"} no baseline and no threshold${describeOnly(judged)}.${report.watch ? "" : " Passed, with a warning."}`;
		case "unchanged":
			if (judged.length === 0 && report.variants !== void 0) return describeVersionsBriefly(report.variants);
			return judged.length > 0 ? "Unchanged: only what judges the prompts changed, not the prompts." : report.command === "run" ? "Nothing to judge: no prompt had to be run." : "Nothing to compare: no prompt changed.";
		case "deleted": return "Nothing to judge: prompts were only deleted.";
	}
}
function describeConcerned(concerned, judged, what) {
	const [only] = concerned;
	if (only === void 0) return `a prompt ${what}.`;
	if (concerned.length === 1) {
		const others = judged.length > 1 ? ` (1 of ${formatCount(judged.length)} prompts)` : "";
		return `${quoteName(only.name)} ${what}${others}${describeMainNumbers(only)}.`;
	}
	const numbers = describeMainNumbers(only);
	const first = numbers === "" ? "" : `, for example ${quoteName(only.name)}${numbers}`;
	return `${formatCount(concerned.length)} of ${formatCount(judged.length)} prompts ${what} (${listNames(concerned)})${first}.`;
}
/** Who accepted it, where nothing of it fails the gate any more. */
function describeAcceptance(concerned) {
	const people = concerned.map(({ accepted }) => accepted?.by ?? null);
	if (people.length === 0 || people.includes(null)) return "";
	return `, accepted by ${[...new Set(people)].map((name) => quoteName(name ?? "")).join(", ")}`;
}
/** How bad it may be at worst, where a loss beyond the tolerance is ruled out. */
function describeWorst$1(judged) {
	const [first, ...others] = judged.flatMap((prompt) => gatedComparisons(prompt).flatMap((comparison) => {
		const [low] = comparison.interval ?? [];
		if (low === void 0 || comparison.margin === null || comparison.verdict !== "no-regression") return [];
		return [{
			prompt,
			comparison,
			low,
			share: low / comparison.margin
		}];
	}));
	if (first === void 0) return "";
	const { prompt, comparison, low } = others.reduce((worst, each) => each.share < worst.share ? each : worst, first);
	const whose = judged.length === 1 ? "" : ` of ${quoteName(prompt.name)}`;
	return `: ${quoteName(comparison.metric)}${whose} at worst ${formatChange(comparison, low)}`;
}
/** The value of a prompt that was judged alone, where there is one. */
function describeOnly(judged) {
	const [only] = judged;
	const numbers = only === void 0 || judged.length > 1 ? "" : describeMainNumbers(only);
	return numbers === "" ? "" : ` (${numbers.slice(2)})`;
}
/** Without a verdict: what may have got worse is told from what shows no sign of it. */
function describeOpen(concerned) {
	if (!concerned.flatMap(gatedComparisons).filter(({ verdict }) => verdict === "inconclusive").every(showsNoSign)) return "could go either way";
	return concerned.length === 1 ? "shows no sign of a regression" : "show no sign of a regression";
}
/** The numbers of the metric that decided, where one prompt is spoken of. */
function describeMainNumbers(prompt) {
	const [main] = gatedComparisons(prompt);
	if (main === void 0 || main.candidate === null || main.verdict !== prompt.verdict) return "";
	const name = quoteName(main.metric);
	if (main.baseline === null) return `: ${name} ${formatValue(main, main.candidate)}`;
	const p = main.verdict === "improvement" ? main.pBetter : main.pValue;
	const certainty = main.verdict === "inconclusive" ? "" : `, ${formatP(p)}`;
	return `: ${name} ${formatValue(main, main.baseline)} → ${formatValue(main, main.candidate)}${certainty}`;
}
function describeRest(report, concerned) {
	const count = report.prompts.filter(({ verdict }) => verdict === "error").length;
	const advisory = concerned.every((prompt) => prompt.advisory);
	const watched = concerned.every((prompt) => prompt.watch);
	const accepted = concerned.filter((prompt) => prompt.accepted !== null).length;
	return [
		advisory ? " A first run does not fail; it starts to hold once merged." : "",
		watched ? " It is only watched, and fails nothing." : "",
		advisory || watched ? describeGateFailure(report, report.prompts) : "",
		accepted === 0 || accepted === concerned.length ? "" : ` ${formatCount(accepted)} of them accepted.`,
		count === 0 ? "" : ` ${formatCounted(count, "prompt")} could not be judged.`
	].join("");
}
/** Which prompts fail the gate, where the verdict of the run speaks of others. */
function describeGateFailure({ exitCode, gate }, judged) {
	if (exitCode !== 1) return "";
	const failing = judged.filter(({ advisory, watch, accepted, verdict }) => !advisory && !watch && accepted === null && (verdict === "regression" || verdict === "below-threshold" || verdict === "inconclusive" && gate.inconclusive === "fail"));
	return failing.length === 0 ? "" : ` The gate fails on ${listNames(failing)}.`;
}
function describeSkipped(concerned) {
	const [only] = concerned;
	if (only === void 0 || concerned.length > 1) return `${formatCounted(concerned.length, "prompt")} skipped.`;
	return `${quoteName(only.name)}${describeReason(only.reason)}.`;
}
function describeCause({ command, calls, failures }, concerned) {
	const failure = nameFailure(failures);
	const because = failure === null ? "" : ` (${failure})`;
	const reasons = concerned.flatMap((prompt) => [prompt.reason, ...prompt.comparisons.map(({ reason }) => reason)]);
	if (reasons.includes("refused-key")) return `the provider refused the key${because}. Check the key, then run again.`;
	if (reasons.includes("missing-model")) return `the provider does not offer the model${because}. Check its name and what the key may use.`;
	if (reasons.includes("refused-parameter")) {
		const refused = failures.filter(({ kind }) => kind === "refused-parameter");
		return `${nameFailure(refused) ?? "the model refuses a parameter"}. Take it out of the prompt, or name another model.`;
	}
	if (reasons.includes("missing-recording")) return `${formatCounted(calls.failed, "call")} ${calls.failed === 1 ? "has" : "have"} no recording. Record again with --record.`;
	if (reasons.includes("budget")) return "the budget ended the run before there was enough to compare. Raise it.";
	if (reasons.includes("interrupted")) return "the run was interrupted. Run again: what was answered is not asked again.";
	if (calls.failed > 0) return `${formatCount(calls.failed)} of ${formatCounted(calls.planned, "call")} failed${because}. Run again.`;
	if (command === "gate" && (reasons.includes("no-pairs") || reasons.includes("too-few-cases"))) return "fewer than two cases have a result in both files.";
	if (command === "gate" && reasons.includes("failed")) return "too many cases failed in one of the files.";
	if (reasons.includes("unscored")) return "too many answers could not be scored. The reasons stand with the cases.";
	return `${listNames(concerned)}. See the notes.`;
}
function describePolicy({ gate, watch }) {
	if (watch) return "";
	if (gate.inconclusive === "fail") return " The gate fails on that (gate.inconclusive: fail).";
	return gate.inconclusive === "warn" ? " Passed, with a warning." : " Passed.";
}
function describeAll(judged) {
	const [only] = judged;
	return only !== void 0 && judged.length === 1 ? quoteName(only.name) : formatCounted(judged.length, "prompt");
}
/** `triage, reply, summary and 4 more`; a deleted prompt with its path, because it can no longer be looked up. */
function listNames(prompts, limit = 3) {
	const shown = prompts.slice(0, limit).map(({ name, path, verdict }) => quoteName(name) + (verdict === "deleted" ? ` (${quoteName(path, 72)})` : ""));
	const more = prompts.length - shown.length;
	return shown.join(", ") + (more > 0 ? ` and ${formatCount(more)} more` : "");
}

// src/report/evidence.ts
/** What a verdict rests on: how many cases, the interval, what these cases could have shown, what was left out. */
function describeEvidence(comparison) {
	const { pairs, confidence, interval, minimumDetectable } = comparison;
	const alone = isAlone(comparison);
	const cases = alone ? `${formatCounted(pairs, "case")} judged alone` : `${formatCounted(pairs, "case")} compared, ${formatCount(comparison.worse)} worse and ${formatCount(comparison.better)} better`;
	const range = interval === null ? "no interval" : `${formatShare(confidence)} interval ${alone ? describeRange(comparison) : formatInterval(comparison, interval)}`;
	if (pairs === 0) return `${["No case compared", ...describeLeftOut(comparison)].join("; ")}.`;
	const parts = [cases, range];
	if (minimumDetectable !== null) parts.push(`a ${loss(comparison)} of ${formatAmount(comparison, minimumDetectable)} would be found 4 times in 5`);
	parts.push(...describeLeftOut(comparison));
	return `${parts.join("; ")}.`;
}
/** A comparison in a few words: `contains 82 % → 81.5 %, at worst −2.2 points`. */
function describeBriefly(comparison) {
	const { baseline, candidate, interval } = comparison;
	const values = [baseline, candidate].flatMap((value) => value === null ? [] : formatValue(comparison, value));
	const worst = interval === null || isAlone(comparison) ? "" : `, at worst ${formatChange(comparison, interval[0])}`;
	return `${quoteName(comparison.metric, 24)} ${values.join(" → ")}${worst}`;
}
function describeLeftOut({ failed, unscored }) {
	const parts = [
		failed.baseline > 0 ? `${formatCount(failed.baseline)} failed in the baseline` : null,
		failed.candidate > 0 ? `${formatCount(failed.candidate)} failed in the candidate` : null,
		unscored > 0 ? `${formatCount(unscored)} could not be scored` : null
	].filter((part) => part !== null);
	return parts.length === 0 ? [] : [`left out: ${parts.join(", ")}`];
}

// src/report/words.ts
/**
* The verdict of one comparison in words, with its numbers. One line of plain text; names in it are made visible and
* short, but not yet escaped for Markdown.
*/
function describeComparison(comparison, setting) {
	switch (comparison.verdict) {
		case "regression": return `${describeMove(comparison)} ${describeCertainty(comparison, setting)}, ${describeExcess(comparison)}.`;
		case "improvement": return `${describeMove(comparison)} This is not noise (${formatP(comparison.pBetter)}).`;
		case "no-regression": return describeNoRegression(comparison, setting);
		case "inconclusive": return describeInconclusive(comparison, setting);
		case "below-threshold": return `${describeAlone(comparison)}: it misses your threshold of ${formatValue(comparison, comparison.atLeast)}.`;
		case "above-threshold": return `${describeAlone(comparison)}: it meets your threshold of ${formatValue(comparison, comparison.atLeast)}.`;
		case "new": return `${describeAlone(comparison)}. There is nothing to compare it with and no threshold is set, so it passes with a warning.`;
		case "error": return describeError(comparison, setting.failures);
		case "skipped": return `${nameMetric(comparison)} was not judged${describeReason(comparison.reason)}.`;
		case "unchanged": return `${nameMetric(comparison)} was not compared: both versions ask for the same.`;
		case "deleted": return `${nameMetric(comparison)} was not judged: the prompt was deleted.`;
	}
}
function describeMove(comparison) {
	const { difference, direction, kind, interval, baseline, candidate } = comparison;
	const rose = (difference ?? 0) > 0 === (direction === "higher");
	const means = baseline === null || candidate === null ? "" : `${formatValue(comparison, baseline)} → ${formatValue(comparison, candidate)}`;
	const details = [...kind === "ratio" && interval !== null ? [describeWorst(comparison, interval[0])] : [], ...means === "" ? [] : [means]].join("; ");
	const verb = rose ? "rose" : "fell";
	return `${nameMetric(comparison)} ${verb} by ${formatAmount(comparison, difference)}${details === "" ? "" : ` (${details})`}.`;
}
/** The bad end of the interval; its sign is told where it is on the other side of the estimate. */
function describeWorst(comparison, low) {
	return `at worst ${low < 0 && (comparison.difference ?? 0) < 0 ? formatAmount(comparison, low) : formatChange(comparison, low)}`;
}
function describeCertainty({ pValue, adjustedPValue, gated, slice }, { gate }) {
	const corrected = adjustedPValue !== null && pValue !== null && adjustedPValue > pValue;
	const family = gated || slice === null ? `for ${formatCounted(gate.gatingComparisons, "gating comparison")}` : "among the slices";
	const adjusted = corrected ? `; corrected ${family}, ${formatP(adjustedPValue)}` : "";
	return `This is not noise (${formatP(pValue)}${adjusted})`;
}
function describeExcess(comparison) {
	const { margin, difference } = comparison;
	if (margin === null) return "and it counts";
	return `and it is ${Math.abs(difference ?? 0) > margin + 1e-9 ? "more than" : "as much as"} your tolerance of ${formatAmount(comparison, margin)}`;
}
function describeNoRegression(comparison, { gate }) {
	const { margin, interval, pValue, difference } = comparison;
	const tolerance = margin === null ? "" : ` beyond your tolerance of ${formatAmount(comparison, margin)}`;
	const worst = interval === null ? "" : `: at worst ${formatChange(comparison, interval[0])}`;
	const small = pValue !== null && pValue <= gate.alpha && (difference ?? 0) < 0 ? ` There is a small real ${loss(comparison)} of ${formatAmount(comparison, difference)} (${formatP(pValue)}).` : "";
	return `No ${loss(comparison)}${tolerance} in the ${nameMetricInside(comparison)}${worst}.${small}`;
}
function describeAlone(comparison) {
	const { pairs, candidate } = comparison;
	return `${nameMetric(comparison)} is ${formatValue(comparison, candidate)} over ${formatCounted(pairs, "case")}`;
}

// src/report/facts.ts
/** Sentences about the run and its prompts that every report for people carries, as plain text. */
const longList = 10;
/** What a reader must know before the first number: what was compared, by whose rules, and what was not compared. */
function describeSetting(report) {
	const { deleted, unchanged } = groupPrompts(report);
	const head = nameRevision(report.head);
	const lines = [
		report.base === null ? `Judged alone, without a baseline: ${head}.` : `Compared: baseline ${nameRevision(report.base)}, candidate ${head}.`,
		...report.command === "gate" ? [] : [`Judged by the ${report.goalposts}'s configuration, scorers and golden sets.`],
		...report.gate.gatingComparisons > 0 ? [describeGate(report)] : []
	];
	const broken = `The baseline does not parse at ${report.base === null ? "the base" : nameRevision(report.base)}`;
	const groups = [
		["Deleted, not run", deleted],
		["New, nothing to compare with", report.prompts.filter(({ change }) => change.kind === "new" && report.base !== null)],
		[`${broken}, so the candidate was judged alone, against absolute thresholds`, report.prompts.filter(({ change }) => change.kind === "repaired")],
		["Not judged", report.prompts.filter(({ verdict }) => verdict === "error" || verdict === "skipped")],
		["Unchanged, not run", unchanged]
	];
	for (const [title, prompts] of groups) if (prompts.length > 0) lines.push(`${title}: ${listNames(prompts, longList)}.`);
	return lines;
}
/** `changed: text, model; openai/gpt-6-luna → openai/gpt-6-sol`. */
function describeChange({ change, previousPath, models }) {
	const [before, after] = [models.baseline ?? models.candidate, models.candidate ?? models.baseline];
	const model = [.../* @__PURE__ */ new Set([before, after])].flatMap((name) => name === null ? [] : quoteName(name)).join(" → ");
	const parts = change.parts.length === 0 ? "" : `: ${change.parts.join(", ")}`;
	const kind = change.kind === "judging" ? `what judges it changed${parts}` : `${change.kind}${parts}`;
	const from = previousPath === null ? null : `was ${quoteName(previousPath, 72)}`;
	return [
		kind,
		model === "" ? null : model,
		from
	].filter((part) => part !== null).join("; ");
}
/** The verdicts of a prompt in words: one entry a gating metric, the worst first; or why there is none. */
function describePrompt(prompt, report) {
	const gated = gatedComparisons(prompt);
	if (gated.length > 0) return gated.map((comparison) => ({
		verdict: describeComparison(comparison, report),
		evidence: describeEvidence(comparison)
	}));
	return [{
		verdict: describeUncompared(prompt),
		evidence: null
	}];
}
/** Who accepted a loss, how and why; null where nobody did. */
function describeAccepted(prompt) {
	const { accepted } = prompt;
	if (accepted === null || !isLoss(prompt)) return null;
	const { by, how, reason, until } = accepted;
	const means = {
		label: "by a label",
		comment: "in a comment",
		"assay.yml": "in assay.yml"
	};
	const why = reason === null ? "" : `: ${inline(reason, 300)}`;
	const end = until === null ? "It lapses with the next change." : `It holds until ${until}, or the next change.`;
	return `This loss is known and does not fail the gate: accepted ${means[how]} by ${quoteName(by, 72)}${why}. ${end}`;
}
/** What a reader of the verdict alone would miss: what went uncompared, in numbers; null where nothing did. */
function describeUncomparedCounts(report) {
	const { prompts, base } = report;
	const told = [
		["not judged", prompts.filter(({ verdict }) => verdict === "error" || verdict === "skipped").length],
		["new", base === null ? 0 : prompts.filter(({ change }) => change.kind === "new").length],
		["without a readable baseline", prompts.filter(({ change }) => change.kind === "repaired").length],
		["deleted", prompts.filter(({ verdict }) => verdict === "deleted").length]
	].filter(([, count]) => count > 0).map(([what, count]) => `${formatCount(count)} ${what}`);
	return told.length === 0 ? null : `Not compared: ${told.join(", ")}.`;
}
/** The golden set's added or edited cases, which are no part of the comparison. */
function describeAdded({ added }) {
	if (added === null) return null;
	const results = added.comparisons.map((comparison) => `${quoteName(comparison.metric)} ${formatValue(comparison, comparison.candidate)}`);
	const told = results.length === 0 ? "" : `: ${results.slice(0, longList).join(", ")}`;
	return `${formatCounted(added.cases, "case")} added or edited, run once with the candidate and not part of the verdict${told}.`;
}
/** Calls, cost and time in one line. */
function describeCalls(report) {
	const { command, calls, cost, durationMs } = report;
	if (command === "gate") return `No call made, ${formatDuration(durationMs)}.`;
	return `${[
		calls.made <= calls.planned ? `${formatCount(calls.made)} of ${formatCounted(calls.planned, "planned call")} made` : `${formatCounted(calls.planned, "call")} planned, ${formatCount(calls.made)} made with repeats`,
		...calls.cached > 0 ? [`${formatCount(calls.cached)} from the cache`] : [],
		...calls.saved > 0 ? [`${formatCount(calls.saved)} not needed`] : [],
		`${formatCount(calls.failed)} failed`,
		cost === null ? "cost unknown" : `cost ${formatCost(cost)}${describeShare(report, cost)}`,
		formatDuration(durationMs)
	].join(", ")}.`;
}
/** What of the cost is for the answers, where models were asked about them, too. */
function describeShare({ prompts, variants = [] }, cost) {
	const tried = variants.flatMap(({ versions }) => versions.flatMap(({ details }) => details ?? []));
	const answers = [...prompts, ...tried].map((prompt) => prompt.cost).reduce((sum, each) => sum === null || each === null ? null : sum + each, 0);
	if (answers === null || answers === 0 || formatCost(answers) === formatCost(cost) || answers > cost) return "";
	return ` (${formatCost(answers)} for answers, ${formatCost(cost - answers)} for what scorers asked about them)`;
}
/** What came back from calls that failed: `41 calls: 503 Service Unavailable`. */
function describeFailures({ failures }) {
	return failures.map(({ calls, message }) => `${formatCounted(calls, "call")}: ${shortenFailure(message)}`);
}
const changeWords = {
	changed: "It was not judged: no metric gates it.",
	judging: "Both versions ask for the same; only what judges it changed.",
	new: "There is nothing to compare it with, and no metric judges it.",
	deleted: "It was deleted, so it was not run.",
	renamed: "It was renamed; both versions ask for the same.",
	unchanged: "Both versions ask for the same.",
	repaired: "The baseline cannot be read, and no metric judges the candidate."
};
function describeUncompared({ verdict, reason, change }) {
	if (verdict === "error") return `It could not be judged${describeReason(reason)}.`;
	if (verdict === "skipped") return `It was not judged${describeReason(reason)}.`;
	return changeWords[change.kind];
}
function describeGate({ gate }) {
	const margin = formatAmount({
		kind: "bounded",
		direction: "higher",
		unit: null
	}, gate.margin);
	const count = formatCounted(gate.gatingComparisons, "gating comparison");
	return `Gate: tolerance ${margin} by default, ${formatShare(gate.alpha)} false alarms, ${count}.`;
}
/** A revision as a person would name it, with the commit where the name hides it. */
function nameRevision({ revision, commit }) {
	const name = inline(revision, 60);
	if (commit === null || commit.startsWith(revision)) return name;
	return `${name} (${inline(commit, 40).slice(0, 7)})`;
}

export { troubled as C, isAlone as E, groupPrompts as S, describeReason as T, formatSum as _, describeFailures as a, casesThat as b, describeUncomparedCounts as c, describeEvidence as d, headline as f, describeWithChange as g, describeVersions as h, describeChange as i, describeComparison as l, describeMeasure as m, describeAdded as n, describePrompt as o, captionOf as p, describeCalls as r, describeSetting as s, describeAccepted as t, describeBriefly as u, metricsOf as v, watchedComparisons as w, gatedComparisons as x, qualityOn as y };