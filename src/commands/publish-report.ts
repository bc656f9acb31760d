import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { shardWithoutJson, shardWithoutVerdict, throwProblems, UserError } from "../errors.ts";
import type { Report, Shard } from "../model.ts";
import type { RunOptions } from "../pipeline/options.ts";
import { type ProgressSink, progressWriter } from "../pipeline/progress-writer.ts";
import { samplesBeside } from "../pipeline/sample-lines.ts";
import { escapeTerminal } from "../report/escape.ts";
import { reporters } from "../report/registry.ts";
import { reportFileNames, reportFiles } from "../report/report-files.ts";
import type { RenderOptions } from "../report/reporter.ts";
import { setupLines } from "../report/setup-lines.ts";
import { batchWriter } from "./batch-writer.ts";
import type { CommandContext, CommandOptions } from "./command.ts";

/** Where a command looks for the project. */
export function toProjectOptions(
  { head, config }: CommandOptions,
  { directory, environment }: CommandContext,
): RunOptions {
  return {
    directory,
    environment,
    ...(head === undefined ? {} : { head }),
    ...(config === undefined ? {} : { config }),
  };
}

/** From the command line's options to those of a run. */
export function toRunOptions(options: CommandOptions, context: CommandContext): RunOptions {
  const { directory, environment } = context;
  const path = (file: string): string => resolve(directory, file);
  return {
    directory,
    environment,
    ...(options.base === undefined ? {} : { base: options.base }),
    ...(options.head === undefined ? {} : { head: options.head }),
    ...(options.config === undefined ? {} : { config: options.config }),
    ...(options.goalposts === undefined ? {} : { goalposts: options.goalposts }),
    ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
    ...(options.trials === undefined ? {} : { trials: options.trials }),
    ...(options.prompt === undefined ? {} : { prompts: options.prompt }),
    ...(options.models === undefined ? {} : { models: options.models }),
    ...(options.variants === undefined ? {} : { variants: options.variants }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(typeof options.store === "string" ? { store: path(options.store) } : {}),
    ...(options.cache === false ? { store: false as const } : {}),
    ...(options.record === undefined ? {} : { record: path(options.record) }),
    ...(options.replay === undefined ? {} : { replay: path(options.replay) }),
    ...(options.shard === undefined ? {} : { shard: checkShard(options.shard, options) }),
    ...(options.batch ? { batch: options.quiet ? {} : { onLook: batchWriter(context) } } : {}),
    ...(options.attribute ? { attribute: true } : {}),
    ...samplesFile(options, path),
    ...(options.maxCost === undefined ? {} : { maxCost: options.maxCost }),
  };
}

/** The same for a command that makes calls: it tells how far it is, and when it is told to end, it ends what it began. */
export function toCallOptions(options: CommandOptions, context: CommandContext): RunOptions {
  return {
    ...toRunOptions(options, context),
    ...(context.interruption === undefined ? {} : { signal: context.interruption() }),
    ...(options.quiet ? {} : { ...progressWriter(progressSink(context)), onSetupText: setupLines(context.writeError) }),
  };
}

function progressSink({ writeError, errorIsTerminal, environment, ...context }: CommandContext): ProgressSink {
  const folded = environment["GITHUB_ACTIONS"] === "true";
  // A dumb terminal cannot take a line back.
  const redraws = errorIsTerminal && environment["TERM"] !== "dumb";
  return {
    write: writeError,
    columns: redraws ? (context.errorColumns ?? context.columns) : null,
    folded,
    now: () => performance.now(),
  };
}

/** A shard is nothing without its files, and has no verdict to write anywhere else. */
function checkShard(shard: Shard, options: CommandOptions): Shard {
  const verdicts = reportFileNames.filter((name) => name !== "json" && options[name] !== undefined);
  throwProblems([
    ...(options.json === undefined ? [shardWithoutJson(shard)] : []),
    ...verdicts.map((name) => shardWithoutVerdict(`--${name}`)),
  ]);
  return shard;
}

/** Prints the report, for the terminal where nothing else is said, and writes the files that were asked for. */
export async function publishReport(
  report: Report,
  options: CommandOptions,
  context: CommandContext,
  printed: "text" | "markdown" = "text",
): Promise<void> {
  const file = options.json ?? options.html;
  const samples = file === undefined ? {} : samplesBeside(report, resolve(context.directory, file));
  const rendering = { ...renderingFor(options, context), ...samples };
  context.writeOutput(reporters[printed].render(report, rendering));
  for (const name of reportFileNames) {
    const path = options[name];
    const reporter = reporters[reportFiles[name].reporter];
    if (path !== undefined) await writeFileAt(path, await reporter.render(report, rendering), context);
  }
  if (options.chart !== undefined) await writeFileAt(options.chart, reporters.svg.render(report, rendering), context);
}

/** Writes a file that the user named, with its folders. */
export async function writeFileAt(path: string, content: string, context: CommandContext): Promise<void> {
  const absolute = resolve(context.directory, path);
  try {
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(absolute, content);
  } catch (error) {
    throw new UserError({
      message: `cannot write ${path}: ${(error as Error).message}`,
      hint: "Name a file in a folder you may write to.",
    });
  }
}

/** Warnings go to standard error, one line each. */
export function warn(warnings: readonly string[], options: CommandOptions, context: CommandContext): void {
  if (options.quiet) return;
  for (const warning of warnings) context.writeError(`warning: ${escapeTerminal(warning)}\n`);
}

/** How a report is laid out on standard output. */
export function renderingFor(options: CommandOptions, context: CommandContext): RenderOptions {
  return { color: useColor(options, context), width: context.columns };
}

/** Colour where the terminal shows it and neither the option nor NO_COLOR forbids it; never in a pipe, whatever it asks. */
function useColor(options: CommandOptions, { environment, outputIsTerminal }: CommandContext): boolean {
  const { NO_COLOR, TERM } = environment;
  return options.color !== false && outputIsTerminal && !NO_COLOR && TERM !== "dumb";
}

/** `report.json` → `report.samples.jsonl`; beside the page where there is no report.json. */
function samplesFile(
  { json, html }: CommandOptions,
  path: (file: string) => string,
): { readonly samplesFile?: string } {
  const report = json ?? html;
  return report === undefined ? {} : { samplesFile: `${path(report).replace(/\.(?:json|html)$/, "")}.samples.jsonl` };
}
