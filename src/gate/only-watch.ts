import { exitCodes } from "../errors.ts";
import type { Report } from "../model.ts";

/**
 * The report of a run that only watches (`watch: true` in assay.yml): the verdict stands, and nothing fails by it. What a
 * user must mend still ends with 2. Doing it twice changes nothing.
 */
export function onlyWatch(report: Report): Report {
  const exitCode = report.exitCode === exitCodes.userError ? exitCodes.userError : exitCodes.pass;
  return { ...report, passed: null, exitCode, watch: true };
}
