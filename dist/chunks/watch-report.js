import { t as readOrigin } from "./origin.js";
import { t as openRepository } from "./repository.js";
import { n as UserError } from "./errors.js";
import { a as UnreadableAnswer, i as isFailure, r as attempt, s as createClient, t as readCheckNote } from "./check-note.js";
import { t as version } from "./version.js";
import { t as require_dist } from "./dist.js";
import { setTimeout } from "node:timers/promises";

// src/github/watched-pulls.ts
const onePage = 100;
/** Pull requests updated since then, the newest first, with the check runs of their heads. */
async function readWatchedPulls(client, { owner, name: repo }, since, sleep) {
	return attempt(async () => {
		const pulls = [];
		for (let page = 1;; page++) {
			const order = {
				state: "all",
				sort: "updated",
				direction: "desc",
				per_page: onePage,
				page
			};
			const { data } = await client.rest.pulls.list({
				owner,
				repo,
				...order
			});
			if (!Array.isArray(data)) throw new UnreadableAnswer("GitHub's list of pull requests cannot be read");
			const recent = data.filter((pull) => Date.parse(pull.updated_at) >= since.getTime());
			for (const { number, head } of recent) pulls.push({
				number,
				checks: await readChecks(client, {
					owner,
					name: repo
				}, head.sha)
			});
			if (recent.length < onePage) return pulls;
		}
	}, sleep);
}
async function readChecks(client, { owner, name: repo }, ref) {
	const { data } = await client.rest.checks.listForRef({
		owner,
		repo,
		ref,
		per_page: onePage
	});
	if (!Array.isArray(data?.check_runs)) throw new UnreadableAnswer("GitHub's list of check runs cannot be read");
	return data.check_runs.flatMap(({ name, conclusion, output, app }) => {
		if (typeof conclusion !== "string") return [];
		const ours = app?.slug === "github-actions";
		return [{
			name,
			conclusion,
			title: output?.title ?? "",
			note: ours ? readCheckNote(output?.text ?? null) : null
		}];
	});
}

// src/pipeline/setup/find-other-jobs.ts
var import_dist = require_dist();
/** Names of the jobs, as their check runs are called, of workflows that name promptfoo; a file that does not parse has none. */
async function findOtherJobs(tree) {
	const names = [];
	for (const { path, kind } of await tree.entries()) {
		if (kind !== "file" || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
		const text = Buffer.from(await tree.read(path) ?? []).toString();
		if (/promptfoo/i.test(text)) names.push(...jobsOf(text));
	}
	return names;
}
function jobsOf(text) {
	try {
		const { jobs } = Object((0, import_dist.parse)(text));
		return Object.entries(Object(jobs)).map(([id, job]) => {
			const { name } = Object(job);
			return typeof name === "string" ? name : id;
		});
	} catch {
		return [];
	}
}

// src/pipeline/watch-report.ts
/** Asks GitHub where this gate and the other one agreed. Throws a UserError for what must be mended. */
async function watchReport({ directory, environment, days, check, now }) {
	const token = environment["GITHUB_TOKEN"] || environment["GH_TOKEN"];
	if (!token) throw new UserError({
		message: "there is no token for GitHub",
		hint: "Set GITHUB_TOKEN or GH_TOKEN."
	});
	const [owner, name] = ((environment["GITHUB_REPOSITORY"] || await readOrigin(directory, { ...environment })) ?? "").split("/");
	if (!owner || !name) throw new UserError({
		message: "the repository on GitHub is not known",
		hint: "Set GITHUB_REPOSITORY to OWNER/NAME, or name it in the remote origin."
	});
	const apiUrl = environment["GITHUB_API_URL"] || "https://api.github.com";
	const client = await createClient({
		token,
		apiUrl,
		userAgent: `prompt-assay/${version}`
	});
	const since = /* @__PURE__ */ new Date(now.getTime() - days * 864e5);
	const pulls = await readWatchedPulls(client, {
		owner,
		name
	}, since, setTimeout);
	if (isFailure(pulls)) throw new UserError({
		message: pulls.message,
		hint: "The token needs to read pull requests and checks of this repository."
	});
	return pairGates(pulls, days, check === null ? await otherJobs(directory, environment) : [check]);
}
/** Jobs of the other gate's workflow as this folder has it; none where no workflow names it. */
async function otherJobs(directory, environment) {
	const repository = await openRepository(directory, { ...environment });
	try {
		return await findOtherJobs(await repository.workingTree());
	} finally {
		await repository.close();
	}
}
/** Pairs both gates on every pull request. What ended neither in success nor in failure is no opinion of theirs. */
function pairGates(pulls, days, others) {
	const isTheirs = (name) => others.length === 0 ? /promptfoo/i.test(name) : others.includes(name);
	const judged = pulls.map(({ number, checks }) => {
		const ours = checks.find(({ name, note }) => /^Prompt Assay(?: \(|$)/.test(name) && note !== null) ?? null;
		const opinions = checks.filter(({ name }) => isTheirs(name)).map(({ conclusion }) => conclusion).filter((end) => end === "success" || end === "failure");
		const theirs = opinions.length === 0 ? null : opinions.includes("failure");
		return {
			number,
			failed: ours?.note?.failed ?? null,
			title: ours?.title ?? "",
			note: ours?.note ?? null,
			theirs
		};
	});
	const where = (ours, theirs) => judged.filter((each) => each.failed === ours && each.theirs === theirs);
	const notes = judged.flatMap(({ note }) => note === null ? [] : [note]);
	const told = (found) => found.map(({ number, title }) => ({
		number,
		reason: title
	}));
	return {
		schemaVersion: 1,
		days,
		bothPassed: where(false, false).length,
		bothFailed: where(true, true).length,
		onlyOurs: told(where(true, false)),
		onlyTheirs: told(where(false, true)),
		oneGate: judged.filter((each) => each.failed === null !== (each.theirs === null)).length,
		runs: notes.length,
		calls: notes.reduce((sum, { calls }) => sum + calls, 0),
		cost: notes.length === 0 || notes.some(({ cost }) => cost === null) ? null : notes.reduce((sum, each) => sum + (each.cost ?? 0), 0),
		theirRuns: judged.filter(({ theirs }) => theirs !== null).length
	};
}

export { pairGates, watchReport };