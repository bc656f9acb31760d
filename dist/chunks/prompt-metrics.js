import { o as isGated, s as marginOf } from "./decide.js";
import { C as createScorer, E as operationalMetrics, s as allFactories } from "./repository.js";

// src/pipeline/prompt-metrics.ts
/** The metrics of a prompt, before anything is run. */
function metricsOfPrompt(prompt, project, options) {
	const gates = (metric) => isGated(metric, project.config.gate.metrics);
	const metrics = [...scorerMetrics(prompt, project, options), ...operationalMetrics];
	return {
		gating: metrics.filter(gates),
		watched: metrics.filter((metric) => !gates(metric))
	};
}
/** The smallest loss that is tolerated of a score that decides; null where no score does. */
function smallestMargin({ gating }, gate) {
	const margins = gating.filter(({ kind }) => kind !== "ratio").map((metric) => marginOf(metric, gate));
	return margins.length === 0 ? null : Math.min(...margins);
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

export { smallestMargin as n, metricsOfPrompt as t };