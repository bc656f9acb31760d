import { exitCodes } from "../../errors.ts";
import { writeCheckNote } from "../../github/check-note.ts";
import type { Annotation, CheckResult, Conclusion } from "../../github/check-run.ts";
import type { CommentPolicy, Report } from "../../model.ts";
import { takeWithin } from "../../report/budget.ts";
import { prose, visible } from "../../report/escape.ts";
import { type Finding, listFindings } from "../../report/findings.ts";
import { headline } from "../../report/headline.ts";
import { isOpenLoss } from "../../report/losses.ts";
import { troubled } from "../../report/selection.ts";
import { fileOfPrompt } from "../../source/repository-path.ts";
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

function isProblem({ passed, verdict, watch }: Report): boolean {
  return (passed !== true && !watch) || troubled.includes(verdict);
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
    ...(isJudged(report) && {
      text: writeCheckNote({
        verdict: report.verdict,
        failed: wouldFail(report),
        calls: report.calls.made,
        cost: report.cost,
      }),
    }),
    annotations: annotatePrompts(report, lines),
  };
}

/** What was not judged agrees with nobody. */
function isJudged({ verdict }: Report): boolean {
  return verdict !== "error" && verdict !== "skipped";
}

/** Whether the gate fails, or would if it did not only watch. */
function wouldFail({ prompts, gate }: Report): boolean {
  return prompts.some(
    (prompt) =>
      isOpenLoss(prompt) || (prompt.verdict === "inconclusive" && gate.inconclusive === "fail" && !prompt.advisory),
  );
}

/** What was not judged never ends in success, neutral or skipped; what only watches never in anything but neutral. */
export function concludeCheck({ passed, exitCode, verdict, gate, watch, prompts }: Report): Conclusion {
  if (watch && exitCode === exitCodes.pass) return "neutral";
  if (passed !== true || exitCode !== 0) return "failure";
  // One folder of several only watches.
  if (prompts.some(isOpenLoss)) return "neutral";
  return verdict === "inconclusive" && gate.inconclusive === "warn" ? "neutral" : "success";
}

/**
 * One annotation a prompt that fails the gate, or that would be worth a look, at the lines that changed; failures first.
 * What could not be judged says nothing about the prompt, and what was accepted is settled: neither is pointed at.
 */
export function annotatePrompts(report: Report, lines: ReadonlyMap<string, LineRange>): readonly Annotation[] {
  const findings = listFindings(report);
  const annotate = (level: Annotation["level"], isMeant: (finding: Finding) => boolean): readonly Annotation[] =>
    findings.filter(isMeant).map(({ prompt, message }) => ({
      path: fileOfPrompt(prompt.path),
      ...(lines.get(prompt.path) ?? { startLine: 1, endLine: 1 }),
      level,
      message: visible(message),
    }));
  const all = [
    ...annotate("failure", ({ outcome }) => outcome === "failed"),
    ...annotate(
      "warning",
      ({ outcome, prompt }) =>
        outcome === "open" ||
        (outcome === "known" &&
          (prompt.advisory || report.watch === true || prompt.watch === true) &&
          prompt.accepted === null),
    ),
  ];
  return all.filter(({ path }, index) => all.findIndex((each) => each.path === path) === index);
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
