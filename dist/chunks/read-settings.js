import { t as openRepository } from "./repository.js";
import { r as findConfig } from "./config.js";
import { n as UserError } from "./errors.js";
import { r as isObject } from "./json.js";
import { i as decodeText, n as readYaml } from "./picomatch.js";
import { d as loadConfig, i as loadOptions } from "./find-changes.js";
import { n as createShield } from "./shield.js";
import { posix } from "node:path";

// src/pipeline/action/find-folders.ts
/**
* Which assay.yml judge: those that are listed; else the one of the folder at hand or of the root; else, where neither has
* one, every one below the folder, among the goalposts or at the head. Each judges the prompts of its own folder.
*/
async function findFolders(options, listed) {
	const [only] = listed;
	if (only !== void 0 && listed.length === 1) return [{ config: only }];
	const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
	try {
		const { prefix } = repository;
		if (only !== void 0) {
			const folders = listed.map((path) => folderOf(posix.join(prefix, path)));
			const [first = {}, ...others] = listed.map((config) => ({
				config,
				otherFolders: folders
			}));
			return [first, ...others];
		}
		const head = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const { goalpostsRevision } = options;
		const atHead = await configFolders(head);
		const folders = chooseFolders(goalpostsRevision === void 0 ? [] : await configFolders(await repository.tree(goalpostsRevision)), atHead, prefix);
		const [first = {}, ...others] = folders.map((folder) => ({
			folder,
			otherFolders: folders
		}));
		return folders.length === 0 ? [{}] : [first, ...others];
	} finally {
		await repository.close();
	}
}
/**
* The folders that judge; none where the one at hand or the root judges for all. What the goalposts have cannot be taken
* out of their hands: what only the head has judges beside them, never prompts of theirs.
*/
function chooseFolders(judging, atHead, prefix) {
	const concerned = (folder) => prefix === "" || folder === "" || isWithin(folder, prefix);
	const known = judging.filter(concerned);
	const authority = known.length > 0 ? known : atHead.filter(concerned);
	if (authority.includes(prefix) || authority.includes("")) return [];
	const added = atHead.filter((folder) => (folder === prefix || isWithin(folder, prefix)) && !authority.some((each) => isWithin(folder, each)));
	return [.../* @__PURE__ */ new Set([...authority, ...added])].sort();
}
function isWithin(folder, other) {
	return folder === other || other === "" || folder.startsWith(`${other}/`);
}
async function configFolders(tree) {
	const files = (await tree.entries()).filter(({ path }) => /^assay\.ya?ml$/.test(posix.basename(path)));
	return [...new Set(files.map(({ path }) => folderOf(path)))];
}
function folderOf(path) {
	const folder = posix.dirname(path);
	return folder === "." ? "" : folder;
}

// src/pipeline/action/read-settings.ts
/** From the one that speaks most to the one that never does: with several folders, one comment tells of all. */
const policies = [
	"always",
	"on-change",
	"on-problem",
	"never"
];
/** When assay.yml, as it stands among the goalposts, wants a comment. Where it cannot be read, as by default. */
async function readCommentPolicy(options, listed) {
	const wanted = (await readConfigs(options, listed)).map(({ comment }) => comment);
	return policies.find((policy) => wanted.includes(policy)) ?? "on-change";
}
/** What assay.yml, as it stands among the goalposts, holds back: with several folders, all that any of them does. */
async function readShield(options, listed) {
	const settings = await readAll(options, listed, async (tree, own) => loadConfig(tree, own).then(({ config }) => config, (error) => readHeld(tree, own, error)));
	const contents = settings.map(({ content = "full" }) => content);
	return createShield({
		content: ["none", "worst"].find((content) => contents.includes(content)) ?? "full",
		redact: settings.flatMap(({ redact = [] }) => redact)
	});
}
/** The branches beside the default branch for which forks are judged: with several folders, those that all of them list. */
async function listForkBranches(options, listed) {
	const [first = [], ...others] = (await readConfigs(options, listed)).map(({ forks }) => forks?.branches ?? []);
	return first.filter((branch) => others.every((branches) => branches.includes(branch)));
}
/** What an assay.yml with mistakes holds back all the same: its mistakes are told, and those of golden sets beside them. */
async function readHeld(tree, { directory, configPath }, error) {
	if (!(error instanceof UserError)) throw error;
	const found = await findConfig(tree, {
		path: configPath,
		directory
	});
	const written = found === null ? null : readYaml(found.path, decodeText(found.path, found.source)).value;
	if (!isObject(written)) return {};
	const { report, redact } = written;
	const content = isObject(report ?? null) ? report["content"] : void 0;
	return {
		...(content === "none" || content === "worst") && { content },
		redact: [redact ?? []].flat().flatMap((pattern) => typeof pattern === "string" ? [{
			pattern,
			place: { path: "" }
		}] : [])
	};
}
/** assay.yml of every folder at the goalposts; none where one cannot be read: the run itself tells of it. */
function readConfigs(options, listed) {
	return readAll(options, listed, async (tree, own) => (await loadConfig(tree, own)).config);
}
async function readAll(options, listed, read) {
	try {
		const folders = await findFolders(options, listed);
		const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
		try {
			const revision = options.goalpostsRevision ?? options.head;
			const tree = revision === void 0 ? await repository.workingTree() : await repository.tree(revision);
			const all = [];
			for (const folder of folders) all.push(await read(tree, {
				...loadOptions(repository.prefix, {
					...options,
					...folder
				}),
				optional: true
			}));
			return all;
		} finally {
			await repository.close();
		}
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return [];
	}
}

export { findFolders as i, readCommentPolicy as n, readShield as r, listForkBranches as t };