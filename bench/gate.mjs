// Whole-process wall time of `gate` and the processor time of all its threads beyond those of an empty script, and its peak
// memory: the least of interleaved runs, of the memory the most. A busy machine stretches the wall time.
// Usage: node bench/gate.mjs [runs]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "./support.mjs";

const runs = Number(process.argv[2] ?? 9);
const cli = resolve(fileURLToPath(new URL(".", import.meta.url)), "../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "prompt-assay-bench-"));
// Tells on standard error what the process took: memory at most, in kilobytes, and processor time in microseconds.
const peak = join(folder, "peak.cjs");
writeFileSync(
  peak,
  `process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write("peak " + maxRSS + " processor " + (userCPUTime + systemCPUTime));
  });\n`,
);
let state = 1;
try {
  const commands = {
    "node -e 0": null,
    "--version": ["--version"],
    "1,000 cases, pass or fail": gate("small", 1_000, 1, ["correct"]),
    "1,000 cases, three metrics": gate("three", 1_000, 1, ["correct", "graded", "latency"]),
    "100,000 cases, 3 trials": gate("large", 100_000, 3, ["correct"]),
    "100,000 cases, 3 trials, three metrics": gate("large-three", 100_000, 3, ["correct", "graded", "latency"]),
    "1,000,000 cases, 1 trial": gate("million", 1_000_000, 1, ["correct"]),
  };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  const processor = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  const peaks = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = 0; run <= runs; run++) {
    for (const [name, words] of Object.entries(commands)) {
      const started = performance.now();
      const script = words === null ? ["-e", "0"] : [cli, ...words];
      const { status, stderr } = spawnSync(process.execPath, ["--require", peak, ...script], { encoding: "utf8" });
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      // The first round warms the disk cache.
      if (run === 0) continue;
      times[name].push(performance.now() - started);
      const [, kilobytes, microseconds] = /peak (\d+) processor (\d+)/.exec(stderr);
      peaks[name].push(Number(kilobytes) / 1000);
      processor[name].push(Number(microseconds) / 1000);
    }
  }
  const least = (list) => Math.min(...list);
  const rows = Object.entries(times).map(([name, list]) => [
    name,
    `${least(list).toFixed(0)} ms`,
    `${(least(list) - least(times["node -e 0"])).toFixed(0)} ms`,
    `${(least(processor[name]) - least(processor["node -e 0"])).toFixed(0)} ms`,
    `${Math.max(...peaks[name]).toFixed(0)} MB`,
  ]);
  process.stdout.write(table([["process", "least", "beyond node -e 0", "processor time", "peak memory"], ...rows]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Two files that do not differ but by chance, and the words of the command. */
function gate(name, cases, trials, metrics) {
  const files = ["baseline", "candidate"].map((arm) => {
    const lines = [];
    for (let index = 0; index < cases; index++) {
      const probability = index % 5 === 0 ? 0.2 : 0.95;
      for (let trial = 0; trial < trials; trial++) {
        const scores = Object.fromEntries(metrics.map((metric) => [metric, draw(metric, probability)]));
        lines.push(JSON.stringify({ id: `case-${index}`, trial, scores }));
      }
    }
    const path = join(folder, `${name}-${arm}.jsonl`);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  });
  return ["gate", ...files];
}

function draw(metric, probability) {
  if (metric === "graded") return Math.round(1000 * random()) / 1000;
  if (metric === "latency") return Math.round(500 * Math.exp(random()));
  return random() < probability ? 1 : 0;
}

/** The linear congruence of Numerical Recipes: the files are the same in every run. */
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}
