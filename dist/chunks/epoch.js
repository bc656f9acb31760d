// src/drift/records.ts
/** The version of the lines; a line of a newer one is not read. */
const schema = 1;
const kinds = [
	"reference",
	"night",
	"gap",
	"pool",
	"event"
];
/** The history of one prompt, oldest first. A line that was cut off says nothing. */
function readRecords(text) {
	return readLines(text, (line) => kinds.includes(String(line["kind"])) && typeof line["at"] === "string");
}
/** One line a record, with the version. */
function writeRecords(records) {
	return records.map((record) => `${JSON.stringify({
		v: schema,
		...record
	})}\n`).join("");
}
function readAnswers(text) {
	return readLines(text, (line) => typeof line["output"] === "string" && typeof line["case"] === "string");
}
function writeAnswers(answers) {
	return answers.map((answer) => `${JSON.stringify({
		v: schema,
		...answer
	})}\n`).join("");
}
function readLines(text, accept) {
	const entries = [];
	let dropped = 0;
	for (const line of text.split("\n")) {
		if (line === "") continue;
		const entry = parse(line);
		if (entry !== null && entry["v"] === schema && accept(entry)) {
			const { v: _version, ...rest } = entry;
			entries.push(rest);
		} else dropped++;
	}
	return {
		entries,
		dropped
	};
}
function parse(line) {
	try {
		const value = JSON.parse(line);
		return typeof value === "object" && value !== null ? value : null;
	} catch {
		return null;
	}
}

// src/drift/history.ts
const recordsFile = "history.jsonl";
const answersFile = "answers.jsonl";
const pictureFile = "line.svg";
/** All prompts of a history, and how many lines of it could not be read. */
function readHistory(files) {
	const prompts = [];
	let dropped = 0;
	for (const [path, text] of files) {
		const folder = /^prompts\/([^/]+)\/history\.jsonl$/.exec(path)?.[1];
		if (folder === void 0) continue;
		const records = readRecords(text);
		const answers = readAnswers(files.get(`prompts/${folder}/${answersFile}`) ?? "");
		dropped += records.dropped + answers.dropped;
		prompts.push({
			folder,
			records: records.entries,
			answers: answers.entries
		});
	}
	return {
		prompts,
		dropped
	};
}
/** The files of a prompt as they are to be. */
function writeHistory({ folder, records, answers }) {
	return /* @__PURE__ */ new Map([[`prompts/${folder}/${recordsFile}`, writeRecords(records)], [`prompts/${folder}/${answersFile}`, answers.length === 0 ? null : writeAnswers(answers)]]);
}
/** All of a prompt's files, its picture among them. */
function removeHistory({ folder }) {
	return new Map([
		recordsFile,
		answersFile,
		pictureFile
	].map((name) => [`prompts/${folder}/${name}`, null]));
}
/** The last reference: as what the prompt was known when it was accepted. */
function lastReference({ records }) {
	return records.findLast((record) => record.kind === "reference") ?? null;
}
/**
* A history of a prompt, found by its path; of one that was renamed by the version that it still is.
*
* @param isThere whether the repository still has a file
*/
function findHistory(histories, prompt, isThere) {
	const folder = folderOfPrompt(prompt);
	const own = histories.find((history) => history.folder === folder);
	if (own !== void 0) return {
		history: own,
		renamed: false
	};
	const moved = histories.find((history) => {
		const reference = lastReference(history);
		return reference !== null && reference.fingerprint === prompt.fingerprint && !isThere(reference.path);
	});
	return moved === void 0 ? null : {
		history: moved,
		renamed: true
	};
}
/** In which folders it was kept before its prompt was renamed. */
function formerFolders({ records }) {
	return records.flatMap((record) => record.kind === "reference" ? record.former ?? [] : []);
}
/** The history under the name and the path that a renamed prompt has now: by these it is shown, and asked for. */
function renameHistory(history, { name, path }) {
	const last = lastReference(history);
	const former = [...last?.former ?? [], history.folder];
	const records = history.records.map((record) => record === last ? {
		...last,
		name,
		path,
		former
	} : record);
	return {
		...history,
		records
	};
}
/** A folder's name that every file system takes, and that a person can read; the path tells prompts of one name apart. */
function folderOfPrompt({ name, path }) {
	const readable = name.toLowerCase().replaceAll(/[^a-z0-9_]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60);
	return `${readable === "" ? "prompt" : readable}-${hashText(path)}`;
}
/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hashText(text) {
	let hash = 2166136261;
	for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16777619);
	return (hash >>> 0).toString(16).padStart(8, "0");
}
/** Forgets one case, whatever its values were: its scores and its answers. */
function forgetCase(history, isCase) {
	const without = (cases) => Object.fromEntries(Object.entries(cases).filter(([name]) => !isCase(name)));
	const records = history.records.map((record) => {
		if (record.kind === "pool") return {
			...record,
			cases: without(record.cases)
		};
		if (record.kind === "reference") return {
			...record,
			cases: record.cases && without(record.cases)
		};
		if (record.kind !== "night") return record;
		return {
			...record,
			cases: record.cases && without(record.cases),
			judged: record.judged && without(record.judged)
		};
	});
	return {
		...history,
		records,
		answers: history.answers.filter((answer) => !isCase(answer.case))
	};
}
/** What was spent in the month of a time (UTC), in US dollars, and whether that is all: of some runs it may be unknown. */
function spentInMonth(histories, at) {
	const costs = histories.flatMap(({ records }) => records).filter((record) => record.kind !== "pool" && record.kind !== "event").filter((record) => record.at.slice(0, 7) === at.slice(0, 7)).map(({ cost }) => cost);
	return {
		known: costs.reduce((sum, cost) => sum + (cost ?? 0), 0),
		isAll: !costs.includes(null)
	};
}

