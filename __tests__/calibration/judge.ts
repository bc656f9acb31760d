import { compareMetric } from "../../src/gate/compare-metric.ts";
import { decideLook } from "../../src/gate/decide.ts";
import { createLook, fixedLook, type Look, planLooks } from "../../src/gate/looks.ts";
import { isSettled } from "../../src/gate/stop.ts";
import type { Comparison, GateConfig, MetricDefinition } from "../../src/model.ts";
import { type ArmScores, toCaseScores } from "./scores.ts";
import { type Claim, isPossible, type Sums, sumUp } from "./screen.ts";

export const defaultGate: GateConfig = {
  margin: 0.05,
  alpha: 0.05,
  scope: "suite",
  inconclusive: "warn",
  exact: false,
  slices: [],
  stopEarly: true,
  giveUp: false,
  maxUnscored: 0.1,
  minKappa: null,
  metrics: null,
};

/** Monte Carlo with fewer draws than in use holds the same level, and a simulation needs it thousands of times. */
const draws = 4_000;

/** One of so many looks that were ruled out is put to the gate all the same. */
const checkEvery = 200;

/** Both arms of one simulated run, with the running sums. */
export interface Data {
  readonly baseline: ArmScores;
  readonly candidate: ArmScores;
  readonly cases: number;
  readonly sums: Sums;
}

export function makeData(baseline: ArmScores, candidate: ArmScores, cases: number): Data {
  return { baseline, candidate, cases, sums: sumUp(baseline, candidate, cases) };
}

/** One look of a plan: how many cases it has seen, and the level that holds there. */
export interface PlannedLook {
  readonly seen: number;
  readonly look: Look;
  readonly level: number;
}

const plans = new Map<number, readonly PlannedLook[]>();

/** The planned looks at a set of so many cases. */
export function plannedLooks(cases: number): readonly PlannedLook[] {
  let plan = plans.get(cases);
  if (plan === undefined) {
    const seen = planLooks(cases);
    const shares = seen.map((each) => each / cases);
    plan = seen.map((each, index) => {
      const look = createLook(shares.slice(0, index + 1), each / cases, index === seen.length - 1);
      return { seen: each, look, level: look.level(defaultGate.alpha) };
    });
    plans.set(cases, plan);
  }
  return plan;
}

/** One look at everything. */
export function atTheEnd(cases: number): PlannedLook {
  return { seen: cases, look: fixedLook, level: defaultGate.alpha };
}

/** Judges simulated runs with the gate itself, asking it only where the claim of interest could be made. */
export class Judge {
  private readonly metric: MetricDefinition;
  private readonly gate: GateConfig;
  private ruledOut = 0;

  constructor(metric: MetricDefinition, gate: GateConfig = defaultGate) {
    this.metric = metric;
    this.gate = gate;
  }

  /** The gate's own comparison of the first cases at a look. */
  compare(data: Data, { seen, look }: Pick<PlannedLook, "seen" | "look">): Comparison {
    const cases = toCaseScores(data.baseline, data.candidate, seen);
    const [comparison] = decideLook([compareMetric(this.metric, cases, { gate: this.gate, seed: 1, look, draws })], {
      gate: this.gate,
    });
    return comparison as Comparison;
  }

  /** Whether a run over all cases at once ends with the claim. */
  endsWith(claim: Claim, data: Data): boolean {
    return this.claims(claim, data, atTheEnd(data.cases));
  }

  /**
   * Whether a run with planned looks ends with the claim. Looks are asked in the order that answers soonest: first where
   * the claim is made, then whether the run had ended otherwise before.
   */
  stopsWith(claim: Claim, data: Data): boolean {
    const looks = plannedLooks(data.cases);
    const made = looks.findIndex((each) => this.claims(claim, data, each));
    if (made === -1) return false;
    const other: Claim = claim === "regression" ? "pass" : "regression";
    return !looks.slice(0, made).some((each) => this.claims(other, data, each));
  }

  /** Whether the gate makes the claim at this look and, before the last one, stops for it. */
  private claims(claim: Claim, data: Data, planned: PlannedLook): boolean {
    const { seen, look, level } = planned;
    const { difference, variance } = data.sums;
    const at = { difference: difference[seen] ?? 0, variance: variance[seen] ?? 0, cases: seen };
    const terms = { margin: this.gate.margin, level };
    const possible = isPossible(claim, at, terms);
    if (!possible && ++this.ruledOut % checkEvery !== 0) return false;
    const comparison = this.compare(data, planned);
    const made =
      claim === "regression"
        ? comparison.verdict === "regression"
        : (comparison.verdict === "no-regression" || comparison.verdict === "improvement") &&
          (look.last || isSettled(comparison));
    if (made && !possible) {
      throw new Error(`${claim} was ruled out at ${JSON.stringify({ ...at, ...terms })}, but the gate makes it`);
    }
    return made;
  }
}
