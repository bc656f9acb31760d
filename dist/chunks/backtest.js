import { s as shallowHistory, t as openRepository } from "./repository.js";
import { S as requestOf, f as planRun, g as findModel, h as connectProviders, i as builtInProvider, m as missingVariables, o as withTrials, p as callGates, u as startRuns, w as createCodeRunner, x as createExecutor } from "./trust.js";
import { m as exitCodes, ut as throwProblems } from "./errors.js";
import { F as questionsOf, S as addStandings, _ as runLooks, a as reportPrompt, d as callSettings, et as openSampleLog, f as leftOutWarnings, r as countFailures, u as ageInWords } from "./pack-outcome.js";
import { r as holdsStore, t as committedStore } from "./compare.js";
import { c as toSample, d as sampleKey, i as openRunStore, n as caseHash, o as storePlace, r as modelOf, s as storeWarnings, t as cacheOf } from "./run-store.js";
import { c as loadProject, i as loadOptions, s as findPrompt, t as allFactories } from "./find-changes.js";
import { n as findPastChanges } from "./past-changes.js";
import { r as combineOutcomes } from "./judge-alone.js";
import { t as versionReference } from "./version-reference.js";
import { n as createShield } from "./shield.js";
import { i as projectWarnings, n as brokenProblems, r as problemText } from "./warnings.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/pipeline/calls/shared-answers.ts
const arms = ["baseline", "candidate"];
/** Names an answer among the comparisons of one run: the same version, case and trial ask for the same. */
function nameAnswer({ plan, version, caseRun, trial }) {
	return [
		plan.change.path,
		version.fingerprint,
		trial,
		caseRun.planCase.testCase.id
	].join("\0");
}
/** The answers that a prompt's comparison asks for at most. */
/** The calls that an answer takes: itself, and what scorers ask about it. */
function callsOf({ plan, caseRun }) {
	return 1 + questionsOf(plan, caseRun);
}
function* answersOf({ plan, cases, trials }) {
	for (const caseRun of cases) for (const arm of arms) {
		const version = plan[arm];
		for (let trial = 0; version !== null && trial < trials[arm]; trial++) yield {
			plan,
			version,
			caseRun,
			arm,
			trial,
			draw: "compare",
			index: 0
		};
	}
}
/**
* What one change had as its candidate, an earlier run of the loop has drawn already for the baseline of the next: such
* answers are drawn once. `uses` says how many comparisons ask for an answer; it is kept until the last of them has it.
*/
function shareAnswers(uses) {
	const kept = /* @__PURE__ */ new Map();
	return {
		find(_provider, _request, slot) {
			const name = nameAnswer(slot);
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
			const name = nameAnswer(slot);
			const left = (uses.get(name) ?? 0) - 1;
			if (slot.draw === "compare" && left > 0) kept.set(name, {
				sample,
				left
			});
		}
	};
}

