import type { ReporterName } from "./reporter-names.ts";

/** A file that a command, or the Action, writes a report to. */
interface ReportFile {
  readonly reporter: ReporterName;
  /** One line for help. */
  readonly description: string;
}

/** The files of a report by the name of the option that asks for them: `--json FILE`, in the Action the input `json`. */
export const reportFiles = {
  json: { reporter: "json", description: "write report.json, and the samples beside it" },
  markdown: { reporter: "markdown", description: "write the comment that the Action would post" },
  html: { reporter: "html", description: "write everything as one page for a browser, and the samples beside it" },
  junit: { reporter: "junit", description: "write JUnit XML, for GitLab, Jenkins and others" },
  sarif: { reporter: "sarif", description: "write SARIF, for code scanning" },
  csv: { reporter: "csv", description: "write the cases as CSV, for spreadsheets" },
} as const satisfies Readonly<Record<string, ReportFile>>;

/** The name of such an option. */
export type ReportFileName = keyof typeof reportFiles;

/** All of the names, in the order of help. */
export const reportFileNames = Object.keys(reportFiles) as readonly ReportFileName[];
