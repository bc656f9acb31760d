import { t as __commonJSMin } from "./rolldown-runtime.js";

// node_modules/fastest-levenshtein/mod.js
var require_fastest_levenshtein = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = 1e400;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
}));

// src/errors.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/** Exit codes: a contract that scripts rely on. */
const exitCodes = {
	pass: 0,
	gateFailed: 1,
	userError: 2,
	notJudged: 3
};
/** The user must mend something: one or more mistakes, all told at once. Exit code 2. */
var UserError = class extends Error {
	problems;
	constructor(problems) {
		const list = Array.isArray(problems) ? problems : [problems];
		super(list.map((problem) => problem.message).join("\n"));
		this.name = "UserError";
		this.problems = list;
	}
};
/** Our bug. Exit code 3; the message asks for a report. */
var InternalError = class extends Error {
	constructor(message, options) {
		super(message, options);
		this.name = "InternalError";
	}
};
/** Throws one UserError with all problems, if there are any. */
function throwProblems(problems) {
	if (problems.length > 0) throw new UserError(problems);
}
/** `path:line:column`, as far as known. */
function formatPlace(place) {
	return [
		place.path,
		place.line,
		place.column
	].filter((part) => part !== void 0).join(":");
}
/** The known name nearest to what was written, or null where none is near. */
function nearest(written, known) {
	let best = null;
	let bestDistance = Math.max(2, Math.floor(written.length / 3)) + 1;
	for (const name of known) {
		const edits = (0, import_fastest_levenshtein.distance)(written.slice(0, 64).toLowerCase(), name.toLowerCase());
		if (edits < bestDistance) {
			best = name;
			bestDistance = edits;
		}
	}
	return best;
}
/** A text of the user's as it stands in a message: quoted, shortened, control characters as escapes. */
function quote(text) {
	return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
/** A key that nobody reads: the mistake is most often a slip of the pen. */
function unknownKey(key, known, place) {
	const near = nearest(key, known);
	const hint = near === null ? `Known keys: ${known.join(", ")}.` : `Did you mean ${quote(near)}?`;
	return {
		message: `unknown key ${quote(key)}`,
		hint,
		place
	};
}
/** The provider of a prompt runs an application, which cannot be asked to write test cases. */
function notAModel(prompt, place) {
	return {
		message: `the prompt ${prompt} is answered by an application, which cannot write cases`,
		hint: "Name a model that can: prompt-assay init --generate 20 --model openai/gpt-6-luna.",
		place
	};
}
/** `--variants` where no prompt has one. */
function noVariants() {
	return {
		message: "--variants: no prompt has a variant",
		hint: "Write one beside its prompt, menu.formal.prompt beside menu.prompt, or under variants in assay.yml."
	};
}
/** A publisher that is neither built in nor in assay.yml. */
function unknownPublisher(model, publisher, known) {
	const near = nearest(publisher, known);
	const guess = near === null ? "" : `Did you mean ${quote(near)}? Else add`;
	return {
		message: `no provider for the publisher ${quote(publisher)} of the model ${quote(model)}`,
		hint: `${guess || "Add"} to assay.yml:\n${providerLines(publisher)}`
	};
}
/** A model without a publisher, and by its name none of OpenAI's. */
function modelWithoutPublisher(model, known) {
	return {
		message: `the model ${quote(model)} names no publisher`,
		hint: `Write publisher/model, with one of ${known.join(", ")}; another publisher is added to assay.yml:\n${providerLines("local")}`
	};
}
/** `openai/` or `/gpt-5`. */
function modelWithoutName(model) {
	return {
		message: `${quote(model)} is no model`,
		hint: "Write publisher/model, for example openai/gpt-6-luna."
	};
}
function providerLines(publisher) {
	return `providers:\n  ${/^[A-Za-z][\w-]*$/.test(publisher) ? publisher : quote(publisher)}: { baseUrl: "https://…/v1", keyEnv: ${`${publisher.slice(0, 40).toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_")}_API_KEY`} }`;
}
/** A `type` that the registry of providers does not have. */
function unknownProviderType(name, type, known, place) {
	const near = nearest(type, known);
	const hint = near === null ? `Known types: ${known.join(", ")}.` : `Did you mean ${quote(near)}?`;
	return {
		message: `the provider ${quote(name)} has the unknown type ${quote(type)}`,
		hint,
		...place && { place }
	};
}
/** The variable with the provider's key is unset or empty. */
function missingKey(provider, variable, place) {
	return {
		message: `the provider ${quote(provider)} needs a key in ${variable}, which is not set`,
		hint: `Set it: export ${variable}=… in a shell. On GitHub add a secret ${variable} under Settings → Secrets and variables → Actions, and pass it to the step under env: ${variable}: \${{ secrets.${variable} }}. A server without keys gets keyEnv: null in assay.yml.`,
		...place && { place }
	};
}
/** A variable that a program is to get is not set. */
function missingVariable(provider, variable, place) {
	return {
		message: `the provider ${quote(provider)} hands its program ${variable}, which is not set`,
		hint: `Set it: export ${variable}=… in a shell. On GitHub add a secret ${variable} under Settings → Secrets and variables → Actions, and pass it to the step under env: ${variable}: \${{ secrets.${variable} }}. What the program does not need is taken out of env in assay.yml.`,
		place
	};
}
/** The variable holds something that cannot be sent as a key. */
function unusableKey(variable, place) {
	return {
		message: `the key in ${variable} holds a character that no key has`,
		hint: "Set it again, without line breaks, spaces and quotation marks around it.",
		...place && { place }
	};
}
/** A base URL that is no HTTP address. */
function unusableAddress(provider, baseUrl, place) {
	return {
		message: `the address of the provider ${quote(provider)} is not a URL: ${quote(baseUrl)}`,
		hint: "For example: baseUrl: \"http://localhost:11434/v1\" in assay.yml, or the same in OPENAI_BASE_URL.",
		...place && { place }
	};
}
/** A provider whose address every user has to give. */
function missingAddress(provider, variable) {
	const orVariable = variable === null ? "" : `, or set ${variable}`;
	return {
		message: `the provider ${quote(provider)} needs an address`,
		hint: `Add to assay.yml${orVariable}:\nproviders:\n  ${provider}: { baseUrl: "https://…" }`
	};
}
/** Settings of a provider that are not there. */
function missingSettings(provider, names, hint, place) {
	return {
		message: `the provider ${quote(provider)} needs ${names.join(" and ")}`,
		hint,
		place
	};
}
/** A gate on the first token of answers that come in one piece. */
function noFirstToken(provider, { askedBy }, place) {
	return {
		message: `${askedBy}, but the provider ${quote(provider)} does not stream its answers`,
		hint: "Let latency gate instead, or remove stream: false where the provider could.",
		place
	};
}
/** A provider that runs a program, where no arm has files of its own. */
function noWorkspace(provider, place) {
	return {
		message: `the provider ${quote(provider)} runs a program of the repository, which only compare and run do`,
		hint: "Use compare or run for the prompts that it answers.",
		place
	};
}
/** A scorer that asks a program of the repository. */
function judgesItself(provider, place) {
	return {
		message: `a scorer asks the provider ${quote(provider)}, which runs the very code that is to be judged`,
		hint: "Let a model judge.",
		...place && { place }
	};
}
/** A program that a fork brings, or would bring code for. */
function codeOfFork(provider, place) {
	return {
		message: `the provider ${quote(provider)} runs code of the repository, and code from a fork is never run`,
		hint: "Push the branch to this repository to have it judged.",
		place
	};
}
/** The step before a program's first case did not end well; `words` is the end of what it wrote, escaped. */
function setupFailed(provider, revision, how, words) {
	return new UserError({
		message: `setup of the provider ${quote(provider)} at ${revision} ${how}${words === "" ? "" : `: ${words}`}`,
		hint: "Run it in a fresh clone of that revision: it gets PATH, HOME, LANG and the variables under env, and no others."
	});
}
/** The files of a revision cannot be put onto disk. */
function cannotCheckOut(revision, reason) {
	return new UserError({
		message: `the files of ${revision} cannot be checked out: ${reason}`,
		hint: "A clone without its files (--filter) fetches them with: git fetch --refetch --no-filter."
	});
}
/** A placeholder of a provider's request for which there is no value. */
function unfilledTemplate(provider, name, known, place) {
	return {
		message: `the request of the provider ${quote(provider)} asks for {{${name}}}, which nothing fills in`,
		hint: `Known: ${known.map((each) => `{{${each}}}`).join(", ")}, and parts of them such as {{vars.NAME}}; in headers also {{key}}.`,
		place
	};
}
/** A header with the key, where no variable holds one. */
function unnamedKey(provider, place) {
	return {
		message: `the provider ${quote(provider)} sends {{key}}, but names no variable that holds it`,
		hint: "Name it: keyEnv: APP_KEY.",
		place
	};
}
/** A request that cannot have a body has one. */
function bodyOfGet(provider, place) {
	return {
		message: `the provider ${quote(provider)} sends a body with GET, which has none`,
		hint: "Put the values into url, or use method: POST.",
		place
	};
}
/** A header that no request can have. */
function unusableHeader(provider, header, place) {
	return {
		message: `the provider ${quote(provider)} sends a header of the name ${quote(header)}, which no header has`,
		hint: "Names of headers are letters, digits and hyphens: x-api-key.",
		place
	};
}
/** A setting that a provider's type does not read. */
function unreadSetting(provider, type, setting, readers, place) {
	return {
		message: `the provider ${quote(provider)} of type ${quote(type)} does not read ${quote(setting)}`,
		hint: `It belongs to ${readers.map((reader) => `type: ${reader}`).join(", ")}. Remove it, or name that type.`,
		place
	};
}
/** A setting of most providers that one of this type passes over. */
function passedOver(provider, setting, instead, place) {
	return {
		message: `the provider ${quote(provider)} does not read ${quote(setting)}`,
		hint: instead,
		place
	};
}
/** A setting with a value that this provider does not know. */
function unknownChoice(provider, setting, written, known, place) {
	return {
		message: `the provider ${quote(provider)} has no ${setting} ${quote(written)}`,
		hint: `Known here: ${known.join(", ")}.`,
		place
	};
}
/** The file of a replay provider is not there. */
function missingRecordings(provider, file, place) {
	return {
		message: file === null ? `the provider ${quote(provider)} replays recordings, but names no file` : `no file with recordings for the provider ${quote(provider)}: ${quote(file)}`,
		hint: "Record one: prompt-assay compare --record FILE; then name it under file: in assay.yml, or with --replay FILE.",
		...place && { place }
	};
}
/** A line of a file of recordings that is none. */
function brokenRecording(path, line) {
	return {
		message: "not a recording",
		hint: "Delete the line, or record again with --record.",
		place: {
			path,
			line
		}
	};
}
/** The file given to --record cannot be written. */
function unwritableRecording(file, code = "unknown error") {
	return new UserError({
		message: `cannot write recordings to ${quote(file)}: ${code}`,
		hint: "Name another file."
	});
}
/** A budget in dollars, and a model whose price is unknown. */
function noPrice(model, limit) {
	return {
		message: unknownPrice(model, limit),
		hint: `State it in assay.yml, in dollars for a million tokens: prices: { ${quote(model)}: { input: 0.25, output: 2 } }; or name a model with the same price: priceAs: { ${quote(model)}: openai/gpt-6-luna }. Without a budget it runs all the same.`
	};
}
/** The same of an application, whose answers alone tell what they cost. */
function noCallCost(model, provider, limit, place) {
	return {
		message: unknownPrice(model, limit),
		hint: `Say what one call costs at most, in US dollars: providers: { ${provider}: { …, maxCallCost: 0.05 } }. Without a budget it runs all the same.`,
		place
	};
}
function unknownPrice(model, limit) {
	return `the price of the model ${quote(model)} is unknown, so it cannot be kept within ${limit} US dollars`;
}
/** A run that may cost more than it may without being asked. */
function needsConfirmation(atMost, limit) {
	const amount = Math.ceil(atMost * 100) / 100;
	return new UserError({
		message: `this run may cost up to ${amount.toFixed(2)} US dollars, more than run.confirmAbove: ${limit}; nothing was called`,
		hint: `Go on with a budget: --max-cost ${amount.toFixed(2)} (in the Action: max-cost: ${amount.toFixed(2)}); or less, and the run is cut short there. Or raise run.confirmAbove.`
	});
}
/** The folder of the store cannot be made, read or written. */
function unwritableStore(directory, code = "unknown error") {
	return new UserError({
		message: `cannot write to the store in ${quote(directory)}: ${code}`,
		hint: "Name a folder that can be written with --store, or run with --no-cache."
	});
}
/** The samples of a run, or the file that they are handed out in, cannot be written: mostly a disk that is full. */
function unwritableSamples(file, code = "unknown error") {
	return new UserError({
		message: `cannot write samples to ${quote(file)}: ${code}`,
		hint: "Make room, then run again: what was answered is kept in the store and not asked again."
	});
}
/** An answer that came, and could not be kept. */
function notStored(directory, code) {
	return {
		message: `not everything could be kept in the store in ${quote(directory)}: ${code}`,
		hint: "A further run pays again for what is missing. Make room, or name another folder with --store."
	};
}
/** A file that cannot be read at all. */
function unreadableFile(path, code = "unknown error") {
	return {
		message: code === "ENOENT" ? `there is no file ${quote(path)}` : `cannot read ${quote(path)}: ${code}`,
		hint: "Name a report.json, as --json writes it."
	};
}
/** No JSON, where a report is wanted. */
function noJson(path, lines) {
	return {
		message: `${quote(path)} is no JSON${lines ? ", but JSON Lines" : ""}`,
		hint: lines ? "Name the report.json beside it: a file of samples or results is no report." : "It may have been cut off. Name a report.json, as --json writes it."
	};
}
/** JSON, but no report; perhaps of a command that writes something else. */
function noReport(path, command) {
	return {
		message: command === null ? `${quote(path)} is no report` : `${quote(path)} is what ${command} writes, not a report`,
		hint: "Reports are written by compare, run, gate and merge with --json."
	};
}
/** Written by a version to come. */
function newerReport(path, schemaVersion) {
	return {
		message: `${quote(path)} was written by a newer Prompt Assay: its schemaVersion is ${schemaVersion}, and this one reads 1`,
		hint: "Use the version that wrote it, or a newer one."
	};
}
/** A report that the schema refuses. */
function wrongReport(path, errors, count) {
	const more = count > errors.length ? ` and ${count - errors.length} more` : "";
	return {
		message: `${quote(path)} is no report as schemas/report.v1.json describes it: ${errors.map(quote).join(", ")}${more}`,
		hint: "It was edited, or written by another version. Write it again."
	};
}
/** A shard is its files: one that writes none is of no use. */
function shardWithoutJson({ index, of }) {
	return {
		message: `--shard ${index}/${of} needs --json: a shard is merged from the files that it writes`,
		hint: `For example: --shard ${index}/${of} --json shard-${index}.json.`
	};
}
/** There is no verdict to tell before the shards are merged. */
function shardWithoutVerdict(flag) {
	return {
		message: `a shard has no verdict that ${flag} could write`,
		hint: `Give ${flag} to merge.`
	};
}
/** A page can be made without the samples; it then has no more than the report itself. */
function pageWithoutSamples(path) {
	return {
		message: `${quote(path)} is not there, so the page has only what stands in the report`,
		hint: "Keep the samples file beside report.json."
	};
}
/** A page whose details are not those of the report is worse than one without. */
function pageWithOtherSamples(path) {
	return {
		message: `${quote(path)} was changed since the report was written, so the page has only what stands in the report`,
		hint: "Keep both files of one run together."
	};
}
/** A folder in which there is nothing to merge. */
function noReportsIn(path) {
	return {
		message: `there is no .json file in the folder ${quote(path)}`,
		hint: "Name the reports of the shards, or the folder to which their artifacts were downloaded."
	};
}
/** The report of a whole run. */
function noShard(path) {
	return {
		message: `${quote(path)} is the report of a whole run, not of a shard`,
		hint: "Shards are written by compare --shard i/n --json FILE. A whole report is shown again by render."
	};
}
/** A shard that names no samples. */
function shardWithoutSamples(path) {
	return {
		message: `${quote(path)} names no samples file`,
		hint: "Take the shard again, with --json."
	};
}
/** Shards that are not among the files. */
function missingShards(missing, of) {
	const [first = 1] = missing;
	const listed = missing.slice(0, 20).join(", ");
	const more = missing.length > 20 ? ` and ${missing.length - 20} more` : "";
	return {
		message: missing.length === 1 ? `shard ${first} of ${of} is missing` : `shards ${listed}${more} of ${of} are missing`,
		hint: `Take what is missing, for example with compare --shard ${first}/${of} --json shard-${first}.json, or name its file. In a workflow, run the failed jobs again.`
	};
}
/** The same part of a run twice. */
function doubledShard(index, of, paths) {
	return {
		message: `shard ${index} of ${of} is there ${paths.length} times: ${paths.map(quote).join(", ")}`,
		hint: "Name one of them."
	};
}
/** A shard of something else than most of the files are. */
function foreignShard(path, reference, differences) {
	return {
		message: `${quote(path)} belongs to another run than ${quote(reference)}: ${differences.join("; ")}`,
		hint: "Merge shards of one commit, one configuration and one number of shards only."
	};
}
/** The samples file is not beside its shard. */
function missingSamples(path, samples) {
	return {
		message: `the samples file ${quote(samples)} of ${quote(path)} is not there`,
		hint: "Keep both files of a shard together, and upload both."
	};
}
/** The samples file is not the one that was written with the shard. */
function changedSamples(path, samples, torn) {
	return {
		message: torn ? `the samples file ${quote(samples)} of ${quote(path)} is cut off in the middle of a line` : `the samples file ${quote(samples)} is not the one that ${quote(path)} was written with: its SHA-256 is another`,
		hint: "It was edited, cut off, or taken over from another run. Upload it again, or take the shard again."
	};
}
/** A line that cannot be a sample of this shard. */
function strangeSample(path, line, what) {
	return {
		message: what,
		hint: "Take the shard again.",
		place: {
			path,
			line
		}
	};
}
/** A shard that was ended before it had all of its samples. */
function lackingSamples(path, found, planned) {
	return {
		message: `${quote(path)} has ${found} of its ${planned} samples`,
		hint: "It was ended before it was done. Take the shard again."
	};
}
/** Shards that do not add up to the golden set. */
function partialShards(prompt, found, all) {
	return {
		message: `the shards hold ${found} of the ${all} cases of ${quote(prompt)}`,
		hint: "They were edited. Take them again."
	};
}
/** A provider that takes calls one by one only. */
function noBatches(provider) {
	return {
		message: `the provider ${quote(provider)} has no batch interface`,
		hint: "Leave out --batch, or use a model whose provider has one."
	};
}
/** What is under way must be found again. */
function batchWithoutStore() {
	return {
		message: "--batch needs the store, which holds what is under way",
		hint: "Leave out --no-cache and --replay, or name a folder that can be written with --store."
	};
}
/** Recordings are made of calls. */
function batchWithRecord() {
	return {
		message: "--batch makes no call that --record could record",
		hint: "Leave out one of them."
	};
}
/** A verdict is told on the commit that it is about. */
function foreignHead(commit, told) {
	return {
		message: `the shards judge ${commit.slice(0, 7)}, but the verdict would be told on ${told.slice(0, 7)}`,
		hint: "Have the shards taken and merged in the same run of the workflow; with the input head give it to both."
	};
}
/** Versions are ranked against each other over the whole golden set. */
function shardedVariants() {
	return {
		message: "variants cannot be run in shards: they are compared over the whole golden set",
		hint: "Run them without --shard, or remove `variants` from assay.yml."
	};
}
/** The mixes of a prompt are run once it has regressed, which a shard does not know and a batch learns too late. */
function attributionInParts(flag) {
	return {
		message: `--attribute does not go with ${flag}: mixed versions are run once the verdict is known`,
		hint: `Leave out ${flag}, or attribute the regression in a run of its own; it asks only what is not stored yet.`
	};
}
/** The files of shards carry what models answered, which `report.content` and `redact` hold back. */
/** A baseline is kept whole. */
function shardedBaseline() {
	return {
		message: "a baseline is not kept in shards",
		hint: "Leave out the input shard, or set command: compare."
	};
}
/** One report is merged from the shards of one assay.yml. */
function shardedFolders() {
	return {
		message: "several assay.yml cannot be run in shards at once",
		hint: "Name one of them with the input config, in a job of its own."
	};
}
/** A batch is handed over whole. */
function batchBeyond(limit, planned, allowed) {
	return {
		message: `the batch ${limit === "maxCost" ? `may cost $${planned.toFixed(2)}` : `has ${planned} calls`}, and ${limit} is ${allowed}: a batch cannot be cut short`,
		hint: `Raise ${limit}, or leave out --batch: then the run stops where ${limit} is used up.`
	};
}
/** Options of `drift` that do not go together. */
function driftUsage(message) {
	return {
		message,
		hint: "For example: prompt-assay drift --accept summarise --reason \"shorter answers are fine\""
	};
}
/** The name of a prompt that there is none of. */
function noSuchPrompt(name, known) {
	const near = nearest(name, known);
	const hint = near === null ? `Prompts here: ${[...new Set(known)].join(", ") || "none"}.` : `Did you mean ${quote(near)}?`;
	return {
		message: `no prompt is called ${quote(name)}`,
		hint
	};
}
/** A history in two places. */
function placesUsage() {
	return {
		message: "--history and --branch cannot be given together",
		hint: "Name a folder with --history, or use the branch on GitHub with --branch."
	};
}
/** A case that a history holds nothing of. */
function noSuchCase(id) {
	return {
		message: `the history holds nothing of a case ${quote(id)}`,
		hint: "Name it by its id, as the golden set has it or had it; one without an id by what reports call it."
	};
}
/** A name that several prompts have, where one is meant. */
function severalPrompts(name, paths) {
	return {
		message: `${paths.length} prompts are called ${quote(name)}`,
		hint: `Name one of them by its path: ${paths.join(", ")}.`
	};
}
/** `note` before the shards are merged. */
function noteOfShard(file) {
	return {
		message: `${file} is the report of a shard, which has no verdict yet`,
		hint: "Note what merge makes of all shards: prompt-assay merge shard-*.json --json report.json."
	};
}
/** `note` of a report on edits that were not committed as they were judged. */
function notedEditsElsewhere(path) {
	return {
		message: "the version that was judged is not the one in HEAD",
		hint: "Commit what was judged, or compare what is committed: prompt-assay compare --head HEAD --json report.json.",
		place: { path }
	};
}
/** `init --from promptfoo` without anything to read. */
function noOtherGate() {
	return {
		message: "no promptfoo configuration found",
		hint: "It is looked for as promptfooconfig.yaml, .yml or .json below this folder. Without one, run prompt-assay init."
	};
}

export { placesUsage as $, needsConfirmation as A, noShard as B, missingSamples as C, unwritableSamples as Ct, modelWithoutName as D, missingVariable as E, require_fastest_levenshtein as Et, noJson as F, notAModel as G, noSuchPrompt as H, noOtherGate as I, notedEditsElsewhere as J, notStored as K, noPrice as L, noBatches as M, noCallCost as N, modelWithoutPublisher as O, noFirstToken as P, passedOver as Q, noReport as R, missingRecordings as S, unwritableRecording as St, missingShards as T, wrongReport as Tt, noVariants as U, noSuchCase as V, noWorkspace as W, pageWithoutSamples as X, pageWithOtherSamples as Y, partialShards as Z, formatPlace as _, unreadSetting as _t, batchWithRecord as a, shardWithoutVerdict as at, missingAddress as b, unusableHeader as bt, brokenRecording as c, shardedVariants as ct, codeOfFork as d, unfilledTemplate as dt, quote as et, doubledShard as f, unknownChoice as ft, foreignShard as g, unnamedKey as gt, foreignHead as h, unknownPublisher as ht, batchBeyond as i, shardWithoutSamples as it, newerReport as j, nearest as k, cannotCheckOut as l, strangeSample as lt, exitCodes as m, unknownProviderType as mt, UserError as n, severalPrompts as nt, batchWithoutStore as o, shardedBaseline as ot, driftUsage as p, unknownKey as pt, noteOfShard as q, attributionInParts as r, shardWithoutJson as rt, bodyOfGet as s, shardedFolders as st, InternalError as t, setupFailed as tt, changedSamples as u, throwProblems as ut, judgesItself as v, unreadableFile as vt, missingSettings as w, unwritableStore as wt, missingKey as x, unusableKey as xt, lackingSamples as y, unusableAddress as yt, noReportsIn as z };