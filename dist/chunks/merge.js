import { B as noShard, C as missingSamples, T as missingShards, Tt as wrongReport, Z as partialShards, f as doubledShard, g as foreignShard, it as shardWithoutSamples, lt as strangeSample, t as InternalError, u as changedSamples, ut as throwProblems, vt as unreadableFile, y as lackingSamples, z as noReportsIn } from "./errors.js";
import { A as logIndex, D as addOutcome, H as noOpinions, R as startPrompt, U as readOutcome, _ as runLooks, at as onlyWatch, et as openSampleLog, f as leftOutWarnings, h as withOutcomes, j as logSpan, n as buildReport, ot as judgeAttempts, rt as notMade, t as createPacker, tt as isCutShort } from "./pack-outcome.js";
import { n as carriedAcceptances, t as applyAcceptances } from "./apply-acceptances.js";
import { i as describeErrors, r as compileLater, t as readReportFile } from "./read-report-file.js";
import { t as reportSchema } from "./report-schema.js";
import { s as readLines } from "./registry.js";
import { n as shardOf } from "./shard.js";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createReadStream } from "node:fs";

// src/pipeline/shards/check-shards.ts
/** So many differences are told of a shard. */
const toldDifferences = 5;
/** What keeps these shards from being one run: foreign ones among them, and those that are missing or there twice. */
function checkShards(shards) {
	const reference = findReference(shards);
	if (reference === null) return [];
	const { run, of } = reference.shard;
	const own = shards.filter((each) => each.shard.run === run);
	const foreign = shards.filter((each) => each.shard.run !== run);
	const byIndex = groupBy(own, ({ shard }) => shard.index);
	const taken = new Set(foreign.filter(({ shard }) => shard.of === of).map(({ shard }) => shard.index));
	const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !byIndex.has(index) && !taken.has(index));
	return [
		...foreign.map((each) => foreignShard(each.path, reference.path, findDifferences(each, reference))),
		...[...byIndex].filter(([, files]) => files.length > 1).map(([index, files]) => doubledShard(index, of, files.map(({ path }) => path))),
		...missing.length === 0 ? [] : [missingShards(missing, of)]
	];
}
/** The first shard of the run that most files are of. */
function findReference(shards) {
	return [...groupBy(shards, ({ shard }) => shard.run).values()].toSorted((left, right) => right.length - left.length)[0]?.[0] ?? null;
}
/** In what a shard is of another run, for people. */
function findDifferences(one, other) {
	const told = [];
	const tell = (what, here, there) => {
		const [written, expected] = [JSON.stringify(here ?? null), JSON.stringify(there ?? null)];
		if (written !== expected) told.push(`${what} ${shorten(written)} instead of ${shorten(expected)}`);
	};
	tell("it is one of", one.shard.of, other.shard.of);
	tell("it was taken by the version", one.shard.version, other.shard.version);
	tell("it was taken with the command", one.report.command, other.report.command);
	tell("its head is", nameOf$1(one.report.head), nameOf$1(other.report.head));
	tell("its base is", nameOf$1(one.report.base), nameOf$1(other.report.base));
	tell("its goalposts are of", one.report.goalposts, other.report.goalposts);
	for (const key of Object.keys(other.shard.gate)) tell(`its configuration has gate.${key}`, one.shard.gate[key], other.shard.gate[key]);
	if (one.shard.providers !== other.shard.providers) told.push("its configuration has other providers");
	const paths = ({ report }) => report.prompts.map(({ path }) => path);
	tell("its prompts are", paths(one), paths(other));
	if (one.report.prompts.length === other.report.prompts.length) told.push(...promptDifferences(one, other));
	const more = told.length - toldDifferences;
	return more > 0 ? [...told.slice(0, toldDifferences), `and ${more} more`] : told;
}
function promptDifferences(one, other) {
	return other.report.prompts.flatMap((there, index) => {
		const here = one.report.prompts[index];
		const [own, expected] = [one.shard.prompts[index], other.shard.prompts[index]];
		return [
			[
				"the fingerprint of its baseline",
				here.baseline?.fingerprint,
				there.baseline?.fingerprint
			],
			[
				"the fingerprint of its candidate",
				here.candidate?.fingerprint,
				there.candidate?.fingerprint
			],
			[
				"its golden set",
				[own.golden, own.cases],
				[expected.golden, expected.cases]
			],
			[
				"its scorers",
				own.scorers,
				expected.scorers
			],
			[
				"its trials",
				own.trials,
				expected.trials
			],
			[
				"its seed",
				own.seed,
				expected.seed
			]
		].filter(([, left, right]) => JSON.stringify(left) !== JSON.stringify(right)).map(([what]) => `its prompt ${JSON.stringify(there.path)} differs in ${what}`);
	});
}
function nameOf$1(revision) {
	return revision?.commit ?? revision?.revision ?? null;
}
function shorten(text) {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
function groupBy(shards, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const shard of shards) groups.set(keyOf(shard), [...groups.get(keyOf(shard)) ?? [], shard]);
	return groups;
}

