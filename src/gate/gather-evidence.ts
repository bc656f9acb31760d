import type { GateConfig, MetricDefinition } from "../model.ts";
import { comparePopulation } from "./compare-population.ts";
import { compareRatios } from "./compare-ratios.ts";
import { compareScores } from "./compare-scores.ts";
import { correctForJudge, type JudgeErrors } from "./correct-for-judge.ts";
import type { Evidence } from "./evidence.ts";
import { fixedLook, type Look } from "./looks.ts";
import type { PairedCase } from "./pair-cases.ts";

/** At a p-value of 5 % their standard error is 0.0007. */
const usualDraws = 100_000;

export interface CompareSettings {
  readonly gate: GateConfig;
  readonly seed: number | string;
  /** The look at which the data stand; unset: one look at everything. */
  readonly look?: Look;
  /** Alpha of passing claims where it is stricter than the gate's, see `judgeAttempts`. */
  readonly passAlpha?: number;
  /** Whether a regression is to be confirmed on fresh answers before it counts. */
  readonly provisional?: boolean;
  /** Most draws of Monte Carlo. */
  readonly draws?: number;
  /** How often the metric's judge errs, where people have labelled what it judged. */
  readonly errors?: JudgeErrors | null;
}

/** The settings with the nominal levels that hold at the look. */
export interface Terms {
  readonly look: Look;
  readonly seed: number | string;
  readonly exact: boolean;
  readonly draws: number;
  readonly population: boolean;
  /** For "it got worse", before any correction. */
  readonly level: number;
  /** For passing claims: the interval is drawn at it. */
  readonly passLevel: number;
  readonly errors: JudgeErrors | null;
}

/** The levels that hold at the look of the settings. */
export function termsOf({
  gate,
  seed,
  look = fixedLook,
  passAlpha = gate.alpha,
  draws = usualDraws,
  errors = null,
}: CompareSettings): Terms {
  return {
    look,
    seed,
    exact: gate.exact,
    draws,
    population: gate.scope === "population",
    level: look.level(gate.alpha),
    passLevel: look.level(passAlpha),
    errors,
  };
}

/** The statistics that fit the kind of metric and the scope of the claim. */
export function gatherEvidence(pairs: readonly PairedCase[], metric: MetricDefinition, terms: Terms): Evidence {
  if (metric.kind === "ratio") return compareRatios(pairs, metric, terms);
  const evidence = terms.population ? comparePopulation(pairs, metric, terms) : compareScores(pairs, metric, terms);
  return terms.errors === null ? evidence : correctForJudge(evidence, terms.errors, terms.passLevel);
}
