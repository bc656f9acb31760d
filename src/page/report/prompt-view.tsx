import type { PromptPage, PromptReport } from "../../model.ts";
import { formatCount } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { Distributions } from "./distributions.tsx";
import { Forest } from "./forest.tsx";
import { VerdictMark } from "./marks.tsx";
import { PromptDiff } from "./prompt-diff.tsx";
import { Sentences } from "./summary.tsx";

/** One prompt: why it has its verdict, the figures, and what changed in it. */
export function PromptView({ prompt, page }: { readonly prompt: PromptReport; readonly page: PromptPage }) {
  const { stopped } = prompt;
  return (
    <>
      <header class="prompt-head">
        <h2>
          <bdi>{showName(prompt.name)}</bdi>
        </h2>
        <VerdictMark verdict={prompt.verdict} />
        {prompt.advisory && <span class="tag">never fails: first run</span>}
        <p class="muted">
          <bdi>{showName(prompt.path)}</bdi>; {showName(page.change)}
        </p>
      </header>
      {page.sentences.map(({ verdict, evidence }) => (
        <p key={verdict} class="told">
          {showName(verdict)} {evidence !== null && <span class="muted">{showName(evidence)}</span>}
        </p>
      ))}
      {stopped !== null && (
        <p class="told">
          Stopped early, after {formatCount(stopped.cases)} of {formatCount(stopped.of)} cases: that was enough to
          decide.
        </p>
      )}
      {[page.accepted, page.added].map((sentence) =>
        sentence === null ? null : (
          <p key={sentence} class="told">
            {showName(sentence)}
          </p>
        ),
      )}
      <Forest prompt={prompt} />
      <Distributions prompt={prompt} page={page} />
      <PromptDiff prompt={prompt} />
      <Sentences title="Notes" sentences={prompt.notes} />
    </>
  );
}
