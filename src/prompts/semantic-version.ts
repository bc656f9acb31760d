import semver from "semver";
import type { CallConfiguration, PromptVersion, Verdict } from "../model.ts";
import { canonicalJson } from "../source/json.ts";
import { changedParts } from "./changed-parts.ts";

/** How far a version moves: what others rely on changed, the behaviour changed, or nothing that shows. */
export type Bump = "major" | "minor" | "patch";

export interface ProposedVersion {
  readonly bump: Bump;
  readonly version: string;
  /** Why, as the rest of a sentence. */
  readonly reason: string;
}

/**
 * Which version a change asks for. Major: what goes in or comes out changed, or a regression was accepted. Minor: the
 * model or what it is told changed. Patch: the same, but a drop beyond the margin was ruled out.
 * Null where the baseline states no version, or nothing changed.
 */
export function proposeVersion(
  before: PromptVersion,
  after: PromptVersion,
  outcome: { readonly verdict: Verdict; readonly accepted: boolean },
): ProposedVersion | null {
  if (before.semanticVersion === null || before.fingerprint === after.fingerprint) return null;
  const [bump, reason] = chooseBump(before, after, outcome);
  const version = semver.inc(before.semanticVersion, bump);
  return version === null ? null : { bump, version, reason };
}

function chooseBump(
  before: PromptVersion,
  after: PromptVersion,
  { verdict, accepted }: { readonly verdict: Verdict; readonly accepted: boolean },
): readonly [Bump, string] {
  const added = addedInputs(before, after);
  if (added.length > 0) return ["major", `callers must give ${added.join(", ")}`];
  if (!sameFormat(before.configuration, after.configuration)) return ["major", "the format of the output changed"];
  if (verdict === "regression" && accepted) return ["major", "a regression was accepted"];
  if (verdict === "no-regression") return ["patch", "a drop beyond the tolerance is ruled out"];
  const parts = changedParts(before.configuration, after.configuration);
  const listed = [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter((each) => each !== "").join(" and ");
  return ["minor", `${listed} changed`];
}

/** Inputs that the candidate needs and the baseline did not: whoever calls it must change. */
function addedInputs(before: PromptVersion, after: PromptVersion): readonly string[] {
  const known = new Set(before.variables.map(({ name }) => name));
  return after.variables.filter(({ name, optional }) => !optional && !known.has(name)).map(({ name }) => name);
}

function sameFormat(before: CallConfiguration, after: CallConfiguration): boolean {
  return canonicalJson(before.format) === canonicalJson(after.format);
}

/** What is wrong with a stated version beside an earlier one; null where it is in order. */
export function judgeVersion(before: PromptVersion, after: PromptVersion): string | null {
  const [earlier, later] = [before.semanticVersion, after.semanticVersion];
  if (earlier === null) return null;
  if (later === null) return `no longer states a version; it was ${earlier}`;
  if (semver.lt(later, earlier)) return `went back from version ${earlier} to ${later}`;
  if (later === earlier && before.fingerprint !== after.fingerprint) {
    return `asks its model otherwise than before, but is still version ${later}`;
  }
  return null;
}
