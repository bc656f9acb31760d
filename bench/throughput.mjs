// Whole-process wall time of `compare` against the ideal (calls ÷ concurrency × latency), and beside it in the same
// run a bare loop of the same client. The server is a process of its own on loopback.
// Usage: node bench/throughput.mjs [cases] [latency in ms] [concurrency] [runs]
import { execFileSync, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { median, table } from "./support.mjs";

const [cases, latency, concurrency, runs] = [1000, 50, 50, 3].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "prompt-assay-bench-"));
const server = fork(join(here, "server.mjs"), [String(latency)]);
try {
  const port = await new Promise((done) => server.once("message", done));
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  makeRepository(baseUrl);
  const environment = { ...process.env, NO_COLOR: "1" };
  const compare = [
    resolve(here, "../dist/cli.js"),
    "compare",
    "--base",
    "HEAD",
    "--concurrency",
    concurrency,
    "--quiet",
  ];
  const bare = [join(here, "bare-loop.mjs"), baseUrl, 2 * cases, concurrency];
  const times = { "prompt-assay compare": [], "bare loop": [] };
  for (let run = 0; run < runs; run++) {
    // Nothing is answered from the run before.
    rmSync(join(folder, ".assay"), { recursive: true, force: true });
    times["prompt-assay compare"].push(time(compare, folder, environment));
    times["bare loop"].push(time(bare, here, environment));
  }
  const ideal = ((2 * cases) / concurrency) * (latency / 1000);
  const rows = Object.entries(times).map(([name, list]) => {
    const seconds = median(list);
    return [
      name,
      `${seconds.toFixed(2)} s`,
      (seconds / ideal).toFixed(2),
      (seconds / median(times["bare loop"])).toFixed(2),
    ];
  });
  process.stdout.write(
    `${cases} cases × 2 arms, ${latency} ms, concurrency ${concurrency}; ideal ${ideal.toFixed(2)} s\n`,
  );
  process.stdout.write(table([["whole process", "median", "× ideal", "× bare loop"], ...rows]));
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

function time(words, cwd, env) {
  const started = performance.now();
  execFileSync(process.execPath, words.map(String), { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
  return (performance.now() - started) / 1000;
}

/** A repository with one prompt, its golden set, and an uncommitted edit. */
function makeRepository(baseUrl) {
  const prompt = (word) =>
    `model: bench/model\nmessages:\n  - role: user\n    content: "${word} {{input}}"\nevaluators:\n  - name: right\n    string: { contains: answer }\n`;
  mkdirSync(join(folder, "golden"));
  writeFileSync(
    join(folder, "assay.yml"),
    `providers:\n  bench: { baseUrl: "${baseUrl}", keyEnv: null }\nrun: { trials: 1 }\ngate: { stopEarly: false }\n`,
  );
  const rows = Array.from({ length: cases }, (_, i) =>
    JSON.stringify({ id: `case-${i}`, vars: { input: `question ${i}` } }),
  );
  writeFileSync(join(folder, "golden/bench.jsonl"), `${rows.join("\n")}\n`);
  writeFileSync(join(folder, "bench.prompt.yml"), prompt("Answer"));
  const git = (...words) =>
    execFileSync("git", ["-c", "user.name=Bench", "-c", "user.email=bench@localhost", ...words], { cwd: folder });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Start");
  writeFileSync(join(folder, "bench.prompt.yml"), prompt("Please answer"));
}
