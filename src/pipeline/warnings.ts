import { formatPlace } from "../errors.ts";
import type { Change, Problem } from "../model.ts";
import type { Project } from "./project/load-project.ts";

/** Prompt files that do not parse where they must: nothing of them can be run. */
export function brokenProblems(project: Project): readonly Problem[] {
  return project.broken.flatMap((broken) => broken.problems);
}

/** Where the other revisions' own assay.yml does not hold: once each. */
export function baseWarnings(others: readonly Project[], head: Project): readonly string[] {
  const foreign = others.filter((project) => project.tree !== head.tree);
  return [...new Set(foreign.flatMap((project) => project.configWarnings.map(problemText)))];
}

/** What a reader should know of the project beside its verdicts; where nothing changed, which globs matched what. */
export function projectWarnings(project: Project, changes: readonly Change[]): readonly string[] {
  const warnings = project.warnings.map(problemText);
  const changed = changes.some((change) => change.kind !== "unchanged" && change.kind !== "renamed");
  return changed ? warnings : [...warnings, ...globSummary(project)];
}

/** One line a mistake: place, what happened, how to mend it. */
export function problemText(problem: Problem): string {
  const place = problem.place === undefined ? "" : `${formatPlace(problem.place)}: `;
  return `${place}${problem.message}${problem.hint === undefined ? "" : `. ${problem.hint}`}`;
}

function globSummary(project: Project): readonly string[] {
  const matched = project.globs.map(
    ({ glob, files }) => `${glob} matched ${files === 1 ? "1 file" : `${files} files`}`,
  );
  return [`No prompt changed. At ${project.tree.label}: ${matched.join(", ")}.`];
}
