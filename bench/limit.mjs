// A server that admits so many calls a second and answers 429 beyond, without any configuration: which share of what it
// admits is used, and how many calls are turned away. Usage: node bench/limit.mjs [calls a second] [cases] [latency in ms]
import { fork, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { makeRepository } from "./repository.mjs";
import { table } from "./support.mjs";

const [admitted, cases, latency] = [100, 1500, 50].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const here = fileURLToPath(new URL(".", import.meta.url));
const rows = [];
for (const kind of ["bucket", "window"]) {
  const folder = mkdtempSync(join(tmpdir(), "prompt-assay-bench-"));
  const server = fork(join(here, "limited-server.mjs"), [latency, admitted, kind].map(String));
  const message = () => new Promise((done) => server.once("message", done));
  try {
    const { port } = await message();
    makeRepository(folder, { baseUrl: `http://127.0.0.1:${port}/v1`, cases });
    const cli = resolve(here, "../dist/cli.js");
    const child = spawn(process.execPath, [cli, "compare", "--base", "HEAD", "--quiet"], {
      cwd: folder,
      stdio: "ignore",
    });
    const code = await new Promise((done) => child.once("close", done));
    server.send("tell");
    const seen = await message();
    const seconds = (seen.last - seen.first) / 1000;
    const share = seen.admitted / seconds / admitted;
    const rejected = seen.rejected / (seen.rejected + seen.admitted);
    rows.push([
      kind,
      code,
      seen.admitted,
      `${seconds.toFixed(1)} s`,
      `${(100 * share).toFixed(1)} %`,
      `${(100 * rejected).toFixed(1)} %`,
    ]);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
process.stdout.write(
  `${admitted} calls a second admitted, ${latency} ms; goal: at least 85 % used, at most 10 % turned away\n`,
);
process.stdout.write(table([["limit", "exit", "answered", "time", "used", "turned away"], ...rows]));
