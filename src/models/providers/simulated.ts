import type { ProviderType } from "../provider-type.ts";
import { simulateReply } from "../simulated.ts";

/** A deterministic stand-in for a model, for the demo and for trying things out. */
export const simulated: ProviderType = {
  description: "a deterministic stand-in for a model: no network, no key",
  keyEnv: null,
  settings: [],
  check: () => [],
  create: async (name) => ({
    name,
    call: async (request) => ({ status: "completed", reply: simulateReply(request) }),
  }),
};
