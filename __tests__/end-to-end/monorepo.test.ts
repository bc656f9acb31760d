import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { errorsOf, openPullRequest } from "./pull-request.ts";
import { assayFile, goldenFile, goldenPath, promptFile, promptPath } from "./support.ts";

/** Each test starts the Action several times, several tests at once. */
const timeout = 240_000;

/** A folder with an assay.yml, a prompt called `answers` and its golden set. */
function folder(name: string, url: string, right: number, config: Readonly<Record<string, unknown>> = {}) {
  return {
    [`${name}/assay.yml`]: assayFile(url, config),
    [`${name}/${promptPath}`]: promptFile(right),
    [`${name}/${goldenPath}`]: goldenFile(40),
  };
}

async function openTwoFolders(root: Readonly<Record<string, string | null>> = {}) {
  const bare = { "assay.yml": null, [promptPath]: null, [goldenPath]: null, ...root };
  return openPullRequest(
    { [`mail/${promptPath}`]: promptFile(20), [`chat/bots/${promptPath}`]: promptFile(39) },
    { files: (url) => ({ ...bare, ...folder("mail", url, 40), ...folder("chat/bots", url, 40) }) },
  );
}

describe.concurrent("several assay.yml in one repository", { timeout }, () => {
  it("are found, each judges its own folder, and one comment tells of all", async () => {
    const pull = await openTwoFolders();
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression" } });
    const report = JSON.parse(await readFile(step.outputs["report"] ?? "", "utf8")) as Report;
    expect(report.prompts.map(({ name, path, verdict }) => [name, path, verdict])).toEqual([
      ["chat/bots/prompts/answers", `chat/bots/${promptPath}`, expect.stringMatching(/inconclusive|no-regression/)],
      ["mail/prompts/answers", `mail/${promptPath}`, "regression"],
    ]);
    expect(step.outputs["regressed"]).toBe('["mail/prompts/answers"]');
    expect(pull.github.comments(7)).toHaveLength(1);
    expect(pull.github.checks).toMatchObject([
      {
        conclusion: "failure",
        output: {
          annotations: [
            { path: `mail/${promptPath}`, annotation_level: "failure" },
            { path: `chat/bots/${promptPath}`, annotation_level: "warning" },
          ],
        },
      },
    ]);
    const samples = await readFile((step.outputs["report"] ?? "").replace(/json$/, "samples.jsonl"), "utf8");
    expect(
      new Set(
        samples
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line).prompt),
      ).size,
    ).toBe(2);
    expect(pull.github.violations).toEqual([]);
  });

  it("one at the root holds for all, unless others are listed beside it", async () => {
    const pull = await openTwoFolders();
    await pull.repository.git("switch", "--quiet", "main");
    await pull.repository.write({ "assay.yml": assayFile(pull.url, { golden: `mail/${goldenPath}` }) });
    await pull.repository.commit();
    await pull.repository.git("switch", "--quiet", "edit");
    const alone = await pull.run();
    const names = async (path = ""): Promise<readonly string[]> =>
      (JSON.parse(await readFile(path, "utf8")) as Report).prompts.map(({ path }) => path);
    expect(await names(alone.outputs["report"])).toHaveLength(2);
    const listed = await pull.run({ inputs: { config: "mail/assay.yml\nchat/bots/assay.yml\n" } });
    expect(listed).toMatchObject({ exitCode: 1, outputs: { regressed: '["mail/prompts/answers"]' } });
    const one = await pull.run({ inputs: { config: "chat/bots/assay.yml" } });
    expect(await names(one.outputs["report"])).toEqual([`chat/bots/${promptPath}`]);
  });

  it("an acceptance settles its folder by that folder's gate, whatever another one's says", async () => {
    const bare = { "assay.yml": null, [promptPath]: null, [goldenPath]: null };
    const strict = { gate: { margin: 0.1, inconclusive: "fail" } };
    const pull = await openPullRequest(
      { [`mail/${promptPath}`]: promptFile(20), [`chat/${promptPath}`]: promptFile(37) },
      { files: (url) => ({ ...bare, ...folder("mail", url, 40, strict), ...folder("chat", url, 40) }) },
    );
    expect(await pull.run()).toMatchObject({ exitCode: 1 });
    const [, pair = ""] = /`\/assay accept ([0-9a-f]{12}) REASON`/.exec(pull.github.comments(7)[0]?.body ?? "") ?? [];
    pull.github.permissions.set("lin", "write");
    pull.github.addComment(7, `/assay accept ${pair} known`, undefined, { by: "lin" });
    const step = await pull.run();
    expect(step).toMatchObject({ exitCode: 0, outputs: { passed: "true" } });
    const { prompts } = JSON.parse(await readFile(step.outputs["report"] ?? "", "utf8")) as Report;
    expect(prompts.map(({ verdict }) => verdict).sort()).toEqual(["inconclusive", "regression"]);
  });

  it("a folder whose assay.yml the pull request deletes is still judged by the base's", async () => {
    const pull = await openTwoFolders();
    await pull.repository.remove("mail/assay.yml");
    await pull.repository.commit();
    expect(await pull.run()).toMatchObject({ exitCode: 1, outputs: { regressed: '["mail/prompts/answers"]' } });
  });

  it.each(["assay.yml", "mail/prompts/assay.yml", "mail/assay.yaml"])(
    "a pull request cannot take a prompt out of the base's hands by %s",
    async (path) => {
      const pull = await openTwoFolders();
      if (path === "mail/assay.yaml") await pull.repository.remove("mail/assay.yml");
      await pull.push({ [path]: assayFile(pull.url, { gate: { margin: 1, inconclusive: "pass" } }) });
      const step = await pull.run();
      expect(step).toMatchObject({ exitCode: 1, outputs: { passed: "false", regressed: '["mail/prompts/answers"]' } });
    },
  );

  it("a key that one folder lacks keeps all of them from calling", async () => {
    const pull = await openTwoFolders();
    await pull.push({ [`mail/${promptPath}`]: promptFile(20, { model: "openai/gpt-5-mini" }) });
    const step = await pull.run();
    expect(step.exitCode).toBe(2);
    expect(errorsOf(step)[0]).toContain("needs a key in OPENAI_API_KEY");
    expect(pull.calls()).toBe(0);
  });

  it("mistakes of all folders are told at once", async () => {
    const pull = await openTwoFolders();
    await pull.push({ [`mail/${promptPath}`]: "messages: 1\n", [`chat/bots/${promptPath}`]: "messages: 1\n" });
    const step = await pull.run();
    expect(step.exitCode).toBe(2);
    expect(errorsOf(step).join("\n")).toMatch(/file=chat\/bots.*\n(.*\n)*.*file=mail/);
    expect(pull.calls()).toBe(0);
  });
});
