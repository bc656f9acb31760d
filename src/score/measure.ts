import type { CompletedSample, JsonObject, Score } from "../model.ts";
import type { ScorerFactory } from "./factory.ts";
import { passOrFail, scored, unscored } from "./scores.ts";

interface MeasureTest {
  readonly description: string;
  readonly example: string;
  readonly unit: string;
  readonly measuresCall?: true;
  readonly readsFirstToken?: true;
  /** The value of a sample; null where it is unknown. */
  readonly read: (sample: CompletedSample) => number | null;
  /** Why it is unknown. */
  readonly unknown: string;
}

/** A scorer of what a call took: passes up to a bound; without one the amount itself, to be watched. */
export function measure(test: MeasureTest): ScorerFactory {
  const { unit, unknown } = test;
  return {
    description: test.description,
    example: test.example,
    ...(test.measuresCall && { measuresCall: test.measuresCall }),
    ...(test.readsFirstToken && { readsFirstToken: test.readsFirstToken }),
    options: {
      type: "object",
      additionalProperties: false,
      properties: { max: { type: "number", minimum: 0, description: `The most that passes, in ${unit}.` } },
    },
    metric: (options) =>
      hasBound(options)
        ? { kind: "binary", direction: "higher", unit: null, gatesByDefault: true }
        : { kind: "ratio", direction: "lower", unit, gatesByDefault: false },
    create:
      (options) =>
      (sample): Score => {
        const found = test.read(sample);
        if (found === null) return unscored(unknown);
        if (!hasBound(options)) return scored(found);
        const max = options["max"] as number;
        return passOrFail(found <= max, () => `${Math.round(found)} ${unit}, expected at most ${max}`);
      },
  };
}

function hasBound(options: JsonObject): boolean {
  return Object.hasOwn(options, "max");
}
