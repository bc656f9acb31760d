/**
 * Evidence that a row of standard normal values has shifted from some night on: an e-process, which may be looked at after
 * every night for ever. The chance that it ever reaches 1/α is at most α where nothing shifted (Ville 1939).
 *
 * It mixes bets: on the first night of the shift, and on its size and direction. A bet that begins on night s holds its
 * stake until then, so that calm nights before s cost it nothing; the stakes of all nights to come sum to one.
 */

/** Sizes of a shift in standard deviations, both ways; mixed with equal weight. */
const SHIFTS: readonly number[] = [1, 2, 4];

/** Share of the stakes on a fall: it is told sooner than a rise, which can wait. */
const ON_FALL = 0.75;

/** Most of the stakes are on a shift within months, falling off with this mean; the rest on one at any time. */
const USUAL_NIGHTS = 100;
const ON_USUAL = 0.9;

/** A row as far as it has come. */
export interface DriftEvidence {
  /** Nights, those among them on which nothing could be told. */
  readonly nights: number;
  /** For each size: logarithm of what the bets on a fall hold together, and those on a rise. */
  readonly fall: readonly number[];
  readonly rise: readonly number[];
}

/** Before the first night. */
export const noEvidence: DriftEvidence = {
  nights: 0,
  fall: SHIFTS.map(() => Number.NEGATIVE_INFINITY),
  rise: SHIFTS.map(() => Number.NEGATIVE_INFINITY),
};

/** The stake on the night after `nights` nights being the first of the shift. */
function stakeOn(nights: number): number {
  const late = 1 / ((nights + 1) * (nights + 2));
  return ON_USUAL * ((1 - 1 / USUAL_NIGHTS) ** nights / USUAL_NIGHTS) + (1 - ON_USUAL) * late;
}

/** The stakes on all nights still to come. */
function stakesLeft(nights: number): number {
  return ON_USUAL * (1 - 1 / USUAL_NIGHTS) ** nights + (1 - ON_USUAL) / (nights + 1);
}

/** Takes one night. @param z standard normal where nothing shifted; null: nothing could be told */
export function addNight(before: DriftEvidence, z: number | null): DriftEvidence {
  const stake = Math.log(stakeOn(before.nights));
  const bet = (held: number, shift: number, towards: number): number =>
    addLogarithms(held, stake) + (z === null ? 0 : shift * towards * z - (shift * shift) / 2);
  return {
    nights: before.nights + 1,
    fall: before.fall.map((held, index) => bet(held, SHIFTS[index] ?? 0, -1)),
    rise: before.rise.map((held, index) => bet(held, SHIFTS[index] ?? 0, 1)),
  };
}

/** What all bets hold, as a multiple of what they began with: at least 1/α with a chance of at most α. */
export function eValueOf({ nights, fall, rise }: DriftEvidence): number {
  const held = ON_FALL * Math.exp(sumOf(fall)) + (1 - ON_FALL) * Math.exp(sumOf(rise));
  return Math.min(1e300, held / SHIFTS.length + stakesLeft(nights));
}

/** Which way the shift goes, if there is one. */
export function directionOf({ fall, rise }: DriftEvidence): "fall" | "rise" {
  return sumOf(fall) >= sumOf(rise) ? "fall" : "rise";
}

function sumOf(logarithms: readonly number[]): number {
  return logarithms.reduce(addLogarithms, Number.NEGATIVE_INFINITY);
}

/** log(eᵃ + eᵇ) */
function addLogarithms(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger === Number.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}

/** Nights of the row, counted from 0: the first one after the change, and between which it lies with 95 %. */
export interface ChangePoint {
  readonly first: number;
  readonly earliest: number;
  readonly latest: number;
}

/**
 * Where the shift began: the likeliest night, and the fewest nights around it that hold 95 % of the likelihood of all,
 * each as likely as any other beforehand. Null for an empty row.
 */
export function locateChange(row: readonly (number | null)[], direction: "fall" | "rise"): ChangePoint | null {
  const towards = direction === "fall" ? -1 : 1;
  const likelihoods = new Array<number>(row.length).fill(Number.NEGATIVE_INFINITY);
  for (const shift of SHIFTS) {
    let since = 0;
    for (let night = row.length - 1; night >= 0; night--) {
      // On a night that was just like all before it nothing had shifted yet.
      since += shift * towards * (row[night] ?? 0) - (shift * shift) / 2;
      likelihoods[night] = addLogarithms(likelihoods[night] ?? 0, since);
    }
  }
  return row.length === 0 ? null : likeliest(likelihoods);
}

/**
 * Where the mean of a row of amounts stepped up or down: normal noise of unknown size around a mean before and another
 * one since, both integrated out with flat priors (Smith 1975). Ranks among few nights cannot tell how far a night lies
 * from the others; amounts can. Null where fewer than three values are known, or none of the steps goes that way.
 */
export function locateStep(values: readonly (number | null)[], towards: "up" | "down"): ChangePoint | null {
  const known = values.flatMap((value, night) => (value === null ? [] : [{ value, night }]));
  const least = 1e-9 * Math.max(1e-9, squaresOf(known.map(({ value }) => value)));
  const likelihoods = new Array<number>(values.length).fill(Number.NEGATIVE_INFINITY);
  for (let step = 1; known.length > 2 && step < known.length; step++) {
    const [before, since] = [known.slice(0, step), known.slice(step)].map((part) => part.map(({ value }) => value));
    if (before === undefined || since === undefined) continue;
    if (Math.sign(meanOf(since) - meanOf(before)) !== (towards === "up" ? 1 : -1)) continue;
    const squares = Math.max(least, squaresOf(before) + squaresOf(since));
    const lengths = Math.log(before.length * since.length) / 2;
    likelihoods[known[step]?.night ?? 0] = (-(known.length - 2) / 2) * Math.log(squares) - lengths;
  }
  return likelihoods.every((each) => each === Number.NEGATIVE_INFINITY) ? null : likeliest(likelihoods);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squaresOf(values: readonly number[]): number {
  const mean = values.length === 0 ? 0 : meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** The likeliest night, and the fewest around it that hold 95 % of the likelihood. */
function likeliest(likelihoods: readonly number[]): ChangePoint {
  const total = sumOf(likelihoods);
  const order = likelihoods
    .map((_, night) => night)
    .sort((one, other) => at(likelihoods, other) - at(likelihoods, one));
  const [first = 0] = order;
  let held = 0;
  let [earliest, latest] = [first, first];
  for (const night of order) {
    if (held >= 0.95) break;
    held += Math.exp(at(likelihoods, night) - total);
    earliest = Math.min(earliest, night);
    latest = Math.max(latest, night);
  }
  return { first, earliest, latest };
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NEGATIVE_INFINITY;
}
