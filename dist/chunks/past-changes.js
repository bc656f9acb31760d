import { i as __toESM } from "./rolldown-runtime.js";
import { t as require_picomatch } from "./picomatch.js";
import { a as createSimilarityPairing, c as loadProject, d as loadConfig, f as createDependencyMatcher, l as rootGlobs, o as detectChanges } from "./find-changes.js";
import { t as changedParts } from "./changed-parts.js";
import { r as problemText } from "./warnings.js";

// src/pipeline/project/past-changes.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Further back nobody looks: a history without prompts must not keep us for hours. */
const mostCommits = 2e4;
const mostWarnings = 5;
/**
* Walks back over a history until as many changes are found as are wanted. Most commits are told by their paths to be
* none; of the others only the prompts that they touch are read, or all of them where assay.yml changed.
*/
async function findPastChanges(repository, history, today, { last, load, environment, wants = ({ change }) => change.kind === "changed", fromNothing = false }) {
	const found = [];
	const warnings = [];
	const isPrompt = createMatcher(rootGlobs(today.config));
	const included = new Set(today.prompts.flatMap(({ version }) => filesOf(version)));
	const isDependency = createDependencyMatcher(today.config);
	const reaches = (path) => included.has(path) || isDependency(path);
	const isConfig = (path) => path === load.configPath || /(?:^|\/)assay\.ya?ml$/.test(path);
	const moved = /* @__PURE__ */ new Map();
	let seen = 0;
	for await (const commit of history.commits) {
		if (found.length === last || seen === mostCommits) return finish(false);
		seen++;
		const counts = (path) => isConfig(path) || isPrompt.matches(path) || reaches(path);
		if (commit.parent === null && !fromNothing || !commit.paths.some(counts)) continue;
		const touched = new Set(commit.paths);
		const anyPrompt = commit.paths.some((path) => isConfig(path) || reaches(path));
		const shows = (path) => isConfig(path) || (anyPrompt ? isPrompt.matches(path) : touched.has(path));
		const before = commit.parent === null ? nothing : await repository.tree(commit.parent);
		const after = await repository.tree(commit.commit);
		const projects = await loadBoth(before, after, isPrompt, shows, {
			load,
			today
		});
		warnings.push(...projects.flatMap(troubles));
		const prompts = (await pair(projects, environment)).map((change) => ({
			change,
			pathToday: moved.get(change.path) ?? change.path
		}));
		for (const { change, pathToday } of prompts) {
			if (change.previousPath === null) continue;
			moved.delete(change.path);
			moved.set(change.previousPath, pathToday);
		}
		for (const { version } of projects.flatMap((project) => project.prompts)) for (const path of filesOf(version)) included.add(path);
		const changed = prompts.filter(wants);
		if (changed.length > 0) found.push({
			commit,
			before,
			after,
			prompts: changed
		});
	}
	return finish(true);
	function finish(ended) {
		const distinct = [...new Set(warnings)];
		const more = distinct.length - mostWarnings;
		const told = more > 0 ? [...distinct.slice(0, mostWarnings), `and ${more} more of this kind`] : distinct;
		return {
			found,
			seen,
			ended,
			warnings: told
		};
	}
}
/** Files that a prompt reads beside its own. */
function filesOf({ configuration, shared = {} }) {
	return [...Object.keys(configuration.included), ...Object.keys(shared)];
}
/** Whether a commit brought a version of a prompt: another call, or another number for the same. */
function bringsVersion({ change: { kind, baseline, candidate } }) {
	if (candidate === null) return false;
	if (kind === "changed" || kind === "new" || kind === "repaired") return true;
	return baseline !== null && baseline.version.semanticVersion !== candidate.version.semanticVersion;
}
/** What there was before the first commit. */
const nothing = {
	label: "nothing",
	commit: null,
	entries: async () => [],
	read: async () => null
};
/** Grows on the way back: an older assay.yml may name other prompts. */
function createMatcher(first) {
	const matchers = /* @__PURE__ */ new Map();
	const add = (globs) => {
		for (const glob of globs) if (!matchers.has(glob)) matchers.set(glob, (0, import_picomatch.default)(glob, { dot: true }));
	};
	add(first);
	return {
		add,
		matches: (path) => [...matchers.values()].some((matches) => matches(path))
	};
}
/** Both sides of a commit, with nothing of them but what may have changed, and without golden sets. */
async function loadBoth(before, after, isPrompt, shows, { load, today }) {
	const later = {
		...load,
		optional: true,
		fallbackConfig: today.config,
		callsOnly: true
	};
	const { config: own } = await loadConfig(after, later);
	const earlier = {
		...later,
		fallbackConfig: own
	};
	const { config: base } = await loadConfig(before, earlier);
	for (const config of [own, base]) isPrompt.add(rootGlobs(config));
	return [await loadProject(narrow(before, shows), {
		...earlier,
		whole: before,
		furtherGlobs: rootGlobs(own)
	}), await loadProject(narrow(after, shows), {
		...later,
		whole: after,
		furtherGlobs: rootGlobs(base)
	})];
}
/** A tree that lists only some of its files; what they include is read all the same. */
function narrow(tree, shows) {
	return {
		label: tree.label,
		commit: tree.commit,
		entries: async () => (await tree.entries()).filter(({ path }) => shows(path)),
		read: (path) => tree.read(path)
	};
}
function pair([before, after], environment) {
	return detectChanges({
		base: before.prompts,
		head: after.prompts,
		brokenAtBase: before.broken,
		changedParts,
		pairBySimilarity: createSimilarityPairing(before.tree, after.tree, environment)
	});
}
/** What could not be read of a revision, and so is no change that anybody sees. */
function troubles({ tree, broken, configWarnings }) {
	const [first] = broken.flatMap(({ problems }) => problems);
	return [...configWarnings.map(problemText), ...first === void 0 ? [] : [`At ${tree.label} a prompt cannot be read: ${problemText(first)}`]];
}

export { findPastChanges as n, bringsVersion as t };