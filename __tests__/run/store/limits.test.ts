import { existsSync, mkdirSync, openSync, readdirSync, statSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { keyOf, newPath, noon, open, sample, segmentsOf, trial, verdict, withStore } from "./support.ts";

const hour = 3_600_000;

describe("the size cap", () => {
  /** Four samples and a baseline, each in a segment of its own, an hour apart; the last is half an hour old at noon. */
  function hourly(): string {
    const directory = newPath();
    for (let number = 0; number < 5; number += 1) {
      const time = new Date(noon.getTime() - (4.5 - number) * hour);
      const kind = number === 1 ? "baselines" : "samples";
      withStore(
        directory,
        (store) => (kind === "samples" ? store.samples.append(sample(number)) : store.baselines.append(trial())),
        { now: () => time },
      );
      utimesSync(segmentsOf(directory, kind).at(-1) ?? "", time, time);
    }
    return directory;
  }

  /** What is left under this cap. */
  function left(directory: string, maximumBytes: number) {
    return withStore(
      directory,
      (store) => ({
        samples: [0, 2, 3, 4].filter((number) => store.samples.find(keyOf(number)) !== null),
        baselines: store.baselines.find({ ...trial(), since: null }).length,
      }),
      { maximumBytes },
    );
  }

  it("removes whole segments, the oldest of samples and baselines first, until the rest fits", () => {
    const directory = hourly();
    const sizes = ["samples", "baselines"].flatMap((kind) =>
      segmentsOf(directory, kind).map((path) => statSync(path).size),
    );
    const total = sizes.reduce((sum, size) => sum + size);
    // Nine tenths are theirs.
    expect(left(directory, (total + 0.5) / 0.9)).toEqual({ samples: [0, 2, 3, 4], baselines: 1 });
    expect(left(directory, (total - 0.5) / 0.9)).toEqual({ samples: [2, 3, 4], baselines: 1 });
    expect(left(directory, (total - (sizes[0] ?? 0) - 0.5) / 0.9)).toEqual({ samples: [2, 3, 4], baselines: 0 });
  });

  it("leaves what may still be written", () => {
    const directory = hourly();
    expect(left(directory, 0)).toEqual({ samples: [4], baselines: 0 });
  });

  it("gives verdicts a tenth, which no answer takes from them", () => {
    const directory = hourly();
    const times = [3, 2].map((hours) => new Date(noon.getTime() - hours * hour));
    for (const time of times) {
      const at = time.toISOString();
      withStore(directory, (store) => store.verdicts.append(verdict({ at })), { now: () => time });
      utimesSync(segmentsOf(directory, "verdicts").at(-1) ?? "", time, time);
    }
    const [size = 0] = segmentsOf(directory, "verdicts").map((path) => statSync(path).size);
    const history = (maximumBytes: number) =>
      withStore(directory, (store) => store.verdicts.history(verdict().scope).map(({ at }) => at), { maximumBytes });
    expect(history(20 * size + 5)).toHaveLength(2);
    expect(history(20 * size - 5)).toEqual([times[1]?.toISOString()]);
  });

  it("holds when a store is closed, too", () => {
    const directory = hourly();
    let time = noon;
    const store = open(directory, { maximumBytes: 10_000, now: () => time });
    store.samples.append(sample(9, "x".repeat(10_000)));
    time = new Date(noon.getTime() + 10);
    store.close();
    expect(left(directory, 1e9).samples).toEqual([4]);
  });

  it("removes nothing that is no segment", () => {
    const directory = hourly();
    const own = join(directory, "samples", "golden.jsonl");
    writeFileSync(own, "x".repeat(1_000));
    utimesSync(own, new Date(0), new Date(0));
    left(directory, 0);
    expect(existsSync(own)).toBe(true);
  });
});

describe("a folder that cannot be written", () => {
  it.each([
    ["it is a file", ""],
    ["a file is above it", "store"],
    ["a file is in the place of a folder within", ".."],
  ])("is told as one mistake where %s", (_, below) => {
    const folder = newPath();
    mkdirSync(folder);
    const file = join(folder, "verdicts");
    writeFileSync(file, "");
    let thrown: unknown;
    try {
      open(join(file, below));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UserError);
    const { problems } = thrown as UserError;
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^cannot write to the store in ".*": E[A-Z]+$/);
    expect(problems[0]?.hint).toContain("--store");
  });
});

describe("a disk that is full", () => {
  /** Takes this many bytes, in small pieces, and then no more until `more` is called. */
  function smallDisk(room: number) {
    let free = room;
    return {
      more: (bytes: number) => {
        free += bytes;
      },
      write: (descriptor: number, bytes: Uint8Array, offset: number, length: number) => {
        if (free <= 0) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
        const count = writeSync(descriptor, bytes, offset, Math.min(length, free, 97));
        free -= count;
        return count;
      },
    };
  }

  it("is told once, keeps what was written, and goes on when there is room", () => {
    const directory = newPath();
    const disk = smallDisk(1_500);
    withStore(
      directory,
      (store) => {
        expect(store.problem()).toBeNull();
        for (let number = 0; number < 10; number += 1) store.samples.append(sample(number));
        const problem = store.problem();
        expect(problem?.message).toContain("ENOSPC");
        disk.more(100_000);
        for (let number = 10; number < 12; number += 1) store.samples.append(sample(number));
        expect(store.problem()).toBe(problem);
        expect(store.samples.find(keyOf(11))).toEqual(sample(11));
      },
      { writeBytes: disk.write },
    );
    withStore(directory, (store) => {
      const found = [...Array(12).keys()].filter((number) => store.samples.find(keyOf(number)) !== null);
      expect(found).toEqual([0, 1, 10, 11]);
      expect(store.dropped).toEqual({ torn: 0, garbled: 1, unverified: 0, unreadable: 0 });
    });
    expect(readdirSync(join(directory, "samples"))).toHaveLength(1);
  });

  it.runIf(existsSync("/dev/full"))("is what the system says it is", () => {
    const full = openSync("/dev/full", "w");
    const directory = newPath();
    withStore(
      directory,
      (store) => {
        store.samples.append(sample(0));
        expect(store.problem()?.message).toContain("ENOSPC");
        expect(store.samples.find(keyOf(0))).toBeNull();
      },
      { writeBytes: (_, bytes, offset, length) => writeSync(full, bytes, offset, length) },
    );
    expect(withStore(directory, (store) => store.dropped.torn)).toBe(0);
  });
});
