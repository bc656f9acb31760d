import { r as isObject } from "./json.js";
import { t as verdictOrder } from "./verdict-order.js";

// src/pipeline/kept/verdict-notes.ts
/** The version of the lines; a line of a newer one is not read. */
const schema = 1;
/** What a report says of versions; what was not judged is no verdict. */
function verdictsOf({ prompts }, at) {
	return prompts.flatMap((prompt) => {
		const { path, candidate, baseline, verdict, accepted } = prompt;
		if (candidate === null || unsaid.has(verdict)) return [];
		const against = baseline?.fingerprint ?? null;
		const { version, fingerprint } = candidate;
		return [{
			path,
			version,
			fingerprint,
			against,
			verdict,
			accepted: accepted !== null,
			at
		}];
	});
}
const unsaid = /* @__PURE__ */ new Set([
	"error",
	"skipped",
	"unchanged",
	"deleted"
]);
/** A commit's note with these verdicts; what says what is there already is left out, and nothing that is there is changed. */
function addToNote(text, verdicts) {
	const there = new Set(parseNote(text).map(sayingOf));
	const added = verdicts.filter((each) => !there.has(sayingOf(each)));
	return {
		text: `${[...text.split("\n"), ...added.map((each) => JSON.stringify({
			v: schema,
			...each
		}))].filter((line) => line.trim() !== "").join("\n")}\n`,
		added
	};
}
function sayingOf({ path, fingerprint, against, verdict, accepted }) {
	return JSON.stringify([
		path,
		fingerprint,
		against,
		verdict,
		accepted
	]);
}
/** The verdicts of a note; a line that is none, of a person for example, says nothing. */
function parseNote(text) {
	return text.split("\n").flatMap((line) => {
		const noted = parseLine(line);
		return noted === null ? [] : [noted];
	});
}
function parseLine(line) {
	let value;
	try {
		value = JSON.parse(line);
	} catch {
		return null;
	}
	if (!isObject(value) || value["v"] !== schema) return null;
	const { path, version, fingerprint, against, verdict, accepted, at } = value;
	const known = verdictOrder.find((each) => each === verdict);
	if (typeof path !== "string" || known === void 0 || !isFingerprint(fingerprint)) return null;
	if (typeof at !== "string" || Number.isNaN(Date.parse(at))) return null;
	return {
		path,
		version: typeof version === "string" ? version : null,
		fingerprint,
		against: isFingerprint(against) ? against : null,
		verdict: known,
		accepted: accepted === true,
		at
	};
}
function isFingerprint(value) {
	return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
/** All verdicts of a tree of notes. Its files are named by the commits; on which of them one stands does not matter. */
async function readNotes(tree) {
	return (await Promise.all((await tree.entries()).map(({ path }) => tree.read(path)))).flatMap((bytes) => parseNote(new TextDecoder().decode(bytes ?? /* @__PURE__ */ new Uint8Array())));
}
/** The note of one commit as it stands; git divides its id into folders once there are many. */
async function readNoteOf(tree, commit) {
	const entry = (await tree.entries()).find(({ path }) => path.replaceAll("/", "") === commit);
	const bytes = entry === void 0 ? null : await tree.read(entry.path);
	return new TextDecoder().decode(bytes ?? /* @__PURE__ */ new Uint8Array());
}

export { verdictsOf as i, readNoteOf as n, readNotes as r, addToNote as t };