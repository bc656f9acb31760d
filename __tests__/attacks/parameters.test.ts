import { describe, expect, it } from "vitest";
import type { PromptVersion } from "../../src/model.ts";
import { refuseOfFork } from "../../src/pipeline/plan/fork-limits.ts";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { expectNoCall, openAttack, readable, timeout } from "./support.ts";

/**
 * What a prompt asks for is paid for by the repository, and may reach further than an answer.
 * Line of defence: `refuseOfFork` in src/pipeline/plan/fork-limits.ts: a list of parameters with ceilings, and the models
 * of the base.
 *
 * @defence src/pipeline/plan/fork-limits.ts
 * - if (allows === undefined) return [`A fork cannot set the parameter ${show(name)}.`];
 * + if (allows === undefined) return [];
 * @defence src/pipeline/plan/fork-limits.ts
 * - return below || allows(value) ? [] : [`A fork cannot set ${name} to ${show(JSON.stringify(value))}.`];
 * + return [];
 * @defence src/pipeline/plan/fork-limits.ts
 * - ...(model === null || models.has(model)
 * + ...(model === null || models.size > 0
 */
describe("what a fork's prompt asks for", { timeout }, () => {
  it("beyond the list is refused by name before any call: n, tokens, effort, fields, model", async () => {
    const modelParameters = {
      n: 128,
      maxTokens: 1_000_000,
      reasoningEffort: "high",
      metadata: { to: "me" },
      webSearchOptions: {},
      temperature: 0.3,
    };
    const attack = await openAttack({
      [promptPath]: promptFile(2, { model: "local/dearest", modelParameters }),
    });
    const step = await attack.approved();
    expectNoCall(step, attack);
    for (const words of [
      "A fork cannot bring the model local/dearest",
      "A fork cannot set n to 128.",
      "A fork cannot set max_tokens to 1000000.",
      'A fork cannot set reasoning_effort to "high".',
      "A fork cannot set the parameter metadata.",
      "A fork cannot set the parameter web_search_options.",
    ]) {
      expect(readable(step)).toContain(words);
    }
    expect(readable(step)).not.toContain("temperature");
  });

  const version = (configuration: object): PromptVersion =>
    ({ configuration: { model: "a/b", parameters: {}, format: null, tools: null, ...configuration } }) as PromptVersion;
  const refuse = (head: object, base: object = {}): readonly string[] =>
    refuseOfFork(version(head), version(base), new Set(["a/b", "a/c"]));

  it.each<[string, object, object]>([
    ["a model that the base lists", { model: "a/c" }, {}],
    ["what the base has itself", { parameters: { n: 4, user: "x" } }, { parameters: { n: 4, user: "x" } }],
    ["fewer tokens than the base's many", { parameters: { max_tokens: 9_000 } }, { parameters: { max_tokens: 9_001 } }],
    ["a function", { tools: [{ type: "function", function: { name: "f" } }] }, {}],
    ["a schema of its own", { format: { type: "json_schema", json_schema: { schema: { $ref: "#/$defs/a" } } } }, {}],
  ])("%s is allowed", (_what, head, base) => {
    expect(refuse(head, base)).toEqual([]);
  });

  it.each<[string, object, object]>([
    ["a model that nobody uses", { model: "a/d" }, {}],
    ["more tokens than the base's many", { parameters: { max_tokens: 9_002 } }, { parameters: { max_tokens: 9_001 } }],
    ["tokens without end", { parameters: { max_completion_tokens: 1e12 } }, {}],
    ["a parameter of the wrong type", { parameters: { temperature: "0" } }, {}],
    ["__proto__", { parameters: JSON.parse('{"__proto__": {"n": 3}}') }, {}],
    ["constructor", { parameters: { constructor: 1 } }, {}],
    ["five stops", { parameters: { stop: ["a", "b", "c", "d", "e"] } }, {}],
    ["tool_choice of a hosted tool", { parameters: { tool_choice: { type: "mcp" } } }, {}],
    ["a schema that is kept elsewhere", { format: { schema: { $ref: "https://evil.example/s.json" } } }, {}],
    ["… in a tool", { tools: [{ type: "function", function: { parameters: { a: { $ref: "http://e" } } } }] }, {}],
    ["a search", { tools: [{ type: "web_search" }] }, { tools: [{ type: "mcp" }] }],
  ])("%s is refused", (_what, head, base) => {
    expect(refuse(head, base)).toHaveLength(1);
  });
});
