import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { ActionInputs } from "../github/inputs.ts";
import type { Runner } from "../github/runner.ts";
import type { RunOptions } from "./options.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Between two lines of progress in the log, in milliseconds. */
const progressInterval = 10_000;

/** Absolute paths of what a run writes. */
export interface ActionFiles {
  readonly json: string;
  readonly markdown: string | null;
}

/** Where report.json goes, and the Markdown where it is asked for. */
export function actionFiles(inputs: ActionInputs, environment: Environment): ActionFiles {
  const directory = workingDirectory(inputs, environment);
  const temporary = environment["RUNNER_TEMP"] ?? tmpdir();
  return {
    json: inputs.json === undefined ? join(temporary, "prompt-assay", "report.json") : resolve(directory, inputs.json),
    markdown: inputs.markdown === undefined ? null : resolve(directory, inputs.markdown),
  };
}

/** What the inputs say of a run, whatever the event. */
export function actionOptions(
  inputs: ActionInputs,
  environment: Environment,
  { json }: ActionFiles,
  runner: Runner,
): RunOptions {
  const { base, head, concurrency, trials, seed, store, replay, record } = inputs;
  const directory = workingDirectory(inputs, environment);
  const given = { base, head, concurrency, trials, seed };
  return {
    directory,
    environment,
    samplesFile: join(dirname(json), `${basename(json, ".json")}.samples.jsonl`),
    onProgress: tellProgress(runner),
    restricted: true,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(store === undefined ? {} : { store: resolve(directory, store) }),
    ...(replay === undefined ? {} : { replay: resolve(directory, replay) }),
    ...(record === undefined ? {} : { record: resolve(directory, record) }),
  };
}

function workingDirectory(inputs: ActionInputs, environment: Environment): string {
  return resolve(environment["GITHUB_WORKSPACE"] ?? ".", inputs.workingDirectory);
}

function tellProgress(runner: Runner): NonNullable<RunOptions["onProgress"]> {
  let last = performance.now();
  return ({ done, planned, failed }) => {
    if (performance.now() - last < progressInterval) return;
    last = performance.now();
    runner.info(`${done} of ${planned} calls${failed > 0 ? `, ${failed} failed` : ""}`);
  };
}
