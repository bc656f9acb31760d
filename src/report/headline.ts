import type { PromptReport, Report } from "../model.ts";
import { quoteName } from "./escape.ts";
import { describeReason, nameFailure } from "./failure-words.ts";
import { showsNoSign } from "./inconclusive-words.ts";
import { formatChange, formatCount, formatCounted, formatP, formatValue } from "./numbers.ts";
import { gatedComparisons, groupPrompts } from "./selection.ts";
import { describeVersionsBriefly } from "./version-words.ts";

/**
 * The verdict of the whole run in one line of plain text, fit for a log, a step's error or a check's title: names are
 * visible and short. Escape it for Markdown.
 */
export function headline(report: Report): string {
  const verdict = describeVerdict(report);
  return report.watch ? `${verdict} Only watching: nothing fails.` : verdict;
}

function describeVerdict(report: Report): string {
  const { judged } = groupPrompts(report);
  const tried = (report.variants ?? []).flatMap(({ versions }) => versions.flatMap(({ details }) => details ?? []));
  // Where only variants were run, and none could be judged, they are what the verdict is about.
  const concerned = (judged.length > 0 ? judged : tried).filter((prompt) => prompt.verdict === report.verdict);
  switch (report.verdict) {
    case "regression":
      return `Regression${describeAcceptance(concerned)}: ${describeConcerned(concerned, judged, "got worse")}${describeRest(report, concerned)}`;
    case "below-threshold":
      return `Below threshold${describeAcceptance(concerned)}: ${describeConcerned(concerned, judged, "missed a threshold")}${describeRest(report, concerned)}`;
    case "error":
      return `Could not judge: ${describeCause(report, concerned)}${describeGateFailure(report, judged)}`;
    case "skipped":
      return `Skipped, not judged: ${describeSkipped(concerned)}${describeGateFailure(report, judged)}`;
    case "inconclusive":
      return `Inconclusive: ${describeConcerned(concerned, judged, describeOpen(concerned))}${describePolicy(report)}`;
    case "no-regression":
      return `No regression in ${describeAll(judged)}${describeWorst(judged)}.`;
    case "above-threshold":
      return `Above threshold: ${describeAll(judged)} ${judged.length === 1 ? "meets" : "meet"} every threshold${describeOnly(judged)}.`;
    case "improvement":
      return `Improvement: ${describeConcerned(concerned, judged, "got better")}`;
    case "new":
      return `Nothing to compare with yet: ${describeAll(judged)} ${judged.length === 1 ? "has" : "have"} no baseline and no threshold${describeOnly(judged)}.${report.watch ? "" : " Passed, with a warning."}`;
    case "unchanged":
      if (judged.length === 0 && report.variants !== undefined) return describeVersionsBriefly(report.variants);
      return judged.length > 0
        ? "Unchanged: only what judges the prompts changed, not the prompts."
        : report.command === "run"
          ? "Nothing to judge: no prompt had to be run."
          : "Nothing to compare: no prompt changed.";
    case "deleted":
      return "Nothing to judge: prompts were only deleted.";
  }
}

function describeConcerned(concerned: readonly PromptReport[], judged: readonly PromptReport[], what: string): string {
  const [only] = concerned;
  if (only === undefined) return `a prompt ${what}.`;
  if (concerned.length === 1) {
    const others = judged.length > 1 ? ` (1 of ${formatCount(judged.length)} prompts)` : "";
    return `${quoteName(only.name)} ${what}${others}${describeMainNumbers(only)}.`;
  }
  const numbers = describeMainNumbers(only);
  const first = numbers === "" ? "" : `, for example ${quoteName(only.name)}${numbers}`;
  return `${formatCount(concerned.length)} of ${formatCount(judged.length)} prompts ${what} (${listNames(concerned)})${first}.`;
}

/** Who accepted it, where nothing of it fails the gate any more. */
function describeAcceptance(concerned: readonly PromptReport[]): string {
  const people = concerned.map(({ accepted }) => accepted?.by ?? null);
  if (people.length === 0 || people.includes(null)) return "";
  return `, accepted by ${[...new Set(people)].map((name) => quoteName(name ?? "")).join(", ")}`;
}

/** How bad it may be at worst, where a loss beyond the tolerance is ruled out. */
function describeWorst(judged: readonly PromptReport[]): string {
  const ends = judged.flatMap((prompt) =>
    gatedComparisons(prompt).flatMap((comparison) => {
      const [low] = comparison.interval ?? [];
      if (low === undefined || comparison.margin === null || comparison.verdict !== "no-regression") return [];
      return [{ prompt, comparison, low, share: low / comparison.margin }];
    }),
  );
  const [first, ...others] = ends;
  if (first === undefined) return "";
  const { prompt, comparison, low } = others.reduce((worst, each) => (each.share < worst.share ? each : worst), first);
  const whose = judged.length === 1 ? "" : ` of ${quoteName(prompt.name)}`;
  return `: ${quoteName(comparison.metric)}${whose} at worst ${formatChange(comparison, low)}`;
}

/** The value of a prompt that was judged alone, where there is one. */
function describeOnly(judged: readonly PromptReport[]): string {
  const [only] = judged;
  const numbers = only === undefined || judged.length > 1 ? "" : describeMainNumbers(only);
  return numbers === "" ? "" : ` (${numbers.slice(2)})`;
}

