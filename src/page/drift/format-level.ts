import type { DriftMean } from "../../model.ts";

/** A mean with its interval: `0.873 [0.756, 0.938]`; a dash where there is none. */
export function formatLevel(mean: DriftMean | undefined): string {
  if (mean === undefined) return "–";
  return `${round(mean.mean)} [${round(mean.low)}, ${round(mean.high)}]`;
}

/** Three digits that count: scores as 0.873, amounts as 1230. */
export function round(value: number): string {
  return Math.abs(value) < 10 ? value.toFixed(3) : String(Number(value.toPrecision(3)));
}
