import { i as __toESM } from "./rolldown-runtime.js";
import { _ as formatPlace, et as quote, k as nearest, n as UserError, pt as unknownKey, ut as throwProblems } from "./errors.js";
import { i as isPlainData, n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { a as resolveWithin, i as joinPath, r as folderOf, t as fileName } from "./repository-path.js";
import { a as readScorerSpec, i as decodeText, n as readYaml, r as require_dist, t as require_picomatch } from "./picomatch.js";
import { a as partialUses, c as templateVariables, d as toSnakeCase, l as variableOffsets, n as templateEngines, r as splitAtRoleLines, u as readParameters } from "./registry2.js";
import { t as require_semver } from "./semver.js";
import { createHash } from "node:crypto";

// src/prompts/decode-prompt.ts
/** In bytes: 1 MiB, a good thousand times the usual prompt. */
const sizeLimit = 2 ** 20;
/** A prompt file's text. Throws a UserError where it is no UTF-8 or too large to be a prompt. */
function decodePrompt(path, source) {
	if (source.byteLength > sizeLimit) throw new UserError({
		message: "the prompt file is larger than 1 MiB",
		hint: "Move test data into a golden set of its own (.jsonl).",
		place: { path }
	});
	return decodeText(path, source);
}

// src/prompts/region.ts
var import_dist = require_dist();
/** The stretch of a file from one offset to another. */
function regionOf(path, whole, start, end) {
	const lines = new import_dist.LineCounter();
	lines.addNewLine(0);
	for (const { index } of whole.matchAll(/\n/g)) lines.addNewLine(index + 1);
	return {
		text: whole.slice(start, end),
		placeAt(offset) {
			const { line, col } = lines.linePos(start + offset);
			return {
				path,
				line,
				column: col
			};
		}
	};
}

// src/prompts/front-matter.ts
/** The front matter's last line; its first is the same alone on a line. */
const fences = {
	"---": /^---[ \t]*$/m,
	"+++": /^\+\+\+[ \t]*$/m
};
/**
* Splits a file at its front matter. `preamble`: what may stand before it, such as lines of a licence. Throws a UserError
* where the front matter is not closed.
*/
function splitFrontMatter(path, whole, preamble = /^/) {
	const before = preamble.exec(whole)?.[0].length ?? 0;
	const opening = /^(---|\+\+\+)[ \t]*\n/.exec(whole.slice(before));
	if (opening === null) return {
		frontMatter: "",
		lineOffset: 0,
		body: bodyFrom(path, whole, 0),
		bodyStart: 0
	};
	const start = before + opening[0].length;
	const closing = fences[opening[1] ?? "---"]?.exec(whole.slice(start)) ?? null;
	const lineOffset = whole.slice(0, start).split("\n").length - 1;
	if (closing === null) throw new UserError({
		message: "the front matter is not closed",
		hint: `End it with a line of ${opening[1]} alone, or let the file not begin with one.`,
		place: {
			path,
			line: lineOffset
		}
	});
	const end = start + closing.index;
	const bodyStart = Math.min(whole.length, end + closing[0].length + 1);
	return {
		frontMatter: whole.slice(start, end),
		lineOffset,
		body: bodyFrom(path, whole, bodyStart),
		bodyStart
	};
}
/** The body is kept as it is, but for the one line end that every editor puts last. */
function bodyFrom(path, whole, start) {
	const end = whole.endsWith("\n") && whole.length > start ? whole.length - 1 : whole.length;
	return regionOf(path, whole, start, end);
}

// src/prompts/keys/entry.ts
/** A file with as many mistakes is no prompt: the rest of it is not read. */
const mistakeLimit = 100;
/** A value in a prompt file that knows where it stands. A key without a value is as if it were not there. */
var Entry = class Entry {
	value;
	#reading;
	#keys;
	constructor(reading, value, keys = []) {
		this.value = value ?? void 0;
		this.#reading = reading;
		this.#keys = keys;
	}
	get exists() {
		return this.value !== void 0;
	}
	/** As a message names it: `messages[0].role`. */
	get name() {
		return this.#keys.map((key) => typeof key === "number" ? `[${key}]` : `.${key}`).join("").replace(/^\./, "") || "the file";
	}
	get place() {
		return this.#reading.yaml.place(this.#keys);
	}
	/** The stretch of the file that the value was read from. */
	get region() {
		const { text, yaml } = this.#reading;
		const [start, end] = yaml.range(this.#keys) ?? [0, 0];
		return {
			text: text.slice(start, end),
			placeAt: (offset) => yaml.placeAt(start + offset)
		};
	}
	at(key) {
		const value = isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : void 0;
		return new Entry(this.#reading, value, [...this.#keys, key]);
	}
	complain(message, hint) {
		this.#tell({
			message,
			place: this.place,
			...hint === void 0 ? {} : { hint }
		});
	}
	warn(message, hint) {
		this.#reading.warnings.push({
			message,
			place: this.place,
			hint
		});
	}
	/** A text that says something; null, and told, where it is none. */
	text() {
		if (typeof this.value === "string" && this.value.trim() !== "") return this.value;
		if (typeof this.value === "string") this.complain(`${this.name} is empty`);
		else if (isObject(this.value) || Array.isArray(this.value)) this.#expect("a text");
		else this.#expect("a text", "Put it in quotes.");
		return null;
	}
	/** The items of a list; none, and told, where it is no list. */
	items() {
		if (!Array.isArray(this.value)) {
			this.#expect("a list");
			return [];
		}
		return this.value.map((item, index) => new Entry(this.#reading, item, [...this.#keys, index]));
	}
	/** The entries of a map; none, and told, where it is no map. */
	entries() {
		if (!isObject(this.value)) {
			this.#expect("a map");
			return [];
		}
		return Object.keys(this.value).map((key) => [key, this.at(key)]);
	}
	/** The same map; null, and told, where it is none. Every key that is not known is told. */
	mapOf(known) {
		for (const [key] of this.entries()) if (!known.includes(key)) this.#tell(unknownKey(key, known, this.#reading.yaml.keyPlace([...this.#keys, key])));
		return isObject(this.value) ? this.value : null;
	}
	/** One of the words allowed, in lower case; null, and told, where it is none of them. */
	word(words) {
		const written = this.text();
		if (written === null) return null;
		const word = words.find((candidate) => candidate === written.toLowerCase());
		if (word === void 0) this.complain(`${this.name} is ${quote(written)}`, `It is one of ${words.join(", ")}.`);
		return word ?? null;
	}
	#tell(problem) {
		this.#reading.problems.push(problem);
		if (this.#reading.problems.length >= mistakeLimit) throwProblems(this.#reading.problems);
	}
	#expect(kind, hint) {
		if (this.value === void 0) this.complain(`${this.name} is missing`);
		else this.complain(`${this.name} is ${kindOf(this.value)}, not ${kind}`, hint);
	}
};
function kindOf(value) {
	if (Array.isArray(value)) return "a list";
	return isObject(value) ? "a map" : `a ${typeof value === "string" ? "text" : typeof value}`;
}

// src/prompts/find-gadgets.ts
/** What JavaScript keeps behind every value, which no name of a case needs. */
const behindValues = /(?:^|[^\p{L}\p{N}_])(?:constructor|__proto__|prototype)(?![\p{L}\p{N}_])/u;
/** Characters of a placeholder; longer ones are no placeholder of anybody's. */
const longest = 1e3;
/**
* Placeholders that would run code in a language that is more than `{{name}}`. Here they would be sent as they are, but
* whoever wrote one meant it for something that runs it.
*/
function findGadgets(text, placeAt) {
	const problems = [];
	let open = null;
	for (const { 0: mark, index } of text.matchAll(/\{\{|\}\}/g)) if (mark === "{{") open = index;
	else if (open !== null) {
		const written = text.slice(open, index + 2);
		if (written.length <= longest && behindValues.test(written) && templateVariables(written).length === 0) problems.push({
			message: `${JSON.stringify(written.slice(0, 80))} reaches behind the values of a case: nothing in a prompt is run`,
			hint: "Here {{name}} is all that is put in. To show such a text to the model, put it into a variable of the case.",
			place: placeAt(open)
		});
		open = null;
	}
	return problems;
}

// src/prompts/variable-uses.ts
/**
* Every variable of the messages at the place of its first use. Where the file spells it otherwise than the template
* reads (escapes in a quoted scalar), the place is where the content begins.
*/
function variableUses(messages) {
	const uses = /* @__PURE__ */ new Map();
	for (const { content, region } of messages) {
		const written = variableOffsets(region.text);
		for (const name of variableOffsets(content).keys()) if (!uses.has(name)) uses.set(name, region.placeAt(written.get(name) ?? 0));
	}
	return [...uses].map(([name, place]) => ({
		name,
		place
	}));
}
/** A prompt that is told the answer passes whatever it asks. */
function leakedAnswers(uses) {
	return uses.filter(({ name }) => name.split(".")[0] === "expected").map(({ name, place }) => ({
		message: `{{${name}}} is what the answer is judged by and cannot stand in the prompt`,
		hint: "Give the input another name than expected.",
		place
	}));
}

// src/prompts/inspect-messages.ts
/** What texts read of the case, which partials they include, and what is wrong with them, each at its place in the file. */
function inspectTexts(texts, language) {
	if (language === void 0) return {
		variables: variableUses(texts),
		partials: texts.flatMap(plainPartials),
		problems: texts.flatMap(({ content, region }) => findGadgets(content, placeIn(content, region)))
	};
	const variables = /* @__PURE__ */ new Map();
	const partials = [];
	const problems = [];
	for (const { content, region } of texts) {
		const inspection = templateEngines[language].inspect(content);
		const placeAt = placeIn(content, region);
		for (const { name, offset, optional } of inspection.variables) {
			const known = variables.get(name);
			const use = {
				name,
				place: known?.place ?? placeAt(offset)
			};
			variables.set(name, optional || known?.optional ? {
				...use,
				optional: true
			} : use);
		}
		partials.push(...inspection.partials.map(({ name, offset }) => ({
			name,
			place: placeAt(offset)
		})));
		problems.push(...inspection.mistakes.map(({ offset, ...mistake }) => ({
			...mistake,
			place: placeAt(offset)
		})));
	}
	return {
		variables: [...variables.values()],
		partials,
		problems
	};
}
/** Escapes of a quoted scalar move offsets: then the place is where the text begins. */
function placeIn(content, region) {
	return (offset) => region.placeAt(region.text === content ? offset : 0);
}
function plainPartials({ content, region }) {
	const written = partialUses(region.text);
	return [...partialUses(content).keys()].map((name) => ({
		name,
		place: region.placeAt(written.get(name) ?? 0)
	}));
}

// src/prompts/include-partials.ts
/** Files that a prompt may include in all. */
const fileLimit$1 = 100;
/**
* Reads the partials of a prompt, and those that they include. A partial that includes itself, or is not there, is told
* at the place where it is named.
*/
function includePartials(path, uses, includes, settings) {
	const partials = /* @__PURE__ */ new Map();
	const included = /* @__PURE__ */ new Map();
	const inclusions = /* @__PURE__ */ new Map();
	const variables = [];
	const problems = [];
	const include = ({ name, place }, through, names) => {
		if (names.includes(name)) {
			problems.push({
				message: `the partial ${name} includes itself: ${[...names, name].join(" → ")}`,
				place
			});
			return;
		}
		if (partials.has(name)) return;
		const candidates = settings.find(name);
		const found = candidates.find((candidate) => includes.read(candidate) !== null);
		const bytes = found === void 0 ? null : includes.read(found);
		if (found === void 0 || bytes === null) {
			problems.push(missingPartial(name, candidates, place));
			return;
		}
		if (included.size >= fileLimit$1) {
			problems.push({
				message: `the prompt includes more than ${fileLimit$1} files`,
				place
			});
			return;
		}
		const whole = decodePrompt(found, bytes);
		const { text, offset } = settings.strip(whole);
		partials.set(name, text);
		included.set(found, createHash("sha256").update(bytes).digest("hex"));
		inclusions.set(found, [...through, found]);
		const region = regionOf(found, whole, offset, offset + text.length);
		const inspected = inspectTexts([{
			content: text,
			region
		}], settings.language);
		variables.push(...inspected.variables);
		problems.push(...inspected.problems);
		for (const use of inspected.partials) include(use, [...through, found], [...names, name]);
	};
	for (const use of uses) include(use, [path], []);
	return {
		partials: Object.fromEntries(partials),
		included: Object.fromEntries(included),
		inclusions: Object.fromEntries(inclusions),
		variables,
		problems
	};
}
function missingPartial(name, candidates, place) {
	if (candidates.length === 0) return {
		message: `there is no partial ${name}`,
		hint: "Name its file under partials.",
		place
	};
	return {
		message: `the partial ${name} is not in the repository`,
		hint: `Looked for at ${candidates.join(", ")}.`,
		place
	};
}

// src/prompts/keys/judge-evaluators.ts
const llmKeys = [
	"modelId",
	"systemPrompt",
	"prompt",
	"choices"
];
/** GitHub's runner graded by gpt-4o, which is retired on 2027-01-14; what it calls context of an answer is the case's `expected`. */
const judgeModel = "openai/gpt-6-sol";
const builtIn = {
	coherence: { kind: "coherence" },
	fluency: { kind: "fluency" },
	groundedness: {
		kind: "groundedness",
		context: "{{expected}}"
	},
	relevance: { kind: "answer-relevance" },
	similarity: { kind: "similarity" }
};
/**
* The options of the judge that an `llm` evaluator stands for: what it says is the rubric, its choices are the menu, and
* `{{completion}}` is the answer. Null where it does not hold.
*/
function readLlmEvaluator(entry) {
	if (entry.mapOf(llmKeys) === null) return null;
	const model = entry.at("modelId").text();
	const system = entry.at("systemPrompt").exists ? entry.at("systemPrompt").text() : "";
	const prompt = entry.at("prompt").text();
	const choices = readChoices(entry.at("choices"));
	if (model === null || system === null || prompt === null || choices === null) return null;
	return {
		kind: "choices",
		model,
		instructions: [system, prompt].filter((text) => text !== "").join("\n\n"),
		choices
	};
}
function readChoices(entry) {
	const read = entry.items().map((item) => {
		if (item.mapOf(["choice", "score"]) === null) return null;
		const choice = item.at("choice").text();
		const score = item.at("score").value;
		if (typeof score !== "number" || !(score >= 0)) {
			item.complain(`${item.at("score").name} is no number of at least 0`);
			return null;
		}
		return choice === null ? null : {
			choice,
			score
		};
	});
	const choices = read.filter((each) => each !== null);
	if (choices.length < read.length) return null;
	if (choices.length < 2) {
		if (entry.exists) entry.complain(`${entry.name} offers one choice, so there is nothing to choose`);
		return null;
	}
	const best = Math.max(...choices.map(({ score }) => score));
	if (best <= 1) return choices;
	entry.warn(`${entry.name} has scores above 1`, `They are divided by ${best}, so that the best is 1.`);
	return choices.map(({ choice, score }) => ({
		choice,
		score: score / best
	}));
}
/** The judge that `uses: github/NAME` stands for; `foreign` where it is somebody else's, null where it does not hold. */
function readUsedEvaluator(entry) {
	const written = entry.text();
	if (written === null) return null;
	const [, name] = /^github\/(.*)$/.exec(written) ?? [];
	if (name === void 0) return "foreign";
	const options = Object.hasOwn(builtIn, name) ? builtIn[name] : void 0;
	if (options !== void 0) return {
		...options,
		model: judgeModel
	};
	const known = Object.keys(builtIn);
	const near = nearest(name, known);
	entry.complain(`${entry.name} is ${quote(written)}, which GitHub does not have`, near === null ? `There are ${known.map((each) => `github/${each}`).join(", ")}.` : `Did you mean github/${near}?`);
	return null;
}

// src/prompts/keys/evaluators.ts
/** The string evaluators with the semantics of GitHub's runner: the first that is set counts, in this order. */
const stringEvaluators = [
	{
		key: "equals",
		type: "equals",
		options: {
			trim: true,
			ignoreCase: false
		}
	},
	{
		key: "contains",
		type: "contains",
		options: { ignoreCase: true }
	},
	{
		key: "startsWith",
		type: "starts-with",
		options: { ignoreCase: true }
	},
	{
		key: "endsWith",
		type: "ends-with",
		options: { ignoreCase: true }
	}
];
const stringKeys = stringEvaluators.map(({ key }) => key);
const kinds = [
	"string",
	"llm",
	"uses"
];
const foreign = "comes from elsewhere: the evaluators known here are those of github/";
/** Reads the evaluators of GitHub's format: each has a name and one of `string`, `llm`, `uses`. */
function readEvaluators(entry) {
	const evaluators = [];
	const notRun = [];
	const names = /* @__PURE__ */ new Map();
	for (const item of entry.exists ? entry.items() : []) {
		if (item.mapOf(["name", ...kinds]) === null) continue;
		const { place } = item;
		const name = item.at("name").text();
		const first = names.get(name ?? "");
		if (name !== null && first !== void 0) item.complain(`two evaluators are named ${quote(name)}`, `The other one is at ${formatPlace(first)}.`);
		else if (name !== null) names.set(name, place);
		const written = kinds.filter((kind) => item.at(kind).exists);
		if (written.length !== 1) item.complain(`${item.name} needs exactly one of ${kinds.join(", ")}`);
		else if (written[0] === "string") {
			const spec = readStringEvaluator(item.at("string"));
			if (name !== null && spec !== null) evaluators.push({
				...spec,
				name,
				place
			});
		} else if (written[0] === "llm") {
			const options = readLlmEvaluator(item.at("llm"));
			if (name !== null && options !== null) evaluators.push({
				type: "judge",
				options,
				name,
				place
			});
		} else {
			const options = readUsedEvaluator(item.at("uses"));
			if (name !== null && options === "foreign") notRun.push({
				name,
				reason: foreign,
				place
			});
			else if (name !== null && options !== null && options !== "foreign") evaluators.push({
				type: "judge",
				options,
				name,
				place
			});
		}
	}
	return {
		evaluators,
		notRun
	};
}
function readStringEvaluator(entry) {
	if (entry.mapOf(stringKeys) === null) return null;
	const mistaken = stringKeys.filter((key) => entry.at(key).exists && typeof entry.at(key).value !== "string");
	for (const key of mistaken) entry.at(key).text();
	const [used, ...others] = stringEvaluators.filter(({ key }) => !mistaken.includes(key) && entry.at(key).value);
	for (const { key } of others) entry.at(key).warn(`${entry.at(key).name} is not used, because ${used?.key} is set`, "Make it an evaluator of its own.");
	if (used === void 0) {
		if (mistaken.length === 0) entry.complain(`${entry.name} needs one of ${stringKeys.join(", ")}`);
		return null;
	}
	return {
		type: used.type,
		options: {
			value: entry.at(used.key).value,
			...used.options
		}
	};
}

// src/prompts/keys/own-keys.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** `version: 1.4.0`; null where the file states none. */
function readSemanticVersion(entry) {
	if (!entry.exists) return null;
	const written = typeof entry.value === "number" ? String(entry.value) : entry.text();
	const version = written === null ? null : import_semver.default.valid(written);
	if (written !== null && version === null) entry.complain(`the version ${quote(written)} is no semantic version`, "Write X.Y.Z, for example 1.4.0.");
	return version;
}
/** `partials: { tone: ../shared/tone.md }`: names and the files they stand for, relative to the root; null: none named. */
function readPartialPaths(entry, from) {
	if (!entry.exists) return null;
	const paths = entry.entries().flatMap(([name, file]) => {
		const path = readPath(file, from);
		return path === null ? [] : [[name, path]];
	});
	return Object.fromEntries(paths);
}
/** `golden: ../golden/triage.jsonl`, relative to the root; null where the file names none. */
function readGoldenPath(entry, from) {
	return entry.exists ? readPath(entry, from) : null;
}
/** `scorers:` as in assay.yml. */
function readScorers(entry) {
	if (!entry.exists) return [];
	return entry.items().flatMap((item) => {
		const read = readScorerSpec(item.value ?? null, item.place);
		if ("spec" in read) return [read.spec];
		item.complain(read.problem.message, read.problem.hint);
		return [];
	});
}
function readPath(entry, from) {
	const written = entry.text();
	const path = written === null ? null : resolveWithin(from, written);
	if (written !== null && path === null) entry.complain(`${entry.name} leaves the repository`, "Paths are relative to the folder of the prompt file.");
	return path;
}

