import { r as __toESM } from "./rolldown-runtime.js";
import { A as detectChanges, D as changedParts, O as createSimilarityPairing, a as projectWarnings, d as findPrompt, f as loadProject, g as loadConfig, i as problemText, k as shallowHistory, p as rootGlobs, r as brokenProblems, s as allFactories, t as openRepository, u as loadOptions, x as failed } from "./repository.js";
import { M as throwProblems, c as exitCodes } from "./errors.js";
import { o as isGated } from "./decide.js";
import { _ as openSampleLog, i as countFailures, n as runLooks, o as reportPrompt } from "./attempts.js";
import { o as operationalMetrics, t as versionReference } from "./version-reference.js";
import { r as combineOutcomes } from "./slices.js";
import { a as missingVariables, c as createExecutor, i as planRun, n as withTrials, o as connectProviders, r as startRuns, s as findModel } from "./judge-plans.js";
import { o as require_picomatch } from "./config.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/pipeline/backtest-report.ts
/** Puts together the one value that the terminal and the JSON file are made of. */
function reportBacktest(run, { warnings, durationMs }) {
	const { history, past, today, plan, executor, budget } = run;
	const { gate } = today.config;
	const changes = plan.changes.map(({ found, runs }) => {
		const prompts = runs.map((each) => tellPrompt(each, found, found.after, run));
		const { commit, parent, subject } = found.commit;
		return {
			commit,
			parent: parent ?? "",
			subject,
			stopped: wouldStop(prompts, run),
			prompts
		};
	});
	const controls = plan.controls.map((control) => {
		const prompt = tellPrompt(control, control.found, control.found.before, run);
		return {
			...prompt,
			falseAlarm: wouldStop([prompt], run)
		};
	});
	const { counts, failures } = executor;
	return {
		schemaVersion: 1,
		exitCode: exitCodeOf([...changes.flatMap(({ prompts }) => prompts), ...controls], past.found.length),
		branch: {
			revision: history.label,
			commit: history.commit
		},
		goalposts: {
			revision: today.tree.label,
			commit: today.tree.commit
		},
		gate: {
			margin: gate.margin,
			alpha: gate.alpha,
			scope: gate.scope,
			inconclusive: gate.inconclusive
		},
		commits: {
			seen: past.seen,
			found: past.found.length
		},
		changes,
		controls,
		controlsLeftOut: plan.controlsLeftOut,
		leftOut: plan.leftOut,
		budget,
		calls: {
			planned: plan.calls,
			made: counts.made,
			cached: counts.cached,
			saved: Math.max(0, plan.calls - (counts.done - counts.cached)),
			failed: failures.length
		},
		failures: countFailures(failures),
		durationMs,
		warnings
	};
}
function tellPrompt({ started, unfitCases }, { before }, after, { today, log }) {
	const { run } = started;
	const { change, baseline, candidate } = run.plan;
	const told = reportPrompt(started, {
		baseline: before,
		head: after,
		gate: today.config.gate,
		log
	});
	const gone = run.gone !== null;
	const outcome = gone ? {
		verdict: "error",
		reason: "missing-model"
	} : told;
	const outcomes = run.cases.flatMap((entry) => [...entry.baseline, ...entry.candidate]);
	return {
		name: change.name,
		path: change.path,
		parts: change.parts,
		baseline: versionReference(baseline, before),
		candidate: versionReference(candidate, after),
		verdict: outcome.verdict,
		reason: outcome.reason,
		comparisons: gone ? [] : told.comparisons,
		trials: told.trials,
		stopped: told.stopped,
		cases: run.cases.length,
		unfitCases,
		calls: outcomes.filter(({ cached }) => !cached).length
	};
}
/** Whether the gate fails on these prompts; null where it cannot be told. */
function wouldStop(prompts, { today }) {
	const outcomes = prompts.map(({ verdict }) => ({
		verdict,
		advisory: false
	}));
	const { exitCode, passed } = combineOutcomes(outcomes, today.config.gate);
	if (exitCode === exitCodes.gateFailed) return true;
	return passed === true ? false : null;
}
/** A model that the provider has no more is a matter of the past; any other error is to be mended or tried again. */
function exitCodeOf(prompts, found) {
	const isJudged = ({ verdict }) => verdict !== "error" && verdict !== "skipped";
	return prompts.some(({ verdict, reason }) => verdict === "error" && reason !== "missing-model") || found > 0 && !prompts.some(isJudged) ? exitCodes.notJudged : exitCodes.pass;
}

