import { t as openRepository } from "./repository.js";
import { _ as findScorerModel, b as scorerModelsOf, c as estimatePlan, f as planRun, g as findModel, l as openPrices, v as findUnsendable, w as createCodeRunner } from "./trust.js";
import { E as refuseJudges, S as addStandings, g as examineGolden, l as judgeVersion } from "./pack-outcome.js";
import { et as quote } from "./errors.js";
import { r as isObject } from "./json.js";
import { i as resolveModel } from "./registry.js";
import { r as nothing, t as addEstimates } from "./estimate-run.js";
import { a as usualPassRate, i as trialsAlone, r as planTrials, t as powerOf } from "./golden-power.js";
import { n as planVariants } from "./plan-variants.js";
import { n as smallestMargin, t as metricsOfPrompt } from "./prompt-metrics.js";
import { c as loadProject, i as loadOptions, p as warnOfUnmatched, t as allFactories } from "./find-changes.js";
import { n as fileOfPrompt } from "./repository-path.js";
import { n as findPastChanges, t as bringsVersion } from "./past-changes.js";
import { E as effectiveCases } from "./compare-metric.js";
import { n as createShield } from "./shield.js";
import { n as emptyWarning, t as asNew } from "./run2.js";
import { n as brokenProblems, r as problemText } from "./warnings.js";

// src/models/known-limits.ts
const retired = {
	openai: [
		{
			name: /^text-(?:davinci-00[123]|(?:curie|babbage|ada)-001)$/,
			from: "2024-01-04"
		},
		{
			name: /^gpt-3\.5-turbo-(?:0301|(?:16k-)?0613)$/,
			from: "2024-09-13"
		},
		{
			name: /^gpt-4-(?:1106-)?vision-preview$/,
			from: "2024-12-06"
		},
		{
			name: /^gpt-4-32k(?:-0314|-0613)?$/,
			from: "2025-06-06"
		},
		{
			name: /^gpt-4\.5-preview$/,
			from: "2025-07-14"
		},
		{
			name: /^o1-preview$/,
			from: "2025-07-28"
		},
		{
			name: /^o1-mini$/,
			from: "2025-10-27"
		},
		{
			name: /^gpt-5(?:\.1)?-(?:chat-latest|codex)$/,
			from: "2026-07-23"
		},
		{
			name: /^gpt-5\.(?:1-codex-(?:max|mini)|2-codex)$/,
			from: "2026-07-23"
		},
		{
			name: /^gpt-5\.[23]-chat-latest$/,
			from: "2026-08-10"
		},
		{
			name: /^(?:gpt-3\.5-turbo-(?:1106|instruct)|babbage-002|davinci-002)$/,
			from: "2026-09-28"
		},
		{
			name: /^gpt-3\.5-turbo(?:-0125)?$/,
			from: "2026-10-23"
		},
		{
			name: /^gpt-4(?:-0613|-1106-preview|-turbo|-turbo-2024-04-09)?$/,
			from: "2026-10-23"
		},
		{
			name: /^(?:gpt-4\.1-nano(?:-2025-04-14)?|gpt-4o-2024-05-13)$/,
			from: "2026-10-23"
		},
		{
			name: /^(?:o1(?:-2024-12-17)?|o1-pro(?:-2025-03-19)?)$/,
			from: "2026-10-23"
		},
		{
			name: /^(?:o3-mini(?:-2025-01-31)?|o4-mini(?:-2025-04-16)?)$/,
			from: "2026-10-23"
		},
		{
			name: /^gpt-5(?:(?:-mini|-nano)?(?:-2025-08-07)?|-pro(?:-2025-10-06)?)$/,
			from: "2026-12-11"
		},
		{
			name: /^o3(?:-2025-04-16|-pro|-pro-2025-06-10)?$/,
			from: "2026-12-11"
		},
		{
			name: /^gpt-4o(?:-2024-08-06|-2024-11-20|-mini|-mini-2024-07-18)?$/,
			from: "2027-01-14"
		},
		{
			name: /^gpt-4\.1(?:-mini)?(?:-2025-04-14)?$/,
			from: "2027-01-14"
		},
		{
			name: /^gpt-5\.1$/,
			from: "2027-04-01"
		}
	],
	anthropic: [
		{
			name: /^claude-(?:1|instant)/,
			from: "2024-11-06"
		},
		{
			name: /^claude-(?:2|3-sonnet)/,
			from: "2025-07-21"
		},
		{
			name: /^claude-3-5-sonnet/,
			from: "2025-10-28"
		},
		{
			name: /^claude-3-opus/,
			from: "2026-01-05"
		},
		{
			name: /^claude-3-(?:5-haiku|7-sonnet)/,
			from: "2026-02-19"
		},
		{
			name: /^claude-3-haiku/,
			from: "2026-04-20"
		},
		{
			name: /^claude-(?:opus|sonnet)-4(?:-0|-20250514)?$/,
			from: "2026-06-15"
		},
		{
			name: /^claude-opus-4-1(?:-|$)/,
			from: "2026-08-05"
		},
		{
			name: /^claude-sonnet-4-5(?:-|$)/,
			from: "2026-11-30"
		}
	],
	google: [{
		name: /^gemini-2\.0-flash(?:-lite)?(?:-001)?$/,
		from: "2026-06-01"
	}, {
		name: /^gemini-2\.5-(?:pro|flash)$/,
		from: "2026-12-01"
	}]
};
/** The day from which a model answers no more, past or to come; null where none is known. */
function retirementOf(provider, model) {
	return (Object.hasOwn(retired, provider) ? retired[provider] ?? [] : []).find(({ name }) => name.test(model))?.from ?? null;
}
/** Values that are taken where others are refused. */
const openAiDefaults = {
	temperature: 1,
	top_p: 1,
	presence_penalty: 0,
	frequency_penalty: 0,
	logprobs: false
};
/** Parameters that are set to what the model will not take. */
function refusedParameters(provider, model, parameters) {
	const isSet = (name) => Object.hasOwn(parameters, name) && parameters[name] !== null;
	const notDefault = (names, defaults) => names.filter((name) => isSet(name) && (!Object.hasOwn(defaults, name) || parameters[name] !== defaults[name]));
	if (provider === "openai" || provider === "azure") {
		if (/^(?:o1|o3|o3-mini|o4-mini|gpt-5(?:-mini|-nano|-pro)?)(?:-\d{4}-\d\d-\d\d)?$/.test(model)) return notDefault([
			...Object.keys(openAiDefaults),
			"top_logprobs",
			"logit_bias",
			"max_tokens"
		], openAiDefaults);
		if (/^gpt-6(?:[.-]|$)/.test(model) && !isToldNotToReason(parameters)) return notDefault([
			"temperature",
			"top_p",
			"logprobs",
			"top_logprobs"
		], openAiDefaults);
		return [];
	}
	if (provider === "anthropic") {
		if (/^claude-(?:opus-4-[78]|sonnet-5|haiku-5-5)(?:-|$)/.test(model)) return notDefault([
			"temperature",
			"top_p",
			"top_k"
		], {
			temperature: 1,
			top_p: 1
		});
		return /^claude-(?:opus-4-[156]|sonnet-4-[56]|haiku-4-5)(?:-|$)/.test(model) && isSet("temperature") && isSet("top_p") ? ["temperature beside top_p"] : [];
	}
	return [];
}
function isToldNotToReason({ reasoning_effort: effort, reasoning }) {
	return effort === "none" || isObject(reasoning) && reasoning["effort"] === "none";
}

