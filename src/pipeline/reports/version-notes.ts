import semver from "semver";
import type { Change, PromptReport, Report, ShardPrompt, Verdict } from "../../model.ts";
import { proposeVersion } from "../../prompts/semantic-version.ts";
import { type RevisionName, versionReference } from "./version-reference.ts";

/**
 * Which version a change asks for, where the prompt states versions; a note for the report. Whether somebody takes a
 * regression on record is not known yet, and asks for another version: then both are told.
 */
export function versionNotes(
  { baseline, candidate }: Pick<Change, "baseline" | "candidate">,
  verdict: Verdict,
): readonly string[] {
  if (baseline === null || candidate === null) return [];
  const propose = (accepted: boolean) => proposeVersion(baseline.version, candidate.version, { verdict, accepted });
  const [proposed, onRecord] = [propose(false), propose(true)];
  if (proposed === null || onRecord === null) return [];
  const [before, after] = [baseline.version.semanticVersion, candidate.version.semanticVersion];
  const other =
    onRecord.version === proposed.version ? "" : `, and ${onRecord.version} once its regression is accepted`;
  const asked = `${proposed.version} (${proposed.bump}), because ${proposed.reason}${other}`;
  if (after === null) return [`The version ${before} was taken out; this change would be ${asked}.`];
  if (after === before) return [`The version is still ${before}; this change would be ${asked}.`];
  if (semver.gte(after, proposed.version)) {
    return [`The version goes from ${before} to ${after}, which fits: ${proposed.reason}${other}.`];
  }
  return [`The version goes from ${before} to ${after}, but this change would be ${asked}.`];
}

/** The report without what it says of version numbers: a verdict does not rest on them, and is given again without them. */
export function withoutVersionNotes(report: Report, changes: readonly Change[]): Report {
  return mapPrompts(report, changes, (prompt, change) => {
    const told = versionNotes(change, prompt.verdict);
    return { ...prompt, notes: prompt.notes.filter((note) => !told.includes(note)) };
  });
}

/** The same verdict for changes that ask for the same calls, at other revisions and perhaps under other version numbers. */
export function withVersionsOf(
  report: Report,
  changes: readonly Change[],
  { baseline, head }: { readonly baseline: RevisionName | null; readonly head: RevisionName },
): Report {
  return mapPrompts(report, changes, (prompt, change) => ({
    ...prompt,
    baseline: versionReference(change.baseline?.version ?? null, baseline),
    candidate: versionReference(change.candidate?.version ?? null, head),
    notes: [...prompt.notes, ...versionNotes(change, prompt.verdict)],
  }));
}

function mapPrompts(
  report: Report,
  changes: readonly Change[],
  edit: (prompt: PromptReport, change: Change) => PromptReport,
): Report {
  const prompts = report.prompts.map((prompt) => {
    const change = changes.find(({ path }) => path === prompt.path);
    return change === undefined ? prompt : edit(prompt, change);
  });
  return { ...report, prompts };
}

/** Verdicts that a change may get, once both versions are judged. */
const possible: readonly Verdict[] = [
  "regression",
  "below-threshold",
  "error",
  "inconclusive",
  "no-regression",
  "above-threshold",
  "improvement",
];

/** The notes by verdict, for a report that is put together where the versions are not at hand; null where there is none. */
export function versionNotesByVerdict(
  change: Pick<Change, "baseline" | "candidate">,
): ShardPrompt["versionNotes"] | null {
  const notes = possible.map((verdict) => [verdict, versionNotes(change, verdict)] as const);
  return notes.every(([, told]) => told.length === 0) ? null : Object.fromEntries(notes);
}