// src/pipeline/call-budget.ts
/** The same provider, which makes no call once the budget is used up. */
function limitCalls(provider, budget) {
	return {
		name: provider.name,
		async call(request, identity, signal) {
			if (budget.left <= 0) return failed("aborted", "not called: the budget of calls is used up");
			budget.left--;
			return provider.call(request, identity, signal);
		}
	};
}

// src/pipeline/past-changes.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Further back nobody looks: a history without prompts must not keep us for hours. */
const mostCommits = 2e4;
const mostWarnings = 5;
/**
* Walks back over a history until as many changes are found as are wanted. Most commits are told by their paths to be
* none; of the others only the prompts that they touch are read, or all of them where assay.yml changed.
*/
async function findPastChanges(repository, history, today, { last, load, environment }) {
	const found = [];
	const warnings = [];
	const isPrompt = createMatcher(rootGlobs(today.config));
	const isConfig = (path) => path === load.configPath || /(?:^|\/)assay\.ya?ml$/.test(path);
	const moved = /* @__PURE__ */ new Map();
	let seen = 0;
	for await (const commit of history.commits) {
		if (found.length === last || seen === mostCommits) return finish(false);
		seen++;
		if (commit.parent === null || !commit.paths.some((path) => isConfig(path) || isPrompt.matches(path))) continue;
		const touched = new Set(commit.paths);
		const anyPrompt = commit.paths.some(isConfig);
		const shows = (path) => isConfig(path) || (anyPrompt ? isPrompt.matches(path) : touched.has(path));
		const before = await repository.tree(commit.parent);
		const after = await repository.tree(commit.commit);
		const projects = await loadBoth(before, after, isPrompt, shows, {
			load,
			today
		});
		warnings.push(...projects.flatMap(troubles));
		const prompts = (await pair(projects, environment)).map((change) => ({
			change,
			pathToday: moved.get(change.path) ?? change.path
		}));
		for (const { change, pathToday } of prompts) {
			if (change.previousPath === null) continue;
			moved.delete(change.path);
			moved.set(change.previousPath, pathToday);
		}
		const changed = prompts.filter(({ change }) => change.kind === "changed");
		if (changed.length > 0) found.push({
			commit,
			before,
			after,
			prompts: changed
		});
	}
	return finish(true);
	function finish(ended) {
		const distinct = [...new Set(warnings)];
		const more = distinct.length - mostWarnings;
		const told = more > 0 ? [...distinct.slice(0, mostWarnings), `and ${more} more of this kind`] : distinct;
		return {
			found,
			seen,
			ended,
			warnings: told
		};
	}
}
/** Grows on the way back: an older assay.yml may name other prompts. */
function createMatcher(first) {
	const matchers = /* @__PURE__ */ new Map();
	const add = (globs) => {
		for (const glob of globs) if (!matchers.has(glob)) matchers.set(glob, (0, import_picomatch.default)(glob, { dot: true }));
	};
	add(first);
	return {
		add,
		matches: (path) => [...matchers.values()].some((matches) => matches(path))
	};
}
/** Both sides of a commit, with nothing of them but what may have changed: no golden set is read. */
async function loadBoth(before, after, isPrompt, shows, { load, today }) {
	const later = {
		...load,
		optional: true,
		fallbackConfig: today.config
	};
	const { config: own } = await loadConfig(after, later);
	const earlier = {
		...later,
		fallbackConfig: own
	};
	const { config: base } = await loadConfig(before, earlier);
	for (const config of [own, base]) isPrompt.add(rootGlobs(config));
	return [await loadProject(narrow(before, shows), {
		...earlier,
		furtherGlobs: rootGlobs(own)
	}), await loadProject(narrow(after, shows), {
		...later,
		furtherGlobs: rootGlobs(base)
	})];
}
/** A tree that shows only some of its files. */
function narrow(tree, shows) {
	return {
		label: tree.label,
		commit: tree.commit,
		entries: async () => (await tree.entries()).filter(({ path }) => shows(path)),
		read: async (path) => shows(path) ? tree.read(path) : null
	};
}
function pair([before, after], environment) {
	return detectChanges({
		base: before.prompts,
		head: after.prompts,
		brokenAtBase: before.broken,
		changedParts,
		pairBySimilarity: createSimilarityPairing(before.tree, after.tree, environment)
	});
}
/** What could not be read of a revision, and so is no change that anybody sees. */
function troubles({ tree, broken, configWarnings }) {
	const [first] = broken.flatMap(({ problems }) => problems);
	return [...configWarnings.map(problemText), ...first === void 0 ? [] : [`At ${tree.label} a prompt cannot be read: ${problemText(first)}`]];
}

