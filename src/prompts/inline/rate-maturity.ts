import { formatPlace } from "../../errors.ts";
import type { InlinePrompt, Maturity } from "../../model.ts";

/** A prompt that is a file, and what it has. */
export interface PromptInFile {
  readonly name: string;
  readonly path: string;
  readonly cases: number;
  readonly judged: boolean;
  readonly versioned: boolean;
}

/** Names that a sentence lists. */
const listed = 3;

/** How far a repository has come, and what brings it further. `gated`: whether a workflow runs the comparison. */
export function rateMaturity(
  inline: readonly InlinePrompt[],
  files: readonly PromptInFile[],
  gated: boolean,
): Maturity {
  const [first] = inline;
  const move =
    first === undefined
      ? []
      : [
          `Move ${inline.length === 1 ? "the prompt" : `${inline.length} prompts`} out of the code, first ${formatPlace(first.place)}: write it to prompts/NAME.prompt.yml and read it from there.`,
        ];
  if (files.length === 0) {
    if (first !== undefined) return { level: 1, nextSteps: move };
    return { level: 0, nextSteps: ["Write the first prompt to prompts/NAME.prompt.yml, and name it in assay.yml."] };
  }
  const without = (has: (file: PromptInFile) => boolean, step: (names: string) => string): readonly string[] => {
    const names = files.filter((file) => !has(file)).map(({ name }) => name);
    const more = names.length > listed ? ` and ${names.length - listed} more` : "";
    return names.length === 0 ? [] : [step(`${names.slice(0, listed).join(", ")}${more}`)];
  };
  const missing = [
    ...without(
      ({ cases }) => cases > 0,
      (names) => `Give ${names} a golden set: golden/NAME.jsonl, one case a line.`,
    ),
    ...without(
      ({ judged, cases }) => judged || cases === 0,
      (names) => `Say what judges ${names}: scorers in assay.yml.`,
    ),
    ...without(
      ({ versioned }) => versioned,
      (names) => `State a version in ${names}: version: 1.0.0.`,
    ),
    ...(gated ? [] : ["Let a workflow under .github/workflows compare every pull request with prompt-assay."]),
  ];
  if (missing.length > 0) return { level: 2, nextSteps: [...missing, ...move] };
  const done = "Nothing is missing. prompt-assay backtest tells what the last changes would have been judged.";
  return { level: 3, nextSteps: move.length > 0 ? move : [done] };
}
