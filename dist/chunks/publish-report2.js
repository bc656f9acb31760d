import { n as UserError } from "./errors.js";
import { i as escapeTerminal } from "./escape.js";
import { n as progressWriter, t as reporters } from "./registry.js";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

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
		...options.cache === false ? { store: false } : {},
		...options.record === void 0 ? {} : { record: path(options.record) },
		...options.replay === void 0 ? {} : { replay: path(options.replay) },
		...options.json === void 0 ? {} : { samplesFile: samplesFile(path(options.json)) },
		...options.maxCost === void 0 ? {} : { maxCost: options.maxCost },
		...context.interruption === void 0 ? {} : { signal: context.interruption() },
		...options.quiet ? {} : progressWriter(progressSink(context))
	};
}
function progressSink({ writeError, errorIsTerminal, environment }) {
	return {
		write: writeError,
		live: errorIsTerminal,
		folded: environment["GITHUB_ACTIONS"] === "true",
		now: () => performance.now()
	};
}
/** Prints the report for the terminal and writes the files that were asked for. */
async function publishReport(report, options, context) {
	const rendering = {
		color: useColor(options, context),
		width: context.columns
	};
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
/** Colour where the terminal shows it and neither the option nor NO_COLOR forbids it. */
function useColor(options, context) {
	return options.color !== false && context.outputIsTerminal && !context.environment["NO_COLOR"];
}
/** `report.json` → `report.samples.jsonl` */
function samplesFile(json) {
	return `${json.endsWith(".json") ? json.slice(0, -5) : json}.samples.jsonl`;
}

export { writeFileAt as i, toRunOptions as n, warn as r, publishReport as t };