import { describe, expect, it } from "vitest";
import type { ChangesReport } from "../../src/model.ts";
import { createRepository } from "../support/repository.ts";
import {
  createProject,
  goldenFile,
  goldenPath,
  type Project,
  promptFile,
  promptPath,
  readJson,
  runCli,
  unwrap,
} from "./support.ts";

/** What `changes` tells of each prompt, in a line: `changed answers.prompt.yml: text`. */
async function listChanges(
  project: Pick<Project, "directory">,
  ...args: readonly string[]
): Promise<readonly string[]> {
  const file = ".assay-changes.json";
  const finished = await runCli(project.directory, ["changes", "--json", file, ...args]);
  expect(finished).toMatchObject({ exitCode: 0 });
  const { prompts } = await readJson<ChangesReport>(project.directory, file);
  return prompts.map(({ path, previousPath, change }) =>
    [
      `${change.kind} ${path}`,
      previousPath === null ? "" : ` (was ${previousPath})`,
      ...change.parts.map((part) => ` ${part}`),
    ].join(""),
  );
}

const commented = `# A comment, other white space and another order of the keys.
messages:
    - content: "Be right below 40."
      role: system

    - {role: user, content: Case {{n}}}
model:    local/answers
`.replace("{role: user, content: Case {{n}}}", '{role: user, content: "Case {{n}}"}');

/** An edit of the working tree, and what `changes` is to say of it. */
const edits: readonly (readonly [
  what: string,
  edit: (project: Project) => Promise<unknown>,
  told: readonly string[],
])[] = [
  ["no edit", async () => {}, []],
  ["white space, key order and comments", ({ repository }) => repository.write({ [promptPath]: commented }), []],
  ["the text", ({ repository }) => repository.write({ [promptPath]: promptFile(20) }), [`changed ${promptPath} text`]],
  [
    "the model's line alone",
    ({ repository }) => repository.write({ [promptPath]: promptFile(40, { model: "local/other" }) }),
    [`changed ${promptPath} model`],
  ],
  [
    "a parameter and the format",
    ({ repository }) =>
      repository.write({
        [promptPath]: promptFile(40, { modelParameters: { temperature: 1 }, responseFormat: "json_object" }),
      }),
    [`changed ${promptPath} parameters format`],
  ],
  [
    "the golden set alone",
    ({ repository }) => repository.write({ [goldenPath]: goldenFile(41) }),
    [`judging ${promptPath} golden`],
  ],
  [
    "an evaluator alone",
    ({ repository }) =>
      repository.write({
        [promptPath]: promptFile(40, { evaluators: [{ name: "short", string: { contains: "answer" } }] }),
      }),
    [`judging ${promptPath} scorers`],
  ],
  [
    "a rename",
    async ({ repository }) => {
      await repository.git("mv", promptPath, "prompts/replies.prompt.yml");
      await repository.git("mv", goldenPath, "golden/replies.jsonl");
    },
    [`renamed prompts/replies.prompt.yml (was ${promptPath})`],
  ],
  [
    "a rename with an edit",
    async ({ repository }) => {
      await repository.remove(promptPath);
      await repository.git("mv", goldenPath, "golden/replies.jsonl");
      await repository.write({ "prompts/replies.prompt.yml": promptFile(39) });
    },
    [`changed prompts/replies.prompt.yml (was ${promptPath}) text`],
  ],
  [
    "a new prompt, untracked",
    ({ repository }) =>
      repository.write({ "prompts/other.prompt.yml": promptFile(3), "golden/other.jsonl": goldenFile(3) }),
    ["new prompts/other.prompt.yml"],
  ],
  ["a deleted prompt", ({ repository }) => repository.remove(promptPath), [`deleted ${promptPath}`]],
];

