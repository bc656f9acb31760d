import { B as unwritableStore, D as quote, M as throwProblems, T as notStored, b as noBatches, i as batchWithoutStore, n as UserError, r as batchWithRecord, u as formatPlace, v as nearest } from "./errors.js";
import { _ as openSampleLog, a as namesOf, c as logSpan, d as slotOf, f as startPrompt, g as toOutcome, h as sampleLine, l as nextSlots, n as runLooks, p as metricsOf, r as buildReport, t as judgeAttempts, u as plannedSamples } from "./attempts.js";
import { C as renderTemplate, E as filesOf, S as buildRequest, T as createScorer, _ as providerTypes, b as recordingProvider, d as findPrompt, h as caseHash$1, i as problemText, m as tellFirst, o as pLimit, v as resolveModel, w as checkScorer } from "./repository.js";
import { n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { r as trialsAlone, t as planTrials } from "./plan-trials.js";
import { t as version } from "./version.js";
import { r as combineOutcomes } from "./slices.js";
import { n as shardOf } from "./shard.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { setMaxListeners } from "node:events";
import { createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { accessSync, closeSync, constants, fstatSync, linkSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync, writeSync } from "node:fs";

// src/run/await-batch.ts
/** Tries of one step; a look that fails for longer than this is a server that is gone. */
const mostTries = 8;
const stopped = {
	kind: "aborted",
	message: "stopped before the batch had ended; it goes on, and the next run collects it",
	httpStatus: null,
	retryable: false,
	retryAfterMs: null
};
/**
* Hands calls over, waits until they are answered, and collects. What was begun before is waited for, not begun again.
* Its state stays: remove it once the results are kept.
*/
async function awaitBatch(batch, settings) {
	const { states } = settings;
	const known = states.read(batch.key);
	const outcome = await takeSteps(batch, known, settings);
	const stale = known !== null && outcome.status === "failed" && outcome.failure.kind === "rejected";
	if (stale) states.remove(batch.key);
	const last = stale ? await takeSteps(batch, null, settings) : outcome;
	if (last.status === "completed") return {
		results: last.value,
		open: false
	};
	const failure = {
		...last.failure,
		retryable: false
	};
	return {
		results: new Map(batch.ids.map((id) => [id, {
			status: "failed",
			failure
		}])),
		open: last.failure.kind === "aborted" || last.failure.retryable
	};
}
async function takeSteps({ key, batches, ids, calls }, known, settings) {
	const { states, signal } = settings;
	let state = known;
	if (state === null) {
		const uploaded = await insist(() => batches.upload(calls(), signal), settings);
		if (uploaded.status === "failed") return uploaded;
		state = {
			upload: uploaded.value,
			batch: null
		};
		states.write(key, state);
	}
	const { upload } = state;
	let name = state.batch;
	if (name === null) {
		const started = await insist(() => batches.start(upload, signal), settings);
		if (started.status === "failed") return started;
		name = started.value;
		states.write(key, {
			upload,
			batch: name
		});
	}
	const ended = await awaitEnd(name, batches, settings);
	if (ended.status === "failed") return ended;
	const results = /* @__PURE__ */ new Map();
	for (const file of ended.value.files) {
		const collected = await insist(() => batches.collect(file, signal), settings);
		if (collected.status === "failed") return collected;
		for (const [id, result] of collected.value) results.set(id, result);
	}
	const { rest } = ended.value;
	const all = ids.map((id) => [id, results.get(id) ?? {
		status: "failed",
		failure: rest
	}]);
	return {
		status: "completed",
		value: new Map(all)
	};
}
async function awaitEnd(name, batches, settings) {
	for (let look = 0;; look++) {
		const looked = await insist(() => batches.look(name, settings.signal), settings);
		if (looked.status === "failed") return looked;
		settings.onProgress(looked.value);
		if (looked.value.ended) return looked;
		await settings.wait(look, settings.signal);
	}
}
/** Takes a step again while there is a point in it. */
async function insist(step, { signal, wait }) {
	for (let attempt = 0;; attempt++) {
		if (signal.aborted) return {
			status: "failed",
			failure: stopped
		};
		const result = await step();
		if (result.status === "completed") return result;
		if (signal.aborted) return {
			status: "failed",
			failure: stopped
		};
		if (!result.failure.retryable || attempt + 1 >= mostTries) return result;
		await wait(attempt, signal);
	}
}

// src/run/batch-state.ts
/** States in a folder of their own. They hold no key, and what they name belongs to the key's account alone. */
function openBatchStates(directory) {
	const folder = join(directory, "batches");
	const fileOf = (key) => join(folder, `${key}.json`);
	return {
		read(key) {
			try {
				const value = JSON.parse(readFileSync(fileOf(key), "utf8"));
				const { upload, batch } = isObject(value) ? value : {};
				return typeof upload === "string" ? {
					upload,
					batch: typeof batch === "string" ? batch : null
				} : null;
			} catch {
				return null;
			}
		},
		write(key, state) {
			try {
				mkdirSync(folder, { recursive: true });
				writeFileSync(`${fileOf(key)}.new`, `${JSON.stringify(state)}\n`, { mode: 384 });
				renameSync(`${fileOf(key)}.new`, fileOf(key));
			} catch (error) {
				throw unwritableStore(directory, error.code);
			}
		},
		remove: (key) => rmSync(fileOf(key), { force: true })
	};
}

// src/run/doors.ts
/**
* Doors to providers and to their models. The first attempt through a door goes alone, for what it is refused for
* would be refused a thousand times; a refusal at any time shuts the door.
*/
function createDoors() {
	const doors = /* @__PURE__ */ new Map();
	const find = (name) => {
		const door = doors.get(name) ?? {
			opened: null,
			refusal: null
		};
		doors.set(name, door);
		return door;
	};
	return (providerName, modelName) => {
		const provider = find(providerName);
		const model = find(`${providerName}/${modelName}`);
		const releases = [];
		return {
			async enter() {
				for (const door of [provider, model]) if (door.opened === null) door.opened = new Promise((resolve) => releases.push(resolve));
				else await door.opened;
			},
			release() {
				for (const release of releases) release();
			},
			note(failure) {
				if (failure.kind === "refused-key") provider.refusal ??= failure;
				if (failure.kind === "missing-model" || failure.kind === "refused-parameter") model.refusal ??= failure;
			},
			refusal: () => provider.refusal ?? model.refusal
		};
	};
}

// src/run/retry.ts
const maximumAttempts = 4;
const firstPauseMs = 500;
const longestPauseMs = 2e4;
/** A provider may ask for more patience than this; the run does not have it. */
const longestAskedMs = 6e4;
/** Calls until an answer comes, the failure is final, or the attempts are used up. The one place that retries. */
async function callWithRetry(call, options) {
	let last = null;
	for (let attempts = 1;; attempts += 1) {
		const failure = options.refusal();
		if (failure !== null) return {
			result: {
				status: "failed",
				failure
			},
			attempts: attempts - 1,
			latencyMs: last?.latencyMs ?? 0
		};
		const start = performance.now();
		const result = await call();
		last = {
			result,
			attempts,
			latencyMs: performance.now() - start
		};
		if (result.status === "completed" || !result.failure.retryable || attempts === maximumAttempts) return last;
		await options.sleep(pauseAfter(attempts, result.failure, options.random), options.signal);
	}
}
/** Full jitter under a bound that doubles, so that calls that failed together do not return together; never sooner than asked. */
function pauseAfter(attempts, failure, random) {
	const jittered = random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
	return Math.max(jittered, Math.min(failure.retryAfterMs ?? 0, longestAskedMs));
}
/** Waits, or less where the signal aborts. */
function sleep(ms, signal) {
	return new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const finish = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", finish);
			resolve();
		};
		const timer = setTimeout(finish, ms);
		signal?.addEventListener("abort", finish, { once: true });
	});
}

// src/run/timeouts.ts
/** The longest delay of a timer; a larger one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;
/** One listener on the outer signal however many tasks run: listeners by the thousand are slow, and warned of. */
function createTimeouts(timeoutMs, outer) {
	const all = new AbortController();
	setMaxListeners(0, all.signal);
	const active = /* @__PURE__ */ new Set();
	const abort = (reason) => {
		all.abort(reason);
		for (const controller of active) controller.abort(reason);
	};
	const onAbort = () => abort(outer?.reason);
	outer?.addEventListener("abort", onAbort, { once: true });
	if (outer?.aborted) onAbort();
	return {
		async run(task) {
			const controller = new AbortController();
			if (all.signal.aborted) controller.abort(all.signal.reason);
			active.add(controller);
			const expire = () => controller.abort(new DOMException("the time is up", "TimeoutError"));
			const timer = setTimeout(expire, Math.min(timeoutMs, longestDelayMs));
			try {
				return await task(controller.signal);
			} finally {
				clearTimeout(timer);
				active.delete(controller);
			}
		},
		abort,
		signal: all.signal,
		close: () => outer?.removeEventListener("abort", onAbort)
	};
}

// src/run/caller.ts
const automaticConcurrency = 16;
const aborted = {
	kind: "aborted",
	message: "stopped before the call was made",
	httpStatus: null,
	retryable: false,
	retryAfterMs: null
};
/** Opens the way to models for a whole run, over all of its rounds. */
function createCaller(options) {
	const limits = /* @__PURE__ */ new Map();
	const findWay = createDoors();
	const timeouts = createTimeouts(options.timeoutMs, options.signal);
	return {
		call(call) {
			const { name } = call.provider;
			const limit = limits.get(name) ?? pLimit(options.concurrency === "auto" ? automaticConcurrency : options.concurrency);
			limits.set(name, limit);
			return limit(() => attemptCall(call, findWay(name, call.model), timeouts, options));
		},
		abort: timeouts.abort,
		close: timeouts.close
	};
}
/** Waits for whoever goes first through the door, then calls. */
async function attemptCall(call, way, timeouts, options) {
	await way.enter();
	let request = null;
	const attempt = async () => {
		const built = request ?? call.request();
		request = built;
		const result = await timeouts.run((signal) => call.provider.call(built, call.identity, signal));
		if (result.status === "failed") way.note(result.failure);
		way.release();
		return result;
	};
	try {
		return await callWithRetry(attempt, {
			random: options.random ?? Math.random,
			sleep: options.sleep ?? sleep,
			signal: timeouts.signal,
			refusal: () => way.refusal() ?? (timeouts.signal.aborted ? aborted : null)
		});
	} finally {
		way.release();
	}
}

