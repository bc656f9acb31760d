import type { Executor } from "./executor.ts";
import type { Outcome } from "./outcome.ts";
import { addOutcome, countPlannedCalls, ownQuestionsOf, type PromptRun, type Slot } from "./prompt-run.ts";

/**
 * The same executor, but variants of a prompt share the answers of their baseline: each is asked for once, whichever
 * variant comes first, and stands once in the samples file.
 */
export function shareBaseline(executor: Executor): Executor {
  const known = new Map<string, Outcome>();
  return {
    ...executor,
    async take(slots) {
      if (!isShared(slots)) return executor.take(slots);
      const first = new Map<string, Slot>();
      const own: Slot[] = [];
      for (const slot of slots) {
        const name = nameShared(slot);
        if (name === null) own.push(slot);
        else if (!known.has(name) && !first.has(name)) {
          // Gathered apart, and handed to every variant below.
          first.set(name, { ...slot, caseRun: { planCase: slot.caseRun.planCase, baseline: [], candidate: [] } });
          own.push(first.get(name) as Slot);
        }
      }
      await executor.take(own);
      for (const [name, { caseRun }] of first) {
        const [outcome] = caseRun.baseline;
        if (outcome !== undefined) known.set(name, outcome);
      }
      for (const slot of slots) {
        const outcome = known.get(nameShared(slot) ?? "");
        if (outcome !== undefined) addOutcome(slot.caseRun, "baseline", outcome);
      }
    },
    async keepStored(sample, slot) {
      const name = nameShared(slot);
      const before = name === null ? undefined : known.get(name);
      // A stored answer stands in for one that failed, too.
      if (before !== undefined && before.failure === null) return before;
      const outcome = await executor.keepStored(sample, slot);
      if (name !== null) known.set(name, outcome);
      return outcome;
    },
  };
}

/** Calls that the prompts plan at most, where variants share the baseline's samples and what scorers ask about them. */
export function plannedOfAll(runs: readonly PromptRun[]): number {
  const counted = new Set<string>();
  return runs.reduce((sum, run) => {
    const { baselineKey, baseline } = run.plan;
    const shared = baselineKey !== undefined && baseline !== null && counted.has(baselineKey);
    if (baselineKey !== undefined && baseline !== null) counted.add(baselineKey);
    return sum + countPlannedCalls(run) - (shared ? callsOfBaseline(run) : 0);
  }, 0);
}

function callsOfBaseline({ plan, cases, trials }: PromptRun): number {
  // Pairs are each variant's own.
  return cases.reduce((sum, entry) => sum + trials.baseline * (1 + ownQuestionsOf(plan, entry)), 0);
}

function isShared(slots: Iterable<Slot>): boolean {
  for (const slot of slots) if (nameShared(slot) !== null) return true;
  return false;
}

/** What the same sample of the baseline is called in every variant; null for a sample that is not shared. */
function nameShared({ plan, arm, caseRun, trial, draw }: Slot): string | null {
  if (arm !== "baseline" || plan.baselineKey === undefined) return null;
  return [plan.baselineKey, draw, trial, caseRun.planCase.testCase.id].join("\0");
}
