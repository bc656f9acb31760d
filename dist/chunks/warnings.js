import { _ as formatPlace } from "./errors.js";

// src/pipeline/warnings.ts
/** Prompt files that do not parse where they must: nothing of them can be run. */
function brokenProblems(project) {
	return project.broken.flatMap((broken) => broken.problems);
}
/** Where the other revisions' own assay.yml does not hold: once each. */
function baseWarnings(others, head) {
	const foreign = others.filter((project) => project.tree !== head.tree);
	return [...new Set(foreign.flatMap((project) => project.configWarnings.map(problemText)))];
}
/** What a reader should know of the project beside its verdicts; where nothing changed, which globs matched what. */
function projectWarnings(project, changes) {
	const warnings = project.warnings.map(problemText);
	return changes.some((change) => change.kind !== "unchanged" && change.kind !== "renamed") ? warnings : [...warnings, ...globSummary(project)];
}
/** One line a mistake: place, what happened, how to mend it. */
function problemText(problem) {
	return `${problem.place === void 0 ? "" : `${formatPlace(problem.place)}: `}${problem.message}${problem.hint === void 0 ? "" : `. ${problem.hint}`}`;
}
function globSummary(project) {
	const matched = project.globs.map(({ glob, files }) => `${glob} matched ${files === 1 ? "1 file" : `${files} files`}`);
	return [`No prompt changed. At ${project.tree.label}: ${matched.join(", ")}.`];
}

export { projectWarnings as i, brokenProblems as n, problemText as r, baseWarnings as t };