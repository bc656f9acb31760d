import { formatPlace, quote } from "../../errors.ts";
import type { JsonObject, NotRun, Place, ScorerSpec } from "../../model.ts";
import type { Entry } from "./entry.ts";
import { readLlmEvaluator, readUsedEvaluator } from "./judge-evaluators.ts";

/** The string evaluators with the semantics of GitHub's runner: the first that is set counts, in this order. */
const stringEvaluators = [
  { key: "equals", type: "equals", options: { trim: true, ignoreCase: false } },
  { key: "contains", type: "contains", options: { ignoreCase: true } },
  { key: "startsWith", type: "starts-with", options: { ignoreCase: true } },
  { key: "endsWith", type: "ends-with", options: { ignoreCase: true } },
] as const satisfies readonly { key: string; type: string; options: JsonObject }[];

const stringKeys = stringEvaluators.map(({ key }) => key);
const kinds = ["string", "llm", "uses"];
const foreign = "comes from elsewhere: the evaluators known here are those of github/";

/** What a file is judged by: scorers, and what this version does not run. */
export interface Evaluators {
  readonly evaluators: readonly ScorerSpec[];
  readonly notRun: readonly NotRun[];
}

/** Reads the evaluators of GitHub's format: each has a name and one of `string`, `llm`, `uses`. */
export function readEvaluators(entry: Entry): Evaluators {
  const evaluators: ScorerSpec[] = [];
  const notRun: NotRun[] = [];
  const names = new Map<string, Place>();
  for (const item of entry.exists ? entry.items() : []) {
    if (item.mapOf(["name", ...kinds]) === null) continue;
    const { place } = item;
    const name = item.at("name").text();
    const first = names.get(name ?? "");
    if (name !== null && first !== undefined) {
      item.complain(`two evaluators are named ${quote(name)}`, `The other one is at ${formatPlace(first)}.`);
    } else if (name !== null) names.set(name, place);
    const written = kinds.filter((kind) => item.at(kind).exists);
    if (written.length !== 1) {
      item.complain(`${item.name} needs exactly one of ${kinds.join(", ")}`);
    } else if (written[0] === "string") {
      const spec = readStringEvaluator(item.at("string"));
      if (name !== null && spec !== null) evaluators.push({ ...spec, name, place });
    } else if (written[0] === "llm") {
      const options = readLlmEvaluator(item.at("llm"));
      if (name !== null && options !== null) evaluators.push({ type: "judge", options, name, place });
    } else {
      const options = readUsedEvaluator(item.at("uses"));
      if (name !== null && options === "foreign") notRun.push({ name, reason: foreign, place });
      else if (name !== null && options !== null && options !== "foreign")
        evaluators.push({ type: "judge", options, name, place });
    }
  }
  return { evaluators, notRun };
}

function readStringEvaluator(entry: Entry): Pick<ScorerSpec, "type" | "options"> | null {
  if (entry.mapOf(stringKeys) === null) return null;
  const mistaken = stringKeys.filter((key) => entry.at(key).exists && typeof entry.at(key).value !== "string");
  for (const key of mistaken) entry.at(key).text();
  const [used, ...others] = stringEvaluators.filter(({ key }) => !mistaken.includes(key) && entry.at(key).value);
  for (const { key } of others) {
    entry
      .at(key)
      .warn(`${entry.at(key).name} is not used, because ${used?.key} is set`, "Make it an evaluator of its own.");
  }
  if (used === undefined) {
    if (mistaken.length === 0) entry.complain(`${entry.name} needs one of ${stringKeys.join(", ")}`);
    return null;
  }
  return { type: used.type, options: { value: entry.at(used.key).value as string, ...used.options } };
}
