import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openPullRequest } from "../end-to-end/pull-request.ts";
import { promptFile, promptPath } from "../end-to-end/support.ts";
import { createFolder } from "../support/repository.ts";
import { timeout } from "./support.ts";

/**
 * A token in git's arguments is read by every process of the machine, and one in `.git/config` by every later step.
 * Line of defence: git fetches nothing at all: `createGit` (src/changes/git.ts) forbids every protocol, and what a shallow
 * clone lacks is read through GitHub's API (src/github/remote-repository.ts), with the token in a header.
 *
 * @defence src/changes/git.ts
 * - "protocol.allow=never",
 * + "protocol.allow=always",
 * @defence src/changes/git.ts
 * - const env = { ...hardenEnvironment(environment), ...own };
 * + const env = { ...environment, ...own };
 */
it("git is started without the token, in arguments, addresses and configuration", { timeout }, async () => {
  const pull = await openPullRequest({ [promptPath]: promptFile(2) }, { cases: 12 });
  const folder = await createFolder();
  const log = join(folder, "log");
  const git = (process.env["PATH"] ?? "").split(":").map((path) => join(path, "git"));
  const wrapper = `#!/bin/sh\nprintf '%s\\n' "$0 $*" >> '${log}'\nenv | grep -i '^git' >> '${log}'\nfor real in ${git.join(" ")}; do [ -x "$real" ] && exec "$real" "$@"; done\n`;
  await writeFile(join(folder, "git"), wrapper);
  await chmod(join(folder, "git"), 0o755);
  const clone = await pull.repository.clone("--depth=1", "--branch=main");
  const configuration = join(clone.directory, ".git", "config");
  const before = await readFile(configuration, "utf8");
  const step = await pull.run({
    workspace: clone.directory,
    // As a step before may have left it for git.
    environment: {
      PATH: `${folder}:${process.env["PATH"]}`,
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "http.extraheader",
      GIT_CONFIG_VALUE_0: "AUTHORIZATION: basic token-of-the-job",
    },
  });
  expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
  const started = await readFile(log, "utf8");
  expect(started).toContain("cat-file --batch");
  expect(started).not.toContain("token-of-the-job");
  expect(started).not.toMatch(/\b(?:fetch|clone|remote|credential)\b/);
  expect(started).toContain("protocol.allow=never");
  expect(await readFile(configuration, "utf8")).toBe(before);
  expect(pull.github.requests.every(({ headers }) => headers.authorization === "token token-of-the-job")).toBe(true);
});
