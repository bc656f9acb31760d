import { t as openRepository } from "./repository.js";
import { n as UserError } from "./errors.js";
import { i as UnreadableAnswer, n as attempt, r as isFailure, t as findGitHub } from "./github-here.js";
import { r as readPages, t as readCheckNote } from "./check-note.js";
import { r as require_dist } from "./picomatch.js";
import { r as isObject } from "./json.js";
import { a as promptFormats, t as parsePrompts } from "./parse-prompt.js";
import { setTimeout } from "node:timers/promises";
import { posix } from "node:path";

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
/** The check runs of a commit that ended, of each app and name the newest: a job that was run again counts as it ended. */
async function readChecks(client, { owner, name: repo }, ref) {
	const all = await readPages(async (page) => {
		const { data, headers } = await client.rest.checks.listForRef({
			owner,
			repo,
			ref,
			per_page: onePage,
			page
		});
		return {
			data: data?.check_runs,
			headers
		};
	});
	return [...new Map(all.toSorted((one, other) => one.id - other.id).map((run) => [`${run.app?.slug} ${run.name}`, run])).values()].flatMap(({ name, conclusion, output, app }) => {
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

// src/pipeline/setup/find-other-gate.ts
var import_dist = require_dist();
/** The jobs that name promptfoo; of a workflow that names it elsewhere, all. A file that does not parse has none. */
async function findOtherGate(tree) {
	const gates = [];
	for (const { path, kind } of await tree.entries()) {
		if (kind !== "file" || !/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
		const text = Buffer.from(await tree.read(path) ?? []).toString();
		if (isTheirs(text)) gates.push(readWorkflow(text));
	}
	return {
		jobs: gates.flatMap(({ jobs }) => jobs),
		configurations: [...new Set(gates.flatMap(({ configurations }) => configurations))],
		repeats: gates.find(({ repeats }) => repeats !== null)?.repeats ?? null
	};
}
function isTheirs(value) {
	return /promptfoo/i.test(JSON.stringify(value));
}
function readWorkflow(text) {
	const jobs = Object.entries(mapOf(mapOf(parsed(text))["jobs"])).filter(([, job]) => !isOurs(job));
	const naming = jobs.filter(([id, job]) => isTheirs([id, job]));
	const found = naming.length === 0 ? jobs : naming;
	const steps = found.flatMap(([, job]) => listOf(mapOf(job)["steps"]).filter(isTheirs).map(readStep));
	return {
		jobs: found.map(([id, job]) => {
			const { name } = mapOf(job);
			return typeof name === "string" ? name : id;
		}),
		configurations: steps.flatMap(({ configuration }) => configuration ?? []),
		repeats: steps.find(({ repeats }) => repeats !== null)?.repeats ?? null
	};
}
/** A step that uses promptfoo's Action, or runs its command. */
function readStep(step) {
	const { run, with: inputs, "working-directory": ownDirectory } = mapOf(step);
	const { config, repeat, "working-directory": directory = ownDirectory } = mapOf(inputs);
	const written = (pattern, otherwise) => (typeof run === "string" ? pattern.exec(run)?.[1] : null) ?? String(otherwise ?? "");
	const path = written(/(?:^|\s)(?:-c|--config)[ =]+["']?([^\s"']+)/, config);
	const repeats = Number(written(/--repeat[ =]+(\d+)/, repeat));
	return {
		configuration: path === "" || path.includes("$") ? null : posix.join(typeof directory === "string" ? directory : "", path),
		repeats: Number.isInteger(repeats) && repeats > 0 ? repeats : null
	};
}
function isOurs(job) {
	return /\bprompt-assay@/.test(JSON.stringify(job));
}
function parsed(text) {
	try {
		return (0, import_dist.parse)(text);
	} catch {
		return null;
	}
}
function mapOf(value) {
	return isObject(value) ? value : {};
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}

// src/pipeline/setup/plan-other-gate.ts
/**
* Calls that one run of the other gate makes by its configurations, its cache set aside; null where they cannot be told:
* one does not parse, or has prompts or tests that programs make.
*/
async function planOtherGate(tree, { configurations, repeats }) {
	const paths = (await tree.entries()).filter(({ kind }) => kind === "file").map(({ path }) => path);
	const named = paths.filter((path) => promptFormats.promptfoo.byItself?.includes(posix.basename(path)) && !/(?:^|\/)node_modules\//.test(path));
	let calls = 0;
	for (const path of configurations.length > 0 ? configurations : named) {
		const planned = await planFile(path, tree, paths);
		if (planned === null || planned.calls === null) return null;
		calls += planned.calls * (repeats ?? planned.repeats);
	}
	return calls === 0 ? null : calls;
}
async function planFile(path, tree, paths) {
	try {
		const source = await tree.read(path);
		if (source === null) return null;
		return (await parsePrompts(path, source, {
			read: (wanted) => tree.read(wanted),
			list: async () => paths
		}))?.[0]?.elsewhere ?? null;
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}

// src/pipeline/watch-report.ts
/** Asks GitHub where this gate and the other one agreed. Throws a UserError for what must be mended. */
async function watchReport({ directory, environment, days, check, now }) {
	const { connect, repository: named } = await findGitHub(directory, environment);
	const since = /* @__PURE__ */ new Date(now.getTime() - days * 864e5);
	const pulls = await readWatchedPulls(await connect(), named, since, setTimeout);
	if (isFailure(pulls)) throw new UserError({
		message: pulls.message,
		hint: "The token needs to read pull requests and checks of this repository."
	});
	const { jobs, callsPerRun } = await otherGate(directory, environment);
	return pairGates(pulls, days, {
		jobs: check === null ? jobs : [check],
		callsPerRun
	});
}
/** The other gate, as the workflows and configurations of this folder have it. */
async function otherGate(directory, environment) {
	const repository = await openRepository(directory, { ...environment });
	try {
		const tree = await repository.workingTree();
		const gate = await findOtherGate(tree);
		return {
			jobs: gate.jobs,
			callsPerRun: await planOtherGate(tree, gate)
		};
	} finally {
		await repository.close();
	}
}
/** Pairs both gates on every pull request. What ended neither in success nor in failure or a time-out is no opinion of theirs. */
function pairGates(pulls, days, { jobs, callsPerRun }) {
	const judged = pulls.map((pull) => ({
		number: pull.number,
		ours: oursOn(pull),
		theirs: theirsOn(pull, jobs)
	}));
	const where = (ours, theirs) => judged.filter((each) => (each.ours?.failed ?? null) === ours && each.theirs === theirs);
	const told = (found) => found.map(({ number, ours }) => ({
		number,
		reason: ours?.title ?? ""
	}));
	const mine = judged.flatMap(({ ours }) => ours ?? []);
	const calls = mine.reduce((sum, each) => sum + each.calls, 0);
	const cost = mine.length === 0 ? null : addCosts(mine);
	const theirRuns = judged.filter(({ theirs }) => theirs !== null).length;
	return {
		schemaVersion: 1,
		days,
		bothPassed: where(false, false).length,
		bothFailed: where(true, true).length,
		onlyOurs: told(where(true, false)),
		onlyTheirs: told(where(false, true)),
		oneGate: judged.filter(({ ours, theirs }) => ours === null !== (theirs === null)).length,
		runs: mine.length,
		calls,
		cost,
		theirRuns,
		theirEstimate: callsPerRun === null || theirRuns === 0 ? null : {
			callsPerRun,
			calls: theirRuns * callsPerRun,
			cost: cost === null || calls === 0 ? null : theirRuns * callsPerRun * cost / calls
		}
	};
}
/** What ours said of a pull request, in one check run or in several with keys of their own; null where it did not judge. */
function oursOn({ checks }) {
	const mine = checks.flatMap(({ name, title, note }) => note !== null && /^Prompt Assay(?: \(|$)/.test(name) ? [{
		...note,
		title
	}] : []);
	if (mine.length === 0) return null;
	return {
		failed: mine.some(({ failed }) => failed),
		title: (mine.find(({ failed }) => failed) ?? mine[0])?.title ?? "",
		calls: mine.reduce((sum, { calls }) => sum + calls, 0),
		cost: addCosts(mine)
	};
}
/** Whether the other gate failed; null where it has no opinion. */
function theirsOn({ checks }, jobs) {
	const isTheirs = (name) => jobs.length === 0 ? /promptfoo/i.test(name) : jobs.some((job) => isCheckOf(job, name));
	const opinions = checks.filter(({ name, note }) => note === null && isTheirs(name)).map(({ conclusion }) => conclusion).filter((end) => end === "success" || end === "failure" || end === "timed_out");
	return opinions.length === 0 ? null : opinions.some((end) => end !== "success");
}
/**
* Whether a check run is a job's: an expression in the job's name stands for anything, a job of a matrix has its values
* behind the name, one that calls another workflow that one's job.
*/
function isCheckOf(job, name) {
	const parts = job.split(/\$\{\{.*?\}\}/s).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(`^${parts.join(".*")}(?: \\(.*| / .*)?$`, "s").test(name);
}
/** Null where one of them is unknown. */
function addCosts(notes) {
	return notes.reduce((sum, { cost }) => sum === null || cost === null ? null : sum + cost, 0);
}

export { pairGates, watchReport };