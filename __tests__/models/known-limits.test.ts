import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model.ts";
import { refusedParameters, retirementOf } from "../../src/models/known-limits.ts";

describe("models that are retired", () => {
  test.each([
    ["openai", "gpt-4-32k-0613", "2025-06-06"],
    ["openai", "gpt-5-mini", "2026-12-11"],
    ["openai", "gpt-5-chat-latest", "2026-07-23"],
    ["openai", "gpt-3.5-turbo", "2026-10-23"],
    ["openai", "gpt-4-turbo", "2026-10-23"],
    ["openai", "o4-mini-2025-04-16", "2026-10-23"],
    ["openai", "o3-pro", "2026-12-11"],
    ["openai", "gpt-4o-mini", "2027-01-14"],
    ["openai", "gpt-4.1", "2027-01-14"],
    ["openai", "gpt-4.1-nano", "2026-10-23"],
    ["openai", "gpt-5.1", "2027-04-01"],
    ["openai", "gpt-5.4-mini", null],
    ["openai", "gpt-6-luna", null],
    ["anthropic", "claude-3-7-sonnet-latest", "2026-02-19"],
    ["anthropic", "claude-3-haiku-20240307", "2026-04-20"],
    ["anthropic", "claude-sonnet-4-20250514", "2026-06-15"],
    ["anthropic", "claude-opus-4-1", "2026-08-05"],
    ["anthropic", "claude-sonnet-4-5-20250929", "2026-11-30"],
    ["anthropic", "claude-sonnet-4-6", null],
    ["anthropic", "claude-haiku-4-5", null],
    ["google", "gemini-2.0-flash-001", "2026-06-01"],
    ["google", "gemini-2.5-flash", "2026-12-01"],
    ["google", "gemini-2.5-flash-lite", null],
    ["anthropic", "claude-3-opus-20240229", "2026-01-05"],
    ["anthropic", "claude-opus-4-7", null],
    ["elsewhere", "gpt-4-32k", null],
    ["constructor", "gpt-4-32k", null],
  ])("%s/%s: %s", (provider, model, from) => {
    expect(retirementOf(provider, model)).toBe(from);
  });
});

describe("models that we name ourselves", () => {
  const written = [
    ...readdirSync("docs").map((name) => `docs/${name}`),
    ...readdirSync("fixtures/examples", { recursive: true }).map((name) => `fixtures/examples/${name}`),
    "src/pipeline/setup/propose-setup.ts",
    "src/prompts/keys/judge-evaluators.ts",
    "src/prompts/promptfoo/assertion-types.ts",
    "src/golden/evals/classes.ts",
  ].filter((path) => /\.(?:md|yml|ts)$/.test(path));
  const named = written.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\b(openai|anthropic|google)\/([a-z][\w.-]*\w)/g)].map(
      ([, provider = "", model = ""]) => ({ path, provider, model }),
    ),
  );

  test("are none of those that are about to go", () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ provider, model }) => retirementOf(provider, model) !== null)).toEqual([]);
  });
});

describe("parameters that a model refuses", () => {
  test.each<[string, string, JsonObject, readonly string[]]>([
    ["openai", "gpt-5-mini", { temperature: 0, max_tokens: 9, seed: 1 }, ["temperature", "max_tokens"]],
    ["openai", "o3-2025-04-16", { temperature: 1, top_p: 1, max_completion_tokens: 9 }, []],
    ["azure", "o3", { presence_penalty: 0.5 }, ["presence_penalty"]],
    ["openai", "gpt-5.1", { temperature: 0 }, []],
    ["openai", "gpt-5-chat-latest", { temperature: 0 }, []],
    ["openai", "gpt-4.1", { temperature: 0, max_tokens: 9 }, []],
    ["openai", "gpt-6-luna", { temperature: 0, logprobs: true, seed: 1 }, ["temperature", "logprobs"]],
    ["openai", "gpt-6.1-sol", { temperature: 1, top_p: 0.9 }, ["top_p"]],
    ["openai", "gpt-6-luna", { temperature: 0, reasoning_effort: "none" }, []],
    ["openai", "gpt-6-luna", { temperature: 0, reasoning: { effort: "none" } }, []],
    ["anthropic", "claude-opus-4-7", { temperature: 0.2, top_k: 5 }, ["temperature", "top_k"]],
    ["anthropic", "claude-opus-4-8", { temperature: 1 }, []],
    ["anthropic", "claude-haiku-5-5", { top_p: 0.9 }, ["top_p"]],
    ["anthropic", "claude-sonnet-4-5", { temperature: 0.2, top_p: 0.9 }, ["temperature beside top_p"]],
    ["anthropic", "claude-sonnet-4-5", { temperature: 0.2 }, []],
    ["local", "gpt-5", { temperature: 0 }, []],
  ])("%s/%s %j: %j", (provider, model, parameters, refused) => {
    expect(refusedParameters(provider, model, parameters)).toEqual(refused);
  });
});
