import { i as marginOf, r as isGated } from "./compare-metric.js";
import { c as firstTokenMetric, l as operationalMetrics } from "./changed-parts.js";
import { t as allFactories, x as metricOf } from "./find-changes.js";

// src/pipeline/plan/prompt-metrics.ts
/** The metrics of a prompt, before anything is run. */
function metricsOfPrompt(prompt, project, options) {
	const gates = (metric) => isGated(metric, project.config.gate.metrics);
	const { metrics: named } = project.config.gate;
	const measured = operationalMetrics.filter(({ name }) => name !== "time-to-first-token" || named?.[name] !== void 0);
	const metrics = [...scorerMetrics(prompt, options), ...measured];
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
/** The metrics of the scorers without mistakes; those of the others are told as problems. */
function scorerMetrics(prompt, options) {
	const factories = allFactories(options);
	const ofCases = prompt.golden.cases.flatMap(({ scorers }) => scorers);
	const specs = /* @__PURE__ */ new Map();
	for (const spec of [...prompt.scorers, ...ofCases]) if (!specs.has(spec.name)) specs.set(spec.name, spec);
	return [...specs.values()].flatMap((spec) => metricOf(spec, factories) ?? []);
}

export { smallestMargin as n, metricsOfPrompt as t };