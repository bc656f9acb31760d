import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { type AssertionKind, assertionTypes, type Equal, whyNot } from "./assertion-types.ts";
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
}

/** The models that grade, as `publisher/name`; null: none is named. */
export interface Graders {
  readonly text: string | null;
  readonly embedding: string | null;
}

/** Reads a list of assertions; what has no equal is told by name and left out. */
export function readAssertions(spot: Spot, graders: Graders, config: ConfigReading): readonly ReadAssertion[] {
  const read: ReadAssertion[] = [];
  const visit = (items: readonly Spot[], depth: number): void => {
    for (const item of items) {
      if (read.length >= assertionLimit) {
        config.note(`of more than ${assertionLimit} assertions the first are read`, spot.place);
        return;
      }
      if (item.at("type").value === "assert-set" && depth === 0) {
        if (item.at("threshold").exists) {
          config.note("the threshold of an assert-set is not read: all of it must pass", item.place);
        }
        visit(item.at("assert").items(), 1);
        continue;
      }
      const one = readAssertion(item, graders, config);
      if (one !== null) read.push(one);
    }
  };
  visit(spot.items(), 0);
  return read;
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
  if (item.at("weight").value === 0) return skip(written, "has the weight 0, so that it decides nothing");
  if (item.at("weight").exists && item.at("weight").value !== 1) {
    config.note("weight is not read: every assertion counts", item.at("weight").place);
  }
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
  const metric = item.at("metric").value;
  if (equal.differs !== undefined) config.note(`${written}: ${equal.differs}`, place);
  if (isNegated && "transform" in (Object.values(equal.scorer)[0] as JsonObject)) {
    return skip(written, "has no equal here");
  }
  return {
    type: written,
    kind: equal.kind,
    metric: typeof metric === "string" && metric.trim() !== "" && !metric.includes("{{") ? metric.slice(0, 64) : null,
    scorer: isNegated ? { not: { scorer: equal.scorer } } : equal.scorer,
    ...(equal.expected === undefined ? {} : { expected: equal.expected }),
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
