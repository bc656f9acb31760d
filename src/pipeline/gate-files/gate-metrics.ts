import { nearest, quote } from "../../errors.ts";
import type { MetricDefinition } from "../../model.ts";
import type { Mistakes } from "../../results/mistakes.ts";
import type { Results } from "../../results/results-table.ts";
import type { GateSettings, Range } from "./gate-settings.ts";

/** Ratios: lower is better, and they are watched unless named. */
const ratioUnits: ReadonlyMap<string, string> = new Map([
  ["latency", "ms"],
  ["tokens", "tokens"],
  ["cost", "USD"],
]);
/** What rounding may put beyond the end of a range. */
const slack = 1e-9;

/** A metric of the files: how its values are read, and whether it decides. */
export interface GateMetric {
  readonly definition: MetricDefinition;
  /** Null: the values stand for themselves. */
  readonly range: Range | null;
  readonly gated: boolean;
}

export interface GateMetrics {
  /** In the order of the baseline's file. */
  readonly common: readonly GateMetric[];
  readonly baselineOnly: readonly GateMetric[];
  readonly candidateOnly: readonly GateMetric[];
  readonly warnings: readonly string[];
}

/** Which metrics the files have, which of them decide, and of what kind each is by its values in both files. */
export function defineMetrics(
  baseline: Results,
  candidate: Results,
  settings: GateSettings,
  mistakes: Mistakes,
): GateMetrics {
  const warnings: string[] = [];
  const names = [...new Set([...baseline.columns.keys(), ...candidate.columns.keys()])];
  const metrics = { common: [] as GateMetric[], baselineOnly: [] as GateMetric[], candidateOnly: [] as GateMetric[] };
  // A file that could not be read says nothing about which metrics there are.
  if (mistakes.count === 0) checkNames(names, baseline, candidate, settings, mistakes);
  for (const name of names) {
    const files = [baseline, candidate].filter(({ columns }) => columns.has(name));
    const gated =
      files.length === 2 && (settings.metrics?.has(name) ?? (!ratioUnits.has(name) || settings.ranges.has(name)));
    const outside: Outside = (file, row, value, range) => {
      if (gated) mistakes.add(outsideProblem(name, file, row, value, range));
      return gated;
    };
    const metric = defineMetric(name, gated, files, settings, outside);
    if (metric === null) {
      warnings.push(`${quote(name)} is not watched: some of its values lie outside its range (--range tells another).`);
    } else if (files.length === 2) metrics.common.push(metric);
    else {
      const [only] = files;
      warnings.push(`${quote(name)} is only in ${only?.path ?? ""}: it is watched, and does not count.`);
      (only === baseline ? metrics.baselineOnly : metrics.candidateOnly).push(metric);
    }
  }
  if (mistakes.count === 0 && !metrics.common.some(({ gated }) => gated)) {
    mistakes.add(nothingGates(baseline, candidate, metrics.common));
  }
  return { ...metrics, warnings };
}

/** Told of each value outside the range; false: the rest need not be told. */
type Outside = (file: Results, row: number, value: number, range: Range) => boolean;

/** Null where a value lies outside the range. */
function defineMetric(
  name: string,
  gated: boolean,
  files: readonly Results[],
  settings: GateSettings,
  outside: Outside,
): GateMetric | null {
  const own = settings.ranges.get(name);
  const unit = own === undefined ? ratioUnits.get(name) : undefined;
  const range = unit === undefined ? (own ?? settings.range) : { low: 0, high: Number.MAX_VALUE };
  const direction = ratioUnits.has(name) || settings.lowerIsBetter.has(name) ? "lower" : "higher";
  let binary = true;
  let fits = true;
  for (const file of files) {
    const column = file.columns.get(name);
    for (let row = 0; row < file.rows; row++) {
      const value = column?.[row] ?? Number.NaN;
      // Not scored, or nothing said.
      if (!Number.isFinite(value)) continue;
      if (range !== null && (value < range.low - slack || value > range.high + slack)) {
        fits = false;
        if (!outside(file, row, value, range)) return null;
      }
      if (binary && value !== range?.low && value !== range?.high) binary = false;
    }
  }
  if (!fits && !gated) return null;
  const kind = unit !== undefined ? "ratio" : binary ? "binary" : "bounded";
  return {
    definition: { name, kind, direction, unit: unit ?? null, gatesByDefault: gated },
    range: kind === "ratio" || (range?.low === 0 && range.high === 1) ? null : range,
    gated,
  };
}

function outsideProblem(name: string, file: Results, row: number, value: number, range: Range) {
  const line = file.lines[row] ?? 0;
  const place = line === 0 ? { path: file.path } : { path: file.path, line };
  if (ratioUnits.has(name) && range.high === Number.MAX_VALUE) {
    return { message: `${quote(name)} is ${value}, below 0`, hint: "Write null where it is unknown.", place };
  }
  const where = `outside ${range.low}…${range.high}`;
  return {
    message: `${quote(name)} is ${value}, ${where}`,
    hint: `Give its range: --range '${name}=LOW..HIGH'`,
    place,
  };
}

/** Every name that an option tells must be known; what is to gate must be in both files. */
function checkNames(
  names: readonly string[],
  baseline: Results,
  candidate: Results,
  settings: GateSettings,
  mistakes: Mistakes,
): void {
  const told: readonly (readonly [option: string, name: string])[] = [
    ...[...(settings.metrics ?? [])].map((name) => ["--metric", name] as const),
    ...[...settings.ranges.keys()].map((name) => ["--range", name] as const),
    ...[...settings.lowerIsBetter].map((name) => ["--lower-is-better", name] as const),
  ];
  for (const [option, name] of told) {
    const missing = [baseline, candidate].filter(({ columns }) => !columns.has(name));
    if (missing.length < (option === "--metric" ? 1 : 2)) continue;
    const near = nearest(
      name,
      names.filter((each) => each !== name),
    );
    const hint = near === null ? `Metrics there: ${list(names)}.` : `Did you mean ${quote(near)}?`;
    const where = missing.map(({ path }) => path).join(" nor in ");
    mistakes.add({ message: `${option} names ${quote(name)}, which is not in ${where}`, hint });
  }
}

function nothingGates(baseline: Results, candidate: Results, common: readonly GateMetric[]) {
  const [first] = common;
  if (first !== undefined) {
    const { name } = first.definition;
    return { message: `no metric of both files decides`, hint: `Name one that shall: --metric ${name}` };
  }
  const has = ({ path, columns }: Results): string =>
    `${path} has ${columns.size === 0 ? "none" : list([...columns.keys()])}`;
  return { message: `the files have no metric in common: ${has(baseline)}; ${has(candidate)}` };
}

function list(names: readonly string[]): string {
  const more = names.length > 10 ? ` and ${names.length - 10} more` : "";
  return `${names.slice(0, 10).map(quote).join(", ")}${more}`;
}
