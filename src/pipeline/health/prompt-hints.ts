import { quote } from "../../errors.ts";
import type { PromptAtRevision } from "../../model.ts";
import { refusedParameters, retirementOf } from "../../models/known-limits.ts";
import { resolveModel } from "../../models/registry.ts";
import { checklistParts, findMissingParts } from "../../prompts/hints/checklists.ts";
import { findUnbalanced } from "../../prompts/hints/find-unbalanced.ts";
import { findUnused } from "../../prompts/hints/find-unused.ts";
import type { ModelPrice } from "../../run/prices.ts";
import type { RunOptions } from "../options.ts";
import type { Project } from "../project/load-project.ts";

/** Names that are told one by one. */
const mostNames = 3;

/**
 * What is likely not meant, one line each: what is never closed, what cases bring in vain, a model or a parameter that the
 * provider will not take. `price` is that of the model: null where nobody knows one.
 */
export function hintsOf(
  prompt: PromptAtRevision,
  price: ModelPrice | null,
  { config }: Project,
  options: RunOptions,
): readonly string[] {
  const { version, golden } = prompt;
  const brought = [...new Set(golden.cases.flatMap(({ vars }) => Object.keys(vars)))];
  const { unused, singleBraces } = findUnused(version, brought);
  return [
    ...findUnbalanced(version.configuration),
    ...(singleBraces.length === 0
      ? []
      : [
          `${list(singleBraces.map((name) => `{${name}}`))} in single braces is sent as it is; write {{${singleBraces[0]}}}`,
        ]),
    ...(unused.length === 0 ? [] : [`cases bring ${list(unused)}, which the prompt does not use`]),
    ...hintsOfModel(prompt, price, { ...config.providers, ...options.providers }, options.now?.() ?? new Date()),
  ];
}

function hintsOfModel(
  { version }: PromptAtRevision,
  price: ModelPrice | null,
  providers: Parameters<typeof resolveModel>[1],
  now: Date,
): readonly string[] {
  const { model: written, parameters } = version.configuration;
  const found = written === null ? null : resolveModel(written, providers);
  // Who names no provider that exists is told so as a mistake.
  if (written === null || found === null || "problems" in found) return [];
  // Elsewhere the same name is another model.
  const own = Object.hasOwn(providers, found.provider) ? null : found.provider;
  const retirement = own === null ? null : retirementOf(own, found.model);
  const isPast = retirement !== null && retirement <= now.toISOString().slice(0, 10);
  const refused = own === null ? [] : refusedParameters(own, found.model, parameters);
  return [
    ...(own !== null && price === null
      ? [`the price list does not know ${quote(written)}: a slip of the pen, or add it under prices`]
      : []),
    ...(retirement === null
      ? []
      : [`${quote(written)} ${isPast ? "was retired" : "will be retired"} on ${retirement}: name another model`]),
    ...(refused.length === 0 ? [] : [`${quote(written)} refuses ${refused.join(", ")}: ${mendRefused(refused)}`]),
  ];
}

function mendRefused(refused: readonly string[]): string {
  const limit = refused.includes("max_tokens") ? "its limit is called max_completion_tokens" : "";
  if (refused.every((name) => name === "max_tokens")) return limit;
  const others = refused.some((name) => name.includes(" beside ")) ? "leave one of them out" : "leave it unset";
  return limit === "" ? others : `${limit}, the rest stays unset`;
}

/** What the usual checklists miss, over all prompts: a line for each part, the names of few. */
export function checklistHints(prompts: readonly PromptAtRevision[]): readonly string[] {
  const missing = prompts.flatMap(({ version }) => {
    const parts = findMissingParts(version);
    return parts === null ? [] : [{ name: version.name, parts }];
  });
  return checklistParts.flatMap((part) => {
    const lacking = missing.filter(({ parts }) => parts.includes(part)).map(({ name }) => name);
    if (lacking.length === 0) return [];
    return [`no ${part.name} (${part.of}) in ${lacking.length} of ${prompts.length}: ${list(lacking)}`];
  });
}

function list(names: readonly string[]): string {
  const more = names.length - mostNames;
  const told = names.slice(0, mostNames).join(", ");
  return more > 0 ? `${told} and ${more} more` : told;
}
