import { describe, expect, it, test } from "vitest";
import type { CallConfiguration, Part, PromptVersion } from "../../src/model.ts";
import { groupParts, joinGroups, mixableParts, mixVersions } from "../../src/prompts/mix-versions.ts";
import { resolveVersion } from "../../src/prompts/prompt-version.ts";

const configuration: CallConfiguration = {
  messages: [{ role: "user", content: "Old {{a}}" }],
  model: "p/old",
  parameters: { temperature: 0 },
  format: null,
  tools: null,
  included: {},
};

function version(changes: Partial<CallConfiguration>): PromptVersion {
  const path = "prompts/a.prompt.yml";
  const file = {
    path,
    name: "a",
    named: false,
    description: null,
    configuration: { ...configuration, ...changes },
    variables: [],
    modelPlace: { path, line: 1 },
    testData: [],
    evaluators: [],
    inclusions: {},
    semanticVersion: null,
    golden: null,
    notRun: [],
    warnings: [],
  };
  return resolveVersion(file, { model: null, parameters: {} });
}

const base = version({});
const head = version({
  messages: [{ role: "user", content: "New {{b}}" }],
  template: "jinja",
  model: "p/new",
  parameters: { temperature: 1 },
  included: { "a.txt": "0".repeat(64) },
  partials: { a: "A" },
});

describe("mixableParts", () => {
  it("tells what is sent otherwise", () => {
    expect(mixableParts(base.configuration, head.configuration)).toEqual(["text", "model", "parameters", "included"]);
  });

  it("has no part for a file that sends nothing of its own", () => {
    const depends = version({ model: "p/new", included: { "src/rag.ts": "1".repeat(64) } });
    expect(mixableParts(base.configuration, depends.configuration)).toEqual(["model"]);
  });
});

describe("mixVersions", () => {
  it("takes from the head what it is told to, and all else from the base", () => {
    const mixed = mixVersions(base, head, ["text", "included"]);
    expect(mixed.configuration).toEqual({ ...head.configuration, model: "p/old", parameters: { temperature: 0 } });
    expect(mixVersions(base, head, ["model"]).configuration).toEqual({ ...base.configuration, model: "p/new" });
  });

  it("is the head with all parts, the base with none, and takes away what the head has not", () => {
    const all: readonly Part[] = ["text", "model", "parameters", "included"];
    expect(mixVersions(base, head, all).fingerprint).toBe(head.fingerprint);
    expect(mixVersions(base, head, []).fingerprint).toBe(base.fingerprint);
    expect(mixVersions(head, base, all).fingerprint).toBe(base.fingerprint);
  });
});

describe("groups of parts", () => {
  test.each<[string, readonly Part[], readonly (readonly Part[])[]]>([
    ["two stay two", ["text", "model"], [["text"], ["model"]]],
    [
      "four are the most",
      ["text", "model", "parameters", "format", "included"],
      [["text", "included"], ["model"], ["parameters"], ["format"]],
    ],
    [
      "all six",
      ["text", "model", "parameters", "format", "tools", "included"],
      [["text", "included"], ["model"], ["parameters"], ["format", "tools"]],
    ],
  ])("%s", (_name, parts, groups) => {
    expect(groupParts(parts)).toEqual(groups);
  });

  const three: readonly (readonly Part[])[] = [["text"], ["model"], ["parameters"]];
  test.each<[string, readonly number[], readonly (readonly Part[])[]]>([
    ["nothing is out", [], three],
    ["the new parameters do not go with the old model", [0b100], [["text"], ["model", "parameters"]]],
    ["neither do they with the new text", [0b100, 0b101], [["text"], ["model", "parameters"]]],
    [
      "the model goes with its parameters, both ways",
      [0b010, 0b100, 0b011, 0b101],
      [["text"], ["model", "parameters"]],
    ],
    ["no single part can be run", [0b001, 0b010, 0b100], [["text", "model", "parameters"]]],
  ])("%s", (_name, out, joined) => {
    expect(joinGroups(three, (mask) => out.includes(mask))).toEqual(joined);
  });
});
