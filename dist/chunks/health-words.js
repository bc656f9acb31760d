import { s as inline, u as quoteName } from "./escape2.js";
import { a as formatCount, n as formatAmount, o as formatCounted } from "./numbers.js";

// src/report/health-words.ts
const score = {
	kind: "binary",
	direction: "higher",
	unit: null
};
/** What the set can show at all: `40 cases, 1 trial each: shows a drop of 17 points or more`. */
function describeSight({ cases, trials, detectableDrop }) {
	const { baseline, candidate } = trials;
	const each = baseline === candidate || baseline === 0 ? `${formatCounted(candidate, "trial")} each` : `${baseline} and ${candidate} trials each`;
	const shows = detectableDrop === null ? "shows no drop at all" : `shows a drop of ${formatAmount(score, detectableDrop)} or more`;
	return `${formatCounted(cases, "case")}, ${each}: ${shows}`;
}
/** What is the matter with the set, one sentence a finding, its first cases by name and place. */
function describeHealth({ findings }) {
	return findings.map((finding) => {
		const more = finding.count - finding.examples.length;
		const told = finding.examples.map(describeExample).join(", ");
		return `${words[finding.kind](finding.count)}: ${told}${more > 0 ? ` and ${formatCount(more)} more` : ""}.`;
	});
}
/** For a report: what always passes is no trouble, and most of a good set. */
function describeGolden({ health }) {
	if (health === void 0) return [];
	return describeHealth({
		...health,
		findings: health.findings.filter(({ kind }) => kind !== "always-passed")
	});
}
function describeExample({ id, place, detail }) {
	const more = detail === null ? "" : ` (${inline(detail, 60)})`;
	const where = place === null ? "" : ` at ${quoteName(place.line === void 0 ? place.path : `${place.path}:${place.line}`, 72)}`;
	return `${quoteName(id)}${more}${where}`;
}
const verb = (count, one, several) => `${formatCounted(count, "case")} ${count === 1 ? one : several}`;
const words = {
	contradiction: (count) => `${verb(count, "asks what an earlier one asks and expects", "ask what earlier ones ask and expect")} another answer`,
	duplicate: (count) => verb(count, "repeats an earlier one", "repeat earlier ones"),
	"near-duplicate": (count) => verb(count, "nearly repeats an earlier one", "nearly repeat earlier ones"),
	leak: (count) => `${verb(count, "stands", "stand")} in the prompt's own text, answer or question`,
	"failed-expectation": (count) => `${formatCounted(count, "expected value")} would not pass ${count === 1 ? "its" : "their"} own scorers`,
	"small-tag": (count) => `${formatCounted(count, "tag")} ${count === 1 ? "has" : "have"} too few cases to show even a drop of 30 points`,
	"always-failed": (count) => `${verb(count, "fails", "fail")} every time, where no drop can show`,
	"always-passed": (count) => `${verb(count, "passes", "pass")} every time, where no difference shows`,
	flaky: (count) => `${verb(count, "passes", "pass")} in one trial of a version and not in another`
};

export { describeHealth as n, describeSight as r, describeGolden as t };