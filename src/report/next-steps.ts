import type { Comparison, Reason, Report } from "../model.ts";
import { quoteName } from "./escape.ts";
import { formatAbout } from "./numbers.ts";
import { gatedComparisons, groupPrompts } from "./selection.ts";

/**
 * What to do next, one imperative sentence each; none where nothing is to be done. `acceptable`: the reader finds below
 * how a regression is accepted.
 */
export function nextSteps(report: Report, { acceptable = false } = {}): string[] {
  const { judged } = groupPrompts(report);
  const comparisons = judged.flatMap(gatedComparisons);
  const reasons: readonly (Reason | null)[] = [...judged, ...comparisons].map(({ reason }) => reason);
  const first = (verdict: Comparison["verdict"]): Comparison | undefined =>
    comparisons.find((comparison) => comparison.verdict === verdict);
  // A loss that somebody took on record is done with.
  const losses = judged
    .filter(({ accepted }) => accepted === null)
    .flatMap((prompt) => gatedComparisons(prompt).map((comparison) => ({ prompt, comparison })))
    .filter(({ comparison }) => comparison.verdict === "regression");
  const regressed = losses[0]?.comparison;
  const canAccept = acceptable && losses.some(({ prompt }) => !prompt.advisory && prompt.pair !== null);
  const below = first("below-threshold");
  const open = first("inconclusive");
  const fresh = first("new");
  const steps: string[] = [];
  const file = settingsOf(report);
  if (regressed !== undefined) {
    steps.push(
      "Read the cases that got worse, and mend the prompt.",
      "If they show that an expectation is wrong, correct the golden set in a change of its own.",
      report.command === "gate"
        ? "If the loss is worth it, raise the tolerance: --margin."
        : `If the loss is worth it, ${canAccept ? "have it accepted (see below), or " : ""}raise the tolerance in ${file}: ${settingOf(regressed, "margin")}.`,
    );
  }
  if (below !== undefined) {
    steps.push(`Mend the prompt, or lower the threshold in ${file}: ${settingOf(below, "atLeast")}.`);
  }
  steps.push(...nextAfterError(report, reasons));
  if (open !== undefined) steps.push(...nextWhenOpen(open, report));
  if (fresh !== undefined) {
    steps.push(
      `Set a threshold in assay.yml, so that a prompt without a baseline can fail: ${settingOf(fresh, "atLeast")}.`,
    );
  }
  return steps;
}

/** Where a setting has its effect: a pull request is judged by what its base branch says. */
function settingsOf({ goalposts, command }: Report): string {
  return goalposts === "base" && command !== "gate" ? "assay.yml on the base branch" : "assay.yml";
}

function nextAfterError(report: Report, reasons: readonly (Reason | null)[]): string[] {
  if (!report.prompts.some(({ verdict }) => verdict === "error")) return [];
  const told = "This says nothing about the prompt.";
  if (report.command === "gate")
    return [`${told} Give files in which the same cases have results, or name what gates: --metric.`];
  if (reasons.includes("refused-key")) {
    return [`${told} Check that the secret or environment variable with the key is set and valid, then run again.`];
  }
  if (reasons.includes("missing-model")) return [`${told} Check the model's name, and what the key may use.`];
  if (reasons.includes("refused-parameter")) {
    return [`${told} Take the parameter out of the prompt, or give it another value or another model.`];
  }
  if (reasons.includes("missing-recording")) return [`${told} Record the missing calls with --record.`];
  if (reasons.includes("budget")) {
    return [`${told} Raise ${raiseLimits(report)}.`];
  }
  if (reasons.includes("interrupted")) return [`${told} Run again: what was answered is not asked again.`];
  if (reasons.includes("unscored")) return [`${told} See why the scorers could not score the answers.`];
  return [`${told} Run again; if it stays, lower run.concurrency or raise run.timeout in ${settingsOf(report)}.`];
}

/** What ended the run may have been said with the command. */
function raiseLimits(report: Report): string {
  return `run.maxCost, run.maxCalls or run.maxDuration in ${settingsOf(report)}, or --max-cost, whichever ended the run`;
}

function nextWhenOpen({ casesNeeded, trialsNeeded, pairs, reason }: Comparison, report: Report): string[] {
  const { command, gate } = report;
  const file = settingsOf(report);
  if (reason === "budget") {
    return [`To settle it, raise ${raiseLimits(report)}.`];
  }
  const cases = casesNeeded === null || casesNeeded <= pairs ? "" : ` to about ${formatAbout(casesNeeded)} cases`;
  if (command === "gate") {
    const trials = trialsNeeded === null ? "" : `, or run ${trialsNeeded} trials of each case`;
    return [`To settle it, enlarge the golden set${cases}${trials}.`];
  }
  const policy =
    gate.inconclusive === "fail" ? [] : ["To stop such changes until it is settled, set gate.inconclusive: fail."];
  const trials = trialsNeeded === null ? "" : `, or set run.trials: ${trialsNeeded} in ${file}`;
  return [`To settle it, enlarge the golden set${cases}${trials}.`, ...policy];
}

function settingOf({ metric }: Comparison, key: "margin" | "atLeast"): string {
  return `gate.metrics.${quoteName(metric)}.${key}`;
}
