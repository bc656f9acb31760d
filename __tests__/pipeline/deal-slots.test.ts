import { describe, expect, it } from "vitest";
import { dealSlots } from "../../src/pipeline/calls/deal-slots.ts";
import type { CaseRun, Slot } from "../../src/pipeline/calls/prompt-run.ts";

/** Samples of a prompt: so many cases, so many samples of each. */
function slotsOf(prompt: string, cases: number, each = 2): readonly Slot[] {
  return Array.from({ length: cases }, (_, number) => {
    const planCase = { testCase: { id: `${prompt}${number}` } };
    // As of mixed versions: a run of the case for each sample.
    const caseRun = (): CaseRun => ({ planCase, baseline: [], candidate: [] }) as unknown as CaseRun;
    return Array.from({ length: each }, (_value, trial) => ({ caseRun: caseRun(), trial }) as unknown as Slot);
  }).flat();
}

function namesOf(slots: Iterable<Slot>): readonly string[] {
  return [...slots].map(({ caseRun, trial }) => `${caseRun.planCase.testCase.id}.${trial}`);
}

describe("dealSlots", () => {
  it("leaves one prompt as it is", () => {
    const slots = slotsOf("a", 5);
    expect(dealSlots([slots])).toEqual(slots);
    expect(dealSlots([])).toEqual([]);
  });

  it("takes a case of each prompt in turn, and all samples of a case together", () => {
    expect(namesOf(dealSlots([slotsOf("a", 2), slotsOf("b", 2)]))).toEqual([
      "a0.0",
      "a0.1",
      "b0.0",
      "b0.1",
      "a1.0",
      "a1.1",
      "b1.0",
      "b1.1",
    ]);
  });

  it("is as far on with a large set as with a small one, wherever it is cut", () => {
    const prompts = [
      slotsOf("a", 100),
      slotsOf("b", 10),
      ...Array.from({ length: 38 }, (_, n) => slotsOf(`p${n}-`, 30)),
    ];
    const dealt = namesOf(dealSlots(prompts));
    const all = prompts.reduce((sum, { length }) => sum + length, 0);
    expect(dealt).toHaveLength(all);
    for (const share of [0.25, 0.5, 0.75]) {
      const seen = dealt.slice(0, Math.round(all * share));
      for (const [prefix, slots] of [
        ["a", prompts[0]],
        ["b", prompts[1]],
        ["p37-", prompts[39]],
      ] as const) {
        const own = seen.filter((name) => name.startsWith(prefix)).length;
        expect(Math.abs(own / (slots?.length ?? 1) - share)).toBeLessThan(0.11);
      }
    }
  });

  it("keeps the order within a prompt", () => {
    const dealt = namesOf(dealSlots([slotsOf("a", 20, 1), slotsOf("b", 7, 1)]));
    const own = dealt.filter((name) => name.startsWith("a"));
    expect(own).toEqual(Array.from({ length: 20 }, (_, number) => `a${number}.0`));
  });
});
