import type { PromptReport, Report, Verdict } from "../../model.ts";
import { describeAttribution } from "../attribution-words.ts";
import { byteLength, takeWithin } from "../budget.ts";
import { codeSpan, prose } from "../escape.ts";
import {
  describeAccepted,
  describeAdded,
  describeCalls,
  describeChange,
  describeFailures,
  describePrompt,
  describeSetting,
  describeUncomparedCounts,
} from "../facts.ts";
import { writeFooter } from "../footer.ts";
import { headline } from "../headline.ts";
import { describeHealth, describeSight } from "../health-words.ts";
import { isOpenLoss } from "../losses.ts";
import { nextSteps } from "../next-steps.ts";
import { formatCounted } from "../numbers.ts";
import type { Reporter } from "../reporter.ts";
import { gatedComparisons, groupPrompts, troubled, watchedComparisons } from "../selection.ts";
import { fold, writeBetterCases, writeWorseCases } from "./markdown-cases.ts";
import { type Row, signOf, writeTable } from "./markdown-tables.ts";
import { writeVersions } from "./markdown-versions.ts";

/**
 * GitHub refuses a comment above 65,536 characters; in bytes this stays below by any count. What comes first in the
 * report has its share reserved; cases take what is left, so they are the first to be cut, then rows.
 */
const commentLimit = 60_000;
const listShare = 3_000;

/** Verdicts of metrics that passed, moved within the tolerance or not at all: a reader need not look. */
const still: readonly Verdict[] = ["no-regression", "above-threshold"];

function sharesOf(limit: number) {
  const part = (share: number): number => Math.round(limit * share);
  return {
    sentences: part(0.13),
    notes: part(0.06),
    golden: part(0.04),
    rows: part(0.36),
    versions: part(0.12),
    unmoved: part(0.06),
    watched: part(0.06),
    better: part(0.03),
  };
}

const howToRead = `Baseline and candidate answer the same cases, and each case is compared with itself. A point is one hundredth of the pass rate or score. The interval says where the true difference may lie; a loss counts as a regression when it is no noise and reaches your tolerance. "No regression" means that a loss beyond the tolerance is ruled out, "inconclusive" that these cases cannot tell. What is watched never fails the gate.`;

/** For GitHub: a comment, a job summary, a check. The first line is the verdict. */
export const markdown: Reporter = {
  description: "for GitHub: the verdict, one table, everything else folded",
  render(report, { marker, commentKey, limit = commentLimit, runUrl, onPullRequest }) {
    const { judged } = groupPrompts(report);
    const shares = sharesOf(limit);
    const rows = judged.flatMap((prompt) => gatedComparisons(prompt).map((comparison) => ({ prompt, comparison })));
    const watched = judged.flatMap((prompt) =>
      watchedComparisons(prompt).map((comparison) => ({ prompt, comparison })),
    );
    const moved = rows.filter(({ comparison }) => !still.includes(comparison.verdict));
    const unmoved = rows.filter((row) => !moved.includes(row));
    const verdict = [headline(report), describeUncomparedCounts(report)].filter((part) => part !== null).join(" ");
    const head = [
      `## ${signOf(report.verdict)} ${prose(verdict)}`,
      // A backslash at the end of a line breaks it, in comments and in summaries alike.
      writeLines(describeSetting(report), "").join("\\\n"),
      writeTable(moved, shares.rows),
      writeSentences(judged, report, shares.sentences),
      writeVersions(report.variants ?? [], shares.versions),
      writeList("**What to do next**", nextSteps(report, { acceptable: onPullRequest === true })),
      judged.length === 0 ? writeList("**Warnings**", report.warnings) : "",
    ];
    const tail = [
      judged.length === 0
        ? ""
        : fold("What changed, goalposts, notes and warnings", writeNotes(judged, report, shares.notes)),
      writeGolden(judged, shares.golden),
      report.calls.planned === 0 ? "" : fold("Cost, calls and failures", writeCalls(report)),
      onPullRequest ? writeHowToAccept(judged) : "",
      rows.length === 0 ? "" : fold("How to read this", howToRead),
      writeFooter({ runUrl, commentKey }),
      marker ?? "",
    ];
    const folded = [
      unmoved.length === 0
        ? ""
        : fold(`Passed: ${formatCounted(unmoved.length, "metric")}`, writeTable(unmoved, shares.unmoved)),
      writeWatched(
        "Watched, does not count",
        watched.filter(({ comparison }) => comparison.slice === null),
        shares.watched,
      ),
      writeWatched(
        "Slices, watched",
        watched.filter(({ comparison }) => comparison.slice !== null),
        shares.watched,
      ),
    ];
    const better = writeBetterCases(judged, shares.better);
    const used = byteLength([...head, ...folded, better, ...tail].join("\n\n"));
    const worse = writeWorseCases(judged, limit - used);
    return `${[...head, worse, better, ...folded, ...tail].filter((part) => part !== "").join("\n\n")}\n`;
  },
};

