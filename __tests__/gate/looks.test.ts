import { describe, expect, it } from "vitest";
import { decideLook } from "../../src/gate/decide.ts";
import { createLook, fixedLook, planLooks } from "../../src/gate/looks.ts";
import { isPromptSettled, isSettled } from "../../src/gate/stop.ts";
import type { CaseScores, Comparison, GateConfig } from "../../src/model.ts";
import { tQuantile } from "../../src/stats/distributions.ts";
import { decideOne, draft, gate, graded, latency, makeCase, makeSet, passFail, repeat } from "./support.ts";

const tenths = Array.from({ length: 10 }, (_, index) => (index + 1) / 10);

describe("the plan of looks", () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [10, [10]],
    [11, [10, 11]],
    [20, [10, 12, 14, 16, 18, 20]],
    [50, [10, 15, 20, 25, 30, 35, 40, 45, 50]],
    [100, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
    [104, [11, 21, 32, 42, 53, 63, 73, 84, 94, 104]],
  ])("%d cases: %j", (cases, looks) => {
    expect(planLooks(cases)).toEqual(looks);
  });

  it("rises to all cases, by no less than about half a tenth", () => {
    for (let cases = 1; cases <= 1200; cases++) {
      const looks = planLooks(cases);
      expect(looks.at(-1)).toBe(cases);
      const gaps = looks.slice(1).map((seen, index) => seen - (looks[index] as number));
      expect(Math.min(...gaps, cases)).toBeGreaterThanOrEqual(Math.max(1, cases / 20 - 1));
    }
  });

  it("takes more parts, for a confirmation", () => {
    expect(planLooks(100, { parts: 20 })).toHaveLength(19);
    expect(planLooks(8, { parts: 4, fewest: 1 })).toEqual([2, 4, 6, 8]);
  });
});

describe("the level of a look", () => {
  it("is alpha itself for one look at everything", () => {
    expect([0.05, 0.01, 0.05 / 27].map(fixedLook.level)).toEqual([0.05, 0.01, 0.05 / 27]);
    expect(fixedLook).toMatchObject({ index: 1, last: true, fraction: 1, information: 1 });
  });

  it("follows the spending over ten equal looks", () => {
    const levels = tenths.map((t, index) => createLook(tenths.slice(0, index + 1), t, index === 9).level(0.05));
    const expected = [0.0005, 0.00164, 0.00325, 0.00542, 0.00817, 0.01157, 0.01564, 0.02043, 0.02598, 0.03233];
    for (const [index, level] of levels.entries()) expect(level).toBeCloseTo(expected[index] as number, 5);
  });

  it("goes by the calls, not by the cases", () => {
    expect(createLook([0.2], 0.9, false).level(0.05)).toBeCloseTo(0.05 * 0.04, 12);
  });

  it("spends at the last look all that is left, also where calls were saved", () => {
    const planned = createLook([0.5, 1], 1, true).level(0.05);
    const saved = createLook([0.5, 0.8], 1, true).level(0.05);
    // As much is left, and the second look brings less that is new.
    expect(saved).toBeGreaterThan(planned);
    expect(saved).toBeLessThan(0.05);
    expect(createLook([0.5, 0.8], 0.8, false).level(0.05)).toBeLessThan(planned);
  });

  it("is nothing where nothing was called since the look before", () => {
    expect(createLook([0.4, 0.4], 0.4, false).level(0.05)).toBe(0);
    expect(decideOne(passFail, broken(30, 20), {}, { look: createLook([0.4, 0.4], 0.4, false) })).toMatchObject({
      interval: [-1, 1],
      verdict: "inconclusive",
    });
    expect(decideOne(latency, broken(30, 20), {}, { look: createLook([0.4, 0.4], 0.4, false) }).interval).toBeNull();
  });
});

function broken(n: number, losses: number): readonly CaseScores[] {
  return makeSet({ n, wins: 0, losses, basePasses: n });
}

