import { describe, expect, test } from "vitest";
import { drawInterval } from "../../src/report/interval-line.ts";

const between = (low: number, difference: number, high: number, margin: number | null = 0.05) => ({
  difference,
  interval: [low, high] as const,
  margin,
});

describe("the picture of an interval", () => {
  test.each([
    ["a regression", between(-0.164, -0.1, -0.036), "worse  ├────────●───────┊─┤    0  better"],
    ["no regression", between(-0.022, -0.005, 0.012), "worse  ┊          ├─────●─0────┤  better"],
    ["inconclusive", between(-0.105, -0.0375, 0.03), "worse  ├─────────┊─●──────0────┤  better"],
    ["no tolerance", between(-0.02, 0, 0.02, null), "worse  ├───────────●───────────┤  better"],
    ["a point", between(-0.1, -0.1, -0.1), "worse  ●           ┊           0  better"],
  ])("%s", (_, comparison, line) => {
    expect(drawInterval(comparison, 40)).toBe(line);
  });

  test("is empty where there is nothing to draw or no room", () => {
    expect(drawInterval({ difference: null, interval: null, margin: 0.05 }, 80)).toBe("");
    expect(drawInterval(between(0, 0, 0, null), 80)).toBe("");
    expect(drawInterval(between(-0.1, 0, 0.1), 20)).toBe("");
    expect(drawInterval(between(Number.NaN, 0, 0.1), 80)).toBe("");
  });

  test("keeps to the width, and never shows the low end on the wrong side of the tolerance", () => {
    let state = 7;
    const random = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    for (let round = 0; round < 2000; round++) {
      const [low = 0, difference = 0, high = 0] = [random(), random(), random()]
        .map((value) => value - 0.6)
        .sort((a, b) => a - b);
      const margin = random() * 0.3;
      const width = 30 + Math.floor(random() * 60);
      const line = drawInterval(between(low, difference, high, margin), width);
      expect(line.length).toBeLessThanOrEqual(width);
      const [bracket, mark] = [line.indexOf("├"), line.indexOf("┊")];
      if (bracket >= 0 && mark >= 0) expect(mark < bracket).toBe(low > -margin);
    }
  });
});
