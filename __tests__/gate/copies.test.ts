import { describe, expect, it } from "vitest";
import { areCopies, type RepeatedAnswers, takeOneTrial } from "../../src/gate/copies.ts";
import { decideOne, makeCase, passFail, repeat } from "./support.ts";

const same: RepeatedAnswers = { baseline: ["a", "a"], candidate: ["b", "b"] };
const times = (n: number, answers: RepeatedAnswers): readonly RepeatedAnswers[] => new Array(n).fill(answers);

describe("temperature 0 and identical repeats", () => {
  it.each<[name: string, cases: readonly RepeatedAnswers[], copies: boolean]>([
    ["ten cases alike in both arms", times(10, same), true],
    [
      "another answer in one case of one arm",
      [...times(9, same), { baseline: ["a", "a"], candidate: ["b", "c"] }],
      false,
    ],
    ["another answer in the eleventh case only", [...times(10, same), { baseline: ["a", "z"], candidate: [] }], true],
    ["another answer in a third trial only", times(10, { baseline: ["a", "a", "z"], candidate: ["b", "b"] }), true],
    ["one trial each", times(10, { baseline: ["a"], candidate: ["b"] }), false],
    ["a stored baseline of copies against one trial", times(10, { baseline: ["a", "a"], candidate: ["b"] }), true],
    ["no case", [], false],
    ["a set of three cases", times(3, same), true],
    ["failed trials between the answers", times(10, { baseline: ["a", null, "a"], candidate: [null, "b"] }), true],
    [
      "hardly any case that answered twice",
      [...times(4, same), ...times(6, { baseline: ["a", null], candidate: [null] })],
      false,
    ],
    ["empty answers, which are answers", times(10, { baseline: ["", ""], candidate: ["", ""] }), true],
  ])("%s", (_, cases, copies) => {
    expect(areCopies(cases)).toBe(copies);
  });

  it("copies count as one trial: as evidence they would be worth many", () => {
    const flaky = Array.from({ length: 20 }, (_, i) => makeCase(i, repeat(5, i === 0 ? 1 : 0), repeat(5, 0)));
    expect(decideOne(passFail, flaky).pValue).toBeLessThan(0.01);
    const one = flaky.map(takeOneTrial);
    expect(decideOne(passFail, one)).toMatchObject({ pValue: 0.25, verdict: "inconclusive" });
    expect(one[0]).toMatchObject({ baseline: [1], candidate: [0] });
  });

  it("the one is the first with a value, else what became of the first", () => {
    expect(takeOneTrial(makeCase("x", ["failed", 1, 0], ["unscored", "failed"]))).toMatchObject({
      baseline: [1],
      candidate: ["unscored"],
    });
    expect(takeOneTrial(makeCase("x", [Number.NaN, 1], []))).toMatchObject({ baseline: [1], candidate: [] });
  });
});
