import { type ChildProcess, spawn } from "node:child_process";
import pLimit from "p-limit";
import type { CodeResult, Json } from "../model.ts";
import { forgetProgram, killGroup, ownGroup, watchProgram } from "./process-group.ts";

/** What a host does: calls the default export of a module, or looks for a match. */
export type HostTask =
  | { readonly module: string; readonly input: Json }
  | { readonly pattern: string; readonly flags: string; readonly text: string; readonly searchMs: number };

/** A process that runs JavaScript of the repository, one task after the other, and is replaced when it hangs or ends. */
export interface Host {
  ask(task: HostTask, timeoutMs: number): Promise<CodeResult>;
  close(): void;
}

export interface HostSettings {
  readonly directory: string;
  /** All of its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** A result that is larger, in characters of JSON, is none. */
  readonly outputLimit: number;
}

/** Megabytes that its values may take. */
const memory = 512;
/** How much of what it writes to standard error is kept, in characters. */
const complaintLimit = 500;

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
export function createHost({ directory, environment, outputLimit }: HostSettings): Host {
  const oneByOne = pLimit(1);
  let child: ChildProcess | null = null;
  let closed = false;

  const start = (): ChildProcess => {
    const flags = [`--max-old-space-size=${memory}`, "--input-type=module", "--eval", program, "--"];
    const started = spawn(process.execPath, [...flags, String(outputLimit)], {
      cwd: directory,
      env: environment,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      detached: ownGroup,
      windowsHide: true,
    });
    watchProgram(started);
    started.on("close", () => forgetProgram(started));
    return started;
  };

  const stop = (): void => {
    if (child === null) return;
    killGroup(child);
    child = null;
  };

  const askNow = (task: HostTask, timeoutMs: number): Promise<CodeResult> => {
    if (closed) return Promise.resolve(failed("the run was stopped"));
    child ??= start();
    const current = child;
    return new Promise((resolve) => {
      let complaint = "";
      const finish = (result: CodeResult, gone: boolean): void => {
        clearTimeout(timer);
        current.off("message", onMessage).off("exit", onExit).off("error", onError);
        current.stderr?.off("data", onComplaint);
        if (gone) stop();
        resolve(result);
      };
      const onMessage = (message: unknown): void => finish(readAnswer(message), false);
      const onExit = (): void => finish(failed(`it ended${complaint === "" ? "" : `: ${complaint.trim()}`}`), true);
      const onError = (error: Error): void => finish(failed(`it does not start: ${error.message}`), true);
      const onComplaint = (text: Buffer): void => {
        complaint = (complaint + text.toString("utf8")).slice(-complaintLimit);
      };
      const timer = setTimeout(() => finish(failed(`it takes longer than ${timeoutMs / 1000} s`), true), timeoutMs);
      current.on("message", onMessage).on("exit", onExit).on("error", onError);
      current.stderr?.on("data", onComplaint);
      // Where it has ended meanwhile, its exit tells.
      current.send(task, () => {});
    });
  };

  return {
    ask: (task, timeoutMs) => oneByOne(() => askNow(task, timeoutMs)),
    close() {
      closed = true;
      stop();
    },
  };
}

function readAnswer(message: unknown): CodeResult {
  const { output, error } = message as { readonly output?: string; readonly error?: string };
  return output === undefined
    ? failed(error ?? "it gave no result")
    : { status: "completed", output: JSON.parse(output) as Json };
}

function failed(reason: string): CodeResult {
  return { status: "failed", reason };
}