// src/report/samples-schema.ts
const count = {
	type: "integer",
	minimum: 0
};
const string = { type: "string" };
const stringOrNull = { type: ["string", "null"] };
const numberOrNull = { type: ["number", "null"] };
const failureKinds = reportSchema.properties?.["failures"]?.items?.properties?.["kind"] ?? {};
const shardCase = {
	position: {
		...count,
		description: "In the golden set; cases run in a row of their own come after all others."
	},
	weight: {
		type: "number",
		minimum: 0
	},
	expected: {},
	place: {
		type: "object",
		description: "Where it stands: `path`, and `line` where that is known.",
		required: ["path"],
		properties: {
			path: string,
			line: count,
			column: count
		}
	},
	addressesJudge: {
		type: "boolean",
		description: "The answer seems to speak to whoever grades it."
	}
};
const vote = {
	type: "object",
	description: "One opinion of a judge.",
	required: [
		"model",
		"choice",
		"why"
	],
	properties: {
		model: string,
		choice: {
			...stringOrNull,
			description: "Null where it gave no opinion; of a pair baseline, candidate or tie."
		},
		why: {
			...string,
			description: "Shortened."
		},
		first: {
			enum: ["baseline", "candidate"],
			description: "Of a pair: which version the judge was shown first."
		},
		trial: {
			...count,
			description: "Of a pair, where there are several."
		},
		scorer: {
			...string,
			description: "Within a combination: the scorer that asked."
		}
	}
};
/** One line of a samples file as a JSON Schema. Further keys may be there. */
const sampleSchema = {
	$schema: "http://json-schema.org/draft-07/schema#",
	title: "Prompt Assay sample",
	description: "One line of FILE.samples.jsonl: one model call and what came of it.",
	type: "object",
	required: [
		"prompt",
		"arm",
		"id",
		"trial",
		"status",
		"output",
		"scores",
		"reasons",
		"model",
		"tags",
		"cluster"
	],
	properties: {
		prompt: {
			...string,
			description: "Its path."
		},
		arm: { enum: ["baseline", "candidate"] },
		id: {
			...string,
			description: "Of the case."
		},
		trial: count,
		draw: {
			...string,
			description: "Where it is not the comparison's own: for example confirm:1."
		},
		fingerprint: {
			...string,
			description: "Of the prompt version."
		},
		messages: {
			type: "array",
			description: "As they were sent, files by their SHA-256; of a case's first trial, for those of the others are the same."
		},
		expected: { description: "By the case; beside the messages, where there is something to expect." },
		status: { enum: ["completed", "failed"] },
		output: {
			...stringOrNull,
			description: "The answer; null where the call failed."
		},
		refusal: string,
		finishReason: {
			type: "object",
			description: "Why the model stopped, where it did not come to its end by itself.",
			required: ["unified", "raw"],
			properties: {
				unified: string,
				raw: stringOrNull
			}
		},
		failure: {
			type: "object",
			required: ["kind", "message"],
			properties: {
				kind: failureKinds,
				message: string,
				httpStatus: { type: "integer" }
			}
		},
		repeatedAfter: {
			type: "array",
			description: "What earlier attempts of the call failed of."
		},
		scores: {
			type: "object",
			description: "Metric to value; null where failed or unscored.",
			additionalProperties: numberOrNull
		},
		reasons: {
			type: "object",
			description: "Metric to why it was scored so.",
			additionalProperties: string
		},
		opinions: {
			type: "object",
			description: "Metric to the opinions that its score rests on, where several.",
			additionalProperties: {
				type: "object",
				required: ["asked", "agreeing"],
				properties: {
					asked: count,
					agreeing: count,
					votes: {
						type: "array",
						items: vote
					}
				}
			}
		},
		exchange: {
			type: "array",
			description: "What came between the request and the answer, turn by turn."
		},
		toolCalls: {
			type: "array",
			description: "Tools that the model wanted called and that nobody answered."
		},
		tokens: {
			type: ["object", "null"],
			description: "All input and all output; of them cachedInput, cacheWrite and reasoning, where the provider tells."
		},
		latencyMs: numberOrNull,
		logprobs: {
			type: "array",
			description: "The tokens of the answer with their log-probabilities, where asked for."
		},
		model: {
			...stringOrNull,
			description: "As the provider returned it."
		},
		cached: {
			type: "boolean",
			description: "Answered from the store."
		},
		cost: {
			...numberOrNull,
			description: "US dollars."
		},
		tags: {
			type: "array",
			items: string
		},
		cluster: stringOrNull,
		shard: {
			type: "object",
			description: "Only in a shard: what merge needs to know of the case.",
			additionalProperties: false,
			required: Object.keys(shardCase).filter((key) => key !== "addressesJudge"),
			properties: shardCase
		}
	}
};

