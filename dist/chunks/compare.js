import { a as judgePlans, f as planRun, r as createGoldenMemory, t as applyTrust, w as createCodeRunner } from "./trust.js";
import { U as noVariants, _ as formatPlace, et as quote, k as nearest, n as UserError } from "./errors.js";
import { at as onlyWatch } from "./pack-outcome.js";
import { t as cacheOf } from "./run-store.js";
import { n as planVariants, t as changesToPlan } from "./plan-variants.js";
import { n as findChanges, t as allFactories, v as createScorer } from "./find-changes.js";
import { n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { s as renderTemplate } from "./registry2.js";
import { t as openRevisions } from "./revisions.js";
import { r as readAccepted, t as applyAcceptances } from "./apply-acceptances.js";
import { i as projectWarnings, n as brokenProblems, t as baseWarnings } from "./warnings.js";

// src/pipeline/project/guard-changes.ts
const listed$1 = 5;
const opening = "This pull request changes what decides how it is judged";
/** Workflows and actions of the repository, and who must review them. */
const guards = /^(?:\.github\/(?:workflows|actions)\/.+|(?:\.github\/|docs\/)?CODEOWNERS)$/;
/** The line of a workflow that names this Action and its version. */
const pin = /^.*\buses:\s*["']?[\w.-]+\/prompt-assay(?:\/[^@\s]*)?@.*$/gm;
/**
* What a head would change about its own judging that no run can hold against it: one sentence for a reviewer, none where
* nothing is changed.
*/
async function describeGuardChanges(baseline, head) {
	const paths = new Set((await Promise.all([baseline, head].map((tree) => tree.entries()))).flat().flatMap(({ path }) => guards.test(path) ? [path] : []));
	const changed = [];
	let pinned = false;
	for (const path of [...paths].sort()) {
		const [before, after] = await Promise.all([readText(baseline, path), readText(head, path)]);
		if (before === after) continue;
		changed.push(quote(path));
		pinned ||= String(before?.match(pin)) !== String(after?.match(pin));
	}
	if (changed.length === 0) return [];
	const more = changed.length > listed$1 ? `, and ${changed.length - listed$1} more` : "";
	const ofPin = pinned ? "; with them the version of Prompt Assay that runs" : "";
	return [`${opening}: ${changed.slice(0, listed$1).join(", ")}${more}${ofPin}. Look at it with care.`];
}
/** Whether a warning of a report is one of these. */
function isGuardWarning(warning) {
	return warning.startsWith(opening);
}
/** What cannot be read counts as another content than any text. */
async function readText(tree, path) {
	try {
		const bytes = await tree.read(path);
		return bytes === null ? null : Buffer.from(bytes).toString("utf8");
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return `unreadable at ${tree.label}`;
	}
}

// src/pipeline/project/choose-prompts.ts
/** Characters of a model's name; it becomes part of the name of a variant. */
const nameLimit = 256;
/**
* Variants are run of the prompts that were named, else of those that changed. Where none changed and models were asked
* for, of every prompt: whoever asks wants to see them compared. Throws a UserError for a prompt that is not there.
*/
function choosePrompts(changes, goalposts, options) {
	const { prompts, models } = options;
	const variants = models === void 0 ? goalposts.config.variants ?? [] : models.map(modelVariant);
	const present = changes.filter(({ candidate }) => candidate !== null);
	const fileVariants = options.variants === true ? findFileVariants(present) : /* @__PURE__ */ new Map();
	if (options.variants === true && fileVariants.size === 0 && variants.length === 0) throw new UserError(noVariants());
	const isVaried = ({ path }) => variants.length > 0 || fileVariants.has(path);
	if (prompts !== void 0) {
		const named = namedPrompts(prompts, present);
		return {
			changes: named,
			varied: named.filter(isVaried),
			variants,
			fileVariants
		};
	}
	const changed = present.filter(({ kind }) => kind === "changed" || kind === "new" || kind === "repaired");
	const isAsked = models !== void 0 || options.variants === true;
	return {
		changes,
		varied: (changed.some(isVaried) || !isAsked ? changed : present).filter(isVaried),
		variants,
		fileVariants
	};
}
/** The variants of each prompt that is there: `menu.formal.prompt` of `menu.prompt`. */
function findFileVariants(present) {
	const paths = new Set(present.map(({ path }) => path));
	const found = /* @__PURE__ */ new Map();
	for (const { candidate } of present) {
		const version = candidate?.version;
		if (version?.variantOf === void 0 || !paths.has(version.variantOf.path)) continue;
		const { path, name } = version.variantOf;
		found.set(path, [...found.get(path) ?? [], {
			name,
			version
		}]);
	}
	return found;
}
function modelVariant(model) {
	return {
		name: model.slice(0, nameLimit),
		model,
		parameters: {},
		place: { path: "--models" }
	};
}
function namedPrompts(names, present) {
	const isNamed = ({ name, path }, written) => name === written || path === written;
	const known = present.flatMap(({ name, path }) => [name, path]);
	const problems = names.filter((written) => !present.some((change) => isNamed(change, written))).map((written) => {
		const near = nearest(written, known);
		const all = [...new Set(present.map(({ name }) => name))].sort().slice(0, 20).join(", ");
		return {
			message: `--prompt names ${quote(written)}, which is no prompt here`,
			hint: near === null ? `Prompts here: ${all}.` : `Did you mean ${quote(near)}?`
		};
	});
	if (problems.length > 0) throw new UserError(problems);
	return present.filter((change) => names.some((written) => isNamed(change, written)));
}

// src/pipeline/project/goalpost-changes.ts
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
		accepted: config.accepted.map(({ fingerprint, reason, until }) => ({
			fingerprint,
			reason,
			until
		})),
		scorers,
		overrides,
		watch: config.watch,
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

// src/pipeline/project/judge-changes.ts
/**
* Judges that are not the same at both revisions, one sentence each: another model, rubric or scale is another judge, and
* scores by both cannot be held against each other.
*/
function describeJudgeChanges({ before, after, consequence }, factories) {
	const earlier = new Map(before.prompts.map((prompt) => [prompt.version.path, prompt]));
	const told = after.prompts.flatMap((prompt) => {
		const old = earlier.get(prompt.version.path);
		if (old === void 0) return [];
		const judges = findJudges(old, before, factories);
		return [...findJudges(prompt, after, factories)].flatMap(([name, judge]) => {
			const previous = judges.get(name);
			if (previous === void 0 || previous.fingerprint === judge.fingerprint) return [];
			return [`The judge ${name} changed (${listChanges(previous, judge)}): ${consequence}.`];
		});
	});
	return [...new Set(told)];
}
function findJudges({ scorers }, { scorerFiles }, factories) {
	const context = {
		files: scorerFiles,
		render: renderTemplate
	};
	return new Map(scorers.flatMap((spec) => {
		try {
			const scorer = createScorer(spec, context, factories);
			return [scorer, ...scorer.within ?? []].flatMap(({ metric, judge }) => judge === void 0 ? [] : [[metric.name, judge]]);
		} catch {
			return [];
		}
	}));
}
function listChanges(before, after) {
	const changes = [
		...before.kind === after.kind ? [] : [`kind ${before.kind} → ${after.kind}`],
		...before.models.join() === after.models.join() ? [] : [`model ${before.models.join(", ")} → ${after.models.join(", ")}`],
		...before.rubric === after.rubric ? [] : ["its rubric"],
		...canonicalHash(before.scale) === canonicalHash(after.scale) ? [] : ["its scale"]
	];
	return changes.length === 0 ? "how it is asked" : changes.join(", ");
}

// src/pipeline/compare.ts
/**
* Runs both versions of every changed prompt over its golden set, compares and decides.
* Throws a UserError with every mistake that must be mended before a call is made.
*/
async function compare(options) {
	const revisions = await openTrusted(options);
	const code = createCodeRunner(options);
	const golden = createGoldenMemory();
	try {
		const [project, branch] = await Promise.all([findChanges(revisions, options, golden), options.scope === void 0 ? revisions.repository.branch() : null]);
		const fromBase = revisions.goalpostsSource === "base";
		const fork = options.fork ?? false;
		const choice = choosePrompts(project.changes, project.goalposts, options);
		const changes = changesToPlan(choice);
		const factories = allFactories(options);
		const { plans, problems } = planRun({
			...project,
			changes,
			fromBase,
			fork,
			factories,
			code
		});
		const varied = planVariants(plans, choice);
		const goalpostChanges = fromBase ? describeGoalpostChanges(project.goalposts.config, project.head.config) : [];
		const { baseline, head, goalposts } = project;
		const judgeChanges = [{
			before: baseline,
			after: goalposts,
			consequence: "both versions are judged by the new one"
		}, ...fromBase ? [{
			before: goalposts,
			after: head,
			consequence: "the change is not applied here"
		}] : []].flatMap((revisions) => describeJudgeChanges(revisions, factories));
		const folder = cacheOf(project.goalposts.config) ?? ".assay";
		const committed = revisions.head.commit !== null && await holdsStore(revisions.head, folder);
		const { acceptances, lapsed } = readAccepted(project.goalposts.config.accepted, (options.now ?? (() => /* @__PURE__ */ new Date()))());
		const report = await judgePlans({
			command: "compare",
			plans: varied.plans,
			problems: [...brokenProblems(project.head), ...problems],
			baseline: revisions.baseline,
			head: revisions.head,
			goalposts: project.goalposts,
			goalpostsSource: revisions.goalpostsSource,
			warnings: [
				...options.restricted ? await describeGuardChanges(revisions.baseline, revisions.head) : [],
				...goalpostChanges,
				...judgeChanges,
				...baseWarnings([project.baseline, project.goalposts], project.head),
				...project.warnings,
				...projectWarnings(project.head, choice.varied.length > 0 ? changes : project.changes),
				...varied.warnings,
				...lapsed.map(({ place, until }) => `${formatPlace(place)}: the accepted regression lapsed on ${until}`),
				...committed ? [committedStore(folder)] : []
			],
			root: revisions.repository.root,
			checkOut: revisions.repository.checkOut,
			scope: options.scope ?? `branch ${branch ?? "of a detached head"}`,
			options: committed && options.store === void 0 ? {
				...options,
				store: false
			} : options
		});
		const settled = applyAcceptances(report, acceptances);
		return project.goalposts.config.watch ? onlyWatch(settled) : settled;
	} finally {
		golden.close();
		await code.close();
		await revisions.repository.close();
	}
}
async function openTrusted(options) {
	const revisions = await openRevisions(options);
	try {
		return await applyTrust(revisions, options);
	} catch (error) {
		await revisions.repository.close();
		throw error;
	}
}
/** Told where a committed store is left alone. */
function committedStore(folder) {
	return `the folder ${folder} is committed, so it is not used as the store; remove it from git`;
}
/** Whether the revision brings a store with it. */
async function holdsStore(tree, folder) {
	return (await tree.entries()).some((entry) => entry.path.startsWith(`${folder}/`));
}

export { isGuardWarning as i, compare as n, holdsStore as r, committedStore as t };