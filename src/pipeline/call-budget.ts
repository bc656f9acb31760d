import type { Provider } from "../model.ts";
import { failed } from "../models/failure.ts";

/** Calls that may still be made; repeats after a failure count, too. */
export interface CallBudget {
  left: number;
}

/** The same provider, which makes no call once the budget is used up. */
export function limitCalls(provider: Provider, budget: CallBudget): Provider {
  const limit =
    (call: Provider["call"]): Provider["call"] =>
    async (request, identity, signal) => {
      if (budget.left <= 0) return failed("aborted", "not called: the budget of calls is used up");
      budget.left--;
      return call(request, identity, signal);
    };
  return {
    name: provider.name,
    call: limit(provider.call.bind(provider)),
    ...(provider.embed && { embed: limit(provider.embed.bind(provider)) }),
  };
}