describe("a comparison at a look", () => {
  const half = createLook([0.25, 0.5], 0.5, false);

  it("with the fixed look is as without any", () => {
    for (const cases of [broken(60, 5), makeSet({ n: 40, wins: 3, losses: 9, basePasses: 30 })]) {
      expect(draft(passFail, cases, {}, { look: fixedLook })).toEqual(draft(passFail, cases));
    }
  });

  it("counts unseen cases as ones that may be broken, and differences as those of a sample", () => {
    const n = 50;
    const cases = makeSet({ n, wins: 1, losses: 2, basePasses: 40 });
    const result = decideOne(passFail, cases, {}, { look: half });
    const difference = -1 / n;
    const within = 3 / n ** 2;
    const between = (3 / n - difference ** 2) / (n - 1);
    const baseline = 40 / n;
    const variance = 0.5 * within + 0.5 * Math.max(within, between);
    const rho = 0.5 * ((2 * baseline - 1) / n) + 0.5 / n;
    const c = -tQuantile(half.level(0.05), n - 1);
    const offset = (c ** 2 * rho + Math.sqrt(c ** 4 * rho ** 2 + 4 * c ** 2 * variance)) / 2;
    expect(result.difference).toBeCloseTo(difference, 12);
    expect(result.interval?.[0]).toBeCloseTo(difference - offset, 12);
  });

  it("does not certify all-or-nothing cases early: the others may all be broken", () => {
    // Three trials that agree everywhere: within the cases nothing varies.
    const steady = (n: number) => Array.from({ length: n }, (_, i) => makeCase(i, repeat(3, 1), repeat(3, 1)));
    expect(decideOne(passFail, steady(60)).verdict).toBe("no-regression");
    const look = createLook([0.1, 0.2, 0.3], 0.3, false);
    const early = decideOne(passFail, steady(60), {}, { look });
    expect(early.verdict).toBe("inconclusive");
    // Were a fifteenth of all cases broken, 60 untouched ones would still be seen once in 60 times.
    expect(early.interval?.[0]).toBeLessThan(-1 / 15);
  });

  it("asks a drop to be real for cases not seen, too", () => {
    // One case of 12 broke for good: certain for the cases seen, but a single case says little of the others.
    const cases = Array.from({ length: 12 }, (_, i) => makeCase(i, repeat(5, 1), repeat(5, i === 0 ? 0 : 1)));
    const look = createLook([0.5], 0.5, false);
    const early = decideOne(passFail, cases, {}, { look });
    expect(decideOne(passFail, cases)).toMatchObject({ verdict: "regression" });
    expect(decideOne(passFail, cases).pValue).toBeLessThan(look.level(0.05));
    expect(early.verdict).toBe("inconclusive");
    expect(early.pValue).toBeGreaterThan(0.05);
    // The same for a gain.
    const gains = cases.map((each) => ({ ...each, baseline: each.candidate, candidate: each.baseline }));
    expect(decideOne(passFail, gains, {}, { look }).pBetter).toBeCloseTo(early.pValue ?? 0, 12);
  });

  it("needs stronger evidence than at the end, for either claim", () => {
    const drop = makeSet({ n: 50, wins: 3, losses: 11, basePasses: 40 });
    expect(decideOne(passFail, drop).verdict).toBe("regression");
    expect(decideOne(passFail, drop, {}, { look: createLook([0.5], 0.5, false) }).verdict).toBe("inconclusive");
    const calm = broken(60, 0);
    expect(decideOne(passFail, calm).verdict).toBe("no-regression");
    expect(decideOne(passFail, calm, {}, { look: createLook([0.5], 0.5, false) }).verdict).toBe("inconclusive");
    // At the last look everything is seen: only the level is lower.
    const last = createLook(tenths, 1, true);
    expect(decideOne(passFail, drop, {}, { look: last }).pValue).toBe(decideOne(passFail, drop).pValue);
  });

  it("is finite and ordered whatever was seen", () => {
    const sets = [
      broken(1, 0),
      broken(1, 1),
      broken(2, 2),
      broken(12, 12),
      makeSet({ n: 12, wins: 12, losses: 0, basePasses: 0 }),
    ];
    for (const look of [createLook([0.01], 0.01, false), half, createLook([0.3, 1], 1, true)]) {
      for (const cases of sets) {
        for (const metric of [passFail, graded, latency]) {
          for (const scope of ["suite", "population"] as const) {
            const { interval, difference, pValue, pBetter } = decideOne(metric, cases, { scope }, { look });
            expect([difference, pValue, pBetter].every(Number.isFinite)).toBe(true);
            expect(pValue).toBeGreaterThan(0);
            if (interval === null) continue;
            expect(interval[0]).toBeLessThanOrEqual(difference as number);
            expect(interval[1]).toBeGreaterThanOrEqual(difference as number);
          }
        }
      }
    }
  });
});

