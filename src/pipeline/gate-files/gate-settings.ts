import { quote } from "../../errors.ts";
import type { GateConfig, MetricGate } from "../../model.ts";
import type { Mistakes } from "../../results/mistakes.ts";

/** What `gate` takes from outside, as written. */
export interface GateResultsOptions {
  /** Paths of files are relative to it. */
  readonly directory: string;
  readonly baseline: string;
  readonly candidate: string;
  /** Metrics that gate; none: all that both files have, but for latency, tokens and cost. */
  readonly metrics?: readonly string[];
  /** Tolerated loss, `0.05` or `5%`, of every metric that gates. */
  readonly margin?: string;
  readonly alpha?: string;
  /** `LOW..HIGH` for all scores, `NAME=LOW..HIGH` for one metric: values there are rescaled to 0…1. */
  readonly ranges?: readonly string[];
  readonly lowerIsBetter?: readonly string[];
  /** Speak about cases like these, not about these cases. */
  readonly population?: boolean;
  /** Guarantee the level of the test, at the cost of power. */
  readonly exact?: boolean;
  readonly seed?: number;
}

/** From where to where the values of a metric may lie. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The options as understood; null where one is not given or makes no sense, which is told. */
export interface GateSettings {
  readonly metrics: ReadonlySet<string> | null;
  readonly margin: number | null;
  readonly alpha: number | null;
  /** Of all scores without a range of their own; null where an option could not be understood. */
  readonly range: Range | null;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly lowerIsBetter: ReadonlySet<string>;
}

const defaults = { margin: 0.05, alpha: 0.05 };
const unit: Range = { low: 0, high: 1 };
const largestAlpha = 0.2;

/** Reads the options; what makes no sense is told, and does not hide other mistakes. */
export function readGateSettings(options: GateResultsOptions, mistakes: Mistakes): GateSettings {
  const ranges = new Map<string, Range>();
  let range: Range | null = unit;
  for (const written of options.ranges ?? []) {
    const read = readRange(written);
    if (read === null) {
      mistakes.add({
        message: `--range is ${quote(written)}, not LOW..HIGH or NAME=LOW..HIGH`,
        hint: "For example: --range 1..5, or --range helpful=1..5.",
      });
      // Without it every score would be told to lie outside 0…1.
      range = null;
    } else if (read.name !== null) ranges.set(read.name, read.range);
    else if (range !== null) range = read.range;
  }
  return {
    metrics: options.metrics === undefined ? null : new Set(options.metrics),
    margin: readShare("--margin", options.margin, 1, mistakes),
    alpha: readShare("--alpha", options.alpha, largestAlpha, mistakes),
    range,
    ranges,
    lowerIsBetter: new Set(options.lowerIsBetter),
  };
}

/** The gate for these metrics, each of which gates or is watched. */
export function gateConfig(
  settings: GateSettings,
  options: GateResultsOptions,
  metrics: readonly { readonly name: string; readonly gated: boolean }[],
): GateConfig {
  const gates = metrics.map(({ name, gated }): [string, MetricGate] => [
    name,
    { gate: gated, atLeast: null, margin: gated ? settings.margin : null },
  ]);
  return {
    margin: settings.margin ?? defaults.margin,
    alpha: settings.alpha ?? defaults.alpha,
    scope: options.population ? "population" : "suite",
    inconclusive: "warn",
    exact: options.exact ?? false,
    slices: [],
    stopEarly: false,
    giveUp: false,
    maxUnscored: 0.1,
    minKappa: null,
    metrics: Object.fromEntries(gates),
  };
}

function readShare(name: string, written: string | undefined, largest: number, mistakes: Mistakes): number | null {
  if (written === undefined) return null;
  const [, digits, percent] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(written.trim()) ?? [];
  const value = Number(digits) / (percent === "%" ? 100 : 1);
  if (value > 0 && value <= largest) return value;
  mistakes.add({
    message: `${name} is ${quote(written)}, not a number above 0 and at most ${largest}`,
    hint: `For example: ${name} 0.05, or ${name} 5%.`,
  });
  return null;
}

function readRange(written: string): { readonly name: string | null; readonly range: Range } | null {
  const [, name, from, to] = /^(?:(.+)=)?([+-]?\d+(?:\.\d+)?)\.\.([+-]?\d+(?:\.\d+)?)$/s.exec(written) ?? [];
  const range = { low: Number(from), high: Number(to) };
  return range.low < range.high ? { name: name ?? null, range } : null;
}
