import type { DriftCause, DriftNight, DriftRun, DriftSign } from "../model.ts";
import { driftOf, type Epoch, metricOfRow } from "./epoch.ts";
import type { WatchedPrompt } from "./find-events.ts";
import { levelsAround } from "./levels.ts";

interface Change {
  /** The first night since. */
  readonly began: string;
  readonly was: number | null;
  readonly now: number | null;
}

interface Named {
  readonly causes: readonly DriftCause[];
  readonly details: readonly string[];
}

/** Signs that an answer has another form, whatever it says. */
const formatSigns: readonly DriftSign[] = ["fenced", "unparsable", "empty", "cut"];

/** One-sided level at which a share is called higher, and the least rise that is worth naming. */
const certainty = 2.58;
const leastRise = 0.05;

/** What a change comes from, as far as the nights before and since can tell. Several may hold; `answers` where none does. */
export function nameCauses(prompt: WatchedPrompt, row: string, change: Change): Named {
  const { epoch } = prompt;
  // The answers that judges score again are the same ones: nothing but the judge can move them.
  if (row !== metricOfRow(row)) {
    return { causes: ["judge"], details: ["The judge scores the same stored answers otherwise than it did."] };
  }
  const before: readonly DriftRun[] = [epoch.reference, ...epoch.nights.filter(({ at }) => at < change.began)];
  const since = epoch.nights.filter(({ at }) => at >= change.began);
  const named: (readonly [DriftCause, string])[] = [
    ...nameModel(before, since),
    ...nameJudge(prompt, row, change, since),
    ...nameFormat(before, since, row, change),
    ...nameRefusals(before, since),
    ...namePrice(epoch, since),
  ];
  if (row === "latency") named.push(["latency", "Only the latency moved, not what is answered."]);
  // What an answer costs moves with its price, and with nothing else that would have to be named.
  const isPrice = row === "cost" && named.length > 0;
  if (!isPrice && named.every(([cause]) => cause === "price")) {
    const isChecked = since.every(({ unchecked = [] }) => !unchecked.includes(row));
    const same = isChecked
      ? "Model, system, judge and form of the answers are as before."
      : "Model, system and form of the answers are as before; whether the judge is cannot be told, for no answer is kept.";
    named.push(["answers", same]);
  }
  return { causes: [...new Set(named.map(([cause]) => cause))], details: named.map(([, detail]) => detail) };
}

function nameModel(
  before: readonly DriftRun[],
  since: readonly DriftRun[],
): readonly (readonly [DriftCause, string])[] {
  const models = differing(before, since, (name) => name.replace(/ \([^()]*\)$/, ""));
  if (models !== null) return [["model", `The model names itself ${models.now}; before it was ${models.was}.`]];
  const systems = differing(before, since, (name) => name);
  if (systems === null) return [];
  return [["system-fingerprint", `The model is served by ${systems.now}; before it was ${systems.was}.`]];
}

/** Who mostly answers since, where nobody of that name did before. */
function differing(
  before: readonly DriftRun[],
  since: readonly DriftRun[],
  nameOf: (model: string) => string,
): { readonly was: string; readonly now: string } | null {
  const [was] = rankNames(before, nameOf);
  const [now] = rankNames(since, nameOf);
  if (was === undefined || now === undefined || rankNames(before, nameOf).includes(now)) return null;
  return { was, now };
}

