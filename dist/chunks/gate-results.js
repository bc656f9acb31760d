import { et as quote, k as nearest, ut as throwProblems } from "./errors.js";
import { i as promptVerdict, o as draftSlices, r as combineOutcomes, t as judgeAlone } from "./judge-alone.js";
import { O as decideAll, l as allFailed, n as compareMetric, t as caseMove } from "./compare-metric.js";
import { n as canonicalJson, r as isObject, t as canonicalHash } from "./json.js";
import { t as scanXml } from "./scan-xml.js";
import { isUtf8 } from "node:buffer";
import { basename, extname, resolve } from "node:path";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

// src/results/case-ids.ts
/** No case yet. */
function createCaseIds() {
	const names = [];
	const numbers = /* @__PURE__ */ new Map();
	return {
		names,
		numberOf(id) {
			const known = numbers.get(id);
			if (known !== void 0) return known;
			numbers.set(id, names.length);
			names.push(id);
			return names.length - 1;
		}
	};
}

// src/results/mistakes.ts
/** As many as a person mends in one go. */
const told = 20;
/** An empty collection. */
function collectMistakes() {
	const first = [];
	let count = 0;
	return {
		add(problem) {
			if (count < told) first.push(problem);
			count++;
		},
		get count() {
			return count;
		},
		problems: () => count > told ? [...first, { message: `and ${count - told} more` }] : first
	};
}

// src/results/formats/inspect.ts
/** Grades in letters and words; every other text is no grade, and leaves the sample unscored. */
const grades = /* @__PURE__ */ new Map([
	["C", 1],
	["P", .5],
	["I", 0],
	["N", 0],
	["yes", 1],
	["true", 1],
	["no", 0],
	["false", 0]
]);
/** An inspect log as JSON: samples with an epoch and the scores of each scorer. */
const inspect = {
	shape: "document",
	description: "an inspect log",
	writesNaN: true,
	accepts: (document) => isObject(document) && isObject(document["eval"]) && "status" in document,
	read(document, table) {
		const { samples, status } = document;
		if (!Array.isArray(samples)) {
			table.refuse("the log has no samples", "Write it whole: inspect log dump FILE > log.json");
			return;
		}
		if (typeof status === "string" && status !== "success") table.warn(`its status is ${status}, so that samples may be missing.`);
		for (const [index, sample] of samples.entries()) readSample(sample, index, table);
	}
};
function readSample(sample, index, table) {
	const id = isObject(sample) ? sample["id"] : null;
	if (!isObject(sample) || typeof id !== "string" && typeof id !== "number") {
		table.refuse(`sample ${index + 1} has no id`);
		return;
	}
	const epoch = sample["epoch"];
	const row = table.addRow(String(id), typeof epoch === "number" && Number.isInteger(epoch) ? epoch : null);
	if (isObject(sample["error"])) table.setFailed(row);
	const scores = sample["scores"] ?? (isObject(sample["score"]) ? { score: sample["score"] } : {});
	for (const [scorer, score] of Object.entries(isObject(scores) ? scores : {})) {
		const value = isObject(score) ? score["value"] ?? null : null;
		if (!isObject(value)) table.setScore(row, scorer, gradeOf(value));
		else for (const [key, part] of Object.entries(value)) table.setScore(row, `${scorer}.${key}`, gradeOf(part));
	}
	const seconds = sample["working_time"] ?? sample["total_time"];
	if (typeof seconds === "number" && seconds > 0) table.setScore(row, "latency", seconds * 1e3);
	const tokens = countTokens(sample["model_usage"]);
	if (tokens > 0) table.setScore(row, "tokens", tokens);
}
function gradeOf(value) {
	if (typeof value === "number") return value;
	if (typeof value === "boolean") return value ? 1 : 0;
	if (typeof value !== "string") return null;
	const grade = grades.get(value) ?? grades.get(value.toLowerCase());
	if (grade !== void 0) return grade;
	return value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : null;
}
function countTokens(usage) {
	if (!isObject(usage)) return 0;
	let total = 0;
	for (const each of Object.values(usage)) {
		const tokens = isObject(each) ? each["total_tokens"] : null;
		if (typeof tokens === "number") total += tokens;
	}
	return total;
}

// src/results/formats/jsonl.ts
const example = "For example: {\"id\": \"case-1\", \"trial\": 0, \"scores\": {\"correct\": 1}}";
const mostTrials = 1e6;
/** Our own: `{"id", "trial", "scores": {metric: number}, "tags", "cluster", "weight"}`, a trial a line. */
const jsonl = {
	shape: "lines",
	description: "JSON Lines",
	accepts: () => true,
	open: (table) => (row, line) => readRow(row, line, table)
};
function readRow(row, line, table) {
	const id = readId(row["id"]);
	if (id === null) {
		table.refuse("the row has no id", example, line);
		return;
	}
	const trial = row["trial"] ?? 0;
	if (typeof trial !== "number" || !Number.isInteger(trial) || trial < 0 || trial > mostTrials) {
		table.refuse("trial is no whole number from 0 on", example, line);
		return;
	}
	const index = table.addRow(id, trial, line);
	if (row["status"] === "failed") table.setFailed(index);
	readFacts(row, index, line, table);
	const scores = row["scores"];
	if (isObject(scores)) for (const metric of Object.keys(scores)) readScore(scores[metric], metric, index, line, table);
	else if (scores !== void 0 && scores !== null) table.refuse("scores is no map from metrics to numbers", example, line);
	else for (const metric of ["score", "pass"]) if (Object.hasOwn(row, metric)) readScore(row[metric], metric, index, line, table);
}
function readScore(value, metric, index, line, table) {
	if (typeof value === "number" || value === null) table.setScore(index, metric, value);
	else if (typeof value === "boolean") table.setScore(index, metric, value ? 1 : 0);
	else table.refuse(`the score of ${quote(metric)} is no number`, "Write a number, true or false, or null.", line);
}
function readFacts(row, index, line, table) {
	const { tags, cluster, weight } = row;
	if ((tags ?? cluster ?? weight ?? null) === null) return;
	const facts = {};
	if (Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) facts.tags = tags;
	else if (tags !== void 0 && tags !== null) table.refuse("tags is no list of words", void 0, line);
	const name = readId(cluster);
	if (name !== null) facts.cluster = name;
	else if (cluster !== void 0 && cluster !== null) table.refuse("cluster is no name", void 0, line);
	if (typeof weight === "number" && weight >= 0 && Number.isFinite(weight)) facts.weight = weight;
	else if (weight !== void 0 && weight !== null) table.refuse("weight is no number from 0 on", void 0, line);
	table.describeCase(index, facts);
}
/** Ids are words; numbers are taken as they are written. */
function readId(value) {
	if (typeof value === "number") return String(value);
	return typeof value === "string" && value !== "" ? value : null;
}

