import type { Json, JsonObject } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { readsEnvironment } from "./reading.ts";

/** An assertion's words, its references to files read. */
export interface WrittenAssertion {
  readonly value: Json | undefined;
  readonly threshold: number | undefined;
  /** `publisher/name` of the grader; null: none is named. */
  readonly grader: string | null;
  /** The same of the model that makes embeddings. */
  readonly embedder: string | null;
}

/**
 * `passes` or fails by the answer alone, by what is `measured` of the call, or as it is `judged` by a model; or is
 * `graded` from 0 to 1.
 */
export type AssertionKind = "passes" | "measured" | "judged" | "graded";

/** The scorer that an assertion stands for; or why there is none, as the rest of "it …". */
export type Equal =
  | {
      readonly scorer: JsonObject;
      readonly kind: AssertionKind;
      /** What the case's `expected` has to be for it; unset: nothing of its own. */
      readonly expected?: Json;
      /** In what it differs. */
      readonly differs?: string;
    }
  | { readonly cannot: string };

type Rule = (written: WrittenAssertion) => Equal;

/** Where no grader is named. */
const defaultGrader = "openai/gpt-6-sol";
const defaultEmbedding = "openai/text-embedding-3-large";
const graded = "it is graded from 0 to 1 here, for it has no threshold";
/** What a judge grades by where no scale is written: 1 to 5. */
const grades = 5;
/** Judges that grade. */
const scaled = ["answer-relevance", "groundedness", "criteria"];

const passes = (scorer: JsonObject): Equal => ({ scorer, kind: "passes" });

