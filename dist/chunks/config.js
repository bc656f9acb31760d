import { i as __toESM } from "./rolldown-runtime.js";
import { a as readScorerSpec, i as decodeText, n as readYaml, t as require_picomatch } from "./picomatch.js";
import { et as quote, k as nearest, mt as unknownProviderType, n as UserError, ut as throwProblems } from "./errors.js";
import { n as fileOfPrompt } from "./repository-path.js";
import { r as isObject } from "./json.js";
import { posix } from "node:path";

// src/config/words.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** What a value must be, in words: `a number above 0 and at most 0.2`. */
function describeSchema(node) {
	if (node.title !== void 0) return node.title;
	if (node.anyOf) return node.anyOf.map(describeSchema).join(" or ");
	if (node.const !== void 0) return String(node.const);
	if (node.enum) return node.enum.join(", ").replace(/, ([^,]*)$/, " or $1");
	if (node.type === "number") return `a number${describeRange(node)}`;
	if (node.type === "integer") return `a whole number${describeRange(node)}`;
	if (node.type === "boolean") return "true or false";
	return node.type === "object" ? "a map" : "a text";
}
function describeRange({ minimum, exclusiveMinimum, maximum }) {
	if (exclusiveMinimum !== void 0) return ` above ${exclusiveMinimum} and at most ${maximum}`;
	if (maximum !== void 0) return ` from ${minimum} to ${maximum}`;
	return minimum === void 0 ? "" : ` of at least ${minimum}`;
}
/** A value as a message names it: what stands in the file may be anything. */
function describeValue(value) {
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object" && value !== null) return "a map";
	return typeof value === "string" ? quote(value) : String(value);
}
/** A value on one line of YAML: `{ margin: 20% }`. */
function writeInline(value) {
	if (Array.isArray(value)) return `[${value.map(writeInline).join(", ")}]`;
	if (typeof value === "object" && value !== null) return `{ ${Object.entries(value).map(([key, entry]) => `${key}: ${writeInline(entry)}`).join(", ")} }`;
	return typeof value === "string" && !/^[A-Za-z0-9][\w./%-]*$/.test(value) ? JSON.stringify(value) : String(value);
}

// src/config/messages.ts
/** The most that assay.yml may hold: many times what a large repository needs, and read in no time. */
const sizeLimit = 65536;
/** What this room has to say of assay.yml, beside what errors.ts words for all rooms. */
const messages = {
	tooLarge: () => ({
		message: `larger than ${sizeLimit / 1024} KiB`,
		hint: "Cases, rubrics and schemas belong into files of their own."
	}),
	noMap: (value) => ({
		message: `assay.yml must be a map of settings, not ${describeValue(value)}`,
		hint: "For example: model: openai/gpt-6-luna"
	}),
	unknownKey: (path, meant, known) => ({
		message: `unknown key ${path.includes("\"") ? path : quote(path)}`,
		hint: meant === null ? `Known keys: ${known.join(", ")}.` : `Did you mean ${quote(meant)}?`
	}),
	missingKey: (path, example) => ({
		message: `${path} is missing`,
		hint: `For example: ${example}`
	}),
	refusedName: (path, expected, example) => ({
		message: `${path} must be ${expected}`,
		hint: `For example: ${example}`
	}),
	emptyKey: (path, expected, example) => ({
		message: `${path} has no value; it must be ${expected}`,
		hint: `Remove the key or give it a value, for example: ${example}`
	}),
	wrongValue: (path, expected, value, example) => ({
		message: `${path} must be ${expected}, not ${describeValue(value)}`,
		hint: `For example: ${example}`
	}),
	wrongName: (path, expected, value, meant) => ({
		message: `${path} must be ${expected}, not ${describeValue(value)}`,
		hint: `Did you mean ${quote(meant)}?`
	}),
	more: (count) => ({
		message: `${count} more ${count === 1 ? "mistake" : "mistakes"} in this file`,
		hint: "Mend those above first."
	}),
	sameMetric: (name, type) => ({
		message: `two scorers are called ${quote(name)}`,
		hint: `Give one a name of its own: - ${type}: { name: my-${type} }`
	}),
	keyInFile: (path) => ({
		message: `${path} looks like a key itself, not like the name of an environment variable`,
		hint: "Write the variable's name, keyEnv: OPENAI_API_KEY, and revoke the key if others could see it."
	}),
	secretInHeader: (path) => ({
		message: `${path} carries a secret, which belongs into an environment variable`,
		hint: "Name the variable and put it where it goes: keyEnv: APP_KEY, headers: { x-api-key: \"{{key}}\" }"
	}),
	noVariableName: (path) => ({
		message: `${path} must be the name of an environment variable, or null`,
		hint: "Capital letters, digits and _ alone, without $: keyEnv: OPENAI_API_KEY"
	}),
	noHttpAddress: (path) => ({
		message: `${path} must be an http or https address`,
		hint: "For example: baseUrl: \"http://localhost:11434/v1\""
	}),
	placeholderInHost: (path) => ({
		message: `${path} has a placeholder before its path: scheme and host must stand as they are`,
		hint: "For example: url: \"https://app.example.com/answer/{{model}}\""
	}),
	credentialsInAddress: (path) => ({
		message: `${path} holds a user name or a password`,
		hint: "Put the key into an environment variable and name that: keyEnv: OPENAI_API_KEY"
	}),
	unknownPlaceholder: (path, placeholder) => ({
		message: `unknown placeholder ${quote(placeholder)} in ${path}`,
		hint: "Only {name}, the name of the prompt, is filled in: golden: \"golden/{name}.jsonl\""
	}),
	negatedGlob: (path) => ({
		message: `${path} begins with "!", but a glob says which prompts are meant, not which are left out`,
		hint: "For example: prompts: [\"prompts/**/*.prompt.yml\"]"
	}),
	groupInGlob: (path) => ({
		message: `${path} has parentheses, which a glob here cannot have`,
		hint: "Write alternatives in braces: prompts: \"prompts/{mail,chat}/*.md\""
	}),
	costlyGlob: (path) => ({
		message: `${path} has more than three wildcards between two slashes, or ** more than three times`,
		hint: "Write several globs instead."
	}),
	noNumber: (path) => ({
		message: `${path} is no finite number`,
		hint: "Write a number such as 0.7."
	}),
	takenName: (path) => ({
		message: `${path} has the name of another version`,
		hint: "Give the variant a name of its own."
	}),
	emptyVariant: (path) => ({
		message: `${path} changes nothing`,
		hint: "A variant has another model or other parameters: small: { model: openai/gpt-6-luna }"
	}),
	reservedKey: (path) => ({
		message: `${path} is a key that no setting can have`,
		hint: "Remove it."
	}),
	noFile: (path, label, meant) => ({
		message: `no configuration ${quote(path)} (${label})`,
		hint: meant === null ? "The repository has no assay.yml; without --config the defaults hold." : `Did you mean ${quote(meant)}?`
	}),
	isLink: () => ({
		message: "a symbolic link, which is not followed",
		hint: "Put the file itself here, or name it with --config."
	}),
	twoFiles: (other) => ({
		message: `stands beside ${other}, but only one of them can hold`,
		hint: "Remove one of the two."
	})
};

