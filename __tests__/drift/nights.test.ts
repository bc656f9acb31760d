import { describe, expect, it } from "vitest";
import { currentEpoch, driftOf } from "../../src/drift/epoch.ts";
import { findEvents } from "../../src/drift/find-events.ts";
import type { DriftAnswer, DriftEvent, DriftScores } from "../../src/model.ts";
import { createRandom, type Random } from "../../src/stats/random.ts";
import { judgeCheck, Nights, right, scored } from "./support.ts";

const names = Array.from({ length: 60 }, (_, index) => `case${index}`);

function draw(rate: number, random: Random, trials = 1, of: readonly string[] = names): DriftScores {
  const score = (): number => (random.uniform() < rate ? 1 : 0);
  return scored(of.map((name) => [name, Array.from({ length: trials }, score)]));
}

function eventsOf(nights: Nights): readonly DriftEvent[] {
  return nights.records.filter((record): record is DriftEvent => record.kind === "event");
}

function goOn(nights: Nights, count: number, rate: number, random: Random): void {
  for (let night = 0; night < count; night++) nights.take({ cases: draw(rate, random) });
}

it("is corrected for what else the history watches, whichever assay.yml judges it", () => {
  const random = createRandom("beside");
  const nights = new Nights();
  nights.reference({ cases: draw(0.9, random, 5) });
  goOn(nights, 4, 0.9, random);
  const calm = currentEpoch(nights.records);
  goOn(nights, 1, 0.6, random);
  const epoch = currentEpoch(nights.records);
  if (epoch === null || calm === null) throw new Error("there is a reference");
  const prompt = { epoch: { ...epoch, events: [] }, rows: [right], answers: [], tonight: true };
  const [[alone] = []] = findEvents([prompt], 0.05);
  const [[corrected] = []] = findEvents([prompt], 0.05, [{ epoch: calm, rows: ["right", "other", "third"] }]);
  expect(alone?.eValue).toBeGreaterThan(20);
  // The mean of four, three of which hold next to nothing.
  expect(corrected?.eValue).toBeCloseTo((alone?.eValue ?? 0) / 4, -1);
});

