import { t as openRepository } from "./repository.js";

// src/changes/underlay.ts
/** A tree with files laid beneath it: what it has itself stays as it is. */
function underlay(tree, files) {
	const entries = tree.entries().then((own) => {
		const present = new Set(own.map(({ path }) => path));
		const added = [...files.keys()].filter((path) => !present.has(path));
		return {
			present,
			all: [...own, ...added.map((path) => ({
				path,
				kind: "file"
			}))].sort((one, other) => one.path < other.path ? -1 : 1)
		};
	});
	return {
		label: tree.label,
		commit: tree.commit,
		entries: async () => (await entries).all,
		async read(path) {
			const text = files.get(path);
			return text === void 0 || (await entries).present.has(path) ? tree.read(path) : Buffer.from(text);
		}
	};
}

// src/pipeline/project/revisions.ts
/** Opens the repository and finds the three trees; the caller closes `repository`. */
async function openRevisions(options) {
	const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
	try {
		const { underlay: beneath } = options;
		const lay = (tree) => beneath === void 0 ? tree : underlay(tree, beneath);
		const head = lay(options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head));
		const base = await findBase(repository, head, options);
		const baseline = lay(await repository.tree(base.commit));
		const goalpostsSource = options.goalposts ?? "head";
		return {
			repository,
			baseline,
			head,
			goalposts: goalpostsSource === "head" ? head : options.goalpostsRevision === void 0 ? baseline : lay(await repository.tree(options.goalpostsRevision)),
			goalpostsSource,
			baselineDescription: base.description
		};
	} catch (error) {
		await repository.close();
		throw error;
	}
}
async function findBase(repository, head, options) {
	if (options.base === void 0) return repository.defaultBase(head.commit);
	const commit = await repository.resolve(options.base);
	if (!options.fromMergeBase) return {
		commit,
		description: options.base
	};
	return {
		commit: await repository.mergeBase(commit, head.commit ?? "HEAD"),
		description: `merge base with ${options.base}`
	};
}

export { openRevisions as t };