/** In words what deserves a look; where all is well, the table is enough, but for a single prompt. */
function writeSentences(judged: readonly PromptReport[], report: Report, budget: number): string {
  const told = judged.filter(({ verdict }) => judged.length === 1 || troubled.includes(verdict));
  const entries = told.flatMap((prompt) => {
    const more = [describeAccepted(prompt), describeAdded(prompt)].filter((sentence) => sentence !== null);
    // What did not move is folded, unless there is nothing else to tell.
    const gated = gatedComparisons(prompt);
    const isStill = (index: number): boolean => still.includes(gated[index]?.verdict ?? "error");
    const all = describePrompt(prompt, report);
    const moved = all.filter((_, index) => !isStill(index));
    const sentences = (moved.length === 0 ? all : moved).map(({ verdict, evidence }) =>
      evidence === null ? verdict : `${verdict} ${evidence}`,
    );
    return [...sentences, ...describeAttribution(prompt), ...more].map((sentence) => ({ prompt, sentence }));
  });
  return takeLines(entries, budget, ({ prompt, sentence }) => {
    const name = judged.length === 1 ? "" : `${codeSpan(prompt.name, 48)}: `;
    return `- ${name}${prose(sentence)}`;
  }).join("\n");
}

function writeWatched(title: string, watched: readonly Row[], budget: number): string {
  if (watched.length === 0) return "";
  const worse = watched.filter(({ comparison }) => comparison.verdict === "regression").length;
  return fold(`${title}: ${worse} of ${watched.length} got worse`, writeTable(watched, budget));
}

const shownPairs = 10;

/** How a reviewer takes a loss that is worth it; for exactly these two versions, so it never covers the next change. */
function writeHowToAccept(judged: readonly PromptReport[]): string {
  const open = judged.filter((prompt) => isOpenLoss(prompt) && prompt.pair !== null);
  if (open.length === 0) return "";
  const commands = open.slice(0, shownPairs).map(({ name, pair }) => {
    return `- ${codeSpan(name, 48)}: \`/assay accept ${pair?.slice(0, 12)} REASON\``;
  });
  const body = [
    "Somebody with write permission who is not the author can take the loss on record. Either write a comment that begins with",
    commands.join("\n"),
    "or set the label `assay: accepted`, which takes all of it. It holds for these versions alone and lapses with the next change. An entry under `accepted` in `assay.yml` of the base branch does the same until a day.",
  ];
  return fold("How to accept this loss", body.join("\n\n"));
}

function writeNotes(judged: readonly PromptReport[], report: Report, budget: number): string {
  const notes = judged.slice(0, 100).flatMap((prompt) => {
    const about = `${codeSpan(prompt.path, 72)}: ${prose(describeChange(prompt))}`;
    return [about, ...prompt.notes.map(prose)].map((line) => `- ${codeSpan(prompt.name, 48)}: ${line}`);
  });
  const lines = [...report.warnings.map((warning) => `- ${prose(warning)}`), ...notes];
  return takeLines(lines, budget, (line) => line).join("\n");
}

/** How good the golden sets are: what they can show, and what is the matter with them. */
function writeGolden(judged: readonly PromptReport[], budget: number): string {
  const lines = judged.flatMap(({ name, health }) =>
    health === undefined
      ? []
      : [describeSight(health), ...describeHealth(health)].map((line) => `- ${codeSpan(name, 48)}: ${prose(line)}`),
  );
  return lines.length === 0 ? "" : fold("Golden sets", takeLines(lines, budget, (line) => line).join("\n"));
}

function writeCalls(report: Report): string {
  const samples = report.samples === null ? "" : `Samples file: ${codeSpan(report.samples.path, 72)}`;
  const failures = writeLines(describeFailures(report), "- ").join("\n");
  return [prose(describeCalls(report)), failures, samples].filter((part) => part !== "").join("\n\n");
}

function writeList(title: string, sentences: readonly string[]): string {
  return sentences.length === 0 ? "" : [title, "", ...writeLines(sentences, "- ")].join("\n");
}

/** Our own sentences, in which names may be hostile, one a line. */
function writeLines(sentences: readonly string[], start: string): string[] {
  return takeLines(sentences, listShare, (sentence) => start + prose(sentence));
}

function takeLines<T>(entries: readonly T[], budget: number, write: (entry: T) => string): string[] {
  const { written, cut } = takeWithin(entries, budget, write);
  return [...written, ...(cut > 0 ? [`- …and ${formatCounted(cut, "more line")}, cut for length`] : [])];
}
