import type { Json, JsonObject } from "../../model.ts";

/** How samples of OpenAI Evals are judged. */
export interface EvalClass {
  readonly kind: "match" | "includes" | "fuzzy-match" | "json-match" | "closedqa" | "fact";
  readonly ignoreCase: boolean;
}

/** What holds for samples without a registry: the commonest class. */
export const usualClass: EvalClass = { kind: "match", ignoreCase: false };

/** The model that grades; Evals is told it at each run. */
const grader = "openai/gpt-6-sol";

/** Classes by the last part of their names in a registry. */
const classes: Readonly<Record<string, EvalClass["kind"]>> = {
  Match: "match",
  Includes: "includes",
  FuzzyMatch: "fuzzy-match",
  JsonMatch: "json-match",
};
/** Specifications of the model-graded class that have an equal here. */
const graded: Readonly<Record<string, EvalClass["kind"]>> = { closedqa: "closedqa", fact: "fact" };
export const knownClasses: readonly string[] = [
  ...Object.keys(classes),
  ...Object.keys(graded).map((name) => `ModelBasedClassify with the specification ${name}`),
];

/** The class that a registry names, with its arguments; null where it has no equal here. */
export function findClass(written: string, args: JsonObject): EvalClass | null {
  const [, name = ""] = /^evals\.elsuite\.[\w.]+:(\w+)$/.exec(written) ?? [];
  const spec = args["modelgraded_spec"];
  const kind =
    name === "ModelBasedClassify" && typeof spec === "string" && Object.hasOwn(graded, spec)
      ? graded[spec]
      : Object.hasOwn(classes, name)
        ? classes[name]
        : undefined;
  return kind === undefined ? null : { kind, ignoreCase: args["ignore_case"] === true };
}

/**
 * The scorer of a sample with so many ideal answers, as a case writes it. It refers to the case's `expected`, so that an
 * ideal answer is never a template.
 */
export function scorersOf({ kind, ignoreCase }: EvalClass, ideals: readonly string[]): readonly JsonObject[] {
  const name = { name: kind };
  switch (kind) {
    // An answer begins with an ideal one.
    case "match":
      return [
        anyOf(kind, ideals, "starts-with", (index) => (index === null ? {} : { value: `{{expected.${index}}}` })),
      ];
    case "includes":
      return [{ "contains-any": { ...name, ...(ignoreCase ? { ignoreCase } : {}) } }];
    case "fuzzy-match":
      return [{ "any-of": { ...name, scorers: ["exact-match", { "contains-any": { ignoreCase: true } }] } }];
    case "json-match":
      return [
        anyOf(kind, ideals, "json-equals", (index) => (index === null ? {} : { value: asJson(ideals[index] ?? "") })),
      ];
    case "closedqa":
      return [{ judge: { ...name, kind: "closed-question", model: grader, instructions: "{{criteria}}" } }];
    case "fact":
      return [{ judge: { ...name, kind: "factuality", model: grader } }];
  }
}

/** One scorer, or one for each of several ideal answers, of which one has to pass. */
function anyOf(
  name: string,
  ideals: readonly string[],
  type: string,
  optionsOf: (index: number | null) => JsonObject,
): JsonObject {
  if (ideals.length === 1) return { [type]: { name, ...optionsOf(null) } };
  const scorers = ideals.map((_, index) => ({ [type]: { name: `${type}-${index + 1}`, ...optionsOf(index) } }));
  return { "any-of": { name, scorers: scorers.slice(0, 50) } };
}

function asJson(value: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}
