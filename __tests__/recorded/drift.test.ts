import { describe, expect, it } from "vitest";
import type { DriftEvent } from "../../src/model.ts";
import { Nights, type Run, scored } from "../drift/support.ts";
import { hasData, type RecordedCase, readCases } from "./data.ts";

interface RecordedMeta {
  readonly meta?: Readonly<Record<string, { readonly accepted_clean?: boolean }>>;
}

/** One variant's answers as the answers of a night, under one name for the model: that is what drifted. */
function nightOf(cases: readonly (RecordedCase & RecordedMeta)[], variant: string, model: string): Run {
  const known = cases.filter(({ correct }) => correct[variant] !== undefined);
  const fenced = known.filter(({ outputs }) => outputs[variant]?.includes("```")).length;
  const clean = known.filter(({ meta }) => meta?.[variant]?.accepted_clean === true).length;
  return {
    cases: scored(known.map(({ id, correct }) => [id, [Number(correct[variant])]])),
    models: { [model]: known.length },
    signs: { fenced },
    unfenced: known.some(({ meta }) => meta?.[variant]?.accepted_clean !== undefined)
      ? { right: clean / known.length }
      : {},
  };
}

const moved = [
  {
    dataset: "llmdrift_prime",
    model: "gpt-4",
    march: "gpt-4-0314",
    june: "gpt-4-0613",
    direction: "fall",
    format: false,
  },
  {
    dataset: "llmdrift_prime",
    model: "gpt-3.5",
    march: "gpt-3.5-0301",
    june: "gpt-3.5-0613",
    direction: "rise",
    format: false,
  },
  {
    dataset: "llmdrift_leetcode",
    model: "gpt-4",
    march: "gpt-4-0314",
    june: "gpt-4-0613",
    direction: "fall",
    format: true,
  },
  {
    dataset: "llmdrift_leetcode",
    model: "gpt-3.5",
    march: "gpt-3.5-0301",
    june: "gpt-3.5-0613",
    direction: "fall",
    format: true,
  },
] as const;

describe.skipIf(!hasData)("a model that drifted between March and June 2023", () => {
  // All four are watched together, as prompts of one repository would be.
  const others = moved.length - 1;

  it.each(moved)("$dataset of $model: told on the first June night, not before", (each) => {
    const cases = readCases(each.dataset) as readonly (RecordedCase & RecordedMeta)[];
    const nights = new Nights(undefined, [], others);
    nights.reference(nightOf(cases, each.march, each.model));
    for (let night = 0; night < 20; night++) {
      expect(nights.take(nightOf(cases, each.march, each.model)).flatMap(({ found }) => found ?? [])).toEqual([]);
    }
    const [tonight] = nights.take(nightOf(cases, each.june, each.model));
    const found = tonight?.found as DriftEvent;
    expect(found).toMatchObject({ event: "drift", direction: each.direction, row: "right" });
    expect(found.change.first).toBe(found.at);
    expect(found.causes.includes("format")).toBe(each.format);
    if (each.format)
      expect(found.details.join()).toMatch(/code fence stands in \d+ % .*With code fences stripped .* not the ability/);
    else expect(found.causes).toEqual(["answers"]);
  });

  it("one that did not move is not told in a hundred nights", () => {
    const cases = readCases("llmdrift_prime");
    const nights = new Nights();
    nights.reference(nightOf(cases, "gpt-4-0314", "gpt-4"));
    for (let night = 0; night < 100; night++) {
      const [tonight] = nights.take(nightOf(cases, "gpt-4-0314", "gpt-4"));
      expect(tonight?.found).toBeNull();
    }
  });
});
