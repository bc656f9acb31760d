import { I as noOtherGate, n as UserError } from "./errors.js";
import { i as resolveModel, n as keyVariableOf, t as addressVariableOf } from "./registry.js";
import { a as promptFormats, n as defaultPromptGlobs, r as formatOf } from "./parse-prompt.js";
import { S as scorerFactories, c as loadProject } from "./find-changes.js";
import { n as fileOfPrompt } from "./repository-path.js";
import { r as isObject } from "./json.js";
import { r as require_dist } from "./picomatch.js";
import { posix } from "node:path";

// src/pipeline/setup/find-prompt-globs.ts
/** Folders whose files are somebody else's. */
const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|\.venv|venv|site-packages|dist|build|fixtures|test|tests|__tests__|\.[^/]+)\//;
/** Files that describe a folder instead of being a prompt in it. */
const about = /^(?:readme|changelog|contributing|license|index)\b/i;
/** A folder that says what its files are. */
const promptFolder = /^(?:.*\/)?prompts?(?=\/)/i;
/**
* Globs, relative to `directory`, for prompt files whose names alone do not say that they are prompts: plain Markdown and
* text, and LangChain's YAML and JSON, in folders named `prompts`. A glob where it matches nothing else, else the files.
*/
async function findPromptGlobs(tree, directory) {
	const prefix = directory === "" ? "" : `${directory}/`;
	const files = (await tree.entries()).filter(({ path, kind }) => kind === "file" && path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length)).filter((path) => promptFolder.test(path) && !foreign.test(path));
	const found = /* @__PURE__ */ new Map();
	const others = /* @__PURE__ */ new Set();
	for (const path of files) {
		const glob = `${promptFolder.exec(path)?.[0]}/**/*${posix.extname(path)}`;
		if (await isPlainPrompt(tree, prefix, path)) found.set(glob, [...found.get(glob) ?? [], path]);
		else others.add(glob);
	}
	return [...found].flatMap(([glob, paths]) => others.has(glob) ? paths : [glob]).sort();
}
async function isPlainPrompt(tree, prefix, path) {
	const name = posix.basename(path);
	if (about.test(name) || name.startsWith("_") || /\.prompt(?:y|\.[a-z]+)?$/.test(name)) return false;
	const named = formatOf(path);
	if (named === null || named.recognises === void 0) return named !== null;
	const source = await tree.read(`${prefix}${path}`);
	return source !== null && formatOf(path, new TextDecoder().decode(source)) !== null;
}

