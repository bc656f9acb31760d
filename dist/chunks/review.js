import { t as openRepository } from "./repository.js";
import { et as quote, n as UserError } from "./errors.js";
import { n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { T as judgesOf, W as readSample } from "./pack-outcome.js";
import { f as planRun } from "./trust.js";
import { c as loadProject, i as loadOptions, t as allFactories } from "./find-changes.js";
import { t as categoriesOf } from "./measure-judge.js";
import { n as createShield } from "./shield.js";
import { t as asNew } from "./run2.js";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

// src/pipeline/review.ts
/** Nobody labels more at a time; the ones taken are drawn by lot, or the labels would be about odd cases. */
const mostItems = 300;
/**
* What people are to label of a report: pairs of outputs, blind and in random order, and single outputs; with the cases as
* the project at hand has them, where there is one.
*
* @param file report.json, relative to the options' directory; the samples are read from beside it
*/
async function review(options, file) {
	const path = resolve(options.directory, file);
	const report = await readReport(path, file);
	const known = await readProject(options);
	const outputs = await readOutputs(report, path, file, known.shield);
	const names = new Map(report.prompts.map(({ path: prompt, name }) => [prompt, name]));
	const describe = ({ prompt, id }) => {
		const testCase = known.cases.get(keyOf(prompt, id));
		return {
			prompt,
			promptName: names.get(prompt) ?? prompt,
			id,
			input: testCase === void 0 ? null : known.shield.caseText(textOf(testCase.vars)),
			context: testCase === void 0 ? null : known.shield.caseText(textOf(testCase.context)),
			expected: testCase === void 0 ? null : known.shield.caseText(textOf(testCase.expected))
		};
	};
	const lot = (value) => canonicalHash([report.samples?.sha256 ?? "", value]);
	const pairs = outputs.flatMap((output) => {
		const { baseline, candidate, prompt, id } = output;
		if (baseline === null || candidate === null || baseline === candidate) return [];
		const swapped = Number.parseInt(lot([
			prompt,
			id,
			"side"
		]).slice(0, 2), 16) % 2 === 1;
		const [left, right] = swapped ? [candidate, baseline] : [baseline, candidate];
		return [{
			...describe(output),
			left,
			right,
			swapped
		}];
	});
	const singles = outputs.flatMap((output) => [.../* @__PURE__ */ new Set([output.baseline, output.candidate])].flatMap((left) => left === null ? [] : [{
		...describe(output),
		left
	}]));
	const draw = (items) => items.map((item) => ({
		item,
		by: lot([
			item.prompt,
			item.id,
			item.left
		])
	})).sort((one, other) => one.by < other.by ? -1 : 1).slice(0, mostItems).map(({ item }) => item);
	const items = [...draw(pairs), ...draw(singles)].map((item, number) => ({
		...item,
		number
	}));
	if (items.length === 0) {
		const hint = known.shield.holds ? "assay.yml holds answers back: let report.content be full where people label, and run compare again with --json." : "Run compare again with --json.";
		throw new UserError({
			message: `${quote(file)} has no output to label`,
			hint
		});
	}
	return {
		id: lot("review").slice(0, 16),
		tasks: tasksOf(known, pairs.length > 0),
		items
	};
}
function tasksOf({ judges }, pairs) {
	const side = [
		"left is better",
		"neither",
		"right is better"
	];
	const own = judges.map(({ name, judge }) => {
		const pair = judge.kind === "pairwise";
		const categories = pair ? side : categoriesOf(judge).map((category) => category.name);
		return {
			name,
			title: `for the judge ${name}`,
			scorer: name,
			pair,
			categories
		};
	});
	const common = [{
		name: "pairs",
		title: "which is better",
		scorer: null,
		pair: true,
		categories: side
	}, {
		name: "singles",
		title: "pass or fail",
		scorer: null,
		pair: false,
		categories: ["fail", "pass"]
	}];
	const usable = (own.length > 0 ? own : common).filter(({ pair }) => !pair || pairs);
	return usable.length > 0 ? usable : common.slice(1);
}
async function readReport(path, file) {
	const value = parse(await read(path, file));
	if (!isObject(value) || value["schemaVersion"] !== 1 || !Array.isArray(value["prompts"])) throw new UserError({
		message: `${quote(file)} is no report`,
		hint: "Make one: prompt-assay compare --json report.json"
	});
	return value;
}
/** The first answer of each case in each version. */
async function readOutputs(report, path, file, shield) {
	if (report.samples === null) throw new UserError({
		message: `${quote(file)} has no samples`,
		hint: "A verdict from the store has none: run again."
	});
	const text = await read(join(dirname(path), report.samples.path), report.samples.path);
	if (createHash("sha256").update(text).digest("hex") !== report.samples.sha256) throw new UserError({
		message: `${quote(report.samples.path)} is not the file that ${quote(file)} was written with`,
		hint: "Keep both files of one run together."
	});
	const outputs = /* @__PURE__ */ new Map();
	for (const line of text.split("\n")) {
		const written = line === "" ? null : parse(line);
		const sample = readSample(written);
		if (sample === null || isObject(written) && written["output"] === null && !sample.reply.refusal) continue;
		const { prompt, caseId, arm, reply } = sample;
		const key = keyOf(prompt, caseId);
		const entry = outputs.get(key) ?? {
			prompt,
			id: caseId,
			baseline: null,
			candidate: null
		};
		entry[arm] ??= shield.text(reply.text || (reply.refusal ?? ""));
		outputs.set(key, entry);
	}
	return [...outputs.values()];
}
/** Cases and judges of the project at hand; none where there is no project, or it does not hold. */
async function readProject(options) {
	try {
		const repository = await openRepository(options.directory, { ...options.environment });
		try {
			const project = await loadProject(await repository.workingTree(), loadOptions(repository.prefix, options));
			const { plans } = planRun({
				changes: project.prompts.map(asNew),
				baseline: null,
				head: project,
				goalposts: project,
				fromBase: false,
				fork: false,
				factories: allFactories(options)
			});
			const cases = plans.flatMap(({ change, cases: own }) => own.map(({ testCase }) => [keyOf(change.path, testCase.id), testCase]));
			const judges = new Map(plans.flatMap((plan) => judgesOf(plan).map(({ metric, judge }) => [metric.name, judge])));
			return {
				cases: new Map(cases),
				judges: [...judges].map(([name, judge]) => ({
					name,
					judge
				})),
				shield: createShield(project.config)
			};
		} finally {
			await repository.close();
		}
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			cases: /* @__PURE__ */ new Map(),
			judges: [],
			shield: createShield({})
		};
	}
}
function keyOf(prompt, id) {
	return `${prompt}\0${id}`;
}
function textOf(value) {
	if (value === null) return null;
	if (typeof value === "string") return value;
	if (!isObject(value)) return canonicalJson(value);
	return Object.entries(value).map(([name, each]) => `${name}: ${typeof each === "string" ? each : canonicalJson(each)}`).join("\n");
}
async function read(path, told) {
	try {
		return await readFile(path, "utf8");
	} catch {
		throw new UserError({
			message: `cannot read ${quote(told)}`,
			hint: "The samples file lies beside report.json."
		});
	}
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

export { review };