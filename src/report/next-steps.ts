import type { Comparison, Reason, Report } from "../model.ts";
import { quoteName } from "./escape.ts";
import { formatAbout } from "./numbers.ts";
import { gatedComparisons, groupPrompts } from "./selection.ts";

/** What to do next, one imperative sentence each; none where nothing is to be done. */
export function nextSteps(report: Report): string[] {
  const { judged } = groupPrompts(report);
  const comparisons = judged.flatMap(gatedComparisons);
  const reasons: readonly (Reason | null)[] = [...judged, ...comparisons].map(({ reason }) => reason);
  const first = (verdict: Comparison["verdict"]): Comparison | undefined =>
    comparisons.find((comparison) => comparison.verdict === verdict);
  const regressed = first("regression");
  const below = first("below-threshold");
  const open = first("inconclusive");
  const fresh = first("new");
  const steps: string[] = [];
  if (regressed !== undefined) {
    steps.push(
      "Read the cases that got worse, and mend the prompt.",
      "If they show that an expectation is wrong, correct the golden set in a change of its own.",
      report.command === "gate"
        ? "If the loss is worth it, raise the tolerance: --margin."
        : `If the loss is worth it, raise the tolerance in assay.yml: ${settingOf(regressed, "margin")}.`,
    );
  }
  if (below !== undefined) {
    steps.push(`Mend the prompt, or lower the threshold in assay.yml: ${settingOf(below, "atLeast")}.`);
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
    return [`${told} Raise run.maxCost, run.maxCalls or run.maxDuration in assay.yml, whichever ended the run.`];
  }
  if (reasons.includes("interrupted")) return [`${told} Run again: what was answered is not asked again.`];
  if (reasons.includes("unscored")) return [`${told} See why the scorers could not score the answers.`];
  return [`${told} Run again; if it stays, lower run.concurrency or raise run.timeout in assay.yml.`];
}

function nextWhenOpen({ casesNeeded, trialsNeeded, pairs, reason }: Comparison, { command, gate }: Report): string[] {
  if (reason === "budget") {
    return ["To settle it, raise run.maxCost, run.maxCalls or run.maxDuration in assay.yml, whichever ended the run."];
  }
  const cases = casesNeeded === null || casesNeeded <= pairs ? "" : ` to about ${formatAbout(casesNeeded)} cases`;
  if (command === "gate") {
    const trials = trialsNeeded === null ? "" : `, or run ${trialsNeeded} trials of each case`;
    return [`To settle it, enlarge the golden set${cases}${trials}.`];
  }
  const policy =
    gate.inconclusive === "fail" ? [] : ["To stop such changes until it is settled, set gate.inconclusive: fail."];
  const trials = trialsNeeded === null ? "" : `, or set run.trials: ${trialsNeeded} in assay.yml`;
  return [`To settle it, enlarge the golden set${cases}${trials}.`, ...policy];
}

function settingOf({ metric }: Comparison, key: "margin" | "atLeast"): string {
  return `gate.metrics.${quoteName(metric)}.${key}`;
}