// src/run/run-calls.ts
/** Calls taken from the plan before there is room for them: enough to keep a second provider busy beside a slow one. */
const lookAhead = 1e3;
/**
* Makes the planned calls, in their order. `onSample` is called as samples complete, with the position in the plan; every
* planned call gets a sample, also where it was not made. A sample that is being scored keeps no place at its provider.
* Rejects only with what `calls`, a provider or `onSample` throws.
*/
async function runCalls(calls, caller, options, onSample) {
	const running = /* @__PURE__ */ new Set();
	const progress = {
		done: 0,
		planned: options.planned,
		failed: 0,
		made: 0
	};
	const errors = [];
	let wake = () => {};
	const take = async (call, index) => {
		try {
			const sample = await takeSample(call, caller);
			if (errors.length > 0) return;
			progress.done += 1;
			progress.made += sample.attempts;
			if (sample.status === "failed") progress.failed += 1;
			await onSample(sample, index);
			options.onProgress?.({ ...progress });
		} catch (error) {
			stop(error);
		}
	};
	const stop = (error) => {
		errors.push(error);
		caller.abort(error);
		wake();
	};
	try {
		let index = 0;
		for await (const call of calls) {
			const task = take(call, index).then(() => {
				running.delete(task);
				wake();
			});
			running.add(task);
			index += 1;
			while (running.size >= lookAhead && errors.length === 0) await new Promise((resolve) => {
				wake = resolve;
			});
			if (errors.length > 0) break;
		}
	} catch (error) {
		stop(error);
	}
	await Promise.all(running);
	if (errors.length > 0) throw errors[0];
	return progress;
}
async function takeSample(call, caller) {
	const { result, attempts, latencyMs } = await caller.call(call);
	const { prompt, arm, caseId, trial, fingerprint } = call;
	const base = {
		prompt,
		arm,
		caseId,
		trial,
		fingerprint,
		attempts
	};
	return result.status === "completed" ? {
		...base,
		status: "completed",
		reply: result.reply,
		latencyMs
	} : {
		...base,
		status: "failed",
		failure: result.failure
	};
}

// src/pipeline/executor.ts
/** Takes samples in rounds: each is scored as it arrives, and its text goes to the log. */
function createExecutor(models, settings, log, journal, options) {
	const counts = {
		planned: 0,
		made: 0,
		cached: 0,
		done: 0
	};
	const failures = [];
	const caller = createCaller({
		concurrency: options.concurrency ?? settings.concurrency,
		timeoutMs: settings.timeoutMs,
		...options.signal ? { signal: options.signal } : {}
	});
	const keep = async (sample, slot, cached) => {
		const { testCase } = slot.caseRun.planCase;
		const scorers = slot.plan.scorersFor(testCase);
		const outcome = await toOutcome(sample, testCase, scorers, {
			index: slot.index,
			cached
		});
		if (outcome.failure !== null) failures.push(outcome.failure);
		log.append(slot.index, sampleLine(sample, testCase, outcome, slot.draw));
		return outcome;
	};
	const take = async (slots) => {
		const outcomes = new Array(slots.length);
		const open = [];
		for (const [position, slot] of slots.entries()) {
			const stored = journal?.find(providerOf(models, slot), requestOf(models, slot), slot) ?? null;
			if (stored === null) open.push(position);
			else outcomes[position] = await keep(stored, slot, true);
		}
		counts.cached += slots.length - open.length;
		counts.done += slots.length - open.length;
		const done = counts.done;
		const progress = await runCalls(plannedCalls(open.map((position) => slots[position]), models), caller, {
			planned: open.length,
			onProgress: ({ done: now, failed }) => options.onProgress?.({
				done: done + now,
				planned: counts.planned,
				failed: failures.length + failed
			})
		}, async (sample, index) => {
			const position = open[index];
			const slot = slots[position];
			outcomes[position] = await keep(sample, slot, false);
			if (sample.status === "completed") journal?.append(providerOf(models, slot), requestOf(models, slot), slot, sample);
		});
		counts.made += progress.made;
		counts.done += open.length;
		for (const [position, slot] of slots.entries()) slot.caseRun[slot.arm].push(outcomes[position]);
	};
	const keepStored = (sample, slot) => {
		counts.cached++;
		counts.done++;
		return keep(sample, slot, true);
	};
	return {
		take,
		keepStored,
		counts,
		failures,
		close: caller.close
	};
}
function* plannedCalls(slots, models) {
	for (const slot of slots) {
		const { provider, model } = models.get(slot.version);
		const caseId = slot.caseRun.planCase.testCase.id;
		yield {
			prompt: slot.plan.change.path,
			arm: slot.arm,
			caseId,
			trial: slot.trial,
			fingerprint: slot.version.fingerprint,
			provider,
			identity: {
				caseId,
				trial: slot.trial,
				draw: slot.draw
			},
			model,
			request: () => requestOf(models, slot)
		};
	}
}
function providerOf(models, slot) {
	return models.get(slot.version).provider;
}
/** The request of a slot. Where the prompt pins a seed, each trial gets its own, the same in both arms. */
function requestOf(models, slot) {
	const { model } = models.get(slot.version);
	const { request } = buildRequest(slot.version, model, slot.caseRun.planCase[slot.arm]);
	const seed = request.parameters["seed"];
	if (typeof seed !== "number" || slot.trial === 0) return request;
	return {
		...request,
		parameters: {
			...request.parameters,
			seed: seed + slot.trial
		}
	};
}

// src/pipeline/batch-answers.ts
/** A file of calls at most, in calls and in characters: what its answers take must fit into memory. */
const mostCalls = 1e4;
const mostCharacters = 3e7;
/** Batches that are uploaded, watched and collected side by side. */
const mostAtOnce = 4;
const firstInterval = 5e3;
const lastInterval = 6e4;
/** What keeps this run from being taken in batches. */
function checkBatches(models, { batch, store, replay, record }) {
	if (batch === void 0) return [];
	const names = [...models.values()].flatMap(({ provider }) => provider.batches === void 0 ? provider.name : []);
	return [
		...store === false || replay !== void 0 ? [batchWithoutStore()] : [],
		...record === void 0 ? [] : [batchWithRecord()],
		...replay === void 0 && record === void 0 ? [...new Set(names)].map(noBatches) : []
	];
}
/**
* Prepares a run whose samples come in batches; null where nobody asked for that. `inner` holds what is kept between
* runs, `directory` is the store's: what is under way is found there again.
*/
function openBatches(models, inner, directory, { batch, signal = new AbortController().signal }) {
	if (batch === void 0) return null;
	const folder = mkdtempSync(join(tmpdir(), "prompt-assay-"));
	const answers = openSampleLog(join(folder, "answers.jsonl"));
	const states = openBatchStates(directory);
	const findKept = (slot) => inner?.find(providerOf(models, slot), requestOf(models, slot), slot) ?? null;
	const read = ({ index }) => answers.read(index);
	const fill = async (slots, counts) => {
		const open = slots.filter((slot) => findKept(slot) === null);
		const planned = planBatches(open, models);
		const progress = createProgress(open.length, batch);
		const limit = pLimit(mostAtOnce);
		const outcomes = await Promise.all(planned.map((each) => limit(async () => {
			const onProgress = progress();
			const outcome = await awaitBatch(each, {
				states,
				signal,
				wait: createWait(batch),
				onProgress
			});
			for (const [index, id] of each.ids.entries()) {
				const slot = each.slots[index];
				answers.append(slot.index, toSample$1(slot, outcome.results.get(id)));
			}
			return outcome;
		})));
		for (const slot of open) {
			const sample = read(slot);
			if (sample?.status === "completed") inner?.append(providerOf(models, slot), requestOf(models, slot), slot, sample);
		}
		for (const [index, { key }] of planned.entries()) if (!outcomes[index]?.open) states.remove(key);
		counts.made += open.length;
		counts.cached -= open.length;
	};
	return {
		journal: {
			find: (provider, request, slot) => read(slot) ?? inner?.find(provider, request, slot) ?? null,
			append: (provider, request, slot, sample) => inner?.append(provider, request, slot, sample)
		},
		fill,
		close() {
			answers.close();
			rmSync(folder, {
				recursive: true,
				force: true
			});
		}
	};
}
/** Deals calls to files of one model each, none too large. The same calls are dealt the same way. */
function planBatches(slots, models) {
	const files = /* @__PURE__ */ new Map();
	const full = [];
	for (const slot of slots) {
		const request = requestOf(models, slot);
		const name = JSON.stringify([providerOf(models, slot).name, request.model]);
		const characters = JSON.stringify(request).length;
		let file = files.get(name);
		if (file === void 0 || file.ids.length >= mostCalls || file.characters + characters > mostCharacters) {
			file = {
				ids: [],
				slots: [],
				characters: 0
			};
			files.set(name, file);
			full.push(file);
		}
		file.ids.push(nameCall(slot, request));
		file.slots.push(slot);
		file.characters += characters;
	}
	return full.map(({ ids, slots: own }) => ({
		key: canonicalHash(ids),
		batches: providerOf(models, own[0]).batches,
		ids,
		slots: own,
		calls: () => own.map((slot, index) => ({
			id: ids[index],
			request: requestOf(models, slot)
		}))
	}));
}
/** Which call it is: the same in a run that is started again, and no other in the same file. */
function nameCall({ arm, trial, draw, index, caseRun }, request) {
	const caseId = caseRun.planCase.testCase.id;
	return canonicalHash({
		request,
		caseId,
		arm,
		trial,
		draw,
		index
	});
}
function toSample$1(slot, result) {
	const base = {
		prompt: slot.plan.change.path,
		arm: slot.arm,
		caseId: slot.caseRun.planCase.testCase.id,
		trial: slot.trial,
		fingerprint: slot.version.fingerprint,
		attempts: 1
	};
	return result.status === "completed" ? {
		...base,
		status: "completed",
		reply: result.reply,
		latencyMs: 0
	} : {
		...base,
		status: "failed",
		failure: result.failure
	};
}
/** Adds the progress of all batches up. */
function createProgress(total, { onLook }) {
	const answered = [];
	return () => {
		const own = answered.push(0) - 1;
		return (progress) => {
			answered[own] = progress.answered;
			onLook?.({
				answered: answered.reduce((sum, each) => sum + each, 0),
				total
			});
		};
	};
}
/** Waits longer from look to look; ends at once where the run is stopped. */
function createWait({ interval }) {
	return async (attempt, signal) => {
		const ms = interval ?? Math.min(lastInterval, firstInterval * 1.5 ** attempt);
		await setTimeout$1(ms, void 0, { signal }).catch(() => {});
	};
}

