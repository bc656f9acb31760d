import { i as __toESM } from "./rolldown-runtime.js";
import { et as quote, n as UserError } from "./errors.js";
import { n as fileOfPrompt } from "./repository-path.js";
import { t as require_semver } from "./semver.js";
import { t as withHistory } from "./prompt-history.js";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/pipeline/project/find-version.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** `NAME@1.4.0`, `NAME@a1b2c3d` (a commit or a fingerprint): the name, and what stands behind the last @. */
function splitReference(reference) {
	const at = reference.lastIndexOf("@");
	if (at > 0 && at < reference.length - 1) return {
		name: reference.slice(0, at),
		version: reference.slice(at + 1)
	};
	throw new UserError({
		message: `${quote(reference)} names no version`,
		hint: "Write NAME@1.4.0, or NAME@ and the first digits of a commit or a fingerprint; prompt-assay log NAME lists them."
	});
}
/** The version that a semantic version, a commit or a fingerprint names; of one that asks for the same, the newest. */
function findVersion({ prompt, versions }, wanted) {
	const exact = import_semver.default.valid(wanted);
	const named = versions.filter(({ commit, version }) => exact === null ? /^[0-9a-f]{4,64}$/.test(wanted) && (commit.startsWith(wanted) || version.fingerprint.startsWith(wanted)) : version.semanticVersion === exact);
	const fingerprints = new Set(named.map(({ version }) => version.fingerprint));
	const [found] = named;
	const name = prompt.version.name;
	if (found === void 0) {
		const known = [...new Set(versions.flatMap(({ version }) => version.semanticVersion ?? []))];
		const listed = known.length === 0 ? "It states no version anywhere: name a commit" : `Versions: ${known.join(", ")}`;
		throw new UserError({
			message: `${name} has no version ${quote(wanted)} in this history`,
			hint: `${listed}; prompt-assay log ${name} lists all.`
		});
	}
	if (fingerprints.size > 1) {
		const commits = named.map(({ commit }) => commit.slice(0, 7)).join(", ");
		throw new UserError({
			message: `${quote(wanted)} stands for ${fingerprints.size} different versions of ${name}`,
			hint: `Name one by its commit: ${commits}.`
		});
	}
	return found;
}

// src/pipeline/show-version.ts
/** Finds `NAME@VERSION` and reads its files. */
function showVersion(reference, options) {
	const { name, version: wanted } = splitReference(reference);
	return withHistory(name, options, async (history) => {
		const version = findVersion(history, wanted);
		return {
			version,
			files: await readFiles(version),
			warnings: history.warnings
		};
	});
}
/**
* Writes an old version back to where the prompt lies today; what it includes goes where it lay. Files with edits that
* are not committed are left alone: nobody else has them.
*/
function restoreVersion(reference, options) {
	const { name, version: wanted } = splitReference(reference);
	return withHistory(name, options, async (history) => {
		const version = findVersion(history, wanted);
		const path = history.prompt.version.path;
		if (fileOfPrompt(path) !== path) throw new UserError({
			message: `not restored: ${fileOfPrompt(path)} holds other prompts, too, and tests that judge them`,
			hint: `prompt-assay show ${reference} prints the version: take from it what you want back.`
		});
		const then = await readFiles(version);
		const files = new Map([...then].map(([each, bytes]) => [each === version.path ? path : each, bytes]));
		const { repository } = history;
		const [head, workingTree] = [await repository.tree("HEAD"), await repository.workingTree()];
		const written = [];
		const edited = [];
		for (const [each, bytes] of files) {
			const [committed, present] = [await head.read(each), await workingTree.read(each)];
			if (isSame(present, bytes)) continue;
			if (present !== null && !isSame(committed, present)) edited.push(each);
			else written.push(each);
		}
		if (edited.length > 0) throw new UserError({
			message: `not restored: ${edited.join(", ")} ${edited.length === 1 ? "has" : "have"} edits that are not committed`,
			hint: "Commit or discard them first."
		});
		for (const each of written) {
			const target = join(repository.root, each);
			await mkdir(dirname(target), { recursive: true });
			await writeFile(target, files.get(each) ?? "");
		}
		return {
			version,
			files,
			written,
			warnings: history.warnings
		};
	});
}
/** The code that a prompt depends on by dependsOn is no part of it: it is neither shown nor rolled back with it. */
async function readFiles({ path, version, tree }) {
	const files = /* @__PURE__ */ new Map();
	for (const each of [fileOfPrompt(path), ...Object.keys(version.inclusions)]) {
		const bytes = await tree.read(each);
		if (bytes !== null) files.set(each, bytes);
	}
	return files;
}
function isSame(one, other) {
	return one !== null && other !== null && Buffer.compare(one, other) === 0;
}

export { restoreVersion, showVersion };