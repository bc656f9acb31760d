import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A repository in this folder with one prompt, its golden set, and an uncommitted edit. */
export function makeRepository(folder, { baseUrl, cases, text = (index) => `question ${index}` }) {
  const prompt = (word) =>
    `model: bench/model\nmessages:\n  - role: user\n    content: "${word} {{input}}"\nevaluators:\n  - name: right\n    string: { contains: answer }\n`;
  mkdirSync(join(folder, "golden"), { recursive: true });
  writeFileSync(
    join(folder, "assay.yml"),
    `providers:\n  bench: { baseUrl: "${baseUrl}", keyEnv: null }\nrun: { trials: 1 }\ngate: { stopEarly: false }\n`,
  );
  const rows = Array.from({ length: cases }, (_, i) => JSON.stringify({ id: `case-${i}`, vars: { input: text(i) } }));
  writeFileSync(join(folder, "golden/bench.jsonl"), `${rows.join("\n")}\n`);
  writeFileSync(join(folder, "bench.prompt.yml"), prompt("Answer"));
  const git = (...words) =>
    execFileSync("git", ["-c", "user.name=Bench", "-c", "user.email=bench@localhost", ...words], { cwd: folder });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Start");
  writeFileSync(join(folder, "bench.prompt.yml"), prompt("Please answer"));
}