// src/pipeline/connect-providers.ts
/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree = ["replay", "simulated"];
/** Finds the provider of every version that runs; names, keys and files are checked before any call is made. */
async function connectProviders(plans, goalposts, root, options) {
	const problems = /* @__PURE__ */ new Map();
	const providers = /* @__PURE__ */ new Map();
	const models = /* @__PURE__ */ new Map();
	for (const version of plans.flatMap((plan) => [plan.baseline, plan.candidate])) {
		if (version === null) continue;
		const found = findModel(version, goalposts, options);
		if ("problem" in found) {
			problems.set(found.problem.message, found.problem);
			continue;
		}
		const { name, config, model } = found;
		if (!providers.has(name)) {
			const connected = await connect(name, config.file === null ? config : {
				...config,
				file: resolve(root, config.file)
			}, goalposts, options);
			for (const problem of connected.problems) problems.set(problem.message, problem);
			providers.set(name, connected.provider);
		}
		const provider = providers.get(name);
		if (provider) models.set(version, {
			provider,
			model
		});
	}
	return {
		models,
		problems: [...problems.values()]
	};
}
/** The provider and the name there of a version's model; recordings, where given, stand in for every provider. */
function findModel(version, goalposts, options) {
	const { model } = version.configuration;
	if (model === null) return { problem: {
		message: `the prompt ${version.name} names no model`,
		hint: "Write model: openai/gpt-5-mini into the prompt file or into assay.yml.",
		place: version.modelPlace
	} };
	const configured = {
		...goalposts.config.providers,
		...options.providers
	};
	const found = resolveModel(model, configured);
	if ("problem" in found) return { problem: {
		...found.problem,
		place: version.modelPlace
	} };
	const { provider: name, config } = found;
	const trusted = {
		...goalposts.config.path === null ? {} : goalposts.config.providers,
		...options.providers
	};
	if (options.restricted && modelFree.includes(config.type) && !Object.hasOwn(trusted, name)) return { problem: {
		message: `the prompt ${version.name} asks for the ${config.type} provider, which answers without a model`,
		hint: `Where that is meant, name it under providers in the base branch's assay.yml: ${name}: { type: ${config.type} }.`,
		place: version.modelPlace
	} };
	if (options.replay !== void 0) return {
		name: "replay",
		config: {
			type: "replay",
			baseUrl: null,
			file: options.replay,
			place: config.place
		},
		model: found.model
	};
	return {
		name,
		config,
		model: found.model
	};
}
async function connect(name, config, goalposts, options) {
	const type = providerTypes[config.type];
	const context = {
		environment: options.environment,
		timeoutMs: goalposts.config.run.timeoutMs
	};
	const problems = type.check(name, config, context);
	if (problems.length > 0) return {
		provider: null,
		problems
	};
	const provider = await type.create(name, config, context);
	return {
		provider: options.record === void 0 ? provider : recordingProvider(provider, options.record),
		problems
	};
}

// src/golden/case-values.ts
/** What a prompt may use: the variables, and `id` and `context` where no variable has that name; never the answer. */
function caseValues({ id, context, vars }) {
	return {
		id,
		...context === null ? {} : { context },
		...vars
	};
}

// src/golden/pair-by-variables.ts
/** Look-ups in all: where every case has variables of its own, pairing would take the square of their number. */
const lookUpLimit = 1e6;
/**
* Pairs cases of which at least one has no written id and that agree in all variables both have, at least one. Only
* where neither agrees with a second one: an ambiguous pair is no pair.
*/
function* pairByVariables(before, after) {
	const agreements = /* @__PURE__ */ new Map();
	const note = (testCase, others) => {
		const partner = others[0];
		if (partner === void 0) return;
		agreements.set(testCase, {
			count: others.length + (agreements.get(testCase)?.count ?? 0),
			partner
		});
	};
	for (const [thens, nows] of agreeing(before, after)) {
		const unnamedThens = thens.filter(({ named }) => !named);
		const unnamedNows = nows.filter(({ named }) => !named);
		for (const now of nows) note(now, now.named ? unnamedThens : thens);
		for (const then of thens) note(then, then.named ? unnamedNows : nows);
	}
	for (const now of after) {
		const agreement = agreements.get(now);
		if (agreement?.count === 1 && agreements.get(agreement.partner)?.count === 1) yield [now, agreement.partner];
	}
}
/** Groups of cases, then and now, that have equal values for all variables that they share. */
function* agreeing(before, after) {
	const thenShapes = [...groupBy(before, shapeOf).values()];
	const nowShapes = [...groupBy(after, shapeOf).values()];
	if (thenShapes.length * after.length + nowShapes.length * before.length > lookUpLimit) return;
	for (const thens of thenShapes) for (const nows of nowShapes) {
		const names = new Set(variableNames(nows[0]));
		const shared = variableNames(thens[0]).filter((name) => names.has(name));
		if (shared.length === 0) continue;
		const valuesOf = ({ vars }) => canonicalJson(shared.map((name) => vars[name] ?? null));
		const thensByValues = groupBy(thens, valuesOf);
		for (const [values, sameNows] of groupBy(nows, valuesOf)) yield [thensByValues.get(values) ?? [], sameNows];
	}
}
function variableNames(testCase) {
	return Object.keys(testCase?.vars ?? {}).sort();
}
function shapeOf(testCase) {
	return JSON.stringify(variableNames(testCase));
}
function groupBy(cases, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const testCase of cases) {
		const key = keyOf(testCase);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [testCase]);
		else group.push(testCase);
	}
	return groups;
}

// src/golden/compare-golden.ts
/**
* Pairs the cases of two revisions: by id; where one has no written id, with the one case that agrees in all variables
* that both have. What stays ambiguous counts as removed and added.
*/
function compareGolden(before, after) {
	const byId = new Map(before.map((testCase) => [testCase.id, testCase]));
	const matched = /* @__PURE__ */ new Map();
	for (const { id } of after) {
		const same = byId.get(id);
		if (same !== void 0) matched.set(id, same);
	}
	const taken = new Set([...matched.values()].map(({ id }) => id));
	const left = before.filter(({ id }) => !taken.has(id));
	const open = after.filter(({ id }) => !matched.has(id));
	for (const [now, then] of pairByVariables(left, open)) {
		matched.set(now.id, then);
		taken.add(then.id);
	}
	return {
		added: after.filter(({ id }) => !matched.has(id)),
		edited: after.filter((testCase) => {
			const then = matched.get(testCase.id);
			return then !== void 0 && caseHash$1(then) !== caseHash$1(testCase);
		}),
		removed: before.filter(({ id }) => !taken.has(id)),
		matched
	};
}

// src/golden/missing-variables.ts
/** Every variable of a prompt that a case has no value for, with the place of its use and the place of the case. */
function missingVariables(cases, variables) {
	return tellFirst(findGaps(cases, variables), tellGap);
}
function* findGaps(cases, variables) {
	for (const testCase of cases) {
		const values = caseValues(testCase);
		for (const use of variables) if (!has(values, use.name)) yield {
			testCase,
			use
		};
	}
}
function tellGap({ testCase, use }) {
	const { id, place } = testCase;
	const message = `the case ${quote(id)} has no ${quote(use.name)}, which the prompt uses at ${formatPlace(use.place)}`;
	const near = nearest(use.name, Object.keys(caseValues(testCase)));
	return {
		message,
		place,
		hint: near === null ? "Add it to the case." : `The case has ${quote(near)}.`
	};
}
/** Own properties only: the names come from the prompt, the values from anywhere. */
function has(values, path) {
	let current = values;
	for (const key of path.split(".")) {
		if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return false;
		current = current[key];
	}
	return true;
}