/** Without a verdict: what may have got worse is told from what shows no sign of it. */
function describeOpen(concerned: readonly PromptReport[]): string {
  const open = concerned.flatMap(gatedComparisons).filter(({ verdict }) => verdict === "inconclusive");
  if (!open.every(showsNoSign)) return "could go either way";
  return concerned.length === 1 ? "shows no sign of a regression" : "show no sign of a regression";
}

/** The numbers of the metric that decided, where one prompt is spoken of. */
function describeMainNumbers(prompt: PromptReport): string {
  const [main] = gatedComparisons(prompt);
  if (main === undefined || main.candidate === null || main.verdict !== prompt.verdict) return "";
  const name = quoteName(main.metric);
  if (main.baseline === null) return `: ${name} ${formatValue(main, main.candidate)}`;
  const p = main.verdict === "improvement" ? main.pBetter : main.pValue;
  const certainty = main.verdict === "inconclusive" ? "" : `, ${formatP(p)}`;
  return `: ${name} ${formatValue(main, main.baseline)} → ${formatValue(main, main.candidate)}${certainty}`;
}

function describeRest(report: Report, concerned: readonly PromptReport[]): string {
  const count = report.prompts.filter(({ verdict }) => verdict === "error").length;
  const advisory = concerned.every((prompt) => prompt.advisory);
  const watched = concerned.every((prompt) => prompt.watch);
  const accepted = concerned.filter((prompt) => prompt.accepted !== null).length;
  return [
    advisory ? " A first run does not fail; it starts to hold once merged." : "",
    watched ? " It is only watched, and fails nothing." : "",
    advisory || watched ? describeGateFailure(report, report.prompts) : "",
    accepted === 0 || accepted === concerned.length ? "" : ` ${formatCount(accepted)} of them accepted.`,
    count === 0 ? "" : ` ${formatCounted(count, "prompt")} could not be judged.`,
  ].join("");
}

/** Which prompts fail the gate, where the verdict of the run speaks of others. */
function describeGateFailure({ exitCode, gate }: Report, judged: readonly PromptReport[]): string {
  if (exitCode !== 1) return "";
  const failing = judged.filter(
    ({ advisory, watch, accepted, verdict }) =>
      !advisory &&
      !watch &&
      accepted === null &&
      (verdict === "regression" ||
        verdict === "below-threshold" ||
        (verdict === "inconclusive" && gate.inconclusive === "fail")),
  );
  return failing.length === 0 ? "" : ` The gate fails on ${listNames(failing)}.`;
}

function describeSkipped(concerned: readonly PromptReport[]): string {
  const [only] = concerned;
  if (only === undefined || concerned.length > 1) return `${formatCounted(concerned.length, "prompt")} skipped.`;
  return `${quoteName(only.name)}${describeReason(only.reason)}.`;
}

function describeCause({ command, calls, failures }: Report, concerned: readonly PromptReport[]): string {
  const failure = nameFailure(failures);
  const because = failure === null ? "" : ` (${failure})`;
  const reasons = concerned.flatMap((prompt) => [prompt.reason, ...prompt.comparisons.map(({ reason }) => reason)]);
  if (reasons.includes("refused-key")) return `the provider refused the key${because}. Check the key, then run again.`;
  if (reasons.includes("missing-model"))
    return `the provider does not offer the model${because}. Check its name and what the key may use.`;
  if (reasons.includes("refused-parameter")) {
    const refused = failures.filter(({ kind }) => kind === "refused-parameter");
    return `${nameFailure(refused) ?? "the model refuses a parameter"}. Take it out of the prompt, or name another model.`;
  }
  if (reasons.includes("missing-recording"))
    return `${formatCounted(calls.failed, "call")} ${calls.failed === 1 ? "has" : "have"} no recording. Record again with --record.`;
  if (reasons.includes("budget")) return "the budget ended the run before there was enough to compare. Raise it.";
  if (reasons.includes("interrupted"))
    return "the run was interrupted. Run again: what was answered is not asked again.";
  if (calls.failed > 0) {
    // Of those planned: a call that was repeated is one call.
    return `${formatCount(calls.failed)} of ${formatCounted(calls.planned, "call")} failed${because}. Run again.`;
  }
  if (command === "gate" && (reasons.includes("no-pairs") || reasons.includes("too-few-cases"))) {
    return "fewer than two cases have a result in both files.";
  }
  if (command === "gate" && reasons.includes("failed")) return "too many cases failed in one of the files.";
  if (reasons.includes("unscored")) return "too many answers could not be scored. The reasons stand with the cases.";
  return `${listNames(concerned)}. See the notes.`;
}

function describePolicy({ gate, watch }: Report): string {
  if (watch) return "";
  if (gate.inconclusive === "fail") return " The gate fails on that (gate.inconclusive: fail).";
  return gate.inconclusive === "warn" ? " Passed, with a warning." : " Passed.";
}

function describeAll(judged: readonly PromptReport[]): string {
  const [only] = judged;
  return only !== undefined && judged.length === 1 ? quoteName(only.name) : formatCounted(judged.length, "prompt");
}

/** `triage, reply, summary and 4 more`; a deleted prompt with its path, because it can no longer be looked up. */
export function listNames(prompts: readonly PromptReport[], limit = 3): string {
  const shown = prompts
    .slice(0, limit)
    .map(({ name, path, verdict }) => quoteName(name) + (verdict === "deleted" ? ` (${quoteName(path, 72)})` : ""));
  const more = prompts.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${formatCount(more)} more` : "");
}
