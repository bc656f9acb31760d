import { unknownProviderType } from "../errors.ts";
import type { Problem } from "../model.ts";
import { isObject } from "../source/json.ts";
import { formatKeys } from "./key-path.ts";
import { messages } from "./messages.ts";
import type { RuleContext } from "./rule.ts";

/** Which types there are is known by the registry of providers alone. */
export function checkProviderTypes({ written, source, providerTypes }: RuleContext): readonly Problem[] {
  return Object.entries(written.providers ?? {}).flatMap(([name, { type }]) => {
    if (type === undefined || providerTypes.includes(type)) return [];
    const keys = ["providers", name, "type"];
    return [unknownProviderType(name, type, providerTypes, source.place(keys))];
  });
}

/** How keys of known providers begin, and what is too long and mixed to be a name. */
const keyLike = /^(sk-|pk-|gsk_|xai-|hf_|ghp_|github_pat_|AIza|Bearer )|^(?=.*[0-9])(?=.*[a-z])[\w.-]{24,}$/;

/** The file names the variable that holds a key, never the key. */
export function checkKeyVariables({ written, source }: RuleContext): readonly Problem[] {
  return Object.entries(written.providers ?? {}).flatMap(([name, { keyEnv }]) => {
    if (typeof keyEnv !== "string" || /^[A-Z_][A-Z0-9_]*$/.test(keyEnv)) return [];
    const keys = ["providers", name, "keyEnv"];
    const word = keyLike.test(keyEnv) ? messages.keyInFile : messages.noVariableName;
    return [{ ...word(formatKeys(keys)), place: source.place(keys) }];
  });
}

/** Headers by whose name a secret travels. */
const secretHeader = /auth|key|token|secret|cookie/i;

/** A header that carries a secret takes it from the variable under `keyEnv`. */
export function checkHeaders({ written, source }: RuleContext): readonly Problem[] {
  return Object.entries(written.providers ?? {}).flatMap(([name, { headers }]) => {
    if (!isObject(headers)) return [];
    return Object.entries(headers).flatMap(([header, value]) => {
      const keys = ["providers", name, "headers", header];
      if (typeof value !== "string" || !secretHeader.test(header) || /\{\{\s*key\s*\}\}/.test(value)) return [];
      return [{ ...messages.secretInHeader(formatKeys(keys)), place: source.place(keys) }];
    });
  });
}

/** An address is http or https and carries no credentials. */
export function checkAddresses({ written, source }: RuleContext): readonly Problem[] {
  return Object.entries(written.providers ?? {}).flatMap(([name, provider]) =>
    ["baseUrl", "url", "authority"].flatMap((key) => {
      const address = provider[key];
      if (typeof address !== "string") return [];
      const keys = ["providers", name, key];
      const url = URL.canParse(address) ? new URL(address) : null;
      const told = { place: source.place(keys) };
      // No value may say where a request goes.
      if (/^[^/]*:?\/\/[^/?#]*\{\{/.test(address))
        return [{ ...messages.placeholderInHost(formatKeys(keys)), ...told }];
      if (url === null || !["http:", "https:"].includes(url.protocol)) {
        return [{ ...messages.noHttpAddress(formatKeys(keys)), ...told }];
      }
      return url.username + url.password === ""
        ? []
        : [{ ...messages.credentialsInAddress(formatKeys(keys)), ...told }];
    }),
  );
}