// src/pipeline/plan-run.ts
/** Plans every changed prompt. Mistakes are collected, so that all are told at once. */
function planRun(input) {
	const problems = input.goalposts.problems.filter((entry) => entry.prompt === null);
	return {
		plans: input.changes.filter((change) => change.kind !== "unchanged" && change.kind !== "renamed").map((change) => planPrompt(change, input, problems)),
		problems: problems.map((entry) => entry.problem)
	};
}
function planPrompt(change, input, problems) {
	const idle = {
		change,
		baseline: null,
		candidate: null,
		cases: [],
		added: [],
		goldenHash: "",
		scorersHash: "",
		scorersFor: () => [],
		skipped: null
	};
	const candidate = change.candidate;
	if (candidate === null) return {
		...idle,
		advisory: false,
		notes: []
	};
	const judged = chooseGoalposts(change, candidate, input);
	if (judged === null) return {
		...idle,
		advisory: false,
		skipped: "fork",
		notes: ["A fork cannot bring the golden set it is judged by."]
	};
	const { project, prompt } = judged;
	problems.push(...project.problems.filter((entry) => entry.prompt === prompt.version.path));
	const notes = [
		...judged.notes,
		...repairNotes(change, input),
		...notesOf(prompt)
	];
	const versions = {
		baseline: change.kind === "changed" ? change.baseline?.version ?? null : null,
		candidate: candidate.version
	};
	const added = addedCases(change, candidate, prompt, input.fromBase && project !== input.head);
	const main = change.kind === "judging" ? [] : prompt.golden.cases;
	if (prompt.scorers.length === 0 && main.every((testCase) => testCase.scorers.length === 0)) problems.push({
		prompt: prompt.version.path,
		problem: noScorer(prompt.version)
	});
	const fill = new ValueFiller(change, prompt);
	const cases = main.map((testCase) => fill.values(testCase));
	const extra = added.map((testCase) => fill.values(testCase));
	const missing = [...fill.missing(versions.baseline, cases, "baseline"), ...fill.missing(versions.candidate, [...cases, ...extra], "candidate")];
	problems.push(...missing.map((problem) => ({
		prompt: prompt.version.path,
		problem
	})));
	return {
		change,
		...versions,
		cases,
		goldenHash: prompt.goldenHash,
		scorersHash: prompt.scorersHash,
		added: extra,
		scorersFor: scorersByCase(prompt, project, input.factories, (problem) => problems.push({
			prompt: prompt.version.path,
			problem
		})),
		advisory: judged.advisory,
		skipped: null,
		notes: [...notes, ...fill.notes(input)]
	};
}
/** The same prompt, not judged: a fork's run cannot call the model. */
function skipPlan(plan, problems) {
	if (plan.candidate === null) return plan;
	const note = `Not judged: the pull request comes from a fork, and ${problems.map(({ message }) => message).join("; ")}.`;
	return {
		...plan,
		baseline: null,
		candidate: null,
		cases: [],
		added: [],
		skipped: "no-key",
		notes: [...plan.notes, note]
	};
}
/** Who judges: the goalposts' own entry for this prompt; where they have none, the head's, which then never fails. */
function chooseGoalposts(change, candidate, input) {
	if (!input.fromBase) return {
		project: input.head,
		prompt: candidate,
		advisory: false,
		notes: []
	};
	const paths = [
		change.previousPath,
		change.baseline?.version.path ?? null,
		change.path
	];
	const prompt = findPrompt(input.goalposts, paths, candidate.version);
	const usable = prompt !== null && prompt.golden.cases.length > 0 && hasScorer(prompt);
	if (input.goalposts.config.path !== null && usable) return {
		project: input.goalposts,
		prompt,
		advisory: false,
		notes: []
	};
	if (usable && input.fork) return {
		project: input.goalposts,
		prompt,
		advisory: false,
		notes: []
	};
	if (input.fork) return null;
	const what = input.goalposts.config.path === null ? "no valid assay.yml" : "no golden set for this prompt";
	return {
		project: input.head,
		prompt: candidate,
		advisory: true,
		notes: [`First run: the base has ${what}, so this one is judged by its own and cannot fail; it starts to hold once merged.`]
	};
}
function hasScorer(prompt) {
	return prompt.scorers.length > 0 || prompt.golden.cases.some((testCase) => testCase.scorers.length > 0);
}
/** Cases run in a row of their own: those new or edited at the head, where they are not part of the comparison. */
function addedCases(change, candidate, judged, otherGoalposts) {
	const before = otherGoalposts ? judged.golden : change.kind === "judging" ? change.baseline?.golden : void 0;
	if (before === void 0) return [];
	const { added, edited } = compareGolden(before.cases, candidate.golden.cases);
	return [...added, ...edited];
}
/** Gives each arm the values of a case; what the judging case lacks comes from the arm's own matching case. */
var ValueFiller = class {
	own;
	filled = {
		baseline: /* @__PURE__ */ new Set(),
		candidate: /* @__PURE__ */ new Set()
	};
	constructor(change, judged) {
		const matched = (own) => own === null || own === judged ? /* @__PURE__ */ new Map() : compareGolden(own.golden.cases, judged.golden.cases).matched;
		this.own = {
			baseline: matched(change.baseline),
			candidate: matched(change.candidate)
		};
	}
	values(testCase) {
		return {
			testCase,
			baseline: this.valuesOf(testCase, "baseline"),
			candidate: this.valuesOf(testCase, "candidate")
		};
	}
	valuesOf(testCase, arm) {
		const values = caseValues(testCase);
		const own = this.own[arm].get(testCase.id);
		if (own === void 0) return values;
		const lacking = Object.entries(own.vars).filter(([name]) => !Object.hasOwn(values, name));
		for (const [name] of lacking) this.filled[arm].add(name);
		return {
			...Object.fromEntries(lacking),
			...values
		};
	}
	missing(version, cases, arm) {
		if (version === null) return [];
		return missingVariables(cases.map((entry) => ({
			...entry.testCase,
			vars: entry[arm]
		})), version.variables);
	}
	notes(input) {
		const tell = (arm, revision) => {
			const names = [...this.filled[arm]].sort();
			return names.length === 0 ? [] : [`The ${arm}'s values of ${names.join(", ")} come from the golden set at ${revision}: the judging set lacks them.`];
		};
		return [...tell("baseline", input.baseline?.tree.label ?? "the base"), ...tell("candidate", input.head.tree.label)];
	}
};
/** Makes every scorer once: those of the prompt, and those of single cases. Mistakes in their files are told like all others. */
function scorersByCase(prompt, project, factories, tell) {
	const context = {
		files: project.scorerFiles,
		render: renderTemplate
	};
	const make = (spec) => {
		if (checkScorer(spec, factories).length > 0) return [];
		if (filesOf(spec, factories).some((name) => !project.scorerFiles.has(name))) return [];
		try {
			return [createScorer(spec, context, factories)];
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			for (const problem of error.problems) tell(problem);
			return [];
		}
	};
	const common = prompt.scorers.flatMap(make);
	const own = new Map(prompt.golden.cases.filter((testCase) => testCase.scorers.length > 0).map((testCase) => [testCase, [...common, ...testCase.scorers.flatMap(make)]]));
	return (testCase) => own.get(testCase) ?? common;
}
/** Why a repaired prompt is judged alone. */
function repairNotes(change, input) {
	const [first] = change.broken?.problems ?? [];
	if (first === void 0) return [];
	return [`The file does not parse at ${input.baseline?.tree.label ?? "the base"} (${problemText(first)}), so the candidate is judged alone.`];
}
function notesOf(prompt) {
	return prompt.version.notRun.map((entry) => `The evaluator ${entry.name} was not run: it ${entry.reason}.`);
}
function noScorer(version) {
	return {
		message: version.notRun.length > 0 ? `nothing judges the prompt ${version.name} yet: its evaluators need a model as judge` : `nothing judges the prompt ${version.name}: there is no scorer`,
		hint: "Add one to assay.yml, for example: scorers: [{ contains: { value: \"{{expected}}\" } }].",
		place: {
			path: version.path,
			line: 1
		}
	};
}

// src/run/store/baselines.ts
/** Lines read for one case at most: enough for the newest of every trial, also where each night has added some. */
const mostRead = 100;
/**
* Baselines have the journal of samples, but a folder and keys of their own. One journal with two views would be one
* thing less, but a sample is found by the request that it answers, may go as soon as room is short, and never stands in
* for another; a baseline is found by its prompt version and case before there is any request, is superseded, and is
* wanted at any age once its model is gone. So they share what is hard (segments, seals, the index) and nothing else.
*/
function createBaselineStore(journal) {
	const supersededBefore = (fingerprint) => {
		let time = Number.NEGATIVE_INFINITY;
		for (const line of journal.find(versionKey(fingerprint))) if ("before" in line) time = Math.max(time, Date.parse(line.before));
		return time;
	};
	const append = (trial) => journal.append([caseKey(trial)], trial);
	return {
		find(query) {
			const { fingerprint, since } = query;
			const from = Math.max(supersededBefore(fingerprint), since?.getTime() ?? Number.NEGATIVE_INFINITY);
			const newest = /* @__PURE__ */ new Map();
			let read = 0;
			for (const trial of journal.find(caseKey(query))) {
				if ("before" in trial || ++read > mostRead) break;
				const time = Date.parse(trial.at);
				const known = newest.get(trial.trial);
				if (time >= from && (known === void 0 || time > Date.parse(known.at))) newest.set(trial.trial, trial);
			}
			return [...newest.values()].sort((left, right) => left.trial - right.trial);
		},
		append,
		replace(fingerprint, trials) {
			const times = trials.map(({ at }) => Date.parse(at));
			if (times.length === 0) return;
			for (const trial of trials) append(trial);
			const before = new Date(times.reduce((least, time) => Math.min(least, time))).toISOString();
			journal.append([versionKey(fingerprint)], {
				fingerprint,
				before
			});
		}
	};
}
/** When the oldest and the newest of these answers came; null where there are none. */
function findAges(trials) {
	let oldest = Number.POSITIVE_INFINITY;
	let newest = Number.NEGATIVE_INFINITY;
	for (const { at } of trials) {
		const time = Date.parse(at);
		oldest = Math.min(oldest, time);
		newest = Math.max(newest, time);
	}
	return oldest > newest ? null : {
		oldest: new Date(oldest),
		newest: new Date(newest)
	};
}
function caseKey({ fingerprint, caseHash }) {
	return canonicalHash({
		fingerprint,
		caseHash
	});
}
function versionKey(fingerprint) {
	return canonicalHash({ fingerprint });
}

// src/run/store/folder.ts
/**
* Makes a store's folder, for the user's eyes only. One that is new is kept out of git, for its answers and its key are
* for nobody else; in one that was there, other things may be. Throws a UserError where it cannot.
*/
function makeFolder(directory) {
	if (!makeWritable(directory, directory)) return;
	try {
		writeFileSync(join(directory, ".gitignore"), "*\n", { flag: "wx" });
	} catch {}
}
/** Makes the folders within it; what cannot be written is told before anything is paid for. */
function makeFolders(directory, folders) {
	makeFolder(directory);
	for (const folder of folders) makeWritable(folder, directory);
}
/** Returns whether the folder is new. */
function makeWritable(folder, directory) {
	try {
		const made = mkdirSync(folder, {
			recursive: true,
			mode: 448
		});
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
		return made !== void 0;
	} catch (error) {
		throw unwritableStore(directory, error.code);
	}
}