// src/results/formats/junit.ts
/** JUnit XML: a test is a case, a second test of the same name its next trial. */
const junit = {
	shape: "markup",
	description: "JUnit XML",
	read(text, table) {
		let test = null;
		let suites = 0;
		const mistake = scanXml(text, {
			open(name, attributes, line) {
				if (name === "testsuite" || name === "testsuites") suites++;
				if (name === "testcase") {
					const id = [attributes.get("classname"), attributes.get("name")].filter(Boolean).join(" › ");
					if (id === "") {
						table.refuse("the testcase has no name", void 0, line);
						return;
					}
					const seconds = Number(attributes.get("time")?.replaceAll(",", "") || 0);
					test = {
						row: table.addRow(id, null, line),
						seconds,
						outcome: "passed"
					};
				} else if (test !== null && (name === "failure" || name === "error" || name === "skipped")) {
					if (test.outcome === "passed" || name === "error") test.outcome = name;
				}
			},
			close(name) {
				if (name !== "testcase" || test === null) return;
				const { row, seconds, outcome } = test;
				test = null;
				if (outcome === "error") {
					table.setFailed(row);
					return;
				}
				table.setScore(row, "pass", outcome === "skipped" ? null : outcome === "passed" ? 1 : 0);
				if (outcome !== "skipped" && seconds > 0 && Number.isFinite(seconds)) table.setScore(row, "latency", seconds * 1e3);
			}
		});
		if (mistake !== null) table.refuse(mistake.message, void 0, mistake.line);
		else if (suites === 0) table.refuse("the XML is no JUnit report: it has no testsuite");
	}
};

// src/results/formats/openai-evals.ts
/**
* Logs of OpenAI Evals: first the run's `spec`, then events of samples, of which `match`, `metrics` and `error` tell
* results. The k-th event of a type is about the k-th trial of its sample.
*/
const openaiEvals = {
	shape: "lines",
	description: "an OpenAI Evals log",
	accepts: (first) => isObject(first["spec"]) || "sample_id" in first && "event_id" in first,
	open(table) {
		const samples = /* @__PURE__ */ new Map();
		return (event, line) => {
			const { sample_id: id, type, data } = event;
			if (typeof id !== "string" && typeof id !== "number") return;
			const name = String(id);
			let sample = samples.get(name);
			if (sample === void 0) {
				sample = {
					rows: [table.addRow(name, null, line)],
					matches: 0,
					metrics: 0
				};
				samples.set(name, sample);
			}
			if (type === "error") table.setFailed(sample.rows[0] ?? 0);
			if (!isObject(data)) return;
			if (type === "match") readMatch(data, rowOf(sample, sample.matches++, name, line, table), table);
			if (type === "metrics") readMetrics(data, rowOf(sample, sample.metrics++, name, line, table), table);
		};
	}
};
function rowOf(sample, trial, id, line, table) {
	const known = sample.rows[trial];
	if (known !== void 0) return known;
	const row = table.addRow(id, null, line);
	sample.rows.push(row);
	return row;
}
function readMatch(data, row, table) {
	const { correct } = data;
	if (typeof correct === "boolean" || typeof correct === "number") table.setScore(row, "correct", Number(correct));
}
function readMetrics(data, row, table) {
	for (const [metric, value] of Object.entries(data)) if (typeof value === "number" || typeof value === "boolean") table.setScore(row, metric, Number(value));
	else if (value === null) table.setScore(row, metric, null);
}

// src/results/formats/promptfoo.ts
/** As many characters of a test's variables as name it; longer ones are named by their hash, too. */
const longestVariables = 80;
/** `failureReason` where the call itself failed, not what it answered. */
const callFailed = 2;
/** What `promptfoo eval --output results.json` writes, in any of its versions. */
const promptfoo = {
	shape: "document",
	description: "promptfoo's JSON output",
	sparse: true,
	accepts: (document) => {
		const rows = findRows(document);
		if (rows === null) return false;
		return rows.length === 0 ? isObject(document) && "evalId" in document : isResult(rows[0]);
	},
	read(document, table) {
		for (const row of findRows(document) ?? []) if (isObject(row)) readResult(row, void 0, table);
		else table.refuse("a result is no object");
	}
};
/** What `promptfoo eval --output results.jsonl` writes: the same results, one a line. */
const promptfooLines = {
	shape: "lines",
	description: "promptfoo's JSON Lines output",
	sparse: true,
	accepts: isResult,
	open: (table) => (row, line) => readResult(row, line, table)
};
function findRows(document) {
	if (!isObject(document)) return null;
	const { results, evalResults } = document;
	const inner = isObject(results) ? results["results"] : results ?? evalResults;
	return Array.isArray(inner) ? inner : null;
}
function isResult(row) {
	if (!isObject(row) || !("success" in row)) return false;
	return [
		"promptIdx",
		"testIdx",
		"testCase",
		"vars",
		"gradingResult",
		"namedScores"
	].some((key) => key in row);
}
/** Repeats of a test are rows with the same variables: the trials of one case. */
function readResult(result, line, table) {
	const row = table.addRow(nameCase(result), null, line);
	const { success, score, failureReason, namedScores, latencyMs, cost, tokenUsage, response, error } = result;
	const ungraded = failureReason === void 0 && typeof error === "string" && !isObject(result["gradingResult"]);
	if (failureReason === callFailed || ungraded) {
		table.setFailed(row);
		return;
	}
	if (typeof success === "boolean") table.setScore(row, "pass", success ? 1 : 0);
	setNumber(row, "score", score, table);
	if (isObject(namedScores)) for (const [metric, value] of Object.entries(namedScores)) setNumber(row, metric, value, table);
	if (!(isObject(response) && response["cached"] === true)) setPositive(row, "latency", latencyMs, table);
	setPositive(row, "cost", cost, table);
	if (isObject(tokenUsage)) setPositive(row, "tokens", tokenUsage["total"], table);
}
function setNumber(row, metric, value, table) {
	if (typeof value === "number" || value === null) table.setScore(row, metric, value);
}
function setPositive(row, metric, value, table) {
	if (typeof value === "number" && value > 0) table.setScore(row, metric, value);
}
/** The test's description and variables; where a run has several columns of prompts and models, the column, too. */
function nameCase(result) {
	const test = isObject(result["testCase"]) ? result["testCase"] : {};
	const description = test["description"] ?? result["description"];
	const variables = result["vars"] ?? test["vars"] ?? {};
	const parts = [];
	if (typeof description === "string" && description !== "") parts.push(description);
	if (isObject(variables) && Object.keys(variables).length > 0) parts.push(nameVariables(variables));
	if (parts.length === 0) parts.push(`test ${String(result["testIdx"] ?? 0)}`);
	const column = result["promptIdx"];
	if (typeof column === "number" && column > 0) parts.push(`(column ${column + 1})`);
	return parts.join(" ");
}
function nameVariables(variables) {
	const text = canonicalJson(variables);
	if (text.length <= longestVariables) return text;
	return `${text.slice(0, longestVariables).toWellFormed()}… ${canonicalHash(variables).slice(0, 12)}`;
}

