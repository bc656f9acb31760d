import { clampP } from "./p-value.ts";
import { solveTail } from "./solve-tail.ts";
import { incompleteBeta, logGamma } from "./special-functions.ts";

const SQUARE_ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  // Two factors, because the rounding of z² alone would cost digits in the far tail.
  const near = Math.round(z * 16) / 16;
  return (Math.exp((-near * near) / 2) * Math.exp((-(z - near) * (z + near)) / 2)) / SQUARE_ROOT_OF_TWO_PI;
}

/** P(0 < Z < z) for z ≥ 0 by the series of Abramowitz & Stegun 26.2.11: keeps its digits near 0. */
function normalCentre(z: number): number {
  let sum = z;
  let term = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return normalDensity(z) * sum;
}

/** P(Z > z) for z ≥ 0, in the tail by the continued fraction of Abramowitz & Stegun 26.2.14. */
function normalUpperTail(z: number): number {
  if (z > 40) return 0;
  if (z < 1.6) return 0.5 - normalCentre(z);
  let fraction = z;
  for (let level = Math.ceil(280 / (z * z)) + 20; level >= 1; level--) fraction = z + level / fraction;
  return normalDensity(z) / fraction;
}

/** Φ(z), the standard normal distribution function; relative error about 1e-15 in both tails, at least 1e-300. */
export function normalCdf(z: number): number {
  if (z === Number.NEGATIVE_INFINITY) return 0;
  return z < 0 ? clampP(normalUpperTail(-z)) : 1 - normalUpperTail(z);
}

/**
 * Φ⁻¹(p). The approximation of Abramowitz & Stegun 26.2.23 polished by Halley's method; ∓∞ where p is 0 or 1.
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(p));
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 4; step++) {
    const gap = z > -1 ? 0.5 - p - normalCentre(-z) : normalUpperTail(-z) - p;
    const excess = gap / normalDensity(z);
    z = Math.min(0, z - excess / (1 + (z * excess) / 2));
  }
  return z;
}

/** P(T > t) for t ≥ 0 by the incomplete beta function (Abramowitz & Stegun 26.7.1). */
function tUpperTail(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalUpperTail(t);
  const total = df + t * t;
  return incompleteBeta(df / total, (t * t) / total, df / 2, 0.5) / 2;
}

/** Distribution function of Student's t with df > 0 degrees of freedom, not necessarily whole; at least 1e-300. */
export function tCdf(t: number, df: number): number {
  if (t === Number.NEGATIVE_INFINITY) return 0;
  if (t === Number.POSITIVE_INFINITY) return 1;
  return t < 0 ? clampP(tUpperTail(-t, df)) : 1 - tUpperTail(t, df);
}

function tDensity(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalDensity(t);
  const constant = Math.exp(logGamma((df + 1) / 2) - logGamma(df / 2)) / Math.sqrt(df * Math.PI);
  return constant * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df));
}

/**
 * Quantile of Student's t with df degrees of freedom, not necessarily whole.
 * Without degrees of freedom nothing is known of the spread: ∓∞ for df ≤ 0 (and for p = 0 or 1), 0 for p = ½.
 */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -tQuantile(1 - p, df);
  if (p <= 0 || df <= 0) return Number.NEGATIVE_INFINITY;
  const tail = (t: number) => tUpperTail(t, df);
  let low = 0;
  let high = 2 * Math.abs(normalQuantile(p));
  while (tail(high) > p && high < 1e150) {
    low = high;
    high *= 2;
  }
  return -solveTail(tail, (t) => tDensity(t, df), p, { low, high });
}
