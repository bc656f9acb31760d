import { useState } from "preact/hooks";
import type { DriftPage } from "../../model.ts";
import { showName } from "../show-text.ts";
import { formatLevel } from "./format-level.ts";

/** The same nights as numbers, the newest first; drawn when it is opened. */
export function NightTable({ prompt }: { readonly prompt: DriftPage["prompts"][number] }) {
  const [shown, setShown] = useState(false);
  return (
    <details onToggle={(event) => setShown((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>All {prompt.steps.length} runs as a table</summary>
      {shown && (
        <div class="scroll" tabIndex={0} role="region" aria-label="All runs">
          <table class="data">
            <thead>
              <tr>
                <th scope="col">UTC</th>
                <th scope="col">run</th>
                {prompt.rows.map(({ row }) => (
                  <th key={row} scope="col" class="number">
                    <bdi>{showName(row)}</bdi>
                  </th>
                ))}
                <th scope="col">model</th>
              </tr>
            </thead>
            <tbody>
              {prompt.steps.toReversed().map((step) => (
                <tr key={step.at}>
                  <th scope="row">{step.at.slice(0, 16).replace("T", " ")}</th>
                  <td>{step.kind}</td>
                  {prompt.rows.map(({ row }) => (
                    <td key={row} class="number">
                      {formatLevel(step.metrics[row])}
                    </td>
                  ))}
                  <td>
                    <bdi>{step.models.length === 0 ? "–" : showName(step.models[0] ?? "")}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
