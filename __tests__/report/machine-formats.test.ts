import { Ajv } from "ajv";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model.ts";
import { reporters } from "../../src/report/registry.ts";
import { defaultRenderOptions } from "../../src/report/reporter.ts";
import { checkXml } from "../../src/score/check-xml.ts";
import { scanXml } from "../../src/source/scan-xml.ts";
import { alone, caseReport, comparison, promptReport, report } from "./build-report.ts";
import { hostileTexts } from "./hostile.ts";
import { sampleReports } from "./sample-reports.ts";

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
}

/** All elements of a file, in their order, with the text that stands right within each. */
function readXml(xml: string): readonly Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const mistake = scanXml(xml, {
    open(name, attributes) {
      const element = { name, attributes, text: "" };
      found.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    raw(kind, written) {
      const element = open.at(-1);
      if (kind === "text" && element !== undefined) element.text += written;
    },
  });
  expect(mistake).toBeNull();
  return found;
}

const junit = (sample: Report): string => reporters.junit.render(sample, defaultRenderOptions);
const names = (xml: string): readonly string[] => readXml(xml).map(({ name }) => name);
const withVerdict = (changes: Parameters<typeof comparison>[0], prompt = {}, run: Partial<Report> = {}): Report =>
  report({ prompts: [promptReport({ comparisons: [comparison(changes)], ...prompt })], ...run });
const accepted = { by: "lin", how: "comment" as const, reason: "shorter", until: null };
const failing = { inconclusive: "fail", margin: 0.05, alpha: 0.05, scope: "suite", gatingComparisons: 1 } as const;

