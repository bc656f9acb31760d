import { appendFileSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type VerdictIdentity, verdictKey } from "../../../src/run/store/verdicts.ts";
import { keyOf, newPath, segmentsOf, verdict, withStore } from "./support.ts";

describe("stored verdicts", () => {
  it("are found by what they rest on, whatever the scope", () => {
    const directory = newPath();
    withStore(directory, (store) => store.verdicts.append(verdict()));
    withStore(directory, (store) => {
      expect(store.verdicts.find(verdict().key)).toEqual(verdict());
      expect(store.verdicts.find(keyOf("other"))).toBeNull();
    });
  });

  it("stay as they were first given", () => {
    const directory = newPath();
    const again = verdict({ verdict: "no-regression", at: "2026-03-01T13:00:00.000Z" });
    withStore(directory, (store) => {
      store.verdicts.append(verdict());
      store.verdicts.append(again);
      expect(store.verdicts.find(verdict().key)).toEqual(verdict());
    });
    expect(withStore(directory, (store) => store.verdicts.find(verdict().key))).toEqual(verdict());
  });

  it("tell the history of a scope in the order of time, and no other's", () => {
    const directory = newPath();
    const entries = ["15", "09", "12", "12"].map((hour, index) =>
      verdict({ key: keyOf(`version ${index}`), at: `2026-03-01T${hour}:00:00.000Z` }),
    );
    withStore(directory, (store) => {
      for (const entry of entries) store.verdicts.append(entry);
      store.verdicts.append(verdict({ scope: "pull/8 prompts/triage.prompt.yml" }));
    });
    withStore(directory, (store) => {
      expect(store.verdicts.history(verdict().scope)).toEqual([entries[1], entries[2], entries[3], entries[0]]);
      expect(store.verdicts.history("pull/9 prompts/triage.prompt.yml")).toEqual([]);
    });
  });

  it("are read a thousand times at most, however often a line was copied", () => {
    const directory = newPath();
    withStore(directory, (store) => store.verdicts.append(verdict()));
    const [segment = ""] = segmentsOf(directory, "verdicts");
    appendFileSync(segment, readFileSync(segment, "utf8").repeat(2_000));
    expect(withStore(directory, (store) => store.verdicts.history(verdict().scope).length)).toBe(1_000);
  });

  it("have another key for whatever they rest on", () => {
    const identity: VerdictIdentity = {
      goalposts: "g",
      baseline: "b",
      candidate: "c",
      goldenHash: "h",
      trials: { baseline: 5, candidate: 1 },
      major: 0,
    };
    const others: readonly VerdictIdentity[] = [
      { ...identity, goalposts: "x" },
      { ...identity, baseline: "c", candidate: "b" },
      { ...identity, baseline: null },
      { ...identity, goldenHash: "x" },
      { ...identity, trials: { baseline: 1, candidate: 5 } },
      { ...identity, major: 1 },
    ];
    const keys = [identity, ...others].map(verdictKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(verdictKey({ ...identity })).toBe(keys[0]);
  });
});