// src/prompts/keys/prompt-name.ts
/** Characters; a name stands in paths, comments and tables. */
const lengthLimit$1 = 200;
/** The prompt's name: as the file says, else the file's own name without the ending. Names become parts of paths. */
function readName(path, endings, entry) {
	const name = entry.exists ? entry.text() : nameOfFile(path, endings);
	if (name === null) return "";
	const mistake = mistakeOf(name);
	if (mistake !== null) entry.complain(`the name ${quote(name)} ${mistake}`, "A prompt's name becomes part of file names: choose another.");
	return name;
}
function nameOfFile(path, endings) {
	const file = path.slice(path.lastIndexOf("/") + 1);
	const ending = endings.find((candidate) => file.endsWith(candidate)) ?? "";
	return file.slice(0, file.length - ending.length);
}
function mistakeOf(name) {
	if (/[/\\]/.test(name)) return "contains a path separator";
	if (/\p{Cc}/u.test(name)) return "contains a control character";
	if (name.length > lengthLimit$1) return `is longer than ${lengthLimit$1} characters`;
	return /^\.{0,2}$/.test(name) ? "is no name" : null;
}

// src/prompts/keys/finish-prompt.ts
/** What is looked up in every case; a prompt of people's making has a handful. */
const variableLimit = 1e3;
/** Reads what all formats share, and puts the prompt together. Throws one UserError with all mistakes, in their order. */
function finishPrompt(read) {
	const { path, file, reading, configuration, messages } = read;
	const inspected = inspectTexts(messages, configuration.template);
	const included = includePartials(path, read.findPartial === null ? [] : inspected.partials, read.includes, {
		language: configuration.template,
		find: read.findPartial ?? (() => []),
		strip: read.stripPartial ?? ((text) => ({
			text: text.replace(/\n$/, ""),
			offset: 0
		}))
	});
	reading.problems.push(...inspected.problems, ...included.problems);
	if (messages.every(({ content }) => content.trim() === "") && reading.problems.length === 0) reading.problems.push({
		message: "the prompt is empty",
		hint: "A prompt has a text.",
		place: {
			path,
			line: 1
		}
	});
	const given = /* @__PURE__ */ new Set([...Object.keys(configuration.defaults ?? {}), ...read.optional ?? []]);
	const variables = new Map([...included.variables, ...inspected.variables].map((use) => [use.name, given.has(use.name.split(".")[0] ?? "") ? {
		...use,
		optional: true
	} : use]));
	if (variables.size > variableLimit) file.complain(`the prompt has more than ${variableLimit} variables`);
	else reading.problems.push(...leakedAnswers([...variables.values()]));
	const { evaluators, notRun } = readEvaluators(file.at("evaluators"));
	const { defaults, ...rest } = configuration;
	const shared = read.shared ?? {};
	const prompt = {
		path,
		name: readName(path, read.endings, file.at("name")),
		named: file.at("name").exists,
		description: file.at("description").exists ? file.at("description").text() : null,
		configuration: {
			messages: messages.map(({ role, content }) => ({
				role,
				content
			})),
			...rest,
			included: included.included,
			...defaults === void 0 || Object.keys(defaults).length === 0 ? {} : { defaults },
			...Object.keys(included.partials).length === 0 ? {} : { partials: included.partials }
		},
		variables: [...variables.values()],
		modelPlace: read.modelPlace,
		testData: read.testData,
		evaluators: [...evaluators, ...readScorers(file.at("scorers"))],
		notRun,
		inclusions: {
			...Object.fromEntries(Object.keys(shared).map((each) => [each, [path, each]])),
			...included.inclusions
		},
		...Object.keys(shared).length === 0 ? {} : { shared },
		semanticVersion: readSemanticVersion(file.at("version")),
		golden: readGoldenPath(file.at("golden"), path),
		warnings: reading.warnings
	};
	throwProblems(reading.problems.sort((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0)));
	return prompt;
}

// src/prompts/keys/picoschema.ts
const scalars = [
	"any",
	"boolean",
	"integer",
	"null",
	"number",
	"string"
];
/**
* A schema in Picoschema's short form as JSON Schema; one that is JSON Schema already stays as it is. Names of schemas
* that live in an application stand for anything, and are told. Null where there is none.
*/
function readPicoschema(entry) {
	if (!entry.exists) return null;
	const { value } = entry;
	if (isObject(value)) {
		const type = value["type"];
		if (typeof type === "string" && [
			...scalars,
			"object",
			"array"
		].includes(type)) return value;
		if (isObject(value["properties"])) return {
			...value,
			type: "object"
		};
	}
	return toSchema(entry);
}
function toSchema(entry) {
	if (typeof entry.value === "string") return toNamedType(entry.value, entry);
	if (isObject(entry.value)) return toObject(entry);
	entry.complain(`${entry.name} is no schema`, "For example: name: string, the person's name");
	return {};
}
/** `string, what it is`: a type and, behind a comma, its description. */
function toNamedType(written, entry) {
	const { type, description } = splitDescription(written);
	const described = description === null ? {} : { description };
	if (type === "any") return described;
	if (scalars.includes(type)) return {
		type,
		...described
	};
	entry.warn(`the schema ${type} is not here: it stands for anything`, "Schemas of an application are not known to its prompts.");
	return described;
}
function toObject(entry) {
	const properties = [];
	const required = [];
	let additionalProperties = false;
	for (const [key, property] of entry.entries()) {
		if (key === "(*)") {
			additionalProperties = toSchema(property);
			continue;
		}
		const { name, optional, kind, description } = readKey(key);
		const schema = toProperty(kind, property);
		const whole = description === null ? schema : {
			...schema,
			description
		};
		properties.push([name, optional ? orNull(whole) : whole]);
		if (!optional) required.push(name);
	}
	return {
		type: "object",
		properties: Object.fromEntries(properties),
		...required.length === 0 ? {} : { required },
		additionalProperties
	};
}
/** `name?(array, what it is)`. */
function readKey(key) {
	const [, name = key, mark, inner] = /^([^?(]*)(\??)(?:\((.*)\))?$/.exec(key) ?? [];
	const { type, description } = splitDescription(inner ?? "");
	return {
		name,
		optional: mark === "?",
		kind: inner === void 0 ? null : type,
		description
	};
}
function toProperty(kind, property) {
	switch (kind) {
		case null:
		case "object": return toSchema(property);
		case "array": return {
			type: "array",
			items: toSchema(property)
		};
		case "enum": return { enum: property.items().map(({ value }) => value ?? null) };
		default:
			property.complain(`${kind} cannot stand in brackets`, "It is one of array, object, enum.");
			return {};
	}
}
/** What need not be there may also be null. */
function orNull(schema) {
	if (Array.isArray(schema["enum"])) return {
		...schema,
		enum: [...schema["enum"], null]
	};
	return typeof schema["type"] === "string" ? {
		...schema,
		type: [schema["type"], "null"]
	} : schema;
}
function splitDescription(written) {
	const comma = written.indexOf(",");
	if (comma < 0) return {
		type: written.trim(),
		description: null
	};
	return {
		type: written.slice(0, comma).trim(),
		description: written.slice(comma + 1).trim()
	};
}

// src/prompts/keys/references.ts
/** `${env:NAME}` or, in version 2, `${env:NAME:default}`. */
const environmentReference = /^\$\{env:([^:}]+)(?::([^}]*))?\}$/i;
/**
* A text that may name an environment variable: what stands as its default, else null, and told. A prompt file never
* reads the environment: it may come from anybody, and secrets stand there.
*/
function withoutEnvironment(text, entry) {
	const found = environmentReference.exec(text.trim());
	if (found === null) return text;
	if (found[2] !== void 0) return found[2];
	entry.warn(`${text} is not read: a prompt file does not see the environment`, "Write the value into assay.yml or the file.");
	return null;
}
/** The same value, in which what names an environment variable is null or its default. */
function withoutReferences(value, entry) {
	if (typeof value === "string") return withoutEnvironment(value, entry);
	if (Array.isArray(value)) return value.map((item) => withoutReferences(item, entry));
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutReferences(item, entry)]));
}

// src/prompts/keys/prompty-samples.ts
/** A value that stands in a file of the repository. */
const fileReference = /^\$\{file:([^}]+)\}$/i;
/** Sample values as rows of test data: one map, or a list of them, written here or in a file of the repository. */
function readSamples(entry, path, includes) {
	if (!entry.exists) return [];
	const value = resolveValue(entry.value ?? null, entry, path, includes);
	return (Array.isArray(value) ? value : [value]).filter(isObject).map((row) => ({
		value: row,
		place: entry.place
	}));
}
function resolveValue(value, entry, path, includes) {
	if (typeof value === "string") {
		const written = fileReference.exec(value.trim())?.[1];
		if (written === void 0) return withoutEnvironment(value, entry);
		return readReferenced(written, entry, path, includes)?.value ?? null;
	}
	if (Array.isArray(value)) return value.map((item) => resolveValue(item, entry, path, includes));
	if (!isObject(value)) return value;
	const entries = Object.entries(value).map(([key, item]) => [key, resolveValue(item, entry, path, includes)]);
	return Object.fromEntries(entries);
}
/** A file's text; its data where it is JSON. Null, and told, where it cannot be read. */
function readReferenced(written, entry, from, includes) {
	const path = resolveWithin(from, written.trim());
	if (path === null) {
		entry.complain(`the file ${written} leaves the repository`, "Paths are relative to the folder of the prompt file.");
		return null;
	}
	const bytes = includes.read(path);
	if (bytes === null) {
		entry.complain(`the file ${path} is not in the repository`);
		return null;
	}
	try {
		const text = decodePrompt(path, bytes);
		if (!path.endsWith(".json")) return {
			path,
			value: text
		};
		const data = JSON.parse(text);
		if (isPlainData(data)) return {
			path,
			value: data
		};
		entry.complain(`${path} is nested too deeply`);
	} catch (error) {
		entry.complain(error instanceof UserError ? error.message : `${path} is no JSON: ${error.message}`);
	}
	return null;
}

