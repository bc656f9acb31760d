import { d as visible, i as escapeTerminal, s as inline } from "./escape2.js";
import { r as columns } from "./layout2.js";
import { dirname, join, resolve } from "node:path";
import { existsSync, readFileSync } from "node:fs";

// src/commands/source-line.ts
/** A file longer than this is no place where a person looks. */
const largest = 16777216;
/**
* The line of a file at which a mistake stands, with its number, and a caret below where the column is known: two lines, or
* none where it cannot be shown. `tell`: what of the line may be seen. A path is looked for beside the user, then in the folders above, up to the repository's root.
*/
function showSourceLine({ path, line, column }, directory, width, tell = (_path, written) => written) {
	if (line === void 0) return [];
	const file = findFile(path, resolve(directory));
	const written = file === null ? void 0 : readLine(file, line);
	const text = written === void 0 ? null : tell(path, written);
	if (text === null || text.trim() === "") return [];
	const margin = `${String(line).padStart(5)} | `;
	const shown = escapeTerminal(inline(text.replace(/^\s+/, ""), width - margin.length));
	const indent = text.length - text.replace(/^\s+/, "").length;
	const start = columns(visible(text.slice(indent, (column ?? 0) - 1)));
	const hasCaret = column !== void 0 && text === written && column > indent && start < width - margin.length - 1;
	return [margin + shown, ...hasCaret ? [`${" ".repeat(5)} | ${" ".repeat(start)}^`] : []];
}
function findFile(path, directory) {
	const file = resolve(directory, path);
	if (existsSync(file)) return file;
	const above = dirname(directory);
	return existsSync(join(directory, ".git")) || above === directory ? null : findFile(path, above);
}
function readLine(file, line) {
	try {
		const bytes = readFileSync(file);
		return bytes.length > largest ? void 0 : bytes.toString("utf8").split(/\r?\n/)[line - 1];
	} catch {
		return;
	}
}

export { showSourceLine };