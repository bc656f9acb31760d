import { t as openRepository } from "./repository.js";
import { et as quote, k as nearest, n as UserError, ut as throwProblems } from "./errors.js";
import { E as effectiveCases } from "./compare-metric.js";
import { a as usualPassRate, n as tellPower } from "./golden-power.js";
import { n as smallestMargin, t as metricsOfPrompt } from "./prompt-metrics.js";
import { c as loadProject, i as loadOptions } from "./find-changes.js";
import { n as emptyWarning } from "./run2.js";
import { n as brokenProblems, r as problemText } from "./warnings.js";
import { posix } from "node:path";

// src/pipeline/power.ts
/**
* What the golden sets of a project can tell: of all prompts, or of those with the wanted name or path. Makes no call and
* needs no key.
*/
async function power(options, wishes, wanted) {
	const repository = await openRepository(options.directory, { ...options.environment });
	try {
		const tree = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const project = await loadProject(tree, loadOptions(repository.prefix, options));
		const prompts = choosePrompts(project, wanted, repository.prefix);
		const problems = project.problems.filter(({ prompt }) => prompt === null || prompts.some(({ version }) => version.path === prompt));
		const broken = wanted === void 0 ? brokenProblems(project) : [];
		throwProblems([...broken, ...problems.map(({ problem }) => problem)]);
		const plans = prompts.map((prompt) => planPower(prompt, project, options, wishes));
		return {
			schemaVersion: 1,
			sets: plans.map((plan) => tellPower(plan, plans.length)),
			warnings: [...project.warnings.map(problemText), ...emptyWarning(project)]
		};
	} finally {
		await repository.close();
	}
}
/** A path may be written from where the user stands (`prefix`), or from the root. */
function choosePrompts(project, wanted, prefix) {
	const { prompts, broken } = project;
	if (wanted === void 0) return prompts;
	const paths = [wanted, posix.join(prefix, wanted)];
	const chosen = prompts.filter(({ version }) => version.name === wanted || paths.includes(version.path));
	if (chosen.length > 0) return chosen;
	throwProblems(broken.filter(({ path }) => paths.includes(path)).flatMap(({ problems }) => problems));
	const names = prompts.map(({ version }) => version.name);
	const near = nearest(wanted, [...names, ...prompts.map(({ version }) => version.path)]);
	const known = names.length === 0 ? "There is none here." : `Prompts here: ${names.slice(0, 20).join(", ")}.`;
	throw new UserError({
		message: `no prompt is called ${quote(wanted)}`,
		hint: near === null ? known : `Did you mean ${near}?`
	});
}
function planPower(prompt, project, options, { passRate = usualPassRate, trials, margin }) {
	const { config } = project;
	const { name, path } = prompt.version;
	const metrics = metricsOfPrompt(prompt, project, options);
	const own = smallestMargin(metrics, config.gate);
	return {
		name,
		path,
		cases: prompt.golden.cases.length,
		effectiveCases: effectiveCases(prompt.golden.cases.map(({ weight }) => weight)),
		passRate,
		margin: margin ?? own ?? config.gate.margin,
		settings: {
			...config,
			run: {
				...config.run,
				...trials === void 0 ? {} : { trials }
			},
			gate: {
				...config.gate,
				...margin === void 0 ? {} : { margin }
			}
		},
		notes: notesOn(prompt, metrics, config.gate)
	};
}
/** What the numbers leave out. */
function notesOn({ version }, metrics, gate) {
	const count = metrics.gating.length;
	return [
		[smallestMargin(metrics, gate) === null, "No score decides here: the numbers hold for a pass rate."],
		[count > 1, `${count} metrics decide: the correction for chance makes a drop of one harder to find.`],
		[gate.scope === "population", "gate.scope is population: the numbers hold for these cases; about cases like these, trials tell less."],
		[gate.exact, "gate.exact is on: it costs power that is not counted here."],
		[version.configuration.parameters["temperature"] === 0, "The temperature is 0: trials that answer alike count as one, however many are planned."]
	].filter(([holds]) => holds).map(([, note]) => note);
}

export { power as t };