// src/pipeline/setup/find-labels.ts
/** Words after which a prompt lists the answers that it allows. */
const announcement = /\b(?:one of|either|labels?|categor(?:y|ies)|class(?:es|ify|ification)?|options?|choose from|choose between|answer (?:only )?with|respond (?:only )?with|reply (?:only )?with|sentiments?|only)\b[^\n:]{0,80}:/gi;
const most = 20;
/**
* The labels of which a prompt wants exactly one, as it lists them behind a colon or as bullets: `Answer with one label
* only: billing, bug, other.` → `["billing", "bug", "other"]`. Empty where it promises no such thing.
*/
function findLabels(text) {
	for (const match of text.matchAll(announcement)) {
		const rest = text.slice(match.index + match[0].length);
		const labels = listedInLine(rest) ?? listedInBullets(rest);
		if (labels !== null) return labels;
	}
	return [];
}
/** `billing, bug or other.`; `"yes" | "no"`. */
function listedInLine(rest) {
	return asLabels(((rest.split("\n", 1)[0] ?? "").split(/[.;!?](?:\s|$)/, 1)[0] ?? "").split(/\s*(?:,\s*(?:or|and)\s+|,|\||\/|\s+or\s+)\s*/));
}
/** One label a line, each behind a dash, a star or a number; what explains a label stands behind a colon or a dash. */
function listedInBullets(rest) {
	const labels = [];
	for (const line of rest.replace(/^[^\n]*\n/, "").split("\n")) {
		const bullet = /^\s*(?:[-*•]|\d{1,2}[.)])\s+(.{1,200})$/.exec(line)?.[1];
		if (bullet !== void 0) labels.push(bullet.split(/\s*(?::|\s[-–—]\s|\()/, 1)[0] ?? "");
		else if (line.trim() !== "" || labels.length > 0) break;
	}
	return asLabels(labels);
}
/** Null where these are no labels: too few, too many, sentences, or places to fill in. */
function asLabels(written) {
	const labels = written.map((label) => label.trim().replace(/^["'`*]+|["'`*.]+$/g, ""));
	const plain = labels.every((label) => /^[\p{L}\p{N}][\p{L}\p{N} _+-]{0,29}$/u.test(label) && words(label) <= 3);
	const distinct = new Set(labels);
	return plain && distinct.size === labels.length && labels.length >= 2 && labels.length <= most ? labels : null;
}
function words(text) {
	return text.split(/\s+/).length;
}

// src/pipeline/setup/write-assay-file.ts
var import_dist = require_dist();
/** The file is to be read at a glance. */
const mostLines = 12;
/** Where editors find which keys there are. */
const schemaAddress = "https://raw.githubusercontent.com/prompt-assay/prompt-assay/v1/schemas/assay.v1.json";
/** Holds of every prompt that promises nothing else. */
const anyAnswer = ["refusal"];
/**
* The text of assay.yml, of at most 12 lines, and the prompts whose scorers found no room in it: they are held to no
* other prompt's promise, but to answering at all.
*/
function writeAssayFile(file) {
	const [common, ...others] = groupByScorers(file.scorers);
	const lines = [
		`# yaml-language-server: $schema=${schemaAddress}`,
		...file.watch ? [line({ watch: true }, "judges and never fails; delete the line to make it the gate")] : [],
		...file.globs.length === 0 ? [] : [line({ prompts: file.globs }, "where the prompts are")],
		...file.model === null ? [] : [line({ model: file.model }, "a guess, for prompts that name none")],
		...file.golden === null ? [] : [line({ golden: file.golden }, "one case a line; or testData in the prompt file")],
		...common === void 0 ? [] : [line({ scorers: common.scorers }, "what every answer is held to")],
		...others.length === 0 ? [] : ["overrides:  # other scorers for some prompts"]
	];
	const limits = [line({ run: { maxCost: 2 } }, "US dollars a run; no call begins that could pass it"), line({ gate: { margin: .05 } }, "a loss of 5 points is tolerated")];
	const room = mostLines - lines.length - limits.length;
	const told = others.length <= room ? others : others.slice(0, room - 1);
	const leftOut = others.slice(told.length).flatMap(({ prompts }) => prompts);
	const rest = leftOut.length === 0 ? [] : [{
		prompts: leftOut,
		scorers: anyAnswer
	}];
	const overrides = [...told, ...rest].map(({ prompts, scorers }) => `  - ${flow({
		prompts,
		scorers
	})}`);
	return {
		text: `${[
			...lines,
			...overrides,
			...limits
		].join("\n")}\n`,
		leftOut
	};
}
/** Prompts with the same scorers, the most common first. Nothing is held to an empty list but what brings its own. */
function groupByScorers(scorers) {
	const groups = /* @__PURE__ */ new Map();
	for (const [prompt, list] of scorers) {
		const key = JSON.stringify(list);
		const group = groups.get(key) ?? {
			scorers: list,
			prompts: []
		};
		group.prompts.push(prompt);
		groups.set(key, group);
	}
	const sorted = [...groups.values()].sort((one, other) => other.prompts.length - one.prompts.length);
	const common = sorted.find((group) => group.scorers.length > 0);
	return common === void 0 ? [] : [common, ...sorted.filter((group) => group !== common)];
}
/** A map of one key, as a line of the file. */
function line(value, comment) {
	return `${flow(value).slice(2, -2)}  # ${comment}`;
}
/** On one line, in flow style. */
function flow(value) {
	return (0, import_dist.stringify)(value, {
		lineWidth: 0,
		collectionStyle: "flow",
		flowCollectionPadding: true
	}).trimEnd();
}

// src/pipeline/setup/propose-scorers.ts
/**
* Scorers from what a prompt says of its answers (a schema, JSON, labels) and from what its cases expect. `fileName` is
* free for a schema. A prompt that brings evaluators of its own gets none.
*/
function proposeScorers(version, cases, fileName) {
	if (version.evaluators.length > 0) return {
		scorers: [],
		reasons: ["is scored by its own evaluators"],
		schema: null
	};
	const shape = proposeForShape(version, fileName);
	const parts = choose(shape, proposeForExpected(cases));
	if (parts.length === 0) return {
		scorers: anyAnswer,
		reasons: ["is no refusal"],
		schema: null
	};
	return {
		scorers: parts.map(({ scorer }) => scorer),
		reasons: parts.map(({ reason }) => reason),
		schema: shape?.schema ?? null
	};
}
/** What equals one of the labels is one of them, and what equals JSON is JSON: one comparison is enough. */
function choose(shape, expected) {
	if (shape?.isWhole) return [shape];
	if (expected?.isWhole && shape?.schema === void 0) return [expected];
	return [shape, expected].filter((part) => part !== null);
}
function proposeForShape({ configuration }, fileName) {
	const { format, messages } = configuration;
	const named = isObject(format?.["json_schema"] ?? null) ? format?.["json_schema"] : null;
	if (isObject(named?.schema ?? null)) {
		const path = `schemas/${fileName}.json`;
		return {
			scorer: { "json-schema": { schema: path } },
			reason: "holds its JSON schema",
			schema: {
				path,
				schema: named?.schema
			}
		};
	}
	const text = messages.filter(({ role }) => role !== "assistant").map(({ content }) => content).join("\n");
	if (format !== null || /\b(?:respond|reply|answer|return|output|produce|write|generate)\b[^.\n]{0,60}\bJSON\b/i.test(text)) return {
		scorer: { "valid-json": { fence: true } },
		reason: "is JSON"
	};
	if (/(?:^|\n|\s)\(?A[).:]\s.{1,400}?(?:\n|\s)\(?B[).:]\s/s.test(text)) return {
		scorer: "choice",
		reason: "chooses the letter",
		isWhole: true
	};
	const labels = findLabels(text);
	if (labels.length === 0) return null;
	return {
		scorer: { regex: {
			name: "one-of-the-labels",
			pattern: `^\\W*(?:${labels.map((label) => label.replaceAll(/[+-]/g, "\\$&")).join("|")})\\W*$`,
			flags: "i"
		} },
		reason: `is one of ${labels.length} labels`
	};
}
/** Where at least half of the cases say what is expected, answers are held against it. */
function proposeForExpected(cases) {
	const expected = cases.flatMap((each) => each.expected === null ? [] : [each.expected]);
	if (expected.length === 0 || expected.length * 2 < cases.length) return null;
	if (expected.every((each) => typeof each === "number")) return {
		scorer: "numeric",
		reason: "is the number expected",
		isWhole: true
	};
	if (expected.every((each) => isObject(each) || Array.isArray(each))) return {
		scorer: "json-equals",
		reason: "is the JSON expected",
		isWhole: true
	};
	return expected.map(String).every((text) => !text.includes("\n") && text.split(/\s+/).length <= 5) ? {
		scorer: { equals: { ignoreCase: true } },
		reason: "is the text expected",
		isWhole: true
	} : {
		scorer: "rouge-l",
		reason: "is near the text expected"
	};
}

// src/pipeline/setup/starter-cases.ts
/**
* A golden set to begin with: one case that shows which variables the prompt takes, marked as a draft, for nobody has
* said yet what it is to be asked.
*/
function starterCases(version) {
	const defaults = version.configuration.defaults ?? {};
	const vars = {};
	for (const { name } of version.variables) {
		const key = name.split(".")[0] ?? name;
		vars[key] = defaults[key] ?? (name === key ? `an example of ${key}` : {});
	}
	return `${JSON.stringify({
		id: "first",
		vars,
		draft: true
	})}\n`;
}

// src/pipeline/setup/write-workflow.ts
/** Where the workflow goes. */
const workflowPath = ".github/workflows/prompt-assay.yml";
/**
* A workflow that judges every pull request, with the least permissions that it needs and the answers kept between runs.
* `keyVariables` are the names of the secrets that the prompts' models need.
*/
function writeWorkflow(keyVariables) {
	const keys = keyVariables.map((name) => `          ${name}: \${{ secrets.${name} }}\n`).join("");
	const environment = keys === "" ? "" : `        env:\n${keys}`;
	const key = [
		"ref",
		"run_id",
		"run_attempt"
	].map((part) => `-\${{ github.${part} }}`).join("");
	const folders = [
		"samples",
		"baselines",
		"verdicts"
	].map((folder) => `            .assay/${folder}\n`).join("");
	return `name: Prompts
on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review, labeled, unlabeled, edited]

permissions:
  contents: read
  pull-requests: write
  checks: write

concurrency:
  group: prompts-\${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  assay:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - uses: actions/cache/restore@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        with:
          path: |
${folders}          key: assay${key}
          restore-keys: |
            assay-\${{ github.ref }}-
            assay-
      - uses: prompt-assay/prompt-assay@v1
${environment}      - uses: actions/cache/save@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        if: always()
        with:
          path: |
${folders}          key: assay${key}
`;
}

// src/pipeline/setup/propose-setup.ts
/** Models for prompts that name none, by what a repository's dependencies speak to; the last is for all others. */
const guesses = [
	{
		dependency: /"@anthropic-ai\/sdk"|\banthropic\b/,
		model: "anthropic/claude-haiku-4-5"
	},
	{
		dependency: /"@google\/genai"|\bgoogle-genai\b/,
		model: "google/gemini-3.5-flash-lite"
	},
	{
		dependency: /"@mistralai\/mistralai"|\bmistralai\b/,
		model: "mistral/mistral-small-latest"
	},
	{
		dependency: /./s,
		model: "openai/gpt-6-luna"
	}
];
/**
* Proposes assay.yml, starter golden sets, schemas and a workflow for the prompts of a repository; what is there already
* is left as it is. `chosen` is the model of prompts that name none; null: a guess. Reads alone. Throws a UserError where an assay.yml or a golden set that is there does not hold.
*/
async function proposeSetup(tree, directory, chosen = null, from = null) {
	const globs = from === null ? await findPromptGlobs(tree, directory) : await findConfigurations(tree, directory);
	const found = await loadProject(tree, {
		directory,
		configPath: null,
		factories: scorerFactories,
		furtherGlobs: globs.map((glob) => posix.join(directory, glob))
	});
	const prompted = found.prompts.filter(({ version }) => from === null || isInConfiguration(version.path));
	const project = {
		...found,
		prompts: prompted
	};
	const present = new Set((await tree.entries()).map(({ path }) => path));
	const files = /* @__PURE__ */ new Map();
	const scorers = /* @__PURE__ */ new Map();
	const isNew = project.config.path === null;
	const prompts = project.prompts.map((prompt) => {
		const { version, golden } = prompt;
		const promised = proposeScorers(version, golden.cases, fileNameOf(version.name));
		const within = posix.relative(directory, version.path);
		if (isNew) {
			scorers.set(within, promised.scorers);
			if (promised.schema !== null) {
				const { path, schema } = promised.schema;
				add(files, present, posix.join(directory, path), `${JSON.stringify(schema, null, 2)}\n`);
			}
		}
		const starter = golden.cases.length > 0 ? null : posix.join(directory, `golden/${version.name}.jsonl`);
		if (starter !== null) add(files, present, starter, starterCases(version));
		const { name, path } = version;
		return {
			name,
			path,
			reasons: isNew ? promised.reasons : [],
			cases: golden.cases.length,
			starter
		};
	});
	const model = project.prompts.every(({ version }) => version.configuration.model !== null) ? null : chosen ?? await guessModel(tree);
	const keyVariables = keyVariablesOf(project, model);
	let leftOut = [];
	if (isNew && prompts.length > 0) {
		const goldenFiles = project.prompts.flatMap(({ version, golden }) => golden.paths.filter((path) => path !== version.path));
		const written = writeAssayFile({
			golden: goldenFiles.every((path) => path.endsWith(".jsonl")) ? "golden/{name}.jsonl" : null,
			globs: from !== null ? globs : globs.length === 0 ? [] : [...foundByName(project), ...globs],
			model,
			scorers,
			watch: from !== null
		});
		leftOut = written.leftOut;
		add(files, present, posix.join(directory, "assay.yml"), written.text);
	}
	const workflow = await findWorkflow(tree);
	if (workflow === null && prompts.length > 0) add(files, present, workflowPath, writeWorkflow(keyVariables));
	const kept = [...project.config.path === null ? [] : [project.config.path], ...workflow === null ? [] : [workflow]];
	const withoutEqual = from === null ? [] : withoutEquals(project);
	return {
		prompts,
		files,
		kept,
		leftOut,
		keyVariables,
		project,
		model,
		watch: from !== null,
		withoutEqual
	};
}
/** The other gate's configurations, relative to `directory`. Throws a UserError where there is none. */
async function findConfigurations(tree, directory) {
	const prefix = directory === "" ? "" : `${directory}/`;
	const paths = (await tree.entries()).filter(({ path, kind }) => kind === "file" && path.startsWith(prefix) && isInConfiguration(path)).map(({ path }) => path.slice(prefix.length)).filter((path) => !/(?:^|\/)node_modules\//.test(path));
	if (paths.length === 0) throw new UserError(noOtherGate());
	return paths.sort();
}
function isInConfiguration(path) {
	return promptFormats.promptfoo.byItself?.includes(posix.basename(fileOfPrompt(path))) ?? false;
}
/** What the reading of the configurations, and of the files that they name, could not take over. */
function withoutEquals({ warnings, prompts }) {
	const named = new Set(prompts.flatMap(({ version, golden }) => [
		fileOfPrompt(version.path),
		...Object.keys(version.configuration.included),
		...golden.paths
	]));
	return warnings.filter(({ place }) => place !== void 0 && named.has(place.path));
}
function add(files, present, path, text) {
	if (!present.has(path)) files.set(path, text);
}
/** Globs of the prompts whose names say what they are: named once `prompts` is, for it takes the default's place. */
function foundByName({ globs }) {
	return globs.filter(({ glob, files }) => files > 0 && isDefault(glob)).map(({ glob }) => defaultOf(glob));
}
function isDefault(glob) {
	return defaultPromptGlobs.some((each) => glob.endsWith(each));
}
function defaultOf(glob) {
	return defaultPromptGlobs.find((each) => glob.endsWith(each)) ?? glob;
}
/** A name as part of a file's name. */
function fileNameOf(name) {
	return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
}
async function guessModel(tree) {
	const dependencies = (await Promise.all([
		"package.json",
		"requirements.txt",
		"pyproject.toml"
	].map(async (path) => Buffer.from(await tree.read(path) ?? []).toString()))).join("\n");
	return guesses.find(({ dependency }) => dependency.test(`${dependencies}\n`))?.model ?? "openai/gpt-6-luna";
}
function keyVariablesOf(project, guessed) {
	const variables = project.prompts.map(({ version }) => version.configuration.model ?? guessed).flatMap((model) => {
		const found = model === null ? null : resolveModel(model, project.config.providers);
		if (found === null || "problems" in found) return [];
		return [keyVariableOf(found.config), addressVariableOf(found.config)].filter((variable) => variable !== null);
	});
	return [...new Set(variables)].sort();
}
/** A workflow that runs the Action already. */
async function findWorkflow(tree) {
	for (const { path, kind } of await tree.entries()) {
		if (kind !== "file" || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
		const text = Buffer.from(await tree.read(path) ?? []).toString();
		if (/uses:\s*["']?[\w.-]+\/prompt-assay@/.test(text)) return path;
	}
	return null;
}

export { proposeSetup as t };