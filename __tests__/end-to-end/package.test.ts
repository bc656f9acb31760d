import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import * as face from "../../src/index.ts";
import { createFolder } from "../support/repository.ts";
import { projectRoot, readJson } from "./support.ts";

const run = promisify(execFile);

/** The example's project with the package as it is published, unpacked and nothing else installed. */
let folder = "";

beforeAll(async () => {
  folder = await createFolder();
  await cp(join(projectRoot, "fixtures/examples/library"), folder, { recursive: true });
  await run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], { cwd: projectRoot });
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz")) ?? "";
  const target = join(folder, "node_modules/prompt-assay");
  await mkdir(target, { recursive: true });
  await run("tar", ["-xzf", join(folder, tarball), "-C", target, "--strip-components=1"]);
});

/** The exit code, and all that it printed. */
async function finish(command: string, words: readonly string[]): Promise<readonly [code: number, printed: string]> {
  return await run(command, [...words], { cwd: folder }).then(
    ({ stdout, stderr }) => [0, stdout + stderr] as const,
    ({ code, stdout, stderr }) => [code, stdout + stderr] as const,
  );
}

describe("the packed package", () => {
  it("has nothing to install: all that runs is within it, and built-in modules of Node", async () => {
    const target = join(folder, "node_modules/prompt-assay");
    const manifest = (await readJson(target, "package.json")) as Record<string, unknown>;
    for (const kind of ["dependencies", "peerDependencies", "optionalDependencies"]) {
      expect(manifest[kind]).toBeUndefined();
    }
    const files = (await readdir(join(target, "dist"), { recursive: true })).filter((name) => name.endsWith(".js"));
    for (const file of files) {
      const code = await readFile(join(target, "dist", file), "utf8");
      const named = [...code.matchAll(/^(?:import|export)\b[^;"]*"([^"]+)"|^[^/*\n]*?\bimport\("([^"]+)"\)/gm)];
      const foreign = named.map(([, one, other]) => one ?? other ?? "").filter((name) => !name.startsWith("."));
      expect(
        foreign.filter((name) => !isBuiltin(name)),
        file,
      ).toEqual([]);
    }
  });

  it("runs a project of somebody else, which imports it", async () => {
    const [code, printed] = await finish(process.execPath, ["nightly.js"]);
    expect(printed).toContain("Regression: after got worse: correct 93.3 % → ");
    expect(printed).toContain("Holm over three: 0.03, 0.06, 0.06");
    expect(code).toBe(1);
    expect(await readFile(join(folder, "junit.xml"), "utf8")).toContain('<failure message="Pass rate of correct fell');
  });

  it("has types by which that project is checked, strictly and declarations included", async () => {
    await mkdir(join(folder, "node_modules/@types"), { recursive: true });
    for (const name of ["@types/node", "undici-types"]) {
      await symlink(join(projectRoot, "node_modules", name), join(folder, "node_modules", name));
    }
    const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
    expect(await finish(process.execPath, [compiler, "-p", folder])).toEqual([0, ""]);
  });

  it("ends as a command, too", async () => {
    const [code, printed] = await finish(process.execPath, ["node_modules/prompt-assay/dist/cli.js", "--version"]);
    expect([code, printed.trim()]).toEqual([
      0,
      ((await readJson(projectRoot, "package.json")) as { version: string }).version,
    ]);
  });

  it("exports what docs/library.md tells of, and tells of all that it exports", async () => {
    const page = await readFile(join(projectRoot, "docs/library.md"), "utf8");
    for (const name of Object.keys(face)) expect(page, name).toMatch(new RegExp(`\`${name}\\b`));
  });
});