// src/prompts/formats/dotprompt.ts
const endings$4 = [".prompt"];
/** Blank lines and comments, such as those of a licence, may stand before the front matter. */
const preamble = /^(?:(?:#[^\n]*|[ \t]*)\n)*/;
const knownKeys$2 = [...[
	"name",
	"description",
	"version",
	"variant",
	"model",
	"config",
	"input",
	"output",
	"tools",
	"toolDefs",
	"ext"
], ...[
	"golden",
	"scorers",
	"evaluators",
	"testData",
	"metadata"
]];
/** Other names of parameters, by what the API calls them. */
const renamed$2 = {
	max_output_tokens: "max_tokens",
	stop_sequences: "stop"
};
/** dotprompt: front matter, and a body in Handlebars. `_name.prompt` beside it or in a folder above is the partial `name`. */
const dotpromptFormat = {
	endings: endings$4,
	description: "dotprompt: front matter with Picoschema, and a body in Handlebars; partials in files `_name.prompt`",
	parse(path, source, includes) {
		const { frontMatter, lineOffset, body } = splitFrontMatter(path, decodePrompt(path, source), preamble);
		const reading = {
			text: frontMatter,
			yaml: readYaml(path, frontMatter, lineOffset),
			problems: [],
			warnings: []
		};
		const file = new Entry(reading, reading.yaml.value ?? {});
		for (const [key, entry] of file.entries()) if (!knownKeys$2.includes(key) && !key.includes(".")) entry.warn(`${key} is not read`, "It is no key of dotprompt.");
		const model = file.at("model");
		const input = file.at("input");
		const defaults = isObject(input.at("default").value) ? input.at("default").value : void 0;
		const schema = readPicoschema(input.at("schema"));
		const variantOf = variantOfFile(path);
		const prompt = finishPrompt({
			path,
			endings: endings$4,
			file,
			reading,
			configuration: {
				model: model.exists ? model.text()?.replace(/^googleai\//, "google/") ?? null : null,
				parameters: readConfig(file.at("config")),
				format: readOutput(file.at("output"), file.at("name").value ?? "output"),
				tools: readTools$2(file),
				template: "handlebars",
				...isObject(defaults) ? { defaults } : {}
			},
			messages: [{
				role: "user",
				content: body.text,
				region: body
			}],
			optional: optionalProperties(schema),
			testData: readSamples(file.at("testData"), path, includes),
			modelPlace: model.exists ? model.place : {
				path,
				line: 1
			},
			findPartial: (name) => partialPaths(path, name),
			stripPartial: (text) => {
				const { body: own, bodyStart } = splitFrontMatter(path, text, preamble);
				return {
					text: own.text,
					offset: bodyStart
				};
			},
			includes
		});
		return [variantOf === null ? prompt : {
			...prompt,
			variantOf
		}];
	}
};
/** `menu.formal.prompt` is the variant `formal` of `menu.prompt`, where that is there. */
function variantOfFile(path) {
	const [, base, name] = /^((?:.*\/)?[^/.][^/]*)\.([^/.]+)\.prompt$/.exec(path) ?? [];
	return base === void 0 || name === void 0 ? null : {
		path: `${base}.prompt`,
		name
	};
}
/** Beside the prompt, then in each folder above it. */
function partialPaths(path, name) {
	if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(name) || name.split("/").includes("..")) return [];
	const file = joinPath(folderOf(name), `_${fileName(name)}.prompt`);
	const paths = [];
	for (let folder = folderOf(path);; folder = folderOf(folder)) {
		paths.push(joinPath(folder, file));
		if (folder === folderOf(folder)) return paths;
	}
}
function readConfig(entry) {
	if (!entry.exists) return {};
	const parameters = entry.entries().flatMap(([key, { value }]) => {
		const name = toSnakeCase(key);
		return value === void 0 || name === "stream" ? [] : [[renamed$2[name] ?? name, value]];
	});
	return Object.fromEntries(parameters);
}
function readOutput(entry, name) {
	if (!entry.exists) return null;
	const schema = readPicoschema(entry.at("schema"));
	const format = entry.at("format").exists ? entry.at("format").word(["json", "text"]) : null;
	if (schema !== null && format !== "text") return {
		type: "json_schema",
		json_schema: {
			name: String(name).replace(/[^\w-]/g, "-").slice(0, 64),
			schema
		}
	};
	return format === "json" ? { type: "json_object" } : null;
}
/** Tools that are defined here; those that are only named live in the application. */
function readTools$2(file) {
	const named = file.at("tools");
	if (named.exists) named.warn("tools are named, but not defined here: they are not sent", "Define them under toolDefs.");
	const defined = file.at("toolDefs");
	if (!defined.exists) return null;
	return defined.items().flatMap((item) => {
		const name = item.at("name").text();
		if (name === null) return [];
		const description = item.at("description").value;
		const parameters = readPicoschema(item.at("inputSchema"));
		return [{
			type: "function",
			function: {
				name,
				...description === void 0 ? {} : { description },
				...parameters && { parameters }
			}
		}];
	});
}
/** Properties of the input that need no value. */
function optionalProperties(schema) {
	const properties = isObject(schema?.["properties"]) ? Object.keys(schema["properties"]) : [];
	const required = schema?.["required"];
	return new Set(properties.filter((name) => !(Array.isArray(required) && required.includes(name))));
}

// src/prompts/formats/langchain.ts
const endings$3 = [
	".json",
	".yaml",
	".yml"
];
/** The classes of messages, by their names in the constructor form, and by `type` elsewhere. */
const roles$2 = {
	SystemMessagePromptTemplate: "system",
	HumanMessagePromptTemplate: "user",
	AIMessagePromptTemplate: "assistant",
	SystemMessage: "system",
	HumanMessage: "user",
	AIMessage: "assistant"
};
/** LangChain's serialised prompts: the older form with `_type`, and the constructor form with `lc`. */
const langchainFormat = {
	endings: endings$3,
	description: "LangChain's serialised prompts, as YAML or JSON: the form with `_type`, and the constructor form with `lc`",
	recognises: (text) => /(?:^|[{,\s])["']?_type["']?\s*:/.test(text) || /"lc"\s*:\s*1\b/.test(text),
	parse(path, source, includes) {
		const text = decodePrompt(path, source);
		const reading = {
			text,
			yaml: readYaml(path, text),
			problems: [],
			warnings: []
		};
		const file = new Entry(reading, reading.yaml.value ?? {});
		const found = file.at("lc").exists ? readConstructor(file) : readLegacy(file, path, includes);
		return [finishPrompt({
			path,
			endings: endings$3,
			file: new Entry(reading, {}),
			reading,
			configuration: {
				model: null,
				parameters: {},
				format: null,
				tools: null,
				template: found.language,
				defaults: found.defaults
			},
			messages: found.messages,
			testData: [],
			modelPlace: {
				path,
				line: 1
			},
			findPartial: null,
			includes
		})];
	}
};
/** `{ _type: prompt, template, template_format }`, its text also in a file of its own. */
function readLegacy(file, path, includes) {
	const type = file.at("_type").text();
	if (type !== "prompt") {
		file.at("_type").complain(`what has the type ${type} is not read`, "Only the type prompt has a text of its own.");
		return {
			messages: [],
			language: "f-string",
			defaults: {}
		};
	}
	const language = readLanguage$1(file.at("template_format"));
	const defaults = file.at("partial_variables").value;
	const named = file.at("template_path");
	return {
		messages: named.exists ? readTemplateFile(named, path, includes) : readText$1(file.at("template")),
		language,
		defaults: isObject(defaults) ? defaults : {}
	};
}
function readText$1(entry) {
	const content = entry.text();
	return content === null ? [] : [{
		role: "user",
		content,
		region: entry.region
	}];
}
/** LangChain itself was made to read any file of a machine this way: here it is one of the repository, and only a text. */
function readTemplateFile(entry, from, includes) {
	const written = entry.text();
	const path = written === null ? null : resolveWithin(from, written);
	if (written === null) return [];
	if (path === null || !path.endsWith(".txt")) {
		entry.complain("template_path names no .txt file within the repository");
		return [];
	}
	const bytes = includes.read(path);
	if (bytes === null) {
		entry.complain(`the file ${path} is not in the repository`);
		return [];
	}
	const content = decodePrompt(path, bytes);
	return [{
		role: "user",
		content,
		region: regionOf(path, content, 0, content.length)
	}];
}
/** `{ lc: 1, type: constructor, id: [..., ChatPromptTemplate], kwargs: { messages } }`. */
function readConstructor(file) {
	const name = className(file);
	if (name === "PromptTemplate") {
		const kwargs = file.at("kwargs");
		return {
			messages: readText$1(kwargs.at("template")),
			language: readLanguage$1(kwargs.at("template_format")),
			defaults: {}
		};
	}
	if (name !== "ChatPromptTemplate") {
		file.complain(`${name ?? "this"} is no prompt that can be read`, "It is one of PromptTemplate, ChatPromptTemplate.");
		return {
			messages: [],
			language: "f-string",
			defaults: {}
		};
	}
	const languages = /* @__PURE__ */ new Set();
	const items = file.at("kwargs").at("messages").items();
	const read = items.flatMap((item) => isPlaceholder(item) ? [] : readMessage(item, languages));
	const [language = "f-string", other] = [...languages];
	if (other !== void 0) file.complain(`the messages are written in ${language} and ${other}`, "Use one of them.");
	const partial = file.at("kwargs").at("partial_variables").value;
	return placeTurns({
		messages: read,
		language,
		defaults: isObject(partial) ? partial : {}
	}, items);
}
/** The same with the place of a case's turns among the messages, where a placeholder marks it. */
function placeTurns(found, items) {
	const [turns, second] = items.filter((item) => isPlaceholder(item) && variableOf(item) !== scratchpad);
	if (turns === void 0) return found;
	second?.complain(`a second place for messages, ${variableOf(second)}, is not read`, "A case has one conversation, which stands at one MessagesPlaceholder.");
	const options = turns.at("kwargs");
	if (options.at("n_messages").exists) options.at("n_messages").complain("n_messages is not read", "All turns of a case are sent.");
	const place = {
		role: "user",
		content: found.language === "mustache" ? "{{messages}}" : "{messages}",
		region: options.at("variable_name").region
	};
	const before = items.slice(0, items.indexOf(turns)).filter((item) => !isPlaceholder(item)).length;
	const isOptional = options.at("optional").value === true;
	return {
		...found,
		messages: found.messages.toSpliced(before, 0, place),
		defaults: isOptional ? {
			messages: [],
			...found.defaults
		} : found.defaults
	};
}
/** What an agent says and hears while it works: it follows the prompt's messages anyway. */
const scratchpad = "agent_scratchpad";
const placeholder = "MessagesPlaceholder";
/** A place for a list of messages, whatever the application calls it: here it is the case's conversation. */
function isPlaceholder(item) {
	return className(item) === placeholder;
}
function variableOf(item) {
	return String(item.at("kwargs").at("variable_name").value);
}
function readMessage(item, languages) {
	const name = className(item);
	if (name === null || !Object.hasOwn(roles$2, name)) {
		item.complain(`${name ?? "a message of this kind"} is not read`, `Messages: ${[...Object.keys(roles$2), placeholder].join(", ")}.`);
		return [];
	}
	const role = roles$2[name];
	const kwargs = item.at("kwargs");
	const fixed = !name.endsWith("PromptTemplate");
	const prompt = kwargs.at("prompt").at("kwargs");
	if (!fixed) languages.add(readLanguage$1(prompt.at("template_format")));
	const written = fixed ? kwargs.at("content") : prompt.at("template");
	const content = written.text();
	const text = fixed && content !== null ? content.replace(/[{}]/g, "$&$&") : content;
	return text === null ? [] : [{
		role,
		content: text,
		region: written.region
	}];
}
function className(entry) {
	const id = entry.at("id").value;
	const last = Array.isArray(id) ? id.at(-1) : null;
	return typeof last === "string" ? last : null;
}
/** Jinja runs code in LangChain, which refuses it in files; so do we, rather than read it otherwise than LangChain does. */
function readLanguage$1(entry) {
	const written = entry.value ?? "f-string";
	if (written === "mustache") return "mustache";
	if (written === "jinja2") entry.complain("jinja2 in a serialised prompt is refused, as LangChain itself does", "Use f-string or mustache.");
	else if (written !== "f-string") entry.complain("the template format is none of f-string, mustache");
	return "f-string";
}

// src/prompts/keys/messages.ts
const roles$1 = [
	"system",
	"developer",
	"user",
	"assistant"
];
/** The messages of a prompt; each has a role and a text. */
function readMessages(entry) {
	const items = entry.items();
	if (Array.isArray(entry.value) && items.length === 0) entry.complain("messages is empty", "A prompt has a message.");
	return items.flatMap((item) => {
		if (item.mapOf(["role", "content"]) === null) return [];
		const role = item.at("role").word(roles$1);
		const content = item.at("content").text();
		return role === null || content === null ? [] : [{
			role,
			content,
			region: item.at("content").region
		}];
	});
}

// src/prompts/keys/response-format.ts
const schemaKeys = [
	"name",
	"description",
	"schema",
	"strict"
];
const example$1 = `jsonSchema: |-\n  { "name": "result", "strict": true, "schema": { "type": "object" } }`;
/** The response format as the API takes it; null for plain text, whether the file says `text` or nothing. */
function readResponseFormat(file) {
	const schemaEntry = file.at("jsonSchema");
	const formatEntry = file.at("responseFormat");
	const type = formatEntry.exists ? formatEntry.word([
		"text",
		"json_object",
		"json_schema"
	]) : null;
	const schema = schemaEntry.exists ? readJsonSchema(schemaEntry) : null;
	if (type === "json_schema" && !schemaEntry.exists) formatEntry.complain("responseFormat is json_schema, but there is no jsonSchema", `For example:\n${example$1}`);
	if (schemaEntry.exists && type !== "json_schema") schemaEntry.warn("jsonSchema is not used", "It takes effect with responseFormat: json_schema.");
	if (type === "json_object") return { type };
	return type === "json_schema" && schema !== null ? {
		type,
		json_schema: schema
	} : null;
}
/** Parsed, so that its layout does not matter. */
function readJsonSchema(entry) {
	if (typeof entry.value !== "string") {
		entry.complain("jsonSchema is not a text", `It is JSON written as a text, for example:\n${example$1}`);
		return null;
	}
	let value;
	try {
		value = JSON.parse(entry.value);
	} catch (error) {
		entry.complain(`jsonSchema is not valid JSON: ${error.message}`);
		return null;
	}
	if (!isPlainData(value)) {
		entry.complain("jsonSchema is nested too deeply");
		return null;
	}
	if (!isObject(value) || typeof value["name"] !== "string" || value["name"] === "" || !isObject(value["schema"])) {
		entry.complain("jsonSchema is not an object with a name and a schema", `For example:\n${example$1}`);
		return null;
	}
	for (const key of Object.keys(value)) {
		if (schemaKeys.includes(key)) continue;
		const { message, hint } = unknownKey(key, schemaKeys, entry.place);
		entry.complain(`${message} in jsonSchema`, hint);
	}
	if (Object.hasOwn(value, "strict") && typeof value["strict"] !== "boolean") entry.complain("strict in jsonSchema is not true or false");
	return value;
}

// src/prompts/keys/tools.ts
const functionKeys = [
	"name",
	"description",
	"parameters",
	"strict"
];
const example = "tools:\n  - type: function\n    function: { name: get_weather, parameters: { type: object, properties: { city: { type: string } } } }";
/**
* The tools that the model may call, as the API takes them: functions with a name and a JSON Schema of their arguments.
* A function may be written flat, without the map `function`; what the provider itself offers (another `type`) goes as
* it is. Null where there are none.
*/
function readTools$1(entry) {
	if (!entry.exists) return null;
	const tools = entry.items().flatMap((item) => {
		const tool = readTool(item);
		return tool === null ? [] : [tool];
	});
	const names = tools.flatMap((tool) => nameOf$1(tool) ?? []);
	for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index))) entry.complain(`two tools are named ${quote(name)}`, "Give each a name of its own.");
	return tools.length === 0 ? null : tools;
}
function readTool(item) {
	if (!isObject(item.value)) {
		item.complain(`${item.name} is no map`, `For example:\n${example}`);
		return null;
	}
	if (!isPlainData(item.value)) {
		item.complain(`${item.name} is nested too deeply`);
		return null;
	}
	const type = item.at("type").exists ? item.at("type").text() : "function";
	if (type !== "function") return type === null ? null : item.value;
	const flat = !item.at("function").exists;
	if (item.mapOf(flat ? ["type", ...functionKeys] : ["type", "function"]) === null) return null;
	const written = flat ? item : item.at("function");
	if (!flat && written.mapOf(functionKeys) === null) return null;
	const name = written.at("name").text();
	if (written.at("description").exists) written.at("description").text();
	const parameters = written.at("parameters");
	if (parameters.exists) parameters.entries();
	const strict = written.at("strict");
	if (strict.exists && typeof strict.value !== "boolean") strict.complain(`${strict.name} is not true or false`);
	if (name === null) return null;
	const { type: _type, ...rest } = written.value;
	return {
		type: "function",
		function: rest
	};
}
function nameOf$1(tool) {
	const described = isObject(tool) ? tool["function"] : void 0;
	return isObject(described) && typeof described["name"] === "string" ? described["name"] : null;
}

// src/prompts/keys/read-prompt.ts
const knownKeys$1 = [
	"name",
	"description",
	"model",
	"modelParameters",
	"messages",
	"responseFormat",
	"jsonSchema",
	"tools",
	"testData",
	"evaluators",
	"version",
	"partials",
	"golden",
	"scorers"
];
/** Reads the keys of a prompt file. Throws one UserError with all mistakes. */
function readPrompt$1({ path, endings, text, yaml, body, includes }) {
	const reading = {
		text,
		yaml,
		problems: [],
		warnings: []
	};
	const file = new Entry(reading, yaml.value ?? {});
	if (file.mapOf(knownKeys$1) === null) throwProblems(reading.problems);
	const model = file.at("model").exists ? file.at("model").text() : null;
	const messages = body === null ? readMessages(file.at("messages")) : readBody(file, body, reading.problems);
	const partials = readPartialPaths(file.at("partials"), path);
	return finishPrompt({
		path,
		endings,
		file,
		reading,
		configuration: {
			model,
			parameters: readParameters(file.at("modelParameters")),
			format: readResponseFormat(file),
			tools: readTools$1(file.at("tools"))
		},
		messages,
		testData: file.at("testData").exists ? file.at("testData").items().map(({ value, place }) => ({
			value: value ?? null,
			place
		})) : [],
		modelPlace: model === null ? {
			path,
			line: 1
		} : file.at("model").place,
		findPartial: partials === null ? null : (name) => Object.hasOwn(partials, name) ? [partials[name] ?? ""] : [],
		includes
	});
}
function readBody(file, body, problems) {
	const empty = body.text.trim() === "";
	if (file.at("messages").exists) {
		if (!empty) file.at("messages").complain("the file has both messages and a text", "Make the text one of the messages.");
		return readMessages(file.at("messages"));
	}
	if (empty) problems.push({
		message: "the prompt is empty",
		hint: "The text of the file is the prompt.",
		place: body.placeAt(0)
	});
	return [{
		role: "user",
		content: body.text,
		region: body
	}];
}

// src/prompts/formats/prompt-yml.ts
const endings$2 = [".prompt.yml", ".prompt.yaml"];
/** GitHub's prompt files, whole. */
const promptYmlFormat = {
	endings: endings$2,
	description: "GitHub's prompt files: messages, model, parameters, response format, test data and evaluators in YAML",
	parse(path, source, includes) {
		const text = decodePrompt(path, source);
		return [readPrompt$1({
			path,
			endings: endings$2,
			text,
			yaml: readYaml(path, text),
			body: null,
			includes
		})];
	}
};

// src/prompts/promptfoo/names.ts
/** Characters; a name stands in paths, tables and comments. */
const lengthLimit = 80;
/** Gives prompts of one file different names: what they are called there, brought to what a name may be. */
function createNames() {
	const taken = /* @__PURE__ */ new Set();
	return (wanted, index) => {
		const written = (wanted ?? "").replace(/[/\\\p{Cc}]+/gu, "-").replace(/\s+/g, " ").trim().slice(0, lengthLimit);
		const base = /^\.{0,2}$/.test(written) ? `prompt-${index + 1}` : written;
		let name = base;
		for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
		taken.add(name);
		return name;
	};
}

// src/prompts/promptfoo/planned-calls.ts
/** Assertions that ask a model, whether or not they have an equal here. */
const graded$1 = /^(?:not-)?(?:llm-rubric|g-eval|(?:model-graded-)?factuality|model-graded-closedqa|answer-relevance|(?:context|conversation)-\w+|similar(?::\w+)?|moderation|pi|(?:search|agent)-rubric|trajectory:goal-success|select-best)$/;
/** How many assertions of a list ask a model, those within sets included. Each counts as one call, the least it takes. */
function countGraded(spot) {
	return spot.items().flatMap((item) => [item, ...item.at("assert").items()]).filter((item) => {
		const { value } = item.at("type");
		return typeof value === "string" && graded$1.test(value);
	}).length;
}
/** What promptfoo plans for the whole configuration: every prompt, with every provider, over every test that is for it. */
function planCalls({ root, prompts, providers, tests, config, isFor }) {
	const calls = prompts.reduce((sum, prompt) => {
		return sum + providers.filter((provider) => isFor(provider.prompts, prompt)).length * tests.filter((test) => isFor(test.prompts, prompt)).reduce((all, test) => all + 1 + test.graded, 0);
	}, 0);
	const repeats = ["commandLineOptions", "evaluateOptions"].map((key) => root.at(key).at("repeat").value).find((value) => typeof value === "number" && Number.isInteger(value) && value > 0);
	return {
		calls: config.omits || calls === 0 ? null : calls,
		repeats: typeof repeats === "number" ? repeats : 1
	};
}

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class CsvError extends Error {
	constructor(code, message, options, ...contexts) {
		if (Array.isArray(message)) message = message.join(" ").trim();
		super(message);
		if (Error.captureStackTrace !== void 0) Error.captureStackTrace(this, CsvError);
		this.code = code;
		for (const context of contexts) for (const key in context) {
			const value = context[key];
			this[key] = Buffer.isBuffer(value) ? value.toString(options.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
		}
	}
};

// node_modules/csv-parse/lib/utils/is_object.js
const is_object = function(obj) {
	return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
const normalize_columns_array = function(columns) {
	const normalizedColumns = [];
	for (let i = 0, l = columns.length; i < l; i++) {
		const column = columns[i];
		if (column === void 0 || column === null || column === false) normalizedColumns[i] = { disabled: true };
		else if (typeof column === "string" || typeof column === "number") normalizedColumns[i] = { name: `${column}` };
		else if (is_object(column)) {
			if (typeof column.name !== "string") throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
				"Option columns missing name:",
				`property "name" is required at position ${i}`,
				"when column is an object literal"
			]);
			normalizedColumns[i] = column;
		} else throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
			"Invalid column definition:",
			"expect a string or a literal object,",
			`got ${JSON.stringify(column)} at position ${i}`
		]);
	}
	return normalizedColumns;
};

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
	constructor(size = 100) {
		this.size = size;
		this.length = 0;
		this.buf = Buffer.allocUnsafe(size);
	}
	prepend(val) {
		if (Buffer.isBuffer(val)) {
			const length = this.length + val.length;
			if (length >= this.size) {
				this.resize();
				if (length >= this.size) throw Error("INVALID_BUFFER_STATE");
			}
			const buf = this.buf;
			this.buf = Buffer.allocUnsafe(this.size);
			val.copy(this.buf, 0);
			buf.copy(this.buf, val.length);
			this.length += val.length;
		} else {
			const length = this.length++;
			if (length === this.size) this.resize();
			const buf = this.clone();
			this.buf[0] = val;
			buf.copy(this.buf, 1, 0, length);
		}
	}
	append(val) {
		const length = this.length++;
		if (length === this.size) this.resize();
		this.buf[length] = val;
	}
	clone() {
		return Buffer.from(this.buf.slice(0, this.length));
	}
	resize() {
		const length = this.length;
		this.size = this.size * 2;
		const buf = Buffer.allocUnsafe(this.size);
		this.buf.copy(buf, 0, 0, length);
		this.buf = buf;
	}
	toString(encoding) {
		if (encoding) return this.buf.toString(encoding, 0, this.length);
		else return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
	}
	toJSON() {
		return this.toString("utf8");
	}
	reset() {
		this.length = 0;
	}
};

// node_modules/csv-parse/lib/api/init_state.js
const init_state = function(options) {
	const timchars = [
		32,
		9,
		10,
		13,
		12,
		11,
		160,
		5760,
		8192,
		8193,
		8194,
		8195,
		8196,
		8197,
		8198,
		8199,
		8200,
		8201,
		8202,
		8232,
		8233,
		8239,
		8287,
		12288,
		65279
	].reduce((acc, codepoint) => {
		const encoded = Buffer.from(String.fromCharCode(codepoint), options.encoding);
		if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) return acc;
		acc.push(encoded);
		return acc;
	}, []);
	const timcharFirstBytes = /* @__PURE__ */ new Uint8Array(256);
	for (const t of timchars) timcharFirstBytes[t[0]] = 1;
	return {
		bomSkipped: false,
		bufBytesStart: 0,
		castField: options.cast_function,
		commenting: false,
		delimiterBufPrevious: void 0,
		delimiterDiscovered: false,
		error: void 0,
		enabled: options.from_line === 1,
		escaping: false,
		escapeIsQuote: Buffer.isBuffer(options.escape) && Buffer.isBuffer(options.quote) && Buffer.compare(options.escape, options.quote) === 0,
		expectedRecordLength: Array.isArray(options.columns) ? options.columns.length : void 0,
		field: new ResizeableBuffer(20),
		firstLineToHeaders: options.cast_first_line_to_header,
		needMoreDataSize: Math.max(options.comment !== null ? options.comment.length : 0, ...options.delimiter ? options.delimiter.map((delimiter) => delimiter.length) : [], options.delimiter_auto ? 1 : 0, options.quote !== null ? options.quote.length : 0, ...timchars.map((t) => t.length)),
		previousBuf: void 0,
		quoting: false,
		stop: false,
		rawBuffer: new ResizeableBuffer(100),
		record: [],
		recordHasError: false,
		record_length: 0,
		recordDelimiterMaxLength: options.record_delimiter.length === 0 ? 0 : Math.max(...options.record_delimiter.map((v) => v.length)),
		trimChars: [Buffer.from(" ", options.encoding)[0], Buffer.from("	", options.encoding)[0]],
		wasQuoting: false,
		wasRowDelimiter: false,
		timchars,
		timcharFirstBytes
	};
};

// node_modules/csv-parse/lib/utils/underscore.js
const underscore = function(str) {
	return str.replace(/([A-Z])/g, function(_, match) {
		return "_" + match.toLowerCase();
	});
};