// src/config/defaults.ts
/** What holds where assay.yml says nothing; the schema's `default`s and the normalised `Config` both come from here. */
const defaults = {
	provider: { type: "openai" },
	run: {
		trials: "auto",
		maxTrials: 5,
		concurrency: "auto",
		timeout: "60s",
		retries: 3
	},
	baseline: {
		trials: "auto",
		maxAge: "7d"
	},
	gate: {
		margin: .05,
		alpha: .05,
		scope: "suite",
		inconclusive: "warn",
		exact: false,
		slices: [],
		stopEarly: true,
		giveUp: false,
		maxUnscored: .1
	},
	watch: false,
	comment: "on-change",
	drift: {
		keepAnswers: 30,
		fail: false
	},
	trust: "base",
	report: { content: "full" },
	forks: { maxCost: 1 }
};

// src/config/read-scorers.ts
/** Reads the list of scorers that stands under these keys. */
function readScorers(entries, keys, source) {
	const read = entries.map((entry, i) => readScorerSpec(entry, source.place([...keys, i]), (below) => source.place([
		...keys,
		i,
		...below
	])));
	return {
		specs: read.flatMap((entry) => "spec" in entry ? [entry.spec] : []),
		problems: read.flatMap((entry) => "problem" in entry ? [entry.problem] : [])
	};
}