describe.concurrent("changes: from the merge base with the default branch to the working tree", () => {
  it.each(edits)("%s", async (_what, edit, told) => {
    const project = await createProject();
    await edit(project);
    expect(await listChanges(project)).toEqual(told);
    expect(project.server.calls).toBe(0);
  });

  it("a prompt that is ignored or behind a link is none", async () => {
    const project = await createProject();
    await project.repository.write({ ".gitignore": "drafts/\n", "drafts/x.prompt.yml": promptFile(1) });
    await project.repository.link("prompts/linked.prompt.yml", "../drafts/x.prompt.yml");
    expect(await listChanges(project)).toEqual([]);
  });

  it("the logic around a prompt, by dependsOn: of the prompts that depend on it alone", async () => {
    const overrides = [{ prompts: "prompts/answers*", dependsOn: "src/rag/**" }];
    const files = {
      "src/rag/find.ts": "old",
      "prompts/other.prompt.yml": promptFile(40),
      "golden/other.jsonl": goldenFile(1),
    };
    const project = await createProject({ files, config: { overrides } });
    await project.repository.write({ "src/rag/find.ts": "new", "src/other.ts": "new" });
    expect(await listChanges(project)).toEqual([`changed ${promptPath} included`]);
    const { output } = await runCli(project.directory, ["changes"]);
    expect(unwrap(output)).toContain("The file src/rag/find.ts changed; the prompt depends on it by dependsOn.");
  });

  it("on a branch, the base is where the branch began", async () => {
    const project = await createProject();
    const { repository } = project;
    await repository.branch("edit");
    await repository.write({ [promptPath]: promptFile(20) });
    await repository.commit();
    await repository.git("switch", "--quiet", "main");
    await repository.write({ "prompts/other.prompt.yml": promptFile(3), "golden/other.jsonl": goldenFile(3) });
    await repository.commit();
    await repository.git("switch", "--quiet", "edit");
    expect(await listChanges(project)).toEqual([`changed ${promptPath} text`]);
    expect(await listChanges(project, "--base", "main")).toEqual([
      `changed ${promptPath} text`,
      "deleted prompts/other.prompt.yml",
    ]);
  });

  it("two revisions are read from git, whatever the working tree holds", async () => {
    const project = await createProject();
    const { repository } = project;
    await repository.write({ [promptPath]: promptFile(40, { model: "local/other" }) });
    await repository.commit();
    await repository.write({ [promptPath]: "messages: [" });
    expect(await listChanges(project, "--base", "HEAD~1", "--head", "HEAD")).toEqual([`changed ${promptPath} model`]);
    expect(await repository.git("status", "--porcelain")).toContain(` M ${promptPath}`);
  });

  it("a detached head is compared like any other", async () => {
    const project = await createProject();
    const { repository } = project;
    await repository.write({ [promptPath]: promptFile(20) });
    await repository.commit();
    await repository.git("switch", "--quiet", "--detach", "HEAD");
    expect(await listChanges(project, "--base", "HEAD~1")).toEqual([`changed ${promptPath} text`]);
    expect(await listChanges(project)).toEqual([]);
  });

  it("runs nothing that the repository brings: no hook, no textconv, no filter, no external diff", async () => {
    const project = await createProject();
    const { repository } = project;
    const planted = `sh -c 'touch "${repository.directory}/planted"; cat'`;
    for (const key of [
      "diff.planted.textconv",
      "diff.planted.command",
      "filter.planted.clean",
      "filter.planted.smudge",
      "diff.external",
      "core.fsmonitor",
    ]) {
      await repository.git("config", key, planted);
    }
    await repository.write({
      ".git/info/attributes": "* diff=planted filter=planted\n",
      "prompts/replies.prompt.yml": promptFile(39),
      "golden/replies.jsonl": goldenFile(40),
    });
    await repository.remove(promptPath);
    expect(await listChanges(project)).toEqual([`changed prompts/replies.prompt.yml (was ${promptPath}) text`]);
    expect(await runCli(project.directory, ["changes", "--quiet"])).toMatchObject({ errors: "" });
    await expect(readJson(repository.directory, "planted")).rejects.toThrow("ENOENT");
  });
});

describe.concurrent("changes: repositories that lack something", () => {
  it("a deleted prompt stands first, in the list and in the report", async () => {
    const { directory, repository } = await createProject({
      files: { "prompts/a.prompt.yml": promptFile(3), "golden/a.jsonl": goldenFile(3) },
    });
    await repository.remove(promptPath);
    await repository.write({ "prompts/a.prompt.yml": promptFile(2) });
    const listed = await runCli(directory, ["changes"]);
    expect(listed.output.split("\n").slice(1, 3)).toEqual([
      `  deleted  ${promptPath}`,
      "  changed  prompts/a.prompt.yml: text",
    ]);
    const compared = await runCli(directory, ["compare"]);
    const firstLines = compared.output.split("\n").slice(0, 8);
    expect(firstLines).toContain(`Deleted, not run: answers (${promptPath}).`);
  });

  it("a shallow clone says how to deepen it", async () => {
    const { repository } = await createProject();
    await repository.branch("edit");
    await repository.write({ [promptPath]: promptFile(20) });
    await repository.commit();
    const clone = await repository.clone("--depth=1", "--branch=edit");
    const finished = await runCli(clone.directory, ["changes", "--base", "HEAD~1"]);
    expect(finished).toMatchObject({ exitCode: 2, output: "" });
    expect(finished.errors).toContain('unknown revision "HEAD~1"');
    expect(finished.errors).toContain("fetch-depth: 0");
  });

  it("one commit has no earlier version, but uncommitted edits can be compared with it", async () => {
    const project = await createProject();
    const finished = await runCli(project.directory, ["changes", "--base", "HEAD~1"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain("one commit");
    expect(await listChanges(project)).toEqual([]);
  });

  it("no commit at all", async () => {
    const { directory } = await createRepository();
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain("the repository has no commit yet");
  });

  it("no repository at all", async () => {
    const finished = await runCli("/", ["changes"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain("not a git repository");
  });

  it("a golden set in Git LFS", async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12345\n`;
    const { directory, repository } = await createProject({ files: { [goldenPath]: pointer } });
    await repository.write({ [promptPath]: promptFile(20) });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(2);
    expect(finished.errors).toContain(`${goldenPath} is a Git LFS pointer`);
    expect(finished.errors.match(/^error: /gm)).toHaveLength(1);
  });

  it("nothing to compare: says which globs matched what, and passes without a call", async () => {
    const { directory, server } = await createProject({ config: { prompts: ["prompts/*.prompt.yml", "mail/*.md"] } });
    const finished = await runCli(directory, ["compare"]);
    expect(finished.exitCode).toBe(0);
    expect(finished.output).toMatch(/^Nothing to compare: no prompt changed\.$/m);
    const words = unwrap(finished.output);
    expect(words).toContain("prompts/*.prompt.yml matched 1 file, mail/*.md matched 0 files.");
    expect(server.calls).toBe(0);
  });
});
