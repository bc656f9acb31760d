import { useState } from "preact/hooks";
import type { ArmOutput, CaseDetail, CaseReport, PromptReport, TrialDetail } from "../../model.ts";
import { formatCount, unknown } from "../../report/numbers.ts";
import { showName, showText } from "../show-text.ts";
import { ChangeMark } from "./marks.tsx";
import { AllMessages, LastMessage } from "./messages.tsx";
import type { Details } from "./read-details.ts";
import { Scores } from "./scores.tsx";
import { DiffSide } from "./text-diff.tsx";
import { formatAmount } from "./words.ts";

/** One case: what was expected, what both versions answered, and why it was scored so. */
export function CaseView({
  prompt,
  entry,
  firstTrial,
  detail,
  details,
  samples,
}: {
  readonly prompt: PromptReport;
  readonly entry: CaseReport;
  /** The trial that is shown until another is chosen. */
  readonly firstTrial: number;
  /** Null where the page does not have it. */
  readonly detail: CaseDetail | null;
  readonly details: Details;
  /** The samples file, where there is one. */
  readonly samples: string | null;
}) {
  const count = Math.max(detail?.baseline.length ?? 0, detail?.candidate.length ?? 0);
  const [chosen, setTrial] = useState<number | null>(null);
  // Details come after the case.
  const trial = Math.min(chosen ?? firstTrial, Math.max(0, count - 1));
  const before = armOf(detail?.baseline ?? [], entry.baseline, trial, {});
  const after = armOf(detail?.candidate ?? [], entry.candidate, trial, entry.reasons);
  const expected = detail?.expected ?? entry.expected;
  return (
    <article class="case" aria-label={`Case ${showName(entry.id)}`}>
      <header>
        <h3>
          <bdi>{showName(entry.id)}</bdi>
        </h3>
        <ChangeMark change={entry.change} />
        {entry.tags.map((tag) => (
          <span key={tag} class="tag">
            <bdi>{showName(tag)}</bdi>
          </span>
        ))}
      </header>
      {detail !== null && <LastMessage detail={detail} details={details} />}
      {expected !== null && (
        <section>
          <h4>Expected</h4>
          <pre>{showText(expected)}</pre>
        </section>
      )}
      {count > 1 && (
        <div class="trials" role="group" aria-label="Trial">
          {Array.from({ length: count }, (_, index) => (
            <button key={index} type="button" aria-pressed={trial === index} onClick={() => setTrial(index)}>
              Trial {index + 1}
            </button>
          ))}
        </div>
      )}
      {(before !== null || after !== null || detail !== null) && (
        <div class="outputs">
          {prompt.baseline !== null && entry.change !== "alone" && (
            <Output title="Baseline" side="before" arm={before} other={after} model={prompt.models.baseline} />
          )}
          <Output title="Candidate" side="after" arm={after} other={before} model={prompt.models.candidate} />
        </div>
      )}
      <Scores entry={entry} detail={detail} before={before} after={after} />
      {detail === null ? (
        <p class="caption">
          {samples === null
            ? "The report has no more about this case: it was written without samples."
            : `More about this case, its messages and every trial, is in ${showName(samples)}.`}
        </p>
      ) : (
        <AllMessages detail={detail} details={details} />
      )}
    </article>
  );
}

/** What is known of one arm in one trial. */
export interface ShownArm {
  readonly text: string | null;
  readonly failure: string | null;
  readonly toolCalls: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly trial: TrialDetail | null;
}

function armOf(
  trials: readonly TrialDetail[],
  told: ArmOutput | null,
  index: number,
  reasons: Readonly<Record<string, string>>,
): ShownArm | null {
  const trial = trials[index];
  if (trial !== undefined) {
    return { text: trial.output, failure: trial.failure, toolCalls: trial.toolCalls, reasons: trial.reasons, trial };
  }
  // The report tells of one trial, not of which.
  if (trials.length > 0 || told === null) return null;
  return { text: told.text, failure: told.failure, toolCalls: told.toolCalls ?? [], reasons, trial: null };
}

function Output({
  title,
  side,
  arm,
  other,
  model,
}: {
  readonly title: string;
  readonly side: "before" | "after";
  readonly arm: ShownArm | null;
  readonly other: ShownArm | null;
  readonly model: string | null;
}) {
  const [before, after] = side === "before" ? [arm, other] : [other, arm];
  const comparable = before?.text != null && after?.text != null;
  return (
    <section class={`output ${side}`}>
      <h4>
        <span class={`key ${side === "before" ? "baseline" : "candidate"}`} aria-hidden="true" /> {title}
      </h4>
      {arm === null ? (
        <p class="nothing">{other === null ? "Its text is not in the report." : "No such trial."}</p>
      ) : arm.failure !== null || arm.text === null ? (
        <p class="nothing failed">Failed: {showName(arm.failure ?? "unknown")}</p>
      ) : (
        <>
          {arm.toolCalls.length > 0 && (
            <ul class="tool-calls">
              {arm.toolCalls.map((call, index) => (
                <li key={index}>
                  called <code>{showName(call)}</code>
                </li>
              ))}
            </ul>
          )}
          {arm.text === "" ? (
            <p class="nothing">(empty)</p>
          ) : (
            <pre>
              {comparable ? (
                <DiffSide before={before?.text ?? ""} after={after?.text ?? ""} side={side} />
              ) : (
                showText(arm.text)
              )}
            </pre>
          )}
        </>
      )}
      {arm?.trial != null && <Facts trial={arm.trial} model={model} />}
    </section>
  );
}

function Facts({ trial, model }: { readonly trial: TrialDetail; readonly model: string | null }) {
  const { tokens, latencyMs, cost, cached, stopped, draw } = trial;
  const count = (value: number | null | undefined): string => (value == null ? unknown : formatCount(value));
  const facts = [
    `${count(tokens?.input)} + ${count(tokens?.output)} tokens`,
    ...(latencyMs === null ? [] : [formatAmount("ms", latencyMs)]),
    cost === null ? "cost unknown" : formatAmount("USD", cost),
    ...(cached ? ["from the store"] : []),
    ...(stopped === null ? [] : [`stopped: ${showName(stopped)}`]),
    ...(draw === null ? [] : [showName(draw)]),
    ...((trial.model ?? model) === null ? [] : [showName(trial.model ?? model ?? "")]),
  ];
  return <p class="facts">{facts.join(" · ")}</p>;
}
