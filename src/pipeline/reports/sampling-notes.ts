import type { AttemptsJudged } from "../../gate/attempts.ts";
import type { PromptReport } from "../../model.ts";
import type { PromptRun } from "../calls/prompt-run.ts";

/** How the answers came about, as far as it bears on the numbers: repeats, an early stop, stored answers, a confirmation. */
export function samplingNotes(run: PromptRun, report: Pick<PromptReport, "trials" | "stopped">): readonly string[] {
  return [
    ...trialNotes(run, report.trials),
    ...stopNotes(run, report.stopped),
    ...goneNotes(run),
    ...storedNotes(run),
    ...(run.copies ? ["Repeats gave the same answers word for word, so they count as one."] : []),
    ...confirmationNotes(run),
  ];
}

/** The versions tried before in this pull request: trying until it passes is made harder, and seen. */
export function attemptNotes({ earlier, sinceRegression, passAlpha }: AttemptsJudged): readonly string[] {
  if (earlier === null) return ["Versions tried before are not known: there is no store."];
  if (earlier.length === 0) return [];
  const verdicts = earlier.map(({ verdict }) => verdict).join(", ");
  const tried = `Versions tried before here: ${earlier.length} (${verdicts}).`;
  if (sinceRegression === 0) return [tried];
  const level = Number((passAlpha * 100).toPrecision(2));
  return [`${tried} After a regression passing is harder with every try: a loss must be ruled out at ${level} %.`];
}

function trialNotes(run: PromptRun, trials: PromptReport["trials"]): readonly string[] {
  if (trials === null || run.fresh !== null || Math.max(trials.baseline, trials.candidate) < 2) return [];
  const { baseline, candidate } = trials;
  if (baseline === candidate) return [`Each case was run ${candidate} times in each version.`];
  return [`Each case has ${baseline} answers of the baseline and ${candidate} of the candidate.`];
}

function stopNotes(run: PromptRun, stopped: PromptReport["stopped"]): readonly string[] {
  if (stopped === null || run.confirmation !== null) return [];
  return [
    `Stopped after ${stopped.cases} of ${stopped.of} cases. The interval is adjusted for stopping early; the estimate leans away from 0.`,
  ];
}

function goneNotes({ gone, goneFor, plan }: PromptRun): readonly string[] {
  if (gone === null) return [];
  const model = plan.baseline?.configuration.model ?? "its model";
  const why =
    goneFor === "refused-parameter"
      ? `The model (${model}) refuses a parameter of the baseline`
      : `The provider no longer has the baseline's model (${model})`;
  return gone === "stored"
    ? [`${why}: its stored answers stand in, whatever their age.`]
    : [`${why} and nothing of it is stored, so the candidate is judged alone.`];
}

function storedNotes(run: PromptRun): readonly string[] {
  if (run.stored === null) return [];
  return [`The baseline's answers come from the store; the oldest is ${ageInWords(run.stored.ageMs)} old.`];
}

function confirmationNotes(run: PromptRun): readonly string[] {
  if (run.confirmation === null) return [];
  const cases = run.fresh?.length ?? 0;
  return run.confirmation === "confirmed"
    ? [
        `A regression against the stored answers was asked again on ${cases} cases with fresh answers of both versions, which alone decide.`,
      ]
    : [
        `A regression against the stored answers was not confirmed on ${cases} cases with fresh answers of both versions.`,
      ];
}

/** `5 minutes`, `3 hours`, `2 days`. */
export function ageInWords(ageMs: number): string {
  const units: readonly (readonly [unit: string, ms: number])[] = [
    ["day", 86_400_000],
    ["hour", 3_600_000],
    ["minute", 60_000],
  ];
  const [unit, ms] = units.find(([, size]) => ageMs >= size) ?? ["minute", 60_000];
  const count = Math.max(1, Math.floor(ageMs / ms));
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
