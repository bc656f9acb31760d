// A stopwatch from `git clone` to a first verdict: of the demo, and of an example that `init` has prepared, compared
// with its edit by a model on loopback. Usage: node bench/first-verdict.mjs
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { here, table, withServer } from "./support.mjs";

const project = resolve(here, "..");
const git = (folder, ...words) =>
  execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@localhost", ...words], { cwd: folder });

await withServer(50, async ({ folder, baseUrl }) => {
  const clone = join(folder, "clone");
  const cli = join(clone, "dist", "cli.js");
  const run = (cwd, expected, ...words) => {
    const env = { ...process.env, OPENAI_API_KEY: "sk-bench-key-0001", OPENAI_BASE_URL: baseUrl, TMPDIR: folder };
    const { status, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd, env, encoding: "utf8" });
    if (!expected.includes(status)) throw new Error(`${words[0]} ended with ${status}: ${stderr}`);
  };
  const timed = (task) => {
    const started = performance.now();
    task();
    return (performance.now() - started) / 1000;
  };
  const cloning = timed(() => git(folder, "clone", "--quiet", `file://${project}`, clone));
  const demo = timed(() => run(folder, [0], "demo", "--quiet"));

  const example = join(folder, "example");
  cpSync(join(project, "fixtures/examples/classification"), example, { recursive: true });
  rmSync(join(example, "assay.yml"));
  git(example, "init", "--quiet", "--initial-branch=main");
  const initialised = timed(() => {
    run(example, [0], "init");
    git(example, "add", "--all");
    git(example, "commit", "--quiet", "--message", "what init wrote");
    appendFileSync(join(example, "prompts/route.prompt.yml"), "  - role: user\n    content: Be brief.\n");
    // The model on loopback answers with the same text to everything, so there is a verdict, whichever.
    run(example, [0, 1, 3], "compare", "--quiet");
  });
  const rows = [
    ["git clone, then demo", (cloning + demo).toFixed(1), "5"],
    ["git clone, init, commit, edit, compare", (cloning + initialised).toFixed(1), "60"],
  ];
  process.stdout.write(table([["until the first verdict", "seconds", "goal"], ...rows]));
});
