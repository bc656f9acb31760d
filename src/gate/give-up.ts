import { normalQuantile } from "../stats/distributions.ts";
import { conditionalPower } from "../stats/group-sequential.ts";
import type { Evidence } from "./evidence.ts";
import type { Look } from "./looks.ts";

/** With less than this chance on either side, a verdict is not worth waiting for. */
const slimChance = 0.1;

/**
 * Whether neither a regression nor its absence is likely to be shown by the last look, if the trend so far goes on. The
 * last look is taken to reject at the whole alpha, a little more than it will: in doubt it goes on. Stopping for this
 * costs power, never validity.
 *
 * @param margin on the scale of the evidence's estimate
 */
export function isHopeless(evidence: Evidence, margin: number, alpha: number, look: Look): boolean {
  if (look.last) return false;
  const { estimate, variance, unseen, pWorse } = evidence;
  const bound = normalQuantile(1 - alpha);
  const chance = (z: number, needed: number): number => conditionalPower(z, look.information, needed);
  const standard = (distance: number, spread: number): number =>
    spread > 0 ? distance / Math.sqrt(spread) : Math.sign(distance) * Number.MAX_VALUE;
  // A regression needs a drop that is real and that reaches the margin.
  const worse = Math.min(chance(-normalQuantile(pWorse), bound), chance(standard(-margin - estimate, variance), 0));
  const slack = estimate + margin;
  const harmless = chance(standard(slack, variance + unseen * Math.max(0, slack)), bound);
  return Math.max(worse, harmless) < slimChance;
}
