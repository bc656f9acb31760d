/** Numbers by position, outside of the heap: what grows with a run by the hundred thousand takes just its bytes. */
export interface NumberList {
  /** One more than the last position that was set. */
  readonly length: number;
  /** What was set there, else the filling. */
  get(index: number): number;
  set(index: number, value: number): void;
}

const kinds = { float64: Float64Array, int32: Int32Array } as const;
const leastRoom = 1024;

/** An empty list of this kind; positions that were skipped hold the filling. */
export function createNumberList(kind: keyof typeof kinds, filling = 0): NumberList {
  const make = (size: number): Float64Array | Int32Array => new kinds[kind](size);
  let values = make(leastRoom);
  let length = 0;
  return {
    get length() {
      return length;
    },
    get: (index) => (index < length ? (values[index] ?? filling) : filling),
    set(index, value) {
      if (index >= values.length) {
        const wider = make(Math.max(index + 1, Math.ceil(values.length * 1.5)));
        wider.set(values.subarray(0, length));
        values = wider;
      }
      if (index > length && filling !== 0) values.fill(filling, length, index);
      values[index] = value;
      length = Math.max(length, index + 1);
    },
  };
}
