import { at as shardWithoutVerdict, n as UserError, rt as shardWithoutJson, ut as throwProblems } from "./errors.js";
import { n as setupLines, t as progressWriter } from "./progress-writer.js";
import { n as samplesBeside } from "./sample-lines2.js";
import { i as escapeTerminal } from "./escape2.js";
import { t as reporters } from "./registry3.js";
import { n as reportFiles, t as reportFileNames } from "./report-files.js";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

// src/commands/batch-writer.ts
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
/** Where a command looks for the project. */
function toProjectOptions({ head, config }, { directory, environment }) {
	return {
		directory,
		environment,
		...head === void 0 ? {} : { head },
		...config === void 0 ? {} : { config }
	};
}
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
		...options.prompt === void 0 ? {} : { prompts: options.prompt },
		...options.models === void 0 ? {} : { models: options.models },
		...options.variants === void 0 ? {} : { variants: options.variants },
		...options.seed === void 0 ? {} : { seed: options.seed },
		...typeof options.store === "string" ? { store: path(options.store) } : {},
		...options.cache === false ? { store: false } : {},
		...options.record === void 0 ? {} : { record: path(options.record) },
		...options.replay === void 0 ? {} : { replay: path(options.replay) },
		...options.shard === void 0 ? {} : { shard: checkShard(options.shard, options) },
		...options.batch ? { batch: options.quiet ? {} : { onLook: batchWriter(context) } } : {},
		...options.attribute ? { attribute: true } : {},
		...samplesFile(options, path),
		...options.maxCost === void 0 ? {} : { maxCost: options.maxCost }
	};
}
/** The same for a command that makes calls: it tells how far it is, and when it is told to end, it ends what it began. */
function toCallOptions(options, context) {
	return {
		...toRunOptions(options, context),
		...context.interruption === void 0 ? {} : { signal: context.interruption() },
		...options.quiet ? {} : {
			...progressWriter(progressSink(context)),
			onSetupText: setupLines(context.writeError)
		}
	};
}
function progressSink({ writeError, errorIsTerminal, environment, ...context }) {
	const folded = environment["GITHUB_ACTIONS"] === "true";
	return {
		write: writeError,
		columns: errorIsTerminal && environment["TERM"] !== "dumb" ? context.errorColumns ?? context.columns : null,
		folded,
		now: () => performance.now()
	};
}
/** A shard is nothing without its files, and has no verdict to write anywhere else. */
function checkShard(shard, options) {
	const verdicts = reportFileNames.filter((name) => name !== "json" && options[name] !== void 0);
	throwProblems([...options.json === void 0 ? [shardWithoutJson(shard)] : [], ...verdicts.map((name) => shardWithoutVerdict(`--${name}`))]);
	return shard;
}
/** Prints the report, for the terminal where nothing else is said, and writes the files that were asked for. */
async function publishReport(report, options, context, printed = "text") {
	const file = options.json ?? options.html;
	const samples = file === void 0 ? {} : samplesBeside(report, resolve(context.directory, file));
	const rendering = {
		...renderingFor(options, context),
		...samples
	};
	context.writeOutput(reporters[printed].render(report, rendering));
	for (const name of reportFileNames) {
		const path = options[name];
		const reporter = reporters[reportFiles[name].reporter];
		if (path !== void 0) await writeFileAt(path, await reporter.render(report, rendering), context);
	}
	if (options.chart !== void 0) await writeFileAt(options.chart, reporters.svg.render(report, rendering), context);
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
/** Colour where the terminal shows it and neither the option nor NO_COLOR forbids it; never in a pipe, whatever it asks. */
function useColor(options, { environment, outputIsTerminal }) {
	const { NO_COLOR, TERM } = environment;
	return options.color !== false && outputIsTerminal && !NO_COLOR && TERM !== "dumb";
}
/** `report.json` → `report.samples.jsonl`; beside the page where there is no report.json. */
function samplesFile({ json, html }, path) {
	const report = json ?? html;
	return report === void 0 ? {} : { samplesFile: `${path(report).replace(/\.(?:json|html)$/, "")}.samples.jsonl` };
}

export { toRunOptions as a, toProjectOptions as i, renderingFor as n, warn as o, toCallOptions as r, writeFileAt as s, publishReport as t };