// src/pipeline/shards/shard-plan.ts
/** A case as far as comparing and reporting need it: its values and its scorers have done their work. */
function readCase({ id, tags, cluster }, { weight, expected, place }) {
	return {
		id,
		named: true,
		vars: {},
		expected,
		context: null,
		tags,
		weight,
		cluster,
		scorers: [],
		place
	};
}
/** A case of which no sample was taken. */
const unknownCase = {
	id: "",
	named: true,
	vars: {},
	expected: null,
	context: null,
	tags: [],
	weight: 1,
	cluster: null,
	scorers: [],
	place: { path: "" }
};
/** The plan of a prompt again, from what a shard tells of it: enough to compare, to decide and to report. */
function rebuildPlan(prompt, facts, cases) {
	const { kind, parts } = prompt.change;
	const { name, path, previousPath } = prompt;
	const version = (arm) => facts.arms[arm] ? namedVersion(prompt, arm) : null;
	const planned = cases.map((testCase) => ({
		testCase,
		baseline: {},
		candidate: {}
	}));
	const scorers = facts.metrics.map((metric) => scoredAlready(metric, facts.judges));
	const standings = new Map(facts.judges.map(({ metric, standing }) => [metric, standing]));
	return {
		change: {
			kind,
			name,
			path,
			previousPath,
			parts,
			baseline: null,
			candidate: null,
			broken: null
		},
		baseline: version("baseline"),
		candidate: version("candidate"),
		cases: planned.slice(0, facts.cases.all),
		added: planned.slice(facts.cases.all),
		files: /* @__PURE__ */ new Map(),
		goldenHash: facts.golden,
		scorersHash: facts.scorers,
		scorersFor: () => scorers,
		advisory: prompt.advisory,
		skipped: facts.skipped,
		notes: prompt.notes,
		...standings.size > 0 && { standings }
	};
}
/** Of a version, its name and its model are all that is needed once its answers are there. */
function namedVersion(prompt, arm) {
	const { name, path } = prompt;
	return {
		path,
		name,
		named: true,
		description: null,
		configuration: {
			messages: [],
			model: prompt.models[arm],
			parameters: {},
			format: null,
			tools: null,
			included: {}
		},
		fingerprint: prompt[arm]?.fingerprint ?? "",
		variables: [],
		modelPlace: { path },
		testData: [],
		evaluators: [],
		notRun: [],
		inclusions: {},
		semanticVersion: null,
		golden: null,
		warnings: []
	};
}
/** What a scorer measures is known; the scores themselves came with the samples. */
function scoredAlready(metric, judges) {
	const nothing = {
		status: "unscored",
		reason: "scored in its shard"
	};
	const known = judges.find((each) => each.metric === metric.name && each.within.length === 0);
	const within = judges.filter((each) => each.within.includes(metric.name)).map((each) => ({
		metric: {
			...metric,
			name: each.metric
		},
		score: () => nothing,
		judge: each.judge
	}));
	return {
		metric,
		score: () => nothing,
		...known && { judge: known.judge },
		...within.length > 0 && { within },
		...known?.reviews && { review: async () => nothing },
		...metric.paired && { compare: async () => nothing }
	};
}

