import type { ArmOutput, CaseReport, PromptReport } from "../../model.ts";
import { describeReasons, describeScores } from "../case-words.ts";
import { block, inline } from "../escape.ts";
import { wrap } from "../layout.ts";
import { markWords, type Piece } from "../mark-words.ts";
import { formatCount, formatCounted } from "../numbers.ts";
import { casesThat } from "../selection.ts";
import type { Painter } from "./paint.ts";

const shownCases = 5;
const shownLines = 4;

/** The first cases that got worse: what was expected, and what both versions said. */
export function layWorseCases(prompt: PromptReport, width: number, painter: Painter): string[] {
  const { first, count } = casesThat(prompt, "worse", shownCases);
  if (count === 0) return [];
  const more = count - first.length;
  return [
    painter.bold(more > 0 ? `Cases that got worse (${first.length} of ${formatCount(count)})` : "Cases that got worse"),
    ...first.flatMap((entry) => ["", ...layCase(entry, width, painter)]),
    ...(more > 0
      ? ["", ...wrap(`… and ${formatCounted(more, "more case")}; --json FILE writes them all.`, width)]
      : []),
  ];
}

function layCase(entry: CaseReport, width: number, painter: Painter): string[] {
  const scores = describeScores(entry);
  const tags = entry.tags.length === 0 ? "" : `  tags ${inline(entry.tags.join(", "), 30)}`;
  return [
    inline(`case ${inline(entry.id, 30)}  ${scores}${tags}`, width),
    ...layText("expected", entry.expected, width),
    ...layBoth(entry, width, painter),
    ...describeReasons(entry).flatMap((reason) => layText("why", reason, width)),
  ];
}

/** What both versions said; the words in which what is shown of them differs are painted. */
function layBoth({ baseline, candidate }: CaseReport, width: number, painter: Painter): string[] {
  const before = shorten(outputText(baseline), width);
  const after = shorten(outputText(candidate), width);
  if (before === null || after === null || baseline?.status === "failed" || candidate?.status === "failed") {
    return [...layLines("baseline", before, width), ...layLines("candidate", after, width)];
  }
  const marked = markWords(before.lines.join("\n"), after.lines.join("\n"));
  return [
    ...layLines("baseline", { ...before, lines: paintLines(marked.before, painter.removed) }, width),
    ...layLines("candidate", { ...after, lines: paintLines(marked.after, painter.added) }, width),
  ];
}

function paintLines(pieces: readonly Piece[], paint: (text: string) => string): string[] {
  const painted = pieces.map(({ text, differs }) =>
    differs ? text.replace(/\S(?:.*\S)?/g, (words) => paint(words)) : text,
  );
  return painted.join("").split("\n");
}

interface Shortened {
  readonly lines: readonly string[];
  readonly cut: number;
}

function layText(label: string, value: string | null, width: number): string[] {
  return layLines(label, shorten(value, width), width);
}

function shorten(value: string | null, width: number): Shortened | null {
  if (value === null) return null;
  const { lines, cut } = block(value === "" ? "(empty)" : value, width - 14, shownLines);
  return { lines: lines.map((line) => line.trimEnd()), cut };
}

function layLines(label: string, shortened: Shortened | null, width: number): string[] {
  if (shortened === null) return [];
  const { lines, cut } = shortened;
  const more = cut > 0 ? wrap(`… (about ${formatCount(cut)} more characters)`, width - 14) : [];
  return [...lines, ...more].map((line, index) => `  ${(index === 0 ? label : "").padEnd(9)} │ ${line}`.trimEnd());
}

function outputText(output: ArmOutput | null): string | null {
  if (output === null) return null;
  if (output.status === "failed") return `(failed: ${output.failure ?? "unknown"})`;
  const { text, toolCalls = [] } = output;
  if (toolCalls.length === 0) return text;
  // Of the calls the answer rests on, one line: it has few.
  return [`(called ${toolCalls.map((call) => inline(call, 80)).join(", ")})`, text ?? ""].join("\n").trimEnd();
}
