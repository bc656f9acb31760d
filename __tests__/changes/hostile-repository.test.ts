import { access, chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openRepository } from "../../src/changes/repository.ts";
import { createSimilarityPairing } from "../../src/changes/similarity.ts";
import { createFolder, createRepository, gitEnvironment, type TestRepository } from "../support/repository.ts";
import { readText } from "./support.ts";

const lines = Array.from({ length: 40 }, (_, index) => `line ${index}\n`).join("");
const hooks = ["post-checkout", "post-index-change", "pre-commit", "fsmonitor-watchman", "reference-transaction"];

/** Every setting by which a repository, or its user, can have git start a program. */
function trapSettings(program: string, folder: string): readonly (readonly [key: string, value: string])[] {
  return [
    ["core.fsmonitor", program],
    ["core.hooksPath", folder],
    ["core.pager", program],
    ["core.editor", program],
    ["core.sshCommand", program],
    ["core.alternateRefsCommand", program],
    ["diff.external", program],
    ["diff.trap.command", program],
    ["diff.trap.textconv", program],
    ["filter.trap.clean", program],
    ["filter.trap.smudge", program],
    ["filter.trap.required", "true"],
    ["pager.diff", program],
    ["pager.ls-files", program],
    ["interactive.diffFilter", program],
    ["log.showSignature", "true"],
    ["gpg.program", program],
  ];
}

/** A commit with a signature, which git would check by a program. */
async function signCommit(repository: TestRepository, folder: string): Promise<string> {
  const file = join(folder, "commit");
  const [tree, person] = [(await repository.git("rev-parse", "main^{tree}")).trim(), "T <t@x> 1 +0000"];
  const signature = "-----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----";
  await writeFile(file, `tree ${tree}\nauthor ${person}\ncommitter ${person}\ngpgsig ${signature}\n\nsigned\n`);
  return (await repository.git("hash-object", "-t", "commit", "-w", file)).trim();
}

it("runs no hook, filter, textconv, external diff, pager or check of a signature, whoever configured it", async () => {
  const folder = await createFolder();
  const marker = join(folder, "marker");
  const program = join(folder, "program");
  const exists = () =>
    access(marker).then(
      () => true,
      () => false,
    );
  for (const name of ["program", ...hooks]) {
    await writeFile(join(folder, name), `#!/bin/sh\ntouch '${marker}'\nexit 1\n`);
    await chmod(join(folder, name), 0o755);
  }
  const repository = await createRepository({
    ".gitattributes": "* diff=trap filter=trap\n",
    "kept.prompt.yml": "one\n",
    "old/a.prompt.yml": lines,
  });
  await repository.branch("feature");
  await repository.git("mv", "old", "new");
  await repository.write({ "new/a.prompt.yml": `${lines}one more\n` });
  await repository.commit();
  await repository.write({ "kept.prompt.yml": "two\n", "untracked.prompt.yml": "three\n" });
  for (const [key, value] of trapSettings(program, folder)) await repository.git("config", key, value);
  const userConfiguration = join(folder, "config");
  const attributes = join(folder, "attributes");
  await writeFile(attributes, "* diff=trap filter=trap\n");
  for (const [key, value] of [...trapSettings(program, folder), ["core.attributesFile", attributes] as const])
    await repository.git("config", "--file", userConfiguration, key, value);

  const environment = { ...gitEnvironment, GIT_CONFIG_GLOBAL: userConfiguration, GIT_EXTERNAL_DIFF: program };
  const opened = await openRepository(repository.directory, environment);
  const base = await opened.tree((await opened.defaultBase(null)).commit);
  const head = await opened.workingTree();
  expect(await readText(base, "old/a.prompt.yml")).toBe(lines);
  expect(await readText(head, "untracked.prompt.yml")).toBe("three\n");
  expect(await readText(await opened.tree("feature"), "kept.prompt.yml")).toBe("one\n");
  const pair = createSimilarityPairing(base, head, environment);
  expect(await pair(["old/a.prompt.yml"], ["new/a.prompt.yml", "untracked.prompt.yml"])).toEqual(
    new Map([["new/a.prompt.yml", "old/a.prompt.yml"]]),
  );
  await opened.mergeBase("main", "feature");
  const { commits } = await opened.history(await signCommit(repository, folder));
  for await (const { paths } of commits) expect(paths).toContain("kept.prompt.yml");
  await opened.close();
  expect(await exists()).toBe(false);

  // The traps are set: git itself, asked plainly, walks into them.
  await repository.git("diff", "HEAD").catch(() => "");
  expect(await exists()).toBe(true);
});
