import type { Config, Problem } from "../../model.ts";
import { describeEstimate } from "../../report/spending-words.ts";
import type { RunOptions } from "../options.ts";
import type { Project } from "../project/load-project.ts";
import type { Connection } from "./connect-providers.ts";
import { estimatePlan } from "./estimate-plan.ts";
import { type PromptPlan, skipPlan } from "./plan-run.ts";

/** How the note begins that says what the run of a prompt would take. */
export const spendingNote = "Its run takes at most";

interface ForkInput {
  readonly goalposts: Project;
  readonly problems: readonly Problem[];
  readonly options: RunOptions;
  readonly connection: Connection;
}

/**
 * The plans with nothing to call, where a fork's run has no key, would run the fork's code, or is not approved; each says
 * what it would take. Skipped is never green. Null where calls are made, or something else is to be mended first.
 */
export async function holdFork(plans: readonly PromptPlan[], input: ForkInput): Promise<readonly PromptPlan[] | null> {
  const held = findHold(input);
  if (held === null) return null;
  return Promise.all(
    plans.map(async (plan) => {
      const estimate = await estimatePlan(plan, input.goalposts.config, input.options);
      return skipPlan(plan, held.reason, [held.note, `${spendingNote} ${describeEstimate(estimate)}.`]);
    }),
  );
}

function findHold({
  goalposts,
  problems,
  options: { fork, privileged },
  connection,
}: ForkInput): { readonly reason: "no-key" | "fork-code" | "approval"; readonly note: string } | null {
  if (fork !== true || problems.length > 0) return null;
  const unconnected = connection.problems;
  const cause = unconnected.map(({ message }) => message).join("; ");
  const foreign = `Not judged: the pull request comes from a fork or from Dependabot, and ${cause}.`;
  if (connection.forkCode) return { reason: "fork-code", note: foreign };
  if (privileged === undefined) return unconnected.length > 0 ? { reason: "no-key", note: foreign } : null;
  if (goalposts.config.forks === undefined) {
    return {
      reason: "no-key",
      note: "Not judged: assay.yml of the base branch has no key forks, by which it would be.",
    };
  }
  const waits = privileged === "awaits" && unconnected.length === 0;
  return waits ? { reason: "approval", note: "Not judged yet: nothing is called before it is approved." } : null;
}

/**
 * What holds for a fork's run: without approval it takes nothing from a store and leaves nothing there, with one
 * it has the budget that the base's assay.yml gives it, and never a larger one.
 */
export function limitFork(options: RunOptions, { run, forks }: Config): RunOptions {
  if (options.fork !== true) return options;
  if (options.privileged === undefined) return { ...options, store: false };
  const limits = [options.maxCost, run.maxCost, forks?.maxCost].filter((each) => typeof each === "number");
  return limits.length === 0 ? options : { ...options, maxCost: Math.min(...limits) };
}
