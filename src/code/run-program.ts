import { spawn } from "node:child_process";
import { forgetProgram, killGroup, ownGroup, watchProgram } from "./process-group.ts";

/** A program to run, with what it is given. */
export interface Program {
  /** For the shell: no word of it comes from a case. */
  readonly command: string;
  readonly directory: string;
  /** All of its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly input: string;
  readonly signal: AbortSignal;
  /** A program that writes more to standard output, in bytes, is ended. */
  readonly outputLimit: number;
  /** Told of what it writes to standard error as it comes, and with `outputToo` to standard output. */
  readonly onText?: (text: string) => void;
}

/** How it ended: by itself, by us, or never begun. */
export type ProgramEnd =
  | { readonly end: "exited"; readonly exitCode: number; readonly output: string; readonly complaint: string }
  | { readonly end: "killed"; readonly by: string; readonly complaint: string }
  | { readonly end: "stopped" }
  | { readonly end: "too-much" }
  | { readonly end: "not-started"; readonly reason: string };

/** How much of what it wrote to standard error is kept, in characters: its end says what went wrong. */
const complaintLimit = 4_000;
/** A child that left the group may hold our pipes open; it is not waited for longer. */
const drainMs = 1_000;

/** Runs a program to its end, or ends it together with all of its children. It never rejects. */
export function runProgram(program: Program): Promise<ProgramEnd> {
  const { command, directory, environment, input, signal, outputLimit, onText } = program;
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ end: "stopped" });
    const child = spawn(command, {
      shell: true,
      cwd: directory,
      env: environment,
      detached: ownGroup,
      windowsHide: true,
    });
    const output: Buffer[] = [];
    const state = { size: 0, complaint: "", stopped: false };
    const stop = (): void => {
      state.stopped = true;
      killGroup(child);
    };
    watchProgram(child);
    signal.addEventListener("abort", stop, { once: true });
    const finish = (end: ProgramEnd): void => {
      signal.removeEventListener("abort", stop);
      forgetProgram(child);
      resolve(end);
    };
    child.stdout?.on("data", (chunk: Buffer) => {
      state.size += chunk.length;
      if (state.size > outputLimit) killGroup(child);
      else output.push(chunk);
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      state.complaint = (state.complaint + text).slice(-complaintLimit);
      onText?.(text);
    });
    // A program that does not read its input is no mistake.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
    child.on("error", (error) => finish({ end: "not-started", reason: error.message }));
    child.on("exit", () => {
      // What it left running in its group would hold its output open.
      killGroup(child);
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, drainMs).unref();
    });
    child.on("close", (exitCode, by) => {
      const { complaint } = state;
      if (state.stopped) finish({ end: "stopped" });
      else if (state.size > outputLimit) finish({ end: "too-much" });
      else if (exitCode === null) finish({ end: "killed", by: by ?? "a signal", complaint });
      else finish({ end: "exited", exitCode, output: Buffer.concat(output).toString("utf8"), complaint });
    });
  });
}
