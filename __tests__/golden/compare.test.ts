import { describe, expect, test } from "vitest";
import { compareGolden } from "../../src/golden/compare-golden.ts";
import type { JsonObject } from "../../src/model.ts";
import { createRandom } from "../../src/stats/random.ts";
import { casesOf, timeOf } from "./helpers.ts";

/** Which case is which, told by the `n` of its expected answer. */
function compare(before: readonly JsonObject[], after: readonly JsonObject[]) {
  const { added, edited, removed, matched } = compareGolden(casesOf(before), casesOf(after));
  const ids = (cases: readonly { readonly id: string; readonly named: boolean; readonly vars: JsonObject }[]) =>
    cases.map(({ id, named, vars }) => (named ? id : Object.values(vars).join("+")));
  return { added: ids(added), edited: ids(edited), removed: ids(removed), matched: ids([...matched.values()]) };
}

describe("compareGolden", () => {
  test.each<[string, readonly JsonObject[], readonly JsonObject[], Partial<ReturnType<typeof compare>>]>([
    [
      "nothing changed, but the order",
      [
        { id: "a", t: 1 },
        { id: "b", t: 2 },
      ],
      [
        { id: "b", t: 2 },
        { id: "a", t: 1 },
      ],
      { matched: ["b", "a"] },
    ],
    [
      "added, edited, removed",
      [
        { id: "a", t: 1 },
        { id: "b", t: 2 },
      ],
      [
        { id: "b", t: 3 },
        { id: "c", t: 1 },
      ],
      { added: ["c"], edited: ["b"], removed: ["a"], matched: ["b"] },
    ],
    [
      "an answer is an edit",
      [{ id: "a", expected: "x" }],
      [{ id: "a", expected: "y" }],
      { edited: ["a"], matched: ["a"] },
    ],
    [
      "a written id pairs whatever the variables",
      [{ id: "a", t: 1 }],
      [{ id: "a", u: 2 }],
      { edited: ["a"], matched: ["a"] },
    ],
    [
      "two written ids never pair otherwise",
      [{ id: "a", t: 1 }],
      [{ id: "b", t: 1 }],
      { added: ["b"], removed: ["a"] },
    ],
    [
      "without ids: by the hash",
      [{ t: "x", expected: "1" }],
      [{ t: "x", expected: "2" }],
      { edited: ["x"], matched: ["x"] },
    ],
    [
      "a variable more",
      [{ t: "x" }, { t: "y" }],
      [
        { t: "x", u: "1" },
        { t: "y", u: "1" },
      ],
      { edited: ["x+1", "y+1"], matched: ["x", "y"] },
    ],
    ["a variable less", [{ t: "x", u: "1" }], [{ t: "x" }], { edited: ["x"], matched: ["x+1"] }],
    ["a variable of another value", [{ t: "x", u: "1" }], [{ t: "x", u: "2" }], { added: ["x+2"], removed: ["x+1"] }],
    ["no variable shared", [{ t: "x" }], [{ u: "x" }], { added: ["x"], removed: ["x"] }],
    [
      "ambiguous among the old",
      [
        { t: "x", u: "1" },
        { t: "x", u: "2" },
      ],
      [{ t: "x", v: "3" }],
      { added: ["x+3"], removed: ["x+1", "x+2"] },
    ],
    [
      "ambiguous among the new",
      [{ t: "x" }],
      [
        { t: "x", u: "1" },
        { t: "x", u: "2" },
      ],
      { added: ["x+1", "x+2"], removed: ["x"] },
    ],
    [
      "ambiguous over two shapes",
      [
        { t: "x", u: "1" },
        { t: "x", w: "2" },
      ],
      [{ t: "x", v: "3" }],
      { added: ["x+3"], removed: ["x+1", "x+2"] },
    ],
    [
      "what pairs exactly is not in question",
      [{ t: "x" }, { t: "x", u: "1" }],
      [{ t: "x" }, { t: "x", u: "1", v: "2" }],
      { edited: ["x+1+2"], matched: ["x", "x+1"] },
    ],
    ["a case gets an id", [{ t: "x" }], [{ id: "a", t: "x" }], { matched: ["x"] }],
    ["a case loses its id", [{ id: "a", t: "x" }], [{ t: "x" }], { matched: ["a"] }],
    [
      "named twins do not hinder",
      [{ t: "x" }, { id: "a", t: "x" }],
      [
        { id: "a", t: "x" },
        { id: "b", t: "x" },
      ],
      { matched: ["a", "x"] },
    ],
    [
      "equal though nested",
      [{ t: { a: 1, b: 2 } }],
      [{ t: { b: 2, a: 1 }, u: "1" }],
      { edited: ["[object Object]+1"], matched: ["[object Object]"] },
    ],
    ["no variable at all", [{ expected: "x" }], [{ id: "a" }], { added: ["a"], removed: [""] }],
  ])("%s", (_, before, after, expected) => {
    expect(compare(before, after)).toEqual({ added: [], edited: [], removed: [], matched: [], ...expected });
  });

  test("every case is in one place, whatever the sets", () => {
    const random = createRandom("sets");
    const rows = () =>
      Array.from({ length: random.below(12) }, (_, index) => ({
        ...(random.below(2) ? { id: `id-${index}` } : {}),
        ...(random.below(2) ? { t: random.below(3) } : {}),
        u: random.below(3),
        unique: index,
      }));
    for (let round = 0; round < 300; round += 1) {
      const before = casesOf(rows());
      const after = casesOf(rows());
      const { added, edited, removed, matched } = compareGolden(before, after);
      const pairedBefore = [...matched.values()].map(({ id }) => id);
      expect(new Set(pairedBefore).size).toBe(matched.size);
      expect([...matched.keys(), ...added.map(({ id }) => id)].sort()).toEqual(after.map(({ id }) => id).sort());
      expect([...pairedBefore, ...removed.map(({ id }) => id)].sort()).toEqual(before.map(({ id }) => id).sort());
      expect(edited.every(({ id }) => matched.has(id))).toBe(true);
      expect(compareGolden(before, before)).toMatchObject({ added: [], edited: [], removed: [] });
    }
  });

  test("sets made to be hard to pair are given up, soon", () => {
    const hard = (name: string) =>
      casesOf(Array.from({ length: 3000 }, (_, index) => ({ t: "x", [`${name}${index}`]: 1 })));
    const [before, after] = [hard("a"), hard("b")];
    expect(timeOf(() => expect(compareGolden(before, after).added).toHaveLength(3000))).toBeLessThan(200);
  });
});
