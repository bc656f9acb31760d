import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listChanges } from "../../src/index.ts";
import { createRepository, gitEnvironment } from "../support/repository.ts";
import { dataFolder, hasData } from "./data.ts";

const folder = join(dataFolder, "prompt-history", "ai-moderator");

/** Which parts each consecutive pair of versions changes. */
const expected: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "prompts/ai-detection.prompt.yml": [
    ["text", "format"],
    ["format"],
    ["model"],
    ["text"],
    ["model", "golden", "scorers"],
    [],
  ],
  "prompts/bot-detection.prompt.yml": [["text", "format"], ["format"], ["model"]],
  "prompts/link-spam-detection.prompt.yml": [["text", "format"], ["format"], ["model"], ["golden", "scorers"]],
  "prompts/spam-detection.prompt.yml": [["text", "format"], ["format"], ["model"], ["golden", "scorers"]],
  ".github/prompts/example-custom.prompt.yml": [["text", "format"]],
};

describe.skipIf(!hasData)("the history of real prompt files", () => {
  it.each(Object.entries(expected))("%s", async (path, steps) => {
    const versions = readdirSync(join(folder, path.replaceAll("/", "__"))).sort();
    expect(versions).toHaveLength(steps.length + 1);
    const repository = await createRepository();
    const commits: string[] = [];
    for (const version of versions) {
      await repository.write({ [path]: readFileSync(join(folder, path.replaceAll("/", "__"), version)) });
      commits.push(await repository.commit(version));
    }
    for (const [index, parts] of steps.entries()) {
      const [base, head] = [commits[index] ?? "", commits[index + 1] ?? ""];
      const report = await listChanges({ directory: repository.directory, environment: gitEnvironment, base, head });
      expect(report.prompts.map((prompt) => prompt.change.parts)).toEqual(parts.length === 0 ? [] : [parts]);
    }
  });
});
