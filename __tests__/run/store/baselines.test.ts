import { describe, expect, it } from "vitest";
import { type BaselineQuery, type BaselineTrial, findAges } from "../../../src/run/store/baselines.ts";
import { canonicalHash } from "../../../src/source/json.ts";
import { newPath, reply, trial, withStore } from "./support.ts";

const { fingerprint, caseHash } = trial();
const any = { fingerprint, caseHash, since: null };

/** Trial `number` as it came at this hour of the day, with a text that says so. */
function at(hour: number, number: number, fields: Partial<BaselineTrial> = {}): BaselineTrial {
  const time = `2026-03-01T${String(hour).padStart(2, "0")}:00:00.000Z`;
  return trial({ trial: number, at: time, reply: reply(`${hour}h`), ...fields });
}

function texts(trials: readonly BaselineTrial[]): readonly string[] {
  return trials.map((entry) => `${entry.trial}: ${entry.reply.text}`);
}

/** Appends in the order given, and returns what a later process finds. */
function find(trials: readonly BaselineTrial[], query: Partial<BaselineQuery> = {}) {
  const directory = newPath();
  withStore(directory, (store) => trials.forEach((entry) => void store.baselines.append(entry)));
  return withStore(directory, (store) => texts(store.baselines.find({ ...any, ...query })));
}

describe("stored baselines", () => {
  it("are found by prompt version and case, whole and in the order of trials", () => {
    const directory = newPath();
    const trials = [at(3, 1), at(2, 0), at(4, 2)];
    withStore(directory, (store) => trials.forEach((entry) => void store.baselines.append(entry)));
    withStore(directory, (store) => {
      expect(store.baselines.find(any)).toEqual([at(2, 0), at(3, 1), at(4, 2)]);
      expect(store.baselines.find({ ...any, caseHash: canonicalHash("edited case") })).toEqual([]);
      expect(store.baselines.find({ ...any, fingerprint: canonicalHash("other version") })).toEqual([]);
    });
  });

  it("give way, trial by trial, to newer ones, in whatever order they were written", () => {
    expect(find([at(1, 0), at(1, 1), at(5, 0)])).toEqual(["0: 5h", "1: 1h"]);
    expect(find([at(5, 0), at(1, 1), at(1, 0)])).toEqual(["0: 5h", "1: 1h"]);
  });

  it("expire at the age that the caller gives, and never where there is none", () => {
    const trials = [at(1, 0), at(2, 1), at(3, 2)];
    const since = new Date("2026-03-01T02:00:00.000Z");
    expect(find(trials, { since })).toEqual(["1: 2h", "2: 3h"]);
    expect(find(trials, { since: new Date("2026-03-02T00:00:00.000Z") })).toEqual([]);
    expect(find(trials)).toEqual(["0: 1h", "1: 2h", "2: 3h"]);
  });

  it("find the newest of each trial although a hundred nights were stored", () => {
    const nights = Array.from({ length: 100 }, (_, night) =>
      [0, 1, 2, 3, 4].map((number) =>
        trial({ trial: number, at: new Date(night * 86_400_000).toISOString(), reply: reply(`night ${night}`) }),
      ),
    ).flat();
    expect(find(nights)).toEqual([0, 1, 2, 3, 4].map((number) => `${number}: night 99`));
  });

  it("are superseded as a whole by a confirmation, cases it has not seen included", () => {
    const directory = newPath();
    const unseen = canonicalHash("unseen case");
    const other = canonicalHash("other version");
    withStore(directory, (store) => {
      for (const number of [0, 1, 2, 3, 4]) store.baselines.append(at(1, number));
      store.baselines.append(at(1, 0, { caseHash: unseen }));
      store.baselines.append(at(1, 0, { fingerprint: other }));
      store.baselines.replace(fingerprint, [at(7, 1, { draw: "confirm:1" }), at(6, 0, { draw: "confirm:1" })]);
      expect(texts(store.baselines.find(any))).toEqual(["0: 6h", "1: 7h"]);
    });
    withStore(directory, (store) => {
      expect(texts(store.baselines.find(any))).toEqual(["0: 6h", "1: 7h"]);
      expect(store.baselines.find({ ...any, caseHash: unseen })).toEqual([]);
      expect(texts(store.baselines.find({ ...any, fingerprint: other }))).toEqual(["0: 1h"]);
      store.baselines.append(at(8, 2));
      store.baselines.append(at(5, 3));
      expect(texts(store.baselines.find(any))).toEqual(["0: 6h", "1: 7h", "2: 8h"]);
      store.baselines.replace(fingerprint, []);
      expect(texts(store.baselines.find(any))).toEqual(["0: 6h", "1: 7h", "2: 8h"]);
    });
  });

  it("tell their ages", () => {
    expect(findAges([])).toBeNull();
    expect(findAges([at(5, 0), at(2, 1), at(3, 2)])).toEqual({
      oldest: new Date("2026-03-01T02:00:00.000Z"),
      newest: new Date("2026-03-01T05:00:00.000Z"),
    });
  });
});
