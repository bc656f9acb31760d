import type { Json, ReportPage } from "../../model.ts";
import { headline } from "../headline.ts";
import { fillPage } from "../page.ts";
import type { LateReporter } from "../reporter.ts";

/** For a browser: one file that holds all it needs. */
export const html: LateReporter = {
  description: "for a browser: everything on one page, in a file that needs no network",
  async render(report) {
    const { template } = await import("virtual:page-report");
    const page: ReportPage = { headline: headline(report), report };
    return fillPage(template, page as unknown as Json);
  },
};
