import { scanXml } from "../../source/scan-xml.ts";
import type { MarkupFormat } from "../results-format.ts";

/** What a test case came to, the worst first: a test can have a failure in its body and an error in its clean-up. */
type Outcome = "error" | "failure" | "skipped" | "passed";

/** JUnit XML: a test is a case, a second test of the same name its next trial. */
export const junit: MarkupFormat = {
  shape: "markup",
  description: "JUnit XML",
  read(text, table) {
    let test: { readonly row: number; readonly seconds: number; outcome: Outcome } | null = null;
    let suites = 0;
    const mistake = scanXml(text, {
      open(name, attributes, line) {
        if (name === "testsuite" || name === "testsuites") suites++;
        if (name === "testcase") {
          const id = [attributes.get("classname"), attributes.get("name")].filter(Boolean).join(" › ");
          if (id === "") {
            table.refuse("the testcase has no name", undefined, line);
            return;
          }
          const seconds = Number(attributes.get("time")?.replaceAll(",", "") || 0);
          test = { row: table.addRow(id, null, line), seconds, outcome: "passed" };
        } else if (test !== null && (name === "failure" || name === "error" || name === "skipped")) {
          if (test.outcome === "passed" || name === "error") test.outcome = name;
        }
      },
      close(name) {
        if (name !== "testcase" || test === null) return;
        const { row, seconds, outcome } = test;
        test = null;
        if (outcome === "error") {
          table.setFailed(row);
          return;
        }
        table.setScore(row, "pass", outcome === "skipped" ? null : outcome === "passed" ? 1 : 0);
        if (outcome !== "skipped" && seconds > 0 && Number.isFinite(seconds)) {
          table.setScore(row, "latency", seconds * 1000);
        }
      },
    });
    if (mistake !== null) table.refuse(mistake.message, undefined, mistake.line);
    else if (suites === 0) table.refuse("the XML is no JUnit report: it has no testsuite");
  },
};
