import type { Json, JsonObject } from "../../model.ts";

/** How samples of OpenAI Evals are judged: by their ideal answers, or by models. */
export type EvalClass =
  | { readonly kind: IdealKind; readonly ignoreCase: boolean }
  | {
      readonly kind: "graded";
      /** Judges as a case writes them. */
      readonly judges: readonly JsonObject[];
      /** What a sample must have beside its input, for they are told it. */
      readonly needs: readonly string[];
    };

/** What is looked at: the ideal answers, or with `json` the form of the answer alone. */
type IdealKind = "match" | "includes" | "fuzzy-match" | "json-match" | "json";

/** What holds for samples without a registry: the commonest class. */
export const usualClass: EvalClass = { kind: "match", ignoreCase: false };

/** Classes by the last part of their names in a registry. */
const classes: Readonly<Record<string, IdealKind>> = {
  Match: "match",
  Includes: "includes",
  FuzzyMatch: "fuzzy-match",
  JsonMatch: "json-match",
  JsonValidator: "json",
};

/** The class whose judge is described in a file of its own. */
const gradedClass = "ModelBasedClassify";

export const knownClasses: readonly string[] = [...Object.keys(classes), gradedClass];

/** The class that a registry names, with its arguments; `graded` where a specification says how, null where it has no equal here. */
export function findClass(written: string, args: JsonObject): EvalClass | "graded" | null {
  const [, name = ""] = /^evals\.elsuite\.[\w.]+:(\w+)$/.exec(written) ?? [];
  if (name === gradedClass) return "graded";
  const kind = Object.hasOwn(classes, name) ? classes[name] : undefined;
  return kind === undefined ? null : { kind, ignoreCase: args["ignore_case"] === true };
}

/** Whether a sample has no ideal answer where the class needs none. */
export function needsIdeal({ kind }: EvalClass): boolean {
  return kind !== "graded" && kind !== "json";
}

/**
 * The scorers of a sample with so many ideal answers, as a case writes them. They refer to the case's `expected`, so that an
 * ideal answer is never a template.
 */
export function scorersOf(evalClass: EvalClass, ideals: readonly string[]): readonly JsonObject[] {
  const { kind } = evalClass;
  const name = { name: kind };
  switch (kind) {
    // An answer begins with an ideal one.
    case "match":
      return [
        anyOf(kind, ideals, "starts-with", (index) => (index === null ? {} : { value: `{{expected.${index}}}` })),
      ];
    case "includes":
      return [{ "contains-any": { ...name, ...(evalClass.ignoreCase ? { ignoreCase: true } : {}) } }];
    case "fuzzy-match":
      return [{ "fuzzy-match": name }];
    case "json-match":
      return [
        anyOf(kind, ideals, "json-equals", (index) => (index === null ? {} : { value: asJson(ideals[index] ?? "") })),
      ];
    case "json":
      return [{ "valid-json": name }];
    case "graded":
      return evalClass.judges;
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
