import { runProgram } from "../../code/run-program.ts";
import { missingSettings, missingVariable, noWorkspace, passedOver } from "../../errors.ts";
import type { CallResult, Json, ModelRequest } from "../../model.ts";
import {
  type Application,
  describeEnd,
  hide,
  lastWords,
  outputLimit,
  readApplication,
  readNames,
} from "../application.ts";
import { toChatMessages } from "../chat-completions.ts";
import { failed } from "../failure.ts";
import { readProgramAnswer } from "../program-answer.ts";
import { type ProviderType, placeOf } from "../provider-type.ts";
import { text } from "../read-json.ts";
import { redactReply } from "../redact-reply.ts";
import { setUp } from "../set-up.ts";

/** A program of the repository, which is tested whole: each arm runs it as its own revision has it. */
export const command: ProviderType = {
  description: "a program of the repository: each arm runs its own revision of it",
  keyEnv: null,
  settings: ["command", "setup", "setupTimeout", "env", "maxCallCost"],
  takesValues: true,
  runsCode: true,

  inspect(name, config) {
    const hint = `For example: ${name}: { type: command, command: "node app/answer.mjs" }`;
    const { place, settings = {}, baseUrl, keyEnv } = config;
    return [
      ...(text(settings["command"]) === null ? [missingSettings(name, ["command"], hint, place)] : []),
      ...(baseUrl === null
        ? []
        : [passedOver(name, "baseUrl", "The program knows its own addresses: remove it.", placeOf(config, "baseUrl"))]),
      ...(keyEnv == null
        ? []
        : [passedOver(name, "keyEnv", `Name the variable under env: env: [${keyEnv}].`, placeOf(config, "keyEnv"))]),
    ];
  },

  check(name, config, context) {
    return [
      ...(context.workspace === undefined ? [noWorkspace(name, config.place)] : []),
      ...readNames(config)
        .filter((variable) => !context.environment[variable])
        .map((variable) => missingVariable(name, variable, placeOf(config, "env"))),
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
    const words = lastWords(end, application);
    return failed("server", `the program ${describeEnd(end)}${words === "" ? "" : `: ${words}`}`);
  }
  const result = readProgramAnswer(end.output);
  if (result.status === "failed") {
    return { ...result, failure: { ...result.failure, message: hide(result.failure.message, application) } };
  }
  return { ...result, reply: secrets.reduce(redactReply, result.reply) };
}

/** The case as a program reads it. */
function toInput(request: ModelRequest, caseId: string, trial: number): string {
  const { model, parameters, format, tools, values = {} } = request;
  const messages = toChatMessages(request.messages) as Json;
  return JSON.stringify({ case: caseId, trial, model, vars: values, messages, parameters, format, tools });
}
