import { markdownTable } from "markdown-table";
import type { DriftEvent, DriftLine } from "../model.ts";
import { drawBadge, drawSparkline, mainRow } from "./drift-chart.ts";
import { describeDrift, describeUnchecked, meanWithInterval } from "./drift-words.ts";
import { codeSpan, prose } from "./escape.ts";

/** The files of a history that people look at: a page, a badge, and a picture of each prompt. */
export function describeHistory(lines: readonly DriftLine[]): ReadonlyMap<string, string> {
  const files = new Map([
    ["README.md", writePage(lines)],
    ["badge.svg", drawBadge(lines)],
  ]);
  for (const line of lines) {
    const row = mainRow(line);
    if (row !== null) files.set(pictureOf(line), drawSparkline(line, row));
  }
  return files;
}

function pictureOf({ folder }: DriftLine): string {
  return `prompts/${folder}/line.svg`;
}

function writePage(lines: readonly DriftLine[]): string {
  const rows = lines.map((line) => {
    const row = mainRow(line);
    const last = line.steps.findLast(({ kind }) => kind === "night") ?? null;
    const reference = line.steps.findLast(({ kind }) => kind === "reference") ?? null;
    return [
      codeSpan(line.name),
      line.drifting ? "drifting" : "steady",
      row === null ? "–" : codeSpan(row),
      meanWithInterval((row !== null && reference?.metrics[row]) || null),
      meanWithInterval((row !== null && last?.metrics[row]) || null),
      (last ?? reference)?.at.slice(0, 10) ?? "–",
      row === null ? "" : `![](${pictureOf(line)})`,
    ];
  });
  const drifting = lines.filter((line) => line.drifting);
  const events = drifting.flatMap((line) =>
    openEvents(line).map((event) => `- ${codeSpan(line.name)}: ${prose(describeDrift(event))}`),
  );
  const notes = lines.flatMap((line) => {
    const note = describeUnchecked(line);
    return note === null ? [] : [`- ${codeSpan(line.name)}: ${prose(note)}`];
  });
  return [
    "# Prompt drift",
    "",
    "![](badge.svg)",
    "",
    "Written by Prompt Assay after every night; what is edited here is written over. Scores and hashes, one folder a prompt.",
    "",
    markdownTable([["prompt", "state", "metric", "reference", "last night", "on", "the last 60 runs"], ...rows]),
    ...(events.length === 0 ? [] : ["", "## Drifting now", "", ...events]),
    ...(notes.length === 0 ? [] : ["", "## What cannot be told", "", ...notes]),
    "",
  ].join("\n");
}

/** The last event of every row that drifts. */
export function openEvents({ events, steps }: DriftLine): readonly DriftEvent[] {
  const since = steps.findLast(({ kind }) => kind === "reference")?.at ?? "";
  const last = new Map<string, DriftEvent>();
  for (const event of events) if (event.at > since) last.set(event.row, event);
  return [...last.values()].filter(({ event }) => event !== "recovered");
}
