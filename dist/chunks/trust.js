import { L as noPrice, M as noBatches, N as noCallCost, P as noFirstToken, _ as formatPlace, a as batchWithRecord, ct as shardedVariants, d as codeOfFork, et as quote, i as batchBeyond, k as nearest, n as UserError, o as batchWithoutStore, r as attributionInParts, ut as throwProblems, v as judgesItself, wt as unwritableStore } from "./errors.js";
import { i as isPlainData, n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { n as shardOf, r as shareOfLimit } from "./shard.js";
import { t as version } from "./version.js";
import { $ as addressesJudge, D as addOutcome, E as refuseJudges, F as questionsOf, G as rescoredLine, I as seenCases, J as withScores, K as sampleLine, L as slotOf, M as nextSlots, N as ownQuestionsOf, O as countPlannedCalls, P as placeOutcome, R as startPrompt, S as addStandings, T as judgesOf, V as leftOutLine, W as readSample, X as withoutVotes, Y as withoutScores, _ as runLooks, b as confer, c as withoutVersionNotes, d as callSettings, et as openSampleLog, f as leftOutWarnings, h as withOutcomes, i as namesOf, it as noticeCut, j as logSpan, k as findGone, m as examineSets, n as buildReport, nt as mayBeBilled, o as versionNotesByVerdict, ot as judgeAttempts, p as tellPlan, q as toOutcome, rt as notMade, s as withVersionsOf, t as createPacker, tt as isCutShort, v as dealSlots, w as combinationsOf, x as inParallel, y as metricsOf, z as isComplete } from "./pack-outcome.js";
import { c as runProgram, d as ownGroup, f as watchProgram, i as resolveModel, l as forgetProgram, o as recordingProvider, p as failed$2, r as providerTypes, u as killGroup } from "./registry.js";
import { c as firstTokenMetric, l as operationalMetrics, t as changedParts } from "./changed-parts.js";
import { r as isGated } from "./compare-metric.js";
import { i as trialsAlone, r as planTrials } from "./golden-power.js";
import { r as combineOutcomes } from "./judge-alone.js";
import { n as fileOfPrompt } from "./repository-path.js";
import { s as renderTemplate } from "./registry2.js";
import { r as usesMessages, t as buildRequest } from "./prompt-version.js";
import { a as createTokenEstimate, n as estimatePrompt } from "./estimate-run.js";
import { t as describeEstimate } from "./spending-words.js";
import { c as pLimit } from "./repository.js";
import { n as createShield } from "./shield.js";
import { a as storeFolder, d as sampleKey, i as openRunStore, l as verdictKey, n as caseHash, o as storePlace, s as storeWarnings, u as findAges } from "./run-store.js";
import { E as tellFirst, T as goldenHash, _ as checkScorer, b as measuresCall, d as loadConfig, h as lacksFiles, i as loadOptions, m as lacksFile, s as findPrompt, u as scanGolden, v as createScorer, w as caseHash$1, x as metricOf, y as filesOf } from "./find-changes.js";
import { t as inclusionNotes } from "./inclusion-notes.js";
import { t as defaultConfig } from "./config.js";
import { r as problemText } from "./warnings.js";
import { setMaxListeners } from "node:events";
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { spawn } from "node:child_process";

// src/code/host.ts
/** Megabytes that its values may take. */
const memory = 512;
/** The program of a host. What the module prints is dropped: it speaks by its result. */
const program = `
import { runInNewContext } from "node:vm";
const limit = Number(process.argv[1]);
let loading;
const load = async (url) => {
  const { default: score } = await import(url);
  if (typeof score !== "function") throw new Error("the module has no default export that is a function");
  return score;
};
const work = async ({ module, input, pattern, flags, text, searchMs }) => {
  if (module === undefined) {
    const search = () => new RegExp(pattern, flags).test(text);
    return runInNewContext("search()", { search }, { timeout: searchMs });
  }
  loading ??= load(module);
  return (await loading)(input);
};
process.on("message", async (task) => {
  let answer;
  try {
    const output = JSON.stringify((await work(task)) ?? null) ?? "null";
    answer = output.length > limit ? { error: "its result is too large" } : { output };
  } catch (error) {
    const late = task.module === undefined && error?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    answer = { error: late ? "it takes longer than " + task.searchMs + " ms" : "it threw " + String(error?.message ?? error).slice(0, 300) };
  }
  process.send(answer);
});
process.on("disconnect", () => process.exit());
`;
/** Makes a host; its process starts with the first task. */
function createHost({ directory, environment, outputLimit }) {
	const oneByOne = pLimit(1);
	let child = null;
	let closed = false;
	const start = () => {
		const flags = [
			`--max-old-space-size=${memory}`,
			"--input-type=module",
			"--eval",
			program,
			"--"
		];
		const started = spawn(process.execPath, [...flags, String(outputLimit)], {
			cwd: directory,
			env: environment,
			stdio: [
				"ignore",
				"ignore",
				"pipe",
				"ipc"
			],
			detached: ownGroup,
			windowsHide: true
		});
		watchProgram(started);
		started.on("close", () => forgetProgram(started));
		return started;
	};
	const stop = () => {
		if (child === null) return;
		killGroup(child);
		child = null;
	};
	const askNow = (task, timeoutMs) => {
		if (closed) return Promise.resolve(failed$1("the run was stopped"));
		child ??= start();
		const current = child;
		return new Promise((resolve) => {
			let complaint = "";
			const finish = (result, gone) => {
				clearTimeout(timer);
				current.off("message", onMessage).off("exit", onExit).off("error", onError);
				current.stderr?.off("data", onComplaint);
				if (gone) stop();
				resolve(result);
			};
			const onMessage = (message) => finish(readAnswer(message), false);
			const onExit = () => finish(failed$1(`it ended${complaint === "" ? "" : `: ${complaint.trim()}`}`), true);
			const onError = (error) => finish(failed$1(`it does not start: ${error.message}`), true);
			const onComplaint = (text) => {
				complaint = (complaint + text.toString("utf8")).slice(-500);
			};
			const timer = setTimeout(() => finish(failed$1(`it takes longer than ${timeoutMs / 1e3} s`), true), timeoutMs);
			current.on("message", onMessage).on("exit", onExit).on("error", onError);
			current.stderr?.on("data", onComplaint);
			current.send(task, () => {});
		});
	};
	return {
		ask: (task, timeoutMs) => oneByOne(() => askNow(task, timeoutMs)),
		close() {
			closed = true;
			stop();
		}
	};
}
function readAnswer(message) {
	const { output, error } = message;
	return output === void 0 ? failed$1(error ?? "it gave no result") : {
		status: "completed",
		output: JSON.parse(output)
	};
}
function failed$1(reason) {
	return {
		status: "failed",
		reason
	};
}

// src/code/code-runner.ts
/** Programs at once. */
const concurrency = 4;
/** A score and a reason are short. */
const outputLimit = 65536;
/** A search is ended after so long, in the process that makes it; that process has longer, for it may have to start first. */
const searchMs = 100;
const patternMs = 1e4;
const passedOn = [
	"PATH",
	"LANG",
	"LC_ALL",
	"TZ",
	"SystemRoot",
	"ComSpec",
	"PATHEXT"
];
/** Runs code of the repository from a folder of its own with the files it consists of, and nothing else of the repository. */
function createCodeRunner(options) {
	const limit = pLimit(concurrency);
	const ending = new AbortController();
	const signal = AbortSignal.any([ending.signal, ...options.signal ? [options.signal] : []]);
	const folders = /* @__PURE__ */ new Map();
	const hosts = /* @__PURE__ */ new Map();
	const folderOf = (program) => {
		const known = folders.get(program) ?? layOut(program?.files ?? /* @__PURE__ */ new Map());
		folders.set(program, known);
		return known;
	};
	const hostOf = (program, directory) => {
		const host = hosts.get(program) ?? createHost({
			directory,
			environment: environmentOf(options, directory),
			outputLimit
		});
		hosts.set(program, host);
		return host;
	};
	const runCommand = async (command, directory, { timeoutMs }, input) => {
		const time = AbortSignal.timeout(timeoutMs);
		return readEnd(await runProgram({
			command,
			directory,
			environment: environmentOf(options, directory),
			input: JSON.stringify(input),
			signal: AbortSignal.any([time, signal]),
			outputLimit
		}), time.aborted ? `it takes longer than ${timeoutMs / 1e3} s` : "the run was stopped");
	};
	signal.addEventListener("abort", () => {
		for (const host of hosts.values()) host.close();
	});
	return {
		async run(program, input) {
			if (signal.aborted) return failed("the run was stopped");
			const directory = await folderOf(program);
			const { start, timeoutMs } = program;
			if ("command" in start) return limit(() => runCommand(start.command, directory, program, input));
			const module = pathToFileURL(join(directory, start.module)).href;
			return hostOf(program, directory).ask({
				module,
				input
			}, timeoutMs);
		},
		async matches(pattern, flags, text) {
			if (signal.aborted) return failed("the run was stopped");
			return hostOf(null, await folderOf(null)).ask({
				pattern,
				flags,
				text,
				searchMs
			}, patternMs);
		},
		async close() {
			ending.abort();
			const made = await Promise.allSettled(folders.values());
			for (const folder of made) if (folder.status === "fulfilled") await rm(folder.value, {
				recursive: true,
				force: true
			});
		}
	};
}
/** Writes files into a new folder. */
async function layOut(files) {
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-code-"));
	for (const [path, bytes] of files) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), bytes, { mode: 448 });
	}
	return folder;
}
/** No key and no home: what a user keeps there is not for a scorer. */
function environmentOf({ environment }, directory) {
	const kept = passedOn.flatMap((name) => {
		const value = environment[name];
		return value === void 0 ? [] : [[name, value]];
	});
	return {
		...Object.fromEntries(kept),
		HOME: directory,
		TMPDIR: directory,
		TEMP: directory,
		TMP: directory
	};
}
function readEnd(end, stopped) {
	if (end.end === "stopped") return failed(stopped);
	if (end.end === "too-much") return failed("it writes more than 64 KiB");
	if (end.end === "not-started") return failed(`it does not start: ${end.reason}`);
	const complaint = end.complaint.trim().split("\n").at(-1) ?? "";
	const words = complaint === "" ? "" : `: ${complaint}`;
	if (end.end === "killed") return failed(`it was ended by ${end.by}${words}`);
	if (end.exitCode !== 0) return failed(`it ended with exit code ${end.exitCode}${words}`);
	try {
		return {
			status: "completed",
			output: JSON.parse(end.output)
		};
	} catch {
		return failed(`it writes no JSON: ${JSON.stringify(end.output.slice(0, 80))}`);
	}
}
function failed(reason) {
	return {
		status: "failed",
		reason
	};
}

// src/run/budget.ts
/** Of US dollars: sums of many small costs are not exact. */
const slack = 1e-9;
/** `onExhausted` is told once, as soon as a limit is met. */
function createBudget(limits, clock, onExhausted) {
	const { maxCost, maxCalls, maxDurationMs } = limits;
	const closing = new AbortController();
	const waiting = [];
	let calls = 0;
	let spent = 0;
	let reserved = 0;
	let underWay = 0;
	let met = null;
	const exhaust = (limit) => {
		if (met !== null) return;
		met = limit;
		for (const { admit } of waiting.splice(0)) admit(null);
		onExhausted(limit);
	};
	const begin = (cost) => {
		calls++;
		reserved += cost;
		underWay++;
		return { settle(actual) {
			underWay--;
			reserved -= cost;
			spent += actual ?? cost;
			admitWaiting();
		} };
	};
	const fits = (cost) => maxCost === null || spent + reserved + cost <= maxCost + slack;
	const admitWaiting = () => {
		for (let next = waiting[0]; next !== void 0; next = waiting[0]) {
			const noCall = maxCalls !== null && calls >= maxCalls;
			if (noCall || !fits(next.cost) && underWay === 0) exhaust(noCall ? "maxCalls" : "maxCost");
			if (met !== null || !fits(next.cost)) return;
			waiting.shift();
			next.admit(begin(next.cost));
		}
	};
	if (maxDurationMs !== null) clock.sleep(maxDurationMs, closing.signal).then(() => {
		if (!closing.signal.aborted) exhaust("maxDuration");
	});
	return {
		reserve: (cost) => new Promise((admit) => {
			if (met !== null) return admit(null);
			waiting.push({
				cost,
				admit
			});
			admitWaiting();
		}),
		exhausted: () => met,
		close: () => closing.abort()
	};
}

// src/run/clock.ts
/** The machine's own time. */
const systemClock = {
	now: () => performance.now(),
	sleep: (ms, signal) => new Promise((resolve) => {
		if (signal?.aborted) return resolve();
		const finish = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", finish);
			resolve();
		};
		const timer = setTimeout(finish, ms);
		signal?.addEventListener("abort", finish, { once: true });
	})
};

// src/run/doors.ts
const noCounterpart = {
	kind: "no-counterpart",
	message: "not called: the model refuses a parameter of the version that it is compared with",
	httpStatus: null,
	retryable: false,
	retryAfterMs: null
};
/**
* Doors to providers, to their models, and to these with the parameters of a version. The first attempt through one of the first two goes alone, for what it is refused for
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
	return (providerName, modelName, versionName, counterpartName) => {
		const provider = find(providerName);
		const model = find(`${providerName}/${modelName}`);
		const version = find(versionName === void 0 ? `${providerName}/${modelName}\0` : `\0${versionName}`);
		const counterpart = counterpartName === void 0 ? null : find(`\0${counterpartName}`);
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
				if (failure.kind === "missing-model") model.refusal ??= failure;
				if (failure.kind === "refused-parameter") version.refusal ??= failure;
			},
			refusal: () => provider.refusal ?? model.refusal ?? version.refusal ?? (counterpart?.refusal ? noCounterpart : null)
		};
	};
}

// src/run/allowance.ts
/** Whatever a provider asks for, nobody waits longer at once. */
const longestPauseMs$2 = 6e4;
function createAllowance() {
	let left = Number.POSITIVE_INFINITY;
	/** The most that was ever left: what the limit is, as far as is known. */
	let most = 0;
	let period = 0;
	let wholeAt = Number.NEGATIVE_INFINITY;
	return {
		note(told, sentSince, now) {
			if (told === null || told.resetMs === null) return;
			left = told.remaining - sentSince;
			most = Math.max(most, told.remaining);
			period = Math.min(longestPauseMs$2, told.resetMs);
			wholeAt = now + period;
		},
		take(amount) {
			left -= amount;
		},
		wait(amount, now) {
			if (left >= amount) return 0;
			if (now < wholeAt) return wholeAt - now;
			left = Math.max(most, amount);
			wholeAt = now + period;
			return 0;
		}
	};
}

// src/run/admitted.ts
const slotMs = 50;
const slots = 20;
function countAdmitted() {
	const counts = new Array(slots).fill(0);
	/** Which stretch of time each slot counts. */
	const stretches = new Array(slots).fill(-1);
	let first = null;
	const add = (time, count) => {
		const stretch = Math.floor(time / slotMs);
		const slot = (stretch % slots + slots) % slots;
		if ((stretches[slot] ?? -1) > stretch) return;
		if (stretches[slot] !== stretch) {
			stretches[slot] = stretch;
			counts[slot] = 0;
		}
		counts[slot] = (counts[slot] ?? 0) + count;
	};
	return {
		start(now) {
			first ??= now;
			add(now, 1);
		},
		reject: (startedAt, now) => now - startedAt < 1e3 ? add(startedAt, -1) : void 0,
		rate(now) {
			const oldest = Math.floor(now / slotMs) - slots + 1;
			const total = counts.reduce((sum, count, slot) => sum + ((stretches[slot] ?? -1) >= oldest ? count : 0), 0);
			const span = Math.min(1e3, Math.max(slotMs, now - (first ?? now)));
			return Math.max(0, total) / span;
		}
	};
}

// src/run/throttle.ts
/** Timers are late by a millisecond or two; what that loses may be made up for within this time, and no more. */
const slackMs = 50;
/** A throttle of this rate a millisecond; infinite: none. */
function createThrottle(perMs) {
	let rate = perMs;
	/** When all that was taken has been earned. */
	let due = Number.NEGATIVE_INFINITY;
	return {
		wait: (now) => rate === Number.POSITIVE_INFINITY ? 0 : Math.max(0, due - now),
		take(amount, now) {
			due = Math.max(due, now - slackMs) + amount / rate;
		},
		correct(amount) {
			due += amount / rate;
		},
		setRate(next) {
			rate = next;
		}
	};
}

