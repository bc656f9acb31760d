import { n as UserError, t as InternalError } from "./errors.js";
import { execFile, spawn } from "node:child_process";

// src/changes/problems.ts
/** What a shallow clone needs, wherever a commit is missing for that reason. */
const deepen = "set fetch-depth: 0 in actions/checkout, or run git fetch --unshallow.";
/** Hints on why a revision is unknown. */
const revisionHints = {
	form: "Give a branch, a tag or a commit id.",
	ambiguous: "Several objects begin like this; give more characters of the commit id.",
	noCommit: "The current branch has no commit yet: commit the prompts once, then compare.",
	shallow: `This clone is shallow and lacks the commit; ${deepen}`,
	oneCommit: "This repository has one commit: there is no earlier version to compare with. Commit the change, or give --base HEAD to compare uncommitted edits.",
	shortHistory: (anchor) => `The history of ${anchor} does not reach back that far.`,
	remote: (name) => `Give the full name: ${name}.`,
	near: (name) => `Did you mean ${name}?`,
	absentCommit: "The commit is not in this clone; fetch the branch that contains it, with git fetch origin BRANCH."
};
/** The revision names no commit here. */
const unknownRevision = (revision, hint) => ({
	message: `unknown revision ${JSON.stringify(revision)}`,
	hint
});
/** The command `git` cannot be started. */
const gitMissing = {
	message: "git cannot be started",
	hint: "Install git 2.30 or newer, and make sure that it is in PATH."
};
/** Why git would not open the folder, from what it wrote to standard error. */
function cannotOpen(directory, complaint) {
	const owned = /safe\.directory (?<root>.+)$/m.exec(complaint)?.groups?.["root"];
	if (owned !== void 0 || complaint.includes("dubious ownership")) return {
		message: `git refuses ${directory}, because it belongs to another user`,
		hint: `If you trust it, run: git config --global --add safe.directory ${owned ?? directory}`
	};
	if (complaint.includes("cannot change to")) return {
		message: `no such folder: ${directory}`,
		hint: "Give a folder inside a git repository."
	};
	if (/bare repository|must be run in a work tree/.test(complaint)) return {
		message: `${directory} has no working tree`,
		hint: "Run it in a clone with its files checked out, not in a bare repository or the .git folder."
	};
	if (complaint.includes("not a git repository")) return {
		message: `not a git repository: ${directory}`,
		hint: "Run it inside a clone; in a workflow, actions/checkout comes first."
	};
	return {
		message: `git cannot open ${directory}: ${complaint}`,
		hint: "Run git status there to see more."
	};
}
/** A command of git failed that works in every sound repository. */
const gitFailed = (command, complaint) => ({
	message: `git ${command} failed: ${complaint}`,
	hint: "Check the repository with git fsck."
});
/** Further back there is nothing to be seen. */
const shallowHistory = (label, commits) => ({
	message: `only the last ${commits === 1 ? "commit" : `${commits} commits`} of ${label} ${commits === 1 ? "is" : "are"} known, because this clone is shallow`,
	hint: `To see further back, ${deepen}`
});
/** Two commits have no merge base in this clone. */
const noMergeBase = (one, other, shallow) => shallow ? {
	message: `this clone does not contain the merge base of ${one} and ${other}`,
	hint: `This clone is shallow and lacks the commit; ${deepen}`
} : {
	message: `${one} and ${other} have no common history`,
	hint: "Give a base that shares history with the head: --base REV."
};
/** Nothing tells which branch a change is compared with. */
const noDefaultBranch = (shallow) => ({
	message: "no default branch found: none of origin/HEAD, origin/main, origin/master, main, master is here",
	hint: shallow ? `Give the base with --base REV; this clone is shallow: ${deepen}` : "Give the base with --base REV."
});
/** Nothing was ever committed. */
const noCommit = {
	message: "the repository has no commit yet",
	hint: revisionHints.noCommit
};
/** The file's content is kept outside git. */
const storedInLfs = (path, label, onDisk) => ({
	message: `at ${label}, ${path} is a Git LFS pointer; its content is not in git`,
	hint: onDisk ? "Run git lfs pull; better, keep prompts and golden sets out of Git LFS." : "Keep prompts and golden sets out of Git LFS: both versions are read from git itself.",
	place: { path }
});
/** The file is larger than what is read. */
const tooLarge = (path, label, limit) => ({
	message: `at ${label}, ${path} is larger than ${limit / 1024 / 1024} MiB`,
	hint: "Split the file.",
	place: { path }
});
/** An object of the commit is not in this clone, or damaged. */
const unreadableObject = (path, label, complaint) => ({
	message: `at ${label}, ${path} cannot be read from git: ${complaint}`,
	hint: "Where the clone is partial, clone without --filter; else check the repository with git fsck.",
	place: { path }
});
/** The operating system would not let us read the file. */
const unreadableFile = (path, code) => ({
	message: `${path} cannot be read: ${code}`,
	hint: "Check the file's permissions.",
	place: { path }
});

