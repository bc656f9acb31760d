import type { CaseReport, PromptPage, PromptReport } from "../../model.ts";
import { formatCount, formatCounted } from "../../report/numbers.ts";
import { showName, showText } from "../show-text.ts";
import { chooseCases, everything } from "./choose-cases.ts";
import { ChangeMark } from "./marks.tsx";
import { PromptView } from "./prompt-view.tsx";
import { findScore, listScores } from "./score-list.ts";
import { formatScore } from "./words.ts";

/** Prompts on paper, and the cases of each. */
const printedPrompts = 50;
const printedCases = 12;
/** Characters of each answer. */
const printedText = 400;

export interface PrintedPrompt {
  readonly prompt: PromptReport;
  readonly page: PromptPage;
}

/** What a screen shows one by one, for paper: every prompt that was judged, each with its worst cases. */
export function Printed({ prompts }: { readonly prompts: readonly PrintedPrompt[] }) {
  const judged = prompts.filter(({ prompt }) => !["unchanged", "deleted"].includes(prompt.verdict));
  return (
    <div class="printed">
      {judged.slice(0, printedPrompts).map(({ prompt, page }, index) => (
        <section key={index} class="printed-prompt">
          <PromptView prompt={prompt} page={page} whole />
          <WorstCases prompt={prompt} page={page} />
        </section>
      ))}
      {judged.length > printedPrompts && (
        <p class="caption">and {formatCounted(judged.length - printedPrompts, "more prompt")} on the page itself</p>
      )}
    </div>
  );
}

function WorstCases({ prompt, page }: PrintedPrompt) {
  const moved = new Set(["worse", "failed", "unscored"]);
  const scores = listScores(prompt);
  const score = findScore(scores, null, page.metric);
  const all = chooseCases(prompt.cases, everything, score, () => false).flatMap((position) => {
    const entry = prompt.cases[position];
    return entry !== undefined && moved.has(entry.change) ? [entry] : [];
  });
  if (all.length === 0) return null;
  const listed = all.slice(0, printedCases);
  const expects = listed.some(({ expected }) => expected !== null);
  return (
    <section class="figure">
      <h3>
        {listed.length < all.length
          ? `The worst ${listed.length} of ${formatCount(all.length)} cases that got worse, failed or have no score`
          : "Cases that got worse, failed or have no score"}
      </h3>
      <table class="data">
        <thead>
          <tr>
            {["Case", "Scores", ...(expects ? ["Expected"] : []), "Baseline", "Candidate"].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((entry) => (
            <CaseRow key={entry.id} entry={entry} metric={score?.name ?? null} expects={expects} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CaseRow({
  entry,
  metric,
  expects,
}: {
  readonly entry: CaseReport;
  readonly metric: string | null;
  /** Whether there is a column for what is expected. */
  readonly expects: boolean;
}) {
  const { id, change, worse, scores, expected, baseline, candidate } = entry;
  const answers = [baseline?.failure ?? baseline?.text, candidate?.failure ?? candidate?.text];
  const shown = worse.length > 0 ? worse : metric === null ? [] : [metric];
  return (
    <tr>
      <th scope="row">
        <bdi>{showName(id)}</bdi>
        <br />
        <ChangeMark change={change} />
      </th>
      <td>
        {shown.map((name) => {
          const value = Object.hasOwn(scores, name) ? scores[name] : undefined;
          return (
            <div key={name}>
              <bdi>{showName(name)}</bdi> {formatScore(value?.baseline)}&nbsp;→&nbsp;{formatScore(value?.candidate)}
            </div>
          );
        })}
      </td>
      {[...(expects ? [expected] : []), ...answers].map((text, index) => (
        <td key={index} class="printed-text">
          {text == null ? "" : clip(showText(text))}
        </td>
      ))}
    </tr>
  );
}

function clip(text: string): string {
  return text.length <= printedText ? text : `${text.slice(0, printedText).toWellFormed()}…`;
}