// node_modules/csv-parse/lib/api/normalize_options.js
const normalize_options = function(opts) {
	const options = {};
	for (const opt in opts) options[underscore(opt)] = opts[opt];
	if (options.encoding === void 0 || options.encoding === true) options.encoding = "utf8";
	else if (options.encoding === null || options.encoding === false) options.encoding = null;
	else if (typeof options.encoding !== "string" && options.encoding !== null) throw new CsvError("CSV_INVALID_OPTION_ENCODING", [
		"Invalid option encoding:",
		"encoding must be a string or null to return a buffer,",
		`got ${JSON.stringify(options.encoding)}`
	], options);
	if (options.bom === void 0 || options.bom === null || options.bom === false) options.bom = false;
	else if (options.bom !== true) throw new CsvError("CSV_INVALID_OPTION_BOM", [
		"Invalid option bom:",
		"bom must be true,",
		`got ${JSON.stringify(options.bom)}`
	], options);
	options.cast_function = null;
	if (options.cast === void 0 || options.cast === null || options.cast === false || options.cast === "") options.cast = void 0;
	else if (typeof options.cast === "function") {
		options.cast_function = options.cast;
		options.cast = true;
	} else if (options.cast !== true) throw new CsvError("CSV_INVALID_OPTION_CAST", [
		"Invalid option cast:",
		"cast must be true or a function,",
		`got ${JSON.stringify(options.cast)}`
	], options);
	if (options.cast_date === void 0 || options.cast_date === null || options.cast_date === false || options.cast_date === "") options.cast_date = false;
	else if (options.cast_date === true) options.cast_date = function(value) {
		const date = Date.parse(value);
		return !isNaN(date) ? new Date(date) : value;
	};
	else if (typeof options.cast_date !== "function") throw new CsvError("CSV_INVALID_OPTION_CAST_DATE", [
		"Invalid option cast_date:",
		"cast_date must be true or a function,",
		`got ${JSON.stringify(options.cast_date)}`
	], options);
	options.cast_first_line_to_header = void 0;
	if (options.columns === true) options.cast_first_line_to_header = void 0;
	else if (typeof options.columns === "function") {
		options.cast_first_line_to_header = options.columns;
		options.columns = true;
	} else if (Array.isArray(options.columns)) options.columns = normalize_columns_array(options.columns);
	else if (options.columns === void 0 || options.columns === null || options.columns === false) options.columns = false;
	else throw new CsvError("CSV_INVALID_OPTION_COLUMNS", [
		"Invalid option columns:",
		"expect an array, a function or true,",
		`got ${JSON.stringify(options.columns)}`
	], options);
	if (options.group_columns_by_name === void 0 || options.group_columns_by_name === null || options.group_columns_by_name === false) options.group_columns_by_name = false;
	else if (options.group_columns_by_name !== true) throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME", [
		"Invalid option group_columns_by_name:",
		"expect an boolean,",
		`got ${JSON.stringify(options.group_columns_by_name)}`
	], options);
	else if (options.columns === false) throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME", ["Invalid option group_columns_by_name:", "the `columns` mode must be activated."], options);
	if (options.comment === void 0 || options.comment === null || options.comment === false || options.comment === "") options.comment = null;
	else {
		if (typeof options.comment === "string") options.comment = Buffer.from(options.comment, options.encoding);
		if (!Buffer.isBuffer(options.comment)) throw new CsvError("CSV_INVALID_OPTION_COMMENT", [
			"Invalid option comment:",
			"comment must be a buffer or a string,",
			`got ${JSON.stringify(options.comment)}`
		], options);
	}
	if (options.comment_no_infix === void 0 || options.comment_no_infix === null || options.comment_no_infix === false) options.comment_no_infix = false;
	else if (options.comment_no_infix !== true) throw new CsvError("CSV_INVALID_OPTION_COMMENT", [
		"Invalid option comment_no_infix:",
		"value must be a boolean,",
		`got ${JSON.stringify(options.comment_no_infix)}`
	], options);
	if (options.delimiter_auto === void 0 || options.delimiter_auto === null || options.delimiter_auto === false) options.delimiter_auto = false;
	else if (options.delimiter_auto === true) options.delimiter_auto = {};
	else if (!is_object(options.delimiter_auto)) throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
		"Invalid option delimiter_auto:",
		"delimiter_auto must be a boolean or a configuration object,",
		`got ${JSON.stringify(options.delimiter_auto)}`
	], options);
	if (options.delimiter_auto) {
		if (options.delimiter_auto.preferred === void 0) options.delimiter_auto.preferred = {
			[",".charCodeAt(0)]: 1.8,
			["	".charCodeAt(0)]: 1.8,
			[";".charCodeAt(0)]: 1.6,
			[" ".charCodeAt(0)]: 1.6,
			[":".charCodeAt(0)]: 1.5,
			[".".charCodeAt(0)]: 1.4,
			["/".charCodeAt(0)]: 1.4
		};
		else if (!is_object(options.delimiter_auto.preferred)) throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"preferred must be an object,",
			`got ${JSON.stringify(options.delimiter_auto.preferred)}`
		], options);
		if (options.delimiter_auto.score === void 0) options.delimiter_auto.score = (info, options) => {
			return (info.total - info.std) * (options.preferred[info.char_code] || 1);
		};
		else if (typeof options.delimiter_auto.score !== "function") throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"score must be a function,",
			`got ${JSON.stringify(options.delimiter_auto.score)}`
		], options);
		if (options.delimiter_auto.size === void 0) options.delimiter_auto.size = 2048;
		else if (typeof options.delimiter_auto.size !== "number") throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"size must be a number,",
			`got ${JSON.stringify(options.delimiter_auto.size)}`
		], options);
	}
	const delimiter_json = JSON.stringify(options.delimiter);
	if (options.delimiter_auto !== false) options.delimiter = [];
	if (!Array.isArray(options.delimiter)) {
		if (options.delimiter === void 0 || options.delimiter === null || options.delimiter === false) options.delimiter = Buffer.from(",", options.encoding);
		options.delimiter = [options.delimiter];
	}
	options.delimiter = options.delimiter.map(function(delimiter) {
		if (typeof delimiter === "string") delimiter = Buffer.from(delimiter, options.encoding);
		if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) throw new CsvError("CSV_INVALID_OPTION_DELIMITER", [
			"Invalid option delimiter:",
			"delimiter must be a non empty string or buffer or array of string|buffer,",
			`got ${delimiter_json}`
		], options);
		return delimiter;
	});
	if (options.escape === void 0 || options.escape === true) options.escape = Buffer.from("\"", options.encoding);
	else if (typeof options.escape === "string") options.escape = Buffer.from(options.escape, options.encoding);
	else if (options.escape === null || options.escape === false) options.escape = null;
	if (options.escape !== null) {
		if (!Buffer.isBuffer(options.escape)) throw new Error(`Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`);
	}
	if (options.from === void 0 || options.from === null) options.from = 1;
	else {
		if (typeof options.from === "string" && /\d+/.test(options.from)) options.from = parseInt(options.from);
		if (Number.isInteger(options.from)) {
			if (options.from < 0) throw new Error(`Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`);
		} else throw new Error(`Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`);
	}
	if (options.from_line === void 0 || options.from_line === null) options.from_line = 1;
	else {
		if (typeof options.from_line === "string" && /\d+/.test(options.from_line)) options.from_line = parseInt(options.from_line);
		if (Number.isInteger(options.from_line)) {
			if (options.from_line <= 0) throw new Error(`Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`);
		} else throw new Error(`Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`);
	}
	if (options.ignore_last_delimiters === void 0 || options.ignore_last_delimiters === null) options.ignore_last_delimiters = false;
	else if (typeof options.ignore_last_delimiters === "number") {
		options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
		if (options.ignore_last_delimiters === 0) options.ignore_last_delimiters = false;
	} else if (typeof options.ignore_last_delimiters !== "boolean") throw new CsvError("CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS", [
		"Invalid option `ignore_last_delimiters`:",
		"the value must be a boolean value or an integer,",
		`got ${JSON.stringify(options.ignore_last_delimiters)}`
	], options);
	if (options.ignore_last_delimiters === true && options.columns === false) throw new CsvError("CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS", ["The option `ignore_last_delimiters`", "requires the activation of the `columns` option"], options);
	if (options.info === void 0 || options.info === null || options.info === false) options.info = false;
	else if (options.info !== true) throw new Error(`Invalid Option: info must be true, got ${JSON.stringify(options.info)}`);
	if (options.max_record_size === void 0 || options.max_record_size === null || options.max_record_size === false) options.max_record_size = 0;
	else if (Number.isInteger(options.max_record_size) && options.max_record_size >= 0) {} else if (typeof options.max_record_size === "string" && /\d+/.test(options.max_record_size)) options.max_record_size = parseInt(options.max_record_size);
	else throw new Error(`Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`);
	if (options.objname === void 0 || options.objname === null || options.objname === false) options.objname = void 0;
	else if (Buffer.isBuffer(options.objname)) {
		if (options.objname.length === 0) throw new Error(`Invalid Option: objname must be a non empty buffer`);
		if (options.encoding === null) {} else options.objname = options.objname.toString(options.encoding);
	} else if (typeof options.objname === "string") {
		if (options.objname.length === 0) throw new Error(`Invalid Option: objname must be a non empty string`);
	} else if (typeof options.objname === "number") {} else throw new Error(`Invalid Option: objname must be a string or a buffer, got ${options.objname}`);
	if (options.objname !== void 0) {
		if (typeof options.objname === "number") {
			if (options.columns !== false) throw Error("Invalid Option: objname index cannot be combined with columns or be defined as a field");
		} else if (options.columns === false) throw Error("Invalid Option: objname field must be combined with columns or be defined as an index");
	}
	if (options.on_record === void 0 || options.on_record === null) options.on_record = void 0;
	else if (typeof options.on_record !== "function") throw new CsvError("CSV_INVALID_OPTION_ON_RECORD", [
		"Invalid option `on_record`:",
		"expect a function,",
		`got ${JSON.stringify(options.on_record)}`
	], options);
	if (options.on_skip !== void 0 && options.on_skip !== null && typeof options.on_skip !== "function") throw new Error(`Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`);
	if (options.quote === null || options.quote === false || options.quote === "") options.quote = null;
	else {
		if (options.quote === void 0 || options.quote === true) options.quote = Buffer.from("\"", options.encoding);
		else if (typeof options.quote === "string") options.quote = Buffer.from(options.quote, options.encoding);
		if (!Buffer.isBuffer(options.quote)) throw new Error(`Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`);
	}
	if (options.raw === void 0 || options.raw === null || options.raw === false) options.raw = false;
	else if (options.raw !== true) throw new Error(`Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`);
	if (options.record_delimiter === void 0) options.record_delimiter = [];
	else if (typeof options.record_delimiter === "string" || Buffer.isBuffer(options.record_delimiter)) {
		if (options.record_delimiter.length === 0) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a non empty string or buffer,",
			`got ${JSON.stringify(options.record_delimiter)}`
		], options);
		options.record_delimiter = [options.record_delimiter];
	} else if (!Array.isArray(options.record_delimiter)) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
		"Invalid option `record_delimiter`:",
		"value must be a string, a buffer or array of string|buffer,",
		`got ${JSON.stringify(options.record_delimiter)}`
	], options);
	options.record_delimiter = options.record_delimiter.map(function(rd, i) {
		if (typeof rd !== "string" && !Buffer.isBuffer(rd)) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a string, a buffer or array of string|buffer",
			`at index ${i},`,
			`got ${JSON.stringify(rd)}`
		], options);
		else if (rd.length === 0) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a non empty string or buffer",
			`at index ${i},`,
			`got ${JSON.stringify(rd)}`
		], options);
		if (typeof rd === "string") rd = Buffer.from(rd, options.encoding);
		return rd;
	});
	if (typeof options.relax_column_count === "boolean") {} else if (options.relax_column_count === void 0 || options.relax_column_count === null) options.relax_column_count = false;
	else throw new Error(`Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`);
	if (typeof options.relax_column_count_less === "boolean") {} else if (options.relax_column_count_less === void 0 || options.relax_column_count_less === null) options.relax_column_count_less = false;
	else throw new Error(`Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`);
	if (typeof options.relax_column_count_more === "boolean") {} else if (options.relax_column_count_more === void 0 || options.relax_column_count_more === null) options.relax_column_count_more = false;
	else throw new Error(`Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`);
	if (typeof options.relax_quotes === "boolean") {} else if (options.relax_quotes === void 0 || options.relax_quotes === null) options.relax_quotes = false;
	else throw new Error(`Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`);
	if (typeof options.skip_empty_lines === "boolean") {} else if (options.skip_empty_lines === void 0 || options.skip_empty_lines === null) options.skip_empty_lines = false;
	else throw new Error(`Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`);
	if (typeof options.skip_records_with_empty_values === "boolean") {} else if (options.skip_records_with_empty_values === void 0 || options.skip_records_with_empty_values === null) options.skip_records_with_empty_values = false;
	else throw new Error(`Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`);
	if (typeof options.skip_records_with_error === "boolean") {} else if (options.skip_records_with_error === void 0 || options.skip_records_with_error === null) options.skip_records_with_error = false;
	else throw new Error(`Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`);
	if (options.rtrim === void 0 || options.rtrim === null || options.rtrim === false) options.rtrim = false;
	else if (options.rtrim !== true) throw new Error(`Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`);
	if (options.ltrim === void 0 || options.ltrim === null || options.ltrim === false) options.ltrim = false;
	else if (options.ltrim !== true) throw new Error(`Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`);
	if (options.trim === void 0 || options.trim === null || options.trim === false) options.trim = false;
	else if (options.trim !== true) throw new Error(`Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`);
	if (options.trim === true && opts.ltrim !== false) options.ltrim = true;
	else if (options.ltrim !== true) options.ltrim = false;
	if (options.trim === true && opts.rtrim !== false) options.rtrim = true;
	else if (options.rtrim !== true) options.rtrim = false;
	if (options.to === void 0 || options.to === null) options.to = -1;
	else if (options.to !== -1) {
		if (typeof options.to === "string" && /\d+/.test(options.to)) options.to = parseInt(options.to);
		if (Number.isInteger(options.to)) {
			if (options.to <= 0) throw new Error(`Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`);
		} else throw new Error(`Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`);
	}
	if (options.to_line === void 0 || options.to_line === null) options.to_line = -1;
	else if (options.to_line !== -1) {
		if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) options.to_line = parseInt(options.to_line);
		if (Number.isInteger(options.to_line)) {
			if (options.to_line <= 0) throw new Error(`Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`);
		} else throw new Error(`Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`);
	}
	return options;
};

// node_modules/csv-parse/lib/utils/delimiter_discover.js
const delimiter_discover = function(records, options) {
	if (!options) ({delimiter_auto: options} = normalize_options({ delimiter_auto: true }));
	if (typeof records === "string") records = Buffer.from(records);
	if (Buffer.isBuffer(records)) records = ((data) => {
		const records = [];
		const parser = transform({ delimiter: [] });
		const push = (record) => records.push(record);
		const close = () => {};
		const error = parser.parse(data, true, push, close);
		if (error !== void 0) throw error;
		return records;
	})(records);
	const info = Array(127).fill().map(() => ({ lines: [] }));
	records.map(([record], line) => {
		for (let i = 0, l = record.length; i < l; i++) {
			const code = record.charCodeAt(i);
			if (info[code].lines[line] === void 0) info[code].lines[line] = 0;
			info[code].lines[line]++;
		}
	});
	info.map((info, i) => {
		info.char_code = i;
		info.std = std(info.lines);
		info.total = info.lines.reduce((acc, val) => acc + val, 0);
		info.preferred = !!options.preferred[i];
		info.score = options.score(info, options);
	});
	const result = info.reduce((acc, info) => acc.score > info.score ? acc : info, {});
	return String.fromCharCode(result.char_code);
};
const std = function(array) {
	const n = array.length;
	if (n === 0) return 0;
	const mean = array.reduce((a, b) => a + b) / n;
	return Math.sqrt(array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n);
};

