import { describe, expect, it } from "vitest";
import { onlyWatch } from "../../src/gate/only-watch.ts";
import { applyAcceptances } from "../../src/pipeline/reports/apply-acceptances.ts";
import { headline } from "../../src/report/headline.ts";
import { sampleReports } from "../report/sample-reports.ts";

describe("a report that only watches", () => {
  it.each(Object.entries(sampleReports))("keeps its verdict and fails nothing: %s", (_, report) => {
    const watched = onlyWatch(report);
    expect(watched).toEqual({ ...report, passed: null, exitCode: report.exitCode === 2 ? 2 : 0, watch: true });
    expect(onlyWatch(watched)).toEqual(watched);
    expect(headline(watched)).toMatch(/ Only watching: nothing fails\.$/);
    expect(headline(watched)).not.toMatch(/[Pp]assed, with a warning|gate fails/);
  });

  it("still does when a regression is accepted afterwards", () => {
    const watched = sampleReports["watched"];
    if (watched === undefined) throw new Error("there is one");
    const given = { pair: "", by: "lin", how: "comment", reason: null, until: null } as const;
    const settled = applyAcceptances(watched, [given]);
    expect(settled.prompts[0]?.accepted).toMatchObject({ by: "lin" });
    expect(settled).toMatchObject({ passed: null, exitCode: 0, watch: true, verdict: "regression" });
  });
});
