// A run in shards, merged, against the undivided run: the same verdict and figures, what the merge takes, and how long.
// Every process is one of dist; the simulated model answers, the same whoever asks.
// Usage: node bench/shards.mjs [cases] [shards]
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { table } from "./support.mjs";

const [cases, shards] = [2000, 8].map((usual, i) => Number(process.argv[2 + i] ?? usual));
const here = fileURLToPath(new URL(".", import.meta.url));
const cli = resolve(here, "../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "prompt-assay-bench-"));
// Tells on standard error what the process took at most, in kilobytes.
const peak = join(folder, "peak.cjs");
writeFileSync(peak, 'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS));\n');
try {
  makeRepository();
  const compare = ["compare", "--base", "HEAD~1", "--no-store"];
  const whole = run(...compare, "--json", "whole.json");
  const parts = Array.from({ length: shards }, (_, i) =>
    run(...compare, "--shard", `${i + 1}/${shards}`, "--json", `shards/shard-${i + 1}.json`),
  );
  const merged = run("merge", "shards", "--json", "merged.json");
  const [one, other] = ["whole.json", "merged.json"].map((file) =>
    JSON.parse(readFileSync(join(folder, file), "utf8")),
  );
  const slowest = parts.reduce((worst, part) => (part.seconds > worst.seconds ? part : worst));
  const lines = [
    ["undivided", whole],
    [`slowest of ${shards} shards`, slowest],
    ["merge", merged],
  ].map(([name, { seconds, megabytes }]) => [name, `${seconds.toFixed(2)} s`, `${megabytes.toFixed(0)} MB`]);
  const verdicts = ({ prompts }) => prompts.map(({ name, verdict }) => `${name}: ${verdict}`).join(", ");
  process.stdout.write(`2 prompts × ${cases} cases × 2 arms; undivided ${verdicts(one)}; merged ${verdicts(other)}\n`);
  process.stdout.write(`figures: ${figures(one) === figures(other) ? "the same" : "NOT THE SAME"}\n`);
  process.stdout.write(table([["process", "wall time", "peak memory"], ...lines]));
  if (figures(one) !== figures(other)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(...words) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--require", peak, cli, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`${words.join(" ")} ended with ${status}: ${stderr}`);
  const [, kilobytes] = /peak (\d+)$/.exec(stderr);
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(kilobytes) / 1024 };
}

/** All of a report but for what the clock says: two runs that answer alike agree in it to the last byte. */
function figures(report) {
  const timeless = ({ comparisons, ...prompt }) => ({
    ...prompt,
    comparisons: comparisons.filter(({ metric }) => metric !== "latency"),
  });
  return JSON.stringify({ ...report, durationMs: 0, samples: null, prompts: report.prompts.map(timeless) });
}

/** A repository with two prompts, one of which gets worse, over cases with tags, weights and clusters. */
function makeRepository() {
  const prompt = (text) => `model: simulated/model\nmessages:\n  - role: user\n    content: "${text}"\n`;
  mkdirSync(join(folder, "golden"));
  writeFileSync(
    join(folder, "assay.yml"),
    [
      "golden: golden/cases.jsonl",
      "scorers:",
      '  - contains: { value: "{{expected}}" }',
      "  - length: { max: 44 }",
      "run: { trials: 1, concurrency: 64 }",
      "gate: { stopEarly: false, slices: [short] }\n",
    ].join("\n"),
  );
  const rows = Array.from({ length: cases }, (_, i) =>
    JSON.stringify({
      id: `case-${i}`,
      vars: { input: `question ${i}` },
      // What one in seven cases expects, the edit of the first prompt loses; one in eleven was never right.
      expected: i % 7 === 0 ? "Answer question" : i % 11 === 0 ? "something else" : `question ${i}`,
      tags: [i % 3 === 0 ? "short" : "long"],
      weight: 1 + (i % 2),
      cluster: `document ${i % 50}`,
    }),
  );
  writeFileSync(join(folder, "golden/cases.jsonl"), `${rows.join("\n")}\n`);
  for (const name of ["one", "two"]) writeFileSync(join(folder, `${name}.prompt.yml`), prompt("Answer {{input}}"));
  const git = (...words) =>
    execFileSync("git", ["-c", "user.name=Bench", "-c", "user.email=bench@localhost", ...words], { cwd: folder });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Start");
  writeFileSync(join(folder, "one.prompt.yml"), prompt("Please answer {{input}}"));
  writeFileSync(join(folder, "two.prompt.yml"), prompt("Answer {{input}}!"));
  git("commit", "--quiet", "--all", "--message", "Edit");
}
