import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { reporters } from "../../src/report/registry.ts";
import { reportSchema, type SchemaNode, writeReportSchema } from "../../src/report/report-schema.ts";
import { defaultRenderOptions } from "../../src/report/reporter.ts";
import { report } from "./build-report.ts";
import { sampleReports } from "./sample-reports.ts";

const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(reportSchema);

describe("the schema of report.json", () => {
  test.each(Object.entries(sampleReports))("holds for %s", (_, sample) => {
    const written: unknown = JSON.parse(reporters.json.render(sample, defaultRenderOptions));
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    ["an unknown key", { ...report(), extra: 1 }],
    ["a missing key", { ...report(), calls: undefined }],
    ["an unknown verdict", { ...report(), verdict: "fine" }],
    ["a count that is none", { ...report(), calls: { ...report().calls, made: -1 } }],
    [
      "an interval of one number",
      {
        ...report(),
        prompts: [{ ...report().prompts[0], comparisons: [{ ...report().prompts[0]?.comparisons[0], interval: [0] }] }],
      },
    ],
  ])("refuses %s", (_, broken) => {
    expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false);
  });

  test("is the one that is shipped", () => {
    const file = new URL("../../schemas/report.v1.json", import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(writeReportSchema());
  });
});

test("docs/report-json.md tells of every field", () => {
  const page = readFileSync(new URL("../../docs/report-json.md", import.meta.url), "utf8");
  const names = new Set<string>();
  const collect = (schema: SchemaNode): void => {
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      names.add(name);
      // A shard's own facts are between compare and merge.
      if (name !== "shard") collect(inner);
    }
    for (const inner of [schema.items, ...(schema.anyOf ?? []), ...Object.values(schema.definitions ?? {})]) {
      if (inner !== undefined) collect(inner);
    }
  };
  collect(reportSchema);
  expect(names.size).toBeGreaterThan(80);
  for (const name of names) expect(page, name).toContain(`\`${name}\``);
});