// src/pipeline/judge-today.ts
/** Puts both versions of a past change, or the old one in both arms, under today's golden set and scorers. */
function judgeToday({ change, pathToday }, today, options, arms = "both") {
	const before = change.baseline?.version;
	const after = arms === "old" ? before : change.candidate?.version;
	const judge = after && findPrompt(today, [pathToday], after);
	if (before === void 0 || after === void 0 || !judge) return {
		reason: "not-there",
		detail: `the prompt is not there any more at ${today.tree.label}`
	};
	for (const version of [before, after]) {
		const found = findModel(version, today, options);
		if ("problem" in found) return {
			reason: "no-model",
			detail: found.problem.message
		};
	}
	const { cases, paths } = judge.golden;
	if (cases.length === 0 && paths.length === 0) return {
		reason: "no-golden",
		detail: `the prompt has no golden set at ${today.tree.label}`
	};
	const fitting = cases.filter((testCase) => [before, after].every(({ variables }) => missingVariables([testCase], variables).length === 0));
	if (fitting.length === 0 && cases.length > 0) return {
		reason: "unfit",
		detail: `none of its ${cases.length} cases has all variables that these versions need`
	};
	const golden = {
		...judge.golden,
		cases: fitting
	};
	const underToday = (version) => {
		const { name, path, notRun } = judge.version;
		return {
			...judge,
			golden,
			version: {
				...version,
				name,
				path,
				notRun
			}
		};
	};
	return {
		change: {
			kind: "changed",
			name: judge.version.name,
			path: judge.version.path,
			previousPath: null,
			parts: arms === "old" ? [] : change.parts,
			baseline: underToday(before),
			candidate: underToday(after),
			broken: null
		},
		unfitCases: cases.length - fitting.length
	};
}

// src/pipeline/shared-answers.ts
const arms = ["baseline", "candidate"];
/** Names an answer among the comparisons of one run: the same version, case and trial ask for the same. */
function nameAnswer(path, fingerprint, caseId, trial) {
	return [
		path,
		fingerprint,
		trial,
		caseId
	].join("\0");
}
/** The answers that a prompt's comparison asks for at most. */
function* answersOf({ plan, cases, trials }) {
	for (const { planCase } of cases) for (const arm of arms) {
		const version = plan[arm];
		for (let trial = 0; version !== null && trial < trials[arm]; trial++) yield nameAnswer(plan.change.path, version.fingerprint, planCase.testCase.id, trial);
	}
}
/**
* What one change had as its candidate, an earlier run of the loop has drawn already for the baseline of the next: such
* answers are drawn once. `uses` says how many comparisons ask for an answer; it is kept until the last of them has it.
*/
function shareAnswers(uses) {
	const kept = /* @__PURE__ */ new Map();
	const nameOf = ({ plan, version, caseRun, trial }) => nameAnswer(plan.change.path, version.fingerprint, caseRun.planCase.testCase.id, trial);
	return {
		find(_provider, _request, slot) {
			const name = nameOf(slot);
			const found = slot.draw === "compare" ? kept.get(name) : void 0;
			if (found === void 0) return null;
			found.left--;
			if (found.left === 0) kept.delete(name);
			return {
				...found.sample,
				arm: slot.arm,
				attempts: 0
			};
		},
		append(_provider, _request, slot, sample) {
			const name = nameOf(slot);
			const left = (uses.get(name) ?? 0) - 1;
			if (slot.draw === "compare" && left > 0) kept.set(name, {
				sample,
				left
			});
		}
	};
}

