import type { Problem, Report } from "../model.js";
/** Reads the text of a report.json; where it is none, tells what it is instead and what to do. */
export declare function readReport(text: string, path: string): Promise<{
    readonly report: Report;
} | {
    readonly problem: Problem;
}>;
