import type { Slot } from "./prompt-run.ts";

/**
 * Deals the samples of several prompts round: case by case, each prompt as far on as the others, so that what cuts a run
 * short leaves as much of the last prompt as of the first. Within a prompt the order stays, and a case's samples stay
 * together.
 */
export function dealSlots(prompts: readonly Iterable<Slot>[]): Iterable<Slot> {
  if (prompts.length <= 1) return prompts[0] ?? [];
  const parts = prompts.flatMap((slots, prompt) => {
    const cases = groupByCase(slots);
    return cases.map((group, index) => ({ group, share: (index + 0.5) / cases.length, prompt }));
  });
  parts.sort((left, right) => left.share - right.share || left.prompt - right.prompt);
  return parts.flatMap(({ group }) => group);
}

function groupByCase(slots: Iterable<Slot>): readonly (readonly Slot[])[] {
  const groups: Slot[][] = [];
  for (const slot of slots) {
    const last = groups.at(-1);
    // Not by its run: mixed versions of a prompt have runs of their own.
    if (last?.[0]?.caseRun.planCase.testCase === slot.caseRun.planCase.testCase) last.push(slot);
    else groups.push([slot]);
  }
  return groups;
}
