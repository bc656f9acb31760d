import semver from "semver";
import type { Change, Verdict } from "../model.ts";
import { proposeVersion } from "../prompts/semantic-version.ts";

/** Which version a change asks for, where the prompt states versions; a note for the report. */
export function versionNotes(
  { baseline, candidate }: Pick<Change, "baseline" | "candidate">,
  outcome: { readonly verdict: Verdict; readonly accepted: boolean },
): readonly string[] {
  if (baseline === null || candidate === null) return [];
  const proposed = proposeVersion(baseline.version, candidate.version, outcome);
  if (proposed === null) return [];
  const [before, after] = [baseline.version.semanticVersion, candidate.version.semanticVersion];
  const asked = `${proposed.version} (${proposed.bump}), because ${proposed.reason}`;
  if (after === null) return [`The version ${before} was taken out; this change would be ${asked}.`];
  if (after === before) return [`The version is still ${before}; this change would be ${asked}.`];
  if (semver.gte(after, proposed.version))
    return [`The version goes from ${before} to ${after}, which fits: ${proposed.reason}.`];
  return [`The version goes from ${before} to ${after}, but this change would be ${asked}.`];
}
