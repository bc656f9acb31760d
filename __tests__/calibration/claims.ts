import { type Cell, rates, simulateCell, sizes, type Trials, trialCounts } from "./cells.ts";
import { copiedTrials, type Family, fiveMetrics, fourSlices, simulateFamily } from "./family.ts";
import { defaultGate } from "./judge.ts";
import { percent } from "./limits.ts";
import { ruleNames, simulatePeers } from "./peers.ts";
import { type PolicyResult, type Scenario, simulatePolicy } from "./policy.ts";
import type { ProvedCell } from "./proof.ts";
import { passFail, rubric, type Scale, similarity } from "./scores.ts";
import type { DropForm } from "./simulated-suite.ts";

/** At most so often, nothing having changed, is a regression told. */
const falseAlarm = 0.055;
/** At most so often does a change pass that loses exactly the margin. */
const falsePass = 0.06;
/** Counts every drop that is real, however small: what holds here holds at every larger margin. */
const smallestMargin = 0.001;

/** Which part of a claim to simulate. */
export interface Part {
  readonly sizes?: readonly number[];
  readonly trials?: readonly Trials[];
  readonly rates?: readonly number[];
  /** Share of the replications, for the ordinary tests. */
  readonly share?: number;
}

/** Goes through the grid of sizes, pass rates and trials: a row for each size and rate, a column for each pair of trials. */
function overGrid(
  table: string,
  part: Part,
  run: (cases: number, rate: number, trials: Trials) => ReturnType<ProvedCell["run"]>,
): readonly ProvedCell[] {
  return (part.sizes ?? sizes).flatMap((cases) =>
    (part.rates ?? rates).flatMap((rate) =>
      (part.trials ?? trialCounts).map((trials) => ({
        table,
        row: `${cases} cases, ${percentOf(rate)}`,
        column: trials.join("/"),
        run: () => run(cases, rate, trials),
      })),
    ),
  );
}

function percentOf(rate: number): string {
  return `${Math.round(100 * rate)} %`;
}

function proveGrid(
  table: string,
  part: Part,
  cell: Pick<Cell, "scale" | "claim" | "margin" | "runs"> & Pick<Cell["suite"], "stability" | "drop" | "form">,
  atMost: number,
): readonly ProvedCell[] {
  const { scale, claim, margin, stability, drop, form } = cell;
  const runs = Math.round(cell.runs * (part.share ?? 1));
  return overGrid(table, part, (cases, rate, trials) => {
    const suite = { cases, rate, stability, drop, form };
    const { atOnce, withLooks } = simulateCell({ suite, trials, scale, claim, margin, runs });
    return { shares: [atOnce, withLooks], atMost };
  });
}

/** Nothing changed: how often a regression is told. */
function falseAlarms(table: string, scale: Scale, runs: number, part: Part = {}): readonly ProvedCell[] {
  const cell = { scale, claim: "regression", margin: smallestMargin, runs, drop: 0 } as const;
  return proveGrid(table, part, { ...cell, stability: "mixed", form: "uniform" }, falseAlarm);
}

export const passFailAlarms = (part?: Part) => falseAlarms("false-alarms", passFail, 20_000, part);
export const rubricAlarms = (part?: Part) => falseAlarms("false-alarms-rubric", rubric, 20_000, part);
export const similarityAlarms = (part?: Part) => falseAlarms("false-alarms-similarity", similarity, 5_000, part);

/** Several things gate together, all at the same pass rate. */
function familyAlarms(table: string, family: (rate: number) => Family, part: Part): readonly ProvedCell[] {
  const runs = Math.round(20_000 * (part.share ?? 1));
  return overGrid(table, part, (cases, rate, trials) => {
    const { atOnce, withLooks } = simulateFamily(family(rate), cases, trials, runs);
    return { shares: [atOnce, withLooks], atMost: falseAlarm };
  });
}

export const metricAlarms = (part: Part = {}) => familyAlarms("five-metrics", fiveMetrics, part);
export const sliceAlarms = (part: Part = {}) => familyAlarms("four-slices", fourSlices, part);
export const copyAlarms = (part: Part = {}) => familyAlarms("copies", copiedTrials, part);

/** The change loses exactly the margin: how often it passes. */
function falsePasses(
  table: string,
  suite: Pick<Cell["suite"], "stability" | "form">,
  part: Part,
  scale: Scale = passFail,
): readonly ProvedCell[] {
  const { margin } = defaultGate;
  const cell = { scale, claim: "pass", margin, drop: margin / scale.slope, runs: 20_000 } as const;
  return proveGrid(table, part, { ...cell, ...suite }, falsePass);
}

export const breakagePasses = (part: Part = {}) =>
  falsePasses("false-passes-breakage", { stability: "mixed", form: "breakage" }, part);
export const uniformPasses = (part: Part = {}) =>
  falsePasses("false-passes-uniform", { stability: "mixed", form: "uniform" }, part);
export const firmPasses = (part: Part = {}) =>
  falsePasses("false-passes-firm", { stability: "all-or-nothing", form: "breakage" }, part);
export const rubricPasses = (part: Part = {}) =>
  falsePasses("false-passes-rubric", { stability: "mixed", form: "breakage" }, part, rubric);