// src/run/store/line-index.ts
/** Some 100 bytes a line: lists of numbers instead of objects, and lines of the same key in a chain through them. */
function createLineIndex() {
	const last = /* @__PURE__ */ new Map();
	const earlier = [];
	const segments = [];
	const offsets = [];
	const lengths = [];
	return {
		add(key, { segment, offset, length }) {
			const number = shorten(key);
			earlier.push(last.get(number) ?? -1);
			segments.push(segment);
			offsets.push(offset);
			last.set(number, lengths.push(length) - 1);
		},
		*places(key) {
			let line = last.get(shorten(key)) ?? -1;
			while (line >= 0) {
				yield {
					segment: segments[line] ?? 0,
					offset: offsets[line] ?? 0,
					length: lengths[line] ?? 0
				};
				line = earlier[line] ?? -1;
			}
		}
	};
}
/** 52 bits of a SHA-256, which a number holds: enough to find a line by, in a fifth of the memory of the whole key. */
function shorten(key) {
	return Number.parseInt(key.slice(0, 13), 16);
}

// src/run/store/segment-reader.ts
/** Kept open at once; the lines of one run mostly stand in few segments. */
const mostOpen = 32;
/** Keeps the files that were read last open. */
function createSegmentReader() {
	const descriptors = /* @__PURE__ */ new Map();
	const open = (path) => {
		const descriptor = descriptors.get(path) ?? openSync(path, "r");
		descriptors.delete(path);
		descriptors.set(path, descriptor);
		const [oldest] = descriptors;
		if (descriptors.size > mostOpen && oldest !== void 0) {
			descriptors.delete(oldest[0]);
			closeSync(oldest[1]);
		}
		return descriptor;
	};
	return {
		read(path, offset, length) {
			try {
				const bytes = Buffer.allocUnsafe(length);
				return readSync(open(path), bytes, 0, length, offset) === length ? bytes : null;
			} catch {
				return null;
			}
		},
		close() {
			for (const descriptor of descriptors.values()) closeSync(descriptor);
			descriptors.clear();
		}
	};
}

// src/run/store/segment-writer.ts
/** A new segment is begun beyond this size, so that the oldest lines can be removed without the newest. */
const segmentLimit = 1 << 26;
const newline = Buffer.from("\n");
/** `nextPath` names each new segment. */
function createSegmentWriter(nextPath, writeBytes) {
	let descriptor = null;
	let path = "";
	let size = 0;
	let torn = false;
	const close = () => {
		if (descriptor !== null) closeSync(descriptor);
		descriptor = null;
	};
	const open = () => {
		path = nextPath();
		size = 0;
		torn = false;
		descriptor = openSync(path, "ax", 384);
		return descriptor;
	};
	return {
		append(line) {
			if (size + line.length > segmentLimit) close();
			const file = descriptor ?? open();
			const bytes = torn ? Buffer.concat([newline, line]) : line;
			const offset = size + bytes.length - line.length;
			torn = true;
			for (let written = 0; written < bytes.length;) {
				const count = writeBytes(file, bytes, written, bytes.length - written);
				written += count;
				size += count;
			}
			torn = false;
			return {
				path,
				offset
			};
		},
		close
	};
}

// src/run/store/segments.ts
/** A line is shorter than this, or neither written nor read: a bound on memory, far above what a model answers. */
const longestLine = 1 << 24;
/** What is read at once. */
const chunkSize = 1 << 18;
/** Nobody who writes pauses as long as this. */
const idleMs = 36e5;
/** Nothing else in a folder is read or removed, whatever it is. */
const pattern = /^\d{8}T\d{9}Z-\d+-[0-9a-f]{12}\.jsonl$/;
/** Sorted by time, and no two processes ever have the same: each writes files of its own, so lines cannot mix. */
function nameSegment(now) {
	return `${now.toISOString().replaceAll(/[-:.]/g, "")}-${process.pid}-${randomBytes(6).toString("hex")}.jsonl`;
}
/** The segments of a folder, oldest first. Throws where it cannot be listed; a folder that is not there has none. */
function listSegments(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && pattern.test(entry.name)).map(({ name }) => name).sort().map((name) => join(folder, name));
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
}
/**
* Removes whole segments, the oldest of all folders first, until the rest fits; none that another process may still be
* writing. What cannot be removed stays.
*/
function trimSegments(folders, maximumBytes, now) {
	const segments = folders.flatMap(describeSegments).sort((left, right) => left.name < right.name ? -1 : 1);
	let total = segments.reduce((sum, { size }) => sum + size, 0);
	for (const { path, size, modifiedMs } of segments) {
		if (total <= maximumBytes) return;
		if (now.getTime() - modifiedMs <= idleMs) continue;
		try {
			unlinkSync(path);
		} catch {
			continue;
		}
		total -= size;
	}
}
function describeSegments(folder) {
	try {
		return listSegments(folder).flatMap((path) => {
			const status = statSync(path, { throwIfNoEntry: false });
			return status ? [{
				path,
				name: basename(path),
				size: status.size,
				modifiedMs: status.mtimeMs
			}] : [];
		});
	} catch {
		return [];
	}
}
/**
* Calls `visit` with every whole line that is not empty and its offset; the bytes are only good until it returns.
* Returns whether the last line is torn. A line beyond the limit is visited in pieces.
*/
function scanLines(descriptor, visit) {
	let buffer = Buffer.allocUnsafe(chunkSize);
	/** Offset in the file of the buffer's first byte, and how many bytes of it are read. */
	let base = 0;
	let filled = 0;
	for (;;) {
		const count = readSync(descriptor, buffer, filled, buffer.length - filled, base + filled);
		if (count === 0) return filled > 0;
		const bytes = buffer.subarray(0, filled + count);
		let start = 0;
		for (let end = bytes.indexOf(10, filled); end >= 0; end = bytes.indexOf(10, start)) {
			if (end > start) visit(bytes.subarray(start, end), base + start);
			start = end + 1;
		}
		if (start === 0 && bytes.length >= 16777216) {
			visit(bytes, base);
			start = bytes.length;
		}
		base += start;
		filled = bytes.length - start;
		if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
		else buffer.copyWithin(0, start, bytes.length);
	}
}

// src/run/store/journal.ts
/** A copied line still verifies; however often somebody copies it, the work has a bound. */
const mostFound = 1e3;
/** Reads the keys of all lines of a folder, adding what is damaged to `dropped`. */
function openJournal(options, dropped) {
	const { folder, seal } = options;
	if (seal === null) return {
		*find() {},
		append() {},
		close() {}
	};
	const index = createLineIndex();
	const segments = [];
	const reader = createSegmentReader();
	const writer = createSegmentWriter(() => join(folder, nameSegment(options.now())), options.writeBytes);
	const add = (path, offset, length, keys) => {
		if (segments.at(-1) !== path) segments.push(path);
		for (const key of keys) index.add(key, {
			segment: segments.length - 1,
			offset,
			length
		});
	};
	for (const path of listReadable(folder, dropped)) readSegment(path, dropped, (line, offset) => {
		const state = seal.check(line);
		if (state === "verified") add(path, offset, line.length, seal.keysOf(line));
		else dropped[state] += 1;
	});
	return {
		*find(key) {
			let left = mostFound;
			for (const { segment, offset, length } of index.places(key)) {
				if (left-- === 0) return;
				const line = reader.read(segments[segment] ?? "", offset, length);
				if (line === null || seal.check(line) !== "verified" || !seal.keysOf(line).includes(key)) continue;
				yield seal.entryOf(line);
			}
		},
		append(keys, entry) {
			if (options.readonly) return;
			const line = seal.close(keys, entry);
			const length = line.length - 1;
			if (length >= 16777216) return options.onFailure("an answer is longer than 16 MiB");
			try {
				const { path, offset } = writer.append(line);
				add(path, offset, length, keys);
			} catch (error) {
				options.onFailure(error.code ?? "unknown error");
			}
		},
		close() {
			writer.close();
			reader.close();
		}
	};
}
function listReadable(folder, dropped) {
	try {
		return listSegments(folder);
	} catch {
		dropped.unreadable += 1;
		return [];
	}
}
/** What was read before a fault is kept. */
function readSegment(path, dropped, visit) {
	try {
		const descriptor = openSync(path, "r");
		try {
			if (scanLines(descriptor, visit)) dropped.torn += 1;
		} finally {
			closeSync(descriptor);
		}
	} catch (error) {
		if (error.code !== "ENOENT") dropped.unreadable += 1;
	}
}

// src/run/store/samples.ts
/**
* Which call it is: what is sent, to whom (`model` with its publisher: the same name elsewhere is another model), and
* which case, trial and draw it is for. Two cases with the same text do not share an answer.
*/
function sampleKey(model, request, { caseId, trial, draw }) {
	return canonicalHash({
		model,
		request,
		caseId,
		trial,
		draw
	});
}
function createSampleStore(journal) {
	return {
		find(key) {
			for (const sample of journal.find(key)) return sample;
			return null;
		},
		append: (sample) => journal.append([sample.key], sample)
	};
}

// src/run/store/seal.ts
/** Other shapes of entries get another number: lines of an older shape then do not verify, and are not misread. */
const formatVersion = 1;
const head = Buffer.from("{\"mac\":\"");
const sealedFrom = head.length + 43;
const keysHead = Buffer.from("\",\"keys\":[\"");
const keyLength = 64;
const comma = 44;
const brace = 125;
/** Each folder of a store (`kind`) has a MAC key of its own, so that a line of one says nothing in another. */
function createSeal(secret, kind) {
	const context = `prompt-assay store ${formatVersion} ${kind}`;
	const macKey = createSecretKey(new Uint8Array(hkdfSync("sha256", secret, "", context, 32)));
	const macOf = (bytes) => createHmac("sha256", macKey).update(bytes).digest("base64url");
	return {
		close(keys, entry) {
			const sealed = Buffer.from(`","keys":${JSON.stringify(keys)},"entry":${JSON.stringify(entry)}}`);
			return Buffer.concat([
				head,
				Buffer.from(macOf(sealed)),
				sealed,
				Buffer.from("\n")
			]);
		},
		check(line) {
			if (!(startsWith(line, head, 0) && startsWith(line, keysHead, sealedFrom) && line.at(-1) === brace)) return "garbled";
			const written = line.subarray(head.length, sealedFrom);
			return timingSafeEqual(written, Buffer.from(macOf(line.subarray(sealedFrom)))) ? "verified" : "unverified";
		},
		keysOf(line) {
			const keys = [];
			let start = sealedFrom + keysHead.length;
			for (;;) {
				const end = start + keyLength;
				keys.push(line.toString("latin1", start, end));
				if (line[end + 1] !== comma) return keys;
				start = end + 3;
			}
		},
		entryOf: (line) => JSON.parse(line.toString("utf8")).entry
	};
}
function startsWith(line, bytes, position) {
	const end = position + bytes.length;
	return line.length >= end && line.compare(bytes, 0, bytes.length, position, end) === 0;
}

