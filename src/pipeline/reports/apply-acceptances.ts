import { combineOutcomes } from "../../gate/combine-verdicts.ts";
import { onlyWatch } from "../../gate/only-watch.ts";
import type { Acceptance, AcceptedEntry, PromptReport, Report } from "../../model.ts";
import { isLoss } from "../../report/losses.ts";

/** An acceptance with what it is for. */
export interface GivenAcceptance extends Acceptance {
  /** First digits of the pair that it holds for; "": every regression of the pull request as it stands. */
  readonly pair: string;
}

/** The entries of assay.yml that hold today, and what is to be told of the others. */
export function readAccepted(
  entries: readonly AcceptedEntry[],
  now: Date,
): { readonly acceptances: readonly GivenAcceptance[]; readonly lapsed: readonly AcceptedEntry[] } {
  const today = now.toISOString().slice(0, 10);
  const acceptances = entries
    .filter(({ until }) => until >= today)
    .map(({ fingerprint, reason, until, place }): GivenAcceptance => {
      const by = `${place.path}:${place.line ?? 1}`;
      return { pair: fingerprint, by, how: "assay.yml", reason, until };
    });
  return { acceptances, lapsed: entries.filter(({ until }) => until < today) };
}

/**
 * The report in which every regression that somebody accepted no longer fails the gate. The verdict stays what it is:
 * an accepted regression is known, not gone. Pure, and after everything is kept: the store never holds an acceptance.
 */
export function applyAcceptances(report: Report, acceptances: readonly GivenAcceptance[]): Report {
  const prompts = report.prompts.map((prompt) => accept(prompt, acceptances));
  // A shard's outcome stays open, too: the merge decides.
  if (report.shard !== undefined) return { ...report, prompts };
  if (prompts.every((prompt) => prompt.accepted === null)) return { ...report, prompts };
  const outcomes = prompts.map(({ verdict, reason, advisory, accepted }) => ({
    verdict,
    reason,
    advisory: advisory || accepted !== null,
  }));
  const settled = { ...report, prompts, ...combineOutcomes(outcomes, report.gate) };
  return report.watch ? onlyWatch(settled) : settled;
}

/** What the base's assay.yml accepts, as each shard of a run carries it to the merge. */
export function carriedAcceptances({ prompts }: Report): readonly GivenAcceptance[] {
  return prompts.flatMap(({ pair, accepted }) =>
    pair === null || accepted?.how !== "assay.yml" ? [] : [{ ...accepted, pair }],
  );
}

function accept(prompt: PromptReport, acceptances: readonly GivenAcceptance[]): PromptReport {
  const { reason: open, advisory, pair } = prompt;
  const before = prompt.accepted ?? null;
  // Of a shard's prompt nobody knows yet.
  const concerned = isLoss(prompt) || open === "shard";
  if (!concerned || advisory || pair === null || before !== null) return { ...prompt, accepted: before };
  const found = acceptances.find((each) => pair.startsWith(each.pair));
  if (found === undefined) return { ...prompt, accepted: null };
  const { by, how, reason, until } = found;
  return { ...prompt, accepted: { by, how, reason, until } };
}
