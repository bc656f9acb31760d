import type { DriftEvent, DriftLine, DriftPrompt, DriftStep } from "../model.ts";
import { mainRow } from "./drift-chart.ts";
import { adviseOn, describeDrift, level, towards } from "./drift-words.ts";
import { codeSpan, escapeXml, fence, inline, prose, visible } from "./escape.ts";
import { clip } from "./layout.ts";

/** A prompt of an issue: as it stands tonight, and its line over time. */
export interface IssuePrompt {
  readonly prompt: DriftPrompt;
  readonly line: DriftLine | null;
  /** Address of its picture; null where the history is not on the server. */
  readonly picture: string | null;
}

/** Characters of an output in an issue, and of all of them: GitHub takes 65,536 with everything else. */
const longestOutput = 1_500;
const longestOutputs = 30_000;

/** Prompts that are told at length; the others by a line. */
const toldAtLength = 4;

export function issueTitle(prompts: readonly DriftPrompt[]): string {
  const [first] = prompts;
  const event = first === undefined ? null : mainEvent(first);
  const names = prompts.map(({ name }) => inline(name, 40));
  if (prompts.length > 1) {
    const model = first?.models[0] ?? null;
    const on = model === null ? "" : ` on ${inline(model, 40)}`;
    return visible(clip(`Prompt drift: ${prompts.length} prompts${on}: ${names.join(", ")}`, 200));
  }
  const levels =
    event === null || event.was === null || event.now === null
      ? "drifts"
      : `${towards(event)} from ${level(event.was, event.unit)} to ${level(event.now, event.unit)}`;
  return visible(`Prompt drift: ${names.join("")} ${levels}`);
}

/** What the issue says while a drift lasts: brought up to date every night. */
export function issueBody(prompts: readonly IssuePrompt[], at: string): string {
  const [long, short] = [prompts.slice(0, toldAtLength), prompts.slice(toldAtLength)];
  const outputs = long.reduce((sum, { prompt }) => sum + 2 * prompt.worst.length, 0);
  return [
    "The prompt is the same, and it no longer scores as it did when it was accepted.",
    ...long.map((each) => describePrompt(each, Math.floor(longestOutputs / Math.max(1, outputs)))),
    ...(short.length === 0
      ? []
      : [short.map(({ prompt }) => `- ${codeSpan(prompt.name)}${eventLine(prompt)}`).join("\n")]),
    `As of the night of ${at.slice(0, 10)} (UTC). This issue is brought up to date every night, and closed once it is sure that the drift is over.`,
  ].join("\n\n");
}

function eventLine(prompt: DriftPrompt): string {
  const event = mainEvent(prompt);
  return event === null ? "" : `: ${prose(describeDrift(event))}`;
}

function describePrompt({ prompt, line, picture }: IssuePrompt, room: number): string {
  const events = prompt.rows.flatMap(({ drift }) => drift ?? []);
  const sections = [
    `## ${codeSpan(prompt.name)}`,
    events.length === 0
      ? "Not drifting any more."
      : events
          .map(
            (event) => `- ${prose(describeDrift(event))}${event.details.map((detail) => ` ${prose(detail)}`).join("")}`,
          )
          .join("\n"),
    ...(picture === null ? [] : [`![Scores over the last nights](${picture})`]),
    ...(line === null ? [] : [drawNights(line)]),
    ...describeWorst(prompt, Math.min(longestOutput, room)),
    ...adviceFor(prompt, events, picture !== null),
  ];
  return sections.join("\n\n");
}

const bars = "▁▂▃▄▅▆▇█";

/** The last nights as bars of text, which every mail shows, too. */
function drawNights(line: DriftLine): string {
  const row = mainRow(line);
  if (row === null) return "";
  const steps = line.steps.slice(-45);
  const known = steps.flatMap(({ metrics }) => metrics[row] ?? []);
  const means = known.map(({ mean }) => mean);
  const isScore = known.every(({ unit }) => unit === undefined);
  const [low, high] = isScore ? [0, 1] : [Math.min(...means), Math.max(...means)];
  const drawn = steps.map(({ metrics }) => {
    const mean = metrics[row]?.mean;
    if (mean === undefined) return "·";
    return bars[Math.min(7, Math.max(0, Math.round((7 * (mean - low)) / Math.max(1e-9, high - low))))] ?? "·";
  });
  return `${codeSpan(row)} since ${steps[0]?.at.slice(0, 10) ?? ""}: ${drawn.join("")} (a dot is a night that could not be judged)`;
}

function describeWorst({ worst }: DriftPrompt, room: number): readonly string[] {
  if (worst.length === 0) return [];
  const cases = worst.map(({ id, was, now, outputThen, outputNow }) => {
    const shown = (title: string, output: string | null): readonly string[] =>
      output === null ? [] : [title, fence(output, room)];
    const texts = [...shown("Then:", outputThen), ...shown("Now:", outputNow)];
    const moved = `${was.toFixed(2)} → ${now.toFixed(2)}`;
    // Within a block of HTML no Markdown is read.
    return texts.length === 0
      ? `- ${codeSpan(id)}: ${moved}`
      : `<details><summary><code>${escapeXml(inline(id, 80))}</code>: ${moved}</summary>\n\n${texts.join("\n\n")}\n\n</details>`;
  });
  return ["**The cases that lost most**", cases.join("\n")];
}

function adviceFor(prompt: DriftPrompt, events: readonly DriftEvent[], onBranch: boolean): readonly string[] {
  const [event] = events;
  if (event === undefined) return [];
  const advice = [...new Set(events.flatMap((each) => adviseOn(each, prompt.name, onBranch)))];
  return ["**What to do**", advice.map((sentence) => `- ${sentence}`).join("\n")];
}

/** The drift that is told first: a fall before a rise, a metric before the check of its judge. */
function mainEvent({ rows }: DriftPrompt): DriftEvent | null {
  const events = rows.flatMap(({ drift }) => drift ?? []);
  const order = (event: DriftEvent): number =>
    (event.direction === "fall" ? 0 : 2) + (event.row.startsWith("judge:") ? 1 : 0);
  return events.toSorted((one, other) => order(one) - order(other))[0] ?? null;
}

/** A comment for what got worse tonight; null where nothing did. */
export function worseComment(prompts: readonly DriftPrompt[]): string | null {
  const lines = prompts.flatMap(({ name, rows }) =>
    rows.flatMap(({ found }) =>
      found?.event === "worse" ? [`- ${codeSpan(name)}: ${prose(describeDrift(found))}`] : [],
    ),
  );
  return lines.length === 0 ? null : ["It got worse tonight.", "", ...lines].join("\n");
}

/** A comment where a drift can no longer be followed. */
export function silentComment({ name, gaps, reason }: DriftPrompt): string {
  return `${codeSpan(name)}: the last ${gaps} nights could not be judged. ${prose(reason ?? "")}`.trim();
}

/** The last comment: why the issue is closed. */
export function closingComment(prompts: readonly DriftPrompt[], reference: DriftStep | null): string {
  if (reference !== null) {
    const { at, reason } = reference;
    const why = reason === null ? "" : ` Reason: ${prose(reason)}`;
    return `The run of ${at.slice(0, 10)} is the reference from now on, and this drift is over.${why}`;
  }
  const lines = prompts.flatMap(({ name, rows }) =>
    rows.flatMap(({ found }) =>
      found?.event === "recovered" ? [`- ${codeSpan(name)}: ${prose(describeDrift(found))}`] : [],
    ),
  );
  return ["No prompt of this issue drifts any more.", ...(lines.length === 0 ? [] : ["", ...lines])].join("\n");
}
