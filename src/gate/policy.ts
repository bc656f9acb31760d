import type { Comparison } from "../model.ts";
import { createLook, type Look, planLooks } from "./looks.ts";
import { isPromptSettled } from "./stop.ts";

/** Trials that a confirmation buys in each arm at most. */
export const confirmationTrials = 2;

/** A confirmation is looked at this often, for most of them settle soon. */
const confirmationLooks = 20;

/** The next round of a prompt: what to have drawn before the comparisons are looked at again. */
export interface Round {
  /**
   * `compare`: the trials planned, the baseline's from the store where it has them. `confirm`: fresh trials in both arms,
   * the two arms of a case side by side; only these are compared, the first trials are not used again.
   */
  readonly phase: "compare" | "confirm";
  /** So many cases, in the order in which they are taken, have at least one trial in each arm. */
  readonly cases: number;
  /** Of these, so many have a second fresh trial; only while confirming. */
  readonly twice: number;
  readonly look: Look;
}

/** How a prompt ended: the comparisons that hold. */
export interface Settled {
  readonly comparisons: readonly Comparison[];
  /** The last round; its cases are those that were seen. */
  readonly round: Round;
  /** Whether a regression was found with stored answers of the baseline and then put to the test of fresh ones. */
  readonly confirmed: "yes" | "no" | "not-needed";
}

/** What fixes the rounds of a prompt before its first call. */
export interface PolicyPlan {
  /** Cases of the golden set. */
  readonly cases: number;
  readonly stopEarly: boolean;
  /** Whether the baseline answers from the store: then nothing blocks before fresh answers have confirmed it. */
  readonly cachedBaseline: boolean;
}

/**
 * The rounds of one prompt: planned looks, and where a stored baseline says regression, a confirmation on exactly the
 * cases seen. Yields what to draw and look at, takes the comparisons at that look (`decideLook`, over all prompts of the
 * run together), returns how it ended. Knows no clock and draws nothing itself, so that a run and a simulation share it.
 *
 * While it confirms, the comparisons to hand in are those of the fresh trials only.
 */
export function* followPolicy(plan: PolicyPlan): Generator<Round, Settled, readonly Comparison[]> {
  const planned = plan.stopEarly ? planLooks(plan.cases) : [plan.cases];
  const rounds = roundsOf("compare", planned, plan.cases, plan.cases);
  for (const round of rounds) {
    const comparisons = yield round;
    if (!isPromptSettled(comparisons) && !round.look.last) continue;
    if (!plan.cachedBaseline || !comparisons.some(isBlocking)) return { comparisons, round, confirmed: "not-needed" };
    return yield* confirm(comparisons, round.cases);
  }
  throw new RangeError("a comparison has at least one look");
}

/** A second test, valid by itself: a provider that drifted since the baseline was stored cannot block anybody. */
function* confirm(stored: readonly Comparison[], cases: number): Generator<Round, Settled, readonly Comparison[]> {
  const planned = planLooks(confirmationTrials * cases, { parts: confirmationLooks });
  for (const round of roundsOf("confirm", planned, confirmationTrials * cases, cases)) {
    const fresh = yield round;
    const inQuestion = fresh.filter((comparison) => stored.some((one) => isBlocking(one) && isSame(one, comparison)));
    if (!isPromptSettled(inQuestion) && !round.look.last) continue;
    const comparisons = stored.map((one) => {
      const again = inQuestion.find((comparison) => isSame(one, comparison));
      return again === undefined ? one : afterConfirmation(again);
    });
    return { comparisons, round, confirmed: comparisons.some(isBlocking) ? "yes" : "no" };
  }
  throw new RangeError("a confirmation has at least one look");
}

/** Case trials counted over the whole set: first every case once, then every case a second time. */
function roundsOf(
  phase: Round["phase"],
  planned: readonly number[],
  caseTrials: number,
  cases: number,
): readonly Round[] {
  return planned.map((made, index) => {
    const information = planned.slice(0, index + 1).map((each) => each / caseTrials);
    const once = Math.min(made, cases);
    const look = createLook(information, once / cases, index === planned.length - 1);
    return { phase, cases: once, twice: made - once, look };
  });
}

/** Confirmed or not; never a pass, for the chance of a false pass was spent on the stored baseline already. */
function afterConfirmation(comparison: Comparison): Comparison {
  if (isBlocking(comparison)) return comparison;
  return { ...comparison, verdict: "inconclusive", reason: "not-confirmed" };
}

function isBlocking({ gated, verdict }: Comparison): boolean {
  return gated && verdict === "regression";
}

function isSame(one: Comparison, other: Comparison): boolean {
  return one.metric === other.metric && one.slice === other.slice;
}
