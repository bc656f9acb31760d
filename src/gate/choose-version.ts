import type { VersionReport } from "../model.ts";

type Measured = Pick<VersionReport, "name" | "quality" | "cost">;

/** Estimates that differ by rounding alone are equal. */
const slack = 1e-9;

/**
 * A version that is at least as good on every score and costs no more, and is better on one of these, by the estimates;
 * the cheapest where there are several. Null where there is none, or where something is unknown.
 */
export function findDominator(version: Measured, others: readonly Measured[]): string | null {
  const own = differencesOf(version);
  if (own === null) return null;
  const better = others.flatMap((other) => {
    const theirs = differencesOf(other);
    if (theirs === null || theirs.length !== own.length) return [];
    const gains = theirs.map((value, index) => value - (own[index] ?? 0));
    if (gains.some((gain) => gain < -slack) || gains.every((gain) => gain <= slack)) return [];
    return [{ name: other.name, cheapness: theirs.at(-1) ?? 0 }];
  });
  return better.sort((one, other) => other.cheapness - one.cheapness)[0]?.name ?? null;
}

/** Of scores and cost, to the baseline; positive is better. Null where one is unknown. */
function differencesOf({ quality, cost }: Measured): readonly number[] | null {
  const differences = [...quality, ...(cost === null ? [] : [cost])].map(({ difference }) => difference);
  return cost === null || differences.includes(null) ? null : (differences as readonly number[]);
}

/**
 * The cheapest version of which nobody need fear a loss: the baseline, or one that passed. Null where the cost of one of
 * them is unknown.
 */
export function findCheapest(versions: readonly VersionReport[]): string | null {
  const safe = versions.filter(
    ({ role, verdict }) => role === "baseline" || verdict === "no-regression" || verdict === "improvement",
  );
  const costs = safe.map(({ cost }) => cost?.difference ?? null);
  if (costs.includes(null)) return null;
  const best = Math.max(...(costs as readonly number[]));
  return safe[costs.indexOf(best)]?.name ?? null;
}
