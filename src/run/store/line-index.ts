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

/** Some 100 bytes a line: lists of numbers instead of objects, and lines of the same key in a chain through them. */
export function createLineIndex(): LineIndex {
  const last = new Map<number, number>();
  const earlier: number[] = [];
  const segments: number[] = [];
  const offsets: number[] = [];
  const lengths: number[] = [];

  return {
    add(key, { segment, offset, length }) {
      const number = shorten(key);
      earlier.push(last.get(number) ?? -1);
      segments.push(segment);
      offsets.push(offset);
      last.set(number, lengths.push(length) - 1);
    },
    *places(key) {
      let line = last.get(shorten(key)) ?? -1;
      while (line >= 0) {
        yield { segment: segments[line] ?? 0, offset: offsets[line] ?? 0, length: lengths[line] ?? 0 };
        line = earlier[line] ?? -1;
      }
    },
  };
}

/** 52 bits of a SHA-256, which a number holds: enough to find a line by, in a fifth of the memory of the whole key. */
function shorten(key: string): number {
  return Number.parseInt(key.slice(0, 13), 16);
}
