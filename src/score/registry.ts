import { nearest, quote, throwProblems, UserError } from "../errors.ts";
import type { MetricDefinition, Problem, Scorer, ScorerSpec } from "../model.ts";
import type { ScorerContext, ScorerFactory } from "./factory.ts";
import { nestedSpecs } from "./nested.ts";
import { operationalMetrics } from "./operational.ts";
import { checkOptions, fileOptions, withDefaults } from "./options.ts";
import { allOf } from "./scorers/all-of.ts";
import { anyOf } from "./scorers/any-of.ts";
import { bleu } from "./scorers/bleu.ts";
import { choice } from "./scorers/choice.ts";
import { chrf } from "./scorers/chrf.ts";
import { citation } from "./scorers/citation.ts";
import { command } from "./scorers/command.ts";
import { contains } from "./scorers/contains.ts";
import { containsAll } from "./scorers/contains-all.ts";
import { containsAny } from "./scorers/contains-any.ts";
import { cost } from "./scorers/cost.ts";
import { endsWith } from "./scorers/ends-with.ts";
import { equals } from "./scorers/equals.ts";
import { exactMatch } from "./scorers/exact-match.ts";
import { f1 } from "./scorers/f1.ts";
import { finishReason } from "./scorers/finish-reason.ts";
import { fuzzyMatch } from "./scorers/fuzzy-match.ts";
import { inputTokens } from "./scorers/input-tokens.ts";
import { javascript } from "./scorers/javascript.ts";
import { jsonEquals } from "./scorers/json-equals.ts";
import { jsonSchema } from "./scorers/json-schema.ts";
import { judge } from "./scorers/judge.ts";
import { language } from "./scorers/language.ts";
import { latency } from "./scorers/latency.ts";
import { length } from "./scorers/length.ts";
import { levenshtein } from "./scorers/levenshtein.ts";
import { not } from "./scorers/not.ts";
import { numeric } from "./scorers/numeric.ts";
import { outputTokens } from "./scorers/output-tokens.ts";
import { refusal } from "./scorers/refusal.ts";
import { regex } from "./scorers/regex.ts";
import { rougeL } from "./scorers/rouge-l.ts";
import { rouge1, rouge2 } from "./scorers/rouge-n.ts";
import { similar } from "./scorers/similar.ts";
import { startsWith } from "./scorers/starts-with.ts";
import { timeToFirstToken } from "./scorers/time-to-first-token.ts";
import { toolCalls } from "./scorers/tool-calls.ts";
import { validJson } from "./scorers/valid-json.ts";
import { validXml } from "./scorers/valid-xml.ts";
import { weighted } from "./scorers/weighted.ts";
import { createTransform } from "./transform.ts";
import { transformScoring } from "./transform-scoring.ts";

export type { ScorerContext, ScorerFactory } from "./factory.ts";

/** Factories by the key under which assay.yml names them. */
export type ScorerFactories = Readonly<Record<string, ScorerFactory>>;

/** All scorers there are. Help, documentation and messages are made from this list. */
export const scorerFactories: ScorerFactories = {
  equals,
  contains,
  "contains-any": containsAny,
  "contains-all": containsAll,
  "starts-with": startsWith,
  "ends-with": endsWith,
  regex,
  levenshtein,
  "exact-match": exactMatch,
  "fuzzy-match": fuzzyMatch,
  f1,
  "rouge-1": rouge1,
  "rouge-2": rouge2,
  "rouge-l": rougeL,
  bleu,
  chrf,
  numeric,
  choice,
  refusal,
  language,
  length,
  "valid-json": validJson,
  "json-schema": jsonSchema,
  "json-equals": jsonEquals,
  "valid-xml": validXml,
  "tool-calls": toolCalls,
  "finish-reason": finishReason,
  citation,
  similar,
  latency,
  "time-to-first-token": timeToFirstToken,
  "input-tokens": inputTokens,
  "output-tokens": outputTokens,
  cost,
  "all-of": allOf,
  "any-of": anyOf,
  not,
  weighted,
  javascript,
  command,
  judge,
};

/** Names that a scorer's metric cannot have: every sample has these, whoever scores. */
const takenNames = operationalMetrics.map((metric) => metric.name);

/** Scorers within each other. */
const deepest = 5;

/** Every mistake of a scorer as written, but those that show only when its files are read. */
export function checkScorer(spec: ScorerSpec, factories: ScorerFactories = scorerFactories): readonly Problem[] {
  const { type, name, place } = spec;
  const problems = checkSpec(spec, factories, 1);
  // A scorer may replace the metric of its own name: `length` in words instead of characters.
  if (name === type || !takenNames.includes(name) || findFactory(type, factories) === null) return problems;
  const taken = {
    message: `a scorer cannot be named ${quote(name)}, which is measured of every sample`,
    hint: "Give it another name.",
    place,
  };
  return [taken, ...problems];
}

