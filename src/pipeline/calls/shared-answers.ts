import type { Arm, Sample } from "../../model.ts";
import type { Journal } from "./executor.ts";
import { type PromptRun, questionsOf, type Slot } from "./prompt-run.ts";

const arms: readonly Arm[] = ["baseline", "candidate"];

/** Names an answer among the comparisons of one run: the same version, case and trial ask for the same. */
export function nameAnswer({ plan, version, caseRun, trial }: Slot): string {
  return [plan.change.path, version.fingerprint, trial, caseRun.planCase.testCase.id].join("\0");
}

/** An answer that a comparison asks for, and the calls that it takes: itself, and what scorers ask about it. */
export interface WantedAnswer {
  readonly name: string;
  readonly calls: number;
}

/** The answers that a prompt's comparison asks for at most. */
/** The calls that an answer takes: itself, and what scorers ask about it. */
export function callsOf({ plan, caseRun }: Slot): number {
  return 1 + questionsOf(plan, caseRun);
}

export function* answersOf({ plan, cases, trials }: PromptRun): Generator<Slot> {
  for (const caseRun of cases) {
    for (const arm of arms) {
      const version = plan[arm];
      for (let trial = 0; version !== null && trial < trials[arm]; trial++) {
        yield { plan, version, caseRun, arm, trial, draw: "compare", index: 0 };
      }
    }
  }
}

/**
 * What one change had as its candidate, an earlier run of the loop has drawn already for the baseline of the next: such
 * answers are drawn once. `uses` says how many comparisons ask for an answer; it is kept until the last of them has it.
 */
export function shareAnswers(uses: ReadonlyMap<string, number>): Journal {
  const kept = new Map<string, { readonly sample: Sample; left: number }>();
  return {
    find(_provider, _request, slot) {
      const name = nameAnswer(slot);
      const found = slot.draw === "compare" ? kept.get(name) : undefined;
      if (found === undefined) return null;
      found.left--;
      if (found.left === 0) kept.delete(name);
      return { ...found.sample, arm: slot.arm, attempts: 0 };
    },
    append(_provider, _request, slot, sample) {
      const name = nameAnswer(slot);
      const left = (uses.get(name) ?? 0) - 1;
      if (slot.draw === "compare" && left > 0) kept.set(name, { sample, left });
    },
  };
}