describe("what becomes of a prompt, night by night", () => {
  it("falls, falls further and recovers: three events, and calm after", () => {
    const random = createRandom("falls");
    const nights = new Nights();
    nights.reference({ cases: draw(0.9, random, 5) });
    goOn(nights, 20, 0.9, random);
    expect(eventsOf(nights)).toEqual([]);
    goOn(nights, 10, 0.6, random);
    expect(eventsOf(nights).map(({ event }) => event)).toEqual(["drift"]);
    goOn(nights, 15, 0.2, random);
    expect(eventsOf(nights).map(({ event }) => event)).toEqual(["drift", "worse"]);
    goOn(nights, 15, 0.9, random);
    const events = eventsOf(nights);
    expect(events.map(({ event }) => event)).toEqual(["drift", "worse", "recovered"]);
    const [first, , last] = events as [DriftEvent, DriftEvent, DriftEvent];
    // Night 21 is the first bad one, night 46 the first good one again; a day to either side is within the range.
    expect([first.change.earliest <= "2026-01-22T03", first.change.latest >= "2026-01-22T03"]).toEqual([true, true]);
    expect(last.change.first.slice(0, 10)).toBe("2026-02-16");
    expect(last.was).toBeCloseTo(0.9, 1);
    goOn(nights, 60, 0.9, random);
    expect(eventsOf(nights)).toHaveLength(3);
    const epoch = currentEpoch(nights.records);
    expect(epoch && driftOf(epoch, "right")).toBeNull();
  });

  it("is found again where it falls once more after it had recovered", () => {
    const random = createRandom("again");
    const nights = new Nights();
    nights.reference({ cases: draw(0.9, random, 5) });
    for (const rate of [0.9, 0.4, 0.9, 0.4]) goOn(nights, 20, rate, random);
    expect(eventsOf(nights).map(({ event }) => event)).toEqual(["drift", "recovered", "drift"]);
  });

  it("tells a rise as drift, too", () => {
    const random = createRandom("rise");
    const nights = new Nights();
    nights.reference({ cases: draw(0.4, random, 5) });
    goOn(nights, 20, 0.4, random);
    goOn(nights, 10, 0.9, random);
    expect(eventsOf(nights)).toMatchObject([{ event: "drift", direction: "rise" }]);
  });

  it("starts anew with a new reference: the drift is accepted, and the new level is the level", () => {
    const random = createRandom("accept");
    const nights = new Nights();
    nights.reference({ cases: draw(0.9, random, 5) });
    goOn(nights, 10, 0.9, random);
    goOn(nights, 10, 0.5, random);
    expect(eventsOf(nights)).toHaveLength(1);
    nights.reference({ cases: draw(0.5, random, 5) });
    goOn(nights, 60, 0.5, random);
    expect(eventsOf(nights)).toHaveLength(1);
  });

  it("takes cases that are added and loses cases that are removed without an alarm", () => {
    const random = createRandom("cases");
    const nights = new Nights();
    nights.reference({ cases: draw(0.9, random, 5, names.slice(0, 30)) });
    for (let night = 0; night < 30; night++) nights.take({ cases: draw(0.9, random, 1, names.slice(0, 30)) });
    // The new ones always fail: that is not drift, they always did.
    const easy = names.slice(15, 30);
    const hard = names.slice(30);
    for (let night = 0; night < 60; night++) {
      nights.take({ cases: { ...draw(0.9, random, 1, easy), ...draw(0, random, 1, hard) } });
    }
    expect(eventsOf(nights)).toEqual([]);
  });

  it("gathers evidence from parts of the set that rotate", () => {
    const random = createRandom("rotating");
    const nights = new Nights();
    nights.reference({ cases: draw(0.9, random, 5) });
    const part = (night: number): readonly string[] => names.slice((night % 3) * 20, (night % 3) * 20 + 20);
    for (let night = 0; night < 30; night++) nights.take({ cases: draw(0.9, random, 1, part(night)) });
    expect(eventsOf(nights)).toEqual([]);
    for (let night = 0; night < 12; night++) nights.take({ cases: draw(0.6, random, 1, part(night)) });
    expect(eventsOf(nights)).toMatchObject([{ event: "drift", direction: "fall" }]);
  });
});

