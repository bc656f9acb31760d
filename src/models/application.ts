import type { ProgramEnd } from "../code/run-program.ts";
import type { ProviderConfig } from "../model.ts";
import { redact, toOneLine } from "./failure.ts";
import { programEnvironment } from "./program-environment.ts";
import type { ProviderContext, Workspace } from "./provider-type.ts";
import { text } from "./read-json.ts";
import { shortestKey } from "./redact-reply.ts";

/** An answer larger than this, in bytes, is a program that does not end. */
export const outputLimit = 8 * 1024 * 1024;
const defaultSetupMs = 10 * 60_000;

/** A program that is tested whole, in the files of one arm. */
export interface Application {
  readonly name: string;
  readonly command: string;
  readonly setup: string | null;
  readonly setupMs: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Values of the named variables, and their lines: they are told to nobody. */
  readonly secrets: readonly string[];
  readonly tell: (text: string) => string;
  readonly workspace: Workspace;
  readonly timeoutMs: number;
  readonly onSetupText: (text: string) => void;
}

/** The variables that the program gets by name. */
export function readNames({ settings }: ProviderConfig): readonly string[] {
  return (settings?.["env"] as readonly string[] | undefined) ?? [];
}

/** The program as assay.yml describes it. */
export function readApplication(name: string, config: ProviderConfig, context: ProviderContext): Application {
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
    tell: context.tell ?? ((written) => written),
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

/** How a program ended, to go on with after its name. */
export function describeEnd(end: ProgramEnd): string {
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

/** The end of what it wrote to standard error, as one line: what must not be told is taken out before it is cut. */
export function lastWords(end: ProgramEnd, application: Pick<Application, "secrets" | "tell">): string {
  if (end.end !== "exited" && end.end !== "killed") return "";
  return toOneLine(hide(end.complaint, application).trim().slice(-280));
}

/** A text without what the named variables hold, and what else must not be told. */
export function hide(written: string, { secrets, tell }: Pick<Application, "secrets" | "tell">): string {
  return tell(secrets.reduce((all, secret) => redact(all, secret), written));
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

function readDuration(written: string | null): number | null {
  const [, amount, unit = ""] = /^(\d+)(ms|s|m)$/.exec(written ?? "") ?? [];
  return amount === undefined ? null : Number(amount) * (unitMs[unit] ?? 1);
}
