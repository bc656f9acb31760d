import { describe, expect, it } from "vitest";
import { goldenFile, goldenPath, promptFile, promptPath } from "../end-to-end/support.ts";
import { openAttack, readable, timeout, worse } from "./support.ts";

/**
 * A provider that fetches an image by its address tells the address's owner what stands in it.
 * Lines of defence: pictures are data in a request, never addresses (`writeMedia` in
 * src/prompts/templates/handlebars/render.ts; `lookAt` in src/pipeline/project/case-files.ts); a prompt's message is a
 * text and nothing else (src/prompts/keys/messages.ts).
 *
 * @defence src/pipeline/plan/plan-run.ts
 * - const added = brought.filter((testCase) => !lacksFiles(testCase));
 * + const added = brought.filter((testCase) => testCase !== undefined);
 * @defence src/prompts/templates/handlebars/render.ts
 * - if (mediaType === undefined || data === undefined) {
 * + if (url === "") {
 * @defence src/pipeline/plan/plan-run.ts
 * - if (lacksFile(value)) this.lackFiles[arm].add(own);
 * + if (lacksFile(name)) this.lackFiles[arm].add(own);
 */
describe.concurrent("an image that a provider would fetch", { timeout }, () => {
  it("by the helper for media is a mistake", async () => {
    const path = "prompts/answers.prompt";
    const file = (text: string): string => `---\nmodel: local/answers\n---\nBe right below 2. Case {{n}}\n${text}`;
    const attack = await openAttack(({ evil }) => ({ [path]: file(`{{media url="${evil}/pixel.png"}}\n`) }), {
      config: { prompts: ["prompts/answers.prompt"] },
      files: { [path]: file("") },
    });
    expect(await attack.approved()).toMatchObject({ exitCode: 2 });
    expect(attack.calls()).toBe(0);
  });

  it("as a part of a message is a mistake", async () => {
    const content = [{ type: "image_url", image_url: { url: "https://evil.example/pixel.png" } }];
    const attack = await openAttack({ [promptPath]: promptFile(2, { messages: [{ role: "user", content }] }) });
    expect(await attack.approved()).toMatchObject({ exitCode: 2 });
    expect(attack.calls()).toBe(0);
  });

  it("in a value that the head fills in is told as the head's own mistake, before any call", async () => {
    const rows = goldenFile(12).trim().split("\n");
    const filled = rows.map((row) => {
      const { vars, ...rest } = JSON.parse(row);
      return JSON.stringify({ ...rest, vars: { ...vars, tone: { image: "https://evil.example/pixel.png" } } });
    });
    const messages = [{ role: "user", content: "Be right below 2. {{tone}} Case {{n}}" }];
    const attack = await openAttack({
      [promptPath]: promptFile(2, { messages }),
      [goldenPath]: `${filled.join("\n")}\n`,
    });
    const step = await attack.approved();
    expect(step).toMatchObject({ exitCode: 2, outputs: { verdict: "error" } });
    expect(readable(step)).toContain("the case names");
    expect(readable(step)).toContain("pixel.png");
    expect(attack.calls()).toBe(0);
  });

  it("in a case that the head brings is not run", async () => {
    const row = JSON.stringify({ id: "new", vars: { n: { image: "https://evil.example/pixel.png" } } });
    const attack = await openAttack({ ...worse, [goldenPath]: `${goldenFile(12)}${row}\n` });
    const step = await attack.approved();
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: "regression", calls: "24" } });
    expect(readable(step)).toContain("1 case that the head adds was not run: it names a file that is not there.");
  });
});
