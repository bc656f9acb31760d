import { t as openRepository } from "./repository.js";
import { a as judgePlans, f as planRun, n as trustsHead, r as createGoldenMemory, w as createCodeRunner } from "./trust.js";
import { at as onlyWatch } from "./pack-outcome.js";
import { c as loadProject, i as loadOptions, r as loadBaseGoalposts, t as allFactories } from "./find-changes.js";
import { n as brokenProblems, r as problemText, t as baseWarnings } from "./warnings.js";

// src/pipeline/run.ts
/**
* Runs the present version of every prompt over its golden set, against the absolute thresholds of assay.yml.
* Throws a UserError with every mistake that must be mended before a call is made.
*/
async function run(options) {
	const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
	const code = createCodeRunner(options);
	const golden = createGoldenMemory();
	const load = {
		...loadOptions(repository.prefix, options),
		golden
	};
	try {
		const head = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const project = await loadProject(head, load);
		const { goalpostsRevision, fork = false } = options;
		const base = options.goalposts === "base" && goalpostsRevision !== void 0 ? await repository.tree(goalpostsRevision) : null;
		const judging = base !== null && !await trustsHead(base, repository.prefix, options) ? base : null;
		const fromBase = judging !== null;
		const goalposts = judging === null ? project : await loadBaseGoalposts(judging, project, {
			...load,
			fork
		});
		const { plans, problems } = planRun({
			changes: project.prompts.map(asNew),
			baseline: null,
			head: project,
			goalposts,
			fromBase,
			fork,
			factories: allFactories(options),
			code
		});
		const report = await judgePlans({
			command: "run",
			plans,
			problems: [...brokenProblems(project), ...problems],
			baseline: null,
			head,
			goalposts,
			goalpostsSource: fromBase ? "base" : "head",
			warnings: [
				...baseWarnings([goalposts], project),
				...project.warnings.map(problemText),
				...emptyWarning(project)
			],
			root: repository.root,
			checkOut: repository.checkOut,
			scope: options.scope ?? "",
			options
		});
		return goalposts.config.watch ? onlyWatch(report) : report;
	} finally {
		golden.close();
		await code.close();
		await repository.close();
	}
}
/** A prompt to be judged alone: as if it had no baseline. */
function asNew(prompt) {
	const { name, path } = prompt.version;
	return {
		kind: "new",
		name,
		path,
		previousPath: null,
		parts: [],
		baseline: null,
		candidate: prompt,
		broken: null
	};
}
/** Where there is no prompt at all: which globs were tried. One that does not hold is told as a mistake. */
function emptyWarning(project) {
	if (project.prompts.length > 0 || project.broken.length > 0) return [];
	return [`No prompt found: nothing matches ${project.globs.map((each) => each.glob).join(", ")}.`];
}

export { emptyWarning as n, run as r, asNew as t };