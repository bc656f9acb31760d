import { describe, expect, it } from "vitest";
import type { DriftPrompt } from "../../src/model.ts";
import type { NightTaken } from "../../src/pipeline/drift/record-night.ts";
import { createNightShield } from "../../src/pipeline/drift/shield-night.ts";

const answers = ["plain", "call 555-0101"].map((output, index) => ({ id: `case-${index}`, output }));
const taken = { answers } as unknown as NightTaken;
const worst = [{ id: "case-1", was: 1, now: 0, outputThen: "plain", outputNow: "call 555-0101" }];
const prompt = { name: "triage", worst } as unknown as DriftPrompt;
const pattern = { pattern: "[0-9]{3}-[0-9]{4}", place: { path: "assay.yml" } };

describe("what a night keeps and tells", () => {
  it("is everything where nothing is held back", () => {
    const shield = createNightShield({});
    expect(shield.night(taken)).toEqual(taken);
    expect(shield.prompt(prompt)).toEqual(prompt);
  });

  it("is no text where report.content is none", () => {
    const shield = createNightShield({ content: "none" });
    expect(shield.night(taken).answers).toEqual([]);
    expect(shield.prompt(prompt).worst).toMatchObject([{ id: "case-1", was: 1, outputThen: null, outputNow: null }]);
  });

  it("is no answer that redact matches, and the others whole", () => {
    const shield = createNightShield({ redact: [pattern] });
    expect(shield.night(taken).answers.map(({ output }) => output)).toEqual(["plain"]);
    expect(shield.prompt(prompt).worst).toMatchObject([{ outputThen: "plain", outputNow: "call [redacted]" }]);
  });
});
