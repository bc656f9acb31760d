import { createHash } from "node:crypto";
import { exitCodes } from "../errors.ts";
import type { Command } from "./command.ts";
import { configOption, outputOptions } from "./common-options.ts";

/** `prompt-assay review` */
export const reviewCommand: Command = {
  summary: "make a page on which people label outputs blind, for calibrate; no model call",
  arguments: [{ name: "<report>", description: "report.json of a comparison or a run, with the samples beside it" }],
  options: [
    { flags: "--html <file>", description: "where the page goes (default: beside the report, as .review.html)" },
    configOption,
    ...outputOptions,
  ],
  example: "prompt-assay review report.json",
  async run(options, context) {
    const [{ review }, { renderReviewPage }, { toRunOptions, writeFileAt }] = await Promise.all([
      import("../pipeline/review.ts"),
      import("../report/review-page.ts"),
      import("./publish-report.ts"),
    ]);
    const [report = ""] = options.arguments ?? [];
    const data = await review(toRunOptions(options, context), report);
    const page = options.html ?? `${report.replace(/\.json$/, "")}.review.html`;
    const hash = (text: string): string => createHash("sha256").update(text).digest("base64");
    await writeFileAt(page, renderReviewPage(data, hash), context);
    context.writeOutput(
      `${data.items.length} to label: open ${page} in a browser, then run prompt-assay calibrate labels.jsonl\n`,
    );
    return exitCodes.pass;
  },
};
