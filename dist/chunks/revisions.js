import { C as openRepository } from "./find-changes.js";

// src/pipeline/project/revisions.ts
/** Opens the repository and finds the three trees; the caller closes `repository`. */
async function openRevisions(options) {
	const repository = await openRepository(options.directory, { ...options.environment }, options.remote ?? null);
	try {
		const head = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const base = await findBase(repository, head, options);
		const baseline = await repository.tree(base.commit);
		const goalpostsSource = options.goalposts ?? "head";
		return {
			repository,
			baseline,
			head,
			goalposts: goalpostsSource === "head" ? head : options.goalpostsRevision === void 0 ? baseline : await repository.tree(options.goalpostsRevision),
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