// src/results/registry.ts
/** Every format of results files. The first that accepts a file reads it; what is in lines and nobody's is our own. */
const resultsFormats = {
	promptfoo,
	inspect,
	junit,
	"openai-evals": openaiEvals,
	"promptfoo-lines": promptfooLines,
	jsonl
};

// src/results/results-table.ts
/** In a column: the row says nothing of this metric. */
const absent = NaN;
/** In a column: the row says that this metric could not be scored. Scores are finite, so it cannot be one. */
const unscored = Number.POSITIVE_INFINITY;
/** Room for rows where nobody says how many there will be, and the most that is made before they come. */
const fewestRows = 1024;
const mostExpected = 2e6;
/** More are no metrics, but names that differ from row to row. */
const mostMetrics = 100;
/** An empty table of one file, and how to finish it. Typed arrays hold all rows: a million of them take some 30 MB. */
function createTable(path, ids, mistakes) {
	let rows = 0;
	let caseOf = new Int32Array(fewestRows);
	let trials = new Int32Array(fewestRows);
	let failed = new Uint8Array(fewestRows);
	let lines = new Uint32Array(fewestRows);
	const columns = /* @__PURE__ */ new Map();
	const facts = [];
	const seenFacts = /* @__PURE__ */ new Map();
	const warnings = [];
	let refusedMetrics = false;
	function refuse(message, hint, line) {
		const place = line === void 0 || line === 0 ? { path } : {
			path,
			line
		};
		mistakes.add({
			message,
			...hint === void 0 ? {} : { hint },
			place
		});
	}
	function makeRoom(room) {
		caseOf = enlarge(caseOf, new Int32Array(room));
		trials = enlarge(trials, new Int32Array(room));
		failed = enlarge(failed, new Uint8Array(room));
		lines = enlarge(lines, new Uint32Array(room));
	}
	function columnFor(metric, row) {
		const column = columns.get(metric);
		if (column !== void 0 && column.length > row) return column;
		if (column === void 0 && columns.size === mostMetrics) {
			if (!refusedMetrics) refuse(`more than ${mostMetrics} metrics`, "Metrics have the same name in every row.", lines[row]);
			refusedMetrics = true;
			return null;
		}
		const larger = new Float64Array(caseOf.length).fill(absent, column?.length ?? 0);
		if (column !== void 0) larger.set(column);
		columns.set(metric, larger);
		return larger;
	}
	return {
		expectRows(expected) {
			if (expected > caseOf.length) makeRoom(Math.min(mostExpected, Math.ceil(expected)));
		},
		refuse,
		warn: (sentence) => warnings.push(sentence),
		addRow(id, trial, line = 0) {
			if (rows === caseOf.length) makeRoom(2 * rows);
			caseOf[rows] = ids.numberOf(id);
			trials[rows] = trial ?? -1;
			lines[rows] = line;
			return rows++;
		},
		setScore(row, metric, value) {
			const column = columnFor(metric, row);
			if (column === null) return;
			if (value === null) column[row] = unscored;
			else if (Number.isFinite(value)) column[row] = value;
			else refuse(`the score of ${quote(metric)} is not finite`, "Write null where there is no score.", lines[row]);
		},
		setFailed(row) {
			failed[row] = 1;
		},
		describeCase(row, told) {
			const index = caseOf[row] ?? 0;
			if (facts[index] !== void 0) return;
			const key = JSON.stringify([
				told.tags,
				told.cluster,
				told.weight
			]);
			const same = seenFacts.get(key);
			if (same === void 0) seenFacts.set(key, told);
			facts[index] = same ?? told;
		},
		finish(format) {
			const cases = ids.names.length;
			const starts = new Int32Array(cases + 1);
			for (let row = 0; row < rows; row++) add(starts, (caseOf[row] ?? 0) + 1, 1);
			for (let index = 0; index < cases; index++) add(starts, index + 1, starts[index] ?? 0);
			const next = starts.slice();
			const order = new Int32Array(rows);
			for (let row = 0; row < rows; row++) {
				const index = caseOf[row] ?? 0;
				order[next[index] ?? 0] = row;
				add(next, index, 1);
			}
			refuseDoubled(starts, order, trials, (row, first) => {
				const again = lines[first] === 0 ? "" : `, which line ${lines[first]} has already`;
				refuse(`the case ${quote(ids.names[caseOf[row] ?? 0] ?? "")} has a second row for trial ${trials[row]}${again}`, "Number the repeats of a case: \"trial\": 0, \"trial\": 1, …", lines[row]);
			});
			for (const [metric, column] of columns) {
				const whole = column.length >= rows ? column : enlarge(column, new Float64Array(rows).fill(absent));
				columns.set(metric, whole.subarray(0, rows));
			}
			return {
				path,
				format: format.description,
				sparse: format.sparse ?? false,
				rows,
				starts,
				order,
				failed: failed.subarray(0, rows),
				lines: lines.subarray(0, rows),
				columns,
				facts,
				warnings
			};
		}
	};
}
function enlarge(from, to) {
	to.set(from);
	return to;
}
function add(counts, index, amount) {
	counts[index] = (counts[index] ?? 0) + amount;
}
/** Tells every row whose case has an earlier row for the same trial. Trials that number themselves are never doubled. */
function refuseDoubled(starts, order, trials, tell) {
	const seen = /* @__PURE__ */ new Map();
	for (let index = 0; index + 1 < starts.length; index++) {
		const from = starts[index] ?? 0;
		const to = starts[index + 1] ?? 0;
		if (to - from < 2) continue;
		seen.clear();
		for (let position = from; position < to; position++) {
			const row = order[position] ?? 0;
			const trial = trials[row] ?? -1;
			if (trial < 0) continue;
			const first = seen.get(trial);
			if (first === void 0) seen.set(trial, row);
			else tell(row, first);
		}
	}
}

