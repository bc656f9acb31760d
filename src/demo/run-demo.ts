import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { CommandContext, CommandOptions } from "../commands/command.ts";
import { publishReport, toCallOptions } from "../commands/publish-report.ts";
import { compare } from "../pipeline/compare.ts";
import { assayYml, baselinePrompt, candidatePrompt, goldenPath, goldenSet, promptPath } from "./project.ts";
import { serveSimulated } from "./serve-simulated.ts";

/** Makes the example repository, compares its two versions through the real pipeline, and tells what happened. */
export async function runDemo(options: CommandOptions, context: CommandContext): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "prompt-assay-demo-"));
  const server = await serveSimulated();
  try {
    const commit = gitIn(folder);
    await writeFiles(folder, {
      "assay.yml": assayYml(server.baseUrl),
      [promptPath]: baselinePrompt,
      [goldenPath]: goldenSet(),
    });
    await commit("Sort messages into queues");
    await writeFiles(folder, { [promptPath]: candidatePrompt });
    context.writeOutput(introduction);
    const inFolder = { ...context, directory: folder };
    const outputs = {
      ...options,
      json: "reports/report.json",
      markdown: "reports/comment.md",
      html: "reports/report.html",
    };
    const report = await compare({ ...toCallOptions(outputs, inFolder), base: "HEAD" });
    await publishReport(report, outputs, inFolder);
    context.writeOutput(conclusion(report.exitCode, folder));
  } catch (error) {
    // Only what was announced stays.
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await server.close();
  }
}

/** Commits everything in a new repository, with none of the user's hooks, signing or settings. */
function gitIn(folder: string): (message: string) => Promise<void> {
  const run = promisify(execFile);
  const identity = ["-c", "user.name=Prompt Assay", "-c", "user.email=demo@localhost", "-c", "init.defaultBranch=main"];
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };
  const git = async (...words: string[]): Promise<void> => {
    await run("git", [...identity, ...words], { cwd: folder, env: environment });
  };
  return async (message) => {
    await git("init", "--quiet");
    await git("add", "--all");
    await git("commit", "--quiet", "--message", message);
  };
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

const introduction = `A support desk sorts its messages with a prompt. Somebody tidies the prompt up:
it gets shorter and cheaper, and every message that was tried by hand still went
to the right queue. Both versions now answer the golden set of 42 messages. The
model is simulated and served on this machine: no key, no network.

`;

function conclusion(exitCode: number, folder: string): string {
  return `
prompt-assay compare ended with exit code ${exitCode}${exitCode === 1 ? ": this pull request would be red" : ""}.
The reports lie in ${join(folder, "reports")}:
report.html for a browser, comment.md, as the Action would post it, report.json
and report.samples.jsonl for programs.

On your own prompts, in a repository with files such as prompts/NAME.prompt.yml
and golden/NAME.jsonl:

  prompt-assay check      what is found, and what would be run
  prompt-assay compare    your uncommitted edit against the default branch
`;
}
