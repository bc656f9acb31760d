import { codeSpan } from "./escape.ts";

/** Where a text comes from; what is undefined is not told. */
export interface Origin {
  /** The page of the workflow's run. */
  readonly runUrl?: string | undefined;
  /** Of the job, where there are several. */
  readonly commentKey?: string | undefined;
}

/** The last line of what stands on a pull request: who speaks, of which job, and where the whole of it is. */
export function writeFooter({ runUrl, commentKey }: Origin): string {
  const link =
    runUrl === undefined || !/^https?:\/\/[\w.:/-]+$/.test(runUrl) ? [] : [`[The whole report of this run](${runUrl})`];
  const key = commentKey === undefined ? [] : [codeSpan(commentKey, 48)];
  return `<sub>${["Prompt Assay", ...key, ...link].join(" · ")}</sub>`;
}