/** The most frequent first. */
function rankNames(runs: readonly DriftRun[], nameOf: (model: string) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { models } of runs) {
    for (const [model, count] of Object.entries(models)) {
      counts.set(nameOf(model), (counts.get(nameOf(model)) ?? 0) + count);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
}

/** The judge moved, where it sees the same stored answers otherwise by at least half of what the metric moved. */
function nameJudge(
  { epoch, answers, rows }: WatchedPrompt,
  row: string,
  { began, was, now }: Change,
  since: readonly DriftNight[],
): readonly (readonly [DriftCause, string])[] {
  const metric = metricOfRow(row);
  const check = `judge:${metric}`;
  if (!rows.some((each) => each.row === check)) return [];
  const levels = levelsAround(epoch, check, began, answers);
  if (was === null || now === null || levels.was === null || levels.now === null) return [];
  const moved = now - was;
  const judged = levels.now - levels.was;
  const ranks = since.flatMap((night) => night.ranks[check] ?? []);
  const together = ranks.reduce((sum, rank) => sum + rank, 0) / Math.sqrt(Math.max(1, ranks.length));
  const certain = driftOf(epoch, check) !== null || (ranks.length > 0 && together * Math.sign(moved) >= 1.645);
  if (!certain || judged * moved <= 0 || Math.abs(judged) < Math.abs(moved) / 2) return [];
  return [
    [
      "judge",
      `The judge gives the same stored answers ${points(levels.now)} on average; it gave them ${points(levels.was)}.`,
    ],
  ];
}

function nameFormat(
  before: readonly DriftRun[],
  since: readonly DriftRun[],
  row: string,
  { was, now }: Change,
): readonly (readonly [DriftCause, string])[] {
  const risen = formatSigns.flatMap((sign) => {
    const rise = findRise(before, since, sign);
    return rise === null ? [] : [{ sign, ...rise }];
  });
  if (risen.length === 0) return [];
  const told = risen.map(({ sign, was, is }) => `${signWords[sign]} in ${percent(is)} (before: ${percent(was)})`);
  const unfenced = since.flatMap((run) => run.unfenced[row] ?? []);
  const cured = unfenced.length === 0 ? null : unfenced.reduce((sum, value) => sum + value, 0) / unfenced.length;
  const heals = cured !== null && was !== null && now !== null && (cured - now) * 2 >= was - now && was > now;
  const words = `In the answers ${told.join("; ")}.`;
  if (!heals) return [["format", words]];
  return [
    ["format", `${words} With code fences stripped the score is ${points(cured)}: the form failed, not the ability.`],
  ];
}

function nameRefusals(
  before: readonly DriftRun[],
  since: readonly DriftRun[],
): readonly (readonly [DriftCause, string])[] {
  const rise = findRise(before, since, "refused");
  if (rise === null) return [];
  return [["refusals", `${percent(rise.is)} of the answers are refusals (before: ${percent(rise.was)}).`]];
}

function namePrice({ reference }: Epoch, since: readonly DriftRun[]): readonly (readonly [DriftCause, string])[] {
  const price = since.at(-1)?.price ?? null;
  if (price === null || reference.price === null || price === reference.price) return [];
  return [["price", `A million tokens cost ${price} now; at the reference ${reference.price}.`]];
}

const signWords: Readonly<Record<DriftSign, string>> = {
  fenced: "a code fence stands",
  unparsable: "no JSON can be read",
  empty: "nothing stands",
  cut: "the end is cut off",
  refused: "the model refuses",
};

/** A sign that is more frequent since, by more than chance. */
function findRise(
  before: readonly DriftRun[],
  since: readonly DriftRun[],
  sign: DriftSign,
): { readonly was: number; readonly is: number } | null {
  const [was, wasOf] = countSign(before, sign);
  const [is, isOf] = countSign(since, sign);
  if (wasOf === 0 || isOf === 0) return null;
  const rise = is / isOf - was / wasOf;
  const pooled = (was + is) / (wasOf + isOf);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / wasOf + 1 / isOf));
  return rise >= leastRise && rise > certainty * error ? { was: was / wasOf, is: is / isOf } : null;
}

function countSign(runs: readonly DriftRun[], sign: DriftSign): readonly [number, number] {
  return [
    runs.reduce((sum, { signs }) => sum + (signs[sign] ?? 0), 0),
    runs.reduce((sum, { samples }) => sum + samples, 0),
  ];
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function points(score: number): string {
  return score.toFixed(2);
}
