import type { ChangeKind, ChangesReport } from "../model.ts";
import { visible } from "./escape.ts";

/** What each kind of change is called. */
const kinds: Readonly<Record<ChangeKind, string>> = {
  changed: "changed",
  judging: "judged differently",
  new: "new",
  deleted: "deleted",
  renamed: "renamed",
  repaired: "repaired",
  unchanged: "unchanged",
};

/** The changed prompts for a terminal: deleted ones first, since nothing else will tell of them. */
export function renderChanges(report: ChangesReport): string {
  const { base, head, prompts } = report;
  const lines = [`${visible(base?.revision ?? "nothing")} → ${visible(head.revision)}`];
  if (prompts.length === 0) lines.push("No prompt changed.");
  const deletedFirst = prompts.toSorted((left, right) => rank(left.change.kind) - rank(right.change.kind));
  const widest = Math.max(0, ...deletedFirst.map(({ change }) => kinds[change.kind].length));
  for (const { path, previousPath, change, notes } of deletedFirst) {
    const from = previousPath === null ? "" : ` (was ${previousPath})`;
    const parts = change.parts.length === 0 ? "" : `: ${change.parts.join(", ")}`;
    lines.push(`  ${kinds[change.kind].padEnd(widest)}  ${visible(`${path}${from}`)}${parts}`);
    for (const note of notes) lines.push(`    ${visible(note)}`);
  }
  return `${lines.join("\n")}\n`;
}

function rank(kind: ChangeKind): number {
  return kind === "deleted" ? 0 : 1;
}
