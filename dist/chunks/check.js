import { C as openRepository, c as brokenProblems, f as loadProject, i as loadOptions, l as problemText, t as allFactories } from "./find-changes.js";
import { d as findModel, f as findScorerModel, g as openPriceBook, h as scorerModelsOf, p as findUnsendable, s as planRun, y as createCodeRunner } from "./golden-memory.js";
import { a as resolveModel } from "./changed-parts.js";
import { b as refuseJudges, g as addStandings, o as judgeVersion } from "./pack-outcome.js";
import { n as estimatePrompt, r as nothing } from "./estimate-run.js";
import { i as usualPassRate, r as trialsAlone, t as planTrials } from "./plan-trials.js";
import { n as planVariants } from "./plan-variants.js";
import { n as smallestMargin, t as metricsOfPrompt } from "./prompt-metrics.js";
import { t as findPastChanges } from "./past-changes.js";
import { _ as effectiveCases } from "./compare-metric.js";
import { t as powerOf } from "./golden-power.js";
import { n as emptyWarning, t as asNew } from "./run2.js";

// src/pipeline/project/version-warnings.ts
/** Changes further back are not looked at: who checks waits for it. */
const mostChanges = 500;
/**
* Where prompts state versions: behaviour that changed without a bump, a version that went backwards, and one that stands
* for different prompts in the history. The history is read only where some prompt states a version.
*/
async function warnOfVersions(repository, project, options) {
	const versioned = project.prompts.filter(({ version }) => version.semanticVersion !== null);
	if (versioned.length === 0) return [];
	const { found } = await findPastChanges(repository, await repository.history("HEAD"), project, {
		last: mostChanges,
		load: loadOptions(repository.prefix, options),
		environment: { ...options.environment },
		fromNothing: true,
		wants: ({ change }) => change.kind === "changed" || change.kind === "new"
	});
	return versioned.flatMap(({ version: today }) => {
		const past = found.flatMap(({ commit, prompts }) => prompts.flatMap(({ change, pathToday }) => change.candidate === null || pathToday !== today.path ? [] : [{
			commit: commit.commit,
			version: change.candidate.version
		}]));
		const [last] = past;
		const wrong = last === void 0 ? null : judgeVersion(last.version, today);
		return [...wrong === null ? [] : [`${today.path} ${wrong}`], ...usedTwice(today, past)];
	});
}
function usedTwice(today, past) {
	const uses = /* @__PURE__ */ new Map();
	for (const { commit, version } of past) {
		if (version.semanticVersion === null) continue;
		const commits = uses.get(version.semanticVersion) ?? /* @__PURE__ */ new Map();
		uses.set(version.semanticVersion, commits.set(version.fingerprint, commit.slice(0, 7)));
	}
	return [...uses].flatMap(([number, commits]) => commits.size < 2 ? [] : [`${today.path}: version ${number} stands for ${commits.size} different prompts: ${[...commits.values()].join(", ")}`]);
}

