import { t as readOrigin } from "./origin.js";
import { n as notesRef } from "./note-text2.js";
import { a as storeFolder, i as openRunStore, o as storePlace } from "./run-store.js";
import { f as readHistory, n as driftOf, t as currentEpoch } from "./epoch.js";
import { t as openFolderHistory } from "./folder-history.js";
import { r as readNotes } from "./verdict-notes.js";
import { t as withHistory } from "./prompt-history.js";
import { join } from "node:path";
import { existsSync } from "node:fs";

// src/pipeline/kept/standings.ts
/** Where a clone has the branch that the Action keeps the history on. */
const branches = ["refs/remotes/origin/assay-history", "refs/heads/assay-history"];
/**
* How versions held against drift, by their fingerprints: from the folder that was named, else from the history's branch
* as it was fetched, else from the usual folder.
*/
async function readStandings(repository, folder) {
	const usual = join(repository.root, ".assay", "drift");
	const files = folder === null ? await readBranch(repository) ?? (existsSync(usual) ? await readFolder(usual) : /* @__PURE__ */ new Map()) : await readFolder(folder);
	const standings = readHistory(files).prompts.flatMap(({ records }) => standingsOf(records));
	return new Map(standings.toSorted(([, left], [, right]) => Date.parse(left.since) - Date.parse(right.since)));
}
function readFolder(folder) {
	return openFolderHistory(folder, () => Promise.resolve()).read();
}
async function readBranch(repository) {
	for (const branch of branches) {
		const tree = await repository.tree(branch).catch(() => null);
		if (tree === null) continue;
		const paths = (await tree.entries()).map(({ path }) => path).filter((path) => path.endsWith("/history.jsonl"));
		const texts = await Promise.all(paths.map((path) => tree.read(path)));
		return new Map(paths.map((path, index) => [path, new TextDecoder().decode(texts[index] ?? /* @__PURE__ */ new Uint8Array())]));
	}
	return null;
}
/** Each reference with what followed it, up to the next one. */
function standingsOf(records) {
	const starts = records.flatMap(({ kind }, index) => kind === "reference" ? [index] : []);
	return starts.flatMap((start, index) => {
		const epoch = currentEpoch(records.slice(start, starts[index + 1]));
		if (epoch === null) return [];
		const { reference, nights, events } = epoch;
		const drifting = [...new Set(events.map(({ row }) => row))].flatMap((row) => driftOf(epoch, row) ?? []);
		return [[reference.fingerprint, {
			since: reference.at,
			nights: nights.length,
			drifting
		}]];
	});
}

// src/pipeline/log-prompt.ts
/**
* The versions of a prompt with the last verdict on each, from this machine's store or from the notes of git, and how it
* held against drift. Both are found by the fingerprint: squashed, rebased or renamed, a version stays what it is.
*
* @param history a folder with drift's history; null: its branch as this clone has it, else its usual folder
*/
function logPrompt(name, options, history) {
	return withHistory(name, options, async ({ prompt, project, repository, versions, warnings }) => {
		const notes = await treeOf(repository, notesRef);
		const noted = notes === null ? [] : await readNotes(notes);
		const standings = await readStandings(repository, history);
		const kept = openVerdicts(repository.root, project, options);
		const lastOn = (fingerprint) => {
			const stored = kept?.store.verdicts.ofVersion(fingerprint).at(-1);
			return [...stored === void 0 ? [] : [{
				verdict: stored.verdict,
				accepted: false,
				at: stored.at,
				from: "store"
			}], ...noted.filter((each) => each.fingerprint === fingerprint).map(({ verdict, accepted, at }) => ({
				verdict,
				accepted,
				at,
				from: "note"
			}))].toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at)).at(-1) ?? null;
		};
		const logged = versions.map(({ tree: _tree, version, ...commit }) => {
			const { semanticVersion, fingerprint } = version;
			return {
				...commit,
				version: semanticVersion,
				fingerprint,
				verdict: lastOn(fingerprint),
				drift: standings.get(fingerprint) ?? null
			};
		});
		kept?.store.close();
		const { name: own, path } = prompt.version;
		return {
			name: own,
			path,
			versions: logged,
			notesUnfetched: notes === null && await readOrigin(repository.root, { ...options.environment }) !== null,
			warnings
		};
	});
}
/** The files behind a name of git; null where this clone has none of that name. */
function treeOf(repository, ref) {
	return repository.tree(ref).catch(() => null);
}
/** The store where there is one: looking back makes none. */
function openVerdicts(root, project, options) {
	const place = storePlace(root, project.config);
	if (!existsSync(storeFolder(place, options))) return null;
	return openRunStore(place, Object.values(project.config.providers), options, "log", () => {});
}

export { logPrompt };