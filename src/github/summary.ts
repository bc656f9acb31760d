/** Above this GitHub drops the whole summary of a step. */
export const summaryLimit = 1024 * 1024;

const note = "\n\n*This summary was cut at GitHub's limit of 1 MiB.*\n";

/** What became of the job summary. A failure never changes the verdict. */
export type SummaryOutcome =
  | { readonly status: "written"; readonly cut: boolean }
  | { readonly status: "failed"; readonly message: string };

/** The part of the file system that the summary needs. */
export interface SummaryFiles {
  appendFile(path: string, text: string): Promise<void>;
}

/** Appends Markdown to the job summary of this step, cut at a line end to stay below GitHub's limit. */
export async function writeSummary(
  environment: Readonly<Record<string, string | undefined>>,
  text: string,
  files: SummaryFiles,
): Promise<SummaryOutcome> {
  const path = environment["GITHUB_STEP_SUMMARY"];
  if (path === undefined || path === "") return { status: "failed", message: "GITHUB_STEP_SUMMARY is not set" };
  const shown = cutLines(text);
  try {
    await files.appendFile(path, `${shown}\n`);
  } catch (error) {
    return { status: "failed", message: `the job summary could not be written: ${(error as Error).message}` };
  }
  return { status: "written", cut: shown !== text };
}

function cutLines(text: string): string {
  const bytes = Buffer.from(text);
  // One byte for the line end that closes what is written, one to stay below.
  if (bytes.length <= summaryLimit - 2) return text;
  const end = bytes.lastIndexOf("\n", summaryLimit - 2 - Buffer.byteLength(note));
  return bytes.toString("utf8", 0, Math.max(end, 0)) + note;
}
