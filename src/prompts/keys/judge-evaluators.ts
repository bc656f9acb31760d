import { nearest, quote } from "../../errors.ts";
import type { JsonObject } from "../../model.ts";
import type { Entry } from "./entry.ts";

const llmKeys = ["modelId", "systemPrompt", "prompt", "choices"];

/** GitHub's runner graded by gpt-4o, which is retired on 2027-01-14; what it calls context of an answer is the case's `expected`. */
const judgeModel = "openai/gpt-6-sol";
const builtIn: Readonly<Record<string, JsonObject>> = {
  coherence: { kind: "coherence" },
  fluency: { kind: "fluency" },
  groundedness: { kind: "groundedness", context: "{{expected}}" },
  relevance: { kind: "answer-relevance" },
  similarity: { kind: "similarity" },
};

/**
 * The options of the judge that an `llm` evaluator stands for: what it says is the rubric, its choices are the menu, and
 * `{{completion}}` is the answer. Null where it does not hold.
 */
export function readLlmEvaluator(entry: Entry): JsonObject | null {
  if (entry.mapOf(llmKeys) === null) return null;
  const model = entry.at("modelId").text();
  const system = entry.at("systemPrompt").exists ? entry.at("systemPrompt").text() : "";
  const prompt = entry.at("prompt").text();
  const choices = readChoices(entry.at("choices"));
  if (model === null || system === null || prompt === null || choices === null) return null;
  const instructions = [system, prompt].filter((text) => text !== "").join("\n\n");
  return { kind: "choices", model, instructions, choices };
}

function readChoices(entry: Entry): readonly JsonObject[] | null {
  const read = entry.items().map((item) => {
    if (item.mapOf(["choice", "score"]) === null) return null;
    const choice = item.at("choice").text();
    const score = item.at("score").value;
    if (typeof score !== "number" || !(score >= 0)) {
      item.complain(`${item.at("score").name} is no number of at least 0`);
      return null;
    }
    return choice === null ? null : { choice, score };
  });
  const choices = read.filter((each) => each !== null);
  if (choices.length < read.length) return null;
  if (choices.length < 2) {
    if (entry.exists) entry.complain(`${entry.name} offers one choice, so there is nothing to choose`);
    return null;
  }
  const best = Math.max(...choices.map(({ score }) => score));
  if (best <= 1) return choices;
  entry.warn(`${entry.name} has scores above 1`, `They are divided by ${best}, so that the best is 1.`);
  return choices.map(({ choice, score }) => ({ choice, score: score / best }));
}

/** The judge that `uses: github/NAME` stands for; `foreign` where it is somebody else's, null where it does not hold. */
export function readUsedEvaluator(entry: Entry): JsonObject | "foreign" | null {
  const written = entry.text();
  if (written === null) return null;
  const [, name] = /^github\/(.*)$/.exec(written) ?? [];
  if (name === undefined) return "foreign";
  const options = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (options !== undefined) return { ...options, model: judgeModel };
  const known = Object.keys(builtIn);
  const near = nearest(name, known);
  entry.complain(
    `${entry.name} is ${quote(written)}, which GitHub does not have`,
    near === null ? `There are ${known.map((each) => `github/${each}`).join(", ")}.` : `Did you mean github/${near}?`,
  );
  return null;
}