describe("several comparisons at looks", () => {
  const strong = broken(100, 30);
  const weak = makeSet({ n: 100, wins: 4, losses: 13, basePasses: 80 });
  const calm = makeSet({ n: 100, wins: 3, losses: 3, basePasses: 80 });
  const verdicts = (comparisons: readonly Comparison[]) => comparisons.map(({ verdict }) => verdict);

  it("are held against the level for their share of alpha; a rejection passes its share on", () => {
    const look = createLook([0.5, 1], 1, true);
    const p = decideOne(passFail, weak).pValue as number;
    expect(p).toBeGreaterThan(look.level(0.05 / 3));
    expect(p).toBeLessThan(look.level(0.05 / 2));
    const at = (sets: readonly (readonly CaseScores[])[]) =>
      decideLook(
        sets.map((cases) => draft(passFail, cases, {}, { look })),
        { gate },
      );
    expect(verdicts(at([weak, calm, calm]))).toEqual(["inconclusive", "inconclusive", "inconclusive"]);
    expect(verdicts(at([weak, strong, calm]))).toEqual(["regression", "regression", "inconclusive"]);
    expect(at([weak, strong, calm])[0]?.adjustedPValue).toBeCloseTo(2 * p, 12);
  });

  it("each stands at its own look", () => {
    const early = draft(passFail, weak, {}, { look: createLook([0.1], 1, false) });
    const late = draft(passFail, weak, {}, { look: createLook([1], 1, true) });
    expect(verdicts(decideLook([early, late], { gate }))).toEqual(["inconclusive", "regression"]);
  });

  it("count those of prompts that are decided already and are no regressions", () => {
    const one = draft(passFail, weak);
    expect(verdicts(decideLook([one], { gate, others: 2 }))).toEqual(["regression"]);
    expect(verdicts(decideLook([one], { gate, others: 3 }))).toEqual(["inconclusive"]);
    const alone = decideLook([one, draft(passFail, calm), draft(passFail, calm)], { gate });
    expect(decideLook([one], { gate, others: 2 })[0]).toEqual(alone[0]);
  });

  it("what is still to be confirmed passes nothing on", () => {
    const look = createLook([0.5, 1], 1, true);
    const at = (cases: readonly CaseScores[], provisional: boolean) =>
      draft(passFail, cases, {}, { look, provisional });
    const [one, other, third] = [weak, strong, calm].map((cases) => at(cases, true));
    const cached = [one, other, third].flatMap((each) => each ?? []);
    expect(verdicts(decideLook(cached, { gate }))).toEqual(["inconclusive", "regression", "inconclusive"]);
    // Fresh answers of the second have confirmed it: now it counts for the first.
    const confirmed = cached.toSpliced(1, 1, at(strong, false));
    expect(verdicts(decideLook(confirmed, { gate }))).toEqual(["regression", "regression", "inconclusive"]);
  });

  it("pass each by itself, without correction", () => {
    const certain = broken(100, 0);
    const many = Array.from({ length: 20 }, () => draft(passFail, certain));
    expect(new Set(verdicts(decideLook(many, { gate })))).toEqual(new Set(["no-regression"]));
  });
});

describe("when to stop", () => {
  const look = createLook([0.5], 0.5, false);
  const at = (cases: readonly CaseScores[], settings: Partial<GateConfig> = {}) =>
    decideOne(passFail, cases, settings, { look });

  it("at a regression, and where a drop beyond the margin is ruled out", () => {
    expect(isSettled(at(broken(100, 30)))).toBe(true);
    expect(at(broken(400, 0))).toMatchObject({ verdict: "no-regression" });
    expect(isSettled(at(broken(400, 0)))).toBe(true);
    expect(isSettled(at(broken(30, 0)))).toBe(false);
  });

  it("a gain alone does not stop; with the drop ruled out it does", () => {
    const gain = at(makeSet({ n: 100, wins: 40, losses: 16, basePasses: 20 }));
    expect(gain.verdict).toBe("improvement");
    expect(gain.interval?.[0]).toBeGreaterThan(-0.05);
    expect(isSettled(gain)).toBe(true);
    expect(isSettled({ ...gain, interval: [-0.06, 0.4] })).toBe(false);
  });

  it("a prompt stops at its first regression, or when all that gates is settled", () => {
    const regression = at(broken(100, 30));
    const open = at(broken(30, 0));
    const passed = at(broken(400, 0));
    const watched: Comparison = { ...open, gated: false };
    expect(isPromptSettled([regression, open])).toBe(true);
    expect(isPromptSettled([passed, open])).toBe(false);
    expect(isPromptSettled([passed, watched])).toBe(true);
    expect(isPromptSettled([{ ...regression, gated: false }, open])).toBe(false);
    expect(isPromptSettled([watched])).toBe(false);
  });

  it("gives up only where asked to, before the last look, and where no verdict is likely", () => {
    // A drop of a third of the margin: the trend leads neither to a regression nor to its absence.
    const stuck = makeSet({ n: 60, wins: 14, losses: 15, basePasses: 30 });
    expect(at(stuck)).toMatchObject({ verdict: "inconclusive", reason: null });
    const given = at(stuck, { giveUp: true });
    expect(given).toMatchObject({ verdict: "inconclusive", reason: "gave-up" });
    expect(isSettled(given)).toBe(true);
    expect(decideOne(passFail, stuck, { giveUp: true })).toMatchObject({ reason: null });
    // What goes well or badly goes on.
    expect(at(broken(50, 0), { giveUp: true })).toMatchObject({ verdict: "inconclusive", reason: null });
    expect(at(makeSet({ n: 50, wins: 3, losses: 11, basePasses: 40 }), { giveUp: true })).toMatchObject({
      verdict: "inconclusive",
      reason: null,
    });
  });
});
