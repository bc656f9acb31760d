import type { PromptPage, PromptReport } from "../../model.ts";
import { formatCount, formatCounted } from "../../report/numbers.ts";
import { showName, showSentence } from "../show-text.ts";
import { Distributions } from "./distributions.tsx";
import { Forest } from "./forest.tsx";
import { VerdictMark } from "./marks.tsx";
import { PromptDiff } from "./prompt-diff.tsx";
import { Sentences } from "./summary.tsx";

/** The worst come first; the figures show all of them. */
const shownSentences = 3;

/** One prompt: why it has its verdict, the figures, and what changed in it. */
export function PromptView({
  prompt,
  page,
  whole = false,
}: {
  readonly prompt: PromptReport;
  readonly page: PromptPage;
  /** Whether nothing is folded: paper has no folds. */
  readonly whole?: boolean;
}) {
  const { stopped } = prompt;
  const worse = prompt.cases.filter(({ change }) => change === "worse").length;
  const shown = whole ? page.sentences.length : shownSentences;
  return (
    <>
      <header class="prompt-head">
        <h2>
          <bdi>{showName(prompt.name)}</bdi>
        </h2>
        <VerdictMark verdict={prompt.verdict} />
        {!whole && prompt.cases.length > 0 && (
          <button type="button" class="no-print" onClick={goToCases}>
            {worse > 0 ? `${formatCounted(worse, "case")} got worse` : "Cases"} ↓
          </button>
        )}
        {prompt.advisory && <span class="tag">never fails: first run</span>}
        <p class="muted">
          <bdi>{showName(prompt.path)}</bdi>; {showName(page.change)}
        </p>
      </header>
      <Told sentences={page.sentences.slice(0, shown)} />
      {page.sentences.length > shown && (
        <details class="told">
          <summary>{formatCounted(page.sentences.length - shown, "more comparison")} in words</summary>
          <Told sentences={page.sentences.slice(shown)} />
        </details>
      )}
      {stopped !== null && (
        <p class="told">
          Stopped early, after {formatCount(stopped.cases)} of {formatCount(stopped.of)} cases: that was enough to
          decide.
        </p>
      )}
      {[page.accepted, page.added].map((sentence) =>
        sentence === null ? null : (
          <p key={sentence} class="told">
            {showSentence(sentence)}
          </p>
        ),
      )}
      <Forest prompt={prompt} />
      <Distributions prompt={prompt} page={page} />
      <PromptDiff prompt={prompt} whole={whole} />
      <Sentences title="Notes" sentences={prompt.notes} />
    </>
  );
}

function Told({ sentences }: { readonly sentences: PromptPage["sentences"] }) {
  return (
    <>
      {sentences.map(({ verdict, evidence }) => (
        <p key={verdict} class="told">
          {showSentence(verdict)} {evidence !== null && <span class="muted">{showSentence(evidence)}</span>}
        </p>
      ))}
    </>
  );
}

function goToCases(): void {
  document.getElementById("cases-title")?.scrollIntoView();
}
