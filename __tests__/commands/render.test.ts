import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reporters } from "../../src/report/registry.ts";
import { reporterNames } from "../../src/report/reporter-names.ts";
import { sampledReport } from "../page/sampled-report.ts";
import { sampleReports } from "../report/sample-reports.ts";
import { createFolder } from "../support/repository.ts";
import { runMain } from "./support.ts";

const rendering = { color: false, width: 100 };
const [name, sample] = Object.entries(sampleReports)[0] as [string, (typeof sampleReports)[keyof typeof sampleReports]];

async function write(content: unknown): Promise<string> {
  const folder = await createFolder();
  const text = typeof content === "string" ? content : reporters.json.render(content as typeof sample, rendering);
  await writeFile(join(folder, "report.json"), text);
  return folder;
}

describe("render", () => {
  it.each(Object.keys(reporters) as (keyof typeof reporters)[])(
    `writes the report of ${name} as %s`,
    async (format) => {
      const { exitCode, output, errors } = await runMain(
        await write(sample),
        "render",
        "report.json",
        "--format",
        format,
      );
      expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
      expect(output).toBe(await reporters[format].render(sample, rendering));
    },
  );

  it.each(Object.entries(sampleReports))("as JSON changes nothing: %s", async (_, report) => {
    const folder = await write(report);
    const { output } = await runMain(folder, "render", "report.json", "--format", "json");
    expect(output).toBe(await readFile(join(folder, "report.json"), "utf8"));
  });

  it("is for the terminal where nobody says", async () => {
    const { output } = await runMain(await write(sample), "render", "report.json");
    expect(output).toBe(reporters.text.render(sample, rendering));
  });

  it("knows all formats by name", () => expect([...reporterNames]).toEqual(Object.keys(reporters)));

  it.each([
    ["no JSON", '{"schemaVersion": 1', '"report.json" is no JSON', "It may have been cut off."],
    ["a samples file", '{"prompt":"a"}\n{"prompt":"b"}\n', "no JSON, but JSON Lines", "Name the report.json beside it"],
    ["something else", "[1, 2]", '"report.json" is no report', "Reports are written by"],
    ["another project's file", '{"version": 3}', '"report.json" is no report', "Reports are written by"],
    [
      "a report to come",
      JSON.stringify({ ...sample, schemaVersion: 2 }),
      "written by a newer Prompt Assay: its schemaVersion is 2, and this one reads 1",
      "Use the version that wrote it",
    ],
    [
      "a list of changes",
      '{"schemaVersion":1,"prompts":[]}',
      "what changes writes, not a report",
      "Reports are written",
    ],
    ["a plan", '{"schemaVersion":1,"sets":[]}', "what power writes, not a report", "Reports are written"],
    ["a backtest", '{"schemaVersion":1,"controls":[]}', "what backtest writes, not a report", "Reports are written"],
    [
      "an edited report",
      JSON.stringify({ ...sample, verdict: "fine", extra: 1 }),
      "is no report as schemas/report.v1.json describes it",
      "It was edited",
    ],
  ])("refuses %s", async (_, content, message, hint) => {
    const { exitCode, output, errors } = await runMain(await write(content), "render", "report.json");
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
    expect(errors).toContain(message);
    expect(errors).toContain(hint);
  });

  it("refuses a file that is not there, and a format that nobody knows", async () => {
    const folder = await write(sample);
    const missing = await runMain(folder, "render", "reprot.json");
    expect(missing).toMatchObject({ exitCode: 2, errors: expect.stringContaining('there is no file "reprot.json"') });
    const unknown = await runMain(folder, "render", "report.json", "--format", "docx");
    expect(unknown).toMatchObject({ exitCode: 2, errors: expect.stringContaining("Allowed choices are text") });
    expect(await runMain(folder, "render")).toMatchObject({ exitCode: 2, errors: expect.stringContaining("report") });
  });

  it("as a page reads the samples beside the report, and goes without where they are not those of the report", async () => {
    const { report, lines } = sampledReport(7);
    const samples = `${lines.join("\n")}\n`;
    const sha256 = createHash("sha256").update(samples).digest("hex");
    const folder = await write({ ...report, samples: { path: "report.samples.jsonl", sha256 } });
    const render = () => runMain(folder, "render", "report.json", "--format", "html");
    const missing = await render();
    expect(missing.errors).toContain('"report.samples.jsonl" is not there, so the page has only what stands');
    await writeFile(join(folder, "report.samples.jsonl"), samples);
    const whole = await render();
    expect(whole).toMatchObject({ exitCode: 0, errors: "" });
    expect(whole.output).toContain("Message number 6");
    expect(whole.output.length).toBeGreaterThan(missing.output.length);
    await writeFile(join(folder, "report.samples.jsonl"), `${samples}\n`);
    const other = await render();
    expect(other.errors).toContain("was changed since the report was written");
    expect(other.output).toBe(missing.output);
  });
});
