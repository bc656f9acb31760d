import { describe, expect, it } from "vitest";
import { findChoice } from "../../src/score/find-choice.ts";
import { hasData, readCases } from "./data.ts";

const letters = "ABCDEFGHIJKLMNOPQR";

describe.skipIf(!hasData)("the letter in recorded answers, with and without a chain of thought", () => {
  const answers = hasData
    ? readCases("bbh_codex_direct_vs_cot")
        .filter(({ expected }) => /^\([A-R]\)$/.test(expected ?? ""))
        .flatMap(({ expected, outputs, correct }) =>
          Object.entries(outputs).map(([variant, output]) => ({ expected, output, correct: correct[variant] })),
        )
    : [];

  it("is the recorded verdict's but for one answer in a thousand, which says its letter in a form of its own", () => {
    const others = answers.filter(({ expected, output, correct }) => {
      const found = findChoice(output ?? "", letters);
      return (typeof found === "object" && `(${found.letter})` === expected) !== correct;
    });
    expect(answers.length).toBeGreaterThan(8_000);
    expect(others.length).toBeLessThanOrEqual(answers.length / 1_000);
  });
});
