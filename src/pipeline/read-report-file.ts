import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { unreadableFile } from "../errors.ts";
import type { Problem, Report } from "../model.ts";
import { readReport } from "../report/read-report.ts";

/** Reads one report.json; what is no report is told. */
export async function readReportFile(
  path: string,
  directory: string,
): Promise<{ readonly report: Report } | { readonly problem: Problem }> {
  try {
    return await readReport(await readFile(resolve(directory, path), "utf8"), path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { problem: unreadableFile(path, code) };
  }
}
