/**
 * Mutates the fixtures of every format for a time (`npm run fuzz -- --seconds 60 --seed 1`) and reads them: nothing may
 * happen but a UserError. The reading is done in a thread of its own, so that one that never ends is found, too.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "rolldown";

/** Without a new round for so long, in milliseconds, the thread hangs. */
const hangs = 15_000;

const { values } = parseArgs({ options: { seconds: { type: "string" }, seed: { type: "string" } } });
const seconds = Number(values.seconds ?? 60);
const seed = values.seed ?? new Date().toISOString();
const folder = await mkdtemp(join(tmpdir(), "prompt-assay-fuzz-"));
try {
  const file = join(folder, "work.mjs");
  await build({
    input: "scripts/fuzz-worker.ts",
    platform: "node",
    logLevel: "silent",
    output: { file, format: "esm", codeSplitting: false },
  });
  console.log(`Fuzzing for ${seconds} s with the seed ${JSON.stringify(seed)}.`);
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const findings = await watch(new Worker(file, { workerData: { seed, milliseconds: seconds * 1000, beat } }), beat);
  for (const { target, seed: own, what, text } of findings) {
    console.log(`\n${target} (${JSON.stringify(own)}) ${what}\n${JSON.stringify(text.slice(0, 2_000))}`);
  }
  console.log(`${Atomics.load(beat, 0)} mutated files, ${findings.length} findings.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What the thread found; that it hangs is a finding, too. */
function watch(worker, beat) {
  return new Promise((resolve, reject) => {
    let last = { round: -1, at: performance.now() };
    const finish = (findings) => {
      clearInterval(timer);
      resolve(findings);
      void worker.terminate();
    };
    const timer = setInterval(() => {
      const round = Atomics.load(beat, 0);
      if (round !== last.round) last = { round, at: performance.now() };
      else if (performance.now() - last.at > hangs) {
        finish([{ target: "a file", seed: `${seed} ${round}`, what: "hangs", text: "" }]);
      }
    }, 500);
    worker.on("message", finish);
    worker.on("error", (error) => {
      clearInterval(timer);
      reject(error);
    });
  });
}
