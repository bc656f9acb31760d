import type { Failure, ScorerTools } from "../model.ts";

const failure: Failure = {
  kind: "aborted",
  message: "there is no model to ask here",
  httpStatus: null,
  retryable: false,
  retryAfterMs: null,
};

/** For scoring where no model can be asked. */
export const noModels: ScorerTools = {
  ask: async () => ({ status: "failed", failure }),
  embed: async () => ({ status: "failed", failure }),
};

/** The same tools, with this name before every purpose: two scorers that ask the same get an answer each. */
export function scopeTools(tools: ScorerTools, name: string): ScorerTools {
  const scope = <Asked extends { readonly purpose: string }>(question: Asked): Asked => ({
    ...question,
    purpose: question.purpose === "" ? name : `${name}:${question.purpose}`,
  });
  return { ask: (question) => tools.ask(scope(question)), embed: (question) => tools.embed(scope(question)) };
}
