import type { Json, JsonObject, Place } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { type AssertionKind, assertionTypes, type Equal, whyNot } from "./assertion-types.ts";
import { weigh } from "./combine-scorers.ts";
import { modelOf } from "./providers.ts";
import { type ConfigReading, codeFile } from "./reading.ts";
import type { Spot } from "./spot.ts";

/** Assertions of one test, sets of them included. */
const assertionLimit = 100;

/** An assertion as a scorer: under which metric it is told, and the case's expected answer where it needs one. */
export interface ReadAssertion {
  /** Its name in the configuration: what it is called where it gets a metric of its own. */
  readonly metric: string | null;
  readonly type: string;
  readonly kind: AssertionKind;
  readonly scorer: JsonObject;
  readonly expected?: Json;
  /** Above 0: what it counts for where a mean of several has to be high enough. */
  readonly weight: number;
  readonly place: Place;
}

/** The models that grade, as `publisher/name`; null: none is named. */
export interface Graders {
  readonly text: string | null;
  readonly embedding: string | null;
}

/** Reads a list of assertions; what has no equal is told by name and left out. */
export function readAssertions(
  spot: Spot,
  graders: Graders,
  config: ConfigReading,
  isInSet = false,
): readonly ReadAssertion[] {
  const read: ReadAssertion[] = [];
  const visit = (items: readonly Spot[], depth: number): void => {
    for (const written of items) {
      const item = followReference(written, config);
      if (read.length >= assertionLimit) {
        config.note(`of more than ${assertionLimit} assertions the first are read`, spot.place);
        return;
      }
      if (item.at("type").value === "assert-set" && depth === 0) {
        const set = readSet(item, graders, config);
        // Where all of a set has to pass, it is as if its assertions stood by themselves.
        if (set === null) visit(item.at("assert").items(), 1);
        else read.push(...set);
        continue;
      }
      const one = readAssertion(item, graders, config);
      if (one !== null) read.push(one);
    }
  };
  // A set within a set is told and left out: by a reference it could be itself.
  visit(spot.items(), isInSet ? 1 : 0);
  return read;
}

/** A set of which a mean has to be high enough: as one assertion, or none where it has no equal; null where all of it has to pass. */
function readSet(item: Spot, graders: Graders, config: ConfigReading): readonly ReadAssertion[] | null {
  const threshold = readThreshold(item, config);
  const weight = readWeight(item);
  if (threshold === null) return null;
  if (weight === 0) {
    config.skip("assert-set", "has the weight 0, so that it decides nothing", item.place);
    return [];
  }
  const parts = readAssertions(item.at("assert"), graders, config, true);
  if (parts.length === 0) return [];
  const kind = parts.every((part) => part.kind === "passes") ? "passes" : "judged";
  const weighed = weigh(parts, threshold);
  for (const { type, place } of weighed.left)
    config.skip(type, "needs another expected answer than one before it", place);
  const { expected } = weighed;
  return [
    {
      type: "assert-set",
      kind,
      metric: readMetric(item),
      scorer: weighed.scorer,
      ...(expected === undefined ? {} : { expected }),
      weight,
      place: item.place,
    },
  ];
}

/** The mean that passes; null where none is written. */
export function readThreshold(spot: Spot, config: ConfigReading): number | null {
  const threshold = spot.at("threshold");
  const { value } = threshold;
  if (value === undefined) return null;
  if (typeof value === "number" && value > 0 && value <= 1) return value;
  config.note(
    value === 0 ? "a threshold of 0 lets everything pass: it is not read" : "a threshold is a number from 0 to 1",
    threshold.place,
  );
  return null;
}

function readWeight(item: Spot): number {
  const { value } = item.at("weight");
  return typeof value === "number" && value >= 0 ? value : 1;
}

function readMetric(item: Spot): string | null {
  const { value } = item.at("metric");
  return typeof value === "string" && value.trim() !== "" && !value.includes("{{") ? value.slice(0, 64) : null;
}

/** What `$ref: "#/assertionTemplates/name"` stands for; anything else as it is. */
function followReference(item: Spot, config: ConfigReading): Spot {
  const { value } = item.at("$ref");
  if (typeof value !== "string" || !value.startsWith("#/")) return item;
  const keys = value.slice(2).split("/").slice(0, 10);
  const found = keys.reduce((spot, key) => spot.at(key.replaceAll("~1", "/").replaceAll("~0", "~")), config.root);
  if (!found.exists) config.complain(`nothing stands at ${value.slice(0, 80)}`, item.place);
  return found.exists ? found : item;
}

function readAssertion(item: Spot, graders: Graders, config: ConfigReading): ReadAssertion | null {
  const { place } = item;
  const written = item.at("type").value;
  if (typeof written !== "string") {
    config.note(
      typeof item.value === "string"
        ? "an assertion that is a reference is not read"
        : "an assertion without a type is not read",
      place,
    );
    return null;
  }
  const isNegated = written.startsWith("not-");
  const [type = ""] = (isNegated ? written.slice(4) : written).split(/:(?=cosine|dot|euclidean)/);
  const rule = Object.hasOwn(assertionTypes, type) ? assertionTypes[type] : undefined;
  if (rule === undefined) return skip(written, whyNot(type));
  if (item.at("transform").exists || item.at("contextTransform").exists) {
    return skip(written, "has a transform, which is code");
  }
  if (readWeight(item) === 0) return skip(written, "has the weight 0, so that it decides nothing");
  if (item.at("rubricPrompt").exists) config.note("rubricPrompt is not read", item.at("rubricPrompt").place);
  if (typeof item.at("value").value === "string" && codeFile.test(String(item.at("value").value))) {
    if (String(item.at("value").value).startsWith("file://")) return skip(written, "is code");
  }
  const threshold = item.at("threshold").value;
  const own = gradersOf(item.at("provider"));
  const equal: Equal = rule({
    value: config.value(item.at("value")).value,
    threshold: typeof threshold === "number" ? threshold : undefined,
    grader: own.text ?? graders.text,
    embedder: own.embedding ?? graders.embedding,
  });
  if ("cannot" in equal) return skip(written, equal.cannot);
  if (equal.differs !== undefined) config.note(`${written}: ${equal.differs}`, place);
  if (isNegated && "transform" in (Object.values(equal.scorer)[0] as JsonObject)) {
    return skip(written, "has no equal here");
  }
  return {
    type: written,
    kind: equal.kind,
    metric: readMetric(item),
    scorer: isNegated ? { not: { scorer: equal.scorer } } : equal.scorer,
    ...(equal.expected === undefined ? {} : { expected: equal.expected }),
    weight: readWeight(item),
    place,
  };

  function skip(name: string, reason: string): null {
    config.skip(name, reason, place);
    return null;
  }
}

/** The models that a `provider` of an assertion or of `options` names; null where it names none of the kind. */
export function gradersOf(spot: Spot): Graders {
  const { value } = spot;
  const idOf = (entry: Json | undefined): string | null => {
    const id = isObject(entry) ? entry["id"] : entry;
    return typeof id === "string" ? id : null;
  };
  const [text, embedding] = isObject(value) && !("id" in value) ? [value["text"], value["embedding"]] : [value, value];
  const [, embedder] = /^openai:embeddings?:(.+)$/.exec(idOf(embedding) ?? "") ?? [];
  return { text: modelOf(idOf(text) ?? ""), embedding: embedder === undefined ? null : `openai/${embedder}` };
}
