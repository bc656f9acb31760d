import { findCheapest, findDominator } from "../../gate/choose-version.ts";
import type {
  Comparison,
  GateConfig,
  PromptReport,
  VariantsReport,
  VersionMeasure,
  VersionReport,
} from "../../model.ts";
import type { PromptRun } from "../calls/prompt-run.ts";

/** A prompt that ran, with its part of the report. */
export interface ReportedRun {
  readonly run: PromptRun;
  readonly report: PromptReport;
}

/** Every prompt that was tried in variants: what each version gives, and which of them another one dominates. */
export function reportVariants(reports: readonly ReportedRun[], gate: GateConfig): readonly VariantsReport[] {
  const variants = reports.filter(({ run }) => run.plan.variant !== undefined);
  const paths = new Set(variants.map(({ report }) => report.path));
  const gatingComparisons = variants.flatMap(({ report }) => report.comparisons.filter(({ gated }) => gated)).length;
  return [...paths].map((path) => {
    const own = reports.filter(({ report }) => report.path === path);
    return reportPath(
      own.filter(({ run }) => run.plan.variant !== undefined),
      // A prompt without a baseline is itself what its variants are compared with.
      own.find(({ run }) => run.plan.variant === undefined && run.plan.baseline !== null)?.report ?? null,
      { confidence: 1 - 2 * gate.alpha, gatingComparisons },
    );
  });
}

function reportPath(
  variants: readonly ReportedRun[],
  candidate: PromptReport | null,
  correction: Pick<VariantsReport, "confidence" | "gatingComparisons">,
): VariantsReport {
  const details = variants.map(({ report }) => report);
  const compared = candidate === null ? details : [candidate, ...details];
  const costMetric = compared.every((prompt) => isKnown(findComparison(prompt, "cost"))) ? "cost" : "tokens";
  const [first] = variants as readonly [ReportedRun, ...ReportedRun[]];
  const version = (name: string, role: VersionReport["role"], prompt: PromptReport): VersionReport => ({
    name,
    role,
    model: prompt.models.candidate,
    verdict: prompt.verdict,
    reason: prompt.reason,
    quality: qualityOf(prompt).map(measureCandidate),
    cost: measure(findComparison(prompt, costMetric), measureCandidate),
    latency: measure(findComparison(prompt, "latency"), measureCandidate),
    dominatedBy: null,
    details: role === "variant" ? prompt : null,
  });
  // Where looks stopped early, the version with the most cases knows the baseline best.
  const widest = compared.reduce((most, each) => (pairsOf(each) > pairsOf(most) ? each : most));
  const versions = [
    {
      ...version("baseline", "baseline", widest),
      model: widest.models.baseline,
      verdict: null,
      reason: null,
      quality: qualityOf(widest).map(measureBaseline),
      cost: measure(findComparison(widest, costMetric), measureBaseline),
      latency: measure(findComparison(widest, "latency"), measureBaseline),
    },
    ...(candidate === null ? [] : [version("candidate", "candidate", candidate)]),
    ...variants.map(({ run, report }) => version(run.plan.variant?.name ?? report.name, "variant", report)),
  ];
  // A token costs another price with another model: there, fewer of them are not less.
  const comparable = costMetric === "cost" || new Set(versions.map(({ model }) => model)).size === 1;
  return {
    prompt: first.run.plan.variant?.prompt ?? first.report.name,
    path: first.report.path,
    costMetric,
    ...correction,
    versions: comparable ? versions.map((each) => ({ ...each, dominatedBy: findDominator(each, versions) })) : versions,
    cheapest: comparable ? findCheapest(versions) : null,
  };
}

/** The scores that decide; where none does, all that there are. */
function qualityOf({ comparisons }: PromptReport): readonly Comparison[] {
  const scores = comparisons.filter(
    ({ kind, slice, metric }) => kind !== "ratio" && slice === null && metric !== "failure-rate",
  );
  const gating = scores.filter(({ gated }) => gated);
  return gating.length > 0 ? gating : scores;
}

/** An amount: a scorer of that name with a bound passes or fails, which is none. */
function findComparison({ comparisons }: PromptReport, name: string): Comparison | null {
  return comparisons.find(({ metric, slice, kind }) => metric === name && slice === null && kind === "ratio") ?? null;
}

function isKnown(comparison: Comparison | null): boolean {
  return comparison !== null && comparison.baseline !== null && comparison.difference !== null;
}

function pairsOf(prompt: PromptReport): number {
  return Math.max(0, ...qualityOf(prompt).map(({ pairs }) => pairs));
}

function measure(
  comparison: Comparison | null,
  read: (comparison: Comparison) => VersionMeasure,
): VersionMeasure | null {
  return comparison === null ? null : read(comparison);
}

function measureBaseline({ metric, kind, direction, unit, baseline, pairs }: Comparison): VersionMeasure {
  const difference = baseline === null ? null : 0;
  return { metric, kind, direction, unit, value: baseline, interval: null, difference, pairs };
}

function measureCandidate(comparison: Comparison): VersionMeasure {
  const { metric, kind, direction, unit, candidate, difference, pairs } = comparison;
  return { metric, kind, direction, unit, value: candidate, interval: layInterval(comparison), difference, pairs };
}

/** The interval of the difference, at the baseline's value and in its unit; low end first. */
function layInterval({ kind, direction, baseline, interval }: Comparison): readonly [number, number] | null {
  if (interval === null || baseline === null) return null;
  const sign = direction === "lower" ? -1 : 1;
  const ends = interval.map((end) => (kind === "ratio" ? baseline * (1 + sign * end) : baseline + sign * end));
  const [low = 0, high = 0] = ends.sort((one, other) => one - other);
  return [low, high];
}