// src/results/scan-json.ts
const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapeAt = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
/** Finds the place of a mistake, which the parser's own messages do not always tell. */
function scanJson(text) {
	const notNumbers = [];
	const open = [];
	let expected = "value";
	let at = 0;
	while (at < text.length) {
		const character = text.charAt(at);
		if (" \n\r	".includes(character)) at++;
		else if (expected === "colon") {
			if (character !== ":") return {
				mistake: at,
				notNumbers
			};
			expected = "value";
			at++;
		} else if (expected === "comma or end" && character === ",") {
			expected = open.at(-1) === "{" ? "key" : "value";
			at++;
		} else if (closes(character, expected, open.at(-1))) {
			open.pop();
			expected = open.length === 0 ? "nothing" : "comma or end";
			at++;
		} else if (expected === "key" || expected === "key or }") {
			const end = endOfString(text, at);
			if (end === null) return {
				mistake: at,
				notNumbers
			};
			expected = "colon";
			at = end;
		} else if (expected === "nothing" || expected === "comma or end") return {
			mistake: at,
			notNumbers
		};
		else if (character === "{" || character === "[") {
			open.push(character);
			expected = character === "{" ? "key or }" : "value or ]";
			at++;
		} else {
			const written = text.startsWith("NaN", at);
			if (written) notNumbers.push(at);
			const end = written ? at + 3 : endOfScalar(text, at);
			if (end === null) return {
				mistake: at,
				notNumbers
			};
			expected = open.length === 0 ? "nothing" : "comma or end";
			at = end;
		}
	}
	return {
		mistake: expected === "nothing" ? null : text.length,
		notNumbers
	};
}
/** The number of the line on which a character stands, from 1. */
function lineAt(text, position) {
	let line = 1;
	for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line++;
	return line;
}
function closes(character, expected, innermost) {
	if (character === "}") return innermost === "{" && (expected === "comma or end" || expected === "key or }");
	if (character === "]") return innermost === "[" && (expected === "comma or end" || expected === "value or ]");
	return false;
}
function endOfScalar(text, at) {
	if (text.charAt(at) === "\"") return endOfString(text, at);
	const word = [
		"true",
		"false",
		"null"
	].find((each) => text.startsWith(each, at));
	if (word !== void 0) return at + word.length;
	numberAt.lastIndex = at;
	return numberAt.test(text) ? numberAt.lastIndex : null;
}
function endOfString(text, start) {
	if (text.charAt(start) !== "\"") return null;
	for (let at = start + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) return at + 1;
		if (code < 32) return null;
		if (code !== 92) continue;
		escapeAt.lastIndex = at;
		if (!escapeAt.test(text)) return null;
		at = escapeAt.lastIndex - 1;
	}
	return null;
}

// src/results/source-file.ts
/** Bytes read at once; also how far a file is looked into to tell its format. */
const chunkSize = 1 << 20;
/** Opens a file. Throws what the file system throws. */
function openSource(path) {
	const file = openSync(path, "r");
	try {
		const buffer = Buffer.allocUnsafe(chunkSize);
		const head = fill(file, buffer);
		const ended = head.length < chunkSize;
		return {
			head,
			ended,
			size: fstatSync(file).size,
			*chunks() {
				yield head;
				for (let more = !ended; more;) {
					const chunk = fill(file, buffer);
					more = chunk.length === chunkSize;
					if (chunk.length > 0) yield chunk;
				}
			},
			close: () => closeSync(file)
		};
	} catch (error) {
		closeSync(file);
		throw error;
	}
}
/** Fills the buffer, as far as the file goes: a pipe gives less at a time. */
function fill(file, buffer) {
	let filled = 0;
	while (filled < buffer.length) {
		const read = readSync(file, buffer, filled, buffer.length - filled, null);
		if (read === 0) break;
		filled += read;
	}
	return buffer.subarray(0, filled);
}
/** A line longer than this is no row of results. */
const longestLine = 64 << 20;
/** Visits the lines that are not blank, with their numbers from 1; tells lines that cannot be read. */
function forEachLine(chunks, visit, refuse) {
	let line = 0;
	let carried = [];
	let length = 0;
	for (const chunk of chunks) {
		const end = chunk.lastIndexOf("\n");
		const rest = chunk.subarray(end + 1);
		if (end !== -1) {
			line = visitBlock([...carried, chunk.subarray(0, end)], line, visit, refuse);
			carried = [];
			length = 0;
		}
		length += rest.length;
		if (length > longestLine) {
			refuse("the line is longer than 64 MB", line + 1);
			return;
		}
		if (rest.length > 0) carried.push(Buffer.from(rest));
	}
	if (carried.length > 0) visitBlock(carried, line, visit, refuse);
}
function visitBlock(parts, before, visit, refuse) {
	const [only] = parts;
	const block = parts.length === 1 && only !== void 0 ? only : Buffer.concat(parts);
	const valid = isUtf8(block);
	const text = block.toString("utf8");
	let line = before;
	for (let start = 0; start <= text.length;) {
		const found = text.indexOf("\n", start);
		const end = found === -1 ? text.length : found;
		line++;
		const content = text.slice(line === 1 && text.startsWith("﻿") ? 1 : start, end);
		if (!valid && content.includes("�")) refuse("not UTF-8 text", line);
		else if (content.trim() !== "") visit(content, line);
		start = end + 1;
	}
	return line;
}
/** All text of a file up to so many bytes; or why it cannot be read. */
function readWhole(chunks, limit) {
	const parts = [];
	let length = 0;
	for (const chunk of chunks) {
		length += chunk.length;
		if (length > limit) return { mistake: "too-large" };
		parts.push(Buffer.from(chunk));
	}
	const bytes = Buffer.concat(parts);
	if (!isUtf8(bytes)) return { mistake: "no-text" };
	return { text: bytes.toString("utf8").replace(/^\uFEFF/, "") };
}

