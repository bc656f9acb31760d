import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model.ts";
import { chatCompletion } from "../support/model-server.ts";
import { createProject, goldenPath, messagesOf, promptFile, promptPath, readJson, runCli, unwrap } from "./support.ts";

const question = "The invoice of last month shows a fee that I have never agreed to pay at all";

function golden(rows: readonly object[]): string {
  return `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
}

/** A set with one of each that is the matter with it before it is run. */
const poor = golden([
  { id: "one", vars: { n: 1 }, expected: "answer 1", tags: ["rare"] },
  { id: "again", vars: { n: 1 }, expected: "answer 1" },
  { id: "otherwise", vars: { n: 1 }, expected: "answer 2" },
  { id: "long", vars: { n: question }, expected: "answer 3" },
  { id: "alike", vars: { n: `${question}!` }, expected: "answer 3" },
  { id: "shown", vars: { n: "when will my parcel come" }, expected: "answer 4" },
  { id: "unlike", vars: { n: 7, extra: "x" }, expected: "no answer" },
]);

describe.concurrent("the health of a golden set", () => {
  it("is told by check with file and line, and is no mistake", async () => {
    const messages = [
      { role: "system", content: "Sort the mail. Example: When will my parcel come? <b>soon</b></b>" },
      { role: "user", content: "Case {{n}}" },
    ];
    const config = { scorers: [{ equals: { value: "{{expected}}" } }, { "starts-with": { value: "answer" } }] };
    const files = { [goldenPath]: poor, [promptPath]: promptFile(0, { messages }) };
    const { directory, server } = await createProject({ files, config });
    const { exitCode, output } = await runCli(directory, ["check"]);
    expect(exitCode).toBe(0);
    expect(server.calls).toBe(0);
    const told = unwrap(output);
    expect(told).toContain("set 7 cases, 1 trial each: shows a drop of");
    expect(told).toContain(`expects another answer: otherwise (as one) at ${goldenPath}:3.`);
    expect(told).toContain(`1 case repeats an earlier one: again (as one) at ${goldenPath}:2.`);
    expect(told).toContain(`1 case nearly repeats an earlier one: alike (as long) at ${goldenPath}:5.`);
    expect(told).toContain(`shown (its question) at ${goldenPath}:6.`);
    expect(told).toContain(`1 expected value would not pass its own scorers: unlike (starts-with) at ${goldenPath}:7.`);
    expect(told).toContain("even a drop of 30 points: rare (1 case).");
    expect(told).toContain("hint <b> is opened once and closed 2 times");
    expect(told).toContain("hint cases bring extra, which the prompt does not use");
    expect(told).toMatch(/no role \(RACE, CRISPE\) in 1 of 1: answers/);
  });

  it("is told in every report, with what the run saw of each case", async () => {
    const asked = new Map<string, number>();
    const project = await createProject({
      cases: 30,
      config: { run: { trials: 2 }, gate: { margin: 0.3 } },
      handler: (request) => {
        const { temperature } = request.body as { readonly temperature?: number };
        const number = Number(/\d+$/.exec(messagesOf(request).at(-1)?.content ?? "")?.[0]);
        const times = (asked.get(`${temperature} ${number}`) ?? 0) + 1;
        asked.set(`${temperature} ${number}`, times);
        // The first three are never right, the next two now and then; no two answers are copies.
        const right = number >= 5 || (number >= 3 && times % 2 === 0);
        const usage = { prompt_tokens: 1, completion_tokens: times, total_tokens: 1 + times };
        return { body: chatCompletion(right ? `answer ${number}` : `wrong ${number} ${times}`, { body: { usage } }) };
      },
    });
    await project.repository.write({ [promptPath]: promptFile(30, { modelParameters: { temperature: 0.5 } }) });
    const args = ["compare", "--json", "out/report.json", "--markdown", "out/comment.md"];
    const { output } = await runCli(project.directory, args);
    const report = await readJson<Report>(project.directory, "out", "report.json");
    const { health } = report.prompts[0] ?? {};
    expect(health).toMatchObject({ cases: 30, trials: { baseline: 2, candidate: 2 } });
    expect(health?.findings.map(({ kind, count }) => [kind, count])).toEqual([
      ["always-failed", 3],
      ["always-passed", 25],
      ["flaky", 2],
    ]);
    expect(unwrap(output)).toContain(`3 cases fail every time, where no drop can show: case-0 at ${goldenPath}:1, `);
    expect(unwrap(output)).toContain("2 cases pass in one trial of a version and not in another: case-3 at");
    expect(output).not.toContain("pass every time");
    const comment = await readFile(join(project.directory, "out", "comment.md"), "utf8");
    const [, folded = ""] = comment.split("<summary>Golden sets</summary>");
    expect(folded).toContain("25 cases pass every time, where no difference shows:");
  });
});
