import { A as shardWithoutVerdict, M as throwProblems, O as shardWithoutJson, n as UserError } from "./errors.js";
import { i as escapeTerminal } from "./escape.js";
import { t as reporters } from "./registry.js";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

// src/commands/progress.ts
/** Between two lines where there is no terminal to redraw, in milliseconds. */
const lineInterval = 1e4;
const redrawInterval = 100;
/** Tells on standard error how far the calls are: a live line in a terminal, a line every ten seconds elsewhere. */
function progressWriter(context) {
	const live = context.errorIsTerminal;
	const started = performance.now();
	let last = live ? Number.NEGATIVE_INFINITY : started;
	return ({ done, planned, failed }) => {
		const now = performance.now();
		const finished = done === planned;
		if (now - last < (live ? redrawInterval : lineInterval) && !(finished && live)) return;
		last = now;
		const rate = done / Math.max(.001, (now - started) / 1e3);
		const left = rate > 0 && !finished ? `, ${Math.ceil((planned - done) / rate)} s left` : "";
		const failures = failed > 0 ? `, ${failed} failed` : "";
		const text = `${done} of ${planned} calls, ${rate.toFixed(0)} a second${failures}${left}`;
		context.writeError(live ? `\r\u001b[K${finished ? "" : text}` : `${text}\n`);
	};
}
/** Tells on standard error how many calls of all batches are answered, whenever that changed. */
function batchWriter(context) {
	let last = -1;
	return ({ answered, total }) => {
		if (answered === last) return;
		last = answered;
		context.writeError(`batch: ${answered} of ${total} calls answered\n`);
	};
}

// src/commands/publish-report.ts
/** From the command line's options to those of a run. */
function toRunOptions(options, context) {
	const { directory, environment } = context;
	const path = (file) => resolve(directory, file);
	return {
		directory,
		environment,
		...options.base === void 0 ? {} : { base: options.base },
		...options.head === void 0 ? {} : { head: options.head },
		...options.config === void 0 ? {} : { config: options.config },
		...options.goalposts === void 0 ? {} : { goalposts: options.goalposts },
		...options.concurrency === void 0 ? {} : { concurrency: options.concurrency },
		...options.trials === void 0 ? {} : { trials: options.trials },
		...options.seed === void 0 ? {} : { seed: options.seed },
		...typeof options.store === "string" ? { store: path(options.store) } : {},
		...options.store === false ? { store: false } : {},
		...options.record === void 0 ? {} : { record: path(options.record) },
		...options.replay === void 0 ? {} : { replay: path(options.replay) },
		...options.shard === void 0 ? {} : { shard: checkShard(options.shard, options) },
		...options.batch ? { batch: options.quiet ? {} : { onLook: batchWriter(context) } } : {},
		...options.json === void 0 ? {} : { samplesFile: samplesFile(path(options.json)) },
		...options.quiet ? {} : { onProgress: progressWriter(context) }
	};
}
/** A shard is nothing without its files, and has no verdict to write anywhere else. */
function checkShard(shard, { json, markdown }) {
	throwProblems([...json === void 0 ? [shardWithoutJson(shard)] : [], ...markdown === void 0 ? [] : [shardWithoutVerdict("--markdown")]]);
	return shard;
}
/** Prints the report for the terminal and writes the files that were asked for. */
async function publishReport(report, options, context) {
	const rendering = renderingFor(options, context);
	context.writeOutput(reporters.text.render(report, rendering));
	if (options.json !== void 0) await writeFileAt(options.json, reporters.json.render(report, rendering), context);
	if (options.markdown !== void 0) await writeFileAt(options.markdown, reporters.markdown.render(report, rendering), context);
}
/** Writes a file that the user named, with its folders. */
async function writeFileAt(path, content, context) {
	const absolute = resolve(context.directory, path);
	try {
		await mkdir(dirname(absolute), { recursive: true });
		await writeFile(absolute, content);
	} catch (error) {
		throw new UserError({
			message: `cannot write ${path}: ${error.message}`,
			hint: "Name a file in a folder you may write to."
		});
	}
}
/** Warnings go to standard error, one line each. */
function warn(warnings, options, context) {
	if (options.quiet) return;
	for (const warning of warnings) context.writeError(`warning: ${escapeTerminal(warning)}\n`);
}
/** How a report is laid out on standard output. */
function renderingFor(options, context) {
	return {
		color: useColor(options, context),
		width: context.columns
	};
}
/** Colour where the terminal shows it and neither the option nor NO_COLOR forbids it. */
function useColor(options, context) {
	return options.color !== false && context.outputIsTerminal && !context.environment["NO_COLOR"];
}
/** `report.json` → `report.samples.jsonl` */
function samplesFile(json) {
	return `${json.endsWith(".json") ? json.slice(0, -5) : json}.samples.jsonl`;
}

export { warn as a, toRunOptions as i, renderingFor as n, writeFileAt as o, samplesFile as r, publishReport as t };