// One comparison inside a look at so many cases, with the levels of that look: the first of a process, while nothing is
// compiled yet, and the least of those that follow; beside each the processor time, which a busy machine does not stretch.
// Usage: node bench/comparison.mjs [cases] [processes]
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { table } from "./support.mjs";

const [cases, processes] = [1000, 5].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "prompt-assay-bench-"));
const scenarios = [
  ["pass or fail, 1/1", { step: 1, trials: [1, 1] }],
  ["pass or fail, 3/3", { step: 1, trials: [3, 3] }],
  ["pass or fail, 5/5", { step: 1, trials: [5, 5] }],
  ["pass or fail, 5/1", { step: 1, trials: [5, 1] }],
  ["pass or fail, 5/5, look at half", { step: 1, trials: [5, 5], share: 0.5 }],
  ["pass or fail, 5/5, exact", { step: 1, trials: [5, 5], exact: true }],
  ["pass or fail, 5/1, weights", { step: 1, trials: [5, 1], weights: true }],
  ["quarters, 3/3", { step: 0.25, trials: [3, 3] }],
  ["quarters, 5/5", { step: 0.25, trials: [5, 5] }],
  ["quarters, 5/1", { step: 0.25, trials: [5, 1] }],
  ["quarters, 5/5, exact", { step: 0.25, trials: [5, 5], exact: true }],
  ["any score, 1/1", { step: null, trials: [1, 1] }],
  ["any score, 5/5", { step: null, trials: [5, 5] }],
  ["any score, 5/1", { step: null, trials: [5, 1] }],
  ["any score, 5/5, exact", { step: null, trials: [5, 5], exact: true }],
  ["cases like these, 5/5", { step: 1, trials: [5, 5], population: true }],
  ["latency, 5/5", { ratio: true, trials: [5, 5] }],
];
try {
  const bundle = await rolldown({ input: join(here, "compared.ts"), platform: "node", cwd: join(here, "..") });
  await bundle.write({ file: join(folder, "compared.mjs"), format: "esm" });
  await bundle.close();
  const rows = [];
  for (const [name, scenario] of scenarios) {
    const told = [];
    for (let number = 0; number < processes; number++) told.push(await compareIn({ cases, ...scenario }));
    const least = (of) => `${Math.min(...told.map(of)).toFixed(1)} ms`;
    rows.push([
      name,
      told[0].method,
      least(({ first }) => first.wall),
      least(({ first }) => first.processor),
      least(({ next }) => next.wall),
      least(({ next }) => next.processor),
    ]);
  }
  const title = [`${cases} cases, trials`, "p-value", "first", "processor", "then", "processor"];
  process.stdout.write(table([title, ...rows]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What one scenario takes in a process of its own. */
function compareIn(scenario) {
  return new Promise((done, fail) => {
    const child = fork(join(folder, "compared.mjs"), [JSON.stringify(scenario)]);
    child.once("message", done);
    child.once("error", fail);
  });
}