// src/run/store/verdicts.ts
function verdictKey(identity) {
	const { goalposts, baseline, candidate, goldenHash, trials, major } = identity;
	return canonicalHash({
		goalposts,
		baseline,
		candidate,
		goldenHash,
		trials,
		major
	});
}
function createVerdictStore(journal) {
	return {
		find: (key) => inOrder(journal.find(key))[0] ?? null,
		append: (verdict) => journal.append([verdict.key, scopeKey(verdict.scope)], verdict),
		history: (scope) => inOrder(journal.find(scopeKey(scope)))
	};
}
/** By time; verdicts of the same moment in the order in which they were written. */
function inOrder(verdicts) {
	return [...verdicts].reverse().sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}
function scopeKey(scope) {
	return canonicalHash({ scope });
}

// src/run/store/open-store.ts
const defaultMaximumBytes = 5e8;
/** Of the size. A verdict removed is a regression forgotten, so however many answers come, they take no room from it. */
const verdictShare = .1;
/**
* Opens a folder with `samples/`, `baselines/` and `verdicts/`: JSON Lines that are only ever appended to. A store crosses
* trust boundaries, so lines are signed: whoever can write there may take lines away, but add and change none.
* Throws a UserError where the folder cannot be written, and for nothing that stands in it.
*/
function openStore(directory, options) {
	const { now, secret } = options;
	const readonly = options.readonly === true || secret === null;
	const folders = [
		"samples",
		"baselines",
		"verdicts"
	].map((kind) => join(directory, kind));
	const trim = () => {
		const maximumBytes = options.maximumBytes ?? defaultMaximumBytes;
		trimSegments(folders.slice(0, 2), maximumBytes * .9, now());
		trimSegments(folders.slice(2), maximumBytes * verdictShare, now());
	};
	if (!readonly) {
		makeFolders(directory, folders);
		trim();
	}
	const dropped = {
		torn: 0,
		garbled: 0,
		unverified: 0,
		unreadable: 0
	};
	let problem = null;
	const closers = [];
	const open = (kind) => {
		const journal = openJournal({
			folder: join(directory, kind),
			seal: secret === null ? null : createSeal(secret, kind),
			readonly,
			now,
			writeBytes: options.writeBytes ?? writeSync,
			onFailure: (code) => {
				problem ??= notStored(directory, code);
			}
		}, dropped);
		closers.push(journal.close);
		return journal;
	};
	return {
		samples: createSampleStore(open("samples")),
		baselines: createBaselineStore(open("baselines")),
		verdicts: createVerdictStore(open("verdicts")),
		dropped,
		problem: () => problem,
		close() {
			for (const close of closers) close();
			if (!readonly) trim();
		}
	};
}

// src/run/store/secret.ts
const secretLength = 32;
/** Servers without keys are often given a word in place of one; whoever guesses it could sign. */
const shortestKey = 16;
/**
* What lines are signed with, from the providers' keys, in any order; null where none of them is a real key, and
* `readKeyFile` has to give one. Another set of keys reads nothing of what this one wrote, so a caller gives the keys of
* all providers that it knows, not of those that a run happens to need.
*/
function deriveSecret(providerKeys) {
	const keys = [...new Set(providerKeys)].filter((key) => key.length >= shortestKey).sort();
	if (keys.length === 0) return null;
	return new Uint8Array(hkdfSync("sha256", JSON.stringify(keys), "", "prompt-assay store secret", secretLength));
}
/**
* The random secret of a store whose providers have no keys, in `key` beside its folders; made where there is none.
* A file that others may read is not used but replaced: so is one that came with a checkout, since git keeps no such
* mode, and its author could have signed anything. Null where there is none and none may be made.
*/
function readKeyFile(directory, options = {}) {
	const file = join(directory, "key");
	const found = readSecret(file);
	if (found !== "missing" && found !== "unusable") return found;
	if (options.readonly) return null;
	makeFolder(directory);
	const draft = `${file}.${randomBytes(6).toString("hex")}`;
	try {
		writeFileSync(draft, randomBytes(secretLength), {
			mode: 384,
			flag: "wx"
		});
		if (found === "missing") publish(draft, file);
		else renameSync(draft, file);
	} catch (error) {
		throw unwritableStore(directory, error.code);
	} finally {
		rmSync(draft, { force: true });
	}
	const made = readSecret(file);
	if (made === "missing" || made === "unusable") throw unwritableStore(directory, "the key file is not kept as written");
	return made;
}
/** Two processes that start at once both end up with the file of the first: a link does not replace. */
function publish(draft, file) {
	try {
		linkSync(draft, file);
	} catch (error) {
		if (error.code !== "EEXIST") renameSync(draft, file);
	}
}
function readSecret(file) {
	let descriptor;
	try {
		descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
	} catch (error) {
		return error.code === "ENOENT" ? "missing" : "unusable";
	}
	try {
		const { mode, size } = fstatSync(descriptor);
		if (!(process.platform === "win32" || (mode & 63) === 0) || size !== secretLength) return "unusable";
		const secret = new Uint8Array(secretLength);
		return readSync(descriptor, secret, 0, secretLength, 0) === secretLength ? secret : "unusable";
	} catch {
		return "unusable";
	} finally {
		closeSync(descriptor);
	}
}

// src/pipeline/run-store.ts
/** The folder of the store, absolute. */
function storeFolder(root, { store }) {
	return store || join(root, ".assay");
}
/**
* Opens `.assay/` at the repository's root, or the folder that was named. Null where there is none to be had: the run
* goes on without, and the reason is told; only a folder that the user named must be usable.
*/
function openRunStore(root, providers, options, warn) {
	if (options.store === false || options.replay !== void 0) return null;
	const directory = storeFolder(root, options);
	try {
		const secret = deriveSecret(keysOf(providers, options)) ?? readKeyFile(directory);
		const now = options.now ?? (() => /* @__PURE__ */ new Date());
		return wrapStore(openStore(directory, {
			now,
			secret
		}), now);
	} catch (error) {
		if (!(error instanceof UserError) || options.store !== void 0) throw error;
		warn(`nothing is kept for the next run: ${error.message}`);
		return null;
	}
}
/** The keys of all providers that assay.yml knows: what is signed with them is not anybody's to forge. */
function keysOf(providers, { environment }) {
	return providers.map(({ keyEnv }) => keyEnv === void 0 ? "OPENAI_API_KEY" : keyEnv).flatMap((name) => name === null ? [] : environment[name]?.trim() ?? []);
}
function wrapStore(store, clock) {
	const confirmed = /* @__PURE__ */ new Map();
	return {
		store,
		journal: {
			find(_provider, request, slot) {
				if (slot.arm === "baseline" || slot.draw !== "compare") return null;
				const found = store.samples.find(sampleKey(modelOf(slot.version), request, identityOf(slot)));
				return found === null ? null : toSample(slot, found);
			},
			append(_provider, request, slot, sample) {
				if (sample.status !== "completed") return;
				const entry = storedAnswer(slot, sample, clock());
				if (slot.arm === "candidate") {
					const model = modelOf(slot.version);
					store.samples.append({
						...entry,
						key: sampleKey(model, request, identityOf(slot)),
						model,
						draw: slot.draw
					});
					return;
				}
				const trial = {
					...entry,
					caseHash: caseHash(slot.caseRun)
				};
				if (slot.draw === "compare") {
					store.baselines.append({
						...trial,
						draw: `baseline:${entry.at.slice(0, 10)}`
					});
					return;
				}
				const fresh = confirmed.get(slot.version.fingerprint) ?? [];
				const number = fresh.filter((each) => each.caseHash === trial.caseHash).length;
				fresh.push({
					...trial,
					trial: number,
					draw: slot.draw
				});
				confirmed.set(slot.version.fingerprint, fresh);
			}
		},
		confirmed,
		clock
	};
}
/** Over everything of a case that reaches the baseline's model, and its id. */
function caseHash({ planCase }) {
	return canonicalHash({
		id: planCase.testCase.id,
		values: planCase.baseline
	});
}
function modelOf(version) {
	return version.configuration.model ?? "";
}
function identityOf({ caseRun, trial, draw }) {
	return {
		caseId: caseRun.planCase.testCase.id,
		trial,
		draw
	};
}
function storedAnswer(slot, sample, now) {
	return {
		fingerprint: slot.version.fingerprint,
		case: sample.caseId,
		trial: slot.trial,
		at: now.toISOString(),
		latencyMs: sample.latencyMs,
		reply: sample.reply
	};
}
function toSample(slot, { latencyMs, reply }) {
	return {
		prompt: slot.plan.change.path,
		arm: slot.arm,
		caseId: slot.caseRun.planCase.testCase.id,
		trial: slot.trial,
		fingerprint: slot.version.fingerprint,
		attempts: 0,
		status: "completed",
		reply,
		latencyMs
	};
}
/** What the store could not keep, or found damaged: worth knowing, and no reason to stop. Torn lines are a run that was ended. */
function storeWarnings({ store }) {
	const { garbled, unverified, unreadable } = store.dropped;
	const dropped = garbled + unverified + unreadable;
	const problem = store.problem();
	return [...problem === null ? [] : [problem.message], ...dropped === 0 ? [] : [`${dropped} stored lines were left out: damaged, edited, or signed with other keys`]];
}