// src/prompts/hints/checklists.ts
/** English alone is looked for: of other languages nothing is said. */
const english = /\b(?:the|and|of|to|is|you|in|for)\b/gi;
/**
* The parts of RACE (role, action, context, expectation) and CRISPE (capacity and role, insight, statement, personality,
* experiment), as far as words show them. What all prompts have in some way, the task itself, is not looked for.
*/
const checklistParts = [
	{
		name: "role",
		of: "RACE, CRISPE",
		isThere: (text) => /\b(?:you are|you're|you act|act as|as an? (?:expert|assistant|senior|professional)|your (?:role|job|task)|imagine you)\b/i.test(text)
	},
	{
		name: "context",
		of: "RACE, CRISPE",
		isThere: (text, { variables }) => variables.length > 0 || /\b(?:context|background|given|following|based on|below|company|customers?|users?)\b/i.test(text)
	},
	{
		name: "expectation of the answer",
		of: "RACE",
		isThere: (text, { configuration: { format, tools } }) => format !== null || tools !== null || /\b(?:answer|respond|reply|return|output|format|json|xml|markdown|list|sentences?|words?|bullets?|only|exactly|at most|must)\b/i.test(text)
	},
	{
		name: "tone",
		of: "CRISPE",
		isThere: (text, { configuration: { format } }) => format !== null || /\b(?:json|xml|tone|style|voice|concise|brief|short|friendly|polite|formal|informal|professional|plain|simple|neutral|warm|helpful)\b/i.test(text)
	},
	{
		name: "example",
		of: "CRISPE",
		isThere: (text, { configuration: { messages } }) => messages.some(({ role }) => role === "assistant") || /\b(?:examples?|e\.g\.|for instance|such as|input:|output:)/i.test(text)
	}
];
/** The parts that a prompt lacks; null where its language is not known. */
function findMissingParts(version) {
	const text = version.configuration.messages.map(({ content }) => content).join("\n");
	const words = text.match(/\p{L}+/gu)?.length ?? 0;
	if (words === 0 || (text.match(english)?.length ?? 0) < Math.max(1, words * .05)) return null;
	return checklistParts.filter(({ isThere }) => !isThere(text, version));
}

// src/prompts/hints/find-unbalanced.ts
const fence = /^(`{3,}|~{3,})/;
const inlineCode = /`[^`\n]*`/g;
const tag = /<(\/?)([A-Za-z][\w-]{0,40})(?:\s[^<>]*)?>/g;
/** What a prompt opens and does not close, or closes and never opened: fences of code, tags, double braces. */
function findUnbalanced({ messages, partials = {}, template }) {
	const texts = [...messages.map(({ content }) => content), ...Object.values(partials)];
	return [
		...texts.some(hasOpenFence) ? ["a fence of code is not closed"] : [],
		...findTags(texts),
		...template === void 0 && texts.some(hasOpenBraces) ? ["{{ and }} are not as many"] : []
	];
}
function hasOpenFence(text) {
	return readFences(text).isOpen;
}
/** The lines that stand in no closed fence of code, and whether the last fence is never closed. */
function readFences(text) {
	const words = [];
	/** What the fence at hand begins with, and its lines so far. */
	let open = null;
	let within = [];
	for (const line of text.split("\n")) {
		const [mark] = fence.exec(line) ?? [];
		if (open === null && mark === void 0) words.push(line);
		else if (open === null) [open, within] = [mark ?? null, []];
		else if (mark?.startsWith(open) && line.slice(mark.length).trim() === "") open = null;
		else within.push(line);
	}
	const isOpen = open !== null;
	return {
		words: [...words, ...isOpen ? within : []].join("\n"),
		isOpen
	};
}
function hasOpenBraces(text) {
	return text.split("{{").length !== text.split("}}").length;
}
/**
* Tags count over all messages, for one may open and another close. A tag that is never closed anywhere is a placeholder
* (`answer with <category>`), and what stands in code is none.
*/
function findTags(texts) {
	const counts = /* @__PURE__ */ new Map();
	for (const text of texts) {
		const words = readFences(text).words.replace(inlineCode, "");
		for (const [whole, slash, name = ""] of words.matchAll(tag)) {
			if (whole.endsWith("/>")) continue;
			const count = counts.get(name) ?? {
				opened: 0,
				closed: 0
			};
			if (slash === "/") count.closed++;
			else count.opened++;
			counts.set(name, count);
		}
	}
	return [...counts].flatMap(([name, { opened, closed }]) => {
		if (closed === 0 || opened === closed) return [];
		return [`<${name}> is opened ${times(opened)} and closed ${times(closed)}`];
	});
}
function times(count) {
	return count === 1 ? "once" : `${count} times`;
}

// src/prompts/hints/find-unused.ts
/** Names that stand nowhere in a prompt's texts. A template may read a name in ways that only running it shows. */
function findUnused({ configuration, variables }, names) {
	const { messages, partials = {}, template } = configuration;
	const text = [...messages.map(({ content }) => content), ...Object.values(partials)].join("\n");
	const used = new Set(variables.map(({ name }) => name.split(".")[0]));
	const open = names.filter((name) => !used.has(name));
	const inBraces = (name) => text.includes(`{${name}}`);
	return {
		unused: open.filter((name) => !text.includes(name)),
		singleBraces: template === void 0 ? open.filter(inBraces) : []
	};
}

// src/pipeline/health/prompt-hints.ts
/** Names that are told one by one. */
const mostNames = 3;
/**
* What is likely not meant, one line each: what is never closed, what cases bring in vain, a model or a parameter that the
* provider will not take. `price` is that of the model: null where nobody knows one.
*/
function hintsOf(prompt, price, { config }, options) {
	const { version, golden } = prompt;
	const brought = [...new Set(golden.cases.flatMap(({ vars }) => Object.keys(vars)))];
	const { unused, singleBraces } = findUnused(version, brought);
	return [
		...findUnbalanced(version.configuration),
		...singleBraces.length === 0 ? [] : [`${list(singleBraces.map((name) => `{${name}}`))} in single braces is sent as it is; write {{${singleBraces[0]}}}`],
		...unused.length === 0 ? [] : [`cases bring ${list(unused)}, which the prompt does not use`],
		...hintsOfModel(prompt, price, {
			...config.providers,
			...options.providers
		}, options.now?.() ?? /* @__PURE__ */ new Date())
	];
}
function hintsOfModel({ version }, price, providers, now) {
	const { model: written, parameters } = version.configuration;
	const found = written === null ? null : resolveModel(written, providers);
	if (written === null || found === null || "problems" in found) return [];
	const own = Object.hasOwn(providers, found.provider) ? null : found.provider;
	const retirement = own === null ? null : retirementOf(own, found.model);
	const isPast = retirement !== null && retirement <= now.toISOString().slice(0, 10);
	const refused = own === null ? [] : refusedParameters(own, found.model, parameters);
	return [
		...own !== null && price === null ? [`the price list does not know ${quote(written)}: a slip of the pen, or add it under prices`] : [],
		...retirement === null ? [] : [`${quote(written)} ${isPast ? "was retired" : "will be retired"} on ${retirement}: name another model`],
		...refused.length === 0 ? [] : [`${quote(written)} refuses ${refused.join(", ")}: ${mendRefused(refused)}`]
	];
}
function mendRefused(refused) {
	const limit = refused.includes("max_tokens") ? "its limit is called max_completion_tokens" : "";
	if (refused.every((name) => name === "max_tokens")) return limit;
	const others = refused.some((name) => name.includes(" beside ")) ? "leave one of them out" : "leave it unset";
	return limit === "" ? others : `${limit}, the rest stays unset`;
}
/** What the usual checklists miss, over all prompts: a line for each part, the names of few. */
function checklistHints(prompts) {
	const missing = prompts.flatMap(({ version }) => {
		const parts = findMissingParts(version);
		return parts === null ? [] : [{
			name: version.name,
			parts
		}];
	});
	return checklistParts.flatMap((part) => {
		const lacking = missing.filter(({ parts }) => parts.includes(part)).map(({ name }) => name);
		if (lacking.length === 0) return [];
		return [`no ${part.name} (${part.of}) in ${lacking.length} of ${prompts.length}: ${list(lacking)}`];
	});
}
function list(names) {
	const more = names.length - mostNames;
	const told = names.slice(0, mostNames).join(", ");
	return more > 0 ? `${told} and ${more} more` : told;
}

// src/pipeline/project/version-warnings.ts
/** Changes further back are not looked at: who checks waits for it. */
const mostChanges = 500;
/**
* Where prompts state versions: behaviour that changed without a bump, a version that went backwards, and one that stands
* for different prompts in the history. The history is read only where some prompt states a version, or did.
*/
async function warnOfVersions(repository, project, options) {
	const stating = await findStating(repository, project);
	if (stating.length === 0) return [];
	const { found } = await findPastChanges(repository, await repository.history("HEAD"), project, {
		last: mostChanges,
		load: loadOptions(repository.prefix, options),
		environment: { ...options.environment },
		fromNothing: true,
		wants: bringsVersion
	});
	return stating.flatMap((today) => {
		const past = found.flatMap(({ commit, prompts }) => prompts.flatMap(({ change, pathToday }) => change.candidate === null || pathToday !== today.path ? [] : [{
			commit: commit.commit.slice(0, 7),
			version: change.candidate.version
		}]));
		const before = findBefore(today, past.map(({ version }) => version));
		const wrong = before === null ? null : judgeVersion(before, today);
		const told = before?.semanticVersion === today.semanticVersion ? today.semanticVersion : null;
		return [...wrong === null ? [] : [`${today.path} ${wrong}`], ...usedTwice(today, past).filter(({ number }) => number !== told).map(({ warning }) => warning)];
	});
}
/** Prompts that state a version, or whose file did at the last commit. */
async function findStating(repository, { prompts }) {
	const head = await repository.tree("HEAD").catch(() => null);
	const stated = async ({ path }) => /^\W{0,4}version\W/m.test(new TextDecoder().decode(await head?.read(fileOfPrompt(path)) ?? /* @__PURE__ */ new Uint8Array()));
	return (await Promise.all(prompts.map(async ({ version }) => version.semanticVersion !== null || await stated(version) ? [version] : []))).flat();
}
/**
* What today's version is judged beside: the last commit; and where that is today's version itself, as it is wherever a pull
* request is checked, the one before. Null where there is none, and where what was there before is back: a roll-back.
*/
function findBefore(today, past) {
	const { fingerprint, semanticVersion } = today;
	const isSame = (each) => each.fingerprint === fingerprint && each.semanticVersion === semanticVersion;
	const [last, ...earlier] = past;
	if (last === void 0) return null;
	if (!isSame(last)) return past.some(isSame) ? null : last;
	if (earlier.some(isSame)) return null;
	return earlier[0] ?? null;
}
/** Numbers that stand for different prompts, among the commits and in the working tree. */
function usedTwice(today, past) {
	const uses = /* @__PURE__ */ new Map();
	for (const { commit, version } of [{
		commit: "the working tree",
		version: today
	}, ...past]) {
		if (version.semanticVersion === null) continue;
		const commits = uses.get(version.semanticVersion) ?? /* @__PURE__ */ new Map();
		uses.set(version.semanticVersion, commits.set(version.fingerprint, commit));
	}
	return [...uses].flatMap(([number, commits]) => commits.size < 2 ? [] : [{
		number,
		warning: `${today.path}: version ${number} stands for ${commits.size} different prompts: ${[...commits.values()].join(", ")}`
	}]);
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
/** Cases of one golden set whose texts are looked at for their health: some seconds' worth. */
const mostRead = 1e4;
/** Checks assay.yml, prompts, golden sets, scorers and the names of models. Makes no call and needs no key. */
async function check(options) {
	const repository = await openRepository(options.directory, { ...options.environment });
	const code = createCodeRunner(options);
	try {
		const tree = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const project = await loadProject(tree, loadOptions(repository.prefix, options));
		const factories = allFactories(options);
		const changes = project.prompts.map(asNew);
		const { plans, problems, later } = planRun({
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
			return "problems" in found ? found.problems : [];
		});
		const { config } = project;
		const distrusted = refuseJudges(await addStandings(plans, tree, config.directory), config.gate.minKappa);
		const variants = planVariants(plans, {
			changes,
			varied: changes,
			variants: config.variants ?? [],
			fileVariants: /* @__PURE__ */ new Map()
		}).plans;
		const models = [...project.prompts.map(({ version }) => version), ...variants.flatMap(({ variant, candidate }) => variant === void 0 || candidate === null ? [] : [candidate])].flatMap((version) => {
			const found = findModel(version, project, options);
			return "problems" in found ? found.problems : [];
		});
		const measured = project.prompts.map((prompt) => ({
			prompt,
			metrics: metricsOfPrompt(prompt, project, options)
		}));
		const weak = measured.flatMap(({ prompt, metrics }) => warnOfWeakGolden(prompt, config, smallestMargin(metrics, config.gate)));
		const prompts = await Promise.all(measured.map(async ({ prompt, metrics }) => ({
			...checkedPrompt(prompt, metrics, config, plans),
			estimate: await estimateComparison(prompt, [...plans, ...variants], project, options),
			health: await examine(prompt, plans, config),
			hints: hintsOf(prompt, await priceOf(prompt, project, options), project, options)
		})));
		return createShield(config).told({
			configPath: config.path,
			gate: config.gate,
			prompts,
			total: addEstimates(prompts.map(({ estimate }) => estimate)),
			hints: checklistHints(project.prompts),
			problems: [
				...brokenProblems(project),
				...problems.filter((problem) => !later.includes(problem)),
				...models,
				...judges,
				...distrusted,
				...findUnsendable(variants, project, options)
			],
			warnings: [
				...project.warnings.map(problemText),
				...emptyWarning(project),
				...later.map(problemText),
				...weak,
				...await warnOfUnmatched(project.tree, project.config),
				...await warnOfVersions(repository, project, options)
			]
		});
	} finally {
		await code.close();
		await repository.close();
	}
}
/** How good a golden set is, as far as that shows before it is run. */
async function examine({ version, golden }, plans, config) {
	const plan = plans.find(({ candidate }) => candidate === version);
	if (plan === void 0 || golden.cases.length === 0) return null;
	return examineGolden({
		cases: golden.cases,
		version,
		scorersFor: plan.scorersFor,
		config,
		mostRead
	});
}
/** Of the model that a prompt asks; null where nobody knows. */
function priceOf({ version }, project, options) {
	return openPrices(project.config, options)(version.configuration.model ?? "");
}
/** What a comparison of a prompt with itself and its variants takes at most, where nothing is stored. */
async function estimateComparison({ version }, plans, { config }, options) {
	const plan = plans.find(({ candidate }) => candidate === version);
	if (plan === void 0) return {
		samples: nothing,
		scorers: nothing
	};
	const varied = plans.flatMap(({ variant, candidate }) => variant?.prompt === version.name && candidate !== null ? [candidate] : []);
	return estimatePlan({
		...plan,
		baseline: plan.candidate
	}, config, options, varied);
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