import { describe, expect, test } from "vitest";
import { effectiveSettings, readConfig } from "../../src/config/config.ts";

const text = `
golden: golden/{name}.jsonl
model: openai/one
scorers: [equals, contains]
overrides:
  - prompts: ["prompts/mail*", "**/.hidden/*"]
    model: openai/two
    scorers: [regex]
  - prompts: prompts/**
    golden: golden/shared.jsonl
  - prompts: prompts/{mail,chat}-long.md
    model: openai/three
    scorers: []
  - prompts: "../shared/*.md"
    model: openai/four
`;

async function settle(configPath: string, promptPath: string) {
  const config = await readConfig(configPath, Buffer.from(text), []);
  const { scorers, golden, model } = effectiveSettings(config, { path: promptPath });
  return [model, golden, ...scorers.map((scorer) => scorer.name)];
}

const own = ["openai/one", "golden/{name}.jsonl", "equals", "contains"];
const shared = "golden/shared.jsonl";

describe("effectiveSettings", () => {
  test.each<[string, string, readonly string[]]>([
    ["assay.yml", "other/a.md", own],
    ["assay.yml", "prompts/a.md", ["openai/one", shared, "equals", "contains"]],
    ["assay.yml", "prompts/mail.md", ["openai/two", shared, "regex"]],
    ["assay.yml", "prompts/deep/mail.md", ["openai/one", shared, "equals", "contains"]],
    ["assay.yml", "prompts/mail-long.md", ["openai/three", shared]],
    ["assay.yml", "prompts/chat-long.md", ["openai/three", shared]],
    ["assay.yml", "prompts/.hidden/a.md", ["openai/two", shared, "regex"]],
    ["assay.yml", "a/.hidden/b.md", ["openai/two", "golden/{name}.jsonl", "regex"]],
    ["tools/assay.yml", "prompts/mail.md", own],
    ["tools/assay.yml", "tools/prompts/mail.md", ["openai/two", shared, "regex"]],
    ["tools/assay.yml", "shared/a.md", ["openai/four", "golden/{name}.jsonl", "equals", "contains"]],
    ["tools/assay.yml", "toolsmith/prompts/mail.md", own],
  ])("%s says of %s", async (configPath, promptPath, expected) => {
    expect(await settle(configPath, promptPath)).toEqual(expected);
  });

  test("dependencies of every override that matches are added to those of all prompts", async () => {
    const written = {
      dependsOn: "src/shared/**",
      overrides: [
        { prompts: "prompts/mail*", dependsOn: ["src/mail/**"] },
        { prompts: "prompts/**", dependsOn: "src/all.ts" },
      ],
    };
    const config = await readConfig("assay.yml", Buffer.from(JSON.stringify(written)), []);
    const dependsOn = (path: string) => effectiveSettings(config, { path }).dependsOn;
    expect(dependsOn("prompts/mail.md")).toEqual(["src/shared/**", "src/mail/**", "src/all.ts"]);
    expect(dependsOn("other.md")).toEqual(["src/shared/**"]);
  });

  test("the costliest globs that are let through answer fast on a hostile name", async () => {
    const globs = ["*a*a*b", "**/*a*a*b/**/*a*a*b/**/*a*a*b/c", "[a-z]+[a-z]+[a-z]+b", "{a*,a*,a*}b"];
    const config = await readConfig("assay.yml", Buffer.from(JSON.stringify({ overrides: [{ prompts: globs }] })), []);
    const start = performance.now();
    effectiveSettings(config, { path: `${"a".repeat(255)}/`.repeat(4) });
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
