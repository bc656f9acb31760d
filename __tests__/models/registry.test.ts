import { describe, expect, it } from "vitest";
import { providerTypes, resolveModel } from "../../src/models/registry.ts";
import { providerConfigOf } from "../support/requests.ts";

const local = providerConfigOf({ type: "openai", baseUrl: "http://localhost:1/v1", keyEnv: null });

describe("resolveModel", () => {
  it.each([
    ["openai/gpt-5-mini", "openai", "gpt-5-mini"],
    ["gpt-4o", "openai", "gpt-4o"],
    ["o3-mini", "openai", "o3-mini"],
    ["chatgpt-4o-latest", "openai", "chatgpt-4o-latest"],
    ["simulated/triage", "simulated", "triage"],
    ["local/meta/llama-3", "local", "meta/llama-3"],
  ])("%s", (model, provider, name) => {
    const type = provider === "simulated" ? providerTypes.simulated : providerTypes.openai;
    expect(resolveModel(model, { local })).toMatchObject({ provider, type, model: name });
  });

  it("prefers what assay.yml says of a publisher", () => {
    expect(resolveModel("gpt-4o", { openai: local })).toMatchObject({ provider: "openai", config: local });
  });

  it("gives the lines to add for a publisher that nobody knows", () => {
    expect(resolveModel("meta/llama-3", { local })).toEqual({
      problems: [
        {
          message: 'no provider for the publisher "meta" of the model "meta/llama-3"',
          hint: 'Add to assay.yml:\nproviders:\n  meta: { baseUrl: "https://…/v1", keyEnv: META_API_KEY }',
        },
      ],
    });
  });

  it("guesses what was meant", () => {
    expect(resolveModel("opnai/gpt-5", {})).toMatchObject({
      problems: [{ hint: expect.stringMatching(/^Did you mean "openai"\? Else add to assay\.yml:\nproviders:\n/) }],
    });
  });

  it.each(["llama3", "/gpt-5", "openai/", "/", "", "constructor", "__proto__/x", "toString/x", "o-none"])(
    "%j is a problem",
    (model) => {
      expect(resolveModel(model, { local })).toMatchObject({
        problems: [{ message: expect.any(String), hint: expect.any(String) }],
      });
    },
  );

  it("tells a type that nobody knows, at its place", () => {
    const broken = providerConfigOf({ type: "opnai" });
    expect(resolveModel("mine/x", { mine: broken })).toEqual({
      problems: [
        {
          message: 'the provider "mine" has the unknown type "opnai"',
          hint: 'Did you mean "openai"?',
          place: broken.place,
        },
      ],
    });
  });
});
