import { markdownTable } from "markdown-table";
import type { DriftPrompt, DriftReport, DriftRow } from "../model.ts";
import { concludeDrift } from "./drift-text.ts";
import { describeDrift, formatEvidence, meanOf, rowName } from "./drift-words.ts";
import { codeSpan, prose } from "./escape.ts";
import { formatCost, formatCount, formatP } from "./numbers.ts";

const marks: Readonly<Record<DriftPrompt["status"], string>> = {
  reference: "📌 reference",
  steady: "✅ steady",
  drifting: "📉 drifting",
  gap: "⚠️ no night",
  skipped: "⏭️ not run",
};

/** A night for the job summary. */
export function summariseDrift(report: DriftReport): string {
  const rows = report.prompts.flatMap((prompt) => {
    const shown = prompt.rows.filter(({ watched, drift }) => watched || drift !== null);
    const first = [codeSpan(prompt.name), marks[prompt.status]];
    if (shown.length === 0) return [[...first, "–", "", "", "", ""]];
    return shown.map((row, index) => [...(index === 0 ? first : ["", ""]), ...cellsOf(row)]);
  });
  const found = report.prompts.flatMap(({ name, rows: own }) =>
    own.flatMap(({ drift, found: tonight }) => {
      const event = tonight ?? drift;
      return event === null ? [] : [`- ${codeSpan(name)}: ${prose(describeDrift(event))}`];
    }),
  );
  const reasons = report.prompts.flatMap(({ name, reason }) =>
    reason === null ? [] : [`- ${codeSpan(name)}: ${prose(reason)}`],
  );
  const paid = report.cost === null ? "cost unknown" : formatCost(report.cost);
  return [
    `## ${concludeDrift(report)}`,
    ...(rows.length === 0
      ? []
      : [markdownTable([["prompt", "", "metric", "reference", "tonight", "tonight alone", "evidence"], ...rows])]),
    ...(found.length === 0 ? [] : [found.join("\n")]),
    ...(reasons.length === 0 ? [] : [reasons.join("\n")]),
    ...report.warnings.map((warning) => `> ${prose(warning)}`),
    `Night of ${report.at.slice(0, 10)} (UTC), ${formatCount(report.calls.made)} calls, ${paid}. A drift is told where the evidence reaches ${formatCount(report.alarmAt)}. The history: ${codeSpan(report.history)}.`,
    "",
  ].join("\n\n");
}

function cellsOf({ row, reference, tonight, pValue, eValue }: DriftRow): readonly string[] {
  return [
    codeSpan(rowName(row)),
    meanOf(reference),
    meanOf(tonight),
    pValue === null ? "–" : formatP(pValue),
    eValue === null ? "–" : formatEvidence(eValue),
  ];
}
