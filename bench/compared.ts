// Times the comparisons of one scenario. Bundled and run by comparison.mjs, which it tells what it took.
import { compareMetric } from "../src/gate/compare-metric.ts";
import { createLook } from "../src/gate/looks.ts";
import type { CaseScores, GateConfig, MetricDefinition } from "../src/model.ts";
import { createRandom } from "../src/stats/random.ts";
import { withinCasePermutation } from "../src/stats/within-case-permutation.ts";

interface Scenario {
  readonly cases: number;
  readonly trials: readonly [baseline: number, candidate: number];
  /** Of the scores; null: any number. */
  readonly step?: number | null;
  readonly ratio?: boolean;
  readonly exact?: boolean;
  readonly weights?: boolean;
  readonly population?: boolean;
  /** Cases that the look has seen ÷ all. */
  readonly share?: number;
}

const scenario = JSON.parse(process.argv[2] ?? "{}") as Scenario;
const { step = 1, ratio = false, exact = false, share = 1, population = false } = scenario;
const random = createRandom("bench");
const gate: GateConfig = {
  margin: 0.05,
  alpha: 0.05,
  scope: population ? "population" : "suite",
  inconclusive: "warn",
  exact,
  slices: [],
  stopEarly: true,
  giveUp: false,
  metrics: null,
  maxUnscored: 0.1,
  minKappa: null,
};
const metric: MetricDefinition = {
  name: ratio ? "latency" : "score",
  kind: ratio ? "ratio" : step === 1 ? "binary" : "bounded",
  direction: ratio ? "lower" : "higher",
  unit: ratio ? "ms" : null,
  gatesByDefault: true,
};

/** One answer to a case of some difficulty: nearly all cases are answered now so, now so. */
function answer(difficulty: number): number {
  const luck = random.uniform();
  if (ratio) return 500 * Math.exp(difficulty + luck);
  const score = Math.min(1, Math.max(0, difficulty + luck - 0.5));
  if (step === null) return score;
  return step === 1 ? (luck < difficulty ? 1 : 0) : Math.round(score / step) * step;
}

const cases = Array.from({ length: scenario.cases }, (_, index): CaseScores => {
  const difficulty = 0.5 + random.uniform() / 2;
  const [baseline, candidate] = scenario.trials.map((count) => Array.from({ length: count }, () => answer(difficulty)));
  const weight = scenario.weights ? 1 + (index % 3) : 1;
  return { id: `case-${index}`, tags: [], weight, cluster: null, baseline: baseline ?? [], candidate: candidate ?? [] };
});
const seen = cases.slice(0, Math.round(share * cases.length));

interface Taken {
  readonly wall: number;
  /** Of all threads: what a busy machine does not stretch. */
  readonly processor: number;
}

/** In milliseconds, with the levels of the look; those of the looks before it are known, as they are in a run. */
function time(alpha: number): Taken {
  const looks = Array.from({ length: Math.round(10 * share) }, (_, index) => (index + 1) / 10);
  for (const index of looks.keys()) if (index > 0) createLook(looks.slice(0, index), 1, false).level(alpha);
  const used = process.cpuUsage();
  const begun = performance.now();
  compareMetric(metric, seen, { gate: { ...gate, alpha }, seed: "bench", look: createLook(looks, share, share === 1) });
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  return { wall, processor: (user + system) / 1000 };
}

const first = time(gate.alpha);
// Another alpha each time, so that its level is not known.
const others = Array.from({ length: 15 }, (_, run) => time(gate.alpha + (run + 1) / 1e6));
const next: Taken = {
  wall: Math.min(...others.map(({ wall }) => wall)),
  processor: Math.min(...others.map(({ processor }) => processor)),
};
// What the comparison has asked: any scores of whole cases, or their means.
const pairs = population
  ? seen.map(({ baseline, candidate }) => ({ weight: 1, baseline: [0], candidate: [mean(candidate) - mean(baseline)] }))
  : seen;
const { method } = withinCasePermutation(
  pairs.map(({ weight, baseline, candidate }) => ({
    weight,
    baseline: baseline as number[],
    candidate: candidate as number[],
  })),
  { seed: "bench", exact, draws: 1000 },
);
process.send?.({ first, next, method: ratio ? "ranks" : method });

function mean(values: readonly unknown[]): number {
  return (values as readonly number[]).reduce((sum, value) => sum + value, 0) / values.length;
}
