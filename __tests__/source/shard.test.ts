import { describe, expect, it } from "vitest";
import { readShard, shardOf, shareOfLimit } from "../../src/source/shard.ts";

describe("i/n", () => {
  it.each(["1/1", "3/8", " 8/8 ", "1000/1000"])("reads %s", (written) => {
    const [index, of] = written.trim().split("/").map(Number);
    expect(readShard(written)).toEqual({ index, of });
  });

  it.each([
    ["0/3", "There is no shard 0 of 3: they are 1/3 to 3/3."],
    ["4/3", "There is no shard 4 of 3: they are 1/3 to 3/3."],
    ["1/0", "There can be 1 to 1000 shards."],
    ["1/1001", "There can be 1 to 1000 shards."],
    ...["x", "", "3", "3/", "/3", "1/2/3", "-1/3", "1.5/3", "1/3e2", "١/٣"].map((written) => [
      written,
      "Give a shard as i/n, for example 3/8: the third of eight.",
    ]),
  ])("refuses %j", (written, sentence) => expect(readShard(written ?? "")).toBe(sentence));
});

describe("which shard takes a case", () => {
  const ids = Array.from({ length: 20_000 }, (_, number) => `case ${number} \u{1f600}`);

  it.each([1, 2, 3, 7, 8, 256, 1000])("of %i: exactly one, whatever the order, and fairly", (of) => {
    const counts = new Array<number>(of + 1).fill(0);
    for (const id of ids) counts[shardOf(id, of)] = (counts[shardOf(id, of)] ?? 0) + 1;
    expect(counts[0]).toBe(0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    // Six standard deviations of a binomial count.
    const mean = ids.length / of;
    for (const count of counts.slice(1)) expect(Math.abs(count - mean)).toBeLessThanOrEqual(6 * Math.sqrt(mean));
    const backwards = ids.toReversed().map((id) => shardOf(id, of));
    expect(backwards.reverse()).toEqual(ids.map((id) => shardOf(id, of)));
  });

  it("stays the same from version to version: shards of one run may be taken again later", () => {
    expect(["case-0", "case-1", "case-2", "", "\ud800"].map((id) => shardOf(id, 8))).toEqual([2, 3, 5, 5, 4]);
  });
});

describe("a shard's part of a limit", () => {
  it.each([
    [10, 3, [4, 3, 3]],
    [2, 3, [1, 1, 0]],
    [0, 2, [0, 0]],
    [9, 3, [3, 3, 3]],
  ])("%i calls in %i shards", (limit, of, parts) => {
    const shards = parts.map((_, index) => ({ index: index + 1, of }));
    expect(shards.map((shard) => shareOfLimit(limit, shard, "count"))).toEqual(parts);
  });

  it("money is divided evenly; an undivided run has all of it", () => {
    expect(shareOfLimit(2, { index: 3, of: 8 }, "amount")).toBe(0.25);
    expect(shareOfLimit(2, undefined, "amount")).toBe(2);
    expect(shareOfLimit(7, undefined, "count")).toBe(7);
  });
});
