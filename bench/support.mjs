import { fork, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const here = fileURLToPath(new URL(".", import.meta.url));
export const cli = resolve(here, "../dist/cli.js");

/** The middle value; of an even number of values the mean of the two. */
export function median(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Rows as aligned text, numbers to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) =>
    row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i])));
  return `${rows.map((row) => line(row).join("  ")).join("\n")}\n`;
}

/** A folder that is removed when the task is done, with a server that answers after so many milliseconds. */
export async function withServer(latency, task) {
  const folder = mkdtempSync(join(tmpdir(), "prompt-assay-bench-"));
  const server = fork(join(here, "server.mjs"), [String(latency)]);
  try {
    const message = () => new Promise((done) => server.once("message", done));
    const port = await message();
    const count = async () => {
      server.send("count");
      return message();
    };
    return await task({ folder, baseUrl: `http://127.0.0.1:${port}/v1`, count });
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Wall time and processor time in seconds, and peak memory in megabytes, of a script that must end with 0. */
export function measure(words, cwd) {
  const folder = mkdtempSync(join(tmpdir(), "prompt-assay-peak-"));
  const peak = join(folder, "peak.cjs");
  const file = join(folder, "peak");
  const tell = `const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    require("fs").writeFileSync(${JSON.stringify(file)}, JSON.stringify([maxRSS, userCPUTime + systemCPUTime]));`;
  writeFileSync(peak, `process.on("exit", () => { ${tell} });`);
  try {
    const started = performance.now();
    const env = { ...process.env, NO_COLOR: "1" };
    const { status, stderr } = spawnSync(process.execPath, ["--require", peak, ...words.map(String)], {
      cwd,
      env,
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
    const seconds = (performance.now() - started) / 1000;
    const [kilobytes, microseconds] = JSON.parse(readFileSync(file, "utf8"));
    return { seconds, cpu: microseconds / 1e6, megabytes: kilobytes / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The least of what several runs took, each part by itself: what else the machine does only adds. */
export function least(runs) {
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    cpu: Math.min(...runs.map(({ cpu }) => cpu)),
    megabytes: Math.min(...runs.map(({ megabytes }) => megabytes)),
  };
}
