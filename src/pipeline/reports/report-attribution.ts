import { orientedValues } from "../../gate/pair-cases.ts";
import type { Arm, Comparison, MetricAttribution, MetricDefinition, PromptReport } from "../../model.ts";
import { type CaseWorths, type EstimatedShare, shareOut } from "../../stats/shapley.ts";
import type { AttributedRun } from "../calls/attribute.ts";
import { metricsOf, scoresOf } from "../calls/draft-run.ts";
import type { Executor } from "../calls/executor.ts";
import type { CaseRun, PromptRun } from "../calls/prompt-run.ts";

/** Of each interval by itself. */
const confidence = 0.95;

/** How the parts share in what regressed; nothing where no mix was asked for. */
export function reportAttribution(
  run: PromptRun,
  attributed: AttributedRun | undefined,
): Pick<PromptReport, "attribution"> {
  if (attributed === undefined) return {};
  const { groups, whole, mixes, notes } = attributed;
  const metrics = metricsOf(run.plan);
  const regressed = run.comparisons.filter(({ gated, verdict }) => gated && verdict === "regression");
  const told = regressed.flatMap((comparison): readonly MetricAttribution[] => {
    const metric = metrics.find(({ name }) => name === comparison.metric);
    return metric === undefined || groups.length < 2 ? [] : shareComparison(comparison, metric, attributed);
  });
  return {
    attribution: {
      groups,
      mixes: mixes.size,
      cases: whole.length,
      of: run.cases.length,
      confidence,
      metrics: told,
      notes: [...notes, ...tooFew(attributed, told.length < regressed.length)],
    },
  };
}

/** What a prompt cost with its mixed versions. */
export function costWithMixes(
  { cost, scorersCost }: Pick<PromptReport, "cost" | "scorersCost">,
  { plans }: Pick<AttributedRun, "plans">,
  { costOf }: Pick<Executor, "costOf">,
): Pick<PromptReport, "cost" | "scorersCost"> {
  const mixed = plans.map(costOf);
  const add = (own: number | null, others: readonly (number | null)[]): number | null =>
    others.reduce((sum, each) => (sum === null || each === null ? null : sum + each), own);
  return {
    cost: add(
      cost,
      mixed.map(({ answers }) => answers),
    ),
    ...(scorersCost !== undefined && {
      scorersCost: add(
        scorersCost,
        mixed.map(({ scorers }) => scorers),
      ),
    }),
  };
}

function tooFew({ groups, whole }: AttributedRun, some: boolean): readonly string[] {
  if (groups.length < 2 || !some) return [];
  return [
    `Which part did it cannot be told: too few of the ${whole.length} cases that were complete have a value in every version.`,
  ];
}

/** Fewer cases have no spread to speak of. */
const fewestCases = 5;

function shareComparison(
  { metric: name, direction, kind, unit, slice }: Comparison,
  metric: MetricDefinition,
  { groups, whole, mixes }: AttributedRun,
): readonly MetricAttribution[] {
  const candidate = gainsOf(whole, metric);
  const gains = [...mixes].map(([mask, cases]) => [mask, gainsOf(cases, metric)] as const);
  const full = (1 << groups.length) - 1;
  const cases = whole.flatMap(({ planCase }): readonly CaseWorths[] => {
    const { id, tags, weight, cluster } = planCase.testCase;
    if (slice !== null && !tags.includes(slice)) return [];
    const worths: (number | undefined)[] = [0];
    for (const [mask, own] of gains) worths[mask] = own.get(id);
    worths[full] = candidate.get(id);
    return worths.some((worth) => worth === undefined) ? [] : [{ worths: worths as number[], weight, cluster }];
  });
  if (cases.filter(({ weight }) => weight > 0).length < fewestCases) return [];
  const { total, players } = shareOut(cases, groups.length, { confidence, bounded: kind !== "ratio" });
  const told = (share: EstimatedShare) => (kind === "ratio" ? asRelative(share) : share);
  const shares = players.map((share, index) => {
    const { mean, interval } = told(share);
    return { parts: groups[index] ?? [], difference: mean, interval };
  });
  const { mean: difference, interval } = told(total);
  const ordered = shares.toSorted((left, right) => Math.abs(right.difference) - Math.abs(left.difference));
  return [{ metric: name, direction, kind, unit, slice, cases: cases.length, difference, interval, shares: ordered }];
}

/** Case → what a version gains over the baseline, larger is better; cases without a value in both are not there. */
function gainsOf(cases: readonly CaseRun[], metric: MetricDefinition): ReadonlyMap<string, number> {
  const gains = new Map<string, number>();
  for (const scores of scoresOf(cases, metric)) {
    const [before, after] = (["baseline", "candidate"] as const).map((arm: Arm) =>
      levelOf(orientedValues(scores[arm], metric), metric),
    );
    if (before == null || after == null) continue;
    const gain = after - before;
    gains.set(scores.id, metric.kind === "ratio" && metric.direction === "lower" ? -gain : gain);
  }
  return gains;
}

/** The mean of the trials, of their logarithms for ratios; null where there is none. */
function levelOf(values: readonly number[], { kind }: MetricDefinition): number | null {
  const used = kind === "ratio" ? values.filter((value) => value > 0).map(Math.log) : values;
  return used.length === 0 ? null : used.reduce((sum, value) => sum + value, 0) / used.length;
}

/** From oriented logarithms to oriented relative changes, as comparisons tell them. */
function asRelative({ mean, interval }: EstimatedShare): EstimatedShare {
  const relative = (logarithm: number): number => -Math.expm1(-logarithm);
  return { mean: relative(mean), interval: interval && [relative(interval[0]), relative(interval[1])] };
}
