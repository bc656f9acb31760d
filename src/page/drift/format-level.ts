import type { DriftMean } from "../../model.ts";
import { showName } from "../show-text.ts";

/** A mean with its interval: `0.873 [0.756, 0.938]`, `820 ms [790, 860]`; a dash where there is none. */
export function formatLevel(mean: DriftMean | undefined): string {
  if (mean === undefined) return "–";
  const unit = mean.unit ? ` ${showName(mean.unit)}` : "";
  const show = mean.unit === undefined ? (value: number) => value.toFixed(3) : round;
  return `${show(mean.mean)}${unit} [${show(mean.low)}, ${show(mean.high)}]`;
}

/** Three digits that count, as few as it takes: 0.873, 0.8, 1230. */
export function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}
