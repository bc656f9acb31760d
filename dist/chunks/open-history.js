import { c as pLimit, t as openRepository } from "./repository.js";
import { t as openFolderHistory } from "./folder-history.js";
import { n as UserError } from "./errors.js";
import { i as UnreadableAnswer, n as attempt, r as isFailure, t as findGitHub } from "./github-here.js";
import { t as makeFolder } from "./folder.js";
import { setTimeout } from "node:timers/promises";
import { join } from "node:path";

// src/github/history-branch.ts
/** The branch on which the history is kept: it shares nothing with the others. */
const historyBranch = "assay-history";
/** How often a change is made anew because somebody else wrote meanwhile. */
const mostRaces = 8;
/** Characters of files that go within one request. */
const mostInTree = 8e6;
/** Files that are read at once. */
const mostReads = 8;
/** Opens the history. Throws a UserError where GitHub refuses: a night that cannot be kept must not look like one. */
function openHistoryBranch(connect, { owner, name: repo }, sleep) {
	const ask = async (question) => {
		const client = await connect();
		return attempt(() => question(client), sleep);
	};
	const must = async (question) => {
		const answer = await ask(question);
		if (isFailure(answer)) throw notKept(answer);
		return answer;
	};
	const readTip = async () => {
		const ref = await ask((client) => client.rest.git.getRef({
			owner,
			repo,
			ref: `heads/${historyBranch}`
		}));
		if (isFailure(ref)) {
			if (ref.reason === "not-found") return null;
			throw notKept(ref);
		}
		const commit = readSha(ref.data.object);
		const tree = await must(async (client) => {
			const { data } = await client.rest.git.getCommit({
				owner,
				repo,
				commit_sha: commit
			});
			return readSha(data.tree);
		});
		const entries = await must(async (client) => {
			const { data } = await client.rest.git.getTree({
				owner,
				repo,
				tree_sha: tree,
				recursive: "1"
			});
			if (!Array.isArray(data?.tree)) throw new UnreadableAnswer("GitHub's list of files cannot be read");
			return data.tree.filter(({ type }) => type === "blob");
		});
		const limit = pLimit(mostReads);
		const readFile = (sha) => must(async (client) => {
			const { data } = await client.rest.git.getBlob({
				owner,
				repo,
				file_sha: sha
			});
			if (data?.encoding !== "base64") throw new UnreadableAnswer("GitHub's answer with a file cannot be read");
			return Buffer.from(data.content, "base64").toString("utf8");
		});
		const lines = entries.filter(({ path }) => path.endsWith(".jsonl"));
		return {
			commit,
			tree,
			files: new Map(await Promise.all(lines.map(async ({ path, sha }) => [path, await limit(readFile, sha)]))),
			paths: new Set(entries.map(({ path }) => path))
		};
	};
	const writeTree = async (changes, base) => {
		const tree = [];
		let room = mostInTree;
		for (const [path, text] of changes) {
			const entry = {
				path,
				mode: "100644",
				type: "blob"
			};
			if (text === null) {
				if (base?.paths.has(path)) tree.push({
					...entry,
					sha: null
				});
				continue;
			}
			if (text.length <= room) {
				room -= text.length;
				tree.push({
					...entry,
					content: text
				});
				continue;
			}
			const content = Buffer.from(text).toString("base64");
			const sha = await must(async (client) => {
				const { data } = await client.rest.git.createBlob({
					owner,
					repo,
					content,
					encoding: "base64"
				});
				return readSha(data);
			});
			tree.push({
				...entry,
				sha
			});
		}
		return must(async (client) => {
			const { data } = await client.rest.git.createTree({
				owner,
				repo,
				tree,
				...base === null ? {} : { base_tree: base.tree }
			});
			return readSha(data);
		});
	};
	/** Whether the branch now stands at the commit; false where somebody else was faster. */
	const moveTo = async (commit, from, force) => {
		const ref = `heads/${historyBranch}`;
		const moved = await ask(async (client) => {
			if (from === null) await client.rest.git.createRef({
				owner,
				repo,
				ref: `refs/${ref}`,
				sha: commit
			});
			else await client.rest.git.updateRef({
				owner,
				repo,
				ref,
				sha: commit,
				force
			});
			return commit;
		});
		if (!isFailure(moved)) return true;
		if (moved.reason === "rejected" || moved.reason === "not-found") return await readTipCommit() === commit;
		throw notKept(moved);
	};
	const readTipCommit = async () => {
		const ref = await ask((client) => client.rest.git.getRef({
			owner,
			repo,
			ref: `heads/${historyBranch}`
		}));
		return isFailure(ref) ? null : readSha(ref.data.object);
	};
	return {
		label: `branch ${historyBranch}`,
		read: async () => (await readTip())?.files ?? /* @__PURE__ */ new Map(),
		async update(message, edit, rewrite = false) {
			for (let race = 0; race < mostRaces; race++) {
				const tip = await readTip();
				const { changes, result } = edit(tip?.files ?? /* @__PURE__ */ new Map());
				if (changes.size === 0) return result;
				const all = rewrite ? new Map([...tip?.files ?? [], ...changes]) : changes;
				const tree = await writeTree(all, rewrite ? null : tip);
				const commit = await must(async (client) => {
					const parents = tip === null || rewrite ? [] : [tip.commit];
					const { data } = await client.rest.git.createCommit({
						owner,
						repo,
						message: `${message} [skip ci]`,
						tree,
						parents
					});
					return readSha(data);
				});
				if (await moveTo(commit, tip?.commit ?? null, rewrite)) return result;
				await sleep(250 * (race + 1));
			}
			throw new UserError({
				message: `${mostRaces} other runs wrote the branch ${historyBranch} meanwhile`,
				hint: "Give the workflow a concurrency group, so that one night runs at a time."
			});
		}
	};
}
function readSha(object) {
	if (typeof object?.sha !== "string") throw new UnreadableAnswer("GitHub's answer about the history cannot be read");
	return object.sha;
}
function notKept({ message, reason }) {
	const hint = reason === "forbidden" || reason === "not-found" ? "Give the job `permissions: { contents: write, issues: write }`, or keep the history in a folder: history: DIR." : "Run the job again.";
	return new UserError({
		message: `the history cannot be kept on the branch ${historyBranch}: ${message}`,
		hint
	});
}

// src/pipeline/drift/open-history.ts
/** Opens the history of a repository. Throws a UserError where GitHub cannot be asked. */
async function openHistory({ directory, environment, folder, onBranch }) {
	if (folder !== void 0) return openFolderHistory(folder, setTimeout);
	if (onBranch) {
		const { connect, repository } = await findGitHub(directory, environment);
		return openHistoryBranch(connect, repository, setTimeout);
	}
	const repository = await openRepository(directory, { ...environment });
	await repository.close();
	return openUsualHistory(repository.root);
}
/** Within `.assay` at the root, which is kept out of git. */
function openUsualHistory(root) {
	makeFolder(join(root, ".assay"));
	return openFolderHistory(join(root, ".assay", "drift"), setTimeout);
}

export { openHistoryBranch as i, openUsualHistory as n, historyBranch as r, openHistory as t };