import type { DriftAnswer, DriftChange, DriftEvent, DriftNight } from "../model.ts";
import { adjustEValues } from "../stats/adjust-e-values.ts";
import { addNight, directionOf, eValueOf, locateChange, locateStep, noEvidence } from "../stats/drift-evidence.ts";
import { driftOf, type Epoch, stateOf } from "./epoch.ts";
import { levelsAround } from "./levels.ts";
import { nameCauses } from "./name-causes.ts";
import type { WatchedRow } from "./rank-night.ts";

/** A prompt after tonight: what its history holds, and which of its rows can raise an alarm. */
export interface WatchedPrompt {
  readonly epoch: Epoch;
  readonly rows: readonly WatchedRow[];
  readonly answers: readonly DriftAnswer[];
  /** Whether it has a night of tonight; if not, its rows count in the correction alone. */
  readonly tonight: boolean;
}

/** A prompt that has no night of tonight here, but whose rows count in the correction. */
export interface PromptBeside {
  readonly epoch: Epoch;
  readonly rows: readonly string[];
}

/** What the evidence of a row came to. */
export interface RowEvidence {
  readonly row: string;
  /** Corrected for all rows of all prompts. */
  readonly eValue: number;
  readonly found: DriftEvent | null;
}

/**
 * What the nights so far come to, prompt by prompt and row by row. All rows that are watched are corrected together: the
 * chance that any of them is ever told to drift where none does is at most alpha.
 *
 * @param beside prompts that are judged by another assay.yml of the repository, or not tonight
 */
export function findEvents(
  prompts: readonly WatchedPrompt[],
  alpha: number,
  beside: readonly PromptBeside[] = [],
): readonly (readonly RowEvidence[])[] {
  const rows = prompts.flatMap((prompt) => prompt.rows.map(({ row }) => weigh(prompt, row)));
  const others = beside.flatMap((prompt) => prompt.rows.map((row) => weigh(prompt, row)));
  const adjusted = adjustEValues([...rows, ...others].map(({ eValue }) => eValue));
  let next = 0;
  return prompts.map((prompt) =>
    prompt.rows.map((row) => {
      const weighed = rows[next] as Weighed;
      const eValue = adjusted[next++] ?? 0;
      const found = !prompt.tonight || eValue < 1 / alpha ? null : tell(prompt, row, weighed, eValue);
      return { row: row.row, eValue, found };
    }),
  );
}

interface Weighed {
  readonly nights: readonly DriftNight[];
  readonly ranks: readonly (number | null)[];
  readonly eValue: number;
  readonly direction: "fall" | "rise";
}

/** The evidence since the row's state began. */
function weigh({ epoch }: Pick<WatchedPrompt, "epoch">, row: string): Weighed {
  const since = stateOf(epoch, row)?.at ?? "";
  const nights = epoch.nights.filter(({ at }) => at > since);
  const ranks = nights.map((night) => night.ranks[row] ?? null);
  const evidence = ranks.reduce(addNight, noEvidence);
  return { nights, ranks, eValue: eValueOf(evidence), direction: directionOf(evidence) };
}

function tell(
  prompt: WatchedPrompt,
  { row, kind, direction: better, margin }: WatchedRow,
  { nights, ranks, direction }: Weighed,
  eValue: number,
): DriftEvent | null {
  const { epoch, answers } = prompt;
  const tonight = nights.at(-1);
  const towards = (direction === "fall") === (better === "lower") ? "up" : "down";
  const levels = nights.map((night) => night.levels[row] ?? null);
  const step = kind === "ratio" ? locateStep(levels, towards) : null;
  const place = step ?? locateChange(ranks, direction);
  if (tonight === undefined || place === null) return null;
  const atNight = (index: number): string => nights[index]?.at ?? tonight.at;
  const first = atNight(place.first);
  const change: DriftChange = {
    before: epoch.nights.findLast(({ at }) => at < first)?.at ?? null,
    first,
    earliest: atNight(place.earliest),
    latest: atNight(place.latest),
  };
  const drift = driftOf(epoch, row);
  // While it drifts, what counts is how it stood before it all began.
  const began = drift === null ? change.first : beginningOf(epoch, row);
  const around = levelsAround(epoch, row, began, answers);
  const now = drift === null ? around.now : levelsAround(epoch, row, change.first, answers).now;
  const away = distance(around.was, now, kind);
  const event = kindOf(drift, direction, away <= margin);
  const causes =
    event === "recovered" ? { causes: [], details: [] } : nameCauses(prompt, row, { began, was: around.was, now });
  const { unit } = epoch.reference.metrics[row] ?? {};
  const moved = { was: around.was, now, ...(unit === undefined ? {} : { unit }) };
  return { kind: "event", event, at: tonight.at, row, direction, change, ...moved, eValue, ...causes };
}

/** The first night of the drift that a row is in, however often it got worse since. */
function beginningOf({ events }: Epoch, row: string): string {
  const own = events.filter((event) => event.row === row);
  const last = own.findLastIndex(({ event }) => event === "recovered");
  return own[last + 1]?.change.first ?? "";
}

/** A turn back that does not lead home is another drift. */
function kindOf(drift: DriftEvent | null, direction: "fall" | "rise", isHome: boolean): DriftEvent["event"] {
  if (drift === null) return "drift";
  if (drift.direction === direction) return "worse";
  return isHome ? "recovered" : "drift";
}

/** In points of a score; of anything else as a share. */
function distance(was: number | null, now: number | null, kind: WatchedRow["kind"]): number {
  if (was === null || now === null || was === now) return 0;
  return kind === "ratio" ? Math.abs(now / was - 1) : Math.abs(now - was);
}
