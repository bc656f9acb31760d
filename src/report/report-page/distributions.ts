import type { Arm, Distribution, ValueSummary } from "../../model.ts";
import type { Sample } from "./sample.ts";

const binCount = 28;

type Measure = Pick<Distribution, "name" | "unit"> & { readonly read: (sample: Sample) => number | null };

const measures: readonly Measure[] = [
  // The time of a stored answer is another day's.
  { name: "latency", unit: "ms", read: ({ latencyMs, cached }) => (cached ? null : latencyMs) },
  { name: "tokens", unit: "tokens", read: tokensOf },
  { name: "cost", unit: "USD", read: ({ cost }) => cost },
];

/** Gathers what calls of a prompt took, and tells how it is spread. */
export function createSpread(): { add(sample: Sample): void; finish(): readonly Distribution[] } {
  const values = measures.map(() => ({ baseline: [] as number[], candidate: [] as number[] }));
  return {
    add(sample) {
      for (const [index, { read }] of measures.entries()) {
        const value = read(sample);
        if (value !== null) values[index]?.[sample.arm].push(value);
      }
    },
    finish: () =>
      measures.flatMap(({ name, unit }, index) => {
        const { baseline = [], candidate = [] } = values[index] ?? {};
        return baseline.length + candidate.length === 0 ? [] : [distribute({ name, unit }, baseline, candidate)];
      }),
  };
}

function distribute(
  measure: Pick<Distribution, "name" | "unit">,
  baseline: readonly number[],
  candidate: readonly number[],
): Distribution {
  const sorted = { baseline: Float64Array.from(baseline).sort(), candidate: Float64Array.from(candidate).sort() };
  const ends = Object.values(sorted).flatMap((values) => (values.length === 0 ? [] : [values[0], values.at(-1)]));
  const [low, high] = [Math.min(...(ends as number[])), Math.max(...(ends as number[]))];
  const edges =
    low === high ? [] : Array.from({ length: binCount + 1 }, (_, index) => low + ((high - low) * index) / binCount);
  const count = (arm: Arm): readonly number[] | null => {
    if (sorted[arm].length === 0 || edges.length === 0) return null;
    const bins = new Array<number>(binCount).fill(0);
    for (const value of sorted[arm]) {
      const bin = Math.min(binCount - 1, Math.floor(((value - low) / (high - low)) * binCount));
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    return bins;
  };
  return {
    ...measure,
    edges,
    bins: { baseline: count("baseline"), candidate: count("candidate") },
    summary: { baseline: summarise(sorted.baseline), candidate: summarise(sorted.candidate) },
  };
}

function summarise(sorted: Float64Array): ValueSummary | null {
  if (sorted.length === 0) return null;
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] as number;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { count: sorted.length, mean, median: at(0.5), high: at(0.95) };
}

function tokensOf({ tokens }: Sample): number | null {
  return tokens === null || tokens.input === null || tokens.output === null ? null : tokens.input + tokens.output;
}
