import { t as canonicalHash } from "./json.js";
import { d as lastReference, n as driftOf, t as currentEpoch, u as formerFolders } from "./epoch.js";
import { n as caseHash } from "./run-store.js";

// src/drift/prompt-line.ts
/** Every prompt over time, by name; lines that have ended stand before those in force. */
function drawLines(histories) {
	return histories.map(drawLine).sort((one, other) => one.name === other.name ? one.path < other.path ? -1 : 1 : one.name < other.name ? -1 : 1);
}
function drawLine(history) {
	const { folder, records } = history;
	const reference = lastReference(history);
	const epoch = currentEpoch(records);
	const rows = new Set(epoch?.events.map(({ row }) => row));
	return {
		name: reference?.name ?? folder,
		path: reference?.path ?? folder,
		folder,
		former: formerFolders(history),
		drifting: epoch !== null && [...rows].some((row) => driftOf(epoch, row) !== null),
		steps: records.flatMap(drawStep),
		unchecked: (epoch?.nights.at(-1) ?? epoch?.reference)?.unchecked ?? [],
		watched: Object.keys(epoch?.nights.at(-1)?.ranks ?? {}),
		events: records.filter((record) => record.kind === "event")
	};
}
function drawStep(record) {
	if (record.kind === "pool" || record.kind === "event") return [];
	const { at, kind } = record;
	if (kind === "gap") return [{
		at,
		kind,
		fingerprint: null,
		models: [],
		reason: null,
		metrics: {}
	}];
	const models = Object.entries(record.models).sort(([, one], [, other]) => other - one);
	const { fingerprint, metrics } = record;
	const reason = kind === "reference" ? record.reason : null;
	return [{
		at,
		kind,
		fingerprint,
		models: models.map(([model]) => model),
		reason,
		metrics
	}];
}

// src/pipeline/drift/case-name.ts
/**
* How the history names a case: by its id, and by all that is asked and expected of it. Hashes alone: a history on a branch
* holds no text. An edited case is another one; all that had an id begin alike, so that they can be forgotten.
*/
function nameCase(caseRun) {
	const { id, expected, context } = caseRun.planCase.testCase;
	const whole = {
		asked: caseHash(caseRun, "candidate"),
		expected: expected ?? null,
		context: context ?? null
	};
	return `${nameId(id)}-${canonicalHash(whole).slice(0, 10)}`;
}
function nameId(id) {
	return canonicalHash(id).slice(0, 10);
}

export { nameId as n, drawLines as r, nameCase as t };