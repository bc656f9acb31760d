import { k as nearest, l as cannotCheckOut, n as UserError, t as InternalError } from "./errors.js";
import { open, realpath, rm } from "node:fs/promises";
import { isAbsolute, join, posix, relative, resolve } from "node:path";
import { constants, lstatSync } from "node:fs";
import { execFile, spawn } from "node:child_process";

// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}

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
/** A note could not be written, from what git wrote to standard error. */
const noteNotWritten = (complaint) => ({
	message: `the note was not written: ${complaint}`,
	hint: /identity|tell me who you are|ident name|auto-detect/i.test(complaint) ? "Say who writes it: git config user.name NAME, and git config user.email ADDRESS." : "Check that git notes works in this clone."
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

// src/changes/revisions.ts
/** The full id of the commit that a revision names; a UserError that says why where it names none. */
async function resolveRevision(git, revision) {
	if (!/^[^-\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$/.test(revision)) throw new UserError(unknownRevision(revision, revisionHints.form));
	const { output, complaint } = await git.run("rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`);
	const commit = /^[0-9a-f]{40,64}$/.exec(output.trim())?.[0];
	if (commit !== void 0) return commit;
	throw new UserError(unknownRevision(revision, await explain(git, revision, complaint)));
}
/** Whether the history of this clone was cut off. */
async function isShallow(git) {
	return (await git.read("rev-parse", "--is-shallow-repository")).trim() === "true";
}
/** How many commits there are, but no more than two are counted. */
async function countCommits(git) {
	return Number(await git.read("rev-list", "--count", "--max-count=2", "--all"));
}
async function explain(git, revision, complaint) {
	if (/is ambiguous/.test(complaint)) return revisionHints.ambiguous;
	const [commits, shallow, names] = await Promise.all([
		countCommits(git),
		isShallow(git),
		listNames(git)
	]);
	if (commits === 0 || revision === "HEAD") return revisionHints.noCommit;
	const remote = names.find((name) => name.endsWith(`/${revision}`));
	if (remote !== void 0) return revisionHints.remote(remote);
	if (shallow) return revisionHints.shallow;
	const anchor = /^(?<anchor>[^~^@:]*)[~^@:]/.exec(revision)?.groups?.["anchor"];
	if (anchor !== void 0 && (anchor === "" || anchor === "HEAD" || names.includes(anchor))) return commits === 1 ? revisionHints.oneCommit : revisionHints.shortHistory(anchor || "HEAD");
	const near = nearest(anchor ?? revision, names);
	if (near !== null) return revisionHints.near(near);
	return /^[0-9a-f]{7,64}$/.test(revision) ? revisionHints.absentCommit : revisionHints.form;
}
async function listNames(git) {
	return (await git.read("for-each-ref", "--format=%(refname:short)")).split("\n").filter((name) => name !== "");
}

// src/changes/bases.ts
/** Where a default branch may stand, the surest first. */
const defaultBranches = [
	"refs/remotes/origin/HEAD",
	"refs/remotes/origin/main",
	"refs/remotes/origin/master",
	"refs/heads/main",
	"refs/heads/master"
];
/** The commit from which two histories went apart. */
async function findMergeBase(git, one, other) {
	const commits = await Promise.all([resolveRevision(git, one), resolveRevision(git, other)]);
	const { output, exitCode } = await git.run("merge-base", ...commits);
	if (exitCode === 0) return output.trim();
	throw new UserError(noMergeBase(shorten(one), shorten(other), await isShallow(git)));
}
/** The merge base with the default branch; on that branch itself it is the head. */
async function findDefaultBase(git, head) {
	if (await countCommits(git) === 0) throw new UserError(noCommit);
	const branch = await findDefaultBranch(git);
	if (branch === null) throw new UserError(noDefaultBranch(await isShallow(git)));
	return {
		commit: await findMergeBase(git, head, branch),
		description: `merge base with ${shorten(branch)}`
	};
}
/** The default branch, by its full name, since a tag may have the same short one; null where none is found. */
async function findDefaultBranch(git) {
	const output = await git.read("for-each-ref", "--format=%(refname) %(symref)", ...defaultBranches);
	const targets = new Map(output.split("\n").map((line) => {
		const [name = "", target = ""] = line.split(" ");
		return [name, target];
	}));
	const branch = defaultBranches.find((name) => targets.has(name));
	return branch === void 0 ? null : targets.get(branch) || branch;
}
/** As people write it: a branch without its folder, the first digits of a commit id. */
function shorten(revision) {
	return revision.replace(/^refs\/(?:heads|remotes)\//, "").replace(/^([0-9a-f]{7})[0-9a-f]{33,}$/, "$1");
}

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

// src/changes/check-out.ts
/**
* Puts the files of a commit into an empty folder. The repository is only read: the index that git needs for it is a file
* beside the folder, so that nothing has to be locked, registered or cleaned up in a clone that others work in.
*/
async function checkOut(root, environment, commit, folder) {
	const index = `${folder}.index`;
	const git = createGit(root, environment, { GIT_INDEX_FILE: index });
	try {
		const whole = [
			"-c",
			"core.sparseCheckout=false",
			"--work-tree",
			folder
		];
		const { exitCode, complaint } = await git.run(...whole, "read-tree", "--reset", "-u", commit);
		if (exitCode !== 0) throw cannotCheckOut(commit.slice(0, 7), firstComplaint(complaint));
	} finally {
		await rm(index, { force: true });
	}
}

// src/changes/listing.ts
/** The parts of an output whose fields end with a NUL byte, which no path can contain. */
function splitFields(output) {
	return output.split("\0").slice(0, -1);
}
/** What a mode of git stands for. */
function kindOfMode(mode) {
	if (mode === "120000") return "link";
	if (mode === "160000") return "submodule";
	return "file";
}

// src/changes/history.ts
/** Commits that are read at once. */
const pageSize = 500;
/**
* Each field ends with a NUL byte, and those of the header begin with a slash: no path does.
* A line end stands between the header and the first path.
*/
const format = "--format=/%H %P%x00/%s%x00/%an%x00/%aI";
/** Nothing here renders a difference, asks for a signature or depends on what the repository configures. */
const flags$1 = [
	"--first-parent",
	"-m",
	"--name-only",
	"-z",
	"--no-renames",
	"--no-relative",
	"--no-ext-diff",
	"--no-textconv",
	"--no-show-signature",
	"--no-notes",
	"--no-color",
	"--encoding=UTF-8"
];
/** The history of a branch by its first parents. Null: of the default branch, and where there is none, of HEAD. */
async function openHistory(git, revision) {
	if (await countCommits(git) === 0) throw new UserError(noCommit);
	const name = revision ?? await findDefaultBranch(git) ?? "HEAD";
	const commit = await resolveRevision(git, name);
	return {
		label: shorten(name),
		commit,
		commits: walkHistory(git, commit)
	};
}
async function* walkHistory(git, head) {
	for (let next = head; next !== null;) {
		const output = await git.read("log", ...flags$1, format, `--max-count=${pageSize}`, "--end-of-options", next, "--");
		const page = readPage(splitFields(output));
		yield* page;
		next = page.at(-1)?.parent ?? null;
	}
}
function readPage(fields) {
	const page = [];
	for (let at = 0; at < fields.length; at++) {
		const field = fields[at] ?? "";
		const last = page.at(-1);
		if (field.startsWith("/")) {
			const [commit = "", parent = ""] = field.slice(1).split(" ");
			const [subject = "", author = "", date = ""] = [
				1,
				2,
				3
			].map((ahead) => fields[at + ahead]?.slice(1) ?? "");
			at += 3;
			page.push({
				commit,
				parent: parent === "" ? null : parent,
				subject,
				author,
				date,
				paths: []
			});
		} else last?.paths.push(last.paths.length === 0 ? field.replace(/^\n/, "") : field);
	}
	return page;
}

// src/changes/byte-reader.ts
/** A reader over the chunks of a stream. */
function createByteReader(stream) {
	const chunks = stream[Symbol.asyncIterator]();
	let rest = Buffer.alloc(0);
	/** A stream that breaks off has ended, too: whoever started it knows the reason. */
	async function next() {
		try {
			const { done, value } = await chunks.next();
			return done ? null : value;
		} catch {
			return null;
		}
	}
	/** Passes `size` bytes on, piece by piece. */
	async function pass(size, onPiece) {
		for (let missing = size;;) {
			const piece = rest.subarray(0, missing);
			rest = rest.subarray(piece.length);
			missing -= piece.length;
			onPiece(piece);
			if (missing === 0) return true;
			const chunk = await next();
			if (chunk === null) return false;
			rest = chunk;
		}
	}
	return {
		async line() {
			for (;;) {
				const end = rest.indexOf("\n");
				if (end >= 0) {
					const line = rest.toString("utf8", 0, end);
					rest = rest.subarray(end + 1);
					return line;
				}
				const chunk = await next();
				if (chunk === null) return null;
				rest = Buffer.concat([rest, chunk]);
			}
		},
		async take(size) {
			const pieces = [];
			return await pass(size, (piece) => pieces.push(piece)) ? Buffer.concat(pieces, size) : null;
		},
		pass,
		skip: (size) => pass(size, () => {})
	};
}

// src/changes/object-reader.ts
/** The largest file that is read, in bytes: the largest that GitHub takes. */
const maximumFileSize = 104857600;
/** A reader whose process starts with the first request, and never keeps ours from ending. */
function createObjectReader(git) {
	let connection = null;
	function connect() {
		const child = git.start("cat-file", "--batch");
		const ended = new Promise((resolve) => {
			child.once("close", () => resolve());
			child.once("error", () => resolve());
		});
		const opened = {
			child,
			answers: createByteReader(child.stdout),
			ended,
			complaint: "",
			pending: 0,
			last: Promise.resolve()
		};
		child.stderr.on("data", (chunk) => {
			opened.complaint = (opened.complaint + chunk.toString()).slice(0, 4096);
		});
		child.stdin.on("error", () => {});
		ended.then(() => {
			if (connection === opened) connection = null;
		});
		return opened;
	}
	async function ask(id, receive) {
		connection ??= connect();
		const current = connection;
		if (current.pending++ === 0) hold(current.child, true);
		current.child.stdin.write(`${id}\n`);
		const answer = current.last.then(() => receive(current));
		current.last = answer;
		const content = await answer;
		if (--current.pending === 0) hold(current.child, false);
		return content;
	}
	return {
		read: (id) => ask(id, receive),
		async scan(id, onPiece) {
			const thrown = [];
			const take = (piece) => {
				if (thrown.length > 0) return;
				try {
					onPiece(piece);
				} catch (error) {
					thrown.push(error);
				}
			};
			const content = await ask(id, (current) => handOn(current, take));
			if (thrown.length > 0) throw thrown[0];
			return content;
		},
		async close() {
			const current = connection;
			connection = null;
			if (current === null) return;
			await current.last;
			hold(current.child, true);
			current.child.stdin.end();
			await current.ended;
		}
	};
}
async function receive(connection) {
	const { answers } = connection;
	const size = await readSize(answers);
	if (size === "missing") return missing;
	if (size !== null && size > 104857600) {
		await answers.skip(size + 1);
		return { status: "too-large" };
	}
	const bytes = size === null ? null : await answers.take(size);
	if (bytes !== null && await answers.skip(1)) return {
		status: "found",
		bytes
	};
	return brokenOff(connection);
}
async function handOn(connection, onPiece) {
	const { answers } = connection;
	const size = await readSize(answers);
	if (size === "missing") return missing;
	return size !== null && await answers.pass(size, onPiece) && await answers.skip(1) ? { status: "found" } : brokenOff(connection);
}
const missing = {
	status: "unreadable",
	complaint: "the object is missing"
};
/** `<id> <type> <size>`, behind which come the content and a line end; or `<id> missing`. Null where nothing comes any more. */
async function readSize(answers) {
	const header = await answers.line();
	if (header === null) return null;
	const size = /^[0-9a-f]+ [a-z]+ (?<size>\d+)$/.exec(header)?.groups?.["size"];
	return size === void 0 ? "missing" : Number(size);
}
async function brokenOff(connection) {
	await connection.ended;
	return {
		status: "unreadable",
		complaint: firstComplaint(connection.complaint)
	};
}
/** While nothing is asked, the process and its pipes must not keep ours alive; while something is, they must. */
function hold(child, held) {
	const pipes = [
		child.stdin,
		child.stdout,
		child.stderr
	];
	for (const handle of [child, ...pipes]) if (held) handle.ref();
	else handle.unref();
}

// src/changes/tree.ts
const lfsPointer = Buffer.from("version https://git-lfs.github.com/spec/v1");
/** A tree that lists its source once, in an order that is the same for every source. */
function createTree(source) {
	const { label, commit } = source;
	let listing = null;
	const index = () => {
		listing ??= source.list().then(indexByPath);
		return listing;
	};
	return {
		label,
		commit,
		async entries() {
			return Array.from((await index()).values(), ({ path, kind }) => ({
				path,
				kind
			}));
		},
		async read(path) {
			const entry = (await index()).get(path);
			if (entry?.kind !== "file") return null;
			const bytes = await source.load(entry);
			if (bytes !== null && lfsPointer.equals(bytes.subarray(0, lfsPointer.length))) throw new UserError(storedInLfs(path, label, commit === null));
			return bytes;
		},
		async scan(path, onPiece) {
			const entry = (await index()).get(path);
			if (entry?.kind !== "file") return false;
			const begin = {
				bytes: Buffer.alloc(0),
				isTold: false
			};
			const found = await source.scan(entry, (piece) => {
				if (begin.isTold) return onPiece(piece);
				begin.bytes = Buffer.concat([begin.bytes, piece]);
				if (begin.bytes.length < lfsPointer.length) return;
				if (lfsPointer.equals(begin.bytes.subarray(0, lfsPointer.length))) throw new UserError(storedInLfs(path, label, commit === null));
				begin.isTold = true;
				onPiece(begin.bytes);
			});
			if (!begin.isTold && begin.bytes.length > 0) onPiece(begin.bytes);
			return found;
		}
	};
}
/** The content of an entry from git's objects; what a clone without all objects lacks, from the server. */
async function loadObject(objects, entry, label, remote = null) {
	const content = await objects.read(entry.object ?? "");
	if (content.status === "found") return content.bytes;
	const bytes = content.status === "unreadable" ? await remote?.blob(entry.object ?? "") : null;
	if (bytes) return bytes;
	if (content.status === "too-large") throw new UserError(tooLarge(entry.path, label, maximumFileSize));
	throw new UserError(unreadableObject(entry.path, label, content.complaint));
}
/** The same, handed on as it comes. */
async function scanObject(objects, entry, label, onPiece, remote = null) {
	const content = await objects.scan(entry.object ?? "", onPiece);
	if (content.status === "found") return true;
	const bytes = await remote?.blob(entry.object ?? "");
	if (!bytes) throw new UserError(unreadableObject(entry.path, label, content.complaint));
	onPiece(bytes);
	return true;
}
function indexByPath(entries) {
	const byPath = new Map(entries.map((entry) => [entry.path, entry]));
	return new Map([...byPath].sort(([one], [other]) => one < other ? -1 : 1));
}

// src/changes/revision-tree.ts
/** How many characters of a commit id people read. */
const shortLength = 7;
/** The files of a commit, read from git's objects. */
function createRevisionTree(git, objects, commit, remote = null) {
	const label = commit.slice(0, shortLength);
	return createTree({
		label,
		commit,
		async list() {
			return splitFields(await git.read("ls-tree", "-r", "-z", "--full-tree", commit)).map(parseLine);
		},
		load: (entry) => loadObject(objects, entry, label, remote),
		scan: (entry, onPiece) => scanObject(objects, entry, label, onPiece, remote)
	});
}
/**
* The files of a commit that the clone lacks, as the server lists them. Most of their contents are those of other commits,
* so each is looked for in git's objects first. Null where the server cannot tell.
*/
async function createRemoteTree(objects, commit, remote) {
	const label = commit.slice(0, shortLength);
	const entries = await remote.entries(commit);
	if (entries === null) return null;
	return createTree({
		label,
		commit,
		list: async () => entries,
		load: (entry) => loadObject(objects, entry, label, remote),
		scan: (entry, onPiece) => scanObject(objects, entry, label, onPiece, remote)
	});
}
/** `<mode> <type> <object>\t<path>` */
function parseLine(line) {
	const tab = line.indexOf("	");
	const [mode = "", , object = ""] = line.slice(0, tab).split(" ");
	return {
		path: line.slice(tab + 1),
		kind: kindOfMode(mode),
		object
	};
}

// src/changes/disk-reader.ts
/** Files open at the same time: well below what operating systems allow a process. */
const openFiles = 32;
/** What is read at once. */
const pieceSize = 1 << 18;
/** No link is followed, and a pipe that was put in a file's place does not block us. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
/** Error codes of a path that is no regular file any more. */
const vanished = /* @__PURE__ */ new Set([
	"ENOENT",
	"ENOTDIR",
	"ELOOP",
	"EMLINK",
	"EISDIR",
	"ENXIO"
]);
function createDiskReader(root, label) {
	const limit = pLimit(openFiles);
	async function use(path, task) {
		let file = null;
		try {
			file = await open(join(root, path), flags);
			const stats = await file.stat();
			return stats.isFile() && await isInside(root, join(root, path)) ? await task(file, stats.size) : null;
		} catch (error) {
			const { code, syscall } = error;
			if (code === void 0 || syscall === "write") throw error;
			if (vanished.has(code)) return null;
			throw new UserError(unreadableFile(path, code));
		} finally {
			await file?.close();
		}
	}
	return {
		read: (path) => limit(() => use(path, async (file, size) => {
			if (size > 104857600) throw new UserError(tooLarge(path, label, maximumFileSize));
			return await file.readFile();
		})),
		scan: async (path, onPiece) => {
			return await limit(() => use(path, async (file) => {
				const pieces = file.createReadStream({
					autoClose: false,
					highWaterMark: pieceSize
				});
				for await (const piece of pieces) onPiece(piece);
				return true;
			})) ?? false;
		}
	};
}
/** Whether a path, with all links on the way resolved, stands below the root. */
async function isInside(root, path) {
	const way = relative(await realpath(root), await realpath(path));
	return way !== "" && !isAbsolute(way) && !/^\.\.(?:[\\/]|$)/.test(way);
}

// src/changes/working-tree.ts
const label = "working tree";
/** The files on disk: tracked ones, and untracked ones that are not ignored. */
function createWorkingTree(git, objects, root) {
	const disk = createDiskReader(root, label);
	return createTree({
		label,
		commit: null,
		async list() {
			const [tracked, untracked] = await Promise.all([git.read("ls-files", "-z", "--cached", "--stage", "-t"), git.read("ls-files", "-z", "--others", "--exclude-standard")]);
			const look = createKindFinder(root);
			return [...splitFields(tracked).map((line) => findTracked(line, look)), ...splitFields(untracked).map((path) => findUntracked(path, look))].filter((entry) => entry !== null);
		},
		load: (entry) => entry.object === null ? disk.read(entry.path) : loadObject(objects, entry, label),
		scan: (entry, onPiece) => entry.object === null ? disk.scan(entry.path, onPiece) : scanObject(objects, entry, label, onPiece)
	});
}
/** `<tag> <mode> <object> <stage>\t<path>` */
function findTracked(line, look) {
	const tab = line.indexOf("	");
	const [tag, mode = "", object = ""] = line.slice(0, tab).split(" ");
	const path = line.slice(tab + 1);
	const found = look(path);
	if (found === null && tag === "S") return {
		path,
		kind: kindOfMode(mode),
		object
	};
	if (found === null || found === "directory" && mode !== "160000") return null;
	return {
		path,
		kind: found === "directory" ? "submodule" : found,
		object: null
	};
}
/** An untracked repository within the working tree is listed as a folder: what would become a submodule. */
function findUntracked(path, look) {
	if (path.endsWith("/")) return {
		path: path.slice(0, -1),
		kind: "submodule",
		object: null
	};
	const found = look(path);
	return found === null || found === "directory" ? null : {
		path,
		kind: found,
		object: null
	};
}
/** Looks at the disk without following a link, neither at the path's end nor on the way there. */
function createKindFinder(root) {
	const directories = /* @__PURE__ */ new Map([[".", true]]);
	function isDirectory(path) {
		let answer = directories.get(path);
		if (answer === void 0) {
			answer = isDirectory(posix.dirname(path)) && lookAt(join(root, path))?.isDirectory() === true;
			directories.set(path, answer);
		}
		return answer;
	}
	return (path) => {
		const found = isDirectory(posix.dirname(path)) ? lookAt(join(root, path)) : null;
		if (found?.isSymbolicLink()) return "link";
		if (found?.isFile()) return "file";
		return found?.isDirectory() ? "directory" : null;
	};
}
/** Synchronous: for the many files of a repository that is several times faster, and nothing else runs yet. */
function lookAt(path) {
	try {
		return lstatSync(path);
	} catch {
		return null;
	}
}

// src/changes/repository.ts
/** Opens the repository that a folder belongs to. */
async function openRepository(directory, environment = process.env, remote = null) {
	const folder = resolve(directory);
	const opened = createGit(folder, environment);
	const [top, inside] = await Promise.all([opened.run("rev-parse", "--show-toplevel"), opened.run("rev-parse", "--show-prefix")]);
	if (top.exitCode !== 0) throw new UserError(cannotOpen(folder, top.complaint));
	const root = dropLineEnd(top.output);
	const prefix = dropLineEnd(inside.output).replace(/\/$/, "");
	const git = createGit(root, environment);
	const objects = createObjectReader(git);
	/** Commits that were found: git need not be asked whether they are there. */
	const commits = /* @__PURE__ */ new Set();
	const find = async (revision) => {
		const commit = commits.has(revision) ? revision : await resolveRevision(git, revision);
		commits.add(commit);
		return commit;
	};
	return {
		root,
		prefix,
		resolve: (revision) => remote !== null && isCommitId(revision) ? Promise.resolve(revision) : find(revision),
		async tree(revision) {
			const found = await find(revision).catch((error) => error);
			if (typeof found === "string") return createRevisionTree(git, objects, found, remote);
			const tree = remote && isCommitId(revision) ? await createRemoteTree(objects, revision, remote) : null;
			if (tree === null) throw found;
			return tree;
		},
		workingTree: async () => createWorkingTree(git, objects, root),
		async mergeBase(one, other) {
			const askable = remote !== null && isCommitId(one) && isCommitId(other);
			const told = askable && await isShallow(git) ? await remote.mergeBase(one, other) : null;
			if (told !== null) return told;
			const found = await findMergeBase(git, one, other).catch((error) => error);
			if (typeof found === "string") return found;
			const asked = askable ? await remote.mergeBase(one, other) : null;
			if (asked === null) throw found;
			return asked;
		},
		defaultBase: (head) => findDefaultBase(git, head ?? "HEAD"),
		branch: async () => {
			const { exitCode, output } = await git.run("symbolic-ref", "--quiet", "--short", "HEAD");
			return exitCode === 0 ? dropLineEnd(output) : null;
		},
		history: (revision) => openHistory(git, revision),
		checkOut: (commit, folder) => checkOut(root, environment, commit, folder),
		isShallow: () => isShallow(git),
		close: () => objects.close()
	};
}
function isCommitId(revision) {
	return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(revision);
}
/** A folder's name may itself begin or end with white space: only the line end goes. */
function dropLineEnd(output) {
	return output.replace(/\r?\n$/, "");
}

export { gitFailed as a, pLimit as c, firstComplaint as i, splitFields as n, noteNotWritten as o, createGit as r, shallowHistory as s, openRepository as t };