describe("junit", () => {
  test.each<[string, Report, "failure" | "error" | "skipped" | "system-out"]>([
    ["a regression", withVerdict({ verdict: "regression" }), "failure"],
    ["a missed threshold", withVerdict({ ...alone(), verdict: "below-threshold" }), "failure"],
    [
      "a regression that was accepted",
      withVerdict({ verdict: "regression" }, { accepted }, { exitCode: 0 }),
      "skipped",
    ],
    ["one of a first run", withVerdict({ verdict: "regression" }, { advisory: true }, { exitCode: 0 }), "skipped"],
    ["what could not be judged", withVerdict({ verdict: "error", reason: "failed" }), "error"],
    ["what was not judged on purpose", withVerdict({ verdict: "skipped", reason: "no-key" }), "skipped"],
    ["inconclusive, with a warning", withVerdict({ verdict: "inconclusive" }), "skipped"],
    [
      "inconclusive, which fails",
      withVerdict({ verdict: "inconclusive" }, {}, { gate: failing, exitCode: 1 }),
      "failure",
    ],
    ["no regression", withVerdict({ verdict: "no-regression" }), "system-out"],
    ["an improvement", withVerdict({ verdict: "improvement" }), "system-out"],
  ])("%s", (_what, sample, element) => {
    expect(names(junit(sample))).toEqual(["testsuites", "testsuite", "testcase", element]);
  });

  test.each(Object.entries(sampleReports))(
    "of %s says what the exit code says, in numbers that add up",
    (_, sample) => {
      const xml = junit(sample);
      expect(checkXml(xml.replace(/^<\?xml[^>]*\?>\n/, ""))).toBeNull();
      const elements = readXml(xml);
      const count = (name: string): number => elements.filter((element) => element.name === name).length;
      const [root] = elements;
      expect(count("testcase")).toBeGreaterThan(0);
      expect(Object.fromEntries(root?.attributes ?? [])).toMatchObject({
        tests: String(count("testcase")),
        failures: String(count("failure")),
        errors: String(count("error")),
        skipped: String(count("skipped")),
      });
      if (sample.exitCode === 0) expect([count("failure"), count("error")]).toEqual([0, 0]);
      if (sample.exitCode === 1) expect(count("failure")).toBeGreaterThan(0);
      if (sample.exitCode === 3) expect(count("error")).toBeGreaterThan(0);
    },
  );

  test("shows the cases within what failed, and names a slice", () => {
    const xml = junit(sampleReports["regression"] as Report);
    const failure = readXml(xml).find(({ name }) => name === "failure");
    expect(failure?.text).toContain("case ticket-007  contains 1 → 0");
    expect(failure?.text).toContain("This ticket is about an invoice that was charged twice.");
    expect(junit(withVerdict({ slice: "billing" }))).toContain('name="contains among cases tagged billing"');
  });

  test("stays far below what GitLab takes, however much got worse", () => {
    const output = { status: "completed" as const, text: "word ".repeat(600), failure: null };
    const cases = Array.from({ length: 50 }, (_, n) =>
      caseReport({ id: `case-${n}`, expected: output.text, baseline: output, candidate: output }),
    );
    const prompts = Array.from({ length: 300 }, (_, n) =>
      promptReport({ path: `p/${n}`, comparisons: [comparison({ verdict: "regression" })], cases }),
    );
    const xml = junit(report({ prompts }));
    expect(xml.length).toBeLessThan(12_000_000);
    expect(xml.match(/^case case-/gm)).toHaveLength(900);
  });

  test("no two tests have one name, and a test keeps its name when its numbers change", () => {
    for (const sample of Object.values(sampleReports)) {
      const keys = [...junit(sample).matchAll(/<testsuite (name="[^"]*")|<testcase ([^>]*)>/g)];
      let suite = "";
      const all = keys.flatMap(([, name, test]) => {
        if (name !== undefined) suite = name;
        return test === undefined ? [] : [`${suite} ${test}`];
      });
      expect(new Set(all).size).toBe(all.length);
    }
    const tests = (xml: string): readonly string[] => xml.match(/<testcase [^>]*>/g) ?? [];
    expect(tests(junit(withVerdict({ verdict: "regression", difference: -0.4, worse: 80 })))).toEqual(
      tests(junit(withVerdict({ verdict: "improvement" }))),
    );
  });

  test.each([...hostileTexts, "\ufffe\uffff", "]]>", "[[ATTACHMENT|/etc/passwd]]"])("holds %j as text", (text) => {
    const xml = junit(
      withVerdict(
        { metric: text, verdict: "regression" },
        {
          name: text,
          path: text,
          cases: [caseReport({ id: text, worse: [text], expected: text, reasons: { [text]: text } })],
        },
      ),
    );
    expect(checkXml(xml.replace(/^<\?xml[^>]*\?>\n/, ""))).toBeNull();
    expect(names(xml)).toEqual(["testsuites", "testsuite", "testcase", "failure"]);
  });
});

/** What code scanning needs of SARIF 2.1.0, and nothing beside it. */
const text = { type: "object", required: ["text"], properties: { text: { type: "string", minLength: 1 } } };
const line = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };
const sarifShape = {
  type: "object",
  required: ["$schema", "version", "runs"],
  properties: {
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      minItems: 1,
      maxItems: 20,
      items: {
        type: "object",
        required: ["tool", "results"],
        properties: {
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          invocations: { items: { type: "object", required: ["executionSuccessful"] } },
          tool: {
            type: "object",
            required: ["driver"],
            properties: {
              driver: {
                type: "object",
                required: ["name", "rules"],
                properties: {
                  rules: {
                    items: {
                      type: "object",
                      required: ["id", "shortDescription", "help"],
                      additionalProperties: false,
                      properties: {
                        id: { type: "string" },
                        name: { pattern: "^\\w+$" },
                        shortDescription: text,
                        help: text,
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            maxItems: 5000,
            items: {
              type: "object",
              additionalProperties: false,
              required: ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
              properties: {
                ruleId: { type: "string" },
                ruleIndex: { type: "integer", minimum: 0 },
                level,
                message: text,
                suppressions: {
                  items: { type: "object", required: ["kind"], properties: { kind: { enum: ["external"] } } },
                },
                partialFingerprints: {
                  type: "object",
                  required: ["primaryLocationLineHash"],
                  additionalProperties: { type: "string", minLength: 1 },
                },
                locations: {
                  minItems: 1,
                  maxItems: 1,
                  items: {
                    type: "object",
                    required: ["physicalLocation"],
                    properties: {
                      physicalLocation: {
                        type: "object",
                        required: ["artifactLocation", "region"],
                        properties: {
                          artifactLocation: {
                            type: "object",
                            properties: { uri: { pattern: "^[\\w.~!*'()%/-]*$" }, uriBaseId: { const: "%SRCROOT%" } },
                          },
                          region: {
                            type: "object",
                            required: ["startLine"],
                            properties: { startLine: line, endLine: line },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly locations: readonly { readonly physicalLocation: { readonly region: unknown } }[];
  readonly suppressions?: readonly unknown[];
}

const isSarif = new Ajv({ allErrors: true, strict: false }).compile(sarifShape);

function readResults(sample: Report, options = {}): readonly Result[] {
  const log = JSON.parse(reporters.sarif.render(sample, { ...defaultRenderOptions, ...options }));
  expect(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 3))).toBe(true);
  const [run] = log.runs;
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  return run.results;
}

describe("sarif", () => {
  test.each(Object.entries(sampleReports))(
    "of %s has the shape that code scanning takes, and an id each",
    (_, sample) => {
      const ids = readResults(sample).map(
        ({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints.primaryLocationLineHash}`,
      );
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test.each<[string, Report, readonly (readonly [string, string])[]]>([
    ["a regression", withVerdict({ verdict: "regression" }), [["regression", "error"]]],
    ["an accepted one", withVerdict({ verdict: "regression" }, { accepted }), [["regression", "note"]]],
    ["one of a first run", withVerdict({ verdict: "regression" }, { advisory: true }), [["regression", "note"]]],
    ["what could not be judged", withVerdict({ verdict: "error", reason: "failed" }), [["error", "warning"]]],
    ["inconclusive", withVerdict({ verdict: "inconclusive" }), [["inconclusive", "warning"]]],
    [
      "inconclusive, which fails",
      withVerdict({ verdict: "inconclusive" }, {}, { gate: failing }),
      [["inconclusive", "error"]],
    ],
    ["no regression", withVerdict({}), []],
    ["what was skipped", withVerdict({ verdict: "skipped" }), []],
    ["what is only watched", withVerdict({ verdict: "regression", gated: false }, { verdict: "no-regression" }), []],
  ])("%s", (_what, sample, expected) => {
    expect(readResults(sample).map(({ ruleId, level }) => [ruleId, level])).toEqual(expected);
  });

  test("keeps the id of a finding when its numbers, the lines or the order change", () => {
    const first = readResults(withVerdict({ verdict: "regression" }));
    const lines = new Map([["prompts/triage.prompt.yml", { startLine: 4, endLine: 6 }]]);
    const second = readResults(withVerdict({ verdict: "regression", difference: -0.3 }), { lines });
    expect(second[0]?.partialFingerprints).toEqual(first[0]?.partialFingerprints);
    expect(first[0]?.locations[0]?.physicalLocation.region).toEqual({ startLine: 1 });
    expect(second[0]?.locations[0]?.physicalLocation.region).toEqual({ startLine: 4, endLine: 6 });
    expect(first[0]?.partialFingerprints.primaryLocationLineHash).toBe("prompts/triage.prompt.yml#contains");
  });

  test("names who accepted as a suppression", () => {
    const [result] = readResults(withVerdict({ verdict: "regression" }, { accepted }));
    expect(result?.suppressions).toEqual([{ kind: "external", status: "accepted", justification: "shorter" }]);
    expect(result?.message.text).toContain("accepted in a comment by lin");
  });

  test("stays below what GitHub shows, the worst first", () => {
    const prompts = Array.from({ length: 6000 }, (_, n) =>
      promptReport({
        path: `p/${n}`,
        comparisons: [comparison({ verdict: n < 5500 ? "inconclusive" : "regression" })],
      }),
    );
    const results = readResults(report({ prompts }));
    expect(results).toHaveLength(5000);
    expect(results.slice(0, 500).every(({ level }) => level === "error")).toBe(true);
  });

  test.each([...hostileTexts, "\ud800"])("holds %j as text", (value) => {
    const results = readResults(
      withVerdict({ metric: value, slice: value, verdict: "regression" }, { name: value, path: value || "x" }),
    );
    expect(results).toHaveLength(1);
  });
});

const readCsv = (sample: Report): readonly (readonly string[])[] =>
  parse(reporters.csv.render(sample, defaultRenderOptions), { relax_column_count: false });

describe("csv", () => {
  test("a row a case, with numbers as numbers and what is unknown left empty", () => {
    const cases = [
      caseReport({
        scores: { contains: { baseline: 1, candidate: null }, margin: { baseline: -0.25, candidate: 0.5 } },
      }),
    ];
    const [header, row] = readCsv(report({ prompts: [promptReport({ cases })] }));
    const cells = Object.fromEntries((header ?? []).map((name, index) => [name, row?.[index]]));
    expect(cells).toMatchObject({
      prompt: "triage",
      case: "ticket-001",
      change: "worse",
      "contains baseline": "1",
      "contains candidate": "",
      "margin baseline": "-0.25",
      "candidate output": "This ticket is about an invoice.",
    });
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+1+1", "'+1+1"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "' =1"],
    ["\r=1", "'\\u{d}=1"],
    ["\n=1", "'\n=1"],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ['=HYPERLINK("http://evil.example","x")', '\'=HYPERLINK("http://evil.example","x")'],
    ["-12.5", "-12.5"],
    ["+3", "+3"],
    ["a=b", "a=b"],
    ["", ""],
  ])("%j is written as %j", (written, cell) => {
    const cases = [caseReport({ expected: written })];
    const [header, row] = readCsv(report({ prompts: [promptReport({ cases })] }));
    expect(row?.[header?.indexOf("expected") ?? 0]).toBe(cell);
  });

  test.each(hostileTexts)("no cell of %j is a formula", (text) => {
    const cases = [
      caseReport({
        id: text,
        tags: [text],
        worse: [text],
        scores: { [text]: { baseline: 1, candidate: 0 } },
        expected: text,
      }),
    ];
    const rows = readCsv(report({ prompts: [promptReport({ name: text, path: text, cases })] }));
    expect(rows).toHaveLength(2);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
  });
});