// src/pipeline/plan-backtest.ts
/** Where nobody says how many versions to compare with themselves. */
const usualControls = 5;
/** Plans both kinds of comparisons, the newest changes first, and takes what fits into the budget. */
async function planBacktest(found, settings) {
	const { today, options } = settings;
	const leftOut = [];
	const wanted = found.flatMap((change) => wantedOf(change, settings, leftOut));
	const controls = chooseControls(found, settings);
	const all = [...wanted, ...controls];
	const { plans, problems } = planRun({
		changes: all.map(({ change }) => change),
		baseline: null,
		head: today,
		goalposts: today,
		fromBase: false,
		fork: false,
		factories: allFactories(options)
	});
	const runs = (await startRuns(plans, {
		config: today.config,
		seed: options.seed,
		store: null,
		scope: ""
	})).map((each, index) => ({
		started: each,
		unfitCases: all[index]?.unfitCases ?? 0
	}));
	return {
		plan: fitBudget(found.flatMap((each) => {
			const own = runs.filter((_, index) => wanted[index]?.found === each);
			return own.length === 0 ? [] : [{
				found: each,
				runs: own
			}];
		}), numberControls(controls, runs.slice(wanted.length)), leftOut, settings),
		plans,
		problems: distinct(problems)
	};
}
function wantedOf(change, { today, options }, leftOut) {
	const { commit, subject } = change.commit;
	return change.prompts.flatMap((prompt) => {
		const judged = judgeToday(prompt, today, options);
		if ("change" in judged) return [{
			...judged,
			found: change
		}];
		leftOut.push({
			commit,
			subject,
			prompts: [prompt.change.path],
			...judged
		});
		return [];
	});
}
/** The old version of each prompt's newest change first, then those of the others, and over again. */
function chooseControls(found, { today, options, controls }) {
	const all = found.flatMap((change) => change.prompts.flatMap((prompt) => {
		const judged = judgeToday(prompt, today, options, "old");
		return "change" in judged ? [{
			...judged,
			found: change
		}] : [];
	}));
	const newest = new Map(all.toReversed().map((each) => [each.change.path, each]));
	const first = all.filter((each) => newest.get(each.change.path) === each);
	const queue = [...first, ...all.filter((each) => !first.includes(each))];
	const count = queue.length === 0 ? 0 : controls ?? Math.min(usualControls, first.length);
	return Array.from({ length: count }, (_, index) => queue[index % queue.length]);
}
function numberControls(controls, runs) {
	const drawn = /* @__PURE__ */ new Map();
	return runs.map((run, index) => {
		const { found, change } = controls[index];
		const version = `${change.path}\0${change.baseline?.version.fingerprint}`;
		const number = (drawn.get(version) ?? 0) + 1;
		drawn.set(version, number);
		return {
			...run,
			found,
			number
		};
	});
}
/** The newest changes first, each with all its prompts or not at all, then the comparisons of a version with itself. */
function fitBudget(changes, controls, unjudged, { budget, shares }) {
	const uses = /* @__PURE__ */ new Map();
	const leftOut = [...unjudged];
	let calls = 0;
	const fits = (more) => budget === null || calls + more <= budget;
	const kept = changes.filter(({ found, runs }) => {
		const answers = runs.flatMap(({ started }) => [...answersOf(started.run)]);
		const fresh = shares ? answers.filter((answer) => !uses.has(answer)).length : answers.length;
		if (!fits(fresh)) {
			const { commit, subject } = found.commit;
			const prompts = runs.map(({ started }) => started.run.plan.change.path);
			const detail = `it takes ${fresh} calls, and ${(budget ?? 0) - calls} of ${budget} are left`;
			leftOut.push({
				commit,
				subject,
				prompts,
				reason: "budget",
				detail
			});
			return false;
		}
		calls += fresh;
		if (shares) for (const answer of answers) uses.set(answer, (uses.get(answer) ?? 0) + 1);
		return true;
	});
	const keptControls = controls.filter(({ started }) => {
		const more = [...answersOf(started.run)].length;
		if (!fits(more)) return false;
		calls += more;
		return true;
	});
	return {
		changes: kept,
		controls: keptControls,
		controlsLeftOut: controls.length - keptControls.length,
		leftOut,
		calls,
		uses
	};
}
/** Several changes of one prompt meet the same mistake of today. */
function distinct(problems) {
	return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

// src/pipeline/backtest.ts
/**
* Runs the last prompt changes of a branch again, by today's golden sets and gate: which of them would it have stopped?
* And does it stop a version that is compared with itself? Throws a UserError before a call is made.
*/
async function backtest(options) {
	const begun = performance.now();
	const repository = await openRepository(options.directory, { ...options.environment });
	try {
		const tree = options.head === void 0 ? await repository.workingTree() : await repository.tree(options.head);
		const load = loadOptions(repository.prefix, options);
		const project = await loadProject(tree, load);
		const today = {
			...project,
			config: withTrials(project.config, options.trials)
		};
		const history = await repository.history(options.head ?? null);
		const environment = { ...options.environment };
		const past = await findPastChanges(repository, history, today, {
			last: options.last,
			load,
			environment
		});
		const budget = options.maxCalls ?? null;
		const shares = !latencyGates(today);
		const { plan, plans, problems } = await planBacktest(past.found, {
			today,
			options,
			budget,
			controls: options.controls ?? null,
			shares
		});
		const connection = await connectProviders(plans, today, repository.root, options);
		throwProblems([
			...brokenProblems(today),
			...problems,
			...connection.problems
		]);
		const left = { left: budget ?? Number.POSITIVE_INFINITY };
		const models = new Map([...connection.models].map(([version, { provider, model }]) => [version, {
			provider: limitCalls(provider, left),
			model
		}]));
		tellPlan(plan, past, options);
		const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
		const log = openSampleLog(join(folder, "samples.jsonl"));
		const executor = createExecutor(models, today.config.run, log, shareAnswers(plan.uses), {
			...options,
			onProgress: ({ done, failed }) => options.onProgress?.({
				done: done - executor.counts.cached,
				planned: plan.calls,
				failed
			})
		});
		try {
			const run = {
				history,
				past,
				today,
				plan,
				executor,
				log,
				budget
			};
			await runPlan(run);
			const warnings = await tellHistory(repository, history, past, options.last);
			const changes = past.found.flatMap(({ prompts }) => prompts.map(({ change }) => change));
			return reportBacktest(run, {
				warnings: [
					...warnings,
					...past.warnings,
					...projectWarnings(today, changes)
				],
				durationMs: Math.round(performance.now() - begun)
			});
		} finally {
			executor.close();
			log.close();
			await rm(folder, {
				recursive: true,
				force: true
			});
		}
	} finally {
		await repository.close();
	}
}
/** One change after the other, each as its pull request was; the prompts of one are corrected together. */
async function runPlan({ plan, executor, today }) {
	const { gate } = today.config;
	for (const { runs } of plan.changes) await runLooks(runs.map(({ started }) => started.run), executor, gate, nothingStandsIn);
	for (const { started, number } of plan.controls) {
		const take = (slots) => executor.take(slots.map((slot) => ({
			...slot,
			draw: `aa:${number}:${slot.arm}`
		})));
		await runLooks([started.run], {
			...executor,
			take
		}, gate, nothingStandsIn);
	}
}
async function nothingStandsIn() {
	return false;
}
/** A shared answer has no latency of its own: where latency gates, every answer is drawn. */
function latencyGates({ config }) {
	return operationalMetrics.some((metric) => metric.name === "latency" && isGated(metric, config.gate.metrics));
}
function tellPlan(plan, { found }, { onPlan, maxCalls }) {
	if (found.length === 0) return;
	onPlan?.({
		changes: plan.changes.length,
		found: found.length,
		controls: plan.controls.length,
		calls: plan.calls,
		budget: maxCalls ?? null
	});
}
/** Where fewer changes were found than wanted: whether there may be more than could be seen. */
async function tellHistory(repository, { label }, { found, seen, ended }, last) {
	if (found.length === last) return [];
	if (!ended) return [`Only the last ${seen} commits of ${label} were looked at.`];
	if (!await repository.isShallow()) return [];
	const told = problemText(shallowHistory(label, seen));
	return [`${told.charAt(0).toUpperCase()}${told.slice(1)}`];
}

export { backtest as t };