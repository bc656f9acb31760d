import { expect, test } from "vitest";
import { openRepository } from "../../src/changes/repository.ts";
import { describeGuardChanges, isGuardWarning } from "../../src/pipeline/project/guard-changes.ts";
import { createRepository, gitEnvironment } from "../support/repository.ts";

const workflow = (version: string): string =>
  `on: pull_request\njobs:\n  a:\n    steps:\n      - uses: prompt-assay/prompt-assay@${version}\n`;

test.each<[string, Readonly<Record<string, string>>, RegExp | null]>([
  ["nothing that decides", { "prompts/a.prompt.yml": "x" }, null],
  [
    "a workflow",
    { ".github/workflows/prompts.yml": `${workflow("v1")}# more\n` },
    /"\.github\/workflows\/prompts\.yml"\. /,
  ],
  ["the version of this Action", { ".github/workflows/prompts.yml": workflow("v0") }, /the version of Prompt Assay/],
  ["an action of the repository", { ".github/actions/assay/action.yml": "runs: {}\n" }, /actions\/assay\/action\.yml/],
  ["who must review", { CODEOWNERS: "* @me\n" }, /"CODEOWNERS"/],
  ["… elsewhere", { "docs/CODEOWNERS": "* @me\n" }, /"docs\/CODEOWNERS"/],
  ["a file that only looks like one", { "src/CODEOWNERS": "* @me\n" }, null],
])("a head that changes %s", async (_what, files, told) => {
  const repository = await createRepository({ ".github/workflows/prompts.yml": workflow("v1"), "README.md": "x" });
  await repository.branch("edit");
  await repository.write(files);
  await repository.commit();
  const opened = await openRepository(repository.directory, { ...gitEnvironment });
  const warnings = await describeGuardChanges(await opened.tree("main"), await opened.tree("edit"));
  await opened.close();
  expect(warnings).toEqual(told === null ? [] : [expect.stringMatching(told)]);
  expect(warnings.every(isGuardWarning)).toBe(true);
});

test("a workflow that the head deletes is told, too", async () => {
  const repository = await createRepository({ ".github/workflows/prompts.yml": workflow("v1"), "README.md": "x" });
  await repository.branch("edit");
  await repository.remove(".github/workflows/prompts.yml");
  await repository.commit();
  const opened = await openRepository(repository.directory, { ...gitEnvironment });
  const [warning] = await describeGuardChanges(await opened.tree("main"), await opened.tree("edit"));
  await opened.close();
  expect(warning).toContain("the version of Prompt Assay that runs");
});
