import type { PromptVersion, Tree, VersionReference } from "../../model.ts";

/** What a report tells of a tree. */
export type RevisionName = Pick<Tree, "label" | "commit">;

/** A version as reports name it. */
export function versionReference(version: PromptVersion | null, tree: RevisionName | null): VersionReference | null {
  if (version === null || tree === null) return null;
  return { revision: tree.commit ?? tree.label, fingerprint: version.fingerprint, version: version.semanticVersion };
}
