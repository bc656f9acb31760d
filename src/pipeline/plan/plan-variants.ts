import { quote } from "../../errors.ts";
import { missingVariables } from "../../golden/missing-variables.ts";
import type { Case, Change, PromptVersion, Variant } from "../../model.ts";
import { changedParts } from "../../prompts/changed-parts.ts";
import { varyVersion } from "../../prompts/prompt-version.ts";
import type { Choice, FileVariant } from "../project/choose-prompts.ts";
import type { PlanCase, PromptPlan } from "./plan-run.ts";

/**
 * Changes for `planRun`: a prompt that is only tried in variants is planned as if it had changed, so that it has both
 * versions and all of its cases.
 */
export function changesToPlan({ changes, varied }: Choice): readonly Change[] {
  const forced = varied.filter(isUnchanged).map((change) => ({ ...change, kind: "changed" as const }));
  const judged = changes.filter((change) => !(change.kind === "judging" && varied.includes(change)));
  return [...judged, ...forced];
}

/** The plans of the prompts, and behind each one the plans of its variants; told is which variants are none. */
export function planVariants(
  plans: readonly PromptPlan[],
  { varied, variants, fileVariants }: Choice,
): { readonly plans: readonly PromptPlan[]; readonly warnings: readonly string[] } {
  if (variants.length === 0 && fileVariants.size === 0) return { plans, warnings: [] };
  const warnings: string[] = [];
  const all = plans.flatMap((plan) => {
    const change = varied.find(({ path }) => path === plan.change.path);
    if (change === undefined || plan.candidate === null || plan.skipped !== null) return [plan];
    const prompt: PromptPlan = plan.baseline === null ? plan : { ...plan, baselineKey: keyOf(plan) };
    const files = (fileVariants.get(change.path) ?? []).filter(({ name, version }) => {
      const [missing] = missingVariables(plan.cases.map(withValues), version.variables);
      if (missing !== undefined) warnings.push(`${quote(name)} of ${change.name} is not run: ${missing.message}`);
      return missing === undefined;
    });
    const ready = [...fromSettings(plan.candidate, variants), ...files];
    const own = variantsOf(prompt, plan.candidate, ready);
    const left = ready.filter(({ name }) => !own.some(({ variant }) => variant?.name === name));
    for (const { name } of left) {
      warnings.push(
        `${change.name} asks for the same with ${quote(name)} as another version does, so it is not run again`,
      );
    }
    return isUnchanged(change) ? own : [prompt, ...own];
  });
  return { plans: all, warnings };
}

/** Whether its call is what it was, so that there is nothing to compare but variants. */
function isUnchanged({ kind }: Change): boolean {
  return kind === "unchanged" || kind === "renamed" || kind === "judging";
}

/** One plan for each variant that is neither the baseline nor the candidate nor another variant. */
function variantsOf(prompt: PromptPlan, head: PromptVersion, variants: readonly FileVariant[]): readonly PromptPlan[] {
  // What has no baseline is tried against the prompt as it stands: a version of its own, for it is the other arm's.
  const baseline = prompt.baseline ?? { ...head };
  const seen = new Set([baseline.fingerprint, head.fingerprint]);
  return variants.flatMap(({ name, version }): readonly PromptPlan[] => {
    if (seen.has(version.fingerprint)) return [];
    seen.add(version.fingerprint);
    return [planVariant(prompt, baseline, version, name)];
  });
}

/** The prompt with another model or other parameters. */
function fromSettings(head: PromptVersion, variants: readonly Variant[]): readonly FileVariant[] {
  return variants.map((variant) => {
    const varied = varyVersion(head, variant);
    return { name: variant.name, version: variant.model === null ? varied : { ...varied, modelPlace: variant.place } };
  });
}

/** A case with the values that the candidate is asked with. */
function withValues({ testCase, candidate }: PlanCase): Pick<Case, "id" | "vars" | "context" | "place"> {
  return { id: testCase.id, place: testCase.place, context: null, vars: candidate };
}

function planVariant(prompt: PromptPlan, baseline: PromptVersion, version: PromptVersion, name: string): PromptPlan {
  const { change } = prompt;
  const candidate = change.candidate && { ...change.candidate, version };
  const before = prompt.baseline === null ? change.candidate : change.baseline;
  return {
    ...prompt,
    change: {
      ...change,
      kind: "changed",
      name: `${change.name} · ${name}`,
      parts: changedParts(baseline.configuration, version.configuration),
      baseline: before,
      candidate,
      broken: null,
    },
    baseline,
    candidate: version,
    // Of a prompt without a baseline, both arms are versions of the head.
    cases: prompt.baseline === null ? prompt.cases.map(asCandidate) : prompt.cases,
    added: [],
    notes: [],
    variant: { name, prompt: change.name },
    baselineKey: keyOf({ ...prompt, baseline }),
  };
}

function asCandidate(planCase: PlanCase): PlanCase {
  const { testCase, candidate, turns } = planCase;
  return { testCase, candidate, baseline: candidate, ...(turns && { turns: { ...turns, baseline: turns.candidate } }) };
}

function keyOf({ change, baseline, goldenHash }: Pick<PromptPlan, "change" | "baseline" | "goldenHash">): string {
  return `${change.path}\0${baseline?.fingerprint}\0${goldenHash}`;
}