// src/pipeline/stored-baseline.ts
/** More stored answers of a case than this are not used. */
const mostTrials = 10;
/**
* Finds the baseline's stored answers. Null where less than half of the cases have any: then both arms are run.
* `maxAgeMs` null: at any age, because the model is gone and there will be no others.
*/
function findStoredBaseline(run, { store, clock }, settings) {
	const version = run.plan.baseline;
	if (version === null) return null;
	const now = clock();
	const since = settings.maxAgeMs === null ? null : new Date(now.getTime() - settings.maxAgeMs);
	const most = settings.baseline.trials === "auto" ? mostTrials : settings.baseline.trials;
	const trials = /* @__PURE__ */ new Map();
	for (const [position, entry] of run.cases.entries()) {
		const found = store.baselines.find({
			fingerprint: version.fingerprint,
			caseHash: caseHash(entry),
			since
		});
		if (found.length > 0) trials.set(position, found.slice(0, most));
	}
	if (trials.size === 0 || 2 * trials.size < run.cases.length) return null;
	const ages = findAges([...trials.values()].flat());
	return {
		trials,
		fewest: [...trials.values()].reduce((least, each) => Math.min(least, each.length), mostTrials),
		ageMs: ages === null ? 0 : Math.max(0, now.getTime() - ages.oldest.getTime())
	};
}
/** Puts the stored answers in the place of the baseline's samples, scored by the scorers of today. */
async function useStoredBaseline(run, stored, executor) {
	const version = run.plan.baseline;
	if (version === null) return;
	for (const [position, trials] of stored.trials) {
		const entry = run.cases[position];
		if (entry === void 0) continue;
		entry.baseline.length = 0;
		for (const [number, trial] of trials.slice(0, run.trials.baseline).entries()) {
			const slot = slotOf(run, position, version, "baseline", number, "compare");
			const sample = {
				...baselineSample(run.plan, trial),
				caseId: trial.case,
				trial: number
			};
			entry.baseline.push(await executor.keepStored(sample, slot));
		}
	}
	run.stored = { ageMs: stored.ageMs };
}
/** The pass rate of the stored answers by the scorers of today, for planning; null where nothing scores them. */
async function storedPassRate({ plan, cases }, { trials }) {
	let total = 0;
	let count = 0;
	for (const [position, [first]] of trials) {
		const planCase = cases[position]?.planCase;
		if (planCase === void 0 || first === void 0) continue;
		const scorers = plan.scorersFor(planCase.testCase).filter(({ metric }) => metric.gatesByDefault);
		const sample = {
			...baselineSample(plan, first),
			caseId: planCase.testCase.id,
			trial: 0
		};
		const { scores } = await toOutcome(sample, planCase.testCase, scorers.slice(0, 1), {
			index: 0,
			cached: true
		});
		const score = scores.get(scorers[0]?.metric.name ?? "");
		if (typeof score !== "number") continue;
		total += score;
		count++;
	}
	return count === 0 ? null : Math.min(1, total / count);
}
function baselineSample({ change, baseline }, { latencyMs, reply }) {
	return {
		prompt: change.path,
		arm: "baseline",
		fingerprint: baseline?.fingerprint ?? "",
		attempts: 0,
		status: "completed",
		reply,
		latencyMs
	};
}

// src/pipeline/stored-verdicts.ts
/** A report above this size is not kept: judging again from stored answers costs no call. */
const largestReport = 9e5;
/** Where the versions of one prompt are tried: its pull request or branch. */
function attemptScope(scope, plan) {
	return `${scope}#${plan.change.path}`;
}
/** The versions of a prompt judged before in this scope, oldest first; null where there is no store. */
function findAttempts(scope, plan, store) {
	if (store === null) return null;
	return store.store.verdicts.history(attemptScope(scope, plan)).flatMap(({ verdict, summary }) => {
		const fingerprint = isObject(summary) ? summary["candidate"] : void 0;
		return typeof fingerprint === "string" ? [{
			fingerprint,
			verdict
		}] : [];
	});
}
/**
* What the verdict of a run rests on: goalposts, both fingerprints and the golden set of every prompt, and our major
* version. A merge group or a rebase leaves all of it as it was, and gets the verdict again without another draw.
*/
function runKey(plans, config) {
	const { gate, run, baseline, providers } = config;
	const over = (value) => canonicalHash(plans.map(value));
	return verdictKey({
		goalposts: canonicalHash({
			gate,
			scorers: plans.map((plan) => plan.scorersHash),
			providers: Object.entries(providers).map(([name, { type, baseUrl }]) => [
				name,
				type,
				baseUrl
			]),
			advisory: plans.map((plan) => plan.advisory)
		}),
		baseline: over((plan) => plan.baseline?.fingerprint ?? null),
		candidate: over((plan) => [plan.change.path, plan.candidate?.fingerprint ?? null]),
		goldenHash: over((plan) => [plan.goldenHash, plan.added.map(({ testCase }) => testCase.id)]),
		trials: {
			trials: run.trials,
			maxTrials: run.maxTrials,
			baseline: baseline.trials
		},
		major: Number(version.split(".")[0])
	});
}
/** The verdict given before on the very same things. What could not be judged is no verdict. */
function findVerdict(key, store) {
	const found = store.store.verdicts.find(key);
	if (found === null || !isObject(found.summary)) return null;
	return {
		report: found.summary,
		at: found.at
	};
}
/** Keeps the verdict of the run, and of each prompt the version that was tried. */
function keepVerdict(key, report, runs, scope, { store, clock }) {
	const at = clock().toISOString();
	for (const [index, { plan }] of runs.entries()) {
		const prompt = report.prompts[index];
		if (plan.candidate === null || prompt === void 0) continue;
		const candidate = plan.candidate.fingerprint;
		const identity = canonicalHash({
			key,
			path: plan.change.path
		});
		const own = {
			scope: attemptScope(scope, plan),
			verdict: prompt.verdict,
			comparisons: [],
			at
		};
		store.verdicts.append({
			key: identity,
			...own,
			summary: { candidate }
		});
	}
	if (report.verdict === "error" || report.verdict === "skipped") return;
	const summary = report;
	if (JSON.stringify(summary).length > largestReport) return;
	store.verdicts.append({
		key,
		scope,
		verdict: report.verdict,
		comparisons: [],
		summary,
		at
	});
}

// src/pipeline/start-runs.ts
/** Sets every prompt up: how often each case is run, in which order, at which level it passes, and where its texts go. */
async function startRuns(plans, settings) {
	const started = [];
	let offset = 0;
	for (const plan of plans) {
		const next = await startRun(plan, settings, offset);
		started.push(next);
		offset += logSpan(next.run);
	}
	return started;
}
async function startRun(plan, settings, offset) {
	const { config, store, scope } = settings;
	const { gate, baseline } = config;
	const seed = settings.seed ?? `${plan.baseline?.fingerprint}:${plan.candidate?.fingerprint}:${plan.goldenHash}`;
	const fingerprint = plan.candidate?.fingerprint ?? "";
	const attempts = judgeAttempts(gate.alpha, fingerprint, findAttempts(scope, plan, store));
	const cases = plan.cases.map((planCase) => ({
		planCase,
		baseline: [],
		candidate: []
	}));
	const stored = store && findStoredBaseline({
		plan,
		cases
	}, store, {
		baseline,
		maxAgeMs: baseline.maxAgeMs
	});
	const planned = stored && {
		trials: stored.fewest,
		passRate: await storedPassRate({
			plan,
			cases
		}, stored)
	};
	const trials = plan.baseline === null ? trialsAlone(config.run) : planTrials(plan.cases.length, config, planned);
	return {
		run: startPrompt(plan, gate, {
			trials,
			seed,
			passAlpha: attempts.passAlpha,
			offset
		}),
		stored,
		attempts
	};
}

// src/pipeline/shard-facts.ts
/** Describes the run and this shard's part of it, so that the shards can be merged without the repository. */
function describeShard(shard, input) {
	const { command, names, goalposts, config, started } = input;
	const providers = canonicalHash(Object.entries(config.providers).map(([name, { type, baseUrl }]) => [
		name,
		type,
		baseUrl
	]));
	const prompts = started.map((each) => describePrompt(each, shard));
	const common = {
		of: shard.of,
		version,
		providers,
		gate: config.gate
	};
	const run = canonicalHash({
		...common,
		command,
		...names,
		goalposts,
		prompts: prompts.map(({ share: _share, ...prompt }, index) => [identify(started[index]), prompt])
	});
	return {
		index: shard.index,
		...common,
		run,
		prompts
	};
}
function identify({ run: { plan } }) {
	const { change, baseline, candidate, advisory } = plan;
	return [
		change.path,
		baseline?.fingerprint ?? null,
		candidate?.fingerprint ?? null,
		advisory
	];
}
function describePrompt({ run }, shard) {
	const { plan, trials, seed } = run;
	const share = (cases) => cases.filter(({ testCase }) => shardOf(testCase.id, shard.of) === shard.index).length;
	return {
		arms: {
			baseline: plan.baseline !== null,
			candidate: plan.candidate !== null
		},
		cases: {
			all: plan.cases.length,
			added: plan.added.length
		},
		share: {
			all: share(plan.cases),
			added: share(plan.added)
		},
		trials,
		seed,
		golden: plan.goldenHash,
		scorers: plan.scorersHash,
		metrics: metricsOf(plan),
		skipped: plan.skipped
	};
}

