import { createNumberList } from "../../source/number-list.ts";

/** Where a line stands. */
export interface LinePlace {
  /** Position in the list of segments. */
  readonly segment: number;
  readonly offset: number;
  readonly length: number;
}

/** Finds lines by key. */
export interface LineIndex {
  add(key: string, place: LinePlace): void;
  /** The lines of a key, last added first. A line of another key may be among them: the line itself knows. */
  places(key: string): Generator<LinePlace>;
}

const firstSlots = 1024;

/** Some 40 bytes a line: a table of the last line of each key, and lines of the same key in a chain through them. */
export function createLineIndex(): LineIndex {
  /** By the key's number, from the slot that it names on: the last line of the key, plus 1; 0 where there is none. */
  let slots = new Int32Array(firstSlots);
  const numbers = createNumberList("float64");
  const earlier = createNumberList("int32");
  const segments = createNumberList("int32");
  const offsets = createNumberList("float64");
  const lengths = createNumberList("int32");
  let keys = 0;

  /** The slot of this key, or the free one where it belongs. */
  const slotOf = (number: number): number => {
    let slot = number % slots.length;
    for (;;) {
      const line = (slots[slot] ?? 0) - 1;
      if (line < 0 || numbers.get(line) === number) return slot;
      slot = (slot + 1) % slots.length;
    }
  };

  const widen = (): void => {
    const before = slots;
    slots = new Int32Array(before.length * 2);
    for (const line of before) if (line > 0) slots[slotOf(numbers.get(line - 1))] = line;
  };

  return {
    add(key, { segment, offset, length }) {
      const number = shorten(key);
      const slot = slotOf(number);
      const last = slots[slot] ?? 0;
      const line = lengths.length;
      numbers.set(line, number);
      earlier.set(line, last);
      segments.set(line, segment);
      offsets.set(line, offset);
      lengths.set(line, length);
      slots[slot] = line + 1;
      if (last === 0) keys++;
      if (keys * 2 > slots.length) widen();
    },
    *places(key) {
      for (let line = slots[slotOf(shorten(key))] ?? 0; line > 0; line = earlier.get(line - 1)) {
        yield { segment: segments.get(line - 1), offset: offsets.get(line - 1), length: lengths.get(line - 1) };
      }
    },
  };
}

/** 52 bits of a SHA-256, which a number holds: enough to find a line by, in a fifth of the memory of the whole key. */
function shorten(key: string): number {
  return Number.parseInt(key.slice(0, 13), 16);
}
