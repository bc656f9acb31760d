import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Part, PromptFile } from "../../src/model.ts";
import { changedParts } from "../../src/prompts/changed-parts.ts";
import { canonicalJson } from "../../src/source/json.ts";
import { writePrompt } from "../support/write-prompt.ts";
import { parse } from "./helpers.ts";

const history = "../shared/data/prompt-history/ai-moderator";

/** What is known of each step of the recorded history: the parts of the call, and whether what judges changed. */
const steps: Record<string, readonly (readonly [parts: readonly Part[], judging: boolean])[]> = {
  "prompts__ai-detection.prompt.yml": [
    [["text", "format"], false],
    [["format"], false],
    [["model"], false],
    [["text"], false],
    [["model"], true],
    [[], false],
  ],
  "prompts__bot-detection.prompt.yml": [
    [["text", "format"], false],
    [["format"], false],
    [["model"], false],
  ],
  "prompts__link-spam-detection.prompt.yml": [
    [["text", "format"], false],
    [["format"], false],
    [["model"], false],
    [[], true],
  ],
  "prompts__spam-detection.prompt.yml": [
    [["text", "format"], false],
    [["format"], false],
    [["model"], false],
    [[], true],
  ],
  ".github__prompts__example-custom.prompt.yml": [[["text", "format"], false]],
};

const recorded = existsSync(history);
if (!recorded) process.stdout.write(`skipped: the recorded prompt history is not at ${history}\n`);

describe.skipIf(!recorded)("the recorded history of real prompt files", () => {
  test.each(Object.entries(steps))("%s", (file, expected) => {
    const versions = readdirSync(`${history}/${file}`)
      .sort()
      .map((version) => parse(file, readFileSync(`${history}/${file}/${version}`)));
    const judgedBy = ({ testData, evaluators }: (typeof versions)[number]) =>
      canonicalJson([
        testData.map(({ value }) => value),
        evaluators.map(({ type, name, options }) => ({ type, name, options })),
      ]);
    const found = versions.slice(1).map((after, index) => {
      const before = versions[index] ?? after;
      return [changedParts(before.configuration, after.configuration), judgedBy(before) !== judgedBy(after)];
    });
    expect(found).toEqual(expected);
    expect(versions.every(({ variables }) => variables.map(({ name }) => name).join() === "stdin")).toBe(true);
    for (const version of versions) {
      const rewritten = rewrite(version);
      expect(rewritten.prompt.configuration).toEqual(version.configuration);
      expect(rewrite(rewritten.prompt).text).toBe(rewritten.text);
    }
  });
});

/** The prompt as it is written out anew, and read again. */
function rewrite(prompt: PromptFile): { readonly text: string; readonly prompt: PromptFile } {
  const text = writePrompt("prompt-yml", prompt);
  return { text, prompt: parse(prompt.path, text) };
}
