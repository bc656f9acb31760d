import { UserError } from "../errors.ts";
import type {
  Json,
  JsonObject,
  Message,
  ModelRequest,
  Place,
  PromptFile,
  PromptVersion,
  RequestMessage,
  Turn,
} from "../model.ts";
import { canonicalHash } from "../source/json.ts";
import { fileOfPrompt } from "../source/repository-path.ts";
import { markFiles, splitMessage } from "./file-marks.ts";
import { toSnakeCase } from "./keys/parameters.ts";
import { placeTurns, toRequestMessage } from "./place-turns.ts";
import { renderConfiguration } from "./render-configuration.ts";

/** What assay.yml says about the call where a prompt file does not. */
export interface CallDefaults {
  readonly model: string | null;
  readonly parameters: JsonObject;
}

/** The whole call configuration of a prompt at one revision: the file's own word wins over the defaults. */
export function resolveVersion(file: PromptFile, defaults: CallDefaults): PromptVersion {
  const configuration = {
    ...file.configuration,
    model: file.configuration.model ?? defaults.model,
    parameters: { ...snakeCaseKeys(defaults.parameters), ...file.configuration.parameters },
  };
  return { ...file, configuration, fingerprint: canonicalHash(configuration as unknown as Json) };
}

/** The same prompt with another model or other parameters; a parameter that is null is taken away. */
export function varyVersion(version: PromptVersion, changes: CallDefaults): PromptVersion {
  const { configuration } = version;
  const parameters = { ...configuration.parameters, ...snakeCaseKeys(changes.parameters) };
  const varied = {
    ...configuration,
    model: changes.model ?? configuration.model,
    parameters: Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null)),
  };
  return { ...version, configuration: varied, fingerprint: canonicalHash(varied as unknown as Json) };
}

function snakeCaseKeys(parameters: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [toSnakeCase(name), value]));
}

/**
 * The request for one case, to a model by its name at the provider. `turns` are those of the case, null where it brings
 * none. `missing` names variables without a value. Of files only the hash is in it: their bytes are read when it is sent.
 */
export function buildRequest(
  version: PromptVersion,
  modelName: string,
  values: JsonObject,
  turns: readonly Turn[] | null = null,
): { readonly request: ModelRequest; readonly missing: readonly string[] } {
  const { parameters, format, tools, defaults = {} } = version.configuration;
  const marked = markFiles(values);
  const place = { path: fileOfPrompt(version.path), line: 1 };
  const missing = new Set<string>();
  // A prompt may do without a conversation: then it has not begun.
  const begun = turns ?? (Array.isArray(defaults["messages"]) && values["messages"] === undefined ? [] : null);
  const sent = begun?.map(toRequestMessage) ?? null;
  let placed = usesMessages(version);
  const render = (written: readonly Message[]): readonly RequestMessage[] => {
    const part = { ...version.configuration, messages: written };
    const rendered = atPlace(place, () => renderConfiguration(part, marked.values, sent ?? []));
    for (const name of rendered.missing) missing.add(name);
    placed ||= rendered.placedHistory;
    return rendered.messages.map((message) => splitMessage(message, marked.files));
  };
  const messages = placeTurns(version.configuration, sent, render, () => placed);
  return { request: { model: modelName, messages, parameters, format, tools }, missing: [...missing] };
}

/** A mistake that shows only with a case's values stands at the prompt, where it says no place of its own. */
function atPlace<Result>(place: Place, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.problems.map((problem) => ({ place, ...problem })));
  }
}

/** Whether a prompt says where the turns of a case go. */
export function usesMessages({ variables }: Pick<PromptFile, "variables">): boolean {
  return variables.some(({ name }) => name.split(".")[0] === "messages");
}
