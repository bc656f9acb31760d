// A golden set ten times as large: time against that of the smaller one at the same settings, and peak memory against a
// bare loop of the same calls. Usage: node bench/growth.mjs [cases] [latency in ms] [concurrency]
import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeRepository } from "./repository.mjs";
import { cli, here, measure, table, withServer } from "./support.mjs";

const [cases, latency, concurrency] = [100_000, 5, 200].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const rows = [];
const times = [];
for (const size of [cases / 10, cases]) {
  await withServer(latency, async ({ folder, baseUrl }) => {
    makeRepository(folder, { baseUrl, cases: size });
    const compare = [cli, "compare", "--base", "HEAD", "--concurrency", concurrency, "--quiet"];
    const own = measure(compare, folder);
    rmSync(join(folder, ".assay"), { recursive: true, force: true });
    const bare = measure([join(here, "bare-loop.mjs"), baseUrl, 2 * size, concurrency], here);
    times.push(own.seconds);
    rows.push([
      size,
      `${own.seconds.toFixed(1)} s`,
      (own.seconds / times[0]).toFixed(2),
      `${bare.seconds.toFixed(1)} s`,
      `${own.cpu.toFixed(1)} s`,
      `${bare.cpu.toFixed(1)} s`,
      `${own.megabytes.toFixed(0)} MB`,
      `${bare.megabytes.toFixed(0)} MB`,
      `${(own.megabytes - bare.megabytes).toFixed(0)} MB`,
    ]);
  });
}
process.stdout.write(
  `${latency} ms, concurrency ${concurrency}; goals: at most 11 × the time, 120 MB beyond the bare loop\n`,
);
process.stdout.write(
  table([
    ["cases", "compare", "×", "bare loop", "processor", "bare processor", "peak", "bare peak", "beyond"],
    ...rows,
  ]),
);