/** A value that is put in by name alone; anything else a template does is not done here. */
function textOf(value: Json | undefined): string | { readonly cannot: string } {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string" || value === "") return { cannot: "has no value that is a text" };
  if (readsEnvironment(value)) return { cannot: "reads the environment, which is never done" };
  const rest = value.replace(/\{\{\s*[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\s*\}\}/gu, "");
  return /\{\{|\{%|\{#/.test(rest) ? { cannot: "has a value that is more of a template than {{name}}" } : value;
}

const withText =
  (make: (text: string, written: WrittenAssertion) => Equal): Rule =>
  (written) => {
    const text = textOf(written.value);
    return typeof text === "string" ? make(text, written) : text;
  };

/** Several texts: a list, or one text with commas between them. */
const withTexts =
  (type: string, more: JsonObject = {}): Rule =>
  ({ value }) => {
    const items = Array.isArray(value)
      ? (value as readonly Json[])
      : typeof value === "string"
        ? value.split(",").map((each) => each.trim())
        : [];
    const texts = items.map(textOf);
    const refused = texts.find((text) => typeof text !== "string");
    if (refused !== undefined && typeof refused !== "string") return refused;
    if (texts.length === 0 || texts.length > 100) return { cannot: "has no list of 1 to 100 texts" };
    return passes({ [type]: { values: texts as readonly string[], ...more } });
  };

/** A measure from 0 to 1: with a threshold it passes or fails. */
function measured(scorer: JsonObject, { threshold }: WrittenAssertion): Equal {
  if (threshold === undefined || !(threshold > 0 && threshold <= 1)) return { scorer, kind: "graded", differs: graded };
  return { scorer: { weighted: { passAt: threshold, scorers: [scorer] } }, kind: "judged" };
}

/** A grade that passes from the threshold on, which lies within 0 and 1. */
function passAt({ threshold }: WrittenAssertion): JsonObject {
  if (threshold === undefined || !(threshold > 0 && threshold <= 1)) return {};
  // Grades are equal steps from 0 to 1.
  return { passAt: 1 + Math.max(1, Math.ceil(threshold * (grades - 1) - 1e-9)) };
}

const judge =
  (kind: string): ((options: JsonObject, written: WrittenAssertion, expected?: Json) => Equal) =>
  (options, written, expected) => {
    const { grader, threshold } = written;
    const bound = scaled.includes(kind) ? passAt(written) : {};
    const differs = [
      ...(grader === null ? [`no grader is named, so ${defaultGrader} judges`] : []),
      ...(threshold !== undefined && !scaled.includes(kind)
        ? ["its threshold is not read, for the judge chooses"]
        : []),
    ];
    return {
      scorer: {
        judge: { ...(kind === "rubric" ? {} : { kind }), model: grader ?? defaultGrader, ...options, ...bound },
      },
      kind: kind === "rubric" || kind === "closed-question" || "passAt" in bound ? "judged" : "graded",
      ...(expected === undefined ? {} : { expected }),
      ...(differs.length === 0 ? {} : { differs: differs.join("; ") }),
    };
  };

const schema =
  (more: JsonObject): Rule =>
  ({ value }) => {
    const differs =
      "transform" in more ? { differs: "JSON is looked for in a code fence, or as the whole answer" } : {};
    if (value === undefined || value === "") return { ...passes({ "valid-json": more }), ...differs };
    if (isObject(value)) return { ...passes({ "json-schema": { inline: value, ...more } }), ...differs };
    return { cannot: "has a schema that is no map" };
  };

const limit =
  (scorer: string): Rule =>
  ({ threshold }) =>
    threshold === undefined || threshold < 0
      ? { cannot: "has no threshold" }
      : { scorer: { [scorer]: { max: threshold } }, kind: "measured" };

/** What RE2 has not: it would take more than linear time. */
const beyondLinear = /\(\?<?[=!]|\\[1-9]|\\k</;

const finishReasons: Readonly<Record<string, string>> = {
  stop: "stop",
  length: "length",
  content_filter: "content-filter",
  tool_calls: "tool-calls",
};

/** The assertions that have an equal here, by promptfoo's names. */
export const assertionTypes: Readonly<Record<string, Rule>> = {
  equals: (written) => {
    if (isObject(written.value) || Array.isArray(written.value)) {
      return passes({ "json-equals": { value: written.value } });
    }
    const text = textOf(written.value);
    if (typeof text !== "string") return text;
    // What is no template is the case's expected answer, which is what `equals` compares with.
    const plain = !text.includes("{{");
    return {
      ...passes({ equals: { trim: false, ...(plain ? {} : { value: text }) } }),
      ...(plain && { expected: text }),
    };
  },
  contains: withText((value) => passes({ contains: { value } })),
  icontains: withText((value) => passes({ contains: { value, ignoreCase: true } })),
  "contains-any": withTexts("contains-any"),
  "icontains-any": withTexts("contains-any", { ignoreCase: true }),
  "contains-all": withTexts("contains-all"),
  "icontains-all": withTexts("contains-all", { ignoreCase: true }),
  "starts-with": withText((value) => passes({ "starts-with": { value } })),
  regex: ({ value }) => {
    if (typeof value !== "string" || value === "" || value.length > 1000) return { cannot: "has no short pattern" };
    if (value.includes("{{")) return { cannot: "has a pattern that is a template" };
    if (beyondLinear.test(value)) return { cannot: "looks around or back, which takes more than linear time" };
    return passes({ regex: { pattern: value } });
  },
  "is-json": schema({}),
  "contains-json": schema({ transform: "strip-fence" }),
  "is-xml": ({ value }) =>
    value === undefined ? passes({ "valid-xml": {} }) : { cannot: "asks for certain elements" },
  "is-refusal": () => passes({ refusal: { expect: "refusal" } }),
  "word-count": ({ value }) => {
    if (typeof value === "number") return passes({ length: { name: "words", unit: "words", min: value, max: value } });
    const { min, max } = isObject(value) ? value : {};
    const bounds = { ...(typeof min === "number" ? { min } : {}), ...(typeof max === "number" ? { max } : {}) };
    return Object.keys(bounds).length === 0
      ? { cannot: "has no bounds" }
      : passes({ length: { name: "words", unit: "words", ...bounds } });
  },
  latency: limit("latency"),
  cost: limit("cost"),
  "finish-reason": ({ value }) =>
    typeof value === "string" && Object.hasOwn(finishReasons, value)
      ? passes({ "finish-reason": { value: finishReasons[value] ?? "stop" } })
      : { cannot: "names a reason that is not known here" },
  levenshtein: withText((value) => ({
    scorer: { levenshtein: { value } },
    kind: "graded",
    differs: "it is graded from 0 to 1 here: a number of edits is no threshold of that",
  })),
  "rouge-n": withText((value, written) => measured({ "rouge-1": { value } }, written)),
  bleu: withText((value, written) => measured({ bleu: { value } }, written)),
  similar: withText((value, written) =>
    measured({ similar: { model: written.embedder ?? defaultEmbedding, value } }, written),
  ),
  "llm-rubric": withText((instructions, written) => judge("rubric")({ instructions }, written)),
  "model-graded-closedqa": withText((instructions, written) => judge("closed-question")({ instructions }, written)),
  factuality: withText((text, written) => judge("factuality")({}, written, text)),
  "model-graded-factuality": withText((text, written) => judge("factuality")({}, written, text)),
  "answer-relevance": (written) => judge("answer-relevance")({}, written),
  "context-faithfulness": (written) => judge("groundedness")({ context: "{{context}}" }, written),
  "g-eval": (written) => {
    const items = Array.isArray(written.value) ? (written.value as readonly Json[]) : [written.value];
    const texts = items.map(textOf);
    const refused = texts.find((text) => typeof text !== "string");
    if (refused !== undefined && typeof refused !== "string") return refused;
    return judge("criteria")({ criteria: texts.slice(0, 20) as readonly string[] }, written);
  },
};

/** What the others do, for the message that tells them by name. */
export function whyNot(type: string): string {
  if (/^(?:javascript|python|ruby)$/.test(type)) return "is code";
  if (type === "webhook") return "calls an address";
  return "has no equal here";
}