// src/run/pace.ts
const firstWindow = 8;
const widestWindow = 256;
/** A server that answers so much later than it can is no faster for more calls at once: they wait there. */
const queueing = 1.5;
/** Of what a server has just admitted: what is asked of it after it turned a call away. */
const cut = .95;
/** Calls that are turned away within so short a time are one piece of news. */
const betweenCutsMs = 100;
/** Where several in a row are turned away, calls go one by one: so long after each other at first, and twice as long each time. */
const firstPauseMs$1 = 25;
const longestPauseMs$1 = 5e3;
/**
* Growth of the rate a second: after a cut gently, for the limit is near; but it doubles with every while in which no call
* is turned away, for a cut can also come of a few calls that arrived at once.
*/
const gentleGrowth = .03;
const doublingMs = 1500;
const quickestGrowth = .5;
/** One call a second: below that, calls that go one by one find out by themselves how often they may. */
const slowest = 1 / 1e3;
/** After a 5xx nothing grows for so long. */
const calmMs = 5e3;
/**
* Additive growth while answers come and calls wait, multiplicative cuts where a call is turned away (429). The window
* doubles with every round at first, as TCP's does. Windows alone are too coarse: at 20 ms a call, two calls at once
* are 100 a second, so a rate is kept, too, once there is a limit: a little less than what was admitted within the second
* before. Calls that were under way at a cut are not news of it. `fixed` keeps the window as it is.
*/
function createPace(fixed) {
	const admitted = countAdmitted();
	const throttle = createThrottle(Number.POSITIVE_INFINITY);
	let window = fixed ?? firstWindow;
	/** Below it the window grows by one with every answer, beyond it by one with every round. */
	let threshold = Number.POSITIVE_INFINITY;
	let rate = Number.POSITIVE_INFINITY;
	let cutAt = Number.NEGATIVE_INFINITY;
	let grownAt = 0;
	let calmUntil = Number.NEGATIVE_INFINITY;
	let paused = Number.NEGATIVE_INFINITY;
	/** Calls turned away since the last that was admitted, each begun after the one before had come back. */
	let inRow = 0;
	let resumedAt = Number.NEGATIVE_INFINITY;
	let rejectedAt = Number.NEGATIVE_INFINITY;
	const round = {
		size: window,
		calls: 0,
		latency: 0,
		mean: 0,
		best: Number.POSITIVE_INFINITY
	};
	const pauseInRow = () => inRow < 2 ? 0 : Math.min(longestPauseMs$1, firstPauseMs$1 * 2 ** (inRow - 2));
	const setRate = (next) => {
		rate = next;
		throttle.setRate(next);
	};
	const shrink = ({ startedAt, endedAt, what, underWay }) => {
		if (startedAt < cutAt || endedAt < cutAt + betweenCutsMs) return;
		cutAt = endedAt;
		grownAt = endedAt;
		if (fixed === null) {
			threshold = window * (what === "timeout" ? .5 : cut);
			window = Math.max(1, Math.floor(what === "timeout" ? window / 2 : Math.min(window, underWay + 1) * cut));
		}
		if (what === "timeout") return;
		const now = admitted.rate(endedAt);
		if (now > 0) setRate(Math.max(slowest, Math.min(rate, now) * cut));
	};
	const growRate = (now) => {
		if (rate === Number.POSITIVE_INFINITY) return;
		const growth = Math.min(quickestGrowth, gentleGrowth * 2 ** ((now - cutAt) / doublingMs));
		setRate(rate * (1 + growth * Math.min(1e3, now - grownAt) / 1e3));
		grownAt = now;
	};
	const growWindow = ({ startedAt, endedAt }) => {
		round.calls++;
		round.latency += endedAt - startedAt;
		if (round.calls >= round.size) {
			round.mean = round.latency / round.calls;
			round.best = Math.min(round.best, round.mean);
			round.size = window;
			round.calls = 0;
			round.latency = 0;
		}
		const gentle = 2 ** ((endedAt - cutAt) / (2 * (endedAt - startedAt) + 1)) / window;
		const growth = window < threshold ? 1 : Math.min(1, gentle);
		if (window >= widestWindow || round.mean > queueing * round.best) return;
		window = Math.min(widestWindow, window + growth);
	};
	return {
		get window() {
			return Math.floor(window);
		},
		get rate() {
			return rate;
		},
		wait: (now) => Math.max(0, paused - now, throttle.wait(now)),
		start(now) {
			admitted.start(now);
			throttle.take(1, now);
			paused = Math.max(paused, now + pauseInRow());
		},
		end(outcome) {
			const { what, startedAt, endedAt, demand } = outcome;
			if (what === "rejected") {
				admitted.reject(startedAt, endedAt);
				if (startedAt >= rejectedAt) {
					inRow++;
					rejectedAt = endedAt;
					paused = Math.max(paused, endedAt + pauseInRow());
				}
			} else if (what === "answered" && startedAt >= Math.max(cutAt, resumedAt)) inRow = 0;
			if (what === "rejected" || what === "timeout") shrink(outcome);
			if (what === "overloaded" || what === "timeout") calmUntil = endedAt + calmMs;
			if (what !== "answered") return;
			if (!demand || endedAt < calmUntil) {
				grownAt = endedAt;
				return;
			}
			growRate(endedAt);
			if (fixed === null) growWindow(outcome);
		},
		pauseUntil(time) {
			paused = Math.max(paused, time);
			resumedAt = Math.max(resumedAt, time);
			inRow = Math.max(inRow, 2);
		}
	};
}

// src/run/lane.ts
/** A model from which for so long, and so often in a row, nothing came but failures is given up. */
const patienceMs = 12e4;
const patienceCalls = 10;
function createLane(fixed, quota, clock) {
	const pace = createPace(fixed);
	const requests = createAllowance();
	const tokensLeft = createAllowance();
	const first = /* @__PURE__ */ new Set();
	const repeats = /* @__PURE__ */ new Set();
	const closed = new AbortController();
	let active = 0;
	let started = 0;
	let timer = null;
	/** Mean tokens of an answered call, from the latest ones. */
	let usualTokens = 0;
	const misfortune = {
		calls: 0,
		since: clock.now(),
		last: null
	};
	const waitFor = (now) => Math.max(pace.wait(now), quota.requests?.wait(now) ?? 0, quota.tokens?.wait(now) ?? 0, requests.wait(1, now), tokensLeft.wait(usualTokens, now));
	/** Admits whoever may go now, and comes back when the next one may. */
	const pump = () => {
		for (;;) {
			if (active >= pace.window) return;
			const now = clock.now();
			const wait = waitFor(now);
			const queue = repeats.size > 0 ? repeats : first;
			const [waiter] = queue;
			if (waiter === void 0) return;
			if (wait > 0) {
				wakeAt(now + wait);
				return;
			}
			queue.delete(waiter);
			waiter(occupy(now));
		}
	};
	/** One timer at a time: the earliest. */
	const wakeAt = (time) => {
		if (timer !== null && timer <= time) return;
		timer = time;
		clock.sleep(Math.max(1, time - clock.now()), closed.signal).then(() => {
			if (timer === time) timer = null;
			pump();
		});
	};
	const occupy = (startedAt) => {
		const tokens = usualTokens;
		active++;
		const number = ++started;
		pace.start(startedAt);
		requests.take(1);
		tokensLeft.take(tokens);
		quota.requests?.take(1, startedAt);
		quota.tokens?.take(tokens, startedAt);
		return { leave(result, used) {
			active--;
			const endedAt = clock.now();
			if (used !== null) {
				quota.tokens?.correct(used - tokens);
				usualTokens = usualTokens === 0 ? used : .9 * usualTokens + .1 * used;
			}
			pace.end({
				startedAt,
				endedAt,
				what: outcomeOf(result),
				demand: first.size + repeats.size > 0,
				underWay: active
			});
			const since = started - number;
			requests.note(result.limits?.requests ?? null, since, endedAt);
			tokensLeft.note(result.limits?.tokens ?? null, since * usualTokens, endedAt);
			const asked = result.status === "failed" ? result.failure.retryAfterMs ?? 0 : 0;
			if (asked > 0) pace.pauseUntil(endedAt + Math.min(longestPauseMs$2, asked));
			note(result, endedAt);
			pump();
		} };
	};
	const note = (result, now) => {
		if (result.status === "failed" && isCutShort(result.failure)) return;
		if (result.status === "failed" && result.failure.retryable) {
			if (misfortune.calls === 0) misfortune.since = now;
			misfortune.calls++;
			misfortune.last = result.failure;
		} else misfortune.calls = 0;
	};
	return {
		enter: (repeat) => new Promise((admit) => {
			if (closed.signal.aborted) return admit(null);
			(repeat ? repeats : first).add(admit);
			pump();
		}),
		close() {
			closed.abort();
			for (const admit of [...repeats, ...first]) admit(null);
			repeats.clear();
			first.clear();
		},
		down: () => misfortune.calls >= patienceCalls && clock.now() - misfortune.since >= patienceMs ? misfortune.last : null
	};
}
function outcomeOf(result) {
	if (result.status === "completed") return "answered";
	const { kind } = result.failure;
	if (kind === "rate-limit") return "rejected";
	if (kind === "timeout") return "timeout";
	return kind === "server" || kind === "connection" || kind === "malformed" ? "overloaded" : "other";
}

// src/run/lanes.ts
function createLanes(concurrency, quotaOf, clock) {
	const providers = /* @__PURE__ */ new Map();
	const lanes = /* @__PURE__ */ new Map();
	let closed = false;
	const open = (provider) => {
		const found = providers.get(provider) ?? {
			quota: openQuota(quotaOf(provider)),
			cap: concurrency === "auto" ? null : pLimit(concurrency)
		};
		providers.set(provider, found);
		const lane = createLane(concurrency === "auto" ? null : concurrency, found.quota, clock);
		if (closed) lane.close();
		return {
			lane,
			cap: found.cap
		};
	};
	return {
		find(provider, model) {
			const name = `${provider}\n${model}`;
			const found = lanes.get(name) ?? open(provider);
			lanes.set(name, found);
			return found;
		},
		close() {
			closed = true;
			for (const { lane } of lanes.values()) lane.close();
		}
	};
}
const minuteMs = 6e4;
function openQuota({ requestsPerMinute, tokensPerMinute }) {
	const throttle = (perMinute) => perMinute === void 0 ? null : createThrottle(perMinute / minuteMs);
	return {
		requests: throttle(requestsPerMinute),
		tokens: throttle(tokensPerMinute)
	};
}

// src/run/retry.ts
const firstPauseMs = 500;
const longestPauseMs = 2e4;
/** A provider may ask for more patience than this; the run does not have it. */
const longestAskedMs = 6e4;
/** Calls until an answer comes, the failure is final, or time or attempts are used up. The one place that retries. */
async function callWithRetry(attempt, options) {
	const { clock } = options;
	const failures = [];
	let latencyMs = 0;
	let begun = null;
	let counted = 0;
	for (;;) {
		const refusal = options.refusal();
		const next = refusal === null ? await attempt(failures.length > 0) : {
			made: false,
			failure: refusal
		};
		if (!next.made) return {
			result: {
				status: "failed",
				failure: next.failure
			},
			attempts: failures.length,
			failures,
			latencyMs
		};
		const { result } = next;
		latencyMs = next.latencyMs;
		begun ??= clock.now() - latencyMs;
		const finish = () => ({
			result,
			attempts: failures.length + 1,
			failures,
			latencyMs
		});
		if (result.status === "completed" || !result.failure.retryable) return finish();
		if (result.failure.kind !== "rate-limit") counted++;
		if (counted > options.retries) return finish();
		const pause = pauseAfter(failures.length + 1, result.failure, options.random);
		if (clock.now() + pause - begun > options.deadlineMs) return finish();
		failures.push(result.failure);
		await clock.sleep(pause, options.signal);
	}
}
/** Full jitter under a bound that doubles, so that calls that failed together do not return together; never sooner than asked. */
function pauseAfter(attempts, failure, random) {
	const jittered = random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
	return Math.max(jittered, Math.min(failure.retryAfterMs ?? 0, longestAskedMs));
}

// src/run/timeouts.ts
/** The longest delay of a timer; a larger one would fire at once. */
const longestDelayMs$1 = 2 ** 31 - 1;
/** A controller a task, and no listener on a signal of all: listeners by the thousand are slow, and warned of. */
function createTimeouts(timeoutMs) {
	const active = /* @__PURE__ */ new Set();
	let aborted = null;
	return {
		async run(task) {
			const controller = new AbortController();
			if (aborted !== null) controller.abort(aborted.reason);
			active.add(controller);
			const expire = () => controller.abort(new DOMException("the time is up", "TimeoutError"));
			const timer = setTimeout(expire, Math.min(timeoutMs, longestDelayMs$1));
			try {
				return await task(controller.signal);
			} finally {
				clearTimeout(timer);
				active.delete(controller);
			}
		},
		abort(reason) {
			aborted ??= { reason };
			for (const controller of active) controller.abort(reason);
		}
	};
}

// src/run/caller.ts
const usualRetries = 3;
/** A call that is turned away over and over is repeated for so long. */
const leastDeadlineMs = 3e5;
/** What is under way when a run is interrupted has so long to finish. */
const graceMs = 5e3;
const noLimits = {
	maxCost: null,
	maxCalls: null,
	maxDurationMs: null
};
/** Opens the way to models for a whole run, over all of its rounds. */
function createCaller(options) {
	const { concurrency, timeoutMs, retries = usualRetries, clock = systemClock } = options;
	const totals = {
		made: 0,
		rejected: 0,
		cost: 0,
		unpriced: 0
	};
	const findWay = createDoors();
	const timeouts = createTimeouts(timeoutMs);
	const estimate = createTokenEstimate();
	const ways = createLanes(concurrency, options.quotaOf ?? (() => ({})), clock);
	/** Ends pauses and queues; what is under way goes on. */
	const stopping = new AbortController();
	setMaxListeners(0, stopping.signal);
	const closing = new AbortController();
	let stopped = null;
	const stop = (reason) => {
		stopped ??= reason;
		stopping.abort();
		ways.close();
	};
	const abort = (reason) => {
		stop("interrupted");
		timeouts.abort(reason);
	};
	const interrupt = () => {
		stop("interrupted");
		clock.sleep(graceMs, closing.signal).then(() => abort(options.signal?.reason));
	};
	options.signal?.addEventListener("abort", interrupt, { once: true });
	if (options.signal?.aborted) interrupt();
	const { limits = noLimits } = options;
	const counted = limits.maxCost !== null;
	const budget = createBudget(limits, clock, stop);
	/** Counts what an attempt cost, and returns it; null where that cannot be known. */
	const account = (result, price) => {
		if (result.status === "failed") {
			if (result.failure.kind === "rate-limit") totals.rejected++;
			return mayBeBilled(result.failure) ? null : 0;
		}
		const cost = result.reply.cost ?? price?.costOf(result.reply.tokens) ?? null;
		if (cost === null) totals.unpriced++;
		else totals.cost += cost;
		return cost;
	};
	/** One attempt that has its place: made, where the budget has room for it. */
	const attemptAt = async (place, call, request, way) => {
		const price = options.priceOf?.(call.provider.name, call.model) ?? null;
		const reservation = await budget.reserve(price === null || !counted ? 0 : estimate.costOf(request, price));
		if (reservation === null || stopped === "interrupted") {
			const failure = notMade(stopped ?? "interrupted");
			reservation?.settle(0);
			place.leave({
				status: "failed",
				failure
			}, 0);
			return {
				made: false,
				failure
			};
		}
		totals.made++;
		const startedAt = clock.now();
		let result = {
			status: "failed",
			failure: notMade("interrupted")
		};
		try {
			result = await timeouts.run((signal) => call.provider.call(request, call.identity, signal));
			if (result.status === "failed") way.note(result.failure);
			else estimate.note(request, result.reply.tokens);
			return {
				made: true,
				result,
				latencyMs: clock.now() - startedAt
			};
		} finally {
			reservation.settle(account(result, price));
			place.leave(result, tokensOf(result));
			way.release();
		}
	};
	return {
		async call(call) {
			const { lane, cap } = ways.find(call.provider.name, call.model);
			const way = findWay(call.provider.name, call.model, call.fingerprint, call.counterpart);
			const refusal = () => way.refusal() ?? lane.down() ?? (stopped === null ? null : notMade(stopped));
			await way.enter();
			let request = null;
			const attempt = async (repeat) => {
				const place = await lane.enter(repeat);
				const failure = refusal();
				if (place === null || failure !== null) {
					const result = {
						status: "failed",
						failure: failure ?? notMade("interrupted")
					};
					place?.leave(result, 0);
					return {
						made: false,
						failure: result.failure
					};
				}
				request ??= await call.request();
				const built = request;
				return cap === null ? attemptAt(place, call, built, way) : cap(() => attemptAt(place, call, built, way));
			};
			try {
				const deadlineMs = Math.max(leastDeadlineMs, (retries + 1) * timeoutMs);
				const { random = Math.random } = options;
				return await callWithRetry(attempt, {
					retries,
					deadlineMs,
					random,
					clock,
					signal: stopping.signal,
					refusal
				});
			} finally {
				way.release();
			}
		},
		totals,
		stopped: () => stopped,
		abort,
		close() {
			options.signal?.removeEventListener("abort", interrupt);
			closing.abort();
			budget.close();
		}
	};
}
/** All that a call took; null where the provider does not say. */
function tokensOf(result) {
	if (result.status === "failed") return 0;
	const { input, output } = result.reply.tokens;
	return input === null || output === null ? null : input + output;
}

