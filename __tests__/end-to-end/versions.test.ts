import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { createProject, promptFile, promptPath, readJson, runCli, unwrap } from "./support.ts";

const versioned = (rightBelow: number, version: string, more: Readonly<Record<string, unknown>> = {}): string =>
  promptFile(rightBelow, { version, ...more });

/** A prompt of three versions; the second of them worse, the third repaired and renamed. */
async function createHistory() {
  const project = await createProject({ files: { [promptPath]: versioned(40, "1.0.0") } });
  const { repository } = project;
  await repository.write({ [promptPath]: versioned(20, "1.1.0") });
  await repository.commit("Ask for less");
  await repository.write({ "README.md": "no prompt\n" });
  await repository.commit("Not about prompts");
  await repository.remove(promptPath);
  await repository.write({ "prompts/replies.prompt.yml": versioned(39, "1.2.0", { name: "answers" }) });
  await repository.commit("Repair and rename");
  return project;
}

describe.concurrent("versions of a prompt", () => {
  it("log lists them through a rename, the newest first", async () => {
    const { directory } = await createHistory();
    const finished = await runCli(directory, ["log", "answers", "--json", "log.json"]);
    expect(finished).toMatchObject({ exitCode: 0, errors: "" });
    const lines = finished.output.split("\n");
    expect(lines[0]).toBe("answers (prompts/replies.prompt.yml): 3 versions");
    expect(
      lines
        .filter((line) => /^ {2}\d/.test(line))
        .map((line) => line.replace(/ {2}\S+ {2}[0-9a-f]{7} {2}[0-9a-f]{8}/, "")),
    ).toEqual(["  1.2.0  text", "  1.1.0  text", "  1.0.0  first"]);
    expect(finished.output).toContain("Ask for less");
    const { versions } = await readJson<{ versions: readonly { version: string; path: string; commit: string }[] }>(
      directory,
      "log.json",
    );
    expect(versions.map(({ version, path }) => `${version} ${path}`)).toEqual([
      "1.2.0 prompts/replies.prompt.yml",
      `1.1.0 ${promptPath}`,
      `1.0.0 ${promptPath}`,
    ]);
  });

  it("log shows the verdict that was given on a version", async () => {
    const project = await createProject({ files: { [promptPath]: versioned(40, "1.0.0") } });
    await project.repository.write({ [promptPath]: versioned(20, "1.1.0") });
    expect(await runCli(project.directory, ["compare"])).toMatchObject({ exitCode: 1 });
    await project.repository.commit("Ask for less");
    const { output } = await runCli(project.directory, ["log", "answers"]);
    expect(output).toMatch(/1\.1\.0 .* text {2}regression/);
    expect(output).toMatch(/1\.0\.0 .* first$/m);
  });

  it("show prints an old one whole, by version, commit or fingerprint", async () => {
    const { directory } = await createHistory();
    const { versions } = await (async () => {
      await runCli(directory, ["log", "answers", "--json", "log.json"]);
      return readJson<{ versions: readonly { commit: string; fingerprint: string }[] }>(directory, "log.json");
    })();
    const second = versions[1];
    for (const reference of ["1.1.0", second?.commit.slice(0, 7), second?.fingerprint.slice(0, 10)]) {
      expect(await runCli(directory, ["show", `answers@${reference}`])).toMatchObject({
        exitCode: 0,
        output: versioned(20, "1.1.0"),
      });
    }
  });

  it("restore writes an old one back to where the prompt lies today, and leaves edits alone", async () => {
    const { directory } = await createHistory();
    const path = join(directory, "prompts/replies.prompt.yml");
    const finished = await runCli(directory, ["restore", "answers@1.0.0"]);
    expect(finished).toMatchObject({ exitCode: 0, errors: "" });
    expect(finished.output).toContain("prompts/replies.prompt.yml");
    expect(await readFile(path, "utf8")).toBe(versioned(40, "1.0.0"));
    expect((await runCli(directory, ["restore", "prompts/replies.prompt.yml@1.0.0"])).output).toContain(
      "Nothing to restore",
    );
    await writeFile(path, versioned(1, "9.0.0", { name: "answers" }));
    const refused = await runCli(directory, ["restore", "answers@1.1.0"]);
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.errors).toContain("prompts/replies.prompt.yml has edits that are not committed");
    expect(await readFile(path, "utf8")).toContain("9.0.0");
  });

  it.each([
    ["answer", ["log", "answer"], 'there is no prompt called "answer" Did you mean "answers"?'],
    ["no version", ["show", "answers"], '"answers" names no version Write NAME@1.4.0'],
    [
      "a version that never was",
      ["show", "answers@7.0.0"],
      'answers has no version "7.0.0" in this history Versions: 1.2.0, 1.1.0, 1.0.0',
    ],
    ["no digits", ["restore", "answers@zzz"], 'answers has no version "zzz" in this history'],
  ])("%s is told", async (_, args, expected) => {
    const { directory } = await createHistory();
    const finished = await runCli(directory, args);
    expect(finished).toMatchObject({ exitCode: 2, output: "" });
    expect(unwrap(finished.errors)).toContain(expected);
  });

  it("a version that stands for two prompts is told by check, and not shown as if it were one", async () => {
    const { directory, repository } = await createHistory();
    await repository.write({ "prompts/replies.prompt.yml": versioned(38, "1.1.0", { name: "answers" }) });
    await repository.commit("Back, and otherwise");
    const checked = await runCli(directory, ["check"]);
    expect(checked.exitCode).toBe(0);
    expect(unwrap(checked.errors)).toMatch(/version 1\.1\.0 stands for 2 different prompts: [0-9a-f]{7}, [0-9a-f]{7}/);
    const shown = await runCli(directory, ["show", "answers@1.1.0"]);
    expect(unwrap(shown.errors)).toMatch(/"1\.1\.0" stands for 2 different versions of answers Name one by its commit/);
  });

  it.each([
    [
      "behaviour without a bump",
      versioned(20, "1.0.0"),
      "asks its model otherwise than before, but is still version 1.0.0",
    ],
    ["a version that went back", versioned(20, "0.9.0"), "went back from version 1.0.0 to 0.9.0"],
    ["a change that changes nothing", `# a comment\n${versioned(40, "1.0.0")}`, null],
  ])("check: %s", async (_, edited, expected) => {
    const { directory, repository } = await createProject({ files: { [promptPath]: versioned(40, "1.0.0") } });
    await repository.write({ [promptPath]: edited });
    const { errors } = await runCli(directory, ["check"]);
    if (expected === null) expect(errors).not.toContain("version");
    else expect(unwrap(errors)).toContain(`${promptPath} ${expected}`);
  });

  it("check tells that a version went back where that is committed, too, and takes a roll-back for none", async () => {
    const files = { [promptPath]: versioned(40, "1.0.0") };
    const { directory, repository } = await createProject({ files });
    const commit = async (rightBelow: number, version: string): Promise<string> => {
      await repository.write({ [promptPath]: versioned(rightBelow, version) });
      await repository.commit(version);
      return unwrap((await runCli(directory, ["check"])).errors);
    };
    expect(await commit(20, "2.0.0")).not.toContain("went back");
    expect(await commit(30, "1.5.0")).toContain(`${promptPath} went back from version 2.0.0 to 1.5.0`);
    expect(await commit(25, "1.6.0")).not.toContain("went back");
    expect(await commit(24, "1.6.0")).toContain("asks its model otherwise than before, but is still version 1.6.0");
    // The number alone mends it, and has to be raised for what follows.
    expect(await commit(24, "1.7.0")).not.toContain("still version");
    expect((await runCli(directory, ["log", "answers"])).output).toMatch(/ {2}1\.7\.0 .* number only\n/);
    expect((await runCli(directory, ["show", "answers@1.7.0"])).output).toContain("1.7.0");
    expect(await commit(23, "1.7.0")).toContain("asks its model otherwise than before, but is still version 1.7.0");
    expect(await commit(40, "1.0.0")).not.toContain("went back");
    const edit = async (text: string): Promise<string> => {
      await repository.write({ [promptPath]: text });
      return unwrap((await runCli(directory, ["check"])).errors);
    };
    expect(await edit(versioned(19, "2.0.0"))).toMatch(
      /version 2\.0\.0 stands for 2 different prompts: the working tree, [0-9a-f]{7}/,
    );
    expect(await edit(promptFile(19))).toContain(`${promptPath} no longer states a version; it was 1.0.0`);
    const wrong = await edit(`version: 1.2\n${promptFile(19)}`);
    expect(wrong).toContain('the version "1.2" is no semantic version');
    expect(wrong).toContain("Write X.Y.Z, for example 1.4.0.");
    expect(wrong).not.toContain("No prompt found");
  });

  it.each([
    [
      "a regression that nobody accepted",
      versioned(20, "1.0.0"),
      "The version is still 1.0.0; this change would be 1.1.0 (minor), because text changed, and 2.0.0 once its regression is accepted.",
    ],
    [
      "no regression",
      versioned(40, "1.0.1", {
        messages: [
          { role: "system", content: "Be right below 40, please." },
          { role: "user", content: "Case {{n}}" },
        ],
      }),
      "The version goes from 1.0.0 to 1.0.1, which fits: a drop beyond the tolerance is ruled out.",
    ],
    [
      "another format",
      versioned(40, "1.1.0", { responseFormat: "json_object" }),
      "The version goes from 1.0.0 to 1.1.0, but this change would be 2.0.0 (major), because the format of the output changed.",
    ],
  ])("compare proposes a version: %s", async (_, edited, expected) => {
    const { directory, repository } = await createProject({ files: { [promptPath]: versioned(40, "1.0.0") } });
    await repository.write({ [promptPath]: edited });
    await runCli(directory, ["compare", "--json", "report.json"]);
    const { prompts } = await readJson<Report>(directory, "report.json");
    expect(prompts[0]?.notes).toContain(expected);
  });

  it("compare proposes it for the numbers as they are, also where the verdict was given before", async () => {
    const { directory, repository } = await createProject({ files: { [promptPath]: versioned(40, "1.0.0") } });
    const compare = async (version: string) => {
      await repository.write({ [promptPath]: versioned(20, version) });
      await runCli(directory, ["compare", "--base", "HEAD", "--json", "report.json"]);
      const { prompts, calls } = await readJson<Report>(directory, "report.json");
      return [
        calls.made > 0,
        prompts[0]?.candidate?.version,
        prompts[0]?.notes.filter((note) => /^The version/.test(note)),
      ];
    };
    const asked = "1.1.0 (minor), because text changed, and 2.0.0 once its regression is accepted.";
    expect(await compare("1.0.0")).toEqual([
      true,
      "1.0.0",
      [`The version is still 1.0.0; this change would be ${asked}`],
    ]);
    expect(await compare("2.0.0")).toEqual([
      false,
      "2.0.0",
      ["The version goes from 1.0.0 to 2.0.0, which fits: text changed, and 2.0.0 once its regression is accepted."],
    ]);
  });
});