describe("what a change comes from", () => {
  const cause = (before: Parameters<Nights["take"]>[0], after: Parameters<Nights["take"]>[0]): DriftEvent => {
    const random = createRandom("cause");
    const nights = new Nights();
    nights.reference({ ...before, cases: draw(0.9, random, 5) });
    for (let night = 0; night < 15; night++) nights.take({ ...before, cases: draw(0.9, random) });
    for (let night = 0; night < 8; night++) nights.take({ ...after, cases: draw(0.4, random) });
    return eventsOf(nights)[0] as DriftEvent;
  };
  const cases = {};

  it.each([
    ["the model", { cases, models: { "m-1": 60 } }, { cases, models: { "m-2": 60 } }, ["model"]],
    [
      "its system",
      { cases, models: { "m (fp_1)": 60 } },
      { cases, models: { "m (fp_2)": 60 } },
      ["system-fingerprint"],
    ],
    ["refusals", { cases }, { cases, signs: { refused: 20 } }, ["refusals"]],
    [
      "the form",
      { cases, signs: { fenced: 1 } },
      { cases, signs: { fenced: 50 }, unfenced: { right: 0.9 } },
      ["format"],
    ],
    ["nothing that shows", { cases }, { cases }, ["answers"]],
    ["a price beside it", { cases, price: "1 in" }, { cases, price: "2 in" }, ["price", "answers"]],
  ])("%s", (_name, before, after, causes) => {
    expect(cause(before, after).causes).toEqual(causes);
  });

  it("a judge that drifts while the answers stay is named as such", () => {
    const random = createRandom("judge");
    const stored = names.slice(0, 30);
    const answers = stored.map((name): DriftAnswer => {
      const scores = { right: random.uniform() < 0.9 ? 1 : 0 };
      return { at: "2026-01-01T03:00:00.000Z", id: name, case: name, fingerprint: "f", output: "same", scores };
    });
    const nights = new Nights([right, judgeCheck], answers);
    nights.reference({ cases: draw(0.9, random, 5) });
    const take = (rate: number): unknown =>
      nights.take({ cases: draw(rate, random), judged: draw(rate, random, 1, stored) });
    for (let night = 0; night < 15; night++) take(0.9);
    for (let night = 0; night < 8; night++) take(0.5);
    const found = eventsOf(nights);
    expect(found.find(({ row }) => row === "right")?.causes).toEqual(["judge"]);
  });

  it("a model that drifts under a judge that stays is not blamed on the judge", () => {
    const random = createRandom("no judge");
    const stored = names.slice(0, 30);
    const answers = stored.map(
      (name): DriftAnswer => ({ at: "", id: name, case: name, fingerprint: "f", output: "", scores: { right: 1 } }),
    );
    const nights = new Nights([right, judgeCheck], answers);
    nights.reference({ cases: draw(0.9, random, 5) });
    const take = (rate: number): unknown =>
      nights.take({ cases: draw(rate, random), judged: draw(0.95, random, 1, stored) });
    for (let night = 0; night < 15; night++) take(0.9);
    for (let night = 0; night < 8; night++) take(0.5);
    expect(eventsOf(nights)).toMatchObject([{ row: "right", causes: ["answers"] }]);
  });

  it("latency that grows is told as latency alone, however the cases of a night hang together", () => {
    const random = createRandom("latency");
    const latency = { row: "latency", kind: "ratio", direction: "lower", margin: 0.2 } as const;
    const nights = new Nights([latency]);
    const night = (usual: number): DriftScores => {
      const shared = usual * (0.8 + 0.4 * random.uniform());
      return Object.fromEntries(names.map((name) => [name, { latency: [shared * (0.5 + random.uniform())] }]));
    };
    nights.reference({ cases: night(1000) });
    for (let count = 0; count < 60; count++) nights.take({ cases: night(1000) });
    expect(eventsOf(nights)).toEqual([]);
    for (let count = 0; count < 20; count++) nights.take({ cases: night(3000) });
    expect(eventsOf(nights)).toMatchObject([{ row: "latency", direction: "fall", causes: ["latency"] }]);
    for (let count = 0; count < 30; count++) nights.take({ cases: night(1000) });
    expect(eventsOf(nights).map(({ event }) => event)).toEqual(["drift", "recovered"]);
  });

  it("a cost that moves with its price is told as the price alone", () => {
    const random = createRandom("price");
    const nights = new Nights([{ row: "cost", kind: "ratio", direction: "lower", margin: 0.2 }]);
    const night = (dollars: number, price: string) => ({
      price,
      cases: Object.fromEntries(names.map((name) => [name, { cost: [dollars * (0.9 + 0.2 * random.uniform())] }])),
    });
    nights.reference(night(0.01, "$1 in"));
    for (let count = 0; count < 30; count++) nights.take(night(0.01, "$1 in"));
    for (let count = 0; count < 10; count++) nights.take(night(0.02, "$2 in"));
    expect(eventsOf(nights)).toMatchObject([
      { row: "cost", direction: "fall", causes: ["price"], change: { first: "2026-02-01T03:00:00.000Z" } },
    ]);
  });
});

describe("a long history", () => {
  it("is folded to counts and tests the same", () => {
    const random = createRandom("long");
    const nights = new Nights();
    nights.reference({ cases: draw(0.9, random, 5) });
    goOn(nights, 150, 0.9, random);
    const whole = nights.records.filter((record) => record.kind === "night" && record.cases !== null);
    expect(whole).toHaveLength(90);
    const epoch = currentEpoch(nights.records);
    const counted = Object.values(epoch?.pool?.cases["case0"]?.["right"] ?? []).reduce(
      (sum, [, count]) => sum + count,
      0,
    );
    expect(counted).toBe(60);
    goOn(nights, 5, 0.4, random);
    expect(eventsOf(nights)).toMatchObject([{ event: "drift" }]);
    // Nothing is folded while it drifts; a new reference folds the line that has ended.
    nights.reference({ cases: draw(0.4, random, 5) });
    nights.take({ cases: draw(0.4, random) });
    expect(nights.records.filter((record) => record.kind === "night" && record.cases !== null)).toHaveLength(1);
    expect(nights.records.filter(({ kind }) => kind === "night")).toHaveLength(156);
  });
});
