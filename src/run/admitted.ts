/** Counts, over the last second, calls that were started and not turned away. */
export interface Admitted {
  start(now: number): void;
  /** A call that started then was turned away. */
  reject(startedAt: number, now: number): void;
  /** Calls a millisecond. */
  rate(now: number): number;
}

const slotMs = 50;
const slots = 20;

export function countAdmitted(): Admitted {
  const counts = new Array<number>(slots).fill(0);
  /** Which stretch of time each slot counts. */
  const stretches = new Array<number>(slots).fill(-1);
  let first: number | null = null;
  const add = (time: number, count: number): void => {
    const stretch = Math.floor(time / slotMs);
    const slot = ((stretch % slots) + slots) % slots;
    if ((stretches[slot] ?? -1) > stretch) return;
    if (stretches[slot] !== stretch) {
      stretches[slot] = stretch;
      counts[slot] = 0;
    }
    counts[slot] = (counts[slot] ?? 0) + count;
  };
  return {
    start(now) {
      first ??= now;
      add(now, 1);
    },
    reject: (startedAt, now) => (now - startedAt < slots * slotMs ? add(startedAt, -1) : undefined),
    rate(now) {
      const oldest = Math.floor(now / slotMs) - slots + 1;
      const total = counts.reduce((sum, count, slot) => sum + ((stretches[slot] ?? -1) >= oldest ? count : 0), 0);
      const span = Math.min(slots * slotMs, Math.max(slotMs, now - (first ?? now)));
      return Math.max(0, total) / span;
    },
  };
}
