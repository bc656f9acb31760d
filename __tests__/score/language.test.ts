import { eld } from "eld/extrasmall";
import { expect, test } from "vitest";
import { checkScorer } from "../../src/score/registry.ts";
import { languages } from "../../src/score/scorers/language.ts";
import { specOf } from "./support.ts";

test("the languages that are named are those that the library tells apart", () => {
  expect([...languages].sort()).toEqual(Object.values(eld.info().Languages).sort());
});

test("another is told before anything is run", () => {
  const [problem] = checkScorer(specOf("language", { value: "english" }));
  expect(problem?.message).toBe('no language that can be told: "english"');
  expect(problem?.hint).toContain("en, es");
});
