import { posix } from "node:path";

// src/source/repository-path.ts
/** The folder of a path relative to the repository's root; `.` for the root. */
function folderOf(path) {
	return posix.dirname(path);
}
/** The file of a prompt by its path: where several stand in one file, each has a path `FILE#NAME`. */
function fileOfPrompt(path) {
	return /^(.+?\.(?:ya?ml|json))#/.exec(path)?.[1] ?? path;
}
/** Joins parts of a path relative to the repository's root. */
function joinPath(...parts) {
	return posix.join(...parts);
}
/** The last part of a path. */
function fileName(path) {
	return posix.basename(path);
}
/** A path as a file writes it, relative to the file's folder; relative to the root, or null where it leaves the repository. */
function resolveWithin(from, written) {
	const path = posix.normalize(posix.join(posix.dirname(from), written));
	return posix.isAbsolute(written) || path === ".." || path.startsWith("../") || /^[a-z]:/i.test(written) || written.includes("\\") || written.includes("\0") ? null : path;
}

export { resolveWithin as a, joinPath as i, fileOfPrompt as n, folderOf as r, fileName as t };