// src/results/read-results.ts
/** In bytes: formats that do not stream are read whole up to here. */
const wholeLimit = 2e8;
const formats = Object.values(resultsFormats);
const known = `Known are ${[...new Set(formats.map((format) => format.description))].join(", ")}.`;
const ownForm = "For example, a trial a line: {\"id\": \"case-1\", \"trial\": 0, \"scores\": {\"correct\": 1}}";
/**
* Reads a results file of any known format. Mistakes are collected, so that those of both files are told at once; the
* results are of use only if there are none.
*/
function readResults(path, directory, ids, mistakes) {
	const table = createTable(path, ids, mistakes);
	let format = resultsFormats.jsonl;
	let source = null;
	const before = mistakes.count;
	try {
		source = openSource(resolve(directory, path));
		format = readSource(source, table) ?? format;
	} catch (error) {
		const { code } = error;
		if (code === void 0) throw error;
		const reason = code === "ENOENT" ? "there is no such file" : `it cannot be read: ${code}`;
		table.refuse(reason, "Name two results files: prompt-assay gate BASELINE CANDIDATE");
	} finally {
		source?.close();
	}
	const results = table.finish(format);
	if (results.rows === 0 && mistakes.count === before) table.refuse("the file holds no results", ownForm);
	return results;
}
function readSource(source, table) {
	const start = source.head.toString("utf8").replace(/^\uFEFF/, "").trimStart();
	if (start.startsWith("PK")) {
		table.refuse("the file is an archive", "Write an inspect log as JSON: inspect log dump FILE > log.json");
		return null;
	}
	if (start.startsWith("<")) {
		const text = readText(source, table);
		if (text !== null) resultsFormats.junit.read(text, table);
		return resultsFormats.junit;
	}
	const shape = shapeOf(start, source.ended);
	return shape === "document" ? readDocument(source, table) : readLines(source, shape, table);
}
/** Whether JSON stands in lines, with the format that accepts its first one, or is one document. */
function shapeOf(start, ended) {
	const [first = "", second] = start.split("\n", 20).filter((line) => line.trim() !== "");
	const whole = ended || start.length > first.length;
	const value = whole ? parse(first) : void 0;
	if (isObject(value)) {
		if (formats.some((format) => format.shape === "document" && format.accepts(value))) return "document";
		return linesFormatOf(value);
	}
	if (value !== void 0) return Array.isArray(value) ? "document" : resultsFormats.jsonl;
	return /^[[{]/.test(start) && (second === void 0 ? !whole : !second.startsWith("{")) ? "document" : resultsFormats.jsonl;
}
function linesFormatOf(first) {
	for (const format of formats) if (format.shape === "lines" && format.accepts(first)) return format;
	return resultsFormats.jsonl;
}
function readLines(source, format, table) {
	table.expectRows(countLines(source.head) * Math.max(1, source.size / source.head.length));
	const read = format.open(table);
	forEachLine(source.chunks(), (text, line) => {
		let row;
		try {
			row = JSON.parse(text);
		} catch (error) {
			const hint = /\b(?:NaN|Infinity)\b/.test(text) ? "Write null where there is no score." : void 0;
			table.refuse(`not valid JSON: ${error.message}`, hint, line);
			return;
		}
		if (isObject(row)) read(row, line);
		else table.refuse("the row is no object", ownForm, line);
	}, (message, line) => table.refuse(message, void 0, line));
	return format;
}
function countLines(head) {
	let lines = 1;
	for (let at = head.indexOf("\n"); at !== -1; at = head.indexOf("\n", at + 1)) lines++;
	return lines;
}
function readDocument(source, table) {
	const text = readText(source, table);
	if (text === null) return null;
	const { document, notNumbers } = parseDocument(text, table);
	if (document === void 0) return null;
	const format = formats.find((each) => each.shape === "document" && each.accepts(document));
	if (format === void 0) {
		table.refuse("no results of a known format", `${known} ${ownForm}`);
		return null;
	}
	if (format.writesNaN !== true) for (const position of notNumbers) table.refuse("NaN is no JSON", "Write null where there is no score.", lineAt(text, position));
	format.read(document, table);
	return format;
}
function readText(source, table) {
	const whole = readWhole(source.chunks(), wholeLimit);
	if ("text" in whole) return whole.text;
	if (whole.mistake === "no-text") table.refuse("not UTF-8 text", "Save the file as UTF-8.");
	else table.refuse("the file is larger than 200 MB, and only JSON Lines are read beyond that", ownForm);
	return null;
}
/** The document, with null for NaN, or undefined where it does not parse, which is told. */
function parseDocument(text, table) {
	const document = parse(text);
	if (document !== void 0) return {
		document,
		notNumbers: []
	};
	const { mistake, notNumbers } = scanJson(text);
	const mended = mistake === null ? parse(replaceAt(text, notNumbers, 3, "null")) : void 0;
	if (mended === void 0) {
		const at = mistake ?? 0;
		const found = at < text.length ? `unexpected ${JSON.stringify(text.slice(at, at + 10))}` : "it ends too early";
		table.refuse(`not valid JSON: ${found}`, known, lineAt(text, at));
	}
	return {
		document: mended,
		notNumbers
	};
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function replaceAt(text, positions, length, replacement) {
	let start = 0;
	const parts = [];
	for (const position of positions) {
		parts.push(text.slice(start, position));
		start = position + length;
	}
	return [...parts, text.slice(start)].join(replacement);
}

// src/pipeline/gate-files/gate-pairs.ts
/** As many ids are named where more are spoken of. */
const namedIds = 5;
/** The cases that both files have. */
function pairFiles(baseline, candidate, names, mistakes) {
	const common = [];
	for (const index of names.keys()) if (hasCase(baseline, index) && hasCase(candidate, index)) common.push(index);
	const paired = {
		baseline,
		candidate,
		names,
		common
	};
	if (common.length === 0 && mistakes.count === 0) {
		const example = (file, other) => `${file.path} has ${listIds(onlyIn(file, other, paired))}`;
		mistakes.add({
			message: `the files have no id in common: ${example(baseline, candidate)}; ${example(candidate, baseline)}`,
			hint: "Give the same case the same id in both files."
		});
	}
	return paired;
}
/** Whether a file has rows of a case. */
function hasCase({ starts }, index) {
	return (starts[index + 1] ?? 0) > (starts[index] ?? 0);
}
/** Ids that the other file does not have. */
function onlyIn(file, other, { names }) {
	return names.filter((_, index) => hasCase(file, index) && !hasCase(other, index));
}
/** The first few ids, and how many more there are. */
function listIds(ids) {
	const more = ids.length > namedIds ? ` and ${ids.length - namedIds} more` : "";
	return ids.slice(0, namedIds).map(quote).join(", ") + more;
}
const nothing = {};
/** What the baseline's file says of a case holds: a candidate does not weigh its own cases. */
function factsOf({ baseline, candidate }, index) {
	const first = baseline.facts[index];
	const second = candidate.facts[index];
	return first === void 0 || second === void 0 ? first ?? second ?? nothing : {
		...second,
		...first
	};
}
/** How many cases are told differently by the two files. */
function countContradictions({ baseline, candidate, common }) {
	if (baseline.facts.length === 0 || candidate.facts.length === 0) return 0;
	return common.filter((index) => {
		const [first, second] = [baseline.facts[index], candidate.facts[index]];
		return [
			"tags",
			"cluster",
			"weight"
		].some((key) => {
			const [one, other] = [first?.[key], second?.[key]];
			return one !== void 0 && other !== void 0 && String(one) !== String(other);
		});
	}).length;
}

// src/pipeline/gate-files/gate-scores.ts
/**
* Reads the trials of one metric after the other, case by case. What is held is one metric's: each reading fills the cases
* of the one before anew, so that nobody may keep them, and memory does not grow with the number of metrics.
*/
function createScoreReader(results) {
	const cases = [];
	const lists = {
		baseline: [],
		candidate: []
	};
	return (metric) => {
		const readBaseline = trialReader(metric, results.baseline, lists.baseline);
		const readCandidate = trialReader(metric, results.candidate, lists.candidate);
		const partial = [results.baseline, results.candidate].some((file) => isPartial(file, metric));
		const scores = [];
		for (let position = 0; position < results.common.length; position++) {
			const index = results.common[position] ?? 0;
			let baseline = readBaseline(index);
			let candidate = readCandidate(index);
			if (baseline.length === 0 || candidate.length === 0 || partial) {
				if (!baseline.some(isAnswered) && !candidate.some(isAnswered)) continue;
				if (baseline.length === 0) baseline = ["unscored"];
				if (candidate.length === 0) candidate = ["unscored"];
			}
			let entry = cases[position];
			if (entry === void 0) {
				const { tags = [], weight = 1, cluster = null } = factsOf(results, index);
				entry = {
					id: results.names[index] ?? "",
					tags,
					weight,
					cluster,
					baseline,
					candidate
				};
				cases[position] = entry;
			} else {
				entry.baseline = baseline;
				entry.candidate = candidate;
			}
			scores.push(entry);
		}
		return scores;
	};
}
function isAnswered(trial) {
	return trial !== "failed";
}
/** Whether there are calls that did not fail, and yet do not name the metric: it does not apply to all cases. */
function isPartial({ sparse, columns, failed }, { definition }) {
	return sparse && (columns.get(definition.name)?.some((value, row) => Number.isNaN(value) && failed[row] === 0) ?? false);
}
/** The trials of one file alone, as a candidate without a baseline. */
function scoresAlone(results, file, metric) {
	const read = trialReader(metric, file, []);
	return results.common.map((index) => {
		const { tags = [], weight = 1, cluster = null } = factsOf(results, index);
		const candidate = read(index);
		return {
			id: results.names[index] ?? "",
			tags,
			weight,
			cluster,
			baseline: [],
			candidate
		};
	});
}
/**
* Reads the trials of a case. Equal lists of pass and fail are one list: of a million cases few differ. Any other list is
* the case's own, which the next metric fills anew.
*/
function trialReader(metric, file, own) {
	const known = /* @__PURE__ */ new Map();
	const column = file.columns.get(metric.definition.name);
	const values = [];
	return (index) => {
		const from = file.starts[index] ?? 0;
		const to = file.starts[index + 1] ?? from;
		while (values.length < to - from) values.push(0);
		values.length = to - from;
		let key = to - from > 20 ? 0 : 1;
		for (let position = from; position < to; position++) {
			const value = column?.[file.order[position] ?? 0] ?? NaN;
			if (!Number.isFinite(value)) return readGaps(file, column, from, to, metric);
			const score = rescale(value, metric);
			values[position - from] = score;
			key = score === 0 || score === 1 ? 2 * key + score : 0;
		}
		const same = known.get(key);
		if (same !== void 0) return same;
		if (key === 0) return fillList(own, index, values);
		const trials = values.slice();
		known.set(key, trials);
		return trials;
	};
}
/** Lists have no room to spare, and as many trials as the metric before. */
function fillList(own, index, values) {
	const list = own[index];
	if (list?.length !== values.length) {
		const fresh = values.slice();
		own[index] = fresh;
		return fresh;
	}
	for (let trial = 0; trial < values.length; trial++) list[trial] = values[trial] ?? 0;
	return list;
}
/** The same where a trial has no value. */
function readGaps({ order, failed, sparse }, column, from, to, metric) {
	const trials = [];
	for (let position = from; position < to; position++) {
		const row = order[position] ?? 0;
		const value = column?.[row] ?? NaN;
		if (Number.isFinite(value)) trials.push(rescale(value, metric));
		else if (failed[row] === 1) trials.push("failed");
		else if (!sparse || value === Number.POSITIVE_INFINITY) trials.push("unscored");
	}
	return trials;
}
/** Means over the trials of a case; null where none has a value. */
function meanReader({ starts, order, columns }, metric) {
	const column = columns.get(metric.definition.name);
	return (index) => {
		let total = 0;
		let count = 0;
		const to = starts[index + 1] ?? 0;
		for (let position = starts[index] ?? 0; position < to; position++) {
			const value = column?.[order[position] ?? 0] ?? NaN;
			if (!Number.isFinite(value)) continue;
			total += rescale(value, metric);
			count++;
		}
		return count === 0 ? null : total / count;
	};
}
/** The value on the scale from 0 to 1, if it has a range of its own. */
function rescale(value, { range }) {
	return range === null ? value : Math.min(1, Math.max(0, (value - range.low) / (range.high - range.low)));
}

// src/pipeline/gate-files/gate-cases.ts
/** Above this many cases only the worst are listed. */
const listedCases = 1e4;
const listedOfLarger = 1e3;
/** From the worst to the best: of many cases the first are listed. */
const severity = [
	"worse",
	"failed",
	"unscored",
	"better",
	"same"
];
/** Kept of a metric once its trials are let go. */
function movesOf(results, scores, metric) {
	const changes = new Uint8Array(results.common.length).fill(severity.indexOf("same"));
	let position = 0;
	for (const entry of scores) {
		while (results.names[results.common[position] ?? 0] !== entry.id) position++;
		changes[position++] = severity.indexOf(changeOf(entry, metric));
	}
	return {
		metric,
		changes
	};
}
function changeOf(entry, { definition }) {
	const move = caseMove(entry, definition);
	if (move === null) return allFailed(entry.baseline) || allFailed(entry.candidate) ? "failed" : "unscored";
	return move < 0 ? "worse" : move > 0 ? "better" : "same";
}
/** The cases of the report in the order of the baseline's file: what became of them over the metrics that decide. */
function reportCases(moves, results, metrics) {
	const worst = new Uint8Array(results.common.length).fill(severity.indexOf("same"));
	for (const { changes } of moves) for (let position = 0; position < worst.length; position++) worst[position] = Math.min(worst[position] ?? 0, changes[position] ?? 0);
	const means = metrics.map((metric) => ({
		name: metric.definition.name,
		baseline: meanReader(results.baseline, metric),
		candidate: meanReader(results.candidate, metric)
	}));
	return listedPositions(worst).map((position) => {
		const index = results.common[position] ?? 0;
		const worse = moves.filter(({ changes }) => changes[position] === severity.indexOf("worse"));
		return {
			id: results.names[index] ?? "",
			tags: factsOf(results, index).tags ?? [],
			change: severity[worst[position] ?? 0] ?? "same",
			scores: Object.fromEntries(means.map(({ name, baseline, candidate }) => [name, {
				baseline: baseline(index),
				candidate: candidate(index)
			}])),
			worse: worse.map(({ metric }) => metric.definition.name),
			expected: null,
			baseline: null,
			candidate: null,
			reasons: {}
		};
	});
}
/** All positions, or of very many those of the worst. */
function listedPositions(changes) {
	const all = Array.from(changes.keys());
	if (all.length <= listedCases) return all;
	const listed = [];
	for (const rank of severity.keys()) for (const position of all) {
		if (listed.length === listedOfLarger) break;
		if (changes[position] === rank) listed.push(position);
	}
	return listed.sort((left, right) => left - right);
}

// src/pipeline/gate-files/gate-metrics.ts
/** Ratios: lower is better, and they are watched unless named. */
const ratioUnits = /* @__PURE__ */ new Map([
	["latency", "ms"],
	["tokens", "tokens"],
	["cost", "USD"]
]);
/** What rounding may put beyond the end of a range. */
const slack = 1e-9;
/** Which metrics the files have, which of them decide, and of what kind each is by its values in both files. */
function defineMetrics(baseline, candidate, settings, mistakes) {
	const warnings = [];
	const names = [.../* @__PURE__ */ new Set([...baseline.columns.keys(), ...candidate.columns.keys()])];
	const metrics = {
		common: [],
		baselineOnly: [],
		candidateOnly: []
	};
	if (mistakes.count === 0) checkNames(names, baseline, candidate, settings, mistakes);
	for (const name of names) {
		const files = [baseline, candidate].filter(({ columns }) => columns.has(name));
		const gated = files.length === 2 && (settings.metrics?.has(name) ?? (!ratioUnits.has(name) || settings.ranges.has(name)));
		const outside = (file, row, value, range) => {
			if (gated) mistakes.add(outsideProblem(name, file, row, value, range));
			return gated;
		};
		const metric = defineMetric(name, gated, files, settings, outside);
		if (metric === null) warnings.push(`${quote(name)} is not watched: some of its values lie outside its range (--range tells another).`);
		else if (files.length === 2) metrics.common.push(metric);
		else {
			const [only] = files;
			warnings.push(`${quote(name)} is only in ${only?.path ?? ""}: it is watched, and does not count.`);
			(only === baseline ? metrics.baselineOnly : metrics.candidateOnly).push(metric);
		}
	}
	if (mistakes.count === 0 && !metrics.common.some(({ gated }) => gated)) mistakes.add(nothingGates(baseline, candidate, metrics.common));
	return {
		...metrics,
		warnings
	};
}
/** Null where a value lies outside the range. */
function defineMetric(name, gated, files, settings, outside) {
	const own = settings.ranges.get(name);
	const unit = own === void 0 ? ratioUnits.get(name) : void 0;
	const range = unit === void 0 ? own ?? settings.range : {
		low: 0,
		high: Number.MAX_VALUE
	};
	const direction = ratioUnits.has(name) || settings.lowerIsBetter.has(name) ? "lower" : "higher";
	let binary = true;
	let fits = true;
	for (const file of files) {
		const column = file.columns.get(name);
		for (let row = 0; row < file.rows; row++) {
			const value = column?.[row] ?? NaN;
			if (!Number.isFinite(value)) continue;
			if (range !== null && (value < range.low - slack || value > range.high + slack)) {
				fits = false;
				if (!outside(file, row, value, range)) return null;
			}
			if (binary && value !== range?.low && value !== range?.high) binary = false;
		}
	}
	if (!fits && !gated) return null;
	const kind = unit !== void 0 ? "ratio" : binary ? "binary" : "bounded";
	return {
		definition: {
			name,
			kind,
			direction,
			unit: unit ?? null,
			gatesByDefault: gated
		},
		range: kind === "ratio" || range?.low === 0 && range.high === 1 ? null : range,
		gated
	};
}
function outsideProblem(name, file, row, value, range) {
	const line = file.lines[row] ?? 0;
	const place = line === 0 ? { path: file.path } : {
		path: file.path,
		line
	};
	if (ratioUnits.has(name) && range.high === Number.MAX_VALUE) return {
		message: `${quote(name)} is ${value}, below 0`,
		hint: "Write null where it is unknown.",
		place
	};
	const where = `outside ${range.low}…${range.high}`;
	return {
		message: `${quote(name)} is ${value}, ${where}`,
		hint: `Give its range: --range '${name}=LOW..HIGH'`,
		place
	};
}
/** Every name that an option tells must be known; what is to gate must be in both files. */
function checkNames(names, baseline, candidate, settings, mistakes) {
	const told = [
		...[...settings.metrics ?? []].map((name) => ["--metric", name]),
		...[...settings.ranges.keys()].map((name) => ["--range", name]),
		...[...settings.lowerIsBetter].map((name) => ["--lower-is-better", name])
	];
	for (const [option, name] of told) {
		const missing = [baseline, candidate].filter(({ columns }) => !columns.has(name));
		if (missing.length < (option === "--metric" ? 1 : 2)) continue;
		const near = nearest(name, names.filter((each) => each !== name));
		const hint = near === null ? `Metrics there: ${list(names)}.` : `Did you mean ${quote(near)}?`;
		const where = missing.map(({ path }) => path).join(" nor in ");
		mistakes.add({
			message: `${option} names ${quote(name)}, which is not in ${where}`,
			hint
		});
	}
}
function nothingGates(baseline, candidate, common) {
	const [first] = common;
	if (first !== void 0) {
		const { name } = first.definition;
		return {
			message: `no metric of both files decides`,
			hint: `Name one that shall: --metric ${name}`
		};
	}
	const has = ({ path, columns }) => `${path} has ${columns.size === 0 ? "none" : list([...columns.keys()])}`;
	return { message: `the files have no metric in common: ${has(baseline)}; ${has(candidate)}` };
}
function list(names) {
	const more = names.length > 10 ? ` and ${names.length - 10} more` : "";
	return `${names.slice(0, 10).map(quote).join(", ")}${more}`;
}

// src/pipeline/gate-files/gate-notes.ts
/** What is left out or taken from one file only, for the report. */
function describeWarnings(paired, ofMetrics) {
	const { baseline, candidate } = paired;
	const contradictions = countContradictions(paired);
	const cases = contradictions === 1 ? "1 case has" : `${contradictions} cases have`;
	return [
		...describeUnpaired(paired),
		...ofMetrics,
		...[baseline, candidate].flatMap(({ path, warnings }) => warnings.map((each) => `${path}: ${each}`)),
		...contradictions === 0 ? [] : [`${cases} other tags, cluster or weight in ${candidate.path}: what ${baseline.path} says holds.`]
	];
}
/** How the files were read, for the report. */
function describeReading(paired, metrics) {
	return [
		describeFile("Baseline", paired.baseline, paired.names),
		describeFile("Candidate", paired.candidate, paired.names),
		...metrics.flatMap(({ definition, range }) => range === null ? [] : [`${quote(definition.name)} is rescaled from ${range.low}…${range.high} to 0…1.`])
	];
}
function describeUnpaired(paired) {
	const { baseline, candidate } = paired;
	return [[baseline, candidate], [candidate, baseline]].flatMap(([file, other]) => {
		const ids = onlyIn(file, other, paired);
		if (ids.length === 0) return [];
		return [`${ids.length === 1 ? "1 case is" : `${ids.length} cases are`} only in ${file.path}, and not compared: ${listIds(ids)}.`];
	});
}
function describeFile(arm, file, names) {
	const cases = names.filter((_, index) => hasCase(file, index)).length;
	const counts = `${cases} ${cases === 1 ? "case" : "cases"} in ${file.rows} ${file.rows === 1 ? "row" : "rows"}`;
	return `${arm}: ${file.path}, read as ${file.format}: ${counts}.`;
}

// src/pipeline/gate-files/gate-settings.ts
const defaults = {
	margin: .05,
	alpha: .05
};
const unit = {
	low: 0,
	high: 1
};
const largestAlpha = .2;
/** Reads the options; what makes no sense is told, and does not hide other mistakes. */
function readGateSettings(options, mistakes) {
	const ranges = /* @__PURE__ */ new Map();
	let range = unit;
	for (const written of options.ranges ?? []) {
		const read = readRange(written);
		if (read === null) {
			mistakes.add({
				message: `--range is ${quote(written)}, not LOW..HIGH or NAME=LOW..HIGH`,
				hint: "For example: --range 1..5, or --range helpful=1..5."
			});
			range = null;
		} else if (read.name !== null) ranges.set(read.name, read.range);
		else if (range !== null) range = read.range;
	}
	return {
		metrics: options.metrics === void 0 ? null : new Set(options.metrics),
		margin: readShare("--margin", options.margin, 1, mistakes),
		alpha: readShare("--alpha", options.alpha, largestAlpha, mistakes),
		range,
		ranges,
		lowerIsBetter: new Set(options.lowerIsBetter)
	};
}
/** The gate for these metrics, each of which gates or is watched. */
function gateConfig(settings, options, metrics) {
	const gates = metrics.map(({ name, gated }) => [name, {
		gate: gated,
		atLeast: null,
		margin: gated ? settings.margin : null
	}]);
	return {
		margin: settings.margin ?? defaults.margin,
		alpha: settings.alpha ?? defaults.alpha,
		scope: options.population ? "population" : "suite",
		inconclusive: "warn",
		exact: options.exact ?? false,
		slices: [],
		stopEarly: false,
		giveUp: false,
		maxUnscored: .1,
		minKappa: null,
		metrics: Object.fromEntries(gates)
	};
}
function readShare(name, written, largest, mistakes) {
	if (written === void 0) return null;
	const [, digits, percent] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(written.trim()) ?? [];
	const value = Number(digits) / (percent === "%" ? 100 : 1);
	if (value > 0 && value <= largest) return value;
	mistakes.add({
		message: `${name} is ${quote(written)}, not a number above 0 and at most ${largest}`,
		hint: `For example: ${name} 0.05, or ${name} 5%.`
	});
	return null;
}
function readRange(written) {
	const [, name, from, to] = /^(?:(.+)=)?([+-]?\d+(?:\.\d+)?)\.\.([+-]?\d+(?:\.\d+)?)$/s.exec(written) ?? [];
	const range = {
		low: Number(from),
		high: Number(to)
	};
	return range.low < range.high ? {
		name: name ?? null,
		range
	} : null;
}

// src/pipeline/gate-results.ts
/** Fewer pairs leave nothing to judge by. */
const fewestPairs = 2;
/**
* The verdict for two results files, without a call: the same as `compare` gives on what it ran itself. Synchronous, for
* nothing is waited for. Throws a UserError with every mistake in the files and the options.
*/
function gateResults(options) {
	const started = process.hrtime.bigint();
	const mistakes = collectMistakes();
	const settings = readGateSettings(options, mistakes);
	const ids = createCaseIds();
	const baseline = readResults(options.baseline, options.directory, ids, mistakes);
	const candidate = readResults(options.candidate, options.directory, ids, mistakes);
	const paired = pairFiles(baseline, candidate, ids.names, mistakes);
	const metrics = defineMetrics(baseline, candidate, settings, mistakes);
	throwProblems(mistakes.problems());
	const { common, baselineOnly, candidateOnly } = metrics;
	const all = [
		...common,
		...baselineOnly,
		...candidateOnly
	];
	const gate = gateConfig(settings, options, all.map(({ definition, gated }) => ({
		name: definition.name,
		gated
	})));
	const terms = {
		gate,
		seed: options.seed ?? "gate"
	};
	const moves = [];
	const readScores = createScoreReader(paired);
	const drafts = common.flatMap((metric) => {
		const scores = readScores(metric);
		if (metric.gated) moves.push(movesOf(paired, scores, metric));
		const { definition } = metric;
		return [requirePairs(compareMetric(definition, scores, terms)), ...draftSlices(definition, scores, terms)];
	});
	const decided = decideAll(drafts, gate);
	const alone = [...candidateOnly.map((metric) => judgeAlone(metric.definition, scoresAlone(paired, candidate, metric), gate)), ...baselineOnly.map((metric) => gone(judgeAlone(metric.definition, scoresAlone(paired, baseline, metric), gate)))];
	const prompt = {
		name: basename(candidate.path, extname(candidate.path)),
		path: candidate.path,
		previousPath: null,
		change: {
			kind: "changed",
			parts: []
		},
		baseline: null,
		candidate: null,
		models: {
			baseline: null,
			candidate: null
		},
		...promptVerdict(decided),
		advisory: false,
		pair: null,
		accepted: null,
		trials: null,
		stopped: null,
		stored: null,
		confirmation: null,
		comparisons: [...decided, ...alone],
		added: null,
		cost: null,
		cases: reportCases(moves, paired, common),
		goldenSize: paired.common.length,
		notes: describeReading(paired, all)
	};
	return {
		schemaVersion: 1,
		command: "gate",
		...combineOutcomes([prompt], gate),
		base: {
			revision: baseline.path,
			commit: null
		},
		head: {
			revision: candidate.path,
			commit: null
		},
		goalposts: "head",
		gate: {
			margin: gate.margin,
			alpha: gate.alpha,
			scope: gate.scope,
			inconclusive: gate.inconclusive,
			gatingComparisons: decided.filter(({ gated }) => gated).length
		},
		prompts: [prompt],
		calls: {
			planned: 0,
			made: 0,
			cached: 0,
			saved: 0,
			failed: 0
		},
		failures: [],
		cost: null,
		durationMs: Math.round(Number(process.hrtime.bigint() - started) / 1e6),
		warnings: describeWarnings(paired, metrics.warnings),
		samples: null
	};
}
/** Where fewer than two cases have values in both files, numbers would say nothing. */
function requirePairs(draft) {
	if (draft.comparison.pairs >= fewestPairs) return draft;
	return {
		...draft,
		comparison: {
			...draft.comparison,
			difference: null,
			interval: null,
			pValue: null,
			pBetter: null
		},
		failure: draft.failure ?? "too-few-cases"
	};
}
/** A metric that the candidate's file does not have any more. */
function gone(comparison) {
	return {
		...comparison,
		baseline: comparison.candidate,
		candidate: null,
		interval: null,
		verdict: "deleted",
		reason: null
	};
}

export { gateResults as t };