import { normalCdf, normalQuantile } from "./distributions.ts";

/**
 * How much of the one-sided level α may be spent up to the share t of the information, t in [0, 1]: rises from 0 to α.
 */
export type Spending = (t: number, alpha: number) => number;

/** Kim & DeMets 1987: αt^ρ. ρ = 2 is the default of planned looks. */
export function kimDeMets(rho: number): Spending {
  return (t, alpha) => alpha * t ** rho;
}

/** Lan & DeMets 1983, like O'Brien & Fleming's bounds: 2 − 2Φ(z_{α/2}/√t). */
export function obrienFleming(t: number, alpha: number): number {
  return t <= 0 ? 0 : 2 * normalCdf(normalQuantile(alpha / 2) / Math.sqrt(t));
}

/** Lan & DeMets 1983, like Pocock's bounds: α ln(1 + (e − 1)t). */
export function pocock(t: number, alpha: number): number {
  return alpha * Math.log1p((Math.E - 1) * t);
}

/** Hwang, Shih & DeCani 1990: α(1 − e^{−γt})/(1 − e^{−γ}), αt for γ = 0. */
export function hwangShihDeCani(gamma: number): Spending {
  return (t, alpha) => (gamma === 0 ? alpha * t : (alpha * Math.expm1(-gamma * t)) / Math.expm1(-gamma));
}
