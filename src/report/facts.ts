import type { ChangeKind, PromptReport, Report } from "../model.ts";
import { inline, quoteName } from "./escape.ts";
import { describeEvidence } from "./evidence.ts";
import { describeReason, shortenFailure } from "./failure-words.ts";
import { listNames } from "./headline.ts";
import { isLoss } from "./losses.ts";
import {
  formatAmount,
  formatCost,
  formatCount,
  formatCounted,
  formatDuration,
  formatShare,
  formatValue,
} from "./numbers.ts";
import { gatedComparisons, groupPrompts } from "./selection.ts";
import { describeComparison } from "./words.ts";

/** Sentences about the run and its prompts that every report for people carries, as plain text. */

const longList = 10;

/** What a reader must know before the first number: what was compared, by whose rules, and what was not compared. */
export function describeSetting(report: Report): string[] {
  const { deleted, unchanged } = groupPrompts(report);
  const head = nameRevision(report.head);
  const lines = [
    report.base === null
      ? `Judged alone, without a baseline: ${head}.`
      : `Compared: baseline ${nameRevision(report.base)}, candidate ${head}.`,
    // Results files are judged by what the command line says.
    ...(report.command === "gate"
      ? []
      : [`Judged by the ${report.goalposts}'s configuration, scorers and golden sets.`]),
    ...(report.gate.gatingComparisons > 0 ? [describeGate(report)] : []),
  ];
  const broken = `The baseline does not parse at ${report.base === null ? "the base" : nameRevision(report.base)}`;
  const groups: readonly [string, readonly PromptReport[]][] = [
    ["Deleted, not run", deleted],
    [
      "New, nothing to compare with",
      report.prompts.filter(({ change }) => change.kind === "new" && report.base !== null),
    ],
    [
      `${broken}, so the candidate was judged alone, against absolute thresholds`,
      report.prompts.filter(({ change }) => change.kind === "repaired"),
    ],
    ["Not judged", report.prompts.filter(({ verdict }) => verdict === "error" || verdict === "skipped")],
    ["Unchanged, not run", unchanged],
  ];
  for (const [title, prompts] of groups) {
    if (prompts.length > 0) lines.push(`${title}: ${listNames(prompts, longList)}.`);
  }
  return lines;
}

/** `changed: text, model; openai/gpt-6-luna → openai/gpt-6-sol`. */
export function describeChange({ change, previousPath, models }: PromptReport): string {
  const [before, after] = [models.baseline ?? models.candidate, models.candidate ?? models.baseline];
  const model = [...new Set([before, after])].flatMap((name) => (name === null ? [] : quoteName(name))).join(" → ");
  const parts = change.parts.length === 0 ? "" : `: ${change.parts.join(", ")}`;
  const kind = change.kind === "judging" ? `what judges it changed${parts}` : `${change.kind}${parts}`;
  const from = previousPath === null ? null : `was ${quoteName(previousPath, 72)}`;
  return [kind, model === "" ? null : model, from].filter((part) => part !== null).join("; ");
}

/** The verdicts of a prompt in words: one entry a gating metric, the worst first; or why there is none. */
export function describePrompt(prompt: PromptReport, report: Report): { verdict: string; evidence: string | null }[] {
  const gated = gatedComparisons(prompt);
  if (gated.length > 0) {
    return gated.map((comparison) => ({
      verdict: describeComparison(comparison, report),
      evidence: describeEvidence(comparison),
    }));
  }
  return [{ verdict: describeUncompared(prompt), evidence: null }];
}

/** Who accepted a loss, how and why; null where nobody did. */
export function describeAccepted(prompt: PromptReport): string | null {
  const { accepted } = prompt;
  // A shard carries what is accepted to the merge, and knows of no loss.
  if (accepted === null || !isLoss(prompt)) return null;
  const { by, how, reason, until } = accepted;
  const means: Readonly<Record<typeof how, string>> = {
    label: "by a label",
    comment: "in a comment",
    "assay.yml": "in assay.yml",
  };
  const why = reason === null ? "" : `: ${inline(reason, 300)}`;
  const end = until === null ? "It lapses with the next change." : `It holds until ${until}, or the next change.`;
  return `This loss is known and does not fail the gate: accepted ${means[how]} by ${quoteName(by, 72)}${why}. ${end}`;
}

