import { describe, expect, it } from "vitest";
import type { JsonObject, Scorer } from "../../src/model.ts";
import { findFailedExpectations } from "../../src/pipeline/health/failed-expectations.ts";
import { renderTemplate } from "../../src/prompts/template.ts";
import { createScorer } from "../../src/score/registry.ts";
import { casesOf } from "../golden/helpers.ts";

const files = new Map(
  Object.entries({
    "object.json": '{ "type": "object", "required": ["kind"] }',
    "good.md": "Is it good?",
  }).map(([name, text]) => [name, new TextEncoder().encode(text)]),
);
const place = { path: "assay.yml", line: 1 };

function scorer(type: string, options: JsonObject, name = type): Scorer {
  const spec = { type, name, options, place };
  return createScorer(spec, { files, render: renderTemplate, code: { run: refuse, matches: refuse } });
}

const refuse = (): never => {
  throw new Error("no code is run to look at a golden set");
};

async function failed(expected: readonly unknown[], scorers: readonly Scorer[]): Promise<readonly string[]> {
  const cases = casesOf(expected.map((value, index) => ({ id: `c${index}`, vars: {}, expected: value as never })));
  const found = await findFailedExpectations(cases, () => scorers);
  return found.map(({ testCase, metrics }) => `${testCase.id}: ${metrics.join()}`);
}

describe("expected values that fail their own scorers", () => {
  it("are found, each with the scorers that it fails", async () => {
    const scorers = [
      scorer("regex", { pattern: "^(billing|shipping)$" }),
      scorer("length", { max: 8, unit: "characters" }),
    ];
    expect(await failed(["billing", "shipping", "Billing", "billing", "shipping, later"], scorers)).toEqual([
      "c2: regex",
      "c4: regex,length",
    ]);
  });

  it("as JSON where they are no text", async () => {
    expect(
      await failed([{ kind: "a" }, { kind: "b" }, { knid: "c" }], [scorer("json-schema", { schema: "object.json" })]),
    ).toEqual(["c2: json-schema"]);
  });

  it("say nothing of scorers that are not about such values", async () => {
    expect(await failed(["billing", "shipping"], [scorer("json-schema", { schema: "object.json" })])).toEqual([]);
  });

  it("are not shown to code, to models or to what measures calls", async () => {
    const scorers = [
      scorer("command", { run: "false" }),
      scorer("not", { scorer: { command: { run: "false" } } }, "combined"),
      scorer("latency", {}),
      scorer("judge", { rubric: "good.md", model: "openai/gpt-5" }),
    ];
    expect(await failed(["billing", "shipping"], scorers)).toEqual([]);
  });
});
