// Whole-process wall time and peak memory of `compare` against the ideal (calls ÷ concurrency × latency), and beside it in
// the same run a bare loop of the same client. The server is a process of its own on loopback. Minima of interleaved runs.
// Usage: node bench/throughput.mjs [cases] [latency in ms] [concurrency] [runs]
import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeRepository } from "./repository.mjs";
import { cli, here, least, measure, table, withServer } from "./support.mjs";

const [cases, latency, concurrency, runs] = [1000, 50, 50, 3].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const results = { "prompt-assay compare": [], "bare loop": [] };
await withServer(latency, async ({ folder, baseUrl }) => {
  makeRepository(folder, { baseUrl, cases });
  const compare = [cli, "compare", "--base", "HEAD", "--concurrency", concurrency, "--quiet"];
  const bare = [join(here, "bare-loop.mjs"), baseUrl, 2 * cases, concurrency];
  for (let run = 0; run < runs; run++) {
    // Nothing is answered from the run before.
    rmSync(join(folder, ".assay"), { recursive: true, force: true });
    results["prompt-assay compare"].push(measure(compare, folder));
    results["bare loop"].push(measure(bare, here));
  }
});
const ideal = ((2 * cases) / concurrency) * (latency / 1000);
const bare = least(results["bare loop"]);
const rows = Object.entries(results).map(([name, list]) => {
  const { seconds, cpu, megabytes } = least(list);
  return [
    name,
    `${seconds.toFixed(2)} s`,
    (seconds / ideal).toFixed(2),
    (seconds / bare.seconds).toFixed(2),
    `${cpu.toFixed(2)} s`,
    `${megabytes.toFixed(0)} MB`,
    `${megabytes >= bare.megabytes ? "+" : ""}${(megabytes - bare.megabytes).toFixed(0)} MB`,
  ];
});
process.stdout.write(
  `${cases} cases × 2 arms, ${latency} ms, concurrency ${concurrency}; ideal ${ideal.toFixed(2)} s\n`,
);
process.stdout.write(
  table([["whole process", "least", "× ideal", "× bare loop", "processor", "peak", "beyond bare"], ...rows]),
);
