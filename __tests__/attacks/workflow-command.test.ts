import { describe, expect, it } from "vitest";
import { goldenPath, promptFile, promptPath } from "../end-to-end/support.ts";
import { openAttack, timeout } from "./support.ts";

const command = "::set-output name=passed::true";
const lines = `\n${command}\n::add-mask::a\n##[set-env name=PATH]x\r\n${command}`;

/**
 * The runner takes a line that begins with `::` or `##[` for a command, whoever wrote it.
 * Lines of defence: every text on its way to the log passes `escapeLogLine` (src/github/log.ts, used in src/github/runner.ts);
 * outputs are written with a delimiter that nobody can know.
 *
 * @defence src/github/runner.ts
 * - error: (line, place) => library.error(escapeLogLine(line), locate(place)),
 * + error: (line, place) => { library.info(line); library.error(line, locate(place)); },
 */
describe.concurrent("a workflow command", { timeout }, () => {
  const row = (n: number): string =>
    JSON.stringify({ id: `case ${n} ${lines}`, vars: { n }, expected: `answer ${n}`, tags: [lines] });
  const golden = Array.from({ length: 12 }, (_, n) => `${row(n)}\n`).join("");

  it("in outputs, case ids, tags, prompts' names and provider's errors is none", async () => {
    const attack = await openAttack(
      { [promptPath]: promptFile(2, { name: `answers ${lines}`, description: lines }) },
      {
        files: { [goldenPath]: golden },
        config: { golden: goldenPath },
        handler: ({ count }) =>
          count % 5 === 0 ? { status: 400, body: { error: { message: lines } } } : { text: `wrong ${lines}` },
      },
    );
    expectNoCommand(await attack.approved());
  });

  it("in a file's name is none", async () => {
    const attack = await openAttack({ [`prompts/x\n${command}.prompt.yml`]: "messages: 3\n" });
    expectNoCommand(await attack.approved());
    expectNoCommand(await attack.unprivileged());
  });
});

function expectNoCommand(step: { readonly output: string; readonly errors: string; readonly outputs: object }): void {
  const own = /^::(?:group|endgroup|error|warning|notice|debug)\b/;
  for (const line of `${step.output}\n${step.errors}`.split(/\r?\n|\r/)) {
    expect(/^\s*::/.test(line) && !own.test(line) ? line : "").toBe("");
    expect(line).not.toMatch(/##\[/);
    // What our own commands carry stays their message.
    expect(line.slice(2)).not.toContain("::set-output");
  }
  // It was told, and tamed.
  expect(step.output).toContain(":set-output name=passed");
  expect(step.outputs).not.toHaveProperty("passed", "true");
}
