import { useEffect, useRef, useState } from "preact/hooks";
import type { PromptPage, PromptReport } from "../../model.ts";
import { formatCount } from "../../report/numbers.ts";
import { showName } from "../show-text.ts";
import { ChangeMark } from "./marks.tsx";
import { Sparkline } from "./sparkline.tsx";
import { formatScore } from "./words.ts";

/** Of a row, in pixels; style.css gives rows the same. */
const rowHeight = 44;
/** Rows drawn beyond what is seen. */
const reserve = 8;

/** A list of any length, of which only what is seen is drawn. */
export function CaseList({
  prompt,
  page,
  score,
  positions,
  selected,
  choose,
}: {
  readonly prompt: PromptReport;
  readonly page: PromptPage;
  /** The one that is shown. */
  readonly score: string | null;
  /** Of the chosen cases, in order. */
  readonly positions: readonly number[];
  /** Position of the case that is shown; null where none is. */
  readonly selected: number | null;
  readonly choose: (position: number) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const row = selected === null ? -1 : positions.indexOf(selected);

  useEffect(() => {
    const measure = () => {
      if (list.current !== null) setView({ top: list.current.scrollTop, height: list.current.clientHeight });
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [positions.length]);

  // What is chosen by a key or a link is brought into view; what was clicked is there already.
  useEffect(() => {
    const element = list.current;
    if (element === null || row < 0) return;
    const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  }, [row]);

  const first = Math.max(0, Math.floor(view.top / rowHeight) - reserve);
  const last = Math.min(positions.length, Math.ceil((view.top + view.height) / rowHeight) + reserve);
  return (
    <div
      ref={list}
      class="case-list"
      role="listbox"
      aria-label={`${formatCount(positions.length)} cases`}
      aria-activedescendant={row >= first && row < last ? `case-${selected}` : undefined}
      tabIndex={0}
      style={{ height: `${positions.length * rowHeight + 2}px` }}
      onScroll={({ currentTarget }) => setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
    >
      <div class="case-space" role="presentation" style={{ height: `${positions.length * rowHeight}px` }}>
        {positions.slice(first, last).map((position, offset) => (
          <CaseRow
            key={position}
            prompt={prompt}
            page={page}
            metric={score}
            position={position}
            row={first + offset}
            count={positions.length}
            selected={position === selected}
            choose={choose}
          />
        ))}
      </div>
    </div>
  );
}

function CaseRow({
  prompt,
  page,
  metric,
  position,
  row,
  count,
  selected,
  choose,
}: {
  readonly prompt: PromptReport;
  readonly page: PromptPage;
  readonly metric: string | null;
  readonly position: number;
  readonly row: number;
  readonly count: number;
  readonly selected: boolean;
  readonly choose: (position: number) => void;
}) {
  const entry = prompt.cases[position];
  if (entry === undefined) return null;
  const { id, change, scores } = entry;
  const score = metric !== null && Object.hasOwn(scores, metric) ? scores[metric] : undefined;
  const alone = change === "alone";
  const told = alone
    ? formatScore(score?.candidate)
    : `${formatScore(score?.baseline)} → ${formatScore(score?.candidate)}`;
  // Of other scores the page has the means alone.
  const trials = metric === page.metric ? page.trials[position] : undefined;
  return (
    <div
      id={`case-${position}`}
      class={selected ? "case-row selected" : "case-row"}
      role="option"
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={row + 1}
      style={{ top: `${row * rowHeight}px` }}
      onClick={() => choose(position)}
    >
      <bdi class="case-id">{showName(id)}</bdi>
      <ChangeMark change={change} />
      <Sparkline
        baseline={trials?.baseline.length ? trials.baseline : alone ? [] : [score?.baseline ?? null]}
        candidate={trials?.candidate.length ? trials.candidate : [score?.candidate ?? null]}
      />
      <span class="case-scores number">{told}</span>
    </div>
  );
}
