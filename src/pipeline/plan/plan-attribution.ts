import { quote } from "../../errors.ts";
import type { JsonObject, Part, Problem, PromptVersion, Turn } from "../../model.ts";
import { groupParts, joinGroups, mixableParts, mixVersions, type PartGroup } from "../../prompts/mix-versions.ts";
import { buildRequest } from "../../prompts/prompt-version.ts";
import type { ResolvedModel, RunOptions } from "../options.ts";
import type { Project } from "../project/load-project.ts";
import { problemText } from "../warnings.ts";
import { findUnsendable } from "./connect-providers.ts";
import type { PlanCase, PromptPlan } from "./plan-run.ts";

/** What has to be run to tell which part of a prompt did it, should it regress. */
export interface AttributionPlan {
  /** Parts that are told together; fewer than two where they cannot be told apart. */
  readonly groups: readonly PartGroup[];
  /** By the groups that a mix takes from the candidate, bit i for group i; its candidate is the mix. */
  readonly mixes: ReadonlyMap<number, PromptPlan>;
  /** Why parts are told together, one sentence each. */
  readonly notes: readonly string[];
}

/** What a plan of mixes rests on. */
export interface AttributionTerms {
  readonly goalposts: Project;
  readonly options: RunOptions;
  readonly models: ReadonlyMap<PromptVersion, ResolvedModel>;
}

/** The mixes of every prompt of which more than one part changed; variants say by themselves what differs. */
export function planAttributions(
  plans: readonly PromptPlan[],
  terms: AttributionTerms,
): ReadonlyMap<PromptPlan, AttributionPlan> {
  const entries = plans.flatMap((plan): readonly (readonly [PromptPlan, AttributionPlan])[] => {
    const { baseline, candidate, variant } = plan;
    if (baseline === null || candidate === null || variant !== undefined) return [];
    const parts = mixableParts(baseline.configuration, candidate.configuration);
    return parts.length < 2 ? [] : [[plan, planMixes(plan, baseline, candidate, parts, terms)]];
  });
  return new Map(entries);
}

/** The models of the mixes beside those of the versions: a mix asks the model of the version that it takes it from. */
export function modelsWithMixes(
  models: ReadonlyMap<PromptVersion, ResolvedModel>,
  attributions: ReadonlyMap<PromptPlan, AttributionPlan>,
): ReadonlyMap<PromptVersion, ResolvedModel> {
  const all = new Map(models);
  for (const [{ baseline, candidate }, { mixes }] of attributions) {
    for (const { candidate: mixed } of mixes.values()) {
      const asked = [baseline, candidate].find((each) => each?.configuration.model === mixed?.configuration.model);
      const model = asked == null ? undefined : models.get(asked);
      if (mixed !== null && model !== undefined) all.set(mixed, model);
    }
  }
  return all;
}

function planMixes(
  plan: PromptPlan,
  base: PromptVersion,
  head: PromptVersion,
  parts: readonly Part[],
  { goalposts, options, models }: AttributionTerms,
): AttributionPlan {
  if ([base, head].some((version) => models.get(version)?.runsCode)) {
    const note = "Which part did it cannot be told: the versions run code of their own, which cannot be mixed.";
    return { groups: [], mixes: new Map(), notes: [note] };
  }
  const grouped = groupParts(parts);
  const mix = (mask: number, groups: readonly PartGroup[]): PromptPlan => {
    const fromHead = groups.flatMap((group, index) => ((mask >> index) & 1 ? group : []));
    return planMix(plan, base, head, fromHead, parts);
  };
  const reasons = new Map<number, string>();
  for (let mask = 1; mask < (1 << grouped.length) - 1; mask++) {
    const mixed = mix(mask, grouped);
    const reason = lacksText(mixed, [base, head]) ?? whyOut(mixed, goalposts, options);
    if (reason !== null) reasons.set(mask, reason);
  }
  const groups = joinGroups(grouped, (mask) => reasons.has(mask));
  const [first] = reasons.values();
  const masks = Array.from({ length: Math.max(0, (1 << groups.length) - 2) }, (_, index) => index + 1);
  return {
    groups,
    mixes: new Map(masks.map((mask) => [mask, mix(mask, groups)])),
    notes: [
      ...(grouped.length < parts.length
        ? [`Of ${parts.length} changed parts some are told together, so that 14 mixed versions are enough.`]
        : []),
      ...(first === undefined
        ? []
        : [`Some parts are told together, because a mixed version cannot be run: ${first}.`]),
    ],
  };
}

