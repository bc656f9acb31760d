// A further comparison that the store answers whole: beyond the start-up of the process, and how many calls it makes. The
// gate is another one each time, so that the verdict is computed anew and not given again.
// Usage: node bench/cached.mjs [cases] [runs]
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeRepository } from "./repository.mjs";
import { cli, measure, table, withServer } from "./support.mjs";

const [cases, runs] = [1000, 5].map((usual, i) => Number(process.argv[2 + i] ?? usual));
await withServer(1, async ({ folder, baseUrl, count }) => {
  makeRepository(folder, { baseUrl, cases });
  const compare = [cli, "compare", "--base", "HEAD", "--quiet"];
  measure(compare, folder);
  const first = await count();
  const config = readFileSync(join(folder, "assay.yml"), "utf8");
  const times = [];
  const starts = [];
  for (let run = 0; run < runs; run++) {
    writeFileSync(
      join(folder, "assay.yml"),
      config.replace("stopEarly: false", `stopEarly: false, margin: 0.0${run + 2}`),
    );
    times.push(measure(compare, folder).seconds);
    starts.push(measure([cli, "--version"], folder).seconds);
  }
  const calls = await count();
  const [time, start] = [Math.min(...times), Math.min(...starts)];
  const row = [first, calls, `${time.toFixed(2)} s`, `${start.toFixed(2)} s`, `${(time - start).toFixed(2)} s`];
  process.stdout.write(`${cases} cases × 2 arms, everything cached; goal: at most 1.0 s beyond start-up, 0 calls\n`);
  process.stdout.write(table([["calls before", "calls now", "least", "start-up", "beyond"], row]));
});
