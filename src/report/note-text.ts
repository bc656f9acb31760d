import type { LoggedVerdict } from "../model.ts";
import { visible } from "./escape.ts";

/** Verdicts as they were noted on a commit. */
interface Noted {
  readonly commit: string | null;
  readonly verdicts: readonly (Pick<LoggedVerdict, "verdict" | "accepted"> & {
    readonly path: string;
    readonly version: string | null;
  })[];
  readonly added: readonly unknown[];
}

/** By this name git pushes and fetches them. */
export const notesRef = "refs/notes/prompt-assay";

/** What was noted, and what is left for its user to do. */
export function renderNoted({ commit, verdicts, added }: Noted): string {
  if (commit === null) return "Nothing to note: the report has no verdict on a version.\n";
  const lines = verdicts.map(
    ({ path, version, ...each }) =>
      `  ${visible(path)}${version === null ? "" : ` ${version}`}: ${describeVerdict(each)}`,
  );
  const what = added.length === 0 ? "Noted before" : "Noted";
  const push = `Nothing was pushed. For others: git push origin ${notesRef}`;
  return `${[`${what} on ${commit.slice(0, 7)}:`, ...lines, push].join("\n")}\n`;
}

/** `regression (accepted)` */
export function describeVerdict({ verdict, accepted }: Pick<LoggedVerdict, "verdict" | "accepted">): string {
  return accepted ? `${verdict} (accepted)` : verdict;
}
