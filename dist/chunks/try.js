import { n as UserError } from "./errors.js";
import { i as firstComplaint, r as createGit, t as openRepository } from "./repository.js";
import { n as compare } from "./compare.js";
import { t as proposeSetup } from "./propose-setup.js";

// src/changes/fetch-pull-request.ts
/** How a fetch asks for what the server wants to know; every other variable of git stays out. */
const credentials = [
	"GIT_SSH",
	"GIT_SSH_COMMAND",
	"GIT_ASKPASS",
	"SSH_ASKPASS"
];
/**
* Brings the last commit of a pull request into the repository, under a name of our own, and returns that name: the one
* time that a server is asked and the repository written to, because its user said so.
*/
async function fetchPullRequest(root, environment, number) {
	const own = Object.fromEntries(credentials.flatMap((name) => environment[name] ? [[name, environment[name]]] : []));
	const git = createGit(root, environment, {
		...own,
		GIT_ALLOW_PROTOCOL: "https:ssh:file:git"
	});
	const remotes = (await git.read("remote")).split("\n").filter((name) => name !== "");
	const remote = ["upstream", "origin"].find((name) => remotes.includes(name)) ?? remotes[0];
	if (remote === void 0) throw new UserError({
		message: `the pull request ${number} cannot be fetched: this repository has no remote`,
		hint: "Name a branch instead."
	});
	const name = `refs/prompt-assay/pull/${number}`;
	const { exitCode, complaint } = await git.run("fetch", ...[
		"--quiet",
		"--no-tags",
		"--no-recurse-submodules",
		"--no-write-fetch-head"
	], remote, `+refs/pull/${number}/head:${name}`);
	if (exitCode === 0) return name;
	throw new UserError({
		message: `the pull request ${number} cannot be fetched from ${remote}: ${firstComplaint(complaint)}`,
		hint: "Fetch its branch yourself, and name the branch instead of the number."
	});
}

// src/pipeline/try.ts
/**
* Compares a pull request (its number), a branch or, with null, the working tree with the default branch as the Action
* would: judged by the base. Where there is no assay.yml, by what `init` would write; nothing is written.
*/
async function tryPullRequest(target, options) {
	const repository = await openRepository(options.directory, { ...options.environment });
	try {
		const head = target === null ? null : await findHead(repository, target, options);
		const tree = head === null ? await repository.workingTree() : await repository.tree(head);
		const { files } = await proposeSetup(tree, repository.prefix);
		const proposed = [...files].find(([path]) => /(?:^|\/)assay\.yml$/.test(path))?.[1] ?? null;
		const judging = new Map([...files].filter(([path]) => !/(?:^|\/)golden\/|^\.github\//.test(path)));
		return {
			report: await compare({
				...options,
				...head === null ? {} : { head },
				goalposts: "base",
				...proposed === null ? {} : { underlay: judging }
			}),
			proposed
		};
	} finally {
		await repository.close();
	}
}
async function findHead(repository, target, options) {
	const number = /^#?([1-9]\d{0,8})$/.exec(target)?.[1];
	if (number !== void 0) return fetchPullRequest(repository.root, { ...options.environment }, Number(number));
	const local = await repository.resolve(target).catch((error) => error);
	if (typeof local === "string") return target;
	if (!(local instanceof UserError)) throw local;
	return repository.resolve(`origin/${target}`).catch(() => {
		throw local;
	});
}

export { tryPullRequest };