// src/config/normalise.ts
/** Fills in the defaults of a file that has passed the schema and the rules. */
function normalise(written, path, source) {
	const { run, baseline, gate } = written;
	return {
		path,
		directory: path === null ? "" : folderOf(path),
		prompts: written.prompts === void 0 ? null : readGlobs(written.prompts),
		golden: written.golden ?? null,
		model: written.model ?? null,
		parameters: written.parameters ?? {},
		...written.dependsOn !== void 0 && { dependsOn: readGlobs(written.dependsOn) },
		providers: mapValues(written.providers ?? {}, (provider, name) => readProvider(provider, name, source)),
		prices: mapValues(written.prices ?? {}, readPrice),
		priceAs: written.priceAs ?? {},
		cache: written.cache ?? null,
		scorers: readScorers(written.scorers ?? [], ["scorers"], source).specs,
		run: {
			trials: run?.trials ?? defaults.run.trials,
			maxTrials: run?.maxTrials ?? defaults.run.maxTrials,
			concurrency: run?.concurrency ?? defaults.run.concurrency,
			timeoutMs: readDuration(run?.timeout ?? defaults.run.timeout),
			retries: run?.retries ?? defaults.run.retries,
			maxCost: run?.maxCost ?? null,
			maxCalls: run?.maxCalls ?? null,
			maxDurationMs: run?.maxDuration === void 0 ? null : readDuration(run.maxDuration),
			confirmAbove: run?.confirmAbove ?? null
		},
		baseline: {
			trials: baseline?.trials ?? defaults.baseline.trials,
			maxAgeMs: readDuration(baseline?.maxAge ?? defaults.baseline.maxAge)
		},
		gate: {
			margin: readMargin(gate?.margin ?? defaults.gate.margin),
			alpha: gate?.alpha ?? defaults.gate.alpha,
			scope: gate?.scope ?? defaults.gate.scope,
			inconclusive: gate?.inconclusive ?? defaults.gate.inconclusive,
			exact: gate?.exact ?? defaults.gate.exact,
			slices: [...new Set(gate?.slices ?? defaults.gate.slices)].filter((tag) => tag !== null),
			stopEarly: gate?.stopEarly ?? defaults.gate.stopEarly,
			giveUp: gate?.giveUp ?? defaults.gate.giveUp,
			maxUnscored: readMargin(gate?.maxUnscored ?? defaults.gate.maxUnscored),
			minKappa: gate?.minKappa ?? null,
			metrics: gate?.metrics === void 0 ? null : mapValues(gate.metrics, readMetric)
		},
		...gate?.metrics !== void 0 && { metricPlaces: mapValues(gate.metrics, (_metric, name) => source.keyPlace([
			"gate",
			"metrics",
			name
		])) },
		watch: written.watch ?? defaults.watch,
		overrides: (written.overrides ?? []).flatMap((entry, i) => entry ? [readOverride(entry, i, source)] : []),
		...written.variants && { variants: readVariants(written.variants, source) },
		comment: written.comment ?? defaults.comment,
		...written.trust !== void 0 && { trust: written.trust },
		...written.report?.content !== void 0 && { content: written.report.content },
		...written.redact !== void 0 && { redact: readRedactions(written.redact, source) },
		...written.forks !== void 0 && { forks: readForks(written.forks) },
		accepted: (written.accepted ?? []).flatMap((entry, i) => entry ? [readAccepted(entry, i, source)] : []),
		drift: {
			sample: written.drift?.sample ?? null,
			keepAnswers: written.drift?.keepAnswers ?? defaults.drift.keepAnswers,
			maxCost: {
				night: written.drift?.maxCost?.night ?? null,
				month: written.drift?.maxCost?.month ?? null
			},
			fail: written.drift?.fail ?? defaults.drift.fail
		}
	};
}
function readProvider(written, name, source) {
	const { type, baseUrl, keyEnv, file, requestsPerMinute, tokensPerMinute, ...settings } = written;
	return {
		type: type ?? defaults.provider.type,
		baseUrl: baseUrl ?? null,
		...keyEnv !== void 0 && { keyEnv },
		file: file ?? null,
		...requestsPerMinute !== void 0 && { requestsPerMinute },
		...tokensPerMinute !== void 0 && { tokensPerMinute },
		...Object.keys(settings).length > 0 && { settings },
		place: source.keyPlace(["providers", name]),
		places: mapValues(written, (_value, key) => source.keyPlace([
			"providers",
			name,
			key
		]))
	};
}
function readPrice({ input, output, cachedInput, cacheWrite }) {
	return {
		input: input ?? 0,
		output: output ?? 0,
		cachedInput: cachedInput ?? null,
		cacheWrite: cacheWrite ?? null
	};
}
function readMetric({ gate, atLeast, margin }) {
	return {
		gate: gate ?? (atLeast !== void 0 || margin !== void 0),
		atLeast: atLeast ?? null,
		margin: margin === void 0 ? null : readMargin(margin)
	};
}
function readOverride(written, index, source) {
	const keys = [
		"overrides",
		index,
		"scorers"
	];
	return {
		prompts: readGlobs(written.prompts ?? []),
		scorers: written.scorers === void 0 ? null : readScorers(written.scorers, keys, source).specs,
		golden: written.golden ?? null,
		model: written.model ?? null,
		...written.dependsOn !== void 0 && { dependsOn: readGlobs(written.dependsOn) }
	};
}
function readVariants(written, source) {
	return Object.entries(written).map(([name, { model, parameters }]) => ({
		name,
		model: model ?? null,
		parameters: parameters ?? {},
		place: source.keyPlace(["variants", name])
	}));
}
function readAccepted(written, index, source) {
	const { fingerprint = "", reason = "", until = "" } = written;
	return {
		fingerprint,
		reason,
		until,
		place: source.place(["accepted", index])
	};
}
function readRedactions(written, source) {
	return written.flatMap((pattern, i) => pattern === null ? [] : [{
		pattern,
		place: source.place(["redact", i])
	}]);
}
function readForks({ maxCost = defaults.forks.maxCost, models = [], branches = [] }) {
	const texts = (list) => list.filter((each) => each !== null);
	return {
		maxCost,
		models: texts(models),
		branches: texts(branches)
	};
}
function readGlobs(written) {
	return typeof written === "string" ? [written] : written.filter((glob) => glob !== null);
}
/** `20%` is 0.2, the double that a reader of 0.2 gets, too. */
function readMargin(written) {
	return typeof written === "number" ? written : Number.parseFloat(written) / 100;
}
const unitMs = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
function readDuration(written) {
	const unit = written.replace(/^[0-9]+/, "");
	return Number.parseInt(written, 10) * (unitMs[unit] ?? NaN);
}
function folderOf(path) {
	const folder = posix.dirname(path);
	return folder === "." ? "" : folder;
}
function mapValues(record, change) {
	return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

// src/config/key-path.ts
/** `overrides[1].golden`, as messages write it; a name that could be mistaken for something else stands in quotes. */
function formatKeys(keys) {
	return keys.reduce((path, key) => {
		if (typeof key === "number") return `${path}[${key}]`;
		const name = /^[\p{L}\p{N}_.$-]{1,64}$/u.test(key) ? key : quote(key);
		return path === "" ? name : `${path}.${name}`;
	}, "");
}
/** The keys behind a JSON pointer (RFC 6901) into this value: the same digits are a name in a map and a number in a list. */
function readPointer(pointer, value) {
	const keys = [];
	for (const part of pointer.split("/").slice(1)) {
		const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
		keys.push(Array.isArray(readValue(value, keys)) ? Number(name) : name);
	}
	return keys;
}
/** The value under these keys, null where there is none. */
function readValue(value, keys) {
	let current = value;
	for (const key of keys) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return null;
		current = current[key] ?? null;
	}
	return current;
}
/** The JSON pointer of one more key. */
function extendPointer(pointer, key) {
	return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// src/config/check-paths.ts
/** In the path of a golden set `{name}` alone is filled in. */
function checkGoldenPaths({ written, source }) {
	return listScopes(written).flatMap(({ golden, keys }) => {
		const path = [...keys, "golden"];
		return (golden?.match(/\{+[^{}]*\}+/g) ?? []).filter((placeholder) => placeholder !== "{name}").map((placeholder) => ({
			...messages.unknownPlaceholder(formatKeys(path), placeholder),
			place: source.place(path)
		}));
	});
}
/**
* A glob becomes a backtracking regular expression. Groups could make it exponential, and many wildcards in a row
* of a high degree: within these bounds it answers in milliseconds, whatever files are called.
*/
function checkGlobs({ written, source }) {
	return listScopes(written).flatMap(({ prompts, dependsOn, keys }) => [...listGlobs(prompts, [...keys, "prompts"]), ...listGlobs(dependsOn, [...keys, "dependsOn"])].flatMap(({ glob, path }) => {
		const place = source.place(path);
		const name = formatKeys(path);
		if (glob.startsWith("!")) return [{
			...messages.negatedGlob(name),
			place
		}];
		if (/[()]/.test(glob)) return [{
			...messages.groupInGlob(name),
			place
		}];
		return glob.split("**").length > 4 || glob.split("/").some((part) => part.split(/\*+|\+/).length > 4) ? [{
			...messages.costlyGlob(name),
			place
		}] : [];
	}));
}
function listGlobs(prompts, path) {
	if (typeof prompts === "string") return [{
		glob: prompts,
		path
	}];
	return (prompts ?? []).flatMap((glob, i) => glob === null ? [] : [{
		glob,
		path: [...path, i]
	}]);
}
/** Where `prompts`, `golden` and `dependsOn` may stand: in the file itself and in its overrides. */
function listScopes({ prompts, golden, dependsOn, overrides = [] }) {
	return [{
		prompts,
		golden,
		dependsOn,
		keys: []
	}, ...overrides.map((entry, i) => ({
		prompts: entry?.prompts,
		golden: entry?.golden,
		dependsOn: entry?.dependsOn,
		keys: ["overrides", i]
	}))];
}

// src/config/check-plain-data.ts
/** YAML can write numbers that JSON cannot carry, and the one key to which objects give a meaning of their own. */
function checkPlainData({ written, source }) {
	const check = (value, keys) => {
		if (typeof value === "number" && !Number.isFinite(value)) return [{
			...messages.noNumber(formatKeys(keys)),
			place: source.place(keys)
		}];
		if (Array.isArray(value)) return value.flatMap((entry, i) => check(entry, [...keys, i]));
		if (!isObject(value)) return [];
		return Object.entries(value).flatMap(([key, entry]) => {
			const path = [...keys, key];
			if (key === "__proto__") return [{
				...messages.reservedKey(formatKeys(path)),
				place: source.keyPlace(path)
			}];
			return check(entry, path);
		});
	};
	return check(written, []);
}

// src/config/check-providers.ts
/** Which types there are is known by the registry of providers alone. */
function checkProviderTypes({ written, source, providerTypes }) {
	return Object.entries(written.providers ?? {}).flatMap(([name, { type }]) => {
		if (type === void 0 || providerTypes.includes(type)) return [];
		const keys = [
			"providers",
			name,
			"type"
		];
		return [unknownProviderType(name, type, providerTypes, source.place(keys))];
	});
}
/** How keys of known providers begin, and what is too long and mixed to be a name. */
const keyLike = /^(sk-|pk-|gsk_|xai-|hf_|ghp_|github_pat_|AIza|Bearer )|^(?=.*[0-9])(?=.*[a-z])[\w.-]{24,}$/;
/** The file names the variable that holds a key, never the key. */
function checkKeyVariables({ written, source }) {
	return Object.entries(written.providers ?? {}).flatMap(([name, { keyEnv }]) => {
		if (typeof keyEnv !== "string" || /^[A-Z_][A-Z0-9_]*$/.test(keyEnv)) return [];
		const keys = [
			"providers",
			name,
			"keyEnv"
		];
		return [{
			...(keyLike.test(keyEnv) ? messages.keyInFile : messages.noVariableName)(formatKeys(keys)),
			place: source.place(keys)
		}];
	});
}
/** Headers by whose name a secret travels. */
const secretHeader = /auth|key|token|secret|cookie/i;
/** A header that carries a secret takes it from the variable under `keyEnv`. */
function checkHeaders({ written, source }) {
	return Object.entries(written.providers ?? {}).flatMap(([name, { headers }]) => {
		if (!isObject(headers)) return [];
		return Object.entries(headers).flatMap(([header, value]) => {
			const keys = [
				"providers",
				name,
				"headers",
				header
			];
			if (typeof value !== "string" || !secretHeader.test(header) || /\{\{\s*key\s*\}\}/.test(value)) return [];
			return [{
				...messages.secretInHeader(formatKeys(keys)),
				place: source.place(keys)
			}];
		});
	});
}
/** An address is http or https and carries no credentials. */
function checkAddresses({ written, source }) {
	return Object.entries(written.providers ?? {}).flatMap(([name, provider]) => [
		"baseUrl",
		"url",
		"authority"
	].flatMap((key) => {
		const address = provider[key];
		if (typeof address !== "string") return [];
		const keys = [
			"providers",
			name,
			key
		];
		const url = URL.canParse(address) ? new URL(address) : null;
		const told = { place: source.place(keys) };
		if (/^[^/]*:?\/\/[^/?#]*\{\{/.test(address)) return [{
			...messages.placeholderInHost(formatKeys(keys)),
			...told
		}];
		if (url === null || !["http:", "https:"].includes(url.protocol)) return [{
			...messages.noHttpAddress(formatKeys(keys)),
			...told
		}];
		return url.username + url.password === "" ? [] : [{
			...messages.credentialsInAddress(formatKeys(keys)),
			...told
		}];
	}));
}

// src/config/check-scorers.ts
/** Each entry is a name, or one key with its options. */
function checkScorerShapes(context) {
	return readScorerLists(context).flatMap((list) => list.problems);
}
/** A metric is known by its name: within a list no two scorers share one. */
function checkMetricNames(context) {
	return readScorerLists(context).flatMap(({ specs }) => {
		const seen = /* @__PURE__ */ new Set();
		return specs.flatMap(({ name, type, place }) => {
			if (seen.has(name)) return [{
				...messages.sameMetric(name, type),
				place
			}];
			seen.add(name);
			return [];
		});
	});
}
/** The main list and those of the overrides. */
function readScorerLists({ written, source }) {
	return [readScorers(written.scorers ?? [], ["scorers"], source), ...(written.overrides ?? []).map((entry, i) => readScorers(entry?.scorers ?? [], [
		"overrides",
		i,
		"scorers"
	], source))];
}

// src/config/check-variants.ts
/** A variant that changes nothing is the prompt itself, and names of the other versions would hide them. */
function checkVariants({ written, source }) {
	return Object.keys(written.variants ?? {}).flatMap((name) => {
		const keys = ["variants", name];
		const place = source.keyPlace(keys);
		if (name === "baseline" || name === "candidate") return [{
			...messages.takenName(formatKeys(keys)),
			place
		}];
		const value = readValue(source.value, keys);
		return isObject(value) && Object.values(value).every((each) => isObject(each) && isEmptyMap(each)) ? [{
			...messages.emptyVariant(formatKeys(keys)),
			place
		}] : [];
	});
}
function isEmptyMap(map) {
	return Object.keys(map).length === 0;
}

// src/config/rules.ts
/** All rules, in no particular order: what they find is sorted by place. */
const rules = [
	checkScorerShapes,
	checkMetricNames,
	checkProviderTypes,
	checkKeyVariables,
	checkAddresses,
	checkHeaders,
	checkGoldenPaths,
	checkGlobs,
	checkPlainData,
	checkVariants
];

// src/config/list-keys.ts
/** Every key under a schema, each before the keys within it. */
function listKeys(schema, parent = "") {
	const entries = Object.entries(schema.properties ?? {});
	if (typeof schema.additionalProperties === "object") entries.push(["<name>", schema.additionalProperties]);
	const own = entries.flatMap(([name, node]) => {
		const path = parent === "" ? name : `${parent}.${name}`;
		return [{
			path,
			name,
			node
		}, ...listKeys(node, path)];
	});
	return schema.items ? [...own, ...listKeys(schema.items, `${parent}[]`)] : own;
}

// src/config/provider-settings.ts
const pointer = {
	title: "a JSON Pointer such as \"/answer/text\"",
	type: "string",
	pattern: "^(/|$)",
	maxLength: 1024
};
const shell = {
	title: "a command line",
	type: "string",
	minLength: 1,
	maxLength: 4096
};
/** Settings of a provider that its type alone reads. */
const providerSettings = {
	api: {
		description: "For services that speak OpenAI's API: in which shape they are asked.",
		type: "string",
		enum: ["chat", "responses"],
		examples: ["responses"]
	},
	stream: {
		description: "Whether answers are streamed, so that the time to the first token is known.",
		type: "boolean",
		examples: [true]
	},
	apiVersion: {
		description: "For `azure` and `anthropic`: the version of the API by its date; else the one that the docs name.",
		type: "string",
		minLength: 1,
		examples: ["2024-10-21"]
	},
	auth: {
		description: "For `azure`: a key, or a token for the identity that GitHub vouches for.",
		type: "string",
		enum: ["key", "oidc"],
		examples: ["oidc"]
	},
	tenantId: {
		description: "For `auth: oidc`: the directory; else AZURE_TENANT_ID.",
		type: "string",
		minLength: 1,
		examples: ["00000000-0000-0000-0000-000000000000"]
	},
	clientId: {
		description: "For `auth: oidc`: the application; else AZURE_CLIENT_ID.",
		type: "string",
		minLength: 1,
		examples: ["00000000-0000-0000-0000-000000000000"]
	},
	authority: {
		description: "For `auth: oidc`: who gives the token; else AZURE_AUTHORITY_HOST, or the public cloud.",
		title: "an http or https address",
		type: "string",
		pattern: "^https?://",
		examples: ["https://login.microsoftonline.com"]
	},
	url: {
		description: "For `http`: the address that is called; `{{…}}` behind the host is filled in.",
		title: "an http or https address",
		type: "string",
		pattern: "^https?://",
		examples: ["https://app.example.com/answer/{{model}}"]
	},
	method: {
		description: "For `http`: the method; else POST.",
		type: "string",
		enum: [
			"POST",
			"PUT",
			"PATCH",
			"GET"
		],
		examples: ["POST"]
	},
	headers: {
		description: "For `http`: headers; `{{key}}` is the key.",
		type: "object",
		additionalProperties: {
			title: "a text",
			description: "The value of a header.",
			type: "string",
			maxLength: 4096,
			examples: ["{{key}}"]
		},
		examples: [{ "x-api-key": "{{key}}" }]
	},
	body: {
		description: "For `http`: the JSON that is sent; a text that is one `{{…}}` alone becomes its value.",
		title: "a map or a list",
		type: ["object", "array"],
		examples: [{ question: "{{vars.question}}" }]
	},
	output: {
		...pointer,
		description: "For `http`: where the answer stands in the body.",
		examples: ["/answer/text"]
	},
	usage: {
		description: "For `http`: where the tokens stand, each kind by its own pointer.",
		type: "object",
		properties: Object.fromEntries([
			"input",
			"output",
			"cachedInput",
			"cacheWrite",
			"reasoning"
		].map((kind) => [kind, {
			...pointer,
			description: `Tokens: ${kind}.`,
			examples: [`/usage/${kind}`]
		}])),
		additionalProperties: false,
		examples: [{
			input: "/usage/input",
			output: "/usage/output"
		}]
	},
	cost: {
		...pointer,
		description: "For `http`: where the cost in US dollars stands.",
		examples: ["/usage/cost"]
	},
	maxCallCost: {
		description: "For `http` and `command`: what one call costs at most, in US dollars; under `run.maxCost` so much is kept back for each that is under way.",
		title: "a number from 0 to 1000000",
		type: "number",
		minimum: 0,
		maximum: 1e6,
		examples: [.05]
	},
	success: {
		description: "For `http`: the statuses of an answer; else 200.",
		title: "a list of statuses",
		type: "array",
		items: {
			title: "a status from 200 to 599",
			type: "integer",
			minimum: 200,
			maximum: 599
		},
		examples: [[200, 201]]
	},
	command: {
		...shell,
		description: "For `command`: the program; it gets the case as JSON and writes its answer.",
		examples: ["node app/answer.mjs"]
	},
	setup: {
		...shell,
		description: "For `command`: what is run once in each arm's files before the first case.",
		examples: ["npm ci && npm run build"]
	},
	setupTimeout: {
		description: "For `command`: how long `setup` may take; else 10m.",
		title: "a duration such as 60s, 500ms or 2m",
		type: "string",
		pattern: "^([1-9][0-9]{0,6}ms|[1-9][0-9]{0,4}s|[1-9][0-9]{0,2}m)$",
		examples: ["10m"]
	},
	env: {
		description: "For `command`: the variables that the program gets beside PATH, HOME and LANG.",
		title: "a list of names of environment variables",
		type: "array",
		items: {
			title: "the name of an environment variable",
			type: "string",
			pattern: "^[A-Za-z_][A-Za-z0-9_]{0,255}$"
		},
		examples: [["OPENAI_API_KEY"]]
	}
};

// src/config/schema.ts
const glob = {
	title: "a glob",
	type: "string",
	minLength: 1,
	maxLength: 256
};
const globs = {
	...glob,
	title: "a glob or a list of globs",
	type: ["string", "array"],
	items: glob
};
const relativePath = {
	title: "a path relative to the folder of assay.yml",
	type: "string",
	pattern: "^(?!/|[A-Za-z]:)[^\\\\]{1,1024}$"
};
const golden = {
	...relativePath,
	examples: ["golden/{name}.jsonl"]
};
const model = {
	title: "the name of a model",
	type: "string",
	minLength: 1,
	maxLength: 256,
	examples: ["openai/gpt-6-luna"]
};
const scorers = {
	title: "a list of scorers",
	type: "array",
	examples: [[{ contains: { value: "{{expected}}" } }]]
};
const margin = {
	title: "a number above 0 and at most 1, or a percentage up to 100%",
	anyOf: [{
		type: "number",
		exclusiveMinimum: 0,
		maximum: 1
	}, {
		type: "string",
		pattern: "^(100|[1-9][0-9]?(\\.[0-9]{1,4})?|0\\.[0-9]{0,3}[1-9])%$"
	}]
};
function autoOr(maximum) {
	return { anyOf: [{ const: "auto" }, {
		type: "integer",
		minimum: 1,
		maximum
	}] };
}
function countOf(maximum) {
	return {
		type: "integer",
		minimum: 1,
		maximum
	};
}
/** US dollars. */
const dollars = {
	type: "number",
	minimum: 0,
	maximum: 1e6
};
/** A map with these keys and no others. */
function map(properties, rest) {
	return {
		type: "object",
		properties,
		additionalProperties: false,
		...rest
	};
}
const provider = map({
	type: {
		description: "What speaks to it.",
		title: "a type of provider",
		type: "string",
		default: defaults.provider.type,
		examples: ["openai"]
	},
	baseUrl: {
		description: "Where its API begins; else the address that the type knows.",
		title: "an http or https address",
		type: "string",
		examples: ["http://localhost:11434/v1"]
	},
	keyEnv: {
		description: "The environment variable that holds the key; null where none is sent, else the one that the type knows.",
		title: "the name of an environment variable, or null",
		type: ["string", "null"],
		examples: ["OPENAI_API_KEY"]
	},
	file: {
		...relativePath,
		description: "For `replay`: the file with the recordings.",
		examples: ["recordings.jsonl"]
	},
	requestsPerMinute: {
		description: "How many calls it admits a minute; else that is found out from its answers.",
		...countOf(1e7),
		examples: [500]
	},
	tokensPerMinute: {
		description: "How many tokens it admits a minute, those of the answers among them.",
		...countOf(0xe8d4a51000),
		examples: [2e5]
	},
	...providerSettings
}, { description: "A provider; prompts reach it by writing `<name>/…` as their model." });
const metric = map({
	gate: {
		description: "Whether it can fail the run; true where `atLeast` or `margin` is given, else false.",
		type: "boolean",
		examples: [true]
	},
	atLeast: {
		description: "The lowest value that passes where there is nothing to compare with.",
		type: "number",
		minimum: 0,
		examples: [.8]
	},
	margin: {
		...margin,
		description: "The tolerated loss: points of a score (0.05), a share of a latency or of tokens (20%).",
		examples: ["20%"]
	}
}, { description: "A metric: a scorer's name, or one that every run has, such as `latency`." });
const price = map({
	input: {
		...dollars,
		description: "For input.",
		examples: [.25]
	},
	output: {
		...dollars,
		description: "For output.",
		examples: [2]
	},
	cachedInput: {
		...dollars,
		description: "For input read from the provider's cache; else as other input.",
		examples: [.025]
	},
	cacheWrite: {
		...dollars,
		description: "For input written to the provider's cache; else as other input.",
		examples: [.3]
	}
}, {
	title: "a price: input and output, in US dollars for a million tokens",
	description: "US dollars for a million tokens.",
	required: ["input", "output"]
});
const variant = map({
	model: {
		...model,
		description: "Its model; else the prompt's own."
	},
	parameters: {
		description: "Its call parameters, over those of the prompt; null takes one away.",
		type: "object",
		additionalProperties: true,
		examples: [{ temperature: 0 }]
	}
}, { description: "A variant: the prompt with another model or other parameters." });
/** The JSON Schema of assay.yml: messages and the reference are derived from it. */
const configSchema = map({
	prompts: {
		...globs,
		description: "Which files are prompts; else every known prompt format in the repository.",
		examples: [["prompts/**/*.prompt.yml"]]
	},
	golden: {
		...golden,
		description: "Where a prompt's golden set lies, `{name}` standing for its name; else the test data in its file."
	},
	model: {
		...model,
		description: "The model where the prompt names none."
	},
	parameters: {
		description: "Call parameters where the prompt sets none.",
		type: "object",
		additionalProperties: true,
		examples: [{ temperature: 0 }]
	},
	dependsOn: {
		...globs,
		description: "Files whose change is a change of every prompt: the code around it.",
		examples: [["src/rag/**"]]
	},
	providers: {
		description: "Providers that are not built in, by name.",
		type: "object",
		propertyNames: {
			title: "a name of lower-case letters, digits, dots, underscores and hyphens",
			pattern: "^[a-z0-9][a-z0-9._-]*$"
		},
		additionalProperties: provider,
		examples: [{ local: {
			baseUrl: "http://localhost:11434/v1",
			keyEnv: null
		} }]
	},
	prices: {
		description: "What models cost, by the name that prompts give them; goes before the price list that comes along.",
		type: "object",
		additionalProperties: price,
		examples: [{ "local/large": {
			input: .25,
			output: 2
		} }]
	},
	priceAs: {
		description: "For deployments and fine-tunes: the model whose price each has.",
		type: "object",
		additionalProperties: {
			...model,
			description: "The model whose price it has."
		},
		examples: [{ "azure/my-deployment": "openai/gpt-6-luna" }]
	},
	cache: {
		title: "a path below the folder of assay.yml",
		type: "string",
		pattern: "^(?!/|[A-Za-z]:|(.*/)?\\.\\.(/|$))[^\\\\]{1,1024}$",
		description: "Folder where answers and verdicts are kept between runs; else `.assay` at the repository's root.",
		examples: [".cache/assay"]
	},
	scorers: {
		...scorers,
		description: "How outputs are scored: each entry a scorer with its options."
	},
	run: map({
		trials: {
			...autoOr(5),
			description: "How often each case is run in each arm; `auto` leaves it to Prompt Assay.",
			default: defaults.run.trials,
			examples: ["auto"]
		},
		maxTrials: {
			description: "The most trials that `auto` buys.",
			type: "integer",
			minimum: 1,
			maximum: 5,
			default: defaults.run.maxTrials,
			examples: [3]
		},
		concurrency: {
			...autoOr(1e3),
			description: "How many calls to one provider are under way at once; `auto` leaves it to Prompt Assay.",
			default: defaults.run.concurrency,
			examples: [20]
		},
		timeout: {
			description: "How long one call may take.",
			title: "a duration such as 60s, 500ms or 2m",
			type: "string",
			pattern: "^([1-9][0-9]{0,6}ms|[1-9][0-9]{0,4}s|[1-9][0-9]{0,2}m)$",
			default: defaults.run.timeout,
			examples: ["60s"]
		},
		retries: {
			description: "How often a call is repeated after a fault of the provider; one turned away with 429, while there is hope.",
			type: "integer",
			minimum: 0,
			maximum: 10,
			default: defaults.run.retries,
			examples: [3]
		},
		maxCost: {
			...dollars,
			description: "What the calls of a run may cost in US dollars: none begins that could go beyond.",
			examples: [2]
		},
		maxCalls: {
			...countOf(1e9),
			description: "How many calls a run may make, repeats among them.",
			examples: [5e3]
		},
		maxDuration: {
			description: "How long calls may begin; those under way then still finish.",
			title: "a duration such as 30m, 90s or 2h",
			type: "string",
			pattern: "^([1-9][0-9]{0,4}s|[1-9][0-9]{0,3}m|[1-9][0-9]{0,1}h)$",
			examples: ["30m"]
		},
		confirmAbove: {
			...dollars,
			description: "A run that may cost more US dollars stops before its first call and says how to go on.",
			examples: [5]
		}
	}, {
		description: "How the calls are made.",
		examples: [{ timeout: "60s" }]
	}),
	baseline: map({
		trials: {
			...autoOr(10),
			description: "How often each case of the baseline is stored; `auto` leaves it to Prompt Assay.",
			default: defaults.baseline.trials,
			examples: [5]
		},
		maxAge: {
			description: "How old a stored answer of the baseline may be.",
			title: "a duration such as 7d or 12h",
			type: "string",
			pattern: "^([1-9][0-9]{0,3}h|[1-9][0-9]{0,2}d)$",
			default: defaults.baseline.maxAge,
			examples: ["7d"]
		}
	}, {
		description: "How the baseline's answers are stored and used again.",
		examples: [{ maxAge: "7d" }]
	}),
	gate: map({
		margin: {
			...margin,
			description: "The tolerated loss: 0.05 is 5 points of pass rate or score.",
			default: defaults.gate.margin,
			examples: [.05]
		},
		alpha: {
			description: "How often an unchanged prompt may be called a regression.",
			type: "number",
			exclusiveMinimum: 0,
			maximum: .2,
			default: defaults.gate.alpha,
			examples: [.05]
		},
		scope: {
			description: "What the verdict speaks about: the cases of the golden set, or cases like these (`population`).",
			type: "string",
			enum: ["suite", "population"],
			default: defaults.gate.scope,
			examples: ["suite"]
		},
		inconclusive: {
			description: "What an inconclusive comparison does.",
			type: "string",
			enum: [
				"warn",
				"fail",
				"pass"
			],
			default: defaults.gate.inconclusive,
			examples: ["warn"]
		},
		exact: {
			description: "Whether the rate of false alarms is guaranteed, at the cost of power; else it holds on average.",
			type: "boolean",
			default: defaults.gate.exact,
			examples: [true]
		},
		slices: {
			description: "Tags whose cases gate by themselves, beside the whole set; all other tags are watched.",
			title: "a list of tags",
			type: "array",
			items: {
				title: "a tag",
				type: "string",
				minLength: 1,
				maxLength: 256
			},
			default: defaults.gate.slices,
			examples: [["edge-case"]]
		},
		stopEarly: {
			description: "Whether calls stop at a planned look as soon as the verdict is known.",
			type: "boolean",
			default: defaults.gate.stopEarly,
			examples: [false]
		},
		giveUp: {
			description: "Whether calls stop, too, where a verdict has become unlikely.",
			type: "boolean",
			default: defaults.gate.giveUp,
			examples: [true]
		},
		maxUnscored: {
			...margin,
			description: "The share of a metric's outputs in either arm that may be without a score; above it the metric is not judged.",
			default: defaults.gate.maxUnscored,
			examples: [.05]
		},
		minKappa: {
			description: "The least agreement with people (Cohen's kappa) that a judge must have shown in `calibrate`; unset: none.",
			type: "number",
			exclusiveMinimum: 0,
			maximum: 1,
			examples: [.6]
		},
		metrics: {
			description: "Which metrics gate; else every scorer's does, and the others are watched.",
			type: "object",
			additionalProperties: metric,
			examples: [{ latency: { margin: "20%" } }]
		}
	}, {
		description: "When a run passes.",
		examples: [{ margin: .05 }]
	}),
	watch: {
		description: "Whether everything is judged and told, but nothing fails: for a time beside another gate.",
		type: "boolean",
		default: defaults.watch,
		examples: [true]
	},
	overrides: {
		description: "Other settings for some prompts; every entry that matches is applied, in order.",
		title: "a list of overrides",
		type: "array",
		items: map({
			prompts: {
				...globs,
				description: "The prompts it is for.",
				examples: [["prompts/summarise*"]]
			},
			scorers: {
				...scorers,
				description: "These scorers in place of those above."
			},
			golden: {
				...golden,
				description: "Where the golden sets of these prompts lie."
			},
			model: {
				...model,
				description: "The model where these prompts name none."
			},
			dependsOn: {
				...globs,
				description: "Further files whose change is a change of these prompts.",
				examples: [["src/rag/**"]]
			}
		}, {
			title: "an override: its prompts and their settings",
			required: ["prompts"]
		}),
		examples: [[{
			prompts: "prompts/summarise*",
			golden: "golden/summaries.jsonl"
		}]]
	},
	variants: {
		description: "Versions of every changed prompt that are run beside it, by name: for choosing, they fail nothing.",
		type: "object",
		propertyNames: {
			title: "a name of at most 64 characters that begins with a letter or a digit",
			pattern: "^[A-Za-z0-9][A-Za-z0-9 ._/:@-]{0,63}$"
		},
		additionalProperties: variant,
		examples: [{ small: { model: "openai/gpt-6-luna" } }]
	},
	comment: {
		description: "When a pull request gets a comment; one that is there is brought up to date in any case, but for `never`.",
		type: "string",
		enum: [
			"always",
			"on-change",
			"on-problem",
			"never"
		],
		default: defaults.comment,
		examples: ["on-problem"]
	},
	trust: {
		description: "Where what judges a pull request comes from, the tip of its base branch or, where all authors are trusted, its head; never holds for a fork.",
		type: "string",
		enum: ["base", "head"],
		default: defaults.trust,
		examples: ["head"]
	},
	report: map({ content: {
		description: "Whose texts are told: of cases that moved or failed (`full`), of those that got worse (`worst`), or none.",
		type: "string",
		enum: [
			"full",
			"worst",
			"none"
		],
		default: defaults.report.content,
		examples: ["none"]
	} }, {
		description: "What reports carry, wherever they are written.",
		examples: [{ content: "worst" }]
	}),
	redact: {
		description: "Regular expressions (RE2): what they match is told nowhere, and an answer with it is not kept.",
		title: "a list of regular expressions",
		type: "array",
		items: {
			title: "a regular expression",
			type: "string",
			minLength: 1,
			maxLength: 1e3
		},
		examples: [["[0-9]{16}"]]
	},
	forks: map({
		maxCost: {
			...dollars,
			description: "What one run of a fork's pull request may cost in US dollars.",
			default: defaults.forks.maxCost,
			examples: [.5]
		},
		models: {
			description: "Models that a fork may name beside those that the base branch uses.",
			title: "a list of models",
			type: "array",
			items: model,
			examples: [["openai/gpt-6-luna"]]
		},
		branches: {
			description: "Branches for which forks are judged, beside the default branch, whose own list counts.",
			title: "a list of branches",
			type: "array",
			items: {
				title: "the name of a branch",
				type: "string",
				minLength: 1,
				maxLength: 256
			},
			examples: [["release"]]
		}
	}, {
		description: "How pull requests from forks are judged with a key, once somebody approved it; else they are not.",
		examples: [{ maxCost: .5 }]
	}),
	accepted: {
		description: "Regressions that are known: each holds for one pair of versions, and until a day.",
		title: "a list of accepted regressions",
		type: "array",
		items: map({
			fingerprint: {
				description: "The fingerprint of the pair as the report names it, 7 digits or more.",
				title: "a fingerprint in quotes",
				type: "string",
				pattern: "^[0-9a-f]{7,64}$",
				examples: ["3f2a9c1d"]
			},
			reason: {
				description: "Why the loss is taken; every report shows it.",
				title: "a reason",
				type: "string",
				minLength: 1,
				maxLength: 500,
				examples: ["shorter answers are worth it"]
			},
			until: {
				description: "The last day on which it holds.",
				title: "a day such as 2030-12-31",
				type: "string",
				pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
				examples: ["2030-12-31"]
			}
		}, {
			title: "an accepted regression: fingerprint, reason and until",
			required: [
				"fingerprint",
				"reason",
				"until"
			]
		}),
		examples: [[{
			fingerprint: "3f2a9c1d",
			reason: "shorter answers are worth it",
			until: "2030-12-31"
		}]]
	},
	drift: map({
		sample: {
			description: "Cases of each prompt a night: a part of the set that rotates; else all of it.",
			...countOf(1e6),
			examples: [30]
		},
		keepAnswers: {
			description: "Answers of each prompt that the history keeps: judges score them again every night, and issues show them. With 0 a judge's own drift cannot be told.",
			type: "integer",
			minimum: 0,
			maximum: 1e3,
			default: defaults.drift.keepAnswers,
			examples: [0]
		},
		maxCost: map({
			night: {
				...dollars,
				description: "What a night may cost in US dollars.",
				examples: [1]
			},
			month: {
				...dollars,
				description: "What the nights of a month may cost, in UTC.",
				examples: [20]
			}
		}, {
			description: "A night that does not fit is a gap, never a drop.",
			examples: [{
				night: 1,
				month: 20
			}]
		}),
		fail: {
			description: "Whether a prompt that drifts ends the scheduled run with 1; its issue is opened in any case.",
			type: "boolean",
			default: defaults.drift.fail,
			examples: [true]
		}
	}, {
		description: "How `drift` watches the present versions, night by night.",
		examples: [{
			sample: 30,
			maxCost: {
				night: 1,
				month: 20
			}
		}]
	})
}, {
	$schema: "http://json-schema.org/draft-07/schema#",
	title: "assay.yml",
	description: "Configuration of Prompt Assay.",
	examples: [{ model: "openai/gpt-6-luna" }]
});

// src/config/explain.ts
/** Tells a validator's error in the words of assay.yml: the key, what it must be, an example, its place. */
function explain({ keyword, instancePath, params }, source) {
	const keys = readPointer(instancePath, source.value);
	const { node, example } = findNode(keys);
	if (keyword === "additionalProperties") return explainUnknown(keys, params["additionalProperty"], Object.keys(node.properties ?? {}), source);
	if (keyword === "propertyNames") {
		const written = [...keys, params["propertyName"]];
		const expected = describeSchema(node.propertyNames ?? {});
		return {
			...messages.refusedName(formatKeys(written), expected, example),
			place: source.keyPlace(written)
		};
	}
	const place = source.place(keys);
	if (keyword === "required") {
		const missing = [...keys, params["missingProperty"]];
		return {
			...messages.missingKey(formatKeys(missing), findNode(missing).example),
			place
		};
	}
	const value = readValue(source.value, keys);
	const expected = describeSchema(node);
	if (value === null) return {
		...messages.emptyKey(formatKeys(keys), expected, example),
		place
	};
	const meant = node.enum && typeof value === "string" ? nearest(value, node.enum) : null;
	return {
		...meant === null ? messages.wrongValue(formatKeys(keys), expected, value, example) : messages.wrongName(formatKeys(keys), expected, value, meant),
		place
	};
}
function explainUnknown(parent, name, known, source) {
	const keys = [...parent, name];
	return {
		...messages.unknownKey(formatKeys(keys), findMeant(parent, name, known), known),
		place: source.keyPlace(keys)
	};
}
/** The key may stand in the wrong map (`trials` belongs into `run`), else it is a slip of the pen. */
function findMeant(parent, name, known) {
	const elsewhere = listKeys(configSchema).find((key) => key.name === name);
	if (elsewhere) return elsewhere.path;
	const near = nearest(name, known);
	return near === null ? null : formatKeys([...parent, near]);
}
/** The schema of the value under these keys, and the example nearest to it as a line of YAML. */
function findNode(keys) {
	let node = configSchema;
	let example = "";
	for (const key of keys) {
		node = (typeof key === "number" ? node.items : findProperty(node, key)) ?? {};
		const value = node.examples?.[0];
		if (value !== void 0) example = `${key}: ${writeInline(value)}`;
	}
	return {
		node,
		example
	};
}
function findProperty(node, key) {
	if (node.properties && Object.hasOwn(node.properties, key)) return node.properties[key];
	return typeof node.additionalProperties === "object" ? node.additionalProperties : void 0;
}

// src/config/validate.ts
const compiled = /* @__PURE__ */ new Map();
/** A validator of what stands in a file. Most files name few of the keys, and to compile them all takes several times as long. */
function compileFor(value) {
	const schema = narrow(configSchema, value);
	const key = JSON.stringify(schema);
	const found = compiled.get(key) ?? compileSchema(schema);
	compiled.set(key, found);
	return found;
}
/** The schema without the keys that are not written. */
function narrow(schema, value) {
	if (schema.properties === void 0 || !isObject(value)) return schema;
	const written = Object.entries(schema.properties).filter(([key]) => Object.hasOwn(value, key));
	return {
		...schema,
		properties: Object.fromEntries(written.map(([key, node]) => [key, narrow(node, value[key])]))
	};
}
async function compileSchema(schema) {
	const { Ajv } = await import("./ajv.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	return new Ajv({
		allErrors: true,
		allowUnionTypes: true,
		strict: true,
		validateSchema: false,
		code: { optimize: false }
	}).compile(schema);
}
/** Holds a file against the schema and collects every mistake. */
async function validate(source) {
	if (source.value === null) return {
		written: {},
		problems: [],
		untold: 0
	};
	if (!isObject(source.value)) return {
		written: {},
		problems: [{
			...messages.noMap(source.value),
			place: source.place([])
		}],
		untold: 0
	};
	const check = await compileFor(source.value);
	check(source.value);
	const refused = /* @__PURE__ */ new Map();
	for (const error of check.errors ?? []) {
		const pointer = locate(error);
		if (pointer !== null && !refused.has(pointer)) refused.set(pointer, error);
	}
	return {
		written: prune(source.value, "", refused),
		problems: [...refused.values()].slice(0, 50).map((error) => explain(error, source)),
		untold: Math.max(0, refused.size - 50)
	};
}
/** The pointer to what an error refuses; null for an error that another one repeats. */
function locate({ keyword, instancePath, params, propertyName }) {
	if (keyword === "additionalProperties") return extendPointer(instancePath, params["additionalProperty"]);
	if (keyword === "propertyNames") return extendPointer(instancePath, params["propertyName"]);
	if (keyword === "required") return extendPointer(instancePath, params["missingProperty"]);
	return propertyName === void 0 ? instancePath : null;
}
function prune(value, pointer, refused) {
	if (refused.size === 0) return value;
	if (refused.has(pointer)) return void 0;
	if (Array.isArray(value)) return value.map((entry, i) => prune(entry, extendPointer(pointer, i), refused) ?? null);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => {
		const kept = prune(entry, extendPointer(pointer, key), refused);
		return kept === void 0 ? [] : [[key, kept]];
	}));
}

