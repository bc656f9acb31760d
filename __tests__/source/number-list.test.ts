import { describe, expect, it } from "vitest";
import { createNumberList } from "../../src/source/number-list.ts";

describe("createNumberList", () => {
  it("holds what was set, in whichever order, and 0 elsewhere", () => {
    const list = createNumberList("float64");
    expect([list.length, list.get(0), list.get(1e6)]).toEqual([0, 0, 0]);
    list.set(100_000, 2 ** 40 + 0.5);
    list.set(3, -1);
    list.set(3, Number.NEGATIVE_INFINITY);
    expect(list.length).toBe(100_001);
    expect([2, 3, 4, 100_000].map((index) => list.get(index))).toEqual([0, Number.NEGATIVE_INFINITY, 0, 2 ** 40 + 0.5]);
  });
});
