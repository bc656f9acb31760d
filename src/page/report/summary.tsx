import type { Report, ReportPage } from "../../model.ts";
import { formatCount } from "../../report/numbers.ts";
import { showName, showSentence } from "../show-text.ts";
import { Mark } from "./marks.tsx";
import { tones } from "./words.ts";

/** What comes of the verdict: a gate that could not judge has failed nobody. */
function outcomeOf({ exitCode, passed }: Report): string {
  if (exitCode === 1) return "The gate fails";
  if (exitCode === 0) return passed === null ? "Skipped: neither passed nor failed" : "The gate passes";
  return "Not judged: this says nothing about the prompts";
}

/** The verdict, what it is about, what it took, and what to do. */
export function Summary({ page }: { readonly page: ReportPage }) {
  const { report, headline, setting, calls, failures, nextSteps } = page;
  return (
    <header class={`summary ${tones[report.verdict]}`}>
      <p class="outcome">
        <Mark tone={tones[report.verdict]} name={outcomeOf(report)} />
        <span class="muted">exit code {report.exitCode}</span>
      </p>
      <h1>{showSentence(headline)}</h1>
      <ul class="setting">
        {[...setting, calls, ...tellStops(report)].map((line) => (
          <li key={line}>{showSentence(line)}</li>
        ))}
      </ul>
      <Sentences title="Failed calls" sentences={failures} />
      <Sentences title="Warnings" sentences={report.warnings} />
      <Sentences title="What to do next" sentences={nextSteps} />
    </header>
  );
}

const shownStops = 3;

/** Whether a comparison ended before all of its cases; nothing where none was run. */
function tellStops({ command, prompts }: Report): readonly string[] {
  if (command !== "compare" || prompts.every(({ trials }) => trials === null)) return [];
  const stops = prompts.flatMap(({ name, stopped }) =>
    stopped === null
      ? []
      : [`${showName(name)} after ${formatCount(stopped.cases)} of ${formatCount(stopped.of)} cases`],
  );
  if (stops.length === 0) return ["Not stopped early."];
  const more = stops.length - shownStops;
  const told = [...stops.slice(0, shownStops), ...(more > 0 ? [`${formatCount(more)} more`] : [])];
  return [`Stopped early, where that was enough to decide: ${told.join(", ")}.`];
}

const longList = 20;

/** A list with a title, folded where it is long; nothing where it is empty. */
export function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section class="sentences">
      <h2>{title}</h2>
      <ul>
        {sentences.slice(0, longList).map((sentence, index) => (
          <li key={index}>{showSentence(sentence)}</li>
        ))}
      </ul>
      {sentences.length > longList && (
        <details>
          <summary>{sentences.length - longList} more</summary>
          <ul>
            {sentences.slice(longList).map((sentence, index) => (
              <li key={index}>{showSentence(sentence)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
