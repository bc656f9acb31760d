import type { PromptReport, Report } from "../../model.ts";
import { byteLength, takeWithin } from "../budget.ts";
import { codeSpan, prose } from "../escape.ts";
import {
  describeAdded,
  describeCalls,
  describeChange,
  describeFailures,
  describePrompt,
  describeSetting,
} from "../facts.ts";
import { headline } from "../headline.ts";
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
const limit = 60_000;
const shares = { sentences: 8_000, notes: 4_000, list: 3_000, rows: 24_000, watched: 5_000, better: 2_000 };

const howToRead = `Baseline and candidate answer the same cases, and each case is compared with itself. A point is one hundredth of the pass rate or score. The interval says where the true difference may lie; a loss counts as a regression when it is no noise and reaches your tolerance. "No regression" means that a loss beyond the tolerance is ruled out, "inconclusive" that these cases cannot tell. What is watched never fails the gate.`;

/** For GitHub: a comment, a job summary, a check. The first line is the verdict. */
export const markdown: Reporter = {
  description: "for GitHub: the verdict, one table, everything else folded",
  render(report, { marker, commentKey }) {
    const { judged } = groupPrompts(report);
    const rows = judged.flatMap((prompt) => gatedComparisons(prompt).map((comparison) => ({ prompt, comparison })));
    const watched = judged.flatMap((prompt) =>
      watchedComparisons(prompt).map((comparison) => ({ prompt, comparison })),
    );
    const head = [
      `## ${signOf(report.verdict)} ${prose(headline(report))}`,
      // A backslash at the end of a line breaks it, in comments and in summaries alike.
      writeLines(describeSetting(report), "").join("\\\n"),
      writeSentences(judged, report),
      writeTable(rows, shares.rows),
      writeVersions(report.variants ?? []),
      writeList("**What to do next**", nextSteps(report)),
      judged.length === 0 ? writeList("**Warnings**", report.warnings) : "",
    ];
    const tail = [
      judged.length === 0 ? "" : fold("What changed, notes and warnings", writeNotes(judged, report)),
      report.calls.planned === 0 ? "" : fold("Calls and failures", writeCalls(report)),
      rows.length === 0 ? "" : fold("How to read this", howToRead),
      `<sub>Prompt Assay${commentKey === undefined ? "" : ` · ${codeSpan(commentKey, 48)}`}</sub>`,
      marker ?? "",
    ];
    const folded = [writeWatched(watched), writeBetterCases(judged, shares.better)];
    const used = byteLength([...head, ...folded, ...tail].join("\n\n"));
    const worse = writeWorseCases(judged, limit - used);
    return `${[...head, worse, ...folded, ...tail].filter((part) => part !== "").join("\n\n")}\n`;
  },
};

/** In words what deserves a look; where all is well, the table is enough, but for a single prompt. */
function writeSentences(judged: readonly PromptReport[], report: Report): string {
  const told = judged.filter(({ verdict }) => judged.length === 1 || troubled.includes(verdict));
  const entries = told.flatMap((prompt) => {
    const added = describeAdded(prompt);
    const sentences = describePrompt(prompt, report).map(({ verdict, evidence }) =>
      evidence === null ? verdict : `${verdict} ${evidence}`,
    );
    return [...sentences, ...(added === null ? [] : [added])].map((sentence) => ({ prompt, sentence }));
  });
  return takeLines(entries, shares.sentences, ({ prompt, sentence }) => {
    const name = judged.length === 1 ? "" : `${codeSpan(prompt.name, 48)}: `;
    return `- ${name}${prose(sentence)}`;
  }).join("\n");
}

function writeWatched(watched: readonly Row[]): string {
  if (watched.length === 0) return "";
  const worse = watched.filter(({ comparison }) => comparison.verdict === "regression").length;
  return fold(`Watched, does not count: ${worse} of ${watched.length} got worse`, writeTable(watched, shares.watched));
}

function writeNotes(judged: readonly PromptReport[], report: Report): string {
  const notes = judged.slice(0, 100).flatMap((prompt) => {
    const about = `${codeSpan(prompt.path, 72)}: ${prose(describeChange(prompt))}`;
    return [about, ...prompt.notes.map(prose)].map((line) => `- ${codeSpan(prompt.name, 48)}: ${line}`);
  });
  const lines = [...report.warnings.map((warning) => `- ${prose(warning)}`), ...notes];
  return takeLines(lines, shares.notes, (line) => line).join("\n");
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
  return takeLines(sentences, shares.list, (sentence) => start + prose(sentence));
}

function takeLines<T>(entries: readonly T[], budget: number, write: (entry: T) => string): string[] {
  const { written, cut } = takeWithin(entries, budget, write);
  return [...written, ...(cut > 0 ? [`- …and ${formatCounted(cut, "more line")}, cut for length`] : [])];
}