// src/changes/git.ts
/** Nothing that a repository configures may start a program. */
const hardening = [
	"core.hooksPath=/dev/null",
	"core.fsmonitor=false",
	"core.attributesFile=/dev/null",
	"diff.external=",
	"protocol.allow=never",
	"log.diffMerges=separate",
	"safe.bareRepository=explicit"
].flatMap((setting) => ["-c", setting]);
/** Which configuration is whose, and how far up to look; all other variables of git (GIT_DIR…) would misdirect us. */
const keptVariables = /* @__PURE__ */ new Set([
	"GIT_CONFIG_GLOBAL",
	"GIT_CONFIG_SYSTEM",
	"GIT_CONFIG_NOSYSTEM",
	"GIT_CEILING_DIRECTORIES",
	"GIT_DISCOVERY_ACROSS_FILESYSTEM",
	"GIT_EXEC_PATH"
]);
/** Room for the listing of about four million files. */
const maximumOutput = 536870912;
/** Git in a folder, with the given environment as far as it cannot change what is read, and with `own` variables. */
function createGit(directory, environment, own = {}) {
	const env = {
		...hardenEnvironment(environment),
		...own
	};
	const complete = (words) => [
		...hardening,
		"-C",
		directory,
		...words
	];
	function run(...words) {
		const settings = {
			env,
			maxBuffer: maximumOutput,
			windowsHide: true
		};
		return new Promise((resolve, reject) => {
			execFile("git", complete(words), settings, (error, output, complaint) => {
				if (error === null) resolve({
					exitCode: 0,
					output,
					complaint
				});
				else if (typeof error.code === "number") resolve({
					exitCode: error.code,
					output,
					complaint
				});
				else if (error.code === "ENOENT" || error.code === "EACCES") reject(new UserError(gitMissing));
				else reject(new InternalError(`git ${words[0]} did not end: ${error.message}`, { cause: error }));
			});
		});
	}
	return {
		run,
		async read(...words) {
			const { exitCode, output, complaint } = await run(...words);
			if (exitCode !== 0) throw new UserError(gitFailed(words[0] ?? "", firstComplaint(complaint)));
			return output;
		},
		start: (...words) => spawn("git", complete(words), {
			env,
			windowsHide: true
		})
	};
}
/** The line of standard error that says what is wrong. */
function firstComplaint(complaint) {
	const lines = complaint.split("\n").filter((line) => line.trim() !== "");
	return (lines.find((candidate) => /^(?:fatal|error): /.test(candidate)) ?? lines[0] ?? "no reason given").replace(/^(?:fatal|error): /, "");
}
function hardenEnvironment(environment) {
	const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name) || keptVariables.has(name));
	return {
		...Object.fromEntries(kept),
		LC_ALL: "C",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_ATTR_NOSYSTEM: "1",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_ALLOW_PROTOCOL: ""
	};
}

export { noCommit as a, revisionHints as c, tooLarge as d, unknownRevision as f, gitFailed as i, shallowHistory as l, unreadableObject as m, firstComplaint as n, noDefaultBranch as o, unreadableFile as p, cannotOpen as r, noMergeBase as s, createGit as t, storedInLfs as u };