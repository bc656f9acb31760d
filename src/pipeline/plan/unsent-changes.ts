import { quote } from "../../errors.ts";
import type { Part } from "../../model.ts";
import type { ProviderType } from "../../models/provider-type.ts";
import { providerTypes } from "../../models/registry.ts";
import type { RunOptions } from "../options.ts";
import type { Project } from "../project/load-project.ts";
import { findModel } from "./connect-providers.ts";
import type { PromptPlan } from "./plan-run.ts";

/** They judge, and are not sent to anyone. */
const judging: readonly Part[] = ["golden", "scorers"];

/** Warnings of prompts of which nothing that changed reaches their provider: both versions ask for the same. */
export function findUnsentChanges(
  plans: readonly PromptPlan[],
  goalposts: Project,
  options: RunOptions,
): readonly string[] {
  return plans.flatMap(({ change, baseline, candidate }) => {
    if (baseline === null || candidate === null) return [];
    const [before, after] = [baseline, candidate].map((version) => findModel(version, goalposts, options));
    if (before === undefined || after === undefined || "problems" in before || "problems" in after) return [];
    const { name, config } = after.listed;
    const type: ProviderType = providerTypes[config.type as keyof typeof providerTypes];
    const left = type.leavesOut?.(config) ?? [];
    const parts = change.parts.filter((part) => !judging.includes(part));
    const unsent = name === before.listed.name && parts.length > 0 && parts.every((part) => left.includes(part));
    if (!unsent) return [];
    return [
      `${change.name}: what changed (${parts.join(", ")}) is no part of what the provider ${quote(name)} is sent, so both versions ask for the same`,
    ];
  });
}
