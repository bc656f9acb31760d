import type { Json, JsonObject, ModelRequest, PromptFile, PromptVersion } from "../model.ts";
import { canonicalHash } from "../source/json.ts";
import { toSnakeCase } from "./keys/parameters.ts";
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

function snakeCaseKeys(parameters: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [toSnakeCase(name), value]));
}

/** The request for one case, to a model by its name at the provider. `missing` names variables without a value. */
export function buildRequest(
  version: PromptVersion,
  modelName: string,
  values: JsonObject,
): { readonly request: ModelRequest; readonly missing: readonly string[] } {
  const { parameters, format, tools } = version.configuration;
  const { messages, missing } = renderConfiguration(version.configuration, values);
  return { request: { model: modelName, messages, parameters, format, tools }, missing };
}