/** A drop of 10 points on 100 cases, all at once: how often it is found, as a mean over pass rates and forms. */
export function powers(part: Part = {}): readonly ProvedCell[] {
  const runs = Math.round(20_000 * (part.share ?? 1));
  const claims = [
    { trials: [1, 1], atLeast: 0.75 },
    { trials: [3, 3], atLeast: 0.95 },
    { trials: [5, 1], atLeast: 0 },
    { trials: [5, 5], atLeast: 0 },
  ] as const;
  return claims.map(({ trials, atLeast }) => ({
    table: "power",
    row: "100 cases, −10 points",
    column: trials.join("/"),
    run: () => {
      const found = rates.flatMap((rate) =>
        (["breakage", "uniform"] as const).map((form) => {
          const suite = { cases: 100, rate, stability: "mixed", drop: 0.1, form } as const;
          const { margin } = defaultGate;
          return simulateCell({ suite, trials, scale: passFail, claim: "regression", margin, runs });
        }),
      );
      const pooled = (results: readonly { readonly hits: number; readonly runs: number }[]) => ({
        hits: results.reduce((sum, { hits }) => sum + hits, 0),
        runs: results.reduce((sum, each) => sum + each.runs, 0),
      });
      const atOnce = pooled(found.map((each) => each.atOnce));
      const withLooks = pooled(found.map((each) => each.withLooks));
      const said = [atOnce, withLooks].map(({ hits, runs: all }) => percent(hits / all)).join(" / ");
      return { shares: [atOnce], atLeast, text: said };
    },
  }));
}

const scenarios: readonly (Scenario & { readonly runs: number })[] = [
  { name: "nothing changed", drop: 0, drift: 0, runs: 5_000 },
  { name: "−5 points", drop: 0.05, drift: 0, runs: 1_000 },
  { name: "−10 points", drop: 0.1, drift: 0, runs: 1_000 },
  { name: "−20 points", drop: 0.2, drift: 0, runs: 5_000 },
  { name: "nothing changed, provider 5 points worse than stored", drop: 0, drift: 0.05, runs: 5_000 },
];

/** Calls that may be needed at most, as a mean over pass rates: scenario → 100 and 200 cases. */
const mostCalls: Readonly<Record<string, readonly [number, number]>> = {
  "nothing changed": [0.6, 0.55],
  "−20 points": [0.72, 0.47],
};
/** At most so many clean changes are blocked though the provider drifted. */
const blockedByDrift = 0.05;
const policySizes = [100, 200] as const;

/** Early stopping, a stored baseline and confirmation together: verdicts, and calls against both arms at fixed n. */
export function policies(part: Part = {}): readonly ProvedCell[] {
  return scenarios.flatMap((scenario) =>
    policySizes
      .filter((cases) => part.sizes?.includes(cases) ?? true)
      .map((cases, index) => ({
        table: "policy",
        row: scenario.name,
        column: `${cases} cases`,
        run: async () => {
          const runs = Math.round(scenario.runs * (part.share ?? 1));
          const results: PolicyResult[] = [];
          for (const rate of rates) results.push(await simulatePolicy(scenario, { cases, rate }, runs));
          const calls = results.reduce((sum, each) => sum + each.calls, 0) / results.length;
          const limit = mostCalls[scenario.name]?.[index] ?? Number.POSITIVE_INFINITY;
          const blocked = results.map(({ regressions }) => ({ hits: regressions, runs }));
          const clean = scenario.drop === 0;
          if (calls > limit) throw new Error(`${percent(calls)} % of the calls, more than ${percent(limit)} %`);
          return { shares: clean ? blocked : [], atMost: blockedByDrift, text: describePolicy(results, calls) };
        },
      })),
  );
}

function describePolicy(results: readonly PolicyResult[], calls: number): string {
  const meanOf = (count: (result: PolicyResult) => number): string =>
    percent(results.reduce((sum, each) => sum + count(each) / each.runs, 0) / results.length);
  const worst = percent(Math.max(...results.map((each) => each.regressions / each.runs)));
  return `${meanOf((each) => each.regressions)} (${worst}) / ${meanOf((each) => each.passes)} / ${percent(calls)}`;
}

const peerScenarios: readonly { name: string; drop: number; form: DropForm; said: "blocks" | "passes" }[] = [
  { name: "blocked, nothing changed", drop: 0, form: "uniform", said: "blocks" },
  { name: "passed, 5 points lost by breakage", drop: 0.05, form: "breakage", said: "passes" },
  { name: "passed, 5 points lost by all", drop: 0.05, form: "uniform", said: "passes" },
  { name: "blocked, 10 points lost by breakage", drop: 0.1, form: "breakage", said: "blocks" },
];

/** The rules of others beside ours: mean over pass rates, and the worst of them for what is a mistake. */
export function peers(part: Part = {}): readonly ProvedCell[] {
  const runs = Math.round(20_000 * (part.share ?? 1));
  return peerScenarios.flatMap(({ name, drop, form, said }) =>
    (part.sizes ?? [20, 50, 100, 200]).flatMap((cases) => {
      // All rules see the same data: the first to ask has them simulated.
      let result: ReturnType<typeof simulatePeers> | null = null;
      return ruleNames.map((rule) => ({
        table: "peers",
        row: `${name}, ${cases} cases`,
        column: rule,
        run: () => {
          result ??= simulatePeers({ cases, drop, form, runs });
          const shares = (result[rule] ?? []).map((each) => each[said]);
          const average = shares.reduce((sum, share) => sum + share, 0) / shares.length;
          const worst = drop === 0.1 ? Math.min(...shares) : Math.max(...shares);
          return { shares: [], text: `${percent(average)} (${percent(worst)})` };
        },
      }));
    }),
  );
}
