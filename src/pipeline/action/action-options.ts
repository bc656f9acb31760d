import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { ActionInputs } from "../../github/inputs.ts";
import type { Runner } from "../../github/runner.ts";
import { reportFileNames, reportFiles } from "../../report/report-files.ts";
import type { ReporterName } from "../../report/reporter-names.ts";
import { setupLines } from "../../report/setup-lines.ts";
import type { BatchOptions, RunOptions } from "../options.ts";
import { progressWriter } from "../progress-writer.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Absolute paths of what a run writes. */
export interface ActionFiles {
  readonly json: string;
  /** The other reports that are asked for. */
  readonly others: readonly { readonly reporter: ReporterName; readonly path: string }[];
}

/** Where report.json goes, and every other report that is asked for. */
export function actionFiles(inputs: ActionInputs, environment: Environment): ActionFiles {
  const directory = workingDirectory(inputs, environment);
  const temporary = environment["RUNNER_TEMP"] ?? tmpdir();
  return {
    json: inputs.json === undefined ? join(temporary, "prompt-assay", "report.json") : resolve(directory, inputs.json),
    others: reportFileNames.flatMap((name) => {
      const path = inputs[name];
      return name === "json" || path === undefined
        ? []
        : [{ reporter: reportFiles[name].reporter, path: resolve(directory, path) }];
    }),
  };
}

/** What the inputs say of a run, whatever the event. */
export function actionOptions(
  inputs: ActionInputs,
  environment: Environment,
  { json }: ActionFiles,
  runner: Runner,
): RunOptions {
  const { base, head, concurrency, maxCost, trials, seed, shard, store, replay, record } = inputs;
  const directory = workingDirectory(inputs, environment);
  const given = { base, head, concurrency, maxCost, trials, seed, shard };
  return {
    directory,
    environment,
    samplesFile: join(dirname(json), `${basename(json, ".json")}.samples.jsonl`),
    ...progressWriter({
      write: (text) => process.stdout.write(text),
      columns: null,
      folded: true,
      now: () => performance.now(),
    }),
    signal: interruption(),
    onSetupText: setupLines((line) => process.stderr.write(line)),
    restricted: true,
    ...(inputs.attribute ? { attribute: true } : {}),
    ...(inputs.batch ? { batch: { onLook: batchLog(runner) } } : {}),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(store === undefined ? {} : { store: resolve(directory, store) }),
    ...(replay === undefined ? {} : { replay: resolve(directory, replay) }),
    ...(record === undefined ? {} : { record: resolve(directory, record) }),
  };
}

function workingDirectory(inputs: ActionInputs, environment: Environment): string {
  return resolve(environment["GITHUB_WORKSPACE"] ?? ".", inputs.workingDirectory);
}

/** A job that is cancelled still tells what there is: the runner waits some seconds before it ends the process. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort(signal));
  return controller.signal;
}

function batchLog(runner: Runner): NonNullable<BatchOptions["onLook"]> {
  let last = -1;
  return ({ answered, total }) => {
    if (answered !== last) runner.info(`batch: ${answered} of ${total} calls answered`);
    last = answered;
  };
}
