import type { CaseDetail, CaseReport, Opinions, Vote } from "../../model.ts";
import { showName, showText } from "../show-text.ts";
import type { ShownArm } from "./case-detail.tsx";
import { formatScore } from "./words.ts";

interface Scored {
  readonly entry: CaseReport;
  /** Null where the page does not have it. */
  readonly detail: CaseDetail | null;
  readonly before: ShownArm | null;
  readonly after: ShownArm | null;
}

/** Each score with its explanation; where a judge gave several opinions, each of them. */
export function Scores({ entry, detail, before, after }: Scored) {
  const metrics = Object.keys(entry.scores);
  if (metrics.length === 0) return null;
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
          {metrics.map((metric) => {
            const paired = detail === null ? null : findPair(detail, metric);
            const mean = own(entry.scores, metric);
            return (
              <tr key={metric}>
                <th scope="row">
                  <bdi>{showName(metric)}</bdi>
                </th>
                <td class="number">
                  {formatScore(paired === null ? scoreOf(before, metric, mean?.baseline) : mean?.baseline)}
                </td>
                <td class={entry.worse.includes(metric) ? "number bad" : "number"}>
                  {formatScore(paired === null ? scoreOf(after, metric, mean?.candidate) : mean?.candidate)}
                </td>
                <td class="why">
                  {paired === null ? (
                    <>
                      <Why title="baseline" arm={before} metric={metric} />
                      <Why title="candidate" arm={after} metric={metric} />
                    </>
                  ) : (
                    <Told title="both versions" reason={undefined} opinions={paired} unscored={false} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The opinions on pairs, which are of all trials together and the same in both versions; null where it is none of pairs. */
function findPair({ candidate }: CaseDetail, metric: string): Opinions | null {
  const opinions = candidate.flatMap((trial) => own(trial.opinions, metric) ?? [])[0];
  return opinions?.votes?.some(({ first }) => first !== undefined) ? opinions : null;
}

function scoreOf(arm: ShownArm | null, metric: string, mean: number | null | undefined): number | null | undefined {
  return arm?.trial == null ? mean : own(arm.trial.scores, metric);
}

function Why({
  title,
  arm,
  metric,
}: {
  readonly title: string;
  readonly arm: ShownArm | null;
  readonly metric: string;
}) {
  if (arm === null) return null;
  const opinions = arm.trial === null ? undefined : own(arm.trial.opinions, metric);
  const unscored = arm.trial !== null && arm.failure === null && own(arm.trial.scores, metric) === null;
  return <Told title={title} reason={own(arm.reasons, metric)} opinions={opinions} unscored={unscored} />;
}

function Told({
  title,
  reason,
  opinions,
  unscored,
}: {
  readonly title: string;
  readonly reason: string | undefined;
  readonly opinions: Opinions | undefined;
  readonly unscored: boolean;
}) {
  const votes = opinions?.votes ?? [];
  if (reason === undefined && opinions === undefined && !unscored) return null;
  return (
    <div class="reason">
      <p>
        <span class="muted">{title}:</span>{" "}
        {unscored && <span class="mark open">unscored{reason === undefined ? "" : ", "}</span>}
        {/* The votes say it, too. */}
        {votes.length === 0 && reason !== undefined && <bdi>{showText(reason)}</bdi>}
        {opinions !== undefined && <span class="muted"> {tellAgreement(opinions)}</span>}
      </p>
      {votes.length > 0 && (
        <ol class="votes">
          {votes.map((vote, index) => (
            <li key={index}>
              <strong>{vote.choice === null ? "no opinion" : <bdi>{showName(vote.choice)}</bdi>}</strong>
              <span class="muted">{voiceOf(vote, votes)}:</span> <bdi>{showText(vote.why)}</bdi>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function tellAgreement({ asked, agreeing, votes = [] }: Opinions): string {
  if (votes.some(({ first }) => first !== undefined)) return `both orders agree ${agreeing} of ${asked} times`;
  return `${agreeing} of ${asked} opinions agree`;
}

/** Whose vote it is, as far as the votes differ in that: `judge-a, trial 2, candidate shown first`. */
function voiceOf(vote: Vote, votes: readonly Vote[]): string {
  const several = (part: keyof Vote): boolean => new Set(votes.map((each) => each[part])).size > 1;
  const parts = [
    ...(vote.scorer !== undefined ? [showName(vote.scorer)] : []),
    ...(several("model") ? [showName(vote.model)] : []),
    ...(vote.trial !== undefined ? [`trial ${vote.trial + 1}`] : []),
    ...(vote.first !== undefined ? [`${vote.first} shown first`] : []),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
