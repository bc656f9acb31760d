import type { CaseReport, PromptReport, Report } from "../../model.ts";
import { describeReasons, describeScores } from "../case-words.ts";
import { block, escapeXml, inline } from "../escape.ts";
import { type Finding, listFindings, type Outcome } from "../findings.ts";
import { headline } from "../headline.ts";
import { clip } from "../layout.ts";
import { formatCounted } from "../numbers.ts";
import type { Reporter } from "../reporter.ts";

/** Cases below one failure, and in the whole file, which GitLab takes up to 30 MB of. */
const shownCases = 20;
const shownInAll = 1000;
const shownLines = 12;
const shownWidth = 200;

/** The element by which each outcome is told; what passes has none. */
const elements: Readonly<Record<Outcome, "failure" | "error" | "skipped" | null>> = {
  failed: "failure",
  "not-judged": "error",
  known: "skipped",
  open: "skipped",
  skipped: "skipped",
  passed: null,
};

interface TestCase {
  readonly name: string;
  readonly element: "failure" | "error" | "skipped" | null;
  readonly type: string;
  /** One line. */
  readonly message: string;
  /** Lines below it. */
  readonly details: readonly string[];
}

interface TestSuite {
  readonly name: string;
  readonly className: string;
  /** Relative to the root of the repository. */
  readonly file: string | null;
  readonly cases: readonly TestCase[];
}

/**
 * For GitLab, Jenkins and what else reads JUnit's XML: a suite a prompt, a test a comparison that counts. A case of the
 * golden set is no test: single cases get worse by chance under a verdict that passes. They stand within what failed.
 *
 * GitLab shows the text of an element and not its message, takes a test for the same by suite, class and name, and leaves
 * out a second one of the same name. Jenkins wants at least one test in a file.
 */
export const junit: Reporter = {
  description: "for GitLab, Jenkins and others: JUnit XML, a test for each comparison that counts",
  render(report) {
    const told = listSuites(report);
    const suites = represents(told, report) ? told : [...told, suiteOfRun(report)];
    const all = suites.flatMap(({ cases }) => cases);
    return `${[
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="Prompt Assay"${writeCounts(all)} time="${(report.durationMs / 1000).toFixed(3)}">`,
      ...suites.flatMap(writeSuite),
      "</testsuites>",
    ].join("\n")}\n`;
  },
};

function listSuites(report: Report): readonly TestSuite[] {
  const findings = listFindings(report);
  const failures = findings.filter(({ outcome }) => outcome === "failed").length;
  const limit = Math.min(shownCases, Math.floor(shownInAll / Math.max(1, failures)));
  return report.prompts.map((prompt) => ({
    name: `${prompt.name} (${prompt.path})`,
    className: prompt.name,
    file: prompt.path,
    cases: findings.filter((finding) => finding.prompt === prompt).map((finding) => toTestCase(finding, limit)),
  }));
}

function toTestCase(finding: Finding, limit: number): TestCase {
  const { prompt, comparison, verdict, outcome, message, evidence } = finding;
  const element = elements[outcome];
  const slice = comparison === null || comparison.slice === null ? "" : ` among cases tagged ${comparison.slice}`;
  return {
    name: comparison === null ? "verdict" : `${comparison.metric}${slice}`,
    element,
    type: verdict,
    message,
    details: [
      ...(evidence === null ? [] : [evidence]),
      ...(element === "failure" && comparison !== null ? describeWorst(prompt, comparison.metric, limit) : []),
    ],
  };
}

/** Whether the tests say what the exit code says; they do not where nothing was judged, or only variants were. */
function represents(suites: readonly TestSuite[], { exitCode }: Report): boolean {
  const found = suites.flatMap(({ cases }) => cases.map(({ element }) => element));
  if (exitCode === 0) return found.length > 0;
  return found.includes(exitCode === 1 ? "failure" : "error");
}

function suiteOfRun(report: Report): TestSuite {
  const element = ({ 0: null, 1: "failure", 2: "error", 3: "error" } as const)[report.exitCode];
  const { verdict } = report;
  const own = { name: "run", element: verdict === "skipped" ? ("skipped" as const) : element, type: verdict };
  return {
    name: "Prompt Assay",
    className: "Prompt Assay",
    file: null,
    cases: [{ ...own, message: headline(report), details: [] }],
  };
}

function describeWorst({ cases }: PromptReport, metric: string, limit: number): readonly string[] {
  const worse = cases.filter((entry) => entry.change === "worse" && entry.worse.includes(metric));
  if (worse.length === 0 || limit === 0) return [];
  const more = worse.length - limit;
  return [
    "",
    "Cases that got worse:",
    ...worse.slice(0, limit).flatMap(describeCase),
    ...(more > 0 ? ["", `… and ${formatCounted(more, "more case")}; report.json has them.`] : []),
  ];
}

function describeCase(entry: CaseReport): readonly string[] {
  const text = (label: string, value: string | null): readonly string[] => {
    if (value === null) return [];
    const { lines, cut } = block(value === "" ? "(empty)" : value, shownWidth, shownLines);
    return [`  ${label}:`, ...lines.map((line) => `    ${line}`.trimEnd()), ...(cut > 0 ? ["    …"] : [])];
  };
  return [
    "",
    `case ${inline(entry.id, 80)}  ${describeScores(entry)}`,
    ...text("expected", entry.expected),
    ...text("baseline", entry.baseline?.text ?? entry.baseline?.failure ?? null),
    ...text("candidate", entry.candidate?.text ?? entry.candidate?.failure ?? null),
    ...describeReasons(entry).map((reason) => `  why: ${reason}`),
  ];
}

function writeSuite({ name, className, file, cases }: TestSuite): readonly string[] {
  return [
    `  <testsuite${attribute("name", name)}${writeCounts(cases)}>`,
    ...cases.flatMap((each) => writeCase(each, className, file)),
    "  </testsuite>",
  ];
}

function writeCase(test: TestCase, className: string, file: string | null): readonly string[] {
  const { name, element, type, message, details } = test;
  const place = file === null ? "" : attribute("file", file);
  const text = [message, ...details].map(escapeXml).join("\n");
  const body =
    element === null
      ? `<system-out>${text}</system-out>`
      : `<${element}${attribute("message", message)}${element === "skipped" ? "" : attribute("type", type)}>${text}</${element}>`;
  return [
    `    <testcase${attribute("classname", className)}${attribute("name", name)}${place}>`,
    `      ${body}`,
    "    </testcase>",
  ];
}

function writeCounts(cases: readonly TestCase[]): string {
  const count = (element: TestCase["element"]): number => cases.filter((each) => each.element === element).length;
  return ` tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
}

/** Names are kept whole, for they tell tests apart; a name beyond all measure is cut. */
function attribute(name: string, value: string): string {
  return ` ${name}="${escapeXml(clip(value, 2000))}"`;
}
