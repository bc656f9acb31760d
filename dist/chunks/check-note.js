import { i as UnreadableAnswer } from "./github-here.js";

// src/github/pages.ts
/**
* All entries of a list, page by page. The pages are counted here because octokit's paginate takes an answer that was
* cut off for the last page, and what stands behind it would be missed.
*/
async function readPages(ask) {
	const entries = [];
	for (let page = 1, more = true; more; page++) {
		const { data, headers } = await ask(page);
		if (!Array.isArray(data)) throw new UnreadableAnswer("GitHub's list cannot be read");
		entries.push(...data);
		more = /\brel="next"/.test(headers.link ?? "");
	}
	return entries;
}

// src/github/check-note.ts
const opening = "<!-- prompt-assay:watch ";
/** The note as it stands in the text of the check run. */
function writeCheckNote({ verdict, failed, calls, cost }) {
	return `${opening}${JSON.stringify({
		v: 1,
		verdict,
		failed,
		calls,
		cost
	})} -->`;
}
/** The note of a check run; null where there is none that holds. */
function readCheckNote(text) {
	const written = /^<!-- prompt-assay:watch (\{[^\n]{1,300}\}) -->$/m.exec(text ?? "")?.[1];
	if (written === void 0) return null;
	let value;
	try {
		value = JSON.parse(written);
	} catch {
		return null;
	}
	const { v, verdict, failed, calls, cost } = Object(value);
	if (v !== 1 || typeof verdict !== "string" || !/^[a-z-]{1,40}$/.test(verdict) || typeof failed !== "boolean") return null;
	if (typeof calls !== "number" || !Number.isSafeInteger(calls) || calls < 0) return null;
	if (cost !== null && (typeof cost !== "number" || !(cost >= 0))) return null;
	return {
		verdict,
		failed,
		calls,
		cost
	};
}

export { writeCheckNote as n, readPages as r, readCheckNote as t };