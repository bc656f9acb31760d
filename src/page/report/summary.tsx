import type { ReportPage } from "../../model.ts";
import { showName } from "../show-text.ts";
import { VerdictMark } from "./marks.tsx";
import { tones } from "./words.ts";

const outcomes = {
  true: "The gate passes",
  false: "The gate fails",
  null: "Not judged, so neither passed nor failed",
} as const;

/** The verdict, what it is about, what it took, and what to do. */
export function Summary({ page }: { readonly page: ReportPage }) {
  const { report, headline, setting, calls, failures, nextSteps } = page;
  return (
    <header class={`summary ${tones[report.verdict]}`}>
      <p class="outcome">
        <VerdictMark verdict={report.verdict} />
        <span class="muted">
          {outcomes[`${report.passed}`]} (exit code {report.exitCode})
        </span>
      </p>
      <h1>{showName(headline)}</h1>
      <ul class="setting">
        {[...setting, calls].map((line) => (
          <li key={line}>{showName(line)}</li>
        ))}
      </ul>
      <Sentences title="Failed calls" sentences={failures} />
      <Sentences title="Warnings" sentences={report.warnings} />
      <Sentences title="What to do next" sentences={nextSteps} />
    </header>
  );
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
          <li key={index}>{showName(sentence)}</li>
        ))}
      </ul>
      {sentences.length > longList && (
        <details>
          <summary>{sentences.length - longList} more</summary>
          <ul>
            {sentences.slice(longList).map((sentence, index) => (
              <li key={index}>{showName(sentence)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