// src/drift/epoch.ts
/** What follows the last reference; null where there is none. What stands before it is a line that has ended. */
function currentEpoch(records) {
	const start = records.findLastIndex(({ kind }) => kind === "reference");
	const reference = records[start];
	if (reference?.kind !== "reference") return null;
	const since = records.slice(start + 1);
	const of = (kind) => since.filter((record) => record.kind === kind);
	const runs = since.filter(({ kind }) => kind === "night" || kind === "gap");
	const lastNight = runs.findLastIndex(({ kind }) => kind === "night");
	return {
		reference,
		pool: of("pool").at(-1) ?? null,
		nights: of("night"),
		events: of("event"),
		gaps: runs.length - 1 - lastNight
	};
}
/** The event that is the state of a row; null before the first. */
function stateOf({ events }, row) {
	return events.findLast((event) => event.row === row) ?? null;
}
/** The event that began the drift which a row is in; null where it is in none. */
function driftOf(epoch, row) {
	const state = stateOf(epoch, row);
	return state === null || state.event === "recovered" ? null : state;
}
/** Whether a version and what scores it are those of the reference: if not, a new line starts. */
function isSameLine(reference, run) {
	return reference.fingerprint === run.fingerprint && reference.scorers === run.scorers;
}
/** The scores of a row on one night: of a metric, or of a judge on the stored answers. */
function scoresOf(night, row) {
	return (row.startsWith("judge:") ? night.judged : night.cases) ?? {};
}
/** `judge:helpful` → `helpful` */
function metricOfRow(row) {
	return row.replace(/^judge:/, "");
}

export { scoresOf as a, folderOfPrompt as c, lastReference as d, readHistory as f, writeHistory as g, spentInMonth as h, metricOfRow as i, forgetCase as l, renameHistory as m, driftOf as n, stateOf as o, removeHistory as p, isSameLine as r, findHistory as s, currentEpoch as t, formerFolders as u };