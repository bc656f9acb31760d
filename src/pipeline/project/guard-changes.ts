import { quote, UserError } from "../../errors.ts";
import type { Tree } from "../../model.ts";

const listed = 5;
const opening = "This pull request changes what decides how it is judged";

/** Workflows and actions of the repository, and who must review them. */
const guards = /^(?:\.github\/(?:workflows|actions)\/.+|(?:\.github\/|docs\/)?CODEOWNERS)$/;
/** The line of a workflow that names this Action and its version. */
const pin = /^.*\buses:\s*["']?[\w.-]+\/prompt-assay(?:\/[^@\s]*)?@.*$/gm;

/**
 * What a head would change about its own judging that no run can hold against it: one sentence for a reviewer, none where
 * nothing is changed.
 */
export async function describeGuardChanges(baseline: Tree, head: Tree): Promise<readonly string[]> {
  const paths = new Set(
    (await Promise.all([baseline, head].map((tree) => tree.entries())))
      .flat()
      .flatMap(({ path }) => (guards.test(path) ? [path] : [])),
  );
  const changed: string[] = [];
  let pinned = false;
  for (const path of [...paths].sort()) {
    const [before, after] = await Promise.all([readText(baseline, path), readText(head, path)]);
    if (before === after) continue;
    changed.push(quote(path));
    pinned ||= String(before?.match(pin)) !== String(after?.match(pin));
  }
  if (changed.length === 0) return [];
  const more = changed.length > listed ? `, and ${changed.length - listed} more` : "";
  const ofPin = pinned ? "; with them the version of Prompt Assay that runs" : "";
  return [`${opening}: ${changed.slice(0, listed).join(", ")}${more}${ofPin}. Look at it with care.`];
}

/** Whether a warning of a report is one of these. */
export function isGuardWarning(warning: string): boolean {
  return warning.startsWith(opening);
}

/** What cannot be read counts as another content than any text. */
async function readText(tree: Tree, path: string): Promise<string | null> {
  try {
    const bytes = await tree.read(path);
    return bytes === null ? null : Buffer.from(bytes).toString("utf8");
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `unreadable at ${tree.label}`;
  }
}
