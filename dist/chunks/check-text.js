import { d as visible } from "./escape2.js";
import { n as describeHealth, r as describeSight } from "./health-words.js";
import { a as formatCount, o as formatCounted } from "./numbers.js";
import { t as describeEstimate } from "./spending-words.js";

// src/report/check-text.ts
/** What `check` found, for a terminal: each prompt with its cases and what decides, then what a run would call. */
function renderCheck(result) {
	const { prompts, gate } = result;
	const lines = [result.configPath === null ? "No assay.yml: the defaults hold." : `Settings: ${visible(result.configPath)}`, `Prompts: ${prompts.length}`];
	for (const prompt of prompts) lines.push("", `${visible(prompt.name)} (${visible(prompt.path)})`, `  model    ${visible(prompt.model ?? "none")}`, `  cases    ${prompt.cases}`, `  calls    ${formatCount(prompt.calls.run)} in a run, at most ${formatCount(prompt.calls.comparison)} in a comparison${opinions(prompt.calls.opinions)}`, `  takes    ${describeEstimate(prompt.estimate)}`, `  decides  ${list(prompt.gating)}`, `  watched  ${list(prompt.watched)}`, ...prompt.notRun.map((each) => `  not run  ${visible(each)}`), ...describeSet(prompt.health).map((each, index) => `  ${index === 0 ? "set    " : "       "}  ${visible(each)}`), ...prompt.hints.map((each) => `  hint     ${visible(each)}`));
	const run = prompts.reduce((total, { calls }) => total + calls.run, 0);
	const comparison = prompts.reduce((total, { calls }) => total + calls.comparison, 0);
	const confirmation = prompts.reduce((total, { calls }) => total + calls.confirmation, 0);
	const gating = prompts.reduce((total, prompt) => total + prompt.gating.length, 0);
	lines.push("", `A run of all prompts makes ${formatCounted(run, "call")}, a comparison of all at most ${formatCount(comparison)}.`, `A comparison of all takes ${describeEstimate(result.total)}.`, `Where the baseline's answers are stored it makes fewer, and up to ${formatCount(confirmation)} more to confirm a regression.`, gating === 1 ? "If all changed at once, 1 comparison would decide: nothing is to be corrected for chance." : `If all changed at once, ${formatCounted(gating, "comparison")} would decide; the correction for chance counts each of them.`, `Tolerated loss: ${percent(gate.margin)} points; chance of a false alarm: ${percent(gate.alpha)} %.`);
	if (result.hints.length > 0) lines.push("", "Checklists for prompts, for what they are worth:", ...result.hints.map((each) => `  ${visible(each)}`));
	return `${lines.join("\n")}\n`;
}
/** What the golden set can show, then what is the matter with it. */
function describeSet(health) {
	return health === null ? [] : [describeSight(health), ...describeHealth(health)];
}
/** Votes are taken where the versions differ, so there are most often far fewer. */
function opinions(count) {
	return count === 0 ? "" : `, and up to ${formatCount(count)} further opinions of judges`;
}
function list(names) {
	return names.length === 0 ? "nothing" : names.map(visible).join(", ");
}
function percent(share) {
	return String(Number((share * 100).toFixed(1)));
}

export { renderCheck };