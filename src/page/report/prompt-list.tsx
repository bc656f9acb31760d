import type { Comparison, PromptReport } from "../../model.ts";
import { formatNarrowChange, formatNarrowInterval } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { VerdictMark } from "./marks.tsx";
import { formatRoute } from "./route.ts";
import { formatMean } from "./words.ts";

/** All prompts of the run, the worst first; nothing where there is one alone. */
export function PromptList({
  prompts,
  shown,
}: {
  readonly prompts: readonly PromptReport[];
  readonly shown: PromptReport;
}) {
  if (prompts.length < 2) return null;
  return (
    <nav class="figure" aria-labelledby="prompts-title">
      <h2 id="prompts-title">{prompts.length} prompts</h2>
      <div class="scroll prompt-list" role="region" aria-labelledby="prompts-title" tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">Prompt</th>
              <th scope="col">Verdict</th>
              <th scope="col">Metric</th>
              <th scope="col" class="number">
                Baseline
              </th>
              <th scope="col" class="number">
                Candidate
              </th>
              <th scope="col" class="number">
                Change
              </th>
              <th scope="col" class="number">
                Interval
              </th>
            </tr>
          </thead>
          <tbody>
            {prompts.map((prompt, index) => (
              <tr key={index} class={prompt === shown ? "selected" : ""}>
                <th scope="row">
                  <a href={formatRoute({ prompt: prompt.name, caseId: null })} aria-current={prompt === shown}>
                    <bdi>{showName(prompt.name)}</bdi>
                  </a>
                </th>
                <td>
                  <VerdictMark verdict={prompt.verdict} />
                </td>
                <Main comparison={mainOf(prompt)} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </nav>
  );
}

function Main({ comparison }: { readonly comparison: Comparison | null }) {
  if (comparison === null) return <td colSpan={5} />;
  const { metric, baseline, candidate, difference, interval } = comparison;
  return (
    <>
      <td>
        <bdi>{showName(metric)}</bdi>
      </td>
      <td class="number">{formatMean(comparison, baseline)}</td>
      <td class="number">{formatMean(comparison, candidate)}</td>
      <td class="number">{formatNarrowChange(comparison, difference)}</td>
      <td class="number">{difference === null ? "" : formatNarrowInterval(comparison, interval)}</td>
    </>
  );
}

/** The comparison by which the prompt has its verdict. */
function mainOf({ comparisons, verdict }: PromptReport): Comparison | null {
  const gated = comparisons.filter((comparison) => comparison.gated);
  return gated.find((comparison) => comparison.verdict === verdict) ?? gated[0] ?? null;
}
