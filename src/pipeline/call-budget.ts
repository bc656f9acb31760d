import type { Provider } from "../model.ts";
import { failed } from "../models/failure.ts";

/** Calls that may still be made; repeats after a failure count, too. */
export interface CallBudget {
  left: number;
}

/** The same provider, which makes no call once the budget is used up. */
export function limitCalls(provider: Provider, budget: CallBudget): Provider {
  return {
    name: provider.name,
    async call(request, identity, signal) {
      if (budget.left <= 0) return failed("aborted", "not called: the budget of calls is used up");
      budget.left--;
      return provider.call(request, identity, signal);
    },
  };
}
