import { describe, expect, it } from "vitest";
import { startModelServer } from "../support/model-server.ts";
import { createRepository, type TestRepository } from "../support/repository.ts";
import { answerAsTold, closeLater, promptFile, promptPath, runCli, unwrap } from "./support.ts";

const cases = Array.from({ length: 40 }, (_, n) => ({ n, expected: `answer ${n}` }));

function prompt(rightBelow: number): string {
  return promptFile(rightBelow, { model: "openai/gpt-5-mini", testData: cases });
}

/** A repository without assay.yml whose branch `worse` breaks the one prompt there is. */
async function openProject(): Promise<{
  readonly repository: TestRepository;
  readonly environment: Readonly<Record<string, string>>;
}> {
  const server = closeLater(await startModelServer(answerAsTold));
  const repository = await createRepository({ [promptPath]: prompt(40) });
  await repository.branch("worse");
  await repository.write({ [promptPath]: prompt(15) });
  await repository.commit("a tempting edit");
  await repository.git("checkout", "--quiet", "main");
  return { repository, environment: { OPENAI_API_KEY: "sk-test-key-0001", OPENAI_BASE_URL: server.url } };
}

describe("try", () => {
  it("prints a branch's comment, judged by the assay.yml that init would write", async () => {
    const { repository, environment } = await openProject();
    const { directory } = repository;
    const tried = await runCli(directory, ["try", "worse", "--no-cache", "--max-cost", "0.50"], environment);
    expect(tried.exitCode).toBe(1);
    expect(tried.output).toContain("answers got worse: equals 100 % →");
    expect(unwrap(tried.errors)).toContain(
      "There is no assay.yml; judged by the one that prompt-assay init would write",
    );
    expect(tried.errors).toContain("scorers: [ { equals: { ignoreCase: true } } ]");
    expect(await repository.git("status", "--porcelain")).toBe("");
  });

  it("fetches a pull request by its number", async () => {
    const { repository, environment } = await openProject();
    await repository.git("update-ref", "refs/pull/7/head", "worse");
    const clone = await repository.clone("--single-branch");
    const tried = await runCli(clone.directory, ["try", "7", "--no-cache", "--quiet"], environment);
    expect(tried).toMatchObject({ exitCode: 1, errors: "" });
    expect(tried.output).toContain("answers got worse");
    expect(await clone.git("status", "--porcelain")).toBe("");
  });

  it("takes the working tree without a name", async () => {
    const { repository, environment } = await openProject();
    await repository.write({ [promptPath]: prompt(40).replace("Be right", "Be quite right") });
    const tried = await runCli(
      repository.directory,
      ["try", "--no-cache", "--quiet", "--markdown", "comment.md"],
      environment,
    );
    expect(tried).toMatchObject({ exitCode: 0, errors: "" });
    expect(await runCli(repository.directory, ["try", "nothing-like-it"], environment)).toMatchObject({ exitCode: 2 });
  });

  it("says what is wrong with a number or a name", async () => {
    const { repository, environment } = await openProject();
    const lone = await runCli(repository.directory, ["try", "7"], environment);
    expect(unwrap(lone.errors)).toContain("the pull request 7 cannot be fetched: this repository has no remote");
    const clone = await repository.clone();
    const unknown = await runCli(clone.directory, ["try", "#8"], environment);
    expect(unwrap(unknown.errors)).toContain("the pull request 8 cannot be fetched from origin:");
    expect(unknown.exitCode).toBe(2);
    const mistyped = await runCli(clone.directory, ["try", "wosre"], environment);
    expect(mistyped.exitCode).toBe(2);
    expect(unwrap(mistyped.errors)).toContain("wosre");
    // Only the server has that branch under its bare name.
    const remote = await runCli(clone.directory, ["try", "worse", "--no-cache", "--quiet"], environment);
    expect(remote).toMatchObject({ exitCode: 1, errors: "" });
  });
});
