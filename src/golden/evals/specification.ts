import { quote } from "../../errors.ts";
import type { Json, JsonObject, Place } from "../../model.ts";
import { isObject } from "../../source/json.ts";
import { fileName } from "../../source/repository-path.ts";
import { readYaml } from "../../source/yaml.ts";

/** A file in which specifications stand. */
export interface SpecificationFile {
  readonly path: string;
  readonly text: string;
}

/** A specification, and where its values stand. */
export interface Specification {
  readonly spec: JsonObject;
  readonly place: (keys: readonly (string | number)[]) => Place;
}

/** A file holds specifications by name, or is the one that it is named after. */
export function findSpecification(name: string, files: readonly SpecificationFile[]): Specification | null {
  const own = (path: string): boolean => fileName(path).replace(/\.[^.]*$/, "") === name;
  for (const { path, text } of [...files].sort((one, other) => Number(own(other.path)) - Number(own(one.path)))) {
    // What else a file holds is nobody's concern here, and may be anything.
    if (!own(path) && !`\n${text}`.includes(`\n${name}:`)) continue;
    const { value, place } = readYaml(path, text);
    if (!isObject(value)) continue;
    const named = Object.hasOwn(value, name) ? value[name] : undefined;
    if (isObject(named)) return { spec: named, place: (keys) => place([name, ...keys]) };
    if (own(path) && Object.hasOwn(value, "prompt")) return { spec: value, place };
  }
  return null;
}

/** Choices that a judge offers at most. */
const choiceLimit = 20;

/** Tells a mistake at a key. */
export type Complain = (key: string, message: string, hint: string) => void;

/** A text, or a list of messages. */
export function promptOf(prompt: Json | undefined): string {
  if (typeof prompt === "string") return prompt.trim();
  if (!Array.isArray(prompt)) return "";
  const texts = prompt.map((message: Json) =>
    isObject(message) && typeof message["content"] === "string" ? message["content"] : "",
  );
  return texts.join("\n\n").trim();
}

/** What may be chosen, each with a score from 0 to 1; none, and told, where the specification does not hold. */
export function choicesOf(spec: JsonObject, complain: Complain): readonly JsonObject[] {
  const written = spec["choice_strings"];
  const strings = typeof written === "string" && !written.startsWith("from_n") ? [...written] : written;
  if (!Array.isArray(strings) || strings.length < 2 || strings.length > choiceLimit) {
    complain("choice_strings", `has no choice_strings, 2 to ${choiceLimit} of them`, "Write them as a list.");
    return [];
  }
  const scores = spec["choice_scores"];
  const values = strings.map((choice: Json) => {
    const value = scores === "from_strings" ? Number(choice) : isObject(scores) ? scores[String(choice)] : undefined;
    return { choice: String(choice), score: value };
  });
  const bad = values.find(({ score }) => typeof score !== "number" || !(score >= 0));
  if (bad !== undefined) {
    complain(
      "choice_scores",
      `has no score of at least 0 for the choice ${quote(bad.choice)}`,
      "Give each choice one, the best choice the highest.",
    );
    return [];
  }
  // A score is at most 1 here.
  const best = Math.max(1, ...values.map(({ score }) => score as number));
  return values.map(({ choice, score }) => ({ choice, score: (score as number) / best }));
}

/** A value that a specification is given, and by which name, where there are several. */
export interface Argument {
  readonly name: string | null;
  readonly text: string;
}

/** Values by the names under which the prompt uses them; several, where they have names themselves. */
export function argumentsOf(args: Json | undefined): Readonly<Record<string, readonly Argument[]>> {
  if (!isObject(args)) return {};
  return Object.fromEntries(
    Object.entries(args).map(([key, value]): [string, readonly Argument[]] => [
      key,
      isObject(value)
        ? Object.entries(value)
            .slice(0, choiceLimit)
            .map(([name, text]) => ({ name, text: String(text) }))
        : [{ name: null, text: String(value) }],
    ]),
  );
}

/** A field of a template of Python's `format`, or a brace that is written twice. */
const fieldOrBrace = /\{\{|\}\}|\{([\w.-]+)\}/g;

/** What a prompt is given, by name. */
export function fieldsOf(prompt: string): readonly string[] {
  return [...new Set([...prompt.matchAll(fieldOrBrace)].flatMap(([, field]) => field ?? []))];
}

/**
 * A template of Python's `format` as a rubric, in which a judge is told where the values stand: the answer is the
 * completion, the ideal answer what is expected.
 */
export function toRubric(prompt: string, args: Readonly<Record<string, string>>, output: string): string {
  return prompt.replace(fieldOrBrace, (written, field?: string) => {
    if (field === undefined) return written.charAt(0);
    if (Object.hasOwn(args, field)) return args[field] ?? "";
    return `{{${field === output ? "completion" : field === "ideal" ? "expected" : field}}}`;
  });
}
