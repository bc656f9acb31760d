import { d as visible } from "./escape2.js";

// src/report/log-text.ts
/** The versions of a prompt for a terminal, the newest first: one line each, and what the commit says below it. */
function renderLog(name, path, versions) {
	const lines = [`${visible(name)} (${visible(path)}): ${versions.length} ${versions.length === 1 ? "version" : "versions"}`];
	if (versions.length === 0) lines.push("No commit of this branch has it.");
	const widest = Math.max(1, ...versions.map(({ version }) => (version.semanticVersion ?? "").length));
	for (const { commit, date, author, subject, parts, version, verdict } of versions) {
		const number = (version.semanticVersion ?? "-").padEnd(widest);
		const what = parts.length === 0 ? "first" : parts.join(", ");
		const judged = verdict === null ? "" : `  ${verdict.verdict}`;
		lines.push(`  ${number}  ${date.slice(0, 10)}  ${commit.slice(0, 7)}  ${version.fingerprint.slice(0, 8)}  ${what}${judged}`, `  ${" ".repeat(widest)}  ${visible(author)}: ${visible(subject)}`);
	}
	return `${lines.join("\n")}\n`;
}

export { renderLog };