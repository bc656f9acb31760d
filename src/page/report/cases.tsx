import type { Ref } from "preact";
import { useMemo } from "preact/hooks";
import type { PromptPage, PromptReport } from "../../model.ts";
import { formatCount, formatCounted } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { CaseView } from "./case-detail.tsx";
import { CaseList } from "./case-list.tsx";
import { type Choice, countChanges, everything, type Order, orders } from "./choose-cases.ts";
import type { Details } from "./read-details.ts";
import type { ScoreKind } from "./score-list.ts";
import { changeNames } from "./words.ts";

/** The cases of a prompt: what is chosen of them on the left, one of them on the right. */
export function Cases({
  prompt,
  page,
  details,
  scores,
  score,
  choice,
  setChoice,
  positions,
  selected,
  choose,
  search,
  samples,
}: {
  readonly prompt: PromptReport;
  readonly page: PromptPage;
  readonly details: Details;
  readonly scores: readonly ScoreKind[];
  /** The one that the list shows. */
  readonly score: ScoreKind | null;
  readonly choice: Choice;
  readonly setChoice: (choice: Choice) => void;
  readonly positions: readonly number[];
  readonly selected: number | null;
  readonly choose: (position: number) => void;
  readonly search: Ref<HTMLInputElement>;
  readonly samples: string | null;
}) {
  const counts = useMemo(() => countChanges(prompt.cases), [prompt]);
  const tags = useMemo(() => [...new Set(prompt.cases.flatMap((entry) => entry.tags))].sort(), [prompt]);
  const entry = selected === null ? undefined : prompt.cases[selected];
  const line = selected === null ? null : (page.details[selected] ?? null);
  const detail = useMemo(() => (line === null ? null : details.read(line)), [details, line]);
  if (prompt.cases.length === 0) return null;
  return (
    <section class="case-section" aria-labelledby="cases-title">
      <h3 id="cases-title">Cases</h3>
      <div class="toolbar no-print">
        <div class="chips" role="group" aria-label="Show">
          <button
            type="button"
            aria-pressed={choice.change === null}
            onClick={() => setChoice({ ...choice, change: null })}
          >
            All <span class="number">{formatCount(prompt.cases.length)}</span>
          </button>
          {counts.map(([change, count]) => (
            <button
              key={change}
              type="button"
              aria-pressed={choice.change === change}
              onClick={() => setChoice({ ...choice, change })}
            >
              {changeNames[change]} <span class="number">{formatCount(count)}</span>
            </button>
          ))}
        </div>
        <div class="fields">
          <input
            ref={search}
            type="search"
            aria-label="Search names, tags and texts"
            placeholder="Search ( / )"
            value={choice.search}
            onInput={({ currentTarget }) => setChoice({ ...choice, search: currentTarget.value })}
          />
          {tags.length > 0 && (
            <select
              aria-label="Tag"
              value={choice.tag ?? ""}
              onChange={({ currentTarget }) => setChoice({ ...choice, tag: currentTarget.value || null })}
            >
              <option value="">every tag</option>
              {tags.map((tag) => (
                <option key={tag} value={tag}>
                  {showName(tag)}
                </option>
              ))}
            </select>
          )}
          {scores.length > 1 && (
            <select
              aria-label="Score"
              value={score?.name ?? ""}
              onChange={({ currentTarget }) => setChoice({ ...choice, score: currentTarget.value })}
            >
              {scores.map(({ name }) => (
                <option key={name} value={name}>
                  {showName(name)}
                </option>
              ))}
            </select>
          )}
          <select
            aria-label="Order"
            value={choice.order}
            onChange={({ currentTarget }) => setChoice({ ...choice, order: currentTarget.value as Order })}
          >
            {Object.entries(orders).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </div>
      </div>
      {prompt.cases.length < prompt.goldenSize && (
        <p class="caption">
          The report lists {formatCount(prompt.cases.length)} of {formatCounted(prompt.goldenSize, "case")}
          {prompt.stopped === null ? "" : "; it stopped early"}.
        </p>
      )}
      <div class="panes">
        <div class="pane-list no-print">
          {positions.length === 0 ? (
            <p class="nothing">
              No case is like that.{" "}
              <button type="button" onClick={() => setChoice(everything)}>
                Show all
              </button>
            </p>
          ) : (
            <CaseList
              prompt={prompt}
              page={page}
              score={score?.name ?? null}
              positions={positions}
              selected={selected}
              choose={choose}
            />
          )}
          <p class="caption" role="status">
            {positions.length === prompt.cases.length
              ? `${formatCounted(positions.length, "case")}; `
              : `${formatCount(positions.length)} of ${formatCounted(prompt.cases.length, "case")}; `}
            {score !== null && (
              <>
                scores of <bdi>{showName(score.name)}</bdi>; keys: <kbd>j</kbd> <kbd>k</kbd> <kbd>/</kbd> <kbd>?</kbd>
              </>
            )}
          </p>
        </div>
        <div class="pane-case" id="case" tabIndex={-1}>
          {entry === undefined ? (
            <p class="nothing">Choose a case to see both answers side by side.</p>
          ) : (
            <CaseView
              key={entry.id}
              prompt={prompt}
              entry={entry}
              firstTrial={firstTrialOf(page.trials[selected ?? 0])}
              detail={detail}
              details={details}
              samples={samples}
            />
          )}
        </div>
      </div>
    </section>
  );
}

/** The trial that shows what happened: the one that moved most. */
function firstTrialOf(trials: PromptPage["trials"][number] | undefined): number {
  const moved = (trials?.candidate ?? []).map((value, index) => {
    const before = trials?.baseline[index] ?? null;
    return value === null || before === null ? 0 : Math.abs(value - before);
  });
  return Math.max(0, moved.indexOf(Math.max(...moved)));
}
