import { expect, test } from "vitest";
import { canary, fuzzOnce, fuzzTargets } from "../support/fuzz.ts";

/** A fixed part of what `npm run fuzz` does for a minute: the same texts at every run. */
const rounds = 20;

test("mutated files are read the same way twice or are the user's mistake; never ours", () => {
  process.env[canary.name] = canary.value;
  try {
    const targets = fuzzTargets(".");
    expect(targets.length).toBeGreaterThan(15);
    const others = targets.map(({ text }) => text);
    for (const target of targets) {
      for (let round = 0; round < rounds; round += 1) {
        expect(fuzzOnce(target, `slice ${target.name} ${round}`, others)).toBeNull();
      }
    }
  } finally {
    delete process.env[canary.name];
  }
});
