import { useState } from "preact/hooks";
import type { ArmOutput, CaseDetail, CaseReport, PromptReport, TrialDetail } from "../../model.ts";
import { formatCount, unknown } from "../../report/numbers.ts";
import { showName, showText } from "../show-text.ts";
import { ChangeMark } from "./marks.tsx";
import type { Details } from "./read-details.ts";
import { DiffSide, TextDiff } from "./text-diff.tsx";
import { formatAmount, formatScore } from "./words.ts";

/** One case: what was expected, what both versions answered, and why it was scored so. */
export function CaseView({
  prompt,
  entry,
  detail,
  details,
  samples,
}: {
  readonly prompt: PromptReport;
  readonly entry: CaseReport;
  /** Null where the page does not have it. */
  readonly detail: CaseDetail | null;
  readonly details: Details;
  /** The samples file, where there is one. */
  readonly samples: string | null;
}) {
  const [trial, setTrial] = useState(0);
  const count = Math.max(detail?.baseline.length ?? 0, detail?.candidate.length ?? 0);
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
      <Scores entry={entry} before={before} after={after} />
      {detail === null ? (
        <p class="caption">
          {samples === null
            ? "The report has no more about this case: it was written without samples."
            : `More about this case, its messages and every trial, is in ${showName(samples)}.`}
        </p>
      ) : (
        <Messages detail={detail} details={details} />
      )}
    </article>
  );
}

/** What is known of one arm in one trial. */
interface Arm {
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
): Arm | null {
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
  readonly arm: Arm | null;
  readonly other: Arm | null;
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

/** Each score with its explanation, and where several opinions were asked how many agree. */
function Scores({
  entry,
  before,
  after,
}: {
  readonly entry: CaseReport;
  readonly before: Arm | null;
  readonly after: Arm | null;
}) {
  const metrics = Object.keys(entry.scores);
  if (metrics.length === 0) return null;
  const tellScore = (arm: Arm | null, metric: string, mean: number | null | undefined): string =>
    arm?.trial == null ? formatScore(mean) : formatScore(own(arm.trial.scores, metric));
  return (
    <div class="scroll" role="region" aria-label="Scores" tabIndex={0}>
      <table class="data scores">
        <thead>
          <tr>
            <th scope="col">Score</th>
            <th scope="col" class="number">
              Baseline
            </th>
            <th scope="col" class="number">
              Candidate
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric}>
              <th scope="row">
                <bdi>{showName(metric)}</bdi>
              </th>
              <td class="number">{tellScore(before, metric, own(entry.scores, metric)?.baseline)}</td>
              <td class={entry.worse.includes(metric) ? "number bad" : "number"}>
                {tellScore(after, metric, own(entry.scores, metric)?.candidate)}
              </td>
              <td>
                <Reason title="baseline" arm={before} metric={metric} />
                <Reason title="candidate" arm={after} metric={metric} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reason({ title, arm, metric }: { readonly title: string; readonly arm: Arm | null; readonly metric: string }) {
  const reason = arm === null ? undefined : own(arm.reasons, metric);
  const opinions = arm?.trial == null ? undefined : own(arm.trial.opinions, metric);
  const unscored = arm?.trial != null && arm.failure === null && own(arm.trial.scores, metric) == null;
  if (reason === undefined && opinions === undefined && !unscored) return null;
  return (
    <p class="reason">
      <span class="muted">{title}:</span>{" "}
      {unscored && <span class="mark open">unscored{reason === undefined ? "" : ", "}</span>}
      <bdi>{reason === undefined ? "" : showText(reason)}</bdi>
      {opinions !== undefined && (
        <span class="muted">
          {" "}
          ({opinions.agreeing} of {opinions.asked} opinions agree)
        </span>
      )}
    </p>
  );
}

/** What was sent: where both versions sent something, as one text in which the differences are marked. */
function Messages({ detail, details }: { readonly detail: CaseDetail; readonly details: Details }) {
  const { baseline, candidate } = detail.messages;
  const count = Math.max(baseline?.length ?? 0, candidate?.length ?? 0);
  if (count === 0) return null;
  return (
    <details class="messages">
      <summary>
        <h4>Messages as they were sent</h4>
      </summary>
      {Array.from({ length: count }, (_, index) => {
        const [before, after] = [baseline?.[index], candidate?.[index]];
        const [old, young] = [before, after].map((each) => (each === undefined ? null : details.textOf(each)));
        return (
          <section key={index} class="message">
            <h5>
              {showName(after?.role ?? before?.role ?? "")}
              {baseline !== null && candidate !== null && (before === undefined || after === undefined) && (
                <span class="muted"> {before === undefined ? "(candidate only)" : "(baseline only)"}</span>
              )}
            </h5>
            <pre>
              {old != null && young != null ? <TextDiff before={old} after={young} /> : showText(old ?? young ?? "")}
            </pre>
          </section>
        );
      })}
    </details>
  );
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
