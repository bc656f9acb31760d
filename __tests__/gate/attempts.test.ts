import { describe, expect, it } from "vitest";
import { type Attempt, judgeAttempts } from "../../src/gate/attempts.ts";
import type { Verdict } from "../../src/model.ts";
import { decideOne, makeSet, passFail } from "./support.ts";

/** `a:regression b:inconclusive`, oldest first. */
function history(text: string): readonly Attempt[] {
  return text
    .split(" ")
    .filter(Boolean)
    .map((entry) => {
      const [fingerprint = "", verdict = ""] = entry.split(":");
      return { fingerprint, verdict: verdict as Verdict };
    });
}

describe("retrying until it passes", () => {
  it.each([
    ["", 0],
    ["a:no-regression b:inconclusive", 0],
    ["a:regression", 1],
    ["a:no-regression b:regression", 1],
    ["a:regression b:inconclusive", 2],
    ["a:regression b:regression c:no-regression", 3],
    ["a:regression b:error c:skipped", 1],
    ["a:regression a:regression b:inconclusive b:inconclusive", 2],
    ["a:below-threshold", 0],
    ["a:regression x:inconclusive c:no-regression", 1],
    ["x:regression a:no-regression", 0],
  ])("after %j version x is number %d after a regression", (text, k) => {
    const { passAlpha, sinceRegression } = judgeAttempts(0.05, "x", history(text));
    expect(sinceRegression).toBe(k);
    expect(passAlpha).toBe(0.05 / 2 ** k);
  });

  it("lists the versions judged before, each once, as first judged", () => {
    const { earlier } = judgeAttempts(0.05, "x", history("a:regression b:error a:no-regression c:inconclusive"));
    expect(earlier).toEqual(history("a:regression c:inconclusive"));
  });

  it("says where the history is unknown", () => {
    expect(judgeAttempts(0.05, "x", null)).toEqual({ passAlpha: 0.05, earlier: null, sinceRegression: 0 });
  });

  it("all tries together pass with alpha at most", () => {
    let all = "a:regression";
    let spent = 0;
    for (let version = 0; version < 30; version++) {
      spent += judgeAttempts(0.05, "x", history(all)).passAlpha;
      all += ` v${version}:inconclusive`;
    }
    expect(spent).toBeLessThanOrEqual(0.05);
  });

  it("makes passing harder and blocking no harder", () => {
    const calm = makeSet({ n: 60, wins: 0, losses: 0, basePasses: 60 });
    expect(decideOne(passFail, calm).verdict).toBe("no-regression");
    expect(decideOne(passFail, calm, {}, { passAlpha: 0.0125 })).toMatchObject({
      verdict: "inconclusive",
      confidence: 0.975,
    });
    const gain = makeSet({ n: 40, wins: 7, losses: 1, basePasses: 20 });
    expect(decideOne(passFail, gain).verdict).toBe("improvement");
    expect(decideOne(passFail, gain, {}, { passAlpha: 0.0125 }).verdict).not.toBe("improvement");
    const drop = makeSet({ n: 40, wins: 1, losses: 7, basePasses: 30 });
    const judged = decideOne(passFail, drop, {}, { passAlpha: 0.0001 });
    expect(judged).toMatchObject({ verdict: "regression", pValue: decideOne(passFail, drop).pValue });
    expect(judged.interval?.[1]).toBeLessThanOrEqual(0);
  });
});
