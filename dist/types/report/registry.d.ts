import type { LateReporter, Reporter } from "./reporter.js";
/** Every way to write a report. Help, options and error messages are derived from these names. */
export declare const reporters: {
    readonly text: Reporter;
    readonly markdown: Reporter;
    readonly json: Reporter;
    readonly html: LateReporter;
    readonly junit: Reporter;
    readonly sarif: Reporter;
    readonly csv: Reporter;
    readonly svg: Reporter;
};
