import type { Annotation, CheckResult, Conclusion } from "../../github/check-run.ts";
import type { CommentPolicy, Report } from "../../model.ts";
import { takeWithin } from "../../report/budget.ts";
import { prose, visible } from "../../report/escape.ts";
import { describePrompt } from "../../report/facts.ts";
import { headline } from "../../report/headline.ts";
import { isOpenLoss } from "../../report/losses.ts";
import { troubled } from "../../report/selection.ts";
import { isGuardWarning } from "../project/guard-changes.ts";
import type { LineRange } from "./changed-lines.ts";

/** What the comment says; null where none is made, only one that is there is brought up to date. */
export interface CommentTexts {
  readonly body: string | null;
  readonly bodyOfUpdate: string;
}

/** The texts of the comment for a policy; a comment that is there never goes on saying what no longer holds. */
export function commentTexts(report: Report, markdown: string, policy: Exclude<CommentPolicy, "never">): CommentTexts {
  const wanted: Readonly<Record<typeof policy, boolean>> = {
    always: true,
    "on-change": report.prompts.length > 0 || report.warnings.some(isGuardWarning),
    "on-problem": isProblem(report),
  };
  return { body: wanted[policy] ? markdown : null, bodyOfUpdate: withdraw(markdown) };
}

function isProblem({ passed, verdict }: Report): boolean {
  return passed !== true || troubled.includes(verdict);
}

/** Says below the verdict that what stood here before is over. */
function withdraw(markdown: string): string {
  const [first = "", ...rest] = markdown.split("\n");
  return [first, "", "What this comment said before no longer holds.", ...rest].join("\n");
}

/** What the check run says of a report. */
export function checkResult(report: Report, markdown: string, lines: ReadonlyMap<string, LineRange>): CheckResult {
  return {
    conclusion: concludeCheck(report),
    title: visible(headline(report)),
    summary: markdown,
    annotations: annotateRegressions(report, lines),
  };
}

/** What was not judged never ends in success, neutral or skipped. */
export function concludeCheck({ passed, exitCode, verdict, gate }: Report): Conclusion {
  if (passed !== true || exitCode !== 0) return "failure";
  return verdict === "inconclusive" && gate.inconclusive === "warn" ? "neutral" : "success";
}

/** One annotation a prompt that fails the gate, at the lines that changed. */
export function annotateRegressions(report: Report, lines: ReadonlyMap<string, LineRange>): readonly Annotation[] {
  return report.prompts.filter(isOpenLoss).map((prompt) => {
    const [told] = describePrompt(prompt, report);
    const range = lines.get(prompt.path) ?? { startLine: 1, endLine: 1 };
    return { path: prompt.path, ...range, message: visible(told?.verdict ?? headline(report)) };
  });
}

/** Bytes of all mistakes: below what GitHub takes, by any count. */
const mistakesLimit = 50_000;

/** What a check run and a comment say where nothing was judged because something is to be mended. */
export function describeMistakes(lines: readonly string[]): { readonly title: string; readonly markdown: string } {
  const count = lines.length === 1 ? "1 mistake" : `${lines.length} mistakes`;
  const { written, cut } = takeWithin(lines, mistakesLimit, (line) => `- ${prose(line)}`);
  const more = cut > 0 ? [`- …and ${cut} more, which stand in the log`] : [];
  return {
    title: `Nothing was judged: ${count} to mend.`,
    markdown: `## 🛠️ Nothing was judged: there is something to mend.\n\n${[...written, ...more].join("\n")}\n`,
  };
}
