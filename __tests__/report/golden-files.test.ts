import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model.ts";
import { reporters } from "../../src/report/registry.ts";
import { defaultRenderOptions } from "../../src/report/reporter.ts";
import { sampleReports } from "./sample-reports.ts";

const folder = new URL("../../fixtures/reports/", import.meta.url);
const endings = { text: "txt", markdown: "md", json: "json" } as const;

/** Rewrites the golden files instead of comparing with them: read the difference before you commit it. */
const update = process.env["UPDATE_FIXTURES"] === "1";

test("the picture of the versions is as in the golden file", () => {
  const file = new URL("variants-beside.svg", folder);
  const rendered = reporters.svg.render(sampleReports["variants-beside"] as Report, defaultRenderOptions);
  if (update) writeFileSync(file, rendered);
  expect(rendered).toBe(readFileSync(file, "utf8"));
});

describe.each(Object.entries(sampleReports))("%s", (name, report) => {
  test.each(Object.entries(endings))("%s is as in the golden file", (reporter, ending) => {
    const file = new URL(`${name}.${ending}`, folder);
    const options = {
      ...defaultRenderOptions,
      marker: "<!-- prompt-assay:default 2026-11-01T12:00:00.000Z -->",
      runUrl: "https://github.com/octo-org/prompts/actions/runs/1234567890",
      onPullRequest: true,
    };
    const rendered = reporters[reporter as keyof typeof endings].render(report, options);
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, rendered);
    }
    expect(existsSync(file), `${file.pathname} is missing: run once with UPDATE_FIXTURES=1`).toBe(true);
    expect(rendered).toBe(readFileSync(file, "utf8"));
  });
});
