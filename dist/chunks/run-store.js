import { K as notStored, n as UserError, wt as unwritableStore } from "./errors.js";
import { n as keyVariableOf } from "./registry.js";
import { r as isObject, t as canonicalHash } from "./json.js";
import { n as makeFolders, t as makeFolder } from "./folder.js";
import { t as createNumberList } from "./number-list.js";
import { n as createShield } from "./shield.js";
import { createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { basename, join } from "node:path";
import { closeSync, constants, fstatSync, linkSync, openSync, readSync, readdirSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync, writeSync } from "node:fs";

// src/run/store/samples.ts
/**
* Which call it is: what is sent, to whom (`model` with its publisher: the same name elsewhere is another model), and
* which case, trial and draw it is for, and which of a scorer's opinions. Two cases with the same text do not share an
* answer.
*/
function sampleKey(model, request, { caseId, trial, draw, purpose }) {
	return canonicalHash({
		model,
		request,
		caseId,
		trial,
		draw,
		...purpose === void 0 ? {} : { purpose }
	});
}
function createSampleStore(journal) {
	return {
		wasEmpty: journal.isEmpty(),
		find(key) {
			for (const sample of journal.find(key)) return sample;
			return null;
		},
		append: (sample) => journal.append([sample.key], sample)
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
		for (const line of journal.find(versionKey$1(fingerprint))) if ("before" in line) time = Math.max(time, Date.parse(line.before));
		return time;
	};
	const append = (trial) => journal.append([caseKey(trial)], trial);
	return {
		isEmpty: journal.isEmpty,
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
			journal.append([versionKey$1(fingerprint)], {
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
function versionKey$1(fingerprint) {
	return canonicalHash({ fingerprint });
}

// src/run/store/line-index.ts
const firstSlots = 1024;
/** Some 40 bytes a line: a table of the last line of each key, and lines of the same key in a chain through them. */
function createLineIndex() {
	/** By the key's number, from the slot that it names on: the last line of the key, plus 1; 0 where there is none. */
	let slots = new Int32Array(firstSlots);
	const numbers = createNumberList("float64");
	const earlier = createNumberList("int32");
	const segments = createNumberList("int32");
	const offsets = createNumberList("float64");
	const lengths = createNumberList("int32");
	let keys = 0;
	/** The slot of this key, or the free one where it belongs. */
	const slotOf = (number) => {
		let slot = number % slots.length;
		for (;;) {
			const line = (slots[slot] ?? 0) - 1;
			if (line < 0 || numbers.get(line) === number) return slot;
			slot = (slot + 1) % slots.length;
		}
	};
	const widen = () => {
		const before = slots;
		slots = new Int32Array(before.length * 2);
		for (const line of before) if (line > 0) slots[slotOf(numbers.get(line - 1))] = line;
	};
	return {
		add(key, { segment, offset, length }) {
			const number = shorten(key);
			const slot = slotOf(number);
			const last = slots[slot] ?? 0;
			const line = lengths.length;
			numbers.set(line, number);
			earlier.set(line, last);
			segments.set(line, segment);
			offsets.set(line, offset);
			lengths.set(line, length);
			slots[slot] = line + 1;
			if (last === 0) keys++;
			if (keys * 2 > slots.length) widen();
		},
		*places(key) {
			for (let line = slots[slotOf(shorten(key))] ?? 0; line > 0; line = earlier.get(line - 1)) yield {
				segment: segments.get(line - 1),
				offset: offsets.get(line - 1),
				length: lengths.get(line - 1)
			};
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
		isEmpty: () => true,
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
		isEmpty: () => segments.length === 0,
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
		append: (verdict) => journal.append([
			verdict.key,
			scopeKey(verdict.scope),
			...versionKeys(verdict)
		], verdict),
		history: (scope) => inOrder(journal.find(scopeKey(scope))),
		ofVersion: (fingerprint) => inOrder(journal.find(versionKey(fingerprint)))
	};
}
/** By time; verdicts of the same moment in the order in which they were written. */
function inOrder(verdicts) {
	return [...verdicts].reverse().sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}
function scopeKey(scope) {
	return canonicalHash({ scope });
}
function versionKey(fingerprint) {
	return canonicalHash({ fingerprint });
}
/** The verdict on one prompt names its candidate; that on a whole run does not. */
function versionKeys({ summary }) {
	const candidate = isObject(summary) ? summary["candidate"] : void 0;
	return typeof candidate === "string" ? [versionKey(candidate)] : [];
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

// src/pipeline/kept/run-store.ts
/** Where and what this assay.yml has kept. */
function storePlace(root, config) {
	return {
		root,
		cache: cacheOf(config),
		keeps: createShield(config).keeps
	};
}
/** The folder of the store, absolute: the one that was named here or in assay.yml, else `.assay` at the root. */
function storeFolder({ root, cache }, { store }) {
	return store || join(root, cache ?? ".assay");
}
/**
* Opens the store. Null where there is none to be had: the run goes on without, and the reason is told; only a folder
* that the user named must be usable.
*/
function openRunStore(place, providers, options, comparison, warn) {
	if (options.store === false || options.replay !== void 0) return null;
	const directory = storeFolder(place, options);
	try {
		const secret = deriveSecret(keysOf(providers, options)) ?? readKeyFile(directory);
		const now = options.now ?? (() => /* @__PURE__ */ new Date());
		return wrapStore(openStore(directory, {
			now,
			secret
		}), {
			comparison,
			clock: now,
			recordsBaseline: options.recordBaseline === true,
			...place
		});
	} catch (error) {
		if (!(error instanceof UserError) || options.store !== void 0) throw error;
		warn(`nothing is kept for the next run: ${error.message}`);
		return null;
	}
}
/** The folder that assay.yml names for the store, from the repository's root. */
function cacheOf({ cache, directory }) {
	return cache === null ? null : join(directory, cache);
}
/** The keys of all providers that assay.yml knows: what is signed with them is not anybody's to forge. */
function keysOf(providers, { environment }) {
	return providers.map(keyVariableOf).flatMap((name) => name === null ? [] : environment[name]?.trim() ?? []);
}
function wrapStore(store, { comparison, clock, recordsBaseline, keeps }) {
	const confirmed = /* @__PURE__ */ new Map();
	return {
		store,
		journal: {
			find(_provider, request, slot) {
				if (slot.arm === "baseline" || slot.draw !== "compare" || recordsBaseline || store.samples.wasEmpty) return null;
				const found = store.samples.find(keyOf(slot, request()));
				return found === null ? null : toSample(slot, found);
			},
			append(_provider, request, slot, sample) {
				if (sample.status !== "completed" || !keeps(sample.reply)) return;
				const entry = storedAnswer(slot, sample, clock());
				if (recordsBaseline) {
					const draw = `baseline:${entry.at.slice(0, 10)}`;
					store.baselines.append({
						...entry,
						caseHash: caseHash(slot.caseRun),
						draw
					});
					return;
				}
				if (slot.arm === "candidate") {
					const model = modelOf(slot.version);
					store.samples.append({
						...entry,
						key: keyOf(slot, request()),
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
						comparison,
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
			},
			answers: {
				find: (model, request, identity) => ["compare", "calibrate"].includes(identity.draw) ? store.samples.find(sampleKey(model, request, identity))?.reply ?? null : null,
				append(model, request, identity, { reply, latencyMs }) {
					if (!keeps(reply)) return;
					const { caseId, trial, draw } = identity;
					const entry = {
						key: sampleKey(model, request, identity),
						case: caseId,
						trial,
						draw,
						model,
						fingerprint: "",
						latencyMs,
						reply
					};
					store.samples.append({
						...entry,
						at: clock().toISOString()
					});
				}
			}
		},
		confirmed,
		comparison,
		clock
	};
}
/** Over everything of a case that reaches the arm's model, and its id. */
function caseHash({ planCase }, arm = "baseline") {
	const { testCase, turns } = planCase;
	const asked = turns === void 0 ? {} : { turns: turns[arm] };
	return canonicalHash({
		id: testCase.id,
		values: planCase[arm],
		...asked,
		...toolsOf(planCase)
	});
}
/** What a sample of several turns rests on beside its first request: the recorded answers of tools, and how many turns. */
function toolsOf({ testCase: { conversation } }) {
	if (conversation === void 0) return {};
	const { toolResults, maxTurns } = conversation;
	return { tools: {
		toolResults,
		maxTurns
	} };
}
/** The key of a whole sample, all of its turns: it is found again by how it began and what it was answered. */
function keyOf(slot, request) {
	const key = sampleKey(modelOf(slot.version), request, identityOf(slot));
	const { tools } = toolsOf(slot.caseRun.planCase);
	return tools === void 0 ? key : canonicalHash({
		key,
		tools
	});
}
/** As the prompt names it, with its publisher. */
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
/** A stored answer as the sample of a slot. */
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

export { storeFolder as a, toSample as c, sampleKey as d, openRunStore as i, verdictKey as l, caseHash as n, storePlace as o, modelOf as r, storeWarnings as s, cacheOf as t, findAges as u };