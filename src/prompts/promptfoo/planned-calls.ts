import type { PlannedElsewhere } from "../../model.ts";
import type { WrittenPrompt } from "./prompts.ts";
import type { WrittenProvider } from "./providers.ts";
import type { ConfigReading } from "./reading.ts";
import type { Spot } from "./spot.ts";
import type { ReadTest } from "./tests.ts";

/** Assertions that ask a model, whether or not they have an equal here. */
const graded =
  /^(?:not-)?(?:llm-rubric|g-eval|(?:model-graded-)?factuality|model-graded-closedqa|answer-relevance|(?:context|conversation)-\w+|similar(?::\w+)?|moderation|pi|(?:search|agent)-rubric|trajectory:goal-success|select-best)$/;

/** How many assertions of a list ask a model, those within sets included. Each counts as one call, the least it takes. */
export function countGraded(spot: Spot): number {
  // A set holds no further sets.
  const all = spot.items().flatMap((item) => [item, ...item.at("assert").items()]);
  return all.filter((item) => {
    const { value } = item.at("type");
    return typeof value === "string" && graded.test(value);
  }).length;
}

interface Configuration {
  readonly root: Spot;
  readonly prompts: readonly WrittenPrompt[];
  readonly providers: readonly WrittenProvider[];
  readonly tests: readonly ReadTest[];
  readonly config: ConfigReading;
  readonly isFor: (labels: readonly string[] | null, prompt: WrittenPrompt) => boolean;
}

/** What promptfoo plans for the whole configuration: every prompt, with every provider, over every test that is for it. */
export function planCalls({ root, prompts, providers, tests, config, isFor }: Configuration): PlannedElsewhere {
  const calls = prompts.reduce((sum, prompt) => {
    const answering = providers.filter((provider) => isFor(provider.prompts, prompt)).length;
    const asked = tests.filter((test) => isFor(test.prompts, prompt));
    return sum + answering * asked.reduce((all, test) => all + 1 + test.graded, 0);
  }, 0);
  const written = ["commandLineOptions", "evaluateOptions"].map((key) => root.at(key).at("repeat").value);
  const repeats = written.find((value) => typeof value === "number" && Number.isInteger(value) && value > 0);
  return { calls: config.omits || calls === 0 ? null : calls, repeats: typeof repeats === "number" ? repeats : 1 };
}