/** What a reader of the verdict alone would miss: what went uncompared, in numbers; null where nothing did. */
export function describeUncomparedCounts(report: Report): string | null {
  const { prompts, base } = report;
  const counts: readonly [string, number][] = [
    ["not judged", prompts.filter(({ verdict }) => verdict === "error" || verdict === "skipped").length],
    ["new", base === null ? 0 : prompts.filter(({ change }) => change.kind === "new").length],
    ["without a readable baseline", prompts.filter(({ change }) => change.kind === "repaired").length],
    ["deleted", prompts.filter(({ verdict }) => verdict === "deleted").length],
  ];
  const told = counts.filter(([, count]) => count > 0).map(([what, count]) => `${formatCount(count)} ${what}`);
  return told.length === 0 ? null : `Not compared: ${told.join(", ")}.`;
}

/** The golden set's added or edited cases, which are no part of the comparison. */
export function describeAdded({ added }: PromptReport): string | null {
  if (added === null) return null;
  const results = added.comparisons.map(
    (comparison) => `${quoteName(comparison.metric)} ${formatValue(comparison, comparison.candidate)}`,
  );
  const told = results.length === 0 ? "" : `: ${results.slice(0, longList).join(", ")}`;
  return `${formatCounted(added.cases, "case")} added or edited, run once with the candidate and not part of the verdict${told}.`;
}

/** Calls, cost and time in one line. */
export function describeCalls(report: Report): string {
  const { command, calls, cost, durationMs } = report;
  if (command === "gate") return `No call made, ${formatDuration(durationMs)}.`;
  const parts = [
    calls.made <= calls.planned
      ? `${formatCount(calls.made)} of ${formatCounted(calls.planned, "planned call")} made`
      : `${formatCounted(calls.planned, "call")} planned, ${formatCount(calls.made)} made with repeats`,
    ...(calls.cached > 0 ? [`${formatCount(calls.cached)} from the cache`] : []),
    ...(calls.saved > 0 ? [`${formatCount(calls.saved)} not needed`] : []),
    `${formatCount(calls.failed)} failed`,
    cost === null ? "cost unknown" : `cost ${formatCost(cost)}${describeShare(report, cost)}`,
    formatDuration(durationMs),
  ];
  return `${parts.join(", ")}.`;
}

/** What of the cost is for the answers, where models were asked about them, too. */
function describeShare({ prompts, variants = [] }: Report, cost: number): string {
  const tried = variants.flatMap(({ versions }) => versions.flatMap(({ details }) => details ?? []));
  const costs = [...prompts, ...tried].map((prompt) => prompt.cost);
  const answers = costs.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
  if (answers === null || answers === 0 || formatCost(answers) === formatCost(cost) || answers > cost) return "";
  return ` (${formatCost(answers)} for answers, ${formatCost(cost - answers)} for what scorers asked about them)`;
}

/** What came back from calls that failed: `41 calls: 503 Service Unavailable`. */
export function describeFailures({ failures }: Pick<Report, "failures">): string[] {
  return failures.map(({ calls, message }) => `${formatCounted(calls, "call")}: ${shortenFailure(message)}`);
}

const changeWords: Readonly<Record<ChangeKind, string>> = {
  changed: "It was not judged: no metric gates it.",
  judging: "Both versions ask for the same; only what judges it changed.",
  new: "There is nothing to compare it with, and no metric judges it.",
  deleted: "It was deleted, so it was not run.",
  renamed: "It was renamed; both versions ask for the same.",
  unchanged: "Both versions ask for the same.",
  repaired: "The baseline cannot be read, and no metric judges the candidate.",
};

function describeUncompared({ verdict, reason, change }: PromptReport): string {
  if (verdict === "error") return `It could not be judged${describeReason(reason)}.`;
  if (verdict === "skipped") return `It was not judged${describeReason(reason)}.`;
  return changeWords[change.kind];
}

function describeGate({ gate }: Report): string {
  const margin = formatAmount({ kind: "bounded", direction: "higher", unit: null }, gate.margin);
  const count = formatCounted(gate.gatingComparisons, "gating comparison");
  return `Gate: tolerance ${margin} by default, ${formatShare(gate.alpha)} false alarms, ${count}.`;
}

/** A revision as a person would name it, with the commit where the name hides it. */
function nameRevision({ revision, commit }: { readonly revision: string; readonly commit: string | null }): string {
  const name = inline(revision, 60);
  if (commit === null || commit.startsWith(revision)) return name;
  return `${name} (${inline(commit, 40).slice(0, 7)})`;
}
