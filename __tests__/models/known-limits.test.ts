import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model.ts";
import { refusedParameters, retirementOf } from "../../src/models/known-limits.ts";

describe("models that are retired", () => {
  test.each([
    ["openai", "gpt-4-32k-0613", "2025-06-06"],
    ["openai", "gpt-5-mini", "2026-12-11"],
    ["openai", "gpt-5.1", null],
    ["openai", "gpt-4.1", null],
    ["anthropic", "claude-3-opus-20240229", "2026-01-05"],
    ["anthropic", "claude-opus-4-7", null],
    ["elsewhere", "gpt-4-32k", null],
    ["constructor", "gpt-4-32k", null],
  ])("%s/%s: %s", (provider, model, from) => {
    expect(retirementOf(provider, model)).toBe(from);
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
    ["anthropic", "claude-opus-4-7", { temperature: 0.2, top_k: 5 }, ["temperature", "top_k"]],
    ["anthropic", "claude-sonnet-4-5", { temperature: 0.2, top_p: 0.9 }, ["temperature beside top_p"]],
    ["anthropic", "claude-sonnet-4-5", { temperature: 0.2 }, []],
    ["local", "gpt-5", { temperature: 0 }, []],
  ])("%s/%s %j: %j", (provider, model, parameters, refused) => {
    expect(refusedParameters(provider, model, parameters)).toEqual(refused);
  });
});
