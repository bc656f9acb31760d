import type { MetricDefinition, Problem, Scorer, ScorerSpec } from "../model.js";
import type { ScorerContext, ScorerFactory } from "./factory.js";
export type { ScorerContext, ScorerFactory } from "./factory.js";
/** Factories by the key under which assay.yml names them. */
export type ScorerFactories = Readonly<Record<string, ScorerFactory>>;
/** All scorers there are. Help, documentation and messages are made from this list. */
export declare const scorerFactories: ScorerFactories;
/** Every mistake of a scorer as written, but those that show only when its files are read. */
export declare function checkScorer(spec: ScorerSpec, factories?: ScorerFactories): readonly Problem[];
/** The files that the options name: the caller reads them from the revision of the goalposts. */
export declare function filesOf(spec: ScorerSpec, factories?: ScorerFactories): readonly string[];
/** Whether a scorer measures the call and not the answer, by itself or within. */
export declare function measuresCall(spec: ScorerSpec, factories?: ScorerFactories): boolean;
/** The metric of a scorer as written, before its files are read; null where the scorer has mistakes. */
export declare function metricOf(spec: ScorerSpec, factories?: ScorerFactories): MetricDefinition | null;
/** Makes a scorer. Throws a UserError with every mistake in its options or its files. */
export declare function createScorer(spec: ScorerSpec, context: ScorerContext, factories?: ScorerFactories): Scorer;