// src/config/config.ts
/** What the file may be called. */
const configFileNames = ["assay.yml", "assay.yaml"];
/**
* Finds the file that holds: the one named (`path`, relative to the root), which must exist; else the one in
* `directory` (relative to the root, "" for the root), else the one in the root. Null where there is none.
*/
async function findConfig(tree, { path, directory }) {
	const kinds = new Map((await tree.entries()).map((entry) => [entry.path, entry.kind]));
	const read = async (name) => {
		if (kinds.get(name) === "link") throw new UserError({
			...messages.isLink(),
			place: { path: name }
		});
		const source = kinds.has(name) ? await tree.read(name) : null;
		if (source !== null) return {
			path: name,
			source
		};
		const present = [...kinds.keys()].filter((entry) => configFileNames.includes(posix.basename(entry)));
		const meant = nearest(name, present) ?? present[0] ?? null;
		throw new UserError(messages.noFile(name, tree.label, meant));
	};
	if (path !== null) return read(posix.normalize(path));
	for (const folder of /* @__PURE__ */ new Set([directory, ""])) {
		const [name, other] = configFileNames.map((file) => posix.join(folder, file)).filter((file) => kinds.has(file));
		if (name !== void 0 && other !== void 0) throw new UserError({
			...messages.twoFiles(posix.basename(name)),
			place: { path: other }
		});
		if (name !== void 0) return read(name);
	}
	return null;
}
/**
* Reads assay.yml. Which types of provider there are is for the caller to say; whether the files that it names exist
* and whether its scorers do is for the caller to find out. Throws a UserError with every mistake in the file.
*/
async function readConfig(path, bytes, providerTypes) {
	if (bytes.length > 65536) throw new UserError({
		...messages.tooLarge(),
		place: { path }
	});
	const source = readYaml(path, decodeText(path, bytes));
	const { written, problems, untold } = await validate(source);
	const breaches = rules.flatMap((rule) => rule({
		written,
		source,
		providerTypes
	}));
	throwProblems(limit([...problems, ...breaches].sort(byPlace), untold, path));
	return normalise(written, path, source);
}
/** What holds where there is no assay.yml. */
function defaultConfig() {
	return normalise({}, null, readYaml("", ""));
}
function byPlace(one, other) {
	const lines = (one.place?.line ?? 0) - (other.place?.line ?? 0);
	return lines === 0 ? (one.place?.column ?? 0) - (other.place?.column ?? 0) : lines;
}
function limit(problems, untold, path) {
	const hidden = untold + Math.max(0, problems.length - 50);
	if (hidden === 0) return problems;
	return [...problems.slice(0, 50), {
		...messages.more(hidden),
		place: { path }
	}];
}
/**
* The settings of a prompt: the file's own, then every override that matches, in order; scorers are replaced,
* dependencies added.
*/
function effectiveSettings(config, prompt) {
	const paths = [prompt.path, fileOfPrompt(prompt.path)].map((each) => posix.relative(`/${config.directory}`, `/${each}`));
	const { scorers, golden, model, dependsOn = [] } = config;
	return config.overrides.filter((override) => paths.some((path) => import_picomatch.default.isMatch(path, [...override.prompts], { dot: true }))).reduce((settings, override) => ({
		scorers: override.scorers ?? settings.scorers,
		golden: override.golden ?? settings.golden,
		model: override.model ?? settings.model,
		dependsOn: [...settings.dependsOn, ...override.dependsOn ?? []]
	}), {
		scorers,
		golden,
		model,
		dependsOn
	});
}

export { readConfig as i, effectiveSettings as n, findConfig as r, defaultConfig as t };