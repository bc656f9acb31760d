import type { ArmOutput, CaseReport, PromptReport } from "../../model.ts";
import { takeWithin } from "../budget.ts";
import { describeReasons, describeScores } from "../case-words.ts";
import { codeSpan, fence, prose } from "../escape.ts";
import { formatCount, formatCounted } from "../numbers.ts";
import { casesThat } from "../selection.ts";

/** Prompts and cases of each that may be shown at all, however much room there is. */
const shownPrompts = 200;
const shownCases = 40;
const textLimit = 1200;

interface Entry {
  readonly prompt: PromptReport;
  readonly entry: CaseReport;
  readonly rank: number;
}

/** Cases that got worse, folded, whole and within a budget of bytes; says how many were cut. Empty without any. */
export function writeWorseCases(prompts: readonly PromptReport[], budget: number): string {
  const selection = selectCases(prompts, "worse");
  if (selection.count === 0) return "";
  // Two hundred bytes for the frame; the heading of a prompt is counted with its first case.
  const taken = takeWithin(selection.entries, budget - 200, (each) =>
    [...(each.rank === 0 ? [writeHeading(each)] : []), `${writeCase(each.entry)}\n`].join("\n\n"),
  );
  const shown = selection.entries.slice(0, taken.written.length);
  const body = prompts.flatMap((prompt) => {
    const own = shown.filter((each) => each.prompt === prompt).sort((one, other) => one.rank - other.rank);
    const [first] = own;
    return first === undefined ? [] : [writeHeading(first), ...own.map(({ entry }) => writeCase(entry))];
  });
  const cut = selection.count - shown.length;
  if (cut > 0)
    body.push(`…and ${formatCounted(cut, "more case")} that got worse, cut for length. report.json has them.`);
  return fold(`${formatCounted(selection.count, "case")} got worse`, body.join("\n\n"));
}

/** Cases that got better, by name only. */
export function writeBetterCases(prompts: readonly PromptReport[], budget: number): string {
  const selection = selectCases(prompts, "better");
  if (selection.count === 0) return "";
  const { written } = takeWithin(selection.entries, budget - 200, ({ prompt, entry }) => {
    return `- ${codeSpan(prompt.name, 48)}: ${codeSpan(entry.id, 48)}`;
  });
  const cut = selection.count - written.length;
  const more = cut > 0 ? [`- …and ${formatCounted(cut, "more case")}, cut for length`] : [];
  return fold(`${formatCounted(selection.count, "case")} got better`, [...written, ...more].join("\n"));
}

/** A part that a reader opens: the title is our own text, never hostile. */
export function fold(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** The first case of every prompt, then the second of every prompt: no prompt takes all the room. */
function selectCases(
  prompts: readonly PromptReport[],
  change: "worse" | "better",
): { readonly entries: readonly Entry[]; readonly count: number } {
  const entries: Entry[] = [];
  let count = 0;
  for (const [index, prompt] of prompts.entries()) {
    const found = casesThat(prompt, change, index < shownPrompts ? shownCases : 0);
    count += found.count;
    entries.push(...found.first.map((entry, rank) => ({ prompt, entry, rank })));
  }
  return { entries: entries.sort((one, other) => one.rank - other.rank), count };
}

function writeHeading({ prompt }: Entry): string {
  return `#### ${codeSpan(prompt.name, 48)}`;
}

function writeCase(entry: CaseReport): string {
  const tags = entry.tags.slice(0, 5).map((tag) => codeSpan(tag, 24));
  const more = entry.tags.length > 5 ? [`${formatCount(entry.tags.length - 5)} more`] : [];
  const parts = [
    `**Case** ${codeSpan(entry.id, 48)}`,
    prose(describeScores(entry)),
    tags.length === 0 ? "" : `tags ${[...tags, ...more].join(" ")}`,
  ];
  return [
    parts.filter((part) => part !== "").join(" · "),
    ...writeText("Expected", entry.expected),
    ...writeOutput("Baseline", entry.baseline),
    ...writeOutput("Candidate", entry.candidate),
    ...describeReasons(entry).map((reason) => `Why: ${prose(reason)}`),
  ].join("\n\n");
}

function writeOutput(label: string, output: ArmOutput | null): string[] {
  if (output === null) return [];
  if (output.status === "failed") return [`${label}: failed, ${codeSpan(output.failure ?? "unknown", 200)}`];
  return [...writeText(label, output.text), ...writeToolCalls(output.toolCalls ?? [])];
}

function writeToolCalls(calls: readonly string[]): string[] {
  return calls.length === 0 ? [] : [`Called ${calls.map((call) => codeSpan(call, 200)).join(", ")}`];
}

function writeText(label: string, value: string | null): string[] {
  if (value === null) return [];
  return value.trim() === "" ? [`${label}: (empty)`] : [`${label}\n${fence(value, textLimit)}`];
}