// src/run/tool-answers.ts
/**
* What a recorded tool answers to a call; null where nothing was recorded for it. Of the results with the call's name
* that counts whose arguments are the call's; else the one that states most of them, the first where several do.
* A result without arguments answers every call of its name, one whose arguments are no JSON object among them.
*/
function findToolAnswer(results, call) {
	const given = parseArguments(call.arguments);
	let best = null;
	let bestRank = -1;
	for (const result of results) {
		if (result.name !== call.name || !fits(result.arguments, given)) continue;
		const rank = rankOf(result.arguments, given);
		if (rank > bestRank) [best, bestRank] = [result, rank];
	}
	return best?.result ?? null;
}
function fits(wanted, given) {
	return wanted === null || given !== null && isPartOf(wanted, given);
}
/** The more values a result states, the better it knows the call; all of them is best. */
function rankOf(wanted, given) {
	if (wanted === null || given === null) return 0;
	return canonicalJson(wanted) === canonicalJson(given) ? Number.POSITIVE_INFINITY : 1 + countValues(wanted);
}
/** Maps are compared by the keys of the part, at every depth; all else must be equal. */
function isPartOf(part, whole) {
	if (whole === void 0) return false;
	if (!isObject(part)) return canonicalJson(part) === canonicalJson(whole);
	if (!isObject(whole)) return false;
	return Object.entries(part).every(([key, value]) => Object.hasOwn(whole, key) && isPartOf(value, whole[key]));
}
function countValues(value) {
	return isObject(value) ? Object.values(value).reduce((sum, entry) => sum + countValues(entry), 0) : 1;
}
/** Null where a model wrote something else. No arguments at all are none. */
function parseArguments(text) {
	if (text.trim() === "") return {};
	try {
		const value = JSON.parse(text);
		return isObject(value) && isPlainData(value) ? value : null;
	} catch {
		return null;
	}
}

