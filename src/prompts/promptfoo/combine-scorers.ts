import type { Json, JsonObject } from "../../model.ts";
import type { ReadAssertion } from "./assertions.ts";

/** Assertions that share one expected answer. */
export interface Settled {
  readonly entries: readonly { readonly assertion: ReadAssertion; readonly scorer: JsonObject }[];
  readonly expected: Json | undefined;
  /** Those that need another one, and have no place for it. */
  readonly left: readonly ReadAssertion[];
}

/** A case has one expected answer: the first counts, another one stands in the scorer itself where it can. */
export function settleExpected(assertions: readonly ReadAssertion[]): Settled {
  let expected: Json | undefined;
  const entries: { readonly assertion: ReadAssertion; readonly scorer: JsonObject }[] = [];
  const left: ReadAssertion[] = [];
  for (const assertion of assertions) {
    const { scorer } = assertion;
    if (assertion.expected === undefined || expected === undefined || expected === assertion.expected) {
      expected ??= assertion.expected;
      entries.push({ assertion, scorer });
    } else if (assertion.kind === "passes" && assertion.type !== "assert-set") {
      entries.push({ assertion, scorer: withValue(scorer, assertion.expected) });
    } else left.push(assertion);
  }
  return { entries, expected, left };
}

/** One scorer that passes where the weighted mean is high enough. */
export function weigh(
  assertions: readonly ReadAssertion[],
  threshold: number,
): Pick<Settled, "expected" | "left"> & { readonly scorer: JsonObject } {
  const { entries, expected, left } = settleExpected(assertions);
  const scorers = withNames(entries.map(({ assertion: { metric, type }, scorer }) => named(scorer, metric ?? type)));
  const weights = entries.map(({ assertion: { weight } }, index): [string, number] => [nameOf(scorers[index]), weight]);
  const odd = weights.filter(([, weight]) => weight !== 1);
  return {
    expected,
    left,
    scorer: {
      weighted: { ...(odd.length === 0 ? {} : { weights: Object.fromEntries(odd) }), passAt: threshold, scorers },
    },
  };
}

/** The scorer under a name of its own. */
export function named(entry: JsonObject, name: string): JsonObject {
  const [[type, options] = ["", {}]] = Object.entries(entry);
  return { [type]: { ...(options as JsonObject), name } };
}

/** Scorers within another need different names, too. */
export function withNames(entries: readonly JsonObject[]): readonly JsonObject[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const name = nameOf(entry);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? entry : named(entry, `${name}-${count}`);
  });
}

function nameOf(entry: JsonObject = {}): string {
  const [[type, options] = ["", {}]] = Object.entries(entry);
  const written = (options as JsonObject)["name"];
  return typeof written === "string" ? written : type;
}

function withValue(entry: JsonObject, value: Json): JsonObject {
  const [[type, options] = ["", {}]] = Object.entries(entry);
  if (type === "not") return { not: { scorer: withValue((options as JsonObject)["scorer"] as JsonObject, value) } };
  return { [type]: { ...(options as JsonObject), value } };
}
