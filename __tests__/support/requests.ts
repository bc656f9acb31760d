import type { CallIdentity, ModelRequest, ProviderConfig } from "../../src/model.ts";

/** A small request; parts of it can be replaced. */
export function requestOf(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    model: "gpt-test",
    messages: [
      { role: "system", content: "Answer in one word." },
      { role: "user", content: "Which colour has the sky?" },
    ],
    parameters: { temperature: 0 },
    format: null,
    tools: null,
    ...changes,
  };
}

/** Which call it is; trial 0 of the case `sky`, unless said otherwise. */
export function identityOf(changes: Partial<CallIdentity> = {}): CallIdentity {
  return { caseId: "sky", trial: 0, draw: "compare", ...changes };
}

/** A provider as assay.yml configures it. */
export function providerConfigOf(changes: Partial<ProviderConfig> & Pick<ProviderConfig, "type">): ProviderConfig {
  return { baseUrl: null, file: null, place: { path: "assay.yml", line: 3 }, ...changes };
}

/** A signal that never aborts. */
export function noSignal(): AbortSignal {
  return new AbortController().signal;
}