// src/pipeline/kept/kept-answers.ts
/** The draw of one arm of a version's comparison with itself: both arms ask for the same, and must not share an answer. */
function nameControlDraw(number, arm) {
	return `aa:${number}:${arm}`;
}
/**
* Finds what a version has answered before, as a candidate or as a baseline, and keeps what is drawn for a change, so that
* the next backtest need not draw it again.
*
* A version compared with itself needs two draws of every answer. Those of a stored baseline are such: the first comparison
* of a version gives its trials to the arms by turns, none of them to both; a case without a pair of them, and every
* further comparison, is drawn anew. What it answered as a candidate is no control: a version that did badly by chance was
* less likely to be merged.
*/
function keptAnswers({ store, journal: own }) {
	const used = {
		answers: 0,
		oldest: null
	};
	const baselineOf = (slot) => store.baselines.find({
		fingerprint: slot.version.fingerprint,
		caseHash: caseHash(slot.caseRun, slot.arm),
		since: null
	});
	const find = (request, slot) => {
		const { version, caseRun, arm, trial, draw } = slot;
		if (draw === "compare") {
			const identity = {
				caseId: caseRun.planCase.testCase.id,
				trial,
				draw
			};
			const sample = store.samples.find(sampleKey(modelOf(version), request, identity));
			if (sample?.fingerprint === version.fingerprint) return sample;
			return baselineOf(slot).find((each) => each.trial === trial) ?? null;
		}
		if (draw !== nameControlDraw(1, arm)) return null;
		const pair = baselineOf(slot).slice(2 * trial, 2 * trial + 2);
		return pair.length < 2 ? null : pair[arm === "baseline" ? 0 : 1] ?? null;
	};
	return {
		used,
		has: (request, slot) => find(request, slot) !== null,
		journal: {
			find(_provider, request, slot) {
				const found = find(request(), slot);
				if (found === null) return null;
				const at = new Date(found.at);
				used.answers++;
				if (used.oldest === null || at < used.oldest) used.oldest = at;
				return toSample(slot, found);
			},
			append(provider, request, slot, sample) {
				if (slot.draw === "compare") own.append(provider, request, slot, sample);
			}
		}
	};
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
		if ("problems" in found) return {
			reason: "no-model",
			detail: found.problems.map(({ message }) => message).join("; ")
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

// src/pipeline/plan/plan-backtest.ts
/** Where nobody says how many versions to compare with themselves. */
const usualControls = 5;
/** Plans both kinds of comparisons, the newest changes first. */
async function planBacktest(found, settings) {
	const { today, options } = settings;
	const leftOut = [];
	const wanted = found.flatMap((change) => wantedOf(change, settings, leftOut));
	const controls = chooseControls(found, settings);
	const all = [...wanted, ...controls];
	const { plans: bare, problems } = planRun({
		changes: all.map(({ change }) => change),
		baseline: null,
		head: today,
		goalposts: today,
		fromBase: false,
		fork: false,
		factories: allFactories(options),
		code: settings.code
	});
	const plans = await addStandings(bare, today.tree, today.config.directory);
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
		runs: {
			changes: found.flatMap((each) => {
				const own = runs.filter((_, index) => wanted[index]?.found === each);
				return own.length === 0 ? [] : [{
					found: each,
					runs: own
				}];
			}),
			controls: numberControls(controls, runs.slice(wanted.length)),
			leftOut
		},
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
function fitBudget(runs, { calls: budget, shares, isStored }) {
	const uses = /* @__PURE__ */ new Map();
	const leftOut = [...runs.leftOut];
	let calls = 0;
	let stored = 0;
	const fits = (more) => budget === null || calls + more <= budget;
	const kept = runs.changes.filter(({ found, runs: own }) => {
		const answers = own.flatMap(({ started }) => [...answersOf(started.run)]);
		const drawn = answers.filter((slot) => !isStored(slot));
		const fresh = sumCalls(shares ? drawn.filter((slot) => !uses.has(nameAnswer(slot))) : drawn);
		if (!fits(fresh)) {
			const { commit, subject } = found.commit;
			const prompts = own.map(({ started }) => started.run.plan.change.path);
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
		stored += answers.length - drawn.length;
		if (shares) for (const slot of drawn) uses.set(nameAnswer(slot), (uses.get(nameAnswer(slot)) ?? 0) + 1);
		return true;
	});
	const keptControls = runs.controls.filter(({ started, number }) => {
		const answers = [...answersOf(started.run)];
		const drawn = answers.filter((slot) => !isStored({
			...slot,
			draw: nameControlDraw(number, slot.arm)
		}));
		const more = sumCalls(drawn);
		if (!fits(more)) return false;
		calls += more;
		stored += answers.length - drawn.length;
		return true;
	});
	return {
		changes: kept,
		controls: keptControls,
		controlsLeftOut: runs.controls.length - keptControls.length,
		leftOut,
		calls,
		stored,
		uses
	};
}
function sumCalls(slots) {
	return slots.reduce((sum, slot) => sum + callsOf(slot), 0);
}
/** Several changes of one prompt meet the same mistake of today. */
function distinct(problems) {
	return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

// src/pipeline/reports/backtest-report.ts
/** Puts together the one value that the terminal and the JSON file are made of. */
function reportBacktest(run, { warnings, durationMs, now }) {
	const { history, past, today, plan, executor, budget, kept } = run;
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
	const stored = kept && {
		answers: kept.used.answers,
		oldestMs: kept.used.oldest && Math.max(0, now.getTime() - kept.used.oldest.getTime())
	};
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
			saved: Math.max(0, plan.calls - (counts.done - counts.cached) - counts.leftOut),
			failed: failures.length
		},
		stored,
		failures: countFailures(failures),
		durationMs,
		warnings: stored === null || stored.answers === 0 ? warnings : [describeStored(stored), ...warnings]
	};
}
/** What a reader must know of answers that were given before. */
function describeStored({ answers, oldestMs }) {
	return `${answers === 1 ? "1 answer comes" : `${answers} answers come`} from the store; the oldest is ${ageInWords(oldestMs ?? 0)} old. Where the model changed meanwhile, that shows as a change of the prompt: the gate would ask both versions again before it blocks, a backtest does not (--no-cache draws everything anew).`;
}
function tellPrompt({ started, unfitCases }, { before }, after, { today, executor, log }) {
	const { run } = started;
	const { change, baseline, candidate } = run.plan;
	const told = reportPrompt(started, {
		baseline: before,
		head: after,
		gate: today.config.gate,
		executor,
		log
	});
	const gone = run.gone !== null;
	const outcome = gone ? {
		verdict: "error",
		reason: run.goneFor
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

// src/pipeline/backtest.ts
/**
* Runs the last prompt changes of a branch again, by today's golden sets and gate: which of them would it have stopped?
* And does it stop a version that is compared with itself? Throws a UserError before a call is made.
*/
async function backtest(options) {
	const begun = performance.now();
	const repository = await openRepository(options.directory, { ...options.environment });
	const code = createCodeRunner(options);
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
		const shares = !callGates(today.prompts.flatMap((prompt) => prompt.scorers), today.config.gate, load.factories);
		const { runs, plans, problems } = await planBacktest(past.found, {
			today,
			options,
			controls: options.controls ?? null,
			code
		});
		const connection = await connectProviders(plans, today, repository.root, options);
		throwProblems([
			...brokenProblems(today),
			...problems,
			...connection.problems
		]);
		const { models } = connection;
		const opened = await openKept(today, repository, shares && runs.changes.length > 0, options);
		const { kept } = opened;
		const isStored = (slot) => kept?.has(requestOf(models, slot), slot) ?? false;
		const plan = fitBudget(runs, {
			calls: budget,
			shares,
			isStored
		});
		tellPlan(plan, past, options);
		const settings = {
			...today.config.run,
			...callSettings(connection, today.config)
		};
		const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
		const log = openSampleLog(join(folder, "samples.jsonl"));
		const shared = shareAnswers(plan.uses);
		const journal = kept === null ? shared : inTurn(shared, kept.journal);
		const executor = createExecutor(connection, settings, log, journal, {
			...options,
			onProgress: (progress) => options.onProgress?.({
				...progress,
				done: progress.done - executor.counts.cached,
				planned: plan.calls
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
				budget,
				kept
			};
			await runPlan(run);
			executor.finish();
			const warnings = await tellHistory(repository, history, past, options.last);
			const changes = past.found.flatMap(({ prompts }) => prompts.map(({ change }) => change));
			const report = reportBacktest(run, {
				warnings: [
					...leftOutWarnings(executor, plan.calls),
					...warnings,
					...past.warnings,
					...projectWarnings(today, changes),
					...opened.warnings()
				],
				now: opened.store?.clock() ?? /* @__PURE__ */ new Date(),
				durationMs: Math.round(performance.now() - begun)
			});
			return createShield(today.config).told(report);
		} finally {
			executor.close();
			opened.store?.store.close();
			log.close();
			await rm(folder, {
				recursive: true,
				force: true
			});
		}
	} finally {
		await code.close();
		await repository.close();
	}
}
/** One change after the other, each as its pull request was; the prompts of one are corrected together. */
async function runPlan({ plan, executor, today }) {
	const { gate } = today.config;
	for (const { runs } of plan.changes) await runLooks(runs.map(({ started }) => started.run), executor, gate, nothingStandsIn);
	for (const { started, number } of plan.controls) {
		const take = (slots) => executor.take([...slots].map((slot) => ({
			...slot,
			draw: nameControlDraw(number, slot.arm)
		})));
		await runLooks([started.run], {
			...executor,
			take
		}, gate, nothingStandsIn);
	}
}
/** The store of the repository, or why there is none; where no answer may stand in for another, none is asked for. */
async function openKept({ tree, config }, { root }, wanted, options) {
	const warnings = [];
	const folder = cacheOf(config) ?? ".assay";
	const committed = options.store === void 0 && tree.commit !== null && await holdsStore(tree, folder);
	if (committed) warnings.push(committedStore(folder));
	const providers = [...Object.values(config.providers), builtInProvider];
	const store = wanted && !committed ? openRunStore(storePlace(root, config), providers, options, "backtest", (warning) => warnings.push(warning)) : null;
	return {
		store,
		kept: store && keptAnswers(store),
		warnings: () => store === null ? warnings : [...warnings, ...storeWarnings(store)]
	};
}
/** What the first has is not looked for in the second; both keep what is drawn. */
function inTurn(first, second) {
	return {
		find: (...call) => first.find(...call) ?? second.find(...call),
		append(...call) {
			first.append(...call);
			second.append(...call);
		}
	};
}
async function nothingStandsIn() {
	return false;
}
function tellPlan(plan, { found }, { onPlan, maxCalls }) {
	if (found.length === 0) return;
	onPlan?.({
		changes: plan.changes.length,
		found: found.length,
		controls: plan.controls.length,
		calls: plan.calls,
		stored: plan.stored,
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