import { fixedLook } from "../../src/gate/looks.ts";
import { normalQuantile } from "../../src/stats/distributions.ts";
import { createRandom } from "../../src/stats/random.ts";
import { rates } from "./cells.ts";
import { defaultGate, Judge, makeData } from "./judge.ts";
import { drawArm, passFail } from "./scores.ts";
import { type DropForm, drawQualities } from "./simulated-suite.ts";

/** What a rule says of one run: whether it blocks, and whether it lets pass. One that cannot tell does neither. */
interface Said {
  readonly blocks: boolean;
  readonly passes: boolean;
}

/** The counts of one run with one trial in each arm. */
interface Counts {
  readonly cases: number;
  readonly wins: number;
  readonly losses: number;
  readonly baselinePasses: number;
}

/** Tolerated loss in all rules that know one. */
const margin = defaultGate.margin;
const alpha = defaultGate.alpha;
const critical = -normalQuantile(alpha);

/** Rules in use elsewhere, on the same data. Those that only block let everything else pass. */
const rules: Readonly<Record<string, (counts: Counts) => Said>> = {
  // A suite in which every case has to pass, as it is left behind by a green run.
  "one case that passed before fails": ({ losses }) => onlyBlocks(losses > 0),
  "any drop fails": ({ wins, losses }) => onlyBlocks(losses > wins),
  "a drop of more than 5 points fails": ({ cases, wins, losses }) =>
    onlyBlocks((losses - wins) / cases > margin + 1e-9),
  "unpaired z test of two proportions": ({ cases, wins, losses, baselinePasses }) => {
    const pooled = (2 * baselinePasses + wins - losses) / (2 * cases);
    const deviation = Math.sqrt((2 * pooled * (1 - pooled)) / cases);
    return onlyBlocks((losses - wins) / cases > critical * deviation);
  },
  "percentile bootstrap interval, 90 %": (counts) => {
    const { low, high } = bootstrapInterval(counts);
    return { blocks: high < 0, passes: low > -margin };
  },
};

/** The name under which the gate itself stands in the table. */
const ours = "Prompt Assay";

export const ruleNames: readonly string[] = [...Object.keys(rules), ours];

function onlyBlocks(blocks: boolean): Said {
  return { blocks, passes: !blocks };
}

const intervals = new Map<string, { readonly low: number; readonly high: number }>();

/** The ideal bootstrap of the mean difference (all resamples, not a draw of them): quantiles by convolution. */
function bootstrapInterval({ cases, wins, losses }: Counts): { readonly low: number; readonly high: number } {
  const key = `${cases} ${wins} ${losses}`;
  const known = intervals.get(key);
  if (known) return known;
  let law = new Float64Array(2 * cases + 1);
  law[cases] = 1;
  const [up, down] = [wins / cases, losses / cases];
  for (let step = 1; step <= cases; step++) {
    const next = new Float64Array(2 * cases + 1);
    for (let place = cases - step; place <= cases + step; place++) {
      next[place] = up * (law[place - 1] ?? 0) + down * (law[place + 1] ?? 0) + (1 - up - down) * (law[place] ?? 0);
    }
    law = next;
  }
  const found = { low: (quantileOf(law, alpha) - cases) / cases, high: (quantileOf(law, 1 - alpha) - cases) / cases };
  intervals.set(key, found);
  return found;
}

function quantileOf(law: Float64Array, share: number): number {
  let below = 0;
  for (const [place, chance] of law.entries()) {
    below += chance;
    if (below >= share - 1e-12) return place;
  }
  return law.length - 1;
}

export interface PeerCell {
  readonly cases: number;
  readonly drop: number;
  readonly form: DropForm;
  readonly runs: number;
}

/** Rule → share of runs that it blocks and lets pass, at each of the pass rates. */
export type PeerResult = Readonly<Record<string, readonly { readonly blocks: number; readonly passes: number }[]>>;

/** All rules on the same data, one trial in each arm, all cases at once. */
export function simulatePeers({ cases, drop, form, runs }: PeerCell): PeerResult {
  const result: Record<string, { blocks: number; passes: number }[]> = {};
  for (const name of ruleNames) result[name] = rates.map(() => ({ blocks: 0, passes: 0 }));
  for (const [index, rate] of rates.entries()) {
    const random = createRandom(JSON.stringify({ cases, drop, form, rate }));
    const judge = new Judge(passFail.metric);
    const verdicts = new Map<string, Said>();
    for (let run = 0; run < runs; run++) {
      const truth = drawQualities({ cases, rate, stability: "mixed", drop, form }, random);
      const baseline = drawArm(truth.baseline, 1, passFail, random);
      const candidate = drawArm(truth.candidate, 1, passFail, random);
      const counts = countPairs(baseline.values, candidate.values);
      // With one trial of pass/fail the counts say everything: equal counts need the gate's verdict once only.
      const key = `${counts.wins} ${counts.losses} ${counts.baselinePasses}`;
      let gate = verdicts.get(key);
      if (gate === undefined) {
        const { verdict } = judge.compare(makeData(baseline, candidate, cases), { seen: cases, look: fixedLook });
        gate = { blocks: verdict === "regression", passes: verdict === "no-regression" || verdict === "improvement" };
        verdicts.set(key, gate);
      }
      for (const name of ruleNames) {
        const said = name === ours ? gate : rules[name]?.(counts);
        const tally = result[name]?.[index];
        if (said === undefined || tally === undefined) continue;
        if (said.blocks) tally.blocks += 1 / runs;
        if (said.passes) tally.passes += 1 / runs;
      }
    }
  }
  return result;
}

function countPairs(baseline: Float64Array, candidate: Float64Array): Counts {
  let wins = 0;
  let losses = 0;
  let baselinePasses = 0;
  for (const [index, before] of baseline.entries()) {
    const after = candidate[index] ?? 0;
    if (after > before) wins++;
    if (after < before) losses++;
    baselinePasses += before;
  }
  return { cases: baseline.length, wins, losses, baselinePasses };
}
