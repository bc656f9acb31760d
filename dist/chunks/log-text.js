import { n as describeDrift } from "./drift-words.js";
import { d as visible } from "./escape2.js";
import { c as wrap } from "./layout2.js";
import { n as notesRef, t as describeVerdict } from "./note-text2.js";

// src/report/log-text.ts
/** The versions of a prompt for a terminal, the newest first: one line each, and what the commit says below it. */
function renderLog({ name, path, versions, notesUnfetched }, width) {
	const lines = [`${visible(name)} (${visible(path)}): ${versions.length} ${versions.length === 1 ? "version" : "versions"}`];
	if (versions.length === 0) lines.push("No commit of this branch has it.");
	const widest = Math.max(1, ...versions.map(({ version }) => (version ?? "").length));
	const indent = " ".repeat(widest + 4);
	const below = (text) => wrap(text, width - indent.length).map((line) => indent + line);
	for (const [index, each] of versions.entries()) {
		const { commit, date, author, subject, version, fingerprint, verdict, drift } = each;
		const number = (version ?? "-").padEnd(widest);
		const what = describeParts(each, versions[index + 1]);
		const judged = verdict === null ? "" : `  ${describeVerdict(verdict)}`;
		lines.push(`  ${number}  ${date.slice(0, 10)}  ${commit.slice(0, 7)}  ${fingerprint.slice(0, 8)}  ${what}${judged}`, `${indent}${visible(author)}: ${visible(subject)}`, ...drift === null ? [] : describeStanding(drift).flatMap((line) => below(visible(line))));
	}
	if (notesUnfetched && versions.some(({ verdict }) => verdict === null)) lines.push("", "Verdicts that others noted come with:", `  git fetch origin ${notesRef}:${notesRef}`);
	return `${lines.join("\n")}\n`;
}
function describeParts({ parts, fingerprint }, before) {
	if (parts.length > 0) return parts.join(", ");
	if (before === void 0) return "first";
	return before.fingerprint === fingerprint ? "number only" : "repaired";
}
function describeStanding({ since, nights, drifting }) {
	if (drifting.length > 0) return drifting.map((event) => `drift: ${describeDrift(event)}`);
	const seen = nights === 0 ? "no night since" : `steady over ${nights === 1 ? "1 night" : `${nights} nights`}`;
	return [`drift: reference since ${since.slice(0, 10)}, ${seen}`];
}

export { renderLog };