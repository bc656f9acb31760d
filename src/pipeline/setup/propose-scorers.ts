import type { Case, Json, PromptVersion } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { findLabels } from "./find-labels.ts";
import { anyAnswer } from "./write-assay-file.ts";

/** What a prompt promises, and the scorers that hold it to that. */
export interface PromisedAnswers {
  /** As they stand in assay.yml. */
  readonly scorers: readonly Json[];
  /** Why, in a few words for a person: `answers with one of 3 labels`. */
  readonly reasons: readonly string[];
  /** A JSON Schema to be written to the file that a scorer names; null where there is none. */
  readonly schema: { readonly path: string; readonly schema: Json } | null;
}

/**
 * Scorers from what a prompt says of its answers (a schema, JSON, labels) and from what its cases expect. `fileName` is
 * free for a schema. A prompt that brings evaluators of its own gets none.
 */
export function proposeScorers(version: PromptVersion, cases: readonly Case[], fileName: string): PromisedAnswers {
  if (version.evaluators.length > 0) {
    return { scorers: [], reasons: ["is scored by its own evaluators"], schema: null };
  }
  const shape = proposeForShape(version, fileName);
  const expected = proposeForExpected(cases);
  const parts = choose(shape, expected);
  if (parts.length === 0) return { scorers: anyAnswer, reasons: ["is no refusal"], schema: null };
  return {
    scorers: parts.map(({ scorer }) => scorer),
    reasons: parts.map(({ reason }) => reason),
    schema: shape?.schema ?? null,
  };
}

interface Proposal {
  readonly scorer: Json;
  readonly reason: string;
  /** Whether nothing else need be asked of an answer that passes. */
  readonly isWhole?: true;
  readonly schema?: NonNullable<PromisedAnswers["schema"]>;
}

/** What equals one of the labels is one of them, and what equals JSON is JSON: one comparison is enough. */
function choose(shape: Proposal | null, expected: Proposal | null): readonly Proposal[] {
  if (shape?.isWhole) return [shape];
  if (expected?.isWhole && shape?.schema === undefined) return [expected];
  return [shape, expected].filter((part) => part !== null);
}

function proposeForShape({ configuration }: PromptVersion, fileName: string): Proposal | null {
  const { format, messages } = configuration;
  const named = isObject(format?.["json_schema"] ?? null) ? (format?.["json_schema"] as { schema?: Json }) : null;
  if (isObject(named?.schema ?? null)) {
    const path = `schemas/${fileName}.json`;
    return {
      scorer: { "json-schema": { schema: path } },
      reason: "holds its JSON schema",
      schema: { path, schema: named?.schema as Json },
    };
  }
  const text = messages
    .filter(({ role }) => role !== "assistant")
    .map(({ content }) => content)
    .join("\n");
  const wantsJson = /\b(?:respond|reply|answer|return|output|produce|write|generate)\b[^.\n]{0,60}\bJSON\b/i;
  if (format !== null || wantsJson.test(text)) return { scorer: { "valid-json": { fence: true } }, reason: "is JSON" };
  if (/(?:^|\n|\s)\(?A[).:]\s.{1,400}?(?:\n|\s)\(?B[).:]\s/s.test(text)) {
    return { scorer: "choice", reason: "chooses the letter", isWhole: true };
  }
  const labels = findLabels(text);
  if (labels.length === 0) return null;
  const pattern = `^\\W*(?:${labels.map((label) => label.replaceAll(/[+-]/g, "\\$&")).join("|")})\\W*$`;
  return {
    scorer: { regex: { name: "one-of-the-labels", pattern, flags: "i" } },
    reason: `is one of ${labels.length} labels`,
  };
}

/** Where at least half of the cases say what is expected, answers are held against it. */
function proposeForExpected(cases: readonly Case[]): Proposal | null {
  const expected = cases.flatMap((each) => (each.expected === null ? [] : [each.expected]));
  if (expected.length === 0 || expected.length * 2 < cases.length) return null;
  if (expected.every((each) => typeof each === "number"))
    return { scorer: "numeric", reason: "is the number expected", isWhole: true };
  if (expected.every((each) => isObject(each) || Array.isArray(each))) {
    return { scorer: "json-equals", reason: "is the JSON expected", isWhole: true };
  }
  const texts = expected.map(String);
  const short = texts.every((text) => !text.includes("\n") && text.split(/\s+/).length <= 5);
  return short
    ? { scorer: { equals: { ignoreCase: true } }, reason: "is the text expected", isWhole: true }
    : { scorer: "rouge-l", reason: "is near the text expected" };
}