// node_modules/csv-parse/lib/api/index.js
const isRecordEmpty = function(record) {
	return record.every((field) => field == null || field.toString && field.toString().trim() === "");
};
const cr = 13;
const nl = 10;
const boms = {
	utf8: Buffer.from([
		239,
		187,
		191
	]),
	utf16le: Buffer.from([255, 254])
};
const transform = function(original_options = {}) {
	const info = {
		bytes: 0,
		bytes_records: 0,
		comment_lines: 0,
		empty_lines: 0,
		invalid_field_length: 0,
		lines: 1,
		records: 0
	};
	const options = normalize_options(original_options);
	return {
		info,
		original_options,
		options,
		state: init_state(options),
		__needMoreData: function(i, bufLen, end) {
			if (end) return false;
			const { encoding, escape, quote } = this.options;
			const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
			return bufLen - i - 1 < Math.max(needMoreDataSize, recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength, quoting ? (escape === null ? 0 : escape.length) + quote.length : 0, quoting ? quote.length + recordDelimiterMaxLength : 0);
		},
		parse: function(nextBuf, end, push, close) {
			const { bom, comment_no_infix, delimiter_auto, encoding, from_line, ltrim, max_record_size, raw, relax_quotes, rtrim, skip_empty_lines, to, to_line } = this.options;
			let { comment, escape, quote, record_delimiter } = this.options;
			const { bomSkipped, delimiterDiscovered, delimiterBufPrevious, rawBuffer, escapeIsQuote } = this.state;
			if (!delimiterDiscovered && delimiter_auto) {
				let delimiterBuf;
				if (delimiterBufPrevious === void 0) delimiterBuf = nextBuf;
				else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) delimiterBuf = delimiterBufPrevious;
				else delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
				nextBuf = void 0;
				if (end || delimiterBuf.length > delimiter_auto.size) {
					this.options.delimiter = [Buffer.from(delimiter_discover(delimiterBuf, this.options.delimiter_auto))];
					this.state.previousBuf = delimiterBuf;
					this.state.delimiterBufPrevious = void 0;
					this.state.delimiterDiscovered = true;
				} else {
					this.state.delimiterBufPrevious = delimiterBuf;
					return;
				}
			}
			const { previousBuf } = this.state;
			let buf;
			if (previousBuf === void 0) {
				if (nextBuf === void 0) {
					close();
					return;
				} else buf = nextBuf;
			} else if (previousBuf !== void 0 && nextBuf === void 0) buf = previousBuf;
			else buf = Buffer.concat([previousBuf, nextBuf]);
			if (bomSkipped === false) {
				if (bom === false) this.state.bomSkipped = true;
				else if (buf.length < 3) {
					if (end === false) {
						this.state.previousBuf = buf;
						return;
					}
				} else {
					for (const encoding in boms) if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
						const bomLength = boms[encoding].length;
						this.state.bufBytesStart += bomLength;
						buf = buf.slice(bomLength);
						const options = normalize_options({
							...this.original_options,
							encoding
						});
						for (const key in options) this.options[key] = options[key];
						({comment, escape, quote} = this.options);
						break;
					}
					this.state.bomSkipped = true;
				}
			}
			const bufLen = buf.length;
			let pos = 0;
			for (; pos < bufLen; pos++) {
				if (this.__needMoreData(pos, bufLen, end)) break;
				if (this.state.wasRowDelimiter === true) {
					this.info.lines++;
					this.state.wasRowDelimiter = false;
				}
				if (to_line !== -1 && this.info.lines > to_line) {
					this.state.stop = true;
					close();
					return;
				}
				if (this.state.quoting === false && record_delimiter.length === 0) {
					if (this.__autoDiscoverRecordDelimiter(buf, pos)) record_delimiter = this.options.record_delimiter;
				}
				const chr = buf[pos];
				if (raw === true) rawBuffer.append(chr);
				if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) this.state.wasRowDelimiter = true;
				if (this.state.escaping === true) this.state.escaping = false;
				else {
					if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
						if (escapeIsQuote) {
							if (this.__isQuote(buf, pos + escape.length)) {
								this.state.escaping = true;
								pos += escape.length - 1;
								continue;
							}
						} else {
							this.state.escaping = true;
							pos += escape.length - 1;
							continue;
						}
					}
					if (this.state.commenting === false && this.__isQuote(buf, pos)) {
						if (this.state.quoting === true) {
							const nextChr = buf[pos + quote.length];
							const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
							const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
							const isNextChrDelimiter = this.__isDelimiter(buf, pos + quote.length, nextChr);
							const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
							if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) pos += escape.length - 1;
							else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
								this.state.quoting = false;
								this.state.wasQuoting = true;
								pos += quote.length - 1;
								continue;
							} else if (relax_quotes === false) {
								const err = this.__error(new CsvError("CSV_INVALID_CLOSING_QUOTE", [
									"Invalid Closing Quote:",
									`got "${String.fromCharCode(nextChr)}"`,
									`at line ${this.info.lines}`,
									"instead of delimiter, record delimiter, trimable character",
									"(if activated) or comment"
								], this.options, this.__infoField()));
								if (err !== void 0) return err;
							} else {
								this.state.quoting = false;
								this.state.wasQuoting = true;
								this.state.field.prepend(quote);
								pos += quote.length - 1;
							}
						} else if (this.state.field.length !== 0) {
							if (relax_quotes === false) {
								const info = this.__infoField();
								const bom = Object.keys(boms).map((b) => boms[b].equals(this.state.field.toString()) ? b : false).filter(Boolean)[0];
								const err = this.__error(new CsvError("INVALID_OPENING_QUOTE", [
									"Invalid Opening Quote:",
									`a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
									bom ? `(${bom} bom)` : void 0
								], this.options, info, { field: this.state.field }));
								if (err !== void 0) return err;
							}
						} else {
							this.state.quoting = true;
							pos += quote.length - 1;
							continue;
						}
					}
					if (this.state.quoting === false) {
						const recordDelimiterLength = this.__isRecordDelimiter(chr, buf, pos);
						if (recordDelimiterLength !== 0) {
							if (this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) this.info.comment_lines++;
							else {
								if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
									this.state.enabled = true;
									this.__resetField();
									this.__resetRecord();
									pos += recordDelimiterLength - 1;
									continue;
								}
								if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
									this.info.empty_lines++;
									pos += recordDelimiterLength - 1;
									continue;
								}
								this.info.bytes = this.state.bufBytesStart + pos;
								const errField = this.__onField();
								if (errField !== void 0) return errField;
								this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
								const errRecord = this.__onRecord(push);
								if (errRecord !== void 0) return errRecord;
								if (to !== -1 && this.info.records >= to) {
									this.state.stop = true;
									close();
									return;
								}
							}
							this.state.commenting = false;
							pos += recordDelimiterLength - 1;
							continue;
						}
						if (this.state.commenting) continue;
						if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
							if (this.__compareBytes(comment, buf, pos, chr) !== 0) {
								this.state.commenting = true;
								continue;
							}
						}
						const delimiterLength = this.__isDelimiter(buf, pos, chr);
						if (delimiterLength !== 0) {
							this.info.bytes = this.state.bufBytesStart + pos;
							const errField = this.__onField();
							if (errField !== void 0) return errField;
							pos += delimiterLength - 1;
							continue;
						}
					}
				}
				if (this.state.commenting === false) {
					if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) return this.__error(new CsvError("CSV_MAX_RECORD_SIZE", [
						"Max Record Size:",
						"record exceed the maximum number of tolerated bytes",
						`of ${max_record_size}`,
						`at line ${this.info.lines}`
					], this.options, this.__infoField()));
				}
				const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
				const rappend = rtrim === false || this.state.wasQuoting === false;
				if (lappend === true && rappend === true) this.state.field.append(chr);
				else if (rtrim === true && !this.__isCharTrimable(buf, pos)) return this.__error(new CsvError("CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE", [
					"Invalid Closing Quote:",
					"found non trimable byte after quote",
					`at line ${this.info.lines}`
				], this.options, this.__infoField()));
				else {
					if (lappend === false) pos += this.__isCharTrimable(buf, pos) - 1;
					continue;
				}
			}
			if (end === true) {
				if (this.state.quoting === true) {
					const err = this.__error(new CsvError("CSV_QUOTE_NOT_CLOSED", ["Quote Not Closed:", `the parsing is finished with an opening quote at line ${this.info.lines}`], this.options, this.__infoField()));
					if (err !== void 0) return err;
				} else if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
					this.info.bytes = this.state.bufBytesStart + pos;
					const errField = this.__onField();
					if (errField !== void 0) return errField;
					const errRecord = this.__onRecord(push);
					if (errRecord !== void 0) return errRecord;
				} else if (this.state.wasRowDelimiter === true) this.info.empty_lines++;
				else if (this.state.commenting === true) this.info.comment_lines++;
			} else {
				this.state.bufBytesStart += pos;
				this.state.previousBuf = buf.slice(pos);
			}
			if (this.state.wasRowDelimiter === true) {
				this.info.lines++;
				this.state.wasRowDelimiter = false;
			}
		},
		__onRecord: function(push) {
			const { columns, group_columns_by_name, encoding, info, from, relax_column_count, relax_column_count_less, relax_column_count_more, raw, skip_records_with_empty_values } = this.options;
			const { enabled, record } = this.state;
			if (enabled === false) return this.__resetRecord();
			const recordLength = record.length;
			if (columns === true) {
				if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
					this.__resetRecord();
					return;
				}
				return this.__firstLineToColumns(record);
			}
			if (columns === false && this.info.records === 0) this.state.expectedRecordLength = recordLength;
			if (recordLength !== this.state.expectedRecordLength) {
				const err = columns === false ? new CsvError("CSV_RECORD_INCONSISTENT_FIELDS_LENGTH", [
					"Invalid Record Length:",
					`expect ${this.state.expectedRecordLength},`,
					`got ${recordLength} on line ${this.info.lines}`
				], this.options, this.__infoField(), { record }) : new CsvError("CSV_RECORD_INCONSISTENT_COLUMNS", [
					"Invalid Record Length:",
					`columns length is ${columns.length},`,
					`got ${recordLength} on line ${this.info.lines}`
				], this.options, this.__infoField(), { record });
				if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
					this.info.invalid_field_length++;
					this.state.error = err;
				} else {
					const finalErr = this.__error(err);
					if (finalErr) return finalErr;
				}
			}
			if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
				this.__resetRecord();
				return;
			}
			if (this.state.recordHasError === true) {
				this.__resetRecord();
				this.state.recordHasError = false;
				return;
			}
			this.info.records++;
			if (from === 1 || this.info.records >= from) {
				const { objname } = this.options;
				if (columns !== false) {
					const obj = {};
					for (let i = 0, l = record.length; i < l; i++) {
						if (columns[i] === void 0 || columns[i].disabled) continue;
						if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
							if (Array.isArray(obj[columns[i].name])) obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
							else obj[columns[i].name] = [obj[columns[i].name], record[i]];
						} else Object.defineProperty(obj, columns[i].name, {
							value: record[i],
							enumerable: true,
							writable: true,
							configurable: true
						});
					}
					if (raw === true || info === true) {
						const extRecord = Object.assign({ record: obj }, raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {}, info === true ? { info: this.__infoRecord() } : {});
						const err = this.__push(objname === void 0 ? extRecord : [obj[objname], extRecord], push);
						if (err) return err;
					} else {
						const err = this.__push(objname === void 0 ? obj : [obj[objname], obj], push);
						if (err) return err;
					}
				} else if (raw === true || info === true) {
					const extRecord = Object.assign({ record }, raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {}, info === true ? { info: this.__infoRecord() } : {});
					const err = this.__push(objname === void 0 ? extRecord : [record[objname], extRecord], push);
					if (err) return err;
				} else {
					const err = this.__push(objname === void 0 ? record : [record[objname], record], push);
					if (err) return err;
				}
			}
			this.__resetRecord();
		},
		__firstLineToColumns: function(record) {
			const { firstLineToHeaders } = this.state;
			try {
				const headers = firstLineToHeaders === void 0 ? record : firstLineToHeaders.call(null, record);
				if (!Array.isArray(headers)) return this.__error(new CsvError("CSV_INVALID_COLUMN_MAPPING", [
					"Invalid Column Mapping:",
					"expect an array from column function,",
					`got ${JSON.stringify(headers)}`
				], this.options, this.__infoField(), { headers }));
				const normalizedHeaders = normalize_columns_array(headers);
				this.state.expectedRecordLength = normalizedHeaders.length;
				this.options.columns = normalizedHeaders;
				this.__resetRecord();
				return;
			} catch (err) {
				return err;
			}
		},
		__resetRecord: function() {
			if (this.options.raw === true) this.state.rawBuffer.reset();
			this.state.error = void 0;
			this.state.record = [];
			this.state.record_length = 0;
		},
		__onField: function() {
			const { cast, encoding, rtrim, max_record_size } = this.options;
			const { enabled, wasQuoting } = this.state;
			if (enabled === false) return this.__resetField();
			let field = this.state.field.toString(encoding);
			if (rtrim === true && wasQuoting === false) field = field.trimRight();
			if (cast === true) {
				const [err, f] = this.__cast(field);
				if (err !== void 0) return err;
				field = f;
			}
			this.state.record.push(field);
			if (max_record_size !== 0 && typeof field === "string") this.state.record_length += field.length;
			this.__resetField();
		},
		__resetField: function() {
			this.state.field.reset();
			this.state.wasQuoting = false;
		},
		__push: function(record, push) {
			const { on_record } = this.options;
			if (on_record !== void 0) {
				const info = this.__infoRecord();
				try {
					record = on_record.call(null, record, info);
				} catch (err) {
					return err;
				}
				if (record === void 0 || record === null) return;
			}
			this.info.bytes_records += this.info.bytes;
			push(record);
		},
		__cast: function(field) {
			const { columns, relax_column_count } = this.options;
			if (Array.isArray(columns) === true && relax_column_count && this.options.columns.length <= this.state.record.length) return [void 0, void 0];
			if (this.state.castField !== null) try {
				const info = this.__infoField();
				return [void 0, this.state.castField.call(null, field, info)];
			} catch (err) {
				return [err];
			}
			if (this.__isFloat(field)) return [void 0, parseFloat(field)];
			else if (this.options.cast_date !== false) {
				const info = this.__infoField();
				return [void 0, this.options.cast_date.call(null, field, info)];
			}
			return [void 0, field];
		},
		__compareBytes: function(sourceBuf, targetBuf, targetPos, firstByte) {
			if (sourceBuf[0] !== firstByte) return 0;
			const sourceLength = sourceBuf.length;
			for (let i = 1; i < sourceLength; i++) if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
			return sourceLength;
		},
		__isCharTrimable: function(buf, pos) {
			const { timchars, timcharFirstBytes } = this.state;
			const first = buf[pos];
			if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
			loop1: for (let i = 0; i < timchars.length; i++) {
				const timchar = timchars[i];
				for (let j = 0; j < timchar.length; j++) if (timchar[j] !== buf[pos + j]) continue loop1;
				return timchar.length;
			}
			return 0;
		},
		__isDelimiter: function(buf, pos, chr) {
			const { delimiter, ignore_last_delimiters } = this.options;
			if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) return 0;
			else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) return 0;
			loop1: for (let i = 0; i < delimiter.length; i++) {
				const del = delimiter[i];
				if (del[0] === chr) {
					for (let j = 1; j < del.length; j++) if (del[j] !== buf[pos + j]) continue loop1;
					return del.length;
				}
			}
			return 0;
		},
		__isEscape: function(buf, pos, chr) {
			const { escape } = this.options;
			if (escape === null) return false;
			const l = escape.length;
			if (escape[0] === chr) {
				for (let i = 0; i < l; i++) if (escape[i] !== buf[pos + i]) return false;
				return true;
			}
			return false;
		},
		__isFloat: function(value) {
			return value - parseFloat(value) + 1 >= 0;
		},
		__isQuote: function(buf, pos) {
			const { quote } = this.options;
			if (quote === null) return false;
			const l = quote.length;
			for (let i = 0; i < l; i++) if (quote[i] !== buf[pos + i]) return false;
			return true;
		},
		__isRecordDelimiter: function(chr, buf, pos) {
			const { record_delimiter } = this.options;
			const recordDelimiterLength = record_delimiter.length;
			loop1: for (let i = 0; i < recordDelimiterLength; i++) {
				const rd = record_delimiter[i];
				const rdLength = rd.length;
				if (rd[0] !== chr) continue;
				for (let j = 1; j < rdLength; j++) if (rd[j] !== buf[pos + j]) continue loop1;
				return rd.length;
			}
			return 0;
		},
		__autoDiscoverRecordDelimiter: function(buf, pos) {
			const { encoding } = this.options;
			const rds = [
				Buffer.from("\r\n", encoding),
				Buffer.from("\n", encoding),
				Buffer.from("\r", encoding)
			];
			loop: for (let i = 0; i < rds.length; i++) {
				const l = rds[i].length;
				for (let j = 0; j < l; j++) if (rds[i][j] !== buf[pos + j]) continue loop;
				this.options.record_delimiter.push(rds[i]);
				this.state.recordDelimiterMaxLength = rds[i].length;
				return rds[i].length;
			}
			return 0;
		},
		__error: function(msg) {
			const { encoding, raw, skip_records_with_error } = this.options;
			const err = typeof msg === "string" ? new Error(msg) : msg;
			if (skip_records_with_error) {
				this.state.recordHasError = true;
				if (this.options.on_skip !== void 0) try {
					this.options.on_skip(err, raw ? this.state.rawBuffer.toString(encoding) : void 0);
				} catch (err) {
					return err;
				}
				return;
			} else return err;
		},
		__infoDataSet: function() {
			return {
				...this.info,
				columns: this.options.columns
			};
		},
		__infoRecord: function() {
			const { columns, raw, encoding } = this.options;
			return {
				...this.__infoDataSet(),
				bytes_records: this.info.bytes,
				error: this.state.error,
				header: columns === true,
				index: this.state.record.length,
				raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
			};
		},
		__infoField: function() {
			const { columns } = this.options;
			const isColumns = Array.isArray(columns);
			const bytes_records = this.info.bytes_records;
			return {
				...this.__infoRecord(),
				bytes_records,
				column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
				quoting: this.state.wasQuoting
			};
		}
	};
};

// node_modules/csv-parse/lib/sync.js
const parse = function(data, opts = {}) {
	if (typeof data === "string") data = Buffer.from(data);
	const records = opts && opts.objname ? Object.create(null) : [];
	const parser = transform(opts);
	const push = (record) => {
		if (parser.options.objname === void 0) records.push(record);
		else records[record[0]] = record[1];
	};
	const close = () => {};
	const error = parser.parse(data, true, push, close);
	if (error !== void 0) throw error;
	return records;
};

// src/source/csv.ts
/** The records of comma-separated values, its header among them. Throws a UserError where a quote is not closed. */
function readCsv(path, text) {
	try {
		return parse(text, {
			info: true,
			record_delimiter: "\n",
			relax_column_count: true,
			skip_empty_lines: true
		}).map(({ record, info }) => ({
			record,
			line: info.lines - lineEndsIn(record)
		}));
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = Number(error["lines"]);
		const place = Number.isInteger(line) ? {
			path,
			line
		} : { path };
		throw new UserError({
			message: `not valid CSV: ${error.message}`,
			hint: "Double a quote within quotes.",
			place
		});
	}
}
function lineEndsIn(record) {
	return record.reduce((count, cell) => count + cell.split("\n").length - 1, 0);
}

// src/prompts/promptfoo/spot.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** A value that knows where it stands, whatever kind of file it stands in. */
var Spot = class Spot {
	value;
	#placeOf;
	#keys;
	constructor(value, placeOf, keys = []) {
		this.value = value ?? void 0;
		this.#placeOf = placeOf;
		this.#keys = keys;
	}
	get exists() {
		return this.value !== void 0;
	}
	get place() {
		return this.#placeOf(this.#keys);
	}
	/** As a message names it. */
	get name() {
		return this.#keys.map((key) => typeof key === "number" ? `[${key}]` : `.${key}`).join("").replace(/^\./, "") || "the file";
	}
	at(key) {
		const value = isObject(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : void 0;
		return new Spot(value, this.#placeOf, [...this.#keys, key]);
	}
	/** The items of a list; the value itself where it is no list. */
	items() {
		if (this.value === void 0) return [];
		if (!Array.isArray(this.value)) return [this];
		return this.value.map((item, index) => new Spot(item, this.#placeOf, [...this.#keys, index]));
	}
	/** The entries of a map; none where it is no map. */
	entries() {
		return isObject(this.value) ? Object.keys(this.value).map((key) => [key, this.at(key)]) : [];
	}
	/** Another value at the same place. */
	with(value) {
		return new Spot(value, () => this.place);
	}
};

// src/prompts/promptfoo/reading.ts
/** Files that a configuration may name in all. */
const fileLimit = 500;
/** Endings of files that are programs: they are told by name, and never run. */
const codeFile = /\.(?:[cm]?[jt]sx?|py|rb|go|sh|exe|bat)(?::[\w.]+)?$/i;
/** A configuration being read: the files that it names, and what in it has no equal here. */
var ConfigReading = class {
	path;
	root;
	reading;
	includes;
	notRun = [];
	/** Whether promptfoo has prompts or tests that cannot be counted here. */
	omits = false;
	#notes = /* @__PURE__ */ new Map();
	#files = /* @__PURE__ */ new Map();
	constructor(path, root, reading, includes) {
		this.path = path;
		this.root = root;
		this.reading = reading;
		this.includes = includes;
	}
	complain(message, place, hint) {
		this.reading.problems.push({
			message,
			place,
			...hint === void 0 ? {} : { hint }
		});
	}
	/** Something that has no equal here. Told once for all places, at the first. */
	note(message, place, hint) {
		const known = this.#notes.get(message);
		if (known !== void 0) known.count += 1;
		else this.#notes.set(message, {
			count: 1,
			problem: {
				message,
				place,
				...hint === void 0 ? {} : { hint }
			}
		});
	}
	/** The same of prompts or tests that are not known here at all. */
	omit(message, place, hint) {
		this.omits = true;
		this.note(message, place, hint);
	}
	/** An assertion that is not run; the first of its kind stands for all. */
	skip(name, reason, place) {
		if (!this.notRun.some((entry) => entry.name === name && entry.reason === reason)) this.notRun.push({
			name,
			reason,
			place
		});
		this.note(`the assertion ${name} is not run: it ${reason}`, place);
	}
	notes() {
		const own = (place) => Number(place?.path !== this.path);
		return [...this.#notes.values()].map(({ problem, count }) => count === 1 ? problem : {
			...problem,
			message: `${problem.message} (${count} times; the first is here)`
		}).sort(({ place: one }, { place: other }) => own(one) - own(other) || (one?.line ?? 0) - (other?.line ?? 0));
	}
	/** The path of a file of the repository that is named at this place; null, and told, where it is none that may be read. */
	resolve(written, place, from = this.path) {
		const name = written.replace(/^file:\/\//, "");
		const path = name.includes("{{") ? null : resolveWithin(from, name);
		if (path === null) this.complain(`the file ${JSON.stringify(written.slice(0, 80))} is not within the repository`, place);
		return path;
	}
	/** The files that a glob of the repository stands for, in the order of their names; told where there is none. */
	glob(written, place) {
		const glob = this.resolve(written, place);
		if (glob === null) return [];
		const matches = (0, import_picomatch.default)(glob);
		const paths = this.includes.paths();
		const found = paths.filter((path) => matches(path));
		if (found.length === 0 && paths.length > 0) this.complain(`no file matches ${glob}`, place);
		return found.slice(0, fileLimit);
	}
	/** A file's text; null, and told, where it is not there. */
	text(path, place) {
		const known = this.#files.get(path);
		if (known !== void 0) return known;
		if (this.#files.size >= fileLimit) {
			this.complain(`the configuration names more than ${fileLimit} files`, place);
			return null;
		}
		const bytes = this.includes.read(path);
		if (bytes === null) this.complain(`the file ${path} is not in the repository`, place);
		const text = bytes === null ? null : decodePrompt(path, bytes);
		this.#files.set(path, text);
		return text;
	}
	/** The data of a YAML or JSON file, each value with its place; null, and told, where there is none. */
	data(path, place) {
		const text = this.text(path, place);
		if (text === null) return null;
		const yaml = readYaml(path, text);
		return new Spot(yaml.value, yaml.place);
	}
	/** A value that may stand in a file of its own: `file://schema.json`. */
	value(spot) {
		if (typeof spot.value !== "string" || !spot.value.startsWith("file://")) return {
			value: spot.value,
			files: []
		};
		if (codeFile.test(spot.value)) {
			this.note(`${spot.name} is code: it is not run`, spot.place);
			return {
				value: void 0,
				files: []
			};
		}
		const path = this.resolve(spot.value, spot.place);
		if (path === null) return {
			value: void 0,
			files: []
		};
		return {
			value: /\.(?:json|ya?ml)$/i.test(path) ? this.data(path, spot.place)?.value : this.text(path, spot.place) ?? void 0,
			files: [path]
		};
	}
	hash(path) {
		return createHash("sha256").update(this.includes.read(path) ?? "").digest("hex");
	}
};
/** Whether something in it reads the environment of the machine, which is never done. */
function readsEnvironment(value) {
	if (typeof value === "string") return /\{\{-?\s*env\b|\$\{[A-Z_]+\}/.test(value);
	if (Array.isArray(value)) return value.some((item) => readsEnvironment(item));
	return isObject(value) && Object.values(value).some(readsEnvironment);
}

// src/prompts/promptfoo/providers.ts
const noCall = {
	parameters: {},
	format: null,
	tools: null,
	files: []
};
/** Services by promptfoo's name for them, and what may stand between it and the model's name. */
const services = {
	openai: {
		publisher: "openai",
		kinds: ["chat", "responses"]
	},
	anthropic: {
		publisher: "anthropic",
		kinds: ["messages"]
	},
	azure: {
		publisher: "azure",
		kinds: ["chat", "responses"]
	},
	azureopenai: {
		publisher: "azure",
		kinds: ["chat", "responses"]
	},
	google: {
		publisher: "google",
		kinds: []
	},
	mistral: {
		publisher: "mistral",
		kinds: ["chat"]
	},
	groq: {
		publisher: "groq",
		kinds: ["chat", "responses"]
	},
	openrouter: {
		publisher: "openrouter",
		kinds: []
	},
	togetherai: {
		publisher: "together",
		kinds: ["chat"]
	},
	deepseek: {
		publisher: "deepseek",
		kinds: []
	},
	xai: {
		publisher: "xai",
		kinds: ["chat", "responses"]
	},
	ollama: {
		publisher: "ollama",
		kinds: ["chat"]
	}
};
/** Kinds that are no chat with a model. */
const otherKinds = [
	"completion",
	"embedding",
	"embeddings",
	"assistant",
	"realtime",
	"image",
	"moderation",
	"agents"
];
/** Parameters of a call, by the API's names. */
const parameterNames = new Set(["temperature top_p top_k max_tokens max_completion_tokens frequency_penalty presence_penalty seed stop logit_bias", "reasoning_effort reasoning thinking verbosity tool_choice parallel_tool_calls service_tier n"].flatMap((line) => line.split(" ")));
const renamed$1 = {
	max_output_tokens: "max_tokens",
	stop_sequences: "stop"
};
/** The model that a provider's id stands for; null where nothing here answers for it. */
function modelOf(id) {
	const [service = "", ...rest] = id.split(":");
	const known = Object.hasOwn(services, service) ? services[service] : void 0;
	if (known === void 0 || otherKinds.includes(rest[0] ?? "")) return null;
	const name = (known.kinds.includes(rest[0] ?? "") ? rest.slice(1) : rest).join(":");
	return name === "" || name.includes("{{") ? null : `${known.publisher}/${name}`;
}
/** The providers of a configuration: ids, maps with an `id`, maps from an id to its settings, and files of these. */
function readProviders(spot, config) {
	return spot.items().flatMap((item) => readItem$1(item, config));
}
function readItem$1(item, config) {
	const { value, place } = item;
	if (typeof value === "string") {
		if (!/^file:\/\/.*\.(?:ya?ml|json)$/i.test(value)) return [provider(value, item.with({}), config)];
		const path = config.resolve(value, place);
		return (path === null ? null : config.data(path, place))?.items().flatMap((each) => readMap(each, config)) ?? [];
	}
	return readMap(item, config);
}
function readMap(item, config) {
	if (typeof item.value === "string") return [provider(item.value, item.with({}), config)];
	const id = item.at("id").value;
	if (typeof id === "string") return [provider(id, item, config)];
	const [[key, settings] = []] = item.entries();
	if (key !== void 0 && settings !== void 0 && item.entries().length === 1 && isObject(settings.value)) return [provider(key, settings, config)];
	config.note("a provider has no id: it is not read", item.place);
	return [];
}
function provider(id, settings, config) {
	const { place } = settings;
	const model = modelOf(id);
	if (model === null) {
		const why = codeFile.test(id) || /^(?:exec|python|ruby|golang|file|package):/.test(id) ? "is code, which is not run" : "has no equal here";
		config.note(`the provider ${id.slice(0, 80)} ${why}`, place, "Name a model in assay.yml: model: publisher/name.");
	}
	if (settings.at("transform").exists) config.note("transform is code: it is not run", settings.at("transform").place);
	const prompts = settings.at("prompts").items();
	return {
		id,
		model,
		call: readCall(settings.at("config"), config),
		prompts: prompts.length === 0 ? null : prompts.map(({ value }) => String(value)),
		place
	};
}
/** What a provider's `config`, or that of a prompt, says of the call. */
function readCall(spot, config) {
	const parameters = {};
	const unread = [];
	const files = [];
	let format = null;
	let tools = null;
	const inner = spot.at("generationConfig").entries();
	for (const [key, entry] of [...spot.entries(), ...inner]) {
		const name = renamed$1[toSnakeCase(key)] ?? toSnakeCase(key);
		if (key === "generationConfig" || entry.value === void 0) continue;
		if (readsEnvironment(entry.value)) unread.push(key);
		else if (parameterNames.has(name)) parameters[name] = entry.value;
		else if (name === "response_format" || name === "tools") {
			const found = config.value(entry);
			files.push(...found.files);
			if (name === "tools") tools = found.value ?? null;
			else if (isObject(found.value)) format = readFormat$1(found.value);
		} else unread.push(key);
	}
	if (unread.length > 0) config.note(`of the provider's config ${unread.slice(0, 10).join(", ")} ${unread.length === 1 ? "is" : "are"} not read`, spot.place, "Addresses and the names of keys stand under providers in assay.yml.");
	return {
		parameters,
		format,
		tools: Array.isArray(tools) && tools.length > 0 ? tools : null,
		files
	};
}
function readFormat$1(value) {
	const { type } = value;
	if (type === "json_object") return { type };
	const schema = value["json_schema"] ?? (isObject(value["schema"]) ? {
		name: "output",
		...value
	} : void 0);
	if (type !== "json_schema" || !isObject(schema)) return null;
	const { type: _type, ...described } = schema;
	return {
		type,
		json_schema: described
	};
}
/** The later one's word wins. */
function mergeCalls(one, other) {
	return {
		parameters: {
			...one.parameters,
			...other.parameters
		},
		format: other.format ?? one.format,
		tools: other.tools ?? one.tools,
		files: [...one.files, ...other.files]
	};
}

// src/prompts/promptfoo/prompts.ts
/** Prompts of one configuration. */
const promptLimit = 200;
const roles = [
	"system",
	"developer",
	"user",
	"assistant"
];
const promptFile = /\.(?:txt|md|markdown|j2|jinja2?|jsonl?|ya?ml|csv)$/i;
/** The prompts of a configuration: texts, chats, files, globs of files; a program is told and not run. */
function readPrompts(entry, config) {
	const read = isObject(entry.value) ? entry.entries().flatMap(([key, item]) => {
		return readText(item, key, {
			label: typeof item.value === "string" ? item.value : null,
			call: noCall
		}, config);
	}) : (typeof entry.value === "string" ? [entry] : entry.items()).flatMap((item) => readItem(item, config));
	if (read.length > promptLimit) entry.complain(`the configuration has more than ${promptLimit} prompts`);
	return read.slice(0, promptLimit);
}
function readItem(item, config) {
	if (typeof item.value === "string") return readText(item, item.value, {
		label: null,
		call: noCall
	}, config);
	if (!isObject(item.value)) {
		item.complain(`${item.name} is no prompt`, "A prompt is a text, file://PATH, or a map with id or raw.");
		return [];
	}
	if (item.at("function").exists) {
		config.omit("a prompt is code: it is not run", item.place);
		return [];
	}
	const label = item.at("label").value ?? item.at("display").value;
	const raw = item.at("raw").exists ? item.at("raw") : item.at("id");
	const settings = item.at("config");
	const call = readCall(new Spot(settings.value, () => settings.place), config);
	const text = raw.text();
	return text === null ? [] : readText(raw, text, {
		label: typeof label === "string" ? label : null,
		call
	}, config);
}
function readText(entry, text, about, config) {
	const { place } = entry;
	const isName = text.startsWith("file://") || !/[\n{]/.test(text) && /^\S+$/.test(text);
	if (/^(?:exec|python|golang|https?|package):/.test(text) || isName && codeFile.test(text)) {
		config.omit(`the prompt ${JSON.stringify(text.slice(0, 80))} is code or an address: it is not run`, place);
		return [];
	}
	if (isName && text.includes("*")) return readGlob(entry, text, about, config);
	if (text.startsWith("file://") || isName && promptFile.test(text)) {
		const path = config.resolve(text, place);
		return path === null ? [] : readFile(path, place, about, config);
	}
	const messages = readChat(text, () => place, config) ?? [{
		role: "user",
		content: text,
		region: entry.region
	}];
	return [{
		...about,
		stem: null,
		messages,
		place
	}];
}
function readGlob(entry, text, about, config) {
	return config.glob(text, entry.place).flatMap((path) => {
		if (!codeFile.test(path)) return readFile(path, entry.place, about, config);
		config.omit(`the prompt ${path} is code: it is not run`, entry.place);
		return [];
	});
}
function readFile(path, place, about, config) {
	const text = config.text(path, place);
	if (text === null) return [];
	const prompt = (messages, at, stem) => ({
		label: about.label,
		stem,
		messages,
		call: {
			...about.call,
			files: [...about.call.files, path]
		},
		place: at
	});
	const stem = fileName(path).replace(/\.[^.]*$/, "");
	if (/\.ya?ml$/i.test(path)) {
		const yaml = readYaml(path, text);
		return [prompt((Array.isArray(yaml.value) ? messagesOf(new Spot(yaml.value, yaml.place), config) : null) ?? [user(trimmed(path, text, 0, text.length))], place, stem)];
	}
	if (/\.jsonl$/i.test(path)) return stretches(text, /\n/g).filter(({ start, end }) => text.slice(start, end).trim() !== "").map(({ start, end }) => {
		const region = regionOf(path, text, start, end);
		return prompt(readChat(region.text, region.placeAt, config) ?? [user(region)], region.placeAt(0), stem);
	});
	if (/\.csv$/i.test(path)) return csvPrompts(path, text, config).map(({ label, messages, at }, index, all) => ({
		...prompt(messages, at, all.length === 1 ? stem : `${stem}-${index + 1}`),
		...label === null ? {} : { label }
	}));
	const region = trimmed(path, text, 0, text.length);
	if (/\.json$/i.test(path)) return [prompt(readChat(text, region.placeAt, config) ?? [user(region)], place, stem)];
	if (!/\.txt$/i.test(path)) return [prompt([user(region)], place, stem)];
	const written = stretches(text, /^---[ \t]*$/gm).map(({ start, end }) => trimmed(path, text, start, end)).filter((part) => part.text !== "");
	return written.map((part, index) => prompt([user(part)], part.placeAt(0), written.length === 1 ? stem : `${stem}-${index + 1}`));
}
/** The column `prompt`, beside it perhaps `label`; a table of one column needs no header. */
function csvPrompts(path, text, config) {
	const [header, ...rows] = readCsv(path, text);
	const names = header?.record.map((name) => name.trim().toLowerCase()) ?? [];
	const column = names.indexOf("prompt");
	if (header === void 0 || column < 0 && names.length > 1) {
		config.complain(`${path} has no column prompt`, {
			path,
			line: 1
		}, "Its first line names the columns.");
		return [];
	}
	return (column < 0 ? [header, ...rows] : rows).flatMap(({ record, line }) => {
		const content = record[Math.max(0, column)]?.trim() ?? "";
		if (content === "") return [];
		const at = {
			path,
			line
		};
		const label = names.includes("label") ? record[names.indexOf("label")]?.trim() ?? "" : "";
		const region = {
			text: content,
			placeAt: () => at
		};
		return [{
			label: label === "" ? null : label,
			messages: readChat(content, () => at, config) ?? [user(region)],
			at
		}];
	});
}
function user(region) {
	return {
		role: "user",
		content: region.text,
		region
	};
}
function stretches(text, separator) {
	const found = [...text.matchAll(separator)];
	return [0, ...found.map(({ 0: written, index }) => index + written.length)].map((start, index) => ({
		start,
		end: found[index]?.index ?? text.length
	}));
}
function trimmed(path, text, start, end) {
	const whole = text.slice(start, end);
	const from = start + (whole.length - whole.trimStart().length);
	return regionOf(path, text, from, Math.max(from, start + whole.trimEnd().length));
}
/** The messages of a chat written as JSON; null where the text is no such list. */
function readChat(text, placeAt, config) {
	if (!/^\s*\[\s*\{/.test(text)) return null;
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		if (/^\s*\[\s*\{\s*"role"/.test(text)) config.complain("the chat is no JSON by itself", placeAt(0), "Here a template stands within the content of a message, not around the messages.");
		return null;
	}
	if (!Array.isArray(value) || !value.every((item) => isObject(item) && "role" in item)) return null;
	return messagesOf(new Spot(value, () => placeAt(0)), config);
}
function messagesOf(spot, config) {
	return spot.items().flatMap((item) => {
		const role = roles.find((each) => each === item.at("role").value);
		const { place } = item;
		const content = textOf$1(item.at("content").value);
		if (role !== void 0 && content !== null) return [{
			role,
			content,
			region: {
				text: content,
				placeAt: () => place
			}
		}];
		config.complain(`${item.name} is no message that is read here`, place, `A message has one of the roles ${roles.join(", ")} and a text as its content.`);
		return [];
	});
}
/** A text, or parts that are all texts. */
function textOf$1(content) {
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return null;
	const texts = content.map((part) => isObject(part) && typeof part["text"] === "string" ? part["text"] : null);
	return texts.includes(null) ? null : texts.join("\n");
}

// src/prompts/promptfoo/combine-scorers.ts
/** A case has one expected answer: the first counts, another one stands in the scorer itself where it can. */
function settleExpected(assertions) {
	let expected;
	const entries = [];
	const left = [];
	for (const assertion of assertions) {
		const { scorer } = assertion;
		if (assertion.expected === void 0 || expected === void 0 || expected === assertion.expected) {
			expected ??= assertion.expected;
			entries.push({
				assertion,
				scorer
			});
		} else if (assertion.kind === "passes" && assertion.type !== "assert-set") entries.push({
			assertion,
			scorer: withValue(scorer, assertion.expected)
		});
		else left.push(assertion);
	}
	return {
		entries,
		expected,
		left
	};
}
/** One scorer that passes where the weighted mean is high enough. */
function weigh(assertions, threshold) {
	const { entries, expected, left } = settleExpected(assertions);
	const scorers = withNames(entries.map(({ assertion: { metric, type }, scorer }) => named(scorer, metric ?? type)));
	const odd = entries.map(({ assertion: { weight } }, index) => [nameOf(scorers[index]), weight]).filter(([, weight]) => weight !== 1);
	return {
		expected,
		left,
		scorer: { weighted: {
			...odd.length === 0 ? {} : { weights: Object.fromEntries(odd) },
			passAt: threshold,
			scorers
		} }
	};
}
/** The scorer under a name of its own. */
function named(entry, name) {
	const [[type, options] = ["", {}]] = Object.entries(entry);
	return { [type]: {
		...options,
		name
	} };
}
/** Scorers within another need different names, too. */
function withNames(entries) {
	const seen = /* @__PURE__ */ new Map();
	return entries.map((entry) => {
		const name = nameOf(entry);
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return count === 1 ? entry : named(entry, `${name}-${count}`);
	});
}
function nameOf(entry = {}) {
	const [[type, options] = ["", {}]] = Object.entries(entry);
	const written = options["name"];
	return typeof written === "string" ? written : type;
}
function withValue(entry, value) {
	const [[type, options] = ["", {}]] = Object.entries(entry);
	if (type === "not") return { not: { scorer: withValue(options["scorer"], value) } };
	return { [type]: {
		...options,
		value
	} };
}

// src/prompts/promptfoo/rows.ts
/** Characters; ids stand in tables. */
const idLimit = 120;
/** Measured of every sample: no scorer may be called so. */
const measuredAnyway = [
	"latency",
	"time-to-first-token",
	"tokens",
	"cost",
	"length",
	"failure-rate"
];
/**
* Tests as cases. What passes or fails without a model is one metric, `pass`: a test passes where all of it does, and one
* metric over all cases tells more than many over a few. Judges, grades and assertions with a `metric` have their own.
*/
function toRows(tests, config) {
	const ids = createIds(tests);
	const judged = tests.map((test) => ({
		test,
		...judgeTest(test, config)
	}));
	const shared = sharedScorers(judged.map(({ scorers }) => scorers));
	const rows = judged.map(({ test, scorers, expected }, index) => {
		const id = ids[index];
		const own = scorers.filter((entry) => !shared.has(canonicalJson(entry)));
		return {
			place: test.place,
			value: {
				...id === void 0 || id === null ? {} : { id },
				vars: test.vars,
				...expected === void 0 ? {} : { expected },
				...own.length === 0 ? {} : { scorers: own }
			}
		};
	});
	const place = tests[0]?.place ?? { path: config.path };
	return {
		rows,
		evaluators: [...shared.values()].flatMap((entry) => {
			const read = readScorerSpec(entry, place);
			return "spec" in read ? [read.spec] : [];
		})
	};
}
/** What is the same in every test is the prompt's own scorer: by its canonical JSON. */
function sharedScorers(lists) {
	const [first = [], ...others] = lists;
	const shared = new Map(first.map((entry) => [canonicalJson(entry), entry]));
	for (const list of others) {
		const keys = new Set(list.map(canonicalJson));
		for (const key of [...shared.keys()]) if (!keys.has(key)) shared.delete(key);
	}
	return shared;
}
/** Descriptions, where they tell tests apart; a number where two tests have the same values and no description. */
function createIds(tests) {
	const taken = /* @__PURE__ */ new Set();
	const values = /* @__PURE__ */ new Set();
	return tests.map(({ description, vars }, index) => {
		const written = description?.replace(/\p{Cc}+/gu, " ").trim().slice(0, idLimit) ?? "";
		const key = canonicalJson(vars);
		const isKnown = values.has(key);
		values.add(key);
		const wanted = written === "" ? isKnown ? `test-${index + 1}` : null : written;
		const id = wanted !== null && taken.has(wanted) ? `${wanted} (${index + 1})` : wanted;
		if (id !== null) taken.add(id);
		return id;
	});
}
/** The scorers of one test, each with a name of its own. */
function judgeTest({ assertions, threshold, place }, config) {
	const tell = (left) => {
		for (const { type } of left) config.skip(type, "needs another expected answer than an assertion before it", place);
	};
	if (threshold !== null && assertions.length > 0) {
		const { scorer, expected, left } = weigh(assertions, threshold);
		tell(left);
		return {
			scorers: [named(scorer, "pass")],
			expected
		};
	}
	const { entries, expected, left } = settleExpected(assertions);
	tell(left);
	const groups = /* @__PURE__ */ new Map();
	for (const { assertion, scorer } of entries) {
		const name = metricName(assertion);
		groups.set(name, [...groups.get(name) ?? [], scorer]);
	}
	return {
		scorers: [...groups].map(([name, group]) => {
			const [only] = group;
			if (group.length === 1 && only !== void 0) return named(only, name);
			return { "all-of": {
				name,
				scorers: withNames(group)
			} };
		}),
		expected
	};
}
/** One name is one metric over all cases: what passes or fails does not share it with what is graded. */
function metricName({ kind, metric, type }) {
	if (metric === null) return kind === "passes" ? "pass" : kind === "measured" ? `${type}-limit` : type;
	return kind === "graded" || measuredAnyway.includes(metric) ? `${metric} (${type})` : metric;
}

// src/prompts/promptfoo/assertion-types.ts
/** Where no grader is named. */
const defaultGrader = "openai/gpt-6-sol";
const defaultEmbedding = "openai/text-embedding-3-large";
const graded = "it is graded from 0 to 1 here, for it has no threshold";
/** Judges that grade. */
const scaled = [
	"answer-relevance",
	"groundedness",
	"criteria"
];
const passes = (scorer) => ({
	scorer,
	kind: "passes"
});
/** A value that is put in by name alone; anything else a template does is not done here. */
function textOf(value) {
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (typeof value !== "string" || value === "") return { cannot: "has no value that is a text" };
	if (readsEnvironment(value)) return { cannot: "reads the environment, which is never done" };
	const rest = value.replace(/\{\{\s*[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\s*\}\}/gu, "");
	return /\{\{|\{%|\{#/.test(rest) ? { cannot: "has a value that is more of a template than {{name}}" } : value;
}
const withText = (make) => (written) => {
	const text = textOf(written.value);
	return typeof text === "string" ? make(text, written) : text;
};
/** Several texts: a list, or one text with commas between them. */
const withTexts = (type, more = {}) => ({ value }) => {
	const texts = (Array.isArray(value) ? value : typeof value === "string" ? value.split(",").map((each) => each.trim()) : []).map(textOf);
	const refused = texts.find((text) => typeof text !== "string");
	if (refused !== void 0 && typeof refused !== "string") return refused;
	if (texts.length === 0 || texts.length > 100) return { cannot: "has no list of 1 to 100 texts" };
	return passes({ [type]: {
		values: texts,
		...more
	} });
};
/** A measure from 0 to 1: with a threshold it passes or fails. */
function measured(scorer, { threshold }) {
	if (threshold === void 0 || !(threshold > 0 && threshold <= 1)) return {
		scorer,
		kind: "graded",
		differs: graded
	};
	return {
		scorer: { weighted: {
			passAt: threshold,
			scorers: [scorer]
		} },
		kind: "judged"
	};
}
/** A grade that passes from the threshold on, which lies within 0 and 1. */
function passAt({ threshold }) {
	if (threshold === void 0 || !(threshold > 0 && threshold <= 1)) return {};
	return { passAt: 1 + Math.max(1, Math.ceil(threshold * 4 - 1e-9)) };
}
const judge = (kind) => (options, written, expected) => {
	const { grader, threshold } = written;
	const bound = scaled.includes(kind) ? passAt(written) : {};
	const differs = [...grader === null ? [`no grader is named, so ${defaultGrader} judges`] : [], ...threshold !== void 0 && !scaled.includes(kind) ? ["its threshold is not read, for the judge chooses"] : []];
	return {
		scorer: { judge: {
			...kind === "rubric" ? {} : { kind },
			model: grader ?? defaultGrader,
			...options,
			...bound
		} },
		kind: kind === "rubric" || kind === "closed-question" || "passAt" in bound ? "judged" : "graded",
		...expected === void 0 ? {} : { expected },
		...differs.length === 0 ? {} : { differs: differs.join("; ") }
	};
};
const schema = (more) => ({ value }) => {
	const differs = "transform" in more ? { differs: "JSON is looked for in a code fence, or as the whole answer" } : {};
	if (value === void 0 || value === "") return {
		...passes({ "valid-json": more }),
		...differs
	};
	if (isObject(value)) return {
		...passes({ "json-schema": {
			inline: value,
			...more
		} }),
		...differs
	};
	return { cannot: "has a schema that is no map" };
};
const limit = (scorer) => ({ threshold }) => threshold === void 0 || threshold < 0 ? { cannot: "has no threshold" } : {
	scorer: { [scorer]: { max: threshold } },
	kind: "measured"
};
/** What RE2 has not: it would take more than linear time. */
const beyondLinear = /\(\?<?[=!]|\\[1-9]|\\k</;
const finishReasons = {
	stop: "stop",
	length: "length",
	content_filter: "content-filter",
	tool_calls: "tool-calls"
};
/** The assertions that have an equal here, by promptfoo's names. */
const assertionTypes = {
	equals: (written) => {
		if (isObject(written.value) || Array.isArray(written.value)) return passes({ "json-equals": { value: written.value } });
		const text = textOf(written.value);
		if (typeof text !== "string") return text;
		const plain = !text.includes("{{");
		return {
			...passes({ equals: {
				trim: false,
				...plain ? {} : { value: text }
			} }),
			...plain && { expected: text }
		};
	},
	contains: withText((value) => passes({ contains: { value } })),
	icontains: withText((value) => passes({ contains: {
		value,
		ignoreCase: true
	} })),
	"contains-any": withTexts("contains-any"),
	"icontains-any": withTexts("contains-any", { ignoreCase: true }),
	"contains-all": withTexts("contains-all"),
	"icontains-all": withTexts("contains-all", { ignoreCase: true }),
	"starts-with": withText((value) => passes({ "starts-with": { value } })),
	regex: ({ value }) => {
		if (typeof value !== "string" || value === "" || value.length > 1e3) return { cannot: "has no short pattern" };
		if (value.includes("{{")) return { cannot: "has a pattern that is a template" };
		if (beyondLinear.test(value)) return { cannot: "looks around or back, which takes more than linear time" };
		return passes({ regex: { pattern: value } });
	},
	"is-json": schema({}),
	"contains-json": schema({ transform: "strip-fence" }),
	"is-xml": ({ value }) => value === void 0 ? passes({ "valid-xml": {} }) : { cannot: "asks for certain elements" },
	"is-refusal": () => passes({ refusal: { expect: "refusal" } }),
	"word-count": ({ value }) => {
		if (typeof value === "number") return passes({ length: {
			name: "words",
			unit: "words",
			min: value,
			max: value
		} });
		const { min, max } = isObject(value) ? value : {};
		const bounds = {
			...typeof min === "number" ? { min } : {},
			...typeof max === "number" ? { max } : {}
		};
		return Object.keys(bounds).length === 0 ? { cannot: "has no bounds" } : passes({ length: {
			name: "words",
			unit: "words",
			...bounds
		} });
	},
	latency: limit("latency"),
	cost: limit("cost"),
	"finish-reason": ({ value }) => typeof value === "string" && Object.hasOwn(finishReasons, value) ? passes({ "finish-reason": { value: finishReasons[value] ?? "stop" } }) : { cannot: "names a reason that is not known here" },
	levenshtein: withText((value) => ({
		scorer: { levenshtein: { value } },
		kind: "graded",
		differs: "it is graded from 0 to 1 here: a number of edits is no threshold of that"
	})),
	"rouge-n": withText((value, written) => measured({ "rouge-1": { value } }, written)),
	bleu: withText((value, written) => measured({ bleu: { value } }, written)),
	similar: withText((value, written) => measured({ similar: {
		model: written.embedder ?? defaultEmbedding,
		value
	} }, written)),
	"llm-rubric": withText((instructions, written) => judge("rubric")({ instructions }, written)),
	"model-graded-closedqa": withText((instructions, written) => judge("closed-question")({ instructions }, written)),
	factuality: withText((text, written) => judge("factuality")({}, written, text)),
	"model-graded-factuality": withText((text, written) => judge("factuality")({}, written, text)),
	"answer-relevance": (written) => judge("answer-relevance")({}, written),
	"context-faithfulness": (written) => judge("groundedness")({ context: "{{context}}" }, written),
	"g-eval": (written) => {
		const texts = (Array.isArray(written.value) ? written.value : [written.value]).map(textOf);
		const refused = texts.find((text) => typeof text !== "string");
		if (refused !== void 0 && typeof refused !== "string") return refused;
		return judge("criteria")({ criteria: texts.slice(0, 20) }, written);
	}
};
/** What the others do, for the message that tells them by name. */
function whyNot(type) {
	if (/^(?:javascript|python|ruby)$/.test(type)) return "is code";
	if (type === "webhook") return "calls an address";
	return "has no equal here";
}

// src/prompts/promptfoo/assertions.ts
/** Assertions of one test, sets of them included. */
const assertionLimit = 100;
/** Reads a list of assertions; what has no equal is told by name and left out. */
function readAssertions(spot, graders, config, isInSet = false) {
	const read = [];
	const visit = (items, depth) => {
		for (const written of items) {
			const item = followReference(written, config);
			if (read.length >= assertionLimit) {
				config.note(`of more than ${assertionLimit} assertions the first are read`, spot.place);
				return;
			}
			if (item.at("type").value === "assert-set" && depth === 0) {
				const set = readSet(item, graders, config);
				if (set === null) visit(item.at("assert").items(), 1);
				else read.push(...set);
				continue;
			}
			const one = readAssertion(item, graders, config);
			if (one !== null) read.push(one);
		}
	};
	visit(spot.items(), isInSet ? 1 : 0);
	return read;
}
/** A set of which a mean has to be high enough: as one assertion, or none where it has no equal; null where all of it has to pass. */
function readSet(item, graders, config) {
	const threshold = readThreshold(item, config);
	const weight = readWeight(item);
	if (threshold === null) return null;
	if (weight === 0) {
		config.skip("assert-set", "has the weight 0, so that it decides nothing", item.place);
		return [];
	}
	const parts = readAssertions(item.at("assert"), graders, config, true);
	if (parts.length === 0) return [];
	const kind = parts.every((part) => part.kind === "passes") ? "passes" : "judged";
	const weighed = weigh(parts, threshold);
	for (const { type, place } of weighed.left) config.skip(type, "needs another expected answer than one before it", place);
	const { expected } = weighed;
	return [{
		type: "assert-set",
		kind,
		metric: readMetric(item),
		scorer: weighed.scorer,
		...expected === void 0 ? {} : { expected },
		weight,
		place: item.place
	}];
}
/** The mean that passes; null where none is written. */
function readThreshold(spot, config) {
	const threshold = spot.at("threshold");
	const { value } = threshold;
	if (value === void 0) return null;
	if (typeof value === "number" && value > 0 && value <= 1) return value;
	config.note(value === 0 ? "a threshold of 0 lets everything pass: it is not read" : "a threshold is a number from 0 to 1", threshold.place);
	return null;
}
function readWeight(item) {
	const { value } = item.at("weight");
	return typeof value === "number" && value >= 0 ? value : 1;
}
function readMetric(item) {
	const { value } = item.at("metric");
	return typeof value === "string" && value.trim() !== "" && !value.includes("{{") ? value.slice(0, 64) : null;
}
/** What `$ref: "#/assertionTemplates/name"` stands for; anything else as it is. */
function followReference(item, config) {
	const { value } = item.at("$ref");
	if (typeof value !== "string" || !value.startsWith("#/")) return item;
	const found = value.slice(2).split("/").slice(0, 10).reduce((spot, key) => spot.at(key.replaceAll("~1", "/").replaceAll("~0", "~")), config.root);
	if (!found.exists) config.complain(`nothing stands at ${value.slice(0, 80)}`, item.place);
	return found.exists ? found : item;
}
function readAssertion(item, graders, config) {
	const { place } = item;
	const written = item.at("type").value;
	if (typeof written !== "string") {
		config.note(typeof item.value === "string" ? "an assertion that is a reference is not read" : "an assertion without a type is not read", place);
		return null;
	}
	const isNegated = written.startsWith("not-");
	const [type = ""] = (isNegated ? written.slice(4) : written).split(/:(?=cosine|dot|euclidean)/);
	const rule = Object.hasOwn(assertionTypes, type) ? assertionTypes[type] : void 0;
	if (rule === void 0) return skip(written, whyNot(type));
	if (item.at("transform").exists || item.at("contextTransform").exists) return skip(written, "has a transform, which is code");
	if (readWeight(item) === 0) return skip(written, "has the weight 0, so that it decides nothing");
	if (item.at("rubricPrompt").exists) config.note("rubricPrompt is not read", item.at("rubricPrompt").place);
	if (typeof item.at("value").value === "string" && codeFile.test(String(item.at("value").value))) {
		if (String(item.at("value").value).startsWith("file://")) return skip(written, "is code");
	}
	const threshold = item.at("threshold").value;
	const own = gradersOf(item.at("provider"));
	const equal = rule({
		value: config.value(item.at("value")).value,
		threshold: typeof threshold === "number" ? threshold : void 0,
		grader: own.text ?? graders.text,
		embedder: own.embedding ?? graders.embedding
	});
	if ("cannot" in equal) return skip(written, equal.cannot);
	if (equal.differs !== void 0) config.note(`${written}: ${equal.differs}`, place);
	if (isNegated && "transform" in Object.values(equal.scorer)[0]) return skip(written, "has no equal here");
	return {
		type: written,
		kind: equal.kind,
		metric: readMetric(item),
		scorer: isNegated ? { not: { scorer: equal.scorer } } : equal.scorer,
		...equal.expected === void 0 ? {} : { expected: equal.expected },
		weight: readWeight(item),
		place
	};
	function skip(name, reason) {
		config.skip(name, reason, place);
		return null;
	}
}
/** The models that a `provider` of an assertion or of `options` names; null where it names none of the kind. */
function gradersOf(spot) {
	const { value } = spot;
	const idOf = (entry) => {
		const id = isObject(entry) ? entry["id"] : entry;
		return typeof id === "string" ? id : null;
	};
	const [text, embedding] = isObject(value) && !("id" in value) ? [value["text"], value["embedding"]] : [value, value];
	const [, embedder] = /^openai:embeddings?:(.+)$/.exec(idOf(embedding) ?? "") ?? [];
	return {
		text: modelOf(idOf(text) ?? ""),
		embedding: embedder === void 0 ? null : `openai/${embedder}`
	};
}

// src/prompts/promptfoo/expected-cell.ts
/** `type(0.8): value`, `not-type: value`, `type`. */
const shorthand = /^(?:not-)?([a-z][a-z-]*)(?:\((\d+(?:\.\d+)?)\))?(?::([\s\S]*))?$/;
const code = {
	fn: "javascript",
	eval: "javascript",
	javascript: "javascript"
};
const plain = /* @__PURE__ */ new Set([
	"grade",
	"llm-rubric",
	"factuality",
	"similar",
	"python",
	"webhook"
]);
/** The assertion that a cell `__expected` of a CSV file stands for, as it would be written out; null where it is empty. */
function readExpectedCell(cell, known) {
	const text = cell.trim();
	if (text === "") return null;
	if (text.startsWith("file://")) return {
		type: "javascript",
		value: text
	};
	const [, word = "", threshold, value] = shorthand.exec(text) ?? [];
	const negated = text.startsWith("not-") ? "not-" : "";
	const isType = known(word) || Object.hasOwn(code, word) || plain.has(word);
	const standsAlone = /^(?:is-|contains-json|latency|cost)/.test(word);
	if (!isType || value === void 0 && !standsAlone) return {
		type: "equals",
		value: cell
	};
	const type = Object.hasOwn(code, word) ? code[word] ?? word : word === "grade" ? "llm-rubric" : word;
	return {
		type: `${negated}${type}`,
		...value === void 0 || value.trim() === "" ? {} : { value: listOf(type, value.trim()) },
		...threshold === void 0 ? {} : { threshold: Number(threshold) }
	};
}
function listOf(type, value) {
	return /^i?contains-(?:any|all)$/.test(type) ? value.split(",").map((item) => item.trim()) : value;
}

// src/prompts/promptfoo/test-files.ts
/** The tests of a file, each with its place; a program, an address and a table that is no CSV are told and not read. */
function readTestFile(written, place, config) {
	if (/^(?:https?|huggingface|az|s3|gs):\/\//i.test(written) || /\.xlsx?(?:#.*)?$/i.test(written)) {
		config.omit(`the tests in ${written.slice(0, 80)} are not read: they are not text of the repository`, place);
		return [];
	}
	if (codeFile.test(written)) {
		config.omit(`the tests of ${written.slice(0, 80)} are code: it is not run`, place);
		return [];
	}
	if (written.includes("*")) return config.glob(written, place).flatMap((path) => {
		if (!codeFile.test(path)) return testsAt(path, place, config);
		config.omit(`the tests of ${path} are code: it is not run`, place);
		return [];
	});
	const path = config.resolve(written, place);
	return path === null ? [] : testsAt(path, place, config);
}
function testsAt(path, place, config) {
	if (/\.csv$/i.test(path)) return csvTests(path, place, config);
	if (/\.jsonl$/i.test(path)) return jsonlTests(path, place, config);
	if (!/\.(?:ya?ml|json)$/i.test(path)) {
		config.complain(`${path} is no file of tests`, place, "Tests stand in .csv, .yaml, .json or .jsonl.");
		return [];
	}
	return config.data(path, place)?.items() ?? [];
}
function jsonlTests(path, place, config) {
	return (config.text(path, place) ?? "").split("\n").flatMap((line, index) => {
		if (line.trim() === "") return [];
		const at = {
			path,
			line: index + 1
		};
		try {
			const value = JSON.parse(line);
			if (isPlainData(value)) return [new Spot(value, () => at)];
			config.complain("the test is nested too deeply", at);
		} catch (error) {
			config.complain(`not valid JSON: ${error.message}`, at);
		}
		return [];
	});
}
/** Columns that begin with two underscores say how the row is judged; all others are variables. */
function csvTests(path, place, config) {
	const [header, ...rows] = readCsv(path, config.text(path, place) ?? "");
	const names = header?.record.map((name) => name.trim()) ?? [];
	const unread = names.filter((name) => name.startsWith("__") && !knownColumn.test(name));
	for (const name of unread) config.note(`the column ${name} is not read`, {
		path,
		line: 1
	});
	return rows.map(({ record, line }) => {
		const cells = new Map(names.map((name, index) => [name, record[index] ?? ""]));
		const { __description: description, __threshold: threshold } = Object.fromEntries(cells);
		const test = {
			vars: Object.fromEntries([...cells].filter(([name]) => name !== "" && !name.startsWith("__"))),
			assert: [...cells.keys()].flatMap((name) => assertionOf(name, cells) ?? []),
			...description ? { description } : {},
			...numberOf(threshold) === null ? {} : { threshold: numberOf(threshold) }
		};
		return new Spot(test, () => ({
			path,
			line
		}));
	});
}
/** Columns that say how a row is judged, and those that change nothing of it. */
const knownColumn = /^__(?:expected\d*|config:__expected\d*:threshold|metric|threshold|description|metadata(?::.*)?)$/;
/** The assertion in a cell `__expected`, with what further columns say of it; null where there is none. */
function assertionOf(name, cells) {
	if (!/^__expected\d*$/.test(name)) return null;
	const read = readExpectedCell(cells.get(name) ?? "", (type) => Object.hasOwn(assertionTypes, type));
	const threshold = numberOf(cells.get(`__config:${name}:threshold`));
	const metric = cells.get("__metric")?.trim() ?? "";
	return read === null ? null : {
		...read,
		...threshold === null ? {} : { threshold },
		...metric === "" ? {} : { metric }
	};
}
function numberOf(cell) {
	const number = Number(cell);
	return cell === void 0 || cell.trim() === "" || !Number.isFinite(number) ? null : number;
}

// src/prompts/promptfoo/tests.ts
/** Tests of one configuration, those that lists of values stand for included. */
const testLimit = 1e4;
const optionsNotRead = [
	"prefix",
	"suffix",
	"transform",
	"transformVars",
	"postprocess",
	"rubricPrompt",
	"storeOutputAs"
];
/** All tests: those listed, those in files, and those of scenarios. Without any, the prompts are asked once, as they are. */
function readTests(root, config) {
	const defaults = readDefaults(root.at("defaultTest"), config);
	const read = [];
	/** Whether there is room for more. */
	const add = (tests) => {
		const fits = read.length + tests.length <= testLimit;
		if (fits) read.push(...tests);
		else config.complain(`the configuration has more than ${testLimit} tests`, root.place);
		return fits;
	};
	for (const test of testsOf(root.at("tests"), config)) if (!add(readTest(test, {}, defaults, config))) return [];
	for (const scenario of scenariosOf(root.at("scenarios"), config)) {
		const tests = testsOf(scenario.at("tests"), config);
		for (const entry of scenario.at("config").items()) {
			const { value } = entry.at("vars");
			for (const test of tests) if (!add(readTest(test, isObject(value) ? value : {}, defaults, config))) return [];
		}
	}
	if (!root.at("tests").exists && !root.at("scenarios").exists) add(readTest(root.at("tests").with({}), {}, defaults, config));
	return read;
}
function scenariosOf(spot, config) {
	return spot.items().flatMap((item) => typeof item.value === "string" ? readTestFile(item.value, item.place, config) : [item]);
}
function testsOf(spot, config) {
	return spot.items().flatMap((item) => {
		if (typeof item.value === "string") return readTestFile(item.value, item.place, config);
		const { path } = isObject(item.value) ? item.value : {};
		return typeof path === "string" && !item.at("vars").exists ? readTestFile(path, item.place, config) : [item];
	});
}
function readDefaults(written, config) {
	const { value } = written;
	const isFile = typeof value === "string" && value.startsWith("file://");
	const path = isFile && !codeFile.test(value) ? config.resolve(value, written.place) : null;
	if (isFile && codeFile.test(value)) config.note("defaultTest is code: it is not run", written.place);
	const spot = path === null ? written : config.data(path, written.place) ?? written;
	const vars = spot.at("vars").value;
	const graders = gradersOf(spot.at("options").at("provider"));
	noteUnread(spot, config);
	return {
		vars: isObject(vars) ? vars : {},
		graders,
		threshold: readThreshold(spot, config),
		assertions: readAssertions(spot.at("assert"), graders, config),
		graded: countGraded(spot.at("assert"))
	};
}
function noteUnread(test, config) {
	const options = test.at("options");
	for (const name of optionsNotRead) if (options.at(name).exists) config.note(`options.${name} is not read`, options.at(name).place);
	for (const name of ["assertScoringFunction", "providerOutput"]) if (test.at(name).exists) config.note(`${name} of a test is not read`, test.at(name).place);
	if (test.at("provider").exists || test.at("providers").exists) config.note("a test that is for one provider only is run with the prompt's", test.place);
}
function readTest(test, scenario, defaults, config) {
	if (!isObject(test.value)) {
		config.complain("a test is a map with vars and assert", test.place);
		return [];
	}
	noteUnread(test, config);
	const options = test.at("options");
	const own = gradersOf(options.at("provider"));
	const graders = {
		text: own.text ?? defaults.graders.text,
		embedding: own.embedding ?? defaults.graders.embedding
	};
	const withDefaults = options.at("disableDefaultAsserts").value !== true;
	const assertions = [...withDefaults ? defaults.assertions : [], ...readAssertions(test.at("assert"), graders, config)];
	const graded = (withDefaults ? defaults.graded : 0) + countGraded(test.at("assert"));
	const threshold = readThreshold(test, config) ?? defaults.threshold;
	const weighted = assertions.find(({ weight }) => weight !== 1);
	if (threshold === null && weighted !== void 0) config.note("weights decide nothing without a threshold: every assertion has to pass", weighted.place);
	const prompts = test.at("prompts").items();
	const description = test.at("description").value;
	const all = {
		...defaults.vars,
		...scenario,
		...readVars(test.at("vars"), config)
	};
	return (options.at("disableVarExpansion").value === true ? [all] : expand(all, test.place, config)).map((vars) => ({
		description: typeof description === "string" ? description : null,
		vars,
		assertions,
		graded,
		threshold,
		prompts: prompts.length === 0 ? null : prompts.map(({ value }) => String(value)),
		place: test.place
	}));
}
/** Values as they are put in: a file's text for its name, and never what a template in one would make of it. */
function readVars(spot, config) {
	if (typeof spot.value === "string") {
		const files = readTestFile(spot.value, spot.place, config);
		return Object.assign({}, ...files.slice(0, 1).map(({ value }) => isObject(value) ? value : {}));
	}
	const read = spot.entries().flatMap(([name, entry]) => {
		const { value, place } = entry;
		if (typeof value !== "string") return [[name, value ?? null]];
		if (readsEnvironment(value)) config.note(`the variable ${name} names the environment, which is never read: it stays as it is written`, place);
		else if (/\{\{|\{%/.test(value)) config.note(`the variable ${name} is a template in promptfoo; here it is put in as it is written`, place);
		if (!value.startsWith("file://")) return [[name, value]];
		if (isNoText(value)) {
			config.note(`the variable ${name} is a program or a picture: it is not read`, place);
			return [[name, value]];
		}
		if (value.includes("*")) return [[name, config.glob(value, place).map((path) => isNoText(path) ? null : config.text(path, place)).flatMap((text) => text?.trim() ?? [])]];
		const path = config.resolve(value, place);
		const text = path === null ? null : config.text(path, place);
		return text === null ? [] : [[name, text.trim()]];
	});
	return Object.fromEntries(read);
}
function isNoText(name) {
	return codeFile.test(name) || /\.(?:png|jpe?g|gif|webp|pdf|mp3|wav|mp4)$/i.test(name);
}
/** A variable that is a list stands for as many tests; several, for all of their combinations. */
function expand(vars, place, config) {
	let sets = [vars];
	for (const [name, value] of Object.entries(vars)) {
		if (!Array.isArray(value)) continue;
		if (sets.length * value.length > testLimit) {
			config.complain(`the lists of this test stand for more than ${testLimit} tests`, place);
			return [];
		}
		sets = sets.flatMap((set) => value.map((item) => ({
			...set,
			[name]: item
		})));
	}
	return sets;
}

// src/prompts/promptfoo/unknown-keys.ts
/** Keys that are read, and keys that change nothing of what is asked and judged. */
const silent = [...[
	"prompts",
	"providers",
	"targets",
	"tests",
	"scenarios",
	"defaultTest",
	"assertionTemplates"
], ...[
	"description",
	"tags",
	"metadata",
	"sharing",
	"outputPath",
	"writeLatestResults",
	"$schema"
]];
const reasons = {
	env: "a prompt never sees the environment",
	nunjucksFilters: "filters of one's own are code, which is not run",
	extensions: "extensions are code, which is not run",
	derivedMetrics: "derived metrics are formulas, which have no equal here",
	redteam: "attacks are not made here",
	evaluateOptions: "trials, concurrency and delays stand under run in assay.yml",
	commandLineOptions: "options of the run stand under run in assay.yml"
};
/** Tells every key of the configuration that is not read. */
function noteUnknownKeys(root, config) {
	for (const [key, spot] of root.entries()) {
		if (silent.includes(key)) continue;
		const why = Object.hasOwn(reasons, key) ? `: ${reasons[key]}` : "";
		config.note(`${JSON.stringify(key.slice(0, 60))} is not read${why}`, spot.place);
	}
}

// src/prompts/formats/promptfoo.ts
const names = [
	"promptfooconfig.yaml",
	"promptfooconfig.yml",
	"promptfooconfig.json"
];
/** promptfoo's configuration: its prompts, each with the tests as golden set and the assertions as scorers. */
const promptfooFormat = {
	endings: [
		...names,
		".yaml",
		".yml",
		".json"
	],
	byItself: names,
	description: "promptfoo's configuration: prompts, providers, tests and assertions; programs in it are never run",
	recognises: (text) => /^["']?prompts["']?\s*:/m.test(text) ? /^["']?(?:providers|targets|tests|scenarios|defaultTest)["']?\s*:/m.test(text) : /"prompts"\s*:/.test(text) && /"(?:providers|targets|tests)"\s*:/.test(text),
	parse(path, source, includes) {
		const text = decodePrompt(path, source);
		const reading = {
			text,
			yaml: readYaml(path, text),
			problems: [],
			warnings: []
		};
		const file = new Entry(reading, reading.yaml.value ?? {});
		const root = new Spot(reading.yaml.value ?? {}, reading.yaml.place);
		const config = new ConfigReading(path, root, reading, includes);
		noteUnknownKeys(root, config);
		const prompts = readPrompts(file.at("prompts"), config);
		const providers = readProviders(root.at("providers").exists ? root.at("providers") : root.at("targets"), config);
		const tests = readTests(root, config);
		if (prompts.length === 0 && reading.problems.length === 0) file.complain("the configuration has no prompt that is read here", "Programs in it are not run.");
		if (providers.length > 1) {
			const models = providers.flatMap(({ model }) => model ?? []).slice(1);
			const hint = models.length === 0 ? "Name one in assay.yml." : `Try the others: compare --models ${models.join(",")}`;
			config.note("of several providers the first that is for a prompt answers", root.at("providers").place, hint);
		}
		const nameOf = createNames();
		const rows = toRows(tests, config);
		const read = prompts.map((prompt, index) => {
			const name = nameOf(prompt.label ?? prompt.stem, index);
			const own = tests.filter((test) => isFor(test.prompts, prompt));
			const provider = providers.find((each) => isFor(each.prompts, prompt)) ?? null;
			const cases = own.length === tests.length ? rows : toRows(own, config);
			return readPrompt({
				config,
				prompt,
				name,
				provider,
				tests: own,
				cases
			});
		});
		throwProblems(reading.problems.sort((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0)));
		const warnings = config.notes();
		const elsewhere = planCalls({
			root,
			prompts,
			providers,
			tests,
			config,
			isFor
		});
		return read.filter((prompt) => prompt !== null).map((prompt, index) => ({
			...prompt,
			notRun: config.notRun,
			warnings: index === 0 ? warnings : [],
			...index === 0 && { elsewhere }
		}));
	}
};
/** One prompt of the configuration; null where it has mistakes, which are told with all others. */
function readPrompt({ config, prompt, name, provider, tests, cases }) {
	const { includes } = config;
	const call = mergeCalls(provider?.call ?? noCall, prompt.call);
	const path = `${config.path}#${name}`;
	try {
		const file = finishPrompt({
			path,
			endings: [],
			file: new Entry(config.reading, { name }),
			reading: {
				...config.reading,
				problems: [],
				warnings: []
			},
			configuration: {
				model: provider?.model ?? null,
				parameters: call.parameters,
				format: call.format,
				tools: call.tools,
				template: "nunjucks"
			},
			messages: prompt.messages,
			testData: cases.rows,
			modelPlace: provider?.place ?? prompt.place,
			findPartial: null,
			includes
		});
		const files = [...new Set(call.files)];
		refuseEnvironment(file, tests, config);
		return {
			...file,
			named: prompt.label !== null,
			evaluators: cases.evaluators,
			variables: file.variables.map((use) => withOptional(use, tests)),
			configuration: {
				...file.configuration,
				included: Object.fromEntries(files.map((each) => [each, config.hash(each)]))
			},
			inclusions: Object.fromEntries(files.map((each) => [each, [config.path, each]]))
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		config.reading.problems.push(...error.problems);
		return null;
	}
}
/** Labels and names of files by which tests and providers choose prompts; `group:*` stands for all that begin so. */
function isFor(labels, { label, stem, call }) {
	if (labels === null) return true;
	const known = [
		label,
		stem,
		...call.files
	].filter((name) => name !== null);
	return labels.some((wanted) => known.some((name) => name === wanted || wanted.endsWith("*") && name.startsWith(wanted.slice(0, -1))));
}
/** In promptfoo a variable without a value is empty. One that no test has at all is a slip of the pen. */
function withOptional(use, tests) {
	const [root = ""] = use.name.split(".");
	return tests.some(({ vars }) => Object.hasOwn(vars, root)) ? {
		...use,
		optional: true
	} : use;
}
/** `{{env.NAME}}`: promptfoo would put a secret of the machine into the prompt. */
function refuseEnvironment({ variables }, tests, config) {
	if (tests.some(({ vars }) => Object.hasOwn(vars, "env"))) return;
	for (const { name, place } of variables) {
		if (name.split(".")[0] !== "env") continue;
		config.complain(`{{${name}}} is not read: a prompt does not see the environment`, place, "Give it as a variable.");
	}
}

// src/prompts/keys/prompty-inputs.ts
/** Inputs by name, or as a list of maps with a name: their defaults, and which are not required. */
function readInputs(entry) {
	const defaults = /* @__PURE__ */ new Map();
	const optional = /* @__PURE__ */ new Set();
	for (const [name, input] of namedEntries(entry)) {
		const { value } = input;
		if (!isObject(value)) continue;
		const given = value["default"];
		if (given !== void 0 && given !== null) defaults.set(name, withoutReferences(given, input));
		if (value["required"] === false) optional.add(name);
	}
	return {
		defaults: Object.fromEntries(defaults),
		optional
	};
}
function namedEntries(entry) {
	if (!entry.exists) return [];
	if (!Array.isArray(entry.value)) return entry.entries();
	return entry.items().flatMap((item) => {
		const name = item.at("name").text();
		return name === null ? [] : [[name, item]];
	});
}

// src/prompts/keys/prompty-model.ts
/** Other names of parameters, by what the API calls them. */
const renamed = {
	max_output_tokens: "max_tokens",
	stop_sequences: "stop",
	tools_choice: "tool_choice"
};
/** The model of a Prompty file, its parameters, response format and tools, in the shape of version 1 or 2. */
function readPromptyModel(entry, tools) {
	const model = readModel(entry);
	const written = [entry.at("parameters"), entry.at("options")].filter(({ exists }) => exists);
	const parameters = /* @__PURE__ */ new Map();
	const parts = {
		format: null,
		tools: readTools(tools)
	};
	for (const [key, parameter] of written.flatMap((each) => each.entries())) {
		const name = toSnakeCase(key);
		const value = parameter.value ?? null;
		if (value === null || name === "stream" || name === "model") continue;
		if (name === "response_format") parts.format = readFormat(parameter);
		else if (name === "tools") parts.tools = readTools(parameter);
		else if (name === "additional_properties" && isObject(value)) for (const [further, given] of Object.entries(value)) parameters.set(toSnakeCase(further), given);
		else parameters.set(renamed[name] ?? name, value);
	}
	return {
		model,
		parameters: Object.fromEntries(parameters),
		...parts
	};
}
function readModel(entry) {
	if (!entry.exists) return null;
	if (typeof entry.value === "string") return withoutEnvironment(entry.value, entry);
	const configuration = entry.at("configuration");
	const type = configuration.at("type").value;
	const [named, publisher] = type === "azure_openai" || type === "azure" ? [configuration.at("azure_deployment"), "azure"] : type === "openai" ? [configuration.at("name"), "openai"] : [entry.at("id"), entry.at("provider").value];
	if (!named.exists) {
		if (type !== void 0) configuration.warn("no model is named here that can be called", "Name one in assay.yml.");
		return null;
	}
	const written = named.text();
	const name = written === null ? null : withoutEnvironment(written, named);
	if (name === null || name === "") return null;
	return typeof publisher === "string" && !name.includes("/") ? `${publisher}/${name}` : name;
}
/** `json_object`, or a map as the API takes it; `text` is none. */
function readFormat(entry) {
	const { value } = entry;
	const type = isObject(value) ? value["type"] : value;
	if (type === "text") return null;
	if (type === "json_object") return { type };
	if (type === "json_schema" && isObject(value) && isObject(value["json_schema"])) return {
		type,
		json_schema: value["json_schema"]
	};
	entry.complain("response_format is none of text, json_object, json_schema with its schema");
	return null;
}
/** A list of tools as the API takes them; kinds that only a runtime knows are told. */
function readTools(entry) {
	if (!entry.exists) return null;
	const tools = entry.items().flatMap((item) => {
		const value = item.value ?? null;
		const kind = isObject(value) ? value["type"] ?? value["kind"] : null;
		if (!isObject(value) || kind !== "function") {
			item.warn("the tool is not sent: it is no function", "Hosted tools run at the provider, out of this comparison.");
			return [];
		}
		if (isObject(value["function"])) return [value];
		const { type: _type, kind: _kind, ...described } = value;
		return [{
			type: "function",
			function: described
		}];
	});
	return tools.length === 0 ? null : tools;
}

// src/prompts/keys/shared-values.ts
/** Puts the values of `${file:…}` in their places under these keys; what else stands there is left as it is. */
function readSharedValues(file, keys, path, includes) {
	const shared = {};
	const resolve = (value, entry) => {
		if (typeof value === "string") {
			const written = fileReference.exec(value.trim())?.[1];
			if (written === void 0) return value;
			const found = readReferenced(written, entry, path, includes);
			if (found === null) return null;
			shared[found.path] = canonicalHash(found.value);
			return found.value;
		}
		if (Array.isArray(value)) return value.map((item) => resolve(item, entry));
		if (!isObject(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, entry.at(key))]));
	};
	const whole = isObject(file.value) ? file.value : {};
	return {
		value: Object.fromEntries(Object.entries(whole).map(([key, item]) => [key, keys.includes(key) ? resolve(item, file.at(key)) : item])),
		shared
	};
}

// src/prompts/formats/prompty.ts
const endings$1 = [".prompty"];
const knownKeys = [
	...[
		"name",
		"displayName",
		"description",
		"version",
		"authors",
		"tags",
		"metadata",
		"base"
	],
	...[
		"model",
		"inputs",
		"outputs",
		"sample",
		"template",
		"tools"
	],
	...[
		"golden",
		"scorers",
		"evaluators",
		"testData"
	]
];
/** Prompty, version 1 as repositories hold it and version 2. `${env:…}` is never read, `${file:…}` only within the repository. */
const promptyFormat = {
	endings: endings$1,
	description: "Prompty, versions 1 and 2: front matter, and a body in Jinja whose lines `system:`, `user:` begin messages",
	parse(path, source, includes) {
		const { frontMatter, lineOffset, body } = splitFrontMatter(path, decodePrompt(path, source));
		const reading = {
			text: frontMatter,
			yaml: readYaml(path, frontMatter, lineOffset),
			problems: [],
			warnings: []
		};
		const written = new Entry(reading, reading.yaml.value ?? {});
		const { value, shared } = readSharedValues(written, [
			"model",
			"inputs",
			"outputs",
			"tools"
		], path, includes);
		const file = written.value === void 0 || isObject(written.value) ? new Entry(reading, value) : written;
		for (const [key, entry] of file.entries()) if (!knownKeys.includes(key)) entry.warn(`${key} is not read`, "It is no key of Prompty that changes the call.");
		const { model, parameters, format, tools } = readPromptyModel(file.at("model"), file.at("tools"));
		const { defaults, optional } = readInputs(file.at("inputs"));
		const language = readLanguage(file.at("template"));
		const messages = language === "jinja" ? [{
			role: "system",
			content: body.text,
			region: body
		}] : splitAtRoleLines(body, "system");
		return [finishPrompt({
			path,
			endings: endings$1,
			file,
			reading,
			configuration: {
				model,
				parameters,
				format,
				tools,
				template: language,
				defaults
			},
			messages,
			optional,
			testData: [...readSamples(file.at("sample"), path, includes), ...readSamples(file.at("testData"), path, includes)],
			modelPlace: file.at("model").exists ? file.at("model").place : {
				path,
				line: 1
			},
			findPartial: null,
			includes,
			shared
		})];
	}
};
/** `template: jinja2`, `template: { type: mustache }` or version 2's `template: { format: { kind: … } }`. */
function readLanguage(entry) {
	const written = [
		entry.at("format").at("kind"),
		entry.at("format"),
		entry.at("type"),
		entry
	].find(({ value }) => typeof value === "string");
	if (written === void 0 || written.value === "jinja2" || written.value === "jinja") return "jinja";
	if (written.value === "mustache") return "mustache";
	written.complain(`the template language ${written.value} is not known`, "It is one of jinja2, mustache.");
	return "jinja";
}

// src/prompts/formats/text.ts
const endings = [
	".prompt.md",
	".prompt.txt",
	".md",
	".txt"
];
/** Plain text: the whole file is one user message, but for front matter with the other keys. */
const textFormat = {
	endings,
	description: "plain text or Markdown, one user message; the other keys of a prompt file as YAML front matter",
	parse(path, source, includes) {
		const { frontMatter, lineOffset, body } = splitFrontMatter(path, decodePrompt(path, source));
		const yaml = readYaml(path, frontMatter, lineOffset);
		return [readPrompt$1({
			path,
			endings,
			text: frontMatter,
			yaml,
			body,
			includes
		})];
	}
};

// src/prompts/registry.ts
/** Every prompt format, by its name. */
const promptFormats = {
	"prompt-yml": promptYmlFormat,
	text: textFormat,
	prompty: promptyFormat,
	dotprompt: dotpromptFormat,
	promptfoo: promptfooFormat,
	langchain: langchainFormat
};
const formats = Object.values(promptFormats);
/**
* The format of a file by its name and, where it is given, its text; null where no format reads it. A name that begins
* with _ is that of a partial.
*/
function formatOf(path, text = null) {
	const found = formats.find((format) => format.endings.some((ending) => path.endsWith(ending)) && (text === null || format.recognises === void 0 || format.recognises(text)));
	return found === void 0 || isPartial(path) ? null : found;
}
/** Whether a file is a partial of dotprompt: no prompt by itself, and nobody's mistake where a glob matches it. */
function isPartial(path) {
	return /(?:^|\/)_[^/]*$/.test(path) && dotpromptFormat.endings.some((ending) => path.endsWith(ending));
}
/**
* What counts as a prompt where assay.yml does not say: every file whose name itself says so. A plain `.md` or `.json`
* is a prompt only where a glob of the user's names it.
*/
const defaultPromptGlobs = formats.flatMap(({ endings, byItself }) => (byItself ?? endings.filter((ending) => ending.startsWith(".prompt"))).map((ending) => {
	if (!ending.startsWith(".")) return `**/${ending}`;
	return ending === ".prompt" ? `**/[^_]*${ending}` : `**/*${ending}`;
}));

// src/prompts/parse-prompt.ts
/**
* Reads the prompts of a file with the files that they include. Null where no format reads the file. Throws one UserError
* with all mistakes.
*/
async function parsePrompts(path, source, sources) {
	const format = formatOf(path, new TextDecoder().decode(source));
	if (format === null) return null;
	const files = /* @__PURE__ */ new Map();
	let paths = null;
	for (;;) {
		const asked = /* @__PURE__ */ new Set();
		let listing = false;
		const includes = {
			read(wanted) {
				if (!files.has(wanted)) asked.add(wanted);
				return files.get(wanted) ?? null;
			},
			paths() {
				listing ||= paths === null;
				return paths ?? [];
			}
		};
		let problem = null;
		let prompts = [];
		try {
			prompts = format.parse(path, source, includes);
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problem = error;
		}
		if (asked.size === 0 && !listing) {
			if (problem !== null) throw problem;
			return prompts;
		}
		if (listing) paths = await sources.list();
		for (const wanted of asked) files.set(wanted, await sources.read(wanted));
	}
}

export { promptFormats as a, isPartial as i, defaultPromptGlobs as n, readCsv as o, formatOf as r, parsePrompts as t };