function checkSpec(spec: ScorerSpec, factories: ScorerFactories, depth: number): readonly Problem[] {
  const { type, place } = spec;
  const factory = findFactory(type, factories);
  if (factory === null) {
    const near = nearest(type, Object.keys(factories));
    const known = `Scorers: ${Object.keys(factories).join(", ")}.`;
    return [{ message: `unknown scorer ${quote(type)}`, hint: near ? `Did you mean ${quote(near)}?` : known, place }];
  }
  const nested = nestedSpecs(factory, spec);
  if (depth === deepest && nested.specs.length > 0)
    return [{ message: `more than ${deepest} scorers within each other`, hint: "Combine fewer.", place }];
  const own = checkOptions(type, factory, spec.options, nested.specs).map((finding) => ({ ...finding, place }));
  const inner = nested.specs.flatMap((each) => checkSpec(each, factories, depth + 1));
  return [...own, ...nested.problems, ...inner];
}

/** The files that the options name: the caller reads them from the revision of the goalposts. */
export function filesOf(spec: ScorerSpec, factories: ScorerFactories = scorerFactories): readonly string[] {
  const factory = findFactory(spec.type, factories);
  if (factory === null) return [];
  const { specs } = nestedSpecs(factory, spec);
  return [...fileOptions(factory, spec.options), ...specs.flatMap((each) => filesOf(each, factories))];
}

/** Whether a scorer measures the call and not the answer, by itself or within. */
export function measuresCall(spec: ScorerSpec, factories: ScorerFactories = scorerFactories): boolean {
  const factory = findFactory(spec.type, factories);
  if (factory === null) return false;
  return factory.measuresCall ?? nestedSpecs(factory, spec).specs.some((each) => measuresCall(each, factories));
}

/** The metric of a scorer as written, before its files are read; null where the scorer has mistakes. */
export function metricOf(spec: ScorerSpec, factories: ScorerFactories = scorerFactories): MetricDefinition | null {
  return checkScorer(spec, factories).length > 0 ? null : defineMetric(spec, factories);
}

function defineMetric(spec: ScorerSpec, factories: ScorerFactories): MetricDefinition {
  const factory = factories[spec.type] as ScorerFactory;
  const nested = nestedSpecs(factory, spec).specs.map((each) => defineMetric(each, factories));
  return { name: spec.name, ...factory.metric(withDefaults(factory, spec.options), nested) };
}

/** Makes a scorer. Throws a UserError with every mistake in its options or its files. */
export function createScorer(
  spec: ScorerSpec,
  context: ScorerContext,
  factories: ScorerFactories = scorerFactories,
): Scorer {
  throwProblems(checkScorer(spec, factories));
  return makeScorer(spec, context, factories);
}

function makeScorer(spec: ScorerSpec, context: ScorerContext, factories: ScorerFactories): Scorer {
  const factory = factories[spec.type] as ScorerFactory;
  const nested = nestedSpecs(factory, spec).specs.map((each) => makeScorer(each, context, factories));
  const { transform, ...options } = withDefaults(factory, spec.options);
  const metric = defineMetric(spec, factories);
  const readsFirstToken = factory.readsFirstToken ?? nested.some((each) => each.readsFirstToken);
  const within = nested.flatMap((part) => (part.judge === undefined ? (part.within ?? []) : [part]));
  const asks = [...(factory.asks?.(options) ?? []), ...nested.flatMap((each) => each.asks ?? [])];
  try {
    const made = factory.create(options, context, nested);
    const scoring = typeof made === "function" ? { score: made } : made;
    return {
      metric,
      place: spec.place,
      ...(asks.length > 0 && { asks }),
      ...(within.length > 0 && { within }),
      ...(measuresCall(spec, factories) && { measuresCall: true }),
      ...(readsFirstToken && { readsFirstToken: true }),
      ...((factory.runsCode ?? nested.some((each) => each.runsCode)) && { runsCode: true }),
      ...(context.tell && { tell: context.tell }),
      ...(transform === undefined ? scoring : transformScoring(scoring, metric.kind, createTransform(transform))),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.problems.map((problem) => ({ place: spec.place, ...problem })));
  }
}

function findFactory(type: string, factories: ScorerFactories): ScorerFactory | null {
  return Object.hasOwn(factories, type) ? (factories[type] ?? null) : null;
}
