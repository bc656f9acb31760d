import type { Comparison, PromptReport, Report, Verdict } from "../model.ts";
import { describeEvidence } from "./evidence.ts";
import { describeAccepted, describePrompt } from "./facts.ts";
import { gatedComparisons } from "./selection.ts";
import { describeComparison } from "./words.ts";

/**
 * What a machine has to do with a verdict: `failed` fails the gate; `known` would, were it not accepted, a first run or only watched;
 * `open` is inconclusive and passes with a warning.
 */
export type Outcome = "failed" | "known" | "not-judged" | "skipped" | "open" | "passed";

/** One thing that counts: a gating comparison, or a prompt of which nothing was compared. */
export interface Finding {
  readonly prompt: PromptReport;
  readonly comparison: Comparison | null;
  readonly verdict: Verdict;
  readonly outcome: Outcome;
  /** The verdict in words: one line of plain text, names in it visible and short. */
  readonly message: string;
  /** What it rests on; null where nothing was compared. */
  readonly evidence: string | null;
}

/** All that counts in a report, by prompt, and within a prompt the worst first. What is only watched is not among it. */
export function listFindings(report: Report): readonly Finding[] {
  return report.prompts.flatMap((prompt): readonly Finding[] => {
    const gated = gatedComparisons(prompt);
    if (gated.length === 0) return [describeUncompared(prompt, report)];
    return gated.map((comparison) => ({
      prompt,
      comparison,
      verdict: comparison.verdict,
      outcome: outcomeOf(comparison.verdict, prompt, report),
      message: withExcuse(describeComparison(comparison, report), comparison.verdict, prompt, report),
      evidence: describeEvidence(comparison),
    }));
  });
}

/**
 * The name of a finding, the same in every run: the prompt's path, the metric, and the tag where it is a slice, as
 * `prompts/triage.prompt.yml#contains@billing`. Nothing but ASCII letters, digits and signs of a URL.
 */
export function findingId({ prompt, comparison }: Pick<Finding, "prompt" | "comparison">): string {
  const metric = comparison === null ? "" : `#${encode(comparison.metric)}`;
  const slice = comparison === null || comparison.slice === null ? "" : `@${encode(comparison.slice)}`;
  return `${encodePath(prompt.path)}${metric}${slice}`;
}

/** A path as a relative address. */
export function encodePath(path: string): string {
  return path.split("/").map(encode).join("/");
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function describeUncompared(prompt: PromptReport, report: Report): Finding {
  const { verdict } = prompt;
  const [told] = describePrompt(prompt, report);
  return {
    prompt,
    comparison: null,
    verdict,
    outcome: outcomeOf(verdict, prompt, report),
    message: told?.verdict ?? "",
    evidence: null,
  };
}

function withExcuse(message: string, verdict: Verdict, prompt: PromptReport, { watch }: Report): string {
  if (verdict !== "regression" && verdict !== "below-threshold") return message;
  const told = prompt.advisory
    ? "A first run does not fail; it starts to hold once merged."
    : (describeAccepted(prompt) ?? (watch || prompt.watch ? "It is only watched, and fails nothing." : null));
  return told === null ? message : `${message} ${told}`;
}

function outcomeOf(verdict: Verdict, prompt: PromptReport, { gate, watch }: Report): Outcome {
  const { advisory, accepted } = prompt;
  const isWatched = watch === true || prompt.watch === true;
  switch (verdict) {
    case "regression":
    case "below-threshold":
      return advisory || isWatched || accepted !== null ? "known" : "failed";
    case "error":
      return "not-judged";
    case "skipped":
    case "unchanged":
    case "deleted":
      return "skipped";
    case "inconclusive":
      if (gate.inconclusive === "pass") return "passed";
      return gate.inconclusive === "fail" && !advisory && !isWatched ? "failed" : "open";
    default:
      return "passed";
  }
}
