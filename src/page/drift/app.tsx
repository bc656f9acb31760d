import { useEffect } from "preact/hooks";
import type { DriftPage } from "../../model.ts";
import { showName } from "../show-text.ts";
import { LineChart } from "./line-chart.tsx";
import { NightTable } from "./night-table.tsx";

type Prompt = DriftPage["prompts"][number];

/** All prompts over all of their nights. */
export function App({ page }: { readonly page: DriftPage }) {
  useEffect(() => {
    document.title = `Prompt drift: ${page.headline}`;
  }, [page]);
  return (
    <main>
      <h1>Prompt drift: {page.headline}</h1>
      <p class="caption">
        The same prompts, run again every night. Dashed: the reference. Shaded: the interval at 95 %. Red: where
        something changed, with the nights among which it lies. Below each line: which version was asked, and which
        model answered.
      </p>
      {page.prompts.map((prompt) => (
        <PromptSection key={prompt.path} prompt={prompt} />
      ))}
    </main>
  );
}

function PromptSection({ prompt }: { readonly prompt: Prompt }) {
  const now = prompt.marks.filter(({ open }) => open);
  const past = prompt.marks.filter(({ open }) => !open);
  const [watched, beside] = [true, false].map((is) => prompt.rows.filter((each) => each.watched === is));
  const chart = ({ row }: { readonly row: string }) => (
    <LineChart key={row} row={row} steps={prompt.steps} marks={prompt.marks.filter((mark) => mark.row === row)} />
  );
  return (
    <section class="prompt">
      <div class="prompt-head">
        <h2>
          <bdi>{showName(prompt.name)}</bdi>
        </h2>
        <span class={prompt.drifting ? "mark bad" : "mark good"}>{prompt.drifting ? "▼ drifting" : "● steady"}</span>
        <span class="muted">
          <bdi>{showName(prompt.path)}</bdi>
        </span>
      </div>
      {now.length > 0 && (
        <ul class="told">
          {now.map(({ words, at, row }) => (
            <li key={`${row} ${at}`}>{showName(words)}</li>
          ))}
        </ul>
      )}
      {prompt.note !== null && <p class="caption">{showName(prompt.note)}</p>}
      {watched?.map(chart)}
      {beside !== undefined && beside.length > 0 && (
        <details>
          <summary>Measured beside, and never an alarm: {beside.map(({ row }) => showName(row)).join(", ")}</summary>
          {beside.map(chart)}
        </details>
      )}
      {past.length > 0 && (
        <details>
          <summary>What is over ({past.length})</summary>
          <ul class="told">
            {past.map(({ words, at, row }) => (
              <li key={`${row} ${at}`}>
                {at.slice(0, 10)}: {showName(words)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <NightTable prompt={prompt} />
    </section>
  );
}
