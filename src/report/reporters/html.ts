import type { Json, PromptReport, Report, ReportPage } from "../../model.ts";
import {
  describeAccepted,
  describeAdded,
  describeCalls,
  describeChange,
  describeFailures,
  describePrompt,
  describeSetting,
} from "../facts.ts";
import { headline } from "../headline.ts";
import { nextSteps } from "../next-steps.ts";
import { fillPage } from "../page.ts";
import { readSamples, withoutSamples } from "../report-page/read-samples.ts";
import type { LateReporter } from "../reporter.ts";
import { gatedComparisons } from "../selection.ts";
import { describeVersions } from "../version-words.ts";

/** For a browser: one file that holds all it needs, and as many details of the samples as fit. */
export const html: LateReporter = {
  description: "for a browser: everything on one page, in a file that needs no network",
  async render(report, { samples }) {
    const { template } = await import("virtual:page-report");
    const metrics = report.prompts.map(listedMetric);
    const found = samples === undefined ? withoutSamples(report) : await readSamples(report, metrics, samples);
    const page: ReportPage = {
      headline: headline(report),
      setting: describeSetting(report),
      calls: describeCalls(report),
      failures: describeFailures(report),
      nextSteps: nextSteps(report),
      variants: (report.variants ?? []).map(describeVersions),
      prompts: report.prompts.map((prompt, index) => ({
        ...describe(prompt, report),
        metric: metrics[index] ?? null,
        ...(found.prompts[index] ?? { distributions: [], trials: [], details: [] }),
      })),
      report,
    };
    return fillPage(template, page as unknown as Json, [
      { id: "texts", lines: found.texts },
      { id: "details", lines: found.details },
    ]);
  },
};

function describe(prompt: PromptReport, report: Report) {
  return {
    change: describeChange(prompt),
    sentences: describePrompt(prompt, report),
    added: describeAdded(prompt),
    accepted: describeAccepted(prompt),
  };
}

/** The score that decides, which the list of cases shows: of those that gate, the worst. */
function listedMetric(prompt: PromptReport): string | null {
  const scored = new Set(prompt.cases.flatMap(({ scores }) => Object.keys(scores)));
  return gatedComparisons(prompt).find(({ metric }) => scored.has(metric))?.metric ?? [...scored][0] ?? null;
}
