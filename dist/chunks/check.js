import { f as loadProject, i as problemText, r as brokenProblems, s as allFactories, t as openRepository, u as loadOptions } from "./repository.js";
import { i as planRun, s as findModel } from "./judge-plans.js";
import { i as usualPassRate, r as trialsAlone, t as planTrials } from "./plan-trials.js";
import { n as smallestMargin, t as metricsOfPrompt } from "./prompt-metrics.js";
import "./attempts.js";
import { n as emptyWarning, t as asNew } from "./run2.js";
import { y as effectiveCases } from "./decide.js";
import { t as powerOf } from "./golden-power.js";

// src/pipeline/weak-golden.ts
/**
* A warning where even the most trials that assay.yml allows do not let a golden set tell a drop of twice the margin:
* most comparisons over it would end inconclusive. None where no score decides (`margin` is null) or there is no case.
*/
function warnOfWeakGolden({ version, golden }, settings, margin) {
	const cases = golden.cases.length;
	if (margin === null || cases === 0) return [];
	const wanted = Math.min(1, 2 * margin);
	const plan = {
		cases,
		effectiveCases: effectiveCases(golden.cases.map(({ weight }) => weight)),
		passRate: usualPassRate,
		margin: wanted,
		settings
	};
	const { run } = settings;
	const tell = (trials) => powerOf(plan, planTrials(cases, {
		...settings,
		run: {
			...run,
			trials
		}
	}, null));
	const most = run.trials === "auto" ? run.maxTrials : run.trials;
	const { detectableDrop, casesNeeded } = tell(most);
	if (detectableDrop !== null && detectableDrop <= wanted) return [];
	const size = `${cases} ${cases === 1 ? "case" : "cases"} with ${most} ${most === 1 ? "trial" : "trials"} each`;
	const found = detectableDrop === null ? `can show no drop at all; the tolerance is ${points(margin)}` : `can show a drop of ${points(detectableDrop)} at best, more than twice the tolerance of ${points(margin)}`;
	let more = most + 1;
	while (more <= 5 && (tell(more).detectableDrop ?? 2) > wanted) more++;
	const orTrials = more > 5 ? "" : `, or ${more} trials each`;
	return [`${version.path}: ${size} ${found}, so most comparisons would end inconclusive. About ${casesNeeded} cases would do${orTrials}.`];
}
/** `1 point`, `11.6 points`. */
function points(share) {
	const size = Number((share * 100).toFixed(1));
	return `${size} ${size === 1 ? "point" : "points"}`;
}

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
		const { config } = project;
		const measured = project.prompts.map((prompt) => ({
			prompt,
			metrics: metricsOfPrompt(prompt, project, options)
		}));
		const weak = measured.flatMap(({ prompt, metrics }) => warnOfWeakGolden(prompt, config, smallestMargin(metrics, config.gate)));
		return {
			configPath: config.path,
			gate: config.gate,
			prompts: measured.map(({ prompt, metrics }) => checkedPrompt(prompt, metrics, config)),
			problems: [
				...brokenProblems(project),
				...problems,
				...models
			],
			warnings: [
				...project.warnings.map(problemText),
				...emptyWarning(project),
				...weak
			]
		};
	} finally {
		await repository.close();
	}
}
function checkedPrompt(prompt, metrics, settings) {
	const { version, golden } = prompt;
	const cases = golden.cases.length;
	const compared = planTrials(cases, settings, null);
	return {
		name: version.name,
		path: version.path,
		model: version.configuration.model,
		cases,
		gating: metrics.gating.map((metric) => metric.name),
		watched: metrics.watched.map((metric) => metric.name),
		notRun: version.notRun.map((entry) => `${entry.name} (${entry.reason})`),
		calls: {
			run: cases * trialsAlone(settings.run).candidate,
			comparison: cases * (compared.baseline + compared.candidate),
			confirmation: cases * 2 * 2
		}
	};
}

export { check as t };