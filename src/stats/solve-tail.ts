/**
 * The point at which a falling tail probability reaches a target, by Newton's method on its logarithm (close to a straight
 * line far out) inside a bracket; a step that leaves the bracket is replaced by its middle.
 *
 * @param tail falls from low to high, where it must be above and below the target
 * @param density minus the derivative of the tail
 */
export function solveTail(
  tail: (x: number) => number,
  density: (x: number) => number,
  target: number,
  bracket: { readonly low: number; readonly high: number },
): number {
  let { low, high } = bracket;
  let x = (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const value = tail(x);
    if (value > target) low = x;
    else high = x;
    const newton = x + (value / density(x)) * Math.log(value / target);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const settled = Math.abs(next - x) <= 1e-12 * Math.abs(x);
    x = next;
    if (settled) break;
  }
  return x;
}
