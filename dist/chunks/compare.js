import { a as projectWarnings, c as findChanges, n as baseWarnings, r as brokenProblems, s as allFactories } from "./repository.js";
import { n as canonicalJson, r as isObject } from "./json.js";
import { c as planRun, n as judgePlans } from "./judge-plans.js";
import { t as openRevisions } from "./revisions.js";

// src/pipeline/goalpost-changes.ts
const listed = 10;
/**
* What the head would change in assay.yml about how prompts are judged, one sentence each. It is shown beside the
* verdict, because the judging comes from the base.
*/
function describeGoalpostChanges(base, head) {
	const differences = differ("", judging(base), judging(head));
	const told = differences.slice(0, listed).map((each) => `assay.yml at the head changes ${each} (not applied here).`);
	return differences.length > listed ? [...told, `… and ${differences.length - listed} more changes.`] : told;
}
/** The settings that judge, by the keys a person writes. */
function judging(config) {
	const scorers = config.scorers.map(({ type, name, options }) => ({
		type,
		name,
		options
	}));
	const overrides = config.overrides.map(({ prompts, scorers: own, golden }) => ({
		prompts,
		golden,
		scorers: own?.map(({ type, name, options }) => ({
			type,
			name,
			options
		})) ?? null
	}));
	const providers = Object.fromEntries(Object.entries(config.providers).map(([name, { type, baseUrl, keyEnv, file }]) => [name, {
		type,
		baseUrl,
		keyEnv: keyEnv ?? null,
		file
	}]));
	const { metrics } = config.gate;
	const gateMetrics = metrics === null ? null : Object.fromEntries(Object.entries(metrics).map(([k, v]) => [k, { ...v }]));
	return {
		golden: config.golden,
		scorers,
		overrides,
		providers,
		gate: {
			...config.gate,
			metrics: gateMetrics
		}
	};
}
function differ(key, before, after) {
	if (before !== void 0 && after !== void 0 && isObject(before) && isObject(after)) return [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((each) => differ(key === "" ? each : `${key}.${each}`, before[each], after[each]));
	const [left, right] = [show(before), show(after)];
	return left === right ? [] : [`${key} from ${left} to ${right}`];
}
function show(value) {
	if (value === void 0) return "nothing";
	const text = canonicalJson(value);
	return text.length <= 80 ? text : `${text.slice(0, 79).toWellFormed()}…`;
}

// src/pipeline/compare.ts
/**
* Runs both versions of every changed prompt over its golden set, compares and decides.
* Throws a UserError with every mistake that must be mended before a call is made.
*/
async function compare(options) {
	const revisions = await openRevisions(options);
	try {
		const project = await findChanges(revisions, options);
		const fromBase = revisions.goalpostsSource === "base";
		const fork = options.fork ?? false;
		const { plans, problems } = planRun({
			...project,
			fromBase,
			fork,
			factories: allFactories(options)
		});
		const goalpostChanges = fromBase ? describeGoalpostChanges(project.goalposts.config, project.head.config) : [];
		const committed = revisions.head.commit !== null && await holdsStore(revisions.head);
		return await judgePlans({
			command: "compare",
			plans,
			problems: [...brokenProblems(project.head), ...problems],
			baseline: revisions.baseline,
			head: revisions.head,
			goalposts: project.goalposts,
			goalpostsSource: revisions.goalpostsSource,
			warnings: [
				...goalpostChanges,
				...baseWarnings([project.baseline, project.goalposts], project.head),
				...projectWarnings(project.head, project.changes),
				...committed ? [committedStore] : []
			],
			root: revisions.repository.root,
			scope: options.scope ?? `branch ${await revisions.repository.branch() ?? "of a detached head"}`,
			options: committed && options.store === void 0 ? {
				...options,
				store: false
			} : options
		});
	} finally {
		await revisions.repository.close();
	}
}
/** Told where a committed store is left alone. */
const committedStore = "the folder .assay is committed, so it is not used as the store; remove it from git";
/** Whether the revision brings a store with it. */
async function holdsStore(tree) {
	return (await tree.entries()).some((entry) => entry.path.startsWith(".assay/"));
}

export { compare as n, holdsStore as r, committedStore as t };