import { t as openRepository } from "./repository.js";
import { et as quote, k as nearest, n as UserError, ut as throwProblems } from "./errors.js";
import { c as loadProject, g as copyCase, i as loadOptions, t as allFactories } from "./find-changes.js";
import { f as planRun, h as connectProviders, x as createExecutor } from "./trust.js";
import { C as calibrationPath, T as judgesOf, d as callSettings } from "./pack-outcome.js";
import { r as isObject } from "./json.js";
import { i as openRunStore, o as storePlace, s as storeWarnings } from "./run-store.js";
import { n as categoryOf, r as measureJudge, t as categoriesOf } from "./measure-judge.js";
import { t as asNew } from "./run2.js";
import { n as brokenProblems } from "./warnings.js";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix, resolve } from "node:path";

// src/pipeline/kept/labels.ts
/** More mistakes than this are not told. */
const mistakeLimit = 20;
/** Reads labels, one JSON object a line, with every mistake. */
function readLabels(path, text) {
	const labels = [];
	const problems = [];
	for (const [index, line] of text.split("\n").entries()) {
		if (line.trim() === "" || problems.length >= mistakeLimit) continue;
		const place = {
			path,
			line: index + 1
		};
		const read = readLabel(line, place);
		if ("message" in read) problems.push({
			...read,
			place
		});
		else labels.push(read);
	}
	return {
		labels,
		problems
	};
}
function readLabel(line, place) {
	const value = parse(line);
	if (!isObject(value)) return {
		message: "not a JSON object",
		hint: example
	};
	const { output, baseline, candidate, label, id, vars, expected, context } = value;
	const name = typeof label === "boolean" ? label ? "pass" : "fail" : String(label ?? "");
	if (![
		"string",
		"boolean",
		"number"
	].includes(typeof label) || name === "") return {
		message: "the label is missing",
		hint: example
	};
	if (typeof id !== "string" && typeof id !== "number") return {
		message: "the case's id is missing",
		hint: example
	};
	const shown = typeof output === "string" ? { output } : typeof baseline === "string" && typeof candidate === "string" ? {
		baseline,
		candidate
	} : null;
	if (shown === null) return {
		message: "there is no output, nor a baseline and a candidate",
		hint: example
	};
	if ("baseline" in shown && ![
		"baseline",
		"candidate",
		"tie"
	].includes(name)) return {
		message: `the label of a pair is ${quote(name)}`,
		hint: "It is baseline, candidate or tie."
	};
	return {
		prompt: textOf(value["prompt"]),
		scorer: textOf(value["scorer"]),
		id: String(id),
		shown,
		label: name,
		own: {
			...isObject(vars) ? { vars } : {},
			...expected === void 0 ? {} : { expected },
			...context === void 0 ? {} : { context }
		},
		place
	};
}
const example = "For example: {\"prompt\": \"prompts/a.prompt.yml\", \"id\": \"greeting\", \"output\": \"Hello\", \"label\": \"pass\"}";
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
function parse(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

// src/pipeline/calibrate.ts
/** Nothing is logged: what was judged stands in the file of labels. */
const noLog = {
	append: () => {},
	read: () => null,
	writeInOrder: () => "",
	close: () => {}
};
/**
* Runs the judges of a project over labels of people, and keeps how far they agree beside assay.yml. Throws a UserError
* with every mistake in the labels before a call is made.
*
* @param file of labels, relative to the options' directory
* @param wanted the one judge to measure; unset: all that have labels
*/
async function calibrate(options, file, wanted) {
	const { labels, problems } = readLabels(file, await readFileAt(options.directory, file));
	const repository = await openRepository(options.directory, { ...options.environment });
	try {
		const project = await loadProject(await repository.workingTree(), loadOptions(repository.prefix, options));
		const { plans: all, problems: mistakes } = planRun({
			changes: project.prompts.map(asNew),
			baseline: null,
			head: project,
			goalposts: project,
			fromBase: false,
			fork: false,
			factories: allFactories(options)
		});
		const plans = all.map((plan) => ({
			...plan,
			candidate: null
		}));
		const assigned = assignLabels(labels, plans, wanted);
		const told = [
			...problems,
			...brokenProblems(project),
			...mistakes,
			...assigned.problems
		];
		if (told.length === 0 && assigned.judges.length === 0) throw new UserError(noLabels(file));
		throwProblems(told);
		const connection = await connectProviders(onlyAsking(plans, assigned.judges), project, repository.root, options);
		throwProblems(connection.problems);
		const warnings = [];
		const providers = Object.values(project.config.providers);
		const place = storePlace(repository.root, project.config);
		const store = openRunStore(place, providers, options, "calibrate", (warning) => warnings.push(warning));
		const settings = {
			...project.config.run,
			...callSettings(connection, project.config)
		};
		const executor = createExecutor(connection, settings, noLog, store?.journal ?? null, options);
		try {
			const now = (options.now ?? (() => /* @__PURE__ */ new Date()))();
			const judges = [];
			for (const { scorer, judge, labelled } of assigned.judges) {
				const measured = await measureJudge(scorer, judge, labelled, executor, now);
				const path = posix.join(project.config.directory, calibrationPath(scorer.metric.name));
				if (measured.calibration.labels > 0) await writeJson(join(repository.root, path), measured.calibration);
				judges.push({
					...measured,
					path
				});
			}
			if (store !== null) warnings.push(...storeWarnings(store));
			const { made, cached } = executor.counts;
			return {
				judges,
				calls: {
					made,
					cached,
					failed: executor.failures.length
				},
				warnings
			};
		} finally {
			executor.close();
			store?.store.close();
		}
	} finally {
		await repository.close();
	}
}
/** Every label to the judges that it is for; what fits none is told. */
function assignLabels(labels, plans, wanted) {
	const problems = [];
	const judges = /* @__PURE__ */ new Map();
	const known = [...new Set(plans.flatMap((plan) => judgesOf(plan).map(({ metric }) => metric.name)))];
	if (known.length === 0) problems.push({
		message: "no scorer of this project is a judge",
		hint: addOne
	});
	else if (wanted !== void 0 && !known.includes(wanted)) problems.push({
		message: `no judge is called ${quote(wanted)}`,
		hint: `Judges here: ${known.join(", ")}.`
	});
	if (problems.length > 0) return {
		judges: [],
		problems
	};
	for (const label of labels) {
		const name = label.scorer ?? wanted;
		if (wanted !== void 0 && name !== wanted) continue;
		const found = findPlan(label, plans);
		if ("message" in found) {
			problems.push({
				...found,
				place: label.place
			});
			continue;
		}
		const testCase = caseOf(label, found);
		const judged = judgesOf(found);
		const names = judged.map(({ metric }) => metric.name);
		const own = judged.filter((scorer) => isFor(label, scorer, name));
		const near = name === void 0 || names.includes(name) ? null : nearest(name, names);
		if (testCase === null) problems.push({
			message: `no case has the id ${quote(label.id)}`,
			place: label.place,
			hint: giveVars
		});
		else if (name !== void 0 && !names.includes(name)) problems.push({
			message: `no judge of this prompt is called ${quote(name)}`,
			hint: near === null ? `Judges here: ${names.join(", ")}.` : `Did you mean ${quote(near)}?`,
			place: label.place
		});
		else if (own.length === 0) problems.push({
			message: "no judge of this prompt is what it labels",
			place: label.place
		});
		for (const scorer of testCase === null ? [] : own) {
			const judge = scorer.judge;
			if (categoryOf(label, judge) === null) {
				const names = categoriesOf(judge).map((category) => category.name);
				const hint = `Labels for ${scorer.metric.name}: ${names.join(", ")}.`;
				problems.push({
					message: `the label ${quote(label.label)} is none of the judge's`,
					hint,
					place: label.place
				});
				continue;
			}
			const entry = judges.get(scorer.metric.name) ?? {
				scorer,
				judge,
				labelled: []
			};
			if (entry.judge.fingerprint !== judge.fingerprint) {
				const message = `two judges are called ${scorer.metric.name}, and they are not the same`;
				problems.push({
					message,
					hint: "Give each a name of its own.",
					...scorer.place && { place: scorer.place }
				});
				break;
			}
			entry.labelled.push({
				label,
				testCase
			});
			judges.set(scorer.metric.name, entry);
		}
		if (problems.length >= 20) break;
	}
	return {
		judges: [...judges.values()],
		problems: distinct(problems)
	};
}
function noLabels(path) {
	return {
		message: "there is no label for a judge of this project",
		hint: "prompt-assay review makes a file of labels.",
		place: { path }
	};
}
const addOne = "For example: scorers: [{ judge: { name: helpful, rubric: rubrics/helpful.md, model: openai/gpt-6-sol } }].";
const giveVars = "Name a case of the golden set, or give the label its own vars.";
function findPlan({ prompt }, plans) {
	const candidates = plans.filter((plan) => judgesOf(plan).length > 0);
	const named = prompt === null ? candidates : plans.filter(({ change }) => [change.path, change.name].includes(prompt));
	const [plan] = named;
	if (plan !== void 0 && (prompt !== null || named.length === 1)) return plan;
	if (prompt !== null) return { message: `no prompt is called ${quote(prompt)}` };
	return {
		message: "the label names no prompt, and several have judges",
		hint: "Add \"prompt\": its path or name."
	};
}
/** The golden set's case with what the label itself says of it. */
function caseOf({ id, own, place }, plan) {
	const found = plan.cases.find(({ testCase }) => testCase.id === id)?.testCase;
	if (found !== void 0) return {
		...copyCase(found),
		...own
	};
	if (own.vars === void 0) return null;
	return {
		expected: null,
		context: null,
		tags: [],
		weight: 1,
		cluster: null,
		scorers: [],
		id,
		named: true,
		vars: own.vars,
		...own,
		place
	};
}
function isFor({ shown }, { metric, compare }, name) {
	const pairs = compare !== void 0;
	return (name === void 0 || metric.name === name) && pairs === "baseline" in shown;
}
/** The plans with the judges that are measured alone: keys of the others are not needed. */
function onlyAsking(plans, judges) {
	const names = judges.map(({ scorer }) => scorer.metric.name);
	return plans.map((plan) => ({
		...plan,
		scorersFor: (testCase) => plan.scorersFor(testCase).filter(({ metric }) => names.includes(metric.name))
	}));
}
function distinct(problems) {
	return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
async function readFileAt(directory, file) {
	try {
		return await readFile(resolve(directory, file), "utf8");
	} catch {
		throw new UserError({
			message: `cannot read the labels in ${quote(file)}`,
			hint: "prompt-assay review makes such a file."
		});
	}
}
async function writeJson(path, value) {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

export { calibrate as t };