// src/pipeline/project/weak-golden.ts
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
	const code = createCodeRunner(options);
	try {
		const tree = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const project = await loadProject(tree, loadOptions(repository.prefix, options));
		const factories = allFactories(options);
		const changes = project.prompts.map(asNew);
		const { plans, problems } = planRun({
			changes,
			baseline: null,
			head: project,
			goalposts: project,
			fromBase: false,
			fork: false,
			factories,
			code
		});
		const judges = scorerModelsOf(plans).flatMap((use) => {
			const found = findScorerModel(use, project, options);
			return "problem" in found ? [found.problem] : [];
		});
		const { config } = project;
		const distrusted = refuseJudges(await addStandings(plans, tree, config.directory), config.gate.minKappa);
		const variants = planVariants(plans, {
			changes,
			varied: changes,
			variants: config.variants ?? []
		}).plans;
		const models = [...project.prompts.map(({ version }) => version), ...variants.flatMap(({ variant, candidate }) => variant === void 0 || candidate === null ? [] : [candidate])].flatMap((version) => {
			const found = findModel(version, project, options);
			return "problem" in found ? [found.problem] : [];
		});
		const measured = project.prompts.map((prompt) => ({
			prompt,
			metrics: metricsOfPrompt(prompt, project, options)
		}));
		const weak = measured.flatMap(({ prompt, metrics }) => warnOfWeakGolden(prompt, config, smallestMargin(metrics, config.gate)));
		return {
			configPath: config.path,
			gate: config.gate,
			prompts: await Promise.all(measured.map(async ({ prompt, metrics }) => ({
				...checkedPrompt(prompt, metrics, config, plans),
				estimate: await estimateComparison(prompt, plans, project, options)
			}))),
			problems: [
				...brokenProblems(project),
				...problems,
				...models,
				...judges,
				...distrusted,
				...findUnsendable(variants, project, options)
			],
			warnings: [
				...project.warnings.map(problemText),
				...emptyWarning(project),
				...weak,
				...await warnOfVersions(repository, project, options)
			]
		};
	} finally {
		await code.close();
		await repository.close();
	}
}
/** What a comparison of a prompt with itself takes at most, where nothing is stored. */
async function estimateComparison(prompt, plans, project, options) {
	const { version, golden } = prompt;
	const plan = plans.find(({ candidate }) => candidate === version);
	const { config } = project;
	const now = (options.now ?? (() => /* @__PURE__ */ new Date()))();
	const book = openPriceBook({
		config,
		environment: options.environment,
		now
	});
	const providers = {
		...config.providers,
		...options.providers
	};
	const priceOf = async (model) => {
		const found = resolveModel(model, providers);
		return "problem" in found ? null : book.priceOf(model, {
			name: found.provider,
			config: found.config
		});
	};
	const price = await priceOf(version.configuration.model ?? "");
	const scorers = plan?.cases.flatMap(({ testCase }) => plan.scorersFor(testCase)) ?? [];
	const asked = new Set(scorers.flatMap(({ asks = [] }) => asks.map(({ model }) => model)));
	const prices = /* @__PURE__ */ new Map();
	for (const model of asked) prices.set(model, await priceOf(model));
	const trials = planTrials(golden.cases.length, config, null);
	const arms = ["baseline", "candidate"].map((arm) => ({
		version,
		arm,
		calls: golden.cases.length * trials[arm],
		price
	}));
	return plan === void 0 ? {
		samples: nothing,
		scorers: nothing
	} : estimatePrompt(plan, arms, (model) => prices.get(model) ?? null);
}
function checkedPrompt(prompt, metrics, settings, plans) {
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
		calls: countCalls(prompt, plans, {
			run: trialsAlone(settings.run).candidate,
			comparison: compared.baseline + compared.candidate * (1 + (settings.variants ?? []).length),
			confirmation: 2 * 2
		})
	};
}
/** Calls over all cases for so many samples of each: the samples themselves, and what scorers ask about them. */
function countCalls({ version, golden }, plans, samples) {
	const plan = plans.find(({ candidate }) => candidate === version);
	const asks = golden.cases.map((each) => plan?.scorersFor(each).flatMap(({ asks = [] }) => asks) ?? []);
	const sumOf = (of) => asks.reduce((sum, uses) => sum + uses.reduce((part, use) => part + of(use), 0), 0);
	const alone = sumOf(({ calls, perPair }) => perPair ? 0 : calls);
	const paired = sumOf(({ calls, perPair }) => perPair ? calls / 2 : 0);
	const cases = golden.cases.length;
	return {
		run: samples.run * (cases + alone),
		comparison: Math.ceil(samples.comparison * (cases + alone + paired)),
		confirmation: Math.ceil(samples.confirmation * (cases + alone + paired)),
		opinions: samples.comparison * sumOf(({ furtherCalls = 0 }) => furtherCalls)
	};
}

export { check as t };