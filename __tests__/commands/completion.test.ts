import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shellNames } from "../../src/commands/completion.ts";
import { commands } from "../../src/commands/registry.ts";
import { reporterNames } from "../../src/report/reporter-names.ts";
import { createFolder } from "../support/repository.ts";
import { runMain } from "./support.ts";

const script = async (shell: string): Promise<string> => {
  const { exitCode, output, errors } = await runMain(".", "completion", shell);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  return output;
};

/** How each shell is asked whether it could read a script. */
const checks: Readonly<Record<(typeof shellNames)[number], readonly string[]>> = {
  bash: ["bash", "-n"],
  zsh: ["zsh", "-n"],
  fish: ["fish", "--no-execute"],
  powershell: ["pwsh", "-NoProfile", "-File"],
};
const isThere = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;

describe("completion", () => {
  it.each(shellNames)("of %s knows every command, option and choice", async (shell) => {
    const text = await script(shell);
    for (const [name, { options }] of Object.entries(commands)) {
      expect(text).toContain(name);
      for (const { flags, choices = [] } of options) {
        const [flag = ""] = flags.split(" ");
        expect(text).toContain(shell === "fish" ? `-l ${flag.slice(2)} ` : flag);
        for (const choice of choices) expect(text).toContain(choice);
      }
    }
  });

  it.each(shellNames)("of %s is read by the shell", async (shell) => {
    const [program = "", ...words] = checks[shell];
    if (!isThere(program)) {
      process.stdout.write(`skipped: there is no ${program} on this machine\n`);
      return;
    }
    const file = join(await createFolder(), "completion.ps1");
    await writeFile(file, await script(shell));
    expect(spawnSync(program, [...words, file], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  it("refuses a shell that nobody knows", async () => {
    const { exitCode, errors } = await runMain(".", "completion", "tcsh");
    expect(exitCode).toBe(2);
    expect(errors).toContain("Allowed choices are bash, zsh, fish, powershell.");
  });
});

describe.skipIf(!isThere("bash"))("completion in bash", () => {
  /** What bash offers for the last of these words. */
  async function complete(...words: readonly string[]): Promise<readonly string[]> {
    const folder = await createFolder();
    await mkdir(join(folder, "reports"));
    await writeFile(join(folder, "report.json"), "");
    await writeFile(join(folder, "a name.json"), "");
    await writeFile(join(folder, "script"), await script("bash"));
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const asked = `eval "$(cat ./script)"; COMP_WORDS=(prompt-assay ${quoted}); COMP_CWORD=${words.length}; _prompt_assay; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync("bash", ["--norc", "-c", asked], { cwd: folder, encoding: "utf8" }).trim().split("\n").sort();
  }

  it.each<[readonly string[], readonly string[]]>([
    [["com"], ["compare", "completion"]],
    [["compare", "--js"], ["--json"]],
    [
      ["compare", "--goalposts", ""],
      ["base", "head"],
    ],
    [["render", "report.json", "--format", ""], [...reporterNames].sort()],
    [
      ["render", "rep"],
      ["report.json", "reports"],
    ],
    [["render", "a"], ["a name.json"]],
    [["compare", "--store", "rep"], ["reports"]],
    [["compare", "--base", ""], [""]],
    [["compare", "x"], [""]],
    [["show", ""], [""]],
    [["completion", "z"], ["zsh"]],
  ])("of %j is %j", async (words, offered) => {
    expect(await complete(...words)).toEqual(offered);
  });
});
