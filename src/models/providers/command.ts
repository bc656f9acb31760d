import { missingKey, missingSettings, noWorkspace, setupFailed } from "../../errors.ts";
import type { CallResult, Json, ModelRequest, ProviderConfig } from "../../model.ts";
import { toChatMessages } from "../chat-completions.ts";
import { failed, redact, toOneLine } from "../failure.ts";
import { readProgramAnswer } from "../program-answer.ts";
import { programEnvironment } from "../program-environment.ts";
import type { ProviderContext, ProviderType, Workspace } from "../provider-type.ts";
import { text } from "../read-json.ts";
import { redactReply, shortestKey } from "../redact-reply.ts";
import { type ProgramEnd, runProgram } from "../run-program.ts";

/** An answer larger than this, in bytes, is a program that does not end. */
const outputLimit = 8 * 1024 * 1024;
const defaultSetupMs = 10 * 60_000;

/** A program of the repository, which is tested whole: each arm runs it as its own revision has it. */
export const command: ProviderType = {
  description: "a program of the repository: each arm runs its own revision of it",
  keyEnv: null,
  settings: ["command", "setup", "setupTimeout", "env"],
  takesValues: true,
  runsCode: true,

  check(name, config, context) {
    const hint = `For example: ${name}: { type: command, command: "node app/answer.mjs" }`;
    const lacks = text(config.settings?.["command"]) === null;
    return [
      ...(lacks ? [missingSettings(name, ["command"], hint, config.place)] : []),
      ...(context.workspace === undefined ? [noWorkspace(name, config.place)] : []),
      ...readNames(config)
        .filter((variable) => !context.environment[variable])
        .map((variable) => missingKey(name, variable, config.place)),
    ];
  },

  async create(name, config, context) {
    const application = readApplication(name, config, context);
    let ready: Promise<void> | null = null;
    return {
      name,
      prepare: (signal) => {
        ready ??= setUp(application, signal);
        return ready;
      },
      call: (request, { caseId, trial }, signal) => ask(application, toInput(request, caseId, trial), signal),
    };
  },
};

interface Application {
  readonly name: string;
  readonly command: string;
  readonly setup: string | null;
  readonly setupMs: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Values of the named variables, and their lines: they are told to nobody. */
  readonly secrets: readonly string[];
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  readonly onSetupText: (text: string) => void;
}

function readNames({ settings }: ProviderConfig): readonly string[] {
  return (settings?.["env"] as readonly string[] | undefined) ?? [];
}

function readApplication(name: string, config: ProviderConfig, context: ProviderContext): Application {
  const { settings = {} } = config;
  const named = readNames(config);
  const workspace = context.workspace as Workspace;
  return {
    name,
    command: text(settings["command"]) ?? "",
    setup: text(settings["setup"]),
    setupMs: readDuration(text(settings["setupTimeout"])) ?? defaultSetupMs,
    environment: programEnvironment(context.environment, named),
    secrets: named.flatMap((variable) => readSecrets(context.environment[variable] ?? "")),
    workspace,
    timeoutMs: context.timeoutMs,
    onSetupText: (written) => context.onSetupText?.(`${name} at ${workspace.label}`, written),
  };
}

/** What must not be told of a variable: a text of several lines is told line by line. */
function readSecrets(value: string): readonly string[] {
  const whole = value.trim();
  const lines = whole.split(/\r?\n/).map((line) => line.trim());
  return [...new Set([whole, ...lines])].filter((secret) => secret.length >= shortestKey);
}

/** Brings the arm's files onto disk and runs `setup` there, once. Throws a UserError with the end of what it wrote. */
async function setUp(application: Application, signal: AbortSignal): Promise<void> {
  const { name, setup, setupMs, environment, workspace } = application;
  const directory = await workspace.folder();
  if (setup === null) return;
  const time = AbortSignal.timeout(setupMs);
  const end = await runProgram({
    // Both streams are one text to read, as in a terminal.
    command: process.platform === "win32" ? `(${setup}) 1>&2` : `{ ${setup}\n} 1>&2`,
    directory,
    environment,
    input: "",
    signal: AbortSignal.any([time, signal]),
    outputLimit,
    onText: byLine((written) => application.onSetupText(hide(written, application.secrets))),
  });
  if (end.end === "exited" && end.exitCode === 0) return;
  // Ended from outside: the calls will say so themselves.
  if (end.end === "stopped" && !time.aborted) return;
  const how = end.end === "stopped" ? `took longer than ${setupMs / 1000} s` : describeEnd(end);
  throw setupFailed(name, workspace.label, how, lastWords(end, application.secrets));
}

/** Hands a text on line by line: a secret that comes in two pieces would not be known for one. */
function byLine(tell: (text: string) => void): (text: string) => void {
  let open = "";
  return (text) => {
    const end = (open + text).lastIndexOf("\n") + 1;
    const all = open + text;
    open = all.slice(end);
    if (end > 0) tell(all.slice(0, end));
  };
}

async function ask(application: Application, input: string, signal: AbortSignal): Promise<CallResult> {
  const { command, environment, workspace, secrets } = application;
  const directory = await workspace.folder();
  const end = await runProgram({ command, directory, environment, input, signal, outputLimit });
  if (end.end === "stopped") {
    const late = (signal.reason as Error | undefined)?.name === "TimeoutError";
    return late
      ? failed("timeout", `no answer within ${application.timeoutMs / 1000} s`, { retryable: true })
      : failed("aborted", "stopped before the answer came");
  }
  if (end.end !== "exited" || end.exitCode !== 0) {
    const words = lastWords(end, secrets);
    return failed("server", `the program ${describeEnd(end)}${words === "" ? "" : `: ${words}`}`);
  }
  const result = readProgramAnswer(end.output);
  if (result.status === "failed") {
    return { ...result, failure: { ...result.failure, message: hide(result.failure.message, secrets) } };
  }
  return { ...result, reply: secrets.reduce(redactReply, result.reply) };
}

/** The case as a program reads it. */
function toInput(request: ModelRequest, caseId: string, trial: number): string {
  const { model, parameters, format, tools, values = {} } = request;
  const messages = toChatMessages(request.messages) as Json;
  return JSON.stringify({ case: caseId, trial, model, vars: values, messages, parameters, format, tools });
}

function describeEnd(end: ProgramEnd): string {
  switch (end.end) {
    case "exited":
      return `ended with status ${end.exitCode}`;
    case "killed":
      return `was ended by ${end.by}`;
    case "too-much":
      return `wrote more than ${outputLimit / 2 ** 20} MiB`;
    case "not-started":
      return `could not be started: ${toOneLine(end.reason)}`;
    case "stopped":
      return "was stopped";
  }
}

/** The end of what it wrote to standard error, as one line. */
function lastWords(end: ProgramEnd, secrets: readonly string[]): string {
  if (end.end !== "exited" && end.end !== "killed") return "";
  return toOneLine(hide(end.complaint, secrets).trim().slice(-280));
}

function hide(written: string, secrets: readonly string[]): string {
  return secrets.reduce((all, secret) => redact(all, secret), written);
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

function readDuration(written: string | null): number | null {
  const [, amount, unit = ""] = /^(\d+)(ms|s|m)$/.exec(written ?? "") ?? [];
  return amount === undefined ? null : Number(amount) * (unitMs[unit] ?? 1);
}
