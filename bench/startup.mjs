// How long `--help` and `--version` take beside an empty script: medians of interleaved runs, and their ratio.
// Usage: node bench/startup.mjs [runs]
import { spawnSync } from "node:child_process";
import { median, table } from "./support.mjs";

const runs = Number(process.argv[2] ?? 15);
const commands = {
  "node -e 0": ["-e", "0"],
  "--help": ["dist/cli.js", "--help"],
  "--version": ["dist/cli.js", "--version"],
};
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let run = 0; run <= runs; run++) {
  for (const [name, words] of Object.entries(commands)) {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, words);
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    // The first round warms the disk cache.
    if (run > 0) times[name].push(performance.now() - started);
  }
}
const empty = median(times["node -e 0"]);
const rows = Object.entries(times).map(([name, list]) => [
  name,
  `${median(list).toFixed(0)} ms`,
  (median(list) / empty).toFixed(2),
]);
process.stdout.write(table([["process", "median", "× node -e 0"], ...rows]));
