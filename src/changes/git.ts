import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { InternalError, UserError } from "../errors.ts";
import { gitFailed, gitMissing } from "./problems.ts";

/** How a command of git ended. */
export interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  /** What it wrote to standard error. */
  readonly complaint: string;
}

/** Runs git in one folder: hardened, without a shell, without writing. */
export interface Git {
  /** Rejects only where git cannot be started. */
  run(...words: readonly string[]): Promise<Outcome>;
  /** The output of a command that works in every sound repository; else a UserError. */
  read(...words: readonly string[]): Promise<string>;
  /** A process that keeps running. */
  start(...words: readonly string[]): ChildProcessWithoutNullStreams;
}

/** Nothing that a repository configures may start a program. */
const hardening = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.attributesFile=/dev/null",
  "diff.external=",
  "protocol.allow=never",
  // What a merge is compared with is not for a configuration to say.
  "log.diffMerges=separate",
  // A folder that merely looks like a repository, inside of what is checked out, is not to be taken for one.
  "safe.bareRepository=explicit",
].flatMap((setting) => ["-c", setting]);

/** Which configuration is whose, and how far up to look; all other variables of git (GIT_DIR…) would misdirect us. */
const keptVariables = new Set([
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_CEILING_DIRECTORIES",
  "GIT_DISCOVERY_ACROSS_FILESYSTEM",
  "GIT_EXEC_PATH",
]);

/** Room for the listing of about four million files. */
const maximumOutput = 512 * 1024 * 1024;

/** Git in a folder, with the given environment as far as it cannot change what is read, and with `own` variables. */
export function createGit(directory: string, environment: NodeJS.ProcessEnv, own: NodeJS.ProcessEnv = {}): Git {
  const env = { ...hardenEnvironment(environment), ...own };
  const complete = (words: readonly string[]) => [...hardening, "-C", directory, ...words];

  function run(...words: readonly string[]): Promise<Outcome> {
    const settings = { env, maxBuffer: maximumOutput, windowsHide: true };
    return new Promise((resolve, reject) => {
      execFile("git", complete(words), settings, (error, output, complaint) => {
        if (error === null) resolve({ exitCode: 0, output, complaint });
        else if (typeof error.code === "number") resolve({ exitCode: error.code, output, complaint });
        else if (error.code === "ENOENT" || error.code === "EACCES") reject(new UserError(gitMissing));
        else reject(new InternalError(`git ${words[0]} did not end: ${error.message}`, { cause: error }));
      });
    });
  }

  return {
    run,
    async read(...words) {
      const { exitCode, output, complaint } = await run(...words);
      if (exitCode !== 0) throw new UserError(gitFailed(words[0] ?? "", firstComplaint(complaint)));
      return output;
    },
    start: (...words) => spawn("git", complete(words), { env, windowsHide: true }),
  };
}

/** The line of standard error that says what is wrong. */
export function firstComplaint(complaint: string): string {
  const lines = complaint.split("\n").filter((line) => line.trim() !== "");
  const line = lines.find((candidate) => /^(?:fatal|error): /.test(candidate)) ?? lines[0] ?? "no reason given";
  return line.replace(/^(?:fatal|error): /, "");
}

function hardenEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name) || keptVariables.has(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    // Older versions of git do not know GIT_NO_LAZY_FETCH; with no protocol allowed they cannot fetch either.
    GIT_ALLOW_PROTOCOL: "",
  };
}