// src/run/take-turns.ts
/** Calls of the model in one sample at most, where the case does not say. */
const usualMaxTurns = 10;
/**
* Calls the model, answers the tools that it calls with what was recorded, and calls it again, until it stops, a call
* has no recorded answer, or it has had its turns; what then is unanswered stands in the reply. Each turn is a call
* like any other, with its own place, retries and limit of time. The last answer is the reply, with the exchange before
* it; attempts, times, tokens and cost are those of all turns. A call that fails ends the sample.
*/
async function takeTurns(call, caller, answers) {
	const maxTurns = answers?.maxTurns ?? usualMaxTurns;
	const exchange = [];
	let attempts = 0;
	let latencyMs = 0;
	const failures = [];
	let before = null;
	for (let turn = 1;; turn += 1) {
		const done = await caller.call(turn === 1 ? call : continued(call, [...exchange]));
		attempts += done.attempts;
		latencyMs += done.latencyMs;
		failures.push(...done.failures);
		if (done.result.status === "failed") return {
			...done,
			attempts,
			failures,
			latencyMs
		};
		const reply = before === null ? done.result.reply : addUp(before, done.result.reply);
		const next = turn < maxTurns ? answerTools(reply, answers, turn) : null;
		if (next === null) {
			const whole = {
				...reply,
				exchange: [...exchange, ...reply.exchange]
			};
			return {
				...done,
				result: {
					status: "completed",
					reply: whole
				},
				attempts,
				failures,
				latencyMs
			};
		}
		exchange.push(...reply.exchange, ...next);
		before = reply;
	}
}
function continued(call, exchange) {
	return {
		...call,
		async request() {
			const request = await call.request();
			return {
				...request,
				messages: [...request.messages, ...exchange]
			};
		}
	};
}
/** The model's turn and the tools' answers to it; null where it called none, or one that nothing answers. */
function answerTools(reply, answers, turn) {
	if (answers === null || reply.toolCalls.length === 0) return null;
	const answered = [];
	const toolCalls = reply.toolCalls.map((call, index) => ({
		...call,
		id: call.id ?? `call_${turn}_${index + 1}`
	}));
	for (const call of toolCalls) {
		const content = findToolAnswer(answers.toolResults, call);
		if (content === null) return null;
		answered.push({
			role: "tool",
			content,
			toolCallId: call.id
		});
	}
	return [{
		role: "assistant",
		content: reply.text,
		toolCalls
	}, ...answered];
}
/** The later reply, with what both took. What one of them does not tell is unknown. */
function addUp(earlier, later) {
	const sum = (one, other) => one === null || other === null ? null : one + other;
	const added = Object.keys({
		...earlier.tokens,
		...later.tokens
	}).map((key) => [key, sum(earlier.tokens[key] ?? absent(key), later.tokens[key] ?? absent(key))]);
	const tokens = Object.fromEntries(added);
	return {
		...later,
		tokens,
		cost: sum(earlier.cost, later.cost),
		timeToFirstTokenMs: earlier.timeToFirstTokenMs
	};
}
function absent(key) {
	return key === "cacheWriteHour" ? 0 : null;
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
	const { result, attempts, failures, latencyMs } = await takeTurns(call, caller, call.tools ?? null);
	const { prompt, arm, caseId, trial, fingerprint } = call;
	const base = {
		prompt,
		arm,
		caseId,
		trial,
		fingerprint,
		attempts,
		...failures.length === 0 ? {} : { failures }
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

// src/pipeline/calls/fill-request.ts
const hashed = /^sha256:([0-9a-f]{64})$/;
/** The request with the bytes of its files, read now: they are held as long as the call and no longer. */
async function fillRequest(request, files) {
	if (!request.messages.some(({ content }) => typeof content !== "string")) return request;
	const messages = await Promise.all(request.messages.map(async (message) => typeof message.content === "string" ? message : {
		...message,
		content: await Promise.all(message.content.map((part) => fillPart(part, files)))
	}));
	return {
		...request,
		messages
	};
}
async function fillPart(part, files) {
	if (part.type === "text") return part;
	const [, sha256 = ""] = hashed.exec(part.data) ?? [];
	const file = files.get(sha256);
	const bytes = await file?.read() ?? null;
	if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== sha256) throw new UserError({
		message: `the file ${file?.path ?? sha256} was changed while the run was under way`,
		hint: "Run again, and leave the files of the cases as they are until it is done."
	});
	return {
		...part,
		data: Buffer.from(bytes).toString("base64")
	};
}

// src/pipeline/calls/scorer-tools.ts
/**
* Lets scorers ask models on the same way as samples. Within a run the same question about the same case, trial and draw
* is asked once: where both arms gave the same output, they share the opinion.
*/
function createScorerTools({ models, caller, journal, onCall }) {
	/** Answers that the journal gives back are left to it: there are as many as samples. */
	const asked = /* @__PURE__ */ new Map();
	const callModel = async (written, request, identity, { provider, further, onPaid }) => {
		const tell = (attempts, result) => {
			const call = {
				model: written,
				attempts,
				result,
				further
			};
			onCall(call);
			onPaid(call);
		};
		const stored = journal?.find(written, request, identity) ?? null;
		if (stored !== null) {
			const result = {
				status: "completed",
				reply: stored
			};
			tell(0, result);
			return result;
		}
		const { result, attempts, latencyMs } = await caller.call({
			provider,
			identity,
			model: request.model,
			request: () => request
		});
		if (result.status === "completed") journal?.append(written, request, identity, {
			reply: result.reply,
			latencyMs
		});
		tell(attempts, result);
		return result;
	};
	/** A failure is asked again when the question comes again; vectors are too large to be kept. */
	const askOnce = (written, request, identity, way) => {
		const key = createHash("sha256").update(sampleKey(written, request, identity)).digest("base64url");
		const findKept = () => journal?.find(written, request, identity) ?? null;
		const earlier = asked.get(key);
		const kept = earlier === "kept" ? findKept() : null;
		if (kept !== null) return Promise.resolve({
			status: "completed",
			reply: kept
		});
		if (earlier !== void 0 && earlier !== "kept") return earlier;
		const answer = callModel(written, request, identity, way);
		asked.set(key, answer);
		return answer.then((result) => {
			if (result.status === "failed" || request.format?.["type"] === "embedding") asked.delete(key);
			else if (findKept() !== null) asked.set(key, "kept");
			return result;
		});
	};
	return (sample, onPaid = () => {}) => ({
		async ask({ model, request, purpose, further = false }) {
			const found = models.get(model);
			if (found === void 0) return unknownModel(model);
			const { provider } = found;
			return askOnce(model, {
				model: found.model,
				...request
			}, {
				...sample,
				purpose
			}, {
				provider,
				further,
				onPaid
			});
		},
		async embed({ model, texts, purpose }) {
			const found = models.get(model);
			if (found === void 0) return unknownModel(model);
			const { provider } = found;
			if (provider.embed === void 0) return cannotEmbed$1(model);
			const request = embeddingRequest(found.model, texts);
			const embedder = {
				name: provider.name,
				call: provider.embed.bind(provider)
			};
			const result = await askOnce(model, request, {
				...sample,
				purpose
			}, {
				provider: embedder,
				further: false,
				onPaid
			});
			return result.status === "failed" ? result : readVectors(result.reply.text, texts.length);
		}
	});
}
/** Embeddings travel as any other request does; what they are is told by their format. */
function embeddingRequest(model, texts) {
	return {
		model,
		messages: texts.map((content) => ({
			role: "user",
			content
		})),
		parameters: {},
		format: { type: "embedding" },
		tools: null
	};
}
function readVectors(text, count) {
	const vectors = parse(text);
	const isVector = (value) => Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number");
	return Array.isArray(vectors) && vectors.length === count && vectors.every(isVector) ? {
		status: "completed",
		vectors
	} : failedWith("malformed", "the answer holds no embeddings of these texts");
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
function unknownModel(model) {
	return failedWith("missing-model", `no provider for the model ${JSON.stringify(model)} that the scorer asks`);
}
function cannotEmbed$1(model) {
	return failedWith("rejected", `the provider of ${JSON.stringify(model)} has no embeddings`);
}
function failedWith(kind, message) {
	return failed$2(kind, message);
}

// src/pipeline/calls/executor.ts
/** Takes samples in rounds: each is scored as it arrives, and its text goes to the log. */
function createExecutor({ models, scorerModels }, settings, log, journal, options) {
	const counts = {
		planned: 0,
		made: 0,
		cached: 0,
		done: 0,
		leftOut: 0
	};
	const failures = [];
	const paid = {
		answers: /* @__PURE__ */ new Map(),
		scorers: /* @__PURE__ */ new Map()
	};
	const pack = createPacker();
	const caller = createCaller({
		concurrency: options.concurrency ?? settings.concurrency,
		timeoutMs: settings.timeoutMs,
		retries: settings.retries,
		limits: {
			maxCost: options.maxCost ?? settings.maxCost,
			maxCalls: options.maxCalls ?? settings.maxCalls,
			maxDurationMs: options.maxDurationMs ?? settings.maxDurationMs
		},
		priceOf: settings.priceOf,
		quotaOf: settings.quotaOf,
		...options.signal ? { signal: options.signal } : {}
	});
	const countCall = ({ attempts, result, further }) => {
		if (result.status === "failed" && isCutShort(result.failure)) return;
		if (further) counts.planned++;
		counts.done++;
		counts.made += attempts;
		if (attempts === 0 && result.status === "completed") counts.cached++;
		if (result.status === "failed") failures.push(result.failure);
	};
	const toolsFor = createScorerTools({
		models: scorerModels,
		caller,
		journal: journal?.answers ?? null,
		onCall: countCall
	});
	const keep = async (taken, slot, cached) => {
		const { testCase } = slot.caseRun.planCase;
		const resolved = models.get(slot.version);
		const sample = priced(taken, resolved.price);
		const scorers = slot.plan.scorersFor(testCase);
		const tools = toolsFor({
			caseId: testCase.id,
			trial: slot.trial,
			draw: slot.draw
		}, payFor(slot.plan));
		let cut = null;
		const noticing = noticeCut(tools, (failure) => {
			cut = failure;
		});
		const scored = await toOutcome(sample, testCase, scorers, {
			index: slot.index,
			cached
		}, noticing);
		if (!cached) note(taken, slot.plan, settings.priceOf(resolved.provider.name, resolved.model));
		const outcome = cut === null ? scored : withoutScores(scored, cut);
		if (isCutShort(outcome.failure)) {
			counts.leftOut++;
			return outcome;
		}
		if (outcome.failure !== null) failures.push(outcome.failure);
		const messages = slot.trial === 0 ? requestOf(models, slot).messages : null;
		log.append(slot.index, sampleLine(sample, testCase, outcome, slot, messages));
		return pack(outcome, { reasons: scorers.some(({ asks }) => asks !== void 0) });
	};
	const note = (sample, plan, price) => {
		if (sample.status === "failed") return;
		add("answers", plan, priced(sample, price).reply.cost);
	};
	/** What was found, or asked already for another sample, costs nothing again. */
	const payFor = (plan) => ({ model, attempts, result }) => {
		if (attempts === 0 || result.status === "failed") return;
		const asked = scorerModels.get(model);
		const price = asked === void 0 ? null : settings.priceOf(asked.provider.name, asked.model);
		add("scorers", plan, result.reply.cost ?? price?.costOf(result.reply.tokens) ?? null);
	};
	const add = (what, plan, cost) => {
		const before = paid[what].get(plan);
		paid[what].set(plan, cost === null || before === null ? null : (before ?? 0) + cost);
	};
	let charged = 0;
	const charge = (plan, cost) => {
		add("answers", plan, cost);
		charged = charged === null || cost === null ? null : charged + cost;
	};
	const cost = () => caller.totals.unpriced > 0 || charged === null ? null : caller.totals.cost + charged;
	const tell = (done, failed, finished) => {
		const { made, rejected } = caller.totals;
		options.onProgress?.({
			done,
			planned: counts.planned,
			failed,
			made,
			rejected,
			cost: cost(),
			finished
		});
	};
	const take = async (slots) => {
		const stored = await takeStored(slots);
		const underWay = /* @__PURE__ */ new Map();
		const calls = function* () {
			let [position, called] = [0, 0];
			for (const slot of slots) {
				if (stored.has(position++)) continue;
				const request = remember(() => requestOf(models, slot));
				underWay.set(called++, {
					slot,
					request
				});
				yield plannedCall(slot, request, models);
			}
		};
		const onProgress = () => tell(counts.done, failures.length, false);
		const progress = await runCalls(calls(), caller, {
			planned: counts.planned,
			onProgress
		}, async (sample, index) => {
			const { slot, request } = underWay.get(index);
			if (sample.status === "completed" || !isCutShort(sample.failure)) counts.done++;
			placeOutcome(slot.caseRun, slot.arm, await keep(sample, slot, false));
			if (sample.status === "completed") journal?.append(providerOf(models, slot), request, slot, sample);
			underWay.delete(index);
		});
		counts.made += progress.made;
		for (const { slot, outcome } of stored.values()) placeOutcome(slot.caseRun, slot.arm, outcome);
	};
	/** What the journal has, by its place among the slots. */
	const takeStored = async (slots) => {
		const found = /* @__PURE__ */ new Map();
		if (journal === null) return found;
		await inParallel(slots, async (slot, position) => {
			if (slot.plan.drawsAnew) return;
			const stored = journal.find(providerOf(models, slot), () => requestOf(models, slot), slot);
			if (stored !== null) found.set(position, {
				slot,
				outcome: await keepStored(stored, slot)
			});
		});
		return found;
	};
	const keepStored = (sample, slot) => {
		counts.cached++;
		counts.done++;
		return keep(sample, slot, true);
	};
	const recall = (outcome, plan) => {
		const sample = outcome.failure === null ? readSample(log.read(outcome.index)) : null;
		if (sample === null) return null;
		const { caseId, trial, draw } = sample;
		return {
			sample,
			tools: toolsFor({
				caseId,
				trial,
				draw
			}, payFor(plan))
		};
	};
	const leaveOut = (outcome, failure) => {
		counts.leftOut++;
		const left = withoutScores(outcome, failure);
		log.append(outcome.index, leftOutLine(log.read(outcome.index), failure));
		return left;
	};
	const rescore = (outcome, scores) => {
		const changed = withScores(outcome, scores);
		log.append(outcome.index, rescoredLine(log.read(outcome.index), changed));
		return withoutVotes(changed);
	};
	return {
		take,
		keepStored,
		toolsFor,
		recall,
		rescore,
		leaveOut,
		counts,
		failures,
		stopped: caller.stopped,
		costOf: (plan) => ({
			answers: costOf(paid.answers, plan),
			scorers: costOf(paid.scorers, plan)
		}),
		cost,
		charge,
		finish: () => tell(counts.done, failures.length, true),
		close: caller.close
	};
}
/** Nothing where nothing was paid. */
function costOf(paid, plan) {
	const cost = paid.get(plan);
	return cost === void 0 ? 0 : cost;
}
/** The sample with what its answer costs, unless the provider has said so itself. */
function priced(sample, price) {
	if (sample.status === "failed" || sample.reply.cost !== null) return sample;
	const { reply } = sample;
	return {
		...sample,
		reply: {
			...reply,
			cost: price?.costOf(reply.tokens) ?? null
		}
	};
}
/** What is sent is what the answer is kept under: built once, when the call starts. */
function remember(make) {
	let made = null;
	return () => {
		made ??= make();
		return made;
	};
}
function plannedCall(slot, request, models) {
	const { provider, model } = models.get(slot.version);
	const { testCase } = slot.caseRun.planCase;
	const { trial, draw } = slot;
	return {
		prompt: slot.plan.change.path,
		arm: slot.arm,
		caseId: testCase.id,
		trial,
		fingerprint: slot.version.fingerprint,
		...counterpartOf(slot),
		provider,
		identity: {
			caseId: testCase.id,
			trial,
			draw
		},
		model,
		request: () => fillRequest(request(), slot.plan.files),
		tools: testCase.conversation ?? null
	};
}
/**
* A baseline's answers are there to be compared with the candidate's; those that variants share are of use to others. A
* candidate stands by itself where its baseline is refused.
*/
function counterpartOf({ arm, plan }) {
	const { candidate, baselineKey } = plan;
	return arm === "candidate" || candidate === null || baselineKey !== void 0 ? {} : { counterpart: candidate.fingerprint };
}
function providerOf(models, slot) {
	return models.get(slot.version).provider;
}
/** The request of a slot, its files by their hashes. Where the prompt pins a seed, each trial gets its own, the same in both arms. */
function requestOf(models, slot) {
	const { model, takesValues, runsCode } = models.get(slot.version);
	const { planCase } = slot.caseRun;
	const values = planCase[slot.arm];
	const request = {
		...buildRequest(slot.version, model, values, planCase.turns?.[slot.arm] ?? null).request,
		...takesValues && { values },
		...runsCode && { version: slot.version.fingerprint }
	};
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

// src/models/tell-failures.ts
/** How much of what a provider says is told; the id of its request, which support asks for, stays. */
const toldLength = 300;
const requestId = / \(request [^()]{1,90}\)$/;
/**
* The same provider, but what it says of a failure passes `tell` first and is shortened then: cut the other way round, half of
* what must not be told would not be known for it.
*/
function tellFailures(provider, tell) {
	const told = (failure) => ({
		...failure,
		message: shorten(tell(failure))
	});
	const result = (given) => given.status === "failed" ? {
		...given,
		failure: told(given.failure)
	} : given;
	const wrap = (call) => async (...given) => result(await call(...given));
	const { batches } = provider;
	return {
		...provider,
		call: wrap(provider.call.bind(provider)),
		...provider.embed && { embed: wrap(provider.embed.bind(provider)) },
		...batches && { batches: wrapBatches(batches, told, result) }
	};
}
function wrapBatches(batches, told, result) {
	const step = (given) => given.status === "failed" ? {
		...given,
		failure: told(given.failure)
	} : given;
	return {
		upload: async (...given) => step(await batches.upload(...given)),
		start: async (...given) => step(await batches.start(...given)),
		async look(...given) {
			const looked = await batches.look(...given);
			if (looked.status === "failed") return step(looked);
			return {
				...looked,
				value: {
					...looked.value,
					rest: told(looked.value.rest)
				}
			};
		},
		async collect(...given) {
			const collected = await batches.collect(...given);
			if (collected.status === "failed") return step(collected);
			return {
				...collected,
				value: new Map([...collected.value].map(([id, each]) => [id, result(each)]))
			};
		}
	};
}
function shorten(message) {
	const [id = ""] = requestId.exec(message) ?? [];
	const said = [...message.slice(0, message.length - id.length)];
	return said.length <= toldLength ? message : `${said.slice(0, 299).join("")}…${id}`;
}

// src/run/prices.ts
/** What answers on this machine, or without a key, costs nothing. */
const free = { costOf: () => 0 };
/** What a call costs is told by its answer alone; before, no more is known than this. */
function cappedPrice(atMost) {
	return {
		atMost,
		costOf: () => null
	};
}
const million = 1e6;
/** What a cache keeps for an hour is twice as dear as other input at Anthropic, which alone tells it apart. */
const hourFactor = 2;
/** A price as assay.yml states it. */
function writtenPrice({ input, output, cachedInput, cacheWrite }) {
	return withCounts(({ plain, cached, written, writtenHour, answered }) => {
		return (plain * input + cached * (cachedInput ?? input) + ((written - writtenHour) * (cacheWrite ?? input) + writtenHour * input * hourFactor) + answered * output) / million;
	});
}
/** The price list's entry, as it holds at that time; null where it has none. Throws nothing for what it is asked. */
async function listedPrice(model, at, time) {
	const { calcPrice } = await import("./dist.js");
	const options = "name" in at ? { providerId: at.name } : { providerApiUrl: at.address };
	const find = (usage, entry) => {
		try {
			return calcPrice(usage, model, {
				...entry ?? options,
				timestamp: time
			});
		} catch {
			return null;
		}
	};
	const found = find({
		input_tokens: 1,
		output_tokens: 1
	});
	if (found === null) return null;
	const entry = { provider: {
		...found.provider,
		models: [found.model]
	} };
	return withCounts(({ plain, cached, written, writtenHour, answered }) => {
		const usage = {
			input_tokens: plain + cached + written,
			cache_read_tokens: cached,
			cache_write_tokens: written,
			...writtenHour > 0 && { cache_write_1h_tokens: writtenHour },
			output_tokens: answered
		};
		return find(usage, entry)?.total_price ?? null;
	});
}
/** Of the input, what is cached is part; providers round, so parts are kept within the whole. */
function withCounts(sum) {
	return { costOf({ input, output, cachedInput, cacheWrite, cacheWriteHour = 0 }) {
		if (input === null || output === null) return null;
		const cached = Math.min(input, cachedInput ?? 0);
		const written = Math.min(input - cached, cacheWrite ?? 0);
		const writtenHour = Math.min(written, cacheWriteHour);
		return sum({
			plain: input - cached - written,
			cached,
			written,
			writtenHour,
			answered: output
		});
	} };
}

// src/pipeline/plan/check-sendable.ts
/** Everything that prompts and cases need sent and that their provider cannot send, before any call is made. */
function checkSendable(sendings) {
	const problems = /* @__PURE__ */ new Map();
	for (const problem of sendings.flatMap(checkArm)) problems.set(`${problem.message}\n${problem.place?.path}:${problem.place?.line}`, problem);
	return tellFirst(problems.values(), (problem) => problem);
}
function checkArm(sending) {
	const { plan, arm, model, provider, refuse } = sending;
	const version = plan[arm];
	if (version === null) return [];
	const { parameters, format, tools } = version.configuration;
	const anyway = refuse({
		model,
		messages: [],
		parameters,
		format,
		tools
	});
	const ofPrompt = anyway.map((what) => ({
		message: `the provider ${quote(provider)} cannot send ${what}, which the prompt ${plan.change.name} asks for`,
		hint: "Name another model, or change the prompt.",
		place: version.modelPlace
	}));
	const ofCases = casesToAsk(plan, arm).flatMap((planCase) => {
		const { testCase, turns } = planCase;
		const { request } = buildRequest(version, model, planCase[arm], turns?.[arm] ?? null);
		const asked = (testCase.conversation?.toolResults.length ?? 0) > 0 ? {
			...request,
			messages: [...request.messages, ...answeredTool]
		} : request;
		return refuse(asked).filter((what) => !anyway.includes(what)).map((what) => ({
			message: `the provider ${quote(provider)} cannot send ${what}, which the case ${quote(testCase.id)} of the prompt ${plan.change.name} needs`,
			hint: "Name another model, or change the case or what assay.yml says of the provider.",
			place: testCase.place
		}));
	});
	return [...ofPrompt, ...ofCases];
}
/** The first case stands for all that are texts: they differ in nothing that a provider could refuse. */
function casesToAsk(plan, arm) {
	const cases = arm === "candidate" ? [...plan.cases, ...plan.added] : plan.cases;
	const hasFiles = plan.files.size > 0;
	return cases.filter(({ testCase }, index) => index === 0 || hasFiles || testCase.conversation !== void 0);
}
/** What a second turn would add, where tools are answered. */
const answeredTool = [{
	role: "assistant",
	content: "",
	toolCalls: [{
		id: "call_1",
		name: "tool",
		arguments: "{}"
	}]
}, {
	role: "tool",
	content: "",
	toolCallId: "call_1"
}];

// src/pipeline/plan/price-book.ts
function openPriceBook({ config, environment, now }) {
	const { prices, priceAs } = config;
	const written = (model) => {
		const price = Object.hasOwn(prices, model) ? prices[model] : void 0;
		return price === void 0 ? null : writtenPrice(price);
	};
	const priceOf = async (model, { name, config: provider }) => {
		const own = written(model);
		if (own !== null) return own;
		const other = Object.hasOwn(priceAs, model) ? priceAs[model] : void 0;
		if (other !== void 0) return written(other) ?? await priceOfListed(other, now);
		if (isFree(provider, environment)) return free;
		const address = addressOf(provider, environment);
		return listedPrice(withoutPublisher(model), address === null ? { name } : { address }, now);
	};
	return { async priceOf(model, provider) {
		const price = await priceOf(model, provider);
		const atMost = provider.config.settings?.["maxCallCost"];
		return typeof atMost === "number" ? {
			...price ?? cappedPrice(atMost),
			atMost
		} : price;
	} };
}
/** A model with its publisher as its name begins, and OpenAI's where it has none. */
async function priceOfListed(model, now) {
	const slash = model.indexOf("/");
	const at = { name: slash < 0 ? "openai" : model.slice(0, slash) };
	return listedPrice(withoutPublisher(model), at, now);
}
function withoutPublisher(model) {
	return model.slice(model.indexOf("/") + 1);
}
/** What needs no key is paid for by nobody, and neither is what runs on this machine. */
function isFree(provider, environment) {
	if (["replay", "simulated"].includes(provider.type) || provider.keyEnv === null) return true;
	const address = addressOf(provider, environment);
	return address !== null && isLoopback(address);
}
function addressOf({ baseUrl, type }, environment) {
	return baseUrl ?? (type === "openai" ? environment["OPENAI_BASE_URL"]?.trim() || null : null);
}
function isLoopback(address) {
	if (!URL.canParse(address)) return false;
	return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
}
/** Prices by provider and model, for the calls of a run. */
function createFindPrice(prices) {
	return (provider, model) => prices.get(priceKey(provider, model)) ?? null;
}
function priceKey(provider, model) {
	return `${provider}\n${model}`;
}

// src/pipeline/plan/connect-providers.ts
/** Providers that answer without a model: in the Action only the base branch may choose them. */
const modelFree = ["replay", "simulated"];
/** Finds the provider of every version that runs; names, keys and files are checked before any call is made. */
async function connectProviders(plans, goalposts, root, options, workspaces = {
	baseline: null,
	candidate: null
}) {
	const problems = /* @__PURE__ */ new Map();
	const providers = /* @__PURE__ */ new Map();
	const models = /* @__PURE__ */ new Map();
	const prices = /* @__PURE__ */ new Map();
	const scorerModels = /* @__PURE__ */ new Map();
	const now = (options.now ?? (() => /* @__PURE__ */ new Date()))();
	const book = openPriceBook({
		config: goalposts.config,
		environment: options.environment,
		now
	});
	const firstToken = findFirstToken(plans, goalposts);
	let forkCode = false;
	const open = async (found, written, arm) => {
		if ("problems" in found) {
			for (const problem of found.problems) problems.set(problem.message, problem);
			return null;
		}
		const { name, config, model, listed, takesValues, runsCode } = found;
		forkCode ||= runsCode && options.fork === true && options.replay === void 0;
		const key = runsCode ? `${name} ${arm}` : name;
		if (!providers.has(key)) {
			const connected = await connect(name, config.file === null ? config : {
				...config,
				file: resolve(root, config.file)
			}, goalposts, options, {
				stream: firstToken !== null,
				workspace: workspaces[arm]
			});
			for (const problem of connected.problems) problems.set(problem.message, problem);
			providers.set(key, connected.provider);
		}
		const price = await book.priceOf(written, listed);
		prices.set(priceKey(name, model), options.replay === void 0 ? price : free);
		const problem = options.replay === void 0 && price === null ? unpriced(written, listed, goalposts, options) : null;
		if (problem !== null) problems.set(problem.message, problem);
		const provider = providers.get(key);
		return provider ? {
			provider,
			model,
			price,
			takesValues,
			runsCode
		} : null;
	};
	for (const { version, arm } of plans.flatMap(versionsOf)) {
		const found = findModel(version, goalposts, options);
		const resolved = await open(found, version.configuration.model ?? "", arm);
		if (resolved !== null) models.set(version, resolved);
		if (!("problems" in found) && firstToken?.gates && !streams(found.config)) {
			const problem = noFirstToken(found.name, firstToken, found.config.place);
			problems.set(problem.message, problem);
		}
	}
	for (const use of scorerModelsOf(plans)) {
		const resolved = await open(findScorerModel(use, goalposts, options), use.model, "candidate");
		if (resolved === null) continue;
		if (resolved.runsCode) {
			const problem = judgesItself(resolved.provider.name, use.place);
			problems.set(problem.message, problem);
		}
		if (use.embeds && resolved.provider.embed === void 0) {
			const problem = cannotEmbed(use);
			problems.set(problem.message, problem);
		}
		scorerModels.set(use.model, resolved);
	}
	const unsendable = findUnsendable(plans, goalposts, options);
	return {
		models,
		scorerModels,
		priceOf: createFindPrice(prices),
		problems: [...problems.values(), ...unsendable],
		forkCode
	};
}
function versionsOf(plan) {
	return ["baseline", "candidate"].flatMap((arm) => plan[arm] === null ? [] : [{
		version: plan[arm],
		arm
	}]);
}
/** Makes every provider ready for its first call, one after the other. Throws a UserError for what must be mended. */
async function prepareProviders({ models }, signal) {
	for (const provider of new Set([...models.values()].map((each) => each.provider))) await provider.prepare?.(signal ?? new AbortController().signal);
}
/** A model whose price nobody knows cannot be kept within a budget. */
function unpriced(model, { name, config: provider }, { config }, options) {
	const limit = options.maxCost ?? config.run.maxCost;
	if (limit === null) return null;
	const { settings } = providerTypes[provider.type];
	return settings.includes("maxCallCost") ? noCallCost(model, name, limit, provider.place) : noPrice(model, limit);
}
/** What prompts and cases need sent that their provider cannot send; a model without a provider is told elsewhere. */
function findUnsendable(plans, goalposts, options) {
	const sendings = plans.flatMap((plan) => versionsOf(plan).flatMap(({ version, arm }) => {
		const found = findModel(version, goalposts, options);
		if ("problems" in found) return [];
		const { name, config, model } = found;
		const type = providerTypes[config.type];
		const refuse = (request) => type.refuses?.(request, config) ?? [];
		return [{
			plan,
			arm,
			provider: name,
			model,
			refuse
		}];
	}));
	return checkSendable(sendings);
}
/** Every model that a scorer of these plans asks, each once for answers and once for embeddings. */
function scorerModelsOf(plans) {
	const uses = /* @__PURE__ */ new Map();
	for (const plan of plans) for (const { testCase } of [...plan.cases, ...plan.added]) for (const { metric, place, asks = [] } of plan.scorersFor(testCase)) for (const { model, embeds = false } of asks) {
		const key = `${embeds} ${model}`;
		if (!uses.has(key)) uses.set(key, {
			model,
			embeds,
			scorer: metric.name,
			place
		});
	}
	return [...uses.values()];
}
/** The provider and the name there of a version's model; recordings, where given, stand in for every provider. */
function findModel(version, goalposts, options) {
	const { model } = version.configuration;
	if (model === null) return { problems: [{
		message: `the prompt ${version.name} names no model`,
		hint: "Write model: openai/gpt-6-luna into the prompt file or into assay.yml.",
		place: version.modelPlace
	}] };
	return findWritten({
		model,
		asker: `the prompt ${version.name}`,
		place: version.modelPlace
	}, goalposts, options);
}
/** The provider of a model that a scorer asks: always the goalposts'. */
function findScorerModel({ model, scorer, place }, goalposts, options) {
	return findWritten({
		model,
		asker: `the scorer ${scorer}`,
		place
	}, goalposts, options);
}
function cannotEmbed({ model, place }) {
	return {
		message: `the provider of ${quote(model)} has no embeddings`,
		hint: "Name a model of a provider that has them, for example openai/text-embedding-3-small.",
		...place && { place }
	};
}
function findWritten({ model, asker, place }, goalposts, options) {
	const at = place && { place };
	const configured = {
		...goalposts.config.providers,
		...options.providers
	};
	const found = resolveModel(model, configured);
	if ("problems" in found) return { problems: found.problems.map((problem) => ({
		...at,
		...problem
	})) };
	const { provider: name, config, type } = found;
	const trusted = {
		...goalposts.config.path === null ? {} : goalposts.config.providers,
		...options.providers
	};
	if (options.restricted && modelFree.includes(config.type) && !Object.hasOwn(trusted, name)) return { problems: [{
		message: `${asker} asks for the ${config.type} provider, which answers without a model`,
		hint: `Where that is meant, name it under providers in the base branch's assay.yml: ${name}: { type: ${config.type} }.`,
		...at
	}] };
	const { takesValues = false, runsCode = false } = type;
	if (options.replay !== void 0) return {
		takesValues,
		runsCode,
		name: "replay",
		config: {
			type: "replay",
			baseUrl: null,
			file: options.replay,
			place: config.place
		},
		model: found.model,
		listed: {
			name,
			config
		}
	};
	return {
		name,
		config,
		model: found.model,
		listed: {
			name,
			config
		},
		takesValues,
		runsCode
	};
}
/** What decides comes first; null where nobody asks for it. */
function findFirstToken(plans, { config }) {
	const { metrics } = config.gate;
	if ((metrics?.["time-to-first-token"])?.gate) return {
		askedBy: `gate.metrics names ${firstTokenMetric}`,
		gates: true
	};
	const readers = /* @__PURE__ */ new Set();
	for (const plan of plans) for (const { testCase } of [...plan.cases, ...plan.added]) for (const scorer of plan.scorersFor(testCase)) if (scorer.readsFirstToken) readers.add(scorer);
	const asked = [...readers].map(({ metric }) => {
		return {
			askedBy: `the scorer ${metric.name} needs ${firstTokenMetric}`,
			gates: isGated(metric, metrics)
		};
	});
	return asked.find(({ gates }) => gates) ?? asked[0] ?? null;
}
/** Whether answers come as they are made; recordings hold what was measured when they were. */
function streams({ type, settings }) {
	const { settings: known } = providerTypes[type];
	return type === "replay" || known.includes("stream") && settings?.["stream"] !== false;
}
async function connect(name, config, goalposts, options, { stream, workspace }) {
	const type = providerTypes[config.type];
	if (type.runsCode && options.fork) return {
		provider: null,
		problems: [codeOfFork(name, config.place)]
	};
	const shield = createShield(goalposts.config);
	const context = {
		environment: options.environment,
		tell: shield.text,
		timeoutMs: goalposts.config.run.timeoutMs,
		...stream && { stream: true },
		...workspace && { workspace },
		...options.onSetupText && { onSetupText: options.onSetupText }
	};
	const problems = type.check(name, config, context);
	if (problems.length > 0) return {
		provider: null,
		problems
	};
	const provider = tellFailures(await type.create(name, config, context), shield.failure);
	return {
		provider: options.record === void 0 ? provider : recordingProvider(provider, options.record),
		problems
	};
}

// src/golden/case-values.ts
/**
* What a prompt may use: the variables, and `id`, `context` and `messages` where no variable has that name; never the
* answer.
*/
function caseValues({ id, context, conversation, vars }) {
	const messages = conversation?.messages ?? null;
	return {
		id,
		...context === null ? {} : { context },
		...messages === null ? {} : { messages },
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
		for (const use of variables) if (!use.optional && !has(values, use.name)) yield {
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

// src/pipeline/plan/call-gates.ts
/**
* Whether something that gates measures the call itself, such as its latency or the time to its first token. A stored or shared answer has none of its
* own: then every answer is drawn.
*/
function callGates(scorers, { metrics }, factories) {
	if (operationalMetrics.filter(({ name }) => name === "latency" || name === "time-to-first-token").some((metric) => isGated(metric, metrics))) return true;
	return scorers.some((spec) => {
		const metric = measuresCall(spec, factories) ? metricOf(spec, factories) : null;
		return metric !== null && isGated(metric, metrics);
	});
}

// src/pipeline/plan/fork-limits.ts
/** Longer texts of a fork are cut in messages. */
const shownLength = 80;
/** The most tokens of one answer that a fork may ask for, where the base does not ask for more itself. */
const mostTokens = 4096;
const mostStops = 4;
const efforts = [
	"none",
	"minimal",
	"low",
	"medium"
];
const between = (low, high) => (value) => typeof value === "number" && value >= low && value <= high;
const oneOf = (...known) => (value) => known.includes(value);
/** What a fork's prompt may set: the names, and how far. A request never has a field that is not among these. */
const parameters = {
	temperature: between(0, 2),
	top_p: between(0, 1),
	top_k: between(1, 1e3),
	min_p: between(0, 1),
	presence_penalty: between(-2, 2),
	frequency_penalty: between(-2, 2),
	seed: between(0, Number.MAX_SAFE_INTEGER),
	n: oneOf(1),
	max_tokens: between(1, mostTokens),
	max_completion_tokens: between(1, mostTokens),
	max_output_tokens: between(1, mostTokens),
	reasoning_effort: oneOf(...efforts),
	verbosity: oneOf("low", "medium", "high"),
	tool_choice: oneOf("auto", "none", "required"),
	parallel_tool_calls: oneOf(true, false),
	stop: (value) => [value].flat().length <= mostStops && [value].flat().every((each) => typeof each === "string")
};
/** Models that the base uses or lists; what judges is no model for prompts. */
function modelsOfBase({ config, prompts }) {
	const { model, overrides, variants = [], forks } = config;
	const written = [
		model,
		...overrides.map((override) => override.model),
		...variants.map((variant) => variant.model),
		...prompts.map(({ version }) => version.configuration.model),
		...forks?.models ?? []
	];
	return new Set(written.filter((each) => each !== null));
}
/**
* What a fork's version of a prompt asks for and may not have, one sentence each. `own` is the base's version of the
* same prompt, at the tip of its branch: what that has, the fork may have, too.
*/
function refuseOfFork({ configuration }, own, models) {
	const { model, format, tools } = configuration;
	const base = own.configuration;
	const isSame = (one, other) => canonicalJson(one ?? null) === canonicalJson(other ?? null);
	const hosted = isSame(tools, base.tools) ? [] : hostedTools(tools);
	const remote = [format, tools].flatMap((value, index) => isSame(value, [base.format, base.tools][index]) ? [] : remoteReferences(value));
	return [
		...model === null || models.has(model) ? [] : [`A fork cannot bring the model ${show(model)}: the base branch neither uses nor lists it (forks.models).`],
		...Object.entries(configuration.parameters).flatMap(([name, value]) => isSame(value, base.parameters[name]) ? [] : refuseParameter(name, value, base.parameters)),
		...hosted.length === 0 ? [] : [`A fork cannot bring tools that run at the provider: ${hosted.map(show).join(", ")}.`],
		...remote.map((address) => `A fork cannot bring a schema that is kept elsewhere: ${show(address)}.`)
	];
}
function refuseParameter(name, value, base) {
	const allows = Object.hasOwn(parameters, name) ? parameters[name] : void 0;
	if (allows === void 0) return [`A fork cannot set the parameter ${show(name)}.`];
	const own = base[name];
	return name.startsWith("max_") && typeof own === "number" && between(1, own)(value) || allows(value) ? [] : [`A fork cannot set ${name} to ${show(JSON.stringify(value))}.`];
}
/** Tools that are no functions, by their types. */
function hostedTools(tools) {
	if (!Array.isArray(tools)) return [];
	return tools.flatMap((tool) => isObject(tool) && tool["type"] !== "function" ? [String(tool["type"])] : []);
}
/** References of a JSON Schema that lead out of it. */
function remoteReferences(value) {
	if (Array.isArray(value)) return value.flatMap((entry) => remoteReferences(entry));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([key, entry]) => ["$ref", "$dynamicRef"].includes(key) && typeof entry === "string" && /^[a-z][\w+.-]*:/i.test(entry) ? [entry] : remoteReferences(entry));
}
function show(text) {
	return text.length <= shownLength ? text : `${text.slice(0, shownLength).toWellFormed()}…`;
}

// src/pipeline/plan/plan-run.ts
/** Plans every changed prompt. Mistakes are collected, so that all are told at once. */
function planRun(input) {
	const problems = input.goalposts.problems.filter((entry) => entry.prompt === null);
	const plans = input.changes.filter((change) => change.kind !== "unchanged" && change.kind !== "renamed").map((change) => planPrompt(change, input, problems));
	const deferred = problems.filter(({ mayWait }) => mayWait);
	const waiting = new Map(deferred.flatMap(({ prompt, problem }) => prompt === null ? [] : [[prompt, problem]]));
	const later = deferred.map(({ problem }) => problem);
	return {
		plans,
		problems: problems.map((entry) => entry.problem),
		later,
		waiting
	};
}
function planPrompt(change, input, problems) {
	const idle = {
		change,
		baseline: null,
		candidate: null,
		cases: [],
		added: [],
		files: /* @__PURE__ */ new Map(),
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
	const refused = input.fork ? refuseOfFork(candidate.version, judged.prompt.version, modelsOfBase(input.goalposts)) : [];
	if (refused.length > 0) return {
		...idle,
		advisory: false,
		skipped: "fork",
		notes: refused
	};
	const { project, prompt } = judged;
	problems.push(...project.problems.filter((entry) => entry.prompt === prompt.version.path));
	const notes = [
		...judged.notes,
		...repairNotes(change, input),
		...inclusionNotes(change),
		...notesOf(prompt)
	];
	const versions = {
		baseline: change.kind === "changed" ? change.baseline?.version ?? null : null,
		candidate: candidate.version
	};
	const brought = addedCases(change, candidate, prompt, input.fromBase && project !== input.head);
	const added = brought.filter((testCase) => !lacksFiles(testCase));
	const main = change.kind === "judging" ? [] : prompt.golden.cases;
	if (prompt.scorers.length === 0 && main.every((testCase) => testCase.scorers.length === 0)) problems.push({
		prompt: prompt.version.path,
		problem: noScorer(prompt.version)
	});
	const everyScorer = [...prompt.scorers, ...main.flatMap((testCase) => testCase.scorers)];
	const fill = new ValueFiller(change, prompt, versions);
	const cases = main.map((testCase) => fill.values(testCase));
	const extra = added.map((testCase) => fill.values(testCase));
	const missing = [
		...fill.missing(versions.baseline, cases, "baseline"),
		...fill.missing(versions.candidate, [...cases, ...extra], "candidate"),
		...fill.withoutFiles(input)
	];
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
		files: filesOfProjects(input),
		scorersFor: scorersByCase(prompt, project, input, (problem) => problems.push({
			prompt: prompt.version.path,
			problem
		})),
		...callGates(everyScorer, project.config.gate, input.factories) && { drawsAnew: true },
		advisory: judged.advisory,
		skipped: null,
		notes: [
			...notes,
			...leftOutNotes(brought.length - added.length),
			...fill.notes(input)
		]
	};
}
/** The same prompt, not judged: a fork's run may not or cannot call the model, or would run the fork's code. */
function skipPlan(plan, skipped, notes) {
	if (plan.candidate === null) return plan;
	return {
		...plan,
		baseline: null,
		candidate: null,
		cases: [],
		added: [],
		skipped,
		notes: [...plan.notes, ...notes]
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
/** The head's own mistakes, in cases that decide nothing. */
function leftOutNotes(count) {
	if (count === 0) return [];
	if (count === 1) return ["1 case that the head adds was not run: it names a file that is not there."];
	return [`${count} cases that the head adds were not run: they name files that are not there.`];
}
/** Gives each arm the values of a case; what the judging case lacks comes from the arm's own matching case. */
var ValueFiller = class {
	own;
	filled = {
		baseline: /* @__PURE__ */ new Set(),
		candidate: /* @__PURE__ */ new Set()
	};
	lackFiles = {
		baseline: /* @__PURE__ */ new Set(),
		candidate: /* @__PURE__ */ new Set()
	};
	versions;
	constructor(change, judged, versions) {
		this.versions = versions;
		const matched = (own) => own === null || isSameSet(own.golden.cases, judged.golden.cases) ? /* @__PURE__ */ new Map() : compareGolden(own.golden.cases, judged.golden.cases).matched;
		this.own = {
			baseline: matched(change.baseline),
			candidate: matched(change.candidate)
		};
	}
	values(testCase) {
		const turns = {
			baseline: this.turnsOf(testCase, "baseline"),
			candidate: this.turnsOf(testCase, "candidate")
		};
		if (turns.baseline === null && turns.candidate === null) return new FilledCase(testCase, this);
		const [baseline, candidate] = [this.valuesOf(testCase, "baseline"), this.valuesOf(testCase, "candidate")];
		return {
			testCase,
			baseline,
			candidate,
			turns
		};
	}
	/** The judging case's turns; where it has none and the prompt needs some, those of the arm's own case. */
	turnsOf(testCase, arm) {
		const version = this.versions[arm];
		const own = version !== null && usesMessages(version) ? this.own[arm].get(testCase.id) : void 0;
		if (testCase.conversation?.messages) return testCase.conversation.messages;
		if (own !== void 0 && lacksFiles(own)) this.lackFiles[arm].add(own);
		return own?.conversation?.messages ?? null;
	}
	valuesOf(testCase, arm) {
		const values = caseValues(testCase);
		const own = this.own[arm].get(testCase.id);
		if (own === void 0) return values;
		const lacking = Object.entries(this.fillable(own, arm)).filter(([name]) => !Object.hasOwn(values, name));
		for (const [name, value] of lacking) {
			this.filled[arm].add(name);
			if (lacksFile(value)) this.lackFiles[arm].add(own);
		}
		return {
			...Object.fromEntries(lacking),
			...values
		};
	}
	fillable(own, arm) {
		const { messages = null } = own.conversation ?? {};
		const version = this.versions[arm];
		if (messages === null || version === null || !usesMessages(version)) return own.vars;
		return {
			messages,
			...own.vars
		};
	}
	missing(version, cases, arm) {
		if (version === null) return [];
		return missingVariables(lazily(cases, ({ testCase, [arm]: vars }) => ({
			id: testCase.id,
			context: testCase.context,
			...testCase.conversation && { conversation: testCase.conversation },
			place: testCase.place,
			vars
		})), version.variables);
	}
	/** The mistakes of cases whose values were taken, and whose files are not there: their own revision judges nobody else. */
	withoutFiles({ baseline, head }) {
		const mistakesOf = (project, cases) => {
			const places = new Set([...cases].map(({ place }) => `${place.path}:${place.line}`));
			const own = (project?.goldenProblems ?? []).filter(({ place }) => place !== void 0 && places.has(`${place.path}:${place.line}`));
			const [first] = cases;
			return first === void 0 || own.length > 0 ? own : [{
				message: "the case names a file that is not there",
				place: first.place
			}];
		};
		return [...mistakesOf(baseline, this.lackFiles.baseline), ...mistakesOf(head, this.lackFiles.candidate)];
	}
	notes(input) {
		const tell = (arm, revision) => {
			const names = [...this.filled[arm]].sort();
			return names.length === 0 ? [] : [`The ${arm}'s values of ${names.join(", ")} come from the golden set at ${revision}: the judging set lacks them.`];
		};
		return [...tell("baseline", input.baseline?.tree.label ?? "the base"), ...tell("candidate", input.head.tree.label)];
	}
};
/** A case whose values are put together when they are asked for, so that texts do not pile up. */
var FilledCase = class {
	testCase;
	fill;
	constructor(testCase, fill) {
		this.testCase = testCase;
		this.fill = fill;
	}
	get baseline() {
		return this.fill.valuesOf(this.testCase, "baseline");
	}
	get candidate() {
		return this.fill.valuesOf(this.testCase, "candidate");
	}
};
function isSameSet(own, judged) {
	return own.length === judged.length && own.every((testCase, index) => testCase === judged[index]);
}
function* lazily(values, change) {
	for (const value of values) yield change(value);
}
/** Makes every scorer once: those of the prompt, and those of single cases. Mistakes in their files are told like all others. */
function scorersByCase(prompt, project, { factories, fork, head, code }, tell) {
	const trusted = !(fork && project === head);
	const context = {
		files: project.scorerFiles,
		render: renderTemplate,
		code: trusted ? code ?? null : null,
		tell: createShield(project.config).remark
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
/** Of all revisions: the same content is the same file. */
function filesOfProjects({ baseline, head, goalposts }) {
	return new Map([
		...baseline?.caseFiles ?? [],
		...head.caseFiles,
		...goalposts.caseFiles
	]);
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
		message: version.notRun.length > 0 ? `nothing judges the prompt ${version.name}: its evaluators come from elsewhere and are not run` : `nothing judges the prompt ${version.name}: there is no scorer`,
		hint: "Add one to assay.yml, for example: scorers: [{ contains: { value: \"{{expected}}\" } }].",
		place: {
			path: fileOfPrompt(version.path),
			line: 1
		}
	};
}

// src/pipeline/project/workspaces.ts
/** Checks a revision out when it is first asked for, once for all programs. */
function createWorkspaces({ root, directory, checkOut }) {
	const made = [];
	const folders = /* @__PURE__ */ new Map();
	const make = async (commit) => {
		const holder = await realpath(await mkdtemp(join(tmpdir(), "prompt-assay-")));
		made.push(holder);
		const folder = join(holder, "files");
		await mkdir(folder);
		await checkOut(commit, folder);
		const inside = join(folder, directory);
		await mkdir(inside, { recursive: true });
		return inside;
	};
	return {
		of: ({ label, commit }) => ({
			label,
			folder: () => {
				if (commit === null) return Promise.resolve(join(root, directory));
				const folder = folders.get(commit) ?? make(commit);
				folders.set(commit, folder);
				return folder;
			}
		}),
		async close() {
			for (const folder of made.splice(0)) await rm(folder, {
				recursive: true,
				force: true,
				maxRetries: 3
			});
		}
	};
}

// src/prompts/mix-versions.ts
/** More groups take 2^k versions: beyond this parts are joined. */
const mostGroups = 4;
/** Which keys of a configuration are which part; the languages and defaults of a text go with it. */
const keysOf = {
	text: [
		"messages",
		"template",
		"defaults"
	],
	model: ["model"],
	parameters: ["parameters"],
	format: ["format"],
	tools: ["tools"],
	included: ["partials"]
};
/** Pairs that hang together most: they are joined first where there are too many parts, or where a mix cannot be run. */
const closest = [
	["text", "included"],
	["format", "tools"],
	["model", "parameters"],
	["text", "format"],
	["text", "tools"],
	["parameters", "tools"]
];
/**
* The parts of what is sent in which two versions differ, each by itself. An included file counts where its text is part of
* the prompt; a file that the prompt only depends on, or a schema that stands in the format already, sends nothing of its own.
*/
function mixableParts(before, after) {
	const differs = (key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null);
	return changedParts(before, after).filter((part) => Object.hasOwn(keysOf, part) && keysOf[part].some(differs));
}
/** The parts in at most four groups. */
function groupParts(parts) {
	return joinGroups(parts.map((part) => [part]), () => false);
}
/** A version that takes these parts from `head` and all others from `base`. */
function mixVersions(base, head, fromHead) {
	const text = fromHead.includes("text") ? head : base;
	const configuration = { ...base.configuration };
	for (const part of fromHead) {
		for (const key of keysOf[part] ?? []) if (head.configuration[key] === void 0) delete configuration[key];
		else configuration[key] = head.configuration[key];
		if (part === "included") configuration["included"] = head.configuration.included;
	}
	return {
		...text,
		modelPlace: (fromHead.includes("model") ? head : base).modelPlace,
		configuration,
		fingerprint: canonicalHash(configuration)
	};
}
/**
* Joins groups until there are at most four and no mix is left that cannot be run: of all ways to join them the one that
* leaves the most groups, and among these the one that joins what hangs together. One group: they cannot be told apart.
*
* @param isOut whether a mix cannot be run; bit i of the mask stands for group i of those handed over
*/
function joinGroups(groups, isOut) {
	const [best = []] = partitions(groups.length).filter((blocks) => blocks.length <= mostGroups && !mixesOf(blocks).some(isOut)).toSorted((left, right) => right.length - left.length || closeness(groups, right) - closeness(groups, left));
	return best.map((block) => block.flatMap((index) => groups[index]));
}
/** Masks over the groups, of all mixes that take each block whole and are neither of both versions. */
function mixesOf(blocks) {
	const masks = blocks.map((block) => block.reduce((mask, index) => mask | 1 << index, 0));
	return Array.from({ length: Math.max(0, (1 << blocks.length) - 2) }, (_, index) => masks.reduce((mask, own, block) => index + 1 >> block & 1 ? mask | own : mask, 0));
}
/** Every way to divide 0…count−1 into blocks, in the order of their least members. */
function partitions(count) {
	let all = [[]];
	for (let index = 0; index < count; index++) all = all.flatMap((blocks) => [...blocks.map((_, chosen) => blocks.map((block, at) => at === chosen ? [...block, index] : block)), [...blocks, [index]]]);
	return all;
}
/** How close the parts are that are joined; a pair at the head of the list outweighs all behind it. */
function closeness(groups, blocks) {
	return closest.reduce((sum, [one, other], rank) => {
		return blocks.some((block) => {
			const parts = block.flatMap((index) => groups[index]);
			return parts.includes(one) && parts.includes(other);
		}) ? sum + 2 ** -rank : sum;
	}, 0);
}

// src/pipeline/calls/attribute.ts
/**
* Runs the mixed versions of every prompt that regressed, over all of its cases: those that moved alone would bias the
* shares, so cases that no look has seen yet are asked of both versions, too. They are taken in the random order of the
* looks, all versions of a case together: where a limit is reached, what is complete is a random part of the cases.
* Nothing that has been decided changes by it. `offset`: first free position in the log.
*/
async function attributeRegressions(runs, attributions, executor, { gate, offset }) {
	const attributed = /* @__PURE__ */ new Map();
	const open = [];
	let next = offset;
	for (const run of runs) {
		const plan = attributions.get(run.plan);
		if (plan === void 0 || !hasRegressed(run)) continue;
		const reason = whyNot(run, plan, executor);
		if (reason !== null) {
			attributed.set(run.plan, {
				groups: [],
				whole: [],
				mixes: /* @__PURE__ */ new Map(),
				plans: [],
				notes: [...plan.notes, ...reason]
			});
			continue;
		}
		const begun = openRun(run, plan, gate, next);
		for (const mix of begun.mixes.values()) next += logSpan(mix);
		open.push(begun);
	}
	const slots = open.map(slotsOf);
	executor.counts.planned += slots.flat().reduce((sum, { plan, caseRun }) => sum + 1 + questionsOf(plan, caseRun), 0);
	await executor.take(dealSlots(slots));
	for (const each of open) attributed.set(each.run.plan, await closeRun(each, executor));
	return attributed;
}
function hasRegressed({ comparisons }) {
	return comparisons.some(({ gated, verdict }) => gated && verdict === "regression");
}
/** Why no mix is run; null where they are. */
function whyNot({ gone }, { groups }, executor) {
	if (groups.length < 2) return [];
	if (gone !== null) return ["Which part did it cannot be told: the baseline's model is gone."];
	const stopped = executor.stopped();
	if (stopped === null) return null;
	return [`Which part did it was not measured: ${stopped === "interrupted" ? "the run was interrupted" : `${stopped} is used up`}.`];
}
function openRun(run, plan, gate, offset) {
	const known = new Map((run.fresh ?? seenCases(run)).map((entry) => [entry.planCase, entry]));
	const whole = run.cases.map((entry) => {
		const { planCase } = entry;
		const seen = known.get(planCase);
		const stored = seen === void 0 && run.fresh === null ? entry.baseline : [];
		return {
			planCase,
			baseline: [...seen?.baseline ?? stored],
			candidate: [...seen?.candidate ?? []]
		};
	});
	const { seed, passAlpha, trials } = run;
	const mixes = /* @__PURE__ */ new Map();
	for (const [mask, mixed] of plan.mixes) {
		const mix = startPrompt(mixed, gate, {
			trials,
			seed,
			passAlpha,
			offset
		});
		mix.copies = run.copies;
		mixes.set(mask, mix);
		offset += logSpan(mix);
	}
	return {
		run,
		plan,
		whole,
		mixes
	};
}
/** All that is missing of each case, in the random order in which cases are taken. */
function slotsOf({ run, whole, mixes }) {
	const fresh = run.fresh !== null;
	const draw = fresh ? "confirm:1" : "compare";
	const behind = fresh ? Math.max(run.trials.baseline, run.trials.candidate) : 0;
	const most = fresh ? 2 : Math.max(run.trials.baseline, run.trials.candidate);
	return run.order.flatMap((position) => {
		const caseRun = whole[position];
		const slots = [];
		for (let trial = 0; trial < (run.copies ? 1 : most); trial++) {
			for (const arm of ["baseline", "candidate"]) {
				const version = run.plan[arm];
				const wanted = fresh ? most : run.trials[arm];
				if (version === null || trial < caseRun[arm].length || trial >= wanted) continue;
				slots.push({
					...slotOf(run, position, version, arm, behind + trial, draw),
					caseRun
				});
			}
			for (const mix of mixes.values()) {
				if (mix.plan.candidate === null || trial >= (fresh ? most : run.trials.candidate)) continue;
				slots.push(slotOf(mix, position, mix.plan.candidate, "candidate", trial, "compare"));
			}
		}
		return slots;
	});
}
/** Scores what takes both arms, and leaves out the cases of which something is missing. */
async function closeRun({ run, plan, whole, mixes }, executor) {
	await confer(run, whole, executor);
	const sparing = spareBaseline(executor, whole);
	for (const mix of mixes.values()) {
		for (const [position, entry] of mix.cases.entries()) entry.baseline = [...whole[position].baseline];
		await confer(mix, mix.cases, sparing);
	}
	const complete = whole.flatMap((entry, position) => {
		return [entry, ...[...mixes.values()].map(({ cases }) => cases[position])].every((each) => isComplete(each) && each.candidate.length > 0) ? [position] : [];
	});
	const pick = (cases) => complete.map((position) => cases[position]);
	const given = new Map([...mixes].map(([mask, { cases }]) => [mask, pick(cases)]));
	const refused = new Map([...given].flatMap(([mask, cases]) => describeRefused(mask, cases)));
	const groups = joinGroups(plan.groups, (mask) => refused.has(mask));
	const [reason] = refused.values();
	const told = `Some parts are told together, because a mixed version was refused: ${reason}.`;
	return {
		groups,
		whole: pick(whole),
		mixes: new Map(masksOf(plan.groups, groups).flatMap(([own, mask]) => [[own, given.get(mask) ?? []]])),
		plans: [...mixes.values()].map((mix) => mix.plan),
		notes: reason === void 0 ? plan.notes : [...plan.notes, told]
	};
}
/** Beside a mix the baseline may score otherwise: that is the mix's own affair, and the samples file keeps what was compared. */
function spareBaseline(executor, whole) {
	const kept = new Set(whole.flatMap(({ baseline }) => baseline.map(({ index }) => index)));
	return {
		...executor,
		rescore: (outcome, scores) => kept.has(outcome.index) ? withScores(outcome, scores) : executor.rescore(outcome, scores),
		leaveOut: (outcome, failure) => kept.has(outcome.index) ? withoutScores(outcome, failure) : executor.leaveOut(outcome, failure)
	};
}
/** Mixes of joined groups, and which mixes of the groups before they are. */
function masksOf(before, joined) {
	return Array.from({ length: Math.max(0, (1 << joined.length) - 2) }, (_, index) => {
		const own = index + 1;
		const parts = new Set(joined.flatMap((group, at) => own >> at & 1 ? group : []));
		return [own, before.reduce((sum, [part], at) => part !== void 0 && parts.has(part) ? sum | 1 << at : sum, 0)];
	});
}
const refusals = [
	"refused-parameter",
	"rejected",
	"missing-model"
];
/** A mix that the provider does not take says nothing of its parts. */
function describeRefused(mask, cases) {
	const refused = cases.flatMap(({ candidate }) => candidate.flatMap(({ failure }) => failure ?? [])).filter(({ kind }) => refusals.includes(kind));
	const samples = cases.reduce((sum, { candidate }) => sum + candidate.length, 0);
	const [first] = refused;
	return first !== void 0 && 2 * refused.length > samples ? [[mask, first.message]] : [];
}

// src/run/await-batch.ts
/** Tries of one step; a look that fails for longer than this is a server that is gone. */
const mostTries = 8;
const stopped = {
	kind: "aborted",
	message: "stopped before the batch had ended",
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

// src/pipeline/calls/plan-batches.ts
/** A file of calls at most, in calls and in characters: what its answers take must fit into memory. */
const mostCalls = 1e4;
const mostCharacters = 3e7;
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

// src/pipeline/calls/batch-answers.ts
/** Of the ordinary price. */
const batchPrice = .5;
/** Batches that are uploaded, watched and collected side by side. */
const mostAtOnce = 4;
/** Of a timer; a larger one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;
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
function openBatches(models, inner, directory, options) {
	const { batch, signal = new AbortController().signal } = options;
	if (batch === void 0) return null;
	const folder = mkdtempSync(join(tmpdir(), "prompt-assay-"));
	const answers = openSampleLog(join(folder, "answers.jsonl"));
	const states = openBatchStates(directory);
	const findKept = (slot) => inner?.find(providerOf(models, slot), () => requestOf(models, slot), slot) ?? null;
	const read = ({ index }) => answers.read(index);
	const fill = async (slots, executor, estimate, limits) => {
		const open = slots.filter((slot) => findKept(slot) === null);
		const allowed = {
			...limits,
			...definedLimits(options)
		};
		throwProblems(checkLimits(open.length, estimate, allowed));
		const time = limitTime(signal, allowed.maxDurationMs);
		const planned = planBatches(open, models);
		const progress = createProgress(open.length, batch);
		const limit = pLimit(mostAtOnce);
		const outcomes = await Promise.all(planned.map((each) => limit(async () => {
			const onProgress = progress();
			const outcome = await awaitBatch(each, {
				states,
				signal: time.signal,
				wait: createWait(batch),
				onProgress
			});
			for (const [index, id] of each.ids.entries()) {
				const slot = each.slots[index];
				const sample = priceSample(toSample(slot, outcome.results.get(id)), slot, models);
				if (sample.status === "completed") executor.charge(slot.plan, sample.reply.cost);
				answers.append(slot.index, sample);
			}
			return outcome;
		}))).finally(time.close);
		for (const slot of open) {
			const sample = read(slot);
			if (sample?.status === "completed") inner?.append(providerOf(models, slot), () => requestOf(models, slot), slot, sample);
		}
		for (const [index, { key }] of planned.entries()) if (!outcomes[index]?.open) states.remove(key);
		executor.counts.made += open.length;
		executor.counts.cached -= open.length;
		const waiting = outcomes.filter((outcome) => outcome.open).length;
		return waiting === 0 ? [] : [underWay(waiting)];
	};
	return {
		journal: {
			...inner?.answers && { answers: inner.answers },
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
/** An answer out of a batch costs half. */
function priceSample(sample, slot, models) {
	if (sample.status === "failed" || sample.reply.cost !== null) return sample;
	const ordinary = models.get(slot.version)?.price?.costOf(sample.reply.tokens) ?? null;
	return {
		...sample,
		reply: {
			...sample.reply,
			cost: ordinary === null ? null : ordinary * batchPrice
		}
	};
}
function definedLimits({ maxCost, maxCalls, maxDurationMs }) {
	return {
		...maxCost === void 0 ? {} : { maxCost },
		...maxCalls === void 0 ? {} : { maxCalls },
		...maxDurationMs === void 0 ? {} : { maxDurationMs }
	};
}
/** Ends the wait when the run's time is up, or when it is stopped. What is under way at the provider goes on. */
function limitTime(signal, ms) {
	const ending = new AbortController();
	const timer = ms === null ? void 0 : setTimeout(() => ending.abort(), Math.min(ms, longestDelayMs));
	return {
		signal: AbortSignal.any([signal, ending.signal]),
		close: () => clearTimeout(timer)
	};
}
function checkLimits(calls, estimate, { maxCost, maxCalls }) {
	const cost = calls === 0 ? 0 : (estimate.samples.cost ?? Number.POSITIVE_INFINITY) * batchPrice;
	return [...maxCalls !== null && calls > maxCalls ? [batchBeyond("maxCalls", calls, maxCalls)] : [], ...maxCost !== null && cost > maxCost ? [batchBeyond("maxCost", cost, maxCost)] : []];
}
function underWay(batches) {
	return `${batches === 1 ? "A batch may be" : `${batches} batches may be`} under way still: the same run, started again, waits for ${batches === 1 ? "it" : "them"} and calls nothing twice.`;
}
function toSample(slot, result) {
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

// src/pipeline/calls/share-baseline.ts
/**
* The same executor, but variants of a prompt share the answers of their baseline: each is asked for once, whichever
* variant comes first, and stands once in the samples file.
*/
function shareBaseline(executor) {
	const known = /* @__PURE__ */ new Map();
	return {
		...executor,
		async take(slots) {
			if (!isShared(slots)) return executor.take(slots);
			const first = /* @__PURE__ */ new Map();
			const own = [];
			for (const slot of slots) {
				const name = nameShared(slot);
				if (name === null) own.push(slot);
				else if (!known.has(name) && !first.has(name)) {
					first.set(name, {
						...slot,
						caseRun: {
							planCase: slot.caseRun.planCase,
							baseline: [],
							candidate: []
						}
					});
					own.push(first.get(name));
				}
			}
			await executor.take(own);
			for (const [name, { caseRun }] of first) {
				const [outcome] = caseRun.baseline;
				if (outcome !== void 0) known.set(name, outcome);
			}
			for (const slot of slots) {
				const outcome = known.get(nameShared(slot) ?? "");
				if (outcome !== void 0) addOutcome(slot.caseRun, "baseline", outcome);
			}
		},
		async keepStored(sample, slot) {
			const name = nameShared(slot);
			const before = name === null ? void 0 : known.get(name);
			if (before !== void 0 && before.failure === null) return before;
			const outcome = await executor.keepStored(sample, slot);
			if (name !== null) known.set(name, outcome);
			return outcome;
		}
	};
}
/** Calls that the prompts plan at most, where variants share the baseline's samples and what scorers ask about them. */
function plannedOfAll(runs) {
	const counted = /* @__PURE__ */ new Set();
	return runs.reduce((sum, run) => {
		const { baselineKey, baseline } = run.plan;
		const shared = baselineKey !== void 0 && baseline !== null && counted.has(baselineKey);
		if (baselineKey !== void 0 && baseline !== null) counted.add(baselineKey);
		return sum + countPlannedCalls(run) - (shared ? callsOfBaseline(run) : 0);
	}, 0);
}
function callsOfBaseline({ plan, cases, trials }) {
	return cases.reduce((sum, entry) => sum + trials.baseline * (1 + ownQuestionsOf(plan, entry)), 0);
}
function isShared(slots) {
	for (const slot of slots) if (nameShared(slot) !== null) return true;
	return false;
}
/** What the same sample of the baseline is called in every variant; null for a sample that is not shared. */
function nameShared({ plan, arm, caseRun, trial, draw }) {
	if (arm !== "baseline" || plan.baselineKey === void 0) return null;
	return [
		plan.baselineKey,
		draw,
		trial,
		caseRun.planCase.testCase.id
	].join("\0");
}

// src/pipeline/kept/stored-baseline.ts
/** More stored answers of a case than this are not used. */
const mostTrials = 10;
/**
* Finds the baseline's stored answers. Where less than half of the cases have any of an earlier comparison, both arms are
* run, but for what this very comparison has drawn before it was ended; null where that is nothing.
* `maxAgeMs` null: at any age, because the model is gone and there will be no others.
*/
function findStoredBaseline(run, { store, comparison, clock }, settings) {
	const version = run.plan.baseline;
	if (version === null || store.baselines.isEmpty()) return null;
	const now = clock();
	const since = settings.maxAgeMs === null ? null : new Date(now.getTime() - settings.maxAgeMs);
	const most = settings.baseline.trials === "auto" ? mostTrials : settings.baseline.trials;
	const all = /* @__PURE__ */ new Map();
	for (const [position, entry] of run.cases.entries()) {
		const found = store.baselines.find({
			fingerprint: version.fingerprint,
			caseHash: caseHash(entry),
			since
		});
		if (found.length > 0) all.set(position, found.slice(0, most));
	}
	const earlier = [...all.values()].filter((found) => found.some((trial) => trial.comparison !== comparison)).length;
	const resumed = settings.maxAgeMs !== null && (earlier === 0 || 2 * earlier < run.cases.length);
	const trials = resumed ? ownTrials(all, comparison) : all;
	if (trials.size === 0 || settings.maxAgeMs === null && 2 * trials.size < run.cases.length) return null;
	const ages = findAges([...trials.values()].flat());
	return {
		trials,
		fewest: [...trials.values()].reduce((least, each) => Math.min(least, each.length), mostTrials),
		ageMs: ages === null ? 0 : Math.max(0, now.getTime() - ages.oldest.getTime()),
		resumed
	};
}
function ownTrials(all, comparison) {
	return new Map([...all].flatMap(([position, found]) => {
		const own = found.filter((trial) => trial.comparison === comparison);
		return own.length > 0 && own.every((trial, number) => trial.trial === number) ? [[position, own]] : [];
	}));
}
/** Puts the stored answers in the place of the baseline's samples, scored by the scorers of today. */
async function useStoredBaseline(run, stored, executor) {
	const version = run.plan.baseline;
	if (version === null) return;
	await inParallel([...stored.trials], async ([position, trials]) => {
		const entry = run.cases[position];
		if (entry === void 0) return;
		entry.baseline = [];
		for (const [number, trial] of trials.slice(0, run.trials.baseline).entries()) {
			const slot = slotOf(run, position, version, "baseline", number, "compare");
			const sample = {
				...baselineSample(run.plan, trial),
				caseId: trial.case,
				trial: number
			};
			addOutcome(entry, "baseline", await executor.keepStored(sample, slot));
		}
	});
	if (!stored.resumed) run.stored = { ageMs: stored.ageMs };
}
/** The pass rate of the stored answers by the scorers of today, for planning; null where nothing scores them. */
async function storedPassRate({ plan, cases }, { trials }) {
	let total = 0;
	let count = 0;
	for (const [position, [first]] of trials) {
		const planCase = cases[position]?.planCase;
		if (planCase === void 0 || first === void 0) continue;
		const scorers = plan.scorersFor(planCase.testCase).filter(({ metric, asks }) => metric.gatesByDefault && asks === void 0);
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

// src/pipeline/kept/stored-verdicts.ts
/** A report above this size is not kept: judging again from stored answers costs no call. */
const largestReport = 9e5;
/** Where the versions of one prompt are tried: its pull request or branch. */
function attemptScope(scope, plan) {
	const variant = plan.variant === void 0 ? "" : `#variant:${plan.variant.name}`;
	return `${scope}#${plan.change.path}${variant}`;
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
function runKey(plans, config, attributes = false) {
	const { gate, run, baseline, providers, content = "full", redact = [] } = config;
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
			advisory: plans.map((plan) => plan.advisory),
			...attributes && { attributes },
			...content === "full" && redact.length === 0 ? {} : { told: [content, ...redact.map(({ pattern }) => pattern)] },
			standings: plans.map((plan) => [...plan.standings ?? []])
		}),
		baseline: over((plan) => plan.baseline?.fingerprint ?? null),
		candidate: over((plan) => [
			plan.change.path,
			plan.candidate?.fingerprint ?? null,
			...plan.variant === void 0 ? [] : [plan.variant.name]
		]),
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
	for (const [index, { plan }] of runs.filter(({ plan }) => plan.variant === void 0).entries()) {
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

// src/pipeline/calls/start-runs.ts
/** How often each case of a version is asked that later ones are compared with. */
function trialsToKeep(plan, config) {
	return {
		baseline: 0,
		candidate: planTrials(plan.cases.length, config, null).baseline
	};
}
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
	const versions = `${plan.baseline?.fingerprint}:${plan.candidate?.fingerprint}:${plan.goldenHash}`;
	const seed = settings.seed ?? plan.baselineKey ?? versions;
	const fingerprint = plan.candidate?.fingerprint ?? "";
	const attempts = judgeAttempts(gate.alpha, fingerprint, findAttempts(scope, plan, store));
	const cases = plan.cases.map((planCase) => ({
		planCase,
		baseline: [],
		candidate: []
	}));
	const stored = plan.drawsAnew ? null : store && findStoredBaseline({
		plan,
		cases
	}, store, {
		baseline,
		maxAgeMs: baseline.maxAgeMs
	});
	const planned = stored && !stored.resumed && {
		trials: stored.fewest,
		passRate: await storedPassRate({
			plan,
			cases
		}, stored)
	};
	const alone = settings.recordsBaseline ? trialsToKeep(plan, config) : trialsAlone(config.run);
	const trials = plan.baseline === null ? alone : planTrials(plan.cases.length, config, planned || null);
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

// src/pipeline/kept/kept-baselines.ts
/** The prompts whose present version is kept already: every case as often as wanted, and young enough. */
function keptBaselines(plans, config, store) {
	if (store === null) return [];
	return plans.filter((plan) => {
		const cases = plan.cases.map((planCase) => ({
			planCase,
			baseline: [],
			candidate: []
		}));
		const asBaseline = {
			...plan,
			baseline: plan.candidate
		};
		const { baseline } = config;
		const stored = findStoredBaseline({
			plan: asBaseline,
			cases
		}, store, {
			baseline,
			maxAgeMs: baseline.maxAgeMs
		});
		if (stored === null || stored.trials.size < cases.length) return false;
		return stored.fewest >= trialsToKeep(plan, config).candidate;
	});
}

// src/pipeline/plan/estimate-plan.ts
/** Prices of models as prompts name them; null where nobody knows. */
function openPrices(config, options) {
	const now = (options.now ?? (() => /* @__PURE__ */ new Date()))();
	const book = openPriceBook({
		config,
		environment: options.environment,
		now
	});
	const providers = {
		...config.providers,
		...options.providers
	};
	return async (model) => {
		const found = resolveModel(model, providers);
		return "problems" in found ? null : book.priceOf(model, {
			name: found.provider,
			config: found.config
		});
	};
}
/**
* What a prompt's run takes at most where nothing is stored: told without a provider, and so without a key. `varied` are
* further versions that are run beside the candidate.
*/
async function estimatePlan(plan, config, options, varied = []) {
	const priceOf = openPrices(config, options);
	const scorers = plan.cases.flatMap(({ testCase }) => plan.scorersFor(testCase));
	const asked = new Set(scorers.flatMap(({ asks = [] }) => asks.map(({ model }) => model)));
	const prices = /* @__PURE__ */ new Map();
	for (const model of asked) prices.set(model, await priceOf(model));
	const { length } = plan.cases;
	const trials = plan.baseline === null ? trialsAlone(config.run) : planTrials(length, config, null);
	const planArm = async (version, arm, calls) => ({
		version,
		arm,
		calls,
		price: await priceOf(version.configuration.model ?? "")
	});
	const { baseline, candidate, added } = plan;
	const arms = await Promise.all([
		...baseline === null ? [] : [planArm(baseline, "baseline", length * trials.baseline)],
		...candidate === null ? [] : [planArm(candidate, "candidate", length * trials.candidate + added.length)],
		...varied.map((version) => planArm(version, "candidate", length * trials.candidate))
	]);
	return estimatePrompt(plan, arms, (model) => prices.get(model) ?? null);
}

// src/pipeline/plan/hold-fork.ts
/** How the note begins that says what the run of a prompt would take. */
const spendingNote = "Its run takes at most";
/**
* The plans with nothing to call, where a fork's run has no key, would run the fork's code, or is not approved; each says
* what it would take. Skipped is never green. Null where calls are made, or something else is to be mended first.
*/
async function holdFork(plans, input) {
	const held = findHold(input);
	if (held === null) return null;
	return Promise.all(plans.map(async (plan) => {
		const estimate = await estimatePlan(plan, input.goalposts.config, input.options);
		return skipPlan(plan, held.reason, [held.note, `${spendingNote} ${describeEstimate(estimate)}.`]);
	}));
}
function findHold({ goalposts, problems, options: { fork, privileged }, connection }) {
	if (fork !== true || problems.length > 0) return null;
	const unconnected = connection.problems;
	const foreign = `Not judged: the pull request comes from a fork or from Dependabot, and ${unconnected.map(({ message }) => message).join("; ")}.`;
	if (connection.forkCode) return {
		reason: "fork-code",
		note: foreign
	};
	if (privileged === void 0) return unconnected.length > 0 ? {
		reason: "no-key",
		note: foreign
	} : null;
	if (goalposts.config.forks === void 0) return {
		reason: "no-key",
		note: "Not judged: assay.yml of the base branch has no key forks, by which it would be."
	};
	return privileged === "awaits" && unconnected.length === 0 ? {
		reason: "approval",
		note: "Not judged yet: nothing is called before it is approved."
	} : null;
}
/**
* What holds for a fork's run: without approval it takes nothing from a store and leaves nothing there, with one
* it has the budget that the base's assay.yml gives it, and never a larger one.
*/
function limitFork(options, { run, forks }) {
	if (options.fork !== true) return options;
	if (options.privileged === void 0) return {
		...options,
		store: false
	};
	const limits = [
		options.maxCost,
		run.maxCost,
		forks?.maxCost
	].filter((each) => typeof each === "number");
	return limits.length === 0 ? options : {
		...options,
		maxCost: Math.min(...limits)
	};
}

// src/pipeline/plan/plan-attribution.ts
/** The mixes of every prompt of which more than one part changed; variants say by themselves what differs. */
function planAttributions(plans, terms) {
	const entries = plans.flatMap((plan) => {
		const { baseline, candidate, variant } = plan;
		if (baseline === null || candidate === null || variant !== void 0) return [];
		const parts = mixableParts(baseline.configuration, candidate.configuration);
		return parts.length < 2 ? [] : [[plan, planMixes(plan, baseline, candidate, parts, terms)]];
	});
	return new Map(entries);
}
/** The models of the mixes beside those of the versions: a mix asks the model of the version that it takes it from. */
function modelsWithMixes(models, attributions) {
	const all = new Map(models);
	for (const [{ baseline, candidate }, { mixes }] of attributions) for (const { candidate: mixed } of mixes.values()) {
		const asked = [baseline, candidate].find((each) => each?.configuration.model === mixed?.configuration.model);
		const model = asked == null ? void 0 : models.get(asked);
		if (mixed !== null && model !== void 0) all.set(mixed, model);
	}
	return all;
}
function planMixes(plan, base, head, parts, { goalposts, options, models }) {
	if ([base, head].some((version) => models.get(version)?.runsCode)) return {
		groups: [],
		mixes: /* @__PURE__ */ new Map(),
		notes: ["Which part did it cannot be told: the versions run code of their own, which cannot be mixed."]
	};
	const grouped = groupParts(parts);
	const mix = (mask, groups) => {
		return planMix(plan, base, head, groups.flatMap((group, index) => mask >> index & 1 ? group : []), parts);
	};
	const reasons = /* @__PURE__ */ new Map();
	for (let mask = 1; mask < (1 << grouped.length) - 1; mask++) {
		const mixed = mix(mask, grouped);
		const reason = lacksText(mixed, [base, head]) ?? whyOut(mixed, goalposts, options);
		if (reason !== null) reasons.set(mask, reason);
	}
	const groups = joinGroups(grouped, (mask) => reasons.has(mask));
	const [first] = reasons.values();
	const masks = Array.from({ length: Math.max(0, (1 << groups.length) - 2) }, (_, index) => index + 1);
	return {
		groups,
		mixes: new Map(masks.map((mask) => [mask, mix(mask, groups)])),
		notes: [...grouped.length < parts.length ? [`Of ${parts.length} changed parts some are told together, so that 14 mixed versions are enough.`] : [], ...first === void 0 ? [] : [`Some parts are told together, because a mixed version cannot be run: ${first}.`]]
	};
}
function planMix(plan, base, head, fromHead, parts) {
	const name = `mix: new ${fromHead.join(" and ")}`;
	const text = fromHead.includes("text") ? "candidate" : "baseline";
	const split = parts.includes("included") && fromHead.includes("included") !== fromHead.includes("text");
	return {
		...plan,
		change: {
			...plan.change,
			name: `${plan.change.name} · ${name}`
		},
		candidate: mixVersions(base, head, fromHead),
		cases: plan.cases.map((planCase) => new MixedCase(planCase, text, split)),
		added: [],
		notes: [],
		variant: {
			name,
			prompt: plan.change.name
		}
	};
}
/** A case for a mix, with the values of the version that its text comes from; put together when they are asked for. */
var MixedCase = class {
	own;
	text;
	split;
	constructor(own, text, split) {
		this.own = own;
		this.text = text;
		this.split = split;
	}
	get testCase() {
		return this.own.testCase;
	}
	get baseline() {
		return this.own.baseline;
	}
	get candidate() {
		const other = this.text === "candidate" ? "baseline" : "candidate";
		return this.split ? {
			...this.own[other],
			...this.own[this.text]
		} : this.own[this.text];
	}
	get turns() {
		const { turns } = this.own;
		return {
			baseline: turns?.baseline ?? null,
			candidate: turns?.[this.text] ?? null
		};
	}
};
/** Why a mix cannot be run, as far as that is known before it is; null where nothing speaks against it. */
function whyOut(plan, goalposts, options) {
	const version = plan.candidate;
	const { parameters, tools } = version.configuration;
	const needsTools = ["tool_choice", "parallel_tool_calls"].find((name) => Object.hasOwn(parameters, name));
	if (needsTools !== void 0 && tools === null) return `it would set ${needsTools} and have no tools`;
	const [unsendable] = findUnsendable([{
		...plan,
		baseline: null
	}], goalposts, options);
	if (unsendable !== void 0) return withoutPeriod(unsendable);
	for (const planCase of plan.cases) try {
		const { missing } = buildRequest(version, "", planCase.candidate, planCase.turns?.candidate ?? null);
		if (missing.length > 0) return `a case has no ${missing.join(", ")}`;
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return error.message;
	}
	return null;
}
/** Why a mix would include a text that it has not; null where it has all. */
function lacksText({ candidate }, versions) {
	if (candidate === null) return null;
	const { messages, partials = {} } = candidate.configuration;
	const own = versions.find(({ configuration }) => configuration.messages === messages);
	const lacking = Object.keys(own?.configuration.partials ?? {}).find((name) => !Object.hasOwn(partials, name));
	return lacking === void 0 ? null : `its text includes ${quote(lacking)}, which the other version does not have`;
}
function withoutPeriod(problem) {
	return problemText(problem).replace(/\.$/, "");
}

// src/pipeline/plan/unsent-changes.ts
/** They judge, and are not sent to anyone. */
const judging = ["golden", "scorers"];
/** Warnings of prompts of which nothing that changed reaches their provider: both versions ask for the same. */
function findUnsentChanges(plans, goalposts, options) {
	return plans.flatMap(({ change, baseline, candidate }) => {
		if (baseline === null || candidate === null) return [];
		const [before, after] = [baseline, candidate].map((version) => findModel(version, goalposts, options));
		if (before === void 0 || after === void 0 || "problems" in before || "problems" in after) return [];
		const { name, config } = after.listed;
		const left = providerTypes[config.type].leavesOut?.(config) ?? [];
		const parts = change.parts.filter((part) => !judging.includes(part));
		if (!(name === before.listed.name && parts.length > 0 && parts.every((part) => left.includes(part)))) return [];
		return [`${change.name}: what changed (${parts.join(", ")}) is no part of what the provider ${quote(name)} is sent, so both versions ask for the same`];
	});
}

// src/pipeline/shards/shard-facts.ts
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
function describeJudges(plan) {
	const combinations = combinationsOf(plan);
	return judgesOf(plan).map((scorer) => ({
		metric: scorer.metric.name,
		judge: scorer.judge,
		within: combinations.filter(({ within }) => within?.includes(scorer)).map(({ metric }) => metric.name),
		reviews: scorer.review !== void 0,
		standing: plan.standings?.get(scorer.metric.name) ?? { status: "none" }
	}));
}
function describePrompt({ run }, shard) {
	const { plan, trials, seed } = run;
	const versions = versionNotesByVerdict(plan.change);
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
		judges: describeJudges(plan),
		skipped: plan.skipped,
		...versions && { versionNotes: versions }
	};
}

// src/pipeline/shards/shard-journal.ts
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
	const answerKey = (model, request, identity) => sampleKey(model, request, {
		...identity,
		draw: `${draw}:${identity.draw}`
	});
	return {
		answers: {
			find: (model, request, identity) => store.samples.find(answerKey(model, request, identity))?.reply ?? null,
			append(model, request, identity, { reply, latencyMs }) {
				store.samples.append({
					key: answerKey(model, request, identity),
					case: identity.caseId,
					trial: identity.trial,
					draw,
					model,
					fingerprint: "",
					at: clock().toISOString(),
					latencyMs,
					reply
				});
			}
		},
		find(_provider, request, slot) {
			const found = store.samples.find(keyOf(request(), slot));
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
				key: keyOf(request(), slot),
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

// src/pipeline/shards/take-shard.ts
/**
* Takes the samples of one shard: all trials of its cases, in one go. Nothing is compared, for a part of the golden set
* says nothing of the whole; the report holds what `merge` needs. No stored baseline is used: the shards would not
* have the same.
*/
async function takeShard(input) {
	const { shard, store, connection, shield } = input;
	const config = {
		...input.config,
		gate: {
			...input.config.gate,
			stopEarly: false
		}
	};
	const options = {
		...input.options,
		...shareLimits(input.options, shard)
	};
	const settings = {
		...config.run,
		...shareLimits(config.run, shard),
		...callSettings(connection, config)
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
	const dealt = started.map(({ run }) => [...nextSlots(run)].filter((slot) => isOf(shard, slot)));
	const slots = dealt.flat();
	const journal = store && shardJournal(store, facts, options);
	const batches = openBatches(connection.models, journal, storeFolder(input.place, options), options);
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
	const log = openSampleLog(join(folder, "samples.jsonl"));
	const lines = describeCases(log, started, slots);
	const executor = createExecutor(connection, settings, lines, batches?.journal ?? journal, options);
	try {
		await prepareProviders(connection, options.signal);
		executor.counts.planned = slots.reduce((sum, { plan, caseRun }) => sum + 1 + questionsOf(plan, caseRun), 0);
		const estimate = tellPlan(started, connection, config, input.options);
		const underWay = await batches?.fill(slots, executor, shareEstimate(estimate, shard), settings) ?? [];
		await executor.take(dealSlots(dealt));
		for (const { run } of started) await confer(run, run.cases, executor);
		executor.finish();
		const samples = options.samplesFile === void 0 ? null : {
			path: basename(options.samplesFile),
			sha256: log.writeInOrder(options.samplesFile, shield.line)
		};
		const warnings = [
			...input.warnings,
			...heldNotes(config),
			...store === null ? [] : storeWarnings(store)
		];
		const report = buildReport({
			command,
			baseline: input.baseline,
			head: input.head,
			goalposts,
			gate: config.gate,
			started,
			health: await examineSets(started.map(({ run }) => run), config),
			executor,
			log,
			samples,
			warnings,
			durationMs: Math.round(performance.now() - input.begun),
			tell: shield.text
		});
		const stopped = executor.stopped();
		const samplesLeft = executor.counts.leftOut;
		const leftOut = stopped === null || samplesLeft === 0 ? null : {
			samples: samplesLeft,
			stopped
		};
		const own = withoutVerdict(report, {
			...facts,
			warnings,
			leftOut
		}, started, slots.length);
		return shield.report({
			...own,
			warnings: [
				...own.warnings,
				...leftOutWarnings(executor, slots.length),
				...underWay
			]
		});
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
/** Which cases get worse, only the whole run knows. */
function heldNotes({ content }) {
	return content === "worst" ? ["report.content is worst: in shards the texts of all cases are held back, for none knows which get worse."] : [];
}
/** A shard's part of what the whole run may take. */
function shareLimits({ maxCost, maxCalls }, shard) {
	return {
		...typeof maxCost === "number" ? { maxCost: shareOfLimit(maxCost, shard, "amount") } : {},
		...typeof maxCalls === "number" ? { maxCalls: shareOfLimit(maxCalls, shard, "count") } : {}
	};
}
/** About what a shard takes of it all. */
function shareEstimate({ samples, scorers }, { of }) {
	const share = (part) => ({
		...part,
		cost: part.cost === null ? null : part.cost / of
	});
	return {
		samples: share(samples),
		scorers: share(scorers)
	};
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
			const { weight, expected, place } = caseRun.planCase.testCase;
			const speaks = typeof line["output"] === "string" && addressesJudge(line["output"]);
			const shard = {
				position: positions.get(caseRun) ?? 0,
				weight,
				expected,
				place,
				...speaks && { addressesJudge: true }
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
	const open = (run) => {
		if (facts.leftOut?.stopped === "interrupted") return interrupted;
		if (taken > 0 && countFailed(started) === taken) return unanswered(report);
		return findGone([...run.cases, ...run.added], "candidate") === "refused-parameter" ? refused : notYet;
	};
	const prompts = report.prompts.map((prompt, position) => {
		const { run } = started[position];
		const { plan } = run;
		const verdict = plan.candidate === null ? {} : open(run);
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
	const outcome = combineOutcomes(prompts.map(({ verdict, reason }) => ({
		verdict,
		reason,
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
/** Samples that failed, whatever came of what scorers asked. */
function countFailed(started) {
	return started.flatMap(({ run }) => [...run.cases, ...run.added]).reduce((sum, entry) => sum + [...entry.baseline, ...entry.candidate].filter(({ failure }) => failure !== null).length, 0);
}
const interrupted = {
	verdict: "error",
	reason: "interrupted"
};
const refused = {
	verdict: "error",
	reason: "refused-parameter"
};
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
			"refused-parameter",
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
	const { goalposts } = input;
	const options = limitFork(input.options, goalposts.config);
	let plans = await addStandings(input.plans, goalposts.tree, goalposts.config.directory);
	const workspaces = createWorkspaces({
		...input,
		directory: goalposts.config.directory
	});
	const connection = await connectProviders(plans, goalposts, input.root, options, {
		baseline: input.baseline && workspaces.of(input.baseline),
		candidate: workspaces.of(input.head)
	});
	const held = await holdFork(plans, {
		...input,
		options,
		connection
	});
	if (held === null) throwProblems([
		...input.problems,
		...connection.problems,
		...refuseJudges(plans, goalposts.config.gate.minKappa),
		...checkBatches(connection.models, options),
		...checkAttribution(options)
	]);
	else plans = held;
	const shield = createShield(goalposts.config);
	await options.beforeCalls?.();
	const warnings = [...input.warnings, ...findUnsentChanges(plans, goalposts, options)];
	const providers = [...Object.values(goalposts.config.providers), builtInProvider];
	const runsCode = [...connection.models.values()].some((model) => model.runsCode);
	const keeps = (input.command === "compare" || options.recordBaseline === true) && !runsCode && plans.some((plan) => plan.candidate !== null);
	const config = withSettings(goalposts.config, options);
	const place = storePlace(input.root, goalposts.config);
	const store = keeps ? openRunStore(place, providers, options, runKey(plans, config), (warning) => warnings.push(warning)) : null;
	if (options.batch !== void 0 && keeps && store === null) throw new UserError(batchWithoutStore());
	if (options.shard !== void 0) {
		if (plans.some(({ variant }) => variant !== void 0)) throw new UserError(shardedVariants());
		return takeShard({
			...input,
			options,
			shard: options.shard,
			plans,
			config,
			connection,
			warnings,
			store,
			place,
			shield,
			begun
		}).finally(workspaces.close);
	}
	if (options.recordBaseline === true) {
		const kept = keptBaselines(plans, config, store);
		if (kept.length > 0) warnings.push(`kept already, and young enough: ${kept.map(nameOf).join(", ")}`);
		plans = plans.filter((plan) => !kept.includes(plan));
	}
	const key = runKey(plans, config, options.attribute);
	const given = store === null || options.recordBaseline === true ? null : findVerdict(key, store);
	if (store !== null && given !== null) {
		store.store.close();
		return shield.report(again(given.report, given.at, {
			...input,
			plans,
			warnings
		}));
	}
	const settings = {
		...config.run,
		...callSettings(connection, config)
	};
	const kept = store?.journal ?? null;
	const batches = openBatches(connection.models, kept, storeFolder(place, options), options);
	const { models } = connection;
	const attributions = options.attribute ? planAttributions(plans, {
		goalposts,
		options,
		models
	}) : /* @__PURE__ */ new Map();
	const ways = {
		...connection,
		models: modelsWithMixes(models, attributions)
	};
	const folder = await mkdtemp(join(tmpdir(), "prompt-assay-"));
	const log = openSampleLog(join(folder, "samples.jsonl"));
	const executor = shareBaseline(createExecutor(ways, settings, log, batches?.journal ?? kept, options));
	try {
		await prepareProviders(connection, options.signal);
		const started = await startRuns(plans, {
			config,
			seed: options.seed,
			store,
			scope: input.scope,
			recordsBaseline: options.recordBaseline === true
		});
		const runs = started.map(({ run }) => run);
		executor.counts.planned = plannedOfAll(runs);
		const estimate = tellPlan(started, {
			...ways,
			attributions
		}, config, options);
		for (const { run, stored } of started) if (stored !== null) await useStoredBaseline(run, stored, executor);
		warnings.push(...await batches?.fill(runs.flatMap((run) => [...nextSlots(run)]), executor, estimate, settings) ?? []);
		const [sets] = await Promise.all([setImmediate().then(() => examineSets(runs, config)), runLooks(runs, executor, config.gate, (run) => standIn(run, goalposts, executor, store))]);
		const offset = runs.reduce((sum, run) => sum + logSpan(run), 0);
		const attributed = await attributeRegressions(runs, attributions, executor, {
			gate: config.gate,
			offset
		});
		executor.finish();
		const samples = options.samplesFile === void 0 ? null : {
			path: basename(options.samplesFile),
			sha256: log.writeInOrder(options.samplesFile, shield.line)
		};
		if (store !== null) warnings.push(...storeWarnings(store));
		warnings.push(...leftOutWarnings(executor, executor.counts.planned));
		const built = buildReport({
			command: input.command,
			baseline: input.baseline,
			head: input.head,
			goalposts: input.goalpostsSource,
			gate: config.gate,
			started,
			attributed,
			health: new Map([...sets].map(([run, health]) => [run, withOutcomes(run, health, config.gate)])),
			executor,
			log,
			samples,
			warnings,
			durationMs: Math.round(performance.now() - begun),
			tell: shield.text
		});
		const report = shield.report(built);
		const settled = executor.counts.leftOut === 0 && options.recordBaseline !== true;
		if (store !== null && settled) keep(report, key, runs, input.scope, store);
		return report;
	} finally {
		executor.close();
		batches?.close();
		store?.store.close();
		log.close();
		await workspaces.close();
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
/** Mixes are run once a verdict is known. */
function checkAttribution({ attribute, batch, shard }) {
	if (!attribute) return [];
	return [...batch === void 0 ? [] : [attributionInParts("--batch")], ...shard === void 0 ? [] : [attributionInParts("--shard")]];
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
function nameOf({ change }) {
	return change.name;
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
	const changes = runs.map(({ plan }) => plan.change);
	keepVerdict(key, withoutVersionNotes(report, changes), runs, scope, store);
}
/** The verdict given before, for the revisions at hand: nothing is drawn again, and nothing was called. */
function again(report, at, { plans, baseline, head, warnings }) {
	const told = `This verdict was given on ${at.slice(0, 16).replace("T", " at ")} UTC for the same prompts, golden sets and gate; nothing was called again.`;
	const { planned } = report.calls;
	const changes = plans.map(({ change }) => change);
	return {
		...withVersionsOf(report, changes, {
			baseline,
			head
		}),
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

// src/pipeline/project/golden-memory.ts
/** Texts of so many cases stay in memory; of a golden set of 100,000 only ids, tags and the like do. */
const casesInMemory = 2e3;
function createGoldenMemory() {
	const known = /* @__PURE__ */ new Map();
	const hashes = [];
	let file = null;
	let held = 0;
	const share = createSharing();
	const hold = (testCase) => {
		if (++held <= casesInMemory || testCase.conversation !== void 0) return testCase;
		file ??= openTextFile();
		return new CaseOnDisk(testCase, share(testCase), file);
	};
	return {
		async read(path, scan, evalClass) {
			const hash = createHash("sha256");
			if (!await scan((piece) => hash.update(piece))) return null;
			const judged = evalClass === void 0 ? "" : JSON.stringify(evalClass);
			const key = `${path}\n${hash.digest("hex")}\n${judged}`;
			const found = known.get(key);
			if (found !== void 0) return found;
			const golden = scanGolden(path, hold, evalClass);
			if (!await scan(golden.push)) return null;
			const cases = golden.finish();
			known.set(key, cases);
			return cases;
		},
		hash(cases) {
			const same = hashes.find((known) => isSame(known.cases, cases));
			if (same !== void 0) return same.hash;
			const hash = goldenHash(cases);
			hashes.push({
				cases,
				hash
			});
			return hash;
		},
		close() {
			file?.close();
			file = null;
		}
	};
}
function isSame(one, other) {
	return one.length === other.length && one.every((testCase, index) => testCase === other[index]);
}
/** Where tags are those of few cases, there is nothing to be shared. */
const mostShared = 1e3;
function createSharing() {
	const known = /* @__PURE__ */ new Map();
	return ({ named, tags, weight, cluster, place: { path } }) => {
		const own = {
			named,
			tags,
			weight,
			cluster,
			path
		};
		if (cluster !== null) return own;
		const key = JSON.stringify([
			named,
			tags,
			weight,
			path
		]);
		const shared = known.get(key) ?? own;
		if (known.size < mostShared) known.set(key, shared);
		return shared;
	};
}
/** A file for this process alone, gone when it is closed. */
function openTextFile() {
	const folder = mkdtempSync(join(tmpdir(), "prompt-assay-cases-"));
	const descriptor = openSync(join(folder, "cases.jsonl"), "w+", 384);
	const pending = [];
	let pendingBytes = 0;
	let written = 0;
	/** One part of a case is mostly asked for after another. */
	let last = null;
	const flush = () => {
		const bytes = Buffer.concat(pending.splice(0));
		for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done, bytes.length - done, written + done);
		written += bytes.length;
		pendingBytes = 0;
	};
	return {
		append({ vars, expected, context }) {
			const bytes = Buffer.from(JSON.stringify([
				vars,
				expected,
				context
			]));
			const offset = written + pendingBytes;
			pending.push(bytes);
			pendingBytes += bytes.length;
			if (pendingBytes > 65536) flush();
			return {
				offset,
				length: bytes.length
			};
		},
		read(offset, length) {
			if (last?.offset === offset) return last.texts;
			if (pendingBytes > 0) flush();
			const bytes = Buffer.allocUnsafe(length);
			readSync(descriptor, bytes, 0, length, offset);
			const [vars, expected, context] = JSON.parse(bytes.toString("utf8"));
			last = {
				offset,
				texts: {
					vars,
					expected,
					context
				}
			};
			return last.texts;
		},
		close() {
			closeSync(descriptor);
			rmSync(folder, {
				recursive: true,
				force: true
			});
		}
	};
}
/** A case whose texts are on disk. What all cases have in common is read from elsewhere, so to spread one would lose it. */
var CaseOnDisk = class {
	id;
	scorers;
	shared;
	line;
	file;
	offset;
	length;
	constructor(testCase, shared, file) {
		const { offset, length } = file.append(testCase);
		this.id = testCase.id;
		this.scorers = testCase.scorers;
		this.line = testCase.place.line;
		this.shared = shared;
		this.file = file;
		this.offset = offset;
		this.length = length;
	}
	get named() {
		return this.shared.named;
	}
	get tags() {
		return this.shared.tags;
	}
	get weight() {
		return this.shared.weight;
	}
	get cluster() {
		return this.shared.cluster;
	}
	get place() {
		const { path } = this.shared;
		return this.line === void 0 ? { path } : {
			path,
			line: this.line
		};
	}
	get vars() {
		return this.file.read(this.offset, this.length).vars;
	}
	get expected() {
		return this.file.read(this.offset, this.length).expected;
	}
	get context() {
		return this.file.read(this.offset, this.length).context;
	}
};

// src/pipeline/project/trust.ts
/** The revisions with goalposts at the head, where the base says that all authors are trusted. */
async function applyTrust(revisions, options) {
	const { goalpostsSource, goalposts, head, repository } = revisions;
	if (goalpostsSource !== "base" || !await trustsHead(goalposts, repository.prefix, options)) return revisions;
	return {
		...revisions,
		goalposts: head,
		goalpostsSource: "head"
	};
}
/** Whether assay.yml of this tree, the base's, lets the head judge itself in the Action. A fork's head is never trusted. */
async function trustsHead(goalposts, prefix, options) {
	if (options.fork || options.restricted !== true) return false;
	const load = {
		...loadOptions(prefix, options),
		optional: true,
		fallbackConfig: defaultConfig()
	};
	const { config } = await loadConfig(goalposts, load);
	return config.trust === "head";
}

export { createCaller as C, requestOf as S, findScorerModel as _, judgePlans as a, scorerModelsOf as b, estimatePlan as c, createWorkspaces as d, planRun as f, findModel as g, connectProviders as h, builtInProvider as i, openPrices as l, missingVariables as m, trustsHead as n, withTrials as o, callGates as p, createGoldenMemory as r, spendingNote as s, applyTrust as t, startRuns as u, findUnsendable as v, createCodeRunner as w, createExecutor as x, prepareProviders as y };