// src/pipeline/shards/read-shard-samples.ts
/** So many strange lines of a file are told. */
const toldLines = 5;
const schema = compileLater(sampleSchema);
/** Reads the samples of all shards, in any order, and puts their lines into the log as an undivided run has them. */
async function readShardSamples(shards, log) {
	const prompts = shards[0]?.shard.prompts ?? [];
	const cases = prompts.map(() => []);
	const offsets = offsetsOf(prompts);
	const outcomes = /* @__PURE__ */ new Map();
	const problems = [];
	const pack = createPacker();
	const validate = await schema();
	for (const file of shards) {
		const places = new Map(file.report.prompts.map(({ path }, index) => [path, index]));
		let strange = 0;
		let found = 0;
		let number = 0;
		const tell = (what) => {
			strange++;
			if (strange <= toldLines) problems.push(strangeSample(file.samples.path, number, what));
		};
		for await (const { bytes } of readLines(file.samples.file)) {
			number++;
			const value = parse(bytes.toString("utf8"));
			if (!validate(value)) {
				tell(`no sample: ${describeErrors(validate)[0] ?? "no JSON"}`);
				continue;
			}
			const { shard: shardCase, ...line } = value;
			const place = places.get(line.prompt);
			const facts = place === void 0 ? void 0 : prompts[place];
			if (shardCase === void 0 || place === void 0 || facts === void 0 || !isPlanned(line, shardCase, facts)) {
				tell("a sample that this run does not have");
				continue;
			}
			const { position } = shardCase;
			const known = cases[place]?.[position];
			const index = logIndex({
				offset: offsets[place] ?? 0,
				trials: facts.trials
			}, position, line.arm, line.trial);
			if (shardOf(line.id, file.shard.of) !== file.shard.index || known !== void 0 && known.id !== line.id) tell(`the case ${JSON.stringify(line.id)} is of another shard`);
			else if (outcomes.has(index)) tell(`the case ${JSON.stringify(line.id)} has this sample twice`);
			else {
				cases[place][position] = known ?? readCase(line, shardCase);
				const judged = facts.metrics.some((metric) => metric.judged);
				outcomes.set(index, pack(readOutcome({
					...line,
					shard: shardCase
				}, index, judged), { reasons: judged }));
				log.append(index, line);
				if (!isCutShort(outcomes.get(index)?.failure ?? null)) found++;
			}
		}
		const planned = file.shard.prompts.reduce((sum, facts) => sum + samplesOf(facts), 0);
		const leftOut = file.shard.leftOut?.samples ?? 0;
		if (strange === 0 && found + leftOut !== planned) problems.push(lackingSamples(file.path, found + leftOut, planned));
	}
	if (shards.some(({ shard }) => shard.leftOut !== null)) fillHoles(prompts, cases);
	else if (problems.length === 0) problems.push(...findHoles(shards, cases));
	return {
		cases,
		offsets,
		outcomes,
		problems
	};
}
/** Shards that have all that they say, and yet are not the whole: somebody edited them. */
function findHoles(shards, cases) {
	const [first] = shards;
	return (first?.report.prompts ?? []).flatMap(({ path }, index) => {
		const { all = 0, added = 0 } = first?.shard.prompts[index]?.cases ?? {};
		const found = cases[index]?.filter((testCase) => testCase !== void 0).length ?? 0;
		return found === all + added ? [] : [partialShards(path, found, all + added)];
	});
}
function fillHoles(prompts, cases) {
	for (const [index, { cases: counts }] of prompts.entries()) {
		const list = cases[index] ?? [];
		for (let position = 0; position < counts.all + counts.added; position++) list[position] ??= unknownCase;
	}
}
/** The same positions as in an undivided run. */
function offsetsOf(prompts) {
	let next = 0;
	return prompts.map(({ cases, trials }) => {
		const offset = next;
		next += logSpan({
			cases: { length: cases.all },
			added: { length: cases.added },
			trials
		});
		return offset;
	});
}
/** Samples of the share that a shard has of a prompt. */
function samplesOf({ arms, share, trials }) {
	const perCase = (arms.baseline ? trials.baseline : 0) + (arms.candidate ? trials.candidate : 0);
	return share.all * perCase + (arms.candidate ? share.added : 0);
}
function isPlanned({ arm, trial }, { position }, { arms, cases, trials }) {
	if (!arms[arm] || position >= cases.all + cases.added) return false;
	return position < cases.all ? trial < trials[arm] : arm === "candidate" && trial === 0;
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/pipeline/shards/read-shards.ts
/** Reads shards from files, and from folders with all .json files in them; and holds samples against their SHA-256. */
async function readShards(names, directory) {
	const problems = [];
	const shards = [];
	const seen = /* @__PURE__ */ new Set();
	for (const name of names) {
		const found = await expand(name, directory);
		if ("problem" in found) problems.push(found.problem);
		for (const path of "paths" in found ? found.paths : []) {
			if (seen.has(resolve(directory, path))) continue;
			seen.add(resolve(directory, path));
			const read = await readShard(path, directory);
			if ("shard" in read) shards.push(read);
			const problem = "problem" in read ? read.problem : await checkSamples(read);
			if (problem !== null) problems.push(problem);
		}
	}
	return {
		shards,
		problems
	};
}
async function expand(name, directory) {
	try {
		const absolute = resolve(directory, name);
		if (!(await stat(absolute)).isDirectory()) return { paths: [name] };
		const paths = (await readdir(absolute, { recursive: true })).filter((entry) => entry.endsWith(".json")).sort();
		return paths.length === 0 ? { problem: noReportsIn(name) } : { paths: paths.map((path) => join(name, path)) };
	} catch (error) {
		return { problem: unreadableFile(name, error.code) };
	}
}
async function readShard(path, directory) {
	const read = await readReportFile(path, directory);
	if ("problem" in read) return read;
	const { report } = read;
	const { shard, samples } = report;
	if (shard === void 0) return { problem: noShard(path) };
	if (shard.prompts.length !== report.prompts.length || shard.index > shard.of) return { problem: wrongReport(path, ["its shard is not of its prompts"], 1) };
	if (samples === null) return { problem: shardWithoutSamples(path) };
	const beside = join(dirname(path), basename(samples.path));
	return {
		path,
		report,
		shard,
		samples: {
			file: resolve(directory, beside),
			path: beside
		}
	};
}
/** Holds the samples file against what the shard says of it. */
async function checkSamples({ path, report, samples }) {
	const hash = createHash("sha256");
	let last = 10;
	try {
		for await (const chunk of createReadStream(samples.file)) {
			hash.update(chunk);
			last = chunk.at(-1) ?? last;
		}
	} catch (error) {
		const { code } = error;
		return code === "ENOENT" ? missingSamples(path, samples.path) : unreadableFile(samples.path, code);
	}
	return hash.digest("hex") === report.samples?.sha256 ? null : changedSamples(path, samples.path, last !== 10);
}

// src/pipeline/merge.ts
/**
* The report and the verdict of a run that was taken in shards: the same as of the undivided run without early stopping.
* No call is made and no repository is read. Throws a UserError with everything that is missing, doubled, foreign or
* damaged.
*/
async function merge(options) {
	const { shards: read, problems } = await readShards(options.files, options.directory);
	throwProblems([...problems, ...checkShards(read)]);
	const shards = read.toSorted((left, right) => left.shard.index - right.shard.index);
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
	const log = openSampleLog(join(folder, "samples.jsonl"));
	try {
		const samples = await readShardSamples(shards, log);
		throwProblems(samples.problems);
		return await judge(shards, samples, log, options);
	} finally {
		log.close();
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** From the samples on, a merge is a run like any other. */
async function judge(shards, samples, log, { samplesFile }) {
	const [{ report: first, shard }] = shards;
	const reports = shards.map(({ report }) => report);
	const started = startRuns(first.prompts, shard, samples);
	const executor = answerFrom(samples, shards, started);
	await runLooks(started.map(({ run }) => run), executor, shard.gate, async () => false);
	const report = buildReport({
		command: first.command === "run" ? "run" : "compare",
		baseline: first.base && nameOf(first.base),
		head: nameOf(first.head),
		goalposts: first.goalposts,
		gate: shard.gate,
		started,
		health: healthOf(started, first.prompts, shard),
		executor,
		log,
		samples: samplesFile === void 0 ? null : {
			path: basename(samplesFile),
			sha256: log.writeInOrder(samplesFile)
		},
		warnings: [...allWarnings(shards), ...leftOutWarnings(executor, executor.counts.planned)],
		durationMs: Math.max(...reports.map(({ durationMs }) => durationMs))
	});
	const prompts = report.prompts.map((prompt, index) => {
		const versions = shard.prompts[index]?.versionNotes?.[prompt.verdict] ?? [];
		return {
			...keepIdentity(prompt, first.prompts[index]),
			notes: [...prompt.notes, ...versions]
		};
	});
	const settled = applyAcceptances({
		...report,
		prompts
	}, carriedAcceptances(first));
	return first.watch ? onlyWatch(settled) : settled;
}
/** What the shards found in the golden sets, with what all of their samples tell of the cases. */
function healthOf(started, prompts, { gate }) {
	return new Map(started.flatMap(({ run }, index) => {
		const known = prompts[index]?.health;
		return known === void 0 ? [] : [[run, withOutcomes(run, known, gate)]];
	}));
}
function startRuns(prompts, { gate, prompts: facts }, { cases, offsets }) {
	return facts.map((each, index) => {
		const plan = rebuildPlan(prompts[index], each, cases[index] ?? []);
		const attempts = judgeAttempts(gate.alpha, plan.candidate?.fingerprint ?? "", null);
		const start = {
			trials: each.trials,
			seed: each.seed,
			passAlpha: attempts.passAlpha,
			offset: offsets[index] ?? 0
		};
		return {
			run: startPrompt(plan, gate, start),
			stored: null,
			attempts
		};
	});
}
/** Hands out the samples of the shards in the place of calls. */
function answerFrom({ outcomes }, shards, started) {
	const reports = shards.map(({ report }) => report);
	const leftOut = shards.flatMap(({ shard }) => shard.leftOut ?? []);
	const stopped = leftOut.find((each) => each.stopped === "interrupted")?.stopped ?? leftOut[0]?.stopped ?? null;
	const omitted = leftOut.reduce((all, { samples }) => all + samples, 0);
	const total = (count) => reports.reduce((all, { calls }) => all + calls[count], 0);
	const [planned, made, cached] = [
		total("planned"),
		total("made"),
		total("cached")
	];
	return {
		async take(slots) {
			for (const { index, caseRun, arm } of slots) {
				const outcome = outcomes.get(index);
				if (outcome === void 0 && stopped === null) throw new InternalError(`no shard has a sample at ${index}`);
				addOutcome(caseRun, arm, outcome ?? omittedOutcome(index, stopped ?? "interrupted"));
			}
		},
		keepStored() {
			throw new InternalError("a merge has no store");
		},
		toolsFor: () => noTools,
		recall: () => null,
		rescore: (outcome) => outcome,
		leaveOut: (outcome) => outcome,
		counts: {
			planned,
			made,
			cached,
			done: planned - total("saved") - omitted,
			leftOut: omitted
		},
		failures: [...outcomes.values()].flatMap(({ failure }) => failure === null || isCutShort(failure) ? [] : failure),
		stopped: () => stopped,
		costOf(plan) {
			const index = started.findIndex(({ run }) => run.plan === plan);
			return {
				answers: sum(reports.map(({ prompts }) => prompts[index]?.cost ?? null)),
				scorers: sum(reports.map(({ prompts }) => prompts[index]?.scorersCost ?? null))
			};
		},
		cost: () => sum(reports.map(({ cost }) => cost)),
		charge() {},
		finish() {},
		close() {}
	};
}
const noTools = {
	ask: () => {
		throw new InternalError("a merge asks no model");
	},
	embed: () => {
		throw new InternalError("a merge asks no model");
	}
};
/** The warnings of the run, and behind them what single shards met. */
function allWarnings([first, ...others]) {
	const all = [...first?.shard.warnings ?? []];
	for (const warning of others.flatMap(({ shard }) => shard.warnings)) if (!all.includes(warning)) all.push(warning);
	return all;
}
/** A sample that was not taken: nothing of it is known but why. */
function omittedOutcome(index, stopped) {
	return {
		scores: /* @__PURE__ */ new Map(),
		reasons: /* @__PURE__ */ new Map(),
		opinions: noOpinions,
		model: null,
		digest: null,
		addressesJudge: false,
		conferred: true,
		cached: false,
		failure: notMade(stopped),
		index
	};
}
/** What a shard says of the prompt itself, read from the repository. */
function keepIdentity(judged, { baseline, candidate, models, pair, asks }) {
	const { health, ...rest } = judged;
	return {
		...rest,
		baseline,
		candidate,
		models,
		pair,
		...asks && { asks },
		...health && { health }
	};
}
function nameOf({ revision, commit }) {
	return {
		label: revision,
		commit
	};
}
/** Null where one of them is unknown. */
function sum(costs) {
	return costs.reduce((all, cost) => all === null || cost === null ? null : all + cost, 0);
}

export { merge as t };