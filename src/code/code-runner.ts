import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import pLimit from "p-limit";
import type { CodeResult, CodeRunner, Json, Program } from "../model.ts";
import { createHost, type Host } from "./host.ts";
import { type ProgramEnd, runProgram } from "./run-program.ts";

export interface CodeRunnerOptions {
  /** Of this, programs see what they need to be found and to speak a language. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** Programs at once. */
const concurrency = 4;
/** A score and a reason are short. */
const outputLimit = 64 * 1024;
/** A search is ended after so long, in the process that makes it; that process has longer, for it may have to start first. */
const searchMs = 100;
const patternMs = 10_000;
const passedOn = ["PATH", "LANG", "LC_ALL", "TZ", "SystemRoot", "ComSpec", "PATHEXT"];

/** Runs code of the repository from a folder of its own with the files it consists of, and nothing else of the repository. */
export function createCodeRunner(options: CodeRunnerOptions): CodeRunner & { close(): Promise<void> } {
  const limit = pLimit(concurrency);
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, ...(options.signal ? [options.signal] : [])]);
  const folders = new Map<Program | null, Promise<string>>();
  const hosts = new Map<Program | null, Host>();

  const folderOf = (program: Program | null): Promise<string> => {
    const known = folders.get(program) ?? layOut(program?.files ?? new Map());
    folders.set(program, known);
    return known;
  };
  const hostOf = (program: Program | null, directory: string): Host => {
    const host =
      hosts.get(program) ?? createHost({ directory, environment: environmentOf(options, directory), outputLimit });
    hosts.set(program, host);
    return host;
  };
  const runCommand = async (command: string, directory: string, { timeoutMs }: Program, input: Json) => {
    const time = AbortSignal.timeout(timeoutMs);
    const end = await runProgram({
      command,
      directory,
      environment: environmentOf(options, directory),
      input: JSON.stringify(input),
      signal: AbortSignal.any([time, signal]),
      outputLimit,
    });
    return readEnd(end, time.aborted ? `it takes longer than ${timeoutMs / 1000} s` : "the run was stopped");
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
      return hostOf(program, directory).ask({ module, input }, timeoutMs);
    },
    async matches(pattern, flags, text) {
      if (signal.aborted) return failed("the run was stopped");
      return hostOf(null, await folderOf(null)).ask({ pattern, flags, text, searchMs }, patternMs);
    },
    async close() {
      ending.abort();
      const made = await Promise.allSettled(folders.values());
      for (const folder of made) {
        if (folder.status === "fulfilled") await rm(folder.value, { recursive: true, force: true });
      }
    },
  };
}

/** Writes files into a new folder. */
async function layOut(files: Program["files"]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-code-"));
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes, { mode: 0o700 });
  }
  return folder;
}

/** No key and no home: what a user keeps there is not for a scorer. */
function environmentOf({ environment }: CodeRunnerOptions, directory: string): Record<string, string> {
  const kept = passedOn.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), HOME: directory, TMPDIR: directory, TEMP: directory, TMP: directory };
}

function readEnd(end: ProgramEnd, stopped: string): CodeResult {
  if (end.end === "stopped") return failed(stopped);
  if (end.end === "too-much") return failed("it writes more than 64 KiB");
  if (end.end === "not-started") return failed(`it does not start: ${end.reason}`);
  const complaint = end.complaint.trim().split("\n").at(-1) ?? "";
  const words = complaint === "" ? "" : `: ${complaint}`;
  if (end.end === "killed") return failed(`it was ended by ${end.by}${words}`);
  if (end.exitCode !== 0) return failed(`it ended with exit code ${end.exitCode}${words}`);
  try {
    return { status: "completed", output: JSON.parse(end.output) as Json };
  } catch {
    return failed(`it writes no JSON: ${JSON.stringify(end.output.slice(0, 80))}`);
  }
}

function failed(reason: string): CodeResult {
  return { status: "failed", reason };
}