function planMix(
  plan: PromptPlan,
  base: PromptVersion,
  head: PromptVersion,
  fromHead: readonly Part[],
  parts: readonly Part[],
): PromptPlan {
  const name = `mix: new ${fromHead.join(" and ")}`;
  const text = fromHead.includes("text") ? "candidate" : "baseline";
  // A text of one version may include texts of the other, which may need values that only the other has.
  const split = parts.includes("included") && fromHead.includes("included") !== fromHead.includes("text");
  return {
    ...plan,
    change: { ...plan.change, name: `${plan.change.name} · ${name}` },
    candidate: mixVersions(base, head, fromHead),
    cases: plan.cases.map((planCase) => new MixedCase(planCase, text, split)),
    added: [],
    notes: [],
    variant: { name, prompt: plan.change.name },
  };
}

/** A case for a mix, with the values of the version that its text comes from; put together when they are asked for. */
class MixedCase implements PlanCase {
  private readonly own: PlanCase;
  private readonly text: "baseline" | "candidate";
  private readonly split: boolean;

  constructor(own: PlanCase, text: "baseline" | "candidate", split: boolean) {
    this.own = own;
    this.text = text;
    this.split = split;
  }

  get testCase(): PlanCase["testCase"] {
    return this.own.testCase;
  }

  get baseline(): JsonObject {
    return this.own.baseline;
  }

  get candidate(): JsonObject {
    const other = this.text === "candidate" ? "baseline" : "candidate";
    return this.split ? { ...this.own[other], ...this.own[this.text] } : this.own[this.text];
  }

  get turns(): { readonly baseline: readonly Turn[] | null; readonly candidate: readonly Turn[] | null } {
    const { turns } = this.own;
    return { baseline: turns?.baseline ?? null, candidate: turns?.[this.text] ?? null };
  }
}

/** Why a mix cannot be run, as far as that is known before it is; null where nothing speaks against it. */
function whyOut(plan: PromptPlan, goalposts: Project, options: RunOptions): string | null {
  const version = plan.candidate as PromptVersion;
  const { parameters, tools } = version.configuration;
  const needsTools = ["tool_choice", "parallel_tool_calls"].find((name) => Object.hasOwn(parameters, name));
  if (needsTools !== undefined && tools === null) return `it would set ${needsTools} and have no tools`;
  const [unsendable] = findUnsendable([{ ...plan, baseline: null }], goalposts, options);
  if (unsendable !== undefined) return withoutPeriod(unsendable);
  for (const planCase of plan.cases) {
    try {
      const { missing } = buildRequest(version, "", planCase.candidate, planCase.turns?.candidate ?? null);
      if (missing.length > 0) return `a case has no ${missing.join(", ")}`;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return error.message;
    }
  }
  return null;
}

/** Why a mix would include a text that it has not; null where it has all. */
function lacksText({ candidate }: PromptPlan, versions: readonly PromptVersion[]): string | null {
  if (candidate === null) return null;
  const { messages, partials = {} } = candidate.configuration;
  const own = versions.find(({ configuration }) => configuration.messages === messages);
  const lacking = Object.keys(own?.configuration.partials ?? {}).find((name) => !Object.hasOwn(partials, name));
  return lacking === undefined ? null : `its text includes ${quote(lacking)}, which the other version does not have`;
}

function withoutPeriod(problem: Problem): string {
  return problemText(problem).replace(/\.$/, "");
}
