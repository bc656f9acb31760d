import { t as openRepository } from "./repository.js";
import { et as quote, k as nearest, n as UserError } from "./errors.js";
import { c as loadProject, i as loadOptions } from "./find-changes.js";
import { n as findPastChanges, t as bringsVersion } from "./past-changes.js";

// src/pipeline/prompt-history.ts
/** Reads the history of one prompt, by its name or path today, and hands it on; the repository is closed after that. */
async function withHistory(name, options, use) {
	const repository = await openRepository(options.directory, { ...options.environment });
	try {
		const load = loadOptions(repository.prefix, options);
		const project = await loadProject(await repository.workingTree(), {
			...load,
			callsOnly: true
		});
		const prompt = findByName(project, name);
		const history = await repository.history(options.head ?? "HEAD");
		const { found, warnings } = await findPastChanges(repository, history, project, {
			last: Number.POSITIVE_INFINITY,
			load,
			environment: { ...options.environment },
			fromNothing: true,
			wants: (found) => found.pathToday === prompt.version.path && bringsVersion(found)
		});
		return await use({
			prompt,
			project,
			repository,
			versions: found.flatMap(({ commit, after, prompts }) => {
				const [first] = prompts;
				const version = first?.change.candidate?.version;
				if (first === void 0 || version === void 0) return [];
				const { date, author, subject } = commit;
				const { path, parts } = first.change;
				return [{
					commit: commit.commit,
					date,
					author,
					subject,
					path,
					version,
					parts,
					tree: after
				}];
			}),
			warnings
		});
	} finally {
		await repository.close();
	}
}
/** A prompt by its name, or its path where two have that name. */
function findByName(project, name) {
	const byPath = project.prompts.find(({ version }) => version.path === name);
	const found = byPath === void 0 ? project.prompts.filter(({ version }) => version.name === name) : [byPath];
	if (found.length === 1 && found[0] !== void 0) return found[0];
	if (found.length > 1) {
		const paths = found.map(({ version }) => version.path);
		throw new UserError({
			message: `${found.length} prompts are called ${quote(name)}`,
			hint: `Name one by its path: ${paths.join(", ")}.`
		});
	}
	const names = project.prompts.map(({ version }) => version.name);
	const near = nearest(name, names);
	const hint = near === null ? `Prompts: ${names.join(", ") || "none"}.` : `Did you mean ${quote(near)}?`;
	throw new UserError({
		message: `there is no prompt called ${quote(name)}`,
		hint
	});
}

export { withHistory as t };