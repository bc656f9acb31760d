import type { ArmOutput, CaseReport, PromptReport } from "../../model.ts";
import { describeReasons, describeScores } from "../case-words.ts";
import { block, inline } from "../escape.ts";
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
    ...first.flatMap((entry) => ["", ...layCase(entry, width)]),
    ...(more > 0 ? ["", `… and ${formatCounted(more, "more case")}; --json FILE writes them all.`] : []),
  ];
}

function layCase(entry: CaseReport, width: number): string[] {
  const scores = describeScores(entry);
  const tags = entry.tags.length === 0 ? "" : `  tags ${inline(entry.tags.join(", "), 30)}`;
  return [
    inline(`case ${inline(entry.id, 30)}  ${scores}${tags}`, width),
    ...layText("expected", entry.expected, width),
    ...layText("baseline", outputText(entry.baseline), width),
    ...layText("candidate", outputText(entry.candidate), width),
    ...describeReasons(entry).flatMap((reason) => layText("why", reason, width)),
  ];
}

function layText(label: string, value: string | null, width: number): string[] {
  if (value === null) return [];
  const { lines, cut } = block(value === "" ? "(empty)" : value, width - 14, shownLines);
  const more = cut > 0 ? [`… (about ${formatCount(cut)} more characters)`] : [];
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