// src/pipeline/shard-journal.ts
/**
* The answers of one sharded run, so that a shard that is started again makes no call twice. Both arms are kept and
* found, but only within the run: a baseline that one shard has from before and another has not would be no comparison.
* A run is the same one in the same run of a workflow; elsewhere, on the same day.
*/
function shardJournal({ store, clock }, { run }, options) {
	const draw = `shard:${options.environment["GITHUB_RUN_ID"] ?? clock().toISOString().slice(0, 10)}:${run}`;
	const modelOf = ({ version }) => version.configuration.model ?? "";
	const keyOf = (request, slot) => {
		const identity = {
			caseId: slot.caseRun.planCase.testCase.id,
			trial: slot.trial,
			draw: `${draw}:${slot.arm}`
		};
		return sampleKey(modelOf(slot), request, identity);
	};
	return {
		find(_provider, request, slot) {
			const found = store.samples.find(keyOf(request, slot));
			if (found === null) return null;
			return {
				prompt: slot.plan.change.path,
				arm: slot.arm,
				caseId: slot.caseRun.planCase.testCase.id,
				trial: slot.trial,
				fingerprint: slot.version.fingerprint,
				attempts: 0,
				status: "completed",
				reply: found.reply,
				latencyMs: found.latencyMs
			};
		},
		append(_provider, request, slot, sample) {
			if (sample.status !== "completed") return;
			store.samples.append({
				key: keyOf(request, slot),
				case: sample.caseId,
				trial: slot.trial,
				draw,
				model: modelOf(slot),
				fingerprint: slot.version.fingerprint,
				at: clock().toISOString(),
				latencyMs: sample.latencyMs,
				reply: sample.reply
			});
		}
	};
}

// src/pipeline/take-shard.ts
/**
* Takes the samples of one shard: all trials of its cases, in one go. Nothing is compared, for a part of the golden set
* says nothing of the whole; the report holds what `merge` needs. No stored baseline is used: the shards would not
* have the same.
*/
async function takeShard(input) {
	const { shard, store, options } = input;
	const config = {
		...input.config,
		gate: {
			...input.config.gate,
			stopEarly: false
		}
	};
	const started = await startRuns(input.plans, {
		config,
		seed: options.seed,
		store: null,
		scope: input.scope
	});
	const names = namesOf(input.baseline, input.head);
	const { command, goalpostsSource: goalposts } = input;
	const facts = describeShard(shard, {
		command,
		names,
		goalposts,
		config,
		started
	});
	const slots = started.flatMap(({ run }) => nextSlots(run)).filter((slot) => isOf(shard, slot));
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
	const log = openSampleLog(join(folder, "samples.jsonl"));
	const journal = store && shardJournal(store, facts, options);
	const batches = openBatches(input.models, journal, storeFolder(input.root, options), options);
	const lines = describeCases(log, started, slots);
	const executor = createExecutor(input.models, config.run, lines, batches?.journal ?? journal, options);
	try {
		executor.counts.planned = slots.length;
		await batches?.fill(slots, executor.counts);
		await executor.take(slots);
		const samples = options.samplesFile === void 0 ? null : {
			path: basename(options.samplesFile),
			sha256: log.writeInOrder(options.samplesFile)
		};
		const warnings = [...input.warnings, ...store === null ? [] : storeWarnings(store)];
		return withoutVerdict(buildReport({
			command,
			baseline: input.baseline,
			head: input.head,
			goalposts,
			gate: config.gate,
			started,
			executor,
			log,
			samples,
			warnings,
			durationMs: Math.round(performance.now() - input.begun)
		}), {
			...facts,
			warnings
		}, started, slots.length);
	} finally {
		executor.close();
		batches?.close();
		store?.store.close();
		log.close();
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
function isOf(shard, { caseRun }) {
	return shardOf(caseRun.planCase.testCase.id, shard.of) === shard.index;
}
/** The same log, but each line says of its case what a merge needs to know. */
function describeCases(log, started, slots) {
	const positions = new Map(started.flatMap(({ run }) => [...run.cases, ...run.added].map((caseRun, position) => [caseRun, position])));
	const cases = new Map(slots.map(({ index, caseRun }) => [index, caseRun]));
	return {
		...log,
		append(index, line) {
			const caseRun = cases.get(index);
			if (caseRun === void 0 || !isObject(line)) return;
			const { weight, expected } = caseRun.planCase.testCase;
			const shard = {
				position: positions.get(caseRun) ?? 0,
				weight,
				expected
			};
			log.append(index, {
				...line,
				shard
			});
		}
	};
}
/** A shard has no verdict; where none of its calls was answered, it could not be taken. */
function withoutVerdict(report, facts, started, taken) {
	const { index, of } = facts;
	const open = taken > 0 && report.calls.failed === taken ? unanswered(report) : notYet;
	const prompts = report.prompts.map((prompt, position) => {
		const plan = started[position].run.plan;
		const verdict = plan.candidate === null ? {} : open;
		return {
			...prompt,
			trials: null,
			comparisons: [],
			added: null,
			cases: [],
			notes: plan.notes,
			...verdict
		};
	});
	const told = `This is shard ${index} of ${of}, with ${taken} samples: merge all ${of} for the verdict.`;
	const outcome = combineOutcomes(prompts.map(({ verdict }) => ({
		verdict,
		advisory: false
	})), facts.gate);
	const gate = {
		...report.gate,
		gatingComparisons: 0
	};
	return {
		...report,
		...outcome,
		gate,
		prompts,
		warnings: [told, ...report.warnings],
		shard: facts
	};
}
const notYet = {
	verdict: "skipped",
	reason: "shard"
};
function unanswered({ failures }) {
	return {
		verdict: "error",
		reason: [
			"refused-key",
			"missing-model",
			"missing-recording"
		].find((cause) => failures.some(({ kind }) => kind === cause)) ?? "failed"
	};
}

// src/pipeline/judge-plans.ts
/** The provider that needs no entry in assay.yml: its key signs the store, too. */
const builtInProvider = {
	type: "openai",
	baseUrl: null,
	file: null,
	place: { path: "assay.yml" }
};
/** From plans to the report: every mistake first, then the calls, then the verdicts. */
async function judgePlans(input) {
	const begun = performance.now();
	const { goalposts, options } = input;
	let { plans } = input;
	const connection = await connectProviders(plans, goalposts, input.root, options);
	if (options.fork === true && input.problems.length === 0 && connection.problems.length > 0) plans = plans.map((plan) => skipPlan(plan, connection.problems));
	else throwProblems([
		...input.problems,
		...connection.problems,
		...checkBatches(connection.models, options)
	]);
	const warnings = [...input.warnings];
	const providers = [...Object.values(goalposts.config.providers), builtInProvider];
	const keeps = input.command === "compare" && plans.some((plan) => plan.candidate !== null);
	const store = keeps ? openRunStore(input.root, providers, options, (warning) => warnings.push(warning)) : null;
	if (options.batch !== void 0 && keeps && store === null) throw new UserError(batchWithoutStore());
	const config = withSettings(goalposts.config, options);
	if (options.shard !== void 0) {
		const { shard } = options;
		return takeShard({
			...input,
			shard,
			plans,
			config,
			models: connection.models,
			warnings,
			store,
			begun
		});
	}
	const key = runKey(plans, config);
	const given = store && findVerdict(key, store);
	if (given) {
		store.store.close();
		return again(given.report, given.at, {
			...input,
			warnings
		});
	}
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
	const log = openSampleLog(join(folder, "samples.jsonl"));
	const kept = store?.journal ?? null;
	const batches = openBatches(connection.models, kept, storeFolder(input.root, options), options);
	const executor = createExecutor(connection.models, config.run, log, batches?.journal ?? kept, options);
	try {
		const started = await startRuns(plans, {
			config,
			seed: options.seed,
			store,
			scope: input.scope
		});
		const runs = started.map(({ run }) => run);
		executor.counts.planned = runs.reduce((sum, each) => sum + plannedSamples(each), 0);
		for (const { run, stored } of started) if (stored !== null) await useStoredBaseline(run, stored, executor);
		await batches?.fill(runs.flatMap(nextSlots), executor.counts);
		await runLooks(runs, executor, config.gate, (run) => standIn(run, goalposts, executor, store));
		const samples = options.samplesFile === void 0 ? null : {
			path: basename(options.samplesFile),
			sha256: log.writeInOrder(options.samplesFile)
		};
		if (store !== null) warnings.push(...storeWarnings(store));
		const report = buildReport({
			command: input.command,
			baseline: input.baseline,
			head: input.head,
			goalposts: input.goalpostsSource,
			gate: config.gate,
			started,
			executor,
			log,
			samples,
			warnings,
			durationMs: Math.round(performance.now() - begun)
		});
		if (store !== null) keep(report, key, runs, input.scope, store);
		return report;
	} finally {
		executor.close();
		batches?.close();
		store?.store.close();
		log.close();
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** The settings with what the caller wants otherwise. What comes in batches comes at once: there is nothing to stop. */
function withSettings(config, { trials, batch }) {
	const settings = withTrials(config, trials);
	return batch === void 0 ? settings : {
		...settings,
		gate: {
			...settings.gate,
			stopEarly: false
		}
	};
}
/** The settings with as many trials as the caller wants; unset: their own. */
function withTrials(config, trials) {
	return trials === void 0 ? config : {
		...config,
		run: {
			...config.run,
			trials
		}
	};
}
/** A baseline whose model is gone: its stored answers stand in at any age. */
async function standIn(run, { config }, executor, store) {
	const stored = store && findStoredBaseline(run, store, {
		baseline: config.baseline,
		maxAgeMs: null
	});
	if (stored === null) return false;
	await useStoredBaseline(run, stored, executor);
	return true;
}
/** Keeps the verdict; a baseline that fresh answers did not bear out is replaced by them. */
function keep(report, key, runs, scope, store) {
	for (const { plan, confirmation } of runs) {
		const fingerprint = plan.baseline?.fingerprint ?? "";
		if (confirmation === "not-confirmed") store.store.baselines.replace(fingerprint, store.confirmed.get(fingerprint) ?? []);
	}
	keepVerdict(key, report, runs, scope, store);
}
/** The verdict given before, for the revisions at hand: nothing is drawn again, and nothing was called. */
function again(report, at, { baseline, head, warnings }) {
	const told = `This verdict was given on ${at.slice(0, 16).replace("T", " at ")} UTC for the same prompts, golden sets and gate; nothing was called again.`;
	const { planned } = report.calls;
	return {
		...report,
		...namesOf(baseline, head),
		calls: {
			planned,
			made: 0,
			cached: planned,
			saved: 0,
			failed: 0
		},
		failures: [],
		durationMs: 0,
		warnings: [told, ...warnings],
		samples: null
	};
}

export { missingVariables as a, createExecutor as c, planRun as i, withTrials as n, connectProviders as o, startRuns as r, findModel as s, judgePlans as t };