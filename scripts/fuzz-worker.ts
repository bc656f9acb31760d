import { parentPort, workerData } from "node:worker_threads";
import { canary, type FuzzFinding, fuzzOnce, fuzzTargets } from "../__tests__/support/fuzz.ts";

/** More are not told at once. */
const findingLimit = 10;

/** `beat` tells the one who waits which round is at hand. */
const { seed, milliseconds, beat } = workerData as {
  readonly seed: string;
  readonly milliseconds: number;
  readonly beat: Int32Array;
};
process.env[canary.name] = canary.value;
const targets = fuzzTargets(".");
const others = targets.map(({ text }) => text);
const findings: FuzzFinding[] = [];
const end = performance.now() + milliseconds;
for (let round = 0; performance.now() < end && findings.length < findingLimit; round += 1) {
  Atomics.store(beat, 0, round);
  const target = targets[round % targets.length];
  const finding = target === undefined ? null : fuzzOnce(target, `${seed} ${round}`, others);
  if (finding !== null) findings.push(finding);
}
parentPort?.postMessage(findings);
