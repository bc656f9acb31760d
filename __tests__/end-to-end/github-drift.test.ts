import { describe, expect, it } from "vitest";
import { type GitHubServer, startGitHubServer } from "../support/github-server.ts";
import { pushOf } from "./pull-request.ts";
import { answerAsTold, closeLater, createProject, messagesOf, runAction, type Step } from "./support.ts";

const timeout = 240_000;

/** A repository with a prompt that is watched, its GitHub, and a model that can be made worse. */
async function openWatched() {
  const model = { rightBelow: 40, status: 200 };
  const project = await createProject({
    config: { run: { trials: 1, retries: 0 } },
    handler: (request) => {
      if (model.status !== 200) return { status: model.status };
      const number = Number(/\d+$/.exec(messagesOf(request).at(-1)?.content ?? "")?.[0]);
      return number < model.rightBelow ? answerAsTold(request) : { text: `wrong ${number}` };
    },
  });
  const github: GitHubServer = closeLater(await startGitHubServer({ directory: project.directory }));
  const runEvent = (
    name: string,
    payload: unknown = {},
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<Step> => runAction({ workspace: project.directory, apiUrl: github.url, event: { name, payload }, inputs });
  const tip = (await project.repository.git("rev-parse", "main")).trim();
  return { ...project, github, model, runEvent, tip };
}

describe.concurrent("a workflow that watches for drift", { timeout }, () => {
  it("takes references on a push, tells a drop once, accepts by a label, and keeps all of it on a branch", async () => {
    const { github, model, runEvent, server, tip } = await openWatched();
    const push = await runEvent("push", pushOf("main", tip), { command: "drift" });
    expect(push).toMatchObject({ exitCode: 0, outputs: { verdict: "steady", passed: "true" } });
    const calls = server.calls;
    await runEvent("push", pushOf("main", tip), { command: "drift" });
    expect(server.calls).toBe(calls);
    // Nothing is written where nothing is new.
    expect(github.branches.log("assay-history")).toHaveLength(1);
    for (let night = 0; night < 4; night++) {
      expect(await runEvent("schedule")).toMatchObject({ exitCode: 0, outputs: { verdict: "steady" } });
    }
    expect(github.issues).toEqual([]);
    model.rightBelow = 20;
    const step = await runEvent("schedule");
    // Green, because nobody wants it to fail.
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: "drifting", regressed: '["answers"]' } });
    expect(step.summary).toContain("📉 drifting");
    expect(github.issues).toMatchObject([{ state: "open", title: "Prompt drift: answers fell from 1.00 to 0.50" }]);
    const [issue] = github.issues;
    expect(issue?.body).toContain("/octo-org/prompts/raw/assay-history/prompts/answers-");
    expect(issue?.body).toMatch(/Then:\n\n```\nanswer \d+\n```\n\nNow:\n\n```\nwrong \d+\n```/);
    // An issue is ours by its author and its marker, whatever labels it has.
    issue?.labels.splice(0);
    await runEvent("schedule");
    expect(github.issues).toHaveLength(1);
    // Who may not write cannot accept.
    issue?.labels.push("assay: accepted");
    github.events.push({ event: "labeled", label: "assay: accepted", by: "passer-by", at: "2026-11-01T12:00:00Z" });
    const refused = await runEvent("issues", {}, { command: "drift" });
    expect(refused.output).toContain("passer-by has no write permission");
    expect(github.issues).toMatchObject([{ state: "open" }]);
    github.permissions.set("mona", "write");
    github.events.push({ event: "labeled", label: "assay: accepted", by: "mona", at: "2026-11-01T12:00:00Z" });
    await runEvent("issues", {}, { command: "drift" });
    expect(github.issues).toMatchObject([{ state: "closed", comments: [expect.stringContaining("Accepted by mona")] }]);
    expect(await runEvent("schedule")).toMatchObject({ outputs: { verdict: "steady" } });
    expect(github.issues).toHaveLength(1);
    const files = github.branches.files("assay-history") ?? new Map<string, string>();
    expect([...files.keys()].sort()).toEqual([
      "README.md",
      "badge.svg",
      expect.stringMatching(/^prompts\/answers-[0-9a-f]{8}\/answers\.jsonl$/),
      expect.stringMatching(/^prompts\/answers-[0-9a-f]{8}\/history\.jsonl$/),
      expect.stringMatching(/^prompts\/answers-[0-9a-f]{8}\/line\.svg$/),
    ]);
    expect(github.branches.log("assay-history").every((message) => message.endsWith("[skip ci]"))).toBe(true);
    expect(github.violations).toEqual([]);
  });

  it("tells a night that could not be judged, and opens no issue", async () => {
    const { github, model, runEvent } = await openWatched();
    await runEvent("schedule");
    model.status = 503;
    const step = await runEvent("schedule");
    expect(step).toMatchObject({ exitCode: 3, outputs: { verdict: "error", passed: "false" } });
    expect(step.output).toContain("Could not judge: 1 prompt: 1 that could not be judged.");
    expect(github.issues).toEqual([]);
  });

  it("a history branch that was deleted begins again with a reference", async () => {
    const { github, runEvent } = await openWatched();
    await runEvent("schedule");
    await runEvent("schedule");
    github.branches.refs.delete("assay-history");
    expect((await runEvent("schedule")).summary).toContain("📌 reference");
    expect(github.branches.log("assay-history")).toHaveLength(1);
  });

  it("says which permission the history needs", async () => {
    const { github, runEvent } = await openWatched();
    github.writable = false;
    const step = await runEvent("schedule");
    expect(step.exitCode).toBe(2);
    expect(step.summary).toContain("contents: write");
  });
});
