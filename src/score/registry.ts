import { nearest, quote, throwProblems, UserError } from "../errors.ts";
import type { Problem, Scorer, ScorerSpec } from "../model.ts";
import type { ScorerContext, ScorerFactory } from "./factory.ts";
import { operationalMetrics } from "./operational.ts";
import { checkOptions, fileOptions, withDefaults } from "./options.ts";
import { contains } from "./scorers/contains.ts";
import { endsWith } from "./scorers/ends-with.ts";
import { equals } from "./scorers/equals.ts";
import { jsonSchema } from "./scorers/json-schema.ts";
import { judge } from "./scorers/judge.ts";
import { length } from "./scorers/length.ts";
import { levenshtein } from "./scorers/levenshtein.ts";
import { regex } from "./scorers/regex.ts";
import { startsWith } from "./scorers/starts-with.ts";

export type { ScorerContext, ScorerFactory } from "./factory.ts";

/** Factories by the key under which assay.yml names them. */
export type ScorerFactories = Readonly<Record<string, ScorerFactory>>;

/** All scorers there are. Help, documentation and messages are made from this list. */
export const scorerFactories: ScorerFactories = {
  equals,
  contains,
  "starts-with": startsWith,
  "ends-with": endsWith,
  regex,
  "json-schema": jsonSchema,
  length,
  levenshtein,
  judge,
};

/** Names that a scorer's metric cannot have: every sample has these, whoever scores. */
const takenNames = [...operationalMetrics.map((metric) => metric.name), "cost"];

/** Every mistake of a scorer as written, but those that show only when its files are read. */
export function checkScorer(spec: ScorerSpec, factories: ScorerFactories = scorerFactories): readonly Problem[] {
  const { type, name, place } = spec;
  const factory = findFactory(type, factories);
  if (factory === null) {
    const near = nearest(type, Object.keys(factories));
    const known = `Scorers: ${Object.keys(factories).join(", ")}.`;
    return [{ message: `unknown scorer ${quote(type)}`, hint: near ? `Did you mean ${quote(near)}?` : known, place }];
  }
  const problems = checkOptions(type, factory, spec.options).map((finding) => ({ ...finding, place }));
  // A scorer may replace the metric of its own name: `length` in words instead of characters.
  if (name === type || !takenNames.includes(name)) return problems;
  const taken = {
    message: `a scorer cannot be named ${quote(name)}, which is measured of every sample`,
    hint: "Give it another name.",
    place,
  };
  return [taken, ...problems];
}

/** The files that the options name, as written there: the caller reads them from the revision of the goalposts. */
export function filesOf(spec: ScorerSpec, factories: ScorerFactories = scorerFactories): readonly string[] {
  const factory = findFactory(spec.type, factories);
  return factory === null ? [] : fileOptions(factory, spec.options);
}

/** Makes a scorer. Throws a UserError with every mistake in its options or its files. */
export function createScorer(
  spec: ScorerSpec,
  context: ScorerContext,
  factories: ScorerFactories = scorerFactories,
): Scorer {
  throwProblems(checkScorer(spec, factories));
  const factory = factories[spec.type] as ScorerFactory;
  const options = withDefaults(factory, spec.options);
  try {
    const asks = factory.asks?.(options) ?? [];
    const made = factory.create(options, context);
    return {
      metric: { name: spec.name, ...factory.metric(options) },
      place: spec.place,
      ...(asks.length > 0 && { asks }),
      ...(typeof made === "function" ? { score: made } : made),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.problems.map((problem) => ({ place: spec.place, ...problem })));
  }
}

function findFactory(type: string, factories: ScorerFactories): ScorerFactory | null {
  return Object.hasOwn(factories, type) ? (factories[type] ?? null) : null;
}
