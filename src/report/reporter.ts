import type { Report } from "../model.ts";

/** How a report is laid out; what it says does not depend on these. */
export interface RenderOptions {
  /** Whether the sink understands ANSI colours. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** A hidden line (an HTML comment) by which a comment is found again; put at the end of Markdown. */
  readonly marker?: string;
  /** Most bytes of Markdown; unset: what fits into a comment of GitHub. */
  readonly limit?: number;
  /** The page of the workflow's run, which holds the whole report. */
  readonly runUrl?: string;
  /** Whether a pull request is told: a regression can be accepted there. */
  readonly onPullRequest?: boolean;
  /** The lines of the samples file, from the first each time; unset where there is none at hand. */
  readonly samples?: () => AsyncIterable<string>;
  /** Tells several comments on one pull request apart; shown in the last line of Markdown. */
  readonly commentKey?: string;
}

/** A way to write a report. Pure: equal reports, samples and options give equal text, with a line end at the end. */
export interface Reporter {
  /** One line for help. */
  readonly description: string;
  render(report: Report, options: RenderOptions): string;
}

/** The same where it takes more than the report, which is read when it is needed: the samples, or a page. */
export interface LateReporter {
  readonly description: string;
  render(report: Report, options: RenderOptions): Promise<string>;
}

/** What holds where the caller does not say. */
export const defaultRenderOptions: RenderOptions = { color: false, width: 80 };
