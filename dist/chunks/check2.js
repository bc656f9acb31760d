import { C as createScorer, E as operationalMetrics, c as allFactories, d as loadOptions, i as problemText, p as loadProject, r as brokenProblems, t as openRepository } from "./repository.js";
import { c as isGated } from "./decide.js";
import { n as planRun, r as findModel } from "./judge-plans.js";
import { n as emptyWarning, t as asNew } from "./run2.js";

// src/pipeline/check.ts
/** Checks assay.yml, prompts, golden sets, scorers and the names of models. Makes no call and needs no key. */
async function check(options) {
	const repository = await openRepository(options.directory, { ...options.environment });
	try {
		const tree = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const project = await loadProject(tree, loadOptions(repository.prefix, options));
		const factories = allFactories(options);
		const { problems } = planRun({
			changes: project.prompts.map(asNew),
			baseline: null,
			head: project,
			goalposts: project,
			fromBase: false,
			fork: false,
			factories
		});
		const models = project.prompts.flatMap((prompt) => {
			const found = findModel(prompt.version, project, options);
			return "problem" in found ? [found.problem] : [];
		});
		return {
			configPath: project.config.path,
			gate: project.config.gate,
			prompts: project.prompts.map((prompt) => checkedPrompt(prompt, project, options)),
			problems: [
				...brokenProblems(project),
				...problems,
				...models
			],
			warnings: [...project.warnings.map(problemText), ...emptyWarning(project)]
		};
	} finally {
		await repository.close();
	}
}
function checkedPrompt(prompt, project, options) {
	const { version, golden } = prompt;
	const gates = (metric) => isGated(metric, project.config.gate.metrics);
	const metrics = [...scorerMetrics(prompt, project, options), ...operationalMetrics];
	return {
		name: version.name,
		path: version.path,
		model: version.configuration.model,
		cases: golden.cases.length,
		gating: metrics.filter(gates).map((metric) => metric.name),
		watched: metrics.filter((metric) => !gates(metric)).map((metric) => metric.name),
		notRun: version.notRun.map((entry) => `${entry.name} (${entry.reason})`)
	};
}
/** The metrics of the scorers that hold; mistakes in the others are told as problems. */
function scorerMetrics(prompt, project, options) {
	const factories = allFactories(options);
	const context = {
		files: project.scorerFiles,
		render: () => ({
			text: "",
			missing: []
		})
	};
	return prompt.scorers.flatMap((spec) => {
		const factory = Object.hasOwn(factories, spec.type) ? factories[spec.type] : void 0;
		try {
			return factory === void 0 ? [] : [createScorer(spec, context, factories).metric];
		} catch {
			return [];
		}
	});
}

export { check as t };