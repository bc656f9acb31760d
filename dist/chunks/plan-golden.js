import { t as defaultConfig } from "./config.js";
import { a as usualPassRate, n as tellPower } from "./golden-power.js";

// src/pipeline/project/plan-golden.ts
/** What a golden set of so many cases could tell. Reads no project: the default settings hold but for the wishes. */
function planGolden(cases, { passRate = usualPassRate, trials, margin }) {
	const { run, gate, baseline } = defaultConfig();
	const settings = {
		run: {
			...run,
			trials: trials ?? run.trials
		},
		gate: {
			...gate,
			margin: margin ?? gate.margin
		},
		baseline
	};
	return {
		schemaVersion: 1,
		sets: [tellPower({
			cases,
			effectiveCases: cases,
			name: null,
			path: null,
			passRate,
			margin: settings.gate.margin,
			settings,
			notes: []
		})],
		warnings: []
	};
}

export { planGolden };