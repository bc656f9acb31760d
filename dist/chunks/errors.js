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
		hint: "Write publisher/model, for example openai/gpt-5-mini."
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
		hint: `Set it: export ${variable}=… in a shell, or in a workflow under env: ${variable}: \${{ secrets.${variable} }}. A server without keys gets keyEnv: null in assay.yml.`,
		...place && { place }
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
		message: `the price of the model ${quote(model)} is unknown, so it cannot be kept within ${limit} US dollars`,
		hint: `State it in assay.yml, in dollars for a million tokens: prices: { ${quote(model)}: { input: 0.25, output: 2 } }; or name a model with the same price: priceAs: { ${quote(model)}: openai/gpt-5-mini }. Without a budget it runs all the same.`
	};
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
/** An answer that came, and could not be kept. */
function notStored(directory, code) {
	return {
		message: `not everything could be kept in the store in ${quote(directory)}: ${code}`,
		hint: "A further run pays again for what is missing. Make room, or name another folder with --store."
	};
}

export { require_fastest_levenshtein as C, unwritableStore as S, unknownProviderType as _, formatPlace as a, unusableKey as b, modelWithoutName as c, needsConfirmation as d, noPrice as f, unknownKey as g, throwProblems as h, exitCodes as i, modelWithoutPublisher as l, quote as m, UserError as n, missingKey as o, notStored as p, brokenRecording as r, missingRecordings as s, InternalError as t, nearest as u, unknownPublisher as v, unwritableRecording as x, unusableAddress as y };