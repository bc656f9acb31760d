import { type LooksSoFar, noLooks, takeLook } from "../stats/group-sequential.ts";
import { kimDeMets } from "../stats/spending.ts";

/** One planned look at the data of a comparison. */
export interface Look {
  /** Counts from 1. */
  readonly index: number;
  readonly last: boolean;
  /** f: share of the cases seen. */
  readonly fraction: number;
  /** t: share of the calls made, by which the level is spent. */
  readonly information: number;
  /** The nominal one-sided level of this look for an overall alpha; 0 where nothing may be spent yet. */
  level(alpha: number): number;
}

/** Fewer cases than this say too little for a look of their own. */
const fewestAtLook = 10;

/** Early looks spend little and the last one keeps nearly all: αt² (Kim & DeMets 1987). */
const spending = kimDeMets(2);

/** A look costs a millisecond, and every metric of every prompt with as many cases asks for the same looks. */
const known = new Map<string, LooksSoFar>();
const mostKnown = 2_000;

/** A plan after so many looks, each spending what is its share; it goes on from what the looks before came to. */
function lookAt(information: readonly number[], alpha: number): LooksSoFar {
  const now = information.at(-1);
  if (now === undefined) return noLooks;
  return remember(`${alpha} ${information.join(" ")}`, () =>
    takeLook(lookAt(information.slice(0, -1), alpha), now, Math.min(alpha, spending(now, alpha))),
  );
}

/** The last look spends all that is left. */
function lastLookAt(information: readonly number[], alpha: number): LooksSoFar {
  return remember(`last ${alpha} ${information.join(" ")}`, () =>
    takeLook(lookAt(information.slice(0, -1), alpha), information.at(-1) ?? 1, alpha),
  );
}

function remember(key: string, find: () => LooksSoFar): LooksSoFar {
  const found = known.get(key) ?? find();
  if (known.size >= mostKnown) known.clear();
  known.set(key, found);
  return found;
}

/**
 * How many cases each look has seen: the first after a tenth of them, but at least 10, and one more after every further
 * tenth; the last has seen all. A look that the end follows closely is left out.
 */
export function planLooks(
  cases: number,
  plan: { readonly parts?: number; readonly fewest?: number } = {},
): readonly number[] {
  const { parts = 10, fewest = fewestAtLook } = plan;
  const step = cases / parts;
  const first = Math.max(fewest, Math.ceil(step));
  const looks: number[] = [];
  for (let seen = first; cases - seen >= Math.max(1, step / 2); seen = first + looks.length * step) {
    looks.push(Math.round(seen));
  }
  return [...looks, cases];
}

/**
 * A look of a group-sequential plan. What is spent goes by the calls made; the last look spends all that is left, also
 * where fewer calls were needed than planned.
 *
 * @param information calls made ÷ calls planned at each look so far, rising; the last is this look's
 * @param fraction share of the cases seen
 */
export function createLook(information: readonly number[], fraction: number, last: boolean): Look {
  const now = information.at(-1) ?? 1;
  const level = (alpha: number): number => {
    // A single look at everything spends everything.
    if (last && information.length <= 1) return alpha;
    const { last: planned } = last ? lastLookAt(information, alpha) : lookAt(information, alpha);
    return planned?.level ?? alpha;
  };
  return { index: Math.max(1, information.length), last, fraction, information: now, level };
}

/** One look at everything: nothing is spent before it. */
export const fixedLook: Look = createLook([1], 1, true);
