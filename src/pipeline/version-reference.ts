import type { PromptVersion, Tree, VersionReference } from "../model.ts";

/** A version as reports name it. */
export function versionReference(version: PromptVersion | null, tree: Tree | null): VersionReference | null {
  if (version === null || tree === null) return null;
  return { revision: tree.commit ?? tree.label, fingerprint: version.fingerprint, version: version.semanticVersion };
}
