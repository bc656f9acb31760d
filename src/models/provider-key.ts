import { missingKey, unusableKey } from "../errors.ts";
import type { Problem, ProviderConfig } from "../model.ts";
import { type ProviderContext, placeOf } from "./provider-type.ts";

/** The variable that holds the key: assay.yml's word, else the customary one; null where no key is sent. */
export function keyVariable(config: ProviderConfig, customary: string | null): string | null {
  return config.keyEnv === undefined ? customary : config.keyEnv;
}

/** Empty where no key is sent, or none is set. Secrets often end in a line break, which no key does. */
export function readKey(config: ProviderConfig, customary: string | null, { environment }: ProviderContext): string {
  const variable = keyVariable(config, customary);
  return variable === null ? "" : (environment[variable]?.trim() ?? "");
}

/** What is wrong with the key: not set, or nothing that can be sent. */
export function checkKey(
  name: string,
  config: ProviderConfig,
  customary: string | null,
  context: ProviderContext,
): readonly Problem[] {
  const variable = keyVariable(config, customary);
  if (variable === null) return [];
  const key = readKey(config, customary, context);
  // The customary variable stands in no file.
  const place = config.keyEnv === undefined ? undefined : placeOf(config, "keyEnv");
  if (key === "") return [missingKey(name, variable, place)];
  return /^[\x21-\x7e]*$/.test(key) ? [] : [unusableKey